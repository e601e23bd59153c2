import { trim } from './blanks.ts';
import type { Command, FromCommand } from './command.ts';
import { Rejection } from './dockerfile-error.ts';
import { readFlags } from './flags.ts';
import { type HeredocBody, triggerText } from './logical-lines.ts';
import type { Node } from './node.ts';
import { parseCopy } from './parse-copy.ts';
import { parseHealthcheck } from './parse-healthcheck.ts';
import { parseRun } from './parse-run.ts';

const STAGE_NAME = /^[a-z][a-z0-9-_.]*$/;

/** Checks one instruction as moby/buildkit frontend/dockerfile/instructions does. Throws Rejection. */
export function parseCommand(node: Node, heredocs: readonly HeredocBody[]): Command | FromCommand {
  switch (node.kind) {
    case 'from':
      return parseFrom(node);
    case 'run':
      return parseRun(node);
    case 'copy':
    case 'add':
      return parseCopy(node, heredocs);
    case 'healthcheck':
      return parseHealthcheck(node);
    case 'env':
    case 'label':
      return parsePairs(node, node.kind);
    case 'arg':
      return parseArg(node);
    case 'cmd':
    case 'entrypoint':
      readFlags(node.flags, {});
      return { kind: node.kind, words: node.args, json: node.json };
    case 'shell':
      return parseShell(node);
    case 'user':
    case 'workdir':
      readFlags(node.flags, {});
      return { kind: node.kind, value: onlyArgument(node) };
    case 'stopsignal':
      return { kind: node.kind, value: onlyArgument(node) };
    case 'maintainer':
      onlyArgument(node);
      readFlags(node.flags, {});
      return { kind: 'maintainer' };
    case 'expose':
      readFlags(node.flags, {});
      return { kind: 'expose', ports: atLeastOne(node, node.args).toSorted() };
    case 'volume':
      return parseVolume(node);
    case 'onbuild':
      return parseOnbuild(node, heredocs);
    default:
      throw new Rejection(`unknown instruction: ${node.keyword}`);
  }
}

function atLeastOne<T>(node: Node, args: readonly T[]): readonly T[] {
  if (args.length === 0) throw new Rejection(`${node.kind.toUpperCase()} requires at least one argument`);
  return args;
}

function onlyArgument(node: Node): string {
  const [value, ...more] = node.args;
  if (value === undefined || more.length > 0) {
    throw new Rejection(`${node.kind.toUpperCase()} requires exactly one argument`);
  }
  return value;
}

function parseFrom(node: Node): FromCommand {
  const [base, as, written, ...more] = node.args;
  const named = written !== undefined && more.length === 0 && as !== undefined && /^as$/iu.test(as);
  if (base === undefined || (as !== undefined && !named)) {
    throw new Rejection('FROM requires either one or three arguments');
  }
  const name = written?.toLowerCase() ?? null;
  if (name !== null && !STAGE_NAME.test(name)) {
    throw new Rejection(
      `invalid name for build stage: "${written}", name can't start with a number or contain symbols`,
    );
  }
  const flags = readFlags(node.flags, { platform: 'text' });
  return { kind: 'from', base, name, platform: flags.get('platform')?.[0] ?? '' };
}

function parsePairs(node: Node, kind: 'env' | 'label'): Command {
  readFlags(node.flags, {});
  const pairs = atLeastOne(node, node.pairs);
  if (pairs.some((pair) => pair.name === '')) throw new Rejection(`${kind.toUpperCase()} names can not be blank`);
  return { kind, pairs };
}

function parseArg(node: Node): Command {
  const args = atLeastOne(node, node.args).map((word) => {
    const equals = word.indexOf('=');
    if (equals === 0) throw new Rejection('ARG names can not be blank');
    return equals < 0 ? { name: word, value: null } : { name: word.slice(0, equals), value: word.slice(equals + 1) };
  });
  return { kind: 'arg', args };
}

function parseShell(node: Node): Command {
  readFlags(node.flags, {});
  atLeastOne(node, node.args);
  if (!node.json) throw new Rejection('SHELL requires the arguments to be in JSON form');
  return { kind: 'shell', words: node.args };
}

function parseVolume(node: Node): Command {
  const paths = atLeastOne(node, node.args).map(trim);
  readFlags(node.flags, {});
  if (paths.includes('')) throw new Rejection('VOLUME specified can not be an empty string');
  return { kind: 'volume', paths };
}

function parseOnbuild(node: Node, heredocs: readonly HeredocBody[]): Command {
  if (node.trigger === null) throw new Rejection('ONBUILD requires at least one argument');
  readFlags(node.flags, {});
  const keyword = trim(node.trigger.keyword).toUpperCase();
  if (keyword === 'ONBUILD') throw new Rejection("chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
  if (keyword === 'MAINTAINER' || keyword === 'FROM') {
    throw new Rejection(`${keyword} isn't allowed as an ONBUILD trigger`);
  }
  return { kind: 'onbuild', trigger: triggerText(node, heredocs) };
}
