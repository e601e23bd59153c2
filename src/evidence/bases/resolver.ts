import type { BaseConfig } from '../../dockerfile/base-config.ts';
import { type EvaluateOptions, evaluateAsBase, evaluateDockerfile } from '../../dockerfile/evaluate.ts';
import { parseImageReference } from '../../dockerfile/image-reference.ts';
import { DockerfileError, type ParsedDockerfile } from '../../dockerfile/read.ts';
import type { ResolvedBase } from '../../model/base-chain.ts';
import type { DockerfileEvidence, EffectiveConfig } from '../../model/dockerfile.ts';
import { UsageError } from '../../model/failure.ts';
import type { BaseBuild } from './base-build.ts';
import type { BaseFinder, WantedBase } from './base-finder.ts';
import { closeCircle, type Pending } from './circle.ts';
import { mergeConfigs } from './merge-configs.ts';
import { Answers, chainOf, keyOf, nothing, type Resolution, withBuilds } from './resolution.ts';
import { withoutPlace } from './without-place.ts';

/** Reads and parses a Dockerfile of the repository. Throws UsageError, DockerfileError. */
export type ReadBuild = (path: string) => Promise<ParsedDockerfile>;

export interface ChainRequest {
  readonly parsed: ParsedDockerfile;
  readonly target: string | null;
  readonly buildArgs: Readonly<Record<string, string>>;
  /** Like `linux/amd64`. */
  readonly platform: string;
  /** See EvaluateOptions. */
  readonly assumeBuilds: boolean;
}

export interface Chain {
  readonly evidence: DockerfileEvidence;
  /** The way down from the target stage, nearest first. */
  readonly bases: readonly ResolvedBase[];
}

const CIRCLE = 'base-circle';
/** Deeper than any real chain. */
const DEEPEST = 32;

/** Evaluates Dockerfiles on top of their bases, wherever those are found. One for a run: everything is looked up once. */
export class BaseResolver {
  /** Something will be asked for: what takes long begins, and whoever asks for nothing has lost little. */
  readonly begin: () => void;
  readonly #finders: readonly BaseFinder[];
  readonly #readBuild: ReadBuild;
  readonly #known = new Map<string, Resolution>();

  /**
   * @param finders in the order in which they are believed
   * @param begin lets them begin what takes long
   */
  constructor(finders: readonly BaseFinder[], readBuild: ReadBuild, begin: () => void = () => undefined) {
    this.begin = begin;
    this.#finders = finders;
    this.#readBuild = readBuild;
  }

  /** @throws DockerfileError for what BuildKit rejects, UsageError `base-circle` when the policy leads in a circle. */
  evaluate(request: ChainRequest): Promise<Chain> {
    return this.#evaluate(request, []);
  }

  async #evaluate(
    request: ChainRequest,
    way: readonly Pending[],
    answers = new Map<string, Resolution>(),
  ): Promise<Chain> {
    // Each round asks for at least one image more, and a file names only so many.
    for (;;) {
      const asked = new Map<string, readonly [reference: string, platform: string]>();
      const lookUp: EvaluateOptions['baseConfig'] = (reference, platform) => {
        const key = keyOf(reference, platform);
        const answer = answers.get(key);
        if (answer === undefined) asked.set(key, [reference, platform]);
        return answer?.config ?? null;
      };
      const attempt = attempted(() => evaluateDockerfile(request.parsed, { ...request, baseConfig: lookUp }));
      let learnt = false;
      for (const [key, [reference, platform]] of asked) {
        const answer = await this.#resolve(reference, platform, way);
        answers.set(key, answer);
        learnt ||= answer.config !== null;
      }
      if (learnt) continue;
      if ('error' in attempt) throw attempt.error;
      const known = new Answers(answers);
      const bases = chainOf(attempt.value, known);
      const evidence = withBuilds(attempt.value, known);
      return { evidence: { ...evidence, config: placed(evidence.config, bases) }, bases };
    }
  }

  async #resolve(reference: string, platform: string, way: readonly Pending[]): Promise<Resolution> {
    const key = keyOf(reference, platform);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const circle = closeCircle(way, key);
    if (circle !== null) return nothing([`it is built from itself: ${circle}`]);
    const parsed = parseImageReference(reference);
    if (parsed === null) return nothing(['it is not the name of an image']);
    const resolution = await this.#search({ reference, parsed, platform }, way);
    this.#known.set(key, resolution);
    return resolution;
  }

  async #search(wanted: WantedBase, way: readonly Pending[]): Promise<Resolution> {
    const reasons: string[] = [];
    for (const find of this.#finders) {
      const found = await find(wanted);
      if (found === null) continue;
      if (found.kind === 'image') {
        const { config, reason } = found;
        return { config, built: null, resolvedBy: 'image', dockerfile: null, reason, below: [] };
      }
      const outcome = found.kind === 'none' ? found.reason : await this.#build(found.build, wanted, way);
      if (typeof outcome !== 'string') return outcome;
      reasons.push(outcome);
    }
    return nothing(reasons);
  }

  /** The reason as text when the build cannot be followed. */
  async #build(
    build: BaseBuild,
    { reference, platform }: WantedBase,
    way: readonly Pending[],
  ): Promise<Resolution | string> {
    const { dockerfile, target, says } = build;
    if (way.length > DEEPEST) return `${says}, but the chain of bases is longer than ${DEEPEST}`;
    const pending: Pending = { key: keyOf(reference, platform), reference, build, circle: null };
    try {
      const parsed = await this.#readBuild(dockerfile);
      const configs: BaseConfig[] = [];
      let bases: readonly ResolvedBase[] = [];
      let built: DockerfileEvidence | null = null;
      for (const { args, optional } of build.variants) {
        const request = { parsed, target, buildArgs: args, platform, assumeBuilds: true };
        const one = await this.#asBase(request, [...way, pending]).catch((error: unknown) => {
          if (optional && error instanceof DockerfileError) return null;
          throw error;
        });
        if (one === null) continue;
        if (configs.length === 0) ({ bases, evidence: built } = one);
        configs.push(one.config);
      }
      if (pending.circle !== null) return `${says}, but that leads in a circle: ${pending.circle}`;
      const config = mergeConfigs(configs);
      if (config === null) return `${says}, but its ONBUILD instructions depend on build arguments`;
      return { config, built, resolvedBy: 'dockerfile', dockerfile, reason: says, below: bases };
    } catch (error) {
      return refusal(error, build);
    }
  }

  async #asBase(request: ChainRequest, way: readonly Pending[]): Promise<Chain & { readonly config: BaseConfig }> {
    const answers = new Map<string, Resolution>();
    const chain = await this.#evaluate(request, way, answers);
    const baseConfig: EvaluateOptions['baseConfig'] = (reference, platform) =>
      answers.get(keyOf(reference, platform))?.config ?? null;
    const base = evaluateAsBase(request.parsed, { ...request, baseConfig });
    return { ...chain, config: { ...base, config: placed(base.config, chain.bases) } };
  }
}

/** Of a build that the policy names, a missing file is the user's to correct; a guess is given up. */
function refusal(error: unknown, { dockerfile, says, certain }: BaseBuild): string {
  if (error instanceof DockerfileError)
    return `${says}, but ${dockerfile}:${error.line} would not build: ${error.message}`;
  if (error instanceof UsageError && !certain && error.code !== CIRCLE) return `${says}, but ${error.message}`;
  if (error instanceof UsageError && error.code !== CIRCLE) {
    throw new UsageError(error.code, `${error.message} (${says})`, error.advice);
  }
  throw error;
}

function placed(config: EffectiveConfig, [nearest]: readonly ResolvedBase[]): EffectiveConfig {
  return nearest?.resolvedBy === 'dockerfile' ? withoutPlace(config, nearest.from) : config;
}

function attempted<T>(work: () => T): { readonly value: T } | { readonly error: DockerfileError } {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof DockerfileError) return { error };
    throw error;
  }
}
