import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  workTreeView
} from "./chunk-7HQLDJTD.js";
import {
  LOCK_FILE_LIMIT,
  isLockFile
} from "./chunk-JZOKEKLP.js";
import {
  errorCode
} from "./chunk-UM53JYGR.js";

// src/evidence/read-repository.ts
import { join, posix } from "node:path";
var UPDATERS = [
  ".github/dependabot.yml",
  ".github/dependabot.yaml",
  "renovate.json",
  "renovate.json5",
  ".github/renovate.json",
  ".github/renovate.json5",
  ".gitlab/renovate.json",
  ".gitlab/renovate.json5",
  ".renovaterc",
  ".renovaterc.json",
  ".renovaterc.json5"
];
var MANIFEST = "package.json";
var LARGEST = 512 * 1024;
function repositoryReader(workingDirectory, host, view = workTreeView(workingDirectory, host)) {
  let facts = null;
  return async (dockerfile, context) => {
    facts ??= readFacts(workingDirectory, view);
    const path = dockerfile === null ? null : inside(dockerfile);
    return describe(path, context, await facts, workingDirectory, view.files);
  };
}
async function readFacts(workingDirectory, { files, tracked }) {
  const git = await tracked(workingDirectory);
  const updaters = {};
  const unreadable = [];
  for (const path of git === null ? [] : UPDATERS) {
    const text = await readSmall(join(git?.root ?? workingDirectory, path), files);
    if (text === "unreadable") unreadable.push(path);
    else if (text !== null) updaters[path] = text.text;
  }
  const manifest = git === null ? null : await readSmall(join(git.root, MANIFEST), files);
  if (manifest !== null && manifest !== "unreadable" && manifest.text.includes('"renovate"')) {
    updaters[MANIFEST] = manifest.text;
  }
  return { git, updaters, unreadable };
}
async function describe(dockerfile, stated, { git, updaters, unreadable }, workingDirectory, files) {
  const context = stated === null ? likelyContext(dockerfile, git) : inside(stated);
  const found = [];
  const failed = [];
  for (const file of ignoreFiles(dockerfile, context)) {
    const text = await readSmall(join(workingDirectory, file), files);
    if (text === null) continue;
    if (text === "unreadable") failed.push(file);
    else found.push({ file, text: text.text });
    break;
  }
  return {
    files: git?.files ?? null,
    prefix: git?.prefix ?? null,
    context,
    ignoreFile: found[0] ?? null,
    updaters,
    unreadable: [...unreadable, ...failed]
  };
}
function likelyContext(dockerfile, git) {
  const atRoot = dockerfile !== null && posix.dirname(dockerfile) === "." && (git?.prefix ?? "") === "";
  return atRoot ? "" : null;
}
function inside(path) {
  const cleaned = posix.normalize(`${path}/`).replace(/^\.?\/|\/$/g, "");
  return path.startsWith("/") || cleaned === ".." || cleaned.startsWith("../") ? null : cleaned;
}
function ignoreFiles(dockerfile, context) {
  const own = dockerfile === null ? [] : [`${dockerfile}.dockerignore`];
  return context === null ? own : [...own, context === "" ? ".dockerignore" : `${context}/.dockerignore`];
}
async function readSmall(path, files) {
  try {
    const stat = await files.stat(path);
    if (stat === null) return null;
    return stat.kind === "file" ? { text: await files.readText(path, LARGEST) } : "unreadable";
  } catch (error) {
    return ["ENOENT", "ENOTDIR"].includes(errorCode(error)) ? null : "unreadable";
  }
}

// src/evidence/repository-texts.ts
import { join as join2, posix as posix2 } from "node:path";
var MOST_LOCK_FILES = 300;
var LARGEST_TOGETHER = 128 * 1024 * 1024;
var LARGEST_SERVER_JSON = 1024 * 1024;
async function readLockFiles(tracked, workingDirectory, files) {
  const texts = /* @__PURE__ */ new Map();
  let left = LARGEST_TOGETHER;
  for (const path of (tracked ?? []).filter(isLockFile).slice(0, MOST_LOCK_FILES)) {
    const text = await readIfThere(join2(workingDirectory, path), Math.min(LOCK_FILE_LIMIT, left), files);
    if (text === null) continue;
    texts.set(path, text);
    left -= text.length;
  }
  return texts;
}
async function withServerJson(repository, dockerfile, workingDirectory, files) {
  if (repository.files === null) return repository;
  const tracked = new Set(repository.files);
  const file = candidates(dockerfile).find((path) => tracked.has(path));
  if (file === void 0) return { ...repository, serverJson: null };
  const text = await readIfThere(join2(workingDirectory, file), LARGEST_SERVER_JSON, files);
  return text === null ? repository : { ...repository, serverJson: { file, text } };
}
function candidates(dockerfile) {
  const paths = [];
  for (let folder = posix2.dirname(dockerfile ?? "."); ; folder = posix2.dirname(folder)) {
    paths.push(posix2.join(folder, "server.json"));
    if (folder === "." || folder === "/") return paths;
  }
}
async function readIfThere(path, limit, files) {
  try {
    return await files.readText(path, limit);
  } catch {
    return null;
  }
}

export {
  repositoryReader,
  readLockFiles,
  withServerJson
};
