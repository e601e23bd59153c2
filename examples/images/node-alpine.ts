import { type ConfigSpec, history, type StepSpec } from '../../__tests__/support/image-builder/index.ts';
import { executable } from './executable.ts';
import { packageJson } from './npm-packages.ts';
import { apkInstalled, type OsPackage } from './os-packages.ts';

/** What the image `node:24-alpine3.23` looks like to a scanner: Alpine 3.23.3 and Node 24 with npm. */
const PACKAGES: readonly OsPackage[] = [
  { name: 'alpine-baselayout', version: '3.7.1-r8', license: 'GPL-2.0-only', about: 'Alpine base dir structure' },
  {
    name: 'alpine-baselayout-data',
    version: '3.7.1-r8',
    origin: 'alpine-baselayout',
    license: 'GPL-2.0-only',
    about: 'Alpine base dir structure and init scripts (data)',
  },
  { name: 'alpine-keys', version: '2.6-r0', license: 'MIT', about: 'Public keys for Alpine packages' },
  { name: 'alpine-release', version: '3.23.3-r0', origin: 'alpine-base', license: 'MIT', about: 'Alpine release data' },
  { name: 'apk-tools', version: '3.0.3-r1', license: 'GPL-2.0-only', about: 'Alpine package keeper' },
  { name: 'busybox', version: '1.37.0-r30', license: 'GPL-2.0-only', about: 'Size optimized toolbox' },
  {
    name: 'busybox-binsh',
    version: '1.37.0-r30',
    origin: 'busybox',
    license: 'GPL-2.0-only',
    about: 'busybox ash /bin/sh',
  },
  {
    name: 'ca-certificates-bundle',
    version: '20251003-r0',
    origin: 'ca-certificates',
    license: 'MPL-2.0 AND MIT',
    about: 'Bundle of common CA certificates',
  },
  { name: 'libapk', version: '3.0.3-r1', origin: 'apk-tools', license: 'GPL-2.0-only', about: 'Library of apk-tools' },
  { name: 'libcrypto3', version: '3.5.5-r0', origin: 'openssl', license: 'Apache-2.0', about: 'Crypto library' },
  { name: 'libgcc', version: '15.2.0-r2', origin: 'gcc', license: 'GPL-2.0-or-later', about: 'GNU C runtime' },
  { name: 'libssl3', version: '3.5.5-r0', origin: 'openssl', license: 'Apache-2.0', about: 'SSL shared libraries' },
  {
    name: 'libstdc++',
    version: '15.2.0-r2',
    origin: 'gcc',
    license: 'GPL-2.0-or-later',
    about: 'GNU C++ standard library',
  },
  { name: 'musl', version: '1.2.5-r21', license: 'MIT', about: 'The musl C library' },
  { name: 'musl-utils', version: '1.2.5-r21', origin: 'musl', license: 'MIT', about: 'The musl C library (utilities)' },
  { name: 'scanelf', version: '1.3.8-r2', origin: 'pax-utils', license: 'GPL-2.0-only', about: 'Scan ELF binaries' },
  {
    name: 'ssl_client',
    version: '1.37.0-r30',
    origin: 'busybox',
    license: 'GPL-2.0-only',
    about: 'TLS client of busybox wget',
  },
  { name: 'zlib', version: '1.3.1-r2', license: 'Zlib', about: 'Compression and decompression library' },
];

const OS_RELEASE = `NAME="Alpine Linux"
ID=alpine
VERSION_ID=3.23.3
PRETTY_NAME="Alpine Linux v3.23"
HOME_URL="https://alpinelinux.org/"
BUG_REPORT_URL="https://gitlab.alpinelinux.org/alpine/aports/-/issues"
`;

const PASSWD = `root:x:0:0:root:/root:/bin/sh
bin:x:1:1:bin:/bin:/sbin/nologin
daemon:x:2:2:daemon:/sbin:/sbin/nologin
nobody:x:65534:65534:nobody:/:/sbin/nologin
`;

const GROUP = `root:x:0:root
bin:x:1:root,bin,daemon
daemon:x:2:root,bin,daemon
nogroup:x:65533:
nobody:x:65534:
`;

const ENTRYPOINT = `#!/bin/sh
set -e
if [ "\${1#-}" != "\${1}" ] || [ -z "$(command -v "\${1}")" ]; then
  set -- node "$@"
fi
exec "$@"
`;

export const NODE_ALPINE_CONFIG: ConfigSpec = {
  Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'NODE_VERSION=24.13.0'],
  Entrypoint: ['docker-entrypoint.sh'],
  Cmd: ['node'],
  WorkingDir: '/',
};

export const NODE_ALPINE_STEPS: readonly StepSpec[] = [
  {
    createdBy: history.add(['alpine-minirootfs-3.23.3-x86_64.tar.gz', '/']),
    files: [
      executable('bin/busybox'),
      { path: 'bin/sh', type: 'symlink', target: '/bin/busybox' },
      { path: 'etc/alpine-release', content: '3.23.3\n' },
      { path: 'etc/group', content: GROUP },
      { path: 'etc/os-release', content: OS_RELEASE },
      { path: 'etc/passwd', content: PASSWD },
      { path: 'lib/apk/db/installed', content: apkInstalled(PACKAGES) },
      { path: 'tmp', type: 'directory', mode: 0o1777 },
      { path: 'usr/bin/wget', type: 'symlink', target: '/bin/busybox' },
    ],
  },
  { createdBy: history.cmd(['/bin/sh']) },
  { createdBy: history.env('NODE_VERSION=24.13.0') },
  {
    createdBy: history.run(
      'addgroup -g 1000 node     && adduser -u 1000 -G node -s /bin/sh -D node     && install-node',
    ),
    files: [
      { path: 'etc/group', content: `${GROUP}node:x:1000:\n` },
      { path: 'etc/passwd', content: `${PASSWD}node:x:1000:1000::/home/node:/bin/sh\n` },
      { path: 'home/node', type: 'directory', uid: 1000, gid: 1000 },
      executable('usr/local/bin/node'),
      { path: 'usr/local/bin/npm', type: 'symlink', target: '../lib/node_modules/npm/bin/npm-cli.js' },
      { path: 'usr/local/bin/npx', type: 'symlink', target: '../lib/node_modules/npm/bin/npx-cli.js' },
      packageJson('usr/local/lib/node_modules/npm', 'npm', '11.6.2', 'Artistic-2.0'),
      packageJson('usr/local/lib/node_modules/npm/node_modules/tar', 'tar', '7.5.1', 'ISC'),
    ],
  },
  {
    createdBy: history.copy(['docker-entrypoint.sh', '/usr/local/bin/']),
    files: [{ path: 'usr/local/bin/docker-entrypoint.sh', content: ENTRYPOINT, mode: 0o755 }],
  },
  { createdBy: history.entrypoint(['docker-entrypoint.sh']) },
  { createdBy: history.cmd(['node']) },
];
