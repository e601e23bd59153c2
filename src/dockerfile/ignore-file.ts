import { trim } from './blanks.ts';
import { type IgnorePattern, readIgnorePattern } from './ignore-pattern.ts';
import { cleanPath } from './paths.ts';

/** Patterns of an ignore file, or of `COPY --exclude`, in their order: the last one that matches decides. */
export type IgnoreRules = readonly IgnorePattern[];

/** The builder's line reader gives up on longer lines. */
const LONGEST_LINE = 65_535;

/**
 * A `.dockerignore` as BuildKit reads it (moby/patternmatcher ignorefile). Null when BuildKit refuses the file, or when a
 * pattern cannot be judged here: what it ignores is then not known.
 */
export function readIgnoreFile(text: string): IgnoreRules | null {
  const patterns: string[] = [];
  for (const line of (text.startsWith('\uFEFF') ? text.slice(1) : text).split('\n')) {
    if (line.length > LONGEST_LINE) return null;
    const pattern = line.startsWith('#') ? '' : trim(line);
    if (pattern === '') continue;
    patterns.push(pattern.startsWith('!') ? `!${relativePattern(trim(pattern.slice(1)))}` : relativePattern(pattern));
  }
  return readIgnoreRules(patterns);
}

/** The same for a list of patterns, as `COPY --exclude` gives one. */
export function readIgnoreRules(written: readonly string[]): IgnoreRules | null {
  const rules: IgnorePattern[] = [];
  for (const pattern of written.map(trim)) {
    if (pattern === '') continue;
    const rule = readIgnorePattern(pattern);
    if (rule === null) return null;
    rules.push(rule);
  }
  return rules;
}

/**
 * Whether the builder leaves out this file of the context (a path with slashes, relative to it). Folders are walked down as
 * tonistiigi/fsutil does: a pattern that matched a folder holds for all below it, and an exception counts only where
 * something had been ignored when it was met.
 */
export function isIgnored(rules: IgnoreRules, path: string): boolean {
  let parents: readonly boolean[] = rules.map(() => false);
  let ignored = false;
  for (let slash = path.indexOf('/'); ; slash = path.indexOf('/', slash + 1)) {
    const folder = slash < 0 ? path : path.slice(0, slash);
    const inherited: readonly boolean[] = parents;
    ignored = false;
    parents = rules.map(({ exception, matches }, at) => {
      const match = inherited[at] === true || (exception === ignored && matches(folder));
      if (match) ignored = !exception;
      return match;
    });
    if (slash < 0) return ignored;
  }
}

/** Paths that start with a slash mean the context, not the machine. */
function relativePattern(pattern: string): string {
  if (pattern === '') return '';
  const cleaned = cleanPath(pattern);
  return cleaned.length > 1 && cleaned.startsWith('/') ? cleaned.slice(1) : cleaned;
}
