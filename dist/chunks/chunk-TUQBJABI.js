import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  EVIDENCE_SCHEMA,
  LIMITS,
  MAX_EVIDENCE_BYTES,
  storedEvidence
} from "./chunk-4U7WBMNY.js";
import {
  EVIDENCE_FILE,
  evidenceArtifact
} from "./chunk-HYDFWEHI.js";
import {
  VERSION
} from "./chunk-CQB4OCLA.js";
import {
  subjectKey
} from "./chunk-65B23YGU.js";

// src/commands/store-baseline.ts
import { join } from "node:path";

// src/evidence/stored/conceal.ts
var SHORTEST = 6;
var HIDDEN = "***";
function withoutValues(env) {
  const values = env.map((entry) => entry.slice(entry.indexOf("=") + 1)).filter((value) => value.length >= SHORTEST).sort((a, b) => b.length - a.length);
  return (text) => values.reduce((left, value) => left.replaceAll(value, HIDDEN), text);
}

// src/evidence/stored/instruction.ts
var KEYWORDS = /* @__PURE__ */ new Set([
  ...["ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "HEALTHCHECK", "LABEL", "MAINTAINER", "ONBUILD"],
  ...["RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR"]
]);
function instructionOf({ createdBy }) {
  const start = createdBy.slice(0, 200);
  const keyword = (/#\(nop\)\s{1,8}([A-Z]{2,16})\b/.exec(start) ?? /^([A-Z]{2,16})\b/.exec(start))?.[1] ?? "";
  if (KEYWORDS.has(keyword)) return keyword;
  return start.startsWith("/bin/sh -c ") ? "RUN" : "";
}

// src/evidence/stored/encode.ts
function encodeEvidence(images, facts) {
  const stored = storedEvidence.safeParse({
    schema: EVIDENCE_SCHEMA,
    tool: { version: VERSION },
    createdAt: facts.createdAt,
    repository: facts.repository,
    commit: facts.commit,
    scanners: facts.scanners,
    subjects: images.map(storedSubject)
  });
  return stored.success ? `${JSON.stringify(stored.data)}
` : null;
}
function storedSubject({ subject, image, scan, faults, sbom }) {
  const hide = withoutValues(image.config.env);
  const show = (text) => clipped(hide(text));
  return {
    name: subject.name,
    platform: subject.platform,
    dockerfile: subject.dockerfile,
    image: storedImage(image, show),
    faults: faults.filter(({ kind }) => kind === "rule").map((fault) => storedFault(fault, show)),
    secrets: scan.secrets.map(({ rule, title, severity, path, startLine, endLine, layer }) => ({
      ...{ rule, title: show(title), severity, path, startLine, endLine, layer }
    })),
    licenses: scan.licenses.map(({ name, category, severity, package: owner, path }) => ({
      ...{ name, category, severity, package: owner, path }
    })),
    sbom: JSON.parse(sbom)
  };
}
function storedImage({ reference, imageId, digest, platform, config, layers, history }, show) {
  return {
    reference,
    imageId,
    digest,
    platform,
    config: {
      // `USER $NAME` and `EXPOSE $PORT` are expanded.
      user: show(config.user),
      exposedPorts: config.exposedPorts.map(show),
      environment: config.env.map((entry) => clipped(entry.split("=", 1)[0] ?? "")),
      hasHealthcheck: config.healthcheck !== null,
      stopSignal: config.stopSignal
    },
    layers: layers.map(({ diffId, size }) => ({ diffId, size })),
    history: history.map((entry) => ({ instruction: instructionOf(entry), emptyLayer: entry.emptyLayer }))
  };
}
function storedFault(fault, show) {
  const { id, severity, location, related, origin, aliases, url, fingerprint } = fault;
  return {
    ...{ id, severity, location, origin, url, fingerprint },
    title: show(fault.title),
    message: show(fault.message),
    fix: show(fault.fix),
    related: related.map((one) => ({ location: one.location, message: show(one.message) })),
    aliases: [...aliases]
  };
}
function clipped(text) {
  return text.length > LIMITS.text ? `${text.slice(0, LIMITS.text - 1)}\u2026` : text;
}

// src/commands/store-baseline.ts
async function evidenceText(cases, packagesFiles, sboms, facts) {
  const images = [];
  for (const { subject, evidence, faults, problems } of cases) {
    const packagesFile = packagesFiles.get(subjectKey(subject));
    const { image, scan } = evidence;
    if (image === null || scan === null || packagesFile === void 0 || problems.length > 0) continue;
    images.push({ subject, image, scan, faults, sbom: await sboms.make(packagesFile, "cyclonedx") });
  }
  const text = images.length === 0 ? null : encodeEvidence(images, facts);
  return text === null || Buffer.byteLength(text) > MAX_EVIDENCE_BYTES ? null : text;
}
function keepsBaseline({ storeBaseline: storeBaseline2 }, { eventName, ref, event }, { verdict }) {
  const no = (reason) => ({ keeps: false, reason });
  if (storeBaseline2 === "never") return no("store-baseline is never");
  if (eventName !== "push") return no(`this run is for ${eventName}, not for a push`);
  if (event.defaultBranch === null) return no("the event does not name the default branch");
  if (ref !== `refs/heads/${event.defaultBranch}`) return no(`this run is not for ${event.defaultBranch}`);
  return verdict === "error" ? no("not everything could be verified") : { keeps: true };
}
async function storeBaseline(text, category, artifacts, { files, log }) {
  const name = evidenceArtifact(category);
  const file = join(await files.makeTempFolder(), EVIDENCE_FILE);
  await files.writeText(file, text);
  const outcome = await artifacts.upload(name, file);
  switch (outcome.kind) {
    case "uploaded":
      log.info(`The evidence of the images is kept as artifact ${name} (${outcome.bytes} bytes).`);
      return;
    case "unavailable":
      log.debug("The evidence of the images is not kept: this step cannot store artifacts.");
      return;
    case "refused":
      log.notice(`The evidence of the images is not kept as artifact ${name}: ${outcome.message}. ${SEVERAL}`);
  }
}
var SEVERAL = "Pull requests are then compared with an older one, or with nothing. Several jobs of one run each need a sarif-category of their own.";

export {
  evidenceText,
  keepsBaseline,
  storeBaseline
};
