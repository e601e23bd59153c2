import type { Assignment, DockerfileEvidence, Sourced, Stage } from '../model/dockerfile.ts';
import { type BaseConfig, scratchBase, unresolvedBase } from './base-config.ts';
import { Budget } from './budget.ts';
import { atLine } from './dockerfile-error.ts';
import { toEffectiveConfig } from './effective-config.ts';
import { type BuildArgs, evaluateGlobalArgs, globalScope } from './global-args.ts';
import { formatPlatform, type Platform, parsePlatform } from './platform.ts';
import { listPulledImages, outerBase } from './pulled-images.ts';
import { resolveReachable } from './reachable.ts';
import { DockerfileError, type ParsedDockerfile } from './read.ts';
import { runStages } from './run-stages.ts';
import { SCRATCH, StageGraph } from './stage-graph.ts';
import type { StageNode } from './stage-node.ts';

export interface EvaluateOptions {
  /** Name or number of the stage to build; null for the last one. */
  readonly target: string | null;
  readonly buildArgs: Readonly<Record<string, string>>;
  /** Such as `linux/amd64`. */
  readonly platform: string;
  /**
   * Config of an outer base image, or null when it is not known. The reference is as FROM names it, with its variables
   * expanded; 'scratch' never asks.
   */
  readonly baseConfig: (reference: string, platform: string) => BaseConfig | null;
  /**
   * Take it for granted that the file builds: what is only wrong because of a value that is not known here (a build
   * argument that was not given, a variable of an unresolved base) is left unknown instead of rejected. Default false:
   * rejected like BuildKit, with unresolved bases taken as empty.
   */
  readonly assumeBuilds?: boolean;
}

interface Evaluation {
  readonly evidence: DockerfileEvidence;
  readonly base: BaseConfig;
}

/**
 * What a build of the target stage gives, computed as BuildKit does (frontend/dockerfile/dockerfile2llb). Throws
 * DockerfileError for what BuildKit rejects.
 */
export function evaluateDockerfile(parsed: ParsedDockerfile, options: EvaluateOptions): DockerfileEvidence {
  return evaluate(parsed, options).evidence;
}

/** The same as the base of another Dockerfile: its config, and the ONBUILD instructions that it leaves behind. */
export function evaluateAsBase(parsed: ParsedDockerfile, options: EvaluateOptions): BaseConfig {
  return evaluate(parsed, options).base;
}

function evaluate(parsed: ParsedDockerfile, options: EvaluateOptions): Evaluation {
  const budget = new Budget();
  const platform = atLine(1, () => parsePlatform(options.platform));
  const args = evaluateGlobalArgs(parsed, { given: options.buildArgs, platform, target: options.target, budget });
  const assumeBuilds = options.assumeBuilds ?? false;
  const graph = new StageGraph(parsed, { scope: globalScope(args.globals, budget), assumeBuilds });
  const target = graph.target(options.target);
  const platformOf = (node: StageNode): Platform => rootOf(node).platform ?? platform;
  const baseOf = memoize((node: StageNode) => lookUpBase(node, platform, platformOf(node), options));
  const nodes = resolveReachable(graph, target, baseOf, budget);
  const platformOs = (node: StageNode): string => (node.base === SCRATCH ? platform : platformOf(node)).os;
  const run = runStages(nodes, { escapeToken: parsed.escapeToken, args, baseOf, platformOs, assumeBuilds, budget });
  const state = run.states.get(target);
  if (state === undefined) throw new DockerfileError('the target stage was not built', target.location.startLine);
  const pulled = listPulledImages(nodes, parsed.syntax);
  const config = toEffectiveConfig(state);
  const evidence: DockerfileEvidence = {
    file: parsed.file,
    stages: graph.nodes.flatMap((node) => describeStage(node) ?? []),
    target: target.position,
    reachable: nodes.flatMap((node) => (node.stage === null ? [] : node.position)),
    pulledImages: pulled,
    base: outerBase(rootOf(target)),
    assignments: [...globalAssignments(parsed, args), ...run.assignments],
    config,
  };
  return { evidence, base: { os: state.os, config, onBuild: leftBehind(target) } };
}

/** The stage at the bottom of a FROM chain. */
function rootOf(node: StageNode): StageNode {
  let root = node;
  while (root.parent !== null) root = root.parent;
  return root;
}

function lookUpBase(node: StageNode, target: Platform, platform: Platform, options: EvaluateOptions): BaseConfig {
  if (node.base === SCRATCH) return scratchBase(target.os);
  const known = node.base === null ? null : options.baseConfig(node.base, formatPlatform(platform));
  return known ?? unresolvedBase(platform.os);
}

function memoize<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? work(key);
    known.set(key, value);
    return value;
  };
}

function describeStage(node: StageNode): Stage | null {
  if (node.stage === null) return null;
  return {
    index: node.position,
    name: node.stage.from.name,
    from: node.written,
    base: node.base,
    parent: node.parent?.position ?? null,
    platform: node.platform === null ? null : formatPlatform(node.platform),
    instructions: node.stage.steps.map((step) => step.instruction),
    location: node.location,
  };
}

function globalAssignments(parsed: ParsedDockerfile, args: BuildArgs): Assignment[] {
  return parsed.globalArgs.flatMap(({ command, instruction }) => {
    if (command.kind !== 'arg') return [];
    return command.args.map(({ name, value }): Assignment => {
      const held = value === null ? null : (args.globals.get(name) ?? null);
      return { kind: 'arg', name, value: held, stage: null, location: instruction.location };
    });
  });
}

function leftBehind(target: StageNode): Sourced<string>[] {
  return target.steps.flatMap(({ step: { command, instruction } }) =>
    command.kind === 'onbuild' ? [{ value: command.trigger, known: true, from: instruction.location }] : [],
  );
}
