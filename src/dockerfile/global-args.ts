import type { Budget } from './budget.ts';
import { atLine, DockerfileError } from './dockerfile-error.ts';
import { parseInteger } from './go-values.ts';
import { formatPlatform, formatPlatformFully, type Platform } from './platform.ts';
import type { ParsedDockerfile } from './read.ts';
import type { Scope } from './scope.ts';
import { expandWord } from './shell-word.ts';

/** Arguments that hold for a whole build. */
export interface BuildArgs {
  /** What FROM sees, and what `ARG NAME` without a default imports into a stage. */
  readonly globals: ReadonlyMap<string, string>;
  /** What the user gave; it wins over defaults. */
  readonly given: ReadonlyMap<string, string>;
}

export interface BuildArgsOptions {
  readonly given: Readonly<Record<string, string>>;
  readonly platform: Platform;
  readonly target: string | null;
  readonly budget: Budget;
}

const EPOCH = 'SOURCE_DATE_EPOCH';

/** Throws DockerfileError. The builder is taken to have the target's platform. */
export function evaluateGlobalArgs(parsed: ParsedDockerfile, options: BuildArgsOptions): BuildArgs {
  const given = new Map(Object.entries(options.given));
  const globals = predefined(options.platform, options.target || parsed.stages.at(-1)?.from.name || 'default', given);
  const scope = globalScope(globals, options.budget);
  for (const { command, instruction } of parsed.globalArgs) {
    if (command.kind !== 'arg') continue;
    for (const { name, value } of command.args) {
      const set = given.get(name);
      if (set !== undefined) globals.set(name, set);
      else if (value !== null) {
        const line = instruction.location.startLine;
        globals.set(name, atLine(line, () => expandWord(value, scope, { escapeToken: parsed.escapeToken })).text);
      }
    }
  }
  settleEpoch(parsed, globals, given);
  return { globals, given };
}

/** A scope in which everything is known: no image takes part in it. */
export function globalScope(globals: ReadonlyMap<string, string>, budget: Budget): Scope {
  return {
    lookup: (name) => {
      const value = globals.get(name);
      return value === undefined ? null : { value, known: true };
    },
    complete: true,
    spend: (characters) => budget.spendCharacters(characters),
  };
}

function predefined(platform: Platform, stage: string, given: ReadonlyMap<string, string>): Map<string, string> {
  const defaults = {
    BUILDPLATFORM: formatPlatform(platform),
    BUILDOS: platform.os,
    BUILDOSVERSION: platform.osVersion,
    BUILDARCH: platform.architecture,
    BUILDVARIANT: platform.variant,
    TARGETPLATFORM: formatPlatformFully(platform),
    TARGETOS: platform.os,
    TARGETOSVERSION: platform.osVersion,
    TARGETARCH: platform.architecture,
    TARGETVARIANT: platform.variant,
    TARGETSTAGE: stage,
  };
  return new Map(Object.entries(defaults).map(([name, value]) => [name, given.get(name) ?? value]));
}

/** Seconds, `context`, or the stage that the time comes from; what only a build can find out counts as unset. */
function settleEpoch(parsed: ParsedDockerfile, globals: Map<string, string>, given: Map<string, string>): void {
  const value = given.get(EPOCH) ?? globals.get(EPOCH) ?? '';
  const seconds = parseInteger(value);
  const stages = parsed.stages.map((stage) => stage.from.name);
  if (value !== '' && value !== 'context' && seconds === null && !stages.includes(value.toLowerCase())) {
    throw new DockerfileError(`invalid ${EPOCH}: ${value}`, 1);
  }
  for (const args of [given, globals]) {
    if (!args.has(EPOCH)) continue;
    if (seconds === null) args.delete(EPOCH);
    else args.set(EPOCH, String(seconds));
  }
}
