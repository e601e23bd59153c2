import { formatImageReference, parseImageReference } from '../../dockerfile/image-reference.ts';
import type { Host } from '../../host/ports.ts';
import { onceFor } from '../../model/once.ts';
import type { DigestFinder, FoundDigest } from './digest-finder.ts';
import { engineDigests } from './engine-digests.ts';
import { givenDigests } from './given-digests.ts';
import { registryDigests } from './registry-digests.ts';

export interface DigestPlaces {
  /** See `Settings.base`. */
  readonly base: Readonly<Record<string, string>>;
  /** See `Settings.resolveBases`. */
  readonly resolveBases: 'repository' | 'local' | 'registry';
  readonly workingDirectory: string;
}

/** Looks digests up, each once. What the user gives comes first; a registry knows better than what was pulled some day. */
export class DigestBook {
  readonly #finders: readonly DigestFinder[];
  readonly #known = new Map<string, Promise<FoundDigest>>();

  constructor({ base, resolveBases, workingDirectory }: DigestPlaces, host: Host) {
    this.#finders = [
      givenDigests(base, workingDirectory, host),
      ...(resolveBases === 'registry' ? [registryDigests(host)] : []),
      ...(resolveBases === 'repository' ? [] : [engineDigests(host)]),
    ];
  }

  /** @param reference as a Dockerfile names it, variables expanded */
  find(reference: string): Promise<FoundDigest> {
    const parsed = parseImageReference(reference);
    if (parsed === null) return Promise.resolve({ reason: 'it is not the name of an image' });
    return onceFor(this.#known, formatImageReference(parsed), () => this.#ask(parsed));
  }

  async #ask(wanted: Parameters<DigestFinder>[0]): Promise<FoundDigest> {
    const reasons: string[] = [];
    for (const find of this.#finders) {
      const found = await find(wanted);
      if (found !== null && 'digest' in found) return found;
      if (found !== null) reasons.push(found.reason);
    }
    const reason = 'neither --base nor the local engine has it, and no registry was asked (see --resolve-bases)';
    return { reason: reasons.length > 0 ? reasons.join('; ') : reason };
  }
}
