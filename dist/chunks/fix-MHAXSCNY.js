import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  Proposals,
  applyEdits,
  baseAccount,
  withoutOverlaps
} from "./chunk-GRZAGUL5.js";
import {
  checkRules
} from "./chunk-2ZPASTJC.js";
import {
  planSubjects
} from "./chunk-AEVZ67QP.js";
import {
  policyOf
} from "./chunk-AJAWXDQN.js";
import {
  ALL_PLATFORMS,
  CLIENT_ENVIRONMENT,
  ENGINES,
  RejectedDockerfile,
  createBaseResolver,
  decodeIndex,
  hasTag,
  isAttestation,
  locateImage,
  machinePlatformText,
  readDockerfileBytes,
  repositoryPath,
  unpackOciArchive,
  workTreeFiles
} from "./chunk-7HQLDJTD.js";
import "./chunk-HPSARMEG.js";
import "./chunk-SUCAV5M4.js";
import {
  readDockerfile
} from "./chunk-5PAOY7GA.js";
import {
  plain
} from "./chunk-WLBLYBMP.js";
import "./chunk-L2YUO7LY.js";
import "./chunk-QMQSBEMZ.js";
import {
  onceFor
} from "./chunk-GOS64WHV.js";
import "./chunk-FTFZE2SS.js";
import "./chunk-BLLY7DYC.js";
import "./chunk-PDGSMBSM.js";
import "./chunk-YCY7Y5KH.js";
import "./chunk-ZM5ESNZ2.js";
import "./chunk-DO2W2KTE.js";
import "./chunk-3U33QVBN.js";
import "./chunk-J4V4GNMN.js";
import "./chunk-IEQ3EHIZ.js";
import "./chunk-QDWQURBN.js";
import {
  DockerfileError,
  IMAGE_LIMITS
} from "./chunk-TZCQQT6A.js";
import {
  formatImageReference,
  parseImageReference
} from "./chunk-Q3RRR3VC.js";
import "./chunk-P3VS4RNN.js";
import "./chunk-AZJMNLZK.js";
import "./chunk-LQLOOPP6.js";
import {
  UsageError,
  detailOf,
  toProblem
} from "./chunk-3OE5NGK7.js";
import {
  errorCode,
  errorMessage
} from "./chunk-UM53JYGR.js";
import "./chunk-O5CCVBBB.js";

// src/evidence/digests/digest-finder.ts
var DIGEST = /^sha256:[0-9a-f]{64}$/;

// src/evidence/digests/engine-digests.ts
var ASK_MS = 3e3;
function engineDigests(host) {
  let known = null;
  return async (wanted) => {
    known ??= listDigests(host);
    const [digest, ...more] = (await known).get(formatImageReference({ ...wanted, digest: null })) ?? [];
    if (digest === void 0) return null;
    if (more.length > 0) return { reason: "the local engines have several images of this name" };
    return { digest, source: "the local engine" };
  };
}
async function listDigests(host) {
  const digests = /* @__PURE__ */ new Map();
  for (const rows of await Promise.all(ENGINES.map((engine) => rowsOf(engine, host)))) {
    for (const { name, digest } of rows) {
      const key = formatImageReference(name);
      digests.set(key, (digests.get(key) ?? /* @__PURE__ */ new Set()).add(digest));
    }
  }
  return digests;
}
var COLUMNS = "{{.Repository}}	{{.Tag}}	{{.Digest}}";
async function rowsOf(engine, { exec, env }) {
  const program = await exec.which(engine);
  if (program === null) return [];
  const args = ["image", "ls", "--digests", "--format", COLUMNS];
  const result = await exec.run(program, args, { env: env.pick(CLIENT_ENVIRONMENT), timeoutMs: ASK_MS }).catch(() => null);
  if (result?.exitCode !== 0) return [];
  return result.stdout.split("\n").flatMap((line) => {
    const [repository = "", tag = "", digest = ""] = line.split("	");
    const parsed = parseImageReference(repository);
    if (parsed === null || tag === "" || tag === "<none>" || !DIGEST.test(digest)) return [];
    return [{ name: { ...parsed, tag, digest: null }, digest }];
  });
}

// src/evidence/digests/given-digests.ts
import { join } from "node:path";
function givenDigests(given, folder, host) {
  const sources = new Map(
    Object.entries(given).flatMap(([name, source]) => {
      const parsed = parseImageReference(name);
      return parsed === null ? [] : [[formatImageReference(parsed), source]];
    })
  );
  return async (wanted) => {
    const source = sources.get(formatImageReference(wanted));
    return source === void 0 ? null : read(source, folder, host);
  };
}
async function read(text, workingDirectory, host) {
  const source = await locateImage(text, workingDirectory, host);
  if (source.kind !== "oci" && source.kind !== "oci-archive") {
    return { reason: `${text}, given for it, has no digest that a registry knows` };
  }
  const folder = source.kind === "oci" ? source.folder : await unpackOciArchive(source.file, host);
  const index = await host.files.readBytes(join(folder, "index.json"), IMAGE_LIMITS.document);
  const { tag } = source;
  const images = decodeIndex(index, "its index.json").filter((one) => !isAttestation(one));
  const [image, ...more] = tag === null ? images : images.filter((one) => hasTag(one, tag));
  if (image === void 0 || more.length > 0) return { reason: `${text}, given for it, holds not exactly one image` };
  return DIGEST.test(image.digest) ? { digest: image.digest, source: text } : { reason: `${text} has another kind of digest` };
}

// src/evidence/digests/registry-digests.ts
var ASK_MS2 = 6e4;
var ENVIRONMENT = [
  ...CLIENT_ENVIRONMENT,
  ..."REGISTRY_AUTH_FILE HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy".split(" ")
];
var TOOLS = [
  ["skopeo", (name) => ["inspect", "--no-tags", "--format", "{{.Digest}}", `docker://${name}`]],
  ["docker", (name) => ["buildx", "imagetools", "inspect", "--format", "{{.Manifest.Digest}}", name]]
];
function registryDigests(host) {
  return async (wanted) => {
    const reasons = [];
    for (const [tool, args] of TOOLS) {
      const program = await host.exec.which(tool);
      if (program === null) continue;
      const answer = await ask(program, args(nameFor(wanted)), host);
      if (DIGEST.test(answer)) return { digest: answer, source: "the registry" };
      reasons.push(`${tool}: ${answer}`);
    }
    return {
      reason: reasons.length > 0 ? reasons.join("; ") : "neither skopeo nor docker buildx is there to ask for it"
    };
  };
}
function nameFor(wanted) {
  return formatImageReference({ ...wanted, digest: null });
}
async function ask(program, args, { exec, env }) {
  const result = await exec.run(program, args, { env: env.pick(ENVIRONMENT), timeoutMs: ASK_MS2 }).catch(() => null);
  if (result === null) return "cannot be started";
  if (result.timedOut) return `no answer within ${ASK_MS2 / 1e3} s`;
  const text = result.exitCode === 0 ? result.stdout.trim() : lastLine(result.stderr);
  return DIGEST.test(text) ? text : oneLine(text === "" ? "its answer is not understood" : text);
}
function lastLine(text) {
  return text.split("\n").findLast((line) => line.trim() !== "") ?? "";
}
function oneLine(text) {
  return text.replace(new RegExp("\\p{Cc}+", "gu"), " ").trim().slice(0, 200);
}

// src/evidence/digests/digest-book.ts
var DigestBook = class {
  #finders;
  #known = /* @__PURE__ */ new Map();
  constructor({ base, resolveBases, workingDirectory }, host) {
    this.#finders = [
      givenDigests(base, workingDirectory, host),
      ...resolveBases === "registry" ? [registryDigests(host)] : [],
      ...resolveBases === "repository" ? [] : [engineDigests(host)]
    ];
  }
  /** @param reference as a Dockerfile names it, variables expanded */
  find(reference) {
    const parsed = parseImageReference(reference);
    if (parsed === null) return Promise.resolve({ reason: "it is not the name of an image" });
    return onceFor(this.#known, formatImageReference(parsed), () => this.#ask(parsed));
  }
  async #ask(wanted) {
    const reasons = [];
    for (const find of this.#finders) {
      const found = await find(wanted);
      if (found !== null && "digest" in found) return found;
      if (found !== null) reasons.push(found.reason);
    }
    const reason = "neither --base nor the local engine has it, and no registry was asked (see --resolve-bases)";
    return { reason: reasons.length > 0 ? reasons.join("; ") : reason };
  }
};

// src/fix/diff/line-diff.ts
var MOST_STEPS = 1e3;
function diffLines(before, after) {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const [old, now] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const runs = [
    { kind: "same", lines: before.slice(0, head) },
    ...walk(old, now) ?? [
      { kind: "old", lines: old },
      { kind: "new", lines: now }
    ],
    { kind: "same", lines: before.slice(before.length - tail) }
  ];
  return runs.filter(({ lines }) => lines.length > 0);
}
function walk(old, now) {
  const trace = [];
  const limit = Math.min(old.length + now.length, MOST_STEPS);
  let ends = new Int32Array(2 * limit + 3);
  const at = (diagonal) => diagonal + limit + 1;
  for (let step = 0; step <= limit; step++) {
    trace.push(ends);
    ends = ends.slice();
    for (let diagonal = -step; diagonal <= step; diagonal += 2) {
      let x = nextX(ends, diagonal, step, at);
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x++;
      ends[at(diagonal)] = x;
      if (x >= old.length && x - diagonal >= now.length) return retrace(old, now, trace, at);
    }
  }
  return null;
}
function isDown(ends, diagonal, step, at) {
  return diagonal === -step || diagonal !== step && (ends[at(diagonal - 1)] ?? 0) < (ends[at(diagonal + 1)] ?? 0);
}
function nextX(ends, diagonal, step, at) {
  return isDown(ends, diagonal, step, at) ? ends[at(diagonal + 1)] ?? 0 : (ends[at(diagonal - 1)] ?? 0) + 1;
}
function retrace(old, now, trace, at) {
  const reversed = [];
  let [x, y] = [old.length, now.length];
  for (let step = trace.length - 1; step >= 0; step--) {
    const ends = trace[step] ?? new Int32Array();
    const diagonal = x - y;
    const from = step === 0 ? 0 : nextX(ends, diagonal, step, at);
    while (x > from && y > from - diagonal) {
      reversed.push({ kind: "same", line: old[x - 1] ?? "" });
      x--;
      y--;
    }
    if (step === 0) break;
    if (isDown(ends, diagonal, step, at)) {
      y--;
      reversed.push({ kind: "new", line: now[y] ?? "" });
    } else {
      x--;
      reversed.push({ kind: "old", line: old[x] ?? "" });
    }
  }
  return joinRuns(reversed.reverse());
}
function joinRuns(lines) {
  const runs = [];
  for (const { kind, line } of lines) {
    const last = runs.at(-1);
    const before = runs.at(-2);
    if (last?.kind === kind) last.lines.push(line);
    else if (kind === "old" && last?.kind === "new" && before?.kind === "old") before.lines.push(line);
    else if (kind === "old" && last?.kind === "new") runs.splice(-1, 0, { kind, lines: [line] });
    else runs.push({ kind, lines: [line] });
  }
  return runs;
}

// src/fix/diff/unified-diff.ts
var CONTEXT = 3;
var NO_LINE_END = "\\ No newline at end of file";
function unifiedDiff(file, before, after) {
  if (before === after) return "";
  const lines = numbered(diffLines(splitLines(before), splitLines(after)));
  const hunks = hunksOf(lines).map((hunk) => hunkText(hunk));
  return [`--- ${quoted(`a/${file}`)}
+++ ${quoted(`b/${file}`)}
`, ...hunks].join("");
}
function splitLines(text) {
  return text === "" ? [] : text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
function numbered(runs) {
  const lines = [];
  let [old, now] = [0, 0];
  for (const { kind, lines: texts } of runs) {
    for (const text of texts) {
      lines.push({ mark: kind === "same" ? " " : kind === "old" ? "-" : "+", text, old, now });
      if (kind !== "new") old++;
      if (kind !== "old") now++;
    }
  }
  return lines;
}
function hunksOf(lines) {
  const ranges = [];
  for (const [index, { mark }] of lines.entries()) {
    if (mark === " ") continue;
    const [start, end] = [Math.max(0, index - CONTEXT), Math.min(lines.length, index + CONTEXT + 1)];
    const last = ranges.at(-1);
    if (last !== void 0 && start <= last.end) last.end = end;
    else ranges.push({ start, end });
  }
  return ranges.map(({ start, end }) => lines.slice(start, end));
}
function hunkText(lines) {
  const [first] = lines;
  const old = lines.filter(({ mark }) => mark !== "+").length;
  const now = lines.filter(({ mark }) => mark !== "-").length;
  const head = `@@ -${range(first?.old ?? 0, old)} +${range(first?.now ?? 0, now)} @@
`;
  const body = lines.map(({ mark, text }) => `${mark}${text}${text.endsWith("\n") ? "" : `
${NO_LINE_END}
`}`);
  return [head, ...body].join("");
}
function range(before, count) {
  return count === 1 ? `${before + 1}` : `${count === 0 ? before : before + 1},${count}`;
}
function quoted(name) {
  if (!/[\p{Cc}"\\]/u.test(name)) return name;
  const escaped = name.replace(/["\\]/g, "\\$&").replace(new RegExp("\\p{Cc}", "gu"), (char) => {
    return [...new TextEncoder().encode(char)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
  });
  return `"${escaped}"`;
}

// src/fix/fix-source.ts
function fixSource(source, dockerfile, checks, facts, unsafe) {
  const proposals = new Proposals(dockerfile, source, facts);
  const groups = [];
  const unfixed = [];
  for (const check of checks) {
    for (const violation of violationsOf(check, dockerfile)) {
      const { rule } = check;
      const line = violation.location?.file === dockerfile.file ? violation.location.startLine : null;
      const proposed = proposals.for(rule, violation);
      if (proposed === null) unfixed.push({ rule, line, reason: violation.fix });
      else if ("reason" in proposed) unfixed.push({ rule, line, reason: proposed.reason });
      else if (!proposed.isSafe && !unsafe) {
        unfixed.push({ rule, line, reason: `--unsafe proposes an edit; ${proposed.note ?? "look at it well"}.` });
      } else groups.push({ rule, line: line ?? 1, note: proposed.note, edits: proposed.edits });
    }
  }
  const { kept, edits } = withoutOverlaps(source, groups);
  const fixed = kept.map(({ rule, line, note }) => ({ rule, line, note })).sort((a, b) => a.line - b.line);
  unfixed.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { source: applyEdits(source, edits), fixed, unfixed };
}
function violationsOf({ rule, answer, violations }, { base, config }) {
  if (rule !== "user-non-root" || answer !== "unknown" || config.user.value !== null) return violations;
  if (base === null || baseAccount(base.reference) === null) return violations;
  const violation = { message: "", fix: "", location: base.location, related: [], place: "", severity: null };
  return [violation];
}

// src/commands/fix-build.ts
var MOST_ROUNDS = 4;
async function fixBuild(text, file, build, unsafe, tools, host) {
  const fixed = [];
  let source = text;
  for (let round = 1; ; round++) {
    const { evidence, checks, digests } = await judge(source, file, build, tools, host);
    const facts = { digest: (reference) => digests.get(reference) ?? { reason: "it was not looked up" } };
    const next = fixSource(source, evidence, checks, facts, unsafe);
    fixed.push(...next.fixed);
    if (next.source === source || round === MOST_ROUNDS) return { ...next, fixed };
    source = next.source;
  }
}
async function judge(source, file, build, { bases, digests, policy }, host) {
  const { target, buildArgs } = build;
  const wanted = build.platform === ALL_PLATFORMS ? null : build.platform;
  const platform = wanted ?? machinePlatformText(host.machine.arch);
  const chain = await evaluate({ source, file, target, buildArgs, platform }, bases);
  const evidence = { dockerfile: chain.evidence, image: null, scan: null, repository: null };
  const checks = checkRules(evidence, policy);
  return { evidence: chain.evidence, checks, digests: await digestsFor(chain.evidence, checks, digests) };
}
async function digestsFor({ pulledImages }, checks, digests) {
  const answers = /* @__PURE__ */ new Map();
  if (!checks.some(({ rule, answer }) => rule === "base-digest" && answer === "fail")) return answers;
  for (const { reference, written, builtBy } of pulledImages) {
    if (reference === null || reference !== written || reference.includes("@") || builtBy !== void 0) continue;
    answers.set(reference, await digests.find(reference));
  }
  return answers;
}
async function evaluate({
  source,
  file,
  ...build
}, bases) {
  try {
    return await bases.evaluate({ ...build, parsed: readDockerfile(source, file), assumeBuilds: true });
  } catch (error) {
    throw error instanceof DockerfileError ? new RejectedDockerfile(file, error) : error;
  }
}

// src/commands/fix.ts
async function fix(asked, options, cacheFolder, host) {
  const { settings } = asked;
  const tools = {
    bases: createBaseResolver(asked, cacheFolder, host),
    digests: new DigestBook(settings, host),
    policy: policyOf(settings, asked.policyFile)
  };
  const builds = Map.groupBy(await planSubjects(asked, host), ({ dockerfile }) => dockerfile);
  const diffs = [];
  const kinds = /* @__PURE__ */ new Set();
  let isOpen = false;
  for (const [path, planned] of builds) {
    if (path === null) continue;
    try {
      const diff = await fixFile(path, planned, options, settings.workingDirectory, tools, host);
      diffs.push(diff);
      isOpen ||= diff !== "" && !options.write;
    } catch (error) {
      host.log.debug(detailOf(error));
      const { kind, message, advice } = toProblem(error);
      host.log.error(`${message}
${advice}`);
      kinds.add(kind);
    }
  }
  if ([...builds.keys()].every((path) => path === null)) {
    throw new UsageError("nothing-to-fix", "No Dockerfile is named.", "Name it with --dockerfile.");
  }
  if (isOpen) host.log.info("Nothing is written yet: --write writes what is shown.");
  return { diff: diffs.join(""), exitCode: kinds.has("usage") ? 2 : kinds.has("verify") ? 3 : isOpen ? 1 : 0 };
}
async function fixFile(path, builds, options, workingDirectory, tools, host) {
  const file = repositoryPath(path, workingDirectory);
  const before = decoded(
    await readDockerfileBytes(path, workingDirectory, workTreeFiles(workingDirectory, host.files)),
    file
  );
  const messages = /* @__PURE__ */ new Set();
  const done = options.write ? "fixed" : "can be fixed";
  let source = before;
  for (const build of builds) {
    const { fixed, unfixed, ...result } = await fixBuild(source, file, build, options.unsafe, tools, host);
    source = result.source;
    for (const { rule, line, note } of fixed) {
      messages.add(`${plain(file)}:${line}: ${rule}: ${done}${note === null ? "" : `; ${plain(note)}`}.`);
    }
    for (const { rule, line, reason } of unfixed) {
      messages.add(`${plain(file)}${line === null ? "" : `:${line}`}: ${rule}: not fixed. ${plain(reason, 500)}`);
    }
  }
  if (options.write && source !== before) await write(path, workingDirectory, source, host);
  for (const message of messages) host.log.info(message);
  return unifiedDiff(file, before, source);
}
function decoded(bytes, file) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError("not-utf8", `${file} is not UTF-8, so it is not edited.`, "Save it as UTF-8.");
  }
}
async function write(path, workingDirectory, text, { files }) {
  try {
    await files.rewriteText(workingDirectory, path, text);
  } catch (error) {
    if (errorCode(error) !== "ELOOP" && errorCode(error) !== "EINVAL") throw error;
    const advice = "Fix the file that the link leads to, by its own path.";
    throw new UsageError("not-written", `${path} is not written: ${errorMessage(error)}.`, advice);
  }
}
export {
  fix
};
