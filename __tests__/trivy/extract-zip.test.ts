import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { ExecResult, Host } from '../../src/host/ports.ts';
import { extractExecutable } from '../../src/trivy/extract.ts';
import { testHost } from '../support/test-host.ts';

const PLAN = { asset: 'trivy_0.74.0_windows-64bit.zip', executable: 'trivy.exe', timeoutMs: 1000 };

/** The host with Windows' tar.exe taken down instead of run: there is none on this machine. */
function withTar(host: Host, result: Partial<ExecResult>, write: string | null, calls: string[][]): Host {
  return {
    ...host,
    env: { ...host.env, pick: () => ({ SystemRoot: '/windows' }) },
    exec: {
      ...host.exec,
      run: async (program, args) => {
        calls.push([program, ...args]);
        if (write !== null) {
          await host.files.writeText(write, 'MZ');
        }
        return { exitCode: 0, signal: null, stdout: '', stderr: '', timedOut: false, ...result };
      },
    },
  };
}

test('a zip file is unpacked by the tar of Windows, and only the executable', async () => {
  await using t = await testHost();
  const calls: string[][] = [];
  const target = join(t.folder, 'trivy.exe');
  const host = withTar(t.host, {}, target, calls);
  expect(await extractExecutable('/a.zip', t.folder, PLAN, host)).toBe(target);
  expect(calls).toEqual([[join('/windows', 'System32', 'tar.exe'), '-xf', '/a.zip', '-C', t.folder, 'trivy.exe']]);
});

test.each([
  ['a failure', { exitCode: 1, stderr: 'x\ntar.exe: Error opening archive\n' }, /Error opening archive/],
  ['no executable', {}, /holds no file trivy\.exe/],
])('%s is an error', async (_name, result, message) => {
  await using t = await testHost();
  await expect(extractExecutable('/a.zip', t.folder, PLAN, withTar(t.host, result, null, []))).rejects.toMatchObject({
    code: 'trivy-archive',
    message: expect.stringMatching(message),
  });
});
