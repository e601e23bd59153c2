import type { OsPackage } from './os-packages.ts';

/**
 * The compilers, libraries and tools of Debian 12 that come with a full language image, as far as Debian has never
 * changed them since its release. A line holds the package, its version and, where it has another name, its source.
 */
export function debianPackages(): OsPackage[] {
  return LIST.trim()
    .split('\n')
    .map((line) => {
      const [name = '', version = '', source] = line.split(' ');
      return { name, version, ...(source === undefined ? {} : { origin: source.replace('(', ' (') }) };
    });
}

const LIST = `
adduser 3.134
autoconf 2.71-3
automake 1:1.16.5-1.3 automake-1.16
autotools-dev 20220109.1
binutils 2.40-2
binutils-common 2.40-2 binutils
binutils-x86-64-linux-gnu 2.40-2 binutils
bzip2 1.0.8-5+b1 bzip2(1.0.8-5)
comerr-dev 2.1-1.47.0-2+b2 e2fsprogs(1.47.0-2)
cpp 4:12.2.0-3 gcc-defaults(1.203)
diffutils 1:3.8-4
e2fsprogs 1.47.0-2+b2 e2fsprogs(1.47.0-2)
file 1:5.44-3
findutils 4.9.0-4
fontconfig 2.14.1-4
fontconfig-config 2.14.1-4 fontconfig
fonts-dejavu-core 2.37-6 fonts-dejavu
gir1.2-freedesktop 1.74.0-3 gobject-introspection
gir1.2-glib-2.0 1.74.0-3 gobject-introspection
grep 3.8-5
gzip 1.12-1
hicolor-icon-theme 0.17-2
hostname 3.23+nmu1
libacl1 2.3.1-3 acl
libassuan0 2.5.5-5 libassuan
libattr1 1:2.5.1-4 attr
libaudit-common 1:3.0.9-1 audit
libaudit1 1:3.0.9-1 audit
libbinutils 2.40-2 binutils
libbsd0 0.11.7-2 libbsd
libbz2-1.0 1.0.8-5+b1 bzip2(1.0.8-5)
libbz2-dev 1.0.8-5+b1 bzip2(1.0.8-5)
libcairo-gobject2 1.16.0-7 cairo
libcairo-script-interpreter2 1.16.0-7 cairo
libcairo2 1.16.0-7 cairo
libcairo2-dev 1.16.0-7 cairo
libcap-ng0 0.8.3-1+b3 libcap-ng(0.8.3-1)
libcbor0.8 0.8.0-2+b1 libcbor(0.8.0-2)
libcom-err2 1.47.0-2+b2 e2fsprogs(1.47.0-2)
libcrypt-dev 1:4.4.33-2 libxcrypt
libcrypt1 1:4.4.33-2 libxcrypt
libctf-nobfd0 2.40-2 binutils
libctf0 2.40-2 binutils
libdatrie1 0.2.13-2+b1 libdatrie(0.2.13-2)
libdb-dev 5.3.2 db-defaults
libdb5.3 5.3.28+dfsg2-1 db5.3
libdb5.3-dev 5.3.28+dfsg2-1 db5.3
libdebconfclient0 0.270 cdebconf
libdeflate-dev 1.14-1 libdeflate
libdeflate0 1.14-1 libdeflate
libedit2 3.1-20221030-2 libedit
libelf1 0.188-2.1 elfutils
liberror-perl 0.17029-2
libext2fs2 1.47.0-2+b2 e2fsprogs(1.47.0-2)
libffi-dev 3.4.4-1 libffi
libffi8 3.4.4-1 libffi
libfftw3-double3 3.3.10-1 fftw3
libfido2-1 1.12.0-2+b1 libfido2(1.12.0-2)
libfontconfig-dev 2.14.1-4 fontconfig
libfontconfig1 2.14.1-4 fontconfig
libfribidi0 1.0.8-2.1 fribidi
libgdbm-compat4 1.23-3 gdbm
libgdbm-dev 1.23-3 gdbm
libgdbm6 1.23-3 gdbm
libgirepository-1.0-1 1.74.0-3 gobject-introspection
libgmp-dev 2:6.2.1+dfsg1-1.1 gmp
libgmp10 2:6.2.1+dfsg1-1.1 gmp
libgmpxx4ldbl 2:6.2.1+dfsg1-1.1 gmp
libgpg-error0 1.46-1 libgpg-error
libgprofng0 2.40-2 binutils
libharfbuzz0b 6.0.0+dfsg-3 harfbuzz
libhogweed6 3.8.1-2 nettle
libice-dev 2:1.0.10-1 libice
libice6 2:1.0.10-1 libice
libidn2-0 2.3.3-1+b1 libidn2(2.3.3-1)
libimath-3-1-29 3.1.6-1 imath
libimath-dev 3.1.6-1 imath
libisl23 0.25-1.1 isl
libjansson4 2.14-2 jansson
libjbig-dev 2.1-6.1 jbigkit
libjbig0 2.1-6.1 jbigkit
libjpeg-dev 1:2.1.5-2 libjpeg-turbo
libjpeg62-turbo 1:2.1.5-2 libjpeg-turbo
libjpeg62-turbo-dev 1:2.1.5-2 libjpeg-turbo
libkeyutils1 1.6.3-2 keyutils
libksba8 1.6.3-2 libksba
libldap-2.5-0 2.5.13+dfsg-5 openldap
liblerc-dev 4.0.0+ds-2 lerc
liblerc4 4.0.0+ds-2 lerc
liblqr-1-0 0.4.2-2.1 liblqr
liblqr-1-0-dev 0.4.2-2.1 liblqr
liblz4-1 1.9.4-1 lz4
liblzo2-2 2.10-2 lzo2
libmagic-mgc 1:5.44-3 file
libmagic1 1:5.44-3 file
libmaxminddb-dev 1.7.1-1 libmaxminddb
libmaxminddb0 1.7.1-1 libmaxminddb
libmd0 1.0.4-2 libmd
libmpc3 1.3.1-1 mpclib3
libmpfr6 4.2.0-1 mpfr4
libncurses-dev 6.4-4 ncurses
libncurses5-dev 6.4-4 ncurses
libncurses6 6.4-4 ncurses
libncursesw5-dev 6.4-4 ncurses
libncursesw6 6.4-4 ncurses
libnettle8 3.8.1-2 nettle
libnpth0 1.6-3 npth
libnsl-dev 1.3.0-2 libnsl
libnsl2 1.3.0-2 libnsl
libnuma1 2.0.16-1 numactl
libnumber-compare-perl 0.03-3
libopenexr-3-1-30 3.1.5-5 openexr
libopenexr-dev 3.1.5-5 openexr
libp11-kit0 0.24.1-2 p11-kit
libpango-1.0-0 1.50.12+ds-1 pango1.0
libpangocairo-1.0-0 1.50.12+ds-1 pango1.0
libpangoft2-1.0-0 1.50.12+ds-1 pango1.0
libpixman-1-0 0.42.2-1 pixman
libpixman-1-dev 0.42.2-1 pixman
libpkgconf3 1.8.1-1 pkgconf
libproc2-0 2:4.0.2-3 procps
libpsl5 0.21.2-1 libpsl
libpthread-stubs0-dev 0.4-1 libpthread-stubs
libpython3-stdlib 3.11.2-1+b1 python3-defaults(3.11.2-1)
libreadline-dev 8.2-1.3 readline
libreadline8 8.2-1.3 readline
librtmp1 2.4+20151223.gitfa8646d.1-2+b2 rtmpdump(2.4+20151223.gitfa8646d.1-2)
libselinux1 3.4-1+b6 libselinux(3.4-1)
libselinux1-dev 3.4-1+b6 libselinux(3.4-1)
libsemanage-common 3.4-1 libsemanage
libsemanage2 3.4-1+b5 libsemanage(3.4-1)
libsepol-dev 3.4-2.1 libsepol
libsepol2 3.4-2.1 libsepol
libserf-1-1 1.3.9-11 serf
libsm-dev 2:1.2.3-1 libsm
libsm6 2:1.2.3-1 libsm
libss2 1.47.0-2+b2 e2fsprogs(1.47.0-2)
libtext-glob-perl 0.11-3
libthai-data 0.1.29-1 libthai
libthai0 0.1.29-1 libthai
libtinfo6 6.4-4 ncurses
libtirpc-common 1.3.3+ds-1 libtirpc
libtirpc-dev 1.3.3+ds-1 libtirpc
libtirpc3 1.3.3+ds-1 libtirpc
libunistring2 1.0-2 libunistring
libutf8proc2 2.8.0-1 utf8proc
libwmf-0.2-7 0.2.12-5.1 libwmf
libwmf-dev 0.2.12-5.1 libwmf
libwmflite-0.2-7 0.2.12-5.1 libwmf
libx265-199 3.5-2+b1 x265(3.5-2)
libxau-dev 1:1.0.9-1 libxau
libxau6 1:1.0.9-1 libxau
libxcb-render0 1.15-1 libxcb
libxcb-render0-dev 1.15-1 libxcb
libxcb-shm0 1.15-1 libxcb
libxcb-shm0-dev 1.15-1 libxcb
libxcb1 1.15-1 libxcb
libxcb1-dev 1.15-1 libxcb
libxdmcp-dev 1:1.1.2-3 libxdmcp
libxdmcp6 1:1.1.2-3 libxdmcp
libxext-dev 2:1.3.4-1+b1 libxext(2:1.3.4-1)
libxext6 2:1.3.4-1+b1 libxext(2:1.3.4-1)
libxrender-dev 1:0.9.10-1.1 libxrender
libxrender1 1:0.9.10-1.1 libxrender
libxt-dev 1:1.2.1-1.1 libxt
libxt6 1:1.2.1-1.1 libxt
libxxhash0 0.8.1-1 xxhash
libyaml-0-2 0.2.5-1 libyaml
libyaml-dev 0.2.5-1 libyaml
libzstd-dev 1.5.4+dfsg2-5 libzstd
libzstd1 1.5.4+dfsg2-5 libzstd
linux-libc-dev 6.1.192-2 linux
logsave 1.47.0-2+b2 e2fsprogs(1.47.0-2)
lsb-base 11.6 lsb
m4 1.4.19-3
mawk 1.3.4.20200120-3.1
media-types 10.0.0
ncurses-base 6.4-4 ncurses
ncurses-bin 6.4-4 ncurses
netbase 6.4
patch 2.7.6-7
pinentry-curses 1.2.1-1 pinentry
pkg-config 1.8.1-1 pkgconf
pkgconf 1.8.1-1
pkgconf-bin 1.8.1-1 pkgconf
procps 2:4.0.2-3
python3-distutils 3.11.2-3 python3-stdlib-extensions
python3-lib2to3 3.11.2-3 python3-stdlib-extensions
python3-minimal 3.11.2-1+b1 python3-defaults(3.11.2-1)
readline-common 8.2-1.3 readline
rpcsvc-proto 1.4.3-1
sensible-utils 0.0.17+nmu1
shared-mime-info 2.2-1
sysvinit-utils 3.06-4 sysvinit
x11-common 1:7.7+23 xorg
x11proto-core-dev 2022.1-1 xorgproto
x11proto-dev 2022.1-1 xorgproto
xorg-sgml-doctools 1:1.11-1.1
xtrans-dev 1.4.0-1 xtrans
zlib1g-dev 1:1.2.13.dfsg-1 zlib
`;
