import { createHash } from 'node:crypto';
import { type ReachableRun, runsOf } from '../../../dockerfile/shell/runs.ts';
import type { ShellScript } from '../../../dockerfile/shell/script.ts';
import type { DockerfileEvidence } from '../../../model/dockerfile.ts';
import type { Severity } from '../../../model/severity.ts';
import type { Evidence } from '../../../model/subject.ts';
import { type Fault, fail, type Judgement, pass, unknown } from '../../rule.ts';

/** A RUN whose shell can be read. */
export interface ScriptRun extends ReachableRun {
  readonly script: ShellScript;
}

/** What a rule finds in the RUN instructions of one Dockerfile. */
export interface RunFindings {
  readonly faults: readonly Fault[];
  /** Why something could not be decided, in whole sentences. */
  readonly open?: readonly string[];
}

/** The RUN instructions of the reachable stages that can be read. */
export function scriptRuns(dockerfile: DockerfileEvidence): readonly ScriptRun[] {
  return runsOf(dockerfile).flatMap((run) => (run.script === null ? [] : { ...run, script: run.script }));
}

/**
 * The frame of rules about RUN: faults first, then what could not be read or decided, else content. What cannot be
 * decided weighs no more than a warning: it must not stop a gate that has nothing else to say.
 */
export function judgeRuns(
  { dockerfile }: Evidence,
  find: (dockerfile: DockerfileEvidence) => RunFindings,
  content: string,
): Judgement {
  if (dockerfile === null) return unknown('Without the Dockerfile nothing tells how the image was built.', 'low');
  const { faults, open = [] } = find(dockerfile);
  if (faults.length > 0) return fail(withPlaces(faults));
  const unread = runsOf(dockerfile).find(({ script }) => script === null || !script.complete);
  if (unread !== undefined) {
    return unknown(`What RUN does on line ${unread.instruction.location.startLine} cannot be read.`, 'medium');
  }
  const [reason] = open;
  return reason === undefined ? pass(content) : unknown(reason, OPEN);
}

const OPEN: Severity = 'low';

/**
 * The place of a command: a sum of its text without numbers and sums, so that neither a moved line nor a new version
 * makes another finding of it.
 */
export function commandPlace(text: string): string {
  const stable = text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[0-9a-f]{7,}/gi, '#')
    .replaceAll(/[0-9]+/g, '#');
  return `run:${createHash('sha256').update(stable).digest('hex').slice(0, 12)}`;
}

/** Tells repetitions of one command apart. */
function withPlaces(faults: readonly Fault[]): readonly Fault[] {
  const seen = new Map<string, number>();
  return faults.map((fault) => {
    const place = fault.place ?? '';
    const count = (seen.get(place) ?? 0) + 1;
    seen.set(place, count);
    return count === 1 ? fault : { ...fault, place: `${place}#${count}` };
  });
}
