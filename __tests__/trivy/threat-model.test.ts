import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ROOT } from '../../scripts/lib/repository.ts';

const text = await readFile(join(ROOT, 'docs', 'threat-model.md'), 'utf8');

/** The last cell of each row that names tests. */
const rows = text.split('\n').flatMap((line) => {
  const cells = line.split('|').map((cell) => cell.trim());
  const [attack = '', tests = ''] = [cells[1], cells.at(-2)];
  return /`(?:trivy|host|evidence|github|commands|policy|e2e)\//.test(tests) ? [{ attack, tests }] : [];
});

describe('the threat model', () => {
  test('names a test for each attack', () => {
    const attacks = text
      .split('\n')
      .filter((line) => /^\| (?!-|attack |attacker )/.test(line) && !line.startsWith('| **'));
    expect(rows.length).toBeGreaterThan(20);
    // One row says "the same" as the one above it.
    expect(attacks).toHaveLength(rows.length + 1);
  });

  test.each(rows)('$attack: $tests', async ({ tests }) => {
    const files = [...tests.matchAll(/`((?:trivy|host|evidence|github|commands|policy|e2e)\/[\w/-]+)`/g)].map(
      ([, name]) => `${name}.test.ts`,
    );
    const sources = await Promise.all(files.map((file) => readFile(join(ROOT, '__tests__', file), 'utf8')));
    const all = sources.join('\n');
    for (const [, quoted = ''] of tests.matchAll(/"([^"]+)"/g)) {
      for (const part of quoted.split('…')) expect(all).toContain(part.trim());
    }
  });
});
