import { execFileSync, spawn } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { ROOT } from '../../scripts/lib/repository.ts';
import type { Ran } from '../support/command-line.ts';
import { commitAll } from '../support/git-repository.ts';
import { buildOciLayout } from '../support/image-builder/oci-layout.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** `image-gate fix`, from its sources. */

async function fix(cwd: string, ...args: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [join(ROOT, 'src/cli.ts'), 'fix', '--resolve-bases', 'repository', ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: cwd, NO_COLOR: '1' },
  });
  const code = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, stdout, stderr };
}

async function repository(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder('fix');
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder.path, file)), { recursive: true });
    await writeFile(join(folder.path, file), content);
  }
  await commitAll(folder.path, 'acme/servers');
  return { ...folder, path: folder.path, read: (file: string) => readFileSync(join(folder.path, file), 'utf8') };
}

const SERVER = 'FROM node:24-slim\nWORKDIR /app\nCOPY . .\n# start\nCMD ["old"]\nCMD node server.js\n';
const FIXED = 'FROM node:24-slim\nWORKDIR /app\nCOPY . .\nUSER 1000\n# start\nCMD ["node", "server.js"]\n';
const GOOD = 'FROM scratch\nUSER 10001\nENTRYPOINT ["/server"]\n';

describe('image-gate fix', () => {
  test('shows what would change, in every tracked Dockerfile, as git takes it', async () => {
    await using folder = await repository({
      'time/Dockerfile': SERVER,
      'Dockerfile.dev': SERVER,
      'good/Dockerfile': GOOD,
    });
    const { code, stdout, stderr } = await fix(folder.path);
    expect(code).toBe(1);
    expect(stdout.match(/^\+\+\+ .*$/gm)).toEqual(['+++ b/Dockerfile.dev', '+++ b/time/Dockerfile']);
    expect(folder.read('time/Dockerfile')).toBe(SERVER);
    expect(stderr).toContain('time/Dockerfile:6: entrypoint-exec-form: can be fixed.');
    expect(stderr).toContain('time/Dockerfile:1: base-digest: not fixed. The digest of node:24-slim is not known');
    execFileSync('git', ['apply'], { cwd: folder.path, input: stdout });
    expect(folder.read('time/Dockerfile')).toBe(FIXED);
    const again = await fix(folder.path);
    expect([again.code, again.stdout]).toEqual([0, '']);
  });

  test('writes with --write, once, and keeps the mode', async () => {
    await using folder = await repository({ Dockerfile: SERVER.replaceAll('\n', '\r\n') });
    await chmod(join(folder.path, 'Dockerfile'), 0o600);
    const { code, stdout } = await fix(folder.path, '--write', '--quiet');
    expect(code).toBe(0);
    expect(stdout).toContain('+USER 1000\r\n');
    expect(folder.read('Dockerfile')).toBe(FIXED.replaceAll('\n', '\r\n'));
    expect(statSync(join(folder.path, 'Dockerfile')).mode & 0o777).toBe(0o600);
    const again = await fix(folder.path, '--write');
    expect([again.code, again.stdout]).toEqual([0, '']);
  });

  test('pins what --base names, and keeps the working directory of the base', async () => {
    await using folder = await repository({ Dockerfile: 'FROM golang:1.26\nWORKDIR src\nUSER 1\nCMD ["/s"]\n' });
    const { digest } = await buildOciLayout({ steps: [], config: { WorkingDir: '/go' } }, join(folder.path, 'base'));
    const { code } = await fix(folder.path, '--base', 'golang:1.26=oci:base', '--write');
    expect(code).toBe(0);
    expect(folder.read('Dockerfile')).toBe(`FROM golang:1.26@${digest}\nWORKDIR /go/src\nUSER 1\nCMD ["/s"]\n`);
  });

  test('does not pin what the repository itself builds', async () => {
    await using folder = await repository({
      'base/Dockerfile': GOOD,
      'time/Dockerfile': 'FROM ghcr.io/acme/base:1\nLABEL a=b\n',
      '.github/image-gate.yml':
        'bases:\n  ghcr.io/acme/base: base/Dockerfile\nimages:\n  - {name: t, dockerfile: time/Dockerfile}\n',
    });
    const { code, stdout, stderr } = await fix(folder.path);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).not.toContain('base-digest');
  });

  test('a stage and build arguments, and --unsafe', async () => {
    const source =
      'FROM scratch AS app\nARG A\nCOPY s /s\nENTRYPOINT ["/s"]\nFROM scratch\nUSER 1\nENTRYPOINT ["/t"]\n';
    await using folder = await repository({ Dockerfile: source });
    expect((await fix(folder.path)).stdout).toBe('');
    const target = ['--dockerfile', 'Dockerfile', '--target', 'app', '--build-arg', 'A=1'];
    const { code, stderr } = await fix(folder.path, ...target);
    expect(code).toBe(0);
    expect(stderr).toContain('Dockerfile:1: user-non-root: not fixed. --unsafe proposes an edit; make sure that 10001');
    expect((await fix(folder.path, ...target, '--unsafe')).stdout).toContain('\n+USER 10001\n');
  });

  test('what cannot be read does not stop the others', async () => {
    await using folder = await repository({ 'a/Dockerfile': 'RUNN x\n', 'b/Dockerfile': SERVER, 'c/Dockerfile': '' });
    await writeFile(join(folder.path, 'c/Dockerfile'), Buffer.from([...Buffer.from('FROM scratch\n# '), 0xe9, 0x0a]));
    const { code, stderr } = await fix(folder.path, '--write');
    expect(code).toBe(2);
    expect(stderr).toContain('a/Dockerfile:1: ');
    expect(stderr).toContain('c/Dockerfile is not UTF-8, so it is not edited.');
    expect(folder.read('b/Dockerfile')).toBe(FIXED);
  });

  test('nothing is written through a link within the repository', async () => {
    await using folder = await repository({ 'b/Dockerfile': SERVER });
    await symlink('b/Dockerfile', join(folder.path, 'Dockerfile'));
    const { code, stderr } = await fix(folder.path, '--write', '--dockerfile', 'Dockerfile');
    expect(code).toBe(2);
    expect(stderr).toContain('Dockerfile is not written: ELOOP');
    expect(folder.read('b/Dockerfile')).toBe(SERVER);
  });

  test('nothing is read or written through links that lead out, nor outside of the working directory', async () => {
    await using outside = await repository({ Dockerfile: SERVER });
    await using folder = await repository({ 'b/Dockerfile': SERVER });
    await symlink(join(outside.path, 'Dockerfile'), join(folder.path, 'Dockerfile'));
    await symlink(outside.path, join(folder.path, 'linked'));
    for (const path of ['Dockerfile', 'linked/Dockerfile', join(outside.path, 'Dockerfile')]) {
      const { code, stderr } = await fix(folder.path, '--write', '--dockerfile', path, '--dockerfile', 'b/Dockerfile');
      expect(code).toBe(2);
      expect(stderr).toMatch(/a link leads out of the repository|lies outside the working directory/);
    }
    expect(outside.read('Dockerfile')).toBe(SERVER);
    expect(folder.read('b/Dockerfile')).toBe(FIXED);
    expect(lstatSync(join(folder.path, 'Dockerfile')).isSymbolicLink()).toBe(true);
    expect(existsSync(join(outside.path, '.tmp'))).toBe(false);
  });

  test.each<readonly [string, readonly string[], string]>([
    ['no such file', ['--dockerfile', 'nowhere/Dockerfile'], 'There is no Dockerfile at nowhere/Dockerfile.'],
    ['an unknown option', ['--image', 'x'], "unknown option '--image'"],
    ['no such policy', ['--policy', 'no.yml'], 'no.yml'],
  ])('wrong usage: %s', async (_title, args, message) => {
    await using folder = await repository({ Dockerfile: GOOD });
    const { code, stdout, stderr } = await fix(folder.path, ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});
