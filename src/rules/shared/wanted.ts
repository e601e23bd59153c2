import type { ImageConfig } from '../../model/image.ts';
import { secretFileKind } from './secret-names.ts';
import { namedFiles } from './start-command.ts';

/** Small text files that rules read as a whole. */
export const WANTED_TEXTS: readonly string[] = [
  '/etc/passwd',
  '/etc/group',
  '/etc/shadow',
  '/etc/os-release',
  '/usr/lib/os-release',
];

/** Shells and what `#!` lines name: links lead to them under these names. */
const INTERPRETERS = new Set(['ash', 'bash', 'busybox', 'coreutils', 'dash', 'env', 'node', 'nodejs', 'sh']);

/**
 * Whether a rule wants to see the beginning of a file of an image with this config: of what the image starts and of
 * files that are named like credentials or say who may become root. Few by design, since every beginning is kept in memory.
 */
export function wantsHead(path: string, config: ImageConfig): boolean {
  return secretFileKind(path) !== null || isSudoers(path) || isStarted(path, config);
}

function isSudoers(path: string): boolean {
  return path === '/etc/sudoers' || path.startsWith('/etc/sudoers.d/');
}

function isStarted(path: string, config: ImageConfig): boolean {
  const { named, folder, searched } = startOf(config);
  if (named.has(path)) return true;
  if (path.startsWith(folder)) {
    const relative = path.slice(folder.length);
    if (named.has(`./${relative}`) || (relative.includes('/') && named.has(relative))) return true;
    if (/\.(sh|bash)$/.test(relative) && named.has(relative)) return true;
  }
  const cut = path.lastIndexOf('/');
  const parent = path.slice(0, cut);
  if (!/\/(s?bin|libexec)$/.test(parent) && !searched.has(parent)) return false;
  const name = path.slice(cut + 1);
  // `python` is a link to `python3.14`, `npm` one to `npm-cli.js`.
  return (
    named.has(name) ||
    INTERPRETERS.has(name) ||
    named.has(name.replace(/\d[\d.]*$|-cli\.js$/, '')) ||
    /^python3?[\d.]*$/.test(name)
  );
}

/** What of a config says which files are started. It is asked for each file of an image. */
interface Start {
  readonly named: ReadonlySet<string>;
  /** The working directory, with a slash at its end. */
  readonly folder: string;
  /** The folders of PATH. */
  readonly searched: ReadonlySet<string>;
}

const starts = new WeakMap<ImageConfig, Start>();

function startOf(config: ImageConfig): Start {
  const known = starts.get(config);
  if (known !== undefined) return known;
  const { workingDir, env } = config;
  const path = env.find((entry) => entry.startsWith('PATH=')) ?? '';
  const start = {
    named: namedFiles(config),
    folder: workingDir === '' ? '/' : `${workingDir.replace(/\/+$/, '')}/`,
    searched: new Set(path.slice('PATH='.length).split(':', 64)),
  };
  starts.set(config, start);
  return start;
}
