import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/model/severity.ts
var SEVERITIES = ["critical", "high", "medium", "low", "unknown"];
function compareSeverity(a, b) {
  return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
}
function reaches(severity, threshold) {
  return compareSeverity(severity, threshold) <= 0;
}
function worst(severities) {
  return [...severities].sort(compareSeverity)[0] ?? "unknown";
}

export {
  SEVERITIES,
  compareSeverity,
  reaches,
  worst
};
