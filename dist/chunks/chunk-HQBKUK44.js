import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/policy/exit-code.ts
function exitCodeOf(verdict, mode) {
  const problems = [...verdict.errors, ...verdict.subjects.flatMap(({ errors }) => errors)];
  if (problems.some(({ kind }) => kind === "usage")) return 2;
  if (verdict.verdict === "error") return 3;
  return verdict.verdict === "fail" && mode === "enforce" ? 1 : 0;
}

export {
  exitCodeOf
};
