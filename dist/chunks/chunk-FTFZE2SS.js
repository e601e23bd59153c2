import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/host/ports.ts
var HttpError = class extends Error {
  name = "HttpError";
  status;
  constructor(status, message) {
    super(message);
    this.status = status;
  }
};
var LocalHttpError = class extends Error {
  name = "LocalHttpError";
};

export {
  HttpError,
  LocalHttpError
};
