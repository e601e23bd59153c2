import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  createNodeHost,
  nodeClock,
  plainText,
  seconds
} from "./chunks/chunk-TVK6QIKN.js";
import {
  debug,
  endGroup,
  error,
  info,
  notice,
  setOutput,
  startGroup,
  warning
} from "./chunks/chunk-3MYMY5NN.js";
import {
  givenBy
} from "./chunks/chunk-BMPQDGPK.js";
import {
  OPTIONS,
  OPTION_KEYS,
  optionName
} from "./chunks/chunk-GDAOSJ42.js";
import "./chunks/chunk-FTFZE2SS.js";
import "./chunks/chunk-TLC47LVR.js";
import "./chunks/chunk-P3VS4RNN.js";
import {
  detailOf,
  problemOf
} from "./chunks/chunk-3OE5NGK7.js";
import {
  errorMessage
} from "./chunks/chunk-UM53JYGR.js";
import "./chunks/chunk-O5CCVBBB.js";

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
  const { env } = ports.host;
  try {
    const raw = rawFromInputs((name) => env.get(name));
    const asked = givenBy(raw, (name) => env.get(name)).load();
    const { judgeAndPublish } = await import("./chunks/judge-and-publish-HRQRXXJF.js");
    return await judgeAndPublish(raw, asked, ports);
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

// src/host/actions-artifacts.ts
import { dirname } from "node:path";
var actionsArtifacts = {
  async upload(artifact, file) {
    if (!process.env["ACTIONS_RUNTIME_TOKEN"] || !process.env["ACTIONS_RESULTS_URL"]) return { kind: "unavailable" };
    try {
      const { DefaultArtifactClient } = await import("./chunks/artifact-3SNPAF7N.js");
      const { id, size } = await new DefaultArtifactClient().uploadArtifact(artifact, [file], dirname(file));
      return id === void 0 ? { kind: "refused", message: "the server named no artifact" } : { kind: "uploaded", id, bytes: size ?? 0 };
    } catch (error2) {
      if (error2 instanceof Error && error2.name === "GHESNotSupportedError") return { kind: "unavailable" };
      return { kind: "refused", message: errorMessage(error2) };
    }
  }
};

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
      const { getOctokit } = await import("./chunks/github-UW4XHOSA.js");
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
  const { location } = headers;
  return {
    status,
    body: data === "" ? null : data,
    ...retryAfterMs === null ? {} : { retryAfterMs },
    ...typeof location === "string" ? { location } : {}
  };
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
  process.exitCode = await runAction({
    host,
    step: actionsStep,
    artifacts: actionsArtifacts,
    connect: createGitHubApi
  });
} finally {
  await dispose();
}
