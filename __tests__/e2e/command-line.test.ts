import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, open, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/json/schema.ts';
import { CLI, demoScanner, exampleRepository, type Ran, type Repository } from '../support/command-line.ts';

/** The shipped command, with the real Trivy: what users see when it works, and when it cannot. */

const HARDENED = ['--image', 'oci:images/hardened-server', '--dockerfile', 'hardened-server/Dockerfile'];
const CARELESS = ['--image', 'oci:images/careless-server', '--dockerfile', 'careless-server/Dockerfile'];
const JSON_OUT = ['--format', 'json', '--quiet'];

let repository: Repository;
let scanner: readonly string[];

beforeAll(async () => {
  repository = await exampleRepository();
  scanner = await demoScanner();
});
afterAll(async () => {
  await repository[Symbol.asyncDispose]();
});

async function check(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran & { report: Report }> {
  const ran = await repository.run(['check', ...args, ...JSON_OUT], env);
  return { ...ran, report: JSON.parse(ran.stdout) };
}

/** One line says what and where, one what to do: never a stack trace. */
function expectKind(text: string): void {
  expect(text).not.toMatch(/^\s+at .*:\d+:\d+/m);
  expect(text).not.toContain('fault of image-gate');
}

describe('with everything in place', () => {
  test('the hardened server passes', async () => {
    const { code, report } = await check([...HARDENED, ...scanner]);
    expect([code, report.verdict, report.errors]).toEqual([0, 'pass', []]);
  });

  test('the careless one fails, with advisories at the line that brought them', async () => {
    const { code, report } = await check([...CARELESS, ...scanner]);
    const [subject] = report.subjects;
    expect([code, report.verdict, report.trivy?.version]).toEqual([1, 'fail', '0.74.0']);
    const lines = subject?.findings
      .filter(({ kind }) => kind === 'advisory')
      .map(({ id, origin, location }) => [id, origin, location?.startLine]);
    expect(lines).toEqual(
      expect.arrayContaining([
        ['CVE-2021-44906', 'app', 6],
        ['CVE-2023-38545', 'base', 1],
      ]),
    );
  });

  test('report mode shows the same and passes', async () => {
    const { code, report } = await check([...CARELESS, ...scanner, '--mode', 'report']);
    expect([code, report.verdict]).toEqual([0, 'fail']);
  });

  test('the threshold decides, and hides nothing', async () => {
    const all = await check([...CARELESS, ...scanner, '--fail-on', 'low', '--fail-unfixed']);
    const few = await check([...CARELESS, ...scanner, '--fail-on', 'critical']);
    const count = ({ report }: { report: Report }): number | undefined => report.subjects[0]?.findings.length;
    expect(count(few)).toBe(count(all));
    const failing = few.report.subjects[0]?.findings.filter(({ status }) => status === 'fail') ?? [];
    expect(new Set(failing.map(({ severity }) => severity))).toEqual(new Set(['critical']));
  });

  test('no output repeats the credential', async () => {
    const formats = ['table', 'json', 'sarif', 'markdown'];
    const reports = await Promise.all(
      formats.map((format) =>
        repository.run(['check', ...CARELESS, ...scanner, '--format', format, '--report-dir', 'out']),
      ),
    );
    const files = await Promise.all(
      (await readdir(join(repository.path, 'out'))).map((name) => readFile(join(repository.path, 'out', name), 'utf8')),
    );
    const token =
      /ghp_[A-Za-z0-9]+/.exec(await readFile(join(repository.path, 'careless-server/Dockerfile'), 'utf8'))?.[0] ?? '';
    expect(token).toHaveLength(40);
    for (const text of [...files, ...reports.flatMap(({ stdout, stderr }) => [stdout, stderr])])
      expect(text).not.toContain(token);
  });

  test('without a scanner the rules still judge', async () => {
    const { code, report } = await check([...CARELESS, '--scanners', 'none']);
    expect([code, report.verdict, report.trivy]).toEqual([1, 'fail', null]);
  });

  test('standard output carries the asked format alone', async () => {
    const { stdout } = await repository.run(['check', ...HARDENED, ...scanner, '--format', 'sarif']);
    expect(JSON.parse(stdout)).toMatchObject({ version: '2.1.0' });
  });

  test('nothing is left behind in the folder for temporary files', async () => {
    const temp = join(repository.path, 'tmp');
    await mkdir(temp);
    await check([...CARELESS, ...scanner], { TMPDIR: temp });
    expect(await readdir(temp)).toEqual([]);
  });
});

describe('standard output', () => {
  /** Runs the shipped command with standard output as given; what it says on standard error. */
  async function ran(args: readonly string[], stdout: 'pipe' | number, then?: (child: ChildProcess) => void) {
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd: repository.path,
      stdio: ['ignore', stdout, 'pipe'],
      env: { PATH: process.env['PATH'], HOME: repository.path },
    });
    then?.(child);
    const closed = once(child, 'close');
    const stderr = child.stderr === null || child.stderr.destroyed ? '' : await text(child.stderr);
    const [code] = await closed;
    return { code, stderr };
  }
  const PASSING = ['check', '--scanners', 'none', '--dockerfile', 'hardened-server/Dockerfile'];
  const FAILING = ['check', '--scanners', 'none', '--dockerfile', 'careless-server/Dockerfile', '--format', 'json'];

  test.each([
    ['check, pass', PASSING, 0],
    ['check, fail', FAILING, 1],
    ['rules', ['rules', '--format', 'json'], 0],
    ['explain', ['explain', '--dockerfile', 'hardened-server/Dockerfile'], 0],
    ['help', ['--help'], 0],
  ])('that nobody reads changes nothing: %s', async (_name, args, expected) => {
    const { code, stderr } = await ran(args, 'pipe', (child) => child.stdout?.destroy());
    expect(code).toBe(expected);
    expectKind(stderr);
    expect(stderr).not.toContain('error:');
  });

  test.each([
    ['check, pass', PASSING],
    ['check, fail', FAILING],
    ['rules', ['rules', '--format', 'json']],
    ['help', ['--help']],
  ])('that cannot be written is an error: %s', async (_name, args) => {
    const full = await open('/dev/full', 'w');
    const { code, stderr } = await ran(args, full.fd);
    await full.close();
    expect(code).toBe(3);
    expect(stderr).toMatch(/error: Standard output cannot be written: ENOSPC.*\.\nFree space/);
    expectKind(stderr);
  });

  test('messages that nobody reads change nothing', async () => {
    const { code } = await ran([...PASSING, '--debug'], 'pipe', (child) => child.stderr?.destroy());
    expect(code).toBe(0);
  });
});

describe('a repository with links to what is not its own', () => {
  test('none of it is shown, whichever file the link stands for', async () => {
    const folder = join(repository.path, 'linked');
    await mkdir(join(folder, '.github'), { recursive: true });
    spawnSync('git', ['init', '--quiet', folder]);
    const secret = join(repository.path, 'git-credentials');
    await writeFile(secret, 'https://me:ghs_Zq8vN2kL5@example.com\n');
    for (const name of [
      'Dockerfile',
      'Dockerfile.dockerignore',
      'compose.yaml',
      'server.json',
      '.github/dependabot.yml',
    ]) {
      await symlink(secret, join(folder, name));
    }
    await writeFile(join(folder, 'app.Dockerfile'), 'FROM scratch\nCOPY . /\n');
    spawnSync('git', ['-C', folder, 'add', '.']);
    for (const args of [['check'], ['check', '--format', 'json'], ['explain'], ['fix'], ['init', '--stdout']]) {
      const { stdout, stderr } = await repository.run([...args, '--working-directory', folder, '--scanners', 'none']);
      expect(stdout + stderr).not.toContain('ghs_Zq8vN2kL5');
    }
    const { code, stdout } = await repository.run(['check', '--working-directory', folder, '--scanners', 'none']);
    expect(code).toBe(2);
    expect(stdout).toContain('Dockerfile cannot be read: a link leads out of the repository.');
  });
});

describe('wrong input: exit 2, and nothing is lost', () => {
  test.each([
    ['no such Dockerfile', ['--dockerfile', 'nope/Dockerfile'], 'There is no Dockerfile at nope/Dockerfile'],
    ['an empty Dockerfile', ['--dockerfile', 'Empty'], 'Empty:1: the file is empty'],
    ['a binary Dockerfile', ['--dockerfile', 'Binary'], 'Binary:1: the file is binary'],
    ['a folder', ['--dockerfile', 'images'], 'images is not a file'],
    ['a file outside', ['--dockerfile', '../Dockerfile'], 'lies outside the working directory'],
    ['what no build accepts', ['--dockerfile', 'Bad'], 'Bad:2: unknown instruction'],
    ['no such layout', ['--image', 'oci:nope'], 'oci:nope: there is no such folder'],
    ['no image of a registry', ['--image', 'registry:GHCR.IO/Acme'], 'what follows registry: is no name of an image'],
  ])('%s', async (_name, args, message) => {
    await writeFile(join(repository.path, 'Empty'), '');
    await writeFile(join(repository.path, 'Binary'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]));
    await writeFile(join(repository.path, 'Bad'), 'FROM node:24-slim\nRUNN npm ci\n');
    const { code, stderr, report } = await check([...args, ...scanner]);
    expect(code).toBe(2);
    expect(report.errors).toMatchObject([
      { kind: 'usage', message: expect.stringContaining(message), advice: expect.stringMatching(/.{10}/) },
    ]);
    expectKind(stderr);
  });

  test('what else was found is still written', async () => {
    const args = [
      '--dockerfile',
      'careless-server/Dockerfile',
      '--dockerfile',
      'nope/Dockerfile',
      '--report-dir',
      'partly',
    ];
    const { code } = await check(args);
    const report: Report = JSON.parse(await readFile(join(repository.path, 'partly/report.json'), 'utf8'));
    expect(code).toBe(2);
    expect(report.subjects.map(({ verdict, findings }) => [verdict, findings.length > 0])).toEqual([
      ['fail', true],
      ['error', false],
    ]);
  });

  test('a wrong value stops the run before anything is looked at', async () => {
    const { code, stdout, stderr } = await repository.run([
      'check',
      ...HARDENED,
      '--fail-on',
      'hgih',
      '--timeout',
      '5 min',
    ]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('fail-on is "hgih"; allowed: critical, high, medium, low, unknown');
    expect(stderr).toContain('timeout is "5 min"');
    expectKind(stderr);
  });

  test.each([
    [['chekc'], "unknown command 'chekc'"],
    [['check', '--imgae', 'x'], "unknown option '--imgae'"],
    [['check', ...HARDENED, '--dockerfile', 'careless-server/Dockerfile'], '1 image and 2 Dockerfiles do not pair'],
    [['check', ...HARDENED, ...CARELESS, '--target', 'x'], 'target and build-arg hold for one subject'],
    [['check'], 'is no git work tree to look in'],
  ])('%j', async (args, message) => {
    const { code, stderr } = await repository.run(args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expectKind(stderr);
  });
});

describe('what cannot be verified: exit 3, and the findings of the rules stay', () => {
  async function failing(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Report> {
    const { code, stderr, report } = await check([...CARELESS, ...args], env);
    expect([code, report.verdict]).toEqual([3, 'error']);
    expect(report.subjects[0]?.findings.map(({ id }) => id)).toContain('user-non-root');
    expectKind(stderr);
    return report;
  }

  async function fakeTrivy(script: string): Promise<readonly string[]> {
    const file = join(repository.path, `trivy-${Math.abs(hash(script))}`);
    await writeFile(
      file,
      `#!/bin/sh\ncase "$*" in *--version*|version*) echo 'Version: 0.74.0'; exit 0;; esac\n${script}\n`,
    );
    await chmod(file, 0o755);
    return scanner.with(1, file);
  }

  test('/bin/true is no Trivy', async () => {
    const { errors } = await failing(scanner.with(1, '/bin/true'));
    expect(errors.map(({ message }) => message).join()).toContain('/bin/true');
  });

  test('Trivy that crashes', async () => {
    const { errors } = await failing(await fakeTrivy("echo 'panic: runtime error' >&2\nexit 2"));
    expect(errors.map(({ code }) => code).join()).toContain('crash');
  });

  test('Trivy that does not end', async () => {
    const { errors } = await failing([...(await fakeTrivy('sleep 600')), '--timeout', '2s']);
    expect(errors.map(({ code }) => code).join()).toContain('timeout');
  });

  test('Trivy that writes half a report', async () => {
    const script = `while [ $# -gt 0 ]; do case "$1" in -o|--output) echo '{"SchemaVersion": 2, "Resu' > "$2";; esac; shift; done`;
    const { errors } = await failing(await fakeTrivy(script));
    expect(errors.map(({ code }) => code).join()).toContain('report');
  });

  test('Trivy that makes no bill of materials: the reports are there, and what is missing is said', async () => {
    const [, real] = scanner;
    const args = await fakeTrivy(`case "$1" in convert) exit 2;; esac\nexec '${real}' "$@"`);
    const folder = join(repository.path, 'no-bill');
    const ran = await repository.run(['check', ...HARDENED, ...args, '--report-dir', folder, ...JSON_OUT]);
    const report: Report = JSON.parse(ran.stdout);
    expect([ran.code, report.verdict]).toEqual([3, 'pass']);
    expect(await readdir(folder)).toEqual(['report.html', 'report.json', 'report.sarif', 'summary.md']);
    expect(ran.stderr).toMatch(/bill of materials/);
    expectKind(ran.stderr);
  });

  test('no database', async () => {
    const { errors } = await failing([...scanner.with(3, 'nothing-here')]);
    expect(errors.map(({ code }) => code)).toContain('database-missing');
  });

  test('a damaged database', async () => {
    await cp(join(repository.path, 'trivy'), join(repository.path, 'cut'), { recursive: true });
    await truncate(join(repository.path, 'cut/db/trivy.db'), 5_000);
    const { errors } = await failing(scanner.with(3, 'cut'));
    expect(errors.map(({ code }) => code).join()).toContain('database');
  });

  test('a database that is too old', async () => {
    const { errors } = await failing(scanner.with(6, '1h'));
    expect(errors.map(({ code }) => code).join()).toMatch(/database/);
  });

  test('an image whose layer was tampered with', async () => {
    await cp(join(repository.path, 'images/careless-server'), join(repository.path, 'images/damaged'), {
      recursive: true,
    });
    const blobs = join(repository.path, 'images/damaged/blobs/sha256');
    const sizes = await Promise.all(
      (await readdir(blobs)).map(async (name) => ({ name, bytes: (await readFile(join(blobs, name))).length })),
    );
    const largest = sizes.sort((a, b) => b.bytes - a.bytes)[0]?.name ?? '';
    const file = await open(join(blobs, largest), 'r+');
    await file.write(Buffer.from('XXXX'), 0, 4, 2_000);
    await file.close();
    const { code, report, stderr } = await check([
      '--image',
      'oci:images/damaged',
      '--dockerfile',
      'careless-server/Dockerfile',
      ...scanner,
    ]);
    expect([code, report.verdict]).toEqual([3, 'error']);
    expect(report.subjects[0]?.checks.length).toBeGreaterThan(0);
    expectKind(stderr);
  });

  test('reports that cannot be written', async () => {
    await writeFile(join(repository.path, 'a-file'), '');
    const ran = await repository.run(['check', ...CARELESS, ...scanner, '--report-dir', 'a-file/reports']);
    expect(ran.code).toBe(3);
    expect(ran.stdout).toContain('user-non-root');
    expect(ran.stderr).toContain('The reports cannot be written to a-file/reports');
    expectKind(ran.stderr);
  });
});

function hash(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) | 0, 7);
}

// A small file system of its own needs root, which the gate of this project has.
const describeAsRoot = process.getuid?.() === 0 ? describe : describe.skip;

describeAsRoot('a full disk', () => {
  async function withDisk<T>(bytes: number, work: (path: string) => Promise<T>): Promise<T> {
    const path = join(repository.path, `disk-${bytes}`);
    await mkdir(path);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', path]);
    expect(mounted.status).toBe(0);
    try {
      return await work(path);
    } finally {
      spawnSync('umount', ['-l', path]);
      await rm(path, { recursive: true, force: true });
    }
  }

  test('for the reports: the verdict is still printed', async () => {
    const ran = await withDisk(4096, (path) =>
      repository.run(['check', ...CARELESS, ...scanner, '--report-dir', path]),
    );
    expect(ran.code).toBe(3);
    expect(ran.stdout).toContain('CVE-2021-44906');
    expect(ran.stderr).toMatch(/cannot be written to .*ENOSPC/);
    expectKind(ran.stderr);
  });

  test('for the scan: could not verify, and the rules have judged', async () => {
    const { code, report, stderr } = await withDisk(8192, (path) => check([...CARELESS, ...scanner], { TMPDIR: path }));
    expect([code, report.verdict]).toEqual([3, 'error']);
    expect(JSON.stringify(report.errors)).toMatch(/space/i);
    expectKind(stderr);
  });
});

test('what a pull request could leave in the workspace or environment changes nothing', async () => {
  const before = await check([...CARELESS, ...scanner]);
  await writeFile(join(repository.path, 'trivy.yaml'), 'severity: [LOW]\n');
  await writeFile(join(repository.path, 'other-ignore'), 'CVE-2021-44906\n');
  await writeFile(join(repository.path, 'trivy-secret.yaml'), 'disable-rules: [github-pat]\n');
  const after = await check([...CARELESS, ...scanner], {
    TRIVY_SEVERITY: 'LOW',
    TRIVY_IGNOREFILE: 'other-ignore',
    TRIVY_SKIP_FILES: '**',
  });
  expect(after.report.subjects).toEqual(before.report.subjects);
});

test('an ignore file of Trivy is read as waivers: what it accepts stays in sight', async () => {
  const file = join(repository.path, '.trivyignore');
  await writeFile(file, '# not reachable here\nCVE-2021-44906\n');
  const { report } = await check([...CARELESS, ...scanner]);
  await rm(file);
  const finding = report.subjects[0]?.findings.find(({ id }) => id === 'CVE-2021-44906');
  expect(finding).toMatchObject({
    status: 'waived',
    waiver: { source: 'trivyignore', reason: 'not reachable here', location: { file: '.trivyignore', startLine: 2 } },
  });
});

test('a Node that is too old gets a sentence', () => {
  const older = `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '20.11.0' })`;
  const { status, stderr } = spawnSync(process.execPath, ['--import', older, CLI, '--version'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([2, 'image-gate needs Node 24 or newer; this is Node 20.11.0.\n']);
});
