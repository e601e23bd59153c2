/** Writes every text that is generated from the sources: action.yml, tables of the README, pages of rules, schemas. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from './lib/generated-files.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
for (const [file, text] of await generatedFiles(root)) {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
  console.log(file);
}
