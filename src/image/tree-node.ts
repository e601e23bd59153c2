import type { LayerEntry } from './layer.ts';
import { IMAGE_LIMITS } from './limits.ts';

/** A file, folder or link of the merged root file system. */
export interface TreeNode {
  /** Where it really is, links in parent folders followed; without slashes at its ends, '' is the root. */
  readonly path: string;
  readonly entry: LayerEntry;
  /** Index of the layer that put it there, bottom = 0. */
  readonly layer: number;
  /** Of a folder; null for anything else. */
  readonly children: Map<string, TreeNode> | null;
}

/** A folder that no layer describes, as engines make it. */
export function impliedFolder(path: string, layer: number): TreeNode {
  const entry: LayerEntry = {
    path,
    kind: 'directory',
    mode: 0o755,
    uid: 0,
    gid: 0,
    size: 0,
    link: '',
    capability: null,
    content: null,
  };
  return { path, entry, layer, children: new Map() };
}

/**
 * Follows segments from the root. `..` stops at the root, as it does for a process inside the container. `spend` is
 * told how many segments there are to follow: links multiply them.
 */
export function walk(
  root: TreeNode,
  segments: readonly string[],
  followLast: boolean,
  spend: (steps: number) => void,
): TreeNode | null {
  spend(segments.length);
  const trail: TreeNode[] = [root];
  // Reversed: links put what they lead to before what is left.
  const left = [...segments].reverse();
  let links = 0;
  for (let segment = left.pop(); segment !== undefined; segment = left.pop()) {
    if (segment === '' || segment === '.') {
      continue;
    }
    if (trail.at(-1)?.children === null) {
      return null;
    }
    if (segment === '..') {
      trail.splice(Math.max(trail.length - 1, 1));
      continue;
    }
    const next = trail.at(-1)?.children?.get(segment);
    if (next === undefined) {
      return null;
    }
    if (next.entry.kind !== 'symlink' || (!followLast && left.length === 0)) {
      trail.push(next);
      continue;
    }
    links += 1;
    if (links > IMAGE_LIMITS.links) {
      return null;
    }
    if (next.entry.link.startsWith('/')) {
      trail.splice(1);
    }
    const target = next.entry.link.split('/');
    spend(target.length);
    left.push(...target.reverse());
  }
  return trail.at(-1) ?? null;
}

/** A node and all below it, folders before what they hold. */
export function* subtree(top: TreeNode): Generator<TreeNode> {
  const open: TreeNode[] = [top];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    for (const child of node.children?.values() ?? []) {
      open.push(child);
    }
  }
}
