import { expect, test } from '@jest/globals';
import { trustedAsked } from '../../src/commands/trusted-asked.ts';
import type { RawSettings } from '../../src/settings/load.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { testChange } from '../support/change.ts';

/** What the workflow of the base branch demands of a change that asks for less in its own. */

const WORKFLOW = '.github/workflows/gate.yml';
const OURS = { GITHUB_ACTION_REPOSITORY: 'acme/image-gate' };
const MEDIUM = '{ uses: acme/image-gate@v1, with: { fail-on: medium } }';

/** @param steps of the job `gate` on the base, as a YAML list, or whole jobs */
async function judged(
  steps: string,
  raw: RawSettings,
  more: {
    readonly env?: Readonly<Record<string, string>>;
    readonly policy?: string;
    readonly job?: string;
    readonly trusted?: boolean;
  } = {},
): Promise<{ readonly settings: Settings; readonly messages: readonly string[] }> {
  const text = steps.startsWith('jobs:') ? steps : `jobs: { gate: { steps: [${steps}] } }`;
  const policy = more.policy === undefined ? {} : { '.github/image-gate.yml': more.policy };
  await using test = await testChange(
    { [WORKFLOW]: text, ...policy },
    {},
    { env: { ...OURS, ...more.env }, facts: { trustedWorkflow: more.trusted ?? false } },
  );
  const place = { workflowPath: WORKFLOW, job: more.job ?? 'gate' };
  const { asked, notices } = await trustedAsked(
    { workingDirectory: [test.folder], ...raw },
    place,
    test.change,
    test.host,
  );
  return { settings: asked.settings, messages: notices.map(({ message }) => message) };
}

test.each<[string, string, RawSettings, Partial<Settings>, RegExp]>([
  [
    'a higher threshold',
    'fail-on: medium',
    { failOn: ['high'] },
    { failOn: 'medium' },
    /^fail-on: high is ignored .*, and medium counts\./,
  ],
  ['no threshold', 'fail-on: medium', {}, { failOn: 'medium' }, /^fail-on is no longer given, .*: medium counts, /],
  ['another profile', 'profile: strict', { profile: ['mcp'] }, { profile: 'strict' }, /^profile: mcp is ignored/],
  [
    'fewer scanners',
    'scanners: "vuln,secret,license"',
    {},
    { scanners: ['vuln', 'secret', 'license'] },
    /^scanners is no longer given/,
  ],
  ['new findings alone', 'gate: all', { gate: ['new'] }, { gate: 'all' }, /^gate: new is ignored/],
  ['nothing of what is unfixed', 'fail-unfixed: true', {}, { failUnfixed: true }, /^fail-unfixed is no longer given/],
  ['any base', 'allow-base: "node:*"', {}, { allowBase: ['node:*'] }, /^allow-base is no longer given/],
  [
    'an older database',
    'max-db-age: 12h',
    { maxDbAge: ['1d'] },
    { maxDbAge: 43_200_000 },
    /^max-db-age: 1d is ignored .*, and 12h counts/,
  ],
])('a change that asks for %s is held to what stood there', async (_what, written, raw, expected, said) => {
  const found = await judged(`{ uses: acme/image-gate@v1, with: { ${written} } }`, raw);
  expect(found.settings).toMatchObject(expected);
  expect(found.messages).toEqual([expect.stringMatching(said)]);
});

test('a change may ask for more than what stood there', async () => {
  const found = await judged(MEDIUM, { failOn: ['low'] });
  expect([found.settings.failOn, found.messages]).toEqual(['low', []]);
});

test.each<[string, string, Parameters<typeof judged>[2]]>([
  [
    'a variable of the job',
    'jobs: { gate: { env: { IMAGE_GATE_FAIL_ON: medium }, steps: [{ uses: acme/image-gate@v1 }] } }',
    {},
  ],
  [
    'an input before a variable',
    '{ uses: acme/image-gate@v1, with: { fail-on: medium }, env: { IMAGE_GATE_FAIL_ON: low } }',
    {},
  ],
  ['a job of another id', `jobs: { other: { steps: [${MEDIUM}] } }`, {}],
  [
    'another job, where this one does not run the action',
    `jobs: { gate: { steps: [{ run: x }] }, other: { steps: [${MEDIUM}] } }`,
    {},
  ],
  ['two steps, the milder one', `{ uses: acme/image-gate@v1, with: { fail-on: low } }, ${MEDIUM}`, {}],
  [
    'an action of the repository itself',
    '{ uses: ./, with: { fail-on: medium } }',
    { env: { GITHUB_ACTION_REPOSITORY: '' } },
  ],
  ['a workflow that is stricter than the policy', MEDIUM, { policy: 'fail-on: high\n' }],
  [
    'a policy that is stricter than the workflow',
    '{ uses: acme/image-gate@v1, with: { fail-on: high } }',
    { policy: 'fail-on: medium\n' },
  ],
])('it may stand in %s', async (_what, steps, more) => {
  expect((await judged(steps, {}, more)).settings.failOn).toBe('medium');
});

test.each<[string, string, Parameters<typeof judged>[2]]>([
  ['another action', '{ uses: acme/other@v1, with: { fail-on: medium } }, { uses: acme/image-gate@v1 }', {}],
  ['one of two steps', `${MEDIUM}, { uses: acme/image-gate@v1 }`, {}],
  ['an expression', `{ uses: acme/image-gate@v1, with: { fail-on: "\${{ inputs.x }}" } }`, {}],
  ['a value that is none', '{ uses: acme/image-gate@v1, with: { fail-on: hgih } }', {}],
  ['a value that asks for less than the default', '{ uses: acme/image-gate@v1, with: { fail-on: critical } }', {}],
  ['no step', 'jobs: {}', {}],
  ['a workflow that no change can write', MEDIUM, { trusted: true }],
])('nothing more is demanded by %s', async (_what, steps, more) => {
  const found = await judged(steps, {}, more);
  expect([found.settings.failOn, found.messages]).toEqual(['high', []]);
});
