import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  withServerJson
} from "./chunk-I5QS5A2V.js";
import {
  ALL_PLATFORMS,
  gatherDockerfile,
  machinePlatformText,
  openImage,
  repositoryPath
} from "./chunk-7HQLDJTD.js";
import {
  WANTED_TEXTS,
  wantsHead
} from "./chunk-J4V4GNMN.js";
import {
  detailOf,
  toProblem
} from "./chunk-3OE5NGK7.js";

// src/commands/gather.ts
async function gather(planned, settings, shared, host) {
  const problems = [];
  const attempt = async (work) => {
    try {
      return await work();
    } catch (error) {
      host.log.debug(detailOf(error));
      problems.push(toProblem(error));
      return null;
    }
  };
  const { image, dockerfile: path, target, buildArgs } = planned;
  const { workingDirectory } = settings;
  const opened = image === null ? null : await attempt(() => open(image, planned, settings, shared, host));
  const asked = planned.platform === ALL_PLATFORMS ? null : planned.platform;
  const platform = opened?.image.platform ?? asked ?? machinePlatformText(host.machine.arch);
  const request = { workingDirectory, target, buildArgs, platform, assumeBuilds: true };
  const chain = path === null ? null : await attempt(() => gatherDockerfile({ ...request, path }, shared.bases, shared.files));
  if (opened === null) suggestBases(chain?.bases ?? [], host);
  const dockerfile = chain?.evidence ?? null;
  const inRepository = path === null ? null : pathOrAsNamed(path, workingDirectory);
  const around = await shared.repository(inRepository, planned.context);
  return {
    name: planned.name,
    transport: planned.transport,
    image,
    dockerfile: inRepository,
    repository: opened?.repository ?? null,
    platform: planned.manyPlatforms ? planned.platform : null,
    evidence: {
      dockerfile,
      image: opened?.image ?? null,
      scan: null,
      repository: await withServerJson(around, inRepository, workingDirectory, shared.files)
    },
    scan: opened?.scan ?? null,
    problems
  };
}
async function withScan({ scan: pending, ...gathered }, host) {
  const { image } = gathered.evidence;
  if (pending === null || image === null) return { ...gathered, packagesFile: null };
  const scan = await host.progress.phase(`Scanning ${image.reference}`, () => pending);
  return {
    ...gathered,
    evidence: { ...gathered.evidence, scan: scan?.evidence ?? null },
    packagesFile: scan?.packagesFile ?? null,
    problems: [...gathered.problems, ...scan?.problems ?? []]
  };
}
function suggestBases(bases, { log }) {
  for (const { reference, resolvedBy, reason, from } of bases) {
    if (resolvedBy === "none" && reason.includes("bases in the policy file")) {
      log.info(`${from.file}:${from.startLine}: what ${reference} brings along is not known: ${reason}.`);
    }
  }
}
async function open(reference, { name, dockerfile, platform }, { workingDirectory }, { images, scans }, host) {
  const known = Promise.withResolvers();
  known.promise.catch(() => void 0);
  let scan = Promise.resolve(null);
  const options = {
    platform,
    workingDirectory,
    texts: WANTED_TEXTS,
    files: true,
    heads: wantsHead,
    onFound: () => scans.start(),
    onPrepared: ({ trivyInput, complete, repository }) => {
      const called = name ?? repository ?? dockerfile ?? "image";
      scan = scans.add({ trivyInput, complete, name: called, platform: known.promise });
      scan.catch(() => void 0);
    }
  };
  try {
    const opened = await host.progress.phase(
      `Reading image ${reference}`,
      () => openImage(reference, options, host, images)
    );
    known.resolve(opened.evidence.platform);
    return { image: opened.evidence, repository: opened.repository, scan };
  } catch (error) {
    known.reject(error);
    throw error;
  }
}
function pathOrAsNamed(path, workingDirectory) {
  try {
    return repositoryPath(path, workingDirectory);
  } catch {
    return path;
  }
}

export {
  gather,
  withScan
};
