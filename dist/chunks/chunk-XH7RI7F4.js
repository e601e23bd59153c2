import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  GATES,
  OPTIONS,
  PROFILES,
  SCANNERS,
  TRANSPORTS,
  Unfit
} from "./chunk-GDAOSJ42.js";
import {
  parseImageReference
} from "./chunk-Q3RRR3VC.js";
import {
  SEVERITIES
} from "./chunk-P3VS4RNN.js";
import {
  _enum,
  array,
  boolean,
  int,
  literal,
  partialRecord,
  record,
  strictObject,
  string,
  union
} from "./chunk-LQLOOPP6.js";

// src/policy/file/schema/values.ts
var text = (what) => string({ error: () => `write ${what}` }).min(1, `write ${what}`).max(1e3, `${what} has at most 1000 characters`).refine((value) => !new RegExp("\\p{Cc}", "u").test(value), "control characters are not allowed");
var path = (what) => text(what).refine(
  (value) => !/^([\\/]|[A-Za-z]:)/.test(value) && !value.split(/[\\/]/).includes(".."),
  "write a path inside the repository, relative to its root"
);
var list = (item, what, most = 1e3) => array(item, { error: () => `write a list of ${what}` }).max(most, `at most ${most} ${what}`);
var oneOf = (allowed) => _enum(allowed, { error: () => `allowed: ${allowed.join(", ")}` });
var severity = oneOf(SEVERITIES);
var yesOrNo = boolean({ error: () => "write true or false" });
var option = (key, what, pattern) => string({ error: () => `write ${what}` }).superRefine((value, { addIssue }) => {
  const message = value.trim() === "" || value.length > 1e3 ? `write ${what}` : unfit(key, value);
  if (message !== null) addIssue({ code: "custom", message });
}).meta(pattern === void 0 ? {} : { pattern });
function unfit(key, value) {
  try {
    OPTIONS[key].decode([value.trim()]);
    return null;
  } catch (error) {
    if (error instanceof Unfit) return error.message;
    throw error;
  }
}
var DAYS = /^([1-9]\d{0,3})d$/;
var days = (words) => string({ error: () => words }).regex(DAYS, words);
var either = (words, a, b) => union([a, b], { error: () => words });
function map(words) {
  return { error: ({ code }) => code === "invalid_type" ? words : void 0 };
}

// src/policy/file/schema/judging.ts
var rated = ["off", "low", "medium", "high", "critical"];
var threshold = oneOf([...SEVERITIES, "never"]).optional();
var failOn = either(
  `allowed: ${SEVERITIES.join(", ")}, or a map of base, build, app, config and default`,
  severity,
  strictObject(
    {
      base: threshold.describe("What the base image brings"),
      build: threshold.describe("What an instruction of the build brings"),
      app: threshold.describe("What the application brings"),
      config: threshold.describe("What is wrong with the image's settings"),
      default: severity.describe("All else, and what nobody knows the origin of").optional()
    },
    map("write a severity, or a map of base, build, app, config and default")
  )
);
var GRACE = 'write a map of severities and days, like "high: 30d", or none';
var DAYS_OR_NONE = "write a number of days, like 7d, or none";
var grace = either(
  GRACE,
  literal("none"),
  partialRecord(severity, either(DAYS_OR_NONE, literal("none"), days(DAYS_OR_NONE)), map(GRACE))
);
var port = either(
  "write a port, like 3000 or 8000-8010/udp",
  int({ error: () => "write a port from 1 to 65535" }).min(1, "write a port from 1 to 65535").max(65535, "write a port from 1 to 65535"),
  option(
    "allowPort",
    "a port, like 3000 or 8000-8010/udp",
    "^[0-9]{1,5}(-[0-9]{1,5})?(/([tT][cC][pP]|[uU][dD][pP]|[sS][cC][tT][pP]))?$"
  )
);
var scanners = either(
  `write a list of ${SCANNERS.join(", ")}, or none`,
  option("scanners", `${SCANNERS.join(", ")}, or none`),
  list(oneOf(SCANNERS), "scanners", SCANNERS.length).min(1, "write none to leave Trivy out")
);
var judging = {
  profile: oneOf(PROFILES).describe("Set of promises that the rules hold").optional(),
  transport: oneOf(TRANSPORTS).describe("How clients reach the servers, where an image says nothing else").optional(),
  "fail-on": failOn.describe("Lowest severity that fails the gate, also by origin").optional(),
  "fail-unfixed": yesOrNo.describe("Whether advisories without a fixed version fail the gate too").optional(),
  "unrated-as": severity.describe("What an advisory that nobody has rated counts as").optional(),
  rules: record(string(), oneOf(rated), map("write a map of rules and severities")).describe("Rule \u2192 its severity, or off").optional(),
  scanners: scanners.describe("What Trivy looks for").optional(),
  "allowed-bases": list(option("allowBase", "an image, like node:*-slim"), "images").describe("Approved images, with * and **").optional(),
  "allowed-ports": list(port, "ports").describe("Ports that may be exposed").optional(),
  "required-labels": list(text("the name of a label"), "labels").describe("Labels that images carry").optional(),
  gate: oneOf(GATES).describe("Which findings can fail the gate").optional(),
  "without-baseline": oneOf(["gate", "report"]).describe("What becomes of findings that cannot be told to be old or new").optional(),
  grace: grace.describe("Days from the publication of an advisory in which it does not fail the gate").optional(),
  "ignore-files": list(path("the path of a file"), "files", 100).describe("Trivy's ignore files that are read as waivers; without it the usual names").optional(),
  vex: list(path("the path of a file"), "files", 100).describe("OpenVEX documents that are read as waivers").optional(),
  limits: strictObject(
    {
      "max-db-age": option("maxDbAge", "an age, like 48h, or none", "^([0-9]{1,6}[smhdSMHD]|[nN][oO][nN][eE])$").describe("Oldest advisory database that may give a verdict").optional(),
      timeout: option("timeout", "a time, like 15m", "^[0-9]{1,6}[smhdSMHD]$").describe("Longest time for one call of another program").optional()
    },
    map("write a map with max-db-age and timeout")
  ).optional()
};

// src/policy/file/schema/subjects.ts
var buildArgs = record(
  string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "write the name of an ARG"),
  string({ error: () => "write a text (in quotes where YAML would read something else)" }).meta({ type: ["string", "number", "boolean"] }),
  { error: () => "write a map of names and values" }
).describe("Build arguments");
var BUILD = "write the path of a Dockerfile, or a map with dockerfile, target and build-args";
var build = either(
  BUILD,
  path("the path of a Dockerfile"),
  strictObject(
    {
      dockerfile: path("the path of a Dockerfile"),
      target: text("a stage").optional(),
      "build-args": buildArgs.optional()
    },
    map(BUILD)
  )
);
var repository = string().refine((name) => {
  const reference = parseImageReference(name);
  return reference !== null && reference.tag === null && reference.digest === null;
}, "write an image repository without tag and digest, such as ghcr.io/acme/base");
var image = strictObject(
  {
    name: text("a name").describe("Stays in alerts for good; holds no tag").optional(),
    image: text("an image").describe("As the input image takes it").optional(),
    dockerfile: path("the path of a Dockerfile").optional(),
    context: path("a folder").describe("Folder that the build gets").optional(),
    target: text("a stage").describe("Stage that is built; without it the last one").optional(),
    "build-args": buildArgs.optional(),
    platform: string({ error: () => "write os/architecture, such as linux/amd64" }).regex(/^[a-z0-9]+\/[a-z0-9_]+(\/[a-z0-9]+)?$/, "write os/architecture, such as linux/amd64").optional(),
    transport: oneOf(TRANSPORTS).optional()
  },
  map("write a map with image, dockerfile or both")
).refine((value) => value.image !== void 0 || value.dockerfile !== void 0, {
  error: "name an image, a Dockerfile or both",
  when: ({ value }) => typeof value === "object" && value !== null && !Array.isArray(value) && !("image" in value || "dockerfile" in value)
}).meta({ anyOf: [{ required: ["image"] }, { required: ["dockerfile"] }] });
var subjects = {
  images: list(image, "images").describe("Judged when neither an image nor a Dockerfile is named").optional(),
  bases: record(repository, build, map("write a map of image repositories and Dockerfiles")).refine((all) => Object.keys(all).length <= 1e3, "at most 1000 bases").describe("Image repository \u2192 the Dockerfile of this repository that builds it").optional()
};

// src/policy/file/schema/waivers.ts
var DATE = "write the last day on which it counts, like 2026-12-31";
var id = text("an id").max(200, "an id has at most 200 characters").refine((value) => !/\s/.test(value), "write one id; several stand in a list under ids");
var purl = text("a package URL, like pkg:npm/lodash").refine(
  (value) => /^pkg:[A-Za-z][A-Za-z0-9.+-]*\/./.test(value),
  "write a package URL, like pkg:npm/lodash"
);
var glob = text("a path, also with * and **");
var waiver = strictObject(
  {
    id: id.optional(),
    ids: list(id, "ids", 100).min(1, "write a list of ids").optional(),
    reason: text("why it is accepted").refine((value) => value.trim() !== "", "write why it is accepted"),
    expires: string({ error: () => DATE }).refine(isDay, DATE).meta({ format: "date" }),
    owner: text("who answers for it").optional(),
    image: text("the name of an image").optional(),
    images: list(text("the name of an image"), "names of images", 100).optional(),
    package: purl.optional(),
    packages: list(purl, "package URLs", 100).optional(),
    path: glob.optional(),
    paths: list(glob, "paths", 100).optional(),
    origin: oneOf(["base", "build", "app", "config"]).optional()
  },
  map("write a map with id, reason and expires")
).refine(() => false, {
  error: "name what is accepted: id, or a list of ids",
  when: ({ value }) => isMap(value) && !("id" in value || "ids" in value)
}).refine(() => false, { error: "write id or ids, not both", when: ({ value }) => hasBoth(value, "id", "ids") }).refine(() => false, {
  error: "write image or images, not both",
  when: ({ value }) => hasBoth(value, "image", "images")
}).refine(() => false, {
  error: "write package or packages, not both",
  when: ({ value }) => hasBoth(value, "package", "packages")
}).refine(() => false, { error: "write path or paths, not both", when: ({ value }) => hasBoth(value, "path", "paths") }).meta({ oneOf: [{ required: ["id"] }, { required: ["ids"] }] });
var waivers = {
  waivers: list(waiver, "waivers", 2e3).describe("Findings that are accepted for a time").optional(),
  "waiver-term": days("write a number of days, like 90d").describe("Longest time for which a waiver may be written; 90d without it").optional()
};
function isDay(value) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
function isMap(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function hasBoth(value, one, other) {
  return isMap(value) && one in value && other in value;
}

// src/policy/file/schema.ts
var policySchema = strictObject(
  {
    // Editors of JSON name the schema in the file itself.
    $schema: string({ error: () => "write the address of a schema" }).optional(),
    ...judging,
    ...subjects,
    ...waivers
  },
  map('write a map, such as "profile: mcp"')
);

export {
  DAYS,
  isDay,
  policySchema
};
