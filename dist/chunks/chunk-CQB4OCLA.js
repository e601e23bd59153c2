import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/model/version.ts
var VERSION = "0.1.0";

export {
  VERSION
};
