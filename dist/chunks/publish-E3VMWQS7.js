import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  keepsBaseline,
  storeBaseline
} from "./chunk-TUQBJABI.js";
import "./chunk-4U7WBMNY.js";
import {
  commentOf,
  countFindings,
  sarifUploadsOf,
  summaryOf,
  writeReports
} from "./chunk-WWN62THN.js";
import "./chunk-GFFQNPHD.js";
import "./chunk-HYDFWEHI.js";
import {
  allProblems,
  compareFindings,
  countStandings,
  gates,
  standingOf
} from "./chunk-UWX2UNS4.js";
import {
  counted,
  severityText,
  subjectMatter
} from "./chunk-6BSFOLLK.js";
import {
  plain
} from "./chunk-WLBLYBMP.js";
import "./chunk-CQB4OCLA.js";
import "./chunk-G6SP7VGC.js";
import "./chunk-7FEDR6T7.js";
import {
  subjectKey
} from "./chunk-65B23YGU.js";
import {
  apiMessage,
  attempt,
  isRateLimit,
  oneLine,
  requestWithRetries,
  waitBeforeRetry
} from "./chunk-NOGZCOCE.js";
import {
  iso_exports
} from "./chunk-BKIBT72L.js";
import "./chunk-BLLY7DYC.js";
import "./chunk-PDGSMBSM.js";
import "./chunk-YCY7Y5KH.js";
import "./chunk-ZM5ESNZ2.js";
import "./chunk-DO2W2KTE.js";
import "./chunk-3U33QVBN.js";
import "./chunk-J4V4GNMN.js";
import "./chunk-IEQ3EHIZ.js";
import "./chunk-QDWQURBN.js";
import "./chunk-TZCQQT6A.js";
import "./chunk-Q3RRR3VC.js";
import {
  reaches
} from "./chunk-P3VS4RNN.js";
import "./chunk-AZJMNLZK.js";
import {
  _enum,
  array,
  int,
  object,
  string
} from "./chunk-LQLOOPP6.js";
import {
  VerifyError,
  toProblem
} from "./chunk-3OE5NGK7.js";
import {
  errorMessage
} from "./chunk-UM53JYGR.js";
import "./chunk-O5CCVBBB.js";

// src/github/comment-refusal.ts
var LEAVE_OUT = "or set comment: never";
var GRANT = `Give the job permissions: pull-requests: write, ${LEAVE_OUT}.`;
function commentRefusal(answer, context) {
  if ("unreachable" in answer) {
    return {
      message: `the GitHub API at ${context.apiUrl} gave no usable answer: ${oneLine(answer.unreachable)}`,
      advice: `Run the job again, ${LEAVE_OUT}.`
    };
  }
  const said = apiMessage(answer.body);
  const { message, advice } = known(answer, said, context);
  return { message: `${message} (GitHub answered ${answer.status}${said === "" ? "" : `, \u201C${said}\u201D`})`, advice };
}
function known(answer, said, context) {
  const { status } = answer;
  if (isRateLimit(answer)) {
    return { message: "the API rate limit is used up", advice: `Run the job again later, ${LEAVE_OUT}.` };
  }
  if (/archived/i.test(said)) return { message: "the repository is archived", advice: "Set comment: never." };
  if (/locked/i.test(said)) {
    return { message: "the conversation is locked", advice: `Unlock the conversation, ${LEAVE_OUT}.` };
  }
  if (status === 401) {
    return {
      message: "the token is not valid",
      advice: `Leave the input token out, or give a valid one, ${LEAVE_OUT}.`
    };
  }
  if (status === 403 || status === 404) return forbidden(context);
  if (status >= 500 || status === 408) {
    return { message: "GitHub is not available at present", advice: "Run the job again later." };
  }
  return { message: "GitHub did not take the comment", advice: `Please report this with the message, ${LEAVE_OUT}.` };
}
function forbidden({ isFork, actor }) {
  const message = "the token lacks the permission pull-requests: write";
  if (isFork) {
    return {
      message: `${message}: this run is for a change from a fork, whose token may only read`,
      advice: "Nothing to do: the gate judges the change all the same, and its result stands in the job summary."
    };
  }
  if (actor === "dependabot[bot]") {
    return {
      message: `${message}: runs for Dependabot may only read unless the workflow says otherwise`,
      advice: GRANT
    };
  }
  return { message, advice: GRANT };
}

// src/github/find-comment.ts
var PAGE = 100;
var PAGES = 26;
var page = array(
  object({
    id: int().positive(),
    body: string().nullish(),
    user: object({ type: string() }).nullish(),
    author_association: string().nullish()
  })
);
async function findComment(api, clock, path, marker) {
  for (let number = 1; number <= PAGES; number++) {
    const answer = await requestWithRetries(api, clock, "GET", `${path}?per_page=${PAGE}&page=${number}`);
    if (!("status" in answer) || answer.status !== 200) return { refusal: answer };
    const comments = page.safeParse(answer.body);
    if (!comments.success) return { refusal: { unreachable: "the list of comments has an unknown form" } };
    const own = comments.data.find((comment2) => comment2.body?.startsWith(marker) === true && isTrusted(comment2));
    if (own !== void 0) return { earlier: { id: own.id, body: own.body ?? "" } };
    if (comments.data.length < PAGE) return { earlier: null };
  }
  return { refusal: { unreachable: "the list of comments has no end" } };
}
var MEMBERS = /* @__PURE__ */ new Set(["OWNER", "MEMBER", "COLLABORATOR"]);
function isTrusted({ user, author_association: association }) {
  return user?.type === "Bot" || MEMBERS.has(association ?? "");
}

// src/github/comment.ts
var TRIES = 3;
var WAIT_MS = 3e3;
async function keepComment(comment2, context, api, clock) {
  const { pullRequest } = context.event;
  if (context.eventName !== "pull_request" || pullRequest === null) return { kind: "none" };
  if (api === null) {
    return { kind: "refused", message: "there is no token; the input token is empty", advice: "Set comment: never." };
  }
  const issue = `/repos/${context.repository}/issues`;
  for (let left = TRIES; ; left--) {
    const found = await findComment(api, clock, `${issue}/${pullRequest.number}/comments`, comment2.marker);
    if ("refusal" in found) return refused(found.refusal, context);
    const { earlier } = found;
    if (earlier !== null) {
      if (sameText(earlier.body, comment2.body)) return { kind: "unchanged" };
      const path = `${issue}/comments/${earlier.id}`;
      const answer2 = await requestWithRetries(api, clock, "PATCH", path, { body: comment2.body });
      return isStatus(answer2, 200) ? { kind: "updated" } : refused(answer2, context);
    }
    if (!comment2.isNews) return { kind: "none" };
    const answer = await attempt(api, "POST", `${issue}/${pullRequest.number}/comments`, { body: comment2.body });
    if (isStatus(answer, 201)) return { kind: "created" };
    const pause = waitBeforeRetry(answer, WAIT_MS);
    if (pause === null || left <= 1) return refused(answer, context);
    await clock.sleep(pause);
  }
}
function sameText(a, b) {
  const normal = (text) => text.replaceAll("\r\n", "\n").trimEnd();
  return normal(a) === normal(b);
}
function isStatus(answer, status) {
  return "status" in answer && answer.status === status;
}
function refused(answer, context) {
  return { kind: "refused", ...commentRefusal(answer, context) };
}

// src/github/analysis-target.ts
function analysisTarget(context) {
  switch (context.eventName) {
    case "pull_request":
      return ofPullRequest(context);
    case "pull_request_target":
      return ofPullRequestTarget(context);
    case "workflow_run":
      return ofWorkflowRun(context);
    default:
      return checked(context.ref, context.sha);
  }
}
function ofPullRequest({ ref, sha, checkedOutSha, event: { pullRequest } }) {
  return pullRequest !== null && checkedOutSha === pullRequest.headSha ? checked(`refs/pull/${pullRequest.number}/head`, pullRequest.headSha) : checked(ref, sha);
}
function ofPullRequestTarget({ event: { pullRequest } }) {
  return pullRequest === null ? { none: "the event does not say which pull request it is about" } : checked(`refs/pull/${pullRequest.number}/head`, pullRequest.headSha);
}
function ofWorkflowRun({ event, isFork }) {
  const run = event.workflowRun;
  if (run === null) {
    return { none: "the event does not say which run triggered it" };
  }
  const [pullRequest] = run.pullRequests;
  if (run.event.startsWith("pull_request")) {
    return pullRequest === void 0 ? { none: "the event does not say which pull request the triggering run was about" } : checked(`refs/pull/${pullRequest}/head`, run.headSha);
  }
  if (isFork || run.headBranch === "") {
    return { none: "the triggering run was not about a branch of this repository" };
  }
  return checked(`refs/heads/${run.headBranch}`, run.headSha);
}
function checked(ref, commitSha) {
  if (!/^refs\/(heads|tags|pull)\/\S+$/.test(ref)) {
    return { none: "the run is about no branch, tag or pull request" };
  }
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/i.test(commitSha) ? { ref, commitSha } : { none: "the run names no commit" };
}

// src/github/sarif-processing.ts
var WAITS_MS = [1e3, 2e3, 3e3, 5e3, 8e3, 1e4, 15e3, 15e3];
var MOST_ERRORS = 10;
var statusBody = object({
  processing_status: _enum(["pending", "complete", "failed"]),
  errors: array(string()).nullish()
});
async function awaitProcessing(api, clock, path) {
  for (const wait of WAITS_MS) {
    await clock.sleep(wait);
    const answer = await ask(api, path);
    if (answer !== "ask again") {
      return answer;
    }
  }
  return { status: "pending" };
}
async function ask(api, path) {
  const answer = await api.request("GET", path).catch(() => null);
  if (answer?.status === 401 || answer?.status === 403) {
    return { status: "pending" };
  }
  const decoded = statusBody.safeParse(answer?.status === 200 ? answer.body : null);
  if (!decoded.success || decoded.data.processing_status === "pending") {
    return "ask again";
  }
  if (decoded.data.processing_status === "complete") {
    return { status: "complete" };
  }
  return { status: "failed", errors: (decoded.data.errors ?? []).slice(0, MOST_ERRORS).map(oneLine) };
}

// src/github/sarif-upload-body.ts
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
var MAX_GZIP_BYTES = 10 * 1024 * 1024;
var log = object({
  runs: array(
    object({
      tool: object({ driver: object({ name: string() }) }),
      invocations: array(object({ startTimeUtc: iso_exports.datetime({ offset: true }).optional() })).optional()
    })
  ).min(1)
});
function uploadBody(sarifText, target, workspace) {
  const run = firstRun(sarifText);
  if (run === null) {
    return null;
  }
  const compressed = gzipSync(sarifText, { level: 9 });
  const startedAt = run.invocations?.[0]?.startTimeUtc;
  const body = {
    commit_sha: target.commitSha,
    ref: target.ref,
    sarif: compressed.toString("base64"),
    ...workspace === "" ? {} : { checkout_uri: pathToFileURL(`${workspace}/`).href },
    ...startedAt === void 0 ? {} : { started_at: startedAt },
    tool_name: run.tool.driver.name
  };
  return { body, gzipBytes: compressed.length };
}
function firstRun(sarifText) {
  try {
    return log.parse(JSON.parse(sarifText)).runs[0] ?? null;
  } catch {
    return null;
  }
}

// src/github/upload-refusal.ts
var LEAVE_OUT2 = "or set sarif-upload: never";
function uploadRefusal(answer, context) {
  if ("unreachable" in answer) {
    return {
      message: `the GitHub API at ${context.apiUrl} did not answer: ${oneLine(answer.unreachable)}`,
      advice: `Run the job again; with a proxy or an own certificate authority, set HTTPS_PROXY or NODE_EXTRA_CA_CERTS, ${LEAVE_OUT2}.`
    };
  }
  const said = apiMessage(answer.body);
  const match = KNOWN.find(({ when }) => when(answer, said));
  const refusal = match?.say(context) ?? OTHER;
  const quote = said === "" ? "" : `, \u201C${said}\u201D`;
  return { message: `${refusal.message} (GitHub answered ${answer.status}${quote})`, advice: refusal.advice };
}
var KNOWN = [
  { when: (answer) => isRateLimit(answer), say: () => RATE_LIMIT },
  {
    when: (_, said) => /(Advanced Security|Code Security|Code Scanning) (must be|is not) enabled/i.test(said),
    say: () => NOT_ENABLED
  },
  { when: (_, said) => /archived/i.test(said), say: () => ARCHIVED },
  { when: ({ status }) => status === 401, say: () => BAD_TOKEN },
  { when: ({ status }) => status === 403, say: forbidden2 },
  { when: ({ status }) => status === 404, say: () => NOT_FOUND },
  { when: ({ status }) => status === 413, say: () => TOO_LARGE },
  { when: ({ status }) => status >= 500 || status === 408, say: () => OUTAGE }
];
var RATE_LIMIT = {
  message: "the API rate limit is used up",
  advice: `Run the job again later, ${LEAVE_OUT2} in jobs that do not need alerts.`
};
var NOT_ENABLED = {
  message: "code scanning is not enabled for this repository",
  advice: `Enable code scanning in the repository's settings under \u201CAdvanced Security\u201D (private repositories need GitHub Code Security), ${LEAVE_OUT2}.`
};
var ARCHIVED = { message: "the repository is archived", advice: "Set sarif-upload: never." };
var BAD_TOKEN = {
  message: "the token is not valid",
  advice: `Leave the input token out to use the job's own token, or give one that has not expired, ${LEAVE_OUT2}.`
};
var NOT_FOUND = {
  message: "the token cannot see code scanning of this repository",
  advice: `Give the job the permissions security-events: write and, in a private repository, contents: read and actions: read; on an Enterprise Server check that code scanning is on; ${LEAVE_OUT2}.`
};
var TOO_LARGE = {
  message: "the SARIF report is too large for code scanning",
  advice: "Gate fewer images in one step, each with its own sarif-category."
};
var OUTAGE = { message: "code scanning is not available at present", advice: "Run the job again later." };
var OTHER = {
  message: "code scanning did not take the SARIF report",
  advice: `Run the job again with debug logging if the reason is not plain, ${LEAVE_OUT2}.`
};
function forbidden2({ isFork, actor }) {
  const message = "the token lacks the permission security-events: write";
  if (isFork) {
    return {
      message: `${message}: this run is for a change from a fork, whose token may only read`,
      advice: "Nothing to do: the gate judges the change all the same, and the alerts are updated when it is merged."
    };
  }
  if (actor === "dependabot[bot]") {
    return {
      message: `${message}: runs for Dependabot may only read unless the workflow says otherwise`,
      advice: `Give the job permissions: security-events: write, ${LEAVE_OUT2}.`
    };
  }
  return { message, advice: `Give the job permissions: security-events: write, ${LEAVE_OUT2}.` };
}

// src/github/upload-sarif.ts
async function uploadSarif(sarifText, context, mode, api, clock) {
  if (mode === "never") {
    return { kind: "skipped", reason: "sarif-upload is never" };
  }
  const outcome = await attempt2(sarifText, context, api, clock);
  if (mode === "auto" || outcome.kind === "uploaded") {
    return outcome;
  }
  const { message, advice } = outcome.kind === "refused" ? outcome : { message: outcome.reason, advice: "Set sarif-upload: auto or never." };
  throw new VerifyError("sarif-upload", `No SARIF upload: ${message}`, advice);
}
async function attempt2(sarifText, context, api, clock) {
  if (api === null) {
    return { kind: "skipped", reason: "there is no token; the input token is empty" };
  }
  const target = analysisTarget(context);
  if ("none" in target) {
    return { kind: "skipped", reason: target.none };
  }
  const upload2 = uploadBody(sarifText, target, context.workspace);
  if (upload2 === null) {
    return refused2({ message: "the report is no SARIF log with a run", advice: "Please report this: it is a fault." });
  }
  if (upload2.gzipBytes > MAX_GZIP_BYTES) {
    return refused2(tooLarge(upload2.gzipBytes));
  }
  const path = `/repos/${context.repository}/code-scanning/sarifs`;
  const answer = await requestWithRetries(api, clock, "POST", path, upload2.body);
  const receipt = "status" in answer && answer.status === 202 ? receiptBody.safeParse(answer.body) : null;
  if (!receipt?.success) {
    return refused2(uploadRefusal(answer, context));
  }
  const { id } = receipt.data;
  const processing = await awaitProcessing(api, clock, `${path}/${encodeURIComponent(id)}`);
  return processing.status === "failed" ? refused2(unreadable(processing.errors)) : { kind: "uploaded", id, processing: processing.status };
}
var receiptBody = object({ id: string().min(1).max(200) });
function refused2(refusal) {
  return { kind: "refused", ...refusal };
}
function tooLarge(bytes) {
  const size = (bytes / 1024 / 1024).toFixed(1);
  return {
    message: `the SARIF report is ${size} MiB compressed; code scanning takes at most ${MAX_GZIP_BYTES / 1024 / 1024}`,
    advice: "Gate fewer images in one step, each with its own sarif-category."
  };
}
function unreadable(errors) {
  const reasons = errors.length === 0 ? "it does not say why" : errors.join("; ");
  return {
    message: `code scanning took the SARIF report but could not use it: ${reasons}`,
    advice: duplicateCategory(reasons) ? "Give each step of this commit its own sarif-category." : "The report is kept in the report folder; please report this with the message."
  };
}
function duplicateCategory(reasons) {
  return /same category/i.test(reasons);
}

// src/report/annotations.ts
var LIMIT = 10;
var ERROR_LIMIT = LIMIT - 1;
var PROBLEM_LIMIT = 3;
var NAMED = 3;
function selectAnnotations(verdict) {
  const problems = allProblems(verdict).slice(0, PROBLEM_LIMIT);
  const places = verdict.subjects.flatMap(placesOf).sort((a, b) => compareFindings(a.worst, b.worst));
  const annotations = [...problems.map(ofProblem), ...places.map(ofPlace)];
  const errors = annotations.filter(({ level }) => level === "error").slice(0, ERROR_LIMIT);
  return [...errors, ...annotations.filter(({ level }) => level !== "error")].slice(0, LIMIT);
}
function ofProblem({ kind, subject, code, message, advice }) {
  const what = kind === "usage" ? "Wrong input" : "Could not verify";
  const title = subject === null ? `${what}: ${plain(code, 80)}` : `${what} ${kind === "usage" ? "for " : ""}${plain(subject, 80)}`;
  const text = `${plain(message)}
${plain(advice)}`;
  return { level: "error", title, message: text, file: null, startLine: null, endLine: null };
}
function placesOf(subject) {
  const groups = /* @__PURE__ */ new Map();
  for (const finding of subject.findings.filter((one) => standingOf(one) !== "waived").sort(compareFindings)) {
    const { location } = finding;
    const key = JSON.stringify([gates(finding), location?.file, location?.startLine, location?.endLine]);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].flatMap((findings) => {
    const [worst] = findings;
    return worst === void 0 ? [] : [{ subject, worst, findings }];
  });
}
function ofPlace({ subject, worst, findings }) {
  const { location } = worst;
  const name = plain(subjectKey(subject.subject), 80);
  const gating = gates(worst);
  const alone = findings.length === 1;
  const lines = alone ? [plain(worst.message), plain(worst.fix)] : linesOfMany(findings);
  return {
    level: gating ? "error" : reaches(worst.severity, "high") ? "warning" : "notice",
    title: `${alone ? `${plain(worst.id, 80)} (${worst.severity})` : severityText(findings.map(severityOf))} in ${name}`,
    message: (gating ? lines : [...lines, `Does not gate: ${plain(worst.reason)}`]).join("\n"),
    file: location?.file ?? null,
    startLine: location?.startLine ?? null,
    endLine: location?.endLine ?? null
  };
}
function linesOfMany(findings) {
  const named = findings.slice(0, NAMED).map((finding) => {
    const head = `${plain(finding.id, 80)} (${finding.severity}): ${subjectMatter(finding)}`;
    return finding.kind === "advisory" ? head : `${head} ${plain(finding.fix)}`;
  });
  const more = findings.length - named.length;
  return more > 0 ? [...named, `and ${counted(more, "other finding")}`] : named;
}
function severityOf(finding) {
  return finding.severity;
}

// src/commands/publish.ts
async function publish(verdict, publication) {
  const { settings, context, folder, ports, beside } = publication;
  const { host, step } = ports;
  const troubles = [];
  const attempt3 = async (work) => {
    try {
      return await work();
    } catch (error) {
      troubles.push(toProblem(error));
      return null;
    }
  };
  const paths = await attempt3(() => writeReports(verdict, settings, folder, host.files, linesOf(context), beside));
  await attempt3(() => writeSummary(verdict, context, step));
  for (const annotation of selectAnnotations(verdict)) step.annotate(annotation);
  const uploads = settings.sarifUpload === "never" ? [] : await attempt3(() => upload(verdict, publication));
  if (settings.comment !== "never") await attempt3(() => comment(verdict, publication));
  await attempt3(() => keepEvidence(verdict, publication));
  writeOutputs(verdict, paths, folder, uploads ?? [], step);
  return troubles;
}
function linesOf({ serverUrl, repository, sha }) {
  return `${serverUrl}/${repository}/blob/${sha}/`;
}
async function writeSummary(verdict, context, step) {
  try {
    await step.summary(summaryOf(verdict, linesOf(context)));
  } catch (error) {
    throw new VerifyError(
      "summary-not-written",
      `The job summary cannot be written: ${errorMessage(error)}.`,
      "Free space on the runner."
    );
  }
}
async function upload(verdict, { settings, context, ports }) {
  const { log: log2, clock, progress } = ports.host;
  const { files, withheld } = sarifUploadsOf(verdict, settings);
  if (withheld.length > 0) {
    log2.notice(
      `Not uploaded to code scanning, because it could not be verified: ${withheld.join(", ")}. Its alerts stay as they are.`
    );
  }
  const api = settings.token === null ? null : ports.connect(settings.token, context.apiUrl);
  const ids = [];
  for (const file of files) {
    const outcome = await progress.phase(
      "Uploading SARIF",
      () => uploadSarif(file, context, settings.sarifUpload, api, clock)
    );
    switch (outcome.kind) {
      case "uploaded":
        ids.push(outcome.id);
        break;
      case "skipped":
        log2.notice(`SARIF was not uploaded: ${outcome.reason}.`);
        return ids;
      case "refused":
        log2.notice(`SARIF was not uploaded: ${outcome.message}. ${outcome.advice}`);
        return ids;
    }
  }
  return ids;
}
async function comment(verdict, { settings, context, ports }) {
  const { log: log2, clock } = ports.host;
  const { pullRequest } = context.event;
  const api = settings.token === null ? null : ports.connect(settings.token, context.apiUrl);
  const detailsUrl = pullRequest === null ? null : `${context.serverUrl}/${context.repository}/pull/${pullRequest.number}/checks`;
  const outcome = await keepComment(commentOf(verdict, settings, detailsUrl), context, api, clock);
  if (outcome.kind === "refused") {
    log2.notice(`The pull request has no comment of this run: ${outcome.message}. ${outcome.advice}`);
  }
}
async function keepEvidence(verdict, { settings, context, beside, ports }) {
  const { evidence } = await beside;
  if (evidence === null) return;
  const { host, artifacts } = ports;
  const keeping = keepsBaseline(settings, context, verdict);
  if (keeping.keeps) await storeBaseline(evidence, settings.sarifCategory, artifacts, host);
  else host.log.debug(`The evidence of the images is not kept: ${keeping.reason}.`);
}
function writeOutputs(verdict, paths, folder, uploads, step) {
  const counts = countFindings(verdict);
  const standings = countStandings(verdict.subjects);
  const isCompared = verdict.baseline !== null;
  const images = verdict.subjects.flatMap(({ image }) => image === null ? [] : [image]);
  const outputs = {
    verdict: verdict.verdict,
    findings: String(counts.findings),
    critical: String(counts.critical),
    high: String(counts.high),
    medium: String(counts.medium),
    low: String(counts.low),
    unknown: String(counts.unknown),
    // Empty, not 0: nobody knows without a baseline.
    new: isCompared ? String(standings.new) : "",
    fixed: isCompared ? String(standings.fixed) : "",
    waived: String(standings.waived),
    "report-dir": paths === null ? "" : folder,
    report: paths?.report ?? "",
    sarif: paths?.sarif ?? "",
    summary: paths?.summary ?? "",
    sbom: paths?.sboms.join("\n") ?? "",
    "trivy-version": verdict.scanner?.version ?? "",
    "database-updated-at": verdict.scanner?.database?.updatedAt ?? "",
    "image-id": images.map(({ imageId }) => imageId).join("\n"),
    "image-digest": images.flatMap(({ digest }) => digest === null ? [] : [digest]).join("\n"),
    "sarif-id": uploads.join("\n")
  };
  for (const [name, value] of Object.entries(outputs)) step.output(name, value);
}
export {
  publish
};
