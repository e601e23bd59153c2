import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Verdict } from '../../src/model/verdict.ts';
import { renderHtml } from '../../src/report/html.ts';
import { accessibilityFaults, launchBrowser, openFile } from '../support/browser.ts';
import { demoScanner, exampleRepository } from '../support/command-line.ts';
import { comparedVerdict, hostileVerdict } from '../support/judged-verdicts.ts';
import { describeIf } from '../support/requires.ts';
import {
  errorVerdict,
  failSubject,
  failVerdict,
  hostileSubject,
  manyFindings,
  passVerdict,
  verdictOf,
} from '../support/verdicts.ts';

const tool = { name: 'image-gate', version: '0.1.0', informationUri: 'https://example.com/image-gate' } as const;
const render = (verdict: Verdict): string => renderHtml(verdict, tool, { ruleFacts: new Map() });
const FAIL = render(failVerdict);
const [WORST] = failSubject.findings;
const anchor = `#f-${WORST?.fingerprint}`;

const shown = (page: Page) => page.locator('.finding:visible .name').allTextContents();
/** Filters work at the browser's next picture, so what they leave is waited for. */
const untilCount = (page: Page, text: string) =>
  page.locator('#count', { hasText: new RegExp(`^${text}$`) }).waitFor({ timeout: 10_000 });

const describeWithChromium = await describeIf('chromium');

describeWithChromium('the report in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    ['pass', passVerdict],
    ['fail', failVerdict],
    ['error', errorVerdict],
    ['hostile', verdictOf([hostileSubject])],
    ['compared', comparedVerdict],
    ['hostile and compared', hostileVerdict],
    ['many', verdictOf([manyFindings(30_000)])],
  ])('%s: asks for nothing, and nobody complains', async (_, verdict) => {
    await using open = await openFile(browser, render(verdict));
    await open.page.locator('footer').waitFor();
    expect([open.requests, open.complaints]).toEqual([[], []]);
    expect(await open.page.locator('h1').textContent()).toMatch(/^(Pass|Fail|Error)$/);
  });

  test('its policy stops a script that is not its own', async () => {
    await using open = await openFile(
      browser,
      FAIL.replace('</main>', '<script>document.title = "owned"</script></main>'),
    );
    expect(await open.page.title()).not.toBe('owned');
    expect(open.complaints.join()).toContain('Content Security Policy');
  });

  test('filters by severity, status and origin, and says how many are left', async () => {
    await using open = await openFile(browser, FAIL);
    const { page } = open;
    await untilCount(page, '7 findings');
    await page.locator('label.toggle', { hasText: 'high' }).click();
    await untilCount(page, '4 of 7 findings');
    await page.selectOption('[name=status]', 'fail');
    await untilCount(page, '2 of 7 findings');
    expect(await page.locator('.list:visible').count()).toBe(1);
    await page.selectOption('[name=origin]', 'app');
    expect(await shown(page)).toEqual([expect.stringContaining('form-data')]);
    await page.getByRole('button', { name: 'Reset' }).click();
    await untilCount(page, '7 findings');
    expect((await shown(page)).length).toBe(7);
    expect(open.complaints).toEqual([]);
  });

  test('filters by what the change brings, and by what is waived', async () => {
    await using open = await openFile(browser, render(comparedVerdict));
    const { page } = open;
    await untilCount(page, '5 findings');
    await page.selectOption('[name=change]', 'new');
    await untilCount(page, '2 of 5 findings');
    await page.selectOption('[name=change]', 'unchanged');
    await page.selectOption('[name=status]', 'waived');
    await untilCount(page, '1 of 5 findings');
    expect(await page.locator('.finding:visible .standing').textContent()).toBe(
      'Waived until 2026-12-31, by team-notes: The server never calls netstat.',
    );
    expect(open.complaints).toEqual([]);
  });

  test('searches in everything that is known, word by word', async () => {
    await using open = await openFile(browser, FAIL);
    const { page } = open;
    for (const [words, left] of [
      ['BUSYBOX', 1],
      ['openssl cipher', 2],
      ['pkg:npm/form-data', 1],
      ['package-lock.json:212', 1],
      ['no such thing', 0],
    ] as const) {
      await page.getByRole('searchbox').fill(words);
      await untilCount(page, `${left} of 7 findings`);
      expect((await shown(page)).length).toBe(left);
    }
  });

  test('a layer leads to its findings, and to its instruction', async () => {
    await using open = await openFile(browser, FAIL);
    const { page } = open;
    await page.locator('.layer', { hasText: 'COPY' }).locator('a[data-layer]').click();
    expect(await shown(page)).toEqual([expect.stringContaining('form-data')]);
    expect(await page.locator('.layer[data-chosen]').textContent()).toContain('line 9');
    await page.locator('#layer-filter').click();
    await untilCount(page, '7 findings');
  });

  test('an address of a finding opens it, even one that a filter hides', async () => {
    await using open = await openFile(browser, FAIL, { hash: anchor });
    const { page } = open;
    await page.locator(`[id="${anchor.slice(1)}"] > :focus`).waitFor();
    expect(await page.locator(`${anchor} .more`).isVisible()).toBe(true);
    await page.evaluate("location.hash = ''");
    await page.getByRole('searchbox').fill('busybox');
    await untilCount(page, '1 of 7 findings');
    await page.evaluate(`location.hash = '${anchor}'`);
    await page.locator(`${anchor} .more`).waitFor({ state: 'visible' });
    await untilCount(page, '7 findings');
  });

  test('works by keyboard alone', async () => {
    await using open = await openFile(browser, FAIL);
    const { page } = open;
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.locator('[name=severity][value=critical]').focus();
    await page.keyboard.press('Space');
    await untilCount(page, '5 of 7 findings');
    await page.locator('.finding:visible summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.finding[open] .more').isVisible()).toBe(true);
  });

  test('colours follow the system, and the switch', async () => {
    await using open = await openFile(browser, FAIL, { scheme: 'dark' });
    const { page } = open;
    const ground = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    expect(await ground()).toBe('rgb(14, 17, 22)');
    await page.getByRole('button', { name: 'Light colours' }).click();
    expect(await ground()).toBe('rgb(245, 246, 248)');
    await page.reload();
    expect(await ground()).toBe('rgb(245, 246, 248)');
    expect(await page.getByRole('button', { name: 'Dark colours' }).isVisible()).toBe(true);
  });

  test('without its script everything can be read', async () => {
    await using open = await openFile(browser, FAIL, { script: false });
    const { page } = open;
    expect([await page.locator('#filters').isVisible(), await page.locator('#theme').isVisible()]).toEqual([
      false,
      false,
    ]);
    expect((await shown(page)).length).toBe(7);
    await page.locator('.finding summary').first().click();
    expect(await page.locator('.finding .more').first().textContent()).toContain('Upgrade form-data to 4.0.4');
  });

  test('on paper: light, unfolded, and without what cannot be clicked there', async () => {
    await using open = await openFile(browser, FAIL, { scheme: 'dark' });
    const { page } = open;
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect([await page.locator('#filters').isVisible(), await page.locator('#theme').isVisible()]).toEqual([
      false,
      false,
    ]);
    expect(await page.locator('.finding[open]').count()).toBe(0);
    for (const part of await page.locator('.more').all())
      expect((await part.boundingBox())?.height).toBeGreaterThan(50);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });

  test.each([
    ['a phone', failVerdict, 320],
    ['a phone with hostile names', verdictOf([hostileSubject]), 320],
    ['a phone with a comparison', comparedVerdict, 320],
    ['a phone with hostile waivers', hostileVerdict, 320],
    ['a small tablet', errorVerdict, 700],
  ])('%s: nothing sticks out', async (_, verdict, width) => {
    await using open = await openFile(browser, render(verdict), { width });
    expect(await open.page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  test.each([
    ['pass', 'light', 1280],
    ['fail', 'light', 1280],
    ['fail', 'dark', 1280],
    ['fail', 'dark', 390],
    ['error', 'light', 390],
    ['error', 'dark', 1280],
    ['hostile', 'light', 1280],
    ['compared', 'light', 1280],
    ['compared', 'dark', 390],
    ['hostile and compared', 'dark', 1280],
  ] as const)('axe finds nothing: %s, %s, %i wide, folded and unfolded', async (word, scheme, width) => {
    const verdicts = {
      pass: passVerdict,
      fail: failVerdict,
      error: errorVerdict,
      hostile: verdictOf([hostileSubject]),
      compared: comparedVerdict,
      'hostile and compared': hostileVerdict,
    };
    await using open = await openFile(browser, render(verdicts[word]), { scheme, width });
    expect(await accessibilityFaults(open.page)).toEqual([]);
    await open.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    expect(await accessibilityFaults(open.page)).toEqual([]);
  });

  test('of 30,000 findings the worst can be searched', async () => {
    await using open = await openFile(browser, render(verdictOf([manyFindings(30_000)])));
    await open.page.getByRole('searchbox').fill('package-4995');
    await untilCount(open.page, '1 of 2000 findings');
    expect(await shown(open.page)).toEqual([expect.stringContaining('package-4995')]);
  });

  test('the shipped command writes it', async () => {
    await using repository = await exampleRepository();
    const images = ['--image', 'oci:images/careless-server', '--dockerfile', 'careless-server/Dockerfile'];
    const args = ['check', ...images, ...(await demoScanner()), '--report-dir', 'out', '--format', 'html'];
    const { code, stdout } = await repository.run(args);
    expect(code).toBe(1);
    expect(await readFile(join(repository.path, 'out', 'report.html'), 'utf8')).toBe(stdout);
    await using open = await openFile(browser, stdout);
    expect(await open.page.locator('h1').textContent()).toBe('Fail');
    expect(await open.page.locator('.layer').count()).toBeGreaterThan(3);
    expect([open.requests, open.complaints, await accessibilityFaults(open.page)]).toEqual([[], [], []]);
  });
});
