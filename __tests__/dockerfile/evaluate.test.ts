import { describe, expect, test } from '@jest/globals';
import { baseFromImageConfig } from '../../src/dockerfile/base-config.ts';
import { evaluateAsBase } from '../../src/dockerfile/evaluate.ts';
import { readDockerfile } from '../../src/dockerfile/read.ts';
import { configOf, evidenceOf, lines, NO_BASES, rejectionOf } from './support/text.ts';

const PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const values = (list: { readonly entries: readonly { readonly value: string }[] }) =>
  list.entries.map(({ value }) => value);

describe('where values come from', () => {
  test('each has the lines of the instruction that set it', () => {
    const config = configOf('FROM alpine\nUSER app\nEXPOSE 3000\nENV A=1 \\\n  B=2\nCMD ["x"]\nUSER root');
    expect(config.user).toEqual({ value: 'root', known: true, from: lines(7) });
    expect(config.exposedPorts).toEqual({
      entries: [{ value: '3000/tcp', known: true, from: lines(3) }],
      complete: false,
    });
    expect(config.env.entries).toEqual([
      { value: PATH, known: false, from: null },
      { value: 'A=1', known: true, from: lines(4, 5) },
      { value: 'B=2', known: true, from: lines(4, 5) },
    ]);
    expect(config.cmd).toEqual({ value: ['x'], known: true, from: lines(6) });
    expect(config.healthcheck).toEqual({ value: null, known: false, from: null });
  });

  test('on scratch everything is known', () => {
    const config = configOf('FROM scratch');
    expect(config.user).toEqual({ value: null, known: true, from: null });
    expect(config.env).toEqual({ entries: [{ value: PATH, known: true, from: null }], complete: true });
    expect(config.workingDir).toEqual({ value: '/', known: true, from: null });
    expect([config.labels.complete, config.volumes.complete, config.exposedPorts.complete]).toEqual([true, true, true]);
  });

  test('what a base image sets points at FROM', () => {
    const base = baseFromImageConfig({
      config: { User: 'node', Env: ['NODE_VERSION=24'], ExposedPorts: { '80/tcp': {} } },
    });
    const config = configOf('FROM node AS n\n\nFROM n\nUSER ${NODE_VERSION}', { baseConfig: () => base });
    expect(config.user).toEqual({ value: '24', known: true, from: lines(4) });
    expect(config.exposedPorts).toEqual({
      entries: [{ value: '80/tcp', known: true, from: lines(1) }],
      complete: true,
    });
    expect(config.env.entries).toEqual([
      { value: 'NODE_VERSION=24', known: true, from: lines(1) },
      { value: PATH, known: true, from: null },
    ]);
  });
});

describe('what an unresolved base could change is not known', () => {
  test.each([
    ['USER ${UID}', '', false],
    ['USER ${UID:-app}', 'app', false],
    ['ARG UID=5\nUSER $UID', '5', true],
    ['ENV UID=5\nUSER ${UID}', '5', true],
    ['ENV UID=$X\nUSER ${UID}', '', false],
    ['ENV UID=1 X=${Y:-2}\nUSER ${UID:-$X}', '1', true],
    ['USER app', 'app', true],
    ['ARG UID\nUSER ${UID}', '', false],
  ])('%j gives %j, known: %p', (text, value, known) => {
    expect(configOf(`FROM alpine\n${text}`).user).toMatchObject({ value, known });
  });

  test('an ARG that a stage inherits, because the ENV of the base would win there', () => {
    expect(configOf('FROM alpine AS a\nARG U=1\nFROM a\nUSER $U').user).toMatchObject({ value: '1', known: false });
    expect(configOf('FROM scratch AS a\nARG U=1\nFROM a\nUSER $U').user).toMatchObject({ value: '1', known: true });
  });

  test('WORKDIR is known from the first absolute path on', () => {
    expect(configOf('FROM alpine\nWORKDIR app').workingDir).toMatchObject({ value: '/app', known: false });
    expect(configOf('FROM alpine\nWORKDIR /srv\nWORKDIR app').workingDir).toMatchObject({
      value: '/srv/app',
      known: true,
    });
  });

  test('a port with an unknown part', () => {
    const { exposedPorts } = configOf('FROM alpine\nEXPOSE 80$X 443');
    expect(exposedPorts.entries.map(({ value, known }) => [value, known])).toEqual([
      ['443/tcp', true],
      ['80/tcp', false],
    ]);
  });
});

describe('stages', () => {
  const CHAIN =
    'FROM alpine AS Dev\nUSER dev\nEXPOSE 1\nHEALTHCHECK CMD x\nFROM dev AS release\nEXPOSE 2\nFROM busybox';

  test.each([
    [null, 2, null],
    ['release', 1, 'dev'],
    ['DEV', 0, 'dev'],
    ['1', 1, 'dev'],
  ])('--target %s is stage %i', (target, index, user) => {
    const evidence = evidenceOf(CHAIN, { target });
    expect([evidence.target, evidence.config.user.value]).toEqual([index, user]);
  });

  test('an unknown target is rejected and the names are told', () => {
    expect(rejectionOf(CHAIN, { target: 'prod' })).toBe(
      '1: target stage "prod" could not be found: there are dev, release',
    );
  });

  test('a child inherits, and points at the lines of its parent', () => {
    const { config } = evidenceOf(CHAIN, { target: 'release' });
    expect(config.exposedPorts.entries.map(({ from }) => from?.startLine)).toEqual([3, 6]);
    expect(config.healthcheck.from).toEqual(lines(4));
  });

  test('are described with what FROM names', () => {
    const text = 'ARG V=3\nFROM --platform=linux/arm64 alpine:$V AS Base\nFROM base\nRUN x\nFROM scratch';
    const { stages } = evidenceOf(text);
    expect(stages.map(({ name, from, base, parent, platform }) => ({ name, from, base, parent, platform }))).toEqual([
      { name: 'base', from: 'alpine:$V', base: 'alpine:3', parent: null, platform: 'linux/arm64' },
      { name: null, from: 'base', base: 'base', parent: 0, platform: null },
      { name: null, from: 'scratch', base: 'scratch', parent: null, platform: null },
    ]);
    expect(stages[1]?.instructions.map(({ keyword }) => keyword)).toEqual(['RUN']);
  });

  test('shadow images of their name, and the last one of a name counts', () => {
    expect(configOf('FROM alpine AS node\nUSER a\nFROM alpine AS node\nUSER b\nFROM node').user.value).toBe('b');
  });

  test('ENTRYPOINT throws away an inherited CMD, and only that', () => {
    const base = 'FROM alpine AS a\nCMD ["c"]\n';
    expect(configOf(`${base}FROM a\nENTRYPOINT ["e"]`).cmd).toEqual({ value: null, known: true, from: lines(4) });
    expect(configOf(`${base}FROM a\nCMD ["d"]\nENTRYPOINT ["e"]`).cmd.value).toEqual(['d']);
    expect(configOf('FROM scratch\nENTRYPOINT ["e"]').cmd).toEqual({ value: null, known: true, from: null });
  });

  test('cannot copy from each other in a circle, nor from a later one', () => {
    const circle = 'FROM x AS a\nCOPY --from=b 1 2\nFROM x AS b\nCOPY --from=a 1 2\nFROM x';
    expect(rejectionOf(circle)).toBe('2: stages copy from each other in a circle');
    expect(rejectionOf('FROM x AS a\nCOPY --from=b 1 2\nFROM x AS b\nFROM a')).toBe(
      '2: the stage "b" comes after the one that copies from it',
    );
  });
});

describe('what a build fetches', () => {
  const TEXT = [
    '# syntax=docker/dockerfile:1',
    'ARG TAG=24',
    'FROM node:$TAG AS build',
    'RUN --mount=type=bind,from=tools:1,target=/t --mount=type=cache,target=/c x',
    'FROM unused:1 AS other',
    'FROM scratch AS files',
    'COPY --from=build /a /b',
    'FROM gcr.io/distroless/base',
    'COPY --from=files / /',
    'COPY --from=busybox:musl /bin/x /x',
  ].join('\n');

  test('only by the stages that the target needs', () => {
    const { reachable, pulledImages, base } = evidenceOf(TEXT);
    expect(reachable).toEqual([0, 2, 3]);
    expect(pulledImages).toEqual([
      {
        reference: 'docker/dockerfile:1',
        written: 'docker/dockerfile:1',
        via: 'syntax',
        stage: null,
        location: lines(1),
      },
      { reference: 'node:24', written: 'node:$TAG', via: 'from', stage: 0, location: lines(3) },
      { reference: 'tools:1', written: 'tools:1', via: 'mount', stage: 0, location: lines(4) },
      {
        reference: 'gcr.io/distroless/base',
        written: 'gcr.io/distroless/base',
        via: 'from',
        stage: 3,
        location: lines(8),
      },
      { reference: 'busybox:musl', written: 'busybox:musl', via: 'copy', stage: 3, location: lines(10) },
    ]);
    expect(base).toEqual(pulledImages[3]);
  });

  test('nothing for scratch', () => {
    const { base, pulledImages } = evidenceOf('FROM scratch AS a\nFROM a');
    expect([base, pulledImages]).toEqual([null, []]);
  });

  test('only bases of stages that are needed are asked for, with their platform', () => {
    const asked: string[] = [];
    const baseConfig = (reference: string, platform: string): null => {
      asked.push(`${reference} ${platform}`);
      return null;
    };
    evidenceOf('FROM a AS x\nFROM unused\nFROM --platform=arm64 b AS y\nFROM scratch\nFROM y\nCOPY --from=x 1 2', {
      baseConfig,
    });
    expect(asked.sort()).toEqual(['a linux/amd64', 'b linux/arm64']);
  });
});

describe('a FROM whose variable has no value', () => {
  test('is null where BuildKit goes on', () => {
    const { stages, pulledImages } = evidenceOf('ARG S\nFROM alpine$S');
    expect([stages[0]?.base, pulledImages[0]?.reference]).toEqual([null, null]);
  });

  test('is rejected where BuildKit rejects it, unless the file is known to build', () => {
    const text = 'ARG TAG\nFROM alpine:$TAG\nUSER app';
    expect(rejectionOf(text)).toBe(
      '2: the image of FROM alpine:$TAG is not known: TAG has no value (give one with --build-arg, or a default)',
    );
    const { stages, config } = evidenceOf(text, { assumeBuilds: true });
    expect(stages[0]?.base).toBeNull();
    expect(config.user).toEqual({ value: 'app', known: true, from: lines(3) });
    expect(evidenceOf(text, { buildArgs: { TAG: '3' } }).stages[0]?.base).toBe('alpine:3');
  });
});

describe('values that only the base can give', () => {
  test('are no reason to reject a file that is known to build', () => {
    const text = 'FROM postgres\nVOLUME $PGDATA\nEXPOSE $PORT/tcp\nSTOPSIGNAL $SIG\nUSER ${NB_UID:?}\nLABEL a=1';
    expect(rejectionOf(text)).toBe('2: VOLUME specified can not be an empty string');
    const config = configOf(text, { assumeBuilds: true });
    expect(config.user).toEqual({ value: null, known: false, from: lines(5) });
    expect(config.stopSignal).toEqual({ value: null, known: false, from: lines(4) });
    expect([values(config.volumes), values(config.exposedPorts), values(config.labels)]).toEqual([[], [], ['a=1']]);
  });

  test('but a plain mistake is', () => {
    expect(rejectionOf('FROM postgres\nEXPOSE 99999', { assumeBuilds: true })).toBe('2: invalid containerPort: 99999');
  });
});

describe('assignments', () => {
  test('of every stage that is needed, in the order of the file', () => {
    const text =
      'ARG G=1\nARG N\nFROM alpine AS a\nARG G\nENV T=$G U=$X\nFROM b AS unused\nENV NO=1\nFROM a\nARG P=$T-2\nRUN x';
    expect(evidenceOf(text).assignments.map(({ kind, name, value, stage }) => [kind, name, value, stage])).toEqual([
      ['arg', 'G', '1', null],
      ['arg', 'N', null, null],
      ['arg', 'G', null, 0],
      ['env', 'T', '1', 0],
      ['env', 'U', null, 0],
      ['arg', 'P', '1-2', 2],
    ]);
  });
});

describe('ONBUILD', () => {
  test('runs before the instructions of the child and is told for its own line', () => {
    const { config, assignments } = evidenceOf(
      'FROM alpine AS a\nONBUILD ENV A=$B\nONBUILD USER x\nFROM a\nENV B=1 C=$A',
    );
    expect(values(config.env).slice(1)).toEqual(['A=', 'B=1', 'C=']);
    expect(config.user).toEqual({ value: 'x', known: true, from: lines(3) });
    expect(assignments.map(({ name }) => name)).toEqual(['B', 'C']);
  });

  test('of an image runs once, and a fault in it is told for FROM', () => {
    const base = baseFromImageConfig({ config: { OnBuild: ['USER y', 'COPY --from=tools / /'] } });
    const { config, pulledImages } = evidenceOf('FROM b AS c\nFROM c', { baseConfig: () => base });
    expect(config.user).toEqual({ value: 'y', known: true, from: lines(1) });
    expect(pulledImages.map(({ via, reference }) => [via, reference])).toEqual([
      ['from', 'b'],
      ['copy', 'tools'],
    ]);
    const broken = baseFromImageConfig({ config: { OnBuild: ['BOGUS'] } });
    expect(rejectionOf('\nFROM b', { baseConfig: () => broken })).toBe(
      '2: in an ONBUILD of the base: unknown instruction: BOGUS',
    );
  });
});

describe('a Dockerfile as the base of another', () => {
  test('gives its config with its own lines, what it does not know, and its ONBUILDs', () => {
    const parsed = readDockerfile('FROM alpine\nUSER app\nONBUILD EXPOSE 3000', 'base/Dockerfile');
    const base = evaluateAsBase(parsed, { target: null, buildArgs: {}, platform: 'linux/amd64', baseConfig: NO_BASES });
    const config = configOf('FROM acme/base\nCMD ["x"]', { baseConfig: () => base });
    expect(config.user).toEqual({
      value: 'app',
      known: true,
      from: { file: 'base/Dockerfile', startLine: 2, endLine: 2 },
    });
    expect(config.exposedPorts).toEqual({
      entries: [{ value: '3000/tcp', known: true, from: { file: 'base/Dockerfile', startLine: 3, endLine: 3 } }],
      complete: false,
    });
    expect(config.healthcheck.known).toBe(false);
  });
});
