import type { Location } from '../../model/location.ts';
import type { Waiver } from '../../model/waiver.ts';
import type { DecodedPolicy } from './schema.ts';

type Written = NonNullable<DecodedPolicy['waivers']>[number];

/** A waiver of the policy file; one value and a list of them are the same to the reader. */
export function toWaiver(waiver: Written, location: Location): Waiver {
  return {
    ids: together(waiver.id, waiver.ids),
    images: together(waiver.image, waiver.images),
    packages: together(waiver.package, waiver.packages),
    // Paths in an image and in a repository are compared without their roots.
    paths: together(waiver.path, waiver.paths).map((path) => path.replace(/^(\.?\/)+/, '')),
    origin: waiver.origin ?? null,
    reason: waiver.reason,
    owner: waiver.owner ?? null,
    expires: waiver.expires,
    source: 'policy',
    location,
  };
}

function together(one: string | undefined, several: readonly string[] = []): readonly string[] {
  return one === undefined ? several : [one];
}
