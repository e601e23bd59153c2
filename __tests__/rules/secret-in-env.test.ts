import { describe, expect, test } from '@jest/globals';
import { secretInEnv } from '../../src/rules/secret-in-env.ts';
import { credentialKind, isSecretName, looksSecret } from '../../src/rules/shared/credentials.ts';
import { dockerfile, image, judge, judgeText } from '../support/evidence.ts';

const TOKEN = `ghp_${'A1b2C3d4E5'.repeat(4).slice(0, 36)}`;

describe('names', () => {
  test.each([
    'API_KEY',
    'apikey',
    'DB_PASSWORD',
    'AUTH',
    'NPM_TOKEN',
    'SECRET_KEY_BASE',
    'JENKINS_PSW',
    'MY_PAT',
    'db.password',
  ])('%s is one', (name) => expect(isSecretName(name)).toBe(true));
  test.each([
    'PATH',
    'MONKEY',
    'BYPASS_CACHE',
    'TRAVIS_OS_NAME',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'GMAIL_CREDENTIALS_PATH',
    'KEYCLOAK_PASSWORD_POLICY',
    'GPG_KEYS',
    'SSH_AUTH_SOCK',
    'GOPRIVATE',
    'TOKENIZERS_PARALLELISM',
    'SECRET_NAME',
    'PUBLIC_KEY',
    'TOKEN_TTL',
    'AUTH_ENABLED',
    'KEY_ID',
    'ACCESS_LOG',
  ])('%s is none', (name) => expect(isSecretName(name)).toBe(false));
});

describe('values', () => {
  test.each([
    [TOKEN, 'a GitHub token'],
    ['AKIAIOSFODNN7ABCDEFG', 'an AWS access key'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMII', 'a private key'],
    ['postgres://app:hunter22@db/x', 'an address with a password'],
    [`glpat-${'x1'.repeat(10)}`, 'a GitLab token'],
    [`https://${TOKEN}@github.com/acme/example-app`, 'a GitHub token'],
    [`https://u:${TOKEN}@git.example-corp.com`, 'a GitHub token'],
    [`AKIAIOSFODNN7EXAMPLE replace with ${TOKEN}`, 'a GitHub token'],
    [`AKIAIOSFODNN7EXAMPLE AKIAIOSFODNN7ABCDEFG`, 'an AWS access key'],
    ['postgres://app:hunter22@db.example-corp.net/insert', 'an address with a password'],
  ])('%s', (value, kind) => expect(credentialKind(value)).toBe(kind));

  test.each([
    '',
    'changeme',
    'postgres://db/x',
    'http://127.0.0.1:3000',
    'sk-learn',
    'AKIAIOSFODNN7EXAMPLE',
    '/run/secrets/token',
    'postgres://app:your-password@db/x',
    'postgres://app:hunter22@db.example.com/x',
    '-----BEGIN PRIVATE KEY-----\n<your key>',
  ])('%j is none', (value) => {
    expect(credentialKind(value)).toBeNull();
  });

  test.each([
    ['q8Zr2mLx0vT4nB7wKc91Hs', true],
    ['aaaaaaaaaaaaaaaaaaaaaaaa1', false],
    ['your-token-goes-here-123456', false],
    ['short1', false],
  ])('%s looks random: %s', (value, expected) => expect(looksSecret(value)).toBe(expected));

  test('a long hostile value costs no time', () => {
    const start = performance.now();
    for (const value of ['a:'.repeat(500_000), `a://${'x'.repeat(1_000_000)}`, 'eyJ'.repeat(300_000)])
      credentialKind(value);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('the rule', () => {
  test('severity follows how sure it is', () => {
    const text = `FROM scratch\nENV A=${TOKEN}\nENV DB_PASSWORD=q8Zr2mLx0vT4nB7wKc91Hs\nENV APP_SECRET=changeme\n`;
    expect(judgeText(secretInEnv, text).violations.map(({ place, severity }) => [place, severity])).toEqual([
      ['env:A', 'critical'],
      ['env:DB_PASSWORD', 'high'],
      ['env:APP_SECRET', null],
    ]);
  });

  test('no value is ever part of a message', () => {
    const { violations, reason } = judgeText(secretInEnv, `FROM scratch\nENV A=${TOKEN} DB_PASSWORD=hunter22\n`);
    expect(JSON.stringify([violations, reason])).not.toMatch(/ghp_|hunter22/);
  });

  test('what only the image shows points at FROM; what the Dockerfile sets at its line', () => {
    const parts = {
      dockerfile: dockerfile('FROM acme/base:1\nENV APP_TOKEN=abc\nCMD ["x"]\n'),
      image: image({ env: ['PATH=/bin', 'BASE_PASSWORD=abc', 'APP_TOKEN=abc'] }),
    };
    expect(judge(secretInEnv, parts).violations.map(({ place, location }) => [place, location?.startLine])).toEqual([
      ['env:BASE_PASSWORD', 1],
      ['env:APP_TOKEN', 2],
    ]);
  });

  test('an unresolved base leaves it open', () => {
    expect(judgeText(secretInEnv, 'FROM acme/base:1\nENV A=b\n').answer).toBe('unknown');
  });

  test('a stage that is not built does not count', () => {
    expect(judgeText(secretInEnv, 'FROM scratch AS unused\nENV X_TOKEN=a\nFROM scratch\nENV A=b\n').answer).toBe(
      'pass',
    );
  });
});
