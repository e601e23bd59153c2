import type { Step } from './command.ts';
import { atLine, DockerfileError, Rejection } from './dockerfile-error.ts';
import { parseInteger } from './go-values.ts';
import { parseImageReference } from './image-reference.ts';
import { parsePlatform } from './platform.ts';
import type { ParsedDockerfile, ParsedStage } from './read.ts';
import type { Scope } from './scope.ts';
import { expandWord } from './shell-word.ts';
import type { BoundStep, StageNode } from './stage-node.ts';

export const SCRATCH = 'scratch';

export interface GraphOptions {
  /** Global arguments: the only ones that FROM sees. */
  readonly scope: Scope;
  /** Let a FROM pass whose variable has no value. */
  readonly assumeBuilds: boolean;
}

/** The stages of a file and all that they are built from. */
export class StageGraph {
  readonly nodes: StageNode[] = [];
  readonly #byName = new Map<string, StageNode>();
  readonly #escapeToken: string;

  /** Throws DockerfileError. */
  constructor(parsed: ParsedDockerfile, options: GraphOptions) {
    this.#escapeToken = parsed.escapeToken;
    for (const stage of parsed.stages) this.#addStage(stage, options);
    for (const node of [...this.nodes]) {
      node.steps = (node.stage?.steps ?? []).map((step) =>
        this.bind(node, step, step.instruction.location.startLine, false),
      );
    }
    refuseCycles(this.nodes);
    this.validateReferences(0);
  }

  /**
   * The stage to build. A number counts stages from 0, as with the builder before BuildKit: no stage can have such a
   * name. Throws DockerfileError when there is no such stage.
   */
  target(name: string | null): StageNode {
    const stages = this.nodes.filter((node) => node.stage !== null);
    const wanted = name ? (this.find(name) ?? stages[parseInteger(name) ?? -1]) : stages.at(-1);
    if (wanted?.stage) return wanted;
    const names = stages.flatMap((node) => node.stage?.from.name ?? []);
    const known = names.length > 0 ? `: there are ${names.slice(0, 20).join(', ')}` : ': no stage has a name';
    throw new DockerfileError(`target stage "${name}" could not be found${known}`, 1);
  }

  find(name: string): StageNode | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  /** Connects an instruction with what it copies from. Throws DockerfileError. */
  bind(node: StageNode, step: Step, line: number, triggered: boolean): BoundStep {
    const sources = atLine(line, () => this.#sources(step));
    for (const source of sources) node.sources.add(source);
    return { step, sources, triggered, line };
  }

  /** Throws DockerfileError for the first node from this position on whose image has no valid name. */
  validateReferences(from: number): void {
    for (const { base, parent, location, written } of this.nodes.slice(from)) {
      if (parent !== null || base === null || base === SCRATCH || parseImageReference(base) !== null) continue;
      const expanded = base === written ? '' : ` (from ${written})`;
      throw new DockerfileError(`"${base}"${expanded} is not a valid image reference`, location.startLine);
    }
  }

  #addStage(stage: ParsedStage, options: GraphOptions): void {
    const { from, location } = stage;
    const node = atLine(location.startLine, (): StageNode => {
      const { text, unset } = expandWord(from.base, options.scope, { escapeToken: this.#escapeToken });
      const open = unset !== null && options.assumeBuilds;
      if (text === '' && !open) throw new Rejection(blankBase(from.base, unset));
      if (unset !== null && !open && parseImageReference(text) === null)
        throw new Rejection(blankBase(from.base, unset));
      const parent = open ? undefined : this.#byName.get(text);
      const inFile = parent !== undefined || text === SCRATCH;
      return {
        position: this.nodes.length,
        stage,
        location,
        written: from.base,
        base: unset === null || (inFile && !open) ? text : null,
        parent: parent ?? null,
        platform: this.#platform(from.platform, options.scope),
        steps: [],
        sources: new Set(),
      };
    });
    this.nodes.push(node);
    if (from.name !== null) this.#byName.set(from.name, node);
  }

  #platform(written: string, scope: Scope): StageNode['platform'] {
    if (written === '') return null;
    const { text } = expandWord(written, scope, { escapeToken: this.#escapeToken });
    if (text === '') throw new Rejection(`empty platform value from expression ${written}`);
    return parsePlatform(text);
  }

  #sources({ command, instruction }: Step): StageNode[] {
    if (command.kind === 'run') {
      return command.froms.map(
        (from) => this.find(from || SCRATCH) ?? this.#addImage(from || SCRATCH, instruction.location),
      );
    }
    if (command.kind !== 'copy' || command.from === '') return [];
    this.#refuseVariables(command.from);
    const index = parseInteger(command.from);
    if (index === null) return [this.find(command.from) ?? this.#addImage(command.from, instruction.location)];
    const node = this.nodes[index];
    if (node === undefined) throw new Rejection(`invalid stage index ${index}`);
    return [node];
  }

  #refuseVariables(from: string): void {
    const nothing: Scope = { lookup: () => null, complete: true, spend: () => undefined };
    if (expandWord(from, nothing, { escapeToken: this.#escapeToken }).text === from) return;
    throw new Rejection('variable expansion is not supported for --from, define a new stage with FROM instead');
  }

  #addImage(reference: string, location: StageNode['location']): StageNode {
    const node: StageNode = {
      position: this.nodes.length,
      stage: null,
      location,
      written: reference,
      base: reference,
      parent: null,
      platform: null,
      steps: [],
      sources: new Set(),
    };
    this.nodes.push(node);
    return node;
  }
}

function blankBase(written: string, unset: string | null): string {
  if (unset === null) return `base name (${written}) should not be blank`;
  return `the image of FROM ${written} is not known: ${unset} has no value (give one with --build-arg, or a default)`;
}

/** A stage cannot copy from one that is made from it: take away what depends on nothing until nothing or a cycle is left. */
function refuseCycles(nodes: readonly StageNode[]): void {
  const users = new Map<StageNode, StageNode[]>();
  const open = new Map(nodes.map((node) => [node, node.sources.size]));
  for (const node of nodes) {
    for (const source of node.sources) {
      const list = users.get(source);
      if (list === undefined) users.set(source, [node]);
      else list.push(node);
    }
  }
  const free = nodes.filter((node) => node.sources.size === 0);
  for (let node = free.pop(); node !== undefined; node = free.pop()) {
    open.delete(node);
    for (const user of users.get(node) ?? []) {
      const left = (open.get(user) ?? 0) - 1;
      open.set(user, left);
      if (left === 0) free.push(user);
    }
  }
  const [stuck] = open.keys();
  if (stuck === undefined) return;
  const step = stuck.steps.find(({ sources }) => sources.some((source) => open.has(source)));
  throw new DockerfileError('stages copy from each other in a circle', step?.line ?? stuck.location.startLine);
}
