import type { Host } from '../host/ports.ts';
import { detailOf, toProblem } from '../model/failure.ts';
import type { Scan, Scanner } from './scanner.ts';

/** An image that is ready to be scanned. */
export interface ScanInput {
  /** What to pass to Trivy. */
  readonly trivyInput: string;
  /** See `OpenedImage`. */
  readonly complete: (() => Promise<string>) | null;
  /** What bills of materials call it. */
  readonly name: string;
  /** What the scan must turn out to be of, like `linux/amd64`; known once the image has been read. */
  readonly platform: Promise<string>;
}

/**
 * Scans while images are still being read, one after the other: only one scan at a time can use Trivy's cache. The scanner
 * is made ready with the first image, so that nothing is downloaded for images that are not there.
 */
export class ScanQueue implements AsyncDisposable {
  readonly #prepare: () => Promise<Scanner>;
  readonly #log: Host['log'];
  #scanner: Promise<Scanner> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(prepare: () => Promise<Scanner>, { log }: Pick<Host, 'log'>) {
    this.#prepare = prepare;
    this.#log = log;
  }

  /** Begins to make the scanner ready: an image has been found. */
  start(): void {
    // Whoever scans or asks for the facts gets the failure.
    this.scanner().catch(() => undefined);
  }

  /** Never rejects for want of a scanner: its problems say so. */
  scanner(): Promise<Scanner> {
    this.#scanner ??= this.#prepare();
    return this.#scanner;
  }

  /**
   * Null when images are not to be scanned, and for one that turns out not to be readable: its scan is ended, as what the
   * limits of reading refuse is nothing to leave a scanner alone with.
   */
  add(input: ScanInput): Promise<Scan | null> {
    const before = this.#last;
    const unreadable = new AbortController();
    input.platform.catch(() => unreadable.abort());
    const scan = (async () => {
      const { scan: run } = await this.scanner();
      await before;
      return run === null || unreadable.signal.aborted ? null : this.#scan(input, run, unreadable.signal);
    })();
    this.#last = scan.catch(() => undefined);
    return scan;
  }

  /** Resolves when nothing is being made ready or scanned any more: what that uses may be taken away then. */
  async [Symbol.asyncDispose](): Promise<void> {
    const scanner = await this.#scanner?.catch(() => undefined);
    await this.#last;
    await scanner?.idle?.();
  }

  async #scan(
    { trivyInput, complete, name, platform }: ScanInput,
    run: NonNullable<Scanner['scan']>,
    signal: AbortSignal,
  ): Promise<Scan | null> {
    let scan = await run(trivyInput, platform, name, signal);
    // The image may be taken out once more, and its scan counts, only when it has been read.
    if (!(await isKnown(platform))) return null;
    if (scan.evidence === null && complete !== null) {
      // A scanner that has not seen the layers before cannot do without them.
      try {
        scan = await run(await complete(), platform, name, signal);
      } catch (error) {
        this.#log.debug(detailOf(error));
        return { evidence: null, problems: [toProblem(error)] };
      }
    }
    const { detail = '' } = scan;
    if (detail !== '') this.#log.info(detail);
    return scan;
  }
}

async function isKnown(platform: Promise<string>): Promise<boolean> {
  return platform.then(
    () => true,
    () => false,
  );
}
