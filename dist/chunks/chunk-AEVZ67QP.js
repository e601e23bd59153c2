import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  ALL_PLATFORMS,
  formatPlatform,
  parsePlatform,
  platformsOfImage
} from "./chunk-7HQLDJTD.js";
import {
  askGit
} from "./chunk-L2YUO7LY.js";
import {
  UsageError,
  detailOf,
  toProblem
} from "./chunk-3OE5NGK7.js";

// src/commands/plan-platforms.ts
function onPlatforms(planned, platforms) {
  const wanted = platforms.length === 0 && planned.platform !== null ? [planned.platform] : platforms;
  if (wanted.includes(ALL_PLATFORMS)) {
    return [{ ...planned, platform: planned.image === null ? null : ALL_PLATFORMS }];
  }
  const distinct = [...new Map(wanted.map((text) => [formatPlatform(parsePlatform(text)), text])).values()];
  return distinct.length === 0 ? [planned] : distinct.map((platform) => ({ ...planned, platform }));
}
async function expandPlatforms(planned, workingDirectory, images, host) {
  const expanded = [];
  for (const one of planned) expanded.push(...await expand(one, workingDirectory, images, host));
  images.expect(expanded.length - planned.length);
  return markPlatforms(expanded);
}
async function expand(one, workingDirectory, images, host) {
  const { image, platform } = one;
  if (image === null || platform !== ALL_PLATFORMS) return [one];
  try {
    const platforms = await host.progress.phase(
      `Listing the platforms of ${image}`,
      () => platformsOfImage(image, workingDirectory, host, images)
    );
    return platforms.length === 0 ? [one] : onPlatforms({ ...one, platform: null }, platforms);
  } catch (error) {
    toProblem(error);
    host.log.debug(detailOf(error));
    return [one];
  }
}
function markPlatforms(planned) {
  const platforms = /* @__PURE__ */ new Map();
  for (const one of planned) {
    const known = platforms.get(keyOf(one)) ?? /* @__PURE__ */ new Set();
    platforms.set(keyOf(one), known.add(one.platform ?? ""));
  }
  return planned.map((one) => ({
    ...one,
    manyPlatforms: one.platform !== null && (platforms.get(keyOf(one))?.size ?? 0) > 1
  }));
}
function keyOf({ name, image, dockerfile }) {
  return JSON.stringify(name === null ? [image, dockerfile] : [name]);
}

// src/evidence/find-dockerfiles.ts
var PATTERNS = ["Dockerfile", "*.Dockerfile", "Dockerfile.*", "Containerfile"];
async function findDockerfiles(folder, host) {
  const advice = "Name what to judge with image or dockerfile.";
  const specs = PATTERNS.flatMap((pattern) => [`:(glob)${pattern}`, `:(glob)**/${pattern}`]);
  const listing = await askGit(folder, ["ls-files", "-z", "--", ...specs], host);
  if (listing === null) {
    throw new UsageError(
      "nothing-to-judge",
      `No image and no Dockerfile is named, and ${folder} is no git work tree to look in.`,
      advice
    );
  }
  const found = listing.split("\0").filter((path) => path !== "" && !path.endsWith(".dockerignore"));
  if (found.length === 0) {
    throw new UsageError(
      "nothing-to-judge",
      `No image and no Dockerfile is named, and git tracks no Dockerfile in ${folder}.`,
      advice
    );
  }
  return [...new Set(found)].sort();
}

// src/evidence/plan-subjects.ts
function pairUp({ images, dockerfiles, hasBuildOptions: hasBuildOptions2 }) {
  if (images.length > 0 && dockerfiles.length > 0 && images.length !== dockerfiles.length) {
    throw new UsageError(
      "unpaired",
      `${count(images.length, "image")} and ${count(dockerfiles.length, "Dockerfile")} do not pair.`,
      "Name as many Dockerfiles as images, in the same order, or gate them in separate runs."
    );
  }
  const pairs = Array.from({ length: Math.max(images.length, dockerfiles.length) }, (_, index) => ({
    image: images[index] ?? null,
    dockerfile: dockerfiles[index] ?? null
  }));
  if (hasBuildOptions2 && pairs.length > 1) {
    throw new UsageError(
      "several-subjects",
      `target and build-arg hold for one subject, but ${pairs.length} are named.`,
      "Gate them in separate runs, each with its own target and build arguments."
    );
  }
  return pairs;
}
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

// src/commands/declared-image.ts
import { posix } from "node:path";
function declarations(all, images, { target, buildArg }) {
  const named = indexed(all);
  const declared = indexed(images);
  return (one) => {
    const [entry, ...others] = named(one).length === 1 ? declared(one) : [];
    const only = others.length === 0 ? entry : void 0;
    return {
      name: only?.name ?? null,
      target: target ?? only?.target ?? null,
      buildArgs: { ...only?.buildArgs, ...buildArg },
      platform: only?.platform ?? null,
      transport: only?.transport ?? null,
      context: only?.context ?? null
    };
  };
}
function indexed(all) {
  const byImage = Map.groupBy(all, ({ image }) => image);
  const byDockerfile = Map.groupBy(all, ({ dockerfile }) => dockerfile === null ? null : cleaned(dockerfile));
  return ({ image, dockerfile }) => (dockerfile === null ? byImage.get(image) : byDockerfile.get(cleaned(dockerfile))) ?? [];
}
function cleaned(path) {
  return posix.normalize(path.replaceAll("\\", "/")).replace(/^\.\//, "");
}

// src/commands/plan.ts
async function planSubjects({ settings, policyFile }, host) {
  const isOpen = settings.image.length === 0 && settings.dockerfile.length === 0;
  if (isOpen && policyFile !== null && policyFile.images.length > 0) {
    return markPlatforms(fromPolicy(policyFile.images, settings));
  }
  const pairs = pairUp({
    images: settings.image,
    dockerfiles: isOpen ? await findDockerfiles(settings.workingDirectory, host) : settings.dockerfile,
    hasBuildOptions: hasBuildOptions(settings)
  });
  const declared = declarations(pairs, policyFile?.images ?? [], settings);
  const planned = pairs.flatMap(
    (pair) => onPlatforms(
      {
        ...pair,
        ...declared(pair),
        named: !isOpen,
        manyPlatforms: false
      },
      settings.platform
    )
  );
  return markPlatforms(planned);
}
function fromPolicy(images, settings) {
  if (images.length > 1 && hasBuildOptions(settings)) {
    throw new UsageError(
      "several-subjects",
      `target and build-arg hold for one subject, but the policy file lists ${images.length} images.`,
      "Give them in the policy file, or name the one subject."
    );
  }
  return images.flatMap(
    (image) => onPlatforms(
      {
        ...image,
        target: settings.target ?? image.target,
        buildArgs: { ...image.buildArgs, ...settings.buildArg },
        named: true,
        manyPlatforms: false
      },
      settings.platform
    )
  );
}
function hasBuildOptions({ target, buildArg }) {
  return target !== null || Object.keys(buildArg).length > 0;
}

export {
  expandPlatforms,
  planSubjects
};
