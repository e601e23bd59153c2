import type { EffectiveConfig, SourcedList } from '../model/dockerfile.ts';
import { credentialKind, isSecretName, looksSecret } from '../rules/shared/credentials.ts';

const HIDDEN = '***';

/** The same config without the values of credentials: an explanation ends up in logs. */
export function redactConfig(config: EffectiveConfig): EffectiveConfig {
  const { healthcheck } = config;
  return {
    ...config,
    env: entries(config.env),
    labels: entries(config.labels),
    entrypoint: { ...config.entrypoint, value: words(config.entrypoint.value) },
    cmd: { ...config.cmd, value: words(config.cmd.value) },
    healthcheck: {
      ...healthcheck,
      value: healthcheck.value === null ? null : { ...healthcheck.value, test: healthcheck.value.test.map(word) },
    },
  };
}

function entries({ entries: all, complete }: SourcedList<string>): SourcedList<string> {
  return {
    complete,
    entries: all.map((entry) => {
      const [name = ''] = entry.value.split('=', 1);
      const value = entry.value.slice(name.length + 1);
      const isSecret = credentialKind(value) !== null || (isSecretName(name) && looksSecret(value));
      return isSecret ? { ...entry, value: `${name}=${HIDDEN}` } : entry;
    }),
  };
}

function words(list: readonly string[] | null): readonly string[] | null {
  return list === null ? null : list.map(word);
}

function word(text: string): string {
  return credentialKind(text) === null ? text : HIDDEN;
}
