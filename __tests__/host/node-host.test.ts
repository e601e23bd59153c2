import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from '@jest/globals';
import { ends } from '../support/processes.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testHost } from '../support/test-host.ts';

describe('temporary folders', () => {
  test('are private, and gone after dispose', async () => {
    const t = await testHost();
    const made = await t.host.files.makeTempFolder();
    expect((await stat(made)).mode & 0o777).toBe(0o700);
    expect(await readdir(t.temp)).toHaveLength(1);
    await t[Symbol.asyncDispose]();
    expect(await stat(made).catch(() => null)).toBeNull();
  });
});

/** A process that has made a temporary folder, runs a stubborn child and then does what `end` says. */
const SCRIPT = (temp: string, end: string): string => `
  import { createNodeHost } from ${JSON.stringify(join(import.meta.dirname, '../../src/host/node-host.ts'))};
  const quiet = () => {};
  const log = { debug: quiet, info: quiet, notice: quiet, warning: quiet, error: quiet };
  const { host } = createNodeHost({ toolCacheFolder: '/nowhere', log, progress: { phase: (_, work) => work() }, tempRoot: ${JSON.stringify(temp)} });
  await host.files.makeTempFolder();
  const child = 'process.on("SIGTERM", () => {}); console.error(process.pid); setInterval(() => {}, 1000)';
  host.exec.run(process.execPath, ['-e', child], { env: {}, timeoutMs: 60_000, onStderrLine: (line) => {
    console.log(line);
    ${end}
  } }).catch(quiet);`;

async function endOf(end: string, signal: NodeJS.Signals | null) {
  await using temp = await temporaryFolder();
  const program = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT(temp.path, end)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(program, 'exit');
  const [line] = await once(createInterface(program.stdout), 'line');
  if (signal !== null) {
    program.kill(signal);
  }
  const [code, endedBy] = await exited;
  return { code, endedBy, left: await readdir(temp.path), child: Number(line) };
}

describe('the end of the process', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends children, removes folders and still is that signal',
    async (signal) => {
      const { endedBy, left, child } = await endOf('', signal);
      expect(endedBy).toBe(signal);
      expect(left).toEqual([]);
      expect(await ends(child)).toBe(true);
    },
  );

  test('an exit in the middle of work does the same', async () => {
    const { code, left, child } = await endOf('process.exit(7)', null);
    expect(code).toBe(7);
    expect(left).toEqual([]);
    expect(await ends(child)).toBe(true);
  });
});
