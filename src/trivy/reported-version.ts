import type { Host } from '../host/ports.ts';
import { VerifyError } from '../model/failure.ts';
import { describeRun, trivyFailure } from './failures.ts';
import { runTrivy } from './run-trivy.ts';
import { withWorkspace } from './workspace.ts';

const PATIENCE_MS = 60_000;

/**
 * The version that an executable reports.
 * @throws VerifyError `trivy-start`, `trivy-not-trivy` or that of the failure
 */
export async function reportedVersion(path: string, timeoutMs: number, host: Host): Promise<string> {
  return withWorkspace(host, async (workspace) => {
    const args = ['--version', `--config=${workspace.configFile}`, `--cache-dir=${workspace.cwd}`];
    const run = await runTrivy(path, args, Math.min(timeoutMs, PATIENCE_MS), workspace, host);
    if (run.exitCode !== 0) {
      throw trivyFailure(run, `version of ${path}`);
    }
    const version = /^Version: v?([0-9A-Za-z][0-9A-Za-z.+-]{0,63})\r?$/m.exec(run.stdout)?.[1];
    if (version === undefined) {
      throw new VerifyError(
        'trivy-not-trivy',
        `The executable ${path} does not answer --version as Trivy does`,
        'Name the executable of Trivy itself with --trivy-path.',
        describeRun(run),
      );
    }
    return version;
  });
}
