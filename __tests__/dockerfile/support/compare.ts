import { baseFromImageConfig, type RawImageConfig } from '../../../src/dockerfile/base-config.ts';
import { type EvaluateOptions, evaluateDockerfile } from '../../../src/dockerfile/evaluate.ts';
import { formatImageReference, parseImageReference } from '../../../src/dockerfile/image-reference.ts';
import { DockerfileError, readDockerfile } from '../../../src/dockerfile/read.ts';
import type { DockerfileEvidence, Healthcheck } from '../../../src/model/dockerfile.ts';
import type { Answer, Question } from './oracle.ts';

/** A config with nothing in it that depends on who writes it down. */
export interface Comparable {
  readonly user: string;
  readonly exposedPorts: readonly string[];
  readonly healthcheck: Healthcheck | null;
  readonly entrypoint: readonly string[] | null;
  readonly cmd: readonly string[] | null;
  readonly env: readonly string[];
  readonly workingDir: string;
  readonly labels: readonly string[];
  readonly volumes: readonly string[];
  readonly stopSignal: string;
  readonly shell: readonly string[] | null;
}

export type Result = { readonly config: Comparable } | { readonly rejected: string; readonly line: number };

/** What our reading says; with `unresolved`, no base has a config. */
export function ask(question: Question, unresolved = false): Result {
  try {
    return { config: ours(evaluate(question, unresolved)) };
  } catch (error) {
    if (error instanceof DockerfileError) return { rejected: error.message, line: error.line };
    throw error;
  }
}

export function evaluate(question: Question, unresolved: boolean): DockerfileEvidence {
  const options: EvaluateOptions = {
    target: question.target ?? null,
    buildArgs: question.buildArgs ?? {},
    platform: question.platform ?? 'linux/amd64',
    baseConfig: (reference) => {
      const parsed = parseImageReference(reference);
      const raw = parsed === null ? undefined : question.bases?.[formatImageReference(parsed)];
      return unresolved ? null : baseFromImageConfig((raw ?? {}) as RawImageConfig);
    },
  };
  return evaluateDockerfile(readDockerfile(question.text, 'Dockerfile'), options);
}

export function theirs(answer: Answer): Result {
  const { config } = answer;
  if (config === undefined) return { rejected: answer.error ?? '', line: answer.line ?? 0 };
  const check = config.Healthcheck;
  return {
    config: {
      user: config.User ?? '',
      exposedPorts: Object.keys(config.ExposedPorts ?? {}).sort(),
      healthcheck: check
        ? {
            test: check.Test ?? [],
            interval: check.Interval ?? 0,
            timeout: check.Timeout ?? 0,
            startPeriod: check.StartPeriod ?? 0,
            startInterval: check.StartInterval ?? 0,
            retries: check.Retries ?? 0,
          }
        : null,
      entrypoint: filled(config.Entrypoint),
      cmd: filled(config.Cmd),
      env: config.Env ?? [],
      workingDir: config.WorkingDir ?? '',
      labels: Object.entries(config.Labels ?? {})
        .map(([key, value]) => `${key}=${value}`)
        .sort(),
      volumes: Object.keys(config.Volumes ?? {}).sort(),
      stopSignal: config.StopSignal ?? '',
      shell: filled(config.Shell),
    },
  };
}

function ours({ config }: DockerfileEvidence): Comparable {
  const values = (list: { readonly entries: readonly { readonly value: string }[] }): string[] =>
    list.entries.map((entry) => entry.value);
  return {
    user: config.user.value ?? '',
    exposedPorts: values(config.exposedPorts),
    healthcheck: config.healthcheck.value,
    entrypoint: filled(config.entrypoint.value),
    cmd: filled(config.cmd.value),
    env: values(config.env),
    workingDir: config.workingDir.value ?? '',
    labels: values(config.labels).sort(),
    volumes: values(config.volumes).sort(),
    stopSignal: config.stopSignal.value ?? '',
    shell: filled(config.shell.value),
  };
}

/** BuildKit's JSON leaves out what is empty. */
function filled(words: readonly string[] | null | undefined): readonly string[] | null {
  return words === null || words === undefined || words.length === 0 ? null : words;
}
