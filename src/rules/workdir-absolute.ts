import { expandAt } from '../dockerfile/expand-at.ts';
import { cleanPath } from '../dockerfile/paths.ts';
import { reachableStages, stageName } from '../dockerfile/stage-chain.ts';
import type { DockerfileEvidence, Stage } from '../model/dockerfile.ts';
import type { Evidence } from '../model/subject.ts';
import { type Fault, fail, pass, type Rule, unknown } from './rule.ts';
import { effective, fromLine } from './shared/effective.ts';

const FIX = 'Name a folder of the application by its full path: `WORKDIR /app`.';

/** Folders of the system, and what a program that writes next to itself does there. */
const SYSTEM = /^\/(proc|sys|dev|etc|boot|bin|sbin|lib|lib64)(\/|$)/;

export const workdirAbsolute: Rule = {
  id: 'workdir-absolute',
  title: 'The working directory is absolute and belongs to the application',
  severity: { mcp: 'medium', container: 'medium', strict: 'medium' },
  why: 'A relative WORKDIR hangs on what the base image had set, and moves when the base changes. A program that starts in a folder of the system writes there, or cannot read its own folder.',
  fix: FIX,
  aliases: ['DL3000', 'DS-0009', 'DS-0030', 'WorkdirRelativePath'],
  examples: {
    good: [
      { title: 'a full path', dockerfile: 'FROM scratch\nWORKDIR /app\n' },
      { title: 'relative to one that is set before', dockerfile: 'FROM scratch\nWORKDIR /srv\nWORKDIR app\n' },
      {
        title: 'relative to one of an earlier stage',
        dockerfile: 'FROM scratch AS base\nWORKDIR /srv\nFROM base\nWORKDIR app\n',
      },
      {
        title: 'a full path in a variable',
        dockerfile: 'FROM scratch\nARG HOME=/home/app\nWORKDIR "${HOME}/server"\n',
      },
      { title: 'none', dockerfile: 'FROM scratch\nENTRYPOINT ["/server"]\n' },
    ],
    bad: [
      { title: 'relative', dockerfile: 'FROM scratch\nWORKDIR app\n' },
      {
        title: 'relative in a builder',
        dockerfile: 'FROM golang:1.26 AS build\nWORKDIR src\nFROM scratch\nCOPY --from=build /go/src/x /x\n',
      },
      { title: 'a folder of the system', dockerfile: 'FROM scratch\nWORKDIR /etc/app\nENTRYPOINT ["/server"]\n' },
      {
        title: "root's home for another user",
        dockerfile: 'FROM scratch\nWORKDIR /root/app\nUSER 1000\nENTRYPOINT ["/server"]\n',
      },
    ],
  },
  judge(evidence) {
    const { dockerfile, image } = evidence;
    if (dockerfile === null && image === null) return unknown('Neither a Dockerfile nor an image is at hand.');
    const relative = dockerfile === null ? { faults: [], open: null } : relativeFirst(dockerfile);
    const system = systemFolder(evidence);
    const faults = [...relative.faults, ...(system === null ? [] : [system])];
    if (faults.length > 0) return fail(faults);
    if (relative.open !== null) return unknown(`${relative.open}: its variables have no value here.`);
    const { value, known } = effective(evidence).workingDir;
    if (!known) return unknown('The base image may set the working directory; only the built image can tell.');
    return pass(
      value === null ? 'No working directory is set, which means the root folder.' : `Starts in ${show(value)}.`,
    );
  },
};

/** The first WORKDIR of each chain: later ones are relative to it. What a base image sets can change, so it does not count. */
function relativeFirst(dockerfile: DockerfileEvidence): {
  readonly faults: readonly Fault[];
  readonly open: string | null;
} {
  const done = new Set<number>();
  const faults: Fault[] = [];
  let open: string | null = null;
  for (const stage of reachableStages(dockerfile)) {
    if (stage.parent !== null && done.has(stage.parent)) {
      done.add(stage.index);
      continue;
    }
    const first = stage.instructions.find(({ keyword }) => keyword === 'WORKDIR');
    if (first === undefined) continue;
    done.add(stage.index);
    const path = expandAt(dockerfile, stage, first, first.text);
    if (path === null && !/^["']?[\\/]/.test(first.text)) open ??= `WORKDIR ${show(first.text)}`;
    if (path === null || isAbsolute(path)) continue;
    faults.push({
      message: `WORKDIR ${show(path)} is relative: it depends on the working directory of the base image.`,
      fix: FIX,
      location: first.location,
      place: `workdir:${stageName(dockerfile, stage)}`,
      severity: isFinal(dockerfile, stage) ? null : 'low',
    });
  }
  return { faults, open };
}

/** Also of Windows: a drive, or either slash at the start. */
function isAbsolute(path: string): boolean {
  return /^([\\/]|[A-Za-z]:[\\/])/.test(path);
}

function isFinal({ stages, target }: DockerfileEvidence, wanted: Stage): boolean {
  for (let stage = stages[target]; stage !== undefined; stage = stages[stage.parent ?? -1]) {
    if (stage.index === wanted.index) return true;
  }
  return false;
}

function systemFolder(evidence: Evidence): Fault | null {
  const { workingDir, user } = effective(evidence);
  if (!workingDir.known || workingDir.value === null) return null;
  const path = cleanPath(workingDir.value);
  const location = workingDir.from ?? fromLine(evidence);
  const fault = { fix: FIX, location, place: 'workdir' };
  if (SYSTEM.test(path)) return { ...fault, message: `The program starts in ${show(path)}, a folder of the system.` };
  if (path === '/' && workingDir.from !== null) {
    const message =
      'WORKDIR / makes the root folder the working directory: relative paths end up among the system folders.';
    return { ...fault, message, severity: 'low' };
  }
  if (/^\/root(\/|$)/.test(path) && user.known && isOther(user.value ?? '')) {
    const message = `The program starts in ${show(path)}, but runs as ${show(user.value ?? '')}, who usually may not enter /root.`;
    return { ...fault, message };
  }
  return null;
}

/** Whether USER is certainly not root. */
function isOther(user: string): boolean {
  const name = user.split(':', 1)[0] ?? '';
  return name !== '' && name !== 'root' && name !== 'toor' && !/^[+-]?0+$/.test(name);
}

function show(path: string): string {
  return path.replace(/\p{Cc}+/gu, ' ').slice(0, 100);
}
