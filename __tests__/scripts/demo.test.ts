import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { runProgram } from '../../scripts/lib/program.ts';
import { CACHE, ROOT } from '../../scripts/lib/repository.ts';
import { which } from '../../scripts/lib/which.ts';
import { trivyBinary } from '../support/trivy-binary.ts';

beforeAll(async () => {
  await trivyBinary();
}, 300_000);

describe('the demo, with the shipped command line', () => {
  test('passes the hardened server, fails the careless one, and leaves its reports', async () => {
    const { code, output } = await demo('--trivy-path', await trivyBinary());
    expect(output).toContain('Demo facts only');
    expect(output).toContain('Both verdicts are as expected.');
    expect(code).toBe(0);
    for (const name of ['report.json', 'report.sarif', 'summary.md']) {
      expect(output).toContain(`.cache/demo-report/${name}`);
      expect(await readFile(join(CACHE, 'demo-report', name), 'utf8')).not.toBe('');
    }
  });

  test('fails when Trivy does nothing', async () => {
    const nothing = which('true');
    if (nothing === null) throw new Error('this machine has no program named true');
    const { code, output } = await demo('--trivy-path', nothing);
    expect(code).toBe(1);
    expect(output).toContain('Demo failed: hardened-server should pass, and its verdict is error.');
    expect(output).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  });

  test('tells a wrong option in one line', async () => {
    const { code, output } = await demo('--nonsense');
    expect({ code, output }).toEqual({ code: 1, output: "Demo: Unknown option '--nonsense'\n" });
  });
});

function demo(...args: readonly string[]) {
  return runProgram(process.execPath, [join(ROOT, 'scripts', 'demo.ts'), ...args]);
}
