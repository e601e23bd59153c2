import { lookUp } from '../image/lookup.ts';
import { findProgram, type RunPlace, searchPath, workingFolder } from '../image/lookup-program.ts';
import type { Evidence } from '../model/subject.ts';
import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';
import { effective, fromLine, isDataImage } from './shared/effective.ts';
import { runPlace } from './shared/image-place.ts';
import { listed, plainName } from './shared/listing.ts';
import { allCommands, type ShellWords, shellSteps } from './shared/shell-commands.ts';
import { commandsOf, startWords } from './shared/start-command.ts';

const FIX =
  'Install when building and start what is installed: `RUN npm ci --omit=dev` and `CMD ["node", "server.js"]`; `RUN uv sync --frozen` and `CMD ["/app/.venv/bin/server"]`.';

export const runtimeInstall: Rule = {
  id: 'runtime-install',
  title: 'Nothing is downloaded when the container starts',
  severity: { mcp: 'medium', container: 'medium', strict: 'medium' },
  why: 'What `npx -y` or `uvx` fetch at start was never scanned, differs from day to day, and fails without a network. One bad release upstream breaks every container at its next start.',
  fix: FIX,
  aliases: [],
  examples: {
    good: [
      { title: 'what was installed is started', dockerfile: 'FROM scratch\nENTRYPOINT ["node", "/app/server.js"]\n' },
      {
        title: 'uv that may not fetch',
        dockerfile: 'FROM scratch\nENTRYPOINT ["uv", "run", "--frozen", "--offline", "server"]\n',
      },
      {
        title: 'npx of a package that is installed',
        dockerfile: 'FROM scratch\nWORKDIR /app\nENTRYPOINT ["npx", "time-server"]\n',
        image: {
          files: { '/app/node_modules/.bin/time-server': { mode: 0o755 }, '/usr/local/bin/npx': { program: 'amd64' } },
        },
      },
    ],
    bad: [
      { title: 'npx', dockerfile: 'FROM scratch\nENTRYPOINT ["npx", "-y", "@acme/server"]\n' },
      { title: 'a version tag', dockerfile: 'FROM scratch\nCMD npx @acme/server@latest\n' },
      { title: 'uvx', dockerfile: 'FROM scratch\nENTRYPOINT ["uvx", "acme-server"]\n' },
      {
        title: 'an install in the start command',
        dockerfile: 'FROM scratch\nCMD pip install -r requirements.txt && python server.py\n',
      },
      {
        title: 'in the script that is started',
        dockerfile: 'FROM scratch\nCOPY rootfs /\nENTRYPOINT ["/start.sh"]\n',
        image: {
          files: {
            '/bin/sh': { program: 'amd64' },
            '/start.sh': { mode: 0o755, content: '#!/bin/sh\nnpm install\nexec node server.js\n' },
          },
        },
      },
    ],
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable('Nothing can be started in this image: it carries data only.');
    const words = startWords(evidence);
    if (words === null) return unknown('The base image may set what is started; only the built image can tell.');
    const place = runPlace(evidence);
    const found = [...commandsOf(words), ...scriptCommands(place, words)].map((command) =>
      fetches(command, evidence, place),
    );
    const { entrypoint, cmd } = effective(evidence);
    const location = (cmd.value === null ? entrypoint.from : (cmd.from ?? entrypoint.from)) ?? fromLine(evidence);
    const certain = [...new Set(found.flatMap((what) => (what?.certain === true ? what.text : [])))];
    if (certain.length > 0)
      return fail([{ message: `What is started fetches code: ${listed(certain)}.`, fix: FIX, location }]);
    const open = [...new Set(found.flatMap((what) => what?.text ?? []))];
    if (open.length > 0) return unknown(`Whether it fetches depends on what is installed: ${listed(open)}.`);
    return pass('Nothing that is started fetches code, as far as the commands tell.');
  },
};

interface Fetch {
  readonly text: string;
  /** False when it only fetches what is not installed, and that could not be seen. */
  readonly certain: boolean;
}

/** The commands of the shell script in the image that is started. */
function scriptCommands(place: RunPlace | null, words: readonly string[]): readonly ShellWords[] {
  if (place === null) return [];
  return words.slice(0, 2).flatMap((word) => {
    const state = findProgram(place, word, true);
    const file =
      state.kind === 'runs'
        ? state.found
        : /\.sh$/.test(word)
          ? lookUp(place.files, word, workingFolder(place.image))
          : null;
    const head = file === null ? '' : (place.files.heads[file.file.path] ?? '');
    const isShell = /^#![^\n]{0,100}\b(ba|da|a|z|k)?sh\b/.test(head) || (/\.sh$/.test(word) && !head.includes('\0'));
    const step = isShell ? shellSteps(head) : null;
    return step === null ? [] : allCommands(step);
  });
}

/** Verbs that install, by program. */
const INSTALLS: Readonly<Record<string, RegExp>> = {
  npm: /^(i|in|install|ci|add|update|up|upgrade)$/,
  yarn: /^(install|add|upgrade|dlx)$/,
  pnpm: /^(i|install|add|update|up|dlx)$/,
  bun: /^(i|install|add|update|x)$/,
  pip: /^(install|download)$/,
  pip3: /^(install|download)$/,
  pipx: /^(install|run|upgrade)$/,
  poetry: /^(install|add|update)$/,
  apt: /^(install|update|upgrade)$/,
  'apt-get': /^(install|update|upgrade)$/,
  apk: /^(add|update|upgrade)$/,
  dnf: /^(install|update|upgrade)$/,
  yum: /^(install|update|upgrade)$/,
  gem: /^(install|update)$/,
  bundle: /^(install|update)$/,
  cargo: /^(install|run|build)$/,
  go: /^(install|get|run)$/,
  composer: /^(install|update|require)$/,
};

function fetches(words: ShellWords, evidence: Evidence, place: RunPlace | null): Fetch | null {
  const [name, ...args] = words;
  const base = (name ?? '').slice((name ?? '').lastIndexOf('/') + 1);
  const text = plainName(
    words
      .slice(0, 4)
      .map((word) => word ?? '…')
      .join(' '),
  );
  const [verb = ''] = args.filter((word): word is string => word !== null && !word.startsWith('-'));
  if (/^python[\d.]*$/.test(base) && args[0] === '-m') return fetches(args.slice(1), evidence, place);
  if (base === 'npx' || base === 'bunx' || (base === 'npm' && (verb === 'exec' || verb === 'x'))) {
    return runner(base === 'npm' ? args.slice(args.indexOf(verb) + 1) : args, text, evidence, place);
  }
  if (base === 'uvx' || (base === 'uv' && verb === 'tool' && args.includes('run'))) {
    return isOffline(args, evidence) ? null : { text, certain: true };
  }
  if (base === 'uv') {
    if (verb === 'sync' || verb === 'pip' || verb === 'add')
      return isOffline(args, evidence) ? null : { text, certain: true };
    const held = args.some((word) => word === '--frozen' || word === '--no-sync' || word === '--locked');
    return verb !== 'run' || held || isOffline(args, evidence) ? null : { text, certain: true };
  }
  const pattern = Object.hasOwn(INSTALLS, base) ? INSTALLS[base] : undefined;
  if (pattern === undefined || !pattern.test(verb)) return null;
  return isOffline(args, evidence) ? null : { text, certain: true };
}

/** `npx NAME` starts what is installed and fetches only what is not. */
function runner(args: ShellWords, text: string, evidence: Evidence, place: RunPlace | null): Fetch | null {
  if (args.includes('--no') || args.includes('--no-install') || isOffline(args, evidence)) return null;
  const target = args.find((word) => word === null || !word.startsWith('-')) ?? null;
  if (target === null) return { text, certain: false };
  const [, scope = '', bare = '', version] = /^(@[^/@]+\/)?([^@]+)(@.*)?$/.exec(target) ?? [];
  if (version !== undefined) return { text, certain: true };
  if (place !== null) {
    const folder = workingFolder(place.image);
    const places = [`${folder}/node_modules/.bin`, ...(scope === '' ? searchPath(place.image) : [])];
    const isThere =
      places.some((path) => lookUp(place.files, `${path}/${bare}`) !== null) ||
      lookUp(place.files, `${folder}/node_modules/${scope}${bare}/package.json`) !== null;
    return isThere ? null : { text, certain: true };
  }
  const agreed = args.some((word) => word === '-y' || word === '--yes');
  return { text, certain: agreed };
}

function isOffline(args: ShellWords, evidence: Evidence): boolean {
  if (args.includes('--offline')) return true;
  return effective(evidence).env.entries.some(
    ({ value, known }) => known && /^(UV_OFFLINE|npm_config_offline|NPM_CONFIG_OFFLINE)=(1|true)$/i.test(value),
  );
}
