import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  faultsOf
} from "./chunk-2FI6LA4T.js";
import {
  MAX_EVIDENCE_BYTES,
  decodeEvidence
} from "./chunk-4U7WBMNY.js";
import {
  VERSION
} from "./chunk-CQB4OCLA.js";
import {
  subjectKey
} from "./chunk-65B23YGU.js";
import {
  array,
  object,
  string
} from "./chunk-LQLOOPP6.js";
import {
  UsageError,
  problemOf
} from "./chunk-3OE5NGK7.js";
import {
  errorCode,
  errorMessage
} from "./chunk-UM53JYGR.js";

// src/evidence/stored/packages.ts
var component = object({
  type: string().catch(""),
  name: string().catch(""),
  "bom-ref": string().catch(""),
  purl: string().optional().catch(void 0),
  properties: array(object({ name: string(), value: string() })).optional().catch([])
});
var dependency = object({ ref: string(), dependsOn: array(string()).catch([]) });
var PATH = "aquasecurity:trivy:FilePath";
var CLASS = "aquasecurity:trivy:Class";
function packagesOf(sbom) {
  const components = decoded(sbom["components"], component);
  const files = filesOf(components, decoded(sbom["dependencies"], dependency));
  const known = /* @__PURE__ */ new Set();
  for (const one of components) {
    if (one.purl === void 0) continue;
    const path = property(one, PATH) ?? files.get(one["bom-ref"]) ?? "";
    known.add(`${one.purl}\0${path.replace(/^\/+/, "")}`);
  }
  return (purl, path) => known.has(`${purl}\0${path ?? ""}`);
}
function filesOf(components, dependencies) {
  const below = new Map(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const files = /* @__PURE__ */ new Map();
  for (const one of components) {
    if (one.type !== "application" || property(one, CLASS) !== "lang-pkgs") continue;
    const open = [...below.get(one["bom-ref"]) ?? []];
    for (let ref = open.pop(); ref !== void 0; ref = open.pop()) {
      if (files.has(ref)) continue;
      files.set(ref, one.name);
      for (const next of below.get(ref) ?? []) open.push(next);
    }
  }
  return files;
}
function property({ properties = [] }, wanted) {
  return properties.find(({ name }) => name === wanted)?.value;
}
function decoded(listed, shape) {
  return (Array.isArray(listed) ? listed : []).flatMap((one) => {
    const { data } = shape.safeParse(one);
    return data === void 0 ? [] : [data];
  });
}

// src/commands/image-baseline.ts
async function imageBaseline(cases, comparison) {
  const before = storedBefore(comparison.stored);
  const images = cases.filter(({ subject }) => subject.image !== null);
  const isRelated = images.some((one) => before(one) !== void 0);
  const known = /* @__PURE__ */ new Map();
  for (const one of images) {
    const key = subjectKey(one.subject);
    const stored = before(one);
    const missing = isRelated ? { kind: "absent" } : { kind: "unavailable", reason: OTHER_IMAGES };
    known.set(key, stored === void 0 ? missing : await baselineOf(one, stored, comparison));
  }
  return known;
}
function storedBefore({
  subjects
}) {
  const named = new Map(subjects.map((one) => [subjectKey(one), one]));
  const built = new Map(subjects.map((one) => [builtKey(one.name, one.platform ?? one.image.platform), one]));
  return ({ subject, evidence }) => {
    const platform = subject.platform ?? evidence.image?.platform ?? "";
    return named.get(subjectKey(subject)) ?? built.get(builtKey(subject.name, platform));
  };
}
function builtKey(name, platform) {
  return `${name}\0${platform}`;
}
var OTHER_IMAGES = "the stored evidence is of other images";
async function baselineOf({ subject, faults }, stored, { stored: { scanners: then, tool }, scanners, scanSbom }) {
  let scan = { ...NOTHING, platform: stored.image.platform };
  if (scanners.includes("vuln")) {
    if (scanSbom === null) return { kind: "unavailable", reason: "there is no advisory database" };
    try {
      scan = await scanSbom(JSON.stringify(stored.sbom), stored.image.platform);
    } catch (error) {
      const problem = problemOf(error);
      if (problem === null) throw error;
      return { kind: "unavailable", reason: `the stored packages cannot be looked up: ${problem.message}` };
    }
  }
  return {
    kind: "known",
    faults: [
      ...stored.faults.map(ruleFault),
      ...scannedFaults(subject, scan, stored, scanners),
      ...ofSamePackages(faults, stored)
    ],
    covers: {
      dockerfile: stored.dockerfile !== null,
      // Another version has other rules; what was not looked for may have been there.
      image: tool.version === VERSION && scanners.every((one) => then.includes(one))
    }
  };
}
var NOTHING = {
  trivyVersion: "",
  os: null,
  platform: "",
  osPackages: 0,
  languagePackages: 0,
  advisories: [],
  secrets: [],
  licenses: []
};
function scannedFaults(subject, scan, { secrets, licenses }, scanners) {
  const all = {
    ...scan,
    secrets: scanners.includes("secret") ? secrets : [],
    licenses: scanners.includes("license") ? licenses : []
  };
  const evidence = { dockerfile: null, image: null, scan: all, repository: null };
  return faultsOf(subject, evidence, [], { named: null, aliases: /* @__PURE__ */ new Map() });
}
function ofSamePackages(faults, { sbom }) {
  const had = packagesOf(sbom);
  return faults.filter(
    ({ kind, image }) => kind === "advisory" && image !== null && image.purl !== null && had(image.purl, image.path)
  );
}
function ruleFault(stored) {
  return { ...stored, kind: "rule", image: null, fixable: true, published: null, cwes: [], edits: [] };
}
async function readBaselineFile(path, files) {
  const decoded2 = decodeEvidence(await textOf(path, files));
  if ("evidence" in decoded2) return decoded2.evidence;
  throw new UsageError("bad-baseline-file", `${path} cannot be a baseline: ${decoded2.mistake}.`, ADVICE);
}
var ADVICE = "Name the evidence.json that an earlier run has written into its report-dir.";
async function textOf(path, files) {
  try {
    return await files.readText(path, MAX_EVIDENCE_BYTES);
  } catch (error) {
    if (errorCode(error) === "") throw error;
    throw new UsageError("no-baseline-file", `The baseline ${path} cannot be read: ${errorMessage(error)}.`, ADVICE);
  }
}
function evidenceOfCommit(text, repository, commit) {
  const decoded2 = decodeEvidence(text);
  if ("mistake" in decoded2) return decoded2;
  const { evidence } = decoded2;
  const isOwn = evidence.repository?.toLowerCase() === repository.toLowerCase() && evidence.commit === commit;
  return isOwn ? decoded2 : { mistake: "it is of another commit or repository than its run" };
}

export {
  imageBaseline,
  readBaselineFile,
  evidenceOfCommit
};
