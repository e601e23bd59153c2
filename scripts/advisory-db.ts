/** Rebuilds the demo's advisory database from the facts in examples/advisories: `node scripts/advisory-db.ts [--out DIR]`. */
import { parseArgs } from 'node:util';
import { buildAdvisoryDatabase, COMMITTED_DATABASE, FACTS } from './lib/advisory-database.ts';
import { oneLine } from './lib/step.ts';

try {
  const { values } = parseArgs({ options: { out: { type: 'string' }, facts: { type: 'string' } } });
  const out = values.out ?? COMMITTED_DATABASE;
  await buildAdvisoryDatabase(values.facts ?? FACTS, out);
  process.stdout.write(`${out}\n`);
} catch (error) {
  process.stderr.write(`advisory-db: ${oneLine(error)}\n`);
  process.exitCode = 1;
}
