import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  LockFiles
} from "./chunk-JZOKEKLP.js";
import {
  attributeLayers
} from "./chunk-ZM5ESNZ2.js";
import {
  compareSeverity
} from "./chunk-P3VS4RNN.js";

// src/image/bundled.ts
var NODE = /^((?:usr\/(?:local\/)?lib|opt\/[^/]+\/lib)\/node_modules)\//;
var BUNDLES = [
  {
    tool: "npm",
    path: new RegExp(`${NODE.source}npm\\/`),
    users: "npm or npx",
    removal: (folder) => `rm -rf /${folder}/npm ${programs(folder, ["npm", "npx"])}`
  },
  {
    tool: "npm",
    path: /^(usr\/share\/nodejs)\/npm\//,
    users: "npm or npx",
    removal: () => "apt-get purge -y npm"
  },
  {
    tool: "Corepack",
    path: new RegExp(`${NODE.source}corepack\\/`),
    users: "corepack, yarn or pnpm",
    removal: (folder) => `rm -rf /${folder}/corepack ${programs(folder, ["corepack"])}`
  },
  {
    tool: "Yarn",
    path: /^(opt\/yarn-v[^/]+)\//,
    users: "yarn",
    removal: (folder) => `rm -rf /${folder} /usr/local/bin/yarn /usr/local/bin/yarnpkg`
  },
  {
    tool: "ensurepip",
    path: /^(usr\/(?:local\/)?lib\/python3(?:\.[0-9]+)?\/ensurepip)\//,
    users: "ensurepip",
    removal: (folder) => `rm -rf /${folder}`
  },
  {
    tool: "pip",
    path: /^(usr\/(?:local\/)?lib\/python3(?:\.[0-9]+)?\/site-packages)\/(?:pip|setuptools|wheel)(?:-[^/]+)?\//,
    users: "pip",
    mayBeOwn: true,
    removal: () => "python -m pip uninstall -y setuptools wheel pip"
  }
];
function bundledRemedy(name, path, origin) {
  const bundle = bundleOf(path, origin);
  const folder = bundle?.path.exec(path ?? "")?.[1];
  if (bundle === void 0 || folder === void 0) return null;
  const { tool, users, removal } = bundle;
  const owner = origin === "base" ? `${tool}, which the base image brings along` : `${tool} itself`;
  return `${name} belongs to ${owner}, not to the application. Unless the container runs ${users}, remove it in the final stage (as root: RUN ${removal(folder)}), or take a base image without it; else update ${tool}.`;
}
function isBundled(path, origin) {
  return bundleOf(path, origin) !== void 0;
}
function bundleOf(path, origin) {
  return BUNDLES.find((bundle) => bundle.path.test(path ?? "") && !(bundle.mayBeOwn && origin === "app"));
}
function programs(folder, names) {
  return names.map((name) => `/${folder.replace(/lib\/node_modules$/, "bin")}/${name}`).join(" ");
}

// src/policy/fingerprint.ts
import { hash } from "node:crypto";
function fingerprint({ subject, id, purl, place }) {
  const parts = ["1", subject, id, purl === null ? "" : withoutVersion(purl), place];
  return hash("sha256", parts.join("\0")).slice(0, 32);
}
function withoutVersion(purl) {
  const bare = purl.split(/[?#]/, 1)[0] ?? "";
  const at = bare.lastIndexOf("@");
  return at > bare.lastIndexOf("/") ? bare.slice(0, at) : bare;
}

// src/policy/nearest-fix.ts
var PLAIN = /^v?(\d{1,9}(?:\.\d{1,9}){0,5})((?:-|\.|_)?(?:a|alpha|b|beta|c|rc|dev|pre|preview|m|snapshot|canary)(?:[.-]?\d{1,9})?)?$/i;
function nearestFix(installed, fixed) {
  const written = fixed.split(",", 64).map((one) => one.trim());
  const [only] = written;
  if (written.length === 1 && only !== void 0) return only;
  const from = parse(installed);
  const versions = written.map(parse);
  if (from === null || !versions.every((version) => version !== null)) return null;
  const [nearest, next] = versions.filter((version) => compare(version, from) >= 0).sort(compare);
  const isOpen = (other) => nearest !== void 0 && other !== void 0 && compare(nearest, other) === 0 && nearest.written !== other.written;
  return nearest === void 0 || isOpen(from) || isOpen(next) ? null : nearest.written;
}
function parse(written) {
  const [, numbers, before] = PLAIN.exec(written) ?? [];
  if (numbers === void 0) return null;
  return { written, numbers: numbers.split(".").map(Number), rank: before === void 0 ? 0 : -1 };
}
function compare(a, b) {
  for (let at = 0; at < Math.max(a.numbers.length, b.numbers.length); at += 1) {
    const difference = (a.numbers[at] ?? 0) - (b.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.rank - b.rank;
}

// src/policy/places.ts
function placesOf({ dockerfile, image }, { named, lockFiles }) {
  const sources = dockerfile !== null && image !== null ? attributeLayers(image, dockerfile, dockerfile.bases) : /* @__PURE__ */ new Map();
  const fallback = dockerfile?.base?.location ?? dockerfile?.stages[dockerfile.target]?.location ?? named;
  const locks = new LockFiles(lockFiles ?? /* @__PURE__ */ new Map());
  const ofLayer = (layer, kind) => {
    const source = layer === null ? void 0 : sources.get(layer);
    if (source === void 0) return { location: fallback, related: [], origin: null, builtHere: false };
    const origin = source.origin === "base" ? "base" : kind === "language" ? "app" : "build";
    const builtHere = origin === "base" && source.instruction !== null;
    return { location: source.location, related: copiedFrom(source), origin, builtHere };
  };
  const ofPackage = (advisory) => {
    const { layer, kind, path, purl, installed } = advisory;
    const place = ofLayer(layer, kind);
    const isElsewhere = place.origin === "base" && !place.builtHere;
    if (kind === "os" || dockerfile === null || isElsewhere || isBundled(path, place.origin)) return place;
    const found = { name: advisory.package, version: installed, purl, path };
    const location = locks.find(found, place.builtHere ? place.location?.file ?? dockerfile.file : dockerfile.file);
    if (location === null) return place;
    const source = layer === null ? void 0 : sources.get(layer);
    return { ...place, location, related: [...broughtBy(source), ...place.related] };
  };
  return { ofLayer, ofPackage };
}
function broughtBy(source) {
  if (source === void 0) return [];
  const keyword = source.instruction?.keyword ?? "FROM";
  return [{ location: source.location, message: `This ${keyword} brings it into the image.` }];
}
function copiedFrom({ copiedFrom: location }) {
  return location === null ? [] : [{ location, message: "It is copied from this stage." }];
}

// src/policy/same-secret.ts
var WORDS = {
  "github-pat": ["ghp_"],
  "github-oauth": ["gho_"],
  "github-app-token": ["ghu_", "ghs_"],
  "github-refresh-token": ["ghr_"],
  "github-fine-grained-pat": ["github_pat_"],
  "gitlab-pat": ["glpat-"],
  "hugging-face-access-token": ["hf_"],
  "pypi-upload-token": ["pypi-AgEIcHlwaS5vcmc"]
};
var LONGEST = 4 * 1024 * 1024;
function secretsOfVariables({ config, history }, hits) {
  const same = /* @__PURE__ */ new Map();
  const texts = [...textsOf(config), ...history.flatMap(({ createdBy, comment }) => [createdBy, comment])];
  if (texts.reduce((length, text) => length + text.length, 0) > LONGEST) return same;
  for (const [rule, found] of Map.groupBy(hits, (hit) => hit.rule)) {
    const words = Object.hasOwn(WORDS, rule) ? WORDS[rule] ?? [] : [];
    const [entry, ...others] = config.env.filter((one) => countWords(words, one) > 0);
    if (entry === void 0 || others.length > 0) continue;
    const at = entry.indexOf("=");
    const value = entry.slice(at + 1);
    if (countWords(words, value) !== 1 || countWords(words, entry) !== 1) continue;
    const pieces = texts.map((text) => text.split(value));
    const places = 1 + pieces.reduce((count, piece) => count + piece.length - 1, 0);
    const isElsewhere = pieces.some((piece) => countWords(words, piece.join(" ")) > 0);
    if (!isElsewhere && found.length === places) same.set(rule, entry.slice(0, at));
  }
  return same;
}
function textsOf(config) {
  const { user, exposedPorts, healthcheck, entrypoint, cmd, workingDir, labels, volumes, stopSignal, shell } = config;
  return [
    user,
    ...exposedPorts,
    ...healthcheck?.test ?? [],
    ...entrypoint ?? [],
    ...cmd ?? [],
    workingDir,
    ...Object.entries(labels).flat(),
    ...volumes,
    stopSignal ?? "",
    ...shell ?? [],
    ...config.onBuild ?? []
  ];
}
function countWords(words, text) {
  const lower = text.toLowerCase();
  return words.reduce((count, word) => count + lower.split(word.toLowerCase()).length - 1, 0);
}

// src/policy/secrets-once.ts
var VARIABLE_RULE = "secret-in-env";
function secretsOnce({ image, scan }, checks) {
  const secrets = scan?.secrets ?? [];
  const inConfig = secrets.filter(({ path }) => path === null);
  const also = /* @__PURE__ */ new Map();
  if (image === null || inConfig.length === 0) return { secrets, also };
  const variables = secretsOfVariables(image, inConfig);
  const violations = checks.find(({ rule }) => rule === VARIABLE_RULE)?.violations ?? [];
  const told = /* @__PURE__ */ new Set();
  for (const [rule, variable] of variables) {
    const hits = inConfig.filter((hit) => hit.rule === rule);
    const same = violations.find(({ place }) => place === `env:${variable}`);
    const { severity = null } = same ?? {};
    if (same === void 0 || severity === null) continue;
    if (hits.some((hit) => compareSeverity(severity, hit.severity) > 0)) continue;
    for (const hit of hits) told.add(hit);
    also.set(same, [...also.get(same) ?? [], rule]);
  }
  return { secrets: secrets.filter((hit) => !told.has(hit)), also };
}

// src/policy/faults.ts
function faultsOf(subject, evidence, checks, context) {
  const places = placesOf(evidence, context);
  const { secrets, also } = secretsOnce(evidence, checks);
  return eachOnce([
    ...checks.flatMap((check) => ruleFaults(subject, check, context, also)),
    ...(evidence.scan?.advisories ?? []).map((advisory) => advisoryFault(subject, advisory, places)),
    ...secretFaults(subject, secrets, places),
    ...(evidence.scan?.licenses ?? []).map((hit) => licenseFault(subject, hit, places))
  ]);
}
function eachOnce(found) {
  const unique = /* @__PURE__ */ new Map();
  for (const fault of found) {
    const key = `${fault.fingerprint} ${fault.image?.installed ?? ""}`;
    const other = unique.get(key);
    const isWorse = other === void 0 || (compareSeverity(fault.severity, other.severity) || Number(other.fixable) - Number(fault.fixable)) < 0;
    if (isWorse) unique.set(key, fault);
  }
  return [...unique.values()];
}
function ruleFaults(subject, check, context, also) {
  return check.violations.map((violation) => ({
    id: check.rule,
    kind: "rule",
    severity: violation.severity ?? check.severity,
    title: check.title,
    message: `${violation.message}${alsoKnown(also.get(violation))}`,
    fix: violation.fix,
    location: violation.location ?? context.named,
    related: violation.related,
    image: null,
    origin: "config",
    aliases: context.aliases.get(check.rule) ?? [],
    url: null,
    fingerprint: fingerprint({ subject: subject.name, id: check.rule, purl: null, place: violation.place }),
    fixable: true,
    published: null,
    cwes: [],
    edits: []
  }));
}
function alsoKnown(rules) {
  return rules === void 0 ? "" : ` The scanner reports it as ${rules.join(", ")}.`;
}
function advisoryFault(subject, advisory, places) {
  const place = places.ofPackage(advisory);
  const { location, related, origin } = place;
  const { package: name, installed, fixed, purl, path } = advisory;
  return {
    id: advisory.id,
    kind: "advisory",
    severity: advisory.severity,
    title: advisory.title,
    message: `${name} ${installed} has ${advisory.id}${advisory.title === "" ? "" : `: ${advisory.title}`}`,
    fix: bundledRemedy(name, path, origin) ?? fixOf(advisory, place),
    location,
    related,
    image: { layer: advisory.layer, path, package: name, purl, installed, fixed },
    origin,
    aliases: advisory.aliases,
    url: advisory.url,
    // Without a package URL the name stands in for it: two packages of one image must never share an identity.
    fingerprint: fingerprint({
      subject: subject.name,
      id: advisory.id,
      purl: purl ?? `pkg:generic/${name}`,
      place: path ?? ""
    }),
    fixable: fixed !== null,
    published: advisory.published,
    cwes: advisory.cwes,
    edits: []
  };
}
function fixOf({ package: name, installed, fixed }, { origin, location, builtHere }) {
  if (fixed === null) return `No version of ${name} fixes it yet: consider whether the image needs it.`;
  const version = nearestFix(installed, fixed) ?? fixed;
  if (origin === "base" && builtHere)
    return `Update ${name} to ${version} where this repository builds the base image (${location?.file}).`;
  if (origin === "base") return `Take a newer base image (with ${name} ${version}), or upgrade ${name} in the build.`;
  return `Update ${name} to ${version}.`;
}
function secretFaults(subject, hits, places) {
  const faults = hits.map((hit) => ({ hit, fault: secretFault(subject, hit, places) }));
  const same = Map.groupBy(faults, ({ fault }) => fault.fingerprint);
  return faults.map(({ hit, fault }) => {
    const times = hit.path === null ? 1 : same.get(fault.fingerprint)?.length ?? 1;
    return times === 1 ? fault : { ...fault, times };
  });
}
function secretFault(subject, hit, places) {
  const { location, related, origin } = places.ofLayer(hit.layer, "language");
  const where = hit.path === null ? "in the config of the image" : `in ${hit.path}`;
  return {
    id: hit.rule,
    kind: "secret",
    severity: hit.severity,
    title: hit.title,
    message: `${hit.title} ${where}${hit.path === null ? "" : `, line ${hit.startLine}`}.`,
    fix: "Revoke it, and pass it at run time or with `RUN --mount=type=secret`. Deleting it in a later layer does not remove it.",
    location,
    related,
    image: { layer: hit.layer, path: hit.path, package: null, purl: null, installed: null, fixed: null },
    origin: hit.path === null ? "config" : origin,
    aliases: [],
    url: null,
    fingerprint: fingerprint({ subject: subject.name, id: hit.rule, purl: null, place: hit.path ?? "config" }),
    fixable: true,
    published: null,
    cwes: [],
    edits: []
  };
}
function licenseFault(subject, hit, places) {
  const { location, origin } = places.ofLayer(null, "language");
  const owner = hit.package ?? hit.path ?? "a file";
  return {
    id: `license-${hit.name}`,
    kind: "license",
    severity: hit.severity,
    title: `Licence ${hit.name} (${hit.category})`,
    message: `${owner} is under ${hit.name}, which counts as ${hit.category}.`,
    fix: "Replace the package, or accept the licence on purpose.",
    location,
    related: [],
    image: { layer: null, path: hit.path, package: hit.package, purl: null, installed: null, fixed: null },
    origin,
    aliases: [],
    url: null,
    fingerprint: fingerprint({
      subject: subject.name,
      id: `license-${hit.name}`,
      purl: null,
      place: `${hit.package ?? ""} ${hit.path ?? ""}`
    }),
    fixable: true,
    published: null,
    cwes: [],
    edits: []
  };
}

export {
  VARIABLE_RULE,
  faultsOf
};
