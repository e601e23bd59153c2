import { onceFor } from '../model/once.ts';
import type { SbomKind } from '../trivy/sbom.ts';

/** Makes each bill of materials once, whoever asks for it and however often. */
export class SbomMaker {
  readonly #make: (packagesFile: string, kind: SbomKind) => Promise<string>;
  readonly #made = new Map<string, Promise<string>>();

  constructor(make: (packagesFile: string, kind: SbomKind) => Promise<string>) {
    this.#make = make;
  }

  make(packagesFile: string, kind: SbomKind): Promise<string> {
    return onceFor(this.#made, `${kind} ${packagesFile}`, () => this.#make(packagesFile, kind));
  }

  /** Begins to make what will be asked for. */
  begin(packagesFile: string, kinds: readonly SbomKind[]): void {
    // Whoever asks for it gets the failure.
    for (const kind of kinds) this.make(packagesFile, kind).catch(() => undefined);
  }

  /** Resolves when none is being made. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#made.values());
  }
}
