import { describe, expect, test } from '@jest/globals';
import { fixed, reasons } from './support.ts';

describe('user-non-root selects an account at the end of the build', () => {
  const rules = ['user-non-root'];
  const base = {};

  test.each<readonly [string, string, string]>([
    [
      'one that the file creates, by its number',
      'RUN adduser -D -u 10001 app\nCMD ["/s"]\n',
      'RUN adduser -D -u 10001 app\nUSER 10001\nCMD ["/s"]\n',
    ],
    [
      'one without a number, by its name',
      'RUN useradd --system app\nCMD ["/s"]\n',
      'RUN useradd --system app\nUSER app\nCMD ["/s"]\n',
    ],
    ['glued options', 'RUN useradd -mu 1005 app\nCMD ["/s"]\n', 'RUN useradd -mu 1005 app\nUSER 1005\nCMD ["/s"]\n'],
    [
      'a comment keeps to its instruction',
      'RUN useradd -u 7 a\n\n# start\nENTRYPOINT ["/s"]\n',
      'RUN useradd -u 7 a\nUSER 7\n\n# start\nENTRYPOINT ["/s"]\n',
    ],
    [
      'behind the last build step',
      'RUN useradd -u 7 a\nEXPOSE 3000\nRUN x\nHEALTHCHECK CMD ["/h"]\nCMD ["/s"]\n',
      'RUN useradd -u 7 a\nEXPOSE 3000\nRUN x\nUSER 7\nHEALTHCHECK CMD ["/h"]\nCMD ["/s"]\n',
    ],
    [
      'at the end of a file without a line end',
      'CMD ["/s"]\nRUN useradd -u 7 a',
      'CMD ["/s"]\nRUN useradd -u 7 a\nUSER 7',
    ],
    ['CRLF', 'RUN useradd -u 7 a\r\nCMD ["/s"]\r\n', 'RUN useradd -u 7 a\r\nUSER 7\r\nCMD ["/s"]\r\n'],
    [
      'after a heredoc',
      'RUN <<EOF\nuseradd -u 7 a\nEOF\nCMD ["/s"]\n',
      'RUN <<EOF\nuseradd -u 7 a\nEOF\nUSER 7\nCMD ["/s"]\n',
    ],
  ])('%s', (_title, before, after) => {
    expect(fixed(`FROM alpine:3.22\n${before}`, { rules, base }).source).toBe(`FROM alpine:3.22\n${after}`);
  });

  test("node's own, also where the image is not at hand", () => {
    const text = 'FROM node:24-slim\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD ["node", "s.js"]\n';
    const after = text.replace('RUN npm ci\n', 'RUN npm ci\nUSER 1000\n');
    expect(fixed(text, { rules, base }).source).toBe(after);
    expect(fixed(text, { rules }).source).toBe(after);
    expect(fixed(text, { rules }).fixed).toEqual([
      { rule: 'user-non-root', line: 1, note: 'make sure that 1000 (node) may write where the program writes' },
    ]);
  });

  test("distroless' own, unless it is selected already", () => {
    const text = 'FROM gcr.io/distroless/static-debian12\nCOPY s /s\nENTRYPOINT ["/s"]\n';
    expect(fixed(text, { rules }).source).toBe(text.replace('/s\nE', '/s\nUSER 65532\nE'));
    const nonroot = text.replace('debian12', 'debian12:nonroot');
    expect(fixed(nonroot, { rules })).toEqual({ source: nonroot, fixed: [], unfixed: [] });
  });

  test('any number only when asked for', () => {
    const text = 'FROM scratch\nCOPY s /s\nENTRYPOINT ["/s"]\n';
    expect(reasons(text, { rules })).toEqual([
      '--unsafe proposes an edit; make sure that 10001 may write where the program writes.',
    ]);
    expect(fixed(text, { rules, unsafe: true }).source).toBe(
      'FROM scratch\nCOPY s /s\nUSER 10001\nENTRYPOINT ["/s"]\n',
    );
  });

  test.each<readonly [string, string, RegExp]>([
    ['an explicit root', 'USER root\nCMD ["/s"]\n', /USER on line 2 selects it on purpose/],
    ['another stage builds on it', 'CMD ["/s"]\nFROM app AS debug\nRUN x\n', /line 3 builds on it/],
    ['a low port', 'EXPOSE 80\nCMD ["/s"]\n', /listens on port 80/],
    ['a volume', 'VOLUME /data\nCMD ["/s"]\n', /data in the volume \/data/],
    ['a program that steps down', 'RUN apk add su-exec\nCMD ["/s"]\n', /uses su-exec/],
    ['a script as entrypoint', 'ENTRYPOINT ["/docker-entrypoint.sh"]\n', /docker-entrypoint.sh, a script/],
    ['several accounts', 'RUN useradd -u 7 a && useradd -u 8 b\nCMD ["/s"]\n', /creates 2 users/],
    ['an account that may be there', 'RUN id a || useradd -u 7 a\nCMD ["/s"]\n', /not certain/],
    ['a changed account', 'RUN useradd -u 7 a && usermod -u 8 a\nCMD ["/s"]\n', /not certain/],
    ['a copied passwd', 'COPY etc /etc/\nCMD ["/s"]\n', /not certain/],
  ])('not where root may be needed or the account is not certain: %s', (_title, text, reason) => {
    expect(reasons(`FROM alpine:3.22 AS app\n${text}`, { rules, base, target: 'app', unsafe: true })[0]).toMatch(
      reason,
    );
  });
});

describe('user-numeric writes the number of a name', () => {
  const rules = ['user-numeric'];

  test.each<readonly [string, string]>([
    ['FROM alpine\nRUN adduser -D -u 10001 app\nUSER app\n', 'USER 10001'],
    ['FROM alpine\nRUN useradd --uid=10001 app\nUSER app:app\n', 'USER 10001:app'],
    ['FROM alpine\nRUN useradd -u 10001 app\nuser   app  \n', 'user   10001  '],
    ['FROM node:24\nUSER node\n', 'USER 1000'],
    ['FROM docker.io/library/node:24-alpine\nUSER node:node\n', 'USER 1000:node'],
    ['FROM alpine\nRUN useradd -u 10001 app\nUSER \\\n# who\n  app\n', 'USER \\\n# who\n  10001'],
  ])('%j', (text, line) => {
    const whole = `${text}ENTRYPOINT ["/s"]\n`;
    expect(fixed(whole, { rules }).source).toBe(whole.replace(/user[^\n]*(\n#[^\n]*\n[^\n]*)?(?=\nENTRYPOINT)/i, line));
  });

  test.each<readonly [string, RegExp]>([
    ['FROM alpine\nUSER nobody\n', /number of nobody is not certain/],
    ['FROM alpine\nRUN useradd app\nUSER app\n', /chosen in the build: give it one with --uid/],
    ['FROM alpine\nARG U=5\nRUN useradd -u $U app\nUSER app\n', /chosen in the build/],
    ['FROM alpine\nARG APP=app\nRUN useradd -u 5 app\nUSER $APP\n', /A variable selects the user/],
    ['FROM alpine\nRUN useradd -u 0 -o app\nUSER app\n', /chosen in the build/],
    ['FROM alpine\nRUN useradd -u 5 app && useradd -u 5 -o b\nUSER app\n', /./],
    ['FROM alpine\nRUN useradd -u 5 app\nRUN usermod -u 6 app\nUSER app\n', /not certain/],
    ['FROM node:24\nRUN deluser node && adduser -D -u 5 x\nUSER node\n', /not certain/],
    ['FROM ghcr.io/acme/node:24\nUSER node\n', /not certain/],
    ['FROM alpine\nRUN pip install x # useradd -u 5 app\nUSER app\n', /not certain/],
  ])('not where it is not certain: %j', (text, reason) => {
    const whole = `${text}ENTRYPOINT ["/s"]\n`;
    const result = fixed(whole, { rules });
    expect(result.source.includes('USER 0')).toBe(false);
    if (result.source === whole) expect(result.unfixed[0]?.reason).toMatch(reason);
    else expect(text).toMatch(/-o b/);
  });

  test('a base image that selects it', () => {
    const text = 'FROM ghcr.io/acme/x:1\nENTRYPOINT ["/s"]\n';
    expect(reasons(text, { rules, base: { User: 'app' } })).toEqual(['The base image selects the user.']);
  });
});
