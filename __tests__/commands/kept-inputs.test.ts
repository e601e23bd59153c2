import { describe, expect, test } from '@jest/globals';
import { type TrustedAsked, trustedAsked } from '../../src/commands/trusted-asked.ts';
import type { PolicyFile } from '../../src/policy/file/policy-file.ts';
import type { RawSettings } from '../../src/settings/load.ts';
import { testChange } from '../support/change.ts';
import type { Content } from '../support/git-repository.ts';

/** What only the base may say goes on to count when a change no longer says it, or says something else. */

const WORKFLOW = '.github/workflows/gate.yml';
const DEFAULT = '.github/image-gate.yml';
const step = (inputs: string): string => `{ uses: acme/image-gate@v1, with: { ${inputs} } }`;

/** @param steps of the job `gate` on the base, as a YAML list */
async function trusted(
  steps: string,
  raw: RawSettings,
  files: Readonly<Record<string, Content>> = {},
  head: Readonly<Record<string, Content>> = {},
  workingDirectory = '',
): Promise<TrustedAsked> {
  await using t = await testChange({ [WORKFLOW]: `jobs: { gate: { steps: [${steps}] } }`, ...files }, head, {
    env: { GITHUB_ACTION_REPOSITORY: 'acme/image-gate' },
    ...(workingDirectory === '' ? {} : { workingDirectory }),
  });
  const place = { workflowPath: WORKFLOW, job: 'gate' };
  const inside = [t.folder, workingDirectory].filter((part) => part !== '').join('/');
  // Awaited here: the repository goes away with this function.
  return await trustedAsked({ workingDirectory: [inside], ...raw }, place, t.change, t.host);
}

const messages = ({ notices }: TrustedAsked): readonly string[] => notices.map(({ message }) => message);

describe('the policy file that the workflow of the base names', () => {
  const files = { 'ci/gate.yml': 'profile: strict\nfail-on: low\n', 'mine.yml': 'fail-on: critical\n' };

  test.each<[string, RawSettings, RegExp]>([
    ['leaves it out', {}, /^policy is no longer given, .*: ci\/gate\.yml counts, /],
    ['names another', { policy: ['mine.yml'] }, /^policy: mine\.yml is ignored .*, and ci\/gate\.yml counts\./],
    ['spells it otherwise', { policy: ['./ci/gate.yml'] }, /^policy: \.\/ci\/gate\.yml is ignored/],
  ])('counts for a change that %s', async (_what, raw, said) => {
    const found = await trusted(step('policy: ci/gate.yml'), raw, files);
    expect(found.asked.settings).toMatchObject({ policy: 'ci/gate.yml', profile: 'strict', failOn: 'low' });
    expect(messages(found)).toEqual([expect.stringMatching(said)]);
  });

  test('is nothing to tell of where the change names it, too', async () => {
    const found = await trusted(step('policy: ci/gate.yml'), { policy: ['ci/gate.yml'] }, files);
    expect([found.asked.settings.profile, messages(found)]).toEqual(['strict', []]);
  });

  test('is not known where its steps name several', async () => {
    const found = await trusted(`${step('policy: ci/gate.yml')}, ${step('fail-unfixed: true')}`, {}, files);
    expect(found.asked.settings.policy).toBeNull();
  });
});

test('the transport counts, for all images, and a Dockerfile below it is no way around it', async () => {
  const files = { [DEFAULT]: 'images: [{ dockerfile: Dockerfile, transport: stdio }]\n', Dockerfile: 'FROM scratch\n' };
  const found = await trusted(step('transport: http'), {}, files);
  expect(found.asked.settings.transport).toBe('http');
  expect(found.asked.policyFile?.images.map(({ transport }) => transport)).toEqual([null]);
  expect(messages(found)).toEqual([expect.stringMatching(/^transport is no longer given/)]);
});

test('what lies in the repository counts only as the base has it', async () => {
  const files = { 'layout/index.json': '{}' };
  const inputs = step('base: "node:24=oci:layout"');
  expect((await trusted(inputs, {}, files)).asked.settings.base).toEqual({ 'node:24': 'oci:layout' });
  expect((await trusted(inputs, {}, files, { 'layout/index.json': '[]' })).asked.settings.base).toEqual({});
});

describe('the working directory of the base', () => {
  const files = { [`sub/${DEFAULT}`]: 'fail-on: low\n', 'sub/Dockerfile': 'FROM scratch\n', 'other/x': 'y' };

  test.each(['sub', './sub/', 'sub/.'])('%s is not left where it has a policy of its own', async (folder) => {
    const inputs = step(`working-directory: ${folder}`);
    await expect(trusted(inputs, {}, files)).rejects.toMatchObject({ code: 'policy-elsewhere' });
    await expect(trusted(inputs, {}, { ...files, [DEFAULT]: 'fail-on: high\n' })).rejects.toMatchObject({
      code: 'policy-elsewhere',
    });
    await expect(trusted(inputs, {}, files, {}, 'other')).rejects.toMatchObject({ code: 'policy-elsewhere' });
  });

  test('may be left where it has none, and kept', async () => {
    const inputs = step('working-directory: other');
    expect((await trusted(inputs, {}, files)).asked.policyFile).toBeNull();
    const kept = await trusted(step('working-directory: sub'), {}, files, {}, 'sub');
    expect(kept.asked.settings.failOn).toBe('low');
  });
});

describe('one threshold of the base is for every origin', () => {
  const policy = { [DEFAULT]: 'fail-on: { app: never, config: low, default: high }\n' };

  test.each<[string, string, RawSettings, PolicyFile['failOnByOrigin']]>([
    ['left out', 'fail-on: medium', {}, { app: 'medium', config: 'low' }],
    ['asked for less', 'fail-on: medium', { failOn: ['critical'] }, { app: 'medium', config: 'low' }],
    ['asked for more', 'fail-on: medium', { failOn: ['low'] }, { app: 'low', config: 'low' }],
    ['left out, and no more than the policy', 'fail-on: high', {}, { app: 'high', config: 'low' }],
    ['first asked for by the change', 'fail-unfixed: true', { failOn: ['medium'] }, { app: 'medium', config: 'low' }],
    ['never written', 'fail-unfixed: true', {}, { app: 'never', config: 'low' }],
  ])('%s', async (_what, inputs, raw, expected) => {
    const { asked, atBase } = await trusted(step(inputs), raw, policy);
    expect(asked.policyFile?.failOnByOrigin).toEqual(expected);
    expect(atBase.policyFile?.failOnByOrigin).toEqual(expected);
  });

  test('kept as it is, it replaces what the file says', async () => {
    const { asked } = await trusted(step('fail-on: medium'), { failOn: ['medium'] }, policy);
    expect([asked.settings.failOn, asked.policyFile?.failOnByOrigin]).toEqual(['medium', null]);
  });
});
