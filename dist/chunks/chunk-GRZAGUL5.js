import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  evaluateDockerfile,
  parseNode,
  readDockerfile,
  withoutContinuation
} from "./chunk-5PAOY7GA.js";
import {
  accountChange,
  baseDigest,
  commandsOf,
  duplicateInstruction,
  entrypointExecForm,
  expandAt,
  finalChain,
  isBound,
  isShell,
  literal,
  programName,
  reachableStages,
  runUnquotedRedirect,
  runsOf,
  stageChain,
  userNonRoot,
  userNumeric,
  workdirAbsolute
} from "./chunk-DO2W2KTE.js";
import {
  copyDestination
} from "./chunk-3U33QVBN.js";
import {
  forEachChild,
  parse,
  shellSteps
} from "./chunk-IEQ3EHIZ.js";
import {
  DockerfileError,
  asHeredoc,
  cleanPath,
  joinPath,
  trim,
  trimLineEnd,
  trimStart
} from "./chunk-TZCQQT6A.js";
import {
  parseImageReference
} from "./chunk-Q3RRR3VC.js";

// src/fix/fixer.ts
var NO_FACTS = { digest: () => ({ reason: "no digest was looked up" }) };
function refuse(reason) {
  return { reason };
}
function proposal(edits, rest = {}) {
  return { edits, isSafe: true, note: null, config: {}, ...rest };
}

// src/fix/source/logical-text.ts
var MappedText = class {
  text;
  #pieces;
  constructor(source, spans) {
    const pieces = [];
    let at = 0;
    for (const { start, end } of spans) {
      pieces.push({ at, length: end - start, offset: start });
      at += end - start;
    }
    this.#pieces = pieces;
    this.text = spans.map(({ start, end }) => source.text.slice(start, end)).join("");
  }
  /** Where a part of the text stands in the file; null when it is spread over several lines there. It must not be empty. */
  span(start, end) {
    const piece = this.#pieces.find(({ at, length }) => start >= at && start < at + length);
    if (piece === void 0 || end <= start || end > piece.at + piece.length) return null;
    const shift = piece.offset - piece.at;
    return { start: start + shift, end: end + shift };
  }
};
function logicalText(source, startLine, escapeToken) {
  const spans = [];
  let line = startLine;
  for (let lastLine = line; ; line++) {
    const raw = source.line(line);
    const content = trimLineEnd(raw);
    const bare = trimStart(content);
    const isSkipped = spans.length > 0 && (bare === "" || bare.startsWith("#"));
    if (raw !== "" && !isSkipped) {
      const start = source.startOf(line) + (spans.length === 0 ? content.length - bare.length : 0);
      const head = withoutContinuation(content, escapeToken);
      spans.push({ start, end: source.startOf(line) + (head ?? content).length });
      lastLine = line;
      if (head !== null) continue;
    }
    if (raw !== "" && isSkipped) continue;
    const mapped = new MappedText(source, spans);
    return Object.assign(mapped, { textStart: textStart(mapped.text, escapeToken), lastLine });
  }
}
function textStart(logical, escapeToken) {
  const { text } = parseNode(logical, escapeToken);
  const end = logical.length - (logical.length - trimEndLength(logical));
  return end - text.length;
}
function trimEndLength(text) {
  return text.length - (trimStart(text).length - trim(text).length);
}

// src/fix/rules/base-digest.ts
var fixBaseDigest = {
  rule: baseDigest,
  propose({ place }, context) {
    const { dockerfile, facts, source } = context;
    const open = dockerfile.pulledImages.filter((image) => image.builtBy === void 0 && placeOf(image) === place);
    const edits = [];
    const sources = /* @__PURE__ */ new Set();
    for (const image of open) {
      const { reference, written, location } = image;
      if (reference === null || written !== reference) return refuse(`A variable names the image: ${written}.`);
      const answer = facts.digest(reference);
      if ("reason" in answer) return refuse(`The digest of ${reference} is not known: ${answer.reason}.`);
      const spans = namesOf(image, written, context);
      if (spans.length === 0) return refuse(`The place of ${written} in the file was not found.`);
      for (const { end } of spans) edits.push(source.edit(location.file, { start: end, end }, `@${answer.digest}`));
      sources.add(answer.source);
    }
    return proposal(unique(edits), { note: `digest from ${[...sources].join(" and ")}` });
  }
};
function placeOf({ reference }) {
  const parsed = reference === null ? null : parseImageReference(reference);
  return parsed === null || parsed.digest !== null ? null : `image:${parsed.registry}/${parsed.repository}`;
}
function namesOf({ via, location }, written, context) {
  const { source, escapeToken } = context;
  if (via === "syntax") {
    const head = /^#[\t ]*[a-z]+[\t ]*=[\t ]*/i.exec(source.line(location.startLine))?.[0].length ?? -1;
    const start = source.startOf(location.startLine) + head;
    const isThere = head >= 0 && source.text.startsWith(written, start);
    return isThere ? [{ start, end: start + written.length }] : [];
  }
  const logical = logicalText(source, location.startLine, escapeToken);
  if (via === "from") {
    const { textStart: textStart2 } = logical;
    if (!isName(logical.text, textStart2, written)) return [];
    return present(logical.span(textStart2, textStart2 + written.length));
  }
  const flags = logical.text.slice(0, logical.textStart);
  return occurrences(flags, written).flatMap((start) => {
    const isFrom = /(?:^|[-,=\s"'])from=["']?$/.test(flags.slice(Math.max(0, start - 8), start));
    return isFrom && isName(flags, start, written) ? present(logical.span(start, start + written.length)) : [];
  });
}
function isName(text, start, name) {
  return text.startsWith(name, start) && /^[\s,"']?$/.test(text.charAt(start + name.length));
}
function occurrences(text, part) {
  const found = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found.push(at);
  return found;
}
function present(span) {
  return span === null ? [] : [span];
}
function unique(edits) {
  return [...new Map(edits.map((edit) => [`${edit.startLine}:${edit.startColumn}`, edit])).values()];
}

// src/fix/source/instruction-at.ts
function instructionAt(dockerfile, location) {
  if (location === null || location.file !== dockerfile.file) return null;
  for (const stage of reachableStages(dockerfile)) {
    const instruction = stage.instructions.find((one) => one.location.startLine === location.startLine);
    if (instruction !== void 0) return { stage, instruction };
  }
  return null;
}

// src/fix/rules/duplicate-instruction.ts
var fixDuplicateInstruction = {
  rule: duplicateInstruction,
  propose({ location }, { dockerfile, source }) {
    const found = instructionAt(dockerfile, location);
    if (found === null) return refuse("The instruction was not found.");
    const { keyword } = found.instruction;
    const dead = found.stage.instructions.filter((one) => one.keyword === keyword).slice(0, -1);
    const edits = dead.map(({ location: { file, startLine, endLine } }) => {
      const span = { start: source.startOf(startLine), end: source.startOf(endLine + 1) };
      return { edit: source.edit(file, span, ""), text: source.text.slice(span.start, span.end) };
    });
    if (edits.some(({ text }) => /^[\t ]*#/m.test(text)))
      return refuse("There are comments inside of the instruction.");
    return proposal(edits.map(({ edit }) => edit));
  }
};

// src/fix/shell/plain-words.ts
var LONGEST = 4096;
var WORD = /(?:[\w@%+=:,./-]|'[^']*'|"[^"$`\\!]*")+/y;
var BLANKS = /[\t ]+/y;
var BUILTINS = new Set(
  `. : alias bg break builtin caller cd command compgen complete continue declare dirs disown echo enable eval exec exit
  export false fc fg getopts hash help history jobs kill let local logout mapfile popd printf pushd pwd read readarray
  readonly return set shift shopt source suspend test time times trap true type typeset ulimit umask unalias unset wait
  case do done elif else esac fi for function if in select then until while coproc`.split(/\s+/)
);
function plainWords(text) {
  const needsShell = "It uses the shell: variables, patterns, redirections or several commands.";
  if (text.length > LONGEST) return "The command is too long.";
  const words = cutWords(text);
  if (words === null) return needsShell;
  const [first] = words;
  if (first === void 0 || first.value === "" || first.value.includes("=")) return needsShell;
  if (BUILTINS.has(first.value)) return `The shell itself runs ${first.value}.`;
  const step = shellSteps(text);
  const same = step?.kind === "command" && JSON.stringify(step.words) === JSON.stringify(words.map(({ value }) => value));
  return same ? words : needsShell;
}
function cutWords(text) {
  const words = [];
  for (let at = 0; at < text.length; ) {
    WORD.lastIndex = at;
    const raw = WORD.exec(text)?.[0];
    if (raw === void 0) return null;
    const end = at + raw.length;
    words.push({
      value: raw.replace(/'([^']*)'|"([^"]*)"/g, (_, single = "", double = "") => single + double),
      start: at,
      end
    });
    if (end === text.length) break;
    BLANKS.lastIndex = end;
    const blanks = BLANKS.exec(text)?.[0];
    if (blanks === void 0) return null;
    at = end + blanks.length;
  }
  return words;
}
function quotedArray(text) {
  if (text.length > LONGEST || !/^\[[\t ]*'/.test(text) || !text.endsWith("]")) return null;
  const items = [...text.matchAll(/'[^'"\\]*'/g)];
  const rest = text.replace(/'[^'"\\]*'/g, "0");
  const isList = /^\[[\t ]*0(?:[\t ]*,[\t ]*0)*[\t ]*\]$/.test(rest);
  if (!isList) return null;
  return items.map(({ 0: raw, index }) => ({ value: raw.slice(1, -1), start: index, end: index + raw.length }));
}

// src/fix/rules/entrypoint-exec-form.ts
var fixEntrypointExecForm = {
  rule: entrypointExecForm,
  propose({ location }, context) {
    const { dockerfile } = context;
    const instruction = instructionAt(dockerfile, location)?.instruction;
    const keyword = instruction?.keyword;
    if (instruction === void 0 || instruction.json !== null || keyword !== "CMD" && keyword !== "ENTRYPOINT") {
      return refuse("The base image brings the command.");
    }
    const array = quotedArray(instruction.text);
    const words = array ?? plainWords(instruction.text);
    if (typeof words === "string") return refuse(words);
    const clash = keyword === "CMD" ? behindShell(dockerfile) : beforeCmd(dockerfile);
    if (clash !== null) return refuse(clash);
    const edits = arrayEdits(instruction, words, array !== null, context);
    if (edits === null) return refuse("One of its words is spread over several lines.");
    const values2 = words.map(({ value }) => value);
    const script = values2.find((word) => /\.(sh|bash)$/.test(word));
    return proposal(edits, {
      // The shell runs a script without `#!` itself; without a shell it does not start.
      isSafe: script === void 0 || isShell(programName(literal(values2[0] ?? ""))),
      note: script === void 0 ? null : `make sure that ${script.slice(0, 60)} begins with #! and may be executed`,
      config: { [keyword === "CMD" ? "cmd" : "entrypoint"]: values2 }
    });
  }
};
function beforeCmd({ config: { cmd } }) {
  if (cmd.known && (cmd.value ?? []).length === 0) return null;
  return "In exec form it would get CMD as arguments, which its shell form ignores.";
}
function behindShell({ config: { entrypoint } }) {
  const words = entrypoint.value ?? [];
  const takesText = words.some((word) => isShell(programName(literal(word)))) && words.includes("-c");
  return takesText ? "ENTRYPOINT is a shell that takes one text." : null;
}
function arrayEdits(instruction, words, isArray, { dockerfile, source, escapeToken }) {
  const logical = logicalText(source, instruction.location.startLine, escapeToken);
  const edits = words.map(({ start, end, value }, index) => {
    const span = logical.span(logical.textStart + start, logical.textStart + end);
    const json = JSON.stringify(value);
    const open = isArray || index > 0 ? "" : "[";
    const close = isArray ? "" : index === words.length - 1 ? "]" : ",";
    return span === null ? null : source.edit(dockerfile.file, span, `${open}${json}${close}`);
  });
  return edits.every((edit) => edit !== null) ? edits : null;
}

// src/fix/shell/redirections.ts
var DEEPEST = 64;
function placedRedirects(text, script) {
  const byText = new Map(script.commands.filter(({ level }) => level === 0).map((command) => [command.text, command]));
  return simpleCommands(text).flatMap((node) => {
    const nodes = [...node.prefix, ...node.suffix].filter((part) => isRedirection(part));
    const command = byText.get(text.slice(node.pos, node.end));
    if (command === void 0 || command.redirects.length !== nodes.length) return [];
    return nodes.flatMap(({ pos, end }, index) => {
      const redirect = command.redirects[index];
      return redirect === void 0 ? [] : [{ command, redirect, start: pos, end }];
    });
  });
}
function simpleCommands(text) {
  const found = [];
  const visit = (node, depth) => {
    if (depth > DEEPEST) throw new RangeError("nested too deeply");
    if (node.type === "Command") found.push(node);
    else forEachChild(node, (child) => visit(child, depth + 1));
  };
  try {
    for (const { command } of parse(text).commands) visit(command, 0);
  } catch {
    return [];
  }
  return found;
}
function isRedirection(part) {
  return part.type !== "Word" && part.type !== "Assignment";
}

// src/fix/source/run-text.ts
function runText(source, instruction, escapeToken) {
  const { heredocs, text, json, location } = instruction;
  if (json !== null) return null;
  const logical = logicalText(source, location.startLine, escapeToken);
  const [heredoc] = heredocs;
  if (heredoc === void 0) {
    const { textStart: textStart2 } = logical;
    const isSame = logical.text.slice(textStart2, textStart2 + text.length) === text;
    return isSame ? { text, span: (start, end) => logical.span(start + textStart2, end + textStart2) } : null;
  }
  if (heredocs.length > 1 || asHeredoc(trim(text)) === null) return null;
  for (const dropTabs of [false, true]) {
    const body = bodyOf(source, logical.lastLine + 1, location.endLine, dropTabs);
    if (body.text === heredoc.content) return { text: body.text, span: (start, end) => body.span(start, end) };
  }
  return null;
}
function bodyOf(source, first, end, dropTabs) {
  const spans = [];
  for (let line = first; line < end; line++) {
    const raw = source.line(line);
    const tabs = dropTabs ? /^\t*/.exec(raw)?.[0].length ?? 0 : 0;
    spans.push({ start: source.startOf(line) + tabs, end: source.startOf(line) + raw.length });
  }
  return new MappedText(source, spans);
}

// src/fix/rules/run-unquoted-redirect.ts
var fixRunUnquotedRedirect = {
  rule: runUnquotedRedirect,
  propose({ location }, { dockerfile, source, escapeToken }) {
    const instruction = instructionAt(dockerfile, location)?.instruction;
    const run = instruction?.keyword === "RUN" ? runText(source, instruction, escapeToken) : null;
    if (instruction === void 0 || run === null)
      return refuse("The command does not stand in the Dockerfile itself.");
    const edits = [];
    let after = 0;
    for (const { command, redirect, start } of placedRedirects(run.text, commandsOf(instruction))) {
      if (start < after || !isBound(redirect, command)) continue;
      const requirement = requirementAt(run.text, start);
      if (requirement === null) return refuse("The requirement has quotes, blanks or escapes already.");
      after = requirement.end;
      const span = run.span(requirement.start, requirement.end);
      if (span === null) return refuse("The requirement is spread over several lines.");
      edits.push(source.edit(dockerfile.file, span, requirement.quoted));
    }
    if (edits.length === 0) return refuse("The command stands inside of another one.");
    return proposal(edits, { note: "from now on the bound counts: other versions may be installed" });
  }
};
var PART = /[\w.,<>=!~*[\]${}@+:/^-]/;
function requirementAt(text, operator) {
  let start = operator;
  while (start > 0 && PART.test(text.charAt(start - 1))) start--;
  let end = operator;
  while (end < text.length && PART.test(text.charAt(end))) end++;
  const word = text.slice(start, end);
  const isWhole = /^[\s;&|()]?$/.test(text.charAt(start - 1)) && /^[\s;&|()]?$/.test(text.charAt(end));
  if (!isWhole || !/^[A-Za-z0-9@]/.test(word)) return null;
  return { start, end, quoted: word.includes("$") ? `"${word}"` : `'${word}'` };
}

// src/fix/accounts/base-accounts.ts
function baseAccount(reference) {
  const parsed = reference === null ? null : parseImageReference(reference);
  if (parsed === null) return null;
  const { registry, repository, tag } = parsed;
  if (registry === "docker.io" && repository === "library/node") return { name: "node", uid: 1e3 };
  const isDistroless = registry === "gcr.io" && repository.startsWith("distroless/");
  return isDistroless && tag?.includes("nonroot") !== true ? { name: "nonroot", uid: 65532 } : null;
}

// src/fix/accounts/created-accounts.ts
var CREATORS = ["useradd", "adduser"];
var CHANGERS = /\b(usermod|userdel|deluser|vipw|vigr|newusers|pwconv)\b|\/etc\/(passwd|shadow)/;
var LARGEST_UID = 2 ** 31 - 1;
function createdAccounts(dockerfile) {
  const runs = new Map(runsOf(dockerfile).map((run) => [run.instruction, run.script]));
  const created = [];
  let isOpen = false;
  let folder = null;
  for (const stage of finalChain(dockerfile)) {
    for (const instruction of stage.instructions) {
      const { creates, open } = accountChange(dockerfile, stage, instruction);
      if (instruction.keyword === "WORKDIR")
        folder = workdir(folder, expandAt(dockerfile, stage, instruction, instruction.text));
      if (instruction.keyword !== "RUN") {
        isOpen ||= open && !staysIn(folder, expandAt(dockerfile, stage, instruction, copyDestination(instruction)));
        continue;
      }
      const script = runs.get(instruction) ?? null;
      const text = [instruction.text, ...instruction.heredocs.map(({ content }) => content)].join("\n");
      isOpen ||= script === null || !script.complete || CHANGERS.test(text);
      for (const command of script?.commands ?? []) {
        if (!CREATORS.includes(command.name ?? "")) continue;
        const name = command.words.at(-1)?.value ?? null;
        if (name === null || !creates.includes(`user:${name}`)) isOpen = true;
        else created.push({ name, uid: uidOf(command) });
      }
    }
  }
  return { created, isOpen };
}
function workdir(folder, path) {
  if (path === null) return null;
  if (path.startsWith("/")) return path;
  return folder === null ? null : joinPath(folder, path);
}
function staysIn(folder, destination) {
  if (folder === null || destination === null || destination.startsWith("/")) return false;
  return !/^\/(etc(\/|$)|$)/.test(cleanPath(joinPath(folder, destination)));
}
function uidOf({ words }) {
  const given = words.flatMap((word, index) => uidWord(word, words[index + 1]));
  if (words.some(({ shown: shown2 }) => /^(-\w*o\w*|--non-unique)$/.test(shown2)) || given.length !== 1) return null;
  const [text = ""] = given;
  const uid = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return uid > 0 && uid <= LARGEST_UID ? uid : null;
}
function uidWord({ shown: shown2, value }, next) {
  if (shown2 === "--uid" || /^-[a-zA-Z]*u$/.test(shown2)) return [next?.value ?? ""];
  const glued = /^(?:--uid=|-u)(.+)$/.exec(shown2);
  return glued === null ? [] : [value === null ? "" : glued[1] ?? ""];
}

// src/fix/accounts/root-needs.ts
var ROOT_PROGRAMS = /\b(gosu|su-exec|setpriv|runuser|setuidgid|chpst|s6-\w+|supervisord?|sshd|crond?|nginx|httpd|apache2\w*|php-fpm\S*|haproxy|dnsmasq|dockerd|tailscaled?|openvpn|wg-quick)\b/;
var FIRST_FREE_PORT = 1024;
function rootNeeds(dockerfile) {
  const { exposedPorts, volumes, entrypoint, cmd } = dockerfile.config;
  const low = exposedPorts.entries.find(({ value }) => Number.parseInt(value, 10) < FIRST_FREE_PORT);
  if (low !== void 0) return `It listens on port ${low.value}`;
  const [volume] = volumes.entries;
  if (volume !== void 0) return `It keeps data in the volume ${shown(volume.value)}`;
  const texts = [
    ...entrypoint.value ?? [],
    ...cmd.value ?? [],
    ...finalChain(dockerfile).flatMap(
      ({ instructions }) => instructions.flatMap(({ text, heredocs }) => [text, ...heredocs.map(({ content }) => content)])
    )
  ];
  for (const text of texts) {
    const program = ROOT_PROGRAMS.exec(text)?.[0];
    if (program !== void 0) return `It uses ${shown(program)}`;
  }
  const script = [...entrypoint.value ?? [], ...cmd.value ?? []].find((word) => /\.(sh|bash)$/.test(word));
  return script === void 0 ? null : `It starts ${shown(script)}, a script`;
}
function shown(text) {
  return text.replace(new RegExp("\\p{Cc}+", "gu"), " ").slice(0, 60);
}

// src/fix/rules/user-non-root.ts
var ABOUT_RUNNING = ["CMD", "ENTRYPOINT", "HEALTHCHECK", "STOPSIGNAL", "EXPOSE", "LABEL"];
var NEW_UID = "10001";
var fixUserNonRoot = {
  rule: userNonRoot,
  propose(_violation, { dockerfile, source }) {
    const chain = finalChain(dockerfile);
    const stage = chain.at(-1);
    if (stage === void 0) return refuse("There is no stage to add USER to.");
    const written = chain.flatMap(({ instructions }) => instructions).findLast(({ keyword }) => keyword === "USER");
    if (written !== void 0) {
      return refuse(
        `USER on line ${written.location.startLine} selects it on purpose; whether that is needed, only you know.`
      );
    }
    const child = dockerfile.stages.find(({ parent }) => parent === stage.index);
    if (child !== void 0) {
      return refuse(`The stage on line ${child.location.startLine} builds on it, and its commands may need root.`);
    }
    const need = rootNeeds(dockerfile);
    if (need !== null) return refuse(`${need}, which may need root.`);
    const account = accountFor(dockerfile);
    if (typeof account === "string") return refuse(account);
    const user = account === null ? NEW_UID : String(account.uid ?? account.name);
    const line = lastBuildLine(stage);
    const name = account === null || String(account.name) === user ? user : `${user} (${account.name})`;
    return proposal([insertion(dockerfile, source, line, user)], {
      isSafe: account !== null,
      note: `make sure that ${name} may write where the program writes`,
      config: { user }
    });
  }
};
function accountFor(dockerfile) {
  const { created, isOpen } = createdAccounts(dockerfile);
  if (isOpen) return "Which accounts the image has is not certain.";
  if (created.length > 1) return `The file creates ${created.length} users: which of them it is, only you know.`;
  return created[0] ?? baseAccount(finalChain(dockerfile)[0]?.base ?? null);
}
function lastBuildLine({ instructions, location }) {
  const last = instructions.findLast(({ keyword }) => !ABOUT_RUNNING.includes(keyword));
  return (last?.location ?? location).endLine;
}
function insertion({ file }, source, line, user) {
  const at = source.startOf(line + 1);
  const lineEnd = source.lineEnd(line);
  const isEnded = source.line(line).endsWith("\n");
  return source.edit(file, { start: at, end: at }, isEnded ? `USER ${user}${lineEnd}` : `${lineEnd}USER ${user}`);
}

// src/fix/rules/user-numeric.ts
var fixUserNumeric = {
  rule: userNumeric,
  propose({ location }, { dockerfile, source, escapeToken }) {
    const found = instructionAt(dockerfile, location);
    if (found?.instruction.keyword !== "USER") return refuse("The base image selects the user.");
    const { text } = found.instruction;
    const [name = "", ...group] = text.split(":");
    if (!/^[a-z_][a-z0-9_-]*$/i.test(name)) return refuse("A variable selects the user.");
    const { created, isOpen } = createdAccounts(dockerfile);
    const same = created.filter((account2) => account2.name === name);
    const fromBase = baseAccount(finalChain(dockerfile)[0]?.base ?? null);
    const account = same.length === 0 && fromBase?.name === name ? fromBase : same[0];
    if (isOpen || account === void 0 || same.length > 1) return refuse(`The number of ${name} is not certain.`);
    if (account.uid === null) return refuse(`The number of ${name} is chosen in the build: give it one with --uid.`);
    const uid = String(account.uid);
    if (created.some((other) => other.name !== name && String(other.uid) === uid)) {
      return refuse(`Several accounts have the number ${uid}.`);
    }
    const logical = logicalText(source, found.instruction.location.startLine, escapeToken);
    const span = logical.span(logical.textStart, logical.textStart + name.length);
    if (span === null || !logical.text.startsWith(name, logical.textStart)) return refuse("The name was not found.");
    return proposal([source.edit(dockerfile.file, span, uid)], { config: { user: [uid, ...group].join(":") } });
  }
};

// src/fix/rules/workdir-absolute.ts
var PLAIN = /^[\w.@+/-]+$/;
var fixWorkdirAbsolute = {
  rule: workdirAbsolute,
  propose({ location, place }, { dockerfile, source, escapeToken }) {
    const found = place.startsWith("workdir:") ? instructionAt(dockerfile, location) : null;
    if (found === null) return refuse("Which folder it should be, only you know.");
    const { stage, instruction } = found;
    if (!PLAIN.test(instruction.text)) return refuse("The path has variables or quotes.");
    const path = fullPath(dockerfile, stage, instruction);
    if (path === null) {
      return refuse(`The working directory of the base ${stage.base ?? stage.from} is not known here (see --base).`);
    }
    const logical = logicalText(source, instruction.location.startLine, escapeToken);
    const span = logical.span(logical.textStart, logical.textStart + instruction.text.length);
    if (span === null) return refuse("The path is spread over several lines.");
    const config = path.isFinal ? { workingDir: path.value } : {};
    return proposal([source.edit(dockerfile.file, span, path.value)], { config });
  }
};
function fullPath(dockerfile, stage, { text, location }) {
  const chain = stageChain(dockerfile, stage.index);
  if (chain[0]?.base === "scratch") return { value: cleanPath(joinPath("/", text)), isFinal: false };
  const { value, known, from } = dockerfile.config.workingDir;
  const isFinal = from?.file === location.file && from.startLine === location.startLine;
  return known && isFinal && value?.startsWith("/") ? { value, isFinal } : null;
}

// src/fix/rules/index.ts
var FIXERS = [
  fixRunUnquotedRedirect,
  fixUserNonRoot,
  fixEntrypointExecForm,
  fixWorkdirAbsolute,
  fixDuplicateInstruction,
  fixUserNumeric,
  fixBaseDigest
];

// src/fix/prove.ts
import { isDeepStrictEqual } from "node:util";

// src/fix/source/source-text.ts
var BOM = "\uFEFF";
var SourceText = class {
  text;
  #starts;
  constructor(source) {
    this.text = source.startsWith(BOM) ? source.slice(1) : source;
    const starts = [0];
    for (let at = this.text.indexOf("\n"); at >= 0; at = this.text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.#starts = starts;
  }
  /** False for a line end that some readers count and others do not: a place would mean two different ones. */
  get hasPlainLineEnds() {
    return !/\r(?!\n)/.test(this.text);
  }
  /** Where a line starts, counted from 1; the end of the text for lines behind the last. */
  startOf(line) {
    return this.#starts[line - 1] ?? this.text.length;
  }
  /** A line with its line end; '' behind the last one. */
  line(line) {
    return this.text.slice(this.startOf(line), this.startOf(line + 1));
  }
  /** The line end that a line has; that of the first line where it is the last and has none. */
  lineEnd(line) {
    return /\r?\n$/.exec(this.line(line))?.[0] ?? /\r?\n$/.exec(this.line(1))?.[0] ?? "\n";
  }
  edit(file, { start, end }, text) {
    const [from, to] = [this.#place(start), this.#place(end)];
    return { file, startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column, text };
  }
  span(edit) {
    return {
      start: this.startOf(edit.startLine) + edit.startColumn - 1,
      end: this.startOf(edit.endLine) + edit.endColumn - 1
    };
  }
  #place(offset) {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
};

// src/fix/source/apply-edits.ts
function applyEdits(source, edits) {
  const text = new SourceText(source);
  const parts = [source.slice(0, source.length - text.text.length)];
  let at = 0;
  for (const { span, edit } of inOrder(text, edits)) {
    if (span.start < at) throw new RangeError(`edits overlap on line ${edit.startLine}`);
    parts.push(text.text.slice(at, span.start), edit.text);
    at = span.end;
  }
  parts.push(text.text.slice(at));
  return parts.join("");
}
function withoutOverlaps(source, groups) {
  const text = new SourceText(source);
  const kept = [];
  const edits = /* @__PURE__ */ new Map();
  const taken = [];
  for (const group of groups) {
    const fresh = group.edits.filter((edit) => !edits.has(keyOf(edit))).map((edit) => ({ edit, span: text.span(edit) }));
    if (fresh.some(({ span }) => isTaken(taken, span))) continue;
    kept.push(group);
    for (const { edit, span } of fresh) {
      edits.set(keyOf(edit), edit);
      taken.splice(placeOf2(taken, span), 0, span);
    }
  }
  return { kept, edits: [...edits.values()] };
}
function keyOf({ startLine, startColumn, endLine, endColumn, text }) {
  return `${startLine}:${startColumn}-${endLine}:${endColumn} ${text}`;
}
function isTaken(taken, span) {
  const at = placeOf2(taken, span);
  return taken.slice(Math.max(0, at - 2), at + 2).some((other) => collide(other, span));
}
function placeOf2(taken, span) {
  let [low, high] = [0, taken.length];
  while (low < high) {
    const middle = low + high >> 1;
    const other = taken[middle] ?? span;
    if (other.start < span.start || other.start === span.start && other.end < span.end) low = middle + 1;
    else high = middle;
  }
  return low;
}
function inOrder(text, edits) {
  return edits.map((edit) => ({ edit, span: text.span(edit) })).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
function collide(a, b) {
  if (a.start === b.start) return a.start === a.end === (b.start === b.end);
  return a.start < b.end && b.start < a.end;
}

// src/fix/prove.ts
var OPTIONS = { profile: "strict", transport: "auto", allowedBases: [], allowedPorts: null };
function readAlone(source, { file, target }) {
  try {
    const options = { target: String(target), buildArgs: {}, platform: "linux/amd64", baseConfig: () => null };
    const evidence = evaluateDockerfile(readDockerfile(source, file), { ...options, assumeBuilds: true });
    return { source, evidence };
  } catch (error) {
    if (error instanceof DockerfileError) return null;
    throw error;
  }
}
function prove({ rule }, { edits, config }, before) {
  if (edits.length === 0) return "there is nothing to change";
  const after = readAlone(applyEdits(before.source, edits), before.evidence);
  if (after === null) return "the file would not build";
  const [old, now] = [before.evidence, after.evidence];
  if (!sameStages(old, now)) return "other stages would be built";
  if (!keepsInstructions(old, now, edits)) return "other instructions would change";
  for (const key of Object.keys(old.config)) {
    const wanted = config[key];
    const isRight = wanted === void 0 ? isDeepStrictEqual(values(old.config[key]), values(now.config[key])) : isDeepStrictEqual(values(now.config[key]), wanted);
    if (!isRight) return `the effective ${key} would be another one`;
  }
  const faults = ({ evidence }) => rule.judge({ dockerfile: evidence, image: null, scan: null, repository: null }, OPTIONS).violations.length;
  return faults(after) < Math.max(1, faults(before)) ? null : "the rule would find it again";
}
function values(setting) {
  return "entries" in setting ? setting.entries.map(({ value }) => value) : setting.value;
}
function sameStages(a, b) {
  const shape = ({ stages, reachable }) => [
    reachable,
    stages.map(({ name, parent, platform, base }) => [name, parent, platform, withoutDigest(base ?? "")])
  ];
  return isDeepStrictEqual(shape(a), shape(b));
}
function withoutDigest(reference) {
  return reference.replace(/@.*$/, "");
}
function keepsInstructions(old, now, edits) {
  const isTouched = (startLine, endLine) => edits.some(
    (edit) => edit.startLine <= endLine && (edit.endLine > startLine || edit.endLine === startLine && edit.endColumn > 1)
  );
  return old.stages.every(({ instructions }, index) => {
    const kept = instructions.filter(({ location }) => !isTouched(location.startLine, location.endLine));
    const found = now.stages[index]?.instructions ?? [];
    const most = instructions.length + edits.length;
    let at = 0;
    for (const { location: _, ...one } of found) {
      const { location: __, ...next } = kept[at] ?? { location: null };
      if (isDeepStrictEqual(one, next)) at += 1;
    }
    return at === kept.length && found.length <= most;
  });
}

// src/fix/proposals.ts
var MOST_READ = 4 * 1024 * 1024;
var Proposals = class {
  #context;
  #before;
  #budget = MOST_READ;
  /** @param source the text that `dockerfile` was read from; nothing is proposed for another one */
  constructor(dockerfile, source, facts) {
    const text = new SourceText(source);
    const before = text.hasPlainLineEnds && !source.includes("\uFFFD") ? readAlone(source, dockerfile) : null;
    const isSame = before !== null && hasSameText(before.evidence, dockerfile);
    this.#before = isSame ? before : null;
    const { escapeToken } = isSame ? readDockerfile(source, dockerfile.file) : { escapeToken: "\\" };
    this.#context = isSame ? { dockerfile, source: text, escapeToken, facts } : null;
  }
  /** Null for a rule that has no automatic fix. */
  for(rule, violation) {
    const fixer = FIXERS.find((one) => one.rule.id === rule);
    return fixer === void 0 ? null : this.#propose(fixer, violation);
  }
  #propose(fixer, violation) {
    const [context, before] = [this.#context, this.#before];
    if (context === null || before === null) return refuse("The text of the file cannot be edited in place.");
    if (this.#budget < 0) return refuse("The file is too large to fix more of it.");
    const proposed = fixer.propose(violation, context);
    if ("reason" in proposed) return proposed;
    this.#budget -= before.source.length;
    const doubt = prove(fixer, proposed, before);
    return doubt === null ? proposed : refuse(`The obvious edit does not hold: ${doubt}.`);
  }
};
function hasSameText(a, b) {
  const shape = ({ stages }) => JSON.stringify(stages.map(({ from, location, instructions }) => [from, location.startLine, instructions]));
  return shape(a) === shape(b);
}

export {
  NO_FACTS,
  applyEdits,
  withoutOverlaps,
  baseAccount,
  FIXERS,
  Proposals
};
