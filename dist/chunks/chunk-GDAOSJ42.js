import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  require_parse,
  require_valid
} from "./chunk-TLC47LVR.js";
import {
  SEVERITIES
} from "./chunk-P3VS4RNN.js";
import {
  __toESM
} from "./chunk-O5CCVBBB.js";

// src/settings/decode.ts
var import_parse = __toESM(require_parse(), 1);
var import_valid = __toESM(require_valid(), 1);
var Unfit = class extends Error {
  name = "Unfit";
};
function oneOf(allowed) {
  return (text) => {
    const wanted = text.toLowerCase();
    const found = allowed.find((word) => word === wanted);
    if (found === void 0) throw new Unfit(`allowed: ${allowed.join(", ")}`);
    return found;
  };
}
function setOf(allowed) {
  const word = oneOf(allowed);
  return (text) => {
    if (text.trim().toLowerCase() === "none") return [];
    const words = new Set(
      text.split(",").map((part) => part.trim()).filter((part) => part !== "").map(wordOrExplain)
    );
    if (words.size === 0) throw new Unfit(`allowed: ${allowed.join(", ")}, or none`);
    return allowed.filter((known) => words.has(known));
  };
  function wordOrExplain(part) {
    try {
      return word(part);
    } catch {
      throw new Unfit(`allowed: ${allowed.join(", ")} (comma-separated), or none`);
    }
  }
}
var TRUE = /* @__PURE__ */ new Set(["true", "yes", "on", "y"]);
var FALSE = /* @__PURE__ */ new Set(["false", "no", "off", "n"]);
function boolean(text) {
  const word = text.toLowerCase();
  if (TRUE.has(word)) return true;
  if (FALSE.has(word)) return false;
  throw new Unfit("allowed: true, false (or yes, no, on, off)");
}
var UNITS = { s: 1e3, m: 6e4, h: 36e5, d: 864e5 };
function duration(text) {
  const match = /^(\d{1,6})([smhd])$/.exec(text.toLowerCase());
  const unit = match?.[2];
  const count = Number(match?.[1]);
  if (unit === void 0 || !isUnit(unit) || count === 0)
    throw new Unfit("write a number and a unit: 90s, 15m, 48h, 7d");
  return count * UNITS[unit];
}
function durationOrNone(text) {
  if (text.toLowerCase() === "none") return null;
  try {
    return duration(text);
  } catch {
    throw new Unfit("write a number and a unit (48h, 7d), or none");
  }
}
function isUnit(text) {
  return Object.hasOwn(UNITS, text);
}
function ports(text) {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(tcp|udp|sctp))?$/i.exec(text);
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? match?.[1]);
  if (match === null || first < 1 || last > 65535 || last < first) {
    throw new Unfit(
      "write a port from 1 to 65535, or a range, with an optional protocol: 3000, 3000/tcp, 8000-8010/udp"
    );
  }
  const protocol = (match[3] ?? "tcp").toLowerCase();
  return Array.from({ length: last - first + 1 }, (_, offset) => `${first + offset}/${protocol}`);
}
function versionWish(text) {
  const version = (0, import_parse.default)(text.replace(/^v/, ""));
  if (version !== null && version.prerelease.length === 0 && version.build.length === 0) {
    return version.version;
  }
  if (text.toLowerCase() === "latest") {
    return "latest";
  }
  if (!/^[\d.x*^~<>=|][\d.x*^~<>=| -]{0,59}$/i.test(text) || (0, import_valid.default)(text) === null) {
    throw new Unfit("write an exact version such as 0.74.0, a range such as ~0.74.0, or latest");
  }
  return text;
}
function sha256(text) {
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new Unfit("write the 64 hexadecimal digits of a SHA-256");
  return text.toLowerCase();
}
function httpUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol))
    throw new Unfit("write an http:// or https:// address");
  if (url.username !== "" || url.password !== "") throw new Unfit("credentials do not belong in an address");
  return text.replace(/\/+$/, "");
}
function platform(text) {
  if (text === "all") return text;
  if (!/^[a-z0-9]+\/[a-z0-9_]+(\/[a-z0-9]+)?$/.test(text))
    throw new Unfit("write os/architecture, such as linux/amd64 or linux/arm/v7, or all");
  return text;
}
function buildArg(text) {
  const match = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(text);
  if (match?.[1] === void 0 || match[2] === void 0) throw new Unfit("write NAME=value");
  return [match[1], match[2]];
}
function baseSource(text) {
  const equals = text.indexOf("=");
  if (equals < 1 || equals === text.length - 1) throw new Unfit("write REF=SOURCE, such as node:24=oci:DIR");
  return [text.slice(0, equals), plain(text.slice(equals + 1))];
}
function category(text) {
  if (!/^[A-Za-z0-9][A-Za-z0-9._ /-]{0,99}$/.test(text) || text.endsWith("/")) {
    throw new Unfit("use up to 100 letters, digits, spaces and . _ - / (not at the end)");
  }
  return text;
}
function plain(text) {
  if (new RegExp("\\p{Cc}", "u").test(text)) throw new Unfit("control characters are not allowed");
  return text;
}
function revision(text) {
  if (!/^[A-Za-z0-9_][A-Za-z0-9._/@{}~^-]{0,199}$/.test(text)) throw new Unfit("write a commit, branch or tag");
  return text;
}

// src/settings/option.ts
function single(fallback, defaultText, decodeOne, shown) {
  return {
    where: "both",
    ...shown,
    kind: "single",
    defaultText,
    fallback,
    decode: (values) => decodeOne(values[0] ?? "")
  };
}
function list(decodeOne, shown) {
  return {
    where: "both",
    ...shown,
    kind: "list",
    defaultText: "",
    fallback: [],
    decode: (values) => values.map(decodeOne)
  };
}
function flag(fallback, shown) {
  return {
    where: "both",
    ...shown,
    kind: "boolean",
    defaultText: String(fallback),
    fallback,
    decode: (values) => boolean(values[0] ?? "")
  };
}

// src/settings/settings.ts
var PROFILES = ["mcp", "container", "strict"];
var TRANSPORTS = ["auto", "http", "stdio", "both"];
var SCANNERS = ["vuln", "secret", "license"];
var MODES = ["enforce", "report"];
var FORMATS = ["table", "json", "sarif", "markdown", "html"];
var BASE_LOOKUPS = ["repository", "local", "registry"];
var GATES = ["auto", "all", "new"];
var SBOMS = ["none", "cyclonedx", "spdx"];
var STORES = ["auto", "never"];
var UPLOADS = ["auto", "always", "never"];
var COMMENTS = ["never", "on-failure", "on-change", "always"];

// src/settings/options.ts
var OPTIONS = {
  image: list(plain, {
    placeholder: "REF",
    group: "What to judge",
    description: "Image to judge: a tag, digest or id in the local engine (docker, podman), `docker-archive:FILE[:TAG]`, `oci-archive:FILE[:TAG]`, `oci:DIR[:TAG]`, the path of such a file or folder, or `registry:REF`. A plain tag is never looked up in a registry."
  }),
  dockerfile: list(plain, {
    placeholder: "PATH",
    group: "What to judge",
    description: "Dockerfile to judge. As many Dockerfiles as images pair in their order. With neither named, the images of the policy file are judged, else every tracked Dockerfile."
  }),
  target: single(null, "last stage", plain, {
    placeholder: "STAGE",
    group: "What to judge",
    description: "Stage of the Dockerfile that is built, by name or number. Only where one image or Dockerfile is judged."
  }),
  buildArg: {
    kind: "list",
    where: "both",
    placeholder: "NAME=VALUE",
    group: "What to judge",
    description: "Build argument the image is built with. Only where one image or Dockerfile is judged.",
    defaultText: "",
    fallback: {},
    decode: (values) => Object.fromEntries(values.map(buildArg))
  },
  platform: {
    ...list(platform, {
      placeholder: "OS/ARCH",
      group: "What to judge",
      description: "Platform to judge of an image for several: `linux/arm64`. Several are judged each on its own; `all` is every platform that the image is there for."
    }),
    defaultText: "the image's only one, else the machine's"
  },
  policy: single(null, "`.github/image-gate.yml`, when it exists", plain, {
    placeholder: "FILE",
    group: "What to judge",
    description: "Policy file, YAML or JSON. What is given here or in the environment wins over it. Its `images` are judged when neither an image nor a Dockerfile is named."
  }),
  base: {
    kind: "list",
    where: "both",
    placeholder: "REF=SOURCE",
    group: "How to judge",
    description: "Where the config of a base image is, by its name in FROM: `node:24=oci:DIR`, or any other source that an image can have.",
    defaultText: "",
    fallback: {},
    decode: (values) => Object.fromEntries(values.map(baseSource))
  },
  resolveBases: single("local", "local", oneOf(BASE_LOOKUPS), {
    placeholder: BASE_LOOKUPS.join("|"),
    group: "How to judge",
    description: "How far to look for base images: in the repository, also in the local engine, also in registries (through skopeo or docker buildx)."
  }),
  profile: single("mcp", "mcp", oneOf(PROFILES), {
    placeholder: PROFILES.join("|"),
    group: "How to judge",
    description: "How severe the rules are: `mcp` for MCP servers, `container` for any other image, `strict` without concessions."
  }),
  transport: single("auto", "auto", oneOf(TRANSPORTS), {
    placeholder: TRANSPORTS.join("|"),
    group: "How to judge",
    description: "How clients reach the MCP server. A stdio server needs neither a port nor a health check."
  }),
  scanners: single(["vuln", "secret"], "vuln,secret", setOf(SCANNERS), {
    placeholder: "LIST",
    group: "How to judge",
    description: "What Trivy looks for: `vuln`, `secret`, `license`, comma-separated; `none` leaves Trivy out."
  }),
  failOn: single("high", "high", oneOf(SEVERITIES), {
    placeholder: SEVERITIES.join("|"),
    group: "How to judge",
    description: "Lowest severity that fails the gate. Everything below is still reported."
  }),
  failUnfixed: flag(false, {
    placeholder: "",
    group: "How to judge",
    description: "Let advisories without a fixed version fail the gate too. They are always shown."
  }),
  mode: single("enforce", "enforce", oneOf(MODES), {
    placeholder: MODES.join("|"),
    group: "How to judge",
    description: "`report` shows the same verdict, but a `fail` does not fail the step. What could not be verified still does."
  }),
  gate: single("auto", "auto", oneOf(GATES), {
    placeholder: GATES.join("|"),
    group: "How to judge",
    description: "Which findings can fail the gate: `all`, or only those that the change introduces (`new`). `auto`: `new` on pull requests, in merge queues and where a baseline is named, else `all`."
  }),
  baselineCommit: single(null, "the pull request's base", revision, {
    placeholder: "REV",
    group: "How to judge",
    description: "Commit to compare Dockerfiles with, when only new findings count."
  }),
  baselineImage: list(plain, {
    placeholder: "REF",
    group: "How to judge",
    description: "Image to compare with, when only new findings count; several pair with the images in their order."
  }),
  baseline: single(null, "the default branch's last run", plain, {
    placeholder: "FILE",
    group: "How to judge",
    description: "The `evidence.json` of an earlier run to compare images with, when only new findings count."
  }),
  allowBase: list(plain, {
    placeholder: "GLOB",
    group: "How to judge",
    description: "Approved image, such as `node:*-slim` or `ghcr.io/acme/**`: `*` stops at a slash, `**` does not; a pattern without tag allows every tag. Holds for FROM, `COPY --from`, `RUN --mount` and the `# syntax=` image."
  }),
  allowPort: {
    kind: "list",
    where: "both",
    placeholder: "PORT",
    group: "How to judge",
    description: "Port that may be exposed: `3000`, `3000/tcp`, `8000-8010/udp`.",
    defaultText: "`3000/tcp` (profiles mcp, strict)",
    fallback: [],
    decode: (values) => [...new Set(values.flatMap(ports))]
  },
  reportDir: single(
    null,
    "action: a folder of the runner; command line: none, nothing is written",
    plain,
    {
      placeholder: "DIR",
      group: "What to write",
      description: "Folder for `report.json`, `report.sarif`, `report.html` and `summary.md`."
    }
  ),
  format: single("table", "table", oneOf(FORMATS), {
    where: "cli",
    placeholder: FORMATS.join("|"),
    group: "What to write",
    description: "What standard output gets. All else goes to standard error."
  }),
  sbom: single("cyclonedx", "cyclonedx", oneOf(SBOMS), {
    placeholder: SBOMS.join("|"),
    group: "What to write",
    description: "Bill of materials to write into `report-dir`, one for each image, from the same scan."
  }),
  sarifCategory: single("image-gate", "image-gate", category, {
    placeholder: "TEXT",
    group: "What to write",
    description: "Start of the code scanning category; the name of the subject is appended. Never put a tag or commit here."
  }),
  sarifUpload: single("auto", "auto", oneOf(UPLOADS), {
    where: "action",
    placeholder: UPLOADS.join("|"),
    group: "What to write",
    description: "Upload SARIF to code scanning. `auto`: where it is possible, with one notice where it is not."
  }),
  storeBaseline: single("auto", "auto", oneOf(STORES), {
    where: "action",
    placeholder: STORES.join("|"),
    group: "What to write",
    description: "Keep the evidence of images as an artifact of the default branch's runs, for pull requests to compare with. `auto`: on pushes to that branch."
  }),
  comment: single("never", "never", oneOf(COMMENTS), {
    where: "action",
    placeholder: COMMENTS.join("|"),
    group: "What to write",
    description: "Keep one comment on a pull request up to date: `on-failure` once the gate fails, `on-change` once there is something to tell, `always` from the start. Needs `pull-requests: write`."
  }),
  token: single(null, "the job's token", plain, {
    where: "action",
    placeholder: "TOKEN",
    group: "What to write",
    description: "Token for GitHub's API: to read the base commit and the baseline, to upload (`security-events: write`) and to comment (`pull-requests: write`). With a range in `trivy-version` it also reads the list of Trivy's releases."
  }),
  trivyVersion: single("0.74.0", "0.74.0", versionWish, {
    placeholder: "VERSION",
    group: "Scanner",
    description: "Version of Trivy: exact, a range such as `~0.74.0`, or `latest`. Versions that are not pinned here need a valid signature."
  }),
  trivyMinAge: single(6048e5, "7d", duration, {
    placeholder: "AGE",
    group: "Scanner",
    description: "Younger releases do not count for a range or `latest`."
  }),
  allowOldTrivy: flag(false, {
    placeholder: "",
    group: "Scanner",
    description: "Install a Trivy older than 0.72.0 all the same, with its known security holes."
  }),
  trivyPath: single(null, "", plain, {
    placeholder: "FILE",
    group: "Scanner",
    description: "Use this Trivy and trust it as it is; the report says so."
  }),
  trivyDownloadUrl: single(
    "https://github.com/aquasecurity/trivy/releases/download",
    "the GitHub releases of Trivy",
    httpUrl,
    {
      placeholder: "URL",
      group: "Scanner",
      description: "Mirror of the releases: `URL/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz` is fetched, and `URL/releases.json` for a range."
    }
  ),
  trivySha256: single(null, "pinned for the default version", sha256, {
    placeholder: "HEX",
    group: "Scanner",
    description: "SHA-256 of the release archive, for a version or build that is not pinned here."
  }),
  trivyTrustedRoot: single(null, "the public one, embedded", plain, {
    placeholder: "FILE",
    group: "Scanner",
    description: "Sigstore's `trusted_root.json` that signatures of Trivy are verified against."
  }),
  trivyCacheDir: single(null, "image-gate's own cache", plain, {
    placeholder: "DIR",
    group: "Scanner",
    description: "Trivy's cache: databases and scan results."
  }),
  skipDbUpdate: flag(false, {
    placeholder: "",
    group: "Scanner",
    description: "Use the advisory database in the cache as it is."
  }),
  maxDbAge: single(1728e5, "48h", durationOrNone, {
    placeholder: "AGE",
    group: "Scanner",
    description: "Oldest advisory database that may give a verdict: `48h`, `7d`, or `none` for no limit."
  }),
  dbRepository: list(plain, {
    placeholder: "REPOSITORY",
    group: "Scanner",
    description: "OCI repository of the advisory database, also with `@sha256:\u2026`, or `oci:FOLDER` for an OCI layout; several are tried in their order."
  }),
  javaDbRepository: list(plain, {
    placeholder: "REPOSITORY",
    group: "Scanner",
    description: "The same for the Java database, which is only fetched for an image that holds a Java archive."
  }),
  workingDirectory: single(".", ".", plain, {
    placeholder: "DIR",
    group: "Run",
    description: "Folder that paths are relative to: the root of the repository."
  }),
  imageCache: flag(true, {
    placeholder: "",
    group: "Run",
    description: "Keep what is learnt of the engine's images for the next run: configs with their ENV, listings of layers and small texts, for this user alone, for 14 days."
  }),
  timeout: single(9e5, "15m", duration, {
    placeholder: "DURATION",
    group: "Run",
    description: "Longest time for one call of another program, such as one scan."
  }),
  debug: flag(false, { placeholder: "", group: "Run", description: "Tell what is done in detail, with stack traces." }),
  quiet: flag(false, {
    where: "cli",
    placeholder: "",
    group: "Run",
    description: "Leave out progress on standard error."
  })
};
var OPTION_KEYS = Object.keys(OPTIONS).filter((key) => Object.hasOwn(OPTIONS, key));
function optionName(key) {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export {
  Unfit,
  PROFILES,
  TRANSPORTS,
  SCANNERS,
  GATES,
  OPTIONS,
  OPTION_KEYS,
  optionName
};
