import type { EffectiveConfig, Sourced, SourcedList } from '../../model/dockerfile.ts';
import type { Location } from '../../model/location.ts';

/**
 * The same config without one place. The evaluation puts what a base has from nowhere at the FROM that names it, which
 * is right for an image; a base that a Dockerfile builds has lines of its own, and the rest is the builder's.
 */
export function withoutPlace(config: EffectiveConfig, place: Location): EffectiveConfig {
  const one = <T>(setting: Sourced<T>): Sourced<T> =>
    setting.from?.file === place.file && setting.from.startLine === place.startLine
      ? { ...setting, from: null }
      : setting;
  const many = (list: SourcedList<string>): SourcedList<string> => ({ ...list, entries: list.entries.map(one) });
  return {
    user: one(config.user),
    exposedPorts: many(config.exposedPorts),
    healthcheck: one(config.healthcheck),
    entrypoint: one(config.entrypoint),
    cmd: one(config.cmd),
    env: many(config.env),
    workingDir: one(config.workingDir),
    labels: many(config.labels),
    volumes: many(config.volumes),
    stopSignal: one(config.stopSignal),
    shell: one(config.shell),
  };
}
