import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  DEFAULT_POLICY,
  readPolicyText
} from "./chunk-Z6W7LLEP.js";
import {
  readAtBase
} from "./chunk-LLOKMWYS.js";
import {
  openRevision
} from "./chunk-XVQJEXA3.js";
import "./chunk-LAXLIIWE.js";
import "./chunk-L2YUO7LY.js";
import "./chunk-NOGZCOCE.js";
import "./chunk-BMPQDGPK.js";
import "./chunk-GDAOSJ42.js";
import "./chunk-GOS64WHV.js";
import "./chunk-TLC47LVR.js";
import "./chunk-P3VS4RNN.js";
import "./chunk-LQLOOPP6.js";
import {
  UsageError
} from "./chunk-3OE5NGK7.js";
import "./chunk-UM53JYGR.js";
import "./chunk-O5CCVBBB.js";

// src/commands/before-as-named.ts
import { resolve } from "node:path";
async function beforeAsNamed(asked, access, host) {
  const { baselineCommit, baselineImage, baseline, workingDirectory } = asked.settings;
  if (baselineCommit === null && baselineImage.length === 0 && baseline === null) return null;
  const folder = resolve(workingDirectory);
  const commit = baselineCommit === null ? null : await openRevision(baselineCommit, folder, access, host);
  const policyFile = commit === null ? asked.policyFile : await policyThen(asked, commit, host);
  return { commit, asked: { ...asked, policyFile }, findStored: null };
}
async function policyThen({ settings, policyFile }, commit, host) {
  const name = settings.policy ?? DEFAULT_POLICY;
  try {
    const text = await readAtBase(commit)(name);
    return text === null ? policyFile : await readPolicyText(text, name, host);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    host.log.debug(error.message);
    return policyFile;
  }
}
export {
  beforeAsNamed
};
