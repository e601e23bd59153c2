import { Rejection } from './dockerfile-error.ts';

/** Go's path.Join: cleaned, '' when all parts are empty. */
export function joinPath(...parts: readonly string[]): string {
  const filled = parts.filter((part) => part !== '');
  return filled.length === 0 ? '' : cleanPath(filled.join('/'));
}

/** Go's path.Clean. */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  const out: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') out.push(part);
    else if (out.length > 0 && out.at(-1) !== '..') out.pop();
    else if (!rooted) out.push(part);
  }
  const body = out.join('/');
  if (rooted) return `/${body}`;
  return body === '' ? '.' : body;
}

/** Where WORKDIR leads from the current folder ('' = none yet); an absolute path is taken as written. Throws Rejection. */
export function resolveWorkdir(current: string, next: string, os: string): string {
  if (os === 'windows') return resolveWindows(current, next);
  const parent = current.startsWith('/') ? current : joinPath('/', current);
  if (next === '') return parent;
  return next.startsWith('/') ? next : joinPath(parent, next);
}

function resolveWindows(current: string, next: string): string {
  const withoutDrive = dropDrive(current === '' ? '/' : current);
  const parent = withoutDrive.startsWith('/') ? withoutDrive : joinPath('/', withoutDrive);
  const wanted = dropDrive(next === '' ? parent : next);
  return (wanted.startsWith('/') ? wanted : joinPath(parent, wanted)).replaceAll('/', '\\');
}

function dropDrive(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  if (slashed.length === 2 && slashed[1] === ':') throw new Rejection(`no relative path specified in "${path}"`);
  if (slashed.startsWith('//')) throw new Rejection('UNC paths are not supported');
  const colon = slashed.indexOf(':');
  if (colon < 0) return cleanPath(slashed);
  if (slashed.slice(0, colon).toLowerCase() !== 'c') {
    throw new Rejection('the path is not on the system drive (C:)');
  }
  return cleanPath(slashed.slice(colon + 1));
}
