import { Writable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { createTerminalLog, type TerminalLogOptions } from '../../src/host/terminal-log.ts';
import { createTerminalProgress } from '../../src/host/terminal-progress.ts';
import { recordingLog } from '../support/test-host.ts';

function print(options: Partial<TerminalLogOptions>, isTTY = false, message = 'text'): string {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  const log = createTerminalLog({
    quiet: false,
    debug: false,
    env: {},
    stream: Object.assign(stream, { isTTY }),
    ...options,
  });
  log.debug(message);
  log.info(message);
  log.notice(message);
  log.warning(message);
  log.error(message);
  return text;
}

describe('the log on a terminal', () => {
  test.each([
    ['by default', {}, 'text\nnote: text\nwarning: text\nerror: text\n'],
    ['quiet', { quiet: true }, 'warning: text\nerror: text\n'],
    ['debug', { debug: true }, 'debug: text\ntext\nnote: text\nwarning: text\nerror: text\n'],
  ])('%s', (_name, options, expected) => {
    expect(print(options)).toBe(expected);
  });

  test('has colours on a terminal only, and never with NO_COLOR', () => {
    expect(print({}, true)).toContain('\u001b[31merror: \u001b[0mtext');
    expect(print({ env: { NO_COLOR: '1' } }, true)).not.toContain('\u001b');
    expect(print({ env: { TERM: 'dumb' } }, true)).not.toContain('\u001b');
    expect(print({ env: { NO_COLOR: '' } }, true)).toContain('\u001b');
    expect(print({}, false)).not.toContain('\u001b');
  });

  test('lets no text from outside control the terminal', () => {
    expect(print({ quiet: true }, false, 'a\u001b[2Jb\r\u202ec\nd\te')).toBe(
      'warning: a\\u001b[2Jb\\u000d\\u202ec\nd\te\nerror: a\\u001b[2Jb\\u000d\\u202ec\nd\te\n',
    );
  });
});

describe('progress on a terminal', () => {
  const times = [0, 2_100];
  const clock = { now: () => new Date(times.shift() ?? 0), sleep: async () => undefined };

  test('shows begin, end and time', async () => {
    const messages: string[] = [];
    const progress = createTerminalProgress(recordingLog(messages), clock);
    expect(await progress.phase('Scan', async () => 7)).toBe(7);
    expect(messages).toEqual(['info: Scan …', 'info: Scan: done in 2.1 s']);
  });

  test('shows a failure and passes it on', async () => {
    const messages: string[] = [];
    const progress = createTerminalProgress(recordingLog(messages), clock);
    await expect(progress.phase('Scan', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(messages.at(-1)).toMatch(/^info: Scan: failed after/);
  });
});
