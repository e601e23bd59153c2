import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  UsageError
} from "./chunk-3OE5NGK7.js";
import {
  errorCode
} from "./chunk-UM53JYGR.js";

// src/commands/trust/read-at-base.ts
import { posix } from "node:path";
var LARGEST = 1024 * 1024;
function readAtBase({
  files,
  prefix
}) {
  return async (path) => {
    const inside = posix.normalize(posix.join(prefix, path.replaceAll("\\", "/")));
    if (posix.isAbsolute(path) || inside === ".." || inside.startsWith("../")) return null;
    try {
      const bytes = await files.read(inside, LARGEST);
      return bytes === null ? null : new TextDecoder().decode(bytes);
    } catch (error) {
      if (errorCode(error) !== "EFBIG") throw error;
      throw new UsageError("no-policy", `${path} cannot be read: it is larger than 1 MiB.`, "Make the file smaller.");
    }
  };
}

export {
  readAtBase
};
