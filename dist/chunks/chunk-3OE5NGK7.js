import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  errorCode,
  errorMessage
} from "./chunk-UM53JYGR.js";

// src/model/failure.ts
var UsageError = class extends Error {
  name = "UsageError";
  kind = "usage";
  code;
  advice;
  constructor(code, message, advice) {
    super(message);
    this.code = code;
    this.advice = advice;
  }
};
var VerifyError = class extends Error {
  name = "VerifyError";
  kind = "verify";
  code;
  advice;
  /** What the tool itself said (command, exit code, last lines), for `--debug`; may be long. */
  detail;
  constructor(code, message, advice, detail = "") {
    super(message);
    this.code = code;
    this.advice = advice;
    this.detail = detail;
  }
};
function toProblem(error) {
  const problem = problemOf(error);
  if (problem === null) throw error;
  return problem;
}
function problemOf(error) {
  if (error instanceof UsageError || error instanceof VerifyError) {
    return { kind: error.kind, code: error.code, message: error.message, advice: error.advice };
  }
  return isSystemError(error) ? systemProblem(errorCode(error), errorMessage(error)) : null;
}
function isSystemError(error) {
  return typeof error === "object" && error !== null && "syscall" in error && errorCode(error) !== "";
}
function systemProblem(code, message) {
  if (code === "ENOSPC" || code === "EDQUOT") {
    const advice2 = "Free space, or point TMPDIR (in the action: the runner) at a larger disk.";
    return { kind: "verify", code: "disk-full", message: `The disk is full: ${message}.`, advice: advice2 };
  }
  const advice = "Check the path and its permissions.";
  return { kind: "verify", code: "system-error", message: `The system refused: ${message}.`, advice };
}
function detailOf(error) {
  const stack = error instanceof Error ? error.stack ?? "" : "";
  return error instanceof VerifyError && error.detail !== "" ? `${error.detail}
${stack}` : stack;
}

export {
  UsageError,
  VerifyError,
  toProblem,
  problemOf,
  detailOf
};
