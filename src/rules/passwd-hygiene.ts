import type { ImageEvidence } from '../model/image.ts';
import { type Fault, fail, pass, type Rule, unknown } from './rule.ts';
import { fromLine } from './shared/effective.ts';
import { listed } from './shared/listing.ts';

const FIX =
  'Lock the account (`passwd -l NAME`, `usermod -L NAME`), or create it without a password: `adduser -D`, `useradd` do.';

export const passwdHygiene: Rule = {
  id: 'passwd-hygiene',
  title: 'Every account is locked or has a password, and only root is uid 0',
  severity: { mcp: 'medium', container: 'medium', strict: 'high' },
  why: 'With an empty password `su` lets any process in; a second account with uid 0 is root under a name that nobody looks for.',
  fix: FIX,
  aliases: ['DKL-LI-0001', 'DKL-LI-0002'],
  examples: {
    good: [
      {
        title: 'locked accounts',
        dockerfile: 'FROM scratch\nCOPY rootfs /\n',
        image: {
          files: {
            '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534::/:/sbin/nologin\n',
            '/etc/shadow': 'root:*::0:::::\nnobody:!::0:::::\n',
          },
        },
      },
      {
        title: 'comments, empty lines and entries of a directory service',
        dockerfile: 'FROM scratch\nCOPY rootfs /\n',
        image: {
          files: { '/etc/passwd': '# accounts\n\nroot:x:0:0::/root:/bin/sh\n+::::::\n', '/etc/shadow': '# none\n\n' },
        },
      },
    ],
    bad: [
      {
        title: 'an empty password',
        dockerfile: 'FROM scratch\nCOPY rootfs /\n',
        image: { files: { '/etc/passwd': 'root:x:0:0::/root:/bin/sh\n', '/etc/shadow': 'root::0:0:::::\n' } },
      },
      {
        title: 'a second root',
        dockerfile: 'FROM scratch\nCOPY rootfs /\n',
        image: { files: { '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nadmin:x:0:0::/:/bin/sh\n' } },
      },
    ],
  },
  judge(evidence) {
    const { image } = evidence;
    if (image === null) return unknown('Only the built image can tell.');
    const passwd = image.texts['/etc/passwd'];
    const shadow = image.texts['/etc/shadow'];
    const faults = faultsOf(image).map((fault) => ({ ...fault, location: fromLine(evidence) }));
    if (faults.length > 0) return fail(faults);
    if (passwd === undefined || shadow === undefined) return unknown('The account files of the image were not read.');
    return pass(passwd === null ? 'The image has no accounts.' : 'No empty password, and only root is uid 0.');
  },
};

function faultsOf({ texts }: ImageEvidence): readonly Omit<Fault, 'location'>[] {
  const passwd = entries(texts['/etc/passwd'] ?? '');
  const shadow = entries(texts['/etc/shadow'] ?? '');
  const open = [...passwd, ...shadow].filter(([, password]) => password === '').map(([name = '']) => name);
  const ids = passwd.flatMap(([name = '', , id = '']) => (/^\d+$/.test(id) ? [{ name, uid: Number(id) }] : []));
  const roots = ids.filter(({ uid, name }) => uid === 0 && name !== 'root').map(({ name }) => name);
  const twice = repeated(ids.filter(({ uid }) => uid !== 0));
  return [
    ...(open.length === 0
      ? []
      : [{ message: `Accounts with an empty password: ${listed([...new Set(open)])}.`, fix: FIX, place: 'password' }]),
    ...(roots.length === 0
      ? []
      : [
          {
            message: `Accounts besides root with uid 0: ${listed([...new Set(roots)])}.`,
            fix: 'Remove them, or give them a uid of their own.',
            place: 'uid-0',
          },
        ]),
    ...(twice.length === 0
      ? []
      : [
          {
            message: `Accounts that share a uid: ${listed(twice)}.`,
            fix: 'Give each account a uid of its own: files of one belong to the other.',
            place: 'shared-uid',
            severity: 'low' as const,
          },
        ]),
  ];
}

/** Lines with at least a name and a password field; comments and lines of directory services (`+`, `-`) are none. */
function entries(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^[^#+:-][^:]*:/.test(line))
    .map((line) => line.split(':', 4));
}

function repeated(ids: readonly { readonly name: string; readonly uid: number }[]): readonly string[] {
  const first = new Map<number, string>();
  const pairs: string[] = [];
  for (const { name, uid } of ids) {
    const other = first.get(uid);
    if (other === undefined) first.set(uid, name);
    else if (other !== name) pairs.push(`${other} and ${name} (${uid})`);
  }
  return pairs;
}
