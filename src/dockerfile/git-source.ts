import { Rejection } from './dockerfile-error.ts';
import { parseBool } from './go-values.ts';

const SCP = /^[a-zA-Z0-9-_]+@[a-zA-Z0-9-.]+:([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/;
const SCHEME = /^(https?|ssh|git):\/\//i;
const SWITCHES = ['keep-git-dir', 'submodules', 'fetch-by-commit'];
const TEXTS = ['ref', 'tag', 'branch', 'subdir', 'checksum', 'commit', 'mtime'];

/**
 * Whether a source of ADD or COPY is a git repository, by the rules of BuildKit's dfgitutil: an scp-like or ssh/git
 * address, or an http address whose path ends in `.git`. Throws Rejection for a repository with a bad query.
 */
export function isGitSource(source: string): boolean {
  if (source.startsWith('./') || source.startsWith('../') || source.startsWith('github.com/')) return false;
  const parts = SCHEME.test(source) ? parseUrl(source) : parseScp(source);
  if (parts === null) return false;
  validateQuery(parts.query, parts.fragment);
  return true;
}

export function isHttpSource(source: string): boolean {
  return /^https?:\/\//.test(source) && !isGitSource(source);
}

interface Parts {
  readonly query: string;
  readonly fragment: string;
}

function parseScp(source: string): Parts | null {
  const match = SCP.exec(source);
  return match === null ? null : { query: match[2] ?? '', fragment: match[3] ?? '' };
}

function parseUrl(source: string): Parts | null {
  const [address = '', ...fragment] = source.split('#');
  const [location = '', ...query] = address.split('?');
  const path = location.replace(/^[^/]*\/\/[^/]*/, '');
  if (/%(?![0-9a-fA-F]{2})/.test(location) || Array.from(location).some(isControl)) return null;
  if (/^http/i.test(source) && !decodePath(path).endsWith('.git')) return null;
  return { query: query.join('?'), fragment: fragment.join('#') };
}

/** No address holds them unescaped. */
function isControl(char: string): boolean {
  return char <= ' ' || char === '\x7f';
}

function decodePath(path: string): string {
  return path.replace(/%2e/gi, '.').replace(/%67/g, 'g').replace(/%69/g, 'i').replace(/%74/g, 't');
}

function validateQuery(query: string, fragment: string): void {
  if (query === '') return;
  const parameters = new URLSearchParams(query);
  for (const key of new Set(parameters.keys())) {
    const [value = '', ...more] = parameters.getAll(key);
    if (more.length > 0) throw new Rejection(`query "${key}" has multiple values`);
    if (SWITCHES.includes(key)) {
      if (value !== '') parseBool(value, key);
      continue;
    }
    if (value === '') throw new Rejection(`query "${key}" has no value`);
    if (!TEXTS.includes(key)) throw new Rejection(`unexpected query "${key}"`);
    if (key === 'mtime' && value !== 'checkout' && value !== 'commit')
      throw new Rejection(`invalid mtime value: "${value}"`);
  }
  validateRef(parameters, fragment);
}

/** A ref may be named in several ways, but they must agree. */
function validateRef(parameters: URLSearchParams, fragment: string): void {
  const [fragmentRef = ''] = fragment.split(':');
  const tag = prefixed('refs/tags/', parameters.get('tag'));
  const branch = prefixed('refs/heads/', parameters.get('branch'));
  if (tag !== null && branch !== null) throw new Rejection('branch conflicts with tag');
  const refs = [fragmentRef || null, parameters.get('ref'), tag, branch].filter((ref) => ref !== null);
  if (new Set(refs).size > 1) throw new Rejection(`ref conflicts: ${refs.join(' and ')}`);
}

function prefixed(prefix: string, name: string | null): string | null {
  return name === null || name.startsWith(prefix) ? name : prefix + name;
}
