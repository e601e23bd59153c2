import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  sbomKindsOf,
  sbomNames,
  sbomTexts
} from "./chunk-QJQQHRGD.js";
import "./chunk-65B23YGU.js";
import "./chunk-O5CCVBBB.js";
export {
  sbomKindsOf,
  sbomNames,
  sbomTexts
};
