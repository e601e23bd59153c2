import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  effective
} from "./chunk-QDWQURBN.js";
import {
  array,
  object,
  string
} from "./chunk-LQLOOPP6.js";

// src/rules/shared/debug-doors.ts
var DEBUG_PORTS = {
  "22/tcp": { what: "SSH", reserved: true },
  "23/tcp": { what: "Telnet", reserved: true },
  "2375/tcp": { what: "the Docker engine's unprotected API", reserved: true },
  "2376/tcp": { what: "the Docker engine's API", reserved: true },
  "5005/tcp": { what: "Java's debugger (JDWP)", reserved: false },
  "5678/tcp": { what: "Python's debugger (debugpy)", reserved: false },
  "5900/tcp": { what: "a remote screen (VNC)", reserved: true },
  "6274/tcp": { what: "the MCP Inspector", reserved: true },
  "6277/tcp": { what: "the MCP Inspector's proxy", reserved: true },
  "8888/tcp": { what: "Jupyter", reserved: false },
  "9229/tcp": { what: "Node.js's inspector", reserved: true }
};
var NODE = /* @__PURE__ */ new Set(["node", "nodejs", "nodemon", "tsx", "ts-node", "ts-node-dev", "bun", "deno", "npx", "electron"]);
var RELOADERS = /* @__PURE__ */ new Set(["uvicorn", "gunicorn", "hypercorn", "fastapi", "flask", "adev", "watchfiles"]);
var INSPECT = /^--inspect(-brk|-wait)?(=|$)/;
var JDWP = /^-(agentlib:jdwp|Xrunjdwp)/;
function commandDoors(words) {
  const names = words.map(baseName);
  const has = (name) => names.includes(name);
  const module = (name) => words.some((word, at) => word === "-m" && words[at + 1] === name);
  const doors = [];
  const add = (condition, id, what, remote = true) => {
    if (condition) doors.push({ id, what, remote });
  };
  const firstNode = names.findIndex((name) => NODE.has(name));
  add(
    firstNode >= 0 && words.slice(firstNode + 1).some((word) => INSPECT.test(word)),
    "node-inspect",
    "Node.js's inspector, which runs any code it is sent"
  );
  add(
    has("debugpy") || module("debugpy") || module("ptvsd"),
    "debugpy",
    "Python's debugger, which runs any code it is sent"
  );
  add(
    words.some((word) => JDWP.test(word)),
    "jdwp",
    "Java's debugger, which runs any code it is sent"
  );
  add(names[0] === "dlv" || names[0] === "exec" && names[1] === "dlv", "delve", "the Go debugger");
  add(has("sshd") || has("dropbear"), "sshd", "an SSH server");
  add(has("flask") && words.includes("--debug"), "flask-debug", "Flask's debugger, which runs code from the browser");
  add(module("http.server") || module("SimpleHTTPServer"), "http-server", "a file server without protection", false);
  add(
    has("nodemon") || has("ts-node-dev") || firstNode >= 0 && words.includes("--watch"),
    "watch",
    "a development server that restarts when files change",
    false
  );
  add(
    names.some((name) => RELOADERS.has(name)) && words.includes("--reload"),
    "reload",
    "a development server that reloads its code",
    false
  );
  return doors;
}
function variableDoor(name, value) {
  const words = value.split(/\s+/);
  if (name === "NODE_OPTIONS" && words.some((word) => INSPECT.test(word))) {
    return { id: name, what: "Node.js's inspector, which runs any code it is sent", remote: true };
  }
  if (name === "FLASK_DEBUG" && /^(1|true|t|yes|y|on)$/i.test(value)) {
    return { id: name, what: "Flask's debugger, which runs code from the browser", remote: true };
  }
  if (/^(JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|JAVA_OPTS|CATALINA_OPTS)$/.test(name) && words.some((word) => JDWP.test(word))) {
    return { id: name, what: "Java's debugger, which runs any code it is sent", remote: true };
  }
  return null;
}
function baseName(word) {
  return word.slice(word.lastIndexOf("/") + 1).replace(/\.(exe|js|py)$/, "");
}

// src/rules/shared/server-json.ts
var LONGEST = 1024 * 1024;
var SCHEMA = object({
  name: string().max(300),
  packages: array(object({ registryType: string().optional(), transport: object({ type: string() }).optional() })).optional()
});
function serverJsonOf({ repository }) {
  const given = repository?.serverJson;
  if (given === void 0) return { kind: "not-read" };
  if (given === null) return { kind: "absent" };
  const decoded = SCHEMA.safeParse(jsonOf(given.text));
  if (!decoded.success) return { kind: "unreadable" };
  const { name, packages = [] } = decoded.data;
  const images = packages.filter(({ registryType }) => registryType === "oci");
  const transports = [...new Set(images.flatMap(({ transport }) => transport?.type ?? []))];
  return { kind: "found", server: { file: given.file, name, transports } };
}
function jsonOf(text) {
  if (text.length > LONGEST) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// src/rules/shared/transport.ts
var WORDS = {
  stdio: "stdio",
  http: "http",
  https: "http",
  sse: "http",
  "streamable-http": "http",
  streamablehttp: "http",
  streamable_http: "http"
};
var SIDE_DOORS = new Set([22, 23, 2375, 2376, 5005, 5678, 5900, 6274, 6277, 9229].map((port) => `${port}/tcp`));
function transportOf(evidence, stated) {
  if (stated !== "auto") return { transport: stated, because: `the transport is stated as ${stated}` };
  const described = serverJsonTransport(evidence) ?? labelTransport(evidence);
  if (described !== null) return described;
  const config = effective(evidence);
  const command = [...config.entrypoint.value ?? [], ...config.cmd.value ?? []];
  const spoken = new Set(command.flatMap(transportWord));
  if (spoken.size === 2) return { transport: "both", because: "the start command names stdio and HTTP" };
  for (const transport of spoken) return { transport, because: `the start command names ${transport}` };
  for (const entry of config.env.entries) {
    const [name, value] = split(entry.value);
    const word = /(^|_)TRANSPORT(_MODE|_TYPE)?$/i.test(name) ? WORDS[value.toLowerCase()] : void 0;
    if (word !== void 0 && entry.known) return { transport: word, because: `${name} is ${value.toLowerCase()}` };
  }
  const port = config.exposedPorts.entries.find(({ value, known }) => known && !SIDE_DOORS.has(value))?.value;
  if (port !== void 0) return { transport: "http", because: `port ${port} is exposed` };
  return {
    transport: "unknown",
    because: "neither the start command, nor a variable, nor an exposed port tells the transport"
  };
}
function serverJsonTransport(evidence) {
  const state = serverJsonOf(evidence);
  if (state.kind !== "found") return null;
  const words = new Set(
    state.server.transports.flatMap((type) => Object.hasOwn(WORDS, type) ? WORDS[type] ?? [] : [])
  );
  if (words.size === 2) return { transport: "both", because: "server.json names stdio and HTTP" };
  for (const transport of words) return { transport, because: `server.json names ${transport}` };
  return null;
}
function labelTransport(evidence) {
  for (const { value: entry, known } of effective(evidence).labels.entries) {
    const [name, value] = split(entry);
    const spoken = /(^|\.)(mcp|modelcontextprotocol)\.([a-z.-]{0,60}\.)?transport(\.type)?$/.test(name) ? value.toLowerCase() : "";
    const word = Object.hasOwn(WORDS, spoken) ? WORDS[spoken] : void 0;
    if (known && word !== void 0) return { transport: word, because: `the label ${name} names ${word}` };
  }
  return null;
}
function transportWord(word) {
  const bare = word.toLowerCase().replace(/^--?/, "").replace(/^(mcp-)?transport=/, "");
  const found = Object.hasOwn(WORDS, bare) ? WORDS[bare] : void 0;
  return found === void 0 ? [] : [found];
}
function split(entry) {
  const at = entry.indexOf("=");
  return at < 0 ? [entry, ""] : [entry.slice(0, at), entry.slice(at + 1)];
}

export {
  DEBUG_PORTS,
  commandDoors,
  variableDoor,
  serverJsonOf,
  transportOf
};
