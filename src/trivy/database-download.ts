import type { Host } from '../host/ports.ts';
import { UsageError, VerifyError } from '../model/failure.ts';
import type { DatabaseSettings } from './database-settings.ts';
import { trivyFailure } from './failures.ts';
import { runTrivy } from './run-trivy.ts';
import { TRIVY_TIMEOUT_OFF, WITHOUT_NETWORK_EXTRAS } from './scan-args.ts';
import type { Trivy } from './trivy.ts';
import { withWorkspace } from './workspace.ts';

/** Those that Trivy 0.74.0 asks by default, in its order. */
export const DEFAULT_DB_REPOSITORIES: readonly string[] = [
  'mirror.gcr.io/aquasec/trivy-db:2',
  'ghcr.io/aquasecurity/trivy-db:2',
];

/**
 * Lets Trivy download its database, from one repository after the other: given several, Trivy itself gives up after
 * the first on a DNS failure, 401, 403 and 404.
 *
 * @returns the repository that had it
 * @throws VerifyError with what each of them said
 */
export async function downloadDatabase(trivy: Trivy, settings: DatabaseSettings, host: Host): Promise<string> {
  const repositories = settings.repositories.length === 0 ? DEFAULT_DB_REPOSITORIES : settings.repositories;
  repositories.forEach(checkRepository);
  const deadline = host.clock.now().getTime() + settings.timeoutMs;
  const failures: VerifyError[] = [];
  await host.files.makeFolder(settings.cacheDir);
  for (const repository of repositories) {
    const timeLeft = deadline - host.clock.now().getTime();
    if (timeLeft <= 0) {
      break;
    }
    const failure = await host.progress.phase(`Advisory database from ${repository}`, () =>
      downloadFrom(repository, trivy, settings.cacheDir, timeLeft, host),
    );
    if (failure === null) {
      return repository;
    }
    host.log.debug(failure.detail);
    failures.push(failure);
  }
  throw allFailed(failures);
}

async function downloadFrom(
  repository: string,
  trivy: Trivy,
  cacheDir: string,
  timeoutMs: number,
  host: Host,
): Promise<VerifyError | null> {
  return withWorkspace(host, async (workspace) => {
    const args = [
      'image',
      '--download-db-only',
      `--db-repository=${repository}`,
      `--config=${workspace.configFile}`,
      `--cache-dir=${cacheDir}`,
      ...WITHOUT_NETWORK_EXTRAS,
      ...TRIVY_TIMEOUT_OFF,
    ];
    const run = await runTrivy(trivy.path, args, timeoutMs, workspace, host);
    return run.exitCode === 0 ? null : trivyFailure(run, `database from ${repository}`);
  });
}

function allFailed(failures: readonly VerifyError[]): VerifyError {
  const [first, ...others] = failures;
  if (first !== undefined && others.length === 0) {
    return first;
  }
  return new VerifyError(
    'trivy-database-download',
    `The advisory database could not be downloaded: ${failures.map((failure) => failure.message).join('; ')}`,
    first?.advice ?? 'Give it more time with --timeout.',
    failures.map((failure) => failure.detail).join('\n'),
  );
}

/** A registry reference; a comma would be a list to Trivy, a leading dash an option. */
function checkRepository(repository: string): void {
  if (
    !/^[a-z0-9][a-z0-9.-]*(?::\d{1,5})?(?:\/[a-z0-9._-]+)+(?::[\w.-]{1,128})?(?:@sha256:[0-9a-f]{64})?$/i.test(
      repository,
    )
  ) {
    throw new UsageError(
      'db-repository',
      `Not a repository for the advisory database: ${JSON.stringify(repository.slice(0, 120))}`,
      'Give it like ghcr.io/aquasecurity/trivy-db:2, without a scheme.',
    );
  }
}
