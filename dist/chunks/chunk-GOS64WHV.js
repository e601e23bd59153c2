import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/model/once.ts
function onceFor(known, key, work) {
  const promise = known.get(key) ?? work();
  known.set(key, promise);
  return promise;
}
function once(work) {
  let running = null;
  return () => {
    running ??= work();
    return running;
  };
}

export {
  onceFor,
  once
};
