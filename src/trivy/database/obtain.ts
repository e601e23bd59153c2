import { join, resolve } from 'node:path';
import type { Host } from '../../host/ports.ts';
import { errorCode } from '../../model/error-code.ts';
import { VerifyError } from '../../model/failure.ts';
import { blobPath, layoutSource } from '../oci/layout.ts';
import { type ArtifactReference, parseArtifactReference } from '../oci/reference.ts';
import { registrySource } from '../oci/registry.ts';
import type { ArtifactSource } from '../oci/source.ts';
import { bundleFolder } from './bundle.ts';
import { DRAFT, fetchDatabase } from './fetch.ts';
import { inspectDatabase } from './inspect.ts';
import type { DatabaseKind } from './kinds.ts';
import { type InstalledRecord, readRecord } from './record.ts';
import type { DatabaseFacts, DatabaseSettings } from './settings.ts';

/**
 * Makes sure that a database is in Trivy's cache folder, whole, as its registry names it, and young enough. Of several
 * processes on one folder one does the work and the others use it.
 *
 * @throws UsageError `db-repository`
 * @throws VerifyError with what each repository said
 */
export async function obtainDatabase(
  kind: DatabaseKind,
  settings: DatabaseSettings,
  host: Host,
): Promise<DatabaseFacts> {
  const wanted = settings.repositories.length === 0 ? kind.repositories : settings.repositories;
  const references = wanted.map((text) => parseArtifactReference(text));
  const lock = join(settings.cacheDir, '.image-gate.lock');
  try {
    return await host.files.locked(lock, settings.timeoutMs, () => obtain(kind, references, settings, host));
  } catch (error) {
    if (errorCode(error) !== 'ELOCKED') {
      throw error;
    }
    throw new VerifyError(
      'database-locked',
      `Another process has been preparing the ${kind.title} in ${settings.cacheDir} for too long`,
      `Let it finish, or name another folder with --trivy-cache-dir. If there is none, remove ${lock}.`,
    );
  }
}

async function obtain(
  kind: DatabaseKind,
  references: readonly ArtifactReference[],
  settings: DatabaseSettings,
  host: Host,
): Promise<DatabaseFacts> {
  await removeDrafts(settings.cacheDir, host.files);
  const names = new Set(references.map(({ text }) => text));
  const record = await readRecord(kind, settings.cacheDir, host.files);
  const installed = record !== null && names.has(record.repository) ? await usable(kind, record, settings, host) : null;
  if (installed?.isCurrent === true) {
    return { ...installed.facts, source: `${installed.facts.source}, downloaded before` };
  }
  const deadline = host.clock.now().getTime() + settings.timeoutMs;
  const timeLeftMs = (): number => deadline - host.clock.now().getTime();
  const failures: VerifyError[] = [];
  for (const reference of references) {
    if (timeLeftMs() <= 0) {
      break;
    }
    const facts = await tryOne(kind, reference, timeLeftMs, settings, host);
    if (!(facts instanceof VerifyError)) {
      return facts;
    }
    host.log.debug(`${facts.code}: ${facts.message} ${facts.detail}`);
    failures.push(facts);
  }
  const failure = allFailed(kind, failures);
  if (installed === null || settings.maxAgeMs === null) {
    throw failure;
  }
  host.log.warning(
    `${failure.message}. The one of ${installed.facts.updatedAt} in the cache is young enough and is used.`,
  );
  return { ...installed.facts, source: `${installed.facts.source}, update failed` };
}

async function tryOne(
  kind: DatabaseKind,
  reference: ArtifactReference,
  timeLeftMs: () => number,
  settings: DatabaseSettings,
  host: Host,
): Promise<DatabaseFacts | VerifyError> {
  const source = await sourceOf(kind, reference, timeLeftMs, settings, host);
  const { cacheDir, maxAgeMs } = settings;
  const keep = reference.kind === 'registry';
  const title = `${kind.title.replace(/^a/, 'A')} from ${source.name}`;
  try {
    const { metadata, digest } = await host.progress.phase(title, () =>
      fetchDatabase(kind, source, { cacheDir, maxAgeMs, keep }, host),
    );
    return { updatedAt: metadata.updatedAt, source: withDigest(source.name, digest) };
  } catch (error) {
    if (error instanceof VerifyError) return error;
    throw error;
  }
}

async function sourceOf(
  kind: DatabaseKind,
  reference: ArtifactReference,
  timeLeftMs: () => number,
  { cacheDir, workingDirectory }: DatabaseSettings,
  host: Host,
): Promise<ArtifactSource> {
  if (reference.kind === 'layout') {
    const folder = resolve(workingDirectory, reference.folder);
    return layoutSource({ ...reference, folder }, kind.folder, host);
  }
  const source = registrySource(reference, kind.defaultTag, timeLeftMs, host);
  const { digest, text } = reference;
  const folder = bundleFolder(cacheDir);
  // What is asked for by its digest cannot have changed: if it was kept, nobody need be asked.
  const isKept = digest !== null && (await host.files.stat(blobPath(folder, digest))) !== null;
  return isKept
    ? { ...source, manifest: layoutSource({ kind: 'layout', text, folder, tag: null, digest }, '', host).manifest }
    : source;
}

interface Usable {
  readonly facts: DatabaseFacts;
  /** Not due for renewal yet, by its own account. */
  readonly isCurrent: boolean;
}

/** What was unpacked here before, if it may give a verdict still. */
async function usable(
  kind: DatabaseKind,
  { repository, manifest }: InstalledRecord,
  { cacheDir, maxAgeMs }: DatabaseSettings,
  host: Host,
): Promise<Usable | null> {
  const folder = join(cacheDir, kind.folder);
  const metadata = await inspectDatabase(kind, folder, folder, maxAgeMs, host).catch(() => null);
  return metadata === null
    ? null
    : {
        facts: { updatedAt: metadata.updatedAt, source: withDigest(repository, manifest) },
        isCurrent: metadata.nextUpdate !== null && host.clock.now().getTime() < Date.parse(metadata.nextUpdate),
      };
}

function withDigest(repository: string, digest: string): string {
  return `${repository.replace(/@sha256:[0-9a-f]{64}$/, '')}@${digest}`;
}

function allFailed(kind: DatabaseKind, failures: readonly VerifyError[]): VerifyError {
  const [first, ...others] = failures;
  if (first !== undefined && others.length === 0) {
    return first;
  }
  return new VerifyError(
    'database-download',
    `The ${kind.title} could not be had: ${failures.map(({ message }) => message).join('; ')}`,
    first?.advice ?? 'Give it more time with --timeout.',
    failures.map(({ detail }) => detail).join('\n'),
  );
}

async function removeDrafts(cacheDir: string, files: Host['files']): Promise<void> {
  const names = (await files.stat(cacheDir)) === null ? [] : await files.list(cacheDir);
  for (const name of names.filter((one) => one.startsWith(DRAFT))) {
    await files.remove(join(cacheDir, name));
  }
}
