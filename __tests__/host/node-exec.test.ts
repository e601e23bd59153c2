import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createNodeExec } from '../../src/host/node-exec.ts';
import { ends } from '../support/processes.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const exec = createNodeExec();
const node = process.execPath;
const options = { env: {}, timeoutMs: 30_000 };

describe('running a program', () => {
  test('gives exit code and both outputs', async () => {
    const script = 'console.log("out"); console.error("err"); process.exitCode = 3';
    expect(await exec.run(node, ['-e', script], options)).toEqual({
      exitCode: 3,
      signal: null,
      stdout: 'out\n',
      stderr: 'err\n',
      timedOut: false,
    });
  });

  test('passes on no environment but the given one, and arguments without a shell', async () => {
    process.env['IMAGE_GATE_CANARY'] = 'x';
    const script = 'console.log(JSON.stringify([process.env, process.argv.slice(1)]))';
    const { stdout } = await exec.run(node, ['-e', script, '$(id)', '`id`; *'], { ...options, env: { A: 'b' } });
    delete process.env['IMAGE_GATE_CANARY'];
    expect(JSON.parse(stdout)).toEqual([{ A: 'b' }, ['$(id)', '`id`; *']]);
  });

  test('gives input, which is empty otherwise, and minds no program that does not read it', async () => {
    expect((await exec.run('cat', [], { ...options, input: 'a secret\n' })).stdout).toBe('a secret\n');
    expect((await exec.run('cat', [], options)).stdout).toBe('');
    const large = 'x'.repeat(1_000_000);
    expect((await exec.run('true', [], { ...options, input: large })).exitCode).toBe(0);
  });

  test('gives lines of standard error as they come', async () => {
    const lines: string[] = [];
    await exec.run(node, ['-e', 'process.stderr.write("a\\r\\nb\\n"); process.stderr.write("c")'], {
      ...options,
      onStderrLine: (line) => lines.push(line),
    });
    expect(lines).toEqual(['a', 'b', 'c']);
  });

  test('keeps the head of a long standard output and the tail of a long standard error', async () => {
    const script = `process.stdout.write('x'.repeat(20 * 1024 * 1024)); process.stderr.write('y'.repeat(1_000_000) + 'end')`;
    const { stdout, stderr } = await exec.run(node, ['-e', script], options);
    expect(stdout).toHaveLength(16 * 1024 * 1024);
    expect(stderr).toHaveLength(64 * 1024);
    expect(stderr).toMatch(/^y+end$/);
  });

  test('writes standard output to a file', async () => {
    await using folder = await temporaryFolder();
    const stdoutFile = join(folder.path, 'out');
    const { stdout } = await exec.run(node, ['-e', 'process.stdout.write("x".repeat(100_000))'], {
      ...options,
      stdoutFile,
    });
    expect(stdout).toBe('');
    expect(await readFile(stdoutFile, 'utf8')).toHaveLength(100_000);
  });

  test('a standard output that cannot be written is an error', async () => {
    const run = exec.run(node, ['-e', 'setInterval(() => console.log("x"), 10)'], {
      ...options,
      stdoutFile: '/dev/full',
    });
    await expect(run).rejects.toMatchObject({ code: 'ENOSPC' });
  });

  test.each([
    ['/nowhere/at/all', 'ENOENT'],
    ['/etc/passwd', 'EACCES'],
  ])('%s cannot be started: %s', async (program, code) => {
    await expect(exec.run(program, [], options)).rejects.toMatchObject({ code });
  });

  test('ends the whole group when the time is over, even one that ignores SIGTERM', async () => {
    const script = `
      process.on('SIGTERM', () => {});
      const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)']);
      console.log(child.pid);
      setInterval(() => {}, 1000);`;
    const result = await exec.run(node, ['-e', script], { ...options, timeoutMs: 1500 });
    expect(result).toMatchObject({ timedOut: true, exitCode: null, signal: 'SIGKILL' });
    const pid = Number(result.stdout);
    expect(pid).toBeGreaterThan(0);
    expect(await ends(pid)).toBe(true);
  });

  test('ends the group when nobody waits for its work any more', async () => {
    const stop = new AbortController();
    const began = Date.now();
    const result = await exec.run('/bin/sh', ['-c', 'echo started >&2; sleep 60 & exec sleep 60'], {
      ...options,
      signal: stop.signal,
      onStderrLine: () => stop.abort(),
    });
    expect(result).toMatchObject({ exitCode: null, signal: 'SIGTERM', timedOut: false });
    const again = await exec.run('/bin/sleep', ['60'], { ...options, signal: stop.signal });
    expect(again).toMatchObject({ exitCode: null, signal: 'SIGTERM' });
    expect(Date.now() - began).toBeLessThan(20_000);
  });

  test('does not wait for a process that left the group and kept the pipes', async () => {
    const script = `
      const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'inherit' });
      require('node:fs').writeFileSync(process.argv[1], String(child.pid));
      process.exit(0);`;
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'pid');
    try {
      const result = await exec.run(node, ['-e', script, file], options);
      expect(result).toMatchObject({ exitCode: 0, timedOut: false });
    } finally {
      process.kill(Number(await readFile(file, 'utf8')), 'SIGKILL');
    }
  });
});

describe('finding a program', () => {
  test('on the PATH', async () => {
    expect(await exec.which('sh')).toMatch(/^\/.*\/sh$/);
    expect(await exec.which('no-such-program')).toBeNull();
  });

  test('never in a relative folder', async () => {
    const before = process.env['PATH'];
    process.env['PATH'] = `.::bin:${before}`;
    expect(await exec.which('package.json')).toBeNull();
    process.env['PATH'] = before;
  });
});
