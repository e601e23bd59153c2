import { readWordList } from '../../../dockerfile/shell/commands-of.ts';
import type { ShellCommand, ShellScript } from '../../../dockerfile/shell/script.ts';
import { lookUp } from '../../../image/lookup.ts';
import type { Instruction, Sourced } from '../../../model/dockerfile.ts';
import type { ImageEvidence } from '../../../model/image.ts';
import type { Location } from '../../../model/location.ts';
import type { Evidence } from '../../../model/subject.ts';
import { effective, fromLine } from '../effective.ts';

/** What the container starts: ENTRYPOINT with CMD behind it. */
export interface Start {
  readonly entrypoint: readonly string[];
  readonly cmd: readonly string[];
  readonly script: ShellScript;
  /** The program that becomes process 1, without wrappers such as `tini`; null when nothing is started. */
  readonly command: ShellCommand | null;
  /** Where it is set: CMD when it says what runs, else ENTRYPOINT. */
  readonly location: Location | null;
}

/** Null when a base that is not at hand could set it. */
export function startOf(evidence: Evidence): Start | null {
  const { entrypoint, cmd } = effective(evidence);
  if (!entrypoint.known || !cmd.known) return null;
  const words = { entrypoint: entrypoint.value ?? [], cmd: cmd.value ?? [] };
  const script = readWordList([...words.entrypoint, ...words.cmd]);
  const from = words.entrypoint.length > 0 ? entrypoint.from : cmd.from;
  return { ...words, script, command: script.commands[0] ?? null, location: from ?? fromLine(evidence) };
}

/** The instruction that set a command line, as written; null when it is the base's, or when the image says otherwise. */
export function writtenAs(
  keyword: 'ENTRYPOINT' | 'CMD',
  evidence: Evidence,
  setting: Sourced<readonly string[] | null>,
): Instruction | null {
  const { dockerfile } = evidence;
  const text = keyword === 'CMD' ? dockerfile?.config.cmd : dockerfile?.config.entrypoint;
  if (dockerfile === null || text === undefined || setting.from === null) return null;
  if (JSON.stringify(text.value) !== JSON.stringify(setting.value)) return null;
  const { startLine, file } = setting.from;
  for (const stage of dockerfile.reachable) {
    const found = dockerfile.stages[stage]?.instructions.find(
      ({ keyword: name, location }) => name === keyword && location.startLine === startLine && location.file === file,
    );
    if (found !== undefined) return found;
  }
  return null;
}

/** The beginning of a file that the image starts; null when it is not there or was not read. */
export function fileText(path: string, { files, config }: ImageEvidence): string | null {
  if (files === null) return null;
  const found = lookUp(files, path, config.workingDir === '' ? '/' : config.workingDir);
  return found === null ? null : (files.heads[found.file.path] ?? null);
}
