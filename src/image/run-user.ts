import { type AccountLine, groupLines, passwdLines } from './accounts.ts';
import { atoi } from './atoi.ts';

export type RunUser =
  | { readonly kind: 'resolved'; readonly uid: number; readonly gid: number; readonly home: string }
  /** The container does not start. */
  | { readonly kind: 'error'; readonly message: string };

/** `/etc/passwd` or `/etc/group` was not read, and the answer depends on it. */
export interface UnknownRunUser {
  readonly kind: 'unknown';
  readonly message: string;
}

const MAX_ID = 2 ** 31 - 1;

/**
 * Who the first process of a container runs as: resolves an image's `Config.User` as moby and runc do
 * (github.com/moby/sys/user, GetExecUser). `passwd` and `group` are the texts of the image's files, null when the image
 * has none, undefined when they were not read. A number is always an id, even when an account has it for a name.
 */
export function resolveRunUser(user: string, passwd: string | null, group: string | null): RunUser;
export function resolveRunUser(
  user: string,
  passwd: string | null | undefined,
  group: string | null | undefined,
): RunUser | UnknownRunUser;
export function resolveRunUser(
  user: string,
  passwd: string | null | undefined,
  group: string | null | undefined,
): RunUser | UnknownRunUser {
  const [userArg = '', groupArg = ''] = user.split(':');
  const userId = userArg === '' ? 0 : atoi(userArg);
  if (userId === null && passwd === undefined) {
    return { kind: 'unknown', message: `who ${JSON.stringify(userArg)} is stands in /etc/passwd, which was not read` };
  }
  const groupId = groupArg === '' ? 0 : atoi(groupArg);
  if (groupId === null && group === undefined) {
    return { kind: 'unknown', message: `who ${JSON.stringify(groupArg)} is stands in /etc/group, which was not read` };
  }
  return resolve({ userArg, userId, groupArg, groupId }, passwd ?? null, group ?? null);
}

interface Asked {
  readonly userArg: string;
  /** Null: not a number, so a name. */
  readonly userId: number | null;
  readonly groupArg: string;
  readonly groupId: number | null;
}

function resolve({ userArg, userId, groupArg, groupId }: Asked, passwd: string | null, group: string | null): RunUser {
  const accounts = passwdLines(passwd ?? '');
  if (accounts === null) {
    return failed(`unable to find user ${userArg === '' ? '0' : userArg}: /etc/passwd holds a line that is too long`);
  }
  const account = accounts.find(({ id, name }) => (userId === null ? name === userArg : id === userId));
  if (account === undefined && userId === null) {
    return failed(`unable to find user ${userArg}: no matching entries in passwd file`);
  }
  const uid = account?.id ?? userId ?? 0;
  if (account === undefined && outOfRange(uid)) {
    return failed(`uids and gids must be in range 0-${MAX_ID}`);
  }
  const gid = groupArg === '' ? (account?.gid ?? 0) : groupOf(groupArg, groupId, group);
  if (typeof gid === 'string') {
    return failed(gid);
  }
  return { kind: 'resolved', uid, gid, home: homeOf(uid, accounts) };
}

/** The group's id, or why there is none. */
function groupOf(groupArg: string, groupId: number | null, group: string | null): number | string {
  const found = groupLines(group ?? '').find(({ id, name }) => (groupId === null ? name === groupArg : id === groupId));
  if (found !== undefined) {
    return found.id;
  }
  if (groupId === null) {
    return `unable to find group ${groupArg}: no matching entries in group file`;
  }
  return outOfRange(groupId) ? `uids and gids must be in range 0-${MAX_ID}` : groupId;
}

/** The runtime looks the home up by uid, so an alias gets the home of the first account with its id. */
function homeOf(uid: number, accounts: readonly AccountLine[]): string {
  const home = accounts.find(({ id }) => id === uid)?.home ?? '';
  return home === '' ? '/' : home;
}

function outOfRange(id: number): boolean {
  return id < 0 || id > MAX_ID;
}

function failed(message: string): RunUser {
  return { kind: 'error', message };
}
