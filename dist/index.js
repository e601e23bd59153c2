import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  OPTIONS,
  OPTION_KEYS,
  createNodeHost,
  loadAsked,
  nodeClock,
  optionName,
  plainText,
  seconds
} from "./chunks/chunk-KVR4UHU7.js";
import "./chunks/chunk-YNBUDIOP.js";
import "./chunks/chunk-PMFKXMA7.js";
import "./chunks/chunk-P3VS4RNN.js";
import {
  detailOf,
  problemOf
} from "./chunks/chunk-AZR4UGO6.js";
import "./chunks/chunk-6SMW72EV.js";

// src/settings/from-inputs.ts
function rawFromInputs(variable) {
  const entries = OPTION_KEYS.filter((key) => OPTIONS[key].where !== "cli").flatMap((key) => {
    const text = variable(`INPUT_${optionName(key).toUpperCase()}`);
    return text === void 0 ? [] : [[key, [text]]];
  });
  return Object.fromEntries(entries);
}

// src/commands/run-action.ts
async function runAction(ports) {
  try {
    const asked = await loadAsked(
      rawFromInputs((name) => ports.host.env.get(name)),
      ports.host
    );
    const { judgeAndPublish } = await import("./chunks/judge-and-publish-72OPOZEE.js");
    return await judgeAndPublish(asked, ports);
  } catch (error2) {
    return giveUp(error2, ports);
  }
}
function giveUp(error2, { host: host2, step }) {
  step.output("verdict", "error");
  const problem = problemOf(error2);
  host2.log.error(
    problem === null ? `This is a fault of image-gate: ${String(error2)}. Please report it.` : `${problem.message} ${problem.advice}`
  );
  host2.log.debug(detailOf(error2));
  return problem?.kind === "usage" ? 2 : 3;
}

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
  issueCommand(name, {}, message);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os3 from "os";
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os3.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function debug(message) {
  issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os3.EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}

// src/host/actions-log.ts
var actionsLog = {
  debug: (message) => debug(plainText(message)),
  info: (message) => info(withoutCommands(plainText(message))),
  notice: (message) => notice(plainText(message)),
  warning: (message) => warning(plainText(message)),
  error: (message) => error(plainText(message))
};
function withoutCommands(text) {
  return text.replace(/^(\s*):(?=:)/gm, "$1: ").replaceAll("##[", "## [");
}

// src/host/actions-progress.ts
function createActionsProgress(log, clock) {
  let open = 0;
  return {
    phase: async (title, work) => {
      const start = clock.now();
      const outermost = open === 0;
      open += 1;
      if (outermost) {
        startGroup(withoutCommands(plainText(title)));
      } else {
        log.info(`${title} \u2026`);
      }
      let outcome = "failed after";
      try {
        const result = await work();
        outcome = "done in";
        return result;
      } finally {
        open -= 1;
        log.info(`${title}: ${outcome} ${seconds(start, clock.now())}`);
        if (open === 0) {
          endGroup();
        }
      }
    }
  };
}

// src/host/actions-step.ts
import { appendFile } from "node:fs/promises";
var actionsStep = {
  output: (name, value) => setOutput(name, value),
  summary: async (markdown) => {
    const file = process.env["GITHUB_STEP_SUMMARY"] ?? "";
    if (file !== "") await appendFile(file, markdown);
  },
  annotate: ({ level, message, title, file, startLine, endLine }) => {
    const say = { error, warning, notice }[level];
    say(plainText(message), {
      title: plainText(title),
      ...file === null ? {} : { file },
      ...startLine === null ? {} : { startLine },
      ...endLine === null ? {} : { endLine }
    });
  }
};

// src/host/github-api.ts
var TIMEOUT_MS = 6e4;
function createGitHubApi(token, apiUrl) {
  return {
    async request(method, path, body) {
      const url = resolve(apiUrl, path);
      const { getOctokit } = await import("./chunks/github-GLHBLBQ7.js");
      const octokit = getOctokit(token, { baseUrl: apiUrl, log: SILENT });
      try {
        const answer = await octokit.request({
          method,
          url,
          ...body === void 0 ? {} : { data: body },
          request: { redirect: "manual", signal: AbortSignal.timeout(TIMEOUT_MS) }
        });
        return toResponse(answer);
      } catch (error2) {
        if (isAnswered(error2)) {
          return toResponse(error2.response);
        }
        throw new Error(innermostMessage(error2));
      }
    }
  };
}
var nothing = () => void 0;
var SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };
function resolve(apiUrl, path) {
  const isPath = /^\/(?!\/)[^{}]*$/.test(path) && !/:[a-z]/.test(path);
  const url = isPath ? URL.parse(`${apiUrl}${path}`) : null;
  if (url === null || url.origin !== URL.parse(apiUrl)?.origin) {
    throw new Error(`not a path of the API: ${path}`);
  }
  return url.href;
}
function isAnswered(error2) {
  return typeof error2 === "object" && error2 !== null && "response" in error2 && error2.response !== void 0;
}
function innermostMessage(error2) {
  let message = "no answer";
  for (let at = error2, depth = 0; typeof at === "object" && at !== null && depth < 5; depth += 1) {
    if ("message" in at && typeof at.message === "string" && at.message !== "") {
      message = at.message;
    }
    at = "cause" in at ? at.cause : null;
  }
  return message;
}
function toResponse({ status, data, headers }) {
  const retryAfterMs = waitAsked(headers);
  return { status, body: data === "" ? null : data, ...retryAfterMs === null ? {} : { retryAfterMs } };
}
function waitAsked(headers) {
  const after = seconds2(headers["retry-after"]);
  if (after !== null) {
    return after * 1e3;
  }
  const reset = seconds2(headers["x-ratelimit-reset"]);
  return headers["x-ratelimit-remaining"] === "0" && reset !== null ? Math.max(0, reset * 1e3 - Date.now()) : null;
}
function seconds2(value) {
  return typeof value === "string" && /^\d{1,12}$/.test(value) ? Number(value) : null;
}

// src/action.ts
var { host, dispose } = createNodeHost({
  toolCacheFolder: process.env["RUNNER_TOOL_CACHE"] ?? ".image-gate/tools",
  log: actionsLog,
  progress: createActionsProgress(actionsLog, nodeClock),
  tempRoot: process.env["RUNNER_TEMP"] ?? null
});
try {
  process.exitCode = await runAction({ host, step: actionsStep, connect: createGitHubApi });
} finally {
  await dispose();
}
