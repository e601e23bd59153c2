import { attributeLayers, type LayerSource } from '../image/attribution.ts';
import { isBundled } from '../image/bundled.ts';
import { LockFiles } from '../image/lock-files/find.ts';
import type { Fault, Origin } from '../model/finding.ts';
import type { Location } from '../model/location.ts';
import type { Advisory } from '../model/scan.ts';
import type { Evidence } from '../model/subject.ts';

/** Where a fault is mended, and who brought it. */
export interface Place {
  readonly location: Location | null;
  readonly related: Fault['related'];
  /** Null when it is not known. */
  readonly origin: Origin | null;
  /** Whether a base image that this repository builds itself brings it: its own Dockerfile is the place to mend it. */
  readonly builtHere: boolean;
}

export interface Surroundings {
  /** The place that names the subject, for faults of an image whose Dockerfile is not known. */
  readonly named: Location | null;
  /** Texts of the repository's lock files (see `isLockFile`) by their paths relative to its root. */
  readonly lockFiles?: ReadonlyMap<string, string>;
}

export interface Places {
  /** Of something in a layer: the instruction that made the layer, else the FROM of the target. */
  ofLayer(layer: string | null, kind: 'os' | 'language'): Place;
  /** Of a package: its line in a lock file, where there is one that can be meant. */
  ofPackage(advisory: Advisory): Place;
}

export function placesOf({ dockerfile, image }: Evidence, { named, lockFiles }: Surroundings): Places {
  const sources: ReadonlyMap<string, LayerSource> =
    dockerfile !== null && image !== null ? attributeLayers(image, dockerfile, dockerfile.bases) : new Map();
  const fallback = dockerfile?.base?.location ?? dockerfile?.stages[dockerfile.target]?.location ?? named;
  const locks = new LockFiles(lockFiles ?? new Map());

  const ofLayer: Places['ofLayer'] = (layer, kind) => {
    const source = layer === null ? undefined : sources.get(layer);
    if (source === undefined) return { location: fallback, related: [], origin: null, builtHere: false };
    const origin = source.origin === 'base' ? 'base' : kind === 'language' ? 'app' : 'build';
    const builtHere = origin === 'base' && source.instruction !== null;
    return { location: source.location, related: copiedFrom(source), origin, builtHere };
  };

  const ofPackage: Places['ofPackage'] = (advisory) => {
    const { layer, kind, path, purl, installed } = advisory;
    const place = ofLayer(layer, kind);
    const isElsewhere = place.origin === 'base' && !place.builtHere;
    if (kind === 'os' || dockerfile === null || isElsewhere || isBundled(path, place.origin)) return place;
    const found = { name: advisory.package, version: installed, purl, path };
    // The lock file that was copied into a base of this repository lies near that base's Dockerfile.
    const location = locks.find(found, place.builtHere ? (place.location?.file ?? dockerfile.file) : dockerfile.file);
    if (location === null) return place;
    const source = layer === null ? undefined : sources.get(layer);
    return { ...place, location, related: [...broughtBy(source), ...place.related] };
  };

  return { ofLayer, ofPackage };
}

function broughtBy(source: LayerSource | undefined): Fault['related'] {
  if (source === undefined) return [];
  const keyword = source.instruction?.keyword ?? 'FROM';
  return [{ location: source.location, message: `This ${keyword} brings it into the image.` }];
}

function copiedFrom({ copiedFrom: location }: LayerSource): Fault['related'] {
  return location === null ? [] : [{ location, message: 'It is copied from this stage.' }];
}
