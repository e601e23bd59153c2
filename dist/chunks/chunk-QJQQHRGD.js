import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  subjectKey
} from "./chunk-65B23YGU.js";

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
function sbomKindsOf({ sbom }) {
  return sbom === "spdx" ? ["cyclonedx", "spdx"] : ["cyclonedx"];
}

export {
  sbomTexts,
  sbomNames,
  sbomKindsOf
};
