import { describe, expect, test } from '@jest/globals';
import type { ImageEvidence } from '../../src/model/image.ts';
import { secretInArg } from '../../src/rules/secret-in-arg.ts';
import { dockerfile, image, judge, judgeText } from '../support/evidence.ts';

const TOKEN = `ghp_${'A1b2C3d4E5'.repeat(4).slice(0, 36)}`;

function built(...entries: readonly string[]): ImageEvidence {
  return image({}, { history: entries.map((createdBy) => ({ createdBy, comment: '', emptyLayer: false })) });
}

describe('what the Dockerfile says', () => {
  test('severity follows how sure it is; one violation a name', () => {
    const text = `ARG NPM_TOKEN\nFROM scratch\nARG NPM_TOKEN\nARG A=${TOKEN}\nARG DB_PASSWORD=q8Zr2mLx0vT4nB7wKc91Hs\nARG APP_SECRET=changeme\n`;
    expect(judgeText(secretInArg, text).violations.map(({ place, severity }) => [place, severity])).toEqual([
      ['arg:NPM_TOKEN', null],
      ['arg:A', 'critical'],
      ['arg:DB_PASSWORD', 'high'],
      ['arg:APP_SECRET', null],
    ]);
  });

  test('an empty default is as good as none: the build gives the value', () => {
    expect(judgeText(secretInArg, 'FROM scratch\nARG NPM_TOKEN=""\n').answer).toBe('fail');
  });

  test.each([
    'BYPASS_CACHE',
    'MONKEY',
    'KEYCLOAK_VERSION',
    'TOKEN_URL',
    'SSH_AUTH_SOCK',
    'TRAVIS_OS_NAME',
    'HTTP_PROXY',
  ])('%s is no credential by its name', (name) =>
    expect(judgeText(secretInArg, `FROM scratch\nARG ${name}\n`).answer).toBe('pass'),
  );

  test('a secret mount is the good form', () => {
    const text = 'FROM scratch\nRUN --mount=type=secret,id=NPM_TOKEN,env=NPM_TOKEN npm ci\n';
    expect(judgeText(secretInArg, text).answer).toBe('pass');
  });

  test('no value is ever part of a message', () => {
    const text = `FROM scratch\nARG A=${TOKEN}\nARG DB_PASSWORD=hunter22\nARG URL=https://me:hunter22@host/\n`;
    const { violations, reason } = judgeText(secretInArg, text);
    expect(violations).toHaveLength(3);
    expect(JSON.stringify([violations, reason])).not.toMatch(/ghp_|hunter22/);
  });
});

describe('what the image shows', () => {
  const text = dockerfile('FROM acme/base:1\nARG GH\nARG NPM_TOKEN\nRUN make\n');

  test('a value in the history is a leak, told at the line of its ARG', () => {
    const parts = {
      dockerfile: text,
      image: built('ARG GH', 'ARG NPM_TOKEN', `RUN |2 GH=${TOKEN} NPM_TOKEN= /bin/sh -c make`),
    };
    const { violations, reason } = judge(secretInArg, parts);
    expect(violations).toMatchObject([
      { place: 'arg:GH', severity: 'critical', location: { startLine: 2 } },
      { place: 'arg:NPM_TOKEN', severity: null, location: { startLine: 3 } },
    ]);
    expect(JSON.stringify([violations, reason])).not.toContain('ghp_');
  });

  test('of the base: FROM is the line', () => {
    const parts = { dockerfile: text, image: built(`|1 DEPLOY_KEY=${TOKEN} /bin/sh -c make`) };
    expect(judge(secretInArg, parts).violations).toContainEqual(
      expect.objectContaining({ place: 'arg:DEPLOY_KEY', location: expect.objectContaining({ startLine: 1 }) }),
    );
  });

  test('an image alone', () => {
    expect(judge(secretInArg, { image: built(`RUN |1 X=a ${TOKEN} /bin/sh -c make`) }).violations).toMatchObject([
      { place: 'arg:X', severity: 'critical', location: null },
    ]);
    expect(judge(secretInArg, { image: built('RUN |1 VERSION=1.2 /bin/sh -c make') }).answer).toBe('pass');
    expect(judge(secretInArg, { image: built() }).answer).toBe('unknown');
  });

  test.each(['apk add libcrypto3=3.1', 'cat /var/log/access.log', 'PASSWORD=x make', 'curl -H "X-Token: $T"'])(
    'commands are not searched for words: %s',
    (command) => {
      expect(judge(secretInArg, { image: built(`RUN |1 VERSION=1 /bin/sh -c ${command}`) }).answer).toBe('pass');
    },
  );
});
