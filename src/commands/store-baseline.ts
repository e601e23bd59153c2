import { join } from 'node:path';
import { MAX_EVIDENCE_BYTES } from '../evidence/stored/decode.ts';
import { type EvidenceFacts, encodeEvidence, type JudgedImage } from '../evidence/stored/encode.ts';
import { EVIDENCE_FILE, evidenceArtifact } from '../github/artifacts/name.ts';
import type { GitHubContext } from '../github/event.ts';
import type { Artifacts, Host } from '../host/ports.ts';
import { subjectKey } from '../model/subject.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Case } from '../policy/decide.ts';
import type { Settings } from '../settings/settings.ts';
import type { Sboms } from './scanner.ts';

/**
 * The text of `evidence.json`; null when no image was judged whole, or there is too much to keep.
 * @param packagesFiles what the scans have left (`Scan.packagesFile`), by `subjectKey`
 * @throws VerifyError when Trivy cannot list the packages
 */
export async function evidenceText(
  cases: readonly Case[],
  packagesFiles: ReadonlyMap<string, string>,
  sboms: Sboms,
  facts: EvidenceFacts,
): Promise<string | null> {
  const images: JudgedImage[] = [];
  for (const { subject, evidence, faults, problems } of cases) {
    const packagesFile = packagesFiles.get(subjectKey(subject));
    const { image, scan } = evidence;
    // What was seen in part would make the rest look new later.
    if (image === null || scan === null || packagesFile === undefined || problems.length > 0) continue;
    images.push({ subject, image, scan, faults, sbom: await sboms.make(packagesFile, 'cyclonedx') });
  }
  const text = images.length === 0 ? null : encodeEvidence(images, facts);
  return text === null || Buffer.byteLength(text) > MAX_EVIDENCE_BYTES ? null : text;
}

/** Whether this run's evidence is kept for the changes to come; where it is not, why. */
export type Keeping = { readonly keeps: true } | { readonly keeps: false; readonly reason: string };

/**
 * Only a push to the default branch is kept: its code was merged. A scheduled run has nothing that the push had not; one
 * that is started by hand, or by another run, can be given images that nobody has merged.
 */
export function keepsBaseline(
  { storeBaseline }: Pick<Settings, 'storeBaseline'>,
  { eventName, ref, event }: GitHubContext,
  { verdict }: Pick<Verdict, 'verdict'>,
): Keeping {
  const no = (reason: string): Keeping => ({ keeps: false, reason });
  if (storeBaseline === 'never') return no('store-baseline is never');
  if (eventName !== 'push') return no(`this run is for ${eventName}, not for a push`);
  if (event.defaultBranch === null) return no('the event does not name the default branch');
  if (ref !== `refs/heads/${event.defaultBranch}`) return no(`this run is not for ${event.defaultBranch}`);
  // A failed policy is kept as well: what is wrong on the default branch is what a change is not blamed for.
  return verdict === 'error' ? no('not everything could be verified') : { keeps: true };
}

/** Keeps the evidence of a run as its artifact. What stands in the way is said, and decides nothing. */
export async function storeBaseline(
  text: string,
  category: string,
  artifacts: Artifacts,
  { files, log }: Pick<Host, 'files' | 'log'>,
): Promise<void> {
  const name = evidenceArtifact(category);
  const file = join(await files.makeTempFolder(), EVIDENCE_FILE);
  await files.writeText(file, text);
  const outcome = await artifacts.upload(name, file);
  switch (outcome.kind) {
    case 'uploaded':
      log.info(`The evidence of the images is kept as artifact ${name} (${outcome.bytes} bytes).`);
      return;
    case 'unavailable':
      log.debug('The evidence of the images is not kept: this step cannot store artifacts.');
      return;
    case 'refused':
      log.notice(`The evidence of the images is not kept as artifact ${name}: ${outcome.message}. ${SEVERAL}`);
  }
}

const SEVERAL =
  'Pull requests are then compared with an older one, or with nothing. Several jobs of one run each need a sarif-category of their own.';
