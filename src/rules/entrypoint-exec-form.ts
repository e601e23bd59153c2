import { readScript } from '../dockerfile/shell/commands-of.ts';
import type { Sourced } from '../model/dockerfile.ts';
import type { Evidence } from '../model/subject.ts';
import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';
import { effective, fromLine, isDataImage } from './shared/effective.ts';
import { writtenAs } from './shared/run/start.ts';

const FIX =
  'Write a JSON array: `ENTRYPOINT ["node", "server.js"]`. Where a shell is needed, let it hand over: `ENTRYPOINT ["/bin/sh", "-c", "exec node server.js --port \\"$PORT\\""]`.';

export const entrypointExecForm: Rule = {
  id: 'entrypoint-exec-form',
  title: 'The program is started without a shell around it',
  severity: { mcp: 'medium', container: 'medium', strict: 'medium' },
  why: 'In shell form `/bin/sh -c` is process 1: it does not pass SIGTERM on, so that every stop waits for the kill after ten seconds, and the arguments of `docker run` are lost. For a server on standard input a shell stands between client and server.',
  fix: FIX,
  aliases: ['DL3025', 'JSONArgsRecommended'],
  examples: {
    good: [
      { title: 'exec form', dockerfile: 'FROM scratch\nENTRYPOINT ["node", "server.js"]\nCMD ["--stdio"]\n' },
      { title: 'a shell that hands over', dockerfile: 'FROM scratch\nENTRYPOINT exec node server.js\n' },
      { title: 'a shell on purpose', dockerfile: 'FROM scratch\nSHELL ["/bin/bash", "-c"]\nCMD node server.js\n' },
      {
        title: 'a health check may use a shell',
        dockerfile: 'FROM scratch\nHEALTHCHECK CMD /probe || exit 1\nENTRYPOINT ["/server"]\n',
      },
    ],
    bad: [
      { title: 'ENTRYPOINT', dockerfile: 'FROM scratch\nENTRYPOINT node server.js\n' },
      { title: 'CMD', dockerfile: 'FROM scratch\nCMD npm start\n' },
      { title: 'single quotes make no JSON', dockerfile: "FROM scratch\nCMD ['node', 'server.js']\n" },
      { title: 'CMD behind ENTRYPOINT', dockerfile: 'FROM scratch\nENTRYPOINT ["/entry"]\nCMD node server.js\n' },
    ],
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable('Nothing can be started in this image: it carries data only.');
    const config = effective(evidence);
    const entrypoint = shellText('ENTRYPOINT', config.entrypoint, evidence);
    // Behind a shell form of ENTRYPOINT, CMD is not used at all.
    const keyword = entrypoint === null ? 'CMD' : 'ENTRYPOINT';
    const setting = entrypoint === null ? config.cmd : config.entrypoint;
    if (!setting.known) return unknown('The base image may set CMD; only the built image can tell.');
    const text = entrypoint ?? shellText('CMD', config.cmd, evidence);
    if (text === null) {
      // A shell form of CMD is one whatever the base has for ENTRYPOINT; the rest is not certain without it.
      if (!config.entrypoint.known) return unknown('The base image may set ENTRYPOINT; only the built image can tell.');
      return pass('The program is started without a shell.');
    }
    if (config.shell.value !== null && config.shell.value.length > 0)
      return pass('SHELL is set on purpose: the shell form is meant.');
    if (handsOver(text)) return pass('The shell hands over to the program with exec.');
    const behind = keyword === 'CMD' && (config.entrypoint.value ?? []).length > 0;
    const message = behind
      ? 'CMD is in shell form: ENTRYPOINT gets `/bin/sh -c` and a text as arguments.'
      : `${keyword} is in shell form: a shell is process 1 and does not pass signals on.`;
    return fail([{ message, fix: FIX, location: setting.from ?? fromLine(evidence) }]);
  },
};

/** The text of a shell form; null for the exec form. Without the instruction, what builders make of a shell form tells. */
function shellText(
  keyword: 'ENTRYPOINT' | 'CMD',
  setting: Sourced<readonly string[] | null>,
  evidence: Evidence,
): string | null {
  const words = setting.value ?? [];
  const written = writtenAs(keyword, evidence, setting);
  if (written !== null) return written.json === null ? (words.at(-1) ?? '') : null;
  const [shell, option, text, ...more] = words;
  if (text === undefined || more.length > 0) return null;
  return shell === '/bin/sh' && option === '-c' ? text : null;
}

/** Whether the last command of the script replaces the shell. */
function handsOver(text: string): boolean {
  const { commands, complete } = readScript(text);
  const last = commands.findLast(({ level }) => level === 0);
  return complete && last?.wrappers.includes('exec') === true && last.stdout === null;
}
