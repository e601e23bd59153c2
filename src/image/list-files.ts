import type { ImageFile, ImageFiles } from '../model/image-files.ts';
import { IMAGE_LIMITS } from './limits.ts';
import type { MergedTree } from './merged-tree.ts';
import type { TarKind } from './tar/read-tar.ts';
import type { TreeNode } from './tree-node.ts';

export interface Listed {
  readonly files: ImageFiles;
  /** Files whose beginning is asked for and not there, by their paths in the layers. */
  readonly missing: readonly string[];
  /** How many beginnings were left out because all together are too large. */
  readonly skipped: number;
}

/** The whole file system as evidence. `wants` says of which files the beginning is asked for, by absolute path. */
export function listFiles(tree: MergedTree, diffIds: readonly string[], wants: (path: string) => boolean): Listed {
  const merged = [...tree.list()].map((node) => toFile(node, diffIds));
  const hidden = tree.hidden.map((node) => toFile(node, diffIds));
  const heads = new Heads(tree, wants);
  for (const { file, node } of merged) {
    heads.offer(file.path, file.path, node);
  }
  for (const { file, node } of hidden) {
    heads.offer(file.path, `${file.path}@${file.layer}`, node);
  }
  return {
    files: { merged: sorted(merged), hidden: sorted(hidden), heads: Object.fromEntries(heads.taken) },
    missing: heads.missing,
    skipped: heads.skipped,
  };
}

interface Pair {
  readonly file: ImageFile;
  readonly node: TreeNode;
}

class Heads {
  readonly taken = new Map<string, string>();
  readonly missing: string[] = [];
  skipped = 0;
  readonly #tree: MergedTree;
  readonly #wants: (path: string) => boolean;
  #bytes = 0;

  constructor(tree: MergedTree, wants: (path: string) => boolean) {
    this.#tree = tree;
    this.#wants = wants;
  }

  offer(path: string, key: string, node: TreeNode): void {
    if (node.children !== null || !this.#wants(path)) {
      return;
    }
    if (node.entry.kind === 'file') {
      this.#take(key, node);
      return;
    }
    // Who asks for a link means what it leads to.
    const target = node.entry.kind === 'symlink' && key === path ? this.#tree.resolve(path) : null;
    if (target?.entry.kind === 'file') {
      this.#take(`/${target.path}`, target);
    }
  }

  #take(key: string, { entry }: TreeNode): void {
    if (this.taken.has(key)) {
      return;
    }
    const length = Math.min(entry.size, IMAGE_LIMITS.head);
    if (this.#bytes + length > IMAGE_LIMITS.heads) {
      this.skipped += 1;
      return;
    }
    this.#bytes += length;
    if (entry.content === null || entry.content.length < length) {
      this.missing.push(entry.path);
      return;
    }
    this.taken.set(key, entry.content.toString('latin1', 0, length));
  }
}

const TYPES: Readonly<Record<TarKind, ImageFile['type']>> = {
  file: 'file',
  directory: 'directory',
  symlink: 'symlink',
  // A node never is one: it has taken over what it links to.
  hardlink: 'file',
  device: 'other',
  fifo: 'other',
};

function toFile(node: TreeNode, diffIds: readonly string[]): Pair {
  const { path, entry, layer } = node;
  const { mode, uid, gid, size } = entry;
  const file: ImageFile = {
    path: `/${path}`,
    type: TYPES[entry.kind],
    mode,
    uid,
    gid,
    size,
    link: entry.kind === 'symlink' ? entry.link : null,
    hasCapabilities: entry.capability !== null,
    layer: diffIds[layer] ?? '',
  };
  return { file, node };
}

function sorted(pairs: readonly Pair[]): readonly ImageFile[] {
  return pairs.map(({ file }) => file).sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
