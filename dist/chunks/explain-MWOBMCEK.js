import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  planSubjects
} from "./chunk-AEVZ67QP.js";
import {
  RejectedDockerfile,
  createBaseResolver,
  gatherDockerfile,
  machinePlatformText,
  openImage,
  workTreeFiles
} from "./chunk-7HQLDJTD.js";
import "./chunk-HPSARMEG.js";
import "./chunk-SUCAV5M4.js";
import "./chunk-5PAOY7GA.js";
import "./chunk-L2YUO7LY.js";
import "./chunk-QMQSBEMZ.js";
import "./chunk-GOS64WHV.js";
import "./chunk-FTFZE2SS.js";
import {
  credentialKind,
  isSecretName,
  looksSecret
} from "./chunk-YCY7Y5KH.js";
import "./chunk-TZCQQT6A.js";
import "./chunk-Q3RRR3VC.js";
import "./chunk-AZJMNLZK.js";
import "./chunk-LQLOOPP6.js";
import {
  detailOf,
  toProblem
} from "./chunk-3OE5NGK7.js";
import "./chunk-UM53JYGR.js";
import "./chunk-O5CCVBBB.js";

// src/report/explain/attribute.ts
function attributeConfig(image, text) {
  return {
    user: one(image.user || null, text?.user),
    exposedPorts: many(image.exposedPorts, text?.exposedPorts),
    healthcheck: one(image.healthcheck, text?.healthcheck),
    entrypoint: one(image.entrypoint, text?.entrypoint),
    cmd: one(image.cmd, text?.cmd),
    env: many(image.env, text?.env),
    workingDir: one(image.workingDir || null, text?.workingDir),
    labels: many(
      Object.entries(image.labels).map(([key, value]) => `${key}=${value}`),
      text?.labels
    ),
    volumes: many(image.volumes, text?.volumes),
    stopSignal: one(image.stopSignal, text?.stopSignal),
    shell: one(image.shell, text?.shell)
  };
}
function one(value, text) {
  const isSame = text !== void 0 && JSON.stringify(text.value) === JSON.stringify(value);
  return { value, known: true, from: isSame ? text.from : null };
}
function many(values, text) {
  const places = new Map(text?.entries.map(({ value, from }) => [value, from]));
  return { entries: values.map((value) => ({ value, known: true, from: places.get(value) ?? null })), complete: true };
}

// src/commands/redact-config.ts
var HIDDEN = "***";
function redactConfig(config) {
  const { healthcheck } = config;
  return {
    ...config,
    env: entries(config.env),
    labels: entries(config.labels),
    entrypoint: { ...config.entrypoint, value: words(config.entrypoint.value) },
    cmd: { ...config.cmd, value: words(config.cmd.value) },
    healthcheck: {
      ...healthcheck,
      value: healthcheck.value === null ? null : { ...healthcheck.value, test: healthcheck.value.test.map(word) }
    }
  };
}
function entries({ entries: all, complete }) {
  return {
    complete,
    entries: all.map((entry) => {
      const [name = ""] = entry.value.split("=", 1);
      const value = entry.value.slice(name.length + 1);
      const isSecret = credentialKind(value) !== null || isSecretName(name) && looksSecret(value);
      return isSecret ? { ...entry, value: `${name}=${HIDDEN}` } : entry;
    })
  };
}
function words(list) {
  return list === null ? null : list.map(word);
}
function word(text) {
  return credentialKind(text) === null ? text : HIDDEN;
}

// src/commands/explain.ts
async function explain(asked, cacheFolder, host) {
  const bases = createBaseResolver(asked, cacheFolder, host);
  const planned = await planSubjects(asked, host);
  const explanations = [];
  const kinds = /* @__PURE__ */ new Set();
  for (const one2 of planned) {
    try {
      explanations.push(await explainOne(one2, asked, bases, host));
    } catch (error) {
      const { entry, kind } = failed(error, one2, host);
      explanations.push(entry);
      kinds.add(kind);
    }
  }
  const { settings } = asked;
  const single = planned.length === 1 && settings.image.length + settings.dockerfile.length > 0;
  return { explanations, single, exitCode: kinds.has("usage") ? 2 : kinds.has("verify") ? 3 : 0 };
}
async function explainOne(planned, asked, bases, host) {
  const { workingDirectory } = asked.settings;
  const { dockerfile: path, target, buildArgs } = planned;
  const image = planned.image === null ? null : await readImage(planned.image, planned.platform, workingDirectory, host);
  const platform = image?.platform ?? planned.platform ?? machinePlatformText(host.machine.arch);
  const request = { workingDirectory, target, buildArgs, platform, assumeBuilds: image !== null };
  const chain = path === null ? null : await gatherDockerfile({ ...request, path }, bases, workTreeFiles(workingDirectory, host.files));
  const config = image === null ? chain?.evidence.config : attributeConfig(image.config, chain?.evidence.config ?? null);
  if (config === void 0) throw new Error("a subject without image and Dockerfile");
  return {
    dockerfile: chain?.evidence.file ?? null,
    image: image === null ? null : { reference: image.reference, imageId: image.imageId },
    platform,
    ...stagesOf(chain),
    bases: chain?.bases ?? [],
    config: redactConfig(config)
  };
}
function stagesOf(chain) {
  if (chain === null) return { target: null, stages: [] };
  const { stages, target } = chain.evidence;
  const built = stages.find(({ index }) => index === target);
  return {
    target: built?.name ?? String(target),
    stages: stages.map(({ name, from, base, location }) => ({ name, from, base, line: location.startLine }))
  };
}
async function readImage(reference, platform, workingDirectory, host) {
  const wanted = { platform, workingDirectory, texts: [], files: false, heads: () => false };
  return (await openImage(reference, wanted, host)).evidence;
}
function failed(error, { dockerfile, image }, { log }) {
  log.debug(detailOf(error));
  if (error instanceof RejectedDockerfile) {
    const { file, line, reason } = error;
    return { entry: { dockerfile: file, image, error: { line, message: reason } }, kind: "usage" };
  }
  const { message, kind } = toProblem(error);
  return { entry: { dockerfile, image, error: { line: null, message } }, kind };
}
export {
  explain
};
