import { type Document, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { errorMessage } from '../../model/error-code.ts';
import type { FindingKind } from '../../model/finding.ts';
import type { Waiver } from '../../model/waiver.ts';
import { didYouMean } from '../file/did-you-mean.ts';
import { placeOf } from '../file/place.ts';
import { lastDayBefore } from './expiry.ts';
import { compileGlob } from './glob.ts';
import { badWaivers, quoted, reasonOf } from './ignored-text.ts';
import { parsePurl, withoutWildcards } from './purl.ts';

const SECTIONS: Readonly<Record<string, readonly FindingKind[]>> = {
  vulnerabilities: ['advisory'],
  misconfigurations: ['rule'],
  secrets: ['secret'],
  licenses: ['license'],
};

const ENTRY_KEYS = ['id', 'paths', 'purls', 'expired_at', 'statement'];

/** What people write for the known keys. Trivy passes over them, so that the entry would count for ever or everywhere. */
const SLIPS: Readonly<Record<string, string>> = {
  vulnerability: 'vulnerabilities',
  misconfiguration: 'misconfigurations',
  secret: 'secrets',
  license: 'licenses',
  expires: 'expired_at',
  expires_at: 'expired_at',
  expiry: 'expired_at',
  exp: 'expired_at',
  purl: 'purls',
  package: 'purls',
  packages: 'purls',
};

type Fields = Readonly<Record<string, unknown>>;
type Fail = (path: readonly (string | number)[], what: string) => Error;

/**
 * Reads a `.trivyignore.yaml` as Trivy 0.74 does (pkg/result/ignore.go): each section counts for findings of its kind
 * alone. Other keys are let be, as Trivy does, unless one looks like a slip of a key that narrows or ends an entry.
 * @throws UsageError `bad-waivers`
 */
export function readTrivyIgnoreYaml(text: string, file: string): readonly Waiver[] {
  const lines = new LineCounter();
  const document = parse(text, lines, file);
  const lineOf = (path: readonly (string | number)[]): number => placeOf(path, document, lines).line;
  const fail: Fail = (path, what) => badWaivers(file, lineOf(path), what);
  const value = plainValue(document, file) ?? {};
  if (!isMap(value)) throw fail([], `write a map of ${Object.keys(SECTIONS).join(', ')}`);
  refuseSlips(value, Object.keys(SECTIONS), [], fail);
  return Object.entries(SECTIONS).flatMap(([section, kinds]) => {
    const entries = value[section] ?? [];
    if (!Array.isArray(entries)) throw fail([section], `${section}: write a list`);
    return entries.map((entry: unknown, index): Waiver => {
      const line = lineOf([section, index]);
      return { ...entryOf(entry, section, index, fail), kinds, location: { file, startLine: line, endLine: line } };
    });
  });
}

function entryOf(entry: unknown, section: string, index: number, fail: Fail): Omit<Waiver, 'location'> {
  const path = [section, index];
  if (!isMap(entry)) throw fail(path, `${section}: write a map with ${ENTRY_KEYS.join(', ')}`);
  refuseSlips(entry, ENTRY_KEYS, path, fail);
  const { id, expired_at: expiredAt = null, statement = '' } = entry;
  if ((typeof id !== 'string' && typeof id !== 'number') || id === '')
    throw fail(path, `${section}: an entry has no id`);
  const expires = typeof expiredAt === 'string' ? lastDayBefore(expiredAt) : null;
  if (expiredAt !== null && expires === null) {
    throw fail([...path, 'expired_at'], `${shown(expiredAt)} is no date; write one such as 2027-01-31`);
  }
  const paths = listOf(entry, 'paths', path, fail);
  const bad = paths.findIndex((pattern) => compileGlob(pattern) === null);
  if (bad >= 0) throw fail([...path, 'paths', bad], `${quoted(paths[bad] ?? '')} is no pattern of paths`);
  // Trivy reads them for vulnerabilities alone: elsewhere they narrow nothing.
  const purls = section === 'vulnerabilities' ? listOf(entry, 'purls', path, fail) : [];
  const wrong = purls.findIndex((purl) => parsePurl(purl) === null);
  if (wrong >= 0) throw fail([...path, 'purls', wrong], `${quoted(purls[wrong] ?? '')} is no package URL`);
  return {
    ids: [String(id)],
    images: [],
    packages: purls.map(withoutWildcards),
    paths,
    origin: null,
    reason: reasonOf(typeof statement === 'string' ? statement : ''),
    owner: null,
    expires,
    source: 'trivyignore',
  };
}

function listOf(entry: Fields, key: string, path: readonly (string | number)[], fail: Fail): readonly string[] {
  const list = entry[key] ?? [];
  if (!Array.isArray(list) || !list.every((item) => typeof item === 'string')) {
    throw fail([...path, key], `${key}: write a list of texts`);
  }
  return list;
}

function refuseSlips(map: Fields, known: readonly string[], path: readonly (string | number)[], fail: Fail): void {
  for (const key of Object.keys(map)) {
    const meant = known.includes(key)
      ? null
      : ((Object.hasOwn(SLIPS, key) ? SLIPS[key] : null) ?? didYouMean(key, known));
    if (meant)
      throw fail([...path, key], `Trivy knows no key ${quoted(key)} and would pass over it; did you mean ${meant}?`);
  }
}

function parse(text: string, lineCounter: LineCounter, file: string): Document {
  try {
    const document = parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      stringKeys: true,
      // Dates stay texts, whatever version of YAML the file says it is.
      schema: 'core',
      // The parser compares each key with all others.
      uniqueKeys: false,
    });
    refuseRepeatedKeys(document, lineCounter, file);
    const [error] = document.errors;
    if (error === undefined) return document;
    throw badWaivers(file, lineCounter.linePos(error.pos[0]).line, errorMessage(error).replace(/\.$/, ''));
  } catch (error) {
    // A text nested without end exhausts the stack of the parser.
    throw error instanceof RangeError ? badWaivers(file, 1, 'this is nested too deep') : error;
  }
}

/** Trivy refuses them too; here the last would count alone. */
function refuseRepeatedKeys(document: Document, lines: LineCounter, file: string): void {
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<string>();
      for (const { key } of items) {
        const name = isScalar(key) ? String(key.value) : '';
        const place = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
        if (seen.has(name)) throw badWaivers(file, lines.linePos(place).line, `the key ${quoted(name)} stands twice`);
        seen.add(name);
      }
    },
  });
}

function plainValue(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw badWaivers(file, 1, errorMessage(error));
  }
}

function shown(value: unknown): string {
  return quoted(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
