import { reachableStages, stageName } from '../dockerfile/stage-chain.ts';
import type { Instruction, Stage } from '../model/dockerfile.ts';
import { type Fault, fail, pass, type Rule, unknown } from './rule.ts';

const ONCE = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'] as const;

export const duplicateInstruction: Rule = {
  id: 'duplicate-instruction',
  title: 'CMD, ENTRYPOINT and HEALTHCHECK stand once in a stage',
  severity: { mcp: 'low', container: 'low', strict: 'medium' },
  why: 'Only the last one of a stage counts. An earlier one looks as if it were in force, and whoever edits it changes nothing.',
  fix: 'Keep the last one and remove the others.',
  aliases: ['DL3012', 'DL4003', 'DL4004', 'DS-0007', 'DS-0016', 'DS-0023', 'MultipleInstructionsDisallowed'],
  examples: {
    good: [
      {
        title: 'one of each',
        dockerfile: 'FROM scratch\nHEALTHCHECK NONE\nENTRYPOINT ["/server"]\nCMD ["stdio"]\n',
      },
      {
        title: 'in two stages: the later one replaces on purpose',
        dockerfile: 'FROM scratch AS dev\nCMD ["/server", "--dev"]\nFROM dev\nCMD ["/server"]\n',
      },
      {
        title: 'for images that build on this one',
        dockerfile: 'FROM scratch\nONBUILD CMD ["/child"]\nCMD ["/server"]\n',
      },
    ],
    bad: [
      { title: 'CMD twice', dockerfile: 'FROM scratch\nCMD ["/setup"]\nCMD ["/server"]\n' },
      {
        title: 'HEALTHCHECK twice',
        dockerfile: 'FROM scratch\nHEALTHCHECK CMD ["/probe"]\nHEALTHCHECK NONE\nCMD ["/server"]\n',
      },
      {
        title: 'ENTRYPOINT in a builder',
        dockerfile:
          'FROM scratch AS build\nENTRYPOINT ["/a"]\nENTRYPOINT ["/b"]\nFROM scratch\nCOPY --from=build /b /b\n',
      },
    ],
  },
  judge({ dockerfile }) {
    if (dockerfile === null) return unknown('Without the Dockerfile nothing tells what stands in it.');
    const stages = reachableStages(dockerfile);
    const faults = stages.flatMap((stage) =>
      ONCE.flatMap((keyword) => faultOf(stage, keyword, stageName(dockerfile, stage))),
    );
    return faults.length > 0 ? fail(faults) : pass('Each of them stands at most once in a stage.');
  },
};

function faultOf({ instructions }: Stage, keyword: string, stage: string): Fault[] {
  const found = instructions.filter((instruction: Instruction) => instruction.keyword === keyword);
  const [first, ...more] = found.slice(0, -1);
  const last = found.at(-1);
  if (first === undefined || last === undefined) return [];
  const others = [...more.slice(0, 20), last];
  return [
    {
      message: `This ${keyword} has no effect: the one on line ${last.location.startLine} replaces it.`,
      fix: `Keep one ${keyword} in the stage.`,
      location: first.location,
      related: others.map(({ location }) => ({
        location,
        message: location === last.location ? `the ${keyword} that counts` : `another ${keyword} without effect`,
      })),
      place: `${keyword.toLowerCase()}:${stage}`,
    },
  ];
}
