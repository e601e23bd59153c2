import type { Answer } from './answers.ts';

/** A comment on the fake's pull requests. */
export interface FakeComment {
  readonly id: number;
  readonly issue: number;
  readonly author: { readonly login: string; readonly type: 'Bot' | 'User' };
  readonly association: string;
  body: string;
}

export type GivenComment = Omit<FakeComment, 'id'>;

const WEB = 'https://github.com/acme/mcp';
const API = 'https://api.github.com';
/** GitHub's own limit and words; it counts characters of Unicode. */
const LONGEST = 65_536;

/** The comments of a repository, answered as GitHub answers. */
export class Comments {
  readonly all: FakeComment[] = [];

  constructor(given: readonly GivenComment[]) {
    for (const one of given) this.#add(one);
  }

  list(issue: number, { per_page: size, page }: Readonly<Record<string, string>>): Answer {
    const [perPage, number] = [Number(size ?? 30), Number(page ?? 1)];
    const own = this.all.filter((one) => one.issue === issue);
    return { status: 200, body: own.slice((number - 1) * perPage, number * perPage).map(toBody) };
  }

  create(issue: number, body: string): Answer {
    if ([...body].length > LONGEST) return tooLong;
    const author = { login: 'github-actions[bot]', type: 'Bot' } as const;
    return { status: 201, body: toBody(this.#add({ issue, author, association: 'NONE', body })) };
  }

  update(id: number, body: string): Answer {
    if ([...body].length > LONGEST) return tooLong;
    const found = this.all.find((one) => one.id === id);
    if (found === undefined) return { status: 422, body: { message: 'Not Found' } };
    found.body = body;
    return { status: 200, body: toBody(found) };
  }

  #add(given: GivenComment): FakeComment {
    const comment = { id: 1_001 + this.all.length, ...given };
    this.all.push(comment);
    return comment;
  }
}

const tooLong: Answer = {
  status: 422,
  body: {
    message: 'Validation Failed',
    errors: [
      { resource: 'IssueComment', field: 'data', message: `body is too long (maximum is ${LONGEST} characters)` },
    ],
  },
};

function toBody({ id, issue, author, association, body }: FakeComment): unknown {
  const user = `${API}/users/${encodeURIComponent(author.login)}`;
  return {
    id,
    node_id: `IC_${id}`,
    url: `${API}/repos/acme/mcp/issues/comments/${id}`,
    html_url: `${WEB}/pull/${issue}#issuecomment-${id}`,
    issue_url: `${API}/repos/acme/mcp/issues/${issue}`,
    created_at: '2026-11-23T09:15:02Z',
    updated_at: '2026-11-23T09:15:02Z',
    author_association: association,
    body,
    user: {
      login: author.login,
      id: 41_898_282,
      node_id: 'MDM6Qm90NDE4OTgyODI=',
      type: author.type,
      site_admin: false,
      gravatar_id: '',
      avatar_url: 'https://avatars.githubusercontent.com/in/15368?v=4',
      url: user,
      html_url: `https://github.com/apps/github-actions`,
      followers_url: `${user}/followers`,
      following_url: `${user}/following{/other_user}`,
      gists_url: `${user}/gists{/gist_id}`,
      starred_url: `${user}/starred{/owner}{/repo}`,
      subscriptions_url: `${user}/subscriptions`,
      organizations_url: `${user}/orgs`,
      repos_url: `${user}/repos`,
      events_url: `${user}/events{/privacy}`,
      received_events_url: `${user}/received_events`,
    },
  };
}
