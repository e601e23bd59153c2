import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  RULES
} from "./chunk-YGSNKRK4.js";
import {
  allProblems,
  compareFindings,
  compareText,
  counted,
  fullStop,
  gates,
  gatingFindings,
  headline,
  inert,
  lineText,
  plain,
  renderTable,
  severityText,
  versionText
} from "./chunk-HWYN7Q7G.js";
import {
  _enum,
  array,
  boolean,
  int,
  literal,
  object,
  record,
  string,
  unknown
} from "./chunk-AS36PWQU.js";
import {
  SEVERITIES,
  VerifyError,
  errorMessage,
  worst
} from "./chunk-CMIYFWSV.js";

// src/report/counts.ts
function countFindings(verdict2) {
  return countBySeverity(verdict2.subjects.flatMap((subject2) => subject2.findings));
}
function countBySeverity(findings) {
  const counts = { findings: findings.length, critical: 0, high: 0, medium: 0, low: 0, unknown: 0 };
  for (const { severity: severity2 } of findings) counts[severity2] += 1;
  return counts;
}

// src/model/version.ts
var VERSION = "0.1.0";

// src/commands/write-reports.ts
import { join, resolve } from "node:path";

// src/model/check.ts
var ANSWERS = ["pass", "fail", "unknown", "not-applicable"];

// src/model/finding.ts
var FINDING_KINDS = ["rule", "advisory", "secret", "license"];

// src/model/verdict.ts
var VERDICTS = ["pass", "fail", "error"];

// src/report/json/schema.ts
var REPORT_SCHEMA = "image-gate/report/1";
var severity = _enum(SEVERITIES);
var verdict = _enum(VERDICTS);
var text = string();
var maybe = text.nullable();
var count = int().min(0);
var line = int().min(1);
var location = object({
  file: text.describe("POSIX path relative to the root of the repository"),
  startLine: line,
  endLine: line
});
var finding = object({
  id: text.describe("Rule id or advisory id"),
  kind: _enum(FINDING_KINDS),
  severity,
  status: _enum(["fail", "unfixed", "below-threshold", "waived", "grace", "baseline", "unknown"]).describe("Only fail gates"),
  reason: text.describe("Why the finding has this status"),
  change: _enum(["new", "unchanged"]).nullable(),
  title: text,
  message: text,
  fix: text.describe("What to do about it"),
  url: maybe,
  location: location.nullable(),
  related: array(object({ location, message: text })),
  image: object({
    layer: maybe.describe("Diff id"),
    path: maybe,
    package: maybe,
    purl: maybe,
    installed: maybe,
    fixed: maybe.describe("Versions that fix it; null when there is none yet")
  }).nullable(),
  origin: _enum(["base", "build", "app", "config"]).nullable(),
  fingerprint: text.describe("The same for the same fault in every build of the subject"),
  aliases: array(text).describe("Ids of the same fault in other tools and databases"),
  waiver: record(text, unknown()).nullable(),
  deadline: maybe.describe("RFC 3339")
});
var check = object({ rule: text, answer: _enum(ANSWERS), severity, title: text, reason: text });
var subject = object({
  name: text,
  image: object({ reference: text, imageId: text, digest: maybe, platform: text }).nullable(),
  dockerfile: maybe,
  verdict,
  os: object({ family: text, name: text, endOfLife: boolean() }).nullable(),
  packages: object({ os: count, language: count }).nullable(),
  checks: array(check),
  findings: array(finding).describe("Worst first; what gates before what does not"),
  fixed: array(finding.partial()).describe("What the baseline had and this image has no more")
});
var problem = object({
  kind: _enum(["usage", "verify"]).describe("usage: what was asked is wrong; verify: a tool, the network or an image failed"),
  code: text,
  message: text,
  advice: text.describe("What to do next"),
  subject: maybe.describe("Name of the subject; null: the run as a whole")
});
var reportSchema = object({
  schema: literal(REPORT_SCHEMA),
  verdict,
  startedAt: text.describe("RFC 3339"),
  failOn: severity.describe("The least severity that gates"),
  tool: object({ version: text }),
  trivy: object({
    version: text,
    source: text,
    sha256: text.describe("Of the executable"),
    database: object({ updatedAt: maybe.describe("RFC 3339"), source: text }).nullable()
  }).nullable().describe("Null when Trivy was not run"),
  errors: array(problem).describe("All that could not be verified"),
  subjects: array(subject)
});

// src/report/json/stringify.ts
var UNSAFE = /[\u007f-\u009f\u2028\u2029\p{Cf}\p{Cs}]/gu;
function stringify(value, indent) {
  return JSON.stringify(value, null, indent).replace(UNSAFE, escapeUnits).replaceAll("##[", "#\\u0023[");
}
function escapeUnits(character) {
  let escaped = "";
  for (let index = 0; index < character.length; index += 1) {
    escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }
  return escaped;
}

// src/report/json.ts
function renderJson(verdict2, tool) {
  return `${stringify(toReport(verdict2, tool), 2)}
`;
}
function toReport(verdict2, tool) {
  return {
    schema: REPORT_SCHEMA,
    verdict: verdict2.verdict,
    startedAt: verdict2.startedAt,
    failOn: verdict2.failOn,
    tool: { version: tool.version },
    trivy: toTrivy(verdict2.scanner),
    errors: allProblems(verdict2).map(toReportProblem),
    subjects: verdict2.subjects.map(toSubject)
  };
}
function toTrivy(scanner) {
  if (scanner === null) return null;
  const { version, source, sha256, database } = scanner;
  return {
    version,
    source,
    sha256,
    database: database === null ? null : { updatedAt: database.updatedAt, source: database.source }
  };
}
function toReportProblem({ kind, code: code2, message, advice, subject: subject2 }) {
  return { kind, code: code2, message, advice, subject: subject2 };
}
function toSubject({ subject: subject2, verdict: verdict2, image, os, packages, checks, findings }) {
  return {
    name: subject2.name,
    image: image === null ? null : { reference: image.reference, imageId: image.imageId, digest: image.digest, platform: image.platform },
    dockerfile: subject2.dockerfile,
    verdict: verdict2,
    os: os === null ? null : { family: os.family, name: os.name, endOfLife: os.endOfLife },
    packages: packages === null ? null : { os: packages.os, language: packages.language },
    checks: checks.map(toCheck),
    findings: findings.map(toFinding),
    fixed: []
  };
}
function toCheck({ rule, answer, severity: severity2, title: title2, reason }) {
  return { rule, answer, severity: severity2, title: title2, reason };
}
function toFinding(finding2) {
  const { image } = finding2;
  return {
    id: finding2.id,
    kind: finding2.kind,
    severity: finding2.severity,
    status: finding2.status,
    reason: finding2.reason,
    change: null,
    title: finding2.title,
    message: finding2.message,
    fix: finding2.fix,
    url: finding2.url,
    location: finding2.location === null ? null : toLocation(finding2.location),
    related: finding2.related.map(({ location: location2, message }) => ({ location: toLocation(location2), message })),
    image: image === null ? null : {
      layer: image.layer,
      path: image.path,
      package: image.package,
      purl: image.purl,
      installed: image.installed,
      fixed: image.fixed
    },
    origin: finding2.origin,
    fingerprint: finding2.fingerprint,
    aliases: [...finding2.aliases],
    waiver: null,
    deadline: null
  };
}
function toLocation({ file, startLine, endLine }) {
  return { file, startLine, endLine };
}

// src/report/sarif/category.ts
import { createHash } from "node:crypto";
var LONGEST = 200;
function runIds(category, subjects) {
  const names = subjects.map(({ subject: subject2 }) => idPart(subject2.name));
  const shared = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  const full = subjects.map(({ image }, index) => {
    const name = names[index] ?? "";
    return shared.has(name) && image !== null ? `${name}/${idPart(image.platform)}` : name;
  });
  const seen = /* @__PURE__ */ new Map();
  return full.map((name) => {
    const count2 = (seen.get(name) ?? 0) + 1;
    seen.set(name, count2);
    return `${runId(category)}${count2 === 1 ? name : `${name}/${count2}`}/`;
  });
}
function runId(category) {
  return `${idPart(category)}/`;
}
function idPart(text2) {
  const shown = plain(text2, LONGEST).replace(/^\/+|\/+$/gu, "");
  return shown === text2 ? shown : `${shown}-${createHash("sha256").update(text2).digest("hex").slice(0, 8)}`;
}

// src/report/sarif/file.ts
var SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
function toFile(runs) {
  const log = { $schema: SCHEMA, version: "2.1.0", runs };
  return `${stringify(log, 0)}
`;
}

// src/report/sarif/limits.ts
var RESULTS_PER_RUN = 5e3;
var RUNS_PER_FILE = 20;
var TAGS_PER_RULE = 10;
var LOCATIONS_PER_RESULT = 100;
var GZIP_BYTES_PER_FILE = 95e5;
var NAME_LENGTH = 255;
var DESCRIPTION_LENGTH = 1e3;

// src/report/text/repository-uri.ts
function repositoryUri(file) {
  const segments = file.split("/");
  const inside = segments.every((segment) => segment !== "" && segment !== "." && segment !== "..");
  if (!inside || file.length > 1e3 || !file.isWellFormed() || /[\p{Cc}\p{Cf}\\]/u.test(file)) return null;
  return segments.map(encodeURIComponent).join("/");
}

// src/report/sarif/locations.ts
var SOURCE_ROOT = "%SRCROOT%";
function physicalLocation({ file, startLine, endLine }, repositoryFiles) {
  const uri = repositoryUri(file);
  if (uri === null || startLine < 1 || repositoryFiles?.has(file) === false) return null;
  const region = { startLine, endLine: Math.max(startLine, endLine) };
  return { artifactLocation: { uri, uriBaseId: SOURCE_ROOT }, region };
}
function relatedLocations(finding2, repositoryFiles) {
  return finding2.related.flatMap(({ location: location2, message }) => {
    const physical = physicalLocation(location2, repositoryFiles);
    const text2 = plain(message);
    return physical === null ? [] : [{ physicalLocation: physical, ...text2 === "" ? {} : { message: { text: text2 } } }];
  }).slice(0, LOCATIONS_PER_RESULT).map((location2, index) => ({ id: index + 1, ...location2 }));
}
function logicalLocations({ subject: subject2, image }, place) {
  const parts = [
    image === null && place === null ? null : ["image", subject2.name],
    ["layer", place?.layer],
    ["file", place?.path],
    ["package", place?.purl ?? place?.package]
  ];
  return parts.flatMap((part) => {
    const name = part === null ? "" : plain(part[1] ?? "", 500);
    return part === null || name === "" ? [] : [{ fullyQualifiedName: name, kind: part[0] }];
  });
}

// src/report/sarif/severity.ts
var LEVELS = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  unknown: "note"
};
var SECURITY_SEVERITIES = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.0",
  unknown: "0.0"
};
var PRECISIONS = {
  rule: "very-high",
  advisory: "very-high",
  secret: "high",
  license: "medium"
};
var KIND_TAGS = {
  rule: "hardening",
  advisory: "vulnerability",
  secret: "secret",
  license: "license"
};
var NAME_ENDINGS = {
  rule: "Rule",
  advisory: "Advisory",
  secret: "Secret",
  license: "License"
};

// src/report/sarif/results.ts
function toResult(finding2, physicalLocation2, subject2, ruleIndex, repositoryFiles) {
  const logical = logicalLocations(subject2, finding2.image);
  const related = relatedLocations(finding2, repositoryFiles);
  return {
    ruleId: ruleId(finding2),
    ruleIndex,
    level: LEVELS[finding2.severity],
    message: { text: messageText(finding2, subject2) },
    locations: [{ physicalLocation: physicalLocation2, ...logical.length > 0 ? { logicalLocations: logical } : {} }],
    ...related.length > 0 ? { relatedLocations: related } : {},
    // GitHub looks at no other key; the number counts results that only their place tells apart, of which there are none.
    partialFingerprints: { primaryLocationLineHash: `${plain(finding2.fingerprint, 64)}:1` },
    properties: properties(finding2)
  };
}
function ruleId(finding2) {
  return plain(finding2.id, 100) || finding2.kind;
}
function messageText(finding2, { subject: subject2 }) {
  const parts = [
    fullStop(plain(finding2.message, DESCRIPTION_LENGTH)),
    `Image gate: ${finding2.severity} in '${plain(subject2.name, 200)}'.`,
    finding2.fix === "" ? "" : fullStop(`Fix: ${plain(finding2.fix, DESCRIPTION_LENGTH)}`),
    finding2.image?.path == null ? "" : `In the image: '${plain(finding2.image.path, 500)}'.`
  ];
  return unlinked(parts.filter((part) => part !== "").join(" "));
}
function unlinked(text2) {
  return text2.replaceAll("](", "] (");
}
function properties({ kind, severity: severity2, origin, status, reason, image, aliases }) {
  const facts = {
    kind,
    severity: severity2,
    origin,
    status,
    reason: plain(reason),
    package: image?.package,
    purl: image?.purl,
    installed: image?.installed,
    fixed: image?.fixed,
    path: image?.path,
    layer: image?.layer
  };
  const known = Object.entries(facts).flatMap(([key, value]) => value == null ? [] : [[key, plain(value, 500)]]);
  return {
    ...Object.fromEntries(known),
    ...aliases.length > 0 ? { aliases: aliases.slice(0, 20).map((id) => plain(id, 100)) } : {}
  };
}

// src/report/sarif/invocation.ts
function toInvocation(successful, startedAt, notifications) {
  const start = new Date(startedAt);
  return {
    executionSuccessful: successful,
    ...Number.isNaN(start.getTime()) ? {} : { startTimeUtc: start.toISOString() },
    ...notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}
  };
}
function problemNotification({ code: code2, message, advice }) {
  const text2 = [message, advice].map((part) => fullStop(plain(part, 500))).join(" ");
  return notification(plain(code2, 80) || "error", "error", unlinked(text2));
}
function leftOutNotifications(placeless, cut, limit) {
  const elsewhere = "in 'report.json'";
  const located = `${counted(placeless, "finding has", "findings have")} no place in the repository and can be read only ${elsewhere}.`;
  const worst2 = `${counted(cut, "finding was", "findings were")} left out: the worst ${limit} are kept, all are ${elsewhere}.`;
  return [
    ...placeless > 0 ? [notification("results-without-location", "note", located)] : [],
    ...cut > 0 ? [notification("results-cut", "warning", worst2)] : []
  ];
}
function notification(id, level, text2) {
  return { descriptor: { id }, level, message: { text: text2 } };
}

// src/report/summary/markdown.ts
var BREAK = "\u200B";
function escapeMarkdown(text2, limit) {
  return plain(text2, limit).replace(/@|#(?=[\d#[]|$)|:(?=:|\/\/|[\w+-]+:)/gu, `$&${BREAK}`).replace(/\b(?:www(?=\.)|GH-(?=\d))/giu, `$&${BREAK}`).replace(/^(?:[-+=#]|\d+(?=[.)](?:\s|$)))/u, (start) => /\d/u.test(start) ? start + BREAK : BREAK + start).replace(/[&<>"'|\\$`*_~[\]\u200b]/gu, (character) => `&#${character.codePointAt(0)};`);
}
function prose(text2, limit) {
  const parts = plain(text2, limit).split("`");
  if (parts.length % 2 === 0) return escapeMarkdown(text2, limit);
  return parts.map((part, index) => index % 2 === 0 ? spaced(part, limit) : code(part, limit)).join("");
}
function spaced(part, limit) {
  const text2 = escapeMarkdown(part, limit);
  if (text2 === "") return part === "" ? "" : " ";
  return `${part.startsWith(" ") ? " " : ""}${text2}${part.endsWith(" ") ? " " : ""}`;
}
function code(text2, limit) {
  const shown = plain(text2, limit);
  if (shown === "") return "";
  return /[`|\\]/u.test(shown) ? `<code>${escapeMarkdown(shown, limit)}</code>` : `\`${shown}\``;
}
function link(label, address) {
  const target = address === null ? null : webAddress(address);
  return target === null ? label : `[${label}](${target.replaceAll("&", "&amp;")})`;
}
function webAddress(address) {
  const plainAddress = /^https:\/\/(?:[\w\-.~:/?&+,;=@]|%[2-7][\dA-F])+(?:#(?:[\w\-.~:/?&+,;=@]|%[2-7][\dA-F])*)?$/iu;
  if (address.length > 500 || !plainAddress.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.username === "" && url.password === "" ? url.href : null;
}
function row(cells2) {
  return `| ${cells2.join(" | ")} |`;
}
function tableHead(headings) {
  const rule = headings.map((heading) => heading.endsWith(":") ? "---:" : "---");
  return `${row(headings.map((heading) => heading.replace(/:$/u, "")))}
${row(rule)}`;
}

// src/report/sarif/help.ts
var PACKAGES = 20;
var ALIASES = 20;
var FIXES = 3;
function helpOf(findings, facts) {
  const [first] = findings;
  const title2 = facts?.title ?? first.title;
  const why = facts?.why ?? "";
  const fixes = facts === void 0 ? unique(findings.map((finding2) => finding2.fix)).slice(0, FIXES) : [facts.fix];
  const aliases = unique([...facts?.aliases ?? [], ...findings.flatMap((finding2) => finding2.aliases)]).slice(
    0,
    ALIASES
  );
  const affected = affectedPackages(findings);
  const url = facts?.helpUri ?? first.url;
  const text2 = [title2, why, ...fixes.map((fix) => `How to fix: ${fix}`)].map(
    (part) => fullStop(plain(part, DESCRIPTION_LENGTH))
  );
  const markdown = [
    `**${escapeMarkdown(title2)}**`,
    prose(why, DESCRIPTION_LENGTH),
    ...fixes.map((fix) => `**How to fix:** ${prose(fix, DESCRIPTION_LENGTH)}`),
    affected.length === 0 ? "" : `**Affected packages**

${affected.join("\n")}`,
    aliases.length === 0 ? "" : `Also known as ${aliases.map((alias) => code(alias, 100)).join(", ")}.`,
    url === null ? "" : link("More about it", url)
  ];
  return { text: paragraphs(text2), markdown: paragraphs(markdown) };
}
function paragraphs(parts) {
  return parts.filter((part) => part !== "").join("\n\n");
}
function unique(texts) {
  return [...new Set(texts)].filter((text2) => text2 !== "");
}
function affectedPackages(findings) {
  const lines = findings.flatMap((finding2) => {
    const name = finding2.image?.package ?? "";
    return name === "" ? [] : [`- ${code(name, 120)} ${code(versionText(finding2), 200)}`.trimEnd()];
  });
  const packages = unique(lines);
  const more = packages.length - PACKAGES;
  return more > 0 ? [...packages.slice(0, PACKAGES), `- and ${counted(more, "more package")}`] : packages;
}

// src/report/sarif/rules.ts
function toRule(findings, facts, home) {
  const [first] = findings;
  const severity2 = worst(findings.map((finding2) => finding2.severity));
  const title2 = plain(facts?.title ?? first.title, NAME_LENGTH) || ruleId(first);
  const why = plain(facts?.why ?? first.title, DESCRIPTION_LENGTH) || title2;
  return {
    id: ruleId(first),
    name: nameOf(first),
    shortDescription: { text: shortText(first, title2) },
    fullDescription: { text: fullStop(why) },
    help: helpOf(findings, facts),
    helpUri: webAddress(facts?.helpUri ?? first.url ?? home) ?? home,
    defaultConfiguration: { level: LEVELS[severity2] },
    properties: {
      "security-severity": SECURITY_SEVERITIES[severity2],
      precision: PRECISIONS[first.kind],
      tags: tagsOf(findings)
    }
  };
}
function shortText(finding2, title2) {
  const text2 = finding2.kind === "rule" || title2 === ruleId(finding2) ? title2 : `${ruleId(finding2)}: ${title2}`;
  return fullStop(plain(text2, NAME_LENGTH));
}
function tagsOf(findings) {
  const kinds = findings.map(({ kind }) => KIND_TAGS[kind]);
  const origins = findings.flatMap(({ origin }) => origin === null ? [] : [`origin/${origin}`]);
  return ["security", "container", ...[.../* @__PURE__ */ new Set([...kinds, ...origins])].sort(compareText)].slice(0, TAGS_PER_RULE);
}
function nameOf(finding2) {
  const words = ruleId(finding2).split(/[^\p{L}\p{N}]+/u);
  const name = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
  return name.toLowerCase() === ruleId(finding2).toLowerCase() || name === "" ? name + NAME_ENDINGS[finding2.kind] : name;
}

// src/report/sarif/tool.ts
function toTool(tool, scanner, rules) {
  return {
    driver: {
      name: tool.name,
      fullName: "Image Hardening Gate",
      version: tool.version,
      semanticVersion: tool.version,
      informationUri: tool.informationUri,
      rules
    },
    ...scanner === null ? {} : { extensions: [toExtension(scanner)] }
  };
}
function toExtension({ version, source, sha256, database }) {
  return {
    name: "Trivy",
    version: plain(version, 60),
    informationUri: "https://github.com/aquasecurity/trivy",
    properties: {
      source: plain(source, 500),
      sha256: plain(sha256, 64),
      databaseSource: database === null ? null : plain(database.source, 500),
      databaseUpdatedAt: database?.updatedAt == null ? null : plain(database.updatedAt, 60)
    }
  };
}

// src/report/sarif/run.ts
function verified(subject2, verdict2) {
  return subject2.verdict !== "error" && subject2.errors.length === 0 && verdict2.errors.length === 0;
}
function toRun(subject2, id, context, limit = RESULTS_PER_RUN) {
  const { verdict: verdict2, tool, options } = context;
  const { placed, placeless } = withPlace(subject2.findings, options);
  const kept = placed.slice(0, limit);
  const groups = groupByRule(kept.map(({ finding: finding2 }) => finding2));
  const indexes = new Map([...groups.keys()].map((key, index) => [key, index]));
  const rules = [...groups].map(([key, findings]) => toRule(findings, options.ruleFacts.get(key), tool.informationUri));
  const notifications = [
    ...[...verdict2.errors, ...subject2.errors].map(problemNotification),
    ...leftOutNotifications(placeless, placed.length - kept.length, limit)
  ];
  return {
    tool: toTool(tool, verdict2.scanner, rules),
    automationDetails: { id },
    invocations: [toInvocation(verified(subject2, verdict2), verdict2.startedAt, notifications)],
    originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: "The root of the repository." } } },
    columnKind: "utf16CodeUnits",
    results: kept.map(
      ({ finding: finding2, location: location2 }) => toResult(finding2, location2, subject2, indexes.get(ruleId(finding2)) ?? -1, options.repositoryFiles)
    ),
    properties: imageProperties(subject2)
  };
}
function withPlace(findings, { repositoryFiles }) {
  const placed = [...findings].sort(compareFindings).flatMap((finding2) => {
    const location2 = finding2.location === null ? null : physicalLocation(finding2.location, repositoryFiles);
    return location2 === null ? [] : [{ finding: finding2, location: location2 }];
  });
  return { placed, placeless: findings.length - placed.length };
}
function groupByRule(findings) {
  const groups = /* @__PURE__ */ new Map();
  for (const finding2 of findings) {
    const group = groups.get(ruleId(finding2));
    if (group === void 0) groups.set(ruleId(finding2), [finding2]);
    else group.push(finding2);
  }
  return groups;
}
function emptyRun(id, { verdict: verdict2, tool }) {
  return {
    tool: toTool(tool, verdict2.scanner, []),
    automationDetails: { id },
    invocations: [
      toInvocation(verdict2.verdict !== "error", verdict2.startedAt, verdict2.errors.map(problemNotification))
    ],
    columnKind: "utf16CodeUnits",
    results: []
  };
}
function imageProperties({ subject: subject2, verdict: verdict2, image, os }) {
  return {
    subject: plain(subject2.name, 200),
    verdict: verdict2,
    image: image === null ? null : plain(image.reference, 500),
    imageId: image === null ? null : plain(image.imageId, 80),
    imageDigest: image?.digest == null ? null : plain(image.digest, 80),
    platform: image === null ? null : plain(image.platform, 60),
    os: os === null ? null : plain(`${os.family} ${os.name}`, 120)
  };
}

// src/report/sarif/uploads.ts
import { gzipSync } from "node:zlib";
function sarifUploads(verdict2, tool, options) {
  const context = { verdict: verdict2, tool, options };
  const ids = runIds(options.category, verdict2.subjects);
  const sized = verdict2.subjects.flatMap(
    (subject2, index) => verified(subject2, verdict2) ? [fittingRun(subject2, ids[index] ?? "", context)] : []
  );
  const withheld = verdict2.subjects.filter((subject2) => !verified(subject2, verdict2));
  return { files: pack(sized).map(toFile), withheld: withheld.map(({ subject: subject2 }) => subject2.name) };
}
function fittingRun(subject2, id, context) {
  for (let limit = RESULTS_PER_RUN; ; limit = Math.floor(limit / 2)) {
    const run = toRun(subject2, id, context, limit);
    const bytes = gzipSync(stringify(run, 0)).length;
    if (bytes <= GZIP_BYTES_PER_FILE || limit === 0) return { run, bytes };
  }
}
function pack(runs) {
  const files = [];
  let current = [];
  let used = 0;
  for (const { run, bytes } of runs) {
    if (current.length === RUNS_PER_FILE || used + bytes > GZIP_BYTES_PER_FILE) {
      files.push(current);
      current = [];
      used = 0;
    }
    current.push(run);
    used += bytes;
  }
  return current.length > 0 ? [...files, current] : files;
}

// src/report/sarif.ts
function renderSarif(verdict2, tool, options) {
  const context = { verdict: verdict2, tool, options };
  const ids = runIds(options.category, verdict2.subjects);
  const runs = verdict2.subjects.map((subject2, index) => toRun(subject2, ids[index] ?? "", context));
  return toFile(runs.length === 0 ? [emptyRun(runId(options.category), context)] : runs);
}

// src/report/summary/budget.ts
var encoder = new TextEncoder();
function byteLength(text2) {
  return encoder.encode(text2).length;
}
function compose(blocks, footer2, limitBytes) {
  const everything = blocks.map((block) => assemble(block, block.rows.length, "")).join("") + footer2.text;
  if (byteLength(everything) < limitBytes) return everything;
  let room = limitBytes - 1 - byteLength(footer2.text) - byteLength(footer2.omitted(blocks.length));
  if (room < 0) return "";
  let dropped = 0;
  const parts = [];
  for (const block of blocks) {
    const part = fitting(block, room);
    if (part === "") dropped += 1;
    room -= byteLength(part);
    parts.push(part);
  }
  return parts.join("") + (dropped > 0 ? footer2.omitted(dropped) : "") + footer2.text;
}
function fitting(block, room) {
  const frame = byteLength(block.head) + byteLength(block.tail);
  const sizes = block.rows.map((row2) => byteLength(row2) + 1);
  const whole = sizes.reduce((sum, size) => sum + size, frame);
  if (whole <= room) return assemble(block, block.rows.length, "");
  let used = frame + byteLength(block.omitted(block.rows.length)) + 1;
  if (used > room) return "";
  let kept = 0;
  for (const size of sizes) {
    if (used + size > room) break;
    used += size;
    kept += 1;
  }
  return assemble(block, kept, `${block.omitted(block.rows.length - kept)}
`);
}
function assemble(block, kept, note) {
  const rows = block.rows.slice(0, kept).map((row2) => `${row2}
`);
  return block.head + rows.join("") + note + block.tail;
}

// src/report/summary/check-blocks.ts
function undecidedBlocks(verdict2) {
  const placed = placedChecks(verdict2).filter(answered("unknown"));
  if (placed.length === 0) return [];
  const headings = ["Subject", "Check", "Why it is not known"];
  return [
    {
      head: `### ${counted(placed.length, "check")} without an answer

${tableHead(headings)}
`,
      rows: placed.map(({ subject: subject2, check: check2 }) => row([escapeMarkdown(subject2, 120), title(check2), prose(check2.reason)])),
      tail: "\n",
      omitted
    }
  ];
}
function lookedBlocks(verdict2) {
  const placed = placedChecks(verdict2);
  const passed = placed.filter(answered("pass"));
  const failed = placed.filter(answered("fail"));
  const shown = [...passed, ...failed, ...placed.filter(answered("not-applicable"))];
  if (shown.length === 0) return [];
  const summary = `What was looked at: ${counted(passed.length, "check")} passed, ${failed.length} failed`;
  return [
    {
      head: `<details><summary>${summary}</summary>

${tableHead(["Subject", "Check", "Answer", "Reason"])}
`,
      rows: shown.map(
        ({ subject: subject2, check: check2 }) => row([escapeMarkdown(subject2, 120), title(check2), ANSWER_TEXT[check2.answer], prose(check2.reason)])
      ),
      tail: "\n</details>\n\n",
      omitted
    }
  ];
}
function placedChecks({ subjects }) {
  return subjects.flatMap(({ subject: subject2, checks }) => checks.map((check2) => ({ subject: subject2.name, check: check2 })));
}
var ANSWER_TEXT = {
  pass: "\u2705 pass",
  fail: "\u274C fail",
  unknown: "\u2754 unknown",
  "not-applicable": "not applicable"
};
function title(check2) {
  return `${code(check2.rule, 80)} ${escapeMarkdown(check2.title, 120)}`;
}
function answered(answer) {
  return ({ check: check2 }) => check2.answer === answer;
}
function omitted(count2) {
  return `
\u2026 ${counted(count2, "more check")} in report.json`;
}

// src/report/summary/finding-blocks.ts
function failingBlocks({ subjects }, fileBaseUrl) {
  return subjects.flatMap((subject2) => failing(subject2, fileBaseUrl));
}
function otherBlocks({ subjects }, fileBaseUrl) {
  return subjects.flatMap((subject2) => others(subject2, fileBaseUrl));
}
function failing({ subject: subject2, findings }, fileBaseUrl) {
  const shown = findings.filter(gates).sort(compareFindings);
  if (shown.length === 0) return [];
  const title2 = `${counted(shown.length, "finding fails", "findings fail")} the gate`;
  return [
    {
      head: `### ${escapeMarkdown(subject2.name, 120)}: ${title2}

${tableHead(["Severity", "Finding", "Installed \u2192 fixed", "Origin", "Where"])}
`,
      rows: shown.map((finding2) => row(cells(finding2, fileBaseUrl))),
      tail: "\n",
      omitted: (count2) => `
\u2026 ${counted(count2, "more failing finding")} in report.json`
    }
  ];
}
function others({ subject: subject2, findings }, fileBaseUrl) {
  const shown = findings.filter((finding2) => !gates(finding2)).sort(compareFindings);
  if (shown.length === 0) return [];
  const title2 = `${counted(shown.length, "finding")} without gating (${severityText(shown.map((f) => f.severity))})`;
  const headings = ["Severity", "Finding", "Installed \u2192 fixed", "Origin", "Where", "Why it does not gate"];
  return [
    {
      head: `<details><summary>${escapeMarkdown(subject2.name, 120)}: ${title2}</summary>

${tableHead(headings)}
`,
      rows: shown.map((finding2) => row([...cells(finding2, fileBaseUrl), escapeMarkdown(finding2.reason)])),
      tail: "\n</details>\n\n",
      omitted: (count2) => `
\u2026 ${counted(count2, "more finding")} in report.json`
    }
  ];
}
function cells(finding2, fileBaseUrl) {
  const { severity: severity2, image, origin } = finding2;
  const installed = [image?.package ?? "", versionText(finding2)].map((text2) => code(text2, 120)).filter((text2) => text2 !== "");
  const weight = gates(finding2) && (severity2 === "critical" || severity2 === "high") ? `**${severity2}**` : severity2;
  return [weight, findingText(finding2), installed.join("<br>"), origin ?? "not known", where(finding2, fileBaseUrl)];
}
function findingText(finding2) {
  const id = link(code(finding2.id, 80), finding2.url);
  if (finding2.kind === "advisory") return `${id} ${escapeMarkdown(finding2.title, 200)}`;
  return `${id} ${prose(finding2.message)}<br>*Fix:* ${prose(finding2.fix)}`;
}
function where({ location: location2, image }, fileBaseUrl) {
  const path = image?.path == null ? "" : `in the image: ${code(image.path, 200)}`;
  if (location2 === null) return path;
  const uri = repositoryUri(location2.file);
  const target = fileBaseUrl === null || uri === null ? null : `${fileBaseUrl}${uri}#L${location2.startLine}`;
  const line2 = link(code(lineText(location2)), target);
  return path === "" ? line2 : `${line2}<br>${path}`;
}

// src/report/summary/next-steps.ts
var STEPS = 3;
function nextSteps(verdict2) {
  const advice = allProblems(verdict2).map((problem2) => prose(problem2.advice));
  const failing2 = gatingFindings(verdict2).map(({ finding: finding2 }) => finding2);
  const fixes = failing2.map((finding2) => baseStep(finding2, failing2) ?? fixOf(finding2));
  const steps = [.../* @__PURE__ */ new Set([...advice, ...fixes])].filter((step) => step !== "");
  if (steps.length === 0) return ["Nothing has to be done."];
  const shown = steps.slice(0, STEPS).map((step, index) => `${index + 1}. ${step}`);
  return ["**What to do next**", "", ...shown];
}
function baseStep({ origin, location: location2 }, failing2) {
  if (origin !== "base" || location2 === null) return null;
  const line2 = lineText(location2);
  const same = failing2.filter(
    (other) => other.origin === "base" && other.location !== null && lineText(other.location) === line2
  );
  if (same.length < 2) return null;
  const packages = [...new Set(same.flatMap(({ image }) => image?.package ?? []))];
  const named = packages.slice(0, 5).map((name) => code(name)).join(", ");
  const more = packages.length > 5 ? ` and ${packages.length - 5} more` : "";
  return `${code(line2)}: Take a newer base image: ${same.length} findings come with this one (${named}${more}).`;
}
function fixOf({ fix, location: location2 }) {
  const text2 = prose(fix);
  return text2 === "" || location2 === null ? text2 : `${code(lineText(location2))}: ${text2}`;
}

// src/report/summary/problem-blocks.ts
function problemBlocks(verdict2) {
  const problems = allProblems(verdict2);
  if (problems.length === 0) return [];
  const hasOnlyInput = problems.every(({ kind }) => kind === "usage");
  const rows = problems.map(({ subject: subject2, code: id, message, advice }) => {
    const where2 = subject2 === null ? "" : `**${escapeMarkdown(subject2, 120)}**: `;
    return `- ${where2}${prose(message, 500)} *What to do:* ${prose(advice, 500)} (${code(id, 80)})`;
  });
  return [
    {
      head: hasOnlyInput ? "### \u26A0\uFE0F Wrong input\n\n" : "### \u26A0\uFE0F Could not be verified\n\n",
      rows,
      tail: "\n",
      omitted: (count2) => `- \u2026 ${counted(count2, "more problem")} in report.json`
    }
  ];
}

// src/report/summary/subject-blocks.ts
var WORDS = { pass: "\u2705 pass", fail: "\u274C fail", error: "\u26A0\uFE0F error" };
var HEADINGS = [
  "Subject",
  "Verdict",
  "Fail the gate:",
  "Critical:",
  "High:",
  "Medium:",
  "Low:",
  "Unknown:",
  "System"
];
function subjectBlocks({ subjects }) {
  if (subjects.length === 0) return [];
  return [
    {
      head: `${tableHead(HEADINGS)}
`,
      rows: subjects.map(subjectRow),
      tail: "\n",
      omitted: (count2) => `
\u2026 ${counted(count2, "more subject")} in report.json`
    }
  ];
}
function subjectRow(subject2) {
  const counts = countBySeverity(subject2.findings);
  const numbers = [subject2.findings.filter(gates).length, ...SEVERITIES.map((severity2) => counts[severity2])];
  const name = `**${escapeMarkdown(subject2.subject.name, 120)}**`;
  const { image } = subject2;
  const identity = image === null ? code(subject2.subject.dockerfile ?? "") : code(`${image.reference} ${image.platform}`);
  return row([
    identity === "" ? name : `${name}<br>${identity}`,
    WORDS[subject2.verdict],
    ...numbers.map((count2) => count2 === 0 ? "\xB7" : String(count2)),
    systemText(subject2)
  ]);
}
function systemText({ os, packages }) {
  const parts = [
    os === null ? "" : escapeMarkdown(`${os.family} ${os.name}`, 80),
    os?.endOfLife === true ? "**end of life**" : "",
    packages === null ? "" : `${packages.os} OS and ${counted(packages.language, "language package")}`
  ];
  return parts.filter((part) => part !== "").join(", ");
}

// src/report/summary.ts
var MARKS = { pass: "\u2705", fail: "\u274C", error: "\u26A0\uFE0F" };
function renderSummary(verdict2, tool, options) {
  const fileBaseUrl = options.fileBaseUrl ?? null;
  const blocks = [
    opening(verdict2),
    ...problemBlocks(verdict2),
    ...subjectBlocks(verdict2),
    ...failingBlocks(verdict2, fileBaseUrl),
    ...undecidedBlocks(verdict2),
    ...otherBlocks(verdict2, fileBaseUrl),
    ...lookedBlocks(verdict2)
  ];
  const end = { text: inert(footer(verdict2, tool)), omitted: omittedSections };
  return compose(blocks.map(inertBlock), end, options.limitBytes);
}
function opening(verdict2) {
  const head = `## ${MARKS[verdict2.verdict]} Image gate: ${verdict2.verdict}, ${escapeMarkdown(headline(verdict2))}

`;
  return { head, rows: nextSteps(verdict2), tail: "\n", omitted: () => "" };
}
function footer(verdict2, tool) {
  const { scanner, failOn } = verdict2;
  const facts = [`image-gate ${escapeMarkdown(tool.version, 60)}`, `gates from severity ${failOn}`];
  if (scanner === null) facts.push("Trivy was not run");
  else {
    const { database } = scanner;
    facts.push(`Trivy ${escapeMarkdown(scanner.version, 60)} from ${code(scanner.source, 200)}`);
    if (database === null) facts.push("no advisory database");
    else {
      const date = database.updatedAt === null ? "of unknown date" : `of ${code(database.updatedAt, 60)}`;
      facts.push(`advisory database ${date} from ${code(database.source, 200)}`);
    }
  }
  return `<sub>${facts.join(" \xB7 ")} \xB7 started ${code(verdict2.startedAt, 60)}</sub>
`;
}
function omittedSections(count2) {
  return `\u2026 ${counted(count2, "more section")} in report.json

`;
}
function inertBlock(block) {
  return { ...block, head: inert(block.head), rows: block.rows.map(inert) };
}

// src/commands/write-reports.ts
var HOME = "https://github.com/image-hardening-gate/image-hardening-gate";
var TOOL = { name: "image-gate", version: VERSION, informationUri: HOME };
var RULE_FACTS = new Map(
  RULES.map(({ id, title: title2, why, fix, aliases }) => [
    id,
    { title: title2, why, fix, aliases, helpUri: `${HOME}/blob/main/docs/rules/${id}.md` }
  ])
);
var SUMMARY_LIMIT = 1e6;
function render(verdict2, settings, look) {
  switch (settings.format) {
    case "table":
      return renderTable(verdict2, look);
    case "json":
      return renderJson(verdict2, TOOL);
    case "sarif":
      return sarifOf(verdict2, settings);
    case "markdown":
      return summaryOf(verdict2);
  }
}
function sarifOf(verdict2, { sarifCategory: category }) {
  return renderSarif(verdict2, TOOL, { category, ruleFacts: RULE_FACTS });
}
function sarifUploadsOf(verdict2, { sarifCategory: category }) {
  return sarifUploads(verdict2, TOOL, { category, ruleFacts: RULE_FACTS });
}
function summaryOf(verdict2, fileBaseUrl = null) {
  return renderSummary(verdict2, TOOL, { limitBytes: SUMMARY_LIMIT, ...fileBaseUrl === null ? {} : { fileBaseUrl } });
}
async function writeReports(verdict2, settings, folder, files) {
  const full = resolve(settings.workingDirectory, folder);
  const paths = {
    report: join(full, "report.json"),
    sarif: join(full, "report.sarif"),
    summary: join(full, "summary.md")
  };
  try {
    await files.writeText(paths.report, renderJson(verdict2, TOOL));
    await files.writeText(paths.sarif, sarifOf(verdict2, settings));
    await files.writeText(paths.summary, summaryOf(verdict2));
  } catch (error) {
    throw new VerifyError(
      "report-not-written",
      `The reports cannot be written to ${folder}: ${errorMessage(error)}.`,
      "Free space, or choose another report-dir."
    );
  }
  return paths;
}

export {
  countFindings,
  VERSION,
  render,
  sarifUploadsOf,
  summaryOf,
  writeReports
};
