import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  SEVERITY_STYLES,
  VERDICT_STYLES,
  columns,
  counted,
  displayWidth,
  inert,
  lineText,
  listed,
  painter,
  severityText,
  subjectMatter,
  wrap
} from "./chunk-6BSFOLLK.js";
import {
  plain
} from "./chunk-WLBLYBMP.js";
import {
  compareText
} from "./chunk-7FEDR6T7.js";
import {
  subjectKey
} from "./chunk-65B23YGU.js";
import {
  compareSeverity,
  reaches
} from "./chunk-P3VS4RNN.js";

// src/model/notice.ts
var NOTICE_KINDS = [
  /** A waiver that no longer counts. */
  "waiver-expired",
  /** A waiver that ends within 14 days. */
  "waiver-expiring",
  /** A waiver that matches nothing. */
  "waiver-unused",
  /** What a change asked for and does not get. */
  "ignored-on-pull-request",
  /** Why new findings could not be told from old ones. */
  "no-baseline"
];

// src/report/order.ts
function gates(finding) {
  return finding.status === "fail";
}
function compareFindings(a, b) {
  return Number(gates(b)) - Number(gates(a)) || compareSeverity(a.severity, b.severity) || compareText(a.id, b.id) || compareText(a.fingerprint, b.fingerprint) || compareText(a.image?.installed ?? "", b.image?.installed ?? "");
}
function gatingFindings(verdict) {
  return verdict.subjects.flatMap((subject) => subject.findings.filter(gates).map((finding) => ({ finding, subject }))).sort(
    (a, b) => compareFindings(a.finding, b.finding) || compareText(a.subject.subject.name, b.subject.subject.name)
  );
}

// src/report/standing.ts
function standingOf(finding) {
  if (gates(finding)) return "fails";
  if (finding.waiver !== null || finding.status === "waived") return "waived";
  return finding.status === "grace" ? "grace" : "shown";
}
function countStandings(subjects) {
  const counts = { fails: 0, grace: 0, waived: 0, shown: 0, new: 0, unchanged: 0, uncompared: 0, fixed: 0 };
  for (const { findings, fixed } of subjects) {
    counts.fixed += fixed.length;
    for (const finding of findings) {
      counts[standingOf(finding)] += 1;
      counts[finding.change ?? "uncompared"] += 1;
    }
  }
  return counts;
}
function comparisonText({ baseline, gate, subjects }) {
  if (baseline === null) return gate === "new" ? "There was nothing to compare with." : "";
  const { new: added, fixed, unchanged, uncompared } = countStandings(subjects);
  const parts = [`${added} new`, `${fixed} fixed`, `${unchanged} unchanged`];
  const result = `Compared with ${plain(baseline.description, 200)}: ${listed(parts)}.`;
  const rest = uncompared === 0 ? "" : ` ${counted(uncompared, "finding", "findings")} could not be compared.`;
  return `${result}${rest}${gate === "new" ? " Unchanged findings do not fail the gate." : ""}`;
}
function missingBaselines({ notices }) {
  return [...new Set(notices.filter(({ kind }) => kind === "no-baseline").map(({ message }) => message))];
}
function startToFail(subjects) {
  return subjects.flatMap(
    (subject) => subject.findings.filter((one) => standingOf(one) === "grace").map((finding) => ({ finding, subject }))
  ).sort(
    (a, b) => compareText(a.finding.deadline ?? "", b.finding.deadline ?? "") || compareFindings(a.finding, b.finding)
  );
}
function dayOf(time) {
  return plain(time ?? "", 40).slice(0, 10);
}
function waiverTerm({ waiver }) {
  const until = waiver?.expires == null ? "without a term" : `until ${plain(waiver.expires, 40)}`;
  const by = waiver?.owner == null ? "" : `, by ${plain(waiver.owner, 80)}`;
  return waiver === null ? "" : `${until}${by}`;
}
var NOTICE_TITLES = {
  "ignored-on-pull-request": "Ignored on this pull request",
  "waiver-expired": "Expired waiver",
  "waiver-expiring": "Waiver about to expire",
  "waiver-unused": "Unused waiver",
  "no-baseline": "Not compared"
};
var WEIGHT = Object.keys(NOTICE_TITLES).flatMap(
  (key) => NOTICE_KINDS.filter((kind) => kind === key)
);
function sortedNotices({ notices }) {
  return notices.filter(({ kind }) => kind !== "no-baseline").sort((a, b) => WEIGHT.indexOf(a.kind) - WEIGHT.indexOf(b.kind) || compareText(a.message, b.message));
}

// src/report/problems.ts
function allProblems(verdict) {
  return [
    ...verdict.errors.map((problem) => ({ ...problem, subject: null })),
    ...verdict.subjects.flatMap(
      ({ subject, errors }) => errors.map((problem) => ({ ...problem, subject: subjectKey(subject) }))
    )
  ];
}
function problemWord(kind) {
  return kind === "usage" ? "wrong input" : "could not verify";
}

// src/report/sentence.ts
var NAMED = 3;
function sentence(verdict) {
  const text = clauses(verdict).map(({ what, named, total }) => named.length === 0 ? what : `${what}: ${withMore(named, total)}`).join("; ");
  return inert(`${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`);
}
function headline(verdict) {
  return clauses(verdict).map(({ what }) => what).join("; ");
}
function clauses(verdict) {
  const failing = gatingFindings(verdict);
  const problems = allProblems(verdict);
  const errors = verdict.verdict === "error" || problems.length > 0 ? [errorClause(verdict, problems)] : [];
  const failures = failing.length > 0 ? [failClause(failing)] : [];
  const found = [...errors, ...failures];
  return found.length > 0 ? found : [passClause(verdict)];
}
function errorClause(verdict, problems) {
  const unverified = verdict.subjects.filter((subject) => subject.verdict === "error").length;
  const many = verdict.subjects.length;
  const what = unverified === 0 ? "the run" : many === 1 ? "1 subject" : `${unverified} of ${many} subjects`;
  const isInput = problems.length > 0 && problems.every(({ kind }) => kind === "usage");
  return {
    what: isInput ? `wrong input for ${what}` : `${problemWord("verify")} ${what}`,
    named: problems.slice(0, NAMED).map(problemText),
    total: problems.length
  };
}
function problemText({ subject, message }) {
  const text = plain(message, 200).replace(/[.\s]+$/u, "");
  return subject === null || text.startsWith(`${subject}: `) ? text : `${plain(subject, 80)}: ${text}`;
}
function failClause(failing) {
  const subjects = new Set(failing.map(({ subject }) => subject)).size;
  const severities = severityText(failing.map(({ finding }) => finding.severity));
  const what = `${counted(failing.length, "finding fails", "findings fail")} the gate in ${counted(subjects, "subject")}`;
  return { what: `${what} (${severities})`, named: firstNames(failing), total: failing.length };
}
function firstNames(failing) {
  const names2 = /* @__PURE__ */ new Set();
  for (const placed of failing) {
    names2.add(findingText(placed));
    if (names2.size === NAMED) break;
  }
  return [...names2];
}
function findingText({ finding, subject }) {
  const name = plain(finding.image?.package ?? "", 80);
  const where = finding.location === null ? plain(subjectKey(subject.subject), 80) : lineText(finding.location);
  return `${plain(finding.id, 80)}${name === "" ? "" : ` in ${name}`} (${where})`;
}
function passClause(verdict) {
  const { grace, waived, shown } = countStandings(verdict.subjects);
  const findings = grace + waived + shown;
  const checked = counted(verdict.subjects.length, "subject");
  const kinds = [waived > 0 ? `${waived} waived` : "", grace > 0 ? `${grace} in grace` : ""].filter(Boolean);
  const told = kinds.length === 0 ? "" : ` (${kinds.join(", ")})`;
  const without = `; ${counted(findings, "finding does", "findings do")} not gate${told}`;
  return { what: `nothing fails the gate in ${checked}${findings === 0 ? "" : without}`, named: [], total: 0 };
}
function withMore(named, total) {
  const more = total - named.length;
  return more > 0 ? `${named.join(", ")} and ${more} more` : listed(named);
}

// src/report/table/change-lines.ts
var INDENT = 2;
var SEVERITY = "CRITICAL".length;
var FIXED_SHOWN = 10;
var NOTICES_SHOWN = 10;
function fixedLines({ fixed }, width, paint) {
  if (fixed.length === 0) return [];
  const indent = " ".repeat(INDENT);
  const title = `${counted(fixed.length, "finding")} fixed (${severityText(fixed.map(({ severity }) => severity))})`;
  const rows = fixed.slice(0, FIXED_SHOWN).flatMap((fault) => {
    const cells2 = [
      { lines: [fault.severity.toUpperCase()], style: SEVERITY_STYLES[fault.severity] },
      { lines: [`${plain(fault.id, 80)}: ${subjectMatter(fault)}`], style: "faint" }
    ];
    return columns(cells2, [SEVERITY, width - INDENT - SEVERITY - 2], INDENT, paint);
  });
  const more = fixed.length - FIXED_SHOWN;
  const rest = more > 0 ? [`${indent}${paint(`\u2026 and ${more} more, see the reports`, "faint")}`] : [];
  return [...wrap(title, width - INDENT).map((line) => indent + line), ...rows, ...rest];
}
function judgingLines(verdict, width, paint) {
  const missing = missingBaselines(verdict);
  const compared = verdict.baseline === null && missing.length > 0 ? "" : comparisonText(verdict);
  const notices = sortedNotices(verdict).map(({ kind, message, location }) => {
    const line = location === null ? "" : ` (${lineText(location)})`;
    return `${NOTICE_TITLES[kind]}: ${plain(message, 500)}${line}`;
  });
  const told = [compared, ...missing.map((reason) => plain(reason, 500)), ...notices].filter((text) => text !== "");
  const lines = told.slice(0, NOTICES_SHOWN).flatMap(
    (text) => columns(
      [
        { lines: ["i"], style: "cyan" },
        { lines: [text], style: "plain" }
      ],
      [1, width - 3],
      0,
      paint
    )
  );
  const more = told.length - NOTICES_SHOWN;
  return more > 0 ? [...lines, paint(`\u2026 and ${more} more, see the reports`, "faint")] : lines;
}

// src/report/table/check-lines.ts
var INDENT2 = 2;
var MARKS = {
  pass: { mark: "\u2713", word: "pass", style: "green" },
  fail: { mark: "\u2717", word: "fail", style: "red" },
  unknown: { mark: "?", word: "not known", style: "yellow" },
  "not-applicable": { mark: "-", word: "does not apply", style: "faint" }
};
var WORD = "does not apply".length;
function checkLines(checks, width, paint) {
  return ["pass", "fail", "not-applicable", "unknown"].flatMap((answer) => {
    const rules = checks.filter((check) => check.answer === answer);
    if (rules.length === 0) return [];
    const lines = answer === "unknown" ? [...Map.groupBy(rules, ({ reason }) => plain(reason))].map(([reason, same]) => `${names(same)}: ${reason}`) : [names(rules)];
    const { mark, word, style } = MARKS[answer];
    const cells2 = [
      { lines: [mark], style },
      { lines: [word], style },
      { lines, style: answer === "not-applicable" ? "faint" : "plain" }
    ];
    return columns(cells2, [1, WORD, width - INDENT2 - WORD - 5], INDENT2, paint);
  });
}
function names(checks) {
  return checks.map(({ rule }) => plain(rule, 80)).join(", ");
}

// src/report/table/finding-lines.ts
var INDENT3 = 2;
var SEVERITY2 = "CRITICAL".length;
var GAP = 2;
var LONGEST_ID = 24;
var MATTER = 34;
var GATING_SHOWN = 50;
var OTHERS_SHOWN = 10;
function findingLines(subject, failOn, width, paint) {
  const sorted = [...subject.findings].sort(compareFindings);
  const failing = sorted.filter(gates);
  const starting = startToFail([subject]).map(({ finding }) => finding);
  const others = sorted.filter((finding) => standingOf(finding) === "shown");
  const waived = sorted.filter((finding) => standingOf(finding) === "waived");
  const shown = [starting, others, waived].flatMap((some) => some.slice(0, OTHERS_SHOWN));
  const layout = layoutOf([...failing.slice(0, GATING_SHOWN), ...shown], width);
  const show = (some, title, limit) => {
    if (some.length === 0) return [];
    const heading = `${title} (${severityText(some.map(({ severity }) => severity))})`;
    const rows = some.slice(0, limit).flatMap((finding) => columns(cells(finding, failOn, layout), layout.widths, INDENT3, paint));
    const left = some.length - limit;
    const more = left > 0 ? [indented(paint(`\u2026 and ${left} more, see the reports`, "faint"))] : [];
    return [...wrap(heading, width - INDENT3).map(indented), ...rows, ...more];
  };
  const parts = [
    show(failing, counted(failing.length, "finding fails the gate", "findings fail the gate"), GATING_SHOWN),
    show(starting, counted(starting.length, "finding starts to fail", "findings start to fail"), OTHERS_SHOWN),
    show(others, counted(others.length, "finding does not gate", "findings do not gate"), OTHERS_SHOWN),
    show(waived, counted(waived.length, "finding is waived", "findings are waived"), OTHERS_SHOWN)
  ];
  return parts.filter((part) => part.length > 0).flatMap((part, index) => index === 0 ? part : ["", ...part]);
}
function layoutOf(findings, width) {
  const ids = Math.min(LONGEST_ID, Math.max(0, ...findings.map(({ id }) => displayWidth(plain(id, 80)))));
  const places = Math.max(0, ...findings.map((finding) => displayWidth(placeText(finding))));
  const all = width - INDENT3 - SEVERITY2 - GAP;
  const room = all - ids - GAP;
  if (room - GAP - places >= MATTER) return { place: "beside", widths: [SEVERITY2, ids, room - GAP - places, places] };
  return room >= MATTER ? { place: "below", widths: [SEVERITY2, ids, room] } : { place: "stacked", widths: [SEVERITY2, all] };
}
function cells(finding, failOn, { place: layout }) {
  const style = gates(finding) ? "plain" : "faint";
  const severity = { lines: [finding.severity.toUpperCase()], style: SEVERITY_STYLES[finding.severity] };
  const id = plain(finding.id, 80);
  const place = placeText(finding);
  const matter = matterLines(finding, failOn);
  const below = place === "" ? matter : [...matter, place];
  if (layout === "stacked") return [severity, { lines: [id, ...below], style }];
  if (layout === "below") return [severity, { lines: [id], style }, { lines: below, style }];
  return [severity, { lines: [id], style }, { lines: matter, style }, { lines: [place], style }];
}
function matterLines(finding, failOn) {
  const { kind, fix, change } = finding;
  const matter = `${change === "new" ? "new: " : ""}${subjectMatter(finding)}`;
  const told = standingLine(finding, failOn);
  const lines = kind === "advisory" || !gates(finding) ? [matter] : [matter, `fix: ${plain(fix)}`];
  return told === "" ? lines : [...lines, told];
}
function standingLine(finding, failOn) {
  const standing = standingOf(finding);
  if (standing === "grace") return `fails from ${dayOf(finding.deadline)}`;
  if (standing === "shown") {
    return reaches(finding.severity, failOn) && finding.status !== "unfixed" ? `does not gate: ${plain(finding.reason)}` : "";
  }
  const reason = plain(finding.waiver?.reason ?? "");
  return standing === "waived" ? [waiverTerm(finding), reason].filter((part) => part !== "").join(": ") : "";
}
function indented(line) {
  return " ".repeat(INDENT3) + line;
}
function placeText({ location, image, origin }) {
  const place = location === null ? plain(image?.path ?? "", 120) : lineText(location);
  return origin === null ? place : `${place} (${origin})`.trim();
}

// src/report/table/subject-lines.ts
var INDENT4 = 2;
var LABEL = "Dockerfile".length;
function subjectLines(subject, width, paint) {
  const { verdict } = subject;
  const [first = "", ...rest] = wrap(plain(subjectKey(subject.subject), 200), width - verdict.length - 2);
  const title = `${paint(first, "strong")}  ${paint(verdict.toUpperCase(), VERDICT_STYLES[verdict])}`;
  const facts = [
    ["image", imageText(subject)],
    ["Dockerfile", plain(subject.subject.dockerfile ?? "")],
    ["system", systemText(subject)]
  ];
  return [
    title,
    ...rest.map((line) => paint(line, "strong")),
    ...facts.flatMap(([label, text]) => text === "" ? [] : factLines(label, text, width, paint))
  ];
}
function factLines(label, text, width, paint) {
  const cells2 = [
    { lines: [label], style: "faint" },
    { lines: [text], style: "plain" }
  ];
  return columns(cells2, [LABEL, width - INDENT4 - LABEL - 2], INDENT4, paint);
}
function imageText({ subject, image }) {
  if (image === null) return subject.image === null ? "" : `${plain(subject.image)} (not read)`;
  const id = plain(image.imageId, 80).replace(/^sha256:/u, "").slice(0, 12);
  return `${plain(image.reference)} (${plain(image.platform, 40)}, id ${id})`;
}
function systemText({ os, packages }) {
  const parts = [
    os === null ? "" : plain(`${os.family} ${os.name}`, 80),
    os?.endOfLife === true ? "end of life" : "",
    packages === null ? "" : `${packages.os} OS and ${counted(packages.language, "language package")}`
  ];
  return parts.filter((part) => part !== "").join(", ");
}

// src/report/table.ts
var NARROWEST = 40;
var WIDEST = 200;
var INDENT5 = 2;
function renderTable(verdict, options) {
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(options.width)));
  const paint = painter(options.color);
  const run = verdict.errors.flatMap((problem) => problemLines({ ...problem, subject: null }, 0, width, paint));
  const judging = judgingLines(verdict, width, paint);
  const blocks = [
    ...verdict.subjects.map((subject) => block(subject, verdict.failOn, width, paint)),
    run,
    judging
  ].filter((lines) => lines.length > 0);
  const last = wrap(`${verdict.verdict.toUpperCase()}: ${sentence(verdict)}`, width).map(
    (line) => paint(line, VERDICT_STYLES[verdict.verdict])
  );
  return `${inert([...blocks, last].map((lines) => lines.join("\n")).join("\n\n"))}
`;
}
function block(subject, failOn, width, paint) {
  const problems = subject.errors.flatMap(
    (problem) => problemLines({ ...problem, subject: subjectKey(subject.subject) }, INDENT5, width, paint)
  );
  const parts = [
    subjectLines(subject, width, paint),
    problems,
    checkLines(subject.checks, width, paint),
    findingLines(subject, failOn, width, paint),
    fixedLines(subject, width, paint)
  ];
  return parts.filter((part) => part.length > 0).flatMap((part, index) => index === 0 ? part : ["", ...part]);
}
function problemLines({ kind, code, message, advice }, indent, width, paint) {
  const cells2 = [
    { lines: ["!"], style: "yellow" },
    {
      lines: [`${problemWord(kind)}: ${plain(message, 500)} (${plain(code, 80)})`, `next: ${plain(advice, 500)}`],
      style: "plain"
    }
  ];
  return columns(cells2, [1, width - indent - 3], indent, paint);
}

export {
  gates,
  compareFindings,
  gatingFindings,
  allProblems,
  problemWord,
  NOTICE_KINDS,
  standingOf,
  countStandings,
  comparisonText,
  missingBaselines,
  startToFail,
  dayOf,
  waiverTerm,
  NOTICE_TITLES,
  sortedNotices,
  sentence,
  headline,
  renderTable
};
