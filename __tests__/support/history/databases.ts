import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { buildAdvisoryDatabase, FACTS } from '../../../scripts/lib/advisory-database.ts';

interface Fact {
  readonly bucket?: string;
  readonly key?: string;
  readonly value?: { readonly PublishedDate?: string };
  readonly pairs?: readonly Fact[];
}

/** Advisory databases as they were on different days: each knows what was published before its day began. */
export class Databases {
  readonly #folder: string;
  readonly #built = new Map<string, Promise<string>>();

  /** @param folder where they are built */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A cache folder of Trivy with the database of a day, `YYYY-MM-DD`. Needs Go. */
  of(day: string): Promise<string> {
    const known = this.#built.get(day);
    if (known !== undefined) return known;
    const built = build(day, join(this.#folder, day));
    this.#built.set(day, built);
    return built;
  }
}

async function build(day: string, folder: string): Promise<string> {
  const [facts, out] = [join(folder, 'facts'), join(folder, 'trivy')];
  await mkdir(facts, { recursive: true });
  const names = (await readdir(FACTS)).filter((name) => name.endsWith('.yaml'));
  const files = await Promise.all(
    names.map(async (name): Promise<[string, Fact[]]> => [name, parse(await readFile(join(FACTS, name), 'utf8'))]),
  );
  const start = `${day}T00:00:00Z`;
  const described = files.flatMap(([, all]) => all).find(({ bucket }) => bucket === 'vulnerability')?.pairs ?? [];
  const later = new Set(described.filter(({ value }) => (value?.PublishedDate ?? '') >= start).map(({ key }) => key));
  for (const [name, all] of files) {
    await writeFile(join(facts, name), stringify(all.map((fact) => without(fact, later))));
  }
  await buildAdvisoryDatabase(facts, out);
  const next = new Date(Date.parse(start) + 86_400_000).toISOString();
  const metadata = { Version: 2, NextUpdate: next, UpdatedAt: start, DownloadedAt: start };
  await writeFile(join(out, 'db', 'metadata.json'), JSON.stringify(metadata));
  return out;
}

function without(fact: Fact, later: ReadonlySet<string | undefined>): Fact {
  const pairs = fact.pairs
    ?.filter(({ key }) => key === undefined || !later.has(key))
    .map((pair) => without(pair, later));
  return pairs === undefined ? fact : { ...fact, pairs };
}
