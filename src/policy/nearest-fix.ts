/** Taken apart for comparing: `4.0.2` is [4, 0, 2]; `rank` is -1 for what comes before the version, such as `-rc.1`. */
interface Version {
  readonly written: string;
  readonly numbers: readonly number[];
  readonly rank: -1 | 0;
}

const PLAIN =
  /^v?(\d{1,9}(?:\.\d{1,9}){0,5})((?:-|\.|_)?(?:a|alpha|b|beta|c|rc|dev|pre|preview|m|snapshot|canary)(?:[.-]?\d{1,9})?)?$/i;

/**
 * The nearest of several versions that fix an advisory: the lowest above the installed one. Null where that cannot be
 * told (versions of other forms, ranges, none above it): then all of them are named. It serves a text, no judgement.
 * @param fixed as the scanner lists them: `2.5.4, 3.0.4, 4.0.4`
 */
export function nearestFix(installed: string, fixed: string): string | null {
  const written = fixed.split(',', 64).map((one) => one.trim());
  const [only] = written;
  if (written.length === 1 && only !== undefined) return only;
  const from = parse(installed);
  const versions = written.map(parse);
  if (from === null || !versions.every((version) => version !== null)) return null;
  const [nearest, next] = versions.filter((version) => compare(version, from) >= 0).sort(compare);
  // Two early versions of one release (`-rc.1`, `-beta`) are not ordered here.
  const isOpen = (other: Version | undefined): boolean =>
    nearest !== undefined && other !== undefined && compare(nearest, other) === 0 && nearest.written !== other.written;
  return nearest === undefined || isOpen(from) || isOpen(next) ? null : nearest.written;
}

function parse(written: string): Version | null {
  const [, numbers, before] = PLAIN.exec(written) ?? [];
  if (numbers === undefined) return null;
  return { written, numbers: numbers.split('.').map(Number), rank: before === undefined ? 0 : -1 };
}

function compare(a: Version, b: Version): number {
  for (let at = 0; at < Math.max(a.numbers.length, b.numbers.length); at += 1) {
    const difference = (a.numbers[at] ?? 0) - (b.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.rank - b.rank;
}
