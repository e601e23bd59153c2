import type { Clock, GitHubApi, Http } from '../../host/ports.ts';
import type { IsAncestor } from './ancestry.ts';
import { downloadEvidence } from './download.ts';
import { type Candidate, listCandidates } from './list.ts';
import { evidenceArtifact } from './name.ts';
import { isPushTo } from './run.ts';

export interface Wanted<Evidence> {
  /** `owner/name`. */
  readonly repository: string;
  readonly apiUrl: string;
  readonly defaultBranch: string;
  readonly category: string;
  readonly baseCommit: string;
  readonly maxBytes: number;
  /** Decodes a text; a mistake is a part of a sentence. */
  readonly decode: (text: string, commit: string) => { readonly evidence: Evidence } | { readonly mistake: string };
}

export type FoundEvidence<Evidence> =
  | { readonly kind: 'found'; readonly evidence: Evidence; readonly commit: string }
  /** The reason is a part of a sentence. */
  | { readonly kind: 'none'; readonly reason: string };

/** Bounds on what a crowd of artifacts can cost. */
const MOST_CANDIDATES = 20;
const MOST_DOWNLOADS = 3;

/**
 * The evidence that a push to the default branch has stored: of the base commit itself, else the newest of a commit that it
 * builds on. Nothing here is an error of the gate: without a baseline there is a reason.
 */
export async function findEvidence<Evidence>(
  wanted: Wanted<Evidence>,
  ports: { readonly api: GitHubApi; readonly http: Http; readonly clock: Clock },
  isAncestor: IsAncestor,
): Promise<FoundEvidence<Evidence>> {
  const { repository, defaultBranch, category, baseCommit } = wanted;
  const name = evidenceArtifact(category);
  const listed = await listCandidates(ports.api, ports.clock, { repository, name, branch: defaultBranch });
  if ('reason' in listed) return none(listed.reason);
  const candidates = baseFirst(listed.candidates, baseCommit).slice(0, MOST_CANDIDATES);
  if (candidates.length === 0) return none(`no run of ${defaultBranch} keeps an artifact ${name}`);
  let last: string | null = null;
  let downloads = 0;
  for (const candidate of candidates) {
    const run = await isPushTo(defaultBranch, candidate, repository, ports.api, ports.clock);
    if ('reason' in run) return none(run.reason);
    if (!run.trusted || (await isAncestor(candidate.headSha, baseCommit)) !== true) continue;
    if (downloads === MOST_DOWNLOADS) break;
    downloads += 1;
    const opened = await open(candidate, wanted, ports);
    if ('evidence' in opened) return { kind: 'found', evidence: opened.evidence, commit: candidate.headSha };
    last = `of commit ${candidate.headSha.slice(0, 7)}, ${opened.reason}`;
    if (opened.lasting) break;
  }
  return none(
    last ?? `no push to ${defaultBranch} has stored evidence of ${baseCommit.slice(0, 7)} or a commit before it`,
  );
}

async function open<Evidence>(
  { id, headSha }: Candidate,
  { repository, apiUrl, maxBytes, decode }: Wanted<Evidence>,
  ports: { readonly api: GitHubApi; readonly http: Http; readonly clock: Clock },
): Promise<{ readonly evidence: Evidence } | { readonly reason: string; readonly lasting: boolean }> {
  const downloaded = await downloadEvidence(id, { repository, apiUrl, maxBytes }, ports);
  if ('reason' in downloaded) return downloaded;
  const decoded = decode(downloaded.text, headSha);
  return 'mistake' in decoded ? { reason: `its evidence cannot be used: ${decoded.mistake}`, lasting: false } : decoded;
}

function baseFirst(candidates: readonly Candidate[], baseCommit: string): readonly Candidate[] {
  const isBase = ({ headSha }: Candidate): boolean => headSha === baseCommit;
  return [...candidates.filter(isBase), ...candidates.filter((one) => !isBase(one))];
}

function none(reason: string): { readonly kind: 'none'; readonly reason: string } {
  return { kind: 'none', reason };
}
