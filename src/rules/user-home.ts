import { below, type Found, lookUp } from '../image/lookup.ts';
import type { RunPlace } from '../image/lookup-program.ts';
import { barrier, may, type ProcessUser } from '../image/lookup-user.ts';
import type { Evidence } from '../model/subject.ts';
import { fail, type Judgement, notApplicable, pass, type Rule, unknown } from './rule.ts';
import { effective, fromLine, isDataImage } from './shared/effective.ts';
import { noFiles, runPlace } from './shared/image-place.ts';
import { listed, plainName } from './shared/listing.ts';
import { commandsOf, startWords } from './shared/start-command.ts';

const FIX =
  'Give the user a home of its own (`adduser` does; or `mkdir -p /home/app && chown 10001 /home/app` with `ENV HOME=/home/app`), or point `XDG_CACHE_HOME`, `UV_CACHE_DIR`, `npm_config_cache` to a writable folder.';

/** Programs that keep caches below HOME and fail without it. */
const CACHING = new Set(['npm', 'npx', 'pnpm', 'yarn', 'bun', 'bunx', 'uv', 'uvx', 'pip', 'pip3', 'pipx', 'poetry']);
const CACHE_VARIABLES = ['UV_CACHE_DIR', 'XDG_CACHE_HOME', 'npm_config_cache', 'NPM_CONFIG_CACHE'];
/** What build steps that ran as root leave behind in a home. */
const LEFT_BEHIND = ['.npm', '.cache', '.cache/uv', '.cache/pip', '.local', '.config'];

export const userHome: Rule = {
  id: 'user-home',
  title: 'The user has a home that it can write to',
  severity: { mcp: 'medium', container: 'medium', strict: 'medium' },
  why: 'A user without an entry in /etc/passwd gets `/` as its home, and a home that a build step filled as root is closed to it. Tools that keep a cache there (npx, uvx) fail at start, often without a word.',
  fix: FIX,
  aliases: [],
  examples: {
    good: [
      {
        title: 'a home that belongs to the user',
        dockerfile: 'FROM scratch\nCOPY rootfs /\nUSER 1001\nENTRYPOINT ["npx", "server"]\n',
        image: {
          files: { '/etc/passwd': 'app:x:1001:1001::/home/app:/bin/sh\n', '/home/app/': { uid: 1001, gid: 1001 } },
        },
      },
      {
        title: 'a cache elsewhere',
        dockerfile:
          'FROM scratch\nCOPY rootfs /\nENV XDG_CACHE_HOME=/tmp/cache\nUSER 4242\nENTRYPOINT ["uvx", "server"]\n',
        image: { files: { '/tmp/': { mode: 0o1777 } } },
      },
    ],
    bad: [
      {
        title: 'a number without an account, for a tool that needs a cache',
        dockerfile: 'FROM scratch\nCOPY rootfs /\nUSER 4242\nENTRYPOINT ["npx", "server"]\n',
        image: { files: { '/etc/passwd': 'root:x:0:0::/root:/bin/sh\n' } },
      },
      {
        title: 'a cache that root left in the home',
        dockerfile: 'FROM scratch\nCOPY rootfs /\nUSER app\nENTRYPOINT ["node", "server.js"]\n',
        image: {
          files: {
            '/etc/passwd': 'app:x:1001:1001::/home/app:/bin/sh\n',
            '/home/app/': { uid: 1001, gid: 1001 },
            '/home/app/.npm/': {},
          },
        },
      },
    ],
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable('Nothing can be started in this image: it carries data only.');
    const place = runPlace(evidence);
    if (place === null) return unknown(noFiles(evidence));
    if (place.user === null) return unknown('Who the user is cannot be told, so neither can its home.');
    return judgeHome(evidence, place, place.user);
  },
};

function judgeHome(evidence: Evidence, place: RunPlace, user: ProcessUser): Judgement {
  if (user.uid === 0) return pass('Root may write anywhere.');
  const home = variable(place, 'HOME') ?? user.home;
  const found = lookUp(place.files, home);
  const location = effective(evidence).user.from ?? fromLine(evidence);
  const caching = (commandsOf(startWords(evidence) ?? []) ?? []).some(([name]) => CACHING.has(baseOf(name)));
  if (found !== null && writable(user, found)) {
    const closed = LEFT_BEHIND.flatMap((name) => {
      const inner = lookUp(place.files, `${home}/${name}`);
      return inner !== null && !writable(user, inner) && below(place.files, home).length > 0 ? [inner.file] : [];
    });
    if (closed.length === 0) return pass(`Home ${plainName(home)} is writable for uid ${user.uid}.`);
    const message = `In the home of uid ${user.uid} it may not write to ${listed(closed.map(({ path }) => path))}.`;
    return fail([{ message, fix: 'Remove what build steps left there as root, or chown it to the user.', location }]);
  }
  if (CACHE_VARIABLES.some((name) => isUsable(place, user, variable(place, name)))) {
    return pass('The home is not writable, but a cache folder is set that is.');
  }
  const state = found === null ? 'does not exist' : 'is not writable for it';
  const why = caching ? ', and what is started keeps a cache there' : '';
  // A server that writes nothing needs no home: only a note then.
  return fail(
    [{ message: `Home ${plainName(home)} of uid ${user.uid} ${state}${why}.`, fix: FIX, location }],
    caching ? null : 'low',
  );
}

/** A folder that exists and is writable, or that the user can make in the folder above. */
function isUsable({ files }: RunPlace, user: ProcessUser, path: string | null): boolean {
  if (path === null || !path.startsWith('/')) return false;
  const found = lookUp(files, path);
  if (found !== null) return writable(user, found);
  const above = path.slice(0, path.replace(/\/+$/, '').lastIndexOf('/')) || '/';
  const parent = lookUp(files, above);
  return parent !== null && writable(user, parent);
}

function writable(user: ProcessUser, found: Found): boolean {
  const { file } = found;
  return (
    file.type === 'directory' && barrier(user, found) === null && may(user, 'write', file) && may(user, 'execute', file)
  );
}

function variable({ image }: RunPlace, name: string): string | null {
  const value = image.config.env.find((entry) => entry.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
  return value === '' ? null : value;
}

function baseOf(name: string | null | undefined): string {
  return (name ?? '').slice((name ?? '').lastIndexOf('/') + 1);
}
