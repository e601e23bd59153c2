import type { Command } from './command.ts';
import { splitCsv } from './csv.ts';
import { Rejection } from './dockerfile-error.ts';
import { readFlags } from './flags.ts';
import { parseBool } from './go-values.ts';
import type { Node } from './node.ts';
import { mountFrom } from './run-mount.ts';

const NETWORKS = ['default', 'none', 'host'];
const SECURITY = ['insecure', 'sandbox'];

/** RUN and its flags; the command line itself is the shell's business. Throws Rejection. */
export function parseRun(node: Node): Command {
  const flags = readFlags(node.flags, { mount: 'texts', network: 'text', security: 'text', device: 'texts' });
  for (const device of flags.get('device') ?? []) validateDevice(device);
  const mounts = flags.get('mount') ?? [];
  const froms = mounts.map(mountFrom);
  const network = flags.get('network')?.[0];
  if (network !== undefined && !NETWORKS.includes(network)) throw new Rejection(`invalid network mode "${network}"`);
  const security = flags.get('security')?.[0];
  if (security !== undefined && !SECURITY.includes(security))
    throw new Rejection(`security "${security}" is not valid`);
  return { kind: 'run', mounts, froms };
}

/** `vendor/class=name[,required[=bool]]`, or `name=…` in the place of the first field. */
function validateDevice(option: string): void {
  let name = '';
  for (const field of splitCsv(option)) {
    const equals = field.indexOf('=');
    const key = (equals < 0 ? field : field.slice(0, equals)).toLowerCase();
    if (key === 'required') {
      if (equals >= 0) parseBool(field.slice(equals + 1), key);
    } else if (key === 'name' && equals >= 0) {
      if (name !== '') throw new Rejection(`device name already set to ${name}`);
      name = field.slice(equals + 1);
    } else if (name === '') name = field;
    else throw new Rejection(`unexpected key '${key}' in '${field}'`);
  }
}
