import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { attachments } from '../../src/commands/attachments.ts';
import { beforeAsNamed } from '../../src/commands/before-as-named.ts';
import { check, type Outcome } from '../../src/commands/check.ts';
import { loadAsked } from '../../src/commands/policy-file.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import type { RawSettings } from '../../src/settings/load.ts';
import { type Content, commit, git } from '../support/git-repository.ts';
import { buildOciIndex, buildOciLayout, type ImageSpec } from '../support/image-builder/index.ts';
import { surroundingsOf } from '../support/surroundings.ts';
import { type TestHost, testHost } from '../support/test-host.ts';
import { trivyBinary } from '../support/trivy-binary.ts';
import { CARELESS, cacheWithDatabase, LODASH } from '../trivy/fixtures.ts';

type Files = Readonly<Record<string, Content>>;

const GOOD = 'FROM scratch\nCOPY app /app\nENTRYPOINT ["/app"]\nUSER 1000\n';
const BAD = 'FROM scratch\nCOPY app /app\nENTRYPOINT ["/app"]\nUSER 0\n';
const MINIMIST = { path: 'app/node_modules/minimist/package.json', content: '{"name":"minimist","version":"1.2.5"}' };

interface Bench extends AsyncDisposable {
  readonly folder: string;
  readonly base: string;
  run(raw: RawSettings): Promise<Outcome>;
  /** Writes an image into the repository's folder. */
  image(name: string, spec: ImageSpec): Promise<string>;
}

/** A repository with a base commit and a change on it, and the real Trivy with the demo's database. */
async function bench(base: Files, head: Files = {}): Promise<Bench> {
  const t: TestHost = await testHost();
  const folder = join(t.folder, 'repository');
  await git(t.folder, 'init', '--quiet', '--initial-branch', 'main', folder);
  const id = await commit(folder, { '.gitignore': 'images\n', ...base });
  await commit(folder, head);
  const trivy = {
    trivyPath: [await trivyBinary()],
    trivyCacheDir: [await cacheWithDatabase(t.folder)],
    skipDbUpdate: ['true'],
    maxDbAge: ['none'],
  };
  return {
    folder,
    base: id,
    run: async (raw) => {
      const asked = await loadAsked({ workingDirectory: [folder], ...trivy, ...raw }, t.host);
      const before = await beforeAsNamed(asked, null, t.host);
      return await check(asked, { ...surroundingsOf(join(t.folder, 'cache')), before }, t.host);
    },
    image: async (name, spec) => {
      await buildOciLayout({ tag: null, ...spec }, join(folder, 'images', name));
      return `oci:images/${name}`;
    },
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

/** `subject id: change` of what is found by these ids, and what is fixed. */
function changes({ subjects }: Verdict, ...ids: readonly string[]): readonly string[] {
  return subjects
    .flatMap(({ subject: { name, platform }, findings, fixed }) => {
      const of = platform === null ? name : `${name} ${platform}`;
      return [
        ...findings.map(({ id, change }) => ({ id, text: `${of} ${id}: ${change}` })),
        ...fixed.map(({ id }) => ({ id, text: `${of} ${id}: fixed` })),
      ];
    })
    .filter(({ id }) => ids.includes(id))
    .map(({ text }) => text)
    .sort();
}

function withFile(spec: ImageSpec, file: { readonly path: string; readonly content: string }): ImageSpec {
  return { ...spec, steps: [...spec.steps, { createdBy: 'COPY more', files: [file] }] };
}

describe('Dockerfiles alone', () => {
  test('gate: auto compares when a commit is named: what was there does not fail, what is new does', async () => {
    await using b = await bench(
      { 'a/Dockerfile': BAD, 'b/Dockerfile': GOOD },
      { 'b/Dockerfile': BAD, 'c/Dockerfile': BAD },
    );
    const { verdict } = await b.run({ baselineCommit: [b.base] });
    expect(changes(verdict, 'user-non-root')).toEqual([
      'a/Dockerfile user-non-root: unchanged',
      'b/Dockerfile user-non-root: new',
      'c/Dockerfile user-non-root: new',
    ]);
    expect(verdict).toMatchObject({ gate: 'new', verdict: 'fail', baseline: { commit: b.base } });
    expect(verdict.subjects.map((one) => one.verdict)).toEqual(['pass', 'fail', 'fail']);
    expect((await b.run({})).verdict).toMatchObject({ gate: 'all', baseline: null });
  });

  test('a fault that is mended is fixed, and a file that is gone is no subject', async () => {
    await using b = await bench(
      { Dockerfile: BAD, 'old/Dockerfile': BAD },
      { Dockerfile: GOOD, 'old/Dockerfile': null },
    );
    const { verdict } = await b.run({ baselineCommit: [b.base] });
    expect(changes(verdict, 'user-non-root')).toEqual(['Dockerfile user-non-root: fixed']);
    expect(verdict.verdict).toBe('pass');
  });

  test('gate: new with nothing to compare with counts everything, and says so', async () => {
    await using b = await bench({ Dockerfile: BAD });
    const { verdict } = await b.run({ gate: ['new'] });
    expect(verdict).toMatchObject({ verdict: 'fail', baseline: null });
    expect(verdict.notices.map(({ kind }) => kind)).toContain('no-baseline');
  });

  test('a baseline of images says nothing of them', async () => {
    await using b = await bench({ Dockerfile: BAD });
    await expect(b.run({ baseline: ['none.json'] })).resolves.toMatchObject({
      verdict: { verdict: 'fail', baseline: null },
    });
  });
});

describe('a subject that changes its place', () => {
  test('keeps its name where the policy of both commits gives it', async () => {
    const policy = (path: string): string => `images: [{ name: time, dockerfile: ${path} }]\n`;
    await using b = await bench(
      { 'old/Dockerfile': BAD, '.github/image-gate.yml': policy('old/Dockerfile') },
      { 'old/Dockerfile': null, 'new/Dockerfile': BAD, '.github/image-gate.yml': policy('new/Dockerfile') },
    );
    const { verdict } = await b.run({ baselineCommit: [b.base] });
    expect(changes(verdict, 'user-non-root')).toEqual(['time user-non-root: unchanged']);
  });

  test.each<[string, Content]>([
    ['no policy', null],
    ['a policy that cannot be read', 'images: 7\n'],
  ])('a commit with %s is read by the policy of today', async (_what, policy) => {
    await using b = await bench(
      { Dockerfile: BAD, '.github/image-gate.yml': policy },
      { '.github/image-gate.yml': 'images: [{ name: time, dockerfile: Dockerfile }]\n' },
    );
    const { verdict } = await b.run({ baselineCommit: [b.base] });
    expect(changes(verdict, 'user-non-root')).toEqual(['time user-non-root: unchanged']);
  });
});

describe('images', () => {
  test('with the evidence of an earlier run: what it had is old, what it lacked is new', async () => {
    await using b = await bench({ Dockerfile: GOOD });
    const before = await b.image('before', CARELESS);
    const first = await b.run({ image: [before] });
    const { evidence } = await attachments(
      first,
      { sbom: 'none', scanners: ['vuln', 'secret'] },
      { repository: null, commit: null },
    );
    await writeFile(join(b.folder, 'images', 'evidence.json'), evidence ?? '');
    await cp(join(b.folder, 'images', 'before'), join(b.folder, 'images', 'kept'), { recursive: true });
    await buildOciLayout({ tag: null, ...withFile(CARELESS, MINIMIST) }, join(b.folder, 'images', 'later', 'before'));
    const { verdict } = await b.run({ image: ['oci:images/later/before'], baseline: ['images/evidence.json'] });
    expect(changes(verdict, 'CVE-2021-23337', 'CVE-2021-44906', 'github-pat', 'user-non-root')).toEqual([
      'before CVE-2021-23337: unchanged',
      'before CVE-2021-44906: new',
      'before github-pat: unchanged',
    ]);
    expect(verdict).toMatchObject({ gate: 'new', verdict: 'fail', baseline: { commit: null } });

    const other = await b.image('other', CARELESS);
    const unrelated = await b.run({ image: [other], baseline: ['images/evidence.json'] });
    expect(changes(unrelated.verdict, 'CVE-2021-23337')).toEqual(['other CVE-2021-23337: null']);
    expect(unrelated.verdict.verdict).toBe('fail');
  }, 120_000);

  test('with the image before at hand: judged like any other, together with the Dockerfile of the commit', async () => {
    await using b = await bench({ Dockerfile: BAD }, { Dockerfile: BAD });
    const before = await b.image('before', { ...CARELESS, config: { User: '0', Entrypoint: ['/app'] } });
    const now = await b.image('now', withFile({ ...CARELESS, config: { User: '0', Entrypoint: ['/app'] } }, MINIMIST));
    const asked = { image: [now], dockerfile: ['Dockerfile'], baselineImage: [before] };
    const { verdict } = await b.run({ ...asked, baselineCommit: [b.base] });
    expect(changes(verdict, 'user-non-root', 'CVE-2021-23337', 'CVE-2021-44906')).toEqual([
      'Dockerfile CVE-2021-23337: unchanged',
      'Dockerfile CVE-2021-44906: new',
      'Dockerfile user-non-root: unchanged',
    ]);
    const [one] = verdict.subjects;
    expect(one?.errors).toEqual([]);
  }, 120_000);

  test('an image before that cannot be used leaves the Dockerfile before, and says why the rest is not known', async () => {
    await using b = await bench({ Dockerfile: BAD });
    const now = await b.image('now', { ...CARELESS, config: { User: '0', Entrypoint: ['/app'] } });
    const asked = { image: [now], dockerfile: ['Dockerfile'], baselineCommit: [b.base] };
    const { verdict } = await b.run({ ...asked, baselineImage: ['oci:images/none'] });
    expect(changes(verdict, 'user-non-root', 'CVE-2021-23337')).toEqual([
      'Dockerfile CVE-2021-23337: null',
      'Dockerfile user-non-root: unchanged',
    ]);
    const [notice] = verdict.notices.filter(({ kind }) => kind === 'no-baseline');
    expect(notice?.message).toMatch(
      /^New and old cannot be told apart in Dockerfile: the image to compare with cannot be used: /,
    );
    // What is wrong with the image before is no error of the image now.
    expect(verdict.subjects.flatMap(({ errors }) => errors)).toEqual([]);
    expect(verdict.verdict).toBe('fail');
  }, 120_000);

  test('one image before serves all platforms of an image; any other number is a mistake', async () => {
    await using b = await bench({});
    const on = (platform: string, spec: ImageSpec): ImageSpec => ({ ...spec, platform });
    const platforms = ['linux/amd64', 'linux/arm64'];
    const lodash: ImageSpec = { steps: [{ createdBy: 'COPY app', files: [LODASH] }] };
    const index = async (name: string, specs: readonly ImageSpec[]): Promise<string> => {
      await buildOciIndex([...specs], join(b.folder, 'images', name));
      return `oci:images/${name}`;
    };
    const before = await index(
      'before',
      platforms.map((platform) => on(platform, lodash)),
    );
    const now = await index('now', [on('linux/amd64', lodash), on('linux/arm64', withFile(lodash, MINIMIST))]);
    const asked = { image: [now], platform: ['all'] };
    const { verdict } = await b.run({ ...asked, baselineImage: [before] });
    expect(changes(verdict, 'CVE-2021-23337', 'CVE-2021-44906')).toEqual([
      'now linux/amd64 CVE-2021-23337: unchanged',
      'now linux/arm64 CVE-2021-23337: unchanged',
      'now linux/arm64 CVE-2021-44906: new',
    ]);
    const twice = await b.run({ ...asked, baselineImage: [`${before}\n${before}`] });
    expect(changes(twice.verdict, 'CVE-2021-44906')).toEqual(['now linux/arm64 CVE-2021-44906: new']);
    await expect(b.run({ ...asked, baselineImage: [`${before}\n${before}\n${before}`] })).rejects.toMatchObject({
      kind: 'usage',
      code: 'baseline-image',
    });
  }, 120_000);
});
