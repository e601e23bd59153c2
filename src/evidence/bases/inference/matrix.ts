import { listOf, mapOf, textOf } from './yaml-text.ts';

/** The values of one job of a matrix, as `matrix.NAME` reads them. */
export type MatrixJob = Readonly<Record<string, unknown>>;

const MOST = 256;

/**
 * The jobs of a matrix that is written out (docs.github.com, "Running variations of jobs in a workflow"): the product of
 * its lists without what `exclude` names, extended by `include`. One job without values when there is none.
 */
export function matrixJobs(strategy: unknown): readonly MatrixJob[] {
  const { include, exclude, ...axes } = mapOf(mapOf(strategy)['matrix']);
  const lists = Object.entries(axes).filter(([, values]) => Array.isArray(values));
  let jobs: Record<string, unknown>[] = [{}];
  for (const [name, values] of lists) {
    jobs = jobs.flatMap((job) => listOf(values).map((value) => ({ ...job, [name]: value }))).slice(0, MOST);
  }
  const dropped = listOf(exclude).map(mapOf);
  const kept = jobs.filter((job) => !dropped.some((entry) => agrees(job, entry, Object.keys(entry))));
  const names = lists.map(([name]) => name);
  const result = lists.length === 0 && listOf(include).length > 0 ? [] : kept;
  for (const entry of listOf(include).slice(0, MOST).map(mapOf)) {
    const overlap = Object.keys(entry).filter((key) => names.includes(key));
    const extended = lists.length === 0 ? [] : result.filter((job) => agrees(job, entry, overlap));
    if (extended.length === 0) result.push({ ...entry });
    for (const job of extended) Object.assign(job, entry);
  }
  return result;
}

function agrees(job: MatrixJob, entry: MatrixJob, keys: readonly string[]): boolean {
  return keys.every((key) => textOf(job[key]) === textOf(entry[key]) && textOf(entry[key]) !== null);
}
