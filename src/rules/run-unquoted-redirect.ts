import type { ShellCommand, ShellRedirect } from '../dockerfile/shell/script.ts';
import type { DockerfileEvidence } from '../model/dockerfile.ts';
import type { Evidence } from '../model/subject.ts';
import { type Fault, fail, type Rule } from './rule.ts';
import { fromLine } from './shared/effective.ts';
import { commandPlace, judgeRuns, scriptRuns } from './shared/run/run-rule.ts';
import { lastPart, shownName } from './shared/run/words.ts';

const FIX = "Quote the whole requirement: `pip install 'setuptools>=78.1.1'`.";

/** Programs whose arguments are package names with versions. */
const INSTALLERS =
  /^(pip[\d.]*|pipx|uv|poetry|pipenv|pdm|conda|mamba|micromamba|npm|npx|yarn|pnpm|bun|gem|apk|apt|apt-get|cargo|easy_install)$/;

/** A version, alone or as the first of several bounds. */
const VERSION = /^v?\d[\w.*-]*(,.*)?$/i;

/** `pip freeze>1.txt`: a name of a file, not a version. */
const FILE_NAME = /\.[a-z]{2,}$/i;

export const runUnquotedRedirect: Rule = {
  id: 'run-unquoted-redirect',
  title: 'Version bounds in RUN are quoted',
  severity: { mcp: 'high', container: 'high', strict: 'high' },
  why: 'The shell takes an unquoted `>` for a redirection: `pip install setuptools>=78.1.1` installs any setuptools and writes a file named `=78.1.1`. The bound, often there because of a vulnerability, is silently gone.',
  fix: FIX,
  aliases: [],
  examples: {
    good: [
      { title: 'quoted', dockerfile: 'FROM scratch\nRUN pip install \'setuptools>=78.1.1\' "wheel<1"\n' },
      { title: 'an exact version', dockerfile: 'FROM scratch\nRUN pip install setuptools==78.1.1\n' },
      {
        title: 'real redirections',
        dockerfile: 'FROM scratch\nRUN pip install -r a.txt>/dev/null 2>&1 && echo a>b && pip freeze>1.txt\n',
      },
      { title: 'a JSON form has no shell', dockerfile: 'FROM scratch\nRUN ["pip", "install", "setuptools>=78.1.1"]\n' },
    ],
    bad: [
      {
        title: 'a lower bound',
        dockerfile: 'FROM scratch\nRUN python -m pip install --upgrade pip setuptools>=78.1.1\n',
      },
      { title: 'an upper bound', dockerfile: 'FROM scratch\nRUN pip install django<5\n' },
      { title: 'in a heredoc', dockerfile: 'FROM scratch\nRUN <<EOF\npip install requests>2.31,<3\nEOF\n' },
    ],
  },
  judge(evidence) {
    const left = leftBehind(evidence);
    if (evidence.dockerfile === null && left.length > 0) return fail(left);
    return judgeRuns(
      evidence,
      (dockerfile) => withImage(runFaults(dockerfile), left),
      'No version bound is taken for a redirection.',
    );
  },
};

/** The image tells nothing new where the Dockerfile shows the cause. */
function withImage(faults: readonly Fault[], left: readonly Fault[]): { faults: readonly Fault[] } {
  return { faults: faults.length > 0 ? faults : left };
}

function runFaults(dockerfile: DockerfileEvidence): Fault[] {
  return scriptRuns(dockerfile).flatMap(({ script, instruction }) =>
    script.commands.flatMap((command): Fault[] => {
      const redirect = command.redirects.find((one) => isBound(one, command));
      if (redirect === undefined) return [];
      const bound = shownName(`${redirect.operator}${redirect.target?.shown ?? ''}`);
      return [
        {
          message: `The shell takes ${bound} for a redirection: ${shownName(command.name ?? 'the command')} never sees this bound.`,
          fix: FIX,
          location: instruction.location,
          place: commandPlace(command.text),
        },
      ];
    }),
  );
}

/** Whether a redirection was meant as the bound of a version. */
export function isBound({ operator, descriptor, target, glued }: ShellRedirect, command: ShellCommand): boolean {
  if ((operator !== '>' && operator !== '<') || descriptor !== null || target === null) return false;
  const { shown } = target;
  const installs = isInstaller(command);
  // Nobody names a file `=1.0`.
  if (shown.startsWith('=') && shown.length > 1) return glued || installs;
  return glued && installs && VERSION.test(shown) && !FILE_NAME.test(shown);
}

function isInstaller({ name, words }: ShellCommand): boolean {
  if (name === null) return false;
  if (/^(python|pypy)[\d.]*$/.test(name)) return words[1]?.shown === '-m' && words[2]?.shown === 'pip';
  return INSTALLERS.test(name);
}

/** The file that such a redirection has made, in the root or the working directory of the image. */
function leftBehind(evidence: Evidence): Fault[] {
  const { image } = evidence;
  if (image === null || image.files === null) return [];
  const folder = image.config.workingDir.replace(/\/$/, '');
  const stray = image.files.merged.find(
    ({ path, type }) =>
      type === 'file' &&
      /^=\d/.test(lastPart(path)) &&
      (path.lastIndexOf('/') === 0 || path.slice(0, path.lastIndexOf('/')) === folder),
  );
  if (stray === undefined) return [];
  return [
    {
      message: `The image has a file ${shownName(stray.path)}: an unquoted version bound was taken for a redirection.`,
      fix: FIX,
      location: fromLine(evidence),
      place: 'file',
    },
  ];
}
