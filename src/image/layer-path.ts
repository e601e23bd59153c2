import { damaged, shown } from './damaged.ts';

/**
 * The segments of a path in a layer, from the root: `./etc//passwd` and `/etc/passwd` are both `['etc', 'passwd']`.
 * No real layer climbs with `..`, and engines refuse it where it would leave the root; it is refused altogether.
 */
export function layerPath(name: string, limit: number): readonly string[] {
  if (Buffer.byteLength(name) > limit) {
    throw damaged(`a layer holds a file name of more than ${limit} bytes`);
  }
  const segments = name.split('/').filter((segment) => segment !== '' && segment !== '.');
  if (segments.includes('..')) {
    throw damaged(`a layer holds a file outside its root: ${shown(name)}`);
  }
  return segments;
}
