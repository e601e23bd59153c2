import { join } from 'node:path';
import type { Clock, Files } from '../host/ports.ts';

const KINDS = ['configs', 'layers'] as const;
export type Kind = (typeof KINDS)[number];

/** Beyond these, things are let go. */
export const KEPT = { days: 14, bytes: 512 * 1024 * 1024 } as const;

const DAY_MS = 86_400_000;

interface Thing {
  readonly path: string;
  readonly stamp: string;
  readonly size: number;
  /** Like `2026-11-23`. */
  readonly lastUse: string;
}

/**
 * When the things of a memory were last used, one small file each: several processes may note and tidy at once, and
 * whatever goes missing meanwhile is learnt anew.
 */
export class MemoryUse {
  readonly #folder: string;
  readonly #files: Files;
  readonly #clock: Clock;
  #isFuller = false;

  constructor(folder: string, files: Files, clock: Clock) {
    this.#folder = folder;
    this.#files = files;
    this.#clock = clock;
  }

  /** To be called when something was added. */
  wrote(): void {
    this.#isFuller = true;
  }

  /** Notes that a thing was used today. */
  async note(kind: Kind, name: string): Promise<void> {
    const stamp = this.#stampOf(kind, name);
    if ((await this.#dayIn(stamp)) !== this.#today()) await this.#files.writeText(stamp, this.#today());
  }

  /** Removes what was not used for long, then what is too much, oldest first. Once a day, and whenever something was added. */
  async tidy(): Promise<void> {
    const tidied = join(this.#folder, 'tidied');
    if (!this.#isFuller && (await this.#dayIn(tidied)) === this.#today()) return;
    this.#isFuller = false;
    const things = (await Promise.all(KINDS.map((kind) => this.#thingsOf(kind)))).flat();
    if (things.length === 0) return;
    const oldest = this.#day(-KEPT.days);
    let size = things.reduce((sum, thing) => sum + thing.size, 0);
    for (const thing of things.toSorted((a, b) => (a.lastUse < b.lastUse ? -1 : a.lastUse > b.lastUse ? 1 : 0))) {
      if (thing.lastUse >= oldest && size <= KEPT.bytes) break;
      await this.#files.remove(thing.path);
      await this.#files.remove(thing.stamp);
      size -= thing.size;
    }
    await this.#files.writeText(tidied, this.#today());
  }

  async #thingsOf(kind: Kind): Promise<readonly Thing[]> {
    const folder = join(this.#folder, kind);
    const things: Thing[] = [];
    for (const name of await this.#files.list(folder).catch(() => [])) {
      const path = join(folder, name);
      const found = await this.#files.stat(path);
      if (found?.kind !== 'file') continue;
      const stamp = this.#stampOf(kind, name);
      const lastUse = await this.#dayIn(stamp);
      // A draft of another process, or what an older release left: it counts from today on.
      if (lastUse === null) await this.#files.writeText(stamp, this.#today());
      things.push({ path, stamp, size: found.size, lastUse: lastUse ?? this.#today() });
    }
    return things;
  }

  #stampOf(kind: Kind, name: string): string {
    return join(this.#folder, 'used', `${kind}-${name}`);
  }

  /** A day to come, of a clock that was wrong, is today. */
  async #dayIn(file: string): Promise<string | null> {
    const text = await this.#files.readText(file, 100).catch(() => '');
    if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
    return [text, this.#today()].sort()[0] ?? null;
  }

  #today(): string {
    return this.#day(0);
  }

  #day(offset: number): string {
    return new Date(this.#clock.now().getTime() + offset * DAY_MS).toISOString().slice(0, 10);
  }
}
