import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  check
} from "./chunk-R6E7PUDT.js";
import "./chunk-PHOP3PQU.js";
import "./chunk-YGSNKRK4.js";
import "./chunk-AS36PWQU.js";
import "./chunk-CMIYFWSV.js";
import "./chunk-6SMW72EV.js";
export {
  check
};
