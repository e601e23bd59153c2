import type { ShellCommand } from '../dockerfile/shell/script.ts';
import type { DockerfileEvidence } from '../model/dockerfile.ts';
import type { ImageEvidence } from '../model/image.ts';
import type { Evidence } from '../model/subject.ts';
import { type Fault, fail, type Judgement, pass, type Rule } from './rule.ts';
import { placeOf } from './shared/image-place.ts';
import { commandPlace, judgeRuns, scriptRuns } from './shared/run/run-rule.ts';

const FIX =
  'Do what needs root before USER, and leave sudo out of the image. To start as root and drop, use `su-exec`, `gosu` or `setpriv` in the start script.';

export const sudoPresent: Rule = {
  id: 'sudo-present',
  title: 'There is no sudo in the image',
  severity: { mcp: 'medium', container: 'medium', strict: 'high' },
  why: 'sudo is a way back to root for whoever takes over the process, and without a password it makes USER meaningless. In a build it is never needed: USER root is at hand.',
  fix: FIX,
  aliases: ['DL3004', 'DKL-DI-0001', 'DS-0010'],
  examples: {
    good: [
      { title: 'root only while building', dockerfile: 'FROM scratch\nUSER root\nRUN apk add git\nUSER 10001\n' },
      { title: 'a group named sudo', dockerfile: 'FROM scratch\nRUN adduser app sudo && usermod -aG sudo app\n' },
      { title: 'text that names it', dockerfile: 'FROM scratch\nRUN echo "run sudo yourself" # sudo\n' },
      {
        title: 'removed in the end',
        dockerfile: 'FROM scratch\nRUN apt-get install -y sudo && sudo make && apt-get purge -y sudo\n',
        image: { files: { '/usr/bin/env': { program: 'amd64' } } },
      },
    ],
    bad: [
      { title: 'used', dockerfile: 'FROM scratch\nRUN cd /src && sudo make install\n' },
      {
        title: 'installed',
        dockerfile: 'FROM scratch\nRUN apt-get update && apt-get install -y --no-install-recommends curl sudo\n',
      },
      {
        title: 'without a password',
        dockerfile: 'FROM scratch\nRUN echo "app ALL=(ALL) NOPASSWD:ALL" >> /etc/sudoers\n',
      },
      {
        title: 'in the image',
        dockerfile: 'FROM scratch\nCOPY rootfs /\n',
        image: { files: { '/usr/bin/sudo': { mode: 0o4755, program: 'amd64' } } },
      },
    ],
  },
  judge(evidence) {
    const { image } = evidence;
    if (image !== null && image.files !== null) return judgeImage(evidence, image, image.files);
    return judgeRuns(evidence, (dockerfile) => ({ faults: runFaults(dockerfile) }), 'No RUN installs or uses sudo.');
  },
};

type Files = NonNullable<ImageEvidence['files']>;

/** What a build used is gone where the image does not have it. */
function judgeImage(evidence: Evidence, image: ImageEvidence, files: Files): Judgement {
  const faults: Fault[] = [];
  const programs = files.merged.filter(
    ({ path, type }) => type === 'file' && /^\/(usr\/)?(local\/)?s?bin\/sudo$/.test(path),
  );
  for (const program of programs) {
    const isSetuid = (program.mode & 0o4000) !== 0 && program.uid === 0;
    faults.push({
      message: isSetuid
        ? `${program.path} is in the image and gives root (setuid).`
        : `${program.path} is in the image.`,
      fix: FIX,
      location: installedAt(evidence) ?? placeOf(evidence, [program]),
      place: `path:${program.path}`,
      severity: isSetuid ? 'high' : null,
    });
  }
  for (const file of files.merged.filter(({ path }) => path === '/etc/sudoers' || path.startsWith('/etc/sudoers.d/'))) {
    const text = files.heads[file.path] ?? image.texts[file.path] ?? '';
    if (!givesRoot(text)) continue;
    faults.push({
      message: `${file.path} gives root without a password (NOPASSWD).`,
      fix: FIX,
      location: placeOf(evidence, [file]),
      place: `path:${file.path}`,
      severity: 'high',
    });
  }
  return faults.length > 0 ? fail(faults) : pass('sudo is not in the image.');
}

function installedAt({ dockerfile }: Evidence): Fault['location'] {
  if (dockerfile === null) return null;
  return scriptRuns(dockerfile).find(({ script }) => script.commands.some(installsSudo))?.instruction.location ?? null;
}

function runFaults(dockerfile: DockerfileEvidence): Fault[] {
  const final = chain(dockerfile);
  return scriptRuns(dockerfile).flatMap(({ script, instruction, stage }) =>
    script.commands.flatMap((command): Fault[] => {
      const message = faultOf(command);
      if (message === null) return [];
      const severity = !final.has(stage) ? 'low' : grantsRoot(command) ? 'high' : null;
      return [{ message, fix: FIX, location: instruction.location, place: commandPlace(command.text), severity }];
    }),
  );
}

/** The target and the stages below it: what is installed there is in the image. */
function chain({ stages, target }: DockerfileEvidence): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at: number | null = target; at !== null; at = stages[at]?.parent ?? null) found.add(at);
  return found;
}

function faultOf(command: ShellCommand): string | null {
  if (grantsRoot(command)) return 'RUN allows root without a password (NOPASSWD).';
  if (installsSudo(command)) return 'RUN installs sudo.';
  return command.wrappers.includes('sudo') || command.name === 'sudo' ? 'RUN uses sudo.' : null;
}

function installsSudo({ name, words }: ShellCommand): boolean {
  const verbs = name !== null && Object.hasOwn(INSTALLERS, name) ? INSTALLERS[name] : undefined;
  const at = words.findIndex(({ shown }) => shown === verbs);
  return verbs !== undefined && at > 0 && words.slice(at + 1).some(({ shown }) => /^sudo([=:@].*)?$/.test(shown));
}

const INSTALLERS: Readonly<Record<string, string>> = {
  apt: 'install',
  'apt-get': 'install',
  aptitude: 'install',
  apk: 'add',
  yum: 'install',
  dnf: 'install',
  microdnf: 'install',
  tdnf: 'install',
  zypper: 'install',
  pacman: '-S',
};

/** It writes a rule for sudo that asks for no password. */
function grantsRoot({ words, redirects }: ShellCommand): boolean {
  return words.some(({ shown }) => givesRoot(shown)) || redirects.some(({ body }) => body !== null && givesRoot(body));
}

/** `app ALL=(ALL) NOPASSWD: ALL`, not as a comment. */
function givesRoot(text: string): boolean {
  if (!text.includes('NOPASSWD')) return false;
  return text.split('\n').some((line) => !line.trimStart().startsWith('#') && /\bNOPASSWD *:/.test(line));
}
