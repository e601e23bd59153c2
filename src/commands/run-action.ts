import type { ActionsStep, Artifacts, GitHubApi, Host } from '../host/ports.ts';
import { detailOf, problemOf } from '../model/failure.ts';
import { rawFromInputs } from '../settings/from-inputs.ts';
import { givenBy } from '../settings/precedence.ts';

/** What the action needs besides the host: the step it runs in, and ways to GitHub. */
export interface ActionPorts {
  readonly host: Host;
  readonly step: ActionsStep;
  readonly artifacts: Artifacts;
  readonly connect: (token: string, apiUrl: string) => GitHubApi;
}

/** The action: inputs → verdict → all that people see of it. Resolves with the exit code. */
export async function runAction(ports: ActionPorts): Promise<number> {
  const { env } = ports.host;
  try {
    const raw = rawFromInputs((name) => env.get(name));
    // Wrong inputs are told before the engines are loaded.
    const asked = givenBy(raw, (name) => env.get(name)).load();
    const { judgeAndPublish } = await import('./judge-and-publish.ts');
    return await judgeAndPublish(raw, asked, ports);
  } catch (error) {
    return giveUp(error, ports);
  }
}

/** When there is no verdict: what is wrong, where, and what to do, without a stack trace. */
function giveUp(error: unknown, { host, step }: ActionPorts): number {
  step.output('verdict', 'error');
  const problem = problemOf(error);
  host.log.error(
    problem === null
      ? `This is a fault of image-gate: ${String(error)}. Please report it.`
      : `${problem.message} ${problem.advice}`,
  );
  host.log.debug(detailOf(error));
  return problem?.kind === 'usage' ? 2 : 3;
}
