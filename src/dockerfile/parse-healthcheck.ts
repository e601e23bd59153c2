import type { Healthcheck } from '../model/dockerfile.ts';
import type { Command } from './command.ts';
import { Rejection } from './dockerfile-error.ts';
import { readFlags } from './flags.ts';
import { parseDuration, parseInteger } from './go-values.ts';
import type { Node } from './node.ts';

const FLAGS = {
  interval: 'text',
  timeout: 'text',
  'start-period': 'text',
  'start-interval': 'text',
  retries: 'text',
} as const;
const NO_TIMES = { interval: 0, timeout: 0, startPeriod: 0, startInterval: 0, retries: 0 };

/** HEALTHCHECK. NONE does not even look at its flags. Throws Rejection. */
export function parseHealthcheck(node: Node): Command {
  const [first, ...args] = node.args;
  if (first === undefined) throw new Rejection('HEALTHCHECK requires at least one argument');
  const type = first.toUpperCase();
  if (type === 'NONE') {
    if (args.length > 0) throw new Rejection('HEALTHCHECK NONE takes no arguments');
    return { kind: 'healthcheck', health: { test: ['NONE'], ...NO_TIMES } };
  }
  const flags = readFlags(node.flags, FLAGS);
  if (type !== 'CMD') throw new Rejection(`unknown type "${first}" in HEALTHCHECK (try CMD)`);
  if (args.length === 0) throw new Rejection('missing command after HEALTHCHECK CMD');
  const time = (name: keyof typeof FLAGS): number => parseTime(name, flags.get(name)?.[0] ?? '');
  const health: Healthcheck = {
    test: node.json ? ['CMD', ...args] : ['CMD-SHELL', args.join(' ')],
    interval: time('interval'),
    timeout: time('timeout'),
    startPeriod: time('start-period'),
    startInterval: time('start-interval'),
    retries: parseRetries(flags.get('retries')?.[0] ?? ''),
  };
  return { kind: 'healthcheck', health };
}

/** Nanoseconds; 0, the default, or at least one millisecond. */
function parseTime(name: string, text: string): number {
  const time = text === '' ? 0 : parseDuration(text);
  if (time !== 0 && time < 1_000_000) throw new Rejection(`interval "${name}" cannot be less than 1ms`);
  return time;
}

function parseRetries(text: string): number {
  if (text === '') return 0;
  const retries = parseInteger(text);
  if (retries === null || retries >= 2 ** 31) throw new Rejection(`--retries: "${text}" is not a number`);
  if (retries < 0) throw new Rejection(`--retries cannot be negative (${text})`);
  return retries;
}
