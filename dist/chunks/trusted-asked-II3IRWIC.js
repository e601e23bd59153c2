import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  DEFAULT_POLICY,
  loadAsked,
  readPolicyText
} from "./chunk-Z6W7LLEP.js";
import {
  readAtBase
} from "./chunk-LLOKMWYS.js";
import {
  USUAL_IGNORE_FILES
} from "./chunk-HB33IA4X.js";
import {
  policyOf
} from "./chunk-AJAWXDQN.js";
import {
  listOf,
  mapOf,
  readYaml,
  textOf
} from "./chunk-HPSARMEG.js";
import {
  indexMarks
} from "./chunk-LAXLIIWE.js";
import "./chunk-L2YUO7LY.js";
import {
  givenBy,
  isGiven,
  loadSettings,
  variableName
} from "./chunk-BMPQDGPK.js";
import {
  OPTIONS,
  OPTION_KEYS,
  optionName
} from "./chunk-GDAOSJ42.js";
import "./chunk-GOS64WHV.js";
import "./chunk-TLC47LVR.js";
import {
  SEVERITIES,
  compareSeverity
} from "./chunk-P3VS4RNN.js";
import "./chunk-AZJMNLZK.js";
import {
  UsageError
} from "./chunk-3OE5NGK7.js";
import {
  errorCode
} from "./chunk-UM53JYGR.js";
import "./chunk-O5CCVBBB.js";

// src/commands/trusted-asked.ts
import { posix as posix2, resolve as resolve4 } from "node:path";

// src/policy/trust/images.ts
function imagesOfChange(base, head, exists, existed) {
  const kept = base.flatMap((image) => {
    if (image.dockerfile === null || exists(image.dockerfile)) return [image];
    const moved = head.find((other) => isSame(image, other));
    return moved === void 0 ? [] : [{ ...image, dockerfile: moved.dockerfile, context: moved.context }];
  });
  const added = head.filter((image) => !base.some((other) => isSame(image, other)));
  const isNew = ({ dockerfile }) => dockerfile !== null && !existed(dockerfile);
  return [...kept, ...added.map((image) => isNew(image) ? image : { ...image, transport: null })];
}
function basesOfChange(base, head, exists) {
  const entries = Object.entries(base).flatMap(([name, build]) => {
    if (exists(build.dockerfile)) return [[name, build]];
    const moved = Object.hasOwn(head, name) ? head[name] : void 0;
    return moved === void 0 ? [] : [[name, { ...build, dockerfile: moved.dockerfile }]];
  });
  return Object.fromEntries(entries);
}
function isSame(one2, other) {
  if (one2.name !== null || other.name !== null) return one2.name === other.name;
  if (one2.image !== null || other.image !== null) return one2.image === other.image && one2.platform === other.platform;
  return one2.dockerfile === other.dockerfile && one2.target === other.target;
}

// src/policy/trust/table.ts
import { isAbsolute, relative, resolve } from "node:path";
var FREE = { kind: "free" };
var VOUCHED = { kind: "vouched" };
var one = (path) => path === null ? [] : [path];
var ofImage = (source) => {
  const path = source.replace(/^(docker-archive|oci-archive|oci):/, "");
  return [.../* @__PURE__ */ new Set([source, path, path.replace(/:[^:/\\]*$/, "")])];
};
var TRUST = {
  image: FREE,
  dockerfile: FREE,
  target: FREE,
  buildArg: FREE,
  platform: FREE,
  policy: VOUCHED,
  base: { kind: "vouched", paths: (asked) => Object.values(asked).flatMap(ofImage) },
  resolveBases: VOUCHED,
  profile: {
    kind: "tighter",
    // `mcp` gives new advisories a period of grace that `container` does not: neither holds all of the other.
    atLeast: (asked, base) => asked === "strict" || asked === base.profile,
    says: "`strict`"
  },
  transport: VOUCHED,
  scanners: {
    kind: "tighter",
    atLeast: (asked, base) => base.scanners.every((scanner) => asked.includes(scanner)),
    says: "more scanners"
  },
  failOn: {
    kind: "tighter",
    atLeast: (asked, base) => SEVERITIES.indexOf(asked) >= SEVERITIES.indexOf(base.failOn),
    says: "a lower severity"
  },
  failUnfixed: { kind: "tighter", atLeast: (asked, base) => asked || !base.failUnfixed, says: "`true`" },
  mode: { kind: "tighter", atLeast: (asked, base) => asked === "enforce" || base.mode === "report", says: "`enforce`" },
  gate: {
    kind: "tighter",
    // On a change `auto` is `new`.
    atLeast: (asked, base) => asked === "all" || base.gate !== "all",
    says: "`all`"
  },
  baselineCommit: VOUCHED,
  baselineImage: { kind: "vouched", paths: (asked) => asked.flatMap(ofImage) },
  baseline: { kind: "vouched", paths: one },
  allowBase: {
    kind: "tighter",
    atLeast: (asked, base) => base.allowBase.length === 0 || isPartOf(asked, base.allowBase),
    says: "fewer of the same patterns; a first list"
  },
  allowPort: {
    kind: "tighter",
    atLeast: (asked, base) => {
      const allowed = policyOf(base).allowedPorts;
      return allowed === null || isPartOf(asked, allowed);
    },
    says: "fewer of the same ports; a first list"
  },
  reportDir: FREE,
  format: FREE,
  sbom: FREE,
  sarifCategory: FREE,
  sarifUpload: FREE,
  storeBaseline: FREE,
  comment: FREE,
  token: FREE,
  trivyVersion: VOUCHED,
  trivyMinAge: { kind: "tighter", atLeast: (asked, base) => asked >= base.trivyMinAge, says: "a longer time" },
  allowOldTrivy: { kind: "tighter", atLeast: (asked, base) => !asked || base.allowOldTrivy, says: "`false`" },
  trivyPath: { kind: "vouched", paths: one },
  trivyDownloadUrl: VOUCHED,
  trivySha256: VOUCHED,
  trivyTrustedRoot: { kind: "vouched", paths: one },
  trivyCacheDir: {
    kind: "vouched",
    paths: one,
    // No file of the change can be there, and what is there is checked by digest.
    unless: (asked, where) => asked !== null && !isInside(resolve(where.workingDirectory, asked), where.workspace),
    says: "a folder outside of the workspace"
  },
  skipDbUpdate: VOUCHED,
  maxDbAge: {
    kind: "tighter",
    atLeast: (asked, base) => base.maxDbAge === null || asked !== null && asked <= base.maxDbAge,
    says: "a shorter time"
  },
  dbRepository: { kind: "vouched", paths: (asked) => asked.flatMap(ofImage) },
  javaDbRepository: { kind: "vouched", paths: (asked) => asked.flatMap(ofImage) },
  imageCache: FREE,
  workingDirectory: FREE,
  timeout: FREE,
  debug: FREE,
  quiet: FREE
};
function isPartOf(asked, all) {
  return asked.length > 0 && asked.every((item) => all.includes(item));
}
function isInside(path, folder) {
  const way = relative(folder, path);
  return way !== ".." && !/^\.\.[\\/]/.test(way) && !isAbsolute(way);
}
function vouchedPaths(key, value) {
  const trust = TRUST[key];
  return trust.kind === "vouched" ? trust.paths?.(value) ?? [] : [];
}

// src/policy/trust.ts
import { isDeepStrictEqual } from "node:util";
function tighten(asked, given, base, where) {
  const settings = { ...base };
  const ignored = [];
  for (const key of given) {
    const used = base[key];
    if (isDeepStrictEqual(asked[key], used)) continue;
    if (counts(key, asked, base, where)) take(settings, key, asked);
    else ignored.push({ key, asked: asked[key], used });
  }
  return { settings, ignored };
}
function counts(key, asked, base, where) {
  const trust = TRUST[key];
  if (trust.kind === "free") return true;
  if (trust.kind === "tighter") return trust.atLeast(asked[key], base);
  return trust.unless?.(asked[key], where) ?? false;
}
function take(to, key, from) {
  to[key] = from[key];
}

// src/commands/trust/changed-paths.ts
import { relative as relative2, resolve as resolve2, sep } from "node:path";
async function changedPaths({ files, root }, workingDirectory, host) {
  const [before, now] = await Promise.all([files.marks(), indexMarks(root, host)]);
  const differing = /* @__PURE__ */ new Set();
  for (const [path, mark] of now ?? []) {
    if (before?.get(path) !== mark || mark.startsWith("link ")) differing.add(path);
  }
  for (const path of before?.keys() ?? []) if (now?.has(path) !== true) differing.add(path);
  return (path) => {
    const full = resolve2(workingDirectory, path);
    if (!isInside(full, root)) return false;
    if (before === null || now === null) return true;
    const inside = relative2(root, full).split(sep).join("/");
    return [...differing].some(
      (one2) => inside === "" || one2 === inside || one2.startsWith(`${inside}/`) || inside.startsWith(`${one2}/`)
    );
  };
}

// src/commands/trust/written-by.ts
import { isDeepStrictEqual as isDeepStrictEqual3 } from "node:util";

// src/commands/trust/vouched-inputs.ts
import { isDeepStrictEqual as isDeepStrictEqual2 } from "node:util";
function vouchedInputs(given, written2) {
  const isVouched = (key) => {
    const values = given[key];
    if (!isGiven(values)) return false;
    const asked = decoded(key, values);
    const names = [optionName(key), variableName(key).toLowerCase()];
    return written2.some(([name, text]) => {
      const there = names.includes(name) ? decoded(key, [text]) : null;
      return asked !== null && there !== null && isDeepStrictEqual2(asked, there);
    });
  };
  return new Set(OPTION_KEYS.filter(isVouched));
}
function decoded(key, values) {
  try {
    return { value: loadSettings({ [key]: values })[key] };
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

// src/commands/trust/written-by.ts
function writtenBy({ given }, key) {
  const names = [optionName(key), variableName(key).toLowerCase()];
  for (const name of names) {
    const [, text] = given.find(([one2, value]) => one2 === name && value?.trim() !== "") ?? [];
    if (text === null || text?.includes("${{") === true) return null;
    if (text !== void 0) {
      const meant = decoded(key, [text]);
      return meant === null ? null : { text, value: meant.value };
    }
  }
  return null;
}
function agreed(steps, key) {
  const [first, ...more] = steps.map((step) => writtenBy(step, key));
  if (first === void 0 || first === null) return null;
  const same = (other) => other !== null && isDeepStrictEqual3(other.value, first.value);
  return more.every(same) ? first : null;
}

// src/commands/trust/demanded-inputs.ts
async function stepsOfAction(action, ofJob, ofAllJobs) {
  const ours = ({ steps }) => steps.filter(({ uses }) => isOurs(uses.toLowerCase(), action.toLowerCase()));
  const own = ours(ofJob);
  return own.length > 0 ? own : ours(await ofAllJobs());
}
function isOurs(uses, action) {
  return action === "" ? uses.startsWith("./") : uses.startsWith(`${action}@`) || uses.startsWith(`${action}/`);
}
function demandedInputs({ steps, except }, base) {
  const settings = { ...base };
  const keys = OPTION_KEYS.filter((key) => !except.includes(key) && demand(settings, key, steps, base));
  return { settings, keys };
}
function demand(to, key, steps, base) {
  const trust = TRUST[key];
  if (trust.kind !== "tighter") return false;
  const holds = (value, other) => trust.atLeast(value, { ...base, [key]: other });
  const least = leastOf(key, steps, holds);
  if (least === null || !holds(least.value, base[key]) || holds(base[key], least.value)) return false;
  to[key] = least.value;
  return true;
}
function writtenThreshold(steps) {
  const holds = (value, other) => compareSeverity(value, other) >= 0;
  return leastOf("failOn", steps, holds)?.value ?? null;
}
function leastOf(key, steps, holds) {
  const values = steps.flatMap((step) => writtenBy(step, key) ?? []);
  if (values.length < steps.length) return null;
  return values.find((one2) => values.every((other) => holds(other.value, one2.value))) ?? null;
}

// src/commands/trust/ignored-notice.ts
function ignoredNotice({ key, used }, given, location) {
  const asked = shown((given[key] ?? []).flatMap((text) => text.split(/\r?\n/)).join(", "));
  return {
    kind: "ignored-on-pull-request",
    message: `${optionName(key)}: ${asked} is ignored for this change, and ${inWords(key, used)} counts. ${advice(key)}`,
    location
  };
}
function leftOutNotice(key, used, location) {
  return {
    kind: "ignored-on-pull-request",
    message: `${optionName(key)} is no longer given, which is ignored for this change: ${inWords(key, used)} counts, as the workflow file of the base branch says.`,
    location
  };
}
function advice(key) {
  const trust = TRUST[key];
  if (trust.kind === "tighter") {
    return `A change may only ask for more (${trust.says}); anything else counts once the policy file of the base branch says it.`;
  }
  return "It counts once the workflow file of the base branch gives the same value, written out, and the change leaves what it names as it is.";
}
var HOUR = 36e5;
function inWords(key, value) {
  if (value === OPTIONS[key].fallback || Array.isArray(value) && value.length === 0) {
    const { defaultText } = OPTIONS[key];
    return defaultText === "" ? "none" : `the default (${defaultText.replaceAll("`", "")})`;
  }
  if (value === null) return "no limit";
  if (typeof value === "number") return value % HOUR === 0 ? `${value / HOUR}h` : `${value / 1e3}s`;
  if (Array.isArray(value)) return shown(value.join(", "));
  if (typeof value === "string" || typeof value === "boolean") return shown(`${value}`);
  return shown(Object.keys(Object(value)).join(", ")) || "none";
}
function shown(text) {
  const line = text.replaceAll(new RegExp("\\p{Cc}+", "gu"), " ").trim();
  return line.length > 80 ? `${line.slice(0, 79)}\u2026` : line;
}

// src/commands/trust/kept-inputs.ts
function keptInputs(steps, except, isChanged) {
  const kept = OPTION_KEYS.filter((key) => TRUST[key].kind === "vouched" && !except.includes(key));
  return Object.fromEntries(kept.flatMap((key) => textOf2(key, steps, isChanged) ?? []));
}
function textOf2(key, steps, isChanged) {
  const own = agreed(steps, key);
  if (own === null || vouchedPaths(key, own.value).some(isChanged)) return null;
  return [[key, [own.text]]];
}

// src/commands/trust/policy-changes.ts
import { resolve as resolve3 } from "node:path";
var LARGEST = 1024 * 1024;
async function policyChanges({ settings, policyFile }, change, { files }) {
  const policy = settings.policy ?? DEFAULT_POLICY;
  const paths = [policy, ...policyFile?.ignoreFiles ?? USUAL_IGNORE_FILES, ...policyFile?.vexFiles ?? []];
  const before = readAtBase(change);
  const notices = [];
  for (const path of new Set(paths)) {
    const was = await before(path);
    const is = await readHead(resolve3(settings.workingDirectory, path), files);
    if (was === is) continue;
    const what = was === null ? "is new" : is === null ? "is gone" : "is changed";
    notices.push({
      kind: "ignored-on-pull-request",
      message: `${path} ${what}: that takes effect once it is merged. What counts here is ${change.description}.`,
      location: is === null ? null : { file: path, startLine: 1, endLine: 1 }
    });
  }
  return notices;
}
async function readHead(path, files) {
  try {
    return await files.readText(path, LARGEST);
  } catch (error) {
    if (errorCode(error) !== "") return null;
    throw error;
  }
}

// src/commands/trust/workflow-inputs.ts
import { posix } from "node:path";
var MOST_FILES = 20;
async function readWorkflow({ workflowPath, job }, files) {
  const found = [];
  const steps = [];
  const parts = workflowPath === null ? [] : [{ path: workflowPath, job }];
  for (const part of parts) {
    const bytes = await files.read(part.path).catch(nothingTooLarge);
    const value = bytes === null ? null : readYaml(new TextDecoder().decode(bytes))?.value ?? null;
    const { values, uses, ...content } = contentOf(value, part.job);
    found.push(...values);
    steps.push(...content.steps);
    for (const used of uses) {
      const isKnown = parts.some((one2) => one2.path === used.path && one2.job === used.job);
      if (parts.length < MOST_FILES && !isKnown) parts.push(used);
    }
  }
  return { written: found, steps };
}
function nothingTooLarge(error) {
  if (typeof error === "object" && error !== null && "code" in error && error.code === "EFBIG") return null;
  throw error;
}
function contentOf(value, job) {
  const root = mapOf(value);
  const all = Object.entries(mapOf(root["jobs"])).map(([id, content]) => ({
    isOurs: ["", id].includes(job),
    ...mapped(content)
  }));
  const ours = [...all.filter(({ isOurs: isOurs2 }) => isOurs2), mapped(root["runs"])].map(({ content }) => content);
  const steps = ours.flatMap((one2) => listOf(one2["steps"])).map(mapOf);
  const maps = [...steps.map((step) => step["with"]), ...[root, ...ours, ...steps].map((part) => part["env"])];
  return {
    values: maps.flatMap((map) => Object.entries(mapOf(map)).flatMap(written)),
    steps: ours.flatMap((one2) => listOf(one2["steps"]).map((step) => stepOf(mapOf(step), one2["env"], root["env"]))),
    uses: [
      ...all.flatMap(({ isOurs: isOurs2, content }) => usedBy(content, isOurs2 ? "" : job)),
      ...steps.flatMap((step) => usedBy(step, ""))
    ]
  };
}
function mapped(value) {
  return { content: mapOf(value) };
}
function usedBy(content, job) {
  return filesOf(textOf(content["uses"]) ?? "").map((path) => ({ path, job }));
}
function stepOf(step, ...around) {
  const maps = [step["with"], step["env"], ...around].map(mapOf);
  const given = maps.flatMap(
    (map) => Object.entries(map).map(([name, value]) => [name.toLowerCase(), textOf(value)])
  );
  return { uses: textOf(step["uses"]) ?? "", given };
}
function written([name, value]) {
  const text = textOf(value);
  return text === null || text.includes("${{") ? [] : [[name.toLowerCase(), text]];
}
function filesOf(uses) {
  if (!uses.startsWith("./")) return [];
  const path = posix.normalize(uses.slice(2));
  if (path.startsWith("..")) return [];
  return /\.ya?ml$/.test(path) ? [path] : [posix.join(path, "action.yml"), posix.join(path, "action.yaml")];
}

// src/commands/trusted-asked.ts
async function trustedAsked(raw, { workflowPath, job }, change, host) {
  if (change === null) {
    const asked = await loadAsked(raw, host);
    return { asked, atBase: asked, notices: [] };
  }
  const given = givenBy(raw, (name) => host.env.get(name));
  const wanted = given.load();
  const folder = resolve4(wanted.workingDirectory);
  const isChanged = await changedPaths(change, folder, host);
  const place = { workflowPath: change.trustedWorkflow ? null : workflowPath, job };
  const atBase = await readWorkflow(place, change.files);
  const vouched = change.trustedWorkflow ? new Set(OPTION_KEYS) : vouchedInputs(given.raw, atBase.written);
  const isUnchanged = (key) => vouchedPaths(key, wanted[key]).every((path) => !isChanged(path));
  const counting = OPTION_KEYS.filter(
    (key) => given.has(key) && (isFree(key) || vouched.has(key) && isUnchanged(key))
  );
  const action = host.env.get("GITHUB_ACTION_REPOSITORY")?.trim() ?? "";
  const steps = await stepsOfAction(action, atBase, () => readWorkflow({ ...place, job: "" }, change.files));
  const kept = keptInputs(steps, counting, isChanged);
  const loaded = await loadBase({ ...pick(given.raw, counting), ...kept }, change, host);
  await refuseOtherPlace(loaded, vouched, steps, change);
  const keptKeys = OPTION_KEYS.filter((key) => kept[key] !== void 0);
  const demanded = demandedInputs({ steps, except: [...counting, ...keptKeys] }, loaded.settings);
  const base = { ...loaded, settings: demanded.settings };
  const others = OPTION_KEYS.filter((key) => given.has(key) && !counting.includes(key));
  const leftOut = [...keptKeys, ...demanded.keys].filter((key) => !given.has(key));
  const where = { workspace: change.root, workingDirectory: folder };
  const { settings, ignored } = tighten(wanted, others, base.settings, where);
  const workflow = workflowPath === null ? null : { file: workflowPath, startLine: 1, endLine: 1 };
  const head = await headPolicy(base.settings, host);
  const notices = [
    ...ignored.map((one2) => ignoredNotice(one2, given.raw, workflow)),
    ...leftOut.map((key) => leftOutNotice(key, settings[key], workflow)),
    ...await policyChanges(base, change, host)
  ];
  const floor = counting.includes("failOn") ? [] : [writtenThreshold(steps), given.has("failOn") ? settings.failOn : null];
  const held = base.policyFile === null ? null : heldTo(floor, base.policyFile);
  const policyFile = await together(held, head, folder, change, host);
  return { asked: { settings, policyFile }, atBase: { settings, policyFile: held }, notices };
}
function isFree(key) {
  return TRUST[key].kind === "free";
}
function pick(raw, keys) {
  return Object.fromEntries(Object.entries(raw).filter(([key]) => keys.some((one2) => one2 === key)));
}
function heldTo(given, policyFile) {
  const floors = given.filter((one2) => one2 !== null);
  const strictest = floors.toSorted(compareSeverity).at(-1);
  if (strictest === void 0 || policyFile.failOnByOrigin === null) return policyFile;
  const stricter = (own) => own === "never" || compareSeverity(own, strictest) < 0 ? strictest : own;
  const failOnByOrigin = Object.fromEntries(
    Object.entries(policyFile.failOnByOrigin).map(([origin, own]) => [origin, stricter(own)])
  );
  return { ...policyFile, failOnByOrigin };
}
async function loadBase(raw, change, host) {
  const env = { get: () => void 0, pick: host.env.pick, names: () => [] };
  try {
    return await loadAsked(raw, { ...host, env }, { readPolicy: readAtBase(change) });
  } catch (error) {
    if (!(error instanceof UsageError) || error.code === "bad-option") throw error;
    const advice2 = `It is the policy of ${change.description} that counts for this change. ${error.advice}`;
    throw new UsageError(error.code, error.message, advice2);
  }
}
async function refuseOtherPlace({ settings, policyFile }, vouched, steps, { prefix, files, description }) {
  if (vouched.has("workingDirectory")) return;
  const own = agreed(steps, "workingDirectory")?.value ?? null;
  const left = [...own === null ? [] : [folderPath(own)], ...policyFile === null ? [""] : []];
  for (const folder of left.filter((one2) => one2 !== folderPath(prefix))) {
    const path = posix2.join(folder, DEFAULT_POLICY);
    if (await files.kindOf(path) !== "file") continue;
    throw new UsageError(
      "policy-elsewhere",
      `The working directory ${settings.workingDirectory} leaves a policy file behind (${path} in ${description}).`,
      "Keep working-directory as the workflow of the base branch has it, or give the folder a policy file of its own on the base branch."
    );
  }
}
function folderPath(path) {
  return posix2.relative("/", posix2.join("/", path));
}
async function headPolicy(settings, host) {
  const name = settings.policy ?? DEFAULT_POLICY;
  const text = await readHead(resolve4(settings.workingDirectory, name), host.files);
  return text === null ? null : readPolicyText(text, name, host);
}
async function together(base, head, folder, { files, prefix }, host) {
  if (base === null) return null;
  const exists = await known(dockerfilesOf(base), async (path) => {
    return (await host.files.stat(resolve4(folder, path)))?.kind === "file";
  });
  const existed = await known(head === null ? [] : dockerfilesOf(head), async (path) => {
    return await files.kindOf(posix2.normalize(posix2.join(prefix, path))) !== null;
  });
  return {
    ...base,
    // Without a list everything is judged: a first list would leave something out.
    images: base.images.length === 0 ? [] : imagesOfChange(base.images, head?.images ?? [], exists, existed),
    bases: basesOfChange(base.bases, head?.bases ?? {}, exists)
  };
}
function dockerfilesOf({ images, bases }) {
  return [...images, ...Object.values(bases)].flatMap(({ dockerfile }) => dockerfile ?? []);
}
async function known(paths, ask) {
  const there = /* @__PURE__ */ new Set();
  for (const path of new Set(paths)) if (await ask(path)) there.add(path);
  return (path) => there.has(path);
}
export {
  trustedAsked
};
