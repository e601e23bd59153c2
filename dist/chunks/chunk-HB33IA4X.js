import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  UsageError
} from "./chunk-3OE5NGK7.js";
import {
  errorMessage
} from "./chunk-UM53JYGR.js";

// src/commands/waivers.ts
var USUAL_IGNORE_FILES = [".trivyignore", ".trivyignore.yaml", ".trivyignore.yml"];
var LONGEST = 4 * 1024 * 1024;
var MOST = 2e4;
async function gatherWaivers(policyFile, read) {
  const waivers = [...policyFile?.waivers ?? []];
  const named = policyFile?.ignoreFiles ?? null;
  for (const path of new Set(named ?? USUAL_IGNORE_FILES)) {
    const text = await textOf(path, read, named !== null);
    if (text !== null) waivers.push(...await readIgnoreFile(text, path));
  }
  for (const path of new Set(policyFile?.vexFiles ?? [])) {
    const text = await textOf(path, read, true);
    if (text === null) continue;
    const { readOpenVex } = await import("./openvex-OHQX7WTX.js");
    waivers.push(...readOpenVex(text, path));
  }
  if (waivers.length > MOST) {
    throw new UsageError(
      "bad-waivers",
      `There are ${waivers.length} waivers; at most ${MOST} are read.`,
      "Leave files out with `ignore-files` and `vex` of the policy."
    );
  }
  return waivers;
}
async function readIgnoreFile(text, path) {
  if (/\.ya?ml$/.test(path)) {
    const { readTrivyIgnoreYaml } = await import("./trivyignore-yaml-42XA6CZY.js");
    return readTrivyIgnoreYaml(text, path);
  }
  const { readTrivyIgnore } = await import("./trivyignore-3HCSMINR.js");
  return readTrivyIgnore(text, path);
}
async function textOf(path, read, isNamed) {
  const text = await read(path).catch((error) => {
    throw new UsageError("no-waivers", `${path} cannot be read: ${errorMessage(error)}.`, "Check the file.");
  });
  if (text === null && isNamed) {
    throw new UsageError(
      "no-waivers",
      `There is no file ${path}, which the policy names.`,
      "Check `ignore-files` and `vex`; paths are relative to the working directory."
    );
  }
  if (text !== null && text.length > LONGEST) {
    throw new UsageError("bad-waivers", `${path} is larger than ${LONGEST / 1024 / 1024} MiB.`, "Split the file.");
  }
  return text;
}

export {
  USUAL_IGNORE_FILES,
  gatherWaivers
};
