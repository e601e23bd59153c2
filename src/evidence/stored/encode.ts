import type { Fault } from '../../model/finding.ts';
import type { ImageEvidence } from '../../model/image.ts';
import type { ScanEvidence } from '../../model/scan.ts';
import type { Subject } from '../../model/subject.ts';
import { VERSION } from '../../model/version.ts';
import { withoutValues } from './conceal.ts';
import { instructionOf } from './instruction.ts';
import {
  EVIDENCE_SCHEMA,
  LIMITS,
  type StoredEvidence,
  type StoredFault,
  type StoredSubject,
  storedEvidence,
} from './schema.ts';

/** An image that was judged, with all that is kept of it. */
export interface JudgedImage {
  readonly subject: Subject;
  readonly image: ImageEvidence;
  readonly scan: ScanEvidence;
  /** All of the subject; those of rules are kept as they are. */
  readonly faults: readonly Fault[];
  /** CycloneDX text made of the packages alone. */
  readonly sbom: string;
}

export interface EvidenceFacts {
  /** RFC 3339. */
  readonly createdAt: string;
  /** `owner/name`. */
  readonly repository: string | null;
  readonly commit: string | null;
  readonly scanners: readonly StoredEvidence['scanners'][number][];
}

/**
 * The text of `evidence.json`; null when the images are too many, or too much is wrong with one, to keep within the limits
 * of what is read again.
 *
 * What cannot be kept without secrets (the config, files, Dockerfiles) is not kept, so rules are not judged again later:
 * what they found is.
 */
export function encodeEvidence(images: readonly JudgedImage[], facts: EvidenceFacts): string | null {
  const stored = storedEvidence.safeParse({
    schema: EVIDENCE_SCHEMA,
    tool: { version: VERSION },
    createdAt: facts.createdAt,
    repository: facts.repository,
    commit: facts.commit,
    scanners: facts.scanners,
    subjects: images.map(storedSubject),
  });
  return stored.success ? `${JSON.stringify(stored.data)}\n` : null;
}

function storedSubject({ subject, image, scan, faults, sbom }: JudgedImage): unknown {
  const hide = withoutValues(image.config.env);
  const show = (text: string): string => clipped(hide(text));
  return {
    name: subject.name,
    platform: subject.platform,
    dockerfile: subject.dockerfile,
    image: storedImage(image, show),
    faults: faults.filter(({ kind }) => kind === 'rule').map((fault) => storedFault(fault, show)),
    secrets: scan.secrets.map(({ rule, title, severity, path, startLine, endLine, layer }) => ({
      ...{ rule, title: show(title), severity, path, startLine, endLine, layer },
    })),
    licenses: scan.licenses.map(({ name, category, severity, package: owner, path }) => ({
      ...{ name, category, severity, package: owner, path },
    })),
    sbom: JSON.parse(sbom) as unknown,
  };
}

function storedImage(
  { reference, imageId, digest, platform, config, layers, history }: ImageEvidence,
  show: (text: string) => string,
): StoredSubject['image'] {
  return {
    reference,
    imageId,
    digest,
    platform,
    config: {
      // `USER $NAME` and `EXPOSE $PORT` are expanded.
      user: show(config.user),
      exposedPorts: config.exposedPorts.map(show),
      environment: config.env.map((entry) => clipped(entry.split('=', 1)[0] ?? '')),
      hasHealthcheck: config.healthcheck !== null,
      stopSignal: config.stopSignal,
    },
    layers: layers.map(({ diffId, size }) => ({ diffId, size })),
    history: history.map((entry) => ({ instruction: instructionOf(entry), emptyLayer: entry.emptyLayer })),
  };
}

/** Without edits: they hold the text of files. */
function storedFault(fault: Fault, show: (text: string) => string): StoredFault {
  const { id, severity, location, related, origin, aliases, url, fingerprint } = fault;
  return {
    ...{ id, severity, location, origin, url, fingerprint },
    title: show(fault.title),
    message: show(fault.message),
    fix: show(fault.fix),
    related: related.map((one) => ({ location: one.location, message: show(one.message) })),
    aliases: [...aliases],
  };
}

/** Only what people read is cut; a cut identity would be another one. */
function clipped(text: string): string {
  return text.length > LIMITS.text ? `${text.slice(0, LIMITS.text - 1)}…` : text;
}
