import type { ShellCommand, ShellWord } from '../../../dockerfile/shell/script.ts';
import { executionOf } from './executions.ts';
import { type Fetch, fetchOf } from './fetches.ts';
import { flowFrom } from './flow.ts';
import type { ScriptRun } from './run-rule.ts';
import { usesOf } from './unpacks.ts';
import type { Lookup } from './words.ts';

/** What comes from the network and is never a file that could be checked. */
export interface PipedFetch {
  readonly fetch: Fetch;
  /** The command that runs or unpacks it. */
  readonly consumer: ShellCommand;
  readonly how: 'runs' | 'unpacks';
}

/** `curl … | sh`, `sh -c "$(curl …)"`, `bash <(curl …)`, `eval "$(curl …)"`, `curl … | tar x`, and their like. */
export function pipedFetches({ script }: ScriptRun, lookup: Lookup): readonly PipedFetch[] {
  const fetches = script.commands.map((command) => fetchOf(command, lookup));
  const sources = fetches.filter((fetch) => fetch?.toOutput === true);
  const [first] = sources;
  if (first === undefined || first === null) return [];
  const flow = flowFrom(script, ({ index }) => fetches[index]?.toOutput === true);
  const fed = ({ feeds }: ShellWord): boolean => feeds.some((pipe) => flow.pipes.has(pipe));
  // `SCRIPT=$(curl …)` and then `eval "$SCRIPT"`.
  const held = new Set(
    script.commands.flatMap(({ assignments }) =>
      assignments.flatMap(({ name, value }) => (value !== null && fed(value) ? name : [])),
    ),
  );
  const holds = ({ pieces }: ShellWord): boolean =>
    pieces?.length === 1 && pieces[0]?.kind === 'variable' && held.has(pieces[0].name);
  return script.commands.flatMap((consumer): PipedFetch[] => {
    const fetch = nearest(sources, consumer) ?? first;
    const run = executionOf(consumer);
    if (run !== null) {
      const words = [...run.code, ...(run.file === null ? [] : [run.file])];
      const input =
        run.readsInput &&
        (flow.reaches(consumer) ||
          consumer.redirects.some(({ operator, target }) => operator === '<<<' && target !== null && holds(target)));
      return input || words.some(fed) || run.code.some(holds) ? [{ fetch, consumer, how: 'runs' }] : [];
    }
    const uses = usesOf(consumer);
    const unpacks =
      (uses.input && flow.reaches(consumer)) || (uses.files.some(fed) && consumer.words[0]?.feeds.length === 0);
    return unpacks ? [{ fetch, consumer, how: 'unpacks' }] : [];
  });
}

/** The last source before the consumer, or the first after it. */
function nearest(sources: readonly (Fetch | null)[], consumer: ShellCommand): Fetch | null {
  return sources.findLast((fetch) => fetch !== null && fetch.command.index < consumer.index) ?? null;
}
