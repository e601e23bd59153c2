/**
 * Takes the pictures of the README from the demo's reports (`npm run demo` first), with the Debian package `chromium`.
 * Usage: node scripts/screenshots.ts [--report-dir FOLDER]
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { markdownPage } from './lib/markdown-page.ts';
import { findPart } from './lib/parts.ts';
import { CACHE, ROOT } from './lib/repository.ts';

const FOLDER = join(ROOT, 'docs', 'images');
/** Every clone carries them. */
const LIMIT_BYTES = 200_000;

const PICTURES = [
  { name: 'report-light', page: 'report', scheme: 'light', width: 1280, height: 960, at: '' },
  { name: 'report-dark', page: 'report', scheme: 'dark', width: 1280, height: 880, at: '#subject-1' },
  { name: 'report-phone', page: 'report', scheme: 'light', width: 390, height: 844, at: '' },
  { name: 'summary-light', page: 'summary', scheme: 'light', width: 1200, height: 900, at: '' },
  { name: 'summary-dark', page: 'summary', scheme: 'dark', width: 1200, height: 900, at: '' },
] as const;

const { values } = parseArgs({ options: { 'report-dir': { type: 'string' } } });
const reports = resolve(values['report-dir'] ?? join(CACHE, 'demo-report'));
const part = findPart('chromium');
if ('missing' in part || !existsSync(join(reports, 'summary.md'))) {
  console.error('missing' in part ? part.missing : `There are no reports in ${reports}: run npm run demo first.`);
  process.exitCode = 1;
} else {
  const folder = await mkdtemp(join(tmpdir(), 'screenshots-'));
  try {
    const summary = join(folder, 'summary.html');
    await writeFile(summary, markdownPage(await readFile(join(reports, 'summary.md'), 'utf8')));
    await takeAll(part.path, { report: join(reports, 'report.html'), summary });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function takeAll(executablePath: string, pages: Readonly<Record<'report' | 'summary', string>>): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  try {
    for (const { name, page: shown, scheme, width, height, at } of PICTURES) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce' });
      await page.goto(`${pathToFileURL(pages[shown]).href}${at}`);
      const path = join(FOLDER, `${name}.png`);
      await page.screenshot({ path });
      await page.close();
      const { size } = await stat(path);
      console.log(`${relative(ROOT, path)}: ${size} bytes`);
      if (size > LIMIT_BYTES) throw new Error(`${name}.png has more than ${LIMIT_BYTES} bytes`);
    }
  } finally {
    await browser.close();
  }
}
