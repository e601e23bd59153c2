import type { Sourced } from '../model/dockerfile.ts';
import type { Location } from '../model/location.ts';
import type { PortRange } from './ports.ts';

const PORTS = 65536;

/**
 * Exposed ports with the place that exposed each first. Ranges cost what they add: ports that are in already are
 * skipped in one go, so a file full of `EXPOSE 0-65535` is no trouble.
 */
export class PortSet {
  readonly #entries = new Map<string, Sourced<string>>();
  readonly #next = new Map<string, Uint32Array>();

  add(range: PortRange, known: boolean, from: Location | null): void {
    const next = this.#nextFree(range.protocol);
    for (let port = find(next, range.start); port <= range.end; port = find(next, port)) {
      this.addEntry({ value: `${port}/${range.protocol}`, known, from });
      next[port] = port + 1;
    }
  }

  /** An entry as an image config has it. */
  addEntry(entry: Sourced<string>): void {
    if (!this.#entries.has(entry.value)) this.#entries.set(entry.value, entry);
  }

  sorted(): Sourced<string>[] {
    return [...this.#entries.values()].sort((a, b) => (a.value < b.value ? -1 : 1));
  }

  #nextFree(protocol: string): Uint32Array {
    const known = this.#next.get(protocol);
    if (known !== undefined) return known;
    // A plain loop: `Uint32Array.from` with a function takes as long as reading a hundred Dockerfiles.
    const fresh = new Uint32Array(PORTS + 1);
    for (let port = 0; port <= PORTS; port++) fresh[port] = port;
    this.#next.set(protocol, fresh);
    return fresh;
  }
}

/** The first port from here on that is not in yet; shortens the way for later calls. */
function find(next: Uint32Array, from: number): number {
  let root = from;
  while (next[root] !== undefined && next[root] !== root) root = next[root] ?? root;
  for (let at = from; at !== root; ) {
    const step = next[at] ?? root;
    next[at] = root;
    at = step;
  }
  return root;
}
