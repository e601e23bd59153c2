const BITS = 5;
const WIDTH = 2 ** BITS;

type Slot<T> = T | TreeNode<T> | undefined;
interface TreeNode<T> {
  readonly owner: object;
  readonly slots: Slot<T>[];
}

/**
 * An array by small integers that a child can start from without copying it. Writing needs the owner: nodes of the same
 * owner are changed in place, others are copied first, one path for each write. Who hands an array on must not write to
 * it any more.
 */
export class PersistentArray<T extends object> {
  #root: TreeNode<T>;
  #depth: number;
  readonly #owner = {};

  constructor(parent?: PersistentArray<T>) {
    this.#root = parent === undefined ? { owner: this.#owner, slots: [] } : parent.#root;
    this.#depth = parent === undefined ? 1 : parent.#depth;
  }

  get(index: number): T | undefined {
    if (index >= WIDTH ** this.#depth) return undefined;
    let node: TreeNode<T> | undefined = this.#root;
    for (let level = this.#depth - 1; level > 0 && node !== undefined; level--) {
      node = node.slots[digit(index, level)] as TreeNode<T> | undefined;
    }
    return node?.slots[digit(index, 0)] as T | undefined;
  }

  set(index: number, value: T): void {
    for (; index >= WIDTH ** this.#depth; this.#depth++) this.#root = { owner: this.#owner, slots: [this.#root] };
    this.#root = this.#own(this.#root);
    let node = this.#root;
    for (let level = this.#depth - 1; level > 0; level--) {
      const at = digit(index, level);
      const next = this.#own(node.slots[at] as TreeNode<T> | undefined);
      node.slots[at] = next;
      node = next;
    }
    node.slots[digit(index, 0)] = value;
  }

  #own(node: TreeNode<T> | undefined): TreeNode<T> {
    return node?.owner === this.#owner ? node : { owner: this.#owner, slots: [...(node?.slots ?? [])] };
  }
}

function digit(index: number, level: number): number {
  return Math.floor(index / WIDTH ** level) % WIDTH;
}
