import type { Evidence } from '../../model/subject.ts';
import { effective } from './effective.ts';
import { serverJsonOf } from './server-json.ts';

export type Transport = 'auto' | 'http' | 'stdio' | 'both';

/** How clients reach the server, and what says so. `unknown` when nothing in the evidence tells. */
export interface KnownTransport {
  readonly transport: 'http' | 'stdio' | 'both' | 'unknown';
  readonly because: string;
}

const WORDS: Readonly<Record<string, 'http' | 'stdio'>> = {
  stdio: 'stdio',
  http: 'http',
  https: 'http',
  sse: 'http',
  'streamable-http': 'http',
  streamablehttp: 'http',
  streamable_http: 'http',
};

/** Remote shells, container engines, debuggers and inspectors: that one of them listens says nothing about the server. */
const SIDE_DOORS = new Set([22, 23, 2375, 2376, 5005, 5678, 5900, 6274, 6277, 9229].map((port) => `${port}/tcp`));

/**
 * The transport of an MCP server: what the user states, else what server.json says of its image, else a label, else what
 * the start command says, else a variable such as MCP_TRANSPORT, else an exposed port. That no port is exposed proves
 * nothing: EXPOSE is only documentation.
 */
export function transportOf(evidence: Evidence, stated: Transport): KnownTransport {
  if (stated !== 'auto') return { transport: stated, because: `the transport is stated as ${stated}` };
  const described = serverJsonTransport(evidence) ?? labelTransport(evidence);
  if (described !== null) return described;
  const config = effective(evidence);
  const command = [...(config.entrypoint.value ?? []), ...(config.cmd.value ?? [])];
  const spoken = new Set(command.flatMap(transportWord));
  if (spoken.size === 2) return { transport: 'both', because: 'the start command names stdio and HTTP' };
  for (const transport of spoken) return { transport, because: `the start command names ${transport}` };
  for (const entry of config.env.entries) {
    const [name, value] = split(entry.value);
    const word = /(^|_)TRANSPORT(_MODE|_TYPE)?$/i.test(name) ? WORDS[value.toLowerCase()] : undefined;
    if (word !== undefined && entry.known) return { transport: word, because: `${name} is ${value.toLowerCase()}` };
  }
  const port = config.exposedPorts.entries.find(({ value, known }) => known && !SIDE_DOORS.has(value))?.value;
  if (port !== undefined) return { transport: 'http', because: `port ${port} is exposed` };
  return {
    transport: 'unknown',
    because: 'neither the start command, nor a variable, nor an exposed port tells the transport',
  };
}

/** server.json counts for what it says of images only: of its other packages, npm's say nothing about the container. */
function serverJsonTransport(evidence: Evidence): KnownTransport | null {
  const state = serverJsonOf(evidence);
  if (state.kind !== 'found') return null;
  const words = new Set(
    state.server.transports.flatMap((type) => (Object.hasOwn(WORDS, type) ? (WORDS[type] ?? []) : [])),
  );
  if (words.size === 2) return { transport: 'both', because: 'server.json names stdio and HTTP' };
  for (const transport of words) return { transport, because: `server.json names ${transport}` };
  return null;
}

/** `io.modelcontextprotocol.server.transport=stdio` and labels of that kind. */
function labelTransport(evidence: Evidence): KnownTransport | null {
  for (const { value: entry, known } of effective(evidence).labels.entries) {
    const [name, value] = split(entry);
    const spoken = /(^|\.)(mcp|modelcontextprotocol)\.([a-z.-]{0,60}\.)?transport(\.type)?$/.test(name)
      ? value.toLowerCase()
      : '';
    const word = Object.hasOwn(WORDS, spoken) ? WORDS[spoken] : undefined;
    if (known && word !== undefined) return { transport: word, because: `the label ${name} names ${word}` };
  }
  return null;
}

/** `--stdio`, `stdio`, `--transport=http`, `http`: words that stand alone, not parts of addresses or names. */
function transportWord(word: string): ('http' | 'stdio')[] {
  const bare = word
    .toLowerCase()
    .replace(/^--?/, '')
    .replace(/^(mcp-)?transport=/, '');
  const found = Object.hasOwn(WORDS, bare) ? WORDS[bare] : undefined;
  return found === undefined ? [] : [found];
}

function split(entry: string): [string, string] {
  const at = entry.indexOf('=');
  return at < 0 ? [entry, ''] : [entry.slice(0, at), entry.slice(at + 1)];
}
