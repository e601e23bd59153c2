import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  RULE_ALIASES,
  decide,
  judgeAll,
  judgeOne
} from "./chunk-NLA3SKYI.js";
import "./chunk-2ZPASTJC.js";
import "./chunk-3DHILHER.js";
import "./chunk-2FI6LA4T.js";
import "./chunk-SUCAV5M4.js";
import "./chunk-JZOKEKLP.js";
import "./chunk-G6SP7VGC.js";
import "./chunk-7FEDR6T7.js";
import "./chunk-65B23YGU.js";
import "./chunk-YKZR3NI5.js";
import "./chunk-XOFJKV52.js";
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
  RULE_ALIASES,
  decide,
  judgeAll,
  judgeOne
};
