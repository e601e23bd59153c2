import { bundledRemedy } from '../image/bundled.ts';
import type { Check } from '../model/check.ts';
import type { Fault, Origin } from '../model/finding.ts';
import type { Advisory, LicenseHit, SecretHit } from '../model/scan.ts';
import type { Evidence, Subject } from '../model/subject.ts';
import { fingerprint } from './fingerprint.ts';
import { type Places, placesOf, type Surroundings } from './places.ts';

export interface FaultContext extends Surroundings {
  /** Of each rule, by its id. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

/** Everything that is wrong with a subject, not judged yet: what the rules found and what the scan found, each once. */
export function faultsOf(
  subject: Subject,
  evidence: Evidence,
  checks: readonly Check[],
  context: FaultContext,
): readonly Fault[] {
  const places = placesOf(evidence, context);
  const found = [
    ...checks.flatMap((check) => ruleFaults(subject, check, context)),
    ...(evidence.scan?.advisories ?? []).map((advisory) => advisoryFault(subject, advisory, places)),
    ...(evidence.scan?.secrets ?? []).map((hit) => secretFault(subject, hit, places)),
    ...(evidence.scan?.licenses ?? []).map((hit) => licenseFault(subject, hit, places)),
  ];
  // Trivy repeats a package that two of its sources know: same fingerprint and version, same fault.
  const unique = new Map(found.map((fault) => [`${fault.fingerprint} ${fault.image?.installed ?? ''}`, fault]));
  return [...unique.values()];
}

function ruleFaults(subject: Subject, check: Check, context: FaultContext): readonly Fault[] {
  return check.violations.map((violation) => ({
    id: check.rule,
    kind: 'rule',
    severity: violation.severity ?? check.severity,
    title: check.title,
    message: violation.message,
    fix: violation.fix,
    location: violation.location ?? context.named,
    related: violation.related,
    image: null,
    origin: 'config',
    aliases: context.aliases.get(check.rule) ?? [],
    url: null,
    fingerprint: fingerprint({ subject: subject.name, id: check.rule, purl: null, place: violation.place }),
    fixable: true,
    published: null,
    cwes: [],
    edits: [],
  }));
}

function advisoryFault(subject: Subject, advisory: Advisory, places: Places): Fault {
  const { location, related, origin } = places.ofPackage(advisory);
  const { package: name, installed, fixed, purl, path } = advisory;
  return {
    id: advisory.id,
    kind: 'advisory',
    severity: advisory.severity,
    title: advisory.title,
    message: `${name} ${installed} has ${advisory.id}${advisory.title === '' ? '' : `: ${advisory.title}`}`,
    fix: bundledRemedy(name, path, origin) ?? fixOf(name, fixed, origin),
    location,
    related,
    image: { layer: advisory.layer, path, package: name, purl, installed, fixed },
    origin,
    aliases: advisory.aliases,
    url: advisory.url,
    // Without a package URL the name stands in for it: two packages of one image must never share an identity.
    fingerprint: fingerprint({
      subject: subject.name,
      id: advisory.id,
      purl: purl ?? `pkg:generic/${name}`,
      place: path ?? '',
    }),
    fixable: fixed !== null,
    published: advisory.published,
    cwes: advisory.cwes,
    edits: [],
  };
}

function fixOf(name: string, fixed: string | null, origin: Origin | null): string {
  if (fixed === null) return `No version of ${name} fixes it yet: consider whether the image needs it.`;
  if (origin === 'base') return `Take a newer base image (with ${name} ${fixed}), or upgrade ${name} in the build.`;
  return `Update ${name} to ${fixed}.`;
}

function secretFault(subject: Subject, hit: SecretHit, places: Places): Fault {
  const { location, related, origin } = places.ofLayer(hit.layer, 'language');
  const where = hit.path === null ? 'in the config of the image' : `in ${hit.path}`;
  return {
    id: hit.rule,
    kind: 'secret',
    severity: hit.severity,
    title: hit.title,
    message: `${hit.title} ${where}${hit.path === null ? '' : `, line ${hit.startLine}`}.`,
    fix: 'Revoke it, and pass it at run time or with `RUN --mount=type=secret`. Deleting it in a later layer does not remove it.',
    location,
    related,
    image: { layer: hit.layer, path: hit.path, package: null, purl: null, installed: null, fixed: null },
    origin: hit.path === null ? 'config' : origin,
    aliases: [],
    url: null,
    fingerprint: fingerprint({ subject: subject.name, id: hit.rule, purl: null, place: hit.path ?? 'config' }),
    fixable: true,
    published: null,
    cwes: [],
    edits: [],
  };
}

function licenseFault(subject: Subject, hit: LicenseHit, places: Places): Fault {
  const { location, origin } = places.ofLayer(null, 'language');
  const owner = hit.package ?? hit.path ?? 'a file';
  return {
    id: `license-${hit.name}`,
    kind: 'license',
    severity: hit.severity,
    title: `Licence ${hit.name} (${hit.category})`,
    message: `${owner} is under ${hit.name}, which counts as ${hit.category}.`,
    fix: 'Replace the package, or accept the licence on purpose.',
    location,
    related: [],
    image: { layer: null, path: hit.path, package: hit.package, purl: null, installed: null, fixed: null },
    origin,
    aliases: [],
    url: null,
    fingerprint: fingerprint({
      subject: subject.name,
      id: `license-${hit.name}`,
      purl: null,
      place: `${hit.package ?? ''} ${hit.path ?? ''}`,
    }),
    fixable: true,
    published: null,
    cwes: [],
    edits: [],
  };
}
