import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { git } from '../git-repository.ts';
import { type Answer, answers } from './answers.ts';

/** Answers `git/…` requests from a repository on this machine, as GitHub would from its own. */
export interface GitObjectsOptions {
  readonly folder: string;
  /** Trees are cut, as those of very large repositories are. */
  readonly truncated?: boolean;
  /** Answered instead, whatever is asked. */
  readonly instead?: Answer;
}

type Sample = (operationId: string) => Readonly<Record<string, unknown>>;

export async function answerGitObject(
  { operationId, parameters }: { readonly operationId: string; readonly parameters: Readonly<Record<string, string>> },
  query: Readonly<Record<string, string>>,
  { folder, truncated = false, instead }: GitObjectsOptions,
  sampleOf: Sample,
): Promise<Answer> {
  if (instead !== undefined) return instead;
  try {
    if (operationId === 'git/get-commit') return ok(await commitOf(folder, parameters['commit_sha'] ?? '', sampleOf));
    if (operationId === 'git/get-tree') {
      return ok(await treeOf(folder, parameters['tree_sha'] ?? '', query['recursive'] !== undefined, truncated));
    }
    return ok(await blobOf(folder, parameters['file_sha'] ?? '', sampleOf));
  } catch {
    return answers.notFound;
  }
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}

async function commitOf(folder: string, id: string, sampleOf: Sample): Promise<unknown> {
  const text = await git(folder, 'cat-file', 'commit', id);
  const ids = (word: string) => [...text.matchAll(new RegExp(`^${word} ([0-9a-f]+)$`, 'gm'))].map(([, sha]) => sha);
  const url = 'https://api.github.com/';
  const parents = ids('parent').map((sha) => ({ sha, url, html_url: url }));
  return { ...sampleOf('git/get-commit'), sha: id, tree: { sha: ids('tree')[0], url }, parents };
}

async function treeOf(folder: string, id: string, recursive: boolean, cut: boolean): Promise<unknown> {
  const listing = await git(folder, 'ls-tree', '-l', '-z', ...(recursive ? ['-r', '-t'] : []), id);
  const tree = listing.split('\0').flatMap((line) => {
    const [, mode, type, sha, size = '', path] = /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t(.+)$/s.exec(line) ?? [];
    return path === undefined ? [] : [{ path, mode, type, sha, ...(size === '-' ? {} : { size: Number(size) }) }];
  });
  const truncated = cut && recursive;
  return { sha: id, url: 'https://api.github.com/', tree: truncated ? tree.slice(0, 1) : tree, truncated };
}

async function blobOf(folder: string, id: string, sampleOf: Sample): Promise<unknown> {
  const size = Number(await git(folder, 'cat-file', '-s', id));
  const content = (await gitBytes(folder, id)).toString('base64').replaceAll(/.{60}/g, '$&\n');
  return { ...sampleOf('git/get-blob'), sha: id, size, encoding: 'base64', content };
}

async function gitBytes(folder: string, id: string): Promise<Buffer> {
  const { stdout } = await promisify(execFile)('git', ['cat-file', 'blob', id], {
    cwd: folder,
    encoding: 'buffer',
    maxBuffer: 256 * 1024 * 1024,
  });
  return stdout;
}
