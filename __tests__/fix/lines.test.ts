import { describe, expect, test } from '@jest/globals';
import { DIGEST, fixed, reasons } from './support.ts';

describe('base-digest', () => {
  const rules = ['base-digest'];
  const digests = {
    'node:24-slim': DIGEST,
    'node:24': DIGEST,
    node: DIGEST,
    'ghcr.io/astral-sh/uv:0.9.2': DIGEST,
    'docker/dockerfile:1': DIGEST,
    'localhost:5000/a:1': DIGEST,
  };

  test.each<readonly [string, string]>([
    ['FROM node:24-slim', `FROM node:24-slim@${DIGEST}`],
    ['from   --platform=linux/amd64   node:24   AS x', `from   --platform=linux/amd64   node:24@${DIGEST}   AS x`],
    ['FROM node', `FROM node@${DIGEST}`],
    ['FROM localhost:5000/a:1', `FROM localhost:5000/a:1@${DIGEST}`],
    ['FROM \\\n# which\n node:24 \\\n AS x', `FROM \\\n# which\n node:24@${DIGEST} \\\n AS x`],
    ['# syntax=docker/dockerfile:1\nFROM scratch', `# syntax=docker/dockerfile:1@${DIGEST}\nFROM scratch`],
    [
      '#  Syntax = docker/dockerfile:1 \r\nFROM scratch\r',
      `#  Syntax = docker/dockerfile:1@${DIGEST} \r\nFROM scratch\r`,
    ],
    [
      'FROM scratch\nCOPY --from=ghcr.io/astral-sh/uv:0.9.2 /uv /bin/',
      `FROM scratch\nCOPY --from=ghcr.io/astral-sh/uv:0.9.2@${DIGEST} /uv /bin/`,
    ],
    [
      'FROM scratch\nCOPY --chown=1 --from="node:24" /uv /bin/',
      `FROM scratch\nCOPY --chown=1 --from="node:24@${DIGEST}" /uv /bin/`,
    ],
    [
      'FROM scratch\nRUN --mount=type=bind,from=node:24,target=/t --mount=from=node:24-slim,target=/u x from=node:24',
      `FROM scratch\nRUN --mount=type=bind,from=node:24@${DIGEST},target=/t --mount=from=node:24-slim@${DIGEST},target=/u x from=node:24`,
    ],
    [
      'FROM node:24 AS a\nFROM node:24-slim\nCOPY --from=a x y',
      `FROM node:24@${DIGEST} AS a\nFROM node:24-slim@${DIGEST}\nCOPY --from=a x y`,
    ],
  ])('%j', (before, after) => {
    expect(fixed(`${before}\n`, { rules, digests }).source).toBe(`${after}\n`);
  });

  test.each<readonly [string, RegExp]>([
    ['ARG V=24\nFROM node:$V', /A variable names the image: node:\$V/],
    ['ARG BASE=node:24\nFROM ${BASE}', /A variable names the image/],
    ['FROM python:3.14', /The digest of python:3.14 is not known: nobody knows it/],
    ['FROM node:\\\n24', /was not found/],
  ])('not %j', (text, reason) => {
    expect(reasons(`${text}\n`, { rules, digests })[0]).toMatch(reason);
  });
});

describe('workdir-absolute', () => {
  const rules = ['workdir-absolute'];

  test('below scratch', () => {
    const text = 'FROM scratch\nWORKDIR ./app\nWORKDIR sub\nENTRYPOINT ["/s"]\n';
    expect(fixed(text, { rules }).source).toBe(text.replace('./app', '/app'));
  });

  test('below the working directory of a known base', () => {
    const text = 'FROM golang:1.26\nworkdir  src \nENTRYPOINT ["/s"]\n';
    expect(fixed(text, { rules, base: { WorkingDir: '/go' } }).source).toBe(text.replace('src', '/go/src'));
  });

  test.each<readonly [string, RegExp]>([
    ['FROM golang:1.26\nWORKDIR src\n', /working directory of the base golang:1.26 is not known/],
    ['FROM scratch\nWORKDIR "my app"\n', /variables or quotes/],
    ['FROM scratch\nARG D=app\nWORKDIR $D\n', /variables or quotes/],
    ['FROM scratch\nWORKDIR /etc/app\n', /only you know/],
  ])('not %j', (text, reason) => {
    expect(reasons(`${text}ENTRYPOINT ["/s"]\n`, { rules })[0]).toMatch(reason);
  });
});

describe('duplicate-instruction', () => {
  const rules = ['duplicate-instruction'];

  test.each<readonly [string, string]>([
    ['CMD ["a"]\nCMD ["b"]\nCMD ["c"]\n', 'CMD ["c"]\n'],
    ['CMD a \\\n  b\n\n# counts\nCMD ["c"]', '\n# counts\nCMD ["c"]'],
    ['HEALTHCHECK --interval=1s CMD x\r\nHEALTHCHECK NONE\r\nCMD ["c"]\r\n', 'HEALTHCHECK NONE\r\nCMD ["c"]\r\n'],
    ['ENTRYPOINT ["a"]\nSHELL ["/bin/bash", "-c"]\nENTRYPOINT b\n', 'SHELL ["/bin/bash", "-c"]\nENTRYPOINT b\n'],
    ['CMD ["a"]\nENTRYPOINT ["e"]\nCMD ["b"]\n', 'ENTRYPOINT ["e"]\nCMD ["b"]\n'],
    ['ONBUILD CMD ["o"]\nCMD ["a"]\nCMD ["b"]\n', 'ONBUILD CMD ["o"]\nCMD ["b"]\n'],
  ])('%j', (before, after) => {
    expect(fixed(`FROM scratch\n${before}`, { rules }).source).toBe(`FROM scratch\n${after}`);
  });

  test('in each stage', () => {
    const text = 'FROM scratch AS a\nCMD ["a"]\nCMD ["b"]\nFROM a\nCMD ["c"]\nCMD ["d"]\n';
    expect(fixed(text, { rules }).source).toBe('FROM scratch AS a\nCMD ["b"]\nFROM a\nCMD ["d"]\n');
  });

  test('not with a comment inside', () => {
    expect(reasons('FROM scratch\nCMD a \\\n# kept\n b\nCMD ["c"]\n', { rules })[0]).toMatch(/comments inside/);
  });
});

describe('several rules in one file', () => {
  test('all edits fit together', () => {
    const text =
      '\uFEFF# syntax=docker/dockerfile:1\nFROM node:24-slim\nWORKDIR /app\nCOPY . .\nRUN pip install a>=1\nCMD ["x"]\nCMD node s.js\n';
    expect(fixed(text, { digests: { 'docker/dockerfile:1': DIGEST, 'node:24-slim': DIGEST } }).source).toBe(
      `\uFEFF# syntax=docker/dockerfile:1@${DIGEST}\nFROM node:24-slim@${DIGEST}\nWORKDIR /app\nCOPY . .\nRUN pip install 'a>=1'\nUSER 1000\nCMD ["node", "s.js"]\n`,
    );
  });

  test.each(['FROM scratch\n# a\rb\nCMD npm start\n', 'FROM scratch\n# \uFFFD\nCMD npm start\n'])(
    'a text whose places are not certain is left alone: %j',
    (text) => {
      const result = fixed(text);
      expect(result.source).toBe(text);
      for (const { rule, reason } of result.unfixed) {
        if (rule === 'entrypoint-exec-form') expect(reason).toMatch(/cannot be edited in place/);
      }
    },
  );
});
