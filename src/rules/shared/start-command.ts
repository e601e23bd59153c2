import type { ImageConfig } from '../../model/image.ts';
import type { Evidence } from '../../model/subject.ts';
import { SHELLS, shellText, wrapped } from './command-programs.ts';
import { effective } from './effective.ts';
import { allCommands, type ShellWords, shellSteps } from './shell-commands.ts';

/** ENTRYPOINT with CMD behind it, as an engine starts them; null when a base that is not at hand could set either. */
export function startWords(evidence: Evidence): readonly string[] | null {
  const { entrypoint, cmd } = effective(evidence);
  if (!entrypoint.known || !cmd.known) return null;
  return [...(entrypoint.value ?? []), ...(cmd.value ?? [])];
}

/** What a health check starts, in exec form; null for none, `NONE` and forms that engines do not know. */
export function healthWords(test: readonly string[], shell: readonly string[] | null): readonly string[] | null {
  const [kind, ...rest] = test;
  if (kind === 'CMD') return rest;
  return kind === 'CMD-SHELL' ? [...(shell ?? ['/bin/sh', '-c']), rest[0] ?? ''] : null;
}

/**
 * The simple commands that words in exec form start: themselves, what a wrapper such as tini or `exec` among them starts,
 * and those of the text they give to a shell.
 */
export function commandsOf(words: ShellWords, depth = 0): readonly ShellWords[] {
  const [name, ...rest] = words;
  if (name === undefined || depth > DEEPEST) return [];
  const base = (name ?? '').slice((name ?? '').lastIndexOf('/') + 1);
  const text = SHELLS.has(base) ? shellText(rest) : null;
  const step = text === null ? null : shellSteps(text);
  const inner = step === null ? [wrapped(base, rest) ?? []] : allCommands(step);
  return [words, ...inner.flatMap((command) => commandsOf(command, depth + 1))];
}

/** Wrappers in wrappers: nobody nests more of them. */
const DEEPEST = 6;

/** All words that an image's own commands could name a file by. */
export function namedFiles({ entrypoint, cmd, healthcheck, shell }: ImageConfig): ReadonlySet<string> {
  const start = [...(entrypoint ?? []), ...(cmd ?? [])];
  const health = healthWords(healthcheck?.test ?? [], shell) ?? [];
  const words = [...commandsOf(start), ...commandsOf(health)].flat();
  return new Set(
    words.filter((word): word is string => word !== null && /^[\w@.+/-]{1,300}$/.test(word)).slice(0, 256),
  );
}
