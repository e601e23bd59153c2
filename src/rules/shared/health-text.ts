import { lookUp } from '../../image/lookup.ts';
import { findProgram, workingFolder } from '../../image/lookup-program.ts';
import type { Location } from '../../model/location.ts';
import type { Evidence } from '../../model/subject.ts';
import { SHELLS, shellText } from './command-programs.ts';
import { effective, fromLine } from './effective.ts';
import { runPlace } from './image-place.ts';
import { allCommands, type ShellStep, type ShellWords, shellSteps } from './shell-commands.ts';
import { commandsOf, healthWords } from './start-command.ts';

/** The health check that is in force, as rules look at it. */
export interface HealthText {
  /** Exec form: what is started. */
  readonly words: readonly string[];
  /** The steps of its shell text; null when no shell is started, or when the text is not understood. */
  readonly step: ShellStep | null;
  /** The shell script in the image that is started; null for programs and scripts of other languages. */
  readonly script: string | null;
  /** Every simple command, those of a script in the image included. */
  readonly commands: readonly ShellWords[];
  /** All of its text, for addresses that stand in other languages' code. */
  readonly text: string;
  readonly location: Location | null;
}

export type HealthState =
  | { readonly kind: 'none'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'set'; readonly health: HealthText };

export function healthOf(evidence: Evidence): HealthState {
  const { healthcheck, shell } = effective(evidence);
  if (!healthcheck.known)
    return { kind: 'unknown', reason: 'The base image may set a health check; only the built image can tell.' };
  const test = healthcheck.value?.test ?? [];
  if (test.length === 0) return { kind: 'none', reason: 'No health check is set.' };
  if (test[0] === 'NONE') return { kind: 'none', reason: 'HEALTHCHECK NONE is set.' };
  const words = healthWords(test, shell.known ? shell.value : null);
  if (words === null) return { kind: 'unknown', reason: 'The health check has a form that is not known.' };
  const text = SHELLS.has(baseName(words[0])) ? shellText(words.slice(1)) : null;
  const script = scriptText(evidence, words);
  const shellScript = script !== null && isShellScript(script) ? script : null;
  const scriptStep = shellScript === null ? null : shellSteps(shellScript);
  return {
    kind: 'set',
    health: {
      words,
      step: text === null ? null : shellSteps(text),
      script: shellScript,
      commands: [...commandsOf(words), ...(scriptStep === null ? [] : allCommands(scriptStep))],
      text: [...words, script ?? ''].join('\n'),
      location: healthcheck.from ?? fromLine(evidence),
    },
  };
}

/** The text of the script in the image that the check starts, such as `/healthcheck.sh` or `sh /healthcheck.sh`. */
function scriptText(evidence: Evidence, words: readonly string[]): string | null {
  const place = runPlace(evidence);
  const [name = '', first = ''] = words;
  if (place === null) return null;
  const direct = findProgram(place, name, true);
  if (direct.kind === 'runs' && direct.what.kind === 'script') return place.files.heads[direct.found.file.path] ?? null;
  const file =
    SHELLS.has(baseName(name)) && !first.startsWith('-')
      ? lookUp(place.files, first, workingFolder(place.image))
      : null;
  return file === null ? null : (place.files.heads[file.file.path] ?? null);
}

/** A script without `#!` is one that a shell was told to run. */
function isShellScript(text: string): boolean {
  return !text.includes('\0') && (!text.startsWith('#!') || /^#![^\n]{0,200}\b(ba|da|a|k|z)?sh\b/.test(text));
}

export function baseName(name: string | null | undefined): string {
  return (name ?? '').slice((name ?? '').lastIndexOf('/') + 1);
}
