import type { CopyCommand } from './command.ts';
import { validateCopy } from './copy-rules.ts';
import { Rejection } from './dockerfile-error.ts';
import { validateMount } from './run-mount.ts';
import { expandWord } from './shell-word.ts';
import type { BoundStep, StageNode } from './stage-node.ts';
import { type CommandOf, expand, type StepContext } from './step-context.ts';

/** RUN changes no config, but it can be wrong. Throws Rejection. */
export function checkRun(command: CommandOf<'run'>, bound: BoundStep, context: StepContext): void {
  const { workingDir } = context.state;
  command.mounts.forEach((mount, index) => {
    validateMount(mount, (text) => expand(text, context).text, workingDir.value ?? '/');
    if (command.froms[index] !== '') refuseLater(bound.sources[index], context.node);
  });
}

/** The same for COPY and ADD. Throws Rejection. */
export function checkCopy(command: CopyCommand, bound: BoundStep, context: StepContext): void {
  const text = (word: string): string => expand(word, context).text;
  const parts = {
    add: command.add,
    sources: command.sources.map(text),
    chown: text(command.chown),
    chmod: text(command.chmod),
    checksum: text(command.checksum),
    link: command.link,
  };
  text(command.destination);
  for (const content of command.contents) {
    expandWord(content, context.scope, { escapeToken: '\\', plainQuotes: true });
  }
  refuseLater(bound.sources[0], context.node);
  validateCopy(parts);
}

function refuseLater(source: StageNode | undefined, node: StageNode): void {
  if (source?.stage == null || source.position <= node.position) return;
  throw new Rejection(
    `the stage "${source.stage.from.name ?? source.position}" comes after the one that copies from it`,
  );
}
