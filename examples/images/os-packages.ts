/** One installed package of a distribution. `origin`: the source package, where it is named differently. */
export interface OsPackage {
  readonly name: string;
  readonly version: string;
  readonly origin?: string;
  readonly license?: string;
  readonly about?: string;
}

/** The text of `lib/apk/db/installed`: the fields of apk(5) that name a package and its source. */
export function apkInstalled(packages: readonly OsPackage[]): string {
  return packages
    .map(({ name, version, origin, license, about }) =>
      [
        `P:${name}`,
        `V:${version}`,
        'A:x86_64',
        ...(about === undefined ? [] : [`T:${about}`]),
        ...(license === undefined ? [] : [`L:${license}`]),
        `o:${origin ?? name}`,
        '',
      ].join('\n'),
    )
    .map((block) => `${block}\n`)
    .join('');
}

/** The text of `var/lib/dpkg/status`: the fields of deb-control(5) that name a package and its source. */
export function dpkgStatus(packages: readonly OsPackage[]): string {
  return packages
    .map(({ name, version, origin, about }) =>
      [
        `Package: ${name}`,
        'Status: install ok installed',
        'Architecture: amd64',
        ...(origin === undefined ? [] : [`Source: ${origin}`]),
        `Version: ${version}`,
        ...(about === undefined ? [] : [`Description: ${about}`]),
        '',
      ].join('\n'),
    )
    .map((block) => `${block}\n`)
    .join('');
}
