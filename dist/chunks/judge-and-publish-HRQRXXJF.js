import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  exitCodeOf
} from "./chunk-HQBKUK44.js";
import {
  renderTable,
  sentence
} from "./chunk-UWX2UNS4.js";
import "./chunk-6BSFOLLK.js";
import "./chunk-WLBLYBMP.js";
import "./chunk-7FEDR6T7.js";
import "./chunk-65B23YGU.js";
import {
  askGit
} from "./chunk-L2YUO7LY.js";
import "./chunk-P3VS4RNN.js";
import {
  array,
  int,
  object,
  string,
  unknown
} from "./chunk-LQLOOPP6.js";
import {
  UsageError
} from "./chunk-3OE5NGK7.js";
import "./chunk-UM53JYGR.js";
import "./chunk-O5CCVBBB.js";

// src/commands/judge-and-publish.ts
import { join, resolve } from "node:path";

// src/github/event-payload.ts
var repository = object({ full_name: string() });
var side = object({ sha: string(), repo: repository.nullish() });
var payload = object({
  pull_request: object({ number: int().positive(), head: side, base: side }).optional(),
  workflow_run: object({
    event: string(),
    head_sha: string(),
    head_branch: string().nullish(),
    head_repository: repository.nullish(),
    pull_requests: array(object({ number: int().positive() })).nullish()
  }).optional(),
  issue: object({ pull_request: unknown() }).optional(),
  merge_group: object({ head_sha: string(), base_sha: string() }).optional(),
  repository: object({ default_branch: string().optional() }).optional()
});
var NOTHING = {
  pullRequest: null,
  workflowRun: null,
  mergeGroup: null,
  onPullRequest: false,
  defaultBranch: null,
  fromFork: false
};
function readEvent(eventJson, ownRepository) {
  const decoded = payload.safeParse(parse(eventJson));
  if (!decoded.success) {
    return NOTHING;
  }
  const { pull_request: pull, workflow_run: run, merge_group: group, repository: own } = decoded.data;
  const isOther = (repo) => repo?.full_name.toLowerCase() !== ownRepository.toLowerCase();
  return {
    pullRequest: pull === void 0 ? null : { number: pull.number, headSha: pull.head.sha, baseSha: pull.base.sha },
    workflowRun: run === void 0 ? null : {
      event: run.event,
      headSha: run.head_sha,
      headBranch: run.head_branch ?? "",
      pullRequests: (run.pull_requests ?? []).map(({ number }) => number)
    },
    mergeGroup: group === void 0 ? null : { headSha: group.head_sha, baseSha: group.base_sha },
    onPullRequest: (decoded.data.issue?.pull_request ?? null) !== null,
    defaultBranch: own?.default_branch ?? null,
    // A pull request whose fork was deleted has no head repository: still a fork.
    fromFork: pull === void 0 ? run !== void 0 && isOther(run.head_repository) : isOther(pull.head.repo)
  };
}
function parse(text) {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

// src/github/event.ts
function readGitHubContext(env, eventJson, gitHead2 = null) {
  const repository2 = required(env, "GITHUB_REPOSITORY");
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository2)) {
    throw new UsageError("github-context", `GITHUB_REPOSITORY is not owner/name: ${printable(repository2)}`, ADVICE);
  }
  const event = readEvent(eventJson, repository2);
  return {
    repository: repository2,
    sha: required(env, "GITHUB_SHA"),
    ref: optional(env, "GITHUB_REF"),
    eventName: optional(env, "GITHUB_EVENT_NAME"),
    apiUrl: url(env, "GITHUB_API_URL", "https://api.github.com"),
    serverUrl: url(env, "GITHUB_SERVER_URL", "https://github.com"),
    workspace: optional(env, "GITHUB_WORKSPACE"),
    workflowPath: workflowPath(optional(env, "GITHUB_WORKFLOW_REF"), repository2),
    workflowElsewhere: isElsewhere(optional(env, "GITHUB_WORKFLOW_REF"), repository2),
    job: optional(env, "GITHUB_JOB"),
    runId: optional(env, "GITHUB_RUN_ID"),
    runAttempt: Number.parseInt(optional(env, "GITHUB_RUN_ATTEMPT"), 10) || 1,
    actor: optional(env, "GITHUB_ACTOR"),
    isFork: event.fromFork,
    checkedOutSha: /^[0-9a-f]{40,64}$/.exec(gitHead2?.trim() ?? "")?.[0] ?? null,
    event
  };
}
var ADVICE = "Run the gate as a step of a GitHub Actions job, or use the command line, which needs none of this.";
function optional(env, name) {
  return env.get(name)?.trim() ?? "";
}
function required(env, name) {
  const value = optional(env, name);
  if (value === "") {
    throw new UsageError("github-context", `${name} is not set, so this is no GitHub Actions step`, ADVICE);
  }
  return value;
}
function url(env, name, fallback) {
  const value = optional(env, name) || fallback;
  const parsed = URL.parse(value);
  if (parsed === null || !(parsed.protocol === "https:" || parsed.protocol === "http:")) {
    throw new UsageError("github-context", `${name} is no web address: ${printable(value)}`, ADVICE);
  }
  return value.replace(/\/+$/, "");
}
function workflowPath(workflowRef, repository2) {
  const prefix = `${repository2}/`;
  const end = workflowRef.indexOf("@");
  if (!workflowRef.toLowerCase().startsWith(prefix.toLowerCase()) || end < prefix.length) {
    return null;
  }
  const path = workflowRef.slice(prefix.length, end);
  return /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) ? path : null;
}
function isElsewhere(workflowRef, repository2) {
  const [, owner] = /^([\w.-]+\/[\w.-]+)\/\.github\/workflows\/[^/@]+\.ya?ml@[^@]+$/.exec(workflowRef) ?? [];
  return owner !== void 0 && owner.toLowerCase() !== repository2.toLowerCase();
}
function printable(text) {
  return JSON.stringify(text.slice(0, 100));
}

// src/commands/judge-and-publish.ts
async function judgeAndPublish(raw, first, ports) {
  const { host } = ports;
  const context = readGitHubContext(host.env, await eventText(host), await gitHead(host));
  const temp = join(host.env.get("RUNNER_TEMP") ?? ".", "image-gate");
  const [{ check }, { publish }, { changeContext }, { trustedAsked }] = await Promise.all([
    import("./check-6YAQ52K2.js"),
    import("./publish-E3VMWQS7.js"),
    import("./change-context-CTNGQIAJ.js"),
    import("./trusted-asked-II3IRWIC.js")
  ]);
  const api = first.token === null ? null : ports.connect(first.token, context.apiUrl);
  const change = await changeContext(context, api, host, first.workingDirectory);
  const trusted = await trustedAsked(raw, context, change, host);
  const { settings } = trusted.asked;
  const before = await beforeOf(trusted, change, context, api, host);
  const outcome = await check(trusted.asked, await surroundings(trusted, change, before, context, temp, host), host);
  const { verdict } = outcome;
  host.log.info(renderTable(verdict, { width: 120, color: false }));
  const folder = settings.reportDir ?? join(temp, stepName(host));
  const { attachments } = await import("./attachments-3MRQRMWU.js");
  const { repository: repository2, sha: commit } = context;
  const beside = attachments(outcome, settings, { repository: repository2, commit });
  const troubles = await publish(verdict, { settings, context, folder, ports, beside });
  const { problems } = await beside;
  return conclude(verdict, settings, [...problems, ...troubles], host);
}
async function beforeOf({ asked, atBase }, change, context, api, host) {
  const { settings } = asked;
  const folder = resolve(settings.workingDirectory);
  const { beforeAsNamed } = await import("./before-as-named-YNG4MRHU.js");
  const access = api === null ? null : { api, clock: host.clock, repository: context.repository };
  const named = await beforeAsNamed(asked, access, host);
  if (change === null) return named;
  const { findBaseline } = await import("./stored-baseline-WCMAHKGY.js");
  const commit = named?.commit ?? change;
  const query = {
    context,
    category: settings.sarifCategory,
    baseCommit: commit.baseCommit,
    api,
    git: (args) => askGit(folder, args, host)
  };
  return { commit, asked: atBase, findStored: () => findBaseline(query, host) };
}
async function surroundings({ asked, notices }, change, before, { workflowPath: workflowPath2 }, temp, { files }) {
  const [{ readHere }, { readAtBase }, { sbomKindsOf }] = await Promise.all([
    import("./waiver-reader-6GJSYXZ5.js"),
    import("./read-at-base-KPZY6P7Z.js"),
    import("./sboms-V7JY5VJO.js")
  ]);
  return {
    cacheFolder: join(temp, "cache"),
    workflow: workflowPath2 === null ? null : { file: workflowPath2, startLine: 1, endLine: 1 },
    before,
    // A change must not accept its own findings.
    readWaivers: change === null ? readHere(asked.settings.workingDirectory, files) : readAtBase(change),
    notices,
    wantsEdits: true,
    sbomKinds: sbomKindsOf(asked.settings),
    preload: () => import("./attachments-3MRQRMWU.js")
  };
}
function conclude(verdict, settings, troubles, { log }) {
  for (const { message, advice } of troubles) log.error(`${message} ${advice}`);
  const code = exitCodeOf(verdict, settings.mode);
  if (code === 0) log.info(sentence(verdict));
  else log.error(sentence(verdict));
  return code === 0 && troubles.length > 0 ? 3 : code;
}
async function eventText({ env, files }) {
  const path = env.get("GITHUB_EVENT_PATH") ?? "";
  return path === "" || await files.stat(path) === null ? null : files.readText(path, 32 * 1024 * 1024);
}
async function gitHead({ env, files }) {
  const path = join(env.get("GITHUB_WORKSPACE") ?? ".", ".git", "HEAD");
  return (await files.stat(path))?.kind === "file" ? files.readText(path, 4096) : null;
}
function stepName({ env }) {
  return (env.get("GITHUB_ACTION") ?? "").replaceAll(/[^A-Za-z0-9_.-]/g, "_") || "report";
}
export {
  judgeAndPublish
};
