import { readScript } from '../dockerfile/shell/commands-of.ts';
import { isShell, readShellStart } from '../dockerfile/shell/nested.ts';
import type { ShellCommand } from '../dockerfile/shell/script.ts';
import type { ImageEvidence } from '../model/image.ts';
import type { Evidence } from '../model/subject.ts';
import { fail, type Judgement, notApplicable, pass, type Rule, unknown } from './rule.ts';
import { effective, isDataImage } from './shared/effective.ts';
import { fileText, startOf, writtenAs } from './shared/run/start.ts';
import { shownName } from './shared/run/words.ts';

const FIX =
  'Start the program itself (`ENTRYPOINT ["node", "server.js"]`), end a start script with `exec program "$@"`, or put an init in front: `ENTRYPOINT ["tini", "--", "npm", "start"]`.';

export const pid1Signals: Rule = {
  id: 'pid1-signals',
  title: 'Process 1 passes signals on',
  severity: { mcp: 'low', container: 'low', strict: 'medium' },
  why: 'Signals go to process 1. npm, yarn and scripts without `exec` keep SIGTERM to themselves: the server is killed after ten seconds instead of ending in order, and its children stay as zombies.',
  fix: FIX,
  aliases: [],
  examples: {
    good: [
      { title: 'the program itself', dockerfile: 'FROM scratch\nENTRYPOINT ["node", "server.js"]\n' },
      {
        title: 'an init in front',
        dockerfile: 'FROM scratch\nENTRYPOINT ["/usr/bin/tini", "--"]\nCMD ["npm", "start"]\n',
      },
      {
        title: 'a shell that hands over',
        dockerfile: 'FROM scratch\nENTRYPOINT ["sh", "-c", "migrate && exec node server.js"]\n',
      },
      {
        title: 'a script that hands over',
        dockerfile: 'FROM scratch\nENTRYPOINT ["/start.sh"]\n',
        image: { files: { '/start.sh': { mode: 0o755, content: '#!/bin/sh\nset -e\nexec node server.js "$@"\n' } } },
      },
    ],
    bad: [
      { title: 'npm', dockerfile: 'FROM scratch\nCMD ["npm", "start"]\n' },
      { title: 'npx', dockerfile: 'FROM scratch\nENTRYPOINT ["npx", "my-server"]\n' },
      {
        title: 'a list of commands',
        dockerfile: 'FROM scratch\nENTRYPOINT ["sh", "-c", "migrate && node server.js"]\n',
      },
      {
        title: 'a script without exec',
        dockerfile: 'FROM scratch\nENTRYPOINT ["/start.sh"]\n',
        image: { files: { '/start.sh': { mode: 0o755, content: '#!/bin/sh\nnode server.js\n' } } },
      },
    ],
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable('Nothing can be started in this image: it carries data only.');
    const start = startOf(evidence);
    if (start === null) return unknown('The base image may set what is started; only the built image can tell.');
    const { command, location } = start;
    if (isShellForm(evidence)) return pass('The shell form is judged by entrypoint-exec-form.');
    if (command === null || command.wrappers.some((name) => INITS.has(name))) return pass('An init is process 1.');
    const judged = judgeCommand(command, evidence.image);
    if (typeof judged !== 'string') return judged;
    return fail([{ message: judged, fix: FIX, location }]);
  },
};

const INITS = new Set(['tini', 'dumb-init', 'catatonit']);
/** Inits that run more than one command, and so are programs of their own here. */
const SUPERVISORS = new Set(['tini-static', 'docker-init', 's6-svscan', 'init', 'my_init', 'supervisord', 'runsvdir']);
const RUNNERS = new Set(['npm', 'npx', 'yarn', 'pnpm', 'pnpx', 'yarnpkg']);

/** A judgement, or the message of a fault. */
function judgeCommand(command: ShellCommand, image: ImageEvidence | null): Judgement | string {
  const { name, words } = command;
  if (name === null) return unknown('What is started is in a variable.');
  if (SUPERVISORS.has(name)) return pass('An init is process 1.');
  if (RUNNERS.has(name)) return `${name} is process 1 and does not pass signals on to the server.`;
  const shell = isShell(name) ? readShellStart(words) : null;
  if (shell !== null && shell.script !== null) return judgeScript(shell.script.shown, name);
  const script = shell === null ? (/\.(sh|bash)$/.test(name) ? words[0] : undefined) : (shell.file ?? undefined);
  if (script === undefined) return pass(`${shownName(name)} is process 1.`);
  const text = image === null ? null : fileText(script.shown, image);
  if (text === null) return unknown(`Whether the script ${shownName(script.shown)} hands over with exec is not known.`);
  return judgeScript(text, shownName(script.shown));
}

function judgeScript(text: string, who: string): Judgement | string {
  const { commands, complete } = readScript(text);
  const own = commands.filter(({ level }) => level === 0);
  if (!complete) return unknown(`The script of ${who} cannot be read.`);
  // Any exec counts: which way the script goes is not known, and a wrong alarm here is worth less than silence.
  const replaced = own.filter(({ wrappers }) => wrappers.includes('exec'));
  const runner = replaced.length === 1 ? replaced.find(({ name }) => name !== null && RUNNERS.has(name)) : undefined;
  if (runner !== undefined) return `${runner.name} is process 1 and does not pass signals on to the server.`;
  if (replaced.length > 0) return pass(`${who} hands over with exec.`);
  // Shells replace themselves for the one command of `-c`.
  if (own.length === 1 && own[0] !== undefined && isShell(who)) return pass(`${who} runs one command in its place.`);
  return `${who} is process 1 and starts the server without exec.`;
}

function isShellForm(evidence: Evidence): boolean {
  const { entrypoint, cmd } = effective(evidence);
  const [keyword, setting] =
    (entrypoint.value ?? []).length > 0 ? (['ENTRYPOINT', entrypoint] as const) : (['CMD', cmd] as const);
  const written = writtenAs(keyword, evidence, setting);
  if (written !== null)
    return written.json === null && (setting.value ?? []).length > 0 && !execs(setting.value?.at(-1) ?? '');
  const [shell, option, , ...more] = setting.value ?? [];
  return evidence.dockerfile === null && shell === '/bin/sh' && option === '-c' && more.length === 0;
}

/** `exec npm start` in shell form: npm is process 1 after all. */
function execs(text: string): boolean {
  return /^\s*exec\s/.test(text);
}
