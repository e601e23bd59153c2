import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/github/artifacts/name.ts
import { createHash } from "node:crypto";
function evidenceArtifact(category) {
  const plain = category.replaceAll(/[^A-Za-z0-9._ -]/g, "-");
  const mark = plain === category ? "" : `-${createHash("sha256").update(category).digest("hex").slice(0, 8)}`;
  return `image-gate-evidence-${plain}${mark}`;
}
var EVIDENCE_FILE = "evidence.json";

export {
  evidenceArtifact,
  EVIDENCE_FILE
};
