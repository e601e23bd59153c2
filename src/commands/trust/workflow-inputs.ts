import { posix } from 'node:path';
import { listOf, mapOf, readYaml, textOf } from '../../evidence/bases/inference/yaml-text.ts';
import type { CommitFiles } from '../../model/commit.ts';

/** Far more workflows and actions than one workflow is made of. */
const MOST_FILES = 20;

/** The part of a workflow that a run belongs to. */
export interface Place {
  /** Null: not known, so that nothing is written. */
  readonly workflowPath: string | null;
  /** Id of the job; '' for any. */
  readonly job: string;
}

/** A name in lower case, and a value that is written out. */
export type Written = readonly [name: string, text: string];

/** A step that runs an action. */
export interface WorkflowStep {
  /** `owner/name@ref`, or a path that starts with `./`. */
  readonly uses: string;
  /** Its inputs before the variables that are set for it, nearest first. An expression is the text it is. */
  readonly given: readonly (readonly [name: string, text: string | null])[];
}

export interface WorkflowInputs {
  /** All that is written out, whatever step it belongs to. */
  readonly written: readonly Written[];
  readonly steps: readonly WorkflowStep[];
}

/** A file to read, and which of its jobs count. */
interface Part {
  readonly path: string;
  /** '' for all. */
  readonly job: string;
}

/** What a workflow file says, as a commit has it, with the reusable workflows and actions of the same repository. */
export async function readWorkflow({ workflowPath, job }: Place, files: CommitFiles): Promise<WorkflowInputs> {
  const found: Written[] = [];
  const steps: WorkflowStep[] = [];
  const parts: Part[] = workflowPath === null ? [] : [{ path: workflowPath, job }];
  for (const part of parts) {
    const bytes = await files.read(part.path).catch(nothingTooLarge);
    const value = bytes === null ? null : (readYaml(new TextDecoder().decode(bytes))?.value ?? null);
    const { values, uses, ...content } = contentOf(value, part.job);
    found.push(...values);
    steps.push(...content.steps);
    for (const used of uses) {
      const isKnown = parts.some((one) => one.path === used.path && one.job === used.job);
      if (parts.length < MOST_FILES && !isKnown) parts.push(used);
    }
  }
  return { written: found, steps };
}

function nothingTooLarge(error: unknown): null {
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'EFBIG') return null;
  throw error;
}

/**
 * Of a workflow, and of an action that is made of steps. A job that calls a workflow runs jobs with ids of their own; the
 * runner may name either.
 */
function contentOf(
  value: unknown,
  job: string,
): { readonly values: readonly Written[]; readonly uses: readonly Part[]; readonly steps: readonly WorkflowStep[] } {
  const root = mapOf(value);
  const all = Object.entries(mapOf(root['jobs'])).map(([id, content]) => ({
    isOurs: ['', id].includes(job),
    ...mapped(content),
  }));
  const ours = [...all.filter(({ isOurs }) => isOurs), mapped(root['runs'])].map(({ content }) => content);
  const steps = ours.flatMap((one) => listOf(one['steps'])).map(mapOf);
  const maps = [...steps.map((step) => step['with']), ...[root, ...ours, ...steps].map((part) => part['env'])];
  return {
    values: maps.flatMap((map) => Object.entries(mapOf(map)).flatMap(written)),
    steps: ours.flatMap((one) => listOf(one['steps']).map((step) => stepOf(mapOf(step), one['env'], root['env']))),
    uses: [
      ...all.flatMap(({ isOurs, content }) => usedBy(content, isOurs ? '' : job)),
      ...steps.flatMap((step) => usedBy(step, '')),
    ],
  };
}

function mapped(value: unknown): { readonly content: Readonly<Record<string, unknown>> } {
  return { content: mapOf(value) };
}

function usedBy(content: Readonly<Record<string, unknown>>, job: string): readonly Part[] {
  return filesOf(textOf(content['uses']) ?? '').map((path) => ({ path, job }));
}

function stepOf(step: Readonly<Record<string, unknown>>, ...around: readonly unknown[]): WorkflowStep {
  const maps = [step['with'], step['env'], ...around].map(mapOf);
  const given = maps.flatMap((map) =>
    Object.entries(map).map(([name, value]) => [name.toLowerCase(), textOf(value)] as const),
  );
  return { uses: textOf(step['uses']) ?? '', given };
}

/** What an expression gives is not written in the file. */
function written([name, value]: [string, unknown]): readonly Written[] {
  const text = textOf(value);
  return text === null || text.includes('${{') ? [] : [[name.toLowerCase(), text]];
}

/** A path in the same repository: a workflow, or the folder of an action. */
function filesOf(uses: string): readonly string[] {
  if (!uses.startsWith('./')) return [];
  const path = posix.normalize(uses.slice(2));
  if (path.startsWith('..')) return [];
  return /\.ya?ml$/.test(path) ? [path] : [posix.join(path, 'action.yml'), posix.join(path, 'action.yaml')];
}
