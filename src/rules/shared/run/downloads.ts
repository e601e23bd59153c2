import type { ShellCommand, ShellWord } from '../../../dockerfile/shell/script.ts';
import type { DockerfileEvidence, Instruction } from '../../../model/dockerfile.ts';
import { type Fetch, fetchOf, outputFile } from './fetches.ts';
import { flowFrom } from './flow.ts';
import { type ScriptRun, scriptRuns } from './run-rule.ts';
import { usesOf } from './unpacks.ts';
import { verificationsOf } from './verifications.ts';
import { type Lookup, lastPart, spelled, variablesOf } from './words.ts';

/** A file that came from the network. */
export interface Download {
  /** Without its folder; '' when only the running shell knows it. */
  readonly name: string;
  readonly fetch: Fetch;
  readonly instruction: Instruction;
  /** The first command that unpacks, installs or runs it, and where; null while there is none. */
  use: { readonly program: string; readonly instruction: Instruction } | null;
  verified: boolean;
}

/** Downloads of a stage by the names of their files. */
type Files = Map<string, Set<Download>>;

/** More than any real Dockerfile has. */
const MOST_FILES = 200;

/** Every download into a file, followed through the RUN instructions of its stage and of the stages built upon it. */
export function downloadsOf(dockerfile: DockerfileEvidence): readonly Download[] {
  const found: Download[] = [];
  const atEnd = new Map<number, Files>();
  const runs = Map.groupBy(scriptRuns(dockerfile), ({ stage }) => stage);
  for (const stage of dockerfile.reachable) {
    const parent = dockerfile.stages[stage]?.parent ?? null;
    const files: Files = new Map(parent === null ? [] : atEnd.get(parent));
    for (const run of runs.get(stage) ?? []) followRun(run, variablesOf(dockerfile, run.script), files, found);
    atEnd.set(stage, files);
  }
  markStart(dockerfile, atEnd.get(dockerfile.target) ?? new Map());
  return found;
}

/** What the container starts is run too: `java -jar /app.jar`. */
function markStart({ config, stages, target }: DockerfileEvidence, files: Files): void {
  for (const { value, from } of [config.entrypoint, config.cmd]) {
    const instruction = stages[target]?.instructions.find(({ location }) => location === from);
    if (instruction === undefined) continue;
    for (const word of (value ?? []).slice(0, MOST_FILES))
      for (const download of files.get(lastPart(word)) ?? [])
        download.use ??= { program: instruction.keyword, instruction };
  }
}

function followRun(run: ScriptRun, lookup: Lookup, files: Files, found: Download[]): void {
  const { script, instruction } = run;
  const fetches = new Map(script.commands.map((command) => [command.index, fetchOf(command, lookup)]));
  if (files.size === 0 && [...fetches.values()].every((fetch) => fetch === null)) return;
  const flow = flowFrom(script, ({ index }) => fetches.get(index)?.toOutput === true);
  const piped = script.commands
    .map(({ index }) => fetches.get(index) ?? null)
    .find((fetch) => fetch?.toOutput === true);
  for (const command of script.commands) {
    const fetch = fetches.get(command.index) ?? null;
    if (fetch !== null && (fetch.files.length > 0 || fetch.unnamed)) {
      add(files, fetch.files, { fetch, instruction, use: null, verified: false }, found);
    } else if (piped !== undefined && piped !== null && flow.commands.has(command.index)) {
      const written = writtenFiles(command).map((word) => lastPart(spelled(word, lookup)));
      if (written.length > 0) add(files, written, { fetch: piped, instruction, use: null, verified: false }, found);
    }
    rename(files, command, lookup);
    if (fetch === null) markUses(files, command, instruction, lookup);
  }
  if (files.size === 0) return;
  for (const { texts } of verificationsOf(script, lookup)) verify(files, texts);
}

function add(files: Files, names: readonly string[], download: Omit<Download, 'name'>, found: Download[]): void {
  for (const name of names.length === 0 ? [''] : names) {
    if (files.size >= MOST_FILES) return;
    const one = { ...download, name };
    found.push(one);
    files.set(name, new Set([one]));
  }
}

/** Where a command puts what it reads. */
function writtenFiles(command: ShellCommand): readonly ShellWord[] {
  const output = outputFile(command);
  const { name, words } = command;
  const tee = name === 'tee' ? words.slice(1).filter(({ shown }) => !shown.startsWith('-')) : [];
  return output === null ? tee : [...tee, output];
}

/** `mv`, `cp`, `ln`: the same content under another name. */
function rename(files: Files, { name, words }: ShellCommand, lookup: Lookup): void {
  if (name !== 'mv' && name !== 'cp' && name !== 'ln' && name !== 'install') return;
  const paths = words
    .slice(1)
    .filter(({ shown }) => !shown.startsWith('-'))
    .map((word) => spelled(word, lookup));
  const target = paths.at(-1);
  if (target === undefined || paths.length < 2 || target.endsWith('/')) return;
  for (const path of paths.slice(0, -1)) {
    const downloads = files.get(lastPart(path));
    if (downloads !== undefined) files.set(lastPart(target), downloads);
  }
}

function markUses(files: Files, command: ShellCommand, instruction: Instruction, lookup: Lookup): void {
  if (files.size === 0) return;
  const program = command.name ?? 'the shell';
  for (const word of usesOf(command).files) {
    for (const download of named(files, lastPart(spelled(word, lookup)))) download.use ??= { program, instruction };
  }
}

/** Downloads by the name of a file, which may be a pattern; what has no name that could be told is any name with a variable. */
function named(files: Files, name: string): Iterable<Download> {
  const exact = files.get(name);
  if (exact !== undefined) return exact;
  const star = name.indexOf('*');
  if (star >= 0) {
    const [head, tail] = [name.slice(0, star), name.slice(name.lastIndexOf('*') + 1)];
    return [...files].flatMap(([file, downloads]) =>
      file.length >= head.length + tail.length && file.startsWith(head) && file.endsWith(tail) ? [...downloads] : [],
    );
  }
  return /[$`]/.test(name) ? (files.get('') ?? []) : [];
}

/** A check that names downloads holds for these, any other for all that are there. */
function verify(files: Files, texts: readonly string[]): void {
  const all = [...files];
  const spoken = all.filter(([file]) => file !== '' && texts.some((text) => text.includes(file)));
  for (const [, downloads] of spoken.length > 0 ? spoken : all)
    for (const download of downloads) download.verified = true;
}
