import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  GitObjectReader,
  gitCommitObjects,
  isObjectId
} from "./chunk-LAXLIIWE.js";
import {
  askGit
} from "./chunk-L2YUO7LY.js";
import {
  apiMessage,
  isRateLimit,
  oneLine,
  requestWithRetries
} from "./chunk-NOGZCOCE.js";
import {
  once
} from "./chunk-GOS64WHV.js";
import {
  array,
  boolean,
  int,
  literal,
  object,
  string
} from "./chunk-LQLOOPP6.js";
import {
  UsageError,
  VerifyError
} from "./chunk-3OE5NGK7.js";

// src/commands/base-commit.ts
import { relative, resolve, sep } from "node:path";

// src/evidence/commit-files.ts
import { posix } from "node:path";
var MOST_LINKS = 40;
var LONGEST_LINK = 4096;
var USUAL_LIMIT = 1024 * 1024;
function commitFiles(objects) {
  const entryAt = entryFinder(objects);
  const followed = (path) => follow(path, entryAt, objects);
  return {
    commit: objects.commit,
    async list() {
      const entries = await objects.entries();
      return entries === null ? null : entries.map(({ path }) => path).sort();
    },
    async marks() {
      const entries = await objects.entries();
      return entries === null ? null : new Map(entries.map(({ path, kind, id }) => [path, `${kind} ${id}`]));
    },
    async kindOf(path) {
      const entry = await followed(path);
      if (entry === null) return null;
      return entry.kind === "file" ? "file" : entry.kind === "folder" ? "directory" : "other";
    },
    async read(path, limit = USUAL_LIMIT) {
      const entry = await followed(path);
      if (entry?.kind !== "file") return null;
      const bytes = await blobOf(entry, limit, objects);
      if (bytes === "too large") {
        throw Object.assign(new Error(`${path} is larger than ${limit} bytes`), { code: "EFBIG" });
      }
      return bytes;
    }
  };
}
var ROOT = { path: "", kind: "folder", id: "" };
function entryFinder(objects) {
  let all = null;
  const folders = /* @__PURE__ */ new Map();
  return async (path) => {
    if (path === "") return ROOT;
    all ??= objects.entries().then((entries) => entries === null ? null : withFolders(entries));
    const known = await all;
    if (known !== null) return known.get(path) ?? null;
    const parent = posix.dirname(path) === "." ? "" : posix.dirname(path);
    const listing = folders.get(parent) ?? objects.folder(parent);
    folders.set(parent, listing);
    return (await listing)?.find((entry) => entry.path === path) ?? null;
  };
}
function withFolders(entries) {
  const all = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    all.set(entry.path, entry);
    for (let at = entry.path.lastIndexOf("/"); at > 0; at = entry.path.lastIndexOf("/", at - 1)) {
      const path = entry.path.slice(0, at);
      if (all.has(path)) break;
      all.set(path, { path, kind: "folder", id: "" });
    }
  }
  return all;
}
async function follow(path, entryAt, objects) {
  let left = segments(path);
  let here = ROOT;
  for (let links = 0; left.length > 0; ) {
    const [next = "", ...rest] = left;
    if (here.kind !== "folder") return null;
    if (next === "..") {
      if (here.path === "") return null;
      const parent = posix.dirname(here.path);
      here = parent === "." ? ROOT : { path: parent, kind: "folder", id: "" };
      left = rest;
      continue;
    }
    const entry = await entryAt(here.path === "" ? next : `${here.path}/${next}`);
    if (entry === null) return null;
    if (entry.kind !== "link") {
      here = entry;
      left = rest;
      continue;
    }
    const target = ++links > MOST_LINKS ? "too large" : await blobOf(entry, LONGEST_LINK, objects);
    const text = target === "too large" ? "" : new TextDecoder().decode(target);
    if (text === "" || text.startsWith("/")) return null;
    left = [...segments(text), ...rest];
  }
  return here;
}
async function blobOf({ id, path }, limit, { blob, commit }) {
  const bytes = await blob(id, limit);
  if (bytes !== null) return bytes;
  throw new VerifyError(
    "commit-incomplete",
    `Commit ${commit.slice(0, 7)} has ${path}, but its content is not to be had.`,
    "Leave out filter at actions/checkout, or give the job the permission contents: read."
  );
}
function segments(path) {
  return path.split("/").filter((part) => part !== "" && part !== ".");
}

// src/github/commit-refusal.ts
var GET_THE_BASE = "Set fetch-depth: 0 at actions/checkout, so that the base commit is at hand, or give the job the permission contents: read.";
function commitRefusal(answer) {
  const [why, advice] = reason(answer);
  return new VerifyError("base-commit-unreadable", `The files of the base commit cannot be read: ${why}.`, advice);
}
function reason(answer) {
  if ("unreachable" in answer) return [`GitHub's API did not answer (${oneLine(answer.unreachable)})`, GET_THE_BASE];
  const said = apiMessage(answer.body);
  const quote = `GitHub answered ${answer.status}${said === "" ? "" : `, \u201C${said}\u201D`}`;
  if (isRateLimit(answer)) {
    return [
      `the API rate limit is used up (${quote})`,
      "Set fetch-depth: 0 at actions/checkout, or run the job again later."
    ];
  }
  if (answer.status === 401)
    return [`the token is not valid (${quote})`, "Leave out the input token, or give a valid one."];
  if (answer.status === 403 || answer.status === 404)
    return [`the token may not read the repository (${quote})`, GET_THE_BASE];
  if (answer.status === 200) return ["GitHub's answer is not understood", GET_THE_BASE];
  return [quote, "Set fetch-depth: 0 at actions/checkout, or run the job again later."];
}

// src/github/commit-objects.ts
var sha = string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/);
var commitBody = object({ tree: object({ sha }), parents: array(object({ sha })) });
var treeBody = object({
  truncated: boolean(),
  tree: array(object({ path: string().min(1), mode: string(), sha: string(), size: int().optional() }))
});
var blobBody = object({ encoding: literal("base64"), content: string(), size: int().min(0) });
async function apiCommit(access, commit) {
  const body = await asker(access)(`git/commits/${commit}`, commitBody);
  return body === null ? null : { treeId: body.tree.sha, parents: body.parents.map((parent) => parent.sha) };
}
async function apiCommitObjects(access, commit) {
  const get = asker(access);
  const found = await apiCommit(access, commit);
  if (found === null) return null;
  const folders = /* @__PURE__ */ new Map([["", found.treeId]]);
  const sizes = /* @__PURE__ */ new Map();
  let all = null;
  return {
    commit,
    entries() {
      all ??= everything(get, found.treeId, sizes);
      return all;
    },
    async folder(path) {
      const id = folders.get(path);
      const body = id === void 0 ? null : await get(`git/trees/${id}`, treeBody);
      if (body === null) return null;
      if (body.truncated) throw tooMany(path);
      const entries = body.tree.flatMap((entry) => toEntry(entry, path));
      for (const entry of entries) if (entry.kind === "folder") folders.set(entry.path, entry.id);
      return entries;
    },
    async blob(id, limit) {
      if ((sizes.get(id) ?? 0) > limit) return "too large";
      const body = await get(`git/blobs/${id}`, blobBody);
      if (body === null) return null;
      return body.size > limit ? "too large" : Buffer.from(body.content, "base64");
    }
  };
}
async function everything(get, treeId, sizes) {
  const body = await get(`git/trees/${treeId}?recursive=1`, treeBody);
  if (body === null || body.truncated) return null;
  for (const { sha: id, size } of body.tree) if (size !== void 0) sizes.set(id, size);
  return body.tree.flatMap((entry) => toEntry(entry, "")).filter(({ kind }) => kind !== "folder");
}
function tooMany(folder) {
  const what = folder === "" ? "The root" : folder;
  return new VerifyError(
    "base-commit-unreadable",
    `${what} has more files in the base commit than GitHub lists.`,
    GET_THE_BASE
  );
}
var KINDS = {
  "100644": "file",
  "100755": "file",
  "120000": "link",
  "040000": "folder",
  "160000": "module"
};
function toEntry({ path, mode, sha: id }, folder) {
  const kind = Object.hasOwn(KINDS, mode) ? KINDS[mode] : void 0;
  return kind === void 0 || !sha.safeParse(id).success ? [] : [{ path: folder === "" ? path : `${folder}/${path}`, kind, id }];
}
function asker({ api, clock, repository }) {
  let failed = null;
  return async (what, shape) => {
    if (failed !== null) throw failed;
    const answer = await requestWithRetries(api, clock, "GET", `/repos/${repository}/${what}`);
    if ("status" in answer && answer.status === 200) {
      const decoded = shape.safeParse(answer.body);
      if (decoded.success) return decoded.data;
    }
    const isUnknown = "status" in answer && [404, 409, 422].includes(answer.status);
    if (isUnknown && what.startsWith("git/commits/")) return null;
    failed = commitRefusal(answer);
    throw failed;
  };
}

// src/commands/base-commit.ts
async function openCommit(commit, words, workingDirectory, access, host, workspace = workingDirectory) {
  const here = await gitCommitObjects(commit, workingDirectory, host);
  const remote = once(async () => access === null ? null : apiCommitObjects(access, commit));
  const objects = here ?? await remote();
  if (objects === null) throw noCommit(commit, words, access);
  const local = new GitObjectReader(workingDirectory, host);
  const blob = async (id, limit) => await local.read(id, limit).catch(() => null) ?? (await remote())?.blob(id, limit) ?? null;
  return {
    baseCommit: commit,
    files: commitFiles({ ...objects, blob }),
    ...await placeOf(workingDirectory, workspace, host),
    description: `commit ${commit.slice(0, 7)}, ${words}`
  };
}
async function openRevision(revision, workingDirectory, access, host) {
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
  const found = (await askGit(workingDirectory, args, host))?.trim() ?? revision;
  if (!isObjectId(found)) {
    throw new UsageError(
      "no-such-commit",
      `baseline-commit: git knows no commit ${revision} in ${workingDirectory}.`,
      "Check the name; in a workflow, set fetch-depth: 0 at actions/checkout and name a branch as origin/NAME."
    );
  }
  return openCommit(found, "as given in baseline-commit", workingDirectory, access, host);
}
async function parentsOf(commit, workingDirectory, access, host) {
  const stored = isObjectId(commit) ? await askGit(workingDirectory, ["cat-file", "commit", commit], host) : null;
  if (stored !== null) {
    const [header = ""] = stored.split("\n\n", 1);
    return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, id]) => id ?? "");
  }
  return access === null ? null : (await apiCommit(access, commit))?.parents ?? null;
}
async function placeOf(workingDirectory, workspace, host) {
  const asked = await askGit(workingDirectory, ["rev-parse", "--show-prefix"], host);
  const outside = relative(workspace, workingDirectory).split(sep).join("/");
  const prefix = asked?.replace(/\n$/, "").replace(/\/$/, "") ?? (outside.startsWith("..") ? "" : outside);
  const up = prefix === "" ? [] : prefix.split("/").map(() => "..");
  return { root: resolve(workingDirectory, ...up), prefix };
}
function noCommit(commit, words, access) {
  const where = access === null ? "is not in the checkout, and there is no token to ask GitHub with" : "is neither in the checkout nor known to GitHub";
  return new VerifyError("no-base-commit", `Commit ${commit.slice(0, 7)}, ${words}, ${where}.`, GET_THE_BASE);
}

export {
  openCommit,
  openRevision,
  parentsOf
};
