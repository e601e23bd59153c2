import type { Sourced } from '../model/dockerfile.ts';
import type { BaseConfig } from './base-config.ts';
import type { Budget } from './budget.ts';
import type { Step } from './command.ts';
import { atLine, DockerfileError } from './dockerfile-error.ts';
import { readTrigger } from './read.ts';
import type { StageGraph } from './stage-graph.ts';
import type { StageNode } from './stage-node.ts';

/**
 * The nodes that a build of the target needs, by position. ONBUILD instructions of their bases are put before their
 * own on the way, and may add more of them. Throws DockerfileError.
 */
export function resolveReachable(
  graph: StageGraph,
  target: StageNode,
  baseOf: (node: StageNode) => BaseConfig,
  budget: Budget,
): StageNode[] {
  const triggers = new Map<string, Step>();
  const size = graph.nodes.length;
  const reached = new Set([target]);
  // A set hands out what is added to it on the way.
  for (const node of reached) {
    if (node.stage !== null) runTriggers(graph, node, leftBehind(node, baseOf), triggers, budget);
    if (node.parent !== null) reached.add(node.parent);
    for (const source of node.sources) reached.add(source);
  }
  graph.validateReferences(size);
  return [...reached].sort((a, b) => a.position - b.position);
}

/** What the base of a stage wants to run in it. */
function leftBehind(node: StageNode, baseOf: (node: StageNode) => BaseConfig): readonly Sourced<string>[] {
  if (node.parent === null) return baseOf(node).onBuild;
  return node.parent.steps.flatMap(({ step: { command, instruction } }) =>
    command.kind === 'onbuild' ? [{ value: command.trigger, known: true, from: instruction.location }] : [],
  );
}

function runTriggers(
  graph: StageGraph,
  node: StageNode,
  texts: readonly Sourced<string>[],
  cache: Map<string, Step>,
  budget: Budget,
): void {
  const line = node.location.startLine;
  const steps = texts.map(({ value, from }) => {
    atLine(line, () => budget.spendTrigger());
    const location = from ?? node.location;
    const key = `${location.file}:${location.startLine}:${value}`;
    const step = cache.get(key) ?? parse(value, location, line);
    cache.set(key, step);
    return graph.bind(node, step, line, true);
  });
  if (steps.length > 0) node.steps = [...steps, ...node.steps];
}

/** A fault in a trigger shows in the stage that has to run it. */
function parse(text: string, location: StageNode['location'], line: number): Step {
  try {
    return readTrigger(text, location);
  } catch (error) {
    if (error instanceof DockerfileError)
      throw new DockerfileError(`in an ONBUILD of the base: ${error.message}`, line);
    throw error;
  }
}
