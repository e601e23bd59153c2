import { parseDocument } from 'yaml';
import { readIgnorePattern } from '../../dockerfile/ignore-pattern.ts';

/** What the configuration of an updater says about one Dockerfile. */
export type Coverage =
  | { readonly kind: 'covered'; readonly by: string }
  /** Why it is left out, in words that can follow the file's name. */
  | { readonly kind: 'left-out'; readonly why: string }
  /** The configuration cannot be judged here. */
  | { readonly kind: 'unknown'; readonly why: string };

/** Far above any real configuration; the reader's time grows faster than the text. */
const LONGEST = 64 * 1024;
/** Many Dockerfiles share few configurations: each text is read once. */
const KEPT = 16;
const READ = new Map<string, unknown>();

/**
 * YAML of the repository, so of anyone; null for what is not well-formed, too long, too deep or full of aliases. JSON is
 * YAML too.
 */
export function readYaml(text: string): unknown {
  if (text.length > LONGEST) return null;
  if (!READ.has(text)) {
    if (READ.size >= KEPT) READ.clear();
    READ.set(text, parseYaml(text));
  }
  return READ.get(text);
}

function parseYaml(text: string): unknown {
  try {
    // Looking for duplicate keys costs time with the square of their number.
    const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false });
    const value: unknown = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 50 });
    return value;
  } catch {
    return null;
  }
}

/** A plain object of parsed YAML or JSON; null for all else. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The texts of a list, or a single text as a list of one; the rest is dropped. */
export function asTexts(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((item) => typeof item === 'string');
}

/** Matches a glob of `*`, `**`, `?` and `[…]` against a path in linear time; patterns come from the repository, so from anyone. */
export function matchesGlob(glob: string, path: string): boolean {
  if (glob.length > 1000 || path.length > 1000) return false;
  const plain = trimSlashes(glob);
  if (plain === '' || plain === '.') return path === '';
  // The builder's patterns and these agree, but a double star at the end also means the folder itself.
  if (/(^|\/)\*\*(\/\*)?$/.test(plain) && path === trimSlashes(plain.replace(/(^|\/)\*\*(\/\*)?$/, ''))) return true;
  return readIgnorePattern(plain)?.matches(path) === true;
}

export function trimSlashes(path: string): string {
  return path.replace(/^(\.?\/)+/, '').replace(/\/+$/, '');
}
