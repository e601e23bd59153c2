import type { ImageFile } from '../model/image-files.ts';
import { fail, pass, type Rule, unknown } from './rule.ts';
import { layerSources, noFiles, placeOf } from './shared/image-place.ts';
import { counted, listed } from './shared/listing.ts';

const FIX =
  'Take the bits away in the final stage: `RUN find / -xdev -type f -perm /6000 -exec chmod a-s {} +`, or run with `no-new-privileges`, which makes them inert. A program that needs them (a browser sandbox) gets a waiver with its reason.';

export const setuidFiles: Rule = {
  id: 'setuid-files',
  title: 'No set-uid or set-gid programs beside those of the distribution',
  severity: { mcp: 'medium', container: 'medium', strict: 'medium' },
  why: 'A set-uid program runs as its owner, mostly root, whoever starts it: one flaw in it gives a process that was confined to a user all of the container.',
  fix: FIX,
  aliases: ['CIS-DI-0008', 'CIS 4.8'],
  examples: {
    good: [
      {
        title: 'what the distribution needs itself',
        dockerfile: 'FROM scratch\nCOPY rootfs /\nENTRYPOINT ["/server"]\n',
        image: {
          files: {
            '/usr/bin/su': { mode: 0o4755 },
            '/usr/bin/chage': { mode: 0o2755, gid: 42 },
            '/var/mail/': { mode: 0o2775, gid: 8 },
            '/server': { program: 'amd64' },
          },
        },
      },
    ],
    bad: [
      {
        title: 'a helper that becomes root',
        dockerfile: 'FROM scratch\nCOPY --chmod=4755 helper /app/helper\nENTRYPOINT ["/server"]\n',
        image: { files: { '/app/helper': { program: 'amd64', mode: 0o4755 } } },
      },
      {
        title: 'a name of the distribution in another place',
        dockerfile: 'FROM scratch\nCOPY rootfs /\nENTRYPOINT ["/server"]\n',
        image: { files: { '/opt/bin/su': { program: 'amd64', mode: 0o4755 } } },
      },
    ],
  },
  judge(evidence) {
    const files = evidence.image?.files ?? null;
    if (files === null) return unknown(noFiles(evidence));
    const found = files.merged.filter(isRaised);
    if (found.length === 0) return pass('No set-uid or set-gid programs beside those of the distribution.');
    const sources = layerSources(evidence);
    const own = found.filter(({ layer }) => sources.get(layer)?.origin === 'build');
    const origin = own.length === 0 ? '' : ` (${counted(own.length, 'file')} added by this build)`;
    const shown = [...own, ...found.filter((file) => !own.includes(file))].map(({ path }) => path);
    const message = `${counted(found.length, 'set-uid or set-gid file')}${origin}: ${listed(shown)}.`;
    // What the build itself adds is a choice; what a base brings is mostly an oversight.
    return fail([
      {
        message,
        fix: FIX,
        location: placeOf(evidence, own.length > 0 ? own : found),
        severity: own.length > 0 ? 'high' : null,
      },
    ]);
  },
};

function isRaised(file: ImageFile): boolean {
  return file.type === 'file' && (file.mode & 0o6000) !== 0 && !isUsual(file);
}

/** The programs of Debian, Ubuntu, Alpine, Fedora and RHEL that change users, passwords and mounts, where they install them. */
function isUsual({ path, uid }: ImageFile): boolean {
  const cut = path.lastIndexOf('/');
  const folder = path.slice(0, cut);
  return uid === 0 && (FOLDERS.has(folder) || MULTIARCH.test(folder)) && PROGRAMS.has(path.slice(cut + 1));
}

const FOLDERS = new Set([
  '/bin',
  '/sbin',
  '/usr/bin',
  '/usr/sbin',
  '/usr/libexec',
  '/usr/lib/openssh',
  '/usr/lib/dbus-1.0',
  '/usr/libexec/utempter',
  '/usr/libexec/openssh',
]);
/** Debian's folders by architecture. */
const MULTIARCH = /^\/usr\/lib\/[a-z0-9_]+-linux-[a-z0-9]+\/utempter$/;
const PROGRAMS = new Set(
  'su mount umount passwd chsh chfn newgrp sg gpasswd chage expiry unix_chkpwd unix_update pam_timestamp_check pam_extrausers_chkpwd newuidmap newgidmap bbsuid wall write bsd-write write.ul crontab ssh-agent ssh-keysign dbus-daemon-launch-helper utempter userhelper'.split(
    ' ',
  ),
);
