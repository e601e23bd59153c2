import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  checkRules
} from "./chunk-2ZPASTJC.js";
import {
  idKey,
  keysOf,
  meansFault
} from "./chunk-3DHILHER.js";
import {
  VARIABLE_RULE,
  faultsOf
} from "./chunk-2FI6LA4T.js";
import {
  parseImageReference,
  repositoryOf
} from "./chunk-SUCAV5M4.js";
import {
  FINDING_STATUSES,
  WAIVER_SOURCES
} from "./chunk-G6SP7VGC.js";
import {
  compareText
} from "./chunk-7FEDR6T7.js";
import {
  subjectKey
} from "./chunk-65B23YGU.js";
import {
  compileGlob
} from "./chunk-YKZR3NI5.js";
import {
  parsePurl,
  purlMatches
} from "./chunk-XOFJKV52.js";
import {
  RULES
} from "./chunk-BLLY7DYC.js";
import {
  attributeLayers
} from "./chunk-ZM5ESNZ2.js";
import {
  formatImageReference,
  parseImageReference as parseImageReference2
} from "./chunk-Q3RRR3VC.js";
import {
  SEVERITIES,
  compareSeverity,
  reaches
} from "./chunk-P3VS4RNN.js";
import {
  UsageError
} from "./chunk-3OE5NGK7.js";

// src/evidence/subject-name.ts
function nameSubjects(all) {
  const names = all.map(nameOf);
  const subjects = all.map((one, index) => {
    const { image, dockerfile, platform = null } = one;
    const name = names[index] ?? "";
    const isShared = all.some((other, at) => at !== index && names[at] === name && !areSiblings(one, other));
    return {
      name: isShared && dockerfile !== null && name !== dockerfile ? `${name} (${dockerfile})` : name,
      image,
      dockerfile,
      platform
    };
  });
  const keys = subjects.map(subjectKey);
  const twice = subjects.find((_, index) => keys.indexOf(keys[index] ?? "") !== index);
  if (twice !== void 0) {
    throw new UsageError(
      "same-name",
      `Two subjects have the name ${JSON.stringify(twice.name)}, so that their alerts could not be told apart.`,
      "Gate them in separate runs with different sarif-category values, or name a different Dockerfile for each."
    );
  }
  return subjects;
}
function areSiblings(one, other) {
  const { platform = null } = one;
  const { platform: otherPlatform = null } = other;
  const differ = platform !== null && otherPlatform !== null && platform !== otherPlatform;
  return differ && one.dockerfile === other.dockerfile;
}
function nameOf({ image, dockerfile, repository, name = null }) {
  return name ?? repository ?? namedRepository(image) ?? dockerfile ?? fileName(image ?? "");
}
function namedRepository(image) {
  if (image === null) return null;
  try {
    const parsed = parseImageReference(image);
    return parsed.kind === "engine" || parsed.kind === "registry" ? repositoryOf(parsed.reference) : null;
  } catch {
    return null;
  }
}
function fileName(reference) {
  const path = reference.replace(/^(docker-archive|oci-archive|oci):/, "").replace(/\/+$/, "");
  const last = path.split(/[\\/]/).at(-1) ?? "";
  return last.replace(/(\.(tar|tgz|oci|gz))+$/i, "") || "image";
}

// src/policy/baseline-notices.ts
var HOW = "Name one with baseline-commit, baseline or baseline-image.";
var SHOWN = 10;
function baselineNotices({ gate, withoutBaseline }, hasBaseline, gaps, known2) {
  if (gate === "all") return [];
  const follows = withoutBaseline === "gate" ? "what may be old counts as well" : "what may be old is reported and does not fail (without-baseline: report)";
  if (!hasBaseline) {
    if (known2.some(({ kind }) => kind === "no-baseline")) return [];
    return [notice(`There is no baseline to compare with, so ${follows}. ${HOW}`)];
  }
  const subjects = /* @__PURE__ */ new Map();
  for (const { subject, reason } of gaps) {
    const names = subjects.get(reason) ?? [];
    if (names.push(subject) === 1) subjects.set(reason, names);
  }
  return [...subjects].map(
    ([reason, names]) => notice(`New and old cannot be told apart in ${listed(names)}: ${reason}; ${follows}.`)
  );
}
function notice(message) {
  return { kind: "no-baseline", message, location: null };
}
function listed(names) {
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : "";
  return `${[...names].sort().slice(0, SHOWN).join(", ")}${more}`;
}

// src/policy/change.ts
function compareWith(subject, baseline) {
  if (baseline === null) return { changeOf: () => null, gap: "the baseline does not know it" };
  if (baseline.kind === "unavailable") return { changeOf: () => null, gap: baseline.reason };
  if (baseline.kind === "absent") return { changeOf: () => "new", gap: null };
  const before = /* @__PURE__ */ new Map();
  for (const fault of baseline.faults) before.set(fault.fingerprint, [...before.get(fault.fingerprint) ?? [], fault]);
  const wasThere = (fault) => {
    const same = before.get(fault.fingerprint) ?? [];
    const isAsMany = same.some(({ times = 1 }) => times >= (fault.times ?? 1));
    return isAsMany && same.some(({ severity }) => compareSeverity(severity, fault.severity) <= 0);
  };
  const missing = gapOf(subject, baseline.covers);
  const gap = missing === null ? null : baseline.gap ?? missing;
  const unseen = gap === null ? "new" : null;
  return {
    changeOf: (fault) => wasThere(fault) ? "unchanged" : unseen,
    gap
  };
}
function gapOf(subject, covers2) {
  if (subject.image !== null && !covers2.image) return "the baseline does not know its image";
  return subject.dockerfile !== null && !covers2.dockerfile ? "the baseline does not know its Dockerfile" : null;
}

// src/policy/fixed.ts
function fixedFaults(baseline, { evidence, checks, faults }) {
  if (baseline?.kind !== "known") return [];
  const now = new Set(faults.map(({ fingerprint }) => fingerprint));
  const isHeld = faults.some(({ id }) => id === VARIABLE_RULE);
  const answered = new Set(
    checks.flatMap(({ rule, answer }) => answer === "pass" || answer === "fail" ? [rule] : [])
  );
  return baseline.faults.filter(({ kind, id, fingerprint, image }) => {
    if (now.has(fingerprint)) return false;
    if (kind === "rule") return answered.has(id);
    return evidence.scan !== null && !(kind === "secret" && image?.path === null && isHeld);
  });
}

// src/policy/layer-facts.ts
function layerFacts({ image, dockerfile }) {
  if (image === null) return [];
  const sources = dockerfile === null ? /* @__PURE__ */ new Map() : attributeLayers(image, dockerfile, dockerfile.bases);
  const history = historyOfLayers(image);
  return image.layers.map(({ diffId, size }, index) => {
    const source = sources.get(diffId);
    return {
      diffId,
      size,
      origin: source?.origin ?? null,
      instruction: instructionText(source, dockerfile) ?? keywordOf(history?.[index]),
      location: source?.location ?? null
    };
  });
}
function historyOfLayers({ history, layers }) {
  const entries = history.filter(({ emptyLayer }) => !emptyLayer);
  return entries.length === layers.length ? entries : null;
}
function instructionText(source, dockerfile) {
  if (source === void 0 || dockerfile === null) return null;
  if (source.instruction !== null) return shortened(source.instruction);
  const from = [dockerfile, ...dockerfile.bases ?? []].find(({ base }) => base?.location === source.location);
  return from?.base == null ? "FROM" : `FROM ${from.base.written}`;
}
function shortened({ keyword, text, json }) {
  const first = json === null ? /^[a-z][a-z0-9.+_-]{0,30}(?=\s|$)/.exec(text)?.[0] : void 0;
  return keyword === "RUN" && first !== void 0 ? `RUN ${first}` : keyword;
}
var KEYWORDS = /* @__PURE__ */ new Set(["RUN", "COPY", "ADD", "WORKDIR"]);
function keywordOf(entry) {
  if (entry === void 0) return "";
  const text = entry.createdBy.slice(0, 200);
  const keyword = (/#\(nop\)\s+([A-Z]+)\b/.exec(text) ?? /^([A-Z]+)\b/.exec(text))?.[1] ?? "";
  if (KEYWORDS.has(keyword)) return keyword;
  return text.startsWith("/bin/sh -c ") ? "RUN" : "";
}

// src/policy/grace.ts
var DAY = 864e5;
var MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;
function graceOf({ kind, published }, weight, { graceDays }, { change, now }) {
  const days = graceDays[weight];
  if (days === void 0 || kind !== "advisory") return out(null);
  if (change === "new") return out("no grace for what the change introduces");
  const start = published !== null && MOMENT.test(published) ? Date.parse(published) : Number.NaN;
  if (Number.isNaN(start)) return out("no grace without a date of publication");
  const today = Date.parse(now);
  if (start > today) return out("no grace, as its date of publication lies in the future");
  const end = new Date(start + days * DAY);
  if (Number.isNaN(end.getTime())) return out("no grace without an end");
  const deadline = end.toISOString();
  return today < end.getTime() ? { kind: "in", deadline } : out(`its grace ended on ${deadline.slice(0, 10)}`);
}
function out(why) {
  return { kind: "out", why };
}

// src/policy/threshold.ts
var POSSIBLE = ["base", "build", "app"];
function thresholdOf({ origin }, policy) {
  if (origin !== null) return ofOrigin(origin, policy);
  const general = { level: policy.failOn, name: `fail-on ${policy.failOn}` };
  const strictest = POSSIBLE.map((one) => ofOrigin(one, policy)).reduce((a, b) => stricter(b, a) ? b : a);
  if (strictest.level === policy.failOn) return general;
  return { ...strictest, name: `${strictest.name} (the strictest, as its origin is not known)` };
}
function ofOrigin(origin, { failOn, failOnByOrigin }) {
  const own = failOnByOrigin[origin];
  if (own === void 0) return { level: failOn, name: `fail-on ${failOn}` };
  return { level: own, name: `fail-on ${own} of ${origin}` };
}
function stricter(a, b) {
  return strictness(a) > strictness(b);
}
function strictness({ level }) {
  return level === "never" ? -1 : SEVERITIES.indexOf(level);
}

// src/policy/status.ts
function statusOf(fault, policy, facts) {
  const weight = weightOf(fault, policy);
  const threshold = thresholdOf(fault, policy);
  const { change, waiver } = facts;
  if (waiver !== null) return plain("waived", waivedReason(waiver));
  if (threshold.level === "never")
    return plain("below-threshold", `findings of ${fault.origin ?? "any origin"} never fail`);
  if (!reaches(weight, threshold.level))
    return plain("below-threshold", `${weighed(fault, weight, "is below")} ${threshold.name}`);
  if (!fault.fixable && !policy.failUnfixed)
    return plain("unfixed", "no version fixes it yet, and fail-unfixed is off");
  if (policy.gate === "new" && change === "unchanged") return plain("baseline", "the change does not introduce it");
  if (policy.gate === "new" && change === null && policy.withoutBaseline === "report")
    return plain("unknown", "whether the change introduces it is not known, and without-baseline is report");
  const grace = graceOf(fault, weight, policy, facts);
  if (grace.kind === "in") {
    const { deadline } = grace;
    return {
      status: "grace",
      reason: joined(`in its period of grace until ${day(deadline)}`, expiry(facts)),
      deadline
    };
  }
  return plain("fail", joined(failing(fault, weight, threshold), expiry(facts), compared(policy, change), grace.why));
}
function plain(status, reason) {
  return { status, reason, deadline: null };
}
function weightOf({ severity, kind }, { unratedAs }) {
  return severity === "unknown" && kind === "advisory" ? unratedAs : severity;
}
function weighed({ severity }, weight, verb) {
  return severity === weight ? `${severity} ${verb}` : `unrated counts as ${weight} and ${verb}`;
}
function failing(fault, weight, { name }) {
  return `${weighed(fault, weight, "reaches")} ${name}`;
}
function waivedReason({ reason, expires }) {
  return `waived${expires === null ? "" : ` until ${expires}`}: ${reason}`;
}
function expiry({ expired: expired2 }) {
  return expired2 === null || expired2.expires === null ? null : `its waiver expired on ${expired2.expires}`;
}
function compared({ gate }, change) {
  if (gate === "all") return null;
  return change === "new" ? "the change introduces it" : "whether the change introduces it is not known";
}
function joined(...parts) {
  return parts.filter((part) => part !== null).join("; ");
}
function day(moment) {
  return moment.slice(0, 10);
}

// src/policy/undecided.ts
function undecidedRules(subject, checks, policy, accept, aliases) {
  const insists = subject.image !== null || policy.strictUnknown;
  const problems = [];
  const used = [];
  const judged = checks.map((check) => {
    if (!insists || check.answer !== "unknown" || !wouldGate(check, policy)) return check;
    const { waiver, expired: expired2 } = accept(asFault(check, aliases.get(check.rule) ?? []));
    for (const one of [waiver, expired2]) if (one !== null) used.push(one);
    if (waiver === null) problems.push(problemOf(check, expired2));
    return waiver === null ? check : { ...check, reason: `${check.reason} ${acceptedBy(waiver)}` };
  });
  return { checks: judged, problems, used };
}
function wouldGate({ severity }, policy) {
  const { level } = thresholdOf({ origin: "config" }, policy);
  return level !== "never" && reaches(severity, level);
}
function asFault({ rule, title, severity, reason }, aliases) {
  return {
    id: rule,
    kind: "rule",
    severity,
    title,
    message: reason,
    fix: "",
    location: null,
    related: [],
    image: null,
    origin: "config",
    aliases,
    url: null,
    fingerprint: "",
    fixable: true,
    published: null,
    cwes: [],
    edits: []
  };
}
function problemOf({ rule, reason }, expired2) {
  const ended = expired2 === null ? "" : ` The waiver of it expired on ${expired2.expires}.`;
  return {
    kind: "verify",
    code: "undecided-rule",
    message: `${rule} could not be decided: ${reason}${ended}`,
    advice: "Give what is missing (the image, its Dockerfile, or the setting named), or accept it on purpose: a waiver of the rule, or another severity for it in the policy."
  };
}
function acceptedBy({ expires, reason }) {
  return `Accepted by a waiver${expires === null ? "" : ` until ${expires}`}: ${reason}`;
}

// src/policy/waivers/image.ts
function imagePattern(pattern) {
  if (/^pkg:/i.test(pattern)) {
    const purl = parsePurl(pattern);
    return purl?.type === "oci" ? (subject) => isImage(purl, subject) : () => false;
  }
  const glob = compileGlob(pattern);
  return (subject) => glob !== null && (glob(subject.name) || glob(subjectKey(subject)));
}
function isImage(purl, subject) {
  const reference = referenceOf(subject);
  const names = [reference?.repository, subject.name].map((name) => name?.split("/").at(-1)?.toLowerCase());
  return purl.namespace === "" && names.includes(purl.name) && (purl.version === "" || digestsOf(reference, subject).includes(purl.version.toLowerCase())) && [...purl.qualifiers].every(([key, value]) => isQualified(key, value, reference, subject));
}
function isQualified(key, value, reference, subject) {
  if (key === "repository_url") return reference !== null && repositoryOf2(value) === repositoryName(reference);
  if (key === "tag") return reference?.tag === value;
  if (key === "arch") return architectureOf(subject) === value;
  return false;
}
function referenceOf({ image }) {
  if (image === null || /^(docker-archive|oci-archive|oci):/.test(image)) return null;
  return parseImageReference2(image);
}
function digestsOf(reference, { built }) {
  return [reference?.digest, built?.digest];
}
function architectureOf({ built, platform }) {
  return (built?.platform ?? platform)?.split("/")[1];
}
function repositoryOf2(url) {
  const reference = parseImageReference2(url.replace(/^https?:\/\//, "").replace(/\/+$/, ""));
  return reference === null ? null : repositoryName(reference);
}
function repositoryName(reference) {
  return formatImageReference({ ...reference, tag: "latest", digest: null });
}

// src/policy/waivers/index-waivers.ts
var known = /* @__PURE__ */ new WeakMap();
function indexWaivers(waivers) {
  const made = known.get(waivers) ?? makeIndex(waivers);
  known.set(waivers, made);
  return made;
}
function makeIndex(waivers) {
  const byKey = /* @__PURE__ */ new Map();
  const patterns = /* @__PURE__ */ new Map();
  const scopes = /* @__PURE__ */ new Map();
  for (const waiver of waivers) {
    const compiled = compile(waiver, scopes);
    for (const key of new Set(compiled.ids)) {
      const same = byKey.get(key);
      if (same === void 0) byKey.set(key, [compiled]);
      else same.push(compiled);
    }
  }
  const candidates = (fault) => {
    const lists = [...keysOf(fault)].flatMap((key) => byKey.get(key) ?? []);
    return lists.length < 2 ? lists : [...new Set(lists)];
  };
  const patternOf = (text) => {
    const pattern = patterns.get(text) ?? imagePattern(text);
    patterns.set(text, pattern);
    return pattern;
  };
  return {
    matching: (fault, subject) => {
      const found = candidates(fault);
      if (found.length === 0) return [];
      const facts = factsOf(fault, subject);
      return found.filter((compiled) => matches(compiled, facts)).map(({ waiver }) => waiver);
    },
    concerns: (waiver, subject) => isFor(waiver.images.map(patternOf), subject)
  };
}
function compile(waiver, scopes) {
  const unless = (waiver.unless ?? []).map((scope) => {
    const compiled = scopes.get(scope) ?? compileScope(scope);
    scopes.set(scope, compiled);
    return compiled;
  });
  return {
    waiver,
    ...compileScope(waiver),
    paths: waiver.paths.map((path) => compileGlob(withoutSlash(path))),
    unless
  };
}
function compileScope({ ids, images, packages }) {
  return { ids: ids.map(idKey), images: images.map(imagePattern), packages: packages.map(parsePurl) };
}
function factsOf(fault, subject) {
  const purl = fault.image?.purl ?? null;
  const inside = fault.image?.path === void 0 || fault.image.path === null ? [] : [withoutSlash(fault.image.path)];
  const { location } = fault;
  return {
    fault,
    subject,
    keys: keysOf(fault),
    purl: purl === null ? null : parsePurl(purl),
    inside,
    paths: location === null ? inside : [...inside, withoutSlash(location.file)]
  };
}
function matches({ waiver, paths, unless, ...scope }, facts) {
  return meansFault(waiver, facts.fault) && (waiver.origin === null || waiver.origin === facts.fault.origin) && covers(scope, facts) && (paths.length === 0 || paths.some((glob) => glob !== null && placesFor(waiver, facts).some(glob))) && !unless.some((other) => other.ids.some((id) => facts.keys.has(id)) && covers(other, facts));
}
function placesFor({ source }, { fault, inside, paths }) {
  return source === "trivyignore" && fault.kind !== "rule" ? inside : paths;
}
function covers({ images, packages }, { subject, purl }) {
  return isFor(images, subject) && (packages.length === 0 || purl !== null && isAmong(packages, purl));
}
function isFor(images, subject) {
  return images.length === 0 || images.some((means) => means(subject));
}
function isAmong(packages, purl) {
  return packages.some((pattern) => pattern !== null && purlMatches(pattern, purl));
}
function withoutSlash(path) {
  return path.replace(/^\/+/, "");
}

// src/policy/waivers/match.ts
function acceptanceOf(fault, subject, waivers, today) {
  const matching = indexWaivers(waivers).matching(fault, subject);
  return {
    waiver: longest(matching.filter((waiver) => !isExpired(waiver, today))),
    expired: longest(matching.filter((waiver) => isExpired(waiver, today)))
  };
}
function isExpired({ expires }, today) {
  return expires !== null && expires < today;
}
function longest(waivers) {
  return waivers.reduce(
    (best, waiver) => best === null || compareWaivers(waiver, best) < 0 ? waiver : best,
    null
  );
}
function compareWaivers(a, b) {
  return compareText(b.expires ?? "9999-99-99", a.expires ?? "9999-99-99") || WAIVER_SOURCES.indexOf(a.source) - WAIVER_SOURCES.indexOf(b.source) || compareText(a.location.file, b.location.file) || a.location.startLine - b.location.startLine || compareText(a.reason, b.reason);
}

// src/policy/waivers/words.ts
function titleOf({ ids, owner }) {
  const shown = ids.slice(0, 3).join(", ") + (ids.length > 3 ? ", \u2026" : "");
  return `The waiver of ${shown}${owner === null ? "" : ` (owner: ${owner})`}`;
}
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

// src/policy/waivers/unused.ts
var MOST = 20;
function unusedNotices(idle, all, subjects, today) {
  const index = indexWaivers(all);
  const lookedAt = subjects.map((judged) => ({
    subject: { ...judged.subject, built: judged.image },
    isWhole: judged.errors.length === 0 && judged.packages !== null,
    rules: judged.errors.length > 0 ? /* @__PURE__ */ new Set() : new Set(decidedRules(judged))
  }));
  const unused = idle.filter((waiver) => {
    const concerned = lookedAt.filter(({ subject }) => index.concerns(waiver, subject));
    const keys = waiver.ids.map(idKey);
    return concerned.length > 0 && concerned.every(({ isWhole, rules }) => isWhole || keys.every((key) => rules.has(key)));
  });
  return [...Map.groupBy(unused, ({ location }) => location.file)].flatMap(([file, waivers]) => {
    const [first] = waivers;
    const together = first !== void 0 && (first.source === "openvex" || waivers.length > MOST);
    return together ? [ofFile(file, waivers, first)] : waivers.map((waiver) => ofOne(waiver, today));
  });
}
function decidedRules({ checks }) {
  return checks.filter(({ answer }) => answer !== "unknown").map(({ rule }) => idKey(rule));
}
function ofOne(waiver, today) {
  const ended = isExpired(waiver, today) ? `ended on ${waiver.expires} and ` : "";
  const message = `${titleOf(waiver)} ${ended}matches nothing in this run.`;
  return { kind: "waiver-unused", message, location: waiver.location };
}
function ofFile(file, waivers, first) {
  const ids = [...new Set(waivers.flatMap((waiver) => waiver.ids))];
  const shown = ids.slice(0, 5).join(", ") + (ids.length > 5 ? ", \u2026" : "");
  const what = first.source === "openvex" ? "statement" : "waiver";
  const message = `${count(waivers.length, what)} of ${file} ${waivers.length === 1 ? "matches" : "match"} nothing in this run: ${shown}.`;
  return { kind: "waiver-unused", message, location: first.location };
}

// src/policy/waivers/notices.ts
var SOON = 14;
var DAY2 = 864e5;
function waiverNotices(waivers, subjects, today, used = /* @__PURE__ */ new Set()) {
  if (waivers.length === 0) return [];
  const matched = matchedFindings(waivers, subjects);
  const idle = waivers.filter((waiver) => !matched.has(waiver) && !used.has(waiver));
  const notices = [...unusedNotices(idle, waivers, subjects, today)];
  for (const waiver of /* @__PURE__ */ new Set([...matched.keys(), ...used])) {
    const findings = matched.get(waiver) ?? [];
    const notice2 = isExpired(waiver, today) ? expired(waiver, findings) : expiring(waiver, findings, used.has(waiver), today);
    if (notice2 !== null) notices.push(notice2);
  }
  return notices.sort(compareNotices);
}
function matchedFindings(waivers, subjects) {
  const index = indexWaivers(waivers);
  const matched = /* @__PURE__ */ new Map();
  for (const { subject, image, findings } of subjects) {
    const known2 = { ...subject, built: image };
    for (const finding of findings) {
      for (const waiver of index.matching(finding, known2)) {
        const before = matched.get(waiver);
        if (before === void 0) matched.set(waiver, [finding]);
        else before.push(finding);
      }
    }
  }
  return matched;
}
function expired(waiver, findings) {
  const failing2 = findings.filter(({ status }) => status === "fail").length;
  const what = failing2 === 0 ? `what it matched (${count(findings.length, "finding")}) does not fail without it; remove it` : `${count(failing2, "finding")} ${failing2 === 1 ? "fails" : "fail"} again`;
  const { location } = waiver;
  return { kind: "waiver-expired", message: `${titleOf(waiver)} ended on ${waiver.expires}: ${what}.`, location };
}
function expiring(waiver, findings, isUsed, today) {
  const { expires, location } = waiver;
  const days = expires === null ? Number.POSITIVE_INFINITY : (Date.parse(expires) - Date.parse(today)) / DAY2;
  const depending = findings.filter((finding) => finding.waiver === waiver).length;
  if (days > SOON || depending === 0 && !isUsed) return null;
  const left = days === 0 ? "today" : `in ${count(days, "day")}, on ${expires}`;
  const message = `${titleOf(waiver)} ends ${left}; it accepts ${depending === 0 ? "what a rule cannot decide" : count(depending, "finding")}.`;
  return { kind: "waiver-expiring", message, location };
}
function compareNotices(a, b) {
  return compareText(a.location.file, b.location.file) || a.location.startLine - b.location.startLine || compareText(a.message, b.message);
}

// src/policy/decide.ts
function decide(cases, run, policy, judgement) {
  const gaps = [];
  const used = /* @__PURE__ */ new Set();
  const subjects = cases.map((one) => decideSubject(one, policy, judgement, gaps, used));
  const { baseline, waivers, now, notices } = judgement;
  const errors = [...run.problems, ...nothingToJudge(cases, run)];
  return {
    verdict: gravest([...subjects.map(({ verdict }) => verdict), errors.length > 0 ? "error" : "pass"]),
    startedAt: run.startedAt,
    errors,
    scanner: run.scanner,
    failOn: policy.failOn,
    gate: policy.gate,
    baseline: baseline === null ? null : { description: baseline.description, commit: baseline.commit },
    notices: [
      ...notices,
      ...baselineNotices(policy, baseline !== null, gaps, notices),
      ...waiverNotices(waivers, subjects, now.slice(0, 10), used)
    ],
    subjects
  };
}
function nothingToJudge(cases, run) {
  if (cases.length > 0 || run.problems.length > 0) return [];
  return [
    {
      kind: "usage",
      code: "nothing-to-judge",
      message: "There is no image and no Dockerfile to judge.",
      advice: "Name one with image or dockerfile."
    }
  ];
}
function decideSubject({ subject, evidence, checks: answered, faults, problems }, policy, { waivers, baseline, now, ruleAliases }, gaps, used) {
  const known2 = { ...subject, built: evidence.image };
  const accept = (fault) => acceptanceOf(fault, known2, waivers, now.slice(0, 10));
  const before = baseline?.subjects.get(subjectKey(subject)) ?? null;
  const { changeOf, gap } = compareWith(subject, before);
  if (gap !== null) gaps.push({ subject: subjectKey(subject), reason: gap });
  const findings = faults.map((fault) => {
    const { waiver, expired: expired2 } = accept(fault);
    const change = changeOf(fault);
    return { ...fault, change, waiver, ...statusOf(fault, policy, { change, waiver, expired: expired2, now }) };
  }).sort(compareFindings);
  const open = undecidedRules(subject, answered, policy, accept, ruleAliases ?? /* @__PURE__ */ new Map());
  const { checks } = open;
  const isUnread = subject.image !== null && evidence.image === null && problems.length > 0;
  const undecided = isUnread ? [] : open.problems;
  for (const waiver of open.used) used.add(waiver);
  const errors = [...problems, ...undecided];
  const { image, scan } = evidence;
  return {
    subject,
    verdict: gravest([
      errors.length > 0 ? "error" : "pass",
      findings.some(({ status }) => status === "fail") ? "fail" : "pass"
    ]),
    image: image === null ? null : { reference: image.reference, imageId: image.imageId, digest: image.digest, platform: image.platform },
    layers: layerFacts(evidence),
    os: scan?.os ?? null,
    packages: scan === null ? null : { os: scan.osPackages, language: scan.languagePackages },
    checks,
    findings,
    // What could not be looked at is not fixed.
    fixed: problems.length > 0 ? [] : [...fixedFaults(before, { evidence, checks, faults })].sort(compareFaults),
    errors
  };
}
function gravest(words) {
  if (words.includes("error")) return "error";
  return words.includes("fail") ? "fail" : "pass";
}
function compareFindings(a, b) {
  return FINDING_STATUSES.indexOf(a.status) - FINDING_STATUSES.indexOf(b.status) || compareFaults(a, b);
}
function compareFaults(a, b) {
  return compareSeverity(a.severity, b.severity) || compareText(a.id, b.id) || compareText(a.image?.package ?? "", b.image?.package ?? "") || compareText(a.fingerprint, b.fingerprint) || compareText(a.image?.installed ?? "", b.image?.installed ?? "");
}

// src/commands/judge.ts
var RULE_ALIASES = new Map(
  RULES.map(({ id, aliases }) => [id, aliases])
);
function judgeAll(gathered, places, policy) {
  const subjects = nameSubjects(gathered);
  return gathered.flatMap(({ evidence, problems, transport }, index) => {
    const subject = subjects[index];
    if (subject === void 0) return [];
    return [{ subject, evidence, problems, ...judgeOne(subject, evidence, transport, places, policy) }];
  });
}
function judgeOne(subject, evidence, transport, places, policy) {
  const isKnown = evidence.dockerfile !== null || evidence.image !== null;
  const checks = isKnown ? checkRules(evidence, transport === null ? policy : { ...policy, transport }) : [];
  return { checks, faults: faultsOf(subject, evidence, checks, { ...places, aliases: RULE_ALIASES }) };
}

export {
  decide,
  RULE_ALIASES,
  judgeAll,
  judgeOne
};
