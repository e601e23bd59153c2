import type { Healthcheck, Instruction } from '../model/dockerfile.ts';
import type { NameValue } from './words.ts';

/** What an instruction asks for, checked as far as that goes without its stage. Variables are not expanded. */
export type Command =
  | { readonly kind: 'env' | 'label'; readonly pairs: readonly NameValue[] }
  | { readonly kind: 'arg'; readonly args: readonly { readonly name: string; readonly value: string | null }[] }
  | CopyCommand
  | { readonly kind: 'run'; readonly mounts: readonly string[]; readonly froms: readonly string[] }
  | { readonly kind: 'cmd' | 'entrypoint'; readonly words: readonly string[]; readonly json: boolean }
  | { readonly kind: 'healthcheck'; readonly health: Healthcheck }
  | { readonly kind: 'expose'; readonly ports: readonly string[] }
  | { readonly kind: 'user' | 'workdir' | 'stopsignal'; readonly value: string }
  | { readonly kind: 'volume'; readonly paths: readonly string[] }
  | { readonly kind: 'shell'; readonly words: readonly string[] }
  /** The text of the instruction to run in children. */
  | { readonly kind: 'onbuild'; readonly trigger: string }
  | { readonly kind: 'maintainer' };

export interface CopyCommand {
  readonly kind: 'copy';
  readonly add: boolean;
  /** Of `--from`; '' for the build context. */
  readonly from: string;
  readonly chown: string;
  readonly chmod: string;
  readonly checksum: string;
  readonly link: boolean;
  /** Without the heredocs. */
  readonly sources: readonly string[];
  readonly destination: string;
  /** Bodies of unquoted heredocs: variables in them are expanded. */
  readonly contents: readonly string[];
}

/** `FROM base [AS name]`. */
export interface FromCommand {
  readonly kind: 'from';
  readonly base: string;
  /** Lower case. */
  readonly name: string | null;
  /** Of `--platform`; '' when not given. */
  readonly platform: string;
}

/** An instruction of a stage: as written, and what it asks for. */
export interface Step {
  readonly instruction: Instruction;
  readonly command: Command;
}
