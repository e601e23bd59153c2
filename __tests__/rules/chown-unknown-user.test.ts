import { describe, expect, test } from '@jest/globals';
import type { ImageFile } from '../../src/model/image-files.ts';
import { chownUnknownUser } from '../../src/rules/chown-unknown-user.ts';
import type { Judgement } from '../../src/rules/rule.ts';
import { dockerfile, image, judge, judgeText } from '../support/evidence.ts';

const SLIM = 'FROM python:3.14-slim\n';
const answer = (text: string): string => judgeText(chownUnknownUser, text).answer;

describe('the Dockerfile alone', () => {
  test('user and group are two accounts; several places of one are one violation', () => {
    const text = `${SLIM}COPY --chown=app:web a /a\nADD --chown=app b /b\n`;
    expect(judgeText(chownUnknownUser, text).violations).toMatchObject([
      { place: 'owner:user:app', location: { startLine: 2 }, related: [{ location: { startLine: 3 } }] },
      { place: 'owner:group:web', location: { startLine: 2 } },
    ]);
  });

  test('as the reference servers have it: a user that nobody creates', () => {
    const text = `FROM ghcr.io/astral-sh/uv:python3.12-bookworm-slim AS uv\nWORKDIR /app\n${SLIM}WORKDIR /app\nCOPY --from=uv --chown=app:app /app/.venv /app/.venv\nENTRYPOINT ["mcp-server-fetch"]\n`;
    expect(judgeText(chownUnknownUser, text).violations.map(({ place }) => place)).toEqual([
      'owner:user:app',
      'owner:group:app',
    ]);
  });

  test.each([
    ['useradd', 'RUN groupadd -r app && useradd -r -g app app'],
    ['adduser of Alpine', 'RUN addgroup -S app && adduser -S app -G app'],
    ['a heredoc', 'RUN <<EOF\nuseradd app\nEOF'],
    ['by a path', 'RUN ["/usr/sbin/useradd", "app"]'],
    ['from a variable', 'ARG U=app\nRUN useradd $U'],
  ])('is created before: %s', (_title, line) => expect(answer(`${SLIM}${line}\nCOPY --chown=app a /a\n`)).toBe('pass'));

  test.each([
    ['a base that is not known', 'FROM acme/base:1\nCOPY --chown=app a /a\n'],
    ['a package may create it', `${SLIM}RUN apt-get install -y postgresql\nCOPY --chown=postgres a /a\n`],
    ['a script may', `${SLIM}RUN ./setup\nCOPY --chown=app a /a\n`],
    ['a copied passwd', 'FROM scratch\nCOPY --from=acme/x:1 /etc/passwd /etc/passwd\nCOPY --chown=app a /a\n'],
    ['a copied root', 'FROM scratch\nCOPY rootfs/ /\nCOPY --chown=app a /a\n'],
    ['an account of the distribution', `${SLIM}COPY --chown=www-data a /a\n`],
    ['a variable', 'FROM acme/base:1\nCOPY --chown=${U} a /a\n'],
    ['created afterwards under a condition', `${SLIM}RUN make\nCOPY --chown=app a /a\nRUN id app || useradd app\n`],
  ])('stays open: %s', (_title, text) => expect(answer(text)).toBe('unknown'));

  test.each(['0', '0:0', 'root', 'root:root', '10001', '10001:10001', '+5', ':0'])(
    '--chown=%s names nobody',
    (owner) => {
      expect(answer(`FROM scratch\nCOPY --chown=${owner} a /a\n`)).toBe('pass');
    },
  );

  test.each(['FROM node:24-slim\nCOPY --chown=node:node a /a\n', 'FROM nginx:1.29\nCOPY --chown=nginx a /a\n'])(
    'an account that the base is known for: %s',
    (text) => expect(answer(text)).toBe('pass'),
  );

  test('created only afterwards, whatever the base: it cannot be created twice', () => {
    const late = 'FROM acme/base:1\nCOPY --chown=app a /a\nRUN useradd --uid 10001 app\n';
    expect(judgeText(chownUnknownUser, late).violations[0]?.message).toContain('is created only after it');
  });

  test('a member who is added to a group later is not created there', () => {
    expect(answer('FROM acme/base:1\nCOPY --chown=app a /a\nRUN adduser app docker\n')).toBe('unknown');
    expect(answer('FROM acme/base:1\nCOPY --chown=app a /a\nRUN usermod -aG docker app\n')).toBe('unknown');
  });

  test('WORKDIR belongs to the current USER', () => {
    expect(answer('FROM scratch\nUSER app:web\nWORKDIR /app\n')).toBe('fail');
    expect(answer('FROM scratch\nUSER 10001\nWORKDIR /app\n')).toBe('pass');
    expect(answer('FROM scratch\nWORKDIR /app\nUSER app\n')).toBe('pass');
  });

  test('a colon without a group is a note', () => {
    const { violations } = judgeText(chownUnknownUser, 'FROM scratch\nCOPY --chown=1000: a /a\n');
    expect(violations).toMatchObject([{ place: 'owner:empty-group', severity: 'low' }]);
  });

  test('in a builder, and in a stage that is not built, it has no effect', () => {
    expect(answer('FROM scratch AS b\nCOPY --chown=app a /a\nFROM scratch\nCOPY --from=b /a /a\n')).toBe('pass');
  });
});

describe('with the built image', () => {
  const text = dockerfile('FROM acme/base:1\nRUN ./setup\nCOPY --chown=app:web a /a\n');
  const built = (passwd: string | null, group: string | null) =>
    image({}, { texts: { '/etc/passwd': passwd, '/etc/group': group } });
  const check = (passwd: string | null, group: string | null) =>
    judge(chownUnknownUser, { dockerfile: text, image: built(passwd, group) });

  test('its accounts decide', () => {
    expect(check('app:x:1:1::/:\n', 'web:x:1:\n').answer).toBe('pass');
    expect(check('App:x:1:1::/:\n', 'web:x:1:\n').violations.map(({ place }) => place)).toEqual(['owner:user:app']);
    expect(check(null, null).violations.map(({ place }) => place)).toEqual(['owner:user:app', 'owner:group:web']);
  });

  test('files that were not read leave it open', () => {
    const parts = { dockerfile: text, image: image({}, { texts: {} }) };
    expect(judge(chownUnknownUser, parts).answer).toBe('unknown');
  });

  test('an account that exists at the end may have come too late', () => {
    const late = dockerfile('FROM acme/base:1\nCOPY --chown=app a /a\nRUN useradd app\n');
    const parts = { dockerfile: late, image: built('app:x:1:1::/:\n', '') };
    expect(judge(chownUnknownUser, parts).answer).toBe('fail');
  });

  test('an image alone does not tell whom files were meant for', () => {
    expect(judge(chownUnknownUser, { image: image() }).answer).toBe('unknown');
  });
});

describe('the owners of the files in the image', () => {
  const entry = (createdBy: string) => ({ createdBy, comment: 'buildkit.dockerfile.v0', emptyLayer: false });
  const LAYERS = ['base', 'copy', 'last'].map((name) => ({ diffId: `sha256:${name}`, size: 1 }));

  /** A base, `COPY --chown=app:web a /srv/a` and one RUN, with what the COPY's layer holds. */
  function owned(
    files: readonly Partial<ImageFile>[],
    accounts: readonly [passwd: string | null, group: string | null],
    run = 'true',
  ): Judgement {
    const text = `FROM acme/base:1\nCOPY --chown=app:web a /srv/a\nRUN ${run}\n`;
    const history = [
      entry('ADD rootfs.tar /'),
      entry('COPY a /srv/a # buildkit'),
      entry(`RUN /bin/sh -c ${run} # buildkit`),
    ];
    const merged = files.map(
      (file, index): ImageFile => ({
        path: `/srv/a${index}`,
        type: 'file',
        mode: 0o644,
        uid: 0,
        gid: 0,
        size: 1,
        link: null,
        hasCapabilities: false,
        layer: 'sha256:copy',
        ...file,
      }),
    );
    const texts = { '/etc/passwd': accounts[0], '/etc/group': accounts[1] };
    const built = image({}, { history, layers: LAYERS, texts, files: { merged, hidden: [], heads: {} } });
    return judge(chownUnknownUser, { dockerfile: dockerfile(text), image: built });
  }
  const KNOWN = ['app:x:1001:1002::/:\n', 'web:x:1002:\n'] as const;

  test('prove that the accounts were there, even when a later step deletes them or seems to create them', () => {
    expect(owned([{ uid: 1001, gid: 1002 }], [null, null]).answer).toBe('pass');
    expect(owned([{ uid: 1001, gid: 1002 }], KNOWN, 'useradd app; groupadd web').answer).toBe('pass');
  });

  test('prove that they were not, although the finished image has them', () => {
    const { answer, violations } = owned([{}], KNOWN);
    expect([answer, violations.map(({ place }) => place)]).toEqual(['fail', ['owner:user:app', 'owner:group:web']]);
    expect(violations[0]?.message).toContain('the files in the image belong to root');
    expect(owned([{ uid: 1001 }], KNOWN).violations.map(({ place }) => place)).toEqual(['owner:group:web']);
  });

  test('another name of root is root', () => {
    expect(owned([{}], ['app:x:0:0::/:\n', 'web:x:0:\n']).answer).toBe('pass');
  });

  test.each<[string, readonly Partial<ImageFile>[]]>([
    ['files of other layers', [{ layer: 'sha256:base' }, { layer: 'sha256:last' }]],
    ['folders, which a layer repeats', [{ type: 'directory' }]],
    ['owners that differ', [{}, { uid: 1001, gid: 1002 }]],
  ])('%s prove nothing: the accounts decide', (_what, files) => {
    expect(owned(files, KNOWN).answer).toBe('pass');
    expect(owned(files, [null, null]).answer).toBe('fail');
  });
});
