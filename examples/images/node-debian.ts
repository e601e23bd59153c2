import { type ConfigSpec, history, type StepSpec } from '../../__tests__/support/image-builder/index.ts';
import { debianPackages } from './debian-packages.ts';
import { executable } from './executable.ts';
import { packageJson } from './npm-packages.ts';
import { dpkgStatus, type OsPackage } from './os-packages.ts';

/**
 * What an image `node:latest` pulled in the summer of 2023 looks like to a scanner: Debian 12.1 with compilers, version
 * control and an SSH client. A tag like that stays on a build machine for as long as nobody pulls again.
 */
const PACKAGES: readonly OsPackage[] = [
  { name: 'apt', version: '2.6.1', about: 'commandline package manager' },
  { name: 'base-files', version: '12.4+deb12u1', about: 'Debian base system miscellaneous files' },
  { name: 'bash', version: '5.2.15-2+b2', origin: 'bash (5.2.15-2)', about: 'GNU Bourne Again SHell' },
  { name: 'ca-certificates', version: '20230311', about: 'Common CA certificates' },
  { name: 'coreutils', version: '9.1-1', about: 'GNU core utilities' },
  { name: 'curl', version: '7.88.1-10+deb12u1', about: 'command line tool for transferring data with URL syntax' },
  { name: 'dpkg', version: '1.21.22', about: 'Debian package management system' },
  { name: 'g++', version: '4:12.2.0-3', origin: 'gcc-defaults (1.203)', about: 'GNU C++ compiler' },
  { name: 'gcc', version: '4:12.2.0-3', origin: 'gcc-defaults (1.203)', about: 'GNU C compiler' },
  { name: 'git', version: '1:2.39.2-1.1', about: 'fast, scalable, distributed revision control system' },
  { name: 'libc6', version: '2.36-9+deb12u1', origin: 'glibc', about: 'GNU C Library: Shared libraries' },
  { name: 'libc-bin', version: '2.36-9+deb12u1', origin: 'glibc', about: 'GNU C Library: Binaries' },
  { name: 'libcurl4', version: '7.88.1-10+deb12u1', origin: 'curl', about: 'client-side URL transfer library' },
  { name: 'libexpat1', version: '2.5.0-1', origin: 'expat', about: 'XML parsing C library - runtime library' },
  { name: 'libgcc-s1', version: '12.2.0-14', origin: 'gcc-12', about: 'GCC support library' },
  { name: 'libssl3', version: '3.0.9-1', origin: 'openssl', about: 'Secure Sockets Layer toolkit - shared libraries' },
  { name: 'libstdc++6', version: '12.2.0-14', origin: 'gcc-12', about: 'GNU Standard C++ Library v3' },
  {
    name: 'libwebp7',
    version: '1.2.4-0.2',
    origin: 'libwebp',
    about: 'Lossy compression of digital photographic images',
  },
  { name: 'make', version: '4.3-4.1', origin: 'make-dfsg', about: 'utility for directing compilation' },
  { name: 'openssh-client', version: '1:9.2p1-2', origin: 'openssh', about: 'secure shell (SSH) client' },
  { name: 'openssl', version: '3.0.9-1', about: 'Secure Sockets Layer toolkit - cryptographic utility' },
  { name: 'perl-base', version: '5.36.0-7', origin: 'perl', about: 'minimal Perl system' },
  { name: 'python3', version: '3.11.2-1+b1', origin: 'python3-defaults (3.11.2-1)', about: 'interactive language' },
  { name: 'tar', version: '1.34+dfsg-1.2', about: 'GNU version of the tar archiving utility' },
  { name: 'wget', version: '1.21.3-1+b2', origin: 'wget (1.21.3-1)', about: 'retrieves files from the web' },
  { name: 'zlib1g', version: '1:1.2.13.dfsg-1', origin: 'zlib', about: 'compression library - runtime' },
];

const OS_RELEASE = `PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
NAME="Debian GNU/Linux"
VERSION_ID="12"
VERSION="12 (bookworm)"
VERSION_CODENAME=bookworm
ID=debian
HOME_URL="https://www.debian.org/"
SUPPORT_URL="https://www.debian.org/support"
BUG_REPORT_URL="https://bugs.debian.org/"
`;

const PASSWD = `root:x:0:0:root:/root:/bin/bash
daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
bin:x:2:2:bin:/bin:/usr/sbin/nologin
nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
`;

const GROUP = `root:x:0:
daemon:x:1:
bin:x:2:
nogroup:x:65534:
`;

const ENTRYPOINT = `#!/bin/sh
set -e
if [ "\${1#-}" != "\${1}" ] || [ -z "$(command -v "\${1}")" ]; then
  set -- node "$@"
fi
exec "$@"
`;

/** The first half was made by the builder of its day, so its history has the older form. */
const LEGACY = { comment: null };

export const NODE_DEBIAN_CONFIG: ConfigSpec = {
  Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'NODE_VERSION=20.5.1'],
  Entrypoint: ['docker-entrypoint.sh'],
  Cmd: ['node'],
};

export const NODE_DEBIAN_STEPS: readonly StepSpec[] = [
  {
    ...LEGACY,
    createdBy: history.legacyNop('ADD file:85db4f4c5016f51e4b4d5a1a8ea0d7c7a1e5b9a4 in / '),
    files: [
      executable('bin/bash'),
      { path: 'bin/sh', type: 'symlink', target: 'bash' },
      { path: 'etc/debian_version', content: '12.1\n' },
      { path: 'etc/group', content: GROUP },
      { path: 'etc/os-release', content: OS_RELEASE },
      { path: 'etc/passwd', content: PASSWD },
      { path: 'tmp', type: 'directory', mode: 0o1777 },
      { path: 'var/lib/dpkg/status', content: dpkgStatus([...PACKAGES, ...debianPackages()]) },
    ],
  },
  { ...LEGACY, createdBy: history.legacyNop(' CMD ["bash"]') },
  {
    ...LEGACY,
    createdBy: history.legacyRun(
      'groupadd --gid 1000 node   && useradd --uid 1000 --gid node --shell /bin/bash --create-home node',
    ),
    files: [
      { path: 'etc/group', content: `${GROUP}node:x:1000:\n` },
      { path: 'etc/passwd', content: `${PASSWD}node:x:1000:1000::/home/node:/bin/bash\n` },
      { path: 'home/node', type: 'directory', uid: 1000, gid: 1000 },
    ],
  },
  { ...LEGACY, createdBy: history.legacyNop(' ENV NODE_VERSION=20.5.1') },
  {
    ...LEGACY,
    createdBy: history.legacyRun('install-node'),
    files: [
      executable('usr/local/bin/node'),
      { path: 'usr/local/bin/npm', type: 'symlink', target: '../lib/node_modules/npm/bin/npm-cli.js' },
      packageJson('usr/local/lib/node_modules/npm', 'npm', '9.8.0', 'Artistic-2.0'),
      { path: 'usr/local/lib/node_modules/npm/bin/npm-cli.js', mode: 0o755, content: '#!/usr/bin/env node\n' },
    ],
  },
  {
    ...LEGACY,
    createdBy: history.legacyNop(
      'COPY file:4d192565a7220e135cab6c77fbc1c73211b69f3d9fb37e62857b2c6eb9363d51 in /usr/local/bin/ ',
    ),
    files: [{ path: 'usr/local/bin/docker-entrypoint.sh', content: ENTRYPOINT, mode: 0o755 }],
  },
  { ...LEGACY, createdBy: history.legacyNop(' ENTRYPOINT ["docker-entrypoint.sh"]') },
  { ...LEGACY, createdBy: history.legacyNop(' CMD ["node"]') },
];
