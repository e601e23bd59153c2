import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/evidence/git.ts
import { dirname, join, resolve } from "node:path";
var GIT_ENVIRONMENT = {
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_NO_LAZY_FETCH: "1",
  GIT_TERMINAL_PROMPT: "0",
  GIT_OPTIONAL_LOCKS: "0"
};
function safeGit(folder, args) {
  return ["-C", folder, "-c", "core.fsmonitor=false", "-c", "protocol.allow=never", ...args];
}
async function mayBeWorkTree(folder, files) {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (await files.stat(join(at, ".git")).catch(() => null) !== null) return true;
    if (dirname(at) === at) return false;
  }
}
async function askGit(folder, args, { exec, env }, timeoutMs = 6e4) {
  const result = await exec.run("git", safeGit(folder, args), {
    env: { ...env.pick(["PATH", "HOME", "SystemRoot"]), ...GIT_ENVIRONMENT },
    timeoutMs
  }).catch(() => null);
  return result === null || result.exitCode !== 0 || result.timedOut ? null : result.stdout;
}

export {
  GIT_ENVIRONMENT,
  safeGit,
  mayBeWorkTree,
  askGit
};
