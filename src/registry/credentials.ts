import { join } from 'node:path';
import * as z from 'zod';
import type { Host } from '../host/ports.ts';
import { errorMessage } from '../model/error-code.ts';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

const HELPER_TIMEOUT_MS = 30_000;
const MAX_CONFIG_BYTES = 4 * 1024 * 1024;

const Auth = z.object({
  auth: z.string().optional(),
  username: z.string().optional(),
  password: z.string().optional(),
});

const Config = z.object({
  auths: z.record(z.string(), Auth).catch({}),
  credHelpers: z.record(z.string(), z.string()).catch({}),
  credsStore: z.string().optional().catch(undefined),
});

const HelperAnswer = z.object({ Username: z.string(), Secret: z.string() });

/** The login at a registry, and in words where it was looked for: for the message when it does not help. */
export interface Login {
  readonly credentials: Credentials | null;
  readonly source: string;
}

/**
 * The user's login at a registry, from docker's own config file and credential helpers; none when there is none or it
 * cannot be read. It goes to that registry and its token server, and to no command line.
 */
export async function findLogin(registry: string, host: Host): Promise<Login> {
  const file = configFile(host);
  if (file === null)
    return none('no config file of docker to look for a login in: neither DOCKER_CONFIG nor HOME is set');
  try {
    return await lookUp(registry, file, host);
  } catch (error) {
    host.log.debug(`No login for ${registry}: ${errorMessage(error)}`);
    return none(`${file} cannot be read`);
  }
}

function none(source: string): Login {
  return { credentials: null, source };
}

async function lookUp(registry: string, file: string, host: Host): Promise<Login> {
  if ((await host.files.stat(file))?.kind !== 'file') return none(`no login: there is no ${file}`);
  const config = Config.parse(JSON.parse(await host.files.readText(file, MAX_CONFIG_BYTES)));
  const keys =
    registry === 'docker.io' ? ['https://index.docker.io/v1/', 'docker.io'] : [registry, `https://${registry}`];
  const helper = keys.map((key) => config.credHelpers[key]).find((name) => name !== undefined) ?? config.credsStore;
  const [server = registry] = keys;
  const answer = helper === undefined ? null : await askHelper(helper, server, host).catch(() => null);
  if (answer !== null && answer.username !== IDENTITY_TOKEN) {
    return { credentials: answer, source: `the login that docker-credential-${helper} gave is not enough` };
  }
  const stored = keys.map((key) => storedLogin(config.auths[key])).find((login) => login !== null);
  if (stored !== undefined && stored !== null) {
    return { credentials: stored, source: `the login in ${file} is not enough` };
  }
  if (answer !== null) {
    return none(
      `docker-credential-${helper} has an identity token for it, which cannot be used: log in with a password or token`,
    );
  }
  return none(
    `no login for ${registry} in ${file}${helper === undefined ? '' : `, nor from docker-credential-${helper}`}`,
  );
}

/** Helpers mark with it a token that is only good for getting another one. */
const IDENTITY_TOKEN = '<token>';

function configFile({ env }: Host): string | null {
  const home = env.get('HOME') ?? env.get('USERPROFILE');
  const folder = env.get('DOCKER_CONFIG') ?? (home === undefined ? undefined : join(home, '.docker'));
  return folder === undefined ? null : join(folder, 'config.json');
}

function storedLogin(stored: z.infer<typeof Auth> | undefined): Credentials | null {
  const { auth = '', username = '', password = '' } = stored ?? {};
  if (auth !== '') return decodeAuth(auth);
  return username === '' || password === '' ? null : { username, password };
}

/** `user:password`, base64. */
function decodeAuth(auth: string): Credentials | null {
  // Docker itself once ended them with zero bytes.
  const text = Buffer.from(auth, 'base64').toString().replace(/\0+$/, '');
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
