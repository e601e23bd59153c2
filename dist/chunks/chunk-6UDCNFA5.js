import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  require_dist
} from "./chunk-AZJMNLZK.js";
import {
  __toESM
} from "./chunk-O5CCVBBB.js";

// src/policy/file/did-you-mean.ts
function didYouMean(word, known) {
  if (word.length > 40) return null;
  const ranked = known.map((candidate) => ({ candidate, distance: distance(word.toLowerCase(), candidate) })).sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best !== void 0 && best.distance <= Math.min(2, best.candidate.length / 2) ? best.candidate : null;
}
function distance(from, to) {
  let before = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const next = [row];
    for (let column = 1; column <= to.length; column++) {
      const changed = from[row - 1] === to[column - 1] ? 0 : 1;
      let least = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + changed);
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      next.push(least);
    }
    before = last;
    last = next;
  }
  return last[to.length] ?? 0;
}

// src/policy/file/place.ts
var import_yaml = __toESM(require_dist(), 1);
function placeOf(path, document, lines) {
  let node = document.contents;
  let offset = 0;
  for (const step of path) {
    const next = stepInto(node, step);
    if (next === null) break;
    offset = next.offset ?? offset;
    node = next.node;
  }
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), col: Math.max(col, 1) };
}
function endOf(path, document, lines) {
  const node = document.getIn(path, true);
  const end = (0, import_yaml.isNode)(node) && node.range ? node.range[1] : null;
  const { line } = placeOf(path, document, lines);
  return end === null ? line : Math.max(line, lines.linePos(Math.max(0, end - 1)).line);
}
function stepInto(node, step) {
  if ((0, import_yaml.isMap)(node)) {
    const pair = node.items.find(({ key }) => ((0, import_yaml.isScalar)(key) ? String(key.value) : key) === String(step));
    return pair === void 0 ? null : { node: pair.value, offset: startOf(pair.key) };
  }
  if ((0, import_yaml.isSeq)(node)) {
    const item = node.items[Number(step)];
    return item === void 0 ? null : { node: item, offset: startOf(item) };
  }
  return null;
}
function startOf(node) {
  return (0, import_yaml.isNode)(node) && node.range ? node.range[0] : null;
}
function shownKey(key) {
  return JSON.stringify(key.length > 60 ? `${key.slice(0, 59)}\u2026` : key);
}

export {
  didYouMean,
  placeOf,
  endOf,
  shownKey
};
