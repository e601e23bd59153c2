import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/settings/settings.ts
var PROFILES = ["mcp", "container", "strict"];
var TRANSPORTS = ["auto", "http", "stdio", "both"];
var SCANNERS = ["vuln", "secret", "license"];
var MODES = ["enforce", "report"];
var FORMATS = ["table", "json", "sarif", "markdown", "html"];
var BASE_LOOKUPS = ["repository", "local", "registry"];
var GATES = ["auto", "all", "new"];
var SBOMS = ["none", "cyclonedx", "spdx"];
var STORES = ["auto", "never"];
var UPLOADS = ["auto", "always", "never"];
var COMMENTS = ["never", "on-failure", "on-change", "always"];

export {
  PROFILES,
  TRANSPORTS,
  SCANNERS,
  MODES,
  FORMATS,
  BASE_LOOKUPS,
  GATES,
  SBOMS,
  STORES,
  UPLOADS,
  COMMENTS
};
