import type { CopyCommand } from './command.ts';
import { Rejection } from './dockerfile-error.ts';
import { type FlagKind, readFlags } from './flags.ts';
import { asHeredoc } from './heredoc.ts';
import { type HeredocBody, heredocText } from './logical-lines.ts';
import type { Node } from './node.ts';

const COMMON = { chown: 'text', chmod: 'text', link: 'switch', exclude: 'texts' } as const;
const FLAGS: Readonly<Record<'add' | 'copy', Readonly<Record<string, FlagKind>>>> = {
  add: { ...COMMON, 'keep-git-dir': 'switch', checksum: 'text', unpack: 'switch' },
  copy: { ...COMMON, from: 'text', parents: 'switch' },
};

/** COPY and ADD. Throws Rejection. */
export function parseCopy(node: Node, heredocs: readonly HeredocBody[]): CopyCommand {
  const keyword = node.kind === 'add' ? 'add' : 'copy';
  const destination = node.args.at(-1);
  if (destination === undefined || node.args.length < 2) {
    throw new Rejection(`${keyword.toUpperCase()} requires at least two arguments, a source and a destination`);
  }
  const flags = readFlags(node.flags, FLAGS[keyword]);
  if (asHeredoc(destination) !== null) {
    throw new Rejection(`${keyword.toUpperCase()} cannot accept a heredoc as a destination`);
  }
  const sources: string[] = [];
  const contents: string[] = [];
  const bodies = new Map(heredocs.map((heredoc) => [heredoc.name, heredoc]));
  for (const argument of node.args.slice(0, -1)) {
    const start = asHeredoc(argument);
    if (start === null) sources.push(argument);
    else if (start.expand) contents.push(heredocText({ content: '', ...bodies.get(start.name), ...start }));
  }
  const flag = (name: string): string => flags.get(name)?.[0] ?? '';
  return {
    kind: 'copy',
    add: keyword === 'add',
    from: flag('from'),
    chown: flag('chown'),
    chmod: flag('chmod'),
    checksum: flag('checksum'),
    link: flag('link') === 'true',
    sources,
    destination,
    contents,
  };
}
