/** A run of lines: the same in both texts, only in the old one, or only in the new one. */
export interface LineRun {
  readonly kind: 'same' | 'old' | 'new';
  readonly lines: readonly string[];
}

/** Texts that differ in more places are shown as one replaced by the other: the search costs the square of it. */
const MOST_STEPS = 1000;

/** The shortest way from one list of lines to another (Myers, An O(ND) Difference Algorithm, 1986). */
export function diffLines(before: readonly string[], after: readonly string[]): readonly LineRun[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const [old, now] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const runs: LineRun[] = [
    { kind: 'same', lines: before.slice(0, head) },
    ...(walk(old, now) ?? [
      { kind: 'old', lines: old },
      { kind: 'new', lines: now },
    ]),
    { kind: 'same', lines: before.slice(before.length - tail) },
  ];
  return runs.filter(({ lines }) => lines.length > 0);
}

/** Null when the two differ in too many places. */
function walk(old: readonly string[], now: readonly string[]): readonly LineRun[] | null {
  const trace: Int32Array[] = [];
  const limit = Math.min(old.length + now.length, MOST_STEPS);
  let ends = new Int32Array(2 * limit + 3);
  const at = (diagonal: number): number => diagonal + limit + 1;
  for (let step = 0; step <= limit; step++) {
    trace.push(ends);
    ends = ends.slice();
    for (let diagonal = -step; diagonal <= step; diagonal += 2) {
      let x = nextX(ends, diagonal, step, at);
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x++;
      ends[at(diagonal)] = x;
      if (x >= old.length && x - diagonal >= now.length) return retrace(old, now, trace, at);
    }
  }
  return null;
}

function isDown(ends: Int32Array, diagonal: number, step: number, at: (diagonal: number) => number): boolean {
  return diagonal === -step || (diagonal !== step && (ends[at(diagonal - 1)] ?? 0) < (ends[at(diagonal + 1)] ?? 0));
}

function nextX(ends: Int32Array, diagonal: number, step: number, at: (diagonal: number) => number): number {
  return isDown(ends, diagonal, step, at) ? (ends[at(diagonal + 1)] ?? 0) : (ends[at(diagonal - 1)] ?? 0) + 1;
}

function retrace(
  old: readonly string[],
  now: readonly string[],
  trace: readonly Int32Array[],
  at: (diagonal: number) => number,
): readonly LineRun[] {
  const reversed: { kind: LineRun['kind']; line: string }[] = [];
  let [x, y] = [old.length, now.length];
  for (let step = trace.length - 1; step >= 0; step--) {
    const ends = trace[step] ?? new Int32Array();
    const diagonal = x - y;
    const from = step === 0 ? 0 : nextX(ends, diagonal, step, at);
    while (x > from && y > from - diagonal) {
      reversed.push({ kind: 'same', line: old[x - 1] ?? '' });
      x--;
      y--;
    }
    if (step === 0) break;
    if (isDown(ends, diagonal, step, at)) {
      y--;
      reversed.push({ kind: 'new', line: now[y] ?? '' });
    } else {
      x--;
      reversed.push({ kind: 'old', line: old[x] ?? '' });
    }
  }
  return joinRuns(reversed.reverse());
}

/** What a change takes away comes before what it brings, as readers of differences expect. */
function joinRuns(lines: readonly { readonly kind: LineRun['kind']; readonly line: string }[]): readonly LineRun[] {
  const runs: { kind: LineRun['kind']; lines: string[] }[] = [];
  for (const { kind, line } of lines) {
    const last = runs.at(-1);
    const before = runs.at(-2);
    if (last?.kind === kind) last.lines.push(line);
    else if (kind === 'old' && last?.kind === 'new' && before?.kind === 'old') before.lines.push(line);
    else if (kind === 'old' && last?.kind === 'new') runs.splice(-1, 0, { kind, lines: [line] });
    else runs.push({ kind, lines: [line] });
  }
  return runs;
}
