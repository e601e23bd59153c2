import { isDeepStrictEqual } from 'node:util';
import { evaluateDockerfile } from '../dockerfile/evaluate.ts';
import { DockerfileError, readDockerfile } from '../dockerfile/read.ts';
import type { DockerfileEvidence, EffectiveConfig } from '../model/dockerfile.ts';
import type { TextEdit } from '../model/text-edit.ts';
import type { RuleOptions } from '../rules/rule.ts';
import type { Fixer, Proposal } from './fixer.ts';
import { applyEdits } from './source/apply-edits.ts';

/** A Dockerfile's text, read on its own: what its bases bring is the same before and after, and left out. */
export interface Read {
  readonly source: string;
  readonly evidence: DockerfileEvidence;
}

/** Fixable rules ask for none of them. */
const OPTIONS: RuleOptions = { profile: 'strict', transport: 'auto', allowedBases: [], allowedPorts: null };

/** Null for a text that BuildKit would reject. */
export function readAlone(source: string, { file, target }: Pick<DockerfileEvidence, 'file' | 'target'>): Read | null {
  try {
    const options = { target: String(target), buildArgs: {}, platform: 'linux/amd64', baseConfig: () => null };
    const evidence = evaluateDockerfile(readDockerfile(source, file), { ...options, assumeBuilds: true });
    return { source, evidence };
  } catch (error) {
    if (error instanceof DockerfileError) return null;
    throw error;
  }
}

/**
 * Why a proposal must not be made, or null: the text with its edits is read and evaluated again. The rule has to find less,
 * the effective config may differ in what the proposal says alone, and all other instructions have to be the same.
 */
export function prove({ rule }: Fixer, { edits, config }: Proposal, before: Read): string | null {
  if (edits.length === 0) return 'there is nothing to change';
  const after = readAlone(applyEdits(before.source, edits), before.evidence);
  if (after === null) return 'the file would not build';
  const [old, now] = [before.evidence, after.evidence];
  if (!sameStages(old, now)) return 'other stages would be built';
  if (!keepsInstructions(old, now, edits)) return 'other instructions would change';
  for (const key of Object.keys(old.config) as (keyof EffectiveConfig)[]) {
    const wanted = config[key];
    const isRight =
      wanted === undefined
        ? isDeepStrictEqual(values(old.config[key]), values(now.config[key]))
        : isDeepStrictEqual(values(now.config[key]), wanted);
    if (!isRight) return `the effective ${key} would be another one`;
  }
  const faults = ({ evidence }: Read): number =>
    rule.judge({ dockerfile: evidence, image: null, scan: null, repository: null }, OPTIONS).violations.length;
  // What only the base shows is no fault here before, and none may come up.
  return faults(after) < Math.max(1, faults(before)) ? null : 'the rule would find it again';
}

/** Without places, which edits move, and without what is only not known. */
function values(setting: EffectiveConfig[keyof EffectiveConfig]): unknown {
  return 'entries' in setting ? setting.entries.map(({ value }) => value) : setting.value;
}

function sameStages(a: DockerfileEvidence, b: DockerfileEvidence): boolean {
  const shape = ({ stages, reachable }: DockerfileEvidence): unknown => [
    reachable,
    stages.map(({ name, parent, platform, base }) => [name, parent, platform, withoutDigest(base ?? '')]),
  ];
  return isDeepStrictEqual(shape(a), shape(b));
}

function withoutDigest(reference: string): string {
  return reference.replace(/@.*$/, '');
}

/** All instructions that no edit touches have to be there in their order; what comes besides are the edited ones. */
function keepsInstructions(old: DockerfileEvidence, now: DockerfileEvidence, edits: readonly TextEdit[]): boolean {
  const isTouched = (startLine: number, endLine: number): boolean =>
    edits.some(
      (edit) =>
        edit.startLine <= endLine && (edit.endLine > startLine || (edit.endLine === startLine && edit.endColumn > 1)),
    );
  return old.stages.every(({ instructions }, index) => {
    const kept = instructions.filter(({ location }) => !isTouched(location.startLine, location.endLine));
    const found = now.stages[index]?.instructions ?? [];
    const most = instructions.length + edits.length;
    let at = 0;
    for (const { location: _, ...one } of found) {
      const { location: __, ...next } = kept[at] ?? { location: null };
      if (isDeepStrictEqual(one, next)) at += 1;
    }
    return at === kept.length && found.length <= most;
  });
}
