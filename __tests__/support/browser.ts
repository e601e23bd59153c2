import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { partPath } from './requires.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A browser that talks to nobody of its own accord. Only for use where there is the part `chromium`. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: partPath('chromium'),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface Look {
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  readonly hash?: string;
  readonly script?: boolean;
}

export interface OpenPage extends AsyncDisposable {
  readonly page: Page;
  readonly address: string;
  /** Script errors and whatever the browser complains about, blocked requests included. */
  readonly complaints: readonly string[];
  /** Addresses that were asked for, but for the page's own and `data:`. */
  readonly requests: readonly string[];
}

/** Opens a text as a file, as somebody does who has downloaded it. */
export async function openFile(browser: Browser, html: string, look: Look = {}): Promise<OpenPage> {
  const folder = await temporaryFolder('page');
  const file = join(folder.path, 'report.html');
  await writeFile(file, html);
  const address = pathToFileURL(file).href;
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1280, height: look.height ?? 900 },
    colorScheme: look.scheme ?? 'light',
    javaScriptEnabled: look.script ?? true,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith('data:')) requests.push(url);
  });
  await page.goto(`${address}${look.hash ?? ''}`);
  return {
    page,
    address,
    complaints,
    requests,
    [Symbol.asyncDispose]: async () => {
      await context.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What axe has against the page as it is: `rule: element`. All its rules but the experimental ones. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations }: AxeResult = await page.evaluate('axe.run()');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
