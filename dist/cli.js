#!/usr/bin/env node
import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/cli.ts
var NEEDED = 24;
if (Number(process.versions.node.split(".")[0]) < NEEDED) {
  console.error(`image-gate needs Node ${NEEDED} or newer; this is Node ${process.versions.node}.`);
  process.exitCode = 2;
} else {
  const { main } = await import("./chunks/command-line-KCJEVYGO.js");
  process.exitCode = await main(process.argv.slice(2));
}
