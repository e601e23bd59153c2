/**
 * Adds to package-lock.json the optional packages made for other systems that npm left out: `node scripts/complete-lock.ts`.
 *
 * Where a registry does not serve them, npm writes the lock file without them, and then `npm ci` of npm 11 refuses that
 * file on every system. The entries carry no sums, because nobody here has seen the packages; a lock file made with a
 * complete registry has them, and then this adds nothing.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { completeLock, type LockFile } from './lib/complete-lock.ts';
import { ROOT } from './lib/repository.ts';

const path = join(ROOT, 'package-lock.json');
const lock: LockFile = JSON.parse(await readFile(path, 'utf8'));
const { completed, added } = completeLock(lock);
if (added.length > 0) {
  await writeFile(path, `${JSON.stringify(completed, null, 2)}\n`);
}
process.stdout.write(`${added.length} added\n${added.map((name) => `  ${name}\n`).join('')}`);
