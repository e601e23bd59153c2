import { damaged, shown, tooLarge } from './damaged.ts';
import type { LayerEntry, LayerListing } from './layer.ts';
import { IMAGE_LIMITS } from './limits.ts';

/** A file, folder or link of the merged root file system. */
export interface TreeNode {
  readonly entry: LayerEntry;
  /** Index of the layer that put it there, bottom = 0. */
  readonly layer: number;
  /** Of a folder; null for anything else. */
  readonly children: Map<string, TreeNode> | null;
}

const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
/** Bookkeeping of the old aufs driver; engines leave it out. */
const AUFS = '.wh..wh.';

/**
 * The root file system of a container before it starts, built by applying layers bottom first as engines unpack them
 * (OCI image-spec layer.md; containerd archive.Apply): in the order of each layer, links in parent folders followed
 * inside the root, whiteouts removing, a later entry replacing an earlier one.
 */
export class MergedTree {
  readonly #limit: number;
  #root: TreeNode = folder('', 0);
  #layers = 0;
  /** Folders that no entry names. A single long name can ask for two thousand of them. */
  #implied = 0;
  /** Folders that hold nothing of lower layers any more, so that each is looked through once a layer. */
  #cleared = new Set<TreeNode['children']>();

  constructor(limit: number = IMAGE_LIMITS.entries) {
    this.#limit = limit;
  }

  apply(listing: LayerListing): void {
    const layer = this.#layers;
    this.#layers += 1;
    this.#cleared = new Set();
    for (const entry of listing.entries) {
      this.#add(entry, layer);
    }
  }

  /**
   * What an absolute path leads to, all symbolic links followed inside the root; null when it leads nowhere, in circles
   * or through something that is no folder.
   */
  resolve(path: string): TreeNode | null {
    return walk(this.#root, path.split('/'), true);
  }

  /** The thing of that very name: a link in the last place is given as a link. */
  lookup(path: string): TreeNode | null {
    return walk(this.#root, path.split('/'), false);
  }

  /** Every thing in the tree with its absolute path, folders before what they hold. */
  *list(): Generator<{ readonly path: string; readonly node: TreeNode }> {
    const open: { readonly path: string; readonly node: TreeNode }[] = [{ path: '', node: this.#root }];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      yield { path: place.path === '' ? '/' : place.path, node: place.node };
      for (const [name, node] of place.node.children ?? []) {
        open.push({ path: `${place.path}/${name}`, node });
      }
    }
  }

  #add(entry: LayerEntry, layer: number): void {
    if (entry.path === '') {
      this.#root = { entry, layer, children: this.#root.children };
      return;
    }
    const cut = entry.path.lastIndexOf('/');
    const name = entry.path.slice(cut + 1);
    if (entry.path.startsWith(AUFS) || (name.startsWith(AUFS) && name !== OPAQUE)) {
      return;
    }
    const parent = this.#parent(entry.path.slice(0, Math.max(cut, 0)), layer);
    if (name === OPAQUE) {
      this.#clear(parent, layer);
    } else if (name.startsWith(WHITEOUT)) {
      parent.delete(whitedOut(name, entry.path));
    } else {
      parent.set(name, this.#node(entry, layer, parent.get(name)));
    }
  }

  /** Removes what lower layers left in a folder, and keeps what this layer has already put there. */
  #clear(children: Map<string, TreeNode>, layer: number): void {
    if (this.#cleared.has(children)) {
      return;
    }
    this.#cleared.add(children);
    for (const [name, node] of children) {
      if (node.children !== null) {
        this.#clear(node.children, layer);
      }
      if (node.layer !== layer && (node.children === null || node.children.size === 0)) {
        children.delete(name);
      }
    }
  }

  #node(entry: LayerEntry, layer: number, old: TreeNode | undefined): TreeNode {
    if (entry.kind === 'hardlink') {
      const target = walk(this.#root, entry.link.split('/'), false);
      if (target === null || target.children !== null) {
        throw damaged(`a layer links ${shown(entry.path)} to ${shown(entry.link)}, which is no file of the image`);
      }
      return { entry: target.entry, layer, children: null };
    }
    if (entry.kind === 'directory') {
      return { entry, layer, children: old?.children ?? new Map() };
    }
    return { entry, layer, children: null };
  }

  /** The entries of the folder an entry goes into; missing folders are made, as engines do. */
  #parent(path: string, layer: number): Map<string, TreeNode> {
    let at = this.#root;
    let walked = '';
    for (const segment of path === '' ? [] : path.split('/')) {
      walked = walked === '' ? segment : `${walked}/${segment}`;
      at = this.#enter(at, segment, walked, layer);
    }
    return at.children ?? new Map();
  }

  #enter(at: TreeNode, segment: string, walked: string, layer: number): TreeNode {
    const child = at.children?.get(segment);
    if (child === undefined) {
      this.#implied += 1;
      if (this.#implied > this.#limit) {
        throw tooLarge(`its layers imply more than ${this.#limit} folders`);
      }
      const made = folder(walked, layer);
      at.children?.set(segment, made);
      return made;
    }
    const found = child.entry.kind === 'symlink' ? walk(this.#root, walked.split('/'), true) : child;
    if (found?.children == null) {
      throw damaged(`a layer puts a file below ${shown(walked)}, which is no folder`);
    }
    return found;
  }
}

/** Follows segments from the root. `..` stops at the root, as it does for a process inside the container. */
function walk(root: TreeNode, segments: readonly string[], followLast: boolean): TreeNode | null {
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
    left.push(...next.entry.link.split('/').reverse());
  }
  return trail.at(-1) ?? null;
}

/** What a whiteout removes. Some engines remove the folder itself, or the one above it, for `.wh..` and `.wh...`. */
function whitedOut(name: string, path: string): string {
  const target = name.slice(WHITEOUT.length);
  if (target === '' || target === '.' || target === '..') {
    throw damaged(`a layer holds a whiteout that names no file: ${shown(path)}`);
  }
  return target;
}

function folder(path: string, layer: number): TreeNode {
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
  return { entry, layer, children: new Map() };
}
