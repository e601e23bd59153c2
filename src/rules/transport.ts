import type { Evidence } from '../model/subject.ts';
import { effective } from './effective.ts';

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
 * The transport of an MCP server: what the user states, else what the start command says, else a variable such as
 * MCP_TRANSPORT, else an exposed port. That no port is exposed proves nothing: EXPOSE is only documentation.
 */
export function transportOf(evidence: Evidence, stated: Transport): KnownTransport {
  if (stated !== 'auto') return { transport: stated, because: `the transport is stated as ${stated}` };
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
