import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The licence texts of the packages that a bundle contains, sorted by name: their terms ask for them to be passed on. */
export async function collectLicenses(root: string, inputs: readonly string[]): Promise<string> {
  const folders = new Set(inputs.flatMap(packageFolder));
  const texts = await Promise.all([...folders].sort().map((folder) => licenseOf(join(root, folder), folder)));
  return texts.join('\n');
}

/** `node_modules/a/node_modules/@b/c/lib/x.js` → `node_modules/a/node_modules/@b/c`; nothing for our own sources. */
function packageFolder(input: string): string[] {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  return match?.[1] === undefined ? [] : [match[1]];
}

async function licenseOf(folder: string, name: string): Promise<string> {
  const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(entry));
  const text = file === undefined ? `Licence: ${license}` : await readFile(join(folder, file), 'utf8');
  return `${name.replace(/^.*node_modules\//, '')} ${version}\n${'-'.repeat(40)}\n${text.replaceAll('\r\n', '\n').trim()}\n`;
}
