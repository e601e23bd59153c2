import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { buildExamples } from '../../examples/build.ts';
import { buildAdvisoryDatabase, COMMITTED_DATABASE, FACTS } from '../../scripts/lib/advisory-database.ts';
import { describeIf } from '../support/requires.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { trivyBinary } from '../support/trivy-binary.ts';
import { advisories, scan } from './scan.ts';

interface Fact {
  readonly bucket?: string;
  readonly key?: string;
  readonly value?: unknown;
  readonly pairs?: readonly Fact[];
}

test('every advisory is described, every description is used, and every bucket has a source', async () => {
  const facts = await allFacts();
  const described = keysOf(facts.filter((fact) => fact.bucket === 'vulnerability'));
  const sources = keysOf(facts.filter((fact) => fact.bucket === 'data-source'));
  const buckets = facts.filter((fact) => fact.bucket !== 'vulnerability' && fact.bucket !== 'data-source');
  expect([...new Set(keysOf(buckets))].sort()).toEqual([...described].sort());
  expect(buckets.map((fact) => fact.bucket).sort()).toEqual([...sources].sort());
});

const describeWithGo = await describeIf('go');

describeWithGo('the committed database', () => {
  beforeAll(async () => {
    await trivyBinary();
  }, 300_000);

  test('is what the facts give, byte for byte', async () => {
    await using folder = await temporaryFolder();
    await buildAdvisoryDatabase(FACTS, folder.path);
    for (const file of ['trivy.db', 'metadata.json']) {
      const rebuilt = await readFile(join(folder.path, 'db', file));
      expect(rebuilt.equals(await readFile(join(COMMITTED_DATABASE, 'db', file)))).toBe(true);
    }
  });

  test('knows an advisory only through its fact', async () => {
    await using folder = await temporaryFolder();
    const [facts, images] = [join(folder.path, 'facts'), join(folder.path, 'images')];
    await cp(FACTS, facts, { recursive: true });
    const npm: Fact[] = parse(await readFile(join(facts, 'npm.yaml'), 'utf8'));
    await writeFile(join(facts, 'npm.yaml'), stringify(npm.map((fact) => without(fact, 'CVE-2021-44906'))));
    await buildAdvisoryDatabase(facts, folder.path);
    await buildExamples(images);
    const before = await scan(join(images, 'careless-server'), COMMITTED_DATABASE, folder.path);
    const after = await scan(join(images, 'careless-server'), folder.path, folder.path);
    const gone = advisories(before).filter((line) => !advisories(after).includes(line));
    expect(gone).toEqual(['minimist CVE-2021-44906 CRITICAL 0.2.4, 1.2.6']);
    expect(advisories(after)).toHaveLength(advisories(before).length - 1);
  });

  test('refuses a fact that stands twice', async () => {
    await using folder = await temporaryFolder();
    const text = '- bucket: debian 12\n  pairs: [{ bucket: apt, pairs: [{ key: CVE-1 }, { key: CVE-1 }] }]\n';
    await writeFile(join(folder.path, 'twice.yaml'), text);
    await expect(buildAdvisoryDatabase(folder.path, folder.path)).rejects.toThrow(
      'CVE-1 stands twice in debian 12 / apt',
    );
  });
});

async function allFacts(): Promise<readonly Fact[]> {
  const files = (await readdir(FACTS)).filter((name) => name.endsWith('.yaml'));
  const lists = await Promise.all(
    files.map(async (name): Promise<Fact[]> => parse(await readFile(join(FACTS, name), 'utf8'))),
  );
  return lists.flat();
}

function keysOf(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap((fact) => (fact.key === undefined ? keysOf(fact.pairs ?? []) : [fact.key]));
}

function without(fact: Fact, key: string): Fact {
  const pairs = fact.pairs?.filter((pair) => pair.key !== key).map((pair) => without(pair, key));
  return pairs === undefined ? fact : { ...fact, pairs };
}
