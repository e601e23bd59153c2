import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  sbomTexts
} from "./chunk-QJQQHRGD.js";
import {
  evidenceText
} from "./chunk-TUQBJABI.js";
import "./chunk-4U7WBMNY.js";
import "./chunk-HYDFWEHI.js";
import "./chunk-CQB4OCLA.js";
import {
  subjectKey
} from "./chunk-65B23YGU.js";
import "./chunk-BKIBT72L.js";
import "./chunk-P3VS4RNN.js";
import "./chunk-LQLOOPP6.js";
import {
  toProblem
} from "./chunk-3OE5NGK7.js";
import "./chunk-UM53JYGR.js";
import "./chunk-O5CCVBBB.js";

// src/commands/attachments.ts
async function attachments({ cases, packagesFiles, sboms, verdict }, { sbom, scanners }, { repository, commit }) {
  const images = cases.flatMap(({ subject }, index) => {
    const packagesFile = packagesFiles[index] ?? null;
    return packagesFile === null ? [] : [{ subject, packagesFile }];
  });
  if (sboms === null || images.length === 0) return { sboms: [], evidence: null, problems: [] };
  const problems = [];
  const attempt = async (work) => {
    try {
      return await work();
    } catch (error) {
      problems.push(toProblem(error));
      return null;
    }
  };
  const files = new Map(images.map(({ subject, packagesFile }) => [subjectKey(subject), packagesFile]));
  const facts = { createdAt: verdict.startedAt, repository, commit, scanners };
  return {
    sboms: await attempt(() => sbomTexts(images, sboms, sbom)) ?? [],
    evidence: await attempt(() => evidenceText(cases, files, sboms, facts)),
    problems
  };
}
export {
  attachments
};
