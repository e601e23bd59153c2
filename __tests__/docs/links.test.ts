import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): Promise<string> => readFile(join(ROOT, file), 'utf8');

async function pagesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(join(ROOT, folder));
  return names.filter((name) => name.endsWith('.md')).map((name) => join(folder, name));
}

async function allPages(): Promise<readonly string[]> {
  const folders = ['.', 'docs', 'docs/rules', 'examples'];
  return (await Promise.all(folders.map(pagesIn))).flat();
}

/** Text without code: what stands in it is no link and no heading. */
function prose(text: string): string {
  return text.replace(/^```.*?^```$/gmsu, '').replace(/`[^`\n]*`(?!\])/gu, 'code');
}

/** Addresses of the links and pictures of a page that lead into this repository. */
function links(text: string): readonly string[] {
  const found = [...prose(text).matchAll(/\]\(([^()\s]+)\)/gu)].map(([, link]) => link ?? '');
  return found.filter((link) => !/^[a-z]+:/u.test(link));
}

/** Names that GitHub gives to the headings of a page. */
function anchors(text: string): readonly string[] {
  const headings = [...text.replace(/^```.*?^```$/gmsu, '').matchAll(/^#{1,6} (.+)$/gmu)];
  return headings.map(([, title]) =>
    (title ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('every link of the documentation leads to a file that is there, and to a heading of it', async () => {
  const pages = await allPages();
  expect(pages.length).toBeGreaterThan(50);
  const broken: string[] = [];
  for (const page of pages) {
    for (const link of links(await read(page))) {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : relative(ROOT, join(ROOT, dirname(page), path));
      const isThere = !target.startsWith('..') && (await stat(join(ROOT, target)).catch(() => null)) !== null;
      const hasHeading = anchor === undefined || (isThere && anchors(await read(target)).includes(anchor));
      if (!isThere || !hasHeading) broken.push(`${page}: ${link}`);
    }
  }
  expect(broken).toEqual([]);
});

test('the index names every page, and every page can be reached from it', async () => {
  const index = links(await read('docs/README.md')).map((link) => join('docs', link.replace(/#.*/u, '')));
  const pages = (await pagesIn('docs')).filter((page) => page !== 'docs/README.md');
  expect(pages.filter((page) => !index.includes(page))).toEqual([]);
});

test('headings become anchors as GitHub makes them', () => {
  expect(anchors('# What `inputs` may do\n\n```sh\n# no heading\n```\n## `--unsafe`\n')).toEqual([
    'what-inputs-may-do',
    '--unsafe',
  ]);
});

test('what stands in code is no link', () => {
  expect(links('[a](b.md) `[c](d.md)` [`e`](f.md#g) [h](https://i.example)\n```md\n[j](k.md)\n```\n')).toEqual([
    'b.md',
    'f.md#g',
  ]);
});
