import type { Fault } from '../../model/finding.ts';
import type { Waiver, WaiverScope } from '../../model/waiver.ts';
import { compileGlob, type Glob } from './glob.ts';
import { idKey, keysOf, meansFault } from './ids.ts';
import { type ImagePattern, imagePattern, type KnownSubject } from './image.ts';
import { type Purl, parsePurl, purlMatches } from './purl.ts';

/** A waiver made ready for many findings. */
interface Compiled extends CompiledScope {
  readonly waiver: Waiver;
  readonly paths: readonly (Glob | null)[];
  readonly unless: readonly CompiledScope[];
}

interface CompiledScope {
  readonly ids: readonly string[];
  readonly images: readonly ImagePattern[];
  /** Null: malformed, which matches nothing. */
  readonly packages: readonly (Purl | null)[];
}

export interface WaiverIndex {
  /** All that mean the fault, whether they still count or not, in the order given. */
  matching(fault: Fault, subject: KnownSubject): readonly Waiver[];
  /** Whether a waiver is about this subject at all. */
  concerns(waiver: Waiver, subject: KnownSubject): boolean;
}

const known = new WeakMap<readonly Waiver[], WaiverIndex>();

/** Waivers by their ids, so that a finding is compared with those alone that name it. Made once for a list. */
export function indexWaivers(waivers: readonly Waiver[]): WaiverIndex {
  const made = known.get(waivers) ?? makeIndex(waivers);
  known.set(waivers, made);
  return made;
}

function makeIndex(waivers: readonly Waiver[]): WaiverIndex {
  const byKey = new Map<string, Compiled[]>();
  const patterns = new Map<string, ImagePattern>();
  const scopes = new Map<WaiverScope, CompiledScope>();
  for (const waiver of waivers) {
    const compiled = compile(waiver, scopes);
    for (const key of new Set(compiled.ids)) {
      const same = byKey.get(key);
      if (same === undefined) byKey.set(key, [compiled]);
      else same.push(compiled);
    }
  }
  const candidates = (fault: Fault): readonly Compiled[] => {
    const lists = [...keysOf(fault)].flatMap((key) => byKey.get(key) ?? []);
    return lists.length < 2 ? lists : [...new Set(lists)];
  };
  const patternOf = (text: string): ImagePattern => {
    const pattern = patterns.get(text) ?? imagePattern(text);
    patterns.set(text, pattern);
    return pattern;
  };
  return {
    matching: (fault, subject) => {
      const found = candidates(fault);
      if (found.length === 0) return [];
      const facts = factsOf(fault, subject);
      return found.filter((compiled) => matches(compiled, facts)).map(({ waiver }) => waiver);
    },
    concerns: (waiver, subject) => isFor(waiver.images.map(patternOf), subject),
  };
}

function compile(waiver: Waiver, scopes: Map<WaiverScope, CompiledScope>): Compiled {
  const unless = (waiver.unless ?? []).map((scope) => {
    const compiled = scopes.get(scope) ?? compileScope(scope);
    scopes.set(scope, compiled);
    return compiled;
  });
  return {
    waiver,
    ...compileScope(waiver),
    paths: waiver.paths.map((path) => compileGlob(withoutSlash(path))),
    unless,
  };
}

function compileScope({ ids, images, packages }: WaiverScope): CompiledScope {
  return { ids: ids.map(idKey), images: images.map(imagePattern), packages: packages.map(parsePurl) };
}

interface Facts {
  readonly fault: Fault;
  readonly subject: KnownSubject;
  readonly keys: ReadonlySet<string>;
  readonly purl: Purl | null;
  /** In the image. */
  readonly inside: readonly string[];
  /** The same, and in the repository. */
  readonly paths: readonly string[];
}

function factsOf(fault: Fault, subject: KnownSubject): Facts {
  const purl = fault.image?.purl ?? null;
  const inside = fault.image?.path === undefined || fault.image.path === null ? [] : [withoutSlash(fault.image.path)];
  const { location } = fault;
  return {
    fault,
    subject,
    keys: keysOf(fault),
    purl: purl === null ? null : parsePurl(purl),
    inside,
    paths: location === null ? inside : [...inside, withoutSlash(location.file)],
  };
}

function matches({ waiver, paths, unless, ...scope }: Compiled, facts: Facts): boolean {
  return (
    meansFault(waiver, facts.fault) &&
    (waiver.origin === null || waiver.origin === facts.fault.origin) &&
    covers(scope, facts) &&
    (paths.length === 0 || paths.some((glob) => glob !== null && placesFor(waiver, facts).some(glob))) &&
    !unless.some((other) => other.ids.some((id) => facts.keys.has(id)) && covers(other, facts))
  );
}

/** Of what it finds in an image Trivy compares the path there (pkg/result/filter.go); it knows no repository around it. */
function placesFor({ source }: Waiver, { fault, inside, paths }: Facts): readonly string[] {
  return source === 'trivyignore' && fault.kind !== 'rule' ? inside : paths;
}

function covers({ images, packages }: CompiledScope, { subject, purl }: Facts): boolean {
  return isFor(images, subject) && (packages.length === 0 || (purl !== null && isAmong(packages, purl)));
}

function isFor(images: readonly ImagePattern[], subject: KnownSubject): boolean {
  return images.length === 0 || images.some((means) => means(subject));
}

function isAmong(packages: readonly (Purl | null)[], purl: Purl): boolean {
  return packages.some((pattern) => pattern !== null && purlMatches(pattern, purl));
}

function withoutSlash(path: string): string {
  return path.replace(/^\/+/, '');
}
