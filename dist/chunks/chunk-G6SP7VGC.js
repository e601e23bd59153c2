import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/model/finding.ts
var FINDING_KINDS = ["rule", "advisory", "secret", "license"];
var FINDING_STATUSES = [
  "fail",
  /** It cannot be told whether the change introduces it, and the policy lets that pass. */
  "unknown",
  "grace",
  "baseline",
  "waived",
  "unfixed",
  "below-threshold"
];

// src/model/waiver.ts
var WAIVER_SOURCES = ["policy", "trivyignore", "openvex"];

export {
  FINDING_KINDS,
  FINDING_STATUSES,
  WAIVER_SOURCES
};
