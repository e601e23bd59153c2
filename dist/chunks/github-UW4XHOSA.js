import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  context,
  getOctokit
} from "./chunk-4WDMSTQI.js";
import "./chunk-OGKQBFPR.js";
import "./chunk-O5CCVBBB.js";
export {
  context,
  getOctokit
};
