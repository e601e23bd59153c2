#!/usr/bin/env node
// Runs on any Node, so that one which is too old gets a sentence and not a syntax error: the rest is loaded afterwards.
const NEEDED = 24;

if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  console.error(`image-gate needs Node ${NEEDED} or newer; this is Node ${process.versions.node}.`);
  process.exitCode = 2;
} else {
  const { main } = await import('./command-line.ts');
  process.exitCode = await main(process.argv.slice(2));
}
