import type { Heredoc, Instruction } from '../model/dockerfile.ts';
import type { Location } from '../model/location.ts';
import type { FromCommand, Step } from './command.ts';
import { atLine, DockerfileError } from './dockerfile-error.ts';
import { parseFlag } from './flags.ts';
import { heredocText, type PlacedNode, parseNodes } from './logical-lines.ts';
import type { Node } from './node.ts';
import { parseCommand } from './parse-command.ts';
import { decodeSource } from './source-text.ts';
import { detectSyntax, type SyntaxImage } from './syntax-image.ts';

export { DockerfileError } from './dockerfile-error.ts';

/** FROM and what follows it. */
export interface ParsedStage {
  readonly from: FromCommand;
  readonly location: Location;
  readonly steps: readonly Step[];
}

export interface ParsedDockerfile {
  readonly file: string;
  /** The frontend image that `# syntax=` names, or null. */
  readonly syntax: SyntaxImage | null;
  /** The escape and continuation character. */
  readonly escapeToken: string;
  /** ARGs before the first FROM. */
  readonly globalArgs: readonly Step[];
  readonly stages: readonly ParsedStage[];
}

/**
 * Reads a Dockerfile as BuildKit's own frontend does. `file` goes into locations, as it is. Throws DockerfileError for
 * what BuildKit rejects when parsing.
 */
export function readDockerfile(text: string | Uint8Array, file: string): ParsedDockerfile {
  const source = decodeSource(text);
  const { nodes, escapeToken } = parseNodes(source);
  const globalArgs: Step[] = [];
  const stages: { from: FromCommand; location: Location; steps: Step[] }[] = [];
  for (const placed of nodes) {
    const location = { file, startLine: placed.startLine, endLine: placed.endLine };
    const command = atLine(placed.startLine, () => parseCommand(placed.node, placed.heredocs));
    if (command.kind === 'from') {
      stages.push({ from: command, location, steps: [] });
      continue;
    }
    const step = { command, instruction: describe(placed, location) };
    const stage = stages.at(-1);
    if (stage !== undefined) stage.steps.push(step);
    else if (command.kind === 'arg') globalArgs.push(step);
    else {
      const reason = `${placed.node.keyword} stands before the first FROM, where only ARG may`;
      throw new DockerfileError(reason, placed.startLine);
    }
  }
  if (stages.length === 0) throw new DockerfileError('there is no stage to build: FROM is missing', 1);
  return { file, syntax: detectSyntax(source, file), escapeToken, globalArgs, stages };
}

/** Reads the one instruction of an ONBUILD trigger. Throws DockerfileError. */
export function readTrigger(text: string, location: Location): Step {
  const [placed, ...more] = parseNodes(text).nodes;
  if (placed === undefined || more.length > 0) {
    throw new DockerfileError('an ONBUILD trigger must be a single instruction', location.startLine);
  }
  const command = atLine(location.startLine, () => parseCommand(placed.node, placed.heredocs));
  if (command.kind === 'from') throw new DockerfileError('FROM cannot be an ONBUILD trigger', location.startLine);
  return { command, instruction: describe(placed, location) };
}

function describe({ node, heredocs }: PlacedNode, location: Location): Instruction {
  return {
    keyword: node.keyword.toUpperCase(),
    text: node.text,
    flags: node.flags.map((word) => {
      const { name, value } = parseFlag(word);
      return { name, value: value ?? '' };
    }),
    json: jsonWords(node),
    heredocs: heredocs.map((body): Heredoc => ({ name: body.name, expand: body.expand, content: heredocText(body) })),
    location,
  };
}

/** HEALTHCHECK has its type before the words. */
function jsonWords(node: Node): readonly string[] | null {
  if (!node.json) return null;
  return node.kind === 'healthcheck' ? node.args.slice(1) : node.args;
}
