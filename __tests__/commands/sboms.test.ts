import { expect, test } from '@jest/globals';
import { sbomNames, sbomTexts } from '../../src/commands/sboms.ts';
import type { Subject } from '../../src/model/subject.ts';

const subject = (name: string, platform: string | null = null): Subject => ({
  name,
  image: 'x',
  dockerfile: null,
  platform,
});
const SBOMS = { make: async (file: string, kind: string) => `${kind} of ${file}` };

test('one text an image, under a name with the end of its format', async () => {
  const images = [
    { subject: subject('time'), packagesFile: '/a' },
    { subject: subject('acme/mcp'), packagesFile: '/b' },
  ];
  expect(await sbomTexts(images, SBOMS, 'cyclonedx')).toEqual([
    { name: 'sbom-time.cdx.json', text: 'cyclonedx of /a' },
    { name: expect.stringMatching(/^sbom-acme-mcp-[0-9a-f]{8}\.cdx\.json$/), text: 'cyclonedx of /b' },
  ]);
  expect((await sbomTexts(images, SBOMS, 'spdx'))[0]).toEqual({ name: 'sbom-time.spdx.json', text: 'spdx of /a' });
  expect(await sbomTexts(images, SBOMS, 'none')).toEqual([]);
});

test('names that only the system, or a reader in a hurry, takes for one another', () => {
  const hostile = ['../../etc/passwd', 'a/b', 'a-b', 'A-b', 'x'.repeat(300), '', '..', 'a\u0000b', 'ä', 'CON'];
  const names = sbomNames([
    ...hostile.map((name) => subject(name)),
    subject('a', 'linux/arm64'),
    subject('a', 'linux/amd64'),
  ]);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^sbom-[A-Za-z0-9._-]{0,110}$/);
});
