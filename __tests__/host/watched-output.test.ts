import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { watchOutput } from '../../src/host/watched-output.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Fails each write, at once as files do or later as pipes may. */
function failing(code: string, isLate: boolean): Writable {
  return new Writable({
    write: (_chunk, _encoding, done) => {
      const error = Object.assign(new Error(`${code}: write`), { code });
      if (isLate) setImmediate(() => done(error));
      else done(error);
    },
  });
}

test.each([true, false])(
  'what cannot be written is told, also when it was the last of it (late: %s)',
  async (isLate) => {
    const output = failing('ENOSPC', isLate);
    const watched = watchOutput(output, new PassThrough());
    output.write('verdict');
    expect(await watched.flushed()).toMatchObject({ code: 'ENOSPC' });
  },
);

test('what can be written is no failure', async () => {
  const output = new PassThrough();
  const watched = watchOutput(output, new PassThrough());
  output.write('verdict');
  expect(await watched.flushed()).toBeNull();
  expect(String(output.read())).toBe('verdict');
});

test('a reader who goes away in the middle is no failure, whether or not something was left unread', async () => {
  await using folder = await temporaryFolder('watched-output');
  const codes = new Set<string>();
  for (const unread of ['', 'what nobody will read']) {
    const server = createServer({ pauseOnConnect: true });
    const path = join(folder.path, `${unread.length}.sock`);
    server.listen(path);
    await once(server, 'listening');
    const accepted = once(server, 'connection');
    const output = connect(path);
    const [reader] = (await accepted) as [Socket];
    output.on('error', ({ code }: NodeJS.ErrnoException) => codes.add(code ?? ''));
    const watched = watchOutput(output, new PassThrough());
    if (unread !== '') await new Promise((resolve) => output.write(unread, resolve));
    reader.destroy();
    await once(reader, 'close');
    output.write('more');
    expect(await watched.flushed()).toBeNull();
    server.close();
  }
  expect([...codes].sort()).toEqual(['EPIPE']);
});
