/** What opens a way into a running program: ports by custom, and words of commands and variables that start debuggers. */

/** What by custom listens on a TCP port. */
export interface DebugPort {
  readonly what: string;
  /** False for a number that ordinary servers take as well. */
  readonly reserved: boolean;
}

/** Ports that remote shells, engines, debuggers and inspectors take by default. */
export const DEBUG_PORTS: Readonly<Record<string, DebugPort>> = {
  '22/tcp': { what: 'SSH', reserved: true },
  '23/tcp': { what: 'Telnet', reserved: true },
  '2375/tcp': { what: "the Docker engine's unprotected API", reserved: true },
  '2376/tcp': { what: "the Docker engine's API", reserved: true },
  '5005/tcp': { what: "Java's debugger (JDWP)", reserved: false },
  '5678/tcp': { what: "Python's debugger (debugpy)", reserved: false },
  '5900/tcp': { what: 'a remote screen (VNC)', reserved: true },
  '6274/tcp': { what: 'the MCP Inspector', reserved: true },
  '6277/tcp': { what: "the MCP Inspector's proxy", reserved: true },
  '8888/tcp': { what: 'Jupyter', reserved: false },
  '9229/tcp': { what: "Node.js's inspector", reserved: true },
};

export interface Door {
  /** Stable: it goes into fingerprints. */
  readonly id: string;
  readonly what: string;
  /** False for a development server: careless, but no way in by itself. */
  readonly remote: boolean;
}

const NODE = new Set(['node', 'nodejs', 'nodemon', 'tsx', 'ts-node', 'ts-node-dev', 'bun', 'deno', 'npx', 'electron']);
const RELOADERS = new Set(['uvicorn', 'gunicorn', 'hypercorn', 'fastapi', 'flask', 'adev', 'watchfiles']);
const INSPECT = /^--inspect(-brk|-wait)?(=|$)/;
const JDWP = /^-(agentlib:jdwp|Xrunjdwp)/;

/** Doors that a command opens; `words` are its words, of shell forms too. */
export function commandDoors(words: readonly string[]): Door[] {
  const names = words.map(baseName);
  const has = (name: string): boolean => names.includes(name);
  const module = (name: string): boolean => words.some((word, at) => word === '-m' && words[at + 1] === name);
  const doors: Door[] = [];
  const add = (condition: boolean, id: string, what: string, remote = true): void => {
    if (condition) doors.push({ id, what, remote });
  };
  const firstNode = names.findIndex((name) => NODE.has(name));
  add(
    firstNode >= 0 && words.slice(firstNode + 1).some((word) => INSPECT.test(word)),
    'node-inspect',
    "Node.js's inspector, which runs any code it is sent",
  );
  add(
    has('debugpy') || module('debugpy') || module('ptvsd'),
    'debugpy',
    "Python's debugger, which runs any code it is sent",
  );
  add(
    words.some((word) => JDWP.test(word)),
    'jdwp',
    "Java's debugger, which runs any code it is sent",
  );
  add(names[0] === 'dlv' || (names[0] === 'exec' && names[1] === 'dlv'), 'delve', 'the Go debugger');
  add(has('sshd') || has('dropbear'), 'sshd', 'an SSH server');
  add(has('flask') && words.includes('--debug'), 'flask-debug', "Flask's debugger, which runs code from the browser");
  add(module('http.server') || module('SimpleHTTPServer'), 'http-server', 'a file server without protection', false);
  add(
    has('nodemon') || has('ts-node-dev') || (firstNode >= 0 && words.includes('--watch')),
    'watch',
    'a development server that restarts when files change',
    false,
  );
  add(
    names.some((name) => RELOADERS.has(name)) && words.includes('--reload'),
    'reload',
    'a development server that reloads its code',
    false,
  );
  return doors;
}

/** The door that a variable opens for every program that reads it; null for all else. */
export function variableDoor(name: string, value: string): Door | null {
  const words = value.split(/\s+/);
  if (name === 'NODE_OPTIONS' && words.some((word) => INSPECT.test(word))) {
    return { id: name, what: "Node.js's inspector, which runs any code it is sent", remote: true };
  }
  if (name === 'FLASK_DEBUG' && /^(1|true|t|yes|y|on)$/i.test(value)) {
    return { id: name, what: "Flask's debugger, which runs code from the browser", remote: true };
  }
  if (
    /^(JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|JAVA_OPTS|CATALINA_OPTS)$/.test(name) &&
    words.some((word) => JDWP.test(word))
  ) {
    return { id: name, what: "Java's debugger, which runs any code it is sent", remote: true };
  }
  return null;
}

function baseName(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1).replace(/\.(exe|js|py)$/, '');
}
