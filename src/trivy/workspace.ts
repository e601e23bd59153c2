import { join } from 'node:path';
import type { Host } from '../host/ports.ts';

/**
 * Where one run of Trivy lives: an empty working folder and an environment of our own. Trivy takes its settings from
 * `trivy.yaml`, `.trivyignore` and `trivy-secret.yaml` of the working folder and from any `TRIVY_*` variable; a change
 * under review could switch the scan off with each of them.
 */
export interface Workspace {
  readonly cwd: string;
  readonly configFile: string;
  readonly ignoreFile: string;
  readonly secretConfigFile: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Makes a workspace, gives it to `work` and removes it. */
export async function withWorkspace<T>(host: Host, work: (workspace: Workspace) => Promise<T>): Promise<T> {
  const folder = await host.files.makeTempFolder();
  try {
    return await work(await makeWorkspace(folder, host));
  } finally {
    await host.files.remove(folder);
  }
}

async function makeWorkspace(folder: string, host: Host): Promise<Workspace> {
  const [cwd, home, temp] = [join(folder, 'work'), join(folder, 'home'), join(folder, 'tmp')];
  const configFile = join(folder, 'trivy.yaml');
  const ignoreFile = join(folder, 'ignore');
  const secretConfigFile = join(folder, 'secret.yaml');
  await Promise.all([
    ...[cwd, home, temp].map((path) => host.files.makeFolder(path)),
    host.files.writeText(configFile, ''),
    host.files.writeText(ignoreFile, ''),
    // Trivy cannot decode an empty file here; an empty object leaves all its built-in secret rules on.
    host.files.writeText(secretConfigFile, '{}\n'),
  ]);
  return {
    cwd,
    configFile,
    ignoreFile,
    secretConfigFile,
    env: {
      ...host.env.pick(PASSED_ON),
      ...goRuntime(host.machine.memory),
      HOME: home,
      // Empty: whatever Trivy would fetch, it has no login for it.
      DOCKER_CONFIG: home,
      USERPROFILE: home,
      TMPDIR: temp,
      TEMP: temp,
      TMP: temp,
    },
  };
}

/** All that Trivy sees of our own environment: no credentials and no proxy, because it is given all that it needs. */
const PASSED_ON: readonly string[] = ['PATH', 'SystemRoot'];

/**
 * Trivy spends a fifth of its time on collecting memory that it could leave lying for the minutes it lives. It collects
 * less often here, and as often as ever before half of the machine's memory is taken (https://go.dev/doc/gc-guide).
 */
function goRuntime(memory: number): Readonly<Record<string, string>> {
  return { GOGC: '400', GOMEMLIMIT: `${Math.floor(memory / 2)}` };
}
