import { MAX_EVIDENCE_BYTES } from '../evidence/stored/decode.ts';
import type { StoredEvidence } from '../evidence/stored/schema.ts';
import { ancestry } from '../github/artifacts/ancestry.ts';
import { type FoundEvidence, findEvidence } from '../github/artifacts/find.ts';
import type { GitHubContext } from '../github/event.ts';
import type { GitHubApi, Host } from '../host/ports.ts';
import { evidenceOfCommit } from './image-baseline.ts';

/** Where to look, and for what. */
export interface BaselineQuery {
  readonly context: GitHubContext;
  /** `Settings.sarifCategory`. */
  readonly category: string;
  /** The commit that the change builds on. */
  readonly baseCommit: string;
  /** Null: there is no token. */
  readonly api: GitHubApi | null;
  /** Standard output of git in the checkout with these arguments, or null. */
  readonly git: (args: readonly string[]) => Promise<string | null>;
}

/** The evidence that a run of the default branch has kept of images; or why there is none. Never rejects for want of it. */
export async function findBaseline(
  { context, category, baseCommit, api, git }: BaselineQuery,
  { http, clock }: Pick<Host, 'http' | 'clock'>,
): Promise<FoundEvidence<StoredEvidence>> {
  const { repository, apiUrl, event } = context;
  if (api === null) return { kind: 'none', reason: 'there is no token to look for it with' };
  if (event.defaultBranch === null) return { kind: 'none', reason: 'the event does not name the default branch' };
  return findEvidence(
    {
      repository,
      apiUrl,
      defaultBranch: event.defaultBranch,
      category,
      baseCommit,
      maxBytes: MAX_EVIDENCE_BYTES,
      decode: (text, commit) => evidenceOfCommit(text, repository, commit),
    },
    { api, http, clock },
    ancestry(repository, git, api, clock),
  );
}
