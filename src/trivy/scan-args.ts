import type { Scanner } from '../settings/settings.ts';
import type { Workspace } from './workspace.ts';

/** No telemetry, no question for a newer version, no bars. Both of the first are needed to stay off check.trivy.dev. */
export const WITHOUT_NETWORK_EXTRAS = ['--disable-telemetry', '--skip-version-check', '--no-progress'] as const;

/** Time is kept by whoever starts Trivy; its own limit of five minutes must not come first. */
export const TRIVY_TIMEOUT_OFF = ['--timeout=24h'] as const;

export type ScanCache = 'fs' | 'memory';

export interface ScanArgs {
  readonly input: string;
  readonly reportFile: string;
  readonly scanners: readonly Scanner[];
  readonly cacheDir: string;
}

/**
 * One scan from which all outputs are derived: everything listed, nothing filtered, suppressed findings shown.
 * Each file that Trivy would look for in its working folder is named, so that it looks for none. It downloads nothing.
 */
export function scanArgs(scan: ScanArgs, workspace: Workspace, cache: ScanCache): readonly string[] {
  return [
    'image',
    `--input=${scan.input}`,
    `--output=${scan.reportFile}`,
    '--format=json',
    `--scanners=${scan.scanners.join(',')}`,
    '--list-all-pkgs',
    '--show-suppressed',
    `--config=${workspace.configFile}`,
    `--ignorefile=${workspace.ignoreFile}`,
    `--secret-config=${workspace.secretConfigFile}`,
    `--cache-dir=${scan.cacheDir}`,
    `--cache-backend=${cache}`,
    '--skip-db-update',
    '--skip-java-db-update',
    '--skip-check-update',
    '--skip-vex-repo-update',
    '--offline-scan',
    ...WITHOUT_NETWORK_EXTRAS,
    ...TRIVY_TIMEOUT_OFF,
  ];
}

/** Another form of a report that is there: nothing is scanned. */
export function convertArgs(
  reportFile: string,
  output: string,
  kind: 'cyclonedx' | 'spdx',
  workspace: Workspace,
): readonly string[] {
  return [
    'convert',
    `--format=${kind === 'spdx' ? 'spdx-json' : kind}`,
    `--output=${output}`,
    `--config=${workspace.configFile}`,
    `--ignorefile=${workspace.ignoreFile}`,
    '--quiet',
    ...TRIVY_TIMEOUT_OFF,
    reportFile,
  ];
}

/** The advisories of the packages that a bill of materials lists; as `scanArgs`, as far as this command knows them. */
export function sbomArgs(scan: Omit<ScanArgs, 'scanners'>, workspace: Workspace): readonly string[] {
  return [
    'sbom',
    `--output=${scan.reportFile}`,
    '--format=json',
    '--scanners=vuln',
    '--list-all-pkgs',
    '--show-suppressed',
    `--config=${workspace.configFile}`,
    `--ignorefile=${workspace.ignoreFile}`,
    `--cache-dir=${scan.cacheDir}`,
    '--cache-backend=memory',
    '--skip-db-update',
    '--skip-java-db-update',
    '--skip-vex-repo-update',
    '--offline-scan',
    ...WITHOUT_NETWORK_EXTRAS,
    ...TRIVY_TIMEOUT_OFF,
    scan.input,
  ];
}
