/**
 * When distributions and language runtimes stop (or stopped) getting security fixes, as their projects announce it:
 * debian.org/releases and its LTS team, ubuntu.com/about/release-cycle (without paid extensions),
 * alpinelinux.org/releases, access.redhat.com/support/policy, nodejs/Release schedule.json, devguide.python.org/versions.
 * A version that is not listed is not known: newer than the table, or too old for anyone to name.
 */
const DATES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // With the LTS team's support, which is what Debian's mirrors and Trivy go by.
  debian: {
    '8': '2020-06-30',
    '9': '2022-06-30',
    '10': '2024-06-30',
    '11': '2026-08-31',
    '12': '2028-06-30',
    '13': '2030-06-30',
  },
  ubuntu: {
    '16.04': '2021-04-30',
    '18.04': '2023-05-31',
    '20.04': '2025-05-31',
    '22.04': '2027-04-30',
    '23.04': '2024-01-25',
    '23.10': '2024-07-11',
    '24.04': '2029-04-30',
    '24.10': '2025-07-10',
    '25.04': '2026-01-15',
  },
  alpine: {
    '3.10': '2021-05-01',
    '3.11': '2021-11-01',
    '3.12': '2022-05-01',
    '3.13': '2022-11-01',
    '3.14': '2023-05-01',
    '3.15': '2023-11-01',
    '3.16': '2024-05-23',
    '3.17': '2024-11-22',
    '3.18': '2025-05-09',
    '3.19': '2025-11-01',
    '3.20': '2026-04-01',
    '3.21': '2026-11-01',
    '3.22': '2027-05-01',
    '3.23': '2027-11-01',
  },
  centos: { '6': '2020-11-30', '7': '2024-06-30', '8': '2021-12-31' },
  rhel: { '7': '2024-06-30', '8': '2029-05-31', '9': '2032-05-31', '10': '2035-05-31' },
  rocky: { '8': '2029-05-31', '9': '2032-05-31', '10': '2035-05-31' },
  almalinux: { '8': '2029-03-01', '9': '2032-05-31', '10': '2035-05-31' },
  amzn: { '2': '2026-06-30', '2023': '2029-06-30' },
  node: {
    '10': '2021-04-30',
    '12': '2022-04-30',
    '14': '2023-04-30',
    '15': '2021-06-01',
    '16': '2023-09-11',
    '17': '2022-06-01',
    '18': '2025-04-30',
    '19': '2023-06-01',
    '20': '2026-04-30',
    '21': '2024-06-01',
    '22': '2027-04-30',
    '23': '2025-06-01',
    '24': '2028-04-30',
    '25': '2026-06-01',
  },
  python: {
    '2.7': '2020-01-01',
    '3.6': '2021-12-23',
    '3.7': '2023-06-27',
    '3.8': '2024-10-07',
    '3.9': '2025-10-31',
    '3.10': '2026-10-31',
    '3.11': '2027-10-31',
    '3.12': '2028-10-31',
    '3.13': '2029-10-31',
    '3.14': '2030-10-31',
  },
};

/** Names of releases in tags of official images, such as `node:24-bookworm-slim`. */
const CODENAMES: Readonly<Record<string, readonly [string, string]>> = {
  jessie: ['debian', '8'],
  stretch: ['debian', '9'],
  buster: ['debian', '10'],
  bullseye: ['debian', '11'],
  bookworm: ['debian', '12'],
  trixie: ['debian', '13'],
  xenial: ['ubuntu', '16.04'],
  bionic: ['ubuntu', '18.04'],
  focal: ['ubuntu', '20.04'],
  jammy: ['ubuntu', '22.04'],
  noble: ['ubuntu', '24.04'],
};

/** Something with a version that its makers support up to a day. */
export interface Product {
  /** As os-release names it, or `node`, `python`. */
  readonly name: string;
  /** As found, with all its parts. */
  readonly version: string;
}

/** The last day of support, `YYYY-MM-DD`; null when the table does not know this version. */
export function endOfLife({ name, version }: Product): string | null {
  const dates = Object.hasOwn(DATES, name) ? DATES[name] : undefined;
  const parts = version.split('.');
  for (const key of [parts.slice(0, 2).join('.'), parts[0] ?? '']) {
    if (dates !== undefined && Object.hasOwn(dates, key)) return dates[key] ?? null;
  }
  return null;
}

/** The distribution that a release file names; null when it names none, or no version. */
export function distributionOf(osRelease: string): Product | null {
  const field = (name: string): string => new RegExp(`^${name}=["']?([\\w.:-]{1,60})`, 'm').exec(osRelease)?.[1] ?? '';
  const [name, version] = [field('ID').toLowerCase(), field('VERSION_ID')];
  return name === '' || version === '' ? null : { name, version };
}

/** What the tag of an official image promises: `node:23-alpine3.20` is node 23 on alpine 3.20. */
export function productsOfTag(repository: string, tag: string): readonly Product[] {
  const name = repository.replace(/^library\//, '');
  const own = /^v?(\d+(?:\.\d+){0,2})(?=$|[-_])/.exec(tag)?.[1];
  const alpine = /(?:^|-)alpine(\d+\.\d+)/.exec(tag)?.[1];
  const codename = Object.keys(CODENAMES).find((word) => tag.split('-').includes(word));
  const [system, version] = codename === undefined ? [] : (CODENAMES[codename] ?? []);
  return [
    ...(own !== undefined && Object.hasOwn(DATES, name) ? [{ name, version: own }] : []),
    ...(alpine === undefined ? [] : [{ name: 'alpine', version: alpine }]),
    ...(system === undefined || version === undefined ? [] : [{ name: system, version }]),
  ];
}
