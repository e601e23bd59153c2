import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  openCommit,
  parentsOf
} from "./chunk-XVQJEXA3.js";
import "./chunk-LAXLIIWE.js";
import {
  askGit
} from "./chunk-L2YUO7LY.js";
import "./chunk-NOGZCOCE.js";
import "./chunk-GOS64WHV.js";
import "./chunk-LQLOOPP6.js";
import {
  UsageError,
  VerifyError
} from "./chunk-3OE5NGK7.js";
import "./chunk-UM53JYGR.js";
import "./chunk-O5CCVBBB.js";

// src/commands/change-context.ts
import { resolve } from "node:path";

// src/github/change.ts
function changeOf(context) {
  const { eventName, ref, sha, event } = context;
  const own = { merge: null, base: sha, trustedWorkflow: true };
  switch (eventName) {
    case "merge_group":
      return {
        kind: "merge_group",
        merge: null,
        base: event.mergeGroup?.baseSha ?? null,
        words: "what the merge group builds upon",
        // The queue's commit holds the change, its workflow file included.
        trustedWorkflow: context.workflowElsewhere
      };
    case "pull_request_target":
      return { kind: "pull_request_target", ...own, words: `the base of ${pullRequest(context)}` };
    case "workflow_run":
      return isOwnBranch(context) ? null : { kind: "workflow_run", ...own, words: "the commit that this workflow is of" };
    case "issue_comment":
      return event.onPullRequest ? { kind: "issue_comment", ...own, words: "the default branch" } : null;
    default:
      return eventName.startsWith("pull_request") || /^refs\/pull\/\d+\/merge$/.test(ref) ? ofPullRequest(context) : null;
  }
}
function ofPullRequest(context) {
  const { sha, event, workflowElsewhere } = context;
  return {
    kind: "pull_request",
    merge: { commit: sha, head: event.pullRequest?.headSha ?? null },
    base: event.pullRequest?.baseSha ?? null,
    words: `the base of ${pullRequest(context)}`,
    trustedWorkflow: workflowElsewhere
  };
}
function isOwnBranch({ event: { workflowRun }, isFork }) {
  return workflowRun !== null && !isFork && ["push", "schedule", "workflow_dispatch"].includes(workflowRun.event);
}
function pullRequest({ event }) {
  return event.pullRequest === null ? "the pull request" : `pull request #${event.pullRequest.number}`;
}

// src/commands/change-context.ts
async function changeContext(context, api, host, workingDirectory) {
  const change = changeOf(context);
  if (change === null) return null;
  const folder = resolve(workingDirectory);
  if (change.kind === "pull_request_target") await refuseHead(context, folder, host);
  const access = api === null ? null : { api, clock: host.clock, repository: context.repository };
  const commit = await baseOf(change, folder, access, host);
  const workspace = context.workspace === "" ? folder : context.workspace;
  const opened = await openCommit(commit, change.words, folder, access, host, workspace);
  return { ...opened, kind: change.kind, trustedWorkflow: change.trustedWorkflow };
}
async function baseOf(change, folder, access, host) {
  const parents = change.merge === null ? null : await mergeParents(change.merge.commit, folder, access, host);
  const [base, head, ...more] = parents ?? [];
  const isMerge = base !== void 0 && head !== void 0 && more.length === 0;
  if (isMerge && (change.merge?.head ?? head) === head) return base;
  if (change.base !== null && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(change.base)) return change.base;
  throw new VerifyError(
    "no-base-commit",
    `The event does not say what commit is ${change.words}.`,
    "Run the gate on pull_request, merge_group, push or schedule; on the command line, name the commit with --baseline-commit."
  );
}
async function mergeParents(commit, folder, access, host) {
  try {
    return await parentsOf(commit, folder, access, host);
  } catch (error) {
    if (error instanceof VerifyError) return null;
    throw error;
  }
}
async function refuseHead({ sha, checkedOutSha, event }, folder, host) {
  const head = (await askGit(folder, ["rev-parse", "--verify", "--quiet", "HEAD"], host))?.trim() ?? checkedOutSha;
  if (head === null || head === sha || head === event.pullRequest?.baseSha) return;
  const what = head === event.pullRequest?.headSha ? "the head of the pull request" : "another commit than the base";
  throw new UsageError(
    "untrusted-checkout",
    `This pull_request_target workflow has ${what} checked out (${head.slice(0, 7)}), while it runs with the secrets of the repository.`,
    "Gate changes on pull_request, which runs without secrets; or build there and gate the image on workflow_run."
  );
}
export {
  changeContext
};
