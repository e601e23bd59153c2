import { keepComment } from '../github/comment.ts';
import type { GitHubContext } from '../github/event.ts';
import { uploadSarif } from '../github/upload-sarif.ts';
import type { ActionsStep } from '../host/ports.ts';
import { errorMessage } from '../model/error-code.ts';
import { toProblem, VerifyError } from '../model/failure.ts';
import type { Problem, Verdict } from '../model/verdict.ts';
import { selectAnnotations } from '../report/annotations.ts';
import { countFindings } from '../report/counts.ts';
import { countStandings } from '../report/standing.ts';
import type { OutputName } from '../settings/outputs.ts';
import type { Settings } from '../settings/settings.ts';
import type { ActionPorts } from './run-action.ts';
import { keepsBaseline, storeBaseline } from './store-baseline.ts';
import { type Beside, commentOf, type ReportPaths, sarifUploadsOf, summaryOf, writeReports } from './write-reports.ts';

interface Publication {
  readonly settings: Settings;
  readonly context: GitHubContext;
  /** For the report files. */
  readonly folder: string;
  /** Written beside the reports; it may still be made. */
  readonly beside: Promise<Beside>;
  readonly ports: ActionPorts;
}

/** Report files, job summary, annotations, upload, comment, outputs: each is tried, whatever became of the others. */
export async function publish(verdict: Verdict, publication: Publication): Promise<readonly Problem[]> {
  const { settings, context, folder, ports, beside } = publication;
  const { host, step } = ports;
  const troubles: Problem[] = [];
  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      troubles.push(toProblem(error));
      return null;
    }
  };
  const paths = await attempt(() => writeReports(verdict, settings, folder, host.files, linesOf(context), beside));
  await attempt(() => writeSummary(verdict, context, step));
  for (const annotation of selectAnnotations(verdict)) step.annotate(annotation);
  const uploads = settings.sarifUpload === 'never' ? [] : await attempt(() => upload(verdict, publication));
  if (settings.comment !== 'never') await attempt(() => comment(verdict, publication));
  await attempt(() => keepEvidence(verdict, publication));
  writeOutputs(verdict, paths, folder, uploads ?? [], step);
  return troubles;
}

/** What paths of files are appended to, for links to their lines. */
function linesOf({ serverUrl, repository, sha }: GitHubContext): string {
  return `${serverUrl}/${repository}/blob/${sha}/`;
}

async function writeSummary(verdict: Verdict, context: GitHubContext, step: ActionsStep): Promise<void> {
  try {
    await step.summary(summaryOf(verdict, linesOf(context)));
  } catch (error) {
    throw new VerifyError(
      'summary-not-written',
      `The job summary cannot be written: ${errorMessage(error)}.`,
      'Free space on the runner.',
    );
  }
}

/** The ids of the uploads. What could not be verified is not uploaded: alerts that nobody looked for would close. */
async function upload(verdict: Verdict, { settings, context, ports }: Publication): Promise<readonly string[]> {
  const { log, clock, progress } = ports.host;
  const { files, withheld } = sarifUploadsOf(verdict, settings);
  if (withheld.length > 0) {
    log.notice(
      `Not uploaded to code scanning, because it could not be verified: ${withheld.join(', ')}. Its alerts stay as they are.`,
    );
  }
  const api = settings.token === null ? null : ports.connect(settings.token, context.apiUrl);
  const ids: string[] = [];
  for (const file of files) {
    const outcome = await progress.phase('Uploading SARIF', () =>
      uploadSarif(file, context, settings.sarifUpload, api, clock),
    );
    switch (outcome.kind) {
      case 'uploaded':
        ids.push(outcome.id);
        break;
      case 'skipped':
        log.notice(`SARIF was not uploaded: ${outcome.reason}.`);
        return ids;
      case 'refused':
        log.notice(`SARIF was not uploaded: ${outcome.message}. ${outcome.advice}`);
        return ids;
    }
  }
  return ids;
}

/** Only on pull requests. What stands in the way is one notice: a comment never decides on the gate. */
async function comment(verdict: Verdict, { settings, context, ports }: Publication): Promise<void> {
  const { log, clock } = ports.host;
  const { pullRequest } = context.event;
  const api = settings.token === null ? null : ports.connect(settings.token, context.apiUrl);
  // The page of the pull request's checks: the address of this run would make every run's comment another one.
  const detailsUrl =
    pullRequest === null ? null : `${context.serverUrl}/${context.repository}/pull/${pullRequest.number}/checks`;
  const outcome = await keepComment(commentOf(verdict, settings, detailsUrl), context, api, clock);
  if (outcome.kind === 'refused') {
    log.notice(`The pull request has no comment of this run: ${outcome.message}. ${outcome.advice}`);
  }
}

/** For the changes to come: what the images of the default branch are. Only a push to it is believed. */
async function keepEvidence(verdict: Verdict, { settings, context, beside, ports }: Publication): Promise<void> {
  const { evidence } = await beside;
  if (evidence === null) return;
  const { host, artifacts } = ports;
  const keeping = keepsBaseline(settings, context, verdict);
  if (keeping.keeps) await storeBaseline(evidence, settings.sarifCategory, artifacts, host);
  else host.log.debug(`The evidence of the images is not kept: ${keeping.reason}.`);
}

function writeOutputs(
  verdict: Verdict,
  paths: ReportPaths | null,
  folder: string,
  uploads: readonly string[],
  step: ActionsStep,
): void {
  const counts = countFindings(verdict);
  const standings = countStandings(verdict.subjects);
  const isCompared = verdict.baseline !== null;
  const images = verdict.subjects.flatMap(({ image }) => (image === null ? [] : [image]));
  const outputs: Record<OutputName, string> = {
    verdict: verdict.verdict,
    findings: String(counts.findings),
    critical: String(counts.critical),
    high: String(counts.high),
    medium: String(counts.medium),
    low: String(counts.low),
    unknown: String(counts.unknown),
    // Empty, not 0: nobody knows without a baseline.
    new: isCompared ? String(standings.new) : '',
    fixed: isCompared ? String(standings.fixed) : '',
    waived: String(standings.waived),
    'report-dir': paths === null ? '' : folder,
    report: paths?.report ?? '',
    sarif: paths?.sarif ?? '',
    summary: paths?.summary ?? '',
    sbom: paths?.sboms.join('\n') ?? '',
    'trivy-version': verdict.scanner?.version ?? '',
    'database-updated-at': verdict.scanner?.database?.updatedAt ?? '',
    'image-id': images.map(({ imageId }) => imageId).join('\n'),
    'image-digest': images.flatMap(({ digest }) => (digest === null ? [] : [digest])).join('\n'),
    'sarif-id': uploads.join('\n'),
  };
  for (const [name, value] of Object.entries(outputs)) step.output(name, value);
}
