import { describe, expect, test } from '@jest/globals';
import { changeContext } from '../../src/commands/change-context.ts';
import { type TrustedAsked, trustedAsked } from '../../src/commands/trusted-asked.ts';
import { readGitHubContext } from '../../src/github/event.ts';
import type { RawSettings } from '../../src/settings/load.ts';
import { env, PUSH } from '../github/context.ts';
import { testChange } from '../support/change.ts';
import type { Content } from '../support/git-repository.ts';

const POLICY = '.github/image-gate.yml';
const WORKFLOW = '.github/workflows/gate.yml';
const PLACE = { workflowPath: WORKFLOW, job: 'gate' };

type Texts = Readonly<Record<string, Content>>;
type Options = Parameters<typeof testChange>[2];

/** What counts of a change's inputs. */
async function trusted(base: Texts, head: Texts, raw: RawSettings, options: Options = {}): Promise<TrustedAsked> {
  await using test = await testChange(base, head, options);
  const inside = [test.folder, options.workingDirectory ?? ''].filter((part) => part !== '').join('/');
  // Awaited here: the repository goes away with this function.
  return await trustedAsked({ workingDirectory: [inside], ...raw }, PLACE, test.change, test.host);
}

function messages({ notices }: TrustedAsked): readonly string[] {
  expect(notices.every(({ kind }) => kind === 'ignored-on-pull-request')).toBe(true);
  return notices.map(({ message }) => message);
}

const workflow = (inputs: string, more = ''): Texts => ({
  [WORKFLOW]: `jobs:\n  gate:\n    steps:\n      - uses: acme/gate@v1\n        with: { ${inputs} }\n${more}`,
});

describe('the policy file', () => {
  test('is that of the base; what the change makes of it is told', async () => {
    const found = await trusted({ [POLICY]: 'profile: strict\n' }, { [POLICY]: 'profile: container\n' }, {});
    expect([found.asked.settings.profile, found.asked.policyFile?.profile]).toEqual(['strict', 'strict']);
    expect(messages(found)).toEqual([
      expect.stringMatching(
        /^\.github\/image-gate\.yml is changed: .*once it is merged\. .*commit [0-9a-f]{7}, the base of/,
      ),
    ]);
    expect(found.notices[0]?.location).toEqual({ file: POLICY, startLine: 1, endLine: 1 });
  });

  test.each<[string, Texts, Texts, string, number]>([
    ['that is new', {}, { [POLICY]: 'profile: container\n' }, 'mcp', 1],
    ['that is taken away', { [POLICY]: 'profile: strict\n' }, { [POLICY]: null }, 'strict', 1],
    [
      'that becomes a link',
      { [POLICY]: 'profile: strict\n', other: 'profile: mcp\n' },
      { [POLICY]: { link: '../other' } },
      'strict',
      1,
    ],
    [
      'that is a link on the base',
      { [POLICY]: { link: '../x.yml' }, 'x.yml': 'profile: strict\n' },
      { 'x.yml': 'profile: mcp\n' },
      'strict',
      1,
    ],
    [
      'that leads out of the base',
      { [POLICY]: { link: '/etc/hostname' } },
      { [POLICY]: 'profile: container\n' },
      'mcp',
      1,
    ],
    ['that stays', { [POLICY]: 'profile: strict\n' }, { other: 'x' }, 'strict', 0],
  ])('%s', async (_what, base, head, profile, notices) => {
    const found = await trusted(base, head, {});
    expect([found.asked.settings.profile, messages(found).length]).toEqual([profile, notices]);
  });

  test('with mistakes stops the change that brings them, before they stop everybody', async () => {
    await expect(trusted({ [POLICY]: 'profile: mcp\n' }, { [POLICY]: 'profil: mcp\n' }, {})).rejects.toMatchObject({
      code: 'bad-policy',
      message: expect.stringContaining('.github/image-gate.yml:1:1: unknown key "profil"'),
    });
  });

  test('with mistakes on the base is named as the base’s', async () => {
    await expect(trusted({ [POLICY]: 'profil: mcp\n' }, { [POLICY]: 'profile: mcp\n' }, {})).rejects.toMatchObject({
      code: 'bad-policy',
      advice: expect.stringContaining('the base of pull request #7'),
    });
  });

  test('of 2 MB on the base is refused', async () => {
    await expect(trusted({ [POLICY]: `#${'x'.repeat(2 << 20)}` }, {}, {})).rejects.toMatchObject({ code: 'no-policy' });
  });

  test('ignore files and VEX documents that the change writes are told too', async () => {
    const found = await trusted(
      { '.trivyignore': 'CVE-2020-1\n' },
      { '.trivyignore': 'CVE-2020-1\nCVE-2020-2\n', '.trivyignore.yaml': '{}', '.trivyignore.yml': '{}' },
      {},
    );
    expect(messages(found)).toEqual([
      expect.stringMatching(/^\.trivyignore is changed/),
      expect.stringMatching(/^\.trivyignore\.yaml is new/),
      expect.stringMatching(/^\.trivyignore\.yml is new/),
    ]);
  });

  test('its images are judged as the base says, with those that are new', async () => {
    const base = 'images: [{name: time, dockerfile: time/Dockerfile}]\n';
    const head = 'images: [{name: clock, dockerfile: clock/Dockerfile}]\n';
    const files = { 'time/Dockerfile': 'FROM scratch\n' };
    const found = await trusted({ ...files, [POLICY]: base }, { [POLICY]: head }, {});
    expect(found.asked.policyFile?.images.map(({ name }) => name)).toEqual(['time', 'clock']);
    expect(found.atBase.policyFile?.images.map(({ name }) => name)).toEqual(['time']);
  });

  test('a first list of images waits: without one everything is judged', async () => {
    const found = await trusted(
      { [POLICY]: 'profile: mcp\n' },
      { [POLICY]: 'images: [{dockerfile: harmless/Dockerfile}]\n' },
      {},
    );
    expect(found.asked.policyFile?.images).toEqual([]);
  });
});

describe('inputs', () => {
  test('may ask for more, not for less; what does not count is named with what does', async () => {
    const raw = {
      failOn: ['critical'],
      mode: ['report'],
      failUnfixed: ['true'],
      maxDbAge: ['90d'],
      scanners: ['none'],
    };
    const found = await trusted({ [POLICY]: 'fail-on: medium\n' }, {}, raw);
    expect(found.asked.settings).toMatchObject({
      failOn: 'medium',
      mode: 'enforce',
      failUnfixed: true,
      maxDbAge: 172_800_000,
      scanners: ['vuln', 'secret'],
    });
    expect(messages(found)).toEqual([
      'scanners: none is ignored for this change, and the default (vuln,secret) counts. A change may only ask for more (more scanners); anything else counts once the policy file of the base branch says it.',
      expect.stringMatching(/^fail-on: critical is ignored for this change, and medium counts\./),
      expect.stringMatching(/^mode: report is ignored for this change, and the default \(enforce\) counts\./),
      expect.stringMatching(/^max-db-age: 90d is ignored for this change, and the default \(48h\) counts\./),
    ]);
    expect(found.notices.every(({ location }) => location?.file === WORKFLOW)).toBe(true);
  });

  test('from the environment are held like any other', async () => {
    const env = { IMAGE_GATE_FAIL_ON: 'critical', IMAGE_GATE_PROFILE: 'strict', IMAGE_GATE_TRIVY_PATH: '/tmp/trivy' };
    const found = await trusted({}, {}, {}, { env });
    expect(found.asked.settings).toMatchObject({ failOn: 'high', profile: 'strict', trivyPath: null });
    expect(messages(found).map((text) => text.split(':')[0])).toEqual(['fail-on', 'trivy-path']);
  });

  test('with mistakes are told before anything else', async () => {
    await expect(trusted({}, {}, { failOn: ['hgih'] })).rejects.toMatchObject({ code: 'bad-option' });
  });

  test('that are secret are never told', async () => {
    const found = await trusted({}, {}, { token: ['s3cret'], buildArg: ['A=s3cret'], mode: ['report'] });
    expect(JSON.stringify(found.notices)).not.toContain('s3cret');
    expect([found.asked.settings.token, messages(found).length]).toEqual(['s3cret', 1]);
  });
});

describe("inputs that the base's own workflow gives too", () => {
  const MIRROR = 'https://mirror.example/trivy';
  const raw = { trivyDownloadUrl: [MIRROR], skipDbUpdate: ['true'], mode: ['report'], failOn: ['critical'] };
  const written = `trivy-download-url: "${MIRROR}", Skip-DB-Update: yes, mode: report, fail-on: CRITICAL`;
  const loose = { trivyDownloadUrl: MIRROR, skipDbUpdate: true, mode: 'report', failOn: 'critical' };

  test('count as they are', async () => {
    const found = await trusted(workflow(written), {}, raw);
    expect(found.asked.settings).toMatchObject(loose);
    expect(messages(found)).toEqual([]);
  });

  test.each<[string, Texts, Texts]>([
    ['another value', workflow('trivy-download-url: "https://mirror.example/other"'), {}],
    ['an expression', workflow(`trivy-download-url: "\${{ vars.MIRROR || '${MIRROR}' }}"`), {}],
    ['only the change', {}, workflow(written)],
    ['another workflow', { '.github/workflows/other.yml': Object.values(workflow(written))[0] ?? '' }, {}],
    ['a comment', workflow(`image: a # trivy-download-url: ${MIRROR}`), {}],
    ['no YAML', { [WORKFLOW]: `steps: [with: {trivy-download-url: "${MIRROR}"` }, {}],
    ['a map of the same name', workflow(`trivy-download-url: { a: "${MIRROR}" }`), {}],
    ['a link out of the repository', { [WORKFLOW]: { link: '/tmp/x.yml' } }, {}],
  ])('and not what stands in %s', async (_what, base, head) => {
    const found = await trusted(base, head, { trivyDownloadUrl: [MIRROR] });
    expect(found.asked.settings.trivyDownloadUrl).toContain('github.com');
    expect(messages(found)).toEqual([
      expect.stringMatching(/^trivy-download-url: https:\/\/mirror\.example\/trivy is ignored .*written out/),
    ]);
  });

  test('may stand in a reusable workflow, in an action of the repository, or in variables', async () => {
    const jobs = `jobs:\n  a:\n    uses: ./.github/workflows/called.yml\n  gate:\n    env: { IMAGE_GATE_FAIL_ON: critical }\n    steps:\n      - uses: ./.github/actions/gate\n`;
    const base = {
      [WORKFLOW]: jobs,
      '.github/workflows/called.yml': `jobs: { gate: { steps: [{ uses: g, with: { mode: report } }] }, other: { steps: [{ uses: g, with: { gate: new } }] } }\n`,
      '.github/actions/gate/action.yml': `runs: { using: composite, steps: [{ uses: g, with: { skip-db-update: true } }] }\n`,
    };
    const found = await trusted(
      base,
      {},
      { mode: ['report'], skipDbUpdate: ['true'] },
      { env: { IMAGE_GATE_FAIL_ON: 'critical' } },
    );
    expect(found.asked.settings).toMatchObject({ mode: 'report', skipDbUpdate: true, failOn: 'critical' });
    expect(messages(found)).toEqual([]);
  });

  test('count in their own job alone, and in all jobs of a workflow that it calls', async () => {
    const job = (id: string, rest: string): string => `  ${id}: { ${rest} }\n`;
    const report = 'steps: [{ uses: g, with: { mode: report } }]';
    const called = { '.github/workflows/called.yml': `jobs:\n${job('x', report)}` };
    const modes = async (jobs: string): Promise<string> => {
      const found = await trusted({ ...called, [WORKFLOW]: `jobs:\n${jobs}` }, {}, { mode: ['report'] });
      return found.asked.settings.mode;
    };
    expect(await modes(job('nightly', report))).toBe('enforce');
    expect(await modes(job('nightly', 'uses: ./.github/workflows/called.yml'))).toBe('enforce');
    expect(await modes(job('gate', report))).toBe('report');
    expect(await modes(job('gate', 'uses: ./.github/workflows/called.yml'))).toBe('report');
    expect(await modes(`  nightly: { env: { IMAGE_GATE_MODE: report } }\n`)).toBe('enforce');
  });

  test('that call each other in a circle come to an end', async () => {
    const circle = `jobs:\n  a:\n    uses: ./${WORKFLOW}\n  b:\n    uses: ./../../x.yml\n`;
    expect(messages(await trusted({ [WORKFLOW]: circle }, {}, { mode: ['report'] }))).toHaveLength(1);
  });

  test('all count where no change can write the workflow', async () => {
    const found = await trusted({}, {}, raw, { facts: { trustedWorkflow: true } });
    expect(found.asked.settings).toMatchObject(loose);
    expect(messages(found)).toEqual([]);
  });

  test.each<[string, Texts, Texts, RawSettings, boolean]>([
    ['a file of the base', { 'root.json': '{}' }, {}, { trivyTrustedRoot: ['root.json'] }, true],
    [
      'a file that the change writes',
      { 'root.json': '{}' },
      { 'root.json': '{"mine":1}' },
      { trivyTrustedRoot: ['root.json'] },
      false,
    ],
    ['a file that the change adds', {}, { 'root.json': '{}' }, { trivyTrustedRoot: ['root.json'] }, false],
    ['a folder of the base', { 'db/a': '1', 'db/b': '2' }, {}, { trivyCacheDir: ['./db/'] }, true],
    ['a folder with a new file', { 'db/a': '1' }, { 'db/b': '2' }, { trivyCacheDir: ['db'] }, false],
    ['a folder that loses a file', { 'db/a': '1', 'db/b': '2' }, { 'db/b': null }, { trivyCacheDir: ['db'] }, false],
    ['a folder below a link', { 'x/db/a': '1' }, { x: { link: '/tmp' } }, { trivyCacheDir: ['x/db'] }, false],
    ['a folder that nobody tracks', { a: '1' }, { b: '2' }, { trivyCacheDir: ['out/db'] }, true],
    ['everything', { a: '1' }, { b: '2' }, { trivyCacheDir: ['.'] }, false],
    [
      'an OCI layout that the change writes',
      { 'oci/index.json': '1' },
      { 'oci/index.json': '2' },
      { base: ['node:24=oci:oci:24'] },
      false,
    ],
    ['an OCI layout of the base', { 'oci/index.json': '1' }, { a: '2' }, { base: ['node:24=oci:oci:24'] }, true],
    ['a baseline that the change writes', { 'e.json': '1' }, { 'e.json': '2' }, { baseline: ['e.json'] }, false],
  ])('and lead to %s', async (_what, base, head, raw_, expected) => {
    const inputs = Object.entries({
      trivyTrustedRoot: 'trivy-trusted-root',
      trivyCacheDir: 'trivy-cache-dir',
      base: 'base',
      baseline: 'baseline',
    });
    const literal = inputs.flatMap(([key, name]) => {
      const value = new Map(Object.entries(raw_)).get(key);
      return value === undefined ? [] : [`${name}: ${JSON.stringify(value[0])}`];
    });
    const found = await trusted({ ...workflow(literal.join(', ')), ...base }, head, raw_);
    expect(messages(found).length === 0).toBe(expected);
  });
});

describe('another working directory', () => {
  const base = { [POLICY]: 'profile: strict\n', 'sub/Dockerfile': 'FROM scratch\n' };
  const inside = { workingDirectory: 'sub' };

  test('does not leave the policy of the repository behind', async () => {
    await expect(trusted(base, {}, {}, inside)).rejects.toMatchObject({ kind: 'usage', code: 'policy-elsewhere' });
  });

  test('is fine with a policy of its own, and where the repository has none', async () => {
    const own = await trusted({ ...base, [`sub/${POLICY}`]: 'fail-on: low\n' }, {}, {}, inside);
    expect(own.asked.settings.failOn).toBe('low');
    expect((await trusted({ 'sub/x': 'y' }, {}, {}, inside)).asked.policyFile).toBeNull();
  });

  test('is fine when no change can write the workflow', async () => {
    const found = await trusted(base, {}, {}, { ...inside, facts: { trustedWorkflow: true } });
    expect(found.asked.policyFile).toBeNull();
  });
});

test('without a change everything counts as it is given', async () => {
  await using test = await testChange({ [POLICY]: 'profile: strict\n' }, { [POLICY]: 'profile: container\n' });
  const context = readGitHubContext(env({ ...PUSH, GITHUB_SHA: test.base }), null);
  expect(await changeContext(context, null, test.host, test.folder)).toBeNull();
  const raw = { workingDirectory: [test.folder], failOn: ['critical'] };
  const { asked, notices } = await trustedAsked(raw, context, null, test.host);
  expect([asked.settings.profile, asked.settings.failOn, notices]).toEqual(['container', 'critical', []]);
});
