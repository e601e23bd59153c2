import { join } from 'node:path';
import type { Files } from '../host/ports.ts';
import { damaged } from '../image/damaged.ts';
import { Meter } from '../image/meter.ts';
import { VerifyError } from '../model/failure.ts';

/** Where a blob went. */
export interface StoredBlob {
  readonly digest: string;
  readonly size: number;
}

/** Left free on the disk. */
const RESERVE = 64 * 1024 * 1024;

function diskFull(folder: string, why: string): VerifyError {
  return new VerifyError(
    'disk-full',
    `there is no room for it in ${folder}: ${why}.`,
    'Free space, or point TMPDIR (in the action: the runner) at a larger disk.',
  );
}

function requireRoom(folder: string, expected: number, room: number | null): void {
  if (room !== null && room < expected) {
    const free = Math.max(0, room + RESERVE);
    throw diskFull(folder, `it needs ${megabytes(expected)} there, and ${megabytes(free)} are free`);
  }
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`;
}

/** Blobs of a layout in a temporary folder of ours, each under the digest that it was found to have while it was written. */
export class BlobStore {
  /** Holds `blobs/sha256`. */
  readonly folder: string;
  readonly #files: Files;
  readonly #known = new Set<string>();
  #count = 0;
  /** Bytes that may still be written; null when the system does not say. */
  #room: number | null;

  private constructor(folder: string, room: number | null, files: Files) {
    this.folder = folder;
    this.#room = room;
    this.#files = files;
  }

  /**
   * @param expected bytes that will be written at least
   * @throws VerifyError `disk-full` when there is no room for them
   */
  static async create(expected: number, files: Files): Promise<BlobStore> {
    const folder = await files.makeTempFolder();
    const free = await files.freeSpace(folder);
    requireRoom(folder, expected, free === null ? null : free - RESERVE);
    await files.makeFolder(join(folder, 'blobs', 'sha256'));
    await files.makeFolder(join(folder, 'incoming'));
    return new BlobStore(folder, free === null ? null : free - RESERVE, files);
  }

  /**
   * @param expected bytes that will be written next
   * @throws VerifyError `disk-full` when there is no room for them
   */
  requireRoom(expected: number): void {
    requireRoom(this.folder, expected, this.#room);
  }

  /** Writes bytes as they come; the same bytes a second time take no room. */
  async add(bytes: AsyncIterable<Uint8Array>): Promise<StoredBlob> {
    this.#count += 1;
    const draft = join(this.folder, 'incoming', String(this.#count));
    const meter = new Meter();
    await this.#files.save(
      draft,
      meter.through(bytes, (count) => this.#take(count)),
    );
    const digest = meter.digest();
    if (this.#known.has(digest)) {
      await this.#files.remove(draft);
      this.#take(-meter.bytes);
    } else {
      await this.#files.rename(draft, join(this.folder, 'blobs', ...digest.split(':')));
      this.#known.add(digest);
    }
    return { digest, size: meter.bytes };
  }

  async addText(text: string): Promise<StoredBlob> {
    return this.addBytes(Buffer.from(text));
  }

  async addBytes(bytes: Uint8Array): Promise<StoredBlob> {
    return this.add(
      (async function* () {
        yield bytes;
      })(),
    );
  }

  /**
   * Takes in a blob of known digest and size that somebody else writes to a file.
   * @throws VerifyError `image-damaged` when it is something else than that
   */
  async take({ digest, size }: StoredBlob, write: (file: string) => Promise<void>): Promise<void> {
    if (this.#known.has(digest)) return;
    this.#count += 1;
    const draft = join(this.folder, 'incoming', String(this.#count));
    this.#take(size);
    try {
      await write(draft);
      const found = await this.#files.stat(draft);
      if (found?.size !== size) {
        throw damaged(`the blob ${digest} has ${found?.size ?? 0} bytes where ${size} are stated`);
      }
      if (`sha256:${await this.#files.sha256(draft)}` !== digest) {
        throw damaged(`the blob ${digest} is not what its digest says`);
      }
      await this.#files.rename(draft, join(this.folder, 'blobs', ...digest.split(':')));
    } catch (error) {
      this.#take(-size);
      await this.#files.remove(draft);
      throw error;
    }
    this.#known.add(digest);
  }

  /** A bomb must not fill the disk for everything else that runs there. */
  #take(count: number): void {
    if (this.#room === null) {
      return;
    }
    this.#room -= count;
    if (this.#room < 0) {
      throw diskFull(this.folder, 'it unpacks to more than is free there');
    }
  }

  /** Whether a blob was written by `add`, and so is what its digest says. */
  has(digest: string): boolean {
    return this.#known.has(digest);
  }
}
