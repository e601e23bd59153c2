import type { ResolvedBase } from '../../model/base-chain.ts';
import type { Sourced, SourcedList } from '../../model/dockerfile.ts';
import type { Location } from '../../model/location.ts';
import { stringify } from '../json/stringify.ts';
import type { Explained, Explanation } from './explanation.ts';
import { EXPLAIN_SCHEMA, type ExplanationJson } from './schema.ts';

type Place = { readonly file: string; readonly line: number };

/** One explanation as an object, or all of them as a list (`schemas/explain-1.schema.json`). Ends with a line feed. */
export function renderExplainJson(explanations: readonly Explanation[], asList: boolean): string {
  const all = explanations.map(toJson);
  return `${stringify(asList ? all : (all[0] ?? null), 2)}\n`;
}

function toJson(explanation: Explanation): ExplanationJson {
  if (!('error' in explanation)) return explainedJson(explanation);
  const { dockerfile, image, error } = explanation;
  return { schema: EXPLAIN_SCHEMA, dockerfile, image, error: { ...error } };
}

function explainedJson({ dockerfile, image, platform, target, stages, bases, config }: Explained): ExplanationJson {
  const { healthcheck } = config;
  return {
    schema: EXPLAIN_SCHEMA,
    dockerfile,
    image: image === null ? null : { ...image },
    platform,
    target,
    stages: stages.map((stage) => ({ ...stage })),
    bases: bases.map(baseJson),
    config: {
      user: one(config.user),
      exposedPorts: many(config.exposedPorts),
      healthcheck: one({ ...healthcheck, value: healthcheck.value === null ? null : [...healthcheck.value.test] }),
      entrypoint: one(words(config.entrypoint)),
      cmd: one(words(config.cmd)),
      env: many(config.env),
      workingDir: one(config.workingDir),
      labels: many(config.labels),
      volumes: many(config.volumes),
      stopSignal: one(config.stopSignal),
      shell: one(words(config.shell)),
    },
  };
}

function baseJson({ reference, resolvedBy, dockerfile, reason, from }: ResolvedBase) {
  return { ref: reference, resolvedBy, dockerfile, reason, from: placeOf(from) };
}

function one<T>({ value, known, from }: Sourced<T>): { value: T; known: boolean; from: Place | null } {
  return { value, known, from: from === null ? null : placeOf(from) };
}

function many({ entries, complete }: SourcedList<string>) {
  return {
    value: entries.map(({ value }) => value),
    known: complete && entries.every(({ known }) => known),
    from: entries.map(({ from }) => (from === null ? null : placeOf(from))),
  };
}

function words(setting: Sourced<readonly string[] | null>): Sourced<string[] | null> {
  return { ...setting, value: setting.value === null ? null : [...setting.value] };
}

function placeOf({ file, startLine }: Location): Place {
  return { file, line: startLine };
}
