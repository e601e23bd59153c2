import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/policy/file/json-schema.ts
var POLICY_SCHEMA_URL = "https://raw.githubusercontent.com/image-hardening-gate/image-hardening-gate/v0/schemas/policy-1.schema.json";

export {
  POLICY_SCHEMA_URL
};
