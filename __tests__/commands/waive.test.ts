import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { waive } from '../../src/commands/waive.ts';
import { parseArguments } from '../../src/settings/from-arguments.ts';
import { type TestHost, testHost } from '../support/test-host.ts';

const NOW = new Date('2026-06-01T23:30:00Z');
const POLICY = '.github/image-gate.yml';

/** Runs `image-gate waive` in the folder of the host, on a fixed day. */
async function run(t: TestHost, ...args: readonly string[]): Promise<string> {
  const request = parseArguments(['waive', ...args, '--working-directory', t.folder], '1.0.0');
  if (request.command !== 'waive') throw new Error(request.command);
  const clock = { ...t.host.clock, now: () => NOW };
  return waive(request.waiver, request.raw, { ...t.host, clock });
}

async function policyOf(t: TestHost, text?: string): Promise<string> {
  const path = join(t.folder, POLICY);
  if (text !== undefined) {
    await mkdir(join(t.folder, '.github'), { recursive: true });
    await writeFile(path, text);
  }
  return readFile(path, 'utf8');
}

const GOOD = ['CVE-2026-1', '--reason', 'not reachable', '--expires', '2026-08-30'];

describe('image-gate waive', () => {
  test('makes the policy file, and adds to it', async () => {
    await using t = await testHost();
    const more = ['--owner', 'payments', '--image', 'acme/*', '--package', 'pkg:npm/lodash', '--path', 'app/**'];
    const printed = await run(t, ...GOOD, ...more, '--origin', 'app');
    expect(printed).toBe(`Made ${POLICY}, line 3:

  - id: CVE-2026-1
    image: acme/*
    package: pkg:npm/lodash
    path: app/**
    origin: app
    reason: not reachable
    owner: payments
    expires: "2026-08-30"
`);
    const made = await policyOf(t);
    expect(made).toMatch(/^# yaml-language-server: \$schema=https:\/\/\S+\nwaivers:\n {2}- id: CVE-2026-1\n/);
    expect(await run(t, 'user-non-root', '--reason', 'r', '--expires', '2026-06-01')).toContain(
      `Added to ${POLICY}, line 11:`,
    );
    expect(await policyOf(t)).toBe(`${made}  - id: user-non-root\n    reason: r\n    expires: "2026-06-01"\n`);
  });

  test('writes into the file that is named', async () => {
    await using t = await testHost();
    await run(t, ...GOOD, '--policy', 'gate.json');
    expect(await readFile(join(t.folder, 'gate.json'), 'utf8')).toContain('- id: CVE-2026-1');
  });

  test.each([
    [['--expires', '2026-08-30'], 'waive-reason', 'A waiver needs a reason.', /--reason/],
    [['--reason', ' ', '--expires', '2026-08-30'], 'waive-reason', 'A waiver needs a reason.', /--reason/],
    [['--reason', 'r'], 'waive-expires', 'A waiver needs a last day.', /until 2026-08-30 \(90 days/],
    [
      ['--reason', 'r', '--expires', '2026-08-31'],
      'bad-policy',
      /:5:.*more than 90 days ahead .*; 2026-08-30 at the latest/,
      /./,
    ],
    [
      ['--reason', 'r', '--expires', '2026-05-31'],
      'waive-expires',
      /2026-05-31, is over/,
      /from 2026-06-01 until 2026-08-30/,
    ],
    [['--reason', 'r', '--expires', 'soon'], 'bad-policy', /:5:.*write the last day on which it counts/, /./],
    [['--reason', 'a\nb', '--expires', '2026-08-30'], 'bad-policy', /control characters are not allowed/, /./],
    [
      ['--reason', 'r', '--expires', '2026-08-30', '--origin', 'x'],
      'bad-policy',
      /allowed: base, build, app, config/,
      /./,
    ],
    [['--reason', 'r', '--expires', '2026-08-30', '--package', 'lodash'], 'bad-policy', /write a package URL/, /./],
  ])('refuses %j', async (args, code, message, advice) => {
    await using t = await testHost();
    const error = run(t, 'CVE-2026-1', ...args);
    await expect(error).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
      advice: expect.stringMatching(advice),
    });
    expect(await t.host.files.stat(join(t.folder, POLICY))).toBeNull();
  });

  test('an id that is nearly that of a rule is asked about', async () => {
    await using t = await testHost();
    const rest = ['--reason', 'r', '--expires', '2026-08-30'];
    expect(await run(t, 'base-digst', ...rest)).toMatch(/\nNo rule is called base-digst; did you mean base-digest\?/);
    for (const id of ['base-digest', 'DL3002', 'CVE-2026-1', 'github-pat'])
      expect(await run(t, id, ...rest)).not.toContain('did you mean');
  });

  test('takes the longest term of the policy', async () => {
    await using t = await testHost();
    await policyOf(t, 'waiver-term: 7d\n');
    await expect(run(t, ...GOOD)).rejects.toMatchObject({
      message: expect.stringContaining('2026-06-08 at the latest'),
    });
    await expect(run(t, 'A', '--reason', 'r')).rejects.toMatchObject({ advice: expect.stringContaining('2026-06-08') });
    expect(await policyOf(t)).toBe('waiver-term: 7d\n');
  });

  test('refuses what is waived already, under whatever spelling', async () => {
    await using t = await testHost();
    await run(t, 'DS-0002', '--reason', 'r', '--expires', '2026-08-30', '--image', 'a');
    const before = await policyOf(t);
    await expect(
      run(t, 'avd-ds-0002', '--reason', 'r', '--expires', '2026-08-01', '--image', 'a'),
    ).rejects.toMatchObject({
      code: 'waiver-exists',
      message: `${POLICY}:3: avd-ds-0002 is waived there already, until 2026-08-30.`,
    });
    expect(await policyOf(t)).toBe(before);
    await run(t, 'DS-0002', '--reason', 'r', '--expires', '2026-08-30', '--image', 'b');
    await run(t, 'DS-0002', '--reason', 'r', '--expires', '2026-08-30');
  });

  test('touches no file that is no good policy', async () => {
    await using t = await testHost();
    await policyOf(t, 'profil: mcp\n');
    await expect(run(t, ...GOOD)).rejects.toMatchObject({ code: 'bad-policy' });
    expect(await policyOf(t)).toBe('profil: mcp\n');
  });

  test('adds before the end of a document that is marked', async () => {
    await using t = await testHost();
    await policyOf(t, 'profile: mcp\n...\n');
    await run(t, ...GOOD);
    expect(await policyOf(t)).toMatch(/^profile: mcp\nwaivers:\n {2}- id: CVE-2026-1\n(.*\n){2}\.\.\.\n$/);
  });

  test('a folder is no policy', async () => {
    await using t = await testHost();
    await mkdir(join(t.folder, POLICY), { recursive: true });
    await expect(run(t, ...GOOD)).rejects.toMatchObject({ code: 'no-policy' });
  });

  test('an id is needed', () => {
    expect(() => parseArguments(['waive'], '1.0.0')).toThrow(expect.objectContaining({ code: 'bad-arguments' }));
  });
});
