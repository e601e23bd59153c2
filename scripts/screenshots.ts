/**
 * Takes the pictures of the README from the demo's report (`npm run demo` first), with the Debian package `chromium`.
 * Usage: node scripts/screenshots.ts [--report FILE]
 */
import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findPart } from './lib/parts.ts';
import { CACHE, ROOT } from './lib/repository.ts';

const FOLDER = join(ROOT, 'docs', 'images');
/** Every clone carries them. */
const LIMIT_BYTES = 200_000;

const PICTURES = [
  { name: 'report-light', scheme: 'light', width: 1280, height: 960, at: '' },
  { name: 'report-dark', scheme: 'dark', width: 1280, height: 880, at: '#subject-1' },
  { name: 'report-phone', scheme: 'light', width: 390, height: 844, at: '' },
] as const;

const { values } = parseArgs({ options: { report: { type: 'string' } } });
const report = resolve(values.report ?? join(CACHE, 'demo-report', 'report.html'));
const part = findPart('chromium');
if ('missing' in part || !existsSync(report)) {
  console.error('missing' in part ? part.missing : `There is no ${relative(ROOT, report)}: run npm run demo first.`);
  process.exitCode = 1;
} else {
  await takeAll(part.path);
}

async function takeAll(executablePath: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  try {
    for (const { name, scheme, width, height, at } of PICTURES) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce' });
      await page.goto(`${pathToFileURL(report).href}${at}`);
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
