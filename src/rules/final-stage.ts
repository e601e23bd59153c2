import { copySources } from '../dockerfile/copy-sources.ts';
import { expandAt } from '../dockerfile/expand-at.ts';
import { cleanPath } from '../dockerfile/paths.ts';
import { finalChain, stageName, stageNamed } from '../dockerfile/stage-chain.ts';
import type { DockerfileEvidence, Instruction, Stage } from '../model/dockerfile.ts';
import { type Fault, fail, pass, type Rule, unknown } from './rule.ts';

const FIX = 'Copy only what the program needs: `COPY --from=build /app/dist /app`.';

export const finalStage: Rule = {
  id: 'final-stage',
  title: 'The final stage takes from builders only what it needs',
  severity: { mcp: 'low', container: 'low', strict: 'medium' },
  why: 'Only the target stage becomes the image, so only what leads to it is judged. `COPY --from=build / /` brings the whole builder along: compilers, caches, credentials, and its users.',
  fix: FIX,
  aliases: ['DL3067'],
  examples: {
    good: [
      {
        title: 'one program of the builder',
        dockerfile: 'FROM scratch AS build\nCOPY . /src\nFROM scratch\nCOPY --from=build /src/server /server\n',
      },
      {
        title: 'a stage that was made of picked files',
        dockerfile:
          'FROM scratch AS rootfs\nCOPY server /usr/bin/server\nFROM scratch\nCOPY --from=rootfs / /\nENTRYPOINT ["/usr/bin/server"]\n',
      },
      {
        title: 'between builders',
        dockerfile:
          'FROM alpine:3.22 AS a\nFROM alpine:3.22 AS b\nCOPY --from=a / /a\nFROM alpine:3.22\nCOPY --from=b /x /x\n',
      },
    ],
    bad: [
      {
        title: 'all of the builder',
        dockerfile: 'FROM golang:1.26 AS build\nRUN go build -o /server\nFROM scratch\nCOPY --from=build / /\n',
      },
      { title: 'by number and with a dot', dockerfile: 'FROM node:24\nFROM node:24-slim\nCOPY --from=0 . /app\n' },
      {
        title: 'through a stage in between',
        dockerfile:
          'FROM golang:1.26 AS build\nFROM scratch AS all\nCOPY --from=build / /\nFROM scratch\nCOPY --from=all / /\n',
      },
    ],
  },
  judge({ dockerfile }) {
    if (dockerfile === null) return unknown('Without the Dockerfile nothing tells how the image came about.');
    const picked = pickedStages(dockerfile);
    const faults = new Map<string, Fault>();
    for (const stage of finalChain(dockerfile)) {
      for (const instruction of stage.instructions) {
        const source = wholeStage(dockerfile, stage, instruction);
        if (source === null || picked.has(source.index)) continue;
        const fault = faultOf(dockerfile, source, instruction);
        if (!faults.has(fault.place ?? '')) faults.set(fault.place ?? '', fault);
      }
    }
    return faults.size > 0 ? fail([...faults.values()]) : pass(judged(dockerfile));
  },
};

function faultOf(dockerfile: DockerfileEvidence, source: Stage, { location }: Instruction): Fault {
  const name = source.name ?? `${source.index}`;
  return {
    message: `All of stage ${name} is copied into the image, not only what was built there.`,
    fix: FIX,
    location,
    related: [{ location: source.location, message: `stage ${name}` }],
    place: `copy:${stageName(dockerfile, source)}`,
    severity: 'medium',
  };
}

/** The stage of the file whose root folder this instruction copies; null for all else. An image made to be copied whole is none. */
function wholeStage(dockerfile: DockerfileEvidence, stage: Stage, instruction: Instruction): Stage | null {
  const from = instruction.keyword === 'COPY' ? instruction.flags.find(({ name }) => name === 'from') : undefined;
  if (from === undefined) return null;
  const whole = copySources(instruction).some((word) => {
    const path = expandAt(dockerfile, stage, instruction, word);
    return path !== null && ['/', '/*'].includes(cleanPath(`/${path}`));
  });
  return whole ? stageNamed(dockerfile, from.value) : null;
}

/** Stages that start from nothing, so that they hold only what was put there piece by piece. Each refers to earlier ones only. */
function pickedStages(dockerfile: DockerfileEvidence): ReadonlySet<number> {
  const picked = new Set<number>();
  for (const stage of dockerfile.stages) {
    const empty = stage.parent === null ? stage.base === 'scratch' : picked.has(stage.parent);
    const byPieces = (instruction: Instruction): boolean => {
      const source = wholeStage(dockerfile, stage, instruction);
      return source === null || picked.has(source.index);
    };
    if (empty && stage.instructions.every(byPieces)) picked.add(stage.index);
  }
  return picked;
}

/** What the verdict is about: which stage, and which ones a build of it leaves out. */
function judged(dockerfile: DockerfileEvidence): string {
  const { stages, target, reachable } = dockerfile;
  const built = new Set(reachable);
  const left = stages.filter(({ index }) => !built.has(index)).map(({ name, index }) => name ?? `${index}`);
  const name = stages[target]?.name ?? `${target}`;
  const what = `The target is stage ${name}${target === stages.length - 1 ? ', the last one' : ''}.`;
  if (left.length === 0)
    return stages.length === 1 ? 'The file has one stage.' : `${what} All ${stages.length} stages lead to it.`;
  const more = left.length > 20 ? ` and ${left.length - 20} more` : '';
  return `${what} Not built for it, so not judged: ${left.slice(0, 20).join(', ')}${more}.`;
}
