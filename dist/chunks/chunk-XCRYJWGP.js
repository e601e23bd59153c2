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
  plain,
  severityText,
  subjectMatter,
  wrap
} from "./chunk-JJZ7VRJE.js";
import {
  compareSeverity
} from "./chunk-P3VS4RNN.js";

// src/report/order.ts
function gates(finding) {
  return finding.status === "fail";
}
function compareFindings(a, b) {
  return Number(gates(b)) - Number(gates(a)) || compareSeverity(a.severity, b.severity) || compareText(a.id, b.id) || compareText(a.fingerprint, b.fingerprint) || compareText(a.image?.installed ?? "", b.image?.installed ?? "");
}
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function gatingFindings(verdict) {
  return verdict.subjects.flatMap((subject) => subject.findings.filter(gates).map((finding) => ({ finding, subject }))).sort(
    (a, b) => compareFindings(a.finding, b.finding) || compareText(a.subject.subject.name, b.subject.subject.name)
  );
}

// src/report/problems.ts
function allProblems(verdict) {
  return [
    ...verdict.errors.map((problem) => ({ ...problem, subject: null })),
    ...verdict.subjects.flatMap(
      ({ subject, errors }) => errors.map((problem) => ({ ...problem, subject: subject.name }))
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
  const what = unverified === 0 ? "the run" : many === 1 ? "the subject" : `${unverified} of ${many} subjects`;
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
  const subjects = new Set(failing.map(({ subject }) => subject.subject.name)).size;
  const severities = severityText(failing.map(({ finding }) => finding.severity));
  const what = `${counted(failing.length, "finding fails", "findings fail")} the gate in ${counted(subjects, "subject")}`;
  return { what: `${what} (${severities})`, named: failing.slice(0, NAMED).map(findingText), total: failing.length };
}
function findingText({ finding, subject }) {
  const name = plain(finding.image?.package ?? "", 80);
  const where = finding.location === null ? plain(subject.subject.name, 80) : lineText(finding.location);
  return `${plain(finding.id, 80)}${name === "" ? "" : ` in ${name}`} (${where})`;
}
function passClause(verdict) {
  const findings = verdict.subjects.reduce((sum, subject) => sum + subject.findings.length, 0);
  const checked = counted(verdict.subjects.length, "subject");
  const without = `; ${counted(findings, "finding does", "findings do")} not gate`;
  return { what: `nothing fails the gate in ${checked}${findings === 0 ? "" : without}`, named: [], total: 0 };
}
function withMore(named, total) {
  const more = total - named.length;
  return more > 0 ? `${named.join(", ")} and ${more} more` : listed(named);
}

// src/report/table/check-lines.ts
var INDENT = 2;
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
    const lines = answer === "unknown" ? rules.map((check) => `${plain(check.rule, 80)}: ${plain(check.reason)}`) : [rules.map((check) => plain(check.rule, 80)).join(", ")];
    const { mark, word, style } = MARKS[answer];
    const cells2 = [
      { lines: [mark], style },
      { lines: [word], style },
      { lines, style: answer === "not-applicable" ? "faint" : "plain" }
    ];
    return columns(cells2, [1, WORD, width - INDENT - WORD - 5], INDENT, paint);
  });
}

// src/report/table/finding-lines.ts
var INDENT2 = 2;
var SEVERITY = "CRITICAL".length;
var GAP = 2;
var LONGEST_ID = 24;
var MATTER = 34;
var GATING_SHOWN = 50;
var OTHERS_SHOWN = 10;
function findingLines(findings, width, paint) {
  const sorted = [...findings].sort(compareFindings);
  const failing = sorted.filter(gates);
  const others = sorted.filter((finding) => !gates(finding));
  const layout = layoutOf([...failing.slice(0, GATING_SHOWN), ...others.slice(0, OTHERS_SHOWN)], width);
  const show = (some, title, limit) => {
    if (some.length === 0) return [];
    const heading = `${title} (${severityText(some.map(({ severity }) => severity))})`;
    const rows = some.slice(0, limit).flatMap((finding) => columns(cells(finding, layout), layout.widths, INDENT2, paint));
    const left = some.length - limit;
    const more = left > 0 ? [indented(paint(`\u2026 and ${left} more, see report.json`, "faint"))] : [];
    return [...wrap(heading, width - INDENT2).map(indented), ...rows, ...more];
  };
  const first = show(
    failing,
    counted(failing.length, "finding fails the gate", "findings fail the gate"),
    GATING_SHOWN
  );
  const second = show(others, counted(others.length, "finding does not gate", "findings do not gate"), OTHERS_SHOWN);
  return first.length > 0 && second.length > 0 ? [...first, "", ...second] : [...first, ...second];
}
function layoutOf(findings, width) {
  const ids = Math.min(LONGEST_ID, Math.max(0, ...findings.map(({ id }) => displayWidth(plain(id, 80)))));
  const places = Math.max(0, ...findings.map((finding) => displayWidth(placeText(finding))));
  const all = width - INDENT2 - SEVERITY - GAP;
  const room = all - ids - GAP;
  if (room - GAP - places >= MATTER) return { place: "beside", widths: [SEVERITY, ids, room - GAP - places, places] };
  return room >= MATTER ? { place: "below", widths: [SEVERITY, ids, room] } : { place: "stacked", widths: [SEVERITY, all] };
}
function cells(finding, { place: layout }) {
  const style = gates(finding) ? "plain" : "faint";
  const severity = { lines: [finding.severity.toUpperCase()], style: SEVERITY_STYLES[finding.severity] };
  const id = plain(finding.id, 80);
  const place = placeText(finding);
  const matter = matterLines(finding);
  const below = place === "" ? matter : [...matter, place];
  if (layout === "stacked") return [severity, { lines: [id, ...below], style }];
  if (layout === "below") return [severity, { lines: [id], style }, { lines: below, style }];
  return [severity, { lines: [id], style }, { lines: matter, style }, { lines: [place], style }];
}
function matterLines(finding) {
  const matter = subjectMatter(finding);
  return finding.kind === "advisory" || !gates(finding) ? [matter] : [matter, `fix: ${plain(finding.fix)}`];
}
function indented(line) {
  return " ".repeat(INDENT2) + line;
}
function placeText({ location, image, origin }) {
  const place = location === null ? plain(image?.path ?? "", 120) : lineText(location);
  return origin === null ? place : `${place} (${origin})`.trim();
}

// src/report/table/subject-lines.ts
var INDENT3 = 2;
var LABEL = "Dockerfile".length;
function subjectLines(subject, width, paint) {
  const { verdict } = subject;
  const [first = "", ...rest] = wrap(plain(subject.subject.name, 200), width - verdict.length - 2);
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
  return columns(cells2, [LABEL, width - INDENT3 - LABEL - 2], INDENT3, paint);
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
var INDENT4 = 2;
function renderTable(verdict, options) {
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(options.width)));
  const paint = painter(options.color);
  const run = verdict.errors.flatMap((problem) => problemLines({ ...problem, subject: null }, 0, width, paint));
  const blocks = [...verdict.subjects.map((subject) => block(subject, width, paint)), run].filter(
    (lines) => lines.length > 0
  );
  const last = wrap(`${verdict.verdict.toUpperCase()}: ${sentence(verdict)}`, width).map(
    (line) => paint(line, VERDICT_STYLES[verdict.verdict])
  );
  return `${inert([...blocks, last].map((lines) => lines.join("\n")).join("\n\n"))}
`;
}
function block(subject, width, paint) {
  const problems = subject.errors.flatMap(
    (problem) => problemLines({ ...problem, subject: subject.subject.name }, INDENT4, width, paint)
  );
  const parts = [
    subjectLines(subject, width, paint),
    problems,
    checkLines(subject.checks, width, paint),
    findingLines(subject.findings, width, paint)
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
  compareText,
  gatingFindings,
  allProblems,
  problemWord,
  sentence,
  headline,
  renderTable
};
