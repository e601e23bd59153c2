import { StringDecoder } from 'node:string_decoder';

const MAX_LINE = 64 * 1024;

/** Cuts a stream into lines; a line longer than 64 Ki characters is given in pieces, so that memory stays bounded. */
export function lineSplitter(onLine: (line: string) => void): { push(chunk: Buffer): void; end(): void } {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const take = (text: string): void => {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
    while (rest.length > MAX_LINE) {
      onLine(rest.slice(0, MAX_LINE));
      rest = rest.slice(MAX_LINE);
    }
  };
  return {
    push: (chunk) => take(decoder.write(chunk)),
    end: () => {
      take(decoder.end());
      if (rest !== '') {
        onLine(rest);
      }
      rest = '';
    },
  };
}
