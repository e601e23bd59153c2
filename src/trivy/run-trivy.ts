import type { ExecResult, Host } from '../host/ports.ts';
import { errorCode } from '../model/error-code.ts';
import { VerifyError } from '../model/failure.ts';
import type { Workspace } from './workspace.ts';

export interface TrivyRun extends ExecResult {
  /** Program and arguments, for messages. They hold no secrets. */
  readonly argv: readonly string[];
}

/**
 * Runs a Trivy executable in a workspace.
 * @throws VerifyError `trivy-start` when it cannot be started
 */
export async function runTrivy(
  path: string,
  args: readonly string[],
  timeoutMs: number,
  workspace: Workspace,
  host: Host,
  signal?: AbortSignal,
): Promise<TrivyRun> {
  const argv = [path, ...args];
  host.log.debug(`run: ${argv.join(' ')}`);
  try {
    const result = await host.exec.run(path, args, {
      cwd: workspace.cwd,
      env: workspace.env,
      timeoutMs,
      signal,
      onStderrLine: (line) => host.log.debug(`trivy: ${line}`),
    });
    return { ...result, argv };
  } catch (error) {
    const code = errorCode(error);
    if (!START_ERRORS.has(code)) {
      throw error;
    }
    throw new VerifyError(
      'trivy-start',
      `Trivy at ${path} could not be started: ${code}`,
      'Check that the file is an executable for this machine and that its file system allows execution.',
      argv.join(' '),
    );
  }
}

const START_ERRORS: ReadonlySet<string> = new Set([
  'ENOENT',
  'EACCES',
  'EPERM',
  'ENOEXEC',
  'ENOMEM',
  'EAGAIN',
  'UNKNOWN',
]);
