import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
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

// src/commands/sboms.ts
import { createHash } from "node:crypto";
var ENDINGS = { cyclonedx: "cdx.json", spdx: "spdx.json" };
async function sbomTexts(images, sboms, kind) {
  if (kind === "none") return [];
  const names = sbomNames(images.map(({ subject }) => subject));
  const texts = [];
  for (const [index, { packagesFile }] of images.entries()) {
    const name = `${names[index]}.${ENDINGS[kind]}`;
    texts.push({ name, text: await sboms.make(packagesFile, kind) });
  }
  return texts;
}
var LONGEST_NAME = 100;
function sbomNames(subjects) {
  const keys = subjects.map(subjectKey);
  const small = keys.map((key) => key.toLowerCase());
  return keys.map((key, index) => {
    const safe = key.replaceAll(/[^A-Za-z0-9._-]+/g, "-").slice(0, LONGEST_NAME);
    const isAlone = safe === key && small.indexOf(key.toLowerCase()) === small.lastIndexOf(small[index] ?? "");
    const mark = isAlone ? "" : `-${createHash("sha256").update(key).digest("hex").slice(0, 8)}`;
    return `sbom-${safe}${mark}`;
  });
}

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
  const once = madeOnce(sboms);
  const files = new Map(images.map(({ subject, packagesFile }) => [subjectKey(subject), packagesFile]));
  const facts = { createdAt: verdict.startedAt, repository, commit, scanners };
  return {
    sboms: await attempt(() => sbomTexts(images, once, sbom)) ?? [],
    evidence: await attempt(() => evidenceText(cases, files, once, facts)),
    problems
  };
}
function madeOnce(sboms) {
  const made = /* @__PURE__ */ new Map();
  return {
    ...sboms,
    make: (packagesFile, kind) => {
      const key = `${kind} ${packagesFile}`;
      const text = made.get(key) ?? sboms.make(packagesFile, kind);
      made.set(key, text);
      return text;
    }
  };
}
export {
  attachments
};
