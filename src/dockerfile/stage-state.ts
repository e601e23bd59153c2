import type { Healthcheck, Sourced } from '../model/dockerfile.ts';
import type { Location } from '../model/location.ts';
import type { BaseConfig } from './base-config.ts';
import type { PortRange } from './ports.ts';
import type { Variables } from './variables.ts';

/** One addition to an accumulating setting; `value` null stands for an entry of a base image, taken as it is. */
export type Addition = { readonly known: boolean; readonly from: Location | null } & (
  | { readonly kind: 'env'; readonly name: string; readonly value: string }
  | { readonly kind: 'label'; readonly name: string; readonly value: string }
  | { readonly kind: 'volume'; readonly path: string }
  | { readonly kind: 'expose'; readonly range: PortRange }
  | { readonly kind: 'base'; readonly base: BaseConfig; readonly line: Location | null }
);

/** A list that grows at its end while older ones stay: children share it with their parent. */
export interface Additions {
  readonly last: Addition;
  readonly before: Additions | null;
}

/** The config of a stage while its instructions run. A child starts from a copy, which costs the same for any size. */
export interface StageState {
  user: Sourced<string | null>;
  healthcheck: Sourced<Healthcheck | null>;
  entrypoint: Sourced<readonly string[] | null>;
  cmd: Sourced<readonly string[] | null>;
  workingDir: Sourced<string | null>;
  stopSignal: Sourced<string | null>;
  shell: Sourced<readonly string[] | null>;
  additions: Additions | null;
  readonly variables: Variables;
  /** False when an unresolved base could have more variables. */
  complete: boolean;
  hasPath: boolean;
  /** Whether this very stage has a CMD: it decides if ENTRYPOINT resets the inherited one. */
  cmdInStage: boolean;
  /** Of the image config; the shell of shell forms depends on it. */
  os: string;
  /** Of the platform that is built for; paths depend on it. */
  platformOs: string;
}
