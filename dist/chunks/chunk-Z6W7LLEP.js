import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  givenBy,
  refuseUnknownVariables
} from "./chunk-BMPQDGPK.js";
import {
  UsageError
} from "./chunk-3OE5NGK7.js";
import {
  errorCode,
  errorMessage
} from "./chunk-UM53JYGR.js";

// src/commands/policy-file.ts
import { resolve } from "node:path";
var DEFAULT_POLICY = ".github/image-gate.yml";
var LARGEST = 1024 * 1024;
async function loadAsked(raw, host, { readPolicy } = {}) {
  refuseUnknownVariables((prefix) => host.env.names(prefix));
  const given = givenBy(raw, (name2) => host.env.get(name2));
  const settings = given.load();
  const name = settings.policy ?? DEFAULT_POLICY;
  const text = readPolicy === void 0 ? await readHere(settings, name, host.files) : await readPolicy(name);
  if (text === null) return { settings, policyFile: null };
  const policyFile = await readPolicyText(text, name, host);
  return { settings: given.load(policyFile.options), policyFile: withoutOverridden(policyFile, given) };
}
async function readPolicyText(text, file, { clock }) {
  const [{ readPolicyFile }, { RULES }] = await Promise.all([
    import("./read-S5R3YKSR.js"),
    import("./rules-HTOEVD2H.js")
  ]);
  const today = clock.now().toISOString().slice(0, 10);
  return readPolicyFile(text, file, { today, ruleIds: RULES.map(({ id }) => id) });
}
function withoutOverridden(policyFile, { has }) {
  return {
    ...policyFile,
    failOnByOrigin: has("failOn") ? null : policyFile.failOnByOrigin,
    images: has("transport") ? policyFile.images.map((image) => ({ ...image, transport: null })) : policyFile.images
  };
}
async function readHere(settings, file, files) {
  const path = resolve(settings.workingDirectory, file);
  const stat = await files.stat(path);
  if (stat === null && settings.policy === null) return null;
  if (stat?.kind !== "file") {
    const what = stat === null ? "There is no policy file at" : "The policy is no file:";
    throw new UsageError("no-policy", `${what} ${file}.`, "Check the path; it is relative to the working directory.");
  }
  try {
    return await files.readText(path, LARGEST);
  } catch (error) {
    const why = errorCode(error) === "EFBIG" ? `it is larger than ${LARGEST / 1024 / 1024} MiB` : errorMessage(error);
    throw new UsageError("no-policy", `${file} cannot be read: ${why}.`, "Check the file and its permissions.");
  }
}

export {
  DEFAULT_POLICY,
  loadAsked,
  readPolicyText
};
