/** A package URL in its parts, decoded and in the spelling that the purl specification makes the same for its type. */
export interface Purl {
  readonly type: string;
  /** '' when there is none. */
  readonly namespace: string;
  readonly name: string;
  /** '' when there is none. */
  readonly version: string;
  readonly qualifiers: ReadonlyMap<string, string>;
  readonly subpath: string;
}

/** Types whose namespaces and names are the same in capitals and small letters (purl-spec, "Known purl types"). */
const ANY_CASE: ReadonlySet<string> = new Set([
  'alpm',
  'apk',
  'bitbucket',
  'bitnami',
  'composer',
  'deb',
  'github',
  'golang',
  'oci',
  'pypi',
]);

const LONGEST = 4096;

/** Parses a package URL (purl-spec, "How to parse a purl string"); null when it is none. */
export function parsePurl(text: string): Purl | null {
  if (text.length > LONGEST || !/^pkg:/i.test(text)) return null;
  const [beforeSubpath, subpath] = cutLast(text.slice(4), '#');
  const [beforeQualifiers, query] = cutLast(beforeSubpath, '?');
  const path = beforeQualifiers.replace(/^\/+/, '');
  const slash = path.indexOf('/');
  const type = path.slice(0, Math.max(slash, 0)).toLowerCase();
  if (!/^[a-z][a-z0-9.+-]*$/.test(type)) return null;
  const rest = path.slice(slash + 1).replace(/\/+$/, '');
  // An @ of a namespace is percent-encoded in a proper purl; npm scopes are often written plain.
  const at = rest.lastIndexOf('@');
  const hasVersion = at > rest.lastIndexOf('/') + 1;
  const named = hasVersion ? rest.slice(0, at) : rest;
  const parts = named.split('/').filter((part) => part !== '');
  const decoded = parts.map(decode);
  const version = decode(hasVersion ? rest.slice(at + 1) : '');
  const qualifiers = qualifiersOf(query);
  const inside = decode(subpath.replace(/^\/+|\/+$/g, ''));
  const name = decoded.at(-1);
  if (!name || decoded.includes(null) || version === null || qualifiers === null || inside === null) return null;
  const namespace = decoded.slice(0, -1).join('/');
  return { type, version, qualifiers, subpath: inside, ...spelled(type, namespace, name) };
}

/**
 * Whether a package is meant by a package URL: what the pattern leaves out (version, qualifiers, subpath) may be
 * anything, what it gives must be the same. An asterisk in its name stands for any characters, as a version for any.
 */
export function purlMatches(pattern: Purl, target: Purl): boolean {
  return (
    pattern.type === target.type &&
    pattern.namespace === target.namespace &&
    nameMatches(pattern.name, target.name) &&
    (pattern.version === '' || pattern.version === WILDCARD || pattern.version === target.version) &&
    (pattern.subpath === '' || pattern.subpath === target.subpath) &&
    [...pattern.qualifiers].every(([key, value]) => target.qualifiers.get(key) === value)
  );
}

/** An asterisk in a file that knows none is a letter like others. */
export function withoutWildcards(purl: string): string {
  return purl.replaceAll('*', '%2A');
}

/** Stands for an asterisk that matches anything; a control character is in no name. */
const WILDCARD = '\0';

function nameMatches(pattern: string, name: string): boolean {
  const [first = '', ...others] = pattern.split(WILDCARD);
  const last = others.pop();
  if (last === undefined) return first === name;
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let from = first.length;
  for (const part of others) {
    const found = name.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return from <= name.length - last.length;
}

function spelled(type: string, namespace: string, name: string): Pick<Purl, 'namespace' | 'name'> {
  if (type === 'pypi') return { namespace, name: name.toLowerCase().replaceAll('_', '-') };
  if (type === 'rpm') return { namespace: namespace.toLowerCase(), name };
  return ANY_CASE.has(type) ? { namespace: namespace.toLowerCase(), name: name.toLowerCase() } : { namespace, name };
}

function qualifiersOf(query: string): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>();
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const key = pair.slice(0, Math.max(equals, 0)).toLowerCase();
    const value = decode(pair.slice(equals + 1));
    if (!/^[a-z.\-_][a-z0-9.\-_]*$/.test(key) || value === null) return null;
    // One without a value is as good as none.
    if (value !== '') found.set(key, value);
  }
  return found;
}

function cutLast(text: string, mark: string): readonly [string, string] {
  const at = text.lastIndexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** A plain asterisk becomes the wildcard, `%2A` the letter; null when an escape is broken. */
function decode(text: string): string | null {
  try {
    const decoded = decodeURIComponent(text.replaceAll('*', '%00'));
    return text.includes('%00') ? null : decoded;
  } catch {
    return null;
  }
}
