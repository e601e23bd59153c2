import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  stringify
} from "./chunk-GFFQNPHD.js";
import {
  EVIDENCE_FILE
} from "./chunk-HYDFWEHI.js";
import {
  NOTICE_KINDS,
  NOTICE_TITLES,
  allProblems,
  compareFindings,
  comparisonText,
  countStandings,
  dayOf,
  gates,
  gatingFindings,
  headline,
  missingBaselines,
  problemWord,
  renderTable,
  sortedNotices,
  standingOf,
  startToFail,
  waiverTerm
} from "./chunk-UWX2UNS4.js";
import {
  counted,
  fullStop,
  inert,
  lineText,
  severityText,
  versionText
} from "./chunk-6BSFOLLK.js";
import {
  plain
} from "./chunk-WLBLYBMP.js";
import {
  VERSION
} from "./chunk-CQB4OCLA.js";
import {
  FINDING_KINDS,
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
  RULES
} from "./chunk-BLLY7DYC.js";
import {
  SEVERITIES,
  worst
} from "./chunk-P3VS4RNN.js";
import {
  _enum,
  array,
  boolean,
  int,
  literal,
  object,
  string
} from "./chunk-LQLOOPP6.js";
import {
  VerifyError
} from "./chunk-3OE5NGK7.js";
import {
  errorMessage
} from "./chunk-UM53JYGR.js";

// src/commands/write-reports.ts
import { join, resolve } from "node:path";

// src/report/comment.ts
import { createHash } from "node:crypto";

// src/report/summary/budget.ts
function rowsOf(items, toRow) {
  return mapRows({ length: items.length, [Symbol.iterator]: () => items[Symbol.iterator]() }, toRow);
}
function mapRows(rows, change) {
  return {
    length: rows.length,
    *[Symbol.iterator]() {
      for (const row3 of rows) yield change(row3);
    }
  };
}
function byteLength(text2) {
  return Buffer.byteLength(text2);
}
function compose(blocks, footer3, limitBytes) {
  const room = limitBytes - 1 - byteLength(footer3.text);
  const everything = fill(blocks, room);
  if (everything.isWhole) return everything.text + footer3.text;
  const less = room - byteLength(footer3.omitted(blocks.length));
  if (less < 0) return "";
  const { text: text2, dropped } = fill(blocks, less);
  return text2 + (dropped > 0 ? footer3.omitted(dropped) : "") + footer3.text;
}
function fill(blocks, bytes) {
  let room = bytes;
  let dropped = 0;
  let isWhole = room >= 0;
  const parts = [];
  for (const block of blocks) {
    const part = fitting(block, room);
    if (part === null) dropped += 1;
    isWhole &&= part?.isWhole === true;
    const text2 = part?.text ?? "";
    room -= byteLength(text2);
    parts.push(text2);
  }
  return { text: parts.join(""), dropped, isWhole };
}
function fitting(block, room) {
  const { head, rows, tail, omitted: omitted2 } = block;
  let used = byteLength(head) + byteLength(tail);
  if (used > room) return null;
  const kept = [];
  for (const row3 of rows) {
    const line2 = `${row3}
`;
    used += byteLength(line2);
    kept.push(line2);
    if (used > room) break;
  }
  if (used <= room) return { text: head + kept.join("") + tail, isWhole: true };
  const note = byteLength(omitted2(rows.length)) + 1;
  while (used + note > room) {
    const last = kept.pop();
    if (last === void 0) return null;
    used -= byteLength(last);
  }
  return { text: `${head}${kept.join("")}${omitted2(rows.length - kept.length)}
${tail}`, isWhole: false };
}

// src/report/text/web-address.ts
function webAddress(address) {
  const plainAddress = /^https:\/\/(?:[\w\-.~:/?&+,;=@]|%[2-7][\dA-F])+(?:#(?:[\w\-.~:/?&+,;=@]|%[2-7][\dA-F])*)?$/iu;
  if (address.length > 500 || !plainAddress.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.username === "" && url.password === "" ? url.href : null;
}

// src/report/summary/markdown.ts
var BREAK = "\u200B";
function escapeMarkdown(text2, limit) {
  return plain(text2, limit).replace(/@|#(?=[\d#[]|$)|:(?=:|\/\/|[\w+-]+:)/gu, `$&${BREAK}`).replace(/(?<![a-z\d])(?:www(?=\.)|GH-(?=\d))/giu, `$&${BREAK}`).replace(/^(?:[-+=#]|\d+(?=[.)](?:\s|$)))/u, (start) => /\d/u.test(start) ? start + BREAK : BREAK + start).replace(/[&<>"'|\\$`*_~[\]\u200b]/gu, (character) => `&#${character.codePointAt(0)};`);
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
function row(cells) {
  return `| ${cells.join(" | ")} |`;
}
function tableHead(headings) {
  const rule = headings.map((heading) => heading.endsWith(":") ? "---:" : "---");
  return `${row(headings.map((heading) => heading.replace(/:$/u, "")))}
${row(rule)}`;
}

// src/report/summary/check-blocks.ts
var FEW = 8;
function undecidedBlocks(verdict2) {
  const placed = placedChecks(verdict2).filter(answered("unknown"));
  if (placed.length === 0) return [];
  const rows = [...Map.groupBy(placed, ({ subject: subject2, check: check2 }) => JSON.stringify([subject2, check2.reason])).values()];
  const title3 = `${counted(placed.length, "check")} without an answer`;
  const isFolded = rows.length > FEW;
  return [
    {
      head: `${isFolded ? `<details><summary>${title3}</summary>` : `### ${title3}`}

${tableHead(["Subject", "Check", "Why it is not known"])}
`,
      rows: rowsOf(rows, undecidedRow),
      tail: isFolded ? "\n</details>\n\n" : "\n",
      omitted: (count2) => `
\u2026 and for ${counted(count2, "more reason")}, see report.json`
    }
  ];
}
function undecidedRow(same) {
  const [first] = same;
  if (first === void 0) return "";
  const names = same.length === 1 ? title(first.check) : same.map(({ check: check2 }) => code(check2.rule, 80)).join(", ");
  return row([escapeMarkdown(first.subject, 120), names, prose(first.check.reason)]);
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
      rows: rowsOf(
        shown,
        ({ subject: subject2, check: check2 }) => row([escapeMarkdown(subject2, 120), title(check2), ANSWER_TEXT[check2.answer], prose(check2.reason)])
      ),
      tail: "\n</details>\n\n",
      omitted
    }
  ];
}
function placedChecks({ subjects }) {
  return subjects.flatMap(({ subject: subject2, checks }) => checks.map((check2) => ({ subject: subjectKey(subject2), check: check2 })));
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

// src/report/text/repository-uri.ts
function repositoryUri(file) {
  const segments = file.split("/");
  const inside = segments.every((segment) => segment !== "" && segment !== "." && segment !== "..");
  if (!inside || file.length > 1e3 || !file.isWellFormed() || /[\p{Cc}\p{Cf}\\]/u.test(file)) return null;
  return segments.map(encodeURIComponent).join("/");
}

// src/report/summary/finding-cells.ts
var FINDING_HEADINGS = ["Severity", "Finding", "Installed \u2192 fixed", "Origin", "Where"];
function findingCells(finding2, fileBaseUrl) {
  const { severity: severity2, origin: origin2 } = finding2;
  const weight = gates(finding2) && (severity2 === "critical" || severity2 === "high") ? `**${severity2}**` : severity2;
  return [weight, findingText(finding2), versionCell(finding2), origin2 ?? "not known", where(finding2, fileBaseUrl)];
}
function findingText(finding2) {
  const id = `${finding2.change === "new" ? "**new** " : ""}${faultId(finding2)}`;
  if (finding2.kind === "advisory") return `${id} ${escapeMarkdown(finding2.title, 200)}`;
  return `${id} ${prose(finding2.message)}<br>*Fix:* ${prose(finding2.fix)}`;
}
function faultId({ id, url }) {
  return link(code(id, 80), url);
}
function versionCell(fault2) {
  return [fault2.image?.package ?? "", versionText(fault2)].map((text2) => code(text2, 120)).filter((text2) => text2 !== "").join("<br>");
}
function where({ location: location2, image }, fileBaseUrl) {
  const path = image?.path == null ? "" : `in the image: ${code(image.path, 200)}`;
  if (location2 === null) return path;
  const line2 = lineLink(location2, fileBaseUrl);
  return path === "" ? line2 : `${line2}<br>${path}`;
}
function lineLink(location2, fileBaseUrl) {
  const uri = repositoryUri(location2.file);
  return link(
    code(lineText(location2)),
    fileBaseUrl === null || uri === null ? null : `${fileBaseUrl}${uri}#L${location2.startLine}`
  );
}

// src/report/summary/finding-blocks.ts
function failingBlocks({ subjects }, fileBaseUrl) {
  return subjects.flatMap((subject2) => failing(subject2, fileBaseUrl, compareFindings));
}
function failingBlocksNewFirst({ subjects }) {
  const isOld = ({ change }) => Number(change !== "new");
  return subjects.flatMap((subject2) => failing(subject2, null, (a, b) => isOld(a) - isOld(b) || compareFindings(a, b)));
}
function otherBlocks({ subjects }, fileBaseUrl) {
  return subjects.flatMap((subject2) => others(subject2, fileBaseUrl));
}
function failing({ subject: subject2, findings }, fileBaseUrl, compare) {
  const shown = findings.filter(gates).sort(compare);
  if (shown.length === 0) return [];
  const title3 = `${counted(shown.length, "finding fails", "findings fail")} the gate`;
  return [
    {
      head: `### ${escapeMarkdown(subjectKey(subject2), 120)}: ${title3}

${tableHead(FINDING_HEADINGS)}
`,
      rows: rowsOf(shown, (finding2) => row(findingCells(finding2, fileBaseUrl))),
      tail: "\n",
      omitted: (count2) => `
\u2026 ${counted(count2, "more failing finding")} in report.json`
    }
  ];
}
function others({ subject: subject2, findings }, fileBaseUrl) {
  const shown = findings.filter((finding2) => standingOf(finding2) === "shown").sort(compareFindings);
  if (shown.length === 0) return [];
  const title3 = `${counted(shown.length, "finding does", "findings do")} not gate (${severityText(shown.map((f) => f.severity))})`;
  const headings = [...FINDING_HEADINGS, "Why it does not gate"];
  return [
    {
      head: `<details><summary>${escapeMarkdown(subjectKey(subject2), 120)}: ${title3}</summary>

${tableHead(headings)}
`,
      rows: rowsOf(shown, (finding2) => row([...findingCells(finding2, fileBaseUrl), escapeMarkdown(finding2.reason)])),
      tail: "\n</details>\n\n",
      omitted: (count2) => `
\u2026 ${counted(count2, "more finding")} in report.json`
    }
  ];
}

// src/report/summary/notice-blocks.ts
function noticeBlocks(verdict2, fileBaseUrl) {
  const notices = sortedNotices(verdict2);
  if (notices.length === 0) return [];
  return [
    {
      head: "### About the policy\n\n",
      rows: rowsOf(notices, ({ kind, message, location: location2 }) => {
        const line2 = location2 === null ? "" : ` (${lineLink(location2, fileBaseUrl)})`;
        return `- **${NOTICE_TITLES[kind]}**: ${prose(message, 500)}${line2}`;
      }),
      tail: "\n",
      omitted: (count2) => `- \u2026 ${counted(count2, "more notice")} in report.json`
    }
  ];
}

// src/report/next-steps.ts
var STEPS = 3;
var NAMED = 5;
function nextSteps(verdict2) {
  const steps2 = /* @__PURE__ */ new Map();
  const add = (step) => {
    if (step.text !== "") steps2.set(JSON.stringify([step.text, step.location && lineText(step.location)]), step);
  };
  for (const { advice } of allProblems(verdict2)) add({ location: null, text: advice });
  const failing2 = gatingFindings(verdict2).map(({ finding: finding2 }) => finding2);
  const bases = baseSteps(failing2);
  for (const finding2 of failing2) {
    if (steps2.size >= STEPS) break;
    const { location: location2, fix } = finding2;
    add(bases.get(baseLine(finding2) ?? "") ?? { location: location2, text: fix });
  }
  return [...steps2.values()].slice(0, STEPS);
}
function baseLine({ origin: origin2, location: location2 }) {
  return origin2 === "base" && location2 !== null ? lineText(location2) : null;
}
function baseSteps(failing2) {
  const lines = Map.groupBy(failing2, (finding2) => baseLine(finding2) ?? "");
  lines.delete("");
  return new Map(
    [...lines].flatMap(([line2, findings]) => {
      const location2 = findings[0]?.location ?? null;
      return findings.length < 2 ? [] : [[line2, { location: location2, text: newerBase(findings) }]];
    })
  );
}
function lastResort(verdict2) {
  const failing2 = gatingFindings(verdict2).map(({ finding: finding2 }) => finding2);
  const acceptable = failing2.filter(({ kind, id: id2 }) => kind !== "secret" && !id2.startsWith("secret-"));
  const chosen = acceptable.find(({ fixable }) => !fixable) ?? acceptable[0];
  if (chosen === void 0) return null;
  const id = /^[A-Za-z0-9][\w.-]{0,79}$/u.test(chosen.id) ? chosen.id : "ID";
  return `What cannot be fixed now can be accepted for a while: \`image-gate waive ${id} --reason TEXT --expires YYYY-MM-DD\`.`;
}
function newerBase(findings) {
  const packages = [...new Set(findings.flatMap(({ image }) => image?.package ?? []))];
  const named = packages.slice(0, NAMED).map((name3) => `\`${plain(name3, 40).replaceAll("`", "'")}\``);
  const more = packages.length > NAMED ? ` and ${packages.length - NAMED} more` : "";
  const names = named.length === 0 ? "" : ` (${named.join(", ")}${more})`;
  const unfixed = findings.filter(({ fixable }) => !fixable).length;
  const without = unfixed === 0 ? "" : `, ${unfixed} of them without a fix yet`;
  return `Take a newer base image: ${findings.length} findings come with this one${names}${without}.`;
}

// src/report/summary/next-steps.ts
function nextSteps2(verdict2) {
  const steps2 = nextSteps(verdict2).map(stepText);
  if (steps2.length === 0) return ["Nothing has to be done."];
  const last = lastResort(verdict2);
  return [
    "**What to do next**",
    "",
    ...steps2.map((step, index) => `${index + 1}. ${step}`),
    ...last === null ? [] : ["", prose(last)]
  ];
}
function stepText({ location: location2, text: text2 }) {
  return location2 === null ? prose(text2) : `${code(lineText(location2))}: ${prose(text2)}`;
}

// src/report/summary/opening.ts
var MARKS = { pass: "\u2705", fail: "\u274C", error: "\u26A0\uFE0F" };
var REASONS = 3;
function opening(verdict2) {
  const head = `## ${MARKS[verdict2.verdict]} Image gate: ${verdict2.verdict}, ${escapeMarkdown(headline(verdict2))}

`;
  return { head: head + comparison(verdict2), rows: nextSteps2(verdict2), tail: "\n", omitted: () => "" };
}
function comparison(verdict2) {
  const missing = missingBaselines(verdict2);
  const said = verdict2.baseline === null && missing.length > 0 ? "" : comparisonText(verdict2);
  const paragraphs2 = [escapeMarkdown(said, 500), ...missing.slice(0, REASONS).map((reason) => prose(reason, 500))];
  return paragraphs2.filter((text2) => text2 !== "").map((text2) => `${text2}

`).join("");
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

// src/report/summary/standing-blocks.ts
function graceBlocks({ subjects }, fileBaseUrl) {
  const placed = startToFail(subjects);
  const [soonest] = placed;
  if (soonest === void 0) return [];
  const day = code(dayOf(soonest.finding.deadline));
  const title3 = `${counted(placed.length, "finding starts", "findings start")} to fail${day === "" ? "" : `, the first on ${day}`}`;
  const headings = ["From", "Subject", "Severity", "Finding", "Installed \u2192 fixed", "Origin", "Where"];
  return [
    {
      head: `### ${title3}

${tableHead(headings)}
`,
      rows: rowsOf(
        placed,
        ({ finding: finding2, subject: subject2 }) => row([code(dayOf(finding2.deadline)), name(subject2), ...findingCells(finding2, fileBaseUrl)])
      ),
      tail: "\n",
      omitted: (count2) => `
\u2026 ${counted(count2, "more finding")} in report.json`
    }
  ];
}
function waivedBlocks({ subjects }, fileBaseUrl) {
  const placed = subjects.flatMap(
    (subject2) => subject2.findings.filter((finding2) => standingOf(finding2) === "waived").sort(compareFindings).map((finding2) => ({ finding: finding2, subject: subject2 }))
  );
  if (placed.length === 0) return [];
  const headings = ["Subject", "Severity", "Finding", "Installed \u2192 fixed", "Waived", "Reason"];
  return [
    {
      head: `<details><summary>${counted(placed.length, "waived finding")}</summary>

${tableHead(headings)}
`,
      rows: rowsOf(placed, (one) => row(waivedCells(one, fileBaseUrl))),
      tail: "\n</details>\n\n",
      omitted: (count2) => `
\u2026 ${counted(count2, "more waived finding")} in report.json`
    }
  ];
}
function waivedCells({ finding: finding2, subject: subject2 }, fileBaseUrl) {
  const { severity: severity2, waiver: waiver2, title: title3 } = finding2;
  const line2 = waiver2 === null ? "" : lineLink(waiver2.location, fileBaseUrl);
  const term = escapeMarkdown(waiverTerm(finding2));
  return [
    name(subject2),
    severity2,
    `${faultId(finding2)} ${escapeMarkdown(title3, 200)}`,
    versionCell(finding2),
    [term, line2].filter((part) => part !== "").join("<br>"),
    escapeMarkdown(waiver2?.reason ?? finding2.reason, 500)
  ];
}
function fixedBlocks({ subjects }) {
  const placed = subjects.flatMap((subject2) => subject2.fixed.map((fault2) => ({ fault: fault2, subject: subject2 })));
  if (placed.length === 0) return [];
  return [
    {
      head: `<details><summary>${counted(placed.length, "finding")} fixed</summary>

${tableHead(["Subject", "Severity", "Finding", "Package"])}
`,
      rows: rowsOf(placed, ({ fault: fault2, subject: subject2 }) => row([name(subject2), fault2.severity, fixedText(fault2), gone(fault2)])),
      tail: "\n</details>\n\n",
      omitted: (count2) => `
\u2026 ${counted(count2, "more fixed finding")} in report.json`
    }
  ];
}
function fixedText(fault2) {
  return `${faultId(fault2)} ${escapeMarkdown(fault2.title, 200)}`;
}
function gone({ image }) {
  return code(`${image?.package ?? ""} ${image?.installed ?? ""}`.trim(), 160);
}
function name({ subject: subject2 }) {
  return escapeMarkdown(subjectKey(subject2), 120);
}

// src/report/counts.ts
function countFindings(verdict2) {
  return countBySeverity(verdict2.subjects.flatMap((subject2) => subject2.findings));
}
function countBySeverity(findings) {
  const counts = { findings: findings.length, critical: 0, high: 0, medium: 0, low: 0, unknown: 0 };
  for (const { severity: severity2 } of findings) counts[severity2] += 1;
  return counts;
}

// src/report/summary/subject-blocks.ts
var WORDS = { pass: "\u2705 pass", fail: "\u274C fail", error: "\u26A0\uFE0F error" };
var COLUMNS = [
  { heading: "Fail the gate:", count: ({ fails }) => fails, isShown: () => true },
  { heading: "New:", count: (counts) => counts.new, isShown: (_all, isCompared) => isCompared },
  { heading: "Fixed:", count: ({ fixed }) => fixed, isShown: (_all, isCompared) => isCompared },
  { heading: "Starting to fail:", count: ({ grace }) => grace, isShown: ({ grace }) => grace > 0 },
  { heading: "Waived:", count: ({ waived }) => waived, isShown: ({ waived }) => waived > 0 }
];
function subjectBlocks({ subjects, baseline }) {
  if (subjects.length === 0) return [];
  const all = countStandings(subjects);
  const columns = COLUMNS.filter(({ isShown }) => isShown(all, baseline !== null));
  const severities = SEVERITIES.map((severity2) => `${severity2.slice(0, 1).toUpperCase()}${severity2.slice(1)}:`);
  const headings = ["Subject", "Verdict", ...columns.map(({ heading }) => heading), ...severities, "System"];
  return [
    {
      head: `${tableHead(headings)}
`,
      rows: rowsOf(subjects, (subject2) => subjectRow(subject2, columns)),
      tail: "\n",
      omitted: (count2) => `
\u2026 ${counted(count2, "more subject")} in report.json`
    }
  ];
}
function subjectRow(subject2, columns) {
  const standings = countStandings([subject2]);
  const counts = countBySeverity(subject2.findings);
  const numbers = [...columns.map(({ count: count2 }) => count2(standings)), ...SEVERITIES.map((severity2) => counts[severity2])];
  const name3 = `**${escapeMarkdown(subjectKey(subject2.subject), 120)}**`;
  const { image } = subject2;
  const identity2 = image === null ? code(subject2.subject.dockerfile ?? "") : code(`${image.reference} ${image.platform}`);
  return row([
    identity2 === "" ? name3 : `${name3}<br>${identity2}`,
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

// src/report/comment.ts
var LIMIT_BYTES = 65e3;
function renderComment(verdict2, tool, options) {
  const marker = `<!-- image-gate-comment ${identity(verdict2, options.category)} -->`;
  const blocks = [
    { head: `${marker}
`, rows: [], tail: "", omitted: () => "" },
    opening(verdict2),
    ...problemBlocks(verdict2),
    ...subjectBlocks(verdict2),
    ...failingBlocksNewFirst(verdict2),
    ...graceBlocks(verdict2, null),
    ...noticeBlocks(verdict2, null),
    ...undecidedBlocks(verdict2),
    ...fixedBlocks(verdict2),
    ...waivedBlocks(verdict2, null)
  ];
  const end = {
    text: footer(verdict2, tool, options),
    omitted: (count2) => `\u2026 ${count2} more ${count2 === 1 ? "section" : "sections"} in the job summary

`
  };
  return { marker, body: compose(blocks, end, LIMIT_BYTES) };
}
function identity({ subjects }, category) {
  const names = subjects.map(({ subject: subject2 }) => subjectKey(subject2)).sort(compareText);
  return createHash("sha256").update(JSON.stringify([category, ...names])).digest("hex").slice(0, 32);
}
function footer({ failOn }, tool, { category, detailsUrl }) {
  const url = detailsUrl === null ? null : webAddress(detailsUrl);
  const details = url === null ? "All findings: job summary" : `[All findings: job summary](${url})`;
  const facts3 = [details, escapeMarkdown(category, 120), `fails from severity ${failOn}`, `image-gate ${tool.version}`];
  return `<sub>${facts3.join(" \xB7 ")}</sub>
`;
}

// src/report/html/markup.ts
var Markup = class {
  #text;
  constructor(strings, parts) {
    this.#text = strings.map((string2, index) => string2 + render(parts[index])).join("");
  }
  toString() {
    return this.#text;
  }
};
function html(strings, ...parts) {
  return new Markup(strings, parts);
}
function render(part) {
  if (part === void 0) return "";
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  return part instanceof Markup ? part.toString() : part.map(render).join("");
}
var ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;"
};
var LONGEST = 600;
function escapeHtml(text2, limit = LONGEST) {
  const shown = plain(text2, limit).replace(/[&<>"'`]/gu, (character) => ENTITIES[character] ?? "");
  return shown === "" ? shown : `${/^\s/u.test(text2) ? " " : ""}${shown}${/\s$/u.test(text2) ? " " : ""}`;
}

// src/report/html/badges.ts
function severityBadge(severity2) {
  return html`<span class="sev sev-${severity2}">${severity2}</span>`;
}
var VERDICT_TITLES = { pass: "Pass", fail: "Fail", error: "Error" };
function verdictTitle(verdict2) {
  return VERDICT_TITLES[verdict2];
}
var PATHS = {
  pass: "M6 12.5l4 4 8-9",
  fail: "M7 7l10 10M17 7L7 17",
  error: "M12 6v7.5M12 17.2v.6"
};
function verdictSign(verdict2) {
  return html`<svg class="sign sign-${verdict2}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="12"/><path d="${PATHS[verdict2]}"/></svg>`;
}
function verdictPill(verdict2) {
  return html`<span class="pill pill-${verdict2}">${verdictSign(verdict2)}${verdictTitle(verdict2)}</span>`;
}
function severityCounts(findings) {
  const counts = countBySeverity(findings);
  const chips = SEVERITIES.filter((severity2) => counts[severity2] > 0).map(
    (severity2) => html`<span class="sev sev-${severity2}">${counts[severity2]} ${severity2}</span> `
  );
  return html`<span class="counts">${chips}</span>`;
}
function statusText(status) {
  return STATUS_TEXTS[status];
}
var STATUS_TEXTS = {
  fail: "fails the gate",
  unknown: "not known to be new",
  grace: "starts to fail",
  baseline: "was there before",
  waived: "waived",
  unfixed: "unfixed",
  "below-threshold": "below threshold"
};
function changeChip({ change }) {
  return change === "new" ? html` <span class="chip chip-new">new</span>` : html``;
}

// src/report/html/filters.ts
var CHANGES = [
  ["new", "new"],
  ["unchanged", "unchanged"]
];
function filterBar({ shown }) {
  const findings = shown.flat().map(({ finding: finding2 }) => finding2);
  if (findings.length < 2) return html``;
  const severities = SEVERITIES.filter((severity2) => findings.some((one) => one.severity === severity2));
  const statuses = [...new Set(findings.map(({ status }) => status))];
  const origins = [...new Set(findings.map(({ origin: origin2 }) => origin2 ?? "not known"))].sort();
  const changes = CHANGES.filter(([change]) => findings.some((one) => one.change === change));
  return html`<form class="card filters" id="filters" role="search" aria-label="Findings" hidden>
<label class="search"><span class="unseen">Search findings</span><input type="search" name="search" placeholder="Search: package, id, file, text" autocomplete="off" spellcheck="false"></label>
<fieldset><legend class="unseen">Severity</legend>${severities.map((severity2) => html`<label class="toggle"><input type="checkbox" name="severity" value="${severity2}" checked><span class="sev sev-${severity2}">${severity2}</span></label>`)}</fieldset>
<label><span class="unseen">Status</span><select name="status"><option value="">any status</option>${statuses.map((status) => html`<option value="${status}">${statusText(status)}</option>`)}</select></label>
${changes.length === 0 ? "" : html`<label><span class="unseen">Change</span><select name="change"><option value="">new or not</option>${changes.map(([change, name3]) => html`<option value="${change}">${name3}</option>`)}</select></label>
`}<label><span class="unseen">Origin</span><select name="origin"><option value="">any origin</option>${origins.map((origin2) => html`<option value="${origin2}">${origin2}</option>`)}</select></label>
<button type="button" id="layer-filter" hidden>One layer only <span aria-hidden="true">✕</span><span class="unseen">, show all layers</span></button>
<button type="reset">Reset</button>
<output id="count" aria-live="polite">${findings.length} findings</output>
</form>
`;
}

// src/report/html/prose.ts
function prose2(text2, limit = 600) {
  const parts = plain(text2, limit).split("`");
  if (parts.length % 2 === 0) return [html`${parts.join("`")}`];
  return parts.map((part, index) => index % 2 === 0 ? html`${part}` : html`<code>${part}</code>`);
}
function outward(label, address) {
  const target = address === null ? null : webAddress(address);
  return target === null ? label : html`<a href="${target}" rel="noreferrer noopener" target="_blank">${label}</a>`;
}
function place(location2, fileBaseUrl, file = null) {
  const label = location2.file === file ? html`line ${location2.startLine}` : html`<code>${lineText(location2)}</code>`;
  const uri = repositoryUri(location2.file);
  if (fileBaseUrl === null || uri === null) return label;
  const { startLine, endLine } = location2;
  return outward(label, `${fileBaseUrl}${uri}#L${startLine}${endLine > startLine ? `-L${endLine}` : ""}`);
}
var UNITS = ["kB", "MB", "GB", "TB"];
function sizeText(bytes) {
  if (!(bytes >= 1e3)) return `${Math.max(0, Math.trunc(bytes) || 0)} B`;
  const power = Math.min(UNITS.length, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1e3 ** power;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${UNITS[power - 1] ?? ""}`;
}

// src/report/html/footer.ts
function pageFooter({ scanner, failOn, startedAt }, tool) {
  const facts3 = [
    html`${outward(html`image-gate ${tool.version}`, tool.informationUri)}`,
    html`fails from severity ${failOn}`
  ];
  if (scanner === null) facts3.push(html`Trivy was not run`);
  else {
    facts3.push(
      html`Trivy ${scanner.version} from ${scanner.source} (SHA-256 <code>${scanner.sha256.slice(0, 12)}</code>)`
    );
    facts3.push(
      scanner.database === null ? html`no advisory database` : html`advisory database ${scanner.database.updatedAt === null ? "of unknown date" : html`of ${time(scanner.database.updatedAt)}`} from ${scanner.database.source}`
    );
  }
  facts3.push(html`started ${time(startedAt)}`);
  return html`<footer><ul class="facts">${facts3.map((fact) => html`<li>${fact}</li>`)}</ul></footer>
`;
}
function time(text2) {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d(?:\.\d+)?Z$/.exec(text2);
  return match === null ? html`${text2}` : html`<time datetime="${text2}">${match[1] ?? ""} ${match[2] ?? ""} UTC</time>`;
}

// src/report/html/view.ts
var LIMITS = {
  findings: 2e3,
  subjects: 200,
  layers: 150,
  checks: 200,
  problems: 100,
  related: 10,
  fixed: 200,
  notices: 50
};
function viewOf({ subjects }, ruleFacts, fileBaseUrl) {
  const pages = subjects.slice(0, LIMITS.subjects);
  const placed = pages.flatMap(({ findings }, subject2) => findings.map((finding2) => ({ finding: finding2, subject: subject2 })));
  placed.sort((a, b) => compareFindings(a.finding, b.finding) || a.subject - b.subject);
  const shown = pages.map(() => []);
  const taken = /* @__PURE__ */ new Map();
  for (const { finding: finding2, subject: subject2 } of placed.slice(0, LIMITS.findings)) {
    shown[subject2]?.push({ finding: finding2, id: anchor(finding2, taken) });
  }
  return { ruleFacts, fileBaseUrl, shown };
}
function anchor({ fingerprint }, taken) {
  const name3 = `f-${/^[0-9a-f]{1,64}$/.test(fingerprint) ? fingerprint : "unnamed"}`;
  const count2 = (taken.get(name3) ?? 0) + 1;
  taken.set(name3, count2);
  return count2 === 1 ? name3 : `${name3}-${count2}`;
}

// src/report/html/hero.ts
function hero(verdict2, view) {
  const said = headline(verdict2);
  return html`<section class="card hero hero-${verdict2.verdict}" aria-labelledby="verdict">
<div class="verdict">${verdictSign(verdict2.verdict)}<div>
<h1 id="verdict">${verdictTitle(verdict2.verdict)}</h1>
<p class="why">${said.slice(0, 1).toUpperCase()}${said.slice(1)}.</p>
</div></div>
${comparison2(verdict2)}${tally(verdict2)}
${steps(verdict2, view)}
${overview(verdict2)}
</section>
`;
}
var REASONS2 = 3;
function comparison2(verdict2) {
  const missing = missingBaselines(verdict2);
  const said = verdict2.baseline === null && missing.length > 0 ? "" : comparisonText(verdict2);
  const paragraphs2 = [said, ...missing.slice(0, REASONS2)].filter((text2) => text2 !== "");
  return html`${paragraphs2.map((text2) => html`<p class="compared">${prose2(text2)}</p>`)}`;
}
function tally(verdict2) {
  const gating = gatingFindings(verdict2).map(({ finding: finding2 }) => finding2);
  const all = verdict2.subjects.reduce((sum, { findings }) => sum + findings.length, 0);
  const { grace, waived } = countStandings(verdict2.subjects);
  const others2 = all - gating.length - grace - waived;
  const checks = verdict2.subjects.flatMap((subject2) => subject2.checks);
  const passed = checks.filter(({ answer }) => answer === "pass").length;
  return html`<ul class="tally">
<li><strong>${gating.length}</strong> fail the gate ${gating.length === 0 ? "" : severityCounts(gating)}</li>
${grace === 0 ? "" : html`<li><strong>${grace}</strong> ${grace === 1 ? "starts" : "start"} to fail, the first on ${dayOf(startToFail(verdict2.subjects)[0]?.finding.deadline ?? null)}</li>
`}${waived === 0 ? "" : html`<li><strong>${waived}</strong> waived</li>
`}<li><strong>${others2}</strong> more ${others2 === 1 ? "finding" : "findings"}, shown and not gating</li>
<li><strong>${passed}</strong> of ${counted(checks.length, "check")} passed</li>
</ul>`;
}
var TITLES = {
  pass: "Nothing has to be done.",
  fail: "What to do next",
  error: "What to do next"
};
function steps(verdict2, view) {
  const list = nextSteps(verdict2);
  const last = lastResort(verdict2);
  if (list.length === 0) return html`<p class="nothing">${TITLES.pass}</p>`;
  return html`<h2 class="next">${TITLES[verdict2.verdict]}</h2>
<ol class="steps">${list.map((step) => html`<li>${step.location === null ? "" : stepPlace(step, view)}${prose2(step.text)}</li>`)}</ol>${last === null ? "" : html`<p class="note last">${prose2(last)}</p>`}`;
}
function stepPlace({ location: location2 }, view) {
  return location2 === null ? html`` : html`<span class="step-place">${place(location2, view.fileBaseUrl)}</span> `;
}
function overview({ subjects, baseline }) {
  if (subjects.length < 2) return html``;
  const all = countStandings(subjects);
  const shown = COLUMNS2.filter(({ isShown }) => isShown(all, baseline !== null));
  const rows = subjects.slice(0, LIMITS.subjects).map((subject2, index) => {
    const gating = subject2.findings.filter(gates);
    const counts = countStandings([subject2]);
    return html`<tr><th scope="row"><a href="#subject-${index + 1}">${subjectKey(subject2.subject)}</a></th>
<td>${verdictPill(subject2.verdict)}</td><td>${gating.length === 0 ? html`<span class="none">none</span>` : severityCounts(gating)}</td>${shown.map(({ count: count2 }) => html`<td class="number">${count2(counts)}</td>`)}</tr>`;
  });
  const more = subjects.length - rows.length;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Subjects"><table class="subjects">
<thead><tr><th scope="col">Subject</th><th scope="col">Verdict</th><th scope="col">Fail the gate</th>${shown.map(({ heading }) => html`<th scope="col" class="number">${heading}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>
${more > 0 ? html`<p class="note">${counted(more, "more subject")} in report.json.</p>` : ""}`;
}
var COLUMNS2 = [
  { heading: "New", count: (counts) => counts.new, isShown: (_all, isCompared) => isCompared },
  { heading: "Fixed", count: ({ fixed }) => fixed, isShown: (_all, isCompared) => isCompared },
  { heading: "Starting to fail", count: ({ grace }) => grace, isShown: ({ grace }) => grace > 0 },
  { heading: "Waived", count: ({ waived }) => waived, isShown: ({ waived }) => waived > 0 },
  { heading: "Others", count: ({ shown }) => shown, isShown: () => true }
];

// src/report/html/notices.ts
function noticeList(verdict2, { fileBaseUrl }) {
  const notices = sortedNotices(verdict2);
  if (notices.length === 0) return html``;
  const shown = notices.slice(0, LIMITS.notices);
  const more = notices.length - shown.length;
  const items = shown.map(
    ({ kind, message, location: location2 }) => html`<li class="check"><span class="answer answer-unknown">${NOTICE_TITLES[kind]}</span><span>${prose2(message)}${location2 === null ? "" : html` <span class="note">${place(location2, fileBaseUrl)}</span>`}</span></li>`
  );
  return html`<section class="card"><h2>About the policy</h2>
<ul>${items}</ul>
${more > 0 ? html`<p class="note">${counted(more, "more notice")} in report.json.</p>` : ""}</section>
`;
}

// src/report/html/page.ts
import { createHash as createHash2 } from "node:crypto";

// src/report/html/script.ts
var SCRIPT = `'use strict';
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);

  const theme = byId('theme');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const remembered = () => { try { return localStorage.getItem('image-gate-theme'); } catch { return null; } };
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches);
  const nameTheme = () => { theme.textContent = isDark() ? 'Light colours' : 'Dark colours'; };
  const saved = remembered();
  if (saved === 'dark' || saved === 'light') root.dataset.theme = saved;
  theme.hidden = false;
  nameTheme();
  dark.addEventListener('change', nameTheme);
  theme.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try { localStorage.setItem('image-gate-theme', root.dataset.theme); } catch { /* Kept for this page alone. */ }
    nameTheme();
  });

  const form = byId('filters');
  const rows = [...document.querySelectorAll('.finding')];
  const lists = [...document.querySelectorAll('.list')];
  const texts = new Map();
  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
    return texts.get(row);
  };
  let layer = '';

  const apply = () => {
    const words = form.elements.search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const severities = new Set([...form.querySelectorAll('[name=severity]:checked')].map((box) => box.value));
    const status = form.elements.status.value;
    const origin = form.elements.origin.value;
    const change = form.elements.change?.value;
    let count = 0;
    for (const row of rows) {
      const { severity, status: its, change: when, origin: from, layer: at } = row.dataset;
      const isShown = severities.has(severity) && (!status || status === its) && (!origin || origin === from)
        && (!change || change === when) && (!layer || layer === at) && words.every((word) => textOf(row).includes(word));
      row.hidden = !isShown;
      if (isShown) count += 1;
    }
    for (const list of lists) list.hidden = !list.querySelector('.finding:not([hidden])');
    byId('count').value = count === rows.length ? count + ' findings' : count + ' of ' + rows.length + ' findings';
    byId('layer-filter').hidden = layer === '';
    for (const one of document.querySelectorAll('.layer')) one.toggleAttribute('data-chosen', layer !== '' && one.id === 'layer-' + layer);
  };
  const reset = () => { layer = ''; form.reset(); };

  if (form) {
    form.hidden = false;
    let waiting = 0;
    form.addEventListener('input', () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(apply); });
    form.addEventListener('submit', (event) => event.preventDefault());
    // Fields have their first values only after this event.
    form.addEventListener('reset', () => { layer = ''; setTimeout(apply); });
    byId('layer-filter').addEventListener('click', () => { layer = ''; apply(); form.elements.search.focus(); });
    for (const link of document.querySelectorAll('a[data-layer]')) {
      link.addEventListener('click', (event) => {
        event.preventDefault();
        layer = layer === link.dataset.layer ? '' : link.dataset.layer;
        apply();
        if (layer) document.querySelector('.list:not([hidden])')?.scrollIntoView({ block: 'nearest' });
      });
    }
    apply();
  }

  const show = () => {
    const target = byId(location.hash.slice(1));
    if (!target?.classList.contains('finding')) return;
    if (target.hidden) { reset(); setTimeout(show); return; }
    target.open = true;
    target.scrollIntoView({ block: 'start' });
    target.querySelector('summary').focus({ preventScroll: true });
  };
  addEventListener('hashchange', show);
  // The browser looks for the address itself while it loads, and takes the focus with it.
  addEventListener('load', () => setTimeout(show));
})();
`;

// src/report/html/style/colors.ts
var COLORS = `
:root{color-scheme:light dark;
--ground:light-dark(#f5f6f8,#0e1116);--card:light-dark(#fff,#161a21);--line:light-dark(#dfe3e8,#2b313b);--soft:light-dark(#f2f4f7,#1d222b);
--text:light-dark(#1b2129,#e5e9ef);--muted:light-dark(#56606e,#a1abb8);--link:light-dark(#0b57c2,#86b7fb);--focus:light-dark(#0b57c2,#86b7fb);
--pass:light-dark(#14713f,#4cc585);--fail:light-dark(#b91c3a,#ff8097);--error:light-dark(#985300,#f2b45c);--on-sign:light-dark(#fff,#10141a);
--critical:light-dark(#9c1033,#ffb6c4);--critical-ground:light-dark(#fde6ec,#4a1523);--critical-fill:light-dark(#c2183f,#f4577a);
--high:light-dark(#95370b,#fdbf92);--high-ground:light-dark(#ffeddd,#46210f);--high-fill:light-dark(#dd5f12,#f98b45);
--medium:light-dark(#7a4b00,#f8db83);--medium-ground:light-dark(#fdf3cd,#3d300b);--medium-fill:light-dark(#cf9e0c,#e3bd42);
--low:light-dark(#1c4f93,#adcffb);--low-ground:light-dark(#e4effd,#17304f);--low-fill:light-dark(#3f80d8,#6aa8f5);
--unknown:light-dark(#495361,#c3cbd6);--unknown-ground:light-dark(#ebeef2,#2a313b);--unknown-fill:light-dark(#8590a0,#7d8896);
--none-fill:light-dark(#aab4c0,#4d5866)}
:root[data-theme=light]{color-scheme:light}
:root[data-theme=dark]{color-scheme:dark}
.sev{display:inline-block;min-width:1.7em;padding:.12em .5em;border-radius:999px;font-size:.78rem;font-weight:600;text-align:center;line-height:1.45;font-variant-numeric:tabular-nums}
.sev-critical{color:var(--critical);background:var(--critical-ground)}
.sev-high{color:var(--high);background:var(--high-ground)}
.sev-medium{color:var(--medium);background:var(--medium-ground)}
.sev-low{color:var(--low);background:var(--low-ground)}
.sev-unknown{color:var(--unknown);background:var(--unknown-ground)}
.fill-critical{fill:var(--critical-fill)}.fill-high{fill:var(--high-fill)}.fill-medium{fill:var(--medium-fill)}
.fill-low{fill:var(--low-fill)}.fill-unknown{fill:var(--unknown-fill)}.fill-none{fill:var(--none-fill)}.track{fill:var(--soft)}
.sign circle{fill:currentColor}.sign path{fill:none;stroke:var(--on-sign);stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round}
.sign-pass,.pill-pass{color:var(--pass)}.sign-fail,.pill-fail{color:var(--fail)}.sign-error,.pill-error{color:var(--error)}
`;

// src/report/html/style/findings.ts
var FINDINGS = `
.filters{display:flex;flex-wrap:wrap;gap:.6rem .8rem;align-items:center;padding:.75rem 1rem;position:sticky;top:.5rem;z-index:2;box-shadow:0 2px 10px light-dark(#1b212912,#0006)}
.filters fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.3rem}
.search{flex:1 1 13rem}.search input{width:100%}
.toggle{cursor:pointer;display:inline-flex}
.toggle input{position:absolute;opacity:0;pointer-events:none}
.toggle .sev{padding:.28em .75em;border:1px solid currentColor}
.toggle input:not(:checked)+.sev{color:var(--muted);background:none;border-color:var(--line);text-decoration:line-through}
.toggle input:focus-visible+.sev{outline:2px solid var(--focus);outline-offset:2px}
#count{color:var(--muted);font-size:.9rem;margin-left:auto;font-variant-numeric:tabular-nums}
.columns{display:grid;grid-template-columns:19rem minmax(0,1fr);gap:1.75rem;align-items:start}
.layers{position:sticky;top:5.25rem;max-height:calc(100vh - 6rem);overflow-y:auto;padding-right:.35rem}
.layers>details>summary,.checks>summary{cursor:pointer;padding:.2rem 0;margin-bottom:.4rem}
.stack{list-style:none}
.layer{padding:.5rem .7rem;border:1px solid var(--line);border-bottom-width:0;font-size:.86rem}
.layer-row{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:.15rem .6rem}
.layer:first-child{border-radius:10px 10px 0 0}.layer:last-child{border-radius:0 0 10px 10px;border-bottom-width:1px}.layer:only-child{border-radius:10px}
.layer-base{background:var(--soft)}.layer-base .track{fill:var(--card)}
.layer-name{font-weight:600}.layer-size{color:var(--muted);font-variant-numeric:tabular-nums;white-space:nowrap}
.bar{display:block;width:100%;height:.5rem;border-radius:3px;margin:.3rem 0}
.layer-place{font-size:.95em}
.layer-found{margin-left:auto;font-size:.95em}a.layer-found{text-decoration:none}a.layer-found:hover .sev{text-decoration:underline}
.layer-found .counts{flex-wrap:wrap;justify-content:flex-end}
.layer-found.note{font-size:.95em}
.layer-found .sev{font-size:.72rem;padding:.05em .5em}
.layer:target,.layer[data-chosen]{outline:2px solid var(--focus);outline-offset:-2px}
.layers p.note{margin-top:.5rem}
.list{margin-bottom:1.4rem}
.list>h3{display:flex;flex-wrap:wrap;gap:.3rem .7rem;align-items:center;margin-bottom:.6rem}
.finding{border:1px solid var(--line);border-bottom-width:0;scroll-margin-top:5.5rem}
h3+.finding{border-radius:10px 10px 0 0}.finding:last-child{border-bottom-width:1px;border-radius:0 0 10px 10px}h3+.finding:last-child{border-radius:10px}
.finding[open]{background:var(--soft)}
.finding>summary{display:grid;grid-template-columns:4.9rem minmax(0,1fr) minmax(7rem,auto);gap:.1rem .8rem;padding:.55rem .8rem;cursor:pointer;list-style:none;align-items:baseline;border-radius:inherit}
.finding>summary::-webkit-details-marker{display:none}
.finding>summary:hover{background:var(--soft)}
.finding .what,.finding .side{display:flex;flex-direction:column;min-width:0}
.finding .side{align-items:flex-end;text-align:right;font-size:.86rem;max-width:21rem}
.title,.where{color:var(--muted);font-size:.88rem}
.where code{font-size:.95em}
.versions{font-variant-numeric:tabular-nums}
.name code{font-size:.86em}
.more{padding:.3rem .8rem 1rem 6.5rem;font-size:.94rem}
.fix{margin-top:.5rem}.fix strong{margin-right:.35rem;color:var(--pass)}
.more dl{margin-top:.8rem;display:grid;gap:.3rem;font-size:.88rem}
.more dl>div{display:grid;grid-template-columns:8.5rem minmax(0,1fr);gap:.6rem}
dt{color:var(--muted)}
.standing{font-size:.88rem}
.finding-waived .name,.finding-waived .versions,.finding-waived .standing{color:var(--muted)}.finding-waived .name strong{font-weight:500}
.finding-waived>summary .sev{color:var(--muted);background:none;outline:1px solid var(--line);outline-offset:-1px}
.permalink code{font-size:.82em}
.check{display:grid;grid-template-columns:8.2rem minmax(0,1fr);gap:.8rem;padding:.5rem 0;border-top:1px solid var(--line);font-size:.92rem}
.answer{font-weight:600}.answer-pass{color:var(--pass)}.answer-fail{color:var(--fail)}.answer-unknown{color:var(--error)}.answer-not-applicable{color:var(--muted);font-weight:400}
.check code{color:var(--muted)}
@media (max-width:62rem){.columns{grid-template-columns:minmax(0,1fr);gap:1.1rem}.layers{position:static;max-height:none}}
@media (max-width:40rem){
.filters{position:static}#count{margin-left:0;width:100%}
.finding{scroll-margin-top:1rem}
.finding>summary{grid-template-columns:minmax(0,1fr);padding:.65rem .75rem}
.finding>summary .sev{justify-self:start}
.finding .side{align-items:flex-start;text-align:left;max-width:none}
.more{padding-left:.75rem}.more dl>div{grid-template-columns:minmax(0,1fr);gap:0}
.check{grid-template-columns:minmax(0,1fr);gap:.1rem}
}
`;

// src/report/html/style/layout.ts
var LAYOUT = `
*{box-sizing:border-box}
html{scroll-padding-top:5.5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
code{font-family:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.88em;unicode-bidi:isolate}
a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:1px}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:6px}
main:focus{outline:none}
h1,h2,h3,p,ul,ol,dl,dd{margin:0;padding:0}
ul{list-style:none}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:.5rem;z-index:3;background:var(--card);padding:.5rem .8rem}
.top,main,footer{max-width:76rem;margin:0 auto;padding:0 1.25rem}
.top{display:flex;justify-content:space-between;align-items:center;padding-top:1rem;padding-bottom:.75rem}
.brand{font-weight:600;letter-spacing:.01em;color:var(--muted)}
button,select,input[type=search]{font:inherit;font-size:.9rem;color:var(--text);background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.35rem .7rem;min-height:2.25rem}
button{cursor:pointer}button:hover,select:hover{border-color:var(--muted)}
[hidden]{display:none!important}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;margin-bottom:1.25rem;padding:1.5rem}
.note,.none{color:var(--muted);font-size:.9rem}
.nothing{color:var(--muted)}
.hero{padding:1.75rem}
.verdict{display:flex;gap:1.1rem;align-items:center}
.verdict .sign{width:3.5rem;height:3.5rem;flex:none}
h1{font-size:2rem;line-height:1.15;letter-spacing:-.01em}
.hero-pass h1{color:var(--pass)}.hero-fail h1{color:var(--fail)}.hero-error h1{color:var(--error)}
.why{font-size:1.06rem;margin-top:.2rem}
.tally{display:flex;flex-wrap:wrap;gap:.4rem 1.75rem;margin:1.1rem 0 0;color:var(--muted);font-size:.95rem}
.tally strong{color:var(--text);font-variant-numeric:tabular-nums}
.counts{display:inline-flex;flex-wrap:wrap;gap:.25rem;vertical-align:.05em}
.hero .nothing{margin-top:1.1rem}
h2{font-size:1.2rem;line-height:1.3}
h3{font-size:1rem;display:inline}
.next{font-size:1rem;margin-top:1.4rem}
.steps{margin-top:.5rem;counter-reset:step;list-style:none}
.steps li{counter-increment:step;position:relative;padding:.55rem .9rem .55rem 2.9rem;background:var(--soft);border-radius:9px;margin-top:.4rem}
.steps li::before{content:counter(step);position:absolute;left:.9rem;top:.68rem;width:1.35rem;height:1.35rem;border-radius:50%;background:var(--text);color:var(--card);font-size:.78rem;font-weight:700;line-height:1.35rem;text-align:center}
.step-place{font-weight:600;margin-right:.3rem}
.scroll{overflow-x:auto;margin-top:1.4rem}
table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{text-align:left;padding:.5rem .75rem .5rem 0;border-top:1px solid var(--line);vertical-align:middle}
thead th{white-space:nowrap;border-top:0;color:var(--muted);font-size:.85rem;font-weight:500}
.number{text-align:right;font-variant-numeric:tabular-nums;padding-right:0}
.pill{display:inline-flex;align-items:center;gap:.35rem;font-weight:600;font-size:.92rem;white-space:nowrap}
.pill .sign{width:1.15rem;height:1.15rem}
.subject header{display:flex;flex-wrap:wrap;align-items:center;gap:.35rem .9rem;margin-bottom:1.1rem}
.facts{display:flex;flex-wrap:wrap;gap:.15rem 1.25rem;color:var(--muted);font-size:.87rem;width:100%}
.chip{display:inline-block;font-size:.76rem;line-height:1.45;padding:.08em .5em;border-radius:999px;border:1px solid var(--line);color:var(--muted);font-weight:500;white-space:nowrap}
.chip-bad{color:var(--fail);border-color:currentColor}
.chip-new{color:var(--link);border-color:currentColor;font-weight:600}
.compared{margin-top:.9rem}.last{margin-top:.7rem}
.card>h2{margin-bottom:.6rem}
.problems{margin-bottom:1.25rem;padding:.9rem 1.1rem;border-radius:10px;background:var(--soft);border-left:4px solid var(--error)}
.problems li{margin-top:.5rem}.problems .code{color:var(--muted)}
footer{padding-bottom:2.5rem}footer .facts{gap:.15rem 1.1rem}
@media (max-width:40rem){
.top,main,footer{padding-left:.75rem;padding-right:.75rem}
.card,.hero{padding:1.1rem .95rem}
.verdict{gap:.8rem}.verdict .sign{width:2.6rem;height:2.6rem}h1{font-size:1.6rem}
.tally{flex-direction:column}.steps li{padding-right:.7rem}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media (forced-colors:active){.fill-none,.fill-critical,.fill-high,.fill-medium,.fill-low,.fill-unknown{fill:CanvasText}.sev{border:1px solid}}
`;

// src/report/html/style/print.ts
var PRINT = `
@media print{
:root,:root[data-theme]{color-scheme:light;--ground:#fff}
body{font-size:10.5pt}
.top button,.filters,.skip{display:none!important}
.card{border:0;padding:0 0 1rem;margin-bottom:1rem}
.columns{display:block}
.layers{position:static;max-height:none;overflow:visible;margin-bottom:1rem}
.finding,.layer,.check,.steps li{break-inside:avoid}
h2,h3{break-after:avoid}
details::details-content{content-visibility:visible!important;display:block!important;block-size:auto!important}
.more{padding-left:.8rem}
.sev,.steps li::before,.sign,.bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;

// src/report/html/style.ts
var STYLE = [COLORS, LAYOUT, FINDINGS, PRINT].join("");

// src/report/html/page.ts
function page({ title: title3, verdict: verdict2, content, footer: footer3 }) {
  const style = new Markup([STYLE], []);
  const script = new Markup([SCRIPT], []);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${ICONS[verdict2]}">
<title>${title3}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the verdict</a>
<header class="top"><span class="brand">Image gate</span><button type="button" id="theme" hidden>Dark</button></header>
<main id="main" tabindex="-1">
${content}</main>
${footer3}<script>${script}</script>
</body>
</html>
`.toString();
}
function policy() {
  return `default-src 'none'; style-src ${hash(STYLE)}; script-src ${hash(SCRIPT)}; img-src data:; base-uri 'none'; form-action 'none'`;
}
function hash(text2) {
  return `'sha256-${createHash2("sha256").update(text2).digest("base64")}'`;
}
var ICONS = {
  pass: icon("14713f"),
  fail: icon("b91c3a"),
  error: icon("a15c00")
};
function icon(color) {
  return `data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 8 8%22%3E%3Ccircle cx=%224%22 cy=%224%22 r=%224%22 fill=%22%23${color}%22/%3E%3C/svg%3E`;
}

// src/report/html/problems.ts
function problemList(problems, heading) {
  if (problems.length === 0) return html``;
  const shown = problems.slice(0, LIMITS.problems);
  const more = problems.length - shown.length;
  const word = problems.every(({ kind }) => kind === "usage") ? problemWord("usage") : problemWord("verify");
  const title3 = `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
  return html`<div class="problems">${heading === "h2" ? html`<h2>${title3}</h2>` : html`<h3>${title3}</h3>`}
<ul>${shown.map(({ message, advice, code: code2 }) => html`<li><p>${prose2(message)} <code class="code">${code2}</code></p><p class="fix"><strong>Next</strong> ${prose2(advice)}</p></li>`)}</ul>
${more > 0 ? html`<p class="note">${counted(more, "more problem")} in report.json.</p>` : ""}</div>`;
}

// src/report/html/checks.ts
var WORDS2 = {
  pass: "passed",
  fail: "failed",
  unknown: "without an answer",
  "not-applicable": "not applicable"
};
var ORDER = ["fail", "pass", "not-applicable"];
var FEW2 = 8;
function checkList(checks) {
  const open = checks.filter(({ answer }) => answer === "unknown");
  const answered2 = ORDER.flatMap((answer) => checks.filter((check2) => check2.answer === answer));
  const counts = ORDER.map((answer) => ({ answer, count: answered2.filter((one) => one.answer === answer).length }));
  const said = counts.filter(({ count: count2 }) => count2 > 0).map(({ answer, count: count2 }) => `${count2} ${WORDS2[answer]}`);
  return html`${group("Checks without an answer", String(open.length), open, open.length <= FEW2)}
${group("Checks", said.join(", "), answered2, false)}`;
}
function group(title3, said, checks, isOpen) {
  if (checks.length === 0) return html``;
  const shown = checks.slice(0, LIMITS.checks);
  const more = checks.length - shown.length;
  return html`<details class="checks"${isOpen ? html` open` : ""}>
<summary><h3>${title3}</h3> <span class="note">${said}</span></summary>
<ul>${shown.map(item)}</ul>
${more > 0 ? html`<p class="note">${counted(more, "more check")} in report.json.</p>` : ""}
</details>`;
}
function item({ rule, title: title3, answer, reason }) {
  return html`<li class="check"><span class="answer answer-${answer}">${WORDS2[answer]}</span><span><strong>${title3}</strong> <code>${rule}</code><br>${prose2(reason)}</span></li>`;
}

// src/report/html/finding-row.ts
function findingRow({ finding: finding2, id }, layer2, view) {
  const { severity: severity2, status, origin: origin2 } = finding2;
  const isWaived = standingOf(finding2) === "waived";
  return html`<details class="finding${isWaived ? " finding-waived" : ""}" id="${id}" data-severity="${severity2}" data-status="${status}" data-change="${finding2.change ?? ""}" data-origin="${origin2 ?? "not known"}" data-layer="${layer2 ?? ""}">
<summary>${severityBadge(severity2)}<span class="what">${title2(finding2)}</span><span class="side">${side(finding2)}</span></summary>
<div class="more">
<p>${prose2(finding2.message)}</p>
${finding2.fix === "" ? "" : html`<p class="fix"><strong>Fix</strong> ${prose2(finding2.fix)}</p>`}
<dl>${facts(finding2, id, layer2, view).map(([name3, value]) => html`<div><dt>${name3}</dt><dd>${value}</dd></div>`)}</dl>
</div>
</details>
`;
}
function title2(finding2) {
  const { id, image, status } = finding2;
  const subject2 = image?.package ?? "";
  const chip = status === "fail" ? "" : html` <span class="chip">${statusText(status)}</span>`;
  return html`<span class="name">${subject2 === "" ? html`<code>${id}</code>` : html`<strong>${subject2}</strong> <code>${id}</code>`}${changeChip(finding2)}${chip}</span>
<span class="title">${saying(finding2)}</span>${standingNote(finding2)}`;
}
function standingNote(finding2) {
  const { waiver: waiver2, deadline } = finding2;
  if (waiver2 !== null) return html`<span class="standing">Waived ${waiverTerm(finding2)}: ${waiver2.reason}</span>`;
  return deadline === null ? html`` : html`<span class="standing">Fails from ${dayOf(deadline)}</span>`;
}
function saying({ kind, title: text2, message }) {
  if (kind === "rule") return prose2(message, 200);
  return kind === "advisory" ? text2 : `${kind}: ${text2}`;
}
function side(finding2) {
  const versions = versionText(finding2);
  const { location: location2 } = finding2;
  return html`${versions === "" ? "" : html`<span class="versions">${versions}</span>`}<span class="where">${location2 === null ? "" : html`<code>${shortLine(location2)}</code>`}</span>`;
}
function shortLine(location2) {
  return lineText({ ...location2, file: location2.file.split("/").at(-1) ?? "" });
}
function facts(finding2, id, layer2, view) {
  const { image, location: location2, related, aliases, origin: origin2, url } = finding2;
  const rule = view.ruleFacts.get(finding2.id);
  const rows = [["Status", html`${statusText(finding2.status)}: ${finding2.reason}`]];
  if (finding2.waiver !== null) rows.push(["Waived", waiverFact(finding2, finding2.waiver, view)]);
  if (finding2.deadline !== null) rows.push(["Fails from", html`${finding2.deadline}`]);
  if (finding2.change !== null) rows.push(["Change", html`${finding2.change}`]);
  if (location2 !== null) rows.push(["Line to change", place(location2, view.fileBaseUrl)]);
  const others2 = related.slice(0, LIMITS.related);
  if (others2.length > 0) {
    const items = others2.map((one) => html`<li>${place(one.location, view.fileBaseUrl)} ${prose2(one.message)}</li>`);
    rows.push(["Also look at", html`<ul>${items}</ul>`]);
  }
  if (rule !== void 0) rows.push(["Why it matters", html`${prose2(rule.why, 1e3)}`]);
  if (origin2 !== null) rows.push(["Comes from", html`${origin2}`]);
  if (image?.path != null) rows.push(["Path in the image", html`<code>${image.path}</code>`]);
  if (layer2 !== null)
    rows.push(["Layer", html`<a href="#layer-${layer2}"><code>${shortId(image?.layer ?? "")}</code></a>`]);
  if (image?.purl != null) rows.push(["Package URL", html`<code>${image.purl}</code>`]);
  if (finding2.cwes.length > 0) rows.push(["Weakness", html`${finding2.cwes.slice(0, LIMITS.related).join(", ")}`]);
  if (finding2.published !== null) rows.push(["Published", html`${dayOf(finding2.published)}`]);
  if (aliases.length > 0) rows.push(["Also known as", html`${aliases.slice(0, LIMITS.related).join(", ")}`]);
  const more = url ?? rule?.helpUri ?? null;
  if (more !== null) rows.push(["Read more", outward(html`${more}`, more)]);
  rows.push(["Fingerprint", html`<a class="permalink" href="#${id}"><code>${finding2.fingerprint}</code></a>`]);
  return rows;
}
function waiverFact(finding2, waiver2, view) {
  return html`${waiverTerm(finding2)}: ${waiver2.reason} (${place(waiver2.location, view.fileBaseUrl)})`;
}
function shortId(diffId) {
  return diffId.slice(0, 19);
}

// src/report/html/fixed.ts
function fixedList(fixed) {
  if (fixed.length === 0) return html``;
  const shown = fixed.slice(0, LIMITS.fixed);
  const more = fixed.length - shown.length;
  return html`<details class="checks"><summary><h3>${counted(fixed.length, "finding")} fixed</h3> ${severityCounts(fixed)}</summary>
<ul>${shown.map(item2)}</ul>
${more > 0 ? html`<p class="note">${counted(more, "more fixed finding")} in report.json.</p>` : ""}</details>`;
}
function item2(fault2) {
  const name3 = fault2.image?.package ?? "";
  const versions = versionText(fault2);
  return html`<li class="check"><span>${severityBadge(fault2.severity)}</span><span>${name3 === "" ? "" : html`<strong>${name3}</strong> `}<code>${fault2.id}</code>${versions === "" ? "" : html` <span class="note">${versions}</span>`}<br>${fault2.title}</span></li>`;
}

// src/report/html/layers.ts
function layerKeys({ layers }, subject2) {
  const keys = /* @__PURE__ */ new Map();
  for (const [index, { diffId }] of layers.slice(0, LIMITS.layers).entries()) {
    if (!keys.has(diffId)) keys.set(diffId, `${subject2}-${index}`);
  }
  return keys;
}
function layerStack(subject2, keys, shown, fileBaseUrl) {
  const layers = subject2.layers.slice(0, LIMITS.layers);
  if (layers.length === 0) return html``;
  const found = Map.groupBy(subject2.findings, ({ image }) => keys.get(image?.layer ?? "") ?? "");
  const largest = layers.reduce((most, { size }) => Math.max(most, size), 1);
  const total = subject2.layers.reduce((sum, { size }) => sum + size, 0);
  const seen = /* @__PURE__ */ new Set();
  const rows = layers.map((layer2, index) => {
    const key = keys.get(layer2.diffId) ?? "";
    const isFirst = !seen.has(key);
    seen.add(key);
    const findings = isFirst ? found.get(key) ?? [] : [];
    const { dockerfile } = subject2.subject;
    return row2({
      layer: layer2,
      below: layers[index - 1],
      key: isFirst ? key : "",
      findings,
      largest,
      dockerfile,
      first: firstOf(layer2, shown),
      fileBaseUrl
    });
  });
  const elsewhere = found.get("")?.length ?? 0;
  const more = subject2.layers.length - layers.length;
  return html`<section class="layers"><details open>
<summary><h3>Layers</h3> <span class="note">${layers.length + more}, ${sizeText(total)} as stored</span></summary>
<ol class="stack">${rows}</ol>
${more > 0 ? html`<p class="note">${counted(more, "more layer")} not shown.</p>` : ""}
${elsewhere > 0 ? html`<p class="note">${counted(elsewhere, "finding is", "findings are")} about the configuration, not a layer.</p>` : ""}
</details></section>`;
}
function row2({ layer: layer2, below, key, findings, largest, dockerfile, first, fileBaseUrl }) {
  const { origin: origin2, location: location2, size } = layer2;
  const isSameBase = origin2 === "base" && below?.origin === "base" && below.instruction === layer2.instruction;
  return html`<li class="layer${origin2 === "base" ? " layer-base" : ""}"${key === "" ? "" : html` id="layer-${key}"`}>
<div class="layer-row"><span class="layer-name">${isSameBase ? html`<span class="note">same base image</span>` : name2(layer2)}</span><span class="layer-size">${sizeText(size)}</span></div>
${bar(size / largest, findings.length === 0 ? null : worst(findings.map((one) => one.severity)))}
<div class="layer-row"><span class="layer-place">${location2 === null || isSameBase ? "" : place(location2, fileBaseUrl, dockerfile)}</span>${findingsLink(findings, key, first)}</div>
</li>`;
}
function firstOf({ diffId }, shown) {
  return shown.find(({ finding: finding2 }) => finding2.image?.layer === diffId)?.id ?? null;
}
function name2({ instruction, origin: origin2 }) {
  const shown = instruction.replace(/@sha256:([0-9a-f]{8})[0-9a-f]{56}/, "@sha256:$1\u2026");
  if (shown !== "") return html`<code>${shown}</code>`;
  return html`<span class="note">${origin2 === "base" ? "base image" : "not known what made it"}</span>`;
}
function bar(share, severity2) {
  const width = Math.max(0.6, Math.min(100, share * 100)).toFixed(1);
  return html`<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" width="100" height="4"/><rect class="fill fill-${severity2 ?? "none"}" width="${width}" height="4"/></svg>`;
}
function findingsLink(findings, key, first) {
  const label = html`<span class="unseen">${counted(findings.length, "finding")}: </span>${severityCounts(findings)}`;
  if (findings.length === 0) return html`<span class="layer-found note">no findings</span>`;
  if (first === null) return html`<span class="layer-found">${label}</span>`;
  return html`<a class="layer-found" href="#${first}" data-layer="${key}">${label}</a>`;
}

// src/report/html/subject.ts
function subjectSection(subject2, number, view) {
  const keys = layerKeys(subject2, number);
  const shown = view.shown[number - 1] ?? [];
  const stack = layerStack(subject2, keys, shown, view.fileBaseUrl);
  return html`<section class="card subject" id="subject-${number}" aria-labelledby="subject-${number}-name">
<header><h2 id="subject-${number}-name">${subjectKey(subject2.subject)}</h2>${verdictPill(subject2.verdict)}
${facts2(subject2)}</header>
${problemList(subject2.errors, "h3")}
<div class="${subject2.layers.length > 0 ? "columns" : "column"}">${stack}
<div class="findings">${findingLists(subject2, keys, shown, view)}
${checkList(subject2.checks)}</div>
</div></section>
`;
}
function facts2({ subject: subject2, image, os, packages }) {
  const parts = [
    image === null ? null : html`<code>${image.reference}</code> ${image.platform}`,
    subject2.dockerfile === null ? null : html`<code>${subject2.dockerfile}</code>`,
    os === null ? null : html`${os.family} ${os.name}${os.endOfLife ? html` <span class="chip chip-bad">end of life</span>` : ""}`,
    packages === null ? null : html`${packages.os} OS and ${counted(packages.language, "language package")}`,
    image === null ? null : html`id <code>${image.imageId.slice(0, 19)}</code>`,
    image?.digest == null ? null : html`digest <code>${image.digest.slice(0, 19)}</code>`
  ];
  return html`<ul class="facts">${parts.filter((part) => part !== null).map((part) => html`<li>${part}</li>`)}</ul>`;
}
var LISTS = [
  { standing: "fails", one: "finding fails the gate", many: "findings fail the gate" },
  { standing: "grace", one: "finding starts to fail", many: "findings start to fail" },
  { standing: "shown", one: "finding does not gate", many: "findings do not gate" },
  { standing: "waived", one: "finding is waived", many: "findings are waived" }
];
function findingLists(subject2, keys, shown, view) {
  const rest = subject2.findings.length - shown.length;
  const list = (title3, findings) => findings.length === 0 ? html`` : html`<section class="list"><h3>${title3} ${severityCounts(findings.map(({ finding: finding2 }) => finding2))}</h3>
${findings.map((one) => findingRow(one, keys.get(one.finding.image?.layer ?? "") ?? null, view))}</section>`;
  const lists = LISTS.map(({ standing, one, many }) => {
    const some = shown.filter(({ finding: finding2 }) => standingOf(finding2) === standing);
    if (standing === "grace") some.sort((a, b) => compareText(a.finding.deadline ?? "", b.finding.deadline ?? ""));
    return list(counted(some.length, one, many), some);
  });
  return html`${lists}${fixedList(subject2.fixed)}
${subject2.findings.length === 0 ? html`<p class="nothing">Nothing was found.</p>` : ""}
${rest > 0 ? html`<p class="note omitted">${counted(rest, "less severe finding")} not shown here, to keep this page usable; all are in report.json.</p>` : ""}`;
}

// src/report/html.ts
function renderHtml(given, tool, options) {
  const verdict2 = { ...given, subjects: [...given.subjects].sort(byNeed) };
  const view = viewOf(verdict2, options.ruleFacts, options.fileBaseUrl ?? null);
  const subjects = verdict2.subjects.slice(0, LIMITS.subjects);
  return page({
    title: `${verdict2.verdict}: ${headline(verdict2)}`,
    verdict: verdict2.verdict,
    content: html`${hero(verdict2, view)}${runProblems(verdict2)}${noticeList(verdict2, view)}${filterBar(view)}${subjects.map((subject2, index) => subjectSection(subject2, index + 1, view))}`,
    footer: pageFooter(verdict2, tool)
  });
}
var NEED = ["error", "fail", "pass"];
function byNeed(a, b) {
  return NEED.indexOf(a.verdict) - NEED.indexOf(b.verdict);
}
function runProblems({ errors }) {
  return errors.length === 0 ? html`` : html`<section class="card">${problemList(errors, "h2")}</section>`;
}

// src/report/json/fault.ts
function toFinding(finding2) {
  const { id, kind, severity: severity2, ...rest } = toFault(finding2);
  return {
    id,
    kind,
    severity: severity2,
    status: finding2.status,
    reason: finding2.reason,
    change: finding2.change,
    ...rest,
    waiver: finding2.waiver === null ? null : toWaiver(finding2.waiver),
    deadline: finding2.deadline
  };
}
function toFault(fault2) {
  const { image } = fault2;
  return {
    id: fault2.id,
    kind: fault2.kind,
    severity: fault2.severity,
    title: fault2.title,
    message: fault2.message,
    fix: fault2.fix,
    url: fault2.url,
    location: fault2.location === null ? null : toLocation(fault2.location),
    related: fault2.related.map(({ location: location2, message }) => ({ location: toLocation(location2), message })),
    image: image === null ? null : {
      layer: image.layer,
      path: image.path,
      package: image.package,
      purl: image.purl,
      installed: image.installed,
      fixed: image.fixed
    },
    origin: fault2.origin,
    fingerprint: fault2.fingerprint,
    aliases: [...fault2.aliases],
    fixable: fault2.fixable,
    published: fault2.published,
    cwes: [...fault2.cwes],
    edits: fault2.edits.map(({ file, startLine, startColumn, endLine, endColumn, text: text2 }) => ({
      file,
      startLine,
      startColumn,
      endLine,
      endColumn,
      text: text2
    }))
  };
}
function toWaiver({ ids, reason, owner, expires, source, location: location2 }) {
  return { ids: [...ids], reason, owner, expires, source, location: toLocation(location2) };
}
function toLocation({ file, startLine, endLine }) {
  return { file, startLine, endLine };
}

// src/model/check.ts
var ANSWERS = ["pass", "fail", "unknown", "not-applicable"];

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
var origin = _enum(["base", "build", "app", "config"]).nullable();
var waiver = object({
  ids: array(text).describe("Ids or aliases that it accepts"),
  reason: text,
  owner: maybe,
  expires: maybe.describe("The last day on which it counts, YYYY-MM-DD in UTC; null where its file knows no term"),
  source: _enum(WAIVER_SOURCES).describe("What kind of file it stands in"),
  location: location.describe("Where it stands")
});
var edit = object({
  file: text,
  startLine: line,
  startColumn: line.describe("Counted from 1, in UTF-16 units"),
  endLine: line,
  endColumn: line.describe("Not included"),
  text
});
var fault = object({
  id: text.describe("Rule id or advisory id"),
  kind: _enum(FINDING_KINDS),
  severity,
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
  origin,
  fingerprint: text.describe("The same for the same fault in every build of the subject"),
  aliases: array(text).describe("Ids of the same fault in other tools and databases"),
  fixable: boolean().describe("False for an advisory that no version fixes yet"),
  published: maybe.describe("When the advisory was published, RFC 3339"),
  cwes: array(text).describe("Like CWE-79"),
  edits: array(edit).describe("A change of the repository's files that removes the fault; empty when none is known")
});
var finding = fault.extend({
  status: _enum(FINDING_STATUSES).describe("Only fail gates"),
  reason: text.describe("Why the finding has this status"),
  change: _enum(["new", "unchanged"]).nullable().describe("Against the baseline; null: not known, or nothing to compare"),
  waiver: waiver.nullable().describe("The one that accepts it"),
  deadline: maybe.describe("When its period of grace ends, RFC 3339: from then on it gates")
});
var layer = object({
  diffId: text.describe("SHA-256 of the uncompressed layer: findings name their layer by it"),
  size: count.describe("Bytes as stored"),
  origin,
  instruction: text.describe("What made it, without values that may be secret; '' when nothing says so"),
  location: location.nullable()
});
var check = object({ rule: text, answer: _enum(ANSWERS), severity, title: text, reason: text });
var subject = object({
  name: text,
  platform: maybe.describe("Where several platforms of one image are judged"),
  image: object({ reference: text, imageId: text, digest: maybe, platform: text }).nullable(),
  dockerfile: maybe,
  verdict,
  os: object({ family: text, name: text, endOfLife: boolean() }).nullable(),
  packages: object({ os: count, language: count }).nullable(),
  layers: array(layer).describe("Bottom first; empty when no image was read"),
  checks: array(check),
  findings: array(finding).describe("Worst first; what gates before what does not"),
  fixed: array(fault).describe("What the baseline had and this subject has no more")
});
var problem = object({
  kind: _enum(["usage", "verify"]).describe("usage: what was asked is wrong; verify: a tool, the network or an image failed"),
  code: text,
  message: text,
  advice: text.describe("What to do next"),
  subject: maybe.describe(
    "Name of the subject, with its platform in brackets where there are several; null: the run as a whole"
  )
});
var notice = object({ kind: _enum(NOTICE_KINDS), message: text, location: location.nullable() });
var reportSchema = object({
  schema: literal(REPORT_SCHEMA),
  verdict,
  startedAt: text.describe("RFC 3339"),
  failOn: severity.describe("The least severity that gates"),
  gate: _enum(["all", "new"]).describe("new: only what the change introduces gates"),
  baseline: object({ description: text, commit: maybe }).nullable().describe("What was compared with; null: nothing"),
  tool: object({ version: text }),
  trivy: object({
    version: text,
    source: text,
    sha256: text.describe("Of the executable"),
    database: object({ updatedAt: maybe.describe("RFC 3339"), source: text }).nullable()
  }).nullable().describe("Null when Trivy was not run"),
  errors: array(problem).describe("All that could not be verified"),
  notices: array(notice).describe("What a reader should know of the judging itself; it decides nothing"),
  subjects: array(subject)
});

// src/report/json/stream.ts
function* jsonChunks(node, indent, depth = 0) {
  if ("value" in node) {
    yield indented(node.value, indent, depth);
    return;
  }
  const isList = "items" in node;
  const inside = indent === 0 ? "" : `
${" ".repeat(indent * (depth + 1))}`;
  const after = indent === 0 ? "" : `
${" ".repeat(indent * depth)}`;
  let isEmpty = true;
  yield isList ? "[" : "{";
  for (const [key, child] of isList ? unnamed(node.items) : node.entries) {
    const name3 = key === null ? "" : `${stringify(key, 0)}:${indent === 0 ? "" : " "}`;
    yield `${isEmpty ? "" : ","}${inside}${name3}`;
    isEmpty = false;
    yield* jsonChunks(child, indent, depth + 1);
  }
  yield `${isEmpty ? "" : after}${isList ? "]" : "}"}`;
}
function indented(value, indent, depth) {
  if (depth === 0 || indent === 0) return stringify(value, indent);
  let within = value;
  for (let level = 0; level < depth; level += 1) within = [within];
  const text2 = stringify(within, indent);
  const after = 2 * depth + indent * depth * (depth - 1) / 2;
  return text2.slice(after + indent * depth, text2.length - after);
}
function* unnamed(items) {
  for (const item3 of items) yield [null, item3];
}
function valueEntries(fields) {
  return Object.entries(fields).map(([key, value]) => [key, { value }]);
}
function* valueNodes(items, toValue) {
  for (const item3 of items) yield { value: toValue(item3) };
}

// src/report/text/gather-chunks.ts
var CHUNK = 64 * 1024;
function* gatherChunks(pieces) {
  let parts = [];
  let length = 0;
  for (const piece of pieces) {
    parts.push(piece);
    length += piece.length;
    if (length < CHUNK) continue;
    yield parts.join("");
    parts = [];
    length = 0;
  }
  if (length > 0) yield parts.join("");
}

// src/report/json.ts
function* jsonReport(verdict2, tool) {
  yield* gatherChunks(jsonChunks(reportNode(verdict2, tool), 2));
  yield "\n";
}
function reportNode(verdict2, tool) {
  const facts3 = {
    schema: REPORT_SCHEMA,
    verdict: verdict2.verdict,
    startedAt: verdict2.startedAt,
    failOn: verdict2.failOn,
    gate: verdict2.gate,
    baseline: toBaseline(verdict2.baseline),
    tool: { version: tool.version },
    trivy: toTrivy(verdict2.scanner),
    errors: allProblems(verdict2).map(toReportProblem),
    notices: verdict2.notices.map(toNotice)
  };
  return { entries: [...valueEntries(facts3), ["subjects", { items: verdict2.subjects.map(subjectNode) }]] };
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
function toBaseline(baseline) {
  return baseline === null ? null : { description: baseline.description, commit: baseline.commit };
}
function toReportProblem({ kind, code: code2, message, advice, subject: subject2 }) {
  return { kind, code: code2, message, advice, subject: subject2 };
}
function toNotice({ kind, message, location: location2 }) {
  return { kind, message, location: location2 === null ? null : toLocation(location2) };
}
function subjectNode(one) {
  const { subject: subject2, verdict: verdict2, image, os, packages } = one;
  const facts3 = {
    name: subject2.name,
    platform: subject2.platform,
    image: image === null ? null : { reference: image.reference, imageId: image.imageId, digest: image.digest, platform: image.platform },
    dockerfile: subject2.dockerfile,
    verdict: verdict2,
    os: os === null ? null : { family: os.family, name: os.name, endOfLife: os.endOfLife },
    packages: packages === null ? null : { os: packages.os, language: packages.language },
    layers: one.layers.map(toLayer),
    checks: one.checks.map(toCheck)
  };
  return {
    entries: [
      ...valueEntries(facts3),
      ["findings", { items: valueNodes(one.findings, toFinding) }],
      ["fixed", { items: valueNodes(one.fixed, toFault) }]
    ]
  };
}
function toCheck({ rule, answer, severity: severity2, title: title3, reason }) {
  return { rule, answer, severity: severity2, title: title3, reason };
}
function toLayer({ diffId, size, origin: origin2, instruction, location: location2 }) {
  return { diffId, size, origin: origin2, instruction, location: location2 === null ? null : toLocation(location2) };
}

// src/report/sarif/category.ts
import { createHash as createHash3 } from "node:crypto";
var LONGEST2 = 200;
function runIds(category, subjects) {
  const names = subjects.map(({ subject: subject2 }) => idPart(subject2.name));
  const shared = new Set(names.filter((name3, index) => names.indexOf(name3) !== index));
  const full = subjects.map(({ subject: subject2, image }, index) => {
    const name3 = names[index] ?? "";
    const platform = subject2.platform ?? (shared.has(name3) ? image?.platform ?? null : null);
    return platform === null ? name3 : `${name3}/${idPart(platform)}`;
  });
  const seen = /* @__PURE__ */ new Map();
  return full.map((name3) => {
    const count2 = (seen.get(name3) ?? 0) + 1;
    seen.set(name3, count2);
    return `${runId(category)}${count2 === 1 ? name3 : `${name3}/${count2}`}/`;
  });
}
function runId(category) {
  return `${idPart(category)}/`;
}
function idPart(text2) {
  const shown = plain(text2, LONGEST2).replace(/^\/+|\/+$/gu, "");
  return shown === text2 ? shown : `${shown}-${createHash3("sha256").update(text2).digest("hex").slice(0, 8)}`;
}

// src/report/sarif/file.ts
var SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
var HEAD = `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[`;
var TAIL = "]}\n";
var FRAME_BYTES = HEAD.length + TAIL.length;
function* toFile(runs2) {
  let isFirst = true;
  yield HEAD;
  for (const run of runs2) {
    if (!isFirst) yield ",";
    isFirst = false;
    yield* run;
  }
  yield TAIL;
}

// src/report/sarif/limits.ts
var RESULTS_PER_RUN = 5e3;
var RUNS_PER_FILE = 20;
var TAGS_PER_RULE = 10;
var LOCATIONS_PER_RESULT = 100;
var GZIP_BYTES_PER_FILE = 95e5;
var RAW_BYTES_PER_FILE = 1e7;
var NAME_LENGTH = 255;
var DESCRIPTION_LENGTH = 1e3;

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
function logicalLocations({ subject: subject2, image }, place2) {
  const parts = [
    image === null && place2 === null ? null : ["image", subject2.name],
    ["layer", place2?.layer],
    ["file", place2?.path],
    ["package", place2?.purl ?? place2?.package]
  ];
  return parts.flatMap((part) => {
    const name3 = part === null ? "" : plain(part[1] ?? "", 500);
    return part === null || name3 === "" ? [] : [{ fullyQualifiedName: name3, kind: part[0] }];
  });
}

// src/report/sarif/fixes.ts
var EDITS = 20;
var CHARACTERS = 1e4;
function fixesOf({ edits, fix }, repositoryFiles) {
  const length = edits.reduce((sum, { text: text3 }) => sum + text3.length, 0);
  if (edits.length === 0 || edits.length > EDITS || length > CHARACTERS) return [];
  const changes = [];
  for (const [, ofFile] of Map.groupBy(edits, ({ file }) => file)) {
    const change = artifactChange(ofFile, repositoryFiles);
    if (change === null) return [];
    changes.push(change);
  }
  const text2 = fullStop(plain(fix, 1e3)) || "Apply the change.";
  return [{ description: { text: text2.replaceAll("](", "] (") }, artifactChanges: changes }];
}
function artifactChange(edits, repositoryFiles) {
  const [first] = edits;
  const place2 = first === void 0 ? null : physicalLocation(first, repositoryFiles)?.artifactLocation;
  if (place2 == null || !edits.every(isPossible)) return null;
  const replacements = edits.map(({ startLine, startColumn, endLine, endColumn, text: text2 }) => ({
    deletedRegion: { startLine, startColumn, endLine, endColumn },
    // Without it the region is only deleted (SARIF 2.1.0, 3.57.4).
    ...text2 === "" ? {} : { insertedContent: { text: text2 } }
  }));
  return { artifactLocation: place2, replacements };
}
function isPossible({ startLine, startColumn, endLine, endColumn }) {
  const isForward = endLine > startLine || endLine === startLine && endColumn >= startColumn;
  return startLine >= 1 && startColumn >= 1 && endColumn >= 1 && isForward;
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

// src/report/sarif/suppressions.ts
function suppressionsOf({ waiver: waiver2 }, repositoryFiles) {
  if (waiver2 === null) return [];
  const { reason, owner, expires, source, location: location2 } = waiver2;
  const physical = physicalLocation(location2, repositoryFiles);
  const facts3 = Object.entries({ owner, expires, source }).flatMap(
    ([key, value]) => value === null ? [] : [[key, plain(value, 200)]]
  );
  return [
    {
      kind: "external",
      status: "accepted",
      justification: plain(reason, 1e3),
      ...physical === null ? {} : { location: { physicalLocation: physical } },
      properties: Object.fromEntries(facts3)
    }
  ];
}

// src/report/sarif/results.ts
function toResult(finding2, physicalLocation2, ruleIndex, { subject: subject2, repositoryFiles, hasStates, hasSuppressions }) {
  const logical = logicalLocations(subject2, finding2.image);
  const related = relatedLocations(finding2, repositoryFiles);
  const fixes = fixesOf(finding2, repositoryFiles);
  return {
    ruleId: ruleId(finding2),
    ruleIndex,
    level: LEVELS[finding2.severity],
    message: { text: messageText(finding2, subject2) },
    locations: [{ physicalLocation: physicalLocation2, ...logical.length > 0 ? { logicalLocations: logical } : {} }],
    ...related.length > 0 ? { relatedLocations: related } : {},
    // GitHub looks at no other key; the number counts results that only their place tells apart, of which there are none.
    partialFingerprints: { primaryLocationLineHash: `${plain(finding2.fingerprint, 64)}:1` },
    ...hasStates && finding2.change !== null ? { baselineState: finding2.change } : {},
    ...hasSuppressions ? { suppressions: suppressionsOf(finding2, repositoryFiles) } : {},
    ...fixes.length > 0 ? { fixes } : {},
    properties: properties(finding2)
  };
}
function ruleId(finding2) {
  return plain(finding2.id, 100) || finding2.kind;
}
function messageText(finding2, { subject: subject2 }) {
  const parts = [
    fullStop(plain(finding2.message, DESCRIPTION_LENGTH)),
    `Image gate: ${finding2.severity} in '${plain(subjectKey(subject2), 200)}'.`,
    finding2.fix === "" ? "" : fullStop(`Fix: ${plain(finding2.fix, DESCRIPTION_LENGTH)}`),
    finding2.image?.path == null ? "" : `In the image: '${plain(finding2.image.path, 500)}'.`
  ];
  return unlinked(parts.filter((part) => part !== "").join(" "));
}
function unlinked(text2) {
  return text2.replaceAll("](", "] (");
}
function properties({
  kind,
  severity: severity2,
  origin: origin2,
  status,
  reason,
  change,
  deadline,
  image,
  aliases
}) {
  const facts3 = {
    kind,
    severity: severity2,
    origin: origin2,
    status,
    reason: plain(reason),
    change,
    deadline,
    package: image?.package,
    purl: image?.purl,
    installed: image?.installed,
    fixed: image?.fixed,
    path: image?.path,
    layer: image?.layer
  };
  const known = Object.entries(facts3).flatMap(([key, value]) => value == null ? [] : [[key, plain(value, 500)]]);
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

// src/report/sarif/help.ts
var PACKAGES = 20;
var ALIASES = 20;
var FIXES = 3;
function helpOf(findings, facts3) {
  const [first] = findings;
  const title3 = facts3?.title ?? first.title;
  const why = facts3?.why ?? "";
  const fixes = facts3 === void 0 ? unique(findings.map((finding2) => finding2.fix)).slice(0, FIXES) : [facts3.fix];
  const aliases = unique([...facts3?.aliases ?? [], ...findings.flatMap((finding2) => finding2.aliases)]).slice(
    0,
    ALIASES
  );
  const affected = affectedPackages(findings);
  const url = facts3?.helpUri ?? first.url;
  const text2 = [title3, why, ...fixes.map((fix) => `How to fix: ${fix}`)].map(
    (part) => fullStop(plain(part, DESCRIPTION_LENGTH))
  );
  const markdown = [
    `**${escapeMarkdown(title3)}**`,
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
    const name3 = finding2.image?.package ?? "";
    return name3 === "" ? [] : [`- ${code(name3, 120)} ${code(versionText(finding2), 200)}`.trimEnd()];
  });
  const packages = unique(lines);
  const more = packages.length - PACKAGES;
  return more > 0 ? [...packages.slice(0, PACKAGES), `- and ${counted(more, "more package")}`] : packages;
}

// src/report/sarif/rules.ts
function toRule(findings, facts3, home) {
  const [first] = findings;
  const severity2 = worst(findings.map((finding2) => finding2.severity));
  const title3 = plain(facts3?.title ?? first.title, NAME_LENGTH) || ruleId(first);
  const why = plain(facts3?.why ?? first.title, DESCRIPTION_LENGTH) || title3;
  return {
    id: ruleId(first),
    name: nameOf(first),
    shortDescription: { text: shortText(first, title3) },
    fullDescription: { text: fullStop(why) },
    help: helpOf(findings, facts3),
    helpUri: webAddress(facts3?.helpUri ?? first.url ?? home) ?? home,
    defaultConfiguration: { level: LEVELS[severity2] },
    properties: {
      "security-severity": SECURITY_SEVERITIES[severity2],
      precision: PRECISIONS[first.kind],
      tags: tagsOf(findings)
    }
  };
}
function shortText(finding2, title3) {
  const text2 = finding2.kind === "rule" || title3 === ruleId(finding2) ? title3 : `${ruleId(finding2)}: ${title3}`;
  return fullStop(plain(text2, NAME_LENGTH));
}
function tagsOf(findings) {
  const kinds = findings.map(({ kind }) => KIND_TAGS[kind]);
  const origins = findings.flatMap(({ origin: origin2 }) => origin2 === null ? [] : [`origin/${origin2}`]);
  const cwes = findings.flatMap((finding2) => finding2.cwes.flatMap(cweTag));
  const sorted = (tags) => [...new Set(tags)].sort(compareText);
  return ["security", "container", ...sorted([...kinds, ...origins]), ...sorted(cwes)].slice(0, TAGS_PER_RULE);
}
function cweTag(cwe) {
  const [, digits] = /^CWE-(\d{1,6})$/iu.exec(cwe) ?? [];
  return digits === void 0 ? [] : [`external/cwe/cwe-${String(Number(digits)).padStart(3, "0")}`];
}
function nameOf(finding2) {
  const words = ruleId(finding2).split(/[^\p{L}\p{N}]+/u);
  const name3 = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
  return name3.toLowerCase() === ruleId(finding2).toLowerCase() || name3 === "" ? name3 + NAME_ENDINGS[finding2.kind] : name3;
}

// src/report/sarif/tool.ts
function toTool(tool, scanner, rules) {
  const facts3 = {
    name: tool.name,
    fullName: "Image Hardening Gate",
    version: tool.version,
    semanticVersion: tool.version,
    informationUri: tool.informationUri
  };
  const driver = { entries: [...valueEntries(facts3), ["rules", { items: rules }]] };
  const extensions = scanner === null ? {} : { extensions: [toExtension(scanner)] };
  return { entries: [["driver", driver], ...valueEntries(extensions)] };
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
  const rules = valueNodes(groups, ([key, group2]) => toRule(group2, options.ruleFacts.get(key), tool.informationUri));
  const notifications = [
    ...[...verdict2.errors, ...subject2.errors].map(problemNotification),
    ...leftOutNotifications(placeless, placed.length - kept.length, limit)
  ];
  const facts3 = {
    automationDetails: { id },
    invocations: [toInvocation(verified(subject2, verdict2), verdict2.startedAt, notifications)],
    originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: "The root of the repository." } } },
    columnKind: "utf16CodeUnits"
  };
  return {
    entries: [
      ["tool", toTool(tool, verdict2.scanner, rules)],
      ...valueEntries(facts3),
      ["results", { items: resultNodes(kept, [...groups.keys()], subject2, options) }],
      ["properties", { value: imageProperties(subject2) }]
    ]
  };
}
function* resultNodes(kept, ruleIds, subject2, { repositoryFiles }) {
  const indexes = new Map(ruleIds.map((key, index) => [key, index]));
  const context = {
    subject: subject2,
    repositoryFiles,
    hasStates: kept.every(({ finding: finding2 }) => finding2.change !== null),
    hasSuppressions: kept.some(({ finding: finding2 }) => finding2.waiver !== null)
  };
  for (const { finding: finding2, location: location2 } of kept) {
    yield { value: toResult(finding2, location2, indexes.get(ruleId(finding2)) ?? -1, context) };
  }
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
    const group2 = groups.get(ruleId(finding2));
    if (group2 === void 0) groups.set(ruleId(finding2), [finding2]);
    else group2.push(finding2);
  }
  return groups;
}
function emptyRun(id, { verdict: verdict2, tool }) {
  const notifications = verdict2.errors.map(problemNotification);
  const facts3 = {
    automationDetails: { id },
    invocations: [toInvocation(verdict2.verdict !== "error", verdict2.startedAt, notifications)],
    columnKind: "utf16CodeUnits",
    results: []
  };
  return { entries: [["tool", toTool(tool, verdict2.scanner, [])], ...valueEntries(facts3)] };
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
  const withheld = verdict2.subjects.filter((subject2) => !verified(subject2, verdict2));
  return {
    files: packed(plannedRuns(context), context),
    withheld: withheld.map(({ subject: subject2 }) => subjectKey(subject2))
  };
}
function* plannedRuns(context) {
  const { verdict: verdict2, options } = context;
  const ids = runIds(options.category, verdict2.subjects);
  for (const [index, subject2] of verdict2.subjects.entries()) {
    if (verified(subject2, verdict2)) yield plannedRun(subject2, ids[index] ?? "", context);
  }
}
function plannedRun(subject2, id, context) {
  for (let limit = RESULTS_PER_RUN; ; limit = Math.floor(limit / 2)) {
    let bytes = 0;
    let gzipBytes = 0;
    for (const text2 of gatherChunks(jsonChunks(toRun(subject2, id, context, limit), 0))) {
      bytes += Buffer.byteLength(text2);
      gzipBytes += gzipSync(text2).length;
    }
    if (gzipBytes <= GZIP_BYTES_PER_FILE || limit === 0) return { subject: subject2, id, limit, bytes, gzipBytes };
  }
}
function* packed(runs2, context) {
  const room = Buffer.allocUnsafeSlow(RAW_BYTES_PER_FILE);
  let current = [];
  for (const run of runs2) {
    if (current.length > 0 && !fits([...current, run])) {
      yield fileOf(current, context, room);
      current = [];
    }
    current.push(run);
  }
  if (current.length > 0) yield fileOf(current, context, room);
}
function fits(runs2) {
  const bytes = runs2.reduce((sum, run) => sum + run.bytes, 0);
  const gzipBytes = runs2.reduce((sum, run) => sum + run.gzipBytes, 0);
  return runs2.length <= RUNS_PER_FILE && gzipBytes <= GZIP_BYTES_PER_FILE && bytes <= RAW_BYTES_PER_FILE;
}
function fileOf(runs2, context, room) {
  const runTexts = runs2.map(({ subject: subject2, id, limit }) => jsonChunks(toRun(subject2, id, context, limit), 0));
  const bytes = runs2.reduce((sum, run) => sum + run.bytes + 1, FRAME_BYTES);
  const file = bytes <= room.length ? room : Buffer.allocUnsafeSlow(bytes);
  let length = 0;
  for (const text2 of gatherChunks(toFile(runTexts))) length += file.write(text2, length);
  return file.toString("utf8", 0, length);
}

// src/report/sarif.ts
function* sarifReport(verdict2, tool, options) {
  yield* gatherChunks(toFile(runs({ verdict: verdict2, tool, options })));
}
function* runs(context) {
  const { subjects } = context.verdict;
  const { category } = context.options;
  const ids = runIds(category, subjects);
  if (subjects.length === 0) yield jsonChunks(emptyRun(runId(category), context), 0);
  for (const [index, subject2] of subjects.entries()) yield jsonChunks(toRun(subject2, ids[index] ?? "", context), 0);
}

// src/report/summary.ts
function renderSummary(verdict2, tool, options) {
  const fileBaseUrl = options.fileBaseUrl ?? null;
  const blocks = [
    opening(verdict2),
    ...problemBlocks(verdict2),
    ...subjectBlocks(verdict2),
    ...failingBlocks(verdict2, fileBaseUrl),
    ...graceBlocks(verdict2, fileBaseUrl),
    ...noticeBlocks(verdict2, fileBaseUrl),
    ...undecidedBlocks(verdict2),
    ...fixedBlocks(verdict2),
    ...waivedBlocks(verdict2, fileBaseUrl),
    ...otherBlocks(verdict2, fileBaseUrl),
    ...lookedBlocks(verdict2)
  ];
  const end = { text: inert(footer2(verdict2, tool)), omitted: omittedSections };
  return compose(blocks.map(inertBlock), end, options.limitBytes);
}
function footer2(verdict2, tool) {
  const { scanner, failOn } = verdict2;
  const facts3 = [`image-gate ${escapeMarkdown(tool.version, 60)}`, `fails from severity ${failOn}`];
  if (scanner === null) facts3.push("Trivy was not run");
  else {
    const { database } = scanner;
    facts3.push(`Trivy ${escapeMarkdown(scanner.version, 60)} from ${code(scanner.source, 200)}`);
    if (database === null) facts3.push("no advisory database");
    else {
      const date = database.updatedAt === null ? "of unknown date" : `of ${code(database.updatedAt, 60)}`;
      facts3.push(`advisory database ${date} from ${code(database.source, 200)}`);
    }
  }
  return `<sub>${facts3.join(" \xB7 ")} \xB7 started ${code(verdict2.startedAt, 60)}</sub>
`;
}
function omittedSections(count2) {
  return `\u2026 ${counted(count2, "more section")} in report.json

`;
}
function inertBlock(block) {
  return { ...block, head: inert(block.head), rows: mapRows(block.rows, inert) };
}

// src/commands/write-reports.ts
var HOME = "https://github.com/image-hardening-gate/image-hardening-gate";
var TOOL = { name: "image-gate", version: VERSION, informationUri: HOME };
var RULE_FACTS = new Map(
  RULES.map(({ id, title: title3, why, fix, aliases }) => [
    id,
    { title: title3, why, fix, aliases, helpUri: `${HOME}/blob/main/docs/rules/${id}.md` }
  ])
);
var SUMMARY_LIMIT = 1e6;
function render2(verdict2, settings, look) {
  switch (settings.format) {
    case "table":
      return [renderTable(verdict2, look)];
    case "json":
      return jsonReport(verdict2, TOOL);
    case "sarif":
      return sarifOf(verdict2, settings);
    case "markdown":
      return [summaryOf(verdict2)];
    case "html":
      return [htmlOf(verdict2)];
  }
}
function sarifOf(verdict2, { sarifCategory: category }) {
  return sarifReport(verdict2, TOOL, { category, ruleFacts: RULE_FACTS });
}
function sarifUploadsOf(verdict2, { sarifCategory: category }) {
  return sarifUploads(verdict2, TOOL, { category, ruleFacts: RULE_FACTS });
}
function commentOf(verdict2, { sarifCategory: category, comment }, detailsUrl) {
  const isNews = {
    never: false,
    "on-failure": verdict2.verdict !== "pass",
    "on-change": verdict2.verdict !== "pass" || verdict2.subjects.some(({ findings }) => findings.length > 0),
    always: true
  }[comment];
  return { ...renderComment(verdict2, TOOL, { category, detailsUrl }), isNews };
}
function summaryOf(verdict2, fileBaseUrl = null) {
  return renderSummary(verdict2, TOOL, { limitBytes: SUMMARY_LIMIT, ...fileBaseUrl === null ? {} : { fileBaseUrl } });
}
function htmlOf(verdict2, fileBaseUrl = null) {
  return renderHtml(verdict2, TOOL, { ruleFacts: RULE_FACTS, ...fileBaseUrl === null ? {} : { fileBaseUrl } });
}
var NOTHING_BESIDE = { sboms: [], evidence: null };
async function writeReports(verdict2, settings, folder, files, fileBaseUrl = null, beside = NOTHING_BESIDE) {
  const full = resolve(settings.workingDirectory, folder);
  const paths = {
    report: join(full, "report.json"),
    sarif: join(full, "report.sarif"),
    html: join(full, "report.html"),
    summary: join(full, "summary.md")
  };
  const pending = Promise.resolve(beside);
  pending.catch(() => void 0);
  await written(folder, async () => {
    await files.writeText(paths.report, jsonReport(verdict2, TOOL));
    await files.writeText(paths.sarif, sarifOf(verdict2, settings));
    await files.writeText(paths.html, htmlOf(verdict2, fileBaseUrl));
    await files.writeText(paths.summary, summaryOf(verdict2));
  });
  const { sboms, evidence } = await pending;
  const bills = sboms.map(({ name: name3, text: text2 }, index) => ({ path: join(full, ownName(name3, index, sboms)), text: text2 }));
  await written(folder, async () => {
    for (const { path, text: text2 } of bills) await files.writeText(path, text2);
    if (evidence !== null) await files.writeText(join(full, EVIDENCE_FILE), evidence);
  });
  return { ...paths, sboms: bills.map(({ path }) => path) };
}
async function written(folder, write) {
  try {
    await write();
  } catch (error) {
    throw new VerifyError(
      "report-not-written",
      `The reports cannot be written to ${folder}: ${errorMessage(error)}.`,
      "Free space, or choose another report-dir."
    );
  }
}
var TAKEN = /* @__PURE__ */ new Set(["report.json", "report.sarif", "report.html", "summary.md", EVIDENCE_FILE]);
function ownName(name3, index, sboms) {
  const safe = name3.replaceAll(/[^A-Za-z0-9._-]+/g, "-").replace(/^\.+/, "").slice(-150);
  const isAlone = sboms.findIndex((other) => other.name === name3) === index;
  const isFree = safe !== "" && isAlone && !TAKEN.has(name3.toLowerCase()) && !/^sbom-\d/.test(name3);
  return safe === name3 && isFree ? safe : `sbom-${index + 1}-${safe}`;
}

export {
  countFindings,
  render2 as render,
  sarifUploadsOf,
  commentOf,
  summaryOf,
  writeReports
};
