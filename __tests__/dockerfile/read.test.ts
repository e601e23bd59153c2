import { describe, expect, test } from '@jest/globals';
import { readDockerfile } from '../../src/dockerfile/read.ts';
import { lines, rejectionOf } from './support/text.ts';

const read = (text: string | Uint8Array) => readDockerfile(text, 'Dockerfile');
const instructions = (text: string) =>
  read(text).stages.flatMap((stage) => stage.steps.map((step) => step.instruction));

describe('instructions', () => {
  test('have their lines, flags and text; comments and empty lines inside vanish', () => {
    const text =
      'FROM alpine\nRUN --mount=type=cache,target=/c --network=none \\\n# why\n\n  npm ci \\\n  && true\nuser app\n';
    expect(instructions(text)).toEqual([
      {
        keyword: 'RUN',
        text: 'npm ci   && true',
        flags: [
          { name: 'mount', value: 'type=cache,target=/c' },
          { name: 'network', value: 'none' },
        ],
        json: null,
        heredocs: [],
        location: lines(2, 6),
      },
      { keyword: 'USER', text: 'app', flags: [], json: null, heredocs: [], location: lines(7) },
    ]);
  });

  test.each([
    ['CMD ["a", "b c"]', ['a', 'b c']],
    ["CMD ['a']", null],
    ['CMD []', []],
    ['HEALTHCHECK --interval=5s CMD ["curl", "-f"]', ['curl', '-f']],
    ['COPY ["a b", "/c"]', ['a b', '/c']],
    ['VOLUME ["/data"]', ['/data']],
    ['EXPOSE 80', null],
  ])('%s has the JSON form %j', (line, words) => {
    expect(instructions(`FROM alpine\n${line}`)[0]?.json).toEqual(words);
  });

  test('a bare flag has an empty value, and -- ends the flags', () => {
    const [copy] = instructions('FROM alpine\nCOPY --link -- --odd /x');
    expect(copy?.flags).toEqual([{ name: 'link', value: '' }]);
    expect(copy?.text).toBe('--odd /x');
  });
});

describe('heredocs', () => {
  test('belong to their instruction, whatever they look like', () => {
    const [run, user] = instructions("FROM alpine\nRUN <<A cat <<'B' <<-C\nFROM x\nA\nUSER y\nB\n\t\tz\n\tC\nUSER app");
    expect(run?.heredocs).toEqual([
      { name: 'A', expand: true, content: 'FROM x\n' },
      { name: 'B', expand: false, content: 'USER y\n' },
      { name: 'C', expand: true, content: 'z\n' },
    ]);
    expect(run?.location).toEqual(lines(2, 8));
    expect(user?.location).toEqual(lines(9));
  });

  test('stand under ONBUILD too, and not in CMD, in quotes or in a JSON form', () => {
    expect(instructions('FROM alpine\nONBUILD RUN <<E\nUSER x\nE')[0]?.heredocs).toHaveLength(1);
    const plain = instructions('FROM alpine\nCMD <<E\nRUN echo "<<E"\nRUN ["x", "<<E"]\nRUN echo $((1<<2))');
    expect(plain.map((instruction) => instruction.heredocs.length)).toEqual([0, 0, 0, 0]);
  });
});

describe('the head of a file', () => {
  test('escape changes the continuation', () => {
    const parsed = read('# escape=`\nFROM alpine\nRUN dir C:\\\nUSER a`\nb\n');
    expect(parsed.escapeToken).toBe('`');
    expect(parsed.stages[0]?.steps.map((step) => step.instruction.text)).toEqual(['dir C:\\', 'ab']);
  });

  test.each([
    ['# syntax=docker/dockerfile:1.7', 'docker/dockerfile:1.7', 1],
    ['#!/x\n#  SYNTAX = a/b:1 --opt', 'a/b:1', 2],
    ['\uFEFF#syntax=x', 'x', 1],
  ])('%j names the frontend %s', (head, reference, line) => {
    expect(read(`${head}\nFROM alpine`).syntax).toEqual({ reference, location: lines(line) });
  });

  test.each(['# note\n# syntax=x', '\n# syntax=x', '# unknown=1\n# syntax=x', 'FROM alpine\n# syntax=x'])(
    '%j names none',
    (head) => {
      expect(read(`${head}\nFROM alpine`).syntax).toBeNull();
    },
  );

  test('ARGs before FROM are kept apart', () => {
    const parsed = read('ARG A=1\nARG B\nFROM alpine');
    expect(parsed.globalArgs.map((step) => step.instruction.text)).toEqual(['A=1', 'B']);
  });
});

describe('bytes', () => {
  test('CRLF and a byte-order mark make no difference', () => {
    const bytes = new TextEncoder().encode('\uFEFFFROM alpine\r\nRUN a \\\r\n  b\r\nUSER app\r\n');
    expect(read(bytes).stages[0]?.steps.map((step) => step.instruction.text)).toEqual(['a   b', 'app']);
  });

  test('a comment in Latin-1 does no harm', () => {
    const bytes = Uint8Array.from(Buffer.from('# M\xfcller\nFROM alpine\nUSER \xe9', 'latin1'));
    expect(read(bytes).stages[0]?.steps[0]?.instruction.text).toBe('\uFFFD');
  });

  test.each([
    ['', '1: the file is empty'],
    [new Uint8Array(0), '1: the file is empty'],
    [Uint8Array.from([70, 10, 0, 1]), '2: the file is binary, not a Dockerfile (it has a zero byte)'],
    ['\n# only\n\n', '3: the file has no instructions'],
    [`FROM alpine\nRUN ${'x'.repeat(1_000_000)}`, '2: a line is longer than the 65535 bytes that BuildKit reads'],
  ])('%# is rejected', (source, reason) => {
    expect(rejectionOf(source)).toBe(reason);
  });
});

describe('what BuildKit rejects has its line and a reason', () => {
  test.each([
    ['FROM alpine\n\nBOGUS x', '3: unknown instruction: BOGUS'],
    ['ARG A\nUSER x\nFROM alpine', '2: USER stands before the first FROM, where only ARG may'],
    ['ARG A', '1: there is no stage to build: FROM is missing'],
    ['FROM', '1: FROM requires either one or three arguments'],
    ['FROM a AS', '1: FROM requires either one or three arguments'],
    ['FROM a AS 1x', `1: invalid name for build stage: "1x", name can't start with a number or contain symbols`],
    ['# escape=x\nFROM a', "1: invalid escape token 'x', it must be \\ or `"],
    ['# escape=`\n# escape=`\nFROM a', '2: the parser directive escape is given twice'],
    ['FROM a\nRUN <<E\nx', '2: the heredoc <<E is not terminated'],
    ['FROM a\nCMD ["a", 1]', '2: a JSON array must be comprised of strings only'],
    ['FROM a\nENV A', '2: ENV must have two arguments'],
    ['FROM a\nENV A=1 B', '2: ENV has a word without =: each must be name=value, with quotes around blanks'],
    ['FROM a\nUSER', '2: USER requires exactly one argument'],
    ['FROM a\nCOPY x', '2: COPY requires at least two arguments, a source and a destination'],
    ['FROM a\nCOPY --bogus x y', '2: unknown flag: --bogus'],
    ['FROM a\nCOPY --chown=a --chown=b x y', '2: duplicate flag specified: --chown'],
    ['FROM a\nCOPY --link=maybe x y', '2: expecting boolean value for flag --link, not: maybe'],
    ['FROM a\nHEALTHCHECK --interval=1 CMD x', '2: invalid duration "1"'],
    ['FROM a\nHEALTHCHECK curl x', '2: unknown type "curl" in HEALTHCHECK (try CMD)'],
    ['FROM a\nSHELL bash', '2: SHELL requires the arguments to be in JSON form'],
    ['FROM a\nONBUILD FROM x', "2: FROM isn't allowed as an ONBUILD trigger"],
    ['FROM a\nRUN --network=bridge x', '2: invalid network mode "bridge"'],
    [
      'FROM a\nRUN --mount=from=$X,target=/x y',
      "2: 'from' doesn't support variable expansion, define an alias stage instead",
    ],
  ])('%j', (text, reason) => {
    expect(rejectionOf(text)).toBe(reason);
  });
});
