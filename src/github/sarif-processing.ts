import * as z from 'zod';
import type { Clock, GitHubApi } from '../host/ports.ts';
import { oneLine } from './api-message.ts';

export type Processing =
  | { readonly status: 'complete' | 'pending' }
  | { readonly status: 'failed'; readonly errors: readonly string[] };

/** About a minute in all: most reports take a few seconds, and a pending one is no failure. */
const WAITS_MS = [1_000, 2_000, 3_000, 5_000, 8_000, 10_000, 15_000, 15_000] as const;
const MOST_ERRORS = 10;

const statusBody = z.object({
  processing_status: z.enum(['pending', 'complete', 'failed']),
  errors: z.array(z.string()).nullish(),
});

/** Waits until code scanning has read an upload, or long enough. What cannot be asked counts as pending. */
export async function awaitProcessing(api: GitHubApi, clock: Clock, path: string): Promise<Processing> {
  for (const wait of WAITS_MS) {
    await clock.sleep(wait);
    const answer = await ask(api, path);
    if (answer !== 'ask again') {
      return answer;
    }
  }
  return { status: 'pending' };
}

async function ask(api: GitHubApi, path: string): Promise<Processing | 'ask again'> {
  const answer = await api.request('GET', path).catch(() => null);
  if (answer?.status === 401 || answer?.status === 403) {
    // A token that may write but not read: asking again changes nothing.
    return { status: 'pending' };
  }
  const decoded = statusBody.safeParse(answer?.status === 200 ? answer.body : null);
  if (!decoded.success || decoded.data.processing_status === 'pending') {
    return 'ask again';
  }
  if (decoded.data.processing_status === 'complete') {
    return { status: 'complete' };
  }
  return { status: 'failed', errors: (decoded.data.errors ?? []).slice(0, MOST_ERRORS).map(oneLine) };
}
