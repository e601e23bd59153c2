import type { ShellRedirect } from './script.ts';

export interface Ends {
  readonly stdin: number | null;
  readonly stdout: number | null;
}

/** The pipes at the ends of a command once its redirections are in force. */
export function rerouted(redirects: readonly ShellRedirect[], ends: Ends): Ends {
  let { stdin, stdout } = ends;
  for (const { operator, descriptor, target } of redirects) {
    if (operator.startsWith('<')) {
      // `< <(…)` and `<<< "$(…)"` read what the substitution writes; a file, a heredoc or a text is no pipe.
      if (descriptor === null || descriptor === 0) stdin = target?.feeds[0] ?? null;
    } else if (descriptor === null || descriptor === 1) stdout = null;
  }
  return { stdin, stdout };
}
