import type { ImageEvidence } from '../model/image.ts';
import type { ImageFile } from '../model/image-files.ts';
import type { Found } from './lookup.ts';
import { resolveRunUser } from './run-user.ts';

/** Who the processes of a container are, for the kernel's permission checks. */
export interface ProcessUser {
  readonly uid: number;
  readonly gids: ReadonlySet<number>;
  /** From the account; `HOME` in the image's environment goes before it. */
  readonly home: string;
}

/** Above every real number of groups; the kernel's own limit. */
const MAX_GROUPS = 65_536;

/** The user of an image's config with its groups; null when it cannot be resolved or its files were not read. */
export function processUser({ config, texts }: ImageEvidence): ProcessUser | null {
  const passwd = texts['/etc/passwd'];
  const group = texts['/etc/group'];
  const found = resolveRunUser(config.user, passwd, group);
  if (found.kind !== 'resolved') return null;
  const gids = new Set([found.gid]);
  // Further groups count only when USER names none (moby/sys/user, GetExecUser).
  if ((config.user.split(':')[1] ?? '') === '') {
    const name = accountName(found.uid, passwd ?? '');
    for (const gid of name === null ? [] : groupsOf(name, group ?? '')) gids.add(gid);
  }
  return { uid: found.uid, gids, home: found.home };
}

function accountName(uid: number, passwd: string): string | null {
  for (const line of passwd.split('\n')) {
    const [name = '', , id = ''] = line.split(':', 3);
    if (name !== '' && /^\d+$/.test(id) && Number(id) === uid) return name;
  }
  return null;
}

function groupsOf(name: string, group: string): readonly number[] {
  const gids: number[] = [];
  for (const line of group.split('\n')) {
    const [, , id = '', members = ''] = line.trim().split(':', 4);
    if (/^\d+$/.test(id) && members.split(',').includes(name) && gids.length < MAX_GROUPS) gids.push(Number(id));
  }
  return gids;
}

const BITS = { read: 4, write: 2, execute: 1 } as const;
export type Access = keyof typeof BITS;

/** Whether the kernel allows it by owner, group and mode; access lists and security modules are not looked at. */
export function may(user: ProcessUser, access: Access, file: ImageFile): boolean {
  // Root passes every check but one: some execute bit must be set on a file.
  if (user.uid === 0) return access !== 'execute' || file.type === 'directory' || (file.mode & 0o111) !== 0;
  const shift = file.uid === user.uid ? 6 : user.gids.has(file.gid) ? 3 : 0;
  return ((file.mode >> shift) & BITS[access]) !== 0;
}

/** The first folder on the way to a file that the user may not search; null when the way is free. */
export function barrier(user: ProcessUser, { searched }: Found): ImageFile | null {
  return searched.find((folder) => !may(user, 'execute', folder)) ?? null;
}
