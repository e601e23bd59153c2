// Pins a release of Trivy: node scripts/trivy-releases.ts VERSION SOURCE SOURCE…
// A source is a URL or a file that names the release's archives with their SHA-256. At least two that are independent of
// each other must agree on every archive; the release's own checksums file counts as one.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PINNED_RELEASES } from '../src/trivy/pinned-releases.ts';
import { agreedSums, type SumSource, withRelease } from './lib/release-sums.ts';
import { ROOT } from './lib/repository.ts';

const TABLE = join(ROOT, 'src', 'trivy', 'pinned-releases.ts');

const [version = '', ...places] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/.test(version) || places.length === 0) {
  console.error('Usage: node scripts/trivy-releases.ts VERSION SOURCE SOURCE…');
  process.exit(2);
}
try {
  const sources = await Promise.all(places.map(read));
  const rows = withRelease(PINNED_RELEASES, version, agreedSums(version, sources));
  const before = await readFile(TABLE, 'utf8');
  const start = before.indexOf('> = {\n') + '> = {\n'.length;
  await writeFile(TABLE, `${before.slice(0, start)}${rows}};\n`);
  console.log(`Trivy ${version} is pinned. Look at the change, and run npm test.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function read(place: string): Promise<SumSource> {
  if (!/^https:\/\//.test(place)) {
    return { place, text: await readFile(place, 'utf8') };
  }
  const response = await fetch(place, { signal: AbortSignal.timeout(60_000) });
  if (!response.ok) {
    throw new Error(`${place} answered ${response.status}`);
  }
  return { place, text: await response.text() };
}
