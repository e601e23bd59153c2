import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  commentOf,
  render,
  sarifUploadsOf,
  summaryOf,
  writeReports
} from "./chunk-AH3HJLAJ.js";
import "./chunk-6WSWHVEM.js";
import "./chunk-CQB4OCLA.js";
import "./chunk-R22N36F2.js";
import "./chunk-7FISSVOQ.js";
import "./chunk-OPIHWSIS.js";
import "./chunk-QWA6T5XG.js";
import "./chunk-745BOILJ.js";
import "./chunk-XCRYJWGP.js";
import "./chunk-JJZ7VRJE.js";
import "./chunk-P3VS4RNN.js";
import "./chunk-6ZP7LTEL.js";
import "./chunk-AZR4UGO6.js";
import "./chunk-6SMW72EV.js";
export {
  commentOf,
  render,
  sarifUploadsOf,
  summaryOf,
  writeReports
};
