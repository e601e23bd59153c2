import { type DecodedEvidence, decodeEvidence, MAX_EVIDENCE_BYTES } from '../evidence/stored/decode.ts';
import { packagesOf } from '../evidence/stored/packages.ts';
import type { StoredEvidence, StoredFault, StoredSubject } from '../evidence/stored/schema.ts';
import type { Files } from '../host/ports.ts';
import type { SubjectBaseline } from '../model/baseline.ts';
import { errorCode, errorMessage } from '../model/error-code.ts';
import { problemOf, UsageError } from '../model/failure.ts';
import type { Fault } from '../model/finding.ts';
import type { ScanEvidence } from '../model/scan.ts';
import { type Subject, subjectKey } from '../model/subject.ts';
import { VERSION } from '../model/version.ts';
import type { Case } from '../policy/decide.ts';
import { faultsOf } from '../policy/faults.ts';
import type { Scanner } from '../settings/settings.ts';
import type { Sboms } from './scanner.ts';

/** What the images of this run are compared with, and how they were looked at. */
export interface Comparison {
  readonly stored: StoredEvidence;
  /** `Settings.scanners`: the kinds of findings that this run can have. */
  readonly scanners: readonly Scanner[];
  /** Null: there is no database to look packages up in. */
  readonly scanSbom: Sboms['scan'];
}

/**
 * What was wrong with images before, by `subjectKey`. Their packages are looked up in the database of today, so an advisory
 * published since is no difference; what rules, secrets and licences showed is taken as it was stored.
 * @param cases all of the run; those without an image are left out
 */
export async function imageBaseline(
  cases: readonly Pick<Case, 'subject' | 'faults' | 'evidence'>[],
  comparison: Comparison,
): Promise<ReadonlyMap<string, SubjectBaseline>> {
  const before = storedBefore(comparison.stored);
  const images = cases.filter(({ subject }) => subject.image !== null);
  const isRelated = images.some((one) => before(one) !== undefined);
  const known = new Map<string, SubjectBaseline>();
  for (const one of images) {
    const key = subjectKey(one.subject);
    const stored = before(one);
    // Evidence of other images alone is of another job: it says nothing of what there was before.
    const missing: SubjectBaseline = isRelated ? { kind: 'absent' } : { kind: 'unavailable', reason: OTHER_IMAGES };
    known.set(key, stored === undefined ? missing : await baselineOf(one, stored, comparison));
  }
  return known;
}

/** Where a platform was added or dropped, the others are still known, by what their images are for. */
function storedBefore({
  subjects,
}: StoredEvidence): (one: Pick<Case, 'subject' | 'evidence'>) => StoredSubject | undefined {
  const named = new Map(subjects.map((one) => [subjectKey(one), one]));
  const built = new Map(subjects.map((one) => [builtKey(one.name, one.platform ?? one.image.platform), one]));
  return ({ subject, evidence }) => {
    const platform = subject.platform ?? evidence.image?.platform ?? '';
    return named.get(subjectKey(subject)) ?? built.get(builtKey(subject.name, platform));
  };
}

function builtKey(name: string, platform: string): string {
  return `${name}\0${platform}`;
}

const OTHER_IMAGES = 'the stored evidence is of other images';

async function baselineOf(
  { subject, faults }: Pick<Case, 'subject' | 'faults'>,
  stored: StoredSubject,
  { stored: { scanners: then, tool }, scanners, scanSbom }: Comparison,
): Promise<SubjectBaseline> {
  let scan: ScanEvidence = { ...NOTHING, platform: stored.image.platform };
  if (scanners.includes('vuln')) {
    if (scanSbom === null) return { kind: 'unavailable', reason: 'there is no advisory database' };
    try {
      scan = await scanSbom(JSON.stringify(stored.sbom), stored.image.platform);
    } catch (error) {
      const problem = problemOf(error);
      if (problem === null) throw error;
      return { kind: 'unavailable', reason: `the stored packages cannot be looked up: ${problem.message}` };
    }
  }
  return {
    kind: 'known',
    faults: [
      ...stored.faults.map(ruleFault),
      ...scannedFaults(subject, scan, stored, scanners),
      ...ofSamePackages(faults, stored),
    ],
    covers: {
      dockerfile: stored.dockerfile !== null,
      // Another version has other rules; what was not looked for may have been there.
      image: tool.version === VERSION && scanners.every((one) => then.includes(one)),
    },
  };
}

const NOTHING: ScanEvidence = {
  trivyVersion: '',
  os: null,
  platform: '',
  osPackages: 0,
  languagePackages: 0,
  advisories: [],
  secrets: [],
  licenses: [],
};

/** By the same code as those of the image of today, so that they are told by the same fingerprints. */
function scannedFaults(
  subject: Subject,
  scan: ScanEvidence,
  { secrets, licenses }: StoredSubject,
  scanners: readonly Scanner[],
): readonly Fault[] {
  const all: ScanEvidence = {
    ...scan,
    secrets: scanners.includes('secret') ? secrets : [],
    licenses: scanners.includes('license') ? licenses : [],
  };
  const evidence = { dockerfile: null, image: null, scan: all, repository: null };
  return faultsOf(subject, evidence, [], { named: null, aliases: new Map() });
}

/**
 * A package that was there in the same version and place had its advisories too. A bill of materials does not carry all
 * that decides on them (of Red Hat's packages the content sets are missing), so looking it up may find fewer.
 */
function ofSamePackages(faults: readonly Fault[], { sbom }: StoredSubject): readonly Fault[] {
  const had = packagesOf(sbom);
  return faults.filter(
    ({ kind, image }) => kind === 'advisory' && image !== null && image.purl !== null && had(image.purl, image.path),
  );
}

function ruleFault(stored: StoredFault): Fault {
  return { ...stored, kind: 'rule', image: null, fixable: true, published: null, cwes: [], edits: [] };
}

/**
 * The file of `--baseline`.
 * @throws UsageError `no-baseline-file`, `bad-baseline-file`
 */
export async function readBaselineFile(path: string, files: Files): Promise<StoredEvidence> {
  const decoded = decodeEvidence(await textOf(path, files));
  if ('evidence' in decoded) return decoded.evidence;
  throw new UsageError('bad-baseline-file', `${path} cannot be a baseline: ${decoded.mistake}.`, ADVICE);
}

const ADVICE = 'Name the evidence.json that an earlier run has written into its report-dir.';

async function textOf(path: string, files: Files): Promise<string> {
  try {
    return await files.readText(path, MAX_EVIDENCE_BYTES);
  } catch (error) {
    if (errorCode(error) === '') throw error;
    throw new UsageError('no-baseline-file', `The baseline ${path} cannot be read: ${errorMessage(error)}.`, ADVICE);
  }
}

/** The evidence of an artifact, which must be of the commit that its run was for. */
export function evidenceOfCommit(text: string, repository: string, commit: string): DecodedEvidence {
  const decoded = decodeEvidence(text);
  if ('mistake' in decoded) return decoded;
  const { evidence } = decoded;
  const isOwn = evidence.repository?.toLowerCase() === repository.toLowerCase() && evidence.commit === commit;
  return isOwn ? decoded : { mistake: 'it is of another commit or repository than its run' };
}
