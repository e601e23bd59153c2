import { posix } from 'node:path';
import type { Location } from '../../model/location.ts';
import { readGoMod, readGoSum } from './go.ts';
import type { Locked, LockFormat } from './locked.ts';
import { readNpmLock } from './npm.ts';
import { readPnpmLock } from './pnpm.ts';
import { pythonName, readPipfileLock, readRequirements } from './python.ts';
import { readTomlLock } from './toml.ts';
import { readYarnLock } from './yarn.ts';

const FORMATS: readonly LockFormat[] = [
  { type: 'npm', rank: 0, name: /^(package-lock|npm-shrinkwrap)\.json$/, read: readNpmLock },
  { type: 'npm', rank: 0, name: /^yarn\.lock$/, read: readYarnLock },
  { type: 'npm', rank: 0, name: /^pnpm-lock\.yaml$/, read: readPnpmLock },
  { type: 'pypi', rank: 0, name: /^(poetry|uv|pdm)\.lock$/, read: (text) => pythonNames(readTomlLock(text)) },
  { type: 'pypi', rank: 0, name: /^Pipfile\.lock$/, read: readPipfileLock },
  { type: 'pypi', rank: 1, name: /^requirements[\w.-]*\.txt$/, read: readRequirements },
  { type: 'golang', rank: 0, name: /^go\.mod$/, read: readGoMod },
  { type: 'golang', rank: 1, name: /^go\.sum$/, read: readGoSum },
  { type: 'cargo', rank: 0, name: /^Cargo\.lock$/, read: readTomlLock },
];

function* pythonNames(found: Iterable<Locked>): Generator<Locked> {
  for (const locked of found) yield { ...locked, name: pythonName(locked.name) };
}

/** Larger files are not read: the largest lock files in use have some 5 MB. */
export const LOCK_FILE_LIMIT = 32 * 1024 * 1024;

/** Whether a file of the repository is a lock file that `LockFiles` reads. */
export function isLockFile(path: string): boolean {
  return formatOf(path) !== null && !/(^|\/)node_modules\//.test(path);
}

/** A language package as the scanner names it. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** Package URL; null when there is none. */
  readonly purl: string | null;
  /** Path of its metadata in the image, without the leading slash. */
  readonly path: string | null;
}

/** The lock files of a repository, each read when it is first needed. */
export class LockFiles {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #read = new Map<string, ReadonlyMap<string, readonly Locked[]>>();

  /** @param texts by path relative to the root of the repository */
  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  /**
   * The line where a package stands, in the lock file that is nearest to the Dockerfile: in its folder, above or below
   * it. Null when no lock file there names this very version, or when two could be meant.
   */
  find(found: InstalledPackage, dockerfile: string): Location | null {
    const type = /^pkg:([a-z]+)\//.exec(found.purl ?? '')?.[1];
    const places = [...this.#texts.keys()].flatMap((path) => {
      const format = formatOf(path);
      const away = format?.type === type ? distance(posix.dirname(dockerfile), posix.dirname(path)) : null;
      if (format === null || away === null) return [];
      const line = this.#lineIn(path, format, found);
      return line === null ? [] : [{ path, line, order: away * 10 + format.rank }];
    });
    const nearest = Math.min(...places.map(({ order }) => order));
    const [only, another] = places.filter(({ order }) => order === nearest);
    if (only === undefined || another !== undefined) return null;
    return { file: only.path, startLine: only.line, endLine: only.line };
  }

  #lineIn(path: string, format: LockFormat, { name, version, path: installed }: InstalledPackage): number | null {
    const known = this.#read.get(path) ?? index(format.read(this.#texts.get(path) ?? ''));
    this.#read.set(path, known);
    const wanted = format.type === 'pypi' ? pythonName(name) : name;
    const all = known.get(keyOf(wanted, version)) ?? [];
    const there = installed?.replace(/\/package\.json$/, '') ?? '';
    const exact = all.find(({ folder }) => folder !== null && `/${there}`.endsWith(`/${folder}`));
    return (exact ?? all[0])?.line ?? null;
  }
}

function index(found: Iterable<Locked>): ReadonlyMap<string, readonly Locked[]> {
  const byKey = new Map<string, Locked[]>();
  for (const locked of found) {
    const key = keyOf(locked.name, locked.version);
    const list = byKey.get(key);
    if (list === undefined) byKey.set(key, [locked]);
    else list.push(locked);
  }
  return byKey;
}

function keyOf(name: string, version: string): string {
  return `${name}\0${version.replace(/^v(?=\d)/, '')}`;
}

function formatOf(path: string): LockFormat | null {
  const name = posix.basename(path);
  return FORMATS.find((format) => format.name.test(name)) ?? null;
}

/** Steps between two folders when one is in the other, those below counting more; null for neighbours. */
function distance(from: string, to: string): number | null {
  const relative = posix.relative(from, to);
  if (relative === '') return 0;
  const steps = relative.split('/');
  const up = steps.filter((step) => step === '..').length;
  if (up > 0 && up < steps.length) return null;
  return up > 0 ? up : 1000 + steps.length;
}
