import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/model/subject.ts
function subjectKey({ name, platform }) {
  return platform === null ? name : `${name} (${platform})`;
}

export {
  subjectKey
};
