import { join } from 'node:path';
import * as z from 'zod';
import type { Host } from '../../host/ports.ts';
import { errorMessage } from '../../model/error-code.ts';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

const HELPER_TIMEOUT_MS = 30_000;
const MAX_CONFIG_BYTES = 4 * 1024 * 1024;

const Config = z.object({
  auths: z.record(z.string(), z.object({ auth: z.string().optional() })).catch({}),
  credHelpers: z.record(z.string(), z.string()).catch({}),
  credsStore: z.string().optional().catch(undefined),
});

const HelperAnswer = z.object({ Username: z.string(), Secret: z.string() });

/**
 * The user's login at a registry, from docker's own config file and credential helpers; null when there is none or it
 * cannot be read. It goes to that registry and its token server, and to no command line.
 */
export async function credentialsFor(registry: string, host: Host): Promise<Credentials | null> {
  try {
    const config = await readConfig(host);
    if (config === null) {
      return null;
    }
    const keys =
      registry === 'docker.io' ? ['https://index.docker.io/v1/', 'docker.io'] : [registry, `https://${registry}`];
    const helper = keys.map((key) => config.credHelpers[key]).find((name) => name !== undefined) ?? config.credsStore;
    const [server = registry] = keys;
    const fromHelper = helper === undefined ? null : await askHelper(helper, server, host);
    const stored = keys.map((key) => config.auths[key]?.auth).find((auth) => auth !== undefined && auth !== '');
    return fromHelper ?? (stored === undefined ? null : decodeAuth(stored));
  } catch (error) {
    host.log.debug(`No login for ${registry}: ${errorMessage(error)}`);
    return null;
  }
}

async function readConfig({ env, files }: Host): Promise<z.infer<typeof Config> | null> {
  const home = env.get('HOME') ?? env.get('USERPROFILE');
  const folder = env.get('DOCKER_CONFIG') ?? (home === undefined ? undefined : join(home, '.docker'));
  const file = folder === undefined ? null : join(folder, 'config.json');
  if (file === null || (await files.stat(file))?.kind !== 'file') {
    return null;
  }
  const parsed: unknown = JSON.parse(await files.readText(file, MAX_CONFIG_BYTES));
  return Config.parse(parsed);
}

/** `user:password`, base64. */
function decodeAuth(auth: string): Credentials | null {
  const text = Buffer.from(auth, 'base64').toString();
  const colon = text.indexOf(':');
  return colon < 1 ? null : { username: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** docker-credential-helpers: `docker-credential-NAME get` reads the server on standard input and writes JSON. */
async function askHelper(name: string, server: string, { exec, env }: Host): Promise<Credentials | null> {
  const program = /^[a-z0-9][a-z0-9-]{0,60}$/i.test(name) ? await exec.which(`docker-credential-${name}`) : null;
  if (program === null) {
    return null;
  }
  const result = await exec.run(program, ['get'], {
    env: env.pick(HELPER_ENVIRONMENT),
    timeoutMs: HELPER_TIMEOUT_MS,
    input: server,
  });
  if (result.exitCode !== 0) {
    return null;
  }
  const { Username: username, Secret: password } = HelperAnswer.parse(JSON.parse(result.stdout));
  return username === '' ? null : { username, password };
}

/** What helpers of keychains and clouds find their own login by. */
const HELPER_ENVIRONMENT: readonly string[] = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'SystemRoot',
  'APPDATA',
  'LOCALAPPDATA',
  'DOCKER_CONFIG',
  'DBUS_SESSION_BUS_ADDRESS',
  'XDG_RUNTIME_DIR',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_REGION',
  'AWS_PROFILE',
  'GOOGLE_APPLICATION_CREDENTIALS',
];
