import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Beside, type SbomText, writeReports } from '../../src/commands/write-reports.ts';
import { loadSettings } from '../../src/settings/load.ts';
import { comparedVerdict } from '../support/judged-verdicts.ts';
import { testHost } from '../support/test-host.ts';

async function written(sboms: readonly SbomText[]) {
  await using t = await testHost();
  const settings = { ...loadSettings({}), workingDirectory: t.folder };
  const paths = await writeReports(comparedVerdict, settings, 'reports', t.host.files, null, { sboms, evidence: null });
  const texts = await Promise.all(paths.sboms.map((path) => readFile(path, 'utf8')));
  const report: unknown = JSON.parse(await readFile(paths.report, 'utf8'));
  return {
    folder: join(t.folder, 'reports'),
    paths,
    texts,
    report,
    names: await t.host.files.list(join(t.folder, 'reports')),
  };
}

describe('writeReports', () => {
  test('four reports, and the bills of materials that it is given', async () => {
    const { folder, paths, texts, report, names } = await written([
      { name: 'time.cdx.json', text: '{"a":1}' },
      { name: 'notes.cdx.json', text: ['{"b":', '2}'] },
    ]);
    expect(names).toEqual([
      'notes.cdx.json',
      'report.html',
      'report.json',
      'report.sarif',
      'summary.md',
      'time.cdx.json',
    ]);
    expect(paths.sboms).toEqual([join(folder, 'time.cdx.json'), join(folder, 'notes.cdx.json')]);
    expect(texts).toEqual(['{"a":1}', '{"b":2}']);
    expect(report).toMatchObject({ verdict: 'fail', gate: 'new' });
  });

  test.each([
    ['../../outside', 'sbom-1--..-outside'],
    ['report.json', 'sbom-1-report.json'],
    ['evidence.json', 'sbom-1-evidence.json'],
    ['REPORT.HTML', 'sbom-1-REPORT.HTML'],
    ['.hidden', 'sbom-1-hidden'],
    ['', 'sbom-1-'],
    ['a\u0000b/c', 'sbom-1-a-b-c'],
  ])('a name such as %j names nothing but a file of its own', async (name, expected) => {
    const { folder, paths, texts } = await written([{ name, text: 'bill' }]);
    expect([paths.sboms, texts]).toEqual([[join(folder, expected)], ['bill']]);
  });

  test('two of one name do not overwrite each other', async () => {
    const { texts } = await written([
      { name: 'same.json', text: 'one' },
      { name: 'same.json', text: 'two' },
    ]);
    expect(texts).toEqual(['one', 'two']);
  });
});

describe('what stands beside the reports may come late', () => {
  test('the reports are there before it', async () => {
    await using t = await testHost();
    const settings = { ...loadSettings({}), workingDirectory: t.folder };
    const late = Promise.withResolvers<Beside>();
    const writing = writeReports(comparedVerdict, settings, 'reports', t.host.files, null, late.promise);
    const folder = join(t.folder, 'reports');
    while ((await t.host.files.stat(join(folder, 'summary.md'))) === null) await t.host.clock.sleep(5);
    expect(await t.host.files.list(folder)).not.toContain('time.cdx.json');
    late.resolve({ sboms: [{ name: 'time.cdx.json', text: '{}' }], evidence: '{}' });
    expect((await writing).sboms).toEqual([join(folder, 'time.cdx.json')]);
    expect(await t.host.files.list(folder)).toContain('evidence.json');
  });

  test('its failure is what the caller gets, also before anybody waits for it', async () => {
    await using t = await testHost();
    const settings = { ...loadSettings({}), workingDirectory: t.folder };
    const failed = Promise.reject(new Error('no bill'));
    await expect(writeReports(comparedVerdict, settings, 'reports', t.host.files, null, failed)).rejects.toThrow(
      'no bill',
    );
    expect(await t.host.files.list(join(t.folder, 'reports'))).toContain('summary.md');
  });
});
