import { describe, expect, test } from '@jest/globals';
import { type AtCommit, gatherAtCommit } from '../../src/commands/base-commit-cases.ts';
import { planSubjects } from '../../src/commands/plan.ts';
import { loadAsked } from '../../src/commands/policy-file.ts';
import { trustedAsked } from '../../src/commands/trusted-asked.ts';
import { policyOf } from '../../src/policy/policy.ts';
import { checkRules } from '../../src/rules/check.ts';
import type { RawSettings } from '../../src/settings/load.ts';
import { testChange } from '../support/change.ts';
import type { Content } from '../support/git-repository.ts';

const POLICY = '.github/image-gate.yml';
type Texts = Readonly<Record<string, Content>>;

/** What the base commit had of the subjects that are judged now. */
async function atBase(base: Texts, head: Texts, raw: RawSettings = {}): Promise<readonly AtCommit[]> {
  await using test = await testChange(base, head);
  const given = { workingDirectory: [test.folder], ...raw };
  const trusted = await trustedAsked(given, { workflowPath: null, job: '' }, test.change, test.host);
  const planned = await planSubjects(trusted.asked, test.host);
  // Awaited here: the repository goes away with this function.
  return await gatherAtCommit(planned, trusted.atBase, test.change, `${test.folder}/cache`, test.host);
}

function user(at: AtCommit | undefined): string | null {
  if (at?.kind !== 'known') throw new Error(JSON.stringify(at));
  return at.evidence.dockerfile?.config.user.value ?? null;
}

describe('Dockerfiles as the base commit had them', () => {
  test('are evaluated as they were, whatever stands there now', async () => {
    const base = { Dockerfile: 'FROM scratch\nUSER old\n', 'a/Dockerfile': 'FROM scratch\nUSER a\n' };
    const head = {
      Dockerfile: 'FROM scratch\nUSER new\n',
      'a/Dockerfile': 'not a Dockerfile\n',
      'b/Dockerfile': 'FROM scratch\n',
    };
    const [root, a, b] = await atBase(base, head);
    expect([user(root), user(a), b]).toEqual(['old', 'a', { kind: 'absent' }]);
  });

  test('bring the repository around them along, as it was', async () => {
    const base = {
      Dockerfile: 'FROM scratch\nCOPY . .\n',
      '.dockerignore': 'old\n',
      '.github/dependabot.yml': 'version: 2 # old\n',
      'server.json': '{"name":"old"}',
    };
    const head = {
      '.dockerignore': 'new\n',
      '.github/dependabot.yml': null,
      'server.json': '{"name":"new"}',
      more: 'x',
    };
    const [found] = await atBase(base, head);
    expect(found?.kind === 'known' ? found.evidence.repository : found).toEqual({
      files: ['.dockerignore', '.github/dependabot.yml', 'Dockerfile', 'server.json'],
      prefix: '',
      context: '',
      ignoreFile: { file: '.dockerignore', text: 'old\n' },
      updaters: { '.github/dependabot.yml': 'version: 2 # old\n' },
      unreadable: [],
      serverJson: { file: 'server.json', text: '{"name":"old"}' },
    });
  });

  test('stand on bases as the repository built them then', async () => {
    const compose = 'services:\n  base:\n    image: x.io/acme/base:1\n    build: ./base\n';
    const base = {
      'compose.yaml': compose,
      'base/Dockerfile': 'FROM scratch\nUSER fromcompose\n',
      'other/Dockerfile': 'FROM scratch\nUSER frompolicy\n',
      'a/Dockerfile': 'FROM x.io/acme/base:1\n',
      'b/Dockerfile': 'FROM x.io/acme/other:1\n',
      [POLICY]: 'bases: { x.io/acme/other: other/Dockerfile }\n',
    };
    const head = { 'base/Dockerfile': 'FROM scratch\nUSER 0\n', 'other/Dockerfile': null, 'compose.yaml': null };
    const [a, b] = await atBase(base, head, { dockerfile: ['a/Dockerfile\nb/Dockerfile'] });
    expect([user(a), user(b)]).toEqual(['fromcompose', 'frompolicy']);
  });

  test('keep their names where the policy gives them, wherever they move', async () => {
    const image = (path: string) => `images: [{ name: time, dockerfile: ${path} }]\n`;
    const base = { 'old/Dockerfile': 'FROM scratch\nUSER old\n', [POLICY]: image('old/Dockerfile') };
    const head = {
      'old/Dockerfile': null,
      'new/Dockerfile': 'FROM scratch\nUSER new\n',
      [POLICY]: image('new/Dockerfile'),
    };
    const [found] = await atBase(base, head);
    expect([user(found), found?.kind === 'known' ? found.dockerfile : null]).toEqual(['old', 'old/Dockerfile']);
  });

  test.each<[string, Content, RegExp]>([
    ['BuildKit would reject', 'FROM\n', /^its Dockerfile of commit [0-9a-f]{7}, .* cannot be used: Dockerfile:1: /],
    ['are larger than any real one', Buffer.alloc(65 * 1024 * 1024, '#'), /larger than 64 MiB$/],
  ])('that %s are known to be unknown', async (_what, content, reason) => {
    const [found] = await atBase({ Dockerfile: content }, { Dockerfile: 'FROM scratch\n' });
    expect(found).toEqual({ kind: 'unavailable', reason: expect.stringMatching(reason) });
  });

  test('that were folders, submodules or links out of the repository were none', async () => {
    const now = { Dockerfile: 'FROM scratch\n' };
    const [folder] = await atBase({ 'Dockerfile/x': 'y' }, now);
    expect(folder).toEqual({ kind: 'unavailable', reason: expect.stringContaining('is not a file') });
    expect(await atBase({ Dockerfile: { link: '/etc/hostname' } }, now)).toEqual([{ kind: 'absent' }]);
    expect(await atBase({ Dockerfile: { link: '../../etc/hostname' } }, now)).toEqual([{ kind: 'absent' }]);
  });

  test('of an image without one are not there', async () => {
    expect(await atBase({ a: 'b' }, {}, { image: ['x:1'] })).toEqual([
      { kind: 'unavailable', reason: 'no Dockerfile belongs to this image' },
    ]);
  });

  test('are judged by the same rules', async () => {
    await using test = await testChange(
      { Dockerfile: 'FROM alpine:3.22\nUSER 0\n' },
      { Dockerfile: 'FROM alpine:3.22\nUSER 1000\n' },
    );
    const asked = await loadAsked({ workingDirectory: [test.folder] }, test.host);
    const planned = await planSubjects(asked, test.host);
    const [found] = await gatherAtCommit(planned, asked, test.change, test.folder, test.host);
    if (found?.kind !== 'known') throw new Error('nothing was gathered');
    const checks = checkRules(found.evidence, { ...policyOf(asked.settings), today: '2026-11-23' });
    expect(checks.find(({ rule }) => rule === 'user-non-root')?.answer).toBe('fail');
  });
});
