import { posix } from 'node:path';
import { copySources } from '../dockerfile/copy-sources.ts';
import type { DockerfileEvidence } from '../model/dockerfile.ts';

/** More would not make it surer. */
const MOST_SOURCES = 100;

/**
 * The folder that a Dockerfile is most likely built in: the nearest one, from its own upwards, that has what COPY and ADD
 * name; its own where that tells nothing.
 * @param files all files of the repository
 */
export function likelyContext({ file, stages, reachable }: DockerfileEvidence, files: readonly string[]): string {
  const wanted = stages
    .filter(({ index }) => reachable.includes(index))
    .flatMap(({ instructions }) => instructions)
    .filter(({ keyword, flags }) => /^(COPY|ADD)$/.test(keyword) && !flags.some(({ name }) => name === 'from'))
    .flatMap(copySources)
    .flatMap(fixedPart)
    .slice(0, MOST_SOURCES);
  const folders = upwards(posix.dirname(file));
  const best = folders
    .map((folder) => ({ folder, found: wanted.filter((path) => isThere(posix.join(folder, path), files)).length }))
    .reduce((a, b) => (b.found > a.found ? b : a));
  return best.folder;
}

/** The part of a source before its first wildcard; nothing for addresses and variables. */
function fixedPart(source: string): readonly string[] {
  if (/^[a-z]+:\/\/|^git@|\$/.test(source)) return [];
  const plain = posix.normalize(source.replace(/^\/+/, '')).split('/');
  const wild = plain.findIndex((part) => /[*?[]/.test(part));
  const fixed = (wild < 0 ? plain : plain.slice(0, wild)).join('/');
  return fixed === '' || fixed === '.' || fixed.startsWith('..') ? [] : [fixed.replace(/\/$/, '')];
}

function isThere(path: string, files: readonly string[]): boolean {
  return files.some((file) => file === path || file.startsWith(`${path}/`));
}

function upwards(folder: string): readonly [string, ...string[]] {
  return folder === '.' || folder === '/' ? ['.'] : [folder, ...upwards(posix.dirname(folder))];
}
