import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  GIT_ENVIRONMENT,
  askGit,
  safeGit
} from "./chunk-L2YUO7LY.js";
import {
  once
} from "./chunk-GOS64WHV.js";
import {
  VerifyError
} from "./chunk-3OE5NGK7.js";

// src/evidence/git-object-reader.ts
var TIMEOUT_MS = 12e4;
var GitObjectReader = class {
  #folder;
  #host;
  #waiting = [];
  #isRunning = false;
  constructor(folder, host) {
    this.#folder = folder;
    this.#host = host;
  }
  /** Null when the repository does not have it; `too large` when it is larger than `limit` bytes. */
  read(id, limit) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ id, limit, resolve, reject });
      if (this.#isRunning) return;
      this.#isRunning = true;
      queueMicrotask(() => void this.#work());
    });
  }
  async #work() {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#readBatch(batch);
        for (const { resolve } of batch) resolve(null);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#isRunning = false;
  }
  async #readBatch(batch) {
    await this.#host.exec.run("git", safeGit(this.#folder, ["cat-file", "--batch"]), {
      env: { ...this.#host.env.pick(["PATH", "HOME", "SystemRoot"]), ...GIT_ENVIRONMENT },
      timeoutMs: TIMEOUT_MS,
      input: batch.map(({ id }) => `${id}
`).join(""),
      stdoutTo: (output) => readAnswers(batch, output)
    });
  }
};
async function readAnswers(batch, output) {
  const left = [...batch];
  let header = "";
  let wanted;
  let kept = [];
  let size = 0;
  let missing = 0;
  for await (const piece of output) {
    let chunk = piece;
    while (chunk.length > 0) {
      if (wanted === void 0) {
        const end = chunk.indexOf(10);
        header += new TextDecoder().decode(end < 0 ? chunk : chunk.subarray(0, end));
        chunk = end < 0 ? chunk.subarray(chunk.length) : chunk.subarray(end + 1);
        if (end < 0) continue;
        const match = /^[0-9a-f]+ (\w+) (\d+)$/.exec(header);
        header = "";
        const next = left.shift();
        if (match === null) next?.resolve(null);
        else if (next !== void 0) {
          wanted = next;
          kept = [];
          size = Number(match[2]);
          missing = size + 1;
        }
        continue;
      }
      const content = chunk.subarray(0, missing);
      if (size <= wanted.limit) kept.push(content);
      missing -= content.length;
      chunk = chunk.subarray(content.length);
      if (missing > 0) continue;
      wanted.resolve(size > wanted.limit ? "too large" : Buffer.concat(kept).subarray(0, size));
      wanted = void 0;
    }
  }
}

// src/evidence/commit-objects-git.ts
var ADVICE = "Leave out filter at actions/checkout, or set fetch-depth: 1, so that GitHub is asked.";
async function gitCommitObjects(commit, folder, host) {
  if (!isObjectId(commit)) return null;
  const type = await askGit(folder, ["cat-file", "-t", commit], host);
  if (type?.trim() !== "commit") return null;
  const root = await listTree(folder, [`${commit}:`], "", host);
  if (root === null) return null;
  const reader = new GitObjectReader(folder, host);
  return {
    commit,
    entries: once(() => listTree(folder, ["-r", commit], "", host).then(complete)),
    async folder(path) {
      const listed = await listTree(folder, [`${commit}:${path}`], path, host);
      if (listed !== "cut") return listed;
      throw new VerifyError("commit-incomplete", `${path} of commit ${commit.slice(0, 7)} has too many files.`, ADVICE);
    },
    blob: (id, limit) => reader.read(id, limit)
  };
}
function isObjectId(text) {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
function kindOf(mode) {
  if (mode.startsWith("100")) return "file";
  return mode === "120000" ? "link" : mode === "040000" ? "folder" : mode === "160000" ? "module" : null;
}
async function indexMarks(root, host) {
  const listing = await askGit(root, ["ls-files", "--stage", "-z"], host);
  if (listing === null || listing !== "" && !listing.endsWith("\0")) return null;
  return new Map(
    listing.split("\0").flatMap((line) => {
      const [, mode = "", id = "", path] = /^(\d+) ([0-9a-f]+) \d\t(.+)$/s.exec(line) ?? [];
      return path === void 0 ? [] : [[path, `${kindOf(mode)} ${id}`]];
    })
  );
}
async function listTree(folder, args, prefix, host) {
  const listing = await askGit(folder, ["ls-tree", "-z", "--full-tree", ...args], host);
  if (listing === null) return null;
  if (listing !== "" && !listing.endsWith("\0")) return "cut";
  return listing.split("\0").flatMap((line) => {
    const [, mode = "", id = "", path] = /^(\d+) \w+ ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    const kind = kindOf(mode);
    return path === void 0 || kind === null ? [] : [{ path: prefix === "" ? path : `${prefix}/${path}`, kind, id }];
  });
}
function complete(listed) {
  return listed === "cut" ? null : listed;
}

export {
  GitObjectReader,
  gitCommitObjects,
  isObjectId,
  indexMarks
};
