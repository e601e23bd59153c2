import { describe, expect, test } from '@jest/globals';
import { decodeConfig } from '../../src/image/config.ts';

const DIFF_ID = `sha256:${'0'.repeat(64)}`;
const base = { architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: [DIFF_ID] } };
const decode = (value: unknown) => decodeConfig(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));

describe('decodeConfig', () => {
  test('everything that Docker writes', () => {
    const decoded = decode({
      ...base,
      variant: 'v8',
      architecture: 'arm64',
      created: '2026-01-01T00:00:00Z',
      docker_version: '20.10',
      container_config: { User: 'someone' },
      config: {
        Hostname: 'x',
        User: 'app:app',
        ExposedPorts: { '9000/UDP': {}, '3000': {}, '3000/tcp': {} },
        Healthcheck: {
          Test: ['CMD', 'x'],
          Interval: 5e9,
          Timeout: 1e9,
          StartPeriod: 2e9,
          StartInterval: 3,
          Retries: 4,
        },
        Entrypoint: ['node'],
        Cmd: ['server.js'],
        Env: ['PATH=/bin', 'A=b=c'],
        WorkingDir: '/app',
        Labels: { b: '2', a: '1' },
        Volumes: { '/data': {}, '/cache': {} },
        StopSignal: 'SIGINT',
        Shell: ['/bin/ash', '-c'],
        OnBuild: null,
      },
      history: [
        { created: '…', created_by: 'COPY . .', comment: 'buildkit.dockerfile.v0' },
        { created_by: 'ENV A=b=c', empty_layer: true, author: 'me' },
        {},
      ],
    });
    expect(decoded).toEqual({
      platform: { os: 'linux', architecture: 'arm64', variant: 'v8' },
      diffIds: [DIFF_ID],
      history: [
        { createdBy: 'COPY . .', comment: 'buildkit.dockerfile.v0', emptyLayer: false },
        { createdBy: 'ENV A=b=c', comment: '', emptyLayer: true },
        { createdBy: '', comment: '', emptyLayer: false },
      ],
      config: {
        user: 'app:app',
        exposedPorts: ['3000/tcp', '9000/udp'],
        healthcheck: {
          test: ['CMD', 'x'],
          interval: 5e9,
          timeout: 1e9,
          startPeriod: 2e9,
          startInterval: 3,
          retries: 4,
        },
        entrypoint: ['node'],
        cmd: ['server.js'],
        env: ['PATH=/bin', 'A=b=c'],
        workingDir: '/app',
        labels: { a: '1', b: '2' },
        volumes: ['/cache', '/data'],
        stopSignal: 'SIGINT',
        shell: ['/bin/ash', '-c'],
      },
    });
  });

  test('ONBUILD, where there is one', () => {
    const onBuild = (OnBuild: unknown): unknown => decode({ ...base, config: { OnBuild } }).config.onBuild;
    expect([onBuild(['USER x']), onBuild([]), onBuild(null)]).toEqual([['USER x'], undefined, undefined]);
  });

  test.each([
    ['nothing', {}],
    ['null', { config: null, history: null, variant: null }],
    ['an empty config', { config: {} }],
    [
      'nulls inside',
      { config: { User: null, Env: null, Cmd: null, Labels: null, ExposedPorts: null, Healthcheck: null } },
    ],
    ['empty lists', { config: { Cmd: [], Entrypoint: [], Shell: [], StopSignal: '', Healthcheck: { Test: [] } } }],
  ])('%s means nothing is set', (_what, part) => {
    expect(decode({ ...base, ...part })).toMatchObject({
      history: [],
      config: {
        user: '',
        exposedPorts: [],
        healthcheck: null,
        entrypoint: null,
        cmd: null,
        env: [],
        shell: null,
        stopSignal: null,
      },
    });
  });

  test('a bare string is a list of one word, as Docker reads it', () => {
    expect(decode({ ...base, config: { Cmd: 'run', Entrypoint: 'sh' } }).config).toMatchObject({
      cmd: ['run'],
      entrypoint: ['sh'],
    });
  });

  test('an image without layers', () => {
    expect(decode({ ...base, rootfs: { type: 'layers', diff_ids: null } }).diffIds).toEqual([]);
  });

  test.each([
    ['no JSON', 'nonsense', 'its config is not JSON'],
    ['nothing at all', '', 'its config is not JSON'],
    ['a list', '[]', 'not of the expected form'],
    ['null', 'null', 'not of the expected form'],
    ['no rootfs', { architecture: 'amd64', os: 'linux' }, 'rootfs'],
    ['another rootfs', { ...base, rootfs: { type: 'layers+base', diff_ids: [] } }, 'rootfs.type'],
    [
      'a diff id of another algorithm',
      { ...base, rootfs: { type: 'layers', diff_ids: [`sha512:${'0'.repeat(128)}`] } },
      'SHA-256',
    ],
    ['a diff id with a path', { ...base, rootfs: { type: 'layers', diff_ids: ['sha256:../../x'] } }, 'SHA-256'],
    ['513 layers', { ...base, rootfs: { type: 'layers', diff_ids: Array(513).fill(DIFF_ID) } }, 'rootfs.diff_ids'],
    ['a number for the user', { ...base, config: { User: 0 } }, 'config.User'],
    ['a text for the environment', { ...base, config: { Env: 'A=b' } }, 'config.Env'],
    ['an object in the command', { ...base, config: { Cmd: [{}] } }, 'config.Cmd'],
    ['a number for a label', { ...base, config: { Labels: { a: 1 } } }, 'config.Labels'],
    [
      'a text for a duration',
      { ...base, config: { Healthcheck: { Test: ['NONE'], Interval: '5s' } } },
      'config.Healthcheck',
    ],
    ['a text for the history', { ...base, history: 'x' }, 'history'],
    ['no platform', { ...base, os: '' }, 'os'],
    ['an odd platform', { ...base, architecture: 'amd64\n::error::' }, 'no real platform'],
    ['a key in another case', { ...base, config: { User: 'app', user: 'root' } }, '"user" is ambiguous'],
    ['a key in another case at the top', { ...base, Config: { User: 'root' } }, '"Config" is ambiguous'],
    ['a key folded as Go folds it', { ...base, config: { ſhell: ['x'] } }, 'is ambiguous'],
    ['a key that stands twice', JSON.stringify(base).replace('{', '{"os":"linux",'), 'the key "os" twice'],
    [
      'a key that stands twice, escaped',
      JSON.stringify(base).replace('{', '{"\\u006fs":"linux",'),
      'the key "os" twice',
    ],
  ])('refuses %s', (_what, value, message) => {
    expect(() => decode(value)).toThrow(
      expect.objectContaining({
        name: 'VerifyError',
        code: 'image-damaged',
        message: expect.stringContaining(message),
      }),
    );
  });

  test('refuses text that is no UTF-8', () => {
    expect(() => decodeConfig(Buffer.from([0x22, 0xff, 0x22]))).toThrow('is not JSON');
  });

  test('a message is one line without control characters', () => {
    const key = 'user\n::error::\u001b[31m\u202e';
    expect(() => decode({ ...base, config: { Labels: { [key]: 1 } } })).toThrow(/^[\x20-\x7e…]*$/);
  });
});
