import { parseImageReference } from '../../dockerfile/image-reference.ts';

/** Docker's official images that bring the accounts of their distribution, and at most the one named here. */
const OFFICIAL: Readonly<Record<string, string>> = {
  alpine: '',
  debian: '',
  ubuntu: 'ubuntu',
  python: '',
  golang: '',
  ruby: '',
  rust: '',
  php: 'www-data',
  node: 'node',
  nginx: 'nginx',
  postgres: 'postgres',
  redis: 'redis',
};

/** Accounts and groups that some release of Alpine, Debian or Ubuntu has: of these nothing can be said by name. */
const COMMON = new Set(
  `root daemon bin sys sync games man lp mail news uucp proxy www-data backup list irc gnats nobody nogroup _apt adm tty
  disk fax voice cdrom floppy tape sudo audio dip operator src shadow utmp video sasl plugdev staff users crontab
  shutdown halt postmaster cron cdrw ftp sshd at squid xfs cyrus vpopmail ntp smmsp guest wheel kmem dialout input netdev
  kvm render sgx usb readproc ping messagebus ssh _ssh rdma polkitd systemd-network systemd-journal systemd-timesync`.split(
    /\s+/,
  ),
);

/** Whether a fresh base image certainly lacks this account or group; false where its name does not tell. */
export function certainlyLacks(base: string | null, name: string): boolean {
  if (base === 'scratch') return true;
  const extra = ownAccount(base);
  return extra !== null && extra !== name && !COMMON.has(name);
}

/** Whether it certainly has it. */
export function certainlyHas(base: string | null, name: string): boolean {
  return ownAccount(base) === name;
}

/** The account of an official image, '' when it brings none; null for all other images. */
function ownAccount(base: string | null): string | null {
  const reference = base === null ? null : parseImageReference(base);
  if (reference === null || reference.registry !== 'docker.io') return null;
  const image = reference.repository.replace(/^library\//, '');
  if (image === reference.repository || !Object.hasOwn(OFFICIAL, image)) return null;
  return OFFICIAL[image] ?? null;
}
