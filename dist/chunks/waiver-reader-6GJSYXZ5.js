import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  errorCode
} from "./chunk-UM53JYGR.js";
import "./chunk-O5CCVBBB.js";

// src/commands/waiver-reader.ts
import { resolve } from "node:path";
var LARGEST = 4 * 1024 * 1024;
function readHere(workingDirectory, files) {
  return async (path) => {
    try {
      return await files.readText(resolve(workingDirectory, path), LARGEST);
    } catch (error) {
      if (["ENOENT", "ENOTDIR"].includes(errorCode(error))) return null;
      throw error;
    }
  };
}
export {
  readHere
};
