import { describe, expect, test } from '@jest/globals';
import type { RepositoryEvidence } from '../../src/model/repository.ts';
import { copyContextBroad } from '../../src/rules/copy-context-broad.ts';
import type { Judgement } from '../../src/rules/rule.ts';
import { dockerfile, judge, repository } from '../support/evidence.ts';

function judgeIn(text: string, rest: Partial<RepositoryEvidence> = {}): Judgement {
  return judge(copyContextBroad, { dockerfile: dockerfile(text), repository: repository({ context: '', ...rest }) });
}

const ignore = (text: string): RepositoryEvidence['ignoreFile'] => ({ file: '.dockerignore', text });
const COPY = 'FROM scratch\nCOPY . /app\n';

describe('what counts as the whole context', () => {
  test.each([
    'COPY . /app',
    'COPY ./ /app',
    'ADD . /app',
    'COPY / /app',
    'COPY * /app/',
    'COPY ["./", "/a b"]',
    'COPY a . /app/',
    'ARG D=.\nCOPY $D /app',
    'COPY --chown=1:1 . /app',
  ])('%s', (line) => expect(judgeIn(`FROM scratch\n${line}\n`).answer).toBe('fail'));

  test.each([
    'COPY src /app',
    'COPY package*.json ./',
    'COPY *.go ./',
    'COPY ./src/ .',
    'COPY --from=acme/x:1 . /app',
    'COPY <<EOF .\nx\nEOF',
    'RUN --mount=type=bind,target=/src make',
    'ADD https://example.com/x.tar /x',
  ])('is selective: %s', (line) => expect(judgeIn(`FROM scratch\n${line}\n`).answer).toBe('pass'));

  test('a variable without a value leaves it open', () => {
    expect(judgeIn('FROM acme/base:1\nCOPY ${SRC} /app\n').answer).toBe('unknown');
    expect(judgeIn('FROM acme/base:1\nCOPY src/${X} /app\n').answer).toBe('pass');
  });
});

describe('the ignore file', () => {
  test.each([
    ['all that matters', '.git\n.env*\n', 'pass'],
    ['everything but', '*\n!src\n', 'pass'],
    ['in any folder', '**/.git\n**/.env\n', 'pass'],
    ['a typing error', '.git\n.evn\n', 'fail'],
    ['taken back in', '.git\n.env*\n!.env\n', 'fail'],
    ['only the history', '.git\n', 'fail'],
    ['empty', '', 'fail'],
  ])('%s', (_title, text, answer) => expect(judgeIn(COPY, { ignoreFile: ignore(text) }).answer).toBe(answer));

  test('it is named with what it lets through, and the way to it', () => {
    const { violations } = judgeIn(COPY, { ignoreFile: { file: 'Dockerfile.dockerignore', text: 'node_modules\n' } });
    expect(violations).toMatchObject([
      {
        message: 'COPY takes the whole build context, and Dockerfile.dockerignore does not keep out .git, .env.',
        location: { startLine: 2 },
        related: [{ location: { file: 'Dockerfile.dockerignore' } }],
      },
    ]);
  });

  test('a file that BuildKit refuses, or that could not be read, proves nothing', () => {
    expect(judgeIn(COPY, { ignoreFile: ignore('!\n') }).answer).toBe('unknown');
    expect(judgeIn(COPY, { unreadable: ['.dockerignore'] }).answer).toBe('unknown');
    expect(judgeIn(COPY, { unreadable: ['renovate.json'] }).answer).toBe('fail');
  });

  test('COPY --exclude does the same', () => {
    const text = 'FROM scratch\nARG G=.git\nCOPY --exclude=$G --exclude=.env . /app\n';
    expect(judgeIn(text).answer).toBe('pass');
    expect(judgeIn('FROM scratch\nCOPY --exclude=.git . /app\n').answer).toBe('fail');
  });
});

describe('what is looked for', () => {
  test('.git only where it lies: in the root of the repository', () => {
    const env = { ignoreFile: ignore('.env*\n') };
    expect(judgeIn(COPY, env).answer).toBe('fail');
    expect(judgeIn(COPY, { ...env, context: 'servers/time' }).answer).toBe('pass');
    expect(judgeIn(COPY, { ...env, prefix: 'servers/time' }).answer).toBe('pass');
  });

  test('what JavaScript projects leave lying about, where there is one', () => {
    const rest = { ignoreFile: ignore('.git\n.env\n'), files: ['package.json'] };
    expect(judgeIn(COPY, rest).violations[0]?.message).toContain('.env.local, node_modules');
    expect(judgeIn(COPY, { ...rest, files: ['go.mod'] }).answer).toBe('pass');
    const room = judgeIn(COPY, { ...rest, ignoreFile: ignore('.git\n.env*\n') });
    expect(room.violations).toMatchObject([{ severity: 'low' }]);
  });
});

describe('where', () => {
  test('in a builder it is a note; one violation a stage, the other lines related', () => {
    const text = 'FROM scratch AS build\nCOPY . /a\nADD . /b\nFROM scratch\nCOPY --from=build /a/x /x\nCOPY . /app\n';
    expect(judgeIn(text).violations).toMatchObject([
      {
        place: 'context:build',
        severity: 'low',
        location: { startLine: 2 },
        related: [{ location: { startLine: 3 } }],
      },
      { place: 'context:1', severity: null, location: { startLine: 6 } },
    ]);
  });

  test('a stage that the target builds on is final too', () => {
    expect(judgeIn('FROM scratch AS base\nCOPY . /a\nFROM base\nUSER 1\n').violations).toMatchObject([
      { severity: null },
    ]);
  });

  test('a stage that is not built does not count', () => {
    expect(judgeIn('FROM scratch AS x\nCOPY . /a\nFROM scratch\nUSER 1\n').answer).toBe('pass');
  });
});

describe('a context that is not known', () => {
  test('leaves it open', () => {
    expect(judgeIn(COPY, { context: null }).answer).toBe('unknown');
    expect(judge(copyContextBroad, { dockerfile: dockerfile(COPY) }).answer).toBe('unknown');
  });

  test("but the Dockerfile's own ignore file holds for any", () => {
    const own = (text: string) => ({ context: null, ignoreFile: { file: 'a/Dockerfile.dockerignore', text } });
    expect(judgeIn(COPY, own('*\n!src\n')).answer).toBe('pass');
    expect(judgeIn(COPY, own('x\n')).answer).toBe('fail');
    // Whether .git lies in the context is open.
    expect(judgeIn(COPY, own('.env*\n')).answer).toBe('unknown');
  });
});
