import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ResolvedBase } from '../../../src/model/base-chain.ts';
import type { EffectiveConfig } from '../../../src/model/dockerfile.ts';
import { attributeConfig } from '../../../src/report/explain/attribute.ts';
import type { Explained, Unexplained } from '../../../src/report/explain/explanation.ts';
import { renderExplainJson } from '../../../src/report/explain/json.ts';
import { explainJsonSchema } from '../../../src/report/explain/schema.ts';
import { renderExplainTable } from '../../../src/report/explain/table.ts';
import { dockerfile, image } from '../../support/evidence.ts';

const at = (file: string, line: number): ResolvedBase['from'] => ({ file, startLine: line, endLine: line });

const BASES: readonly ResolvedBase[] = [
  {
    reference: 'x.io/base:1',
    resolvedBy: 'dockerfile',
    dockerfile: 'base/Dockerfile',
    reason: 'the policy',
    from: at('Dockerfile', 1),
  },
  {
    reference: 'x.io/root',
    resolvedBy: 'dockerfile',
    dockerfile: 'root/Dockerfile',
    reason: 'compose',
    from: at('base/Dockerfile', 1),
  },
  {
    reference: 'node:24',
    resolvedBy: 'none',
    dockerfile: null,
    reason: 'nobody knows',
    from: at('root/Dockerfile', 1),
  },
];

const CONFIG: EffectiveConfig = {
  user: { value: 'app', known: true, from: at('root/Dockerfile', 7) },
  exposedPorts: { entries: [{ value: '80/tcp', known: true, from: at('Dockerfile', 3) }], complete: false },
  healthcheck: {
    value: { test: ['CMD', 'x'], interval: 0, timeout: 0, startPeriod: 0, startInterval: 0, retries: 0 },
    known: true,
    from: at('base/Dockerfile', 4),
  },
  entrypoint: { value: null, known: false, from: null },
  cmd: { value: ['a', 'b c'], known: true, from: at('Dockerfile', 5) },
  env: { entries: [{ value: 'PATH=/bin', known: true, from: null }], complete: true },
  workingDir: { value: '/app', known: false, from: at('Dockerfile', 6) },
  labels: { entries: [], complete: true },
  volumes: { entries: [], complete: true },
  stopSignal: { value: null, known: true, from: null },
  shell: { value: null, known: false, from: null },
};

const EXPLAINED: Explained = {
  dockerfile: 'Dockerfile',
  image: null,
  platform: 'linux/amd64',
  target: 'final',
  stages: [{ name: 'final', from: 'x.io/base:$' + '{TAG}', base: 'x.io/base:1', line: 1 }],
  bases: BASES,
  config: CONFIG,
};

const REJECTED: Unexplained = {
  dockerfile: 'bad/Dockerfile',
  image: null,
  error: { line: 7, message: 'no such thing' },
};
const GONE: Unexplained = { dockerfile: null, image: 'gone:1', error: { line: null, message: 'not there' } };

describe('JSON', () => {
  test('one explanation, in the words of the contract', () => {
    const json = JSON.parse(renderExplainJson([EXPLAINED], false));
    expect(json).toMatchObject({
      schema: 'image-gate/explain/1',
      dockerfile: 'Dockerfile',
      target: 'final',
      stages: [{ name: 'final', from: 'x.io/base:$' + '{TAG}', line: 1 }],
      bases: [
        { ref: 'x.io/base:1', resolvedBy: 'dockerfile', dockerfile: 'base/Dockerfile' },
        { ref: 'x.io/root', resolvedBy: 'dockerfile', dockerfile: 'root/Dockerfile' },
        { ref: 'node:24', resolvedBy: 'none', dockerfile: null },
      ],
      config: {
        user: { value: 'app', known: true, from: { file: 'root/Dockerfile', line: 7 } },
        exposedPorts: { value: ['80/tcp'], known: false, from: [{ file: 'Dockerfile', line: 3 }] },
        healthcheck: { value: ['CMD', 'x'], known: true, from: { file: 'base/Dockerfile', line: 4 } },
        entrypoint: { value: null, known: false, from: null },
        env: { value: ['PATH=/bin'], known: true, from: [null] },
        labels: { value: [], known: true, from: [] },
      },
    });
  });

  test('several are a list, with the errors in their places', () => {
    const json = JSON.parse(renderExplainJson([REJECTED, EXPLAINED, GONE], true));
    expect(json).toMatchObject([
      { dockerfile: 'bad/Dockerfile', error: { line: 7, message: 'no such thing' } },
      { dockerfile: 'Dockerfile' },
      { dockerfile: null, image: 'gone:1', error: { line: null } },
    ]);
  });

  test('is what the published schema says', async () => {
    const published = new URL('../../../schemas/explain-1.schema.json', import.meta.url);
    const schema = JSON.parse(await readFile(published, 'utf8'));
    expect(schema).toEqual(explainJsonSchema());
    const validate = new Ajv2020({ strict: false }).compile(schema);
    for (const text of [renderExplainJson([EXPLAINED], false), renderExplainJson([REJECTED, EXPLAINED, GONE], true)]) {
      validate(JSON.parse(text));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ schema: 'image-gate/explain/1', dockerfile: 'Dockerfile' })).toBe(false);
  });
});

describe('table', () => {
  const table = renderExplainTable([EXPLAINED, REJECTED, GONE], { width: 200, color: false });

  test.each([
    [/^Dockerfile \(linux\/amd64, stage final\)$/m],
    [/^ +base +x\.io\/base:1 \(Dockerfile:1\): the policy$/m],
    [/^ {2}\? {2}base +node:24 \(root\/Dockerfile:1\): not known, nobody knows$/m],
    [/user +app +root\/Dockerfile:7, through FROM x\.io\/base:1 \(Dockerfile:1\), FROM x\.io\/root/],
    [/healthcheck +\["CMD","x"\] +base\/Dockerfile:4, through FROM x\.io\/base:1 \(Dockerfile:1\)/],
    [/cmd +\["a","b c"\] +Dockerfile:5$/m],
    [/\? +entrypoint +- +not known: node:24 may set it/],
    [/\? +workingDir +\/app +Dockerfile:6; what it gives is not known/],
    [/env +PATH=\/bin +nobody in a Dockerfile/],
    [/\? +perhaps more +not known: node:24 may set it/],
    [/stopSignal +-$/m],
    [/^bad\/Dockerfile:7\n {2}! no such thing$/m],
    [/^gone:1\n {2}! not there$/m],
  ])('%s', (pattern) => {
    expect(table).toMatch(pattern);
  });

  test('a base whose image was read is named', () => {
    const bases: ResolvedBase[] = [
      { reference: 'node:24', resolvedBy: 'image', dockerfile: null, reason: 'docker', from: at('Dockerfile', 1) },
    ];
    const config = { ...CONFIG, user: { value: 'node', known: true, from: at('Dockerfile', 1) } };
    const text = renderExplainTable([{ ...EXPLAINED, bases, config }], { width: 160, color: false });
    expect(text).toMatch(/user +node +node:24, named at Dockerfile:1/);
  });

  test('what a file says drives no terminal', () => {
    const user = { value: 'a\u001b[2Jb\u202e', known: true, from: null };
    const text = renderExplainTable([{ ...EXPLAINED, config: { ...CONFIG, user } }], { width: 100, color: false });
    expect([text.includes('\u001b'), text.includes('\u202e')]).toEqual([false, false]);
  });
});

describe('the config of an image', () => {
  const text = dockerfile('FROM scratch\nUSER app\nEXPOSE 80\nENV A=1 B=2\n').config;

  test('has the places of the Dockerfile where that says the same, and none where it does not', () => {
    const { config } = image({ user: 'app', exposedPorts: ['80/tcp', '90/tcp'], env: ['A=1', 'B=3'] });
    const { user, exposedPorts, env } = attributeConfig(config, text);
    expect([user.value, user.known, user.from?.startLine]).toEqual(['app', true, 2]);
    expect(exposedPorts.entries.map(({ from }) => from?.startLine ?? null)).toEqual([3, null]);
    expect(env.entries.map(({ from }) => from?.startLine ?? null)).toEqual([4, null]);
    expect(attributeConfig(image({ user: 'root' }).config, text).user).toEqual({
      value: 'root',
      known: true,
      from: null,
    });
  });

  test('alone has no places', () => {
    const { user, labels } = attributeConfig(image({ labels: { a: 'b' } }).config, null);
    expect(user).toEqual({ value: null, known: true, from: null });
    expect(labels).toEqual({ entries: [{ value: 'a=b', known: true, from: null }], complete: true });
  });
});
