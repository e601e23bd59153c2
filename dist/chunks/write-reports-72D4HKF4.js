import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  commentOf,
  render,
  sarifUploadsOf,
  summaryOf,
  writeReports
} from "./chunk-WWN62THN.js";
import "./chunk-GFFQNPHD.js";
import "./chunk-HYDFWEHI.js";
import "./chunk-UWX2UNS4.js";
import "./chunk-6BSFOLLK.js";
import "./chunk-WLBLYBMP.js";
import "./chunk-CQB4OCLA.js";
import "./chunk-G6SP7VGC.js";
import "./chunk-7FEDR6T7.js";
import "./chunk-65B23YGU.js";
import "./chunk-BKIBT72L.js";
import "./chunk-BLLY7DYC.js";
import "./chunk-PDGSMBSM.js";
import "./chunk-YCY7Y5KH.js";
import "./chunk-ZM5ESNZ2.js";
import "./chunk-DO2W2KTE.js";
import "./chunk-3U33QVBN.js";
import "./chunk-J4V4GNMN.js";
import "./chunk-IEQ3EHIZ.js";
import "./chunk-QDWQURBN.js";
import "./chunk-TZCQQT6A.js";
import "./chunk-Q3RRR3VC.js";
import "./chunk-P3VS4RNN.js";
import "./chunk-AZJMNLZK.js";
import "./chunk-LQLOOPP6.js";
import "./chunk-3OE5NGK7.js";
import "./chunk-UM53JYGR.js";
import "./chunk-O5CCVBBB.js";
export {
  commentOf,
  render,
  sarifUploadsOf,
  summaryOf,
  writeReports
};
