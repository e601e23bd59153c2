import { describe, expect, test } from '@jest/globals';
import { duplicateInstruction } from '../../src/rules/duplicate-instruction.ts';
import { image, judge, judgeText } from '../support/evidence.ts';

describe('duplicate-instruction', () => {
  test('the line without effect is named, with the one that counts', () => {
    const { violations } = judgeText(duplicateInstruction, 'FROM scratch\nCMD ["a"]\ncmd ["b"]\nCMD c\n');
    expect(violations).toMatchObject([
      {
        place: 'cmd:0',
        location: { startLine: 2 },
        related: [
          { location: { startLine: 3 }, message: 'another CMD without effect' },
          { location: { startLine: 4 }, message: 'the CMD that counts' },
        ],
      },
    ]);
  });

  test('each kind and each stage on its own', () => {
    const text = 'FROM scratch AS a\nCMD ["a"]\nCMD ["b"]\nFROM a\nENTRYPOINT ["a"]\nENTRYPOINT ["b"]\nCMD ["c"]\n';
    expect(judgeText(duplicateInstruction, text).violations.map(({ place }) => place)).toEqual([
      'cmd:a',
      'entrypoint:1',
    ]);
  });

  test('two stages of one name are told apart', () => {
    const twice = 'CMD ["a"]\nCMD ["b"]\n';
    const text = `FROM scratch AS x\n${twice}FROM x AS x\n${twice}FROM x\nUSER 1\n`;
    expect(judgeText(duplicateInstruction, text).violations.map(({ place }) => place)).toEqual(['cmd:x', 'cmd:x#1']);
  });

  test('a stage that is not built does not count', () => {
    expect(judgeText(duplicateInstruction, 'FROM scratch AS x\nCMD a\nCMD b\nFROM scratch\nCMD c\n').answer).toBe(
      'pass',
    );
  });

  test('words in a heredoc are no instructions', () => {
    const text = 'FROM scratch\nCMD ["a"]\nCOPY <<EOF /x\nCMD b\nEOF\nRUN <<EOF\nCMD c\nEOF\n';
    expect(judgeText(duplicateInstruction, text).answer).toBe('pass');
  });

  test('base layers repeat them in the history of an image: that is no fault', () => {
    const history = ['CMD ["a"]', 'CMD ["b"]'].map((createdBy) => ({ createdBy, comment: '', emptyLayer: true }));
    expect(judge(duplicateInstruction, { image: image({}, { history }) }).answer).toBe('unknown');
  });
});
