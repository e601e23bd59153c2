import { describe, expect, test } from '@jest/globals';
import type { ImageConfig } from '../../src/model/image.ts';
import type { SecretHit } from '../../src/model/scan.ts';
import { secretsOfVariables } from '../../src/policy/same-secret.ts';
import { image } from '../support/evidence.ts';

const TOKEN = 'ghp_NotARealTokenItIsOnlyForTheTest00000';
const OTHER = 'ghp_AnotherOneThatIsNotRealEither0000000';

const hit = (rest: Partial<SecretHit> = {}): SecretHit => ({
  rule: 'github-pat',
  title: 'GitHub Personal Access Token',
  severity: 'critical',
  path: null,
  startLine: 1,
  endLine: 1,
  layer: null,
  ...rest,
});

function found(
  config: Partial<ImageConfig>,
  told: readonly string[],
  hits: readonly SecretHit[],
): readonly (readonly [string, string])[] {
  const history = told.map((createdBy) => ({ createdBy, comment: '', emptyLayer: true }));
  return [...secretsOfVariables(image(config, { history }), hits)];
}

const ENV = { env: ['PATH=/bin', `API_TOKEN=${TOKEN}`] };
const HISTORY = [`ENV API_TOKEN=${TOKEN}`, 'COPY . . # buildkit'];

test('a token in ENV and in the history of that ENV is the variable', () => {
  expect(found(ENV, HISTORY, [hit(), hit({ startLine: 9 })])).toEqual([['github-pat', 'API_TOKEN']]);
  expect(found({ env: [`AUTH=Bearer ${TOKEN}`] }, [], [hit()])).toEqual([['github-pat', 'AUTH']]);
  expect(found({ env: ['A=ghs_x'] }, [], [hit({ rule: 'github-app-token' })])).toEqual([['github-app-token', 'A']]);
});

describe('it is not certain', () => {
  test.each<[string, Partial<ImageConfig>, readonly string[], number]>([
    ['with another one in the history', ENV, [...HISTORY, `RUN curl -H ${OTHER}`], 2],
    ['with one in another variable', { env: [...ENV.env, `B=${OTHER}`] }, HISTORY, 2],
    ['with two in one variable', { env: [`A=${TOKEN} ${OTHER}`] }, [], 2],
    ['with one in a label', { ...ENV, labels: { a: OTHER } }, HISTORY, 2],
    ['with one in the name of a label', { ...ENV, labels: { [OTHER]: 'a' } }, HISTORY, 2],
    ['with one in the command', { ...ENV, cmd: ['run', OTHER] }, HISTORY, 2],
    ['with one in the entry point', { ...ENV, entrypoint: [OTHER.toUpperCase()] }, HISTORY, 2],
    [
      'with one in the health check',
      {
        ...ENV,
        healthcheck: { test: ['CMD', OTHER], interval: 0, timeout: 0, startPeriod: 0, startInterval: 0, retries: 0 },
      },
      HISTORY,
      2,
    ],
    ['with one in ONBUILD', { ...ENV, onBuild: [`ENV A=${OTHER}`] }, HISTORY, 2],
    ['with more places than the value has', ENV, HISTORY, 3],
    ['with fewer places than the value has', ENV, HISTORY, 1],
    ['when no variable holds it', { env: ['A=b'] }, [`RUN echo ${OTHER}`], 1],
    ['when the name of a variable looks like one', { env: ['ghp_A=ghp_b'] }, [], 1],
    ['in a config that is too large to search', ENV, [...HISTORY, 'x'.repeat(5 * 1024 * 1024)], 2],
  ])('%s', (_what, config, told, count) => {
    expect(
      found(
        config,
        told,
        Array.from({ length: count }, () => hit()),
      ),
    ).toEqual([]);
  });

  test.each([['aws-secret-access-key'], ['private-key'], ['constructor'], ['toString']])('for the rule %s', (rule) => {
    expect(found(ENV, HISTORY, [hit({ rule }), hit({ rule })])).toEqual([]);
  });
});
