import { createHash } from 'node:crypto';
import { assetName, DENIED_VERSIONS, RELEASE_PLATFORMS } from '../../src/trivy/releases.ts';

/** A text that somebody has published, and where: a URL, or the path of a file that was fetched from one. */
export interface SumSource {
  readonly place: string;
  readonly text: string;
}

/** Platform → SHA-256 of the archive. */
export type Sums = Readonly<Record<string, string>>;

const NEEDED = 2;

/**
 * The sums of all archives of a release, if independent sources agree on each of them.
 * @throws Error when a sum is missing, disputed, or known from one source alone
 */
export function agreedSums(version: string, sources: readonly SumSource[]): Sums {
  if (Object.hasOwn(DENIED_VERSIONS, version)) {
    throw new Error(`Trivy ${version} is never used: ${DENIED_VERSIONS[version]}`);
  }
  const independent = independentOnes(sources);
  return Object.fromEntries(
    RELEASE_PLATFORMS.map((platform) => {
      const asset = assetName(version, platform) ?? '';
      const found = independent.flatMap(({ text, place }) => sumsOf(asset, text).map((sum) => ({ sum, place })));
      const sums = new Set(found.map(({ sum }) => sum));
      const [sum] = sums;
      if (sum === undefined || sums.size > 1) {
        const said = found.map((one) => `${one.sum} (${one.place})`).join(', ');
        throw new Error(`${asset}: ${sum === undefined ? 'no source has a sum' : `the sources disagree: ${said}`}`);
      }
      const places = new Set(found.map(({ place }) => place));
      if (places.size < NEEDED) {
        throw new Error(`${asset}: only ${[...places].join()} vouches for ${sum}; a single source is not enough`);
      }
      return [platform, sum];
    }),
  );
}

/** One of each place, and one of each text: a copy is no second witness. */
function independentOnes(sources: readonly SumSource[]): readonly SumSource[] {
  const seen = new Set<string>();
  return sources.flatMap(({ place, text }) => {
    const publisher = publisherOf(place);
    const keys = [`place ${publisher}`, `text ${createHash('sha256').update(text.trim()).digest('hex')}`];
    const isNew = keys.every((key) => !seen.has(key));
    keys.forEach((key) => {
      seen.add(key);
    });
    return isNew ? [{ place: publisher, text }] : [];
  });
}

/** Who speaks at a URL: at GitHub the owner of the repository, elsewhere the host. */
function publisherOf(place: string): string {
  const url = URL.parse(place);
  if (url === null || !url.protocol.startsWith('http')) {
    return place;
  }
  const isGitHub = /(?:^|\.)(?:github\.com|githubusercontent\.com)$/.test(url.hostname);
  const [, first, second] = url.pathname.split('/');
  return isGitHub ? `github.com/${first === 'repos' ? second : first}` : url.hostname;
}

const SUM = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gi;

/** Sums on the lines that name the asset, or on the next one after such a line. */
function sumsOf(asset: string, text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  const names = (line: string): boolean => line.includes(asset) && !line.includes(`${asset}.`);
  return lines.flatMap((line, index) => {
    if (!names(line)) {
      return [];
    }
    const here = line.match(SUM) ?? [];
    const next =
      here.length === 0 && !/trivy_\d/.test(lines[index + 1] ?? '') ? (lines[index + 1]?.match(SUM) ?? []) : [];
    return [...here, ...next].map((sum) => sum.toLowerCase());
  });
}

/** The table in the source of the gate with one more version; the sums of executables stay. */
export function withRelease(
  table: Readonly<
    Record<string, Readonly<Record<string, { readonly archiveSha256: string; readonly binarySha256: string | null }>>>
  >,
  version: string,
  sums: Sums,
): string {
  const release = Object.fromEntries(
    Object.entries(sums).map(([platform, archiveSha256]) => {
      const known = table[version]?.[platform];
      const binarySha256 = known?.archiveSha256 === archiveSha256 ? known.binarySha256 : null;
      return [platform, { archiveSha256, binarySha256 }];
    }),
  );
  const all = Object.entries({ ...table, [version]: release }).sort(([a], [b]) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  const quoted = (text: string | null): string => (text === null ? 'null' : `'${text}'`);
  return all
    .map(([name, platforms]) => {
      const rows = Object.entries(platforms).map(
        ([platform, { archiveSha256, binarySha256 }]) =>
          `    '${platform}': {\n      archiveSha256: ${quoted(archiveSha256)},\n      binarySha256: ${quoted(binarySha256)},\n    },\n`,
      );
      return `  '${name}': {\n${rows.join('')}  },\n`;
    })
    .join('');
}
