const CHUNK = 64 * 1024;

/** The same text in larger pieces, each of at least 64 Ki characters but the last: a file takes few pieces faster than many. */
export function* gatherChunks(pieces: Iterable<string>): Generator<string> {
  let parts: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    parts.push(piece);
    length += piece.length;
    if (length < CHUNK) continue;
    yield parts.join('');
    parts = [];
    length = 0;
  }
  if (length > 0) yield parts.join('');
}
