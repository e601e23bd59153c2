import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { actionlint } from '../../scripts/lib/actionlint.ts';
import { runProgram } from '../../scripts/lib/program.ts';
import { ROOT } from '../../scripts/lib/repository.ts';
import { init } from '../../src/commands/init.ts';
import { readPolicyText } from '../../src/commands/policy-file.ts';
import type { PolicyFile } from '../../src/policy/file/policy-file.ts';
import { committed, SERVERS } from '../init/repository.ts';
import { imageHost } from '../support/image-host.ts';
import { describeIf } from '../support/requires.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const POLICY = '.github/image-gate.yml';
const WORKFLOW = '.github/workflows/image-gate.yml';

interface Written {
  readonly said: string;
  readonly policyText: string;
  readonly policy: PolicyFile;
  readonly workflowText: string;
  readonly workflow: {
    readonly on: { readonly push: { readonly branches: readonly string[] } };
    readonly jobs: {
      readonly 'image-gate': {
        readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly with?: object }[];
      };
    };
  };
}

async function written(texts: Readonly<Record<string, string>>): Promise<Written> {
  await using repository = await committed(texts);
  await using images = await imageHost({ programs: { docker: null, podman: null } });
  const raw = { workingDirectory: [repository.path] };
  const said = await init({ raw, force: false, stdout: false }, join(repository.path, '.cache'), images.host);
  expect(said).toContain(`Wrote ${POLICY} and ${WORKFLOW}`);
  const policyText = await readFile(join(repository.path, POLICY), 'utf8');
  const workflowText = await readFile(join(repository.path, WORKFLOW), 'utf8');
  const policy = await readPolicyText(policyText, POLICY, images.host);
  return { said, policyText, policy, workflowText, workflow: parse(workflowText) };
}

function commands({ workflow }: Written): readonly string[] {
  return workflow.jobs['image-gate'].steps.flatMap(({ run }) => run?.trim().split('\n') ?? []);
}

describe('three servers and a base of the same repository', () => {
  test('the policy fits: bases, images with their transport, ports without debuggers', async () => {
    const { policy, policyText } = await written(SERVERS);
    expect(policy).toMatchObject({
      profile: 'mcp',
      options: { failOn: ['high'], allowPort: ['8080/tcp'] },
      bases: { 'ghcr.io/acme/mcp-base': { dockerfile: 'servers/base/Dockerfile', target: null } },
      images: [
        { name: 'fetch', dockerfile: 'Dockerfile.fetch', context: '.', transport: null, image: null },
        { name: 'git', dockerfile: 'servers/git/Dockerfile', context: '.', transport: 'stdio' },
        { name: 'time', dockerfile: 'servers/time/Dockerfile', context: 'servers/time', transport: 'http' },
      ],
    });
    expect(policyText).toMatch(/^# yaml-language-server: \$schema=https:\/\/\S+\/schemas\/policy-1\.schema\.json\n/);
    expect(policyText).toContain('# check: FROM in servers/git/Dockerfile:1 names it');
  });

  test('the workflow builds the base under the name that FROM has, then each image, and gates them in one step', async () => {
    const all = await written(SERVERS);
    expect(commands(all)).toEqual([
      'docker build --tag ghcr.io/acme/mcp-base:1 --file servers/base/Dockerfile servers/base',
      'docker build --tag fetch:ci --file Dockerfile.fetch .',
      'docker build --tag git:ci --file servers/git/Dockerfile .',
      'docker build --tag time:ci --file servers/time/Dockerfile servers/time',
    ]);
    const { steps } = all.workflow.jobs['image-gate'];
    expect(steps.at(-1)?.with).toEqual({
      image: 'fetch:ci\ngit:ci\ntime:ci\n',
      dockerfile: 'Dockerfile.fetch\nservers/git/Dockerfile\nservers/time/Dockerfile\n',
    });
    expect(all.workflow.on).toMatchObject({
      push: { branches: ['main'] },
      pull_request: null,
      merge_group: null,
      schedule: [{}],
    });
  });

  test('it uses the actions that the README names, with inputs that there are', async () => {
    const { workflow } = await written(SERVERS);
    const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
    const { inputs } = parse(await readFile(join(ROOT, 'action.yml'), 'utf8'));
    const { steps } = workflow.jobs['image-gate'];
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used).toHaveLength(2);
    for (const uses of used) expect(readme).toContain(`uses: ${uses}\n`);
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(steps.at(-1)?.with ?? {})));
  });
});

describe('what build files say', () => {
  const COMPOSE = [
    'services:',
    '  time:',
    '    image: ghcr.io/acme/mcp-time:1',
    '    build: { context: ., dockerfile: servers/time/Dockerfile, target: app }',
    '  base:',
    '    image: ghcr.io/acme/mcp-base:1',
    '    build: servers/base',
  ].join('\n');
  const TIME =
    'FROM ghcr.io/acme/mcp-base:1 AS app\nLABEL io.modelcontextprotocol.server.transport=stdio\nFROM app AS test\n';

  test('gives names and targets, and proves bases', async () => {
    const all = await written({ ...SERVERS, 'compose.yaml': COMPOSE, 'servers/time/Dockerfile': TIME });
    expect(all.policy.images.at(-1)).toMatchObject({ name: 'acme/mcp-time', target: 'app', transport: 'stdio' });
    expect(commands(all).at(-1)).toBe(
      'docker build --tag ghcr.io/acme/mcp-time:ci --file servers/time/Dockerfile --target app servers/time',
    );
    expect(all.policyText).toContain('# built from servers/base/Dockerfile by compose.yaml:');
    expect(all.policyText).not.toContain('# check:');
  });
});

describe('bases', () => {
  test('upon bases are built first; two tags are one repository; what a digest fixes is only a comment', async () => {
    const all = await written({
      'lowest/Dockerfile': 'FROM scratch\n',
      'base/Dockerfile': 'FROM acme/lowest:1\n',
      'a/Dockerfile': 'FROM acme/base:1\nENTRYPOINT ["/a"]\n',
      'b/Dockerfile': 'FROM docker.io/acme/base:2\nENTRYPOINT ["/b"]\n',
      'pinned/Dockerfile': 'FROM scratch\n',
      'c/Dockerfile': `FROM acme/pinned@sha256:${'0'.repeat(64)}\nENTRYPOINT ["/c"]\n`,
    });
    expect(Object.keys(all.policy.bases)).toEqual(['acme/lowest', 'acme/base']);
    expect(all.policyText).toContain('\n  # acme/pinned: pinned/Dockerfile # check: ');
    expect(all.policy.images.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(commands(all).slice(0, 3)).toEqual([
      'docker build --tag acme/lowest:1 --file lowest/Dockerfile lowest',
      'docker build --tag acme/base:1 --file base/Dockerfile base',
      'docker build --tag docker.io/acme/base:2 --file base/Dockerfile base',
    ]);
  });

  test('that start something themselves are judged, too', async () => {
    const all = await written({
      'base/Dockerfile': 'FROM scratch\nENTRYPOINT ["/server"]\n',
      'a/Dockerfile': 'FROM acme/base\n',
    });
    expect(all.policy.images.map(({ name }) => name)).toEqual(['a', 'base']);
  });
});

describe('names that files must not have', () => {
  const HOSTILE = [
    'a b/Dockerfile',
    '$(id)/Dockerfile',
    '-v/Dockerfile',
    "quote'/Dockerfile",
    '${{ github.token }}/Dockerfile',
    'line\nbreak: [/Dockerfile',
    'über/Dockerfile',
  ];

  test('are left out, and said in a comment', async () => {
    const texts = Object.fromEntries(HOSTILE.map((file) => [file, 'FROM scratch\nENTRYPOINT ["/a"]\n']));
    const all = await written({ ...texts, 'good/Dockerfile': 'FROM scratch\n', 'bad/Dockerfile': 'FROMM scratch\n' });
    expect(all.policy.images.map(({ dockerfile }) => dockerfile)).toEqual(['good/Dockerfile']);
    expect(commands(all)).toEqual(['docker build --tag good:ci --file good/Dockerfile good']);
    for (const name of HOSTILE) expect(all.workflowText).not.toContain(name);
    expect(all.policyText.split('\n').filter((line) => /^# {3}.*: its path has letters/.test(line))).toHaveLength(7);
    expect(all.policyText).toContain('#   bad/Dockerfile: bad/Dockerfile:1: ');
    expect(all.said).toContain('Not judged:\n  $(id)/Dockerfile: its path');
    expect(all.said).toContain('  line break: [/Dockerfile: its path');
  });

  test('equal names of folders are told apart', async () => {
    const { policy } = await written({
      'one/app/Dockerfile': 'FROM scratch\n',
      'two/app/Dockerfile': 'FROM scratch\n',
    });
    expect(policy.images.map(({ name }) => name)).toEqual(['app', 'two-app']);
  });
});

describe('files', () => {
  const run = async (
    texts: Readonly<Record<string, string>> | null,
    options: { readonly force?: boolean; readonly stdout?: boolean } = {},
  ): Promise<{ readonly said: string; readonly policy: string | null }> => {
    await using folder = texts === null ? await temporaryFolder('init') : await committed(texts);
    await using images = await imageHost();
    const request = { raw: { workingDirectory: [folder.path] }, force: false, stdout: false, ...options };
    const said = await init(request, join(folder.path, '.cache'), images.host).catch((error: unknown) => {
      expect(error).toMatchObject({ kind: 'usage' });
      return `${Reflect.get(Object(error), 'code')}: ${Reflect.get(Object(error), 'message')}`;
    });
    const policy = await readFile(join(folder.path, POLICY), 'utf8').catch(() => null);
    return { said, policy };
  };

  test('that are there are never overwritten, unless that is forced', async () => {
    const texts = { ...SERVERS, [POLICY]: '# mine\n' };
    expect(await run(texts)).toEqual({
      said: `file-exists: ${POLICY} is there already; nothing was written.`,
      policy: '# mine\n',
    });
    expect((await run({ ...texts, [WORKFLOW]: 'on: push\n' })).said).toContain(`${POLICY} and ${WORKFLOW} are there`);
    expect((await run({ ...SERVERS, [WORKFLOW]: 'on: push\n' })).policy).toBeNull();
    expect((await run(texts, { force: true })).policy).toContain('profile: mcp');
  });

  test('--stdout prints and writes nothing', async () => {
    const { said, policy } = await run(SERVERS, { stdout: true });
    expect([said.includes(`# --- ${POLICY}\n`), said.includes(`# --- ${WORKFLOW}\n`), policy]).toEqual([
      true,
      true,
      null,
    ]);
  });

  test('a folder without Dockerfiles, in git or not', async () => {
    expect((await run(null)).said).toBe('nothing-to-judge: There is no Dockerfile here.');
    const aside = await run({ 'tests/Dockerfile': 'FROM scratch\n' });
    expect(aside.said).toBe('nothing-to-judge: No Dockerfile here can be judged: tests/Dockerfile: it stands in tests');
  });
});

(await describeIf('go'))('actionlint', () => {
  test('has nothing to say of the workflow', async () => {
    const { workflowText } = await written(SERVERS);
    await using folder = await temporaryFolder('actionlint');
    await mkdir(join(folder.path, '.github', 'workflows'), { recursive: true });
    await writeFile(join(folder.path, WORKFLOW), workflowText);
    const program = await actionlint();
    const { code, output } = await runProgram(program, ['-shellcheck=', '-pyflakes=', WORKFLOW], { cwd: folder.path });
    expect([code, output]).toEqual([0, '']);
  }, 240_000);
});
