import { bundledRemedy } from '../image/bundled.ts';
import type { Check, Violation } from '../model/check.ts';
import type { Fault } from '../model/finding.ts';
import type { Advisory, LicenseHit, SecretHit } from '../model/scan.ts';
import { compareSeverity } from '../model/severity.ts';
import type { Evidence, Subject } from '../model/subject.ts';
import { fingerprint } from './fingerprint.ts';
import { nearestFix } from './nearest-fix.ts';
import { type Place, type Places, placesOf, type Surroundings } from './places.ts';
import { secretsOnce } from './secrets-once.ts';

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
  const { secrets, also } = secretsOnce(evidence, checks);
  return eachOnce([
    ...checks.flatMap((check) => ruleFaults(subject, check, context, also)),
    ...(evidence.scan?.advisories ?? []).map((advisory) => advisoryFault(subject, advisory, places)),
    ...secretFaults(subject, secrets, places),
    ...(evidence.scan?.licenses ?? []).map((hit) => licenseFault(subject, hit, places)),
  ]);
}

/**
 * Trivy repeats a package that two of its sources know: same fingerprint and version, same fault. Of two that differ
 * the worse one counts, then the one that can be fixed.
 */
function eachOnce(found: readonly Fault[]): readonly Fault[] {
  const unique = new Map<string, Fault>();
  for (const fault of found) {
    const key = `${fault.fingerprint} ${fault.image?.installed ?? ''}`;
    const other = unique.get(key);
    const isWorse =
      other === undefined ||
      (compareSeverity(fault.severity, other.severity) || Number(other.fixable) - Number(fault.fixable)) < 0;
    if (isWorse) unique.set(key, fault);
  }
  return [...unique.values()];
}

function ruleFaults(
  subject: Subject,
  check: Check,
  context: FaultContext,
  also: ReadonlyMap<Violation, readonly string[]>,
): readonly Fault[] {
  return check.violations.map((violation) => ({
    id: check.rule,
    kind: 'rule',
    severity: violation.severity ?? check.severity,
    title: check.title,
    message: `${violation.message}${alsoKnown(also.get(violation))}`,
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

function alsoKnown(rules: readonly string[] | undefined): string {
  return rules === undefined ? '' : ` The scanner reports it as ${rules.join(', ')}.`;
}

function advisoryFault(subject: Subject, advisory: Advisory, places: Places): Fault {
  const place = places.ofPackage(advisory);
  const { location, related, origin } = place;
  const { package: name, installed, fixed, purl, path } = advisory;
  return {
    id: advisory.id,
    kind: 'advisory',
    severity: advisory.severity,
    title: advisory.title,
    message: `${name} ${installed} has ${advisory.id}${advisory.title === '' ? '' : `: ${advisory.title}`}`,
    fix: bundledRemedy(name, path, origin) ?? fixOf(advisory, place),
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

function fixOf({ package: name, installed, fixed }: Advisory, { origin, location, builtHere }: Place): string {
  if (fixed === null) return `No version of ${name} fixes it yet: consider whether the image needs it.`;
  const version = nearestFix(installed, fixed) ?? fixed;
  if (origin === 'base' && builtHere)
    return `Update ${name} to ${version} where this repository builds the base image (${location?.file}).`;
  if (origin === 'base') return `Take a newer base image (with ${name} ${version}), or upgrade ${name} in the build.`;
  return `Update ${name} to ${version}.`;
}

/** Those of one kind in one file are one fault: whether a change adds another one, only their number tells. */
function secretFaults(subject: Subject, hits: readonly SecretHit[], places: Places): readonly Fault[] {
  const faults = hits.map((hit) => ({ hit, fault: secretFault(subject, hit, places) }));
  const same = Map.groupBy(faults, ({ fault }) => fault.fingerprint);
  return faults.map(({ hit, fault }) => {
    // The history repeats what stands in the config, once for each instruction that follows.
    const times = hit.path === null ? 1 : (same.get(fault.fingerprint)?.length ?? 1);
    return times === 1 ? fault : { ...fault, times };
  });
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
