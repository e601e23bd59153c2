import type { Location } from '../../model/location.ts';
import { plain } from '../text/plain.ts';
import { lineText } from '../text/words.ts';
import type { Explained } from './explanation.ts';

/** Who set a value, and through which chain of FROMs it got here, in words. */
export function originOf(from: Location | null, known: boolean, explained: Explained): string {
  if (from === null) return known ? 'nobody in a Dockerfile' : openEnd(explained);
  const { bases, dockerfile } = explained;
  const depth = from.file === dockerfile ? -1 : bases.findIndex((base) => base.dockerfile === from.file);
  const [image] = bases.filter((base) => base.resolvedBy === 'image' && sameLine(base.from, from));
  const steps = bases.slice(0, depth + 1).map((base) => `FROM ${plain(base.reference, 200)} (${lineText(base.from)})`);
  const place = image === undefined ? lineText(from) : `${plain(image.reference, 200)}, named at ${lineText(from)}`;
  const through = steps.length === 0 ? place : `${place}, through ${steps.join(', ')}`;
  return known ? through : `${through}; what it gives is not known`;
}

/** What could still set a value that nothing sets. */
function openEnd({ bases }: Explained): string {
  const open = bases.find(({ resolvedBy }) => resolvedBy === 'none');
  return open === undefined ? 'not known' : `not known: ${plain(open.reference, 200)} may set it`;
}

function sameLine(a: Location, b: Location): boolean {
  return a.file === b.file && a.startLine === b.startLine;
}
