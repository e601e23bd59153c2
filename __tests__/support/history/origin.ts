import { type Content, commit, git, mergeOf } from '../git-repository.ts';

export const REPOSITORY = 'acme/mcp';

/** A repository as GitHub has it: all of its commits, and none of it checked out. */
export interface Origin {
  readonly path: string;
  /** A commit on top of another. */
  commit(parent: string, files: Readonly<Record<string, Content>>): Promise<string>;
  /** What merging one commit into another gives, as GitHub tries it for a pull request and makes it for a queue. */
  merge(base: string, head: string): Promise<string>;
  /** How a commit lies to another, in the words of GitHub's comparison `of...commit`. */
  relation(of: string, to: string): Promise<'ahead' | 'behind' | 'diverged' | 'identical'>;
}

/** Starts a history with one commit. */
export async function startHistory(
  path: string,
  files: Readonly<Record<string, Content>>,
): Promise<{ readonly origin: Origin; readonly first: string }> {
  await git('/', 'init', '--quiet', '--initial-branch', 'main', path);
  // As on GitHub, any commit can be fetched by its id.
  await git(path, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  const first = await commit(path, files);
  const origin: Origin = {
    path,
    commit: async (parent, changed) => {
      await git(path, 'checkout', '--quiet', '--detach', parent);
      return commit(path, changed);
    },
    merge: (base, head) => mergeOf(path, base, head),
    relation: async (of, to) => {
      const base = (await git(path, 'merge-base', of, to)).trim();
      if (of === to) return 'identical';
      return base === of ? 'ahead' : base === to ? 'behind' : 'diverged';
    },
  };
  return { origin, first };
}

/** What `actions/checkout` does by itself: one commit, detached. @param depth 0: the whole history */
export async function checkOut(origin: Origin, commitId: string, folder: string, depth = 1): Promise<void> {
  await git('/', 'init', '--quiet', folder);
  await git(folder, 'remote', 'add', 'origin', `https://github.com/${REPOSITORY}`);
  const shallow = depth === 0 ? [] : ['--depth', String(depth)];
  await git(folder, 'fetch', '--quiet', '--no-tags', ...shallow, `file://${origin.path}`, commitId);
  await git(folder, 'checkout', '--quiet', '--detach', commitId);
}
