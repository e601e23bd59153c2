import { damaged, shown, tooLarge } from './damaged.ts';
import type { LayerEntry, LayerListing } from './layer.ts';
import { IMAGE_LIMITS } from './limits.ts';
import { impliedFolder, subtree, type TreeNode, walk } from './tree-node.ts';

const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
/** Bookkeeping of the old aufs driver; engines leave it out. */
const AUFS = '.wh..wh.';

export interface TreeLimits {
  /** Folders that no entry names. A single long name can ask for two thousand of them. */
  readonly implied: number;
  /** Bytes of all paths together: a short name below a link can stand for a long path. */
  readonly paths: number;
  /** Steps through folders: links to links multiply what one name costs. */
  readonly steps: number;
}

const LIMITS: TreeLimits = {
  implied: IMAGE_LIMITS.entries,
  paths: IMAGE_LIMITS.names,
  steps: IMAGE_LIMITS.steps,
};

/**
 * The root file system of a container before it starts, built by applying layers bottom first as engines unpack them
 * (OCI image-spec layer.md; containerd archive.Apply): in the order of each layer, links in parent folders followed
 * inside the root, whiteouts removing, a later entry replacing an earlier one. What is removed or replaced is kept
 * aside: whoever pulls the image has it.
 */
export class MergedTree {
  readonly #limits: TreeLimits;
  readonly #hidden: TreeNode[] = [];
  #root: TreeNode = impliedFolder('', 0);
  #layers = 0;
  #implied = 0;
  #paths = 0;
  #steps = 0;
  /** Folders that hold nothing of lower layers any more, so that each is looked through once a layer. */
  #cleared = new Set<TreeNode['children']>();

  constructor(limits: Partial<TreeLimits> = {}) {
    this.#limits = { ...LIMITS, ...limits };
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
    return this.#walk(path, true);
  }

  /** The thing of that very name: a link in the last place is given as a link. */
  lookup(path: string): TreeNode | null {
    return this.#walk(path, false);
  }

  /** Everything in the tree, the root first, folders before what they hold. */
  list(): Generator<TreeNode> {
    return subtree(this.#root);
  }

  /** What was deleted or replaced, in the order in which it happened; not folders that are folders still. */
  get hidden(): readonly TreeNode[] {
    return this.#hidden;
  }

  #walk(path: string, followLast: boolean): TreeNode | null {
    return walk(this.#root, path.split('/'), followLast, (steps) => {
      this.#steps += steps;
      if (this.#steps > this.#limits.steps) {
        throw tooLarge(`the links of its layers take more than ${this.#limits.steps} steps to follow`);
      }
    });
  }

  #add(entry: LayerEntry, layer: number): void {
    if (entry.path === '') {
      this.#root = { path: '', entry, layer, children: this.#root.children };
      return;
    }
    const cut = entry.path.lastIndexOf('/');
    const name = entry.path.slice(cut + 1);
    // What AUFS kept in the root is nobody's, but for the mark that makes the root itself opaque (moby's
    // pkg/archive/diff.go).
    const isAufs = entry.path.startsWith(AUFS) && entry.path !== OPAQUE;
    if (isAufs || (name.startsWith(AUFS) && name !== OPAQUE)) {
      return;
    }
    const parent = this.#parent(entry.path.slice(0, Math.max(cut, 0)), layer);
    if (name === OPAQUE) {
      this.#clear(parent.children ?? new Map(), layer);
    } else if (name.startsWith(WHITEOUT)) {
      const target = whitedOut(name, entry.path);
      this.#hide(parent.children?.get(target));
      parent.children?.delete(target);
    } else {
      const old = parent.children?.get(name);
      const node = this.#node(entry, this.#pathOf(parent, name, entry.path), layer, old);
      // A folder that stays a folder keeps what it holds.
      if (node.children === null || old?.children === null) {
        this.#hide(old);
      }
      parent.children?.set(name, node);
    }
  }

  #hide(node: TreeNode | undefined): void {
    for (const gone of node === undefined ? [] : subtree(node)) {
      this.#hidden.push(gone);
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
        this.#hidden.push(node);
        children.delete(name);
      }
    }
  }

  #node(entry: LayerEntry, path: string, layer: number, old: TreeNode | undefined): TreeNode {
    if (entry.kind === 'hardlink') {
      const target = this.#walk(entry.link, false);
      if (target === null || target.children !== null) {
        throw damaged(`a layer links ${shown(entry.path)} to ${shown(entry.link)}, which is no file of the image`);
      }
      return { path, entry: target.entry, layer, children: null };
    }
    if (entry.kind === 'directory') {
      return { path, entry, layer, children: old?.children ?? new Map() };
    }
    return { path, entry, layer, children: null };
  }

  /** The folder an entry goes into; missing folders are made, as engines do. */
  #parent(path: string, layer: number): TreeNode {
    let at = this.#root;
    let walked = '';
    for (const segment of path === '' ? [] : path.split('/')) {
      walked = walked === '' ? segment : `${walked}/${segment}`;
      at = this.#enter(at, segment, walked, layer);
    }
    return at;
  }

  #enter(at: TreeNode, segment: string, walked: string, layer: number): TreeNode {
    const child = at.children?.get(segment);
    if (child === undefined) {
      this.#implied += 1;
      if (this.#implied > this.#limits.implied) {
        throw tooLarge(`its layers imply more than ${this.#limits.implied} folders`);
      }
      const made = impliedFolder(this.#pathOf(at, segment, walked), layer);
      at.children?.set(segment, made);
      return made;
    }
    const found = child.entry.kind === 'symlink' ? this.#walk(walked, true) : child;
    if (found?.children == null) {
      throw damaged(`a layer puts a file below ${shown(walked)}, which is no folder`);
    }
    return found;
  }

  /** Below links the real path is not the one that the layer writes, and can be far longer. */
  #pathOf(parent: TreeNode, name: string, written: string): string {
    const length = parent.path.length + 1 + name.length;
    this.#paths += length;
    if (length > IMAGE_LIMITS.name) {
      throw damaged(`a layer puts a file at a path of more than ${IMAGE_LIMITS.name} bytes`);
    }
    if (this.#paths > this.#limits.paths) {
      throw tooLarge(`the paths of its files take more than ${this.#limits.paths} bytes`);
    }
    const path = parent.path === '' ? name : `${parent.path}/${name}`;
    // One string for both, where they are the same.
    return path === written ? written : path;
  }
}

/** What a whiteout removes. Some engines remove the folder itself, or the one above it, for `.wh..` and `.wh...`. */
function whitedOut(name: string, path: string): string {
  const target = name.slice(WHITEOUT.length);
  if (target === '' || target === '.' || target === '..') {
    throw damaged(`a layer holds a whiteout that names no file: ${shown(path)}`);
  }
  return target;
}
