import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { planSubjects } from '../../src/commands/plan.ts';
import { type Asked, type LoadOptions, loadAsked } from '../../src/commands/policy-file.ts';
import type { RawSettings } from '../../src/settings/load.ts';
import { imageHost } from '../support/image-host.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const IMAGES = [
  'images:',
  '  - {name: time, image: "time:ci", dockerfile: time/Dockerfile, target: t, build-args: {A: 1, B: 2}, platform: linux/arm64, transport: stdio, context: time}',
].join('\n');

interface Ways {
  readonly file?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly raw?: RawSettings;
}

async function load({ file, env = {}, raw = {} }: Ways, options: LoadOptions = {}): Promise<Asked> {
  return (await asked(file ?? null, raw, env, options)).asked;
}

async function asked(
  text: string | null,
  raw: RawSettings = {},
  env: Readonly<Record<string, string>> = {},
  options: LoadOptions = {},
): Promise<{ readonly asked: Asked; readonly plan: Awaited<ReturnType<typeof planSubjects>> }> {
  await using folder = await temporaryFolder('policy');
  await using images = await imageHost({ env });
  await mkdir(join(folder.path, '.github'));
  if (text !== null) await writeFile(join(folder.path, '.github/image-gate.yml'), text);
  const loaded = await loadAsked({ workingDirectory: [folder.path], ...raw }, images.host, options);
  const isOpen =
    (loaded.policyFile?.images.length ?? 0) === 0 && raw.image === undefined && raw.dockerfile === undefined;
  return { asked: loaded, plan: isOpen ? [] : await planSubjects(loaded, images.host) };
}

/** One row for each option that has several ways: file, variable and input, and what they are in the settings. */
const MINUTE = 60_000;
const OPTIONS = [
  ['profile', 'profile: strict', 'IMAGE_GATE_PROFILE', ['container', 'mcp'], ['mcp', 'strict', 'container', 'mcp']],
  ['transport', 'transport: http', 'IMAGE_GATE_TRANSPORT', ['stdio', 'both'], ['auto', 'http', 'stdio', 'both']],
  ['failOn', 'fail-on: low', 'IMAGE_GATE_FAIL_ON', ['medium', 'critical'], ['high', 'low', 'medium', 'critical']],
  ['failUnfixed', 'fail-unfixed: true', 'IMAGE_GATE_FAIL_UNFIXED', ['no', 'true'], [false, true, false, true]],
  [
    'scanners',
    'scanners: none',
    'IMAGE_GATE_SCANNERS',
    ['secret', 'license'],
    [['vuln', 'secret'], [], ['secret'], ['license']],
  ],
  ['gate', 'gate: new', 'IMAGE_GATE_GATE', ['all', 'auto'], ['auto', 'new', 'all', 'auto']],
  ['allowBase', 'allowed-bases: [a, b]', 'IMAGE_GATE_ALLOW_BASE', ['c\nd', 'e'], [[], ['a', 'b'], ['c', 'd'], ['e']]],
  [
    'allowPort',
    'allowed-ports: [1, 2]',
    'IMAGE_GATE_ALLOW_PORT',
    ['3\n4', '5'],
    [[], ['1/tcp', '2/tcp'], ['3/tcp', '4/tcp'], ['5/tcp']],
  ],
  [
    'maxDbAge',
    'limits: {max-db-age: none}',
    'IMAGE_GATE_MAX_DB_AGE',
    ['1m', '2m'],
    [2880 * MINUTE, null, MINUTE, 2 * MINUTE],
  ],
  ['timeout', 'limits: {timeout: 1m}', 'IMAGE_GATE_TIMEOUT', ['2m', '3m'], [15, 1, 2, 3].map((n) => n * MINUTE)],
] as const;

describe('an input or flag counts before the environment, that before the policy file, that before the default', () => {
  test.each(OPTIONS)('%s', async (key, file, variable, [inEnvironment, asInput], expected) => {
    const env = { [variable]: inEnvironment };
    const raw = { [key]: [asInput] };
    const ways: readonly Ways[] = [{}, { file }, { file, env }, { file, env, raw }];
    for (const [index, way] of ways.entries()) expect((await load(way)).settings[key]).toEqual(expected[index]);
    // Each way also without the ones in between, and blank is not given.
    expect((await load({ file, raw })).settings[key]).toEqual(expected[3]);
    expect((await load({ env })).settings[key]).toEqual(expected[2]);
    expect((await load({ file, env: { [variable]: ' ' }, raw: { [key]: ['', ' '] } })).settings[key]).toEqual(
      expected[1],
    );
  });

  test('every option has its variable, also those that no policy file sets', async () => {
    const env = { IMAGE_GATE_IMAGE: 'a\nb', IMAGE_GATE_SKIP_DB_UPDATE: 'true', IMAGE_GATE_POLICY: 'p.yml' };
    const { settings } = await load({ env, raw: { policy: ['.github/image-gate.yml'] }, file: '{}' });
    expect(settings).toMatchObject({ image: ['a', 'b'], skipDbUpdate: true, policy: '.github/image-gate.yml' });
  });

  test('a mistake is told by the name of the way it came in', async () => {
    await expect(load({ env: { IMAGE_GATE_FAIL_ON: 'all' } })).rejects.toMatchObject({
      code: 'bad-option',
      message: 'IMAGE_GATE_FAIL_ON is "all"; allowed: critical, high, medium, low, unknown',
    });
    await expect(load({ env: { IMAGE_GATE_FAIL_ON: 'all' }, raw: { failOn: ['none'] } })).rejects.toMatchObject({
      message: 'fail-on is "none"; allowed: critical, high, medium, low, unknown',
    });
  });
});

describe('what is given for everything wins over what the file says on parts', () => {
  const file = 'fail-on: {base: never, default: low}\nimages: [{image: a, transport: stdio}, {image: b}]';

  test('thresholds by origin', async () => {
    expect(await load({ file })).toMatchObject({
      settings: { failOn: 'low' },
      policyFile: { failOnByOrigin: { base: 'never' } },
    });
    for (const way of [{ raw: { failOn: ['medium'] } }, { env: { IMAGE_GATE_FAIL_ON: 'medium' } }]) {
      expect(await load({ file, ...way })).toMatchObject({
        settings: { failOn: 'medium' },
        policyFile: { failOnByOrigin: null },
      });
    }
  });

  test('the transport of one image', async () => {
    const transports = async (ways: Ways): Promise<unknown> =>
      (await load(ways)).policyFile?.images.map(({ transport }) => transport);
    expect(await transports({ file })).toEqual(['stdio', null]);
    expect(await transports({ file, raw: { transport: ['http'] } })).toEqual([null, null]);
  });
});

describe('the file', () => {
  test('is looked for at its place only when none is named', async () => {
    expect((await load({})).policyFile).toBeNull();
    expect((await load({ file: 'profile: mcp' })).policyFile?.file).toBe('.github/image-gate.yml');
    const other = { file: 'profile: mcp', raw: { policy: ['other.yml'] } };
    await expect(load(other)).rejects.toMatchObject({ code: 'no-policy' });
    await expect(load({ ...other, raw: { policy: ['.github'] } })).rejects.toMatchObject({ code: 'no-policy' });
    const named = { file: 'profile: container', raw: { policy: ['.github/image-gate.yml'] } };
    expect((await load(named)).settings.profile).toBe('container');
  });

  test('with mistakes stops the run; rules and days are known', async () => {
    const file = 'profil: mcp\nrules: {user-non-roots: off}\nwaivers: [{id: A, reason: r, expires: 9999-12-31}]';
    await expect(load({ file })).rejects.toMatchObject({
      code: 'bad-policy',
      message: expect.stringMatching(
        /^\.github\/image-gate\.yml:1:1: unknown key "profil"; did you mean "profile"\?; .*2:9: .*"user-non-root"\?; .*3:30: .*at the latest$/,
      ),
    });
  });

  test('is read from another place when a reader is given, and then only from there', async () => {
    const asks: string[] = [];
    const reader = (text: string | null) => async (path: string) => {
      asks.push(path);
      return text;
    };
    const file = 'profile: container';
    expect((await load({ file }, { readPolicy: reader('profile: strict') })).settings.profile).toBe('strict');
    expect(await load({ file }, { readPolicy: reader(null) })).toMatchObject({
      policyFile: null,
      settings: { profile: 'mcp' },
    });
    await load({ raw: { policy: ['other.yml'] } }, { readPolicy: reader(null) });
    expect(asks).toEqual(['.github/image-gate.yml', '.github/image-gate.yml', 'other.yml']);
  });
});

describe('the images of the file', () => {
  const subject = {
    name: 'time',
    image: 'time:ci',
    dockerfile: 'time/Dockerfile',
    target: 't',
    buildArgs: { A: '1', B: '2' },
    platform: 'linux/arm64',
    transport: 'stdio',
    context: 'time',
    manyPlatforms: false,
    named: true,
  };

  test('are judged when nothing is named', async () => {
    expect((await asked(IMAGES)).plan).toEqual([subject]);
  });

  test('what is given for the one subject wins', async () => {
    const { plan } = await asked(IMAGES, { target: ['x'], buildArg: ['A=9'], platform: ['linux/amd64'] });
    expect(plan).toEqual([{ ...subject, target: 'x', buildArgs: { A: '9', B: '2' }, platform: 'linux/amd64' }]);
  });

  test('say what they know of a Dockerfile that is named, but not what else is judged', async () => {
    expect((await asked(IMAGES, { dockerfile: ['./time/Dockerfile'] })).plan).toEqual([
      { ...subject, image: null, dockerfile: './time/Dockerfile' },
    ]);
    const raw = { image: ['other:1'], dockerfile: ['time/Dockerfile'], target: ['x'], platform: ['linux/amd64'] };
    expect((await asked(IMAGES, raw)).plan).toEqual([
      { ...subject, image: 'other:1', target: 'x', platform: 'linux/amd64' },
    ]);
    expect((await asked(IMAGES, { image: ['time:ci'] })).plan).toEqual([{ ...subject, dockerfile: null }]);
  });

  test.each([
    ['another Dockerfile', IMAGES, { dockerfile: ['git/Dockerfile'] }],
    ['another image', IMAGES, { image: ['time:1'] }],
    ['one of two entries', `${IMAGES}\n  - {dockerfile: time/Dockerfile}`, { dockerfile: ['time/Dockerfile'] }],
  ])('say nothing of %s', async (_what, text, raw) => {
    const { plan } = await asked(text, raw);
    expect(plan).toMatchObject([{ name: null, target: null, buildArgs: {}, transport: null, context: null }]);
  });

  test('say nothing of a Dockerfile that makes several images', async () => {
    const raw = { image: ['a', 'b'], dockerfile: ['time/Dockerfile', 'time/Dockerfile'] };
    expect((await asked(IMAGES, raw)).plan.map(({ name }) => name)).toEqual([null, null]);
  });

  test('several cannot share a target', async () => {
    await expect(asked(`${IMAGES}\n  - image: git:ci`, { target: ['x'] })).rejects.toMatchObject({
      code: 'several-subjects',
    });
  });
});
