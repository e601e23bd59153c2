import * as z from 'zod';
import type { Clock, GitHubApi } from '../host/ports.ts';
import { type Answer, requestWithRetries } from './request-with-retries.ts';

export interface EarlierComment {
  readonly id: number;
  readonly body: string;
}

export type Found = { readonly earlier: EarlierComment | null } | { readonly refusal: Answer };

const PAGE = 100;
/** GitHub takes at most 2,500 comments on an issue; one page more shows that there is no end. */
const PAGES = 26;

const page = z.array(
  z.object({
    id: z.int().positive(),
    body: z.string().nullish(),
    user: z.object({ type: z.string() }).nullish(),
    author_association: z.string().nullish(),
  }),
);

/** Looks for the comment that starts with `marker`, through all pages. `path` is that of the comments. */
export async function findComment(api: GitHubApi, clock: Clock, path: string, marker: string): Promise<Found> {
  for (let number = 1; number <= PAGES; number++) {
    const answer = await requestWithRetries(api, clock, 'GET', `${path}?per_page=${PAGE}&page=${number}`);
    if (!('status' in answer) || answer.status !== 200) return { refusal: answer };
    const comments = page.safeParse(answer.body);
    if (!comments.success) return { refusal: { unreachable: 'the list of comments has an unknown form' } };
    const own = comments.data.find((comment) => comment.body?.startsWith(marker) === true && isTrusted(comment));
    if (own !== undefined) return { earlier: { id: own.id, body: own.body ?? '' } };
    if (comments.data.length < PAGE) return { earlier: null };
  }
  return { refusal: { unreachable: 'the list of comments has no end' } };
}

/** Members of the repository may run the gate with a token of their own. */
const MEMBERS = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);

/**
 * Whether the gate can have written a comment. Anybody can copy the marker into a comment of their own, and could
 * rewrite the verdict in it after it was updated.
 */
function isTrusted({ user, author_association: association }: z.infer<typeof page>[number]): boolean {
  return user?.type === 'Bot' || MEMBERS.has(association ?? '');
}
