import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  imageBaseline,
  readBaselineFile
} from "./chunk-VBFCHGOL.js";
import {
  judgeOne
} from "./chunk-NLA3SKYI.js";
import "./chunk-2ZPASTJC.js";
import "./chunk-3DHILHER.js";
import "./chunk-2FI6LA4T.js";
import {
  gather,
  withScan
} from "./chunk-RY4UJEKO.js";
import {
  repositoryReader,
  withServerJson
} from "./chunk-I5QS5A2V.js";
import {
  commitView,
  createBaseResolver,
  gatherDockerfile,
  machinePlatformText,
  repositoryPath
} from "./chunk-7HQLDJTD.js";
import "./chunk-HPSARMEG.js";
import "./chunk-SUCAV5M4.js";
import "./chunk-JZOKEKLP.js";
import "./chunk-5PAOY7GA.js";
import "./chunk-4U7WBMNY.js";
import "./chunk-CQB4OCLA.js";
import "./chunk-G6SP7VGC.js";
import "./chunk-7FEDR6T7.js";
import {
  subjectKey
} from "./chunk-65B23YGU.js";
import "./chunk-L2YUO7LY.js";
import "./chunk-YKZR3NI5.js";
import "./chunk-XOFJKV52.js";
import "./chunk-QMQSBEMZ.js";
import "./chunk-BKIBT72L.js";
import "./chunk-GOS64WHV.js";
import "./chunk-FTFZE2SS.js";
import "./chunk-BLLY7DYC.js";
import "./chunk-PDGSMBSM.js";
import "./chunk-YCY7Y5KH.js";
import "./chunk-ZM5ESNZ2.js";
import "./chunk-DO2W2KTE.js";
import "./chunk-3U33QVBN.js";
import "./chunk-J4V4GNMN.js";
import "./chunk-IEQ3EHIZ.js";
import "./chunk-QDWQURBN.js";
import "./chunk-TZCQQT6A.js";
import "./chunk-Q3RRR3VC.js";
import "./chunk-P3VS4RNN.js";
import "./chunk-AZJMNLZK.js";
import "./chunk-LQLOOPP6.js";
import {
  UsageError,
  detailOf,
  toProblem
} from "./chunk-3OE5NGK7.js";
import "./chunk-UM53JYGR.js";
import "./chunk-O5CCVBBB.js";

// src/commands/baseline.ts
import { resolve } from "node:path";

// src/commands/base-commit-cases.ts
import { posix } from "node:path";
var AT_A_TIME = 16;
async function gatherAtCommit(planned, asked, commit, cacheFolder, host) {
  const { workingDirectory } = asked.settings;
  const view = commitView(commit.files, commit.root);
  const there = { ...asked, policyFile: await withoutMissing(asked.policyFile, commit) };
  const shared = {
    asked,
    commit,
    host,
    view,
    bases: createBaseResolver(there, cacheFolder, host, view),
    repository: repositoryReader(workingDirectory, host, view)
  };
  const found = [];
  for (let start = 0; start < planned.length; start += AT_A_TIME) {
    found.push(...await Promise.all(planned.slice(start, start + AT_A_TIME).map((one) => gatherOne(one, shared))));
  }
  return found;
}
async function gatherOne(planned, shared) {
  const { commit, host } = shared;
  if (planned.dockerfile === null) return { kind: "unavailable", reason: "no Dockerfile belongs to this image" };
  try {
    return await gatherDockerfileThere(planned, planned.dockerfile, shared);
  } catch (error) {
    host.log.debug(detailOf(error));
    const { message } = toProblem(error);
    return {
      kind: "unavailable",
      reason: `its Dockerfile of ${commit.description} cannot be used: ${message.replace(/\.$/, "")}`
    };
  }
}
async function gatherDockerfileThere(planned, now, { asked, commit, host, view, bases, repository }) {
  const { workingDirectory } = asked.settings;
  const before = namedImage(planned, asked.policyFile);
  const moved = before?.dockerfile ?? null;
  const inside = repositoryPath(moved ?? now, workingDirectory);
  const kind = await commit.files.kindOf(posix.join(commit.prefix, inside));
  if (kind === null) return { kind: "absent" };
  const platform = planned.platform ?? machinePlatformText(host.machine.arch);
  const { target, buildArgs } = planned;
  const request = { path: inside, workingDirectory, target, buildArgs, platform, assumeBuilds: true };
  const { evidence } = await gatherDockerfile(request, bases, view.files);
  const around = await repository(inside, moved === null ? planned.context : before?.context ?? null);
  return {
    kind: "known",
    dockerfile: inside,
    evidence: {
      dockerfile: evidence,
      image: null,
      scan: null,
      repository: await withServerJson(around, inside, workingDirectory, view.files)
    }
  };
}
function namedImage({ name }, policyFile) {
  return (name === null ? void 0 : policyFile?.images.find((image) => image.name === name)) ?? null;
}
async function withoutMissing(policyFile, { files, prefix }) {
  if (policyFile === null) return null;
  const bases = [];
  for (const [name, build] of Object.entries(policyFile.bases)) {
    if (await files.kindOf(posix.normalize(posix.join(prefix, build.dockerfile))) === "file")
      bases.push([name, build]);
  }
  return { ...policyFile, bases: Object.fromEntries(bases) };
}

// src/commands/join-baselines.ts
function joinBaselines(dockerfile, image) {
  if (dockerfile === null || image === null) return dockerfile ?? image;
  if (dockerfile.kind === "known" && image.kind === "known") {
    return {
      kind: "known",
      faults: [...dockerfile.faults, ...image.faults],
      covers: {
        dockerfile: dockerfile.covers.dockerfile || image.covers.dockerfile,
        image: dockerfile.covers.image || image.covers.image
      }
    };
  }
  if (dockerfile.kind === "known") return withGap(dockerfile, image);
  if (image.kind === "known") return withGap(image, dockerfile);
  if (image.kind === "unavailable") return image;
  return dockerfile;
}
function withGap(known, other) {
  return other.kind === "unavailable" ? { ...known, gap: other.reason } : known;
}

// src/commands/baseline.ts
async function gatherBaseline(all, before, tools, host) {
  const { settings } = before.asked;
  const planned = all.map(({ planned: one, known }) => ({
    ...one,
    // Both sides on the same platform.
    platform: known.evidence.image?.platform ?? one.platform
  }));
  const files = before.commit === null ? null : await gatherAtCommit(planned, before.asked, before.commit, tools.cacheFolder, host);
  const given = await givenImages(all, before.asked, tools, host);
  const stored = await storedImages(all, given, before, tools, host);
  const subjects = /* @__PURE__ */ new Map();
  for (const [index, now] of all.entries()) {
    const { subject } = now.judged;
    const there = files?.[index] ?? null;
    const image = given[index] ?? null;
    const known = image === null ? joinBaselines(dockerfileBaseline(now, there, tools), stored.known.get(subjectKey(subject)) ?? null) : imageThen(now, there, image, tools);
    if (known !== null) subjects.set(subjectKey(subject), known);
  }
  const words = [before.commit?.description, settings.baselineImage.join(", "), stored.words].filter(Boolean);
  if (subjects.size === 0) return { baseline: null, notices: stored.reason === null ? [] : [missing(stored.reason)] };
  const baseline = { description: words.join("; "), commit: before.commit?.baseCommit ?? null, subjects };
  return { baseline, notices: [] };
}
function missing(reason) {
  return { kind: "no-baseline", message: `There is no baseline to compare with: ${reason}.`, location: null };
}
function dockerfileBaseline(now, there, tools) {
  const { subject } = now.judged;
  if (there === null || subject.dockerfile === null) return null;
  if (there.kind !== "known") return there;
  const { faults } = judgeThen(now, subject, there, null, tools);
  return { kind: "known", faults, covers: { dockerfile: true, image: false } };
}
function imageThen(now, there, image, tools) {
  const [problem] = image.problems;
  if (image.evidence.image === null || problem !== void 0) {
    const reason = `the image to compare with cannot be used: ${problem?.message.replace(/\.$/, "") ?? "it was not read"}`;
    return joinBaselines(dockerfileBaseline(now, there, tools), { kind: "unavailable", reason });
  }
  const dockerfile = there?.kind === "known" ? there : null;
  const { faults } = judgeThen(now, now.judged.subject, dockerfile, image, tools);
  return { kind: "known", faults, covers: { dockerfile: dockerfile !== null, image: true } };
}
function judgeThen({ planned }, subject, there, image, { policy }) {
  const evidence = {
    dockerfile: there?.evidence.dockerfile ?? null,
    image: image?.evidence.image ?? null,
    scan: image?.evidence.scan ?? null,
    repository: there?.evidence.repository ?? null
  };
  return judgeOne(subject, evidence, planned.transport, { named: null }, policy);
}
async function givenImages(all, { settings }, { shared }, host) {
  const references = pairImages(all, settings.baselineImage);
  shared.images.expect(references.filter((image) => image !== null).length);
  const given = [];
  for (const [index, { planned, known }] of all.entries()) {
    const image = references[index] ?? null;
    if (image === null) {
      given.push(null);
      continue;
    }
    const platform = known.evidence.image?.platform ?? planned.platform;
    const alone = { ...planned, image, dockerfile: null, platform };
    given.push(await withScan(await gather(alone, settings, shared, host), host));
  }
  return given;
}
function pairImages(all, references) {
  if (references.length === 0) return all.map(() => null);
  const withImage = all.filter(({ judged }) => judged.subject.image !== null);
  const names = [...new Set(withImage.map(({ judged }) => judged.subject.name))];
  if (references.length === withImage.length) {
    return all.map((one) => references[withImage.indexOf(one)] ?? null);
  }
  if (references.length === names.length) {
    return all.map(
      ({ judged: { subject } }) => subject.image === null ? null : references[names.indexOf(subject.name)] ?? null
    );
  }
  throw new UsageError(
    "baseline-image",
    `baseline-image names ${references.length} images to compare ${names.length} with.`,
    "Name one for each image, in their order."
  );
}
async function storedImages(all, given, { asked, findStored }, { sboms }, host) {
  const wanted = all.filter(({ judged }, index) => judged.subject.image !== null && (given[index] ?? null) === null);
  const { settings } = asked;
  const file = settings.baseline;
  const isAsked = wanted.length > 0 && (file !== null || findStored !== null);
  if (!isAsked) return { known: unavailable(wanted, "no image is given to compare with"), words: null, reason: null };
  const found = file === null ? await host.progress.phase("Looking for the images before the change", async () => findStored?.()) ?? null : {
    kind: "found",
    evidence: await readBaselineFile(resolve(settings.workingDirectory, file), host.files),
    commit: ""
  };
  if (found === null || found.kind === "none") {
    const reason = found?.reason ?? "nobody keeps evidence of images for it";
    return { known: unavailable(wanted, reason), words: null, reason };
  }
  const comparison = { stored: found.evidence, scanners: settings.scanners, scanSbom: sboms?.scan ?? null };
  const known = await host.progress.phase(
    "Scanning the packages before the change",
    () => imageBaseline(
      wanted.map(({ judged }) => judged),
      comparison
    )
  );
  const words = file === null ? `images of commit ${found.commit.slice(0, 7)}` : `images of ${file}`;
  return { known, words, reason: null };
}
function unavailable(all, reason) {
  return new Map(all.map(({ judged }) => [subjectKey(judged.subject), { kind: "unavailable", reason }]));
}
export {
  gatherBaseline
};
