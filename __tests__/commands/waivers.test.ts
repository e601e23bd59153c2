import { describe, expect, test } from '@jest/globals';
import { gatherWaivers } from '../../src/commands/waivers.ts';
import type { PolicyFile } from '../../src/policy/file/policy-file.ts';
import { waiver } from '../support/waivers.ts';

const POLICY: PolicyFile = {
  file: '.github/image-gate.yml',
  profile: null,
  bases: {},
  images: [],
  options: {},
  failOnByOrigin: null,
  unratedAs: null,
  ruleSeverity: null,
  graceDays: null,
  withoutBaseline: null,
  requiredLabels: null,
  waivers: [waiver()],
  waiverDays: 90,
  ignoreFiles: null,
  vexFiles: null,
};

const VEX = JSON.stringify({
  '@context': 'https://openvex.dev/ns/v0.2.0',
  statements: [{ vulnerability: { name: 'CVE-4' }, status: 'fixed', products: [{ '@id': 'pkg:npm/a' }] }],
});

const FILES: Readonly<Record<string, string>> = {
  '.trivyignore': 'CVE-1',
  '.trivyignore.yaml': 'vulnerabilities: [{id: CVE-2}]',
  '.trivyignore.yml': 'secrets: [{id: github-pat}]',
  'security/ignored': 'CVE-3',
  'vex.json': VEX,
};

async function read(path: string): Promise<string | null> {
  return FILES[path] ?? null;
}

async function ids(policy: Partial<PolicyFile> | null): Promise<readonly string[]> {
  const waivers = await gatherWaivers(policy === null ? null : { ...POLICY, ...policy }, read);
  return waivers.map((one) => `${one.location.file} ${one.ids[0]}`);
}

describe('waivers of a run', () => {
  const usual = ['.trivyignore CVE-1', '.trivyignore.yaml CVE-2', '.trivyignore.yml github-pat'];
  const own = '.github/image-gate.yml CVE-2026-1';

  test('come from the usual files without a policy', async () => {
    expect(await ids(null)).toEqual(usual);
    expect(await gatherWaivers(null, async () => null)).toEqual([]);
  });

  test('come from the policy and from what it names', async () => {
    expect(await ids({})).toEqual([own, ...usual]);
    expect(await ids({ ignoreFiles: [] })).toEqual([own]);
    expect(await ids({ ignoreFiles: ['security/ignored', 'security/ignored'] })).toEqual([
      own,
      'security/ignored CVE-3',
    ]);
    expect(await ids({ ignoreFiles: [], vexFiles: ['vex.json'] })).toEqual([own, 'vex.json CVE-4']);
  });

  test.each([{ ignoreFiles: ['missing'] }, { vexFiles: ['missing'] }])(
    'a named file must be there: %j',
    async (policy) => {
      await expect(ids(policy)).rejects.toMatchObject({
        code: 'no-waivers',
        message: 'There is no file missing, which the policy names.',
      });
    },
  );

  test('what cannot be read, is too long or too much is told', async () => {
    const refuse = (text: () => string) =>
      gatherWaivers(null, async (path) => (path === '.trivyignore' ? text() : null));
    await expect(
      refuse(() => {
        throw new Error('no permission');
      }),
    ).rejects.toMatchObject({ code: 'no-waivers', message: '.trivyignore cannot be read: no permission.' });
    await expect(refuse(() => '#'.repeat(5_000_000))).rejects.toMatchObject({
      code: 'bad-waivers',
      message: '.trivyignore is larger than 4 MiB.',
    });
    await expect(refuse(() => 'CVE-1\n'.repeat(20_001))).rejects.toMatchObject({
      code: 'bad-waivers',
      message: 'There are 20001 waivers; at most 20000 are read.',
    });
  });
});
