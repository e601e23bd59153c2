import { type CommandArguments, grammar, hasOption, readArguments } from '../../../dockerfile/shell/arguments.ts';
import type { ShellCommand, ShellWord } from '../../../dockerfile/shell/script.ts';
import { type Floating, floating, hasCommit, hasVariable, isExact, NONE, type Pinned } from './packages.ts';
import { type Lookup, spelled } from './words.ts';

/** A command of a package manager of Node. */
export type NodeInstall =
  | { readonly kind: 'named'; readonly packages: Floating }
  /** It installs what package.json names; the lock file, if it is there, fixes the versions. */
  | { readonly kind: 'project'; readonly locks: readonly string[]; readonly fix: string };

const FIX = 'Name the version: `npm install --global typescript@5.9.3`.';
const NPM = grammar(
  '-C -w --prefix --registry --loglevel --cache --userconfig --workspace --omit --include --only --tag --otp --before --cpu --os --libc --dir --filter --cwd --modules-folder --cache-folder --network-timeout --network-concurrency --mutex --store-dir --reporter --production-only --fetch-retries --maxsockets --python',
);

const INSTALL = new Set(['install', 'i', 'in', 'ins', 'inst', 'isntall', 'add']);

/** npm, yarn, pnpm and bun; null for all that installs nothing that could float. */
export function nodeInstall({ name, words }: ShellCommand, lookup: Lookup): NodeInstall | null {
  if (name !== 'npm' && name !== 'yarn' && name !== 'pnpm' && name !== 'bun') return null;
  const read = readArguments(words.slice(1), NPM);
  const global = read.operands[0]?.shown === 'global';
  const [verb, ...names] = global ? read.operands.slice(1) : read.operands;
  const installs =
    verb === undefined
      ? name === 'yarn' && read.options.every(({ name: option }) => !/^-(v|h|-version|-help)$/.test(option))
      : INSTALL.has(verb.shown);
  if (!installs) return null;
  if (names.length > 0) return { kind: 'named', packages: judge(names, lookup) };
  if (global || hasOption(read, '-g', '--global')) return { kind: 'named', packages: NONE };
  if (holdsToLock(read)) return null;
  return project(name, read);
}

function project(name: string, read: CommandArguments): NodeInstall {
  const off = hasOption(read, '--no-package-lock', '--no-lockfile');
  switch (name) {
    case 'yarn':
      return {
        kind: 'project',
        locks: off ? [] : ['yarn.lock'],
        fix: 'Commit and copy yarn.lock, and install with `yarn install --frozen-lockfile` (from yarn 2 on: `--immutable`).',
      };
    case 'pnpm':
      return {
        kind: 'project',
        locks: off ? [] : ['pnpm-lock.yaml'],
        fix: 'Commit and copy pnpm-lock.yaml, and install with `pnpm install --frozen-lockfile`.',
      };
    case 'bun':
      return {
        kind: 'project',
        locks: off ? [] : ['bun.lock', 'bun.lockb'],
        fix: 'Commit and copy bun.lock, and install with `bun install --frozen-lockfile`.',
      };
    default:
      return {
        kind: 'project',
        locks: off ? [] : ['package-lock.json', 'npm-shrinkwrap.json'],
        fix: 'Commit and copy package-lock.json, and install with `npm ci`.',
      };
  }
}

function holdsToLock(read: CommandArguments): boolean {
  return hasOption(read, '--frozen-lockfile', '--immutable', '--pure-lockfile', '--package-lock-only');
}

function judge(words: readonly ShellWord[], lookup: Lookup): Floating {
  return floating(
    words.map((word) => spelled(word, lookup)),
    isPinned,
    FIX,
  );
}

function isPinned(spec: string): Pinned {
  if (/^(\.|\/|~|file:|link:|workspace:)/.test(spec) || /^[^:]*\.tgz$/.test(spec)) return true;
  if (/^(git|github:|gitlab:|bitbucket:)|\.git(#|$)/.test(spec))
    return hasCommit(spec, '#') || (hasVariable(spec) ? null : false);
  if (/^https?:/.test(spec)) return /\d\.\d/.test(spec) || (hasVariable(spec) ? null : false);
  // `user/repository` is GitHub's; a scope starts with an at sign.
  if (/^[^@/\s]+\/[^@\s]+$/.test(spec)) return hasCommit(spec, '#') || (hasVariable(spec) ? null : false);
  const at = spec.lastIndexOf('@');
  const version = at > 0 ? spec.slice(at + 1) : '';
  if (isExact(version)) return true;
  return hasVariable(at > 0 ? version : spec) ? null : false;
}
