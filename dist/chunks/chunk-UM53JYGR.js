import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/model/error-code.ts
function errorCode(error) {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}
function errorMessage(error) {
  const message = typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
  return message.replace(new RegExp("\\p{Cc}+", "gu"), " ");
}

export {
  errorCode,
  errorMessage
};
