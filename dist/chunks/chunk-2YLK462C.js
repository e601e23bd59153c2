import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  DockerfileError,
  IMAGE_LIMITS,
  Overload,
  Rejection,
  SCRATCH,
  StageGraph,
  asHeredoc,
  atLine,
  chompTabs,
  cut,
  cutBlank,
  damaged,
  expandWord,
  findHeredocs,
  formatPlatform,
  formatPlatformFully,
  isGitSource,
  isHttpSource,
  isMemorySize,
  isSpace,
  joinPath,
  parseBool,
  parseDuration,
  parseInteger,
  parsePlatform,
  parseUnsigned,
  resolveWorkdir,
  shown,
  splitBlanks,
  tooLarge,
  trim,
  trimLineEnd,
  trimStart
} from "./chunk-OPIHWSIS.js";
import {
  formatImageReference,
  parseImageReference,
  require_dist
} from "./chunk-745BOILJ.js";
import {
  _undefined,
  array,
  boolean,
  int,
  literal,
  number,
  object,
  record,
  string,
  union,
  unknown
} from "./chunk-6ZP7LTEL.js";
import {
  UsageError,
  VerifyError,
  errorCode,
  errorMessage
} from "./chunk-AZR4UGO6.js";
import {
  __toESM
} from "./chunk-6SMW72EV.js";

// src/image/platform.ts
var ARCHITECTURES = {
  x86_64: "amd64",
  "x86-64": "amd64",
  aarch64: "arm64",
  armhf: "arm",
  armel: "arm",
  i386: "386",
  x64: "amd64"
};
function normalizePlatform({ os, architecture, variant }) {
  const arch = ARCHITECTURES[architecture] ?? architecture;
  const silent = arch === "arm64" && /^v?8$/.test(variant) || arch === "amd64" && variant === "v1";
  return { os, architecture: arch, variant: silent ? "" : variant };
}
function formatPlatform2(platform) {
  const { os, architecture, variant } = normalizePlatform(platform);
  return variant === "" ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`;
}
function parsePlatform2(text5) {
  const match = /^([a-z0-9]+)\/([a-z0-9_-]+)(?:\/([a-z0-9.]+))?$/.exec(text5.toLowerCase());
  if (match === null) {
    throw new UsageError(
      "platform-invalid",
      `"${text5}" is no platform.`,
      "Write it like linux/amd64, linux/arm64 or linux/arm/v7."
    );
  }
  return normalizePlatform({ os: match[1] ?? "", architecture: match[2] ?? "", variant: match[3] ?? "" });
}
function matchesPlatform(asked, found) {
  const a = normalizePlatform(asked);
  const b = normalizePlatform(found);
  return a.os === b.os && a.architecture === b.architecture && (a.variant === "" || a.variant === b.variant);
}
function machinePlatform(arch) {
  const variant = arch === "arm" ? "v7" : "";
  return normalizePlatform({ os: "linux", architecture: arch === "ia32" ? "386" : arch, variant });
}

// src/image/choose-manifest.ts
var REF_NAME = "org.opencontainers.image.ref.name";
var IMAGE_NAME = "io.containerd.image.name";
function isAttestation({ annotations, platform }) {
  return annotations["vnd.docker.reference.type"] !== void 0 || platform?.os === "unknown" && platform.architecture === "unknown";
}
function namesOf({ annotations }) {
  return [annotations[IMAGE_NAME], annotations[REF_NAME]].filter(
    (name) => name !== void 0 && name !== ""
  );
}
function hasTag(descriptor, tag) {
  return hasName(namesOf(descriptor), tag);
}
function hasName(names, tag) {
  return names.some((name) => name === tag || name.endsWith(`:${tag}`));
}
function chooseManifest(candidates, asked, machine) {
  const distinct2 = [...new Map(candidates.map((item) => [item.descriptor.digest, item])).values()];
  const first = distinct2[0];
  if (first === void 0) {
    throw new UsageError("image-empty", "it holds no image.", "Name the file or folder that the build wrote.");
  }
  if (asked === null && distinct2.length === 1) {
    return first;
  }
  const wanted = asked ?? machine;
  const fitting = distinct2.filter((item) => matchesPlatform(wanted, item.platform));
  const [only, another] = preferExact(fitting, wanted);
  if (only === void 0) {
    throw missing(distinct2, wanted, asked !== null);
  }
  if (another !== void 0) {
    throw severalImages(fitting.flatMap((item) => item.names));
  }
  return only;
}
function preferExact(fitting, wanted) {
  const exact2 = fitting.filter((item) => formatPlatform2(item.platform) === formatPlatform2(wanted));
  return exact2.length > 0 ? exact2 : fitting;
}
function missing(candidates, wanted, asked) {
  const has = [...new Set(candidates.map((item) => formatPlatform2(item.platform)))].sort().join(", ");
  const message = `it has no image for ${formatPlatform2(wanted)}, only for ${has}.`;
  return asked ? new VerifyError(
    "platform-missing",
    message,
    "Build the image for the platform that is asked for, or ask for another."
  ) : new UsageError("platform-needed", message, "Say with --platform which one to judge.");
}
function severalImages(names) {
  const list = [...new Set(names)].sort();
  const told = list.length === 0 ? "" : `: ${list.slice(0, 10).map(shown).join(", ")}${list.length > 10 ? ", \u2026" : ""}`;
  return new UsageError(
    "image-several",
    `it holds several images${told}.`,
    "Name one: write each image to a file of its own, or give its tag (docker-archive:FILE:TAG, oci-archive:FILE:TAG, oci:FOLDER:TAG)."
  );
}

// src/evidence/image-blob-store.ts
import { join } from "node:path";

// src/image/meter.ts
import { createHash } from "node:crypto";
var Meter = class {
  #hash;
  #bytes = 0;
  /** @param hashing false only counts: `digest` must not be asked then */
  constructor(hashing = true) {
    this.#hash = hashing ? createHash("sha256") : null;
  }
  async *through(source, onBytes) {
    for await (const chunk of source) {
      this.#hash?.update(chunk);
      this.#bytes += chunk.byteLength;
      onBytes?.(chunk.byteLength);
      yield chunk;
    }
  }
  get bytes() {
    return this.#bytes;
  }
  /** Like `sha256:…`; to be asked once, after the end of the stream. */
  digest() {
    return this.#hash === null ? "" : `sha256:${this.#hash.digest("hex")}`;
  }
};
function digestOf(bytes) {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

// src/evidence/image-blob-store.ts
var RESERVE = 64 * 1024 * 1024;
function diskFull(folder, why) {
  return new VerifyError(
    "disk-full",
    `there is no room for it in ${folder}: ${why}.`,
    "Free space, or point TMPDIR (in the action: the runner) at a larger disk."
  );
}
function megabytes(bytes) {
  return `${Math.ceil(bytes / 1e6)} MB`;
}
var BlobStore = class _BlobStore {
  /** Holds `blobs/sha256`. */
  folder;
  #files;
  #known = /* @__PURE__ */ new Set();
  #count = 0;
  /** Bytes that may still be written; null when the system does not say. */
  #room;
  constructor(folder, room, files) {
    this.folder = folder;
    this.#room = room;
    this.#files = files;
  }
  /**
   * @param expected bytes that will be written at least
   * @throws VerifyError `disk-full` when there is no room for them
   */
  static async create(expected, files) {
    const folder = await files.makeTempFolder();
    const free = await files.freeSpace(folder);
    if (free !== null && free < expected + RESERVE) {
      throw diskFull(folder, `it needs ${megabytes(expected)} there, and ${megabytes(free)} are free`);
    }
    await files.makeFolder(join(folder, "blobs", "sha256"));
    await files.makeFolder(join(folder, "incoming"));
    return new _BlobStore(folder, free === null ? null : free - RESERVE, files);
  }
  /** Writes bytes as they come; the same bytes a second time take no room. */
  async add(bytes) {
    this.#count += 1;
    const draft = join(this.folder, "incoming", String(this.#count));
    const meter = new Meter();
    await this.#files.save(
      draft,
      meter.through(bytes, (count4) => this.#take(count4))
    );
    const digest = meter.digest();
    if (this.#known.has(digest)) {
      await this.#files.remove(draft);
      this.#take(-meter.bytes);
    } else {
      await this.#files.rename(draft, join(this.folder, "blobs", ...digest.split(":")));
      this.#known.add(digest);
    }
    return { digest, size: meter.bytes };
  }
  async addText(text5) {
    const bytes = Buffer.from(text5);
    return this.add(
      (async function* () {
        yield bytes;
      })()
    );
  }
  /** A bomb must not fill the disk for everything else that runs there. */
  #take(count4) {
    if (this.#room === null) {
      return;
    }
    this.#room -= count4;
    if (this.#room < 0) {
      throw diskFull(this.folder, "it unpacks to more than is free there");
    }
  }
  /** Whether a blob was written by `add`, and so is what its digest says. */
  has(digest) {
    return this.#known.has(digest);
  }
};

// src/evidence/image-files.ts
import { join as join2 } from "node:path";
async function requireFile(file, files) {
  const found = await files.stat(file);
  if (found?.kind !== "file") {
    throw new UsageError(
      "image-not-found",
      found === null ? "there is no such file." : "it is no regular file.",
      "Name the file that the build or `docker save` wrote."
    );
  }
}
function blobPath(folder, digest) {
  return join2(folder, "blobs", ...digest.split(":"));
}
async function requireBlob(folder, { digest, size }, files) {
  const path = blobPath(folder, digest);
  const found = await files.stat(path);
  if (found?.kind !== "file") {
    throw damaged(`the blob ${digest} is missing`);
  }
  if (found.size !== size) {
    throw damaged(`the blob ${digest} has ${found.size} bytes where ${size} are stated`);
  }
  return path;
}
async function readDocument(folder, descriptor, files) {
  if (descriptor.size > IMAGE_LIMITS.document) {
    throw damaged(`the document ${descriptor.digest} has ${descriptor.size} bytes, more than ${IMAGE_LIMITS.document}`);
  }
  const bytes = await files.readBytes(await requireBlob(folder, descriptor, files), IMAGE_LIMITS.document);
  if (digestOf(bytes) !== descriptor.digest) {
    throw damaged(`the blob ${descriptor.digest} is not what its digest says`);
  }
  return bytes;
}

// src/image/budget.ts
var Budget = class {
  limits;
  #bytes = 0;
  #entries = 0;
  #names = 0;
  #contents = 0;
  constructor(limits = IMAGE_LIMITS) {
    this.limits = limits;
  }
  spendBytes(count4) {
    this.#bytes += count4;
    if (this.#bytes > this.limits.uncompressed) {
      throw tooLarge(`its layers unpack to more than ${this.limits.uncompressed} bytes`);
    }
  }
  spendEntry(nameBytes) {
    this.#entries += 1;
    this.#names += nameBytes;
    if (this.#entries > this.limits.entries) {
      throw tooLarge(`its layers hold more than ${this.limits.entries} files`);
    }
    if (this.#names > this.limits.names) {
      throw tooLarge(`the file names of its layers take more than ${this.limits.names} bytes`);
    }
  }
  /** What reading has cost so far. */
  get spent() {
    return { bytes: this.#bytes, entries: this.#entries, names: this.#names };
  }
  /** Counts what was read before as if it were read now. */
  spendAgain({ bytes, entries, names }) {
    this.spendBytes(bytes);
    this.#entries += Math.max(entries - 1, 0);
    this.#names += names;
    if (entries > 0) {
      this.spendEntry(0);
    }
  }
  /** Whether this many bytes of a file may still be kept; if so, they are counted. */
  keep(count4) {
    if (this.#contents + count4 > this.limits.contents) {
      return false;
    }
    this.#contents += count4;
    return true;
  }
};

// src/image/json-keys.ts
function repeatedKey(text5) {
  const open2 = [];
  for (const [token] of text5.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]/g)) {
    const top = open2.at(-1) ?? null;
    if (token === "{") {
      open2.push({ keys: /* @__PURE__ */ new Set(), atKey: true });
    } else if (token === "[") {
      open2.push(null);
    } else if (token === "}" || token === "]") {
      open2.pop();
    } else if (token === ",") {
      if (top !== null) {
        top.atKey = true;
      }
    } else if (top?.atKey === true) {
      const key = JSON.parse(token);
      if (top.keys.has(key)) {
        return key;
      }
      top.keys.add(key);
      top.atKey = false;
    }
  }
  return null;
}

// src/image/json.ts
function decodeJson(bytes, schema2, what) {
  const result = schema2.safeParse(parse(bytes, what));
  if (!result.success) {
    const issue = result.error.issues[0];
    const place = issue === void 0 || issue.path.length === 0 ? "" : ` at ${shown(issue.path.join("."))}`;
    throw damaged(`${what} is not of the expected form${place}: ${issue?.message ?? "unknown reason"}`);
  }
  return result.data;
}
function parse(bytes, what) {
  const { text: text5, value } = tryParse(bytes, what);
  const repeated = repeatedKey(text5);
  if (repeated !== null) {
    throw damaged(`${what} holds the key ${shown(repeated)} twice`);
  }
  return value;
}
function tryParse(bytes, what) {
  try {
    const text5 = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text: text5, value: JSON.parse(text5) };
  } catch {
    throw damaged(`${what} is not JSON`);
  }
}
function exact(shape) {
  const known2 = new Set(Object.keys(shape));
  const folded = new Set([...known2].map(fold));
  return unknown().superRefine((value, context) => {
    for (const key of Object.keys(value ?? {})) {
      if (!known2.has(key) && folded.has(fold(key))) {
        context.addIssue({ code: "custom", message: `the key ${shown(key)} is ambiguous` });
      }
    }
  }).pipe(object(shape));
}
function fold(key) {
  return key.toUpperCase().toLowerCase();
}

// src/image/config.ts
var text = string().nullish();
var texts = array(string()).nullish();
var words = union([string().transform((word) => [word]), array(string())]).nullish();
var keys = record(string(), unknown()).nullish().transform((value) => Object.keys(value ?? {}).sort());
var count = number().nullish();
var HealthcheckSchema = exact({
  Test: texts,
  Interval: count,
  Timeout: count,
  StartPeriod: count,
  StartInterval: count,
  Retries: count
});
var RunConfigSchema = exact({
  User: text,
  ExposedPorts: keys,
  Healthcheck: HealthcheckSchema.nullish(),
  Entrypoint: words,
  Cmd: words,
  Env: texts,
  WorkingDir: text,
  Labels: record(string(), string()).nullish(),
  Volumes: keys,
  StopSignal: text,
  Shell: words,
  OnBuild: texts
});
var HistorySchema = exact({ created_by: text, comment: text, empty_layer: boolean().nullish() });
var DiffId = string().regex(/^sha256:[0-9a-f]{64}$/, "a layer is not named by a SHA-256");
var ConfigSchema = exact({
  architecture: string().min(1),
  os: string().min(1),
  variant: text,
  config: RunConfigSchema.nullish(),
  history: array(HistorySchema).nullish(),
  rootfs: exact({ type: literal("layers"), diff_ids: array(DiffId).max(IMAGE_LIMITS.layers).nullish() })
});
function decodeConfig(bytes) {
  const raw = decodeJson(bytes, ConfigSchema, "its config");
  const platform = { os: raw.os, architecture: raw.architecture, variant: raw.variant ?? "" };
  if (!/^[a-z0-9]+\/[a-z0-9_]+(\/[a-z0-9.]+)?$/.test(formatPlatform2(platform))) {
    throw damaged("its config names no real platform");
  }
  return {
    config: toImageConfig(raw.config ?? {}),
    history: (raw.history ?? []).map((entry) => ({
      createdBy: entry.created_by ?? "",
      comment: entry.comment ?? "",
      emptyLayer: entry.empty_layer ?? false
    })),
    diffIds: raw.rootfs.diff_ids ?? [],
    platform
  };
}
function toImageConfig(raw) {
  return {
    user: raw.User ?? "",
    exposedPorts: [...new Set((raw.ExposedPorts ?? []).map(withProtocol))].sort(),
    healthcheck: toHealthcheck(raw.Healthcheck),
    entrypoint: filled(raw.Entrypoint),
    cmd: filled(raw.Cmd),
    env: raw.Env ?? [],
    workingDir: raw.WorkingDir ?? "",
    labels: raw.Labels ?? {},
    volumes: raw.Volumes ?? [],
    stopSignal: raw.StopSignal === "" ? null : raw.StopSignal ?? null,
    shell: filled(raw.Shell),
    ...onBuildOf(raw.OnBuild)
  };
}
function onBuildOf(triggers) {
  const onBuild = filled(triggers);
  return onBuild === null ? {} : { onBuild };
}
function toHealthcheck(raw) {
  const test = filled(raw?.Test);
  if (test === null) {
    return null;
  }
  return {
    test,
    interval: raw?.Interval ?? 0,
    timeout: raw?.Timeout ?? 0,
    startPeriod: raw?.StartPeriod ?? 0,
    startInterval: raw?.StartInterval ?? 0,
    retries: raw?.Retries ?? 0
  };
}
function filled(list) {
  return list === null || list === void 0 || list.length === 0 ? null : list;
}
function withProtocol(port) {
  return port.includes("/") ? port.toLowerCase() : `${port}/tcp`;
}

// src/image/decompress.ts
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createZstdDecompress } from "node:zlib";

// src/image/tar/byte-reader.ts
var EMPTY = Buffer.alloc(0);
var ByteReader = class {
  #chunks;
  #what;
  #chunk = EMPTY;
  /** @param what names it in messages */
  constructor(source, what = "a tar archive") {
    this.#chunks = source[Symbol.asyncIterator]();
    this.#what = what;
  }
  /** The next `count` bytes without waiting, or null when they are not all here. */
  at(count4) {
    if (this.#chunk.length < count4) {
      return null;
    }
    const piece = this.#chunk.subarray(0, count4);
    this.#chunk = this.#chunk.subarray(count4);
    return piece;
  }
  /** The next `count` bytes; null at the end of the stream. Stops when it ends in between. */
  async take(count4) {
    const ready = this.at(count4);
    if (ready !== null) {
      return ready;
    }
    const pieces = [];
    let missing2 = count4;
    while (missing2 > 0) {
      const piece = await this.upTo(missing2);
      if (piece === null) {
        if (pieces.length === 0) {
          return null;
        }
        throw damaged(`${this.#what} ends in the middle`);
      }
      pieces.push(piece);
      missing2 -= piece.length;
    }
    return Buffer.concat(pieces);
  }
  /** At least one and at most `count` bytes; null at the end of the stream. */
  async upTo(count4) {
    while (this.#chunk.length === 0) {
      const next = await this.#chunks.next();
      if (next.done === true) {
        return null;
      }
      this.#chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    }
    return this.at(Math.min(count4, this.#chunk.length));
  }
  async skip(count4) {
    let missing2 = count4;
    while (missing2 > 0) {
      const piece = await this.upTo(missing2);
      if (piece === null) {
        throw damaged(`${this.#what} ends in the middle of a file`);
      }
      missing2 -= piece.length;
    }
  }
  /** Reads to the end: whoever hashes the stream must see all of it. */
  async drain() {
    while (await this.upTo(Number.MAX_SAFE_INTEGER) !== null) {
    }
  }
  /** Lets go of the stream, wherever it stands. */
  async close() {
    await this.#chunks.return?.();
  }
};

// src/image/zstd-frames.ts
var FRAME = 4247762216;
var SKIPPABLE = 407710288;
function isZstd(start) {
  const view = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  return view.length >= 4 && isMagic(view.readUInt32LE(0));
}
function isMagic(magic) {
  return magic === FRAME || isSkippable(magic);
}
function isSkippable(magic) {
  return (magic & 4294967280) >>> 0 === SKIPPABLE;
}
async function* zstdFrames(source) {
  const bytes = new ByteReader(source, "its compressed data");
  try {
    for (let magic = await bytes.take(4); magic !== null; magic = await bytes.take(4)) {
      const number2 = magic.readUInt32LE(0);
      if (isSkippable(number2)) {
        await bytes.skip((await exactly(bytes, 4)).readUInt32LE(0));
      } else if (number2 === FRAME) {
        yield* frame(magic, bytes);
      } else {
        throw damaged("its compressed data is followed by something else");
      }
    }
  } finally {
    await bytes.close();
  }
}
async function* frame(magic, bytes) {
  const descriptor = await exactly(bytes, 1);
  const flags = descriptor.readUInt8(0);
  yield Buffer.concat([magic, descriptor, await exactly(bytes, headerLength(flags))]);
  for (let isLast = false; !isLast; ) {
    const head = await exactly(bytes, 3);
    const fields = head.readUIntLE(0, 3);
    isLast = (fields & 1) === 1;
    const type = fields >> 1 & 3;
    if (type === 3) {
      throw damaged("its compressed data is damaged");
    }
    const body = await exactly(bytes, type === 1 ? 1 : fields >> 3);
    const checksum = isLast && (flags & 4) !== 0 ? await exactly(bytes, 4) : Buffer.alloc(0);
    yield Buffer.concat([head, body, checksum]);
  }
}
function headerLength(flags) {
  const isSingleSegment = (flags & 32) !== 0;
  const contentSize = [isSingleSegment ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0;
  const dictionary = [0, 1, 2, 4][flags & 3] ?? 0;
  return (isSingleSegment ? 0 : 1) + dictionary + contentSize;
}
async function exactly(bytes, count4) {
  const taken = count4 === 0 ? Buffer.alloc(0) : await bytes.take(count4);
  if (taken === null) {
    throw damaged("its compressed data is damaged or cut short");
  }
  return taken;
}

// src/image/decompress.ts
var MAGIC_BYTES = 4;
var MAGIC = [
  { bytes: [31, 139, 8], compression: "gzip" },
  { bytes: [66, 90, 104], compression: "foreign" },
  { bytes: [253, 55, 122, 88], compression: "foreign" }
];
function compressionOf(start) {
  if (isZstd(start)) {
    return "zstd";
  }
  return MAGIC.find(({ bytes }) => bytes.every((byte, index) => start[index] === byte))?.compression ?? "none";
}
async function* decompressed(source) {
  const { start, all, close } = await peek(source, MAGIC_BYTES);
  try {
    const compression = compressionOf(start);
    if (compression === "foreign") {
      throw damaged("it is compressed in a way that image formats do not know");
    }
    if (compression === "none") {
      yield* all;
    } else {
      yield* compression === "gzip" ? through(all, createGunzip()) : through(zstdFrames(all), createZstdDecompress());
    }
  } finally {
    await close();
  }
}
async function* through(source, transform) {
  const input = Readable.from(source, { objectMode: false });
  const done = pipeline(input, transform);
  done.catch(() => {
  });
  try {
    for await (const chunk of transform) {
      yield chunk;
    }
    await done;
  } catch (error) {
    throw asDamage(error);
  } finally {
    transform.destroy();
    input.destroy();
    if (!input.closed) {
      await new Promise((resolve3) => input.once("close", resolve3));
    }
  }
}
function asDamage(error) {
  return /^(Z_|ZSTD_|ERR_ZSTD|ERR_BUFFER_TOO_LARGE)/.test(errorCode(error)) ? damaged("its compressed data is damaged or cut short") : error;
}
async function peek(source, count4) {
  const iterator = source[Symbol.asyncIterator]();
  const pieces = [];
  let length = 0;
  while (length < count4) {
    const next = await iterator.next();
    if (next.done === true) {
      break;
    }
    pieces.push(next.value);
    length += next.value.byteLength;
  }
  async function* all() {
    yield* pieces;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      yield next.value;
    }
  }
  const close = async () => {
    await iterator.return?.();
  };
  return { start: Buffer.concat(pieces), all: { [Symbol.asyncIterator]: all }, close };
}

// src/image/docker-archive.ts
import { posix } from "node:path";
var ManifestSchema = array(
  exact({
    Config: string(),
    RepoTags: array(string()).nullish(),
    Layers: array(string()).max(IMAGE_LIMITS.layers).nullish()
  })
);
function archivedImages(manifest, members) {
  const entries = decodeJson(manifest, ManifestSchema, "its manifest.json");
  if (entries.length === 0) {
    throw damaged("its manifest.json names no image");
  }
  if (entries.length > IMAGE_LIMITS.manifests) {
    throw damaged(`its manifest.json names more than ${IMAGE_LIMITS.manifests} images`);
  }
  return entries.map((entry) => ({
    config: memberAt(members, entry.Config, "its config"),
    layers: (entry.Layers ?? []).map((name) => memberAt(members, name, "a layer")),
    names: entry.RepoTags ?? []
  }));
}
function memberAt(members, name, what) {
  let path = name;
  let member = members.get(path);
  for (let links = 0; member?.kind === "link" && links < IMAGE_LIMITS.links; links += 1) {
    path = member.target;
    member = members.get(path);
  }
  if (member?.kind !== "file") {
    throw damaged(`it lacks ${what}: ${shown(name)}`);
  }
  const named = /^([0-9a-f]{64})\.json$|^blobs\/sha256\/([0-9a-f]{64})$/.exec(path);
  const hex = named?.[1] ?? named?.[2];
  if (hex !== void 0 && member.digest !== `sha256:${hex}`) {
    throw damaged(`${what} is not what its digest says: ${shown(path)} holds ${member.digest}`);
  }
  return { digest: member.digest, size: member.size };
}
function linkTarget(path, kind, link) {
  return posix.normalize(kind === "symlink" ? posix.join(posix.dirname(path), link) : link);
}

// src/image/layer-path.ts
function layerPath(name, limit) {
  if (Buffer.byteLength(name) > limit) {
    throw damaged(`a layer holds a file name of more than ${limit} bytes`);
  }
  const segments = name.split("/").filter((segment) => segment !== "" && segment !== ".");
  if (segments.includes("..")) {
    throw damaged(`a layer holds a file outside its root: ${shown(name)}`);
  }
  return segments;
}

// src/image/tar/header.ts
var BLANK = 32;
function decodeHeader(block) {
  checkSum(block);
  return {
    name: `${prefix(block)}${text2(block, 0, 100)}`,
    flag: String.fromCharCode(block[156] ?? 0),
    mode: numberField(block, 100, 8),
    uid: numberField(block, 108, 8),
    gid: numberField(block, 116, 8),
    size: numberField(block, 124, 12),
    link: text2(block, 157, 100)
  };
}
function checkSum(block) {
  let unsigned = 0;
  let signed = 0;
  for (let index = 0; index < 512; index += 1) {
    const byte = index >= 148 && index < 156 ? BLANK : block[index] ?? 0;
    unsigned += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  const stated = numberField(block, 148, 8);
  if (stated !== unsigned && stated !== signed) {
    throw damaged("a tar header has a wrong checksum");
  }
}
function prefix(block) {
  if (block.toString("latin1", 257, 265) !== "ustar\x0000") {
    return "";
  }
  const length = block.toString("latin1", 508, 512) === "tar\0" ? 131 : 155;
  const value = text2(block, 345, length);
  return value === "" ? "" : `${value}/`;
}
function text2(block, start, length) {
  const field = block.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString("utf8", 0, end === -1 ? length : end);
}
function numberField(block, start, length) {
  const field = block.subarray(start, start + length);
  const first = field[0] ?? 0;
  if ((first & 128) === 0) {
    const digits = field.toString("latin1").replace(/^[ \0]+|[ \0]+$/g, "");
    return octal(digits.split("\0", 1)[0] ?? "");
  }
  let value = BigInt(first & 63);
  for (const byte of field.subarray(1)) {
    value = value * 256n + BigInt(byte);
  }
  if ((first & 64) !== 0 || value > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw damaged("a tar header holds a number out of range");
  }
  return Number(value);
}
function octal(digits) {
  if (digits === "") {
    return 0;
  }
  if (!/^[0-7]{1,12}$/.test(digits)) {
    throw damaged("a tar header holds a number that is none");
  }
  return Number.parseInt(digits, 8);
}

// src/image/tar/pax.ts
var SPARSE_PAIR = ["GNU.sparse.offset", "GNU.sparse.numbytes"];
var NO_RECORDS = /* @__PURE__ */ new Map();
function decodePax(bytes) {
  const records = /* @__PURE__ */ new Map();
  const sparse = [];
  let rest = bytes;
  while (rest.length > 0) {
    const space = rest.indexOf(32);
    const digits = space === -1 ? "" : rest.toString("latin1", 0, space);
    const length = /^[0-9]{1,9}$/.test(digits) ? Number(digits) : 0;
    if (length <= space + 1 || length > rest.length || rest[length - 1] !== 10) {
      throw damaged("a tar archive holds a malformed extended header");
    }
    const record2 = rest.subarray(space + 1, length - 1);
    const equals = record2.indexOf(61);
    if (equals <= 0) {
      throw damaged("a tar archive holds a malformed extended header");
    }
    const key = record2.toString("utf8", 0, equals);
    const value = record2.subarray(equals + 1);
    const place = SPARSE_PAIR.indexOf(key);
    if (place === -1) {
      records.set(key, value);
    } else if (place === sparse.length % 2 && !value.includes(44)) {
      sparse.push(value.toString("latin1"));
    } else {
      throw damaged("a tar archive holds a sparse file with a malformed map");
    }
    rest = rest.subarray(length);
  }
  if (sparse.length > 0) {
    records.set("GNU.sparse.map", Buffer.from(sparse.join(",")));
  }
  return records;
}
function paxText(records, key) {
  const value = records.get(key);
  if (value === void 0 || value.length === 0) {
    return void 0;
  }
  if (value.includes(0)) {
    throw damaged(`a tar archive holds an extended header with a NUL in its ${key}`);
  }
  return value.toString("utf8");
}
function paxNumber(records, key) {
  const value = paxText(records, key);
  if (value === void 0) {
    return void 0;
  }
  const number2 = /^[0-9]{1,16}$/.test(value) ? Number(value) : Number.NaN;
  if (!Number.isSafeInteger(number2)) {
    throw damaged(`a tar archive holds an extended header with a wrong ${key}`);
  }
  return number2;
}

// src/image/tar/sparse.ts
var BLOCK = 512;
var LARGEST = 1024 * 1024;
function sparseVersion(records) {
  const major = paxText(records, "GNU.sparse.major") ?? "";
  const minor = paxText(records, "GNU.sparse.minor") ?? "";
  if (major === "0" && (minor === "0" || minor === "1")) return "0";
  if (major === "1" && minor === "0") return "1";
  return major === "" && minor === "" && (paxText(records, "GNU.sparse.map") ?? "") !== "" ? "0" : null;
}
function sparseMap0(records, packed) {
  const count4 = decimal(paxText(records, "GNU.sparse.numblocks") ?? "");
  const text5 = paxText(records, "GNU.sparse.map") ?? "";
  const numbers = text5 === "" ? [] : text5.split(",").map(decimal);
  if (numbers.length !== 2 * count4) throw malformed();
  return checked(numbers, sizeOf(records, packed), 0);
}
async function sparseMap1(records, packed, bytes) {
  let text5 = "";
  let lines2 = 0;
  let taken = 0;
  const feed = async (wanted) => {
    while (lines2 < wanted) {
      taken += BLOCK;
      const block = taken > LARGEST || taken > packed ? null : await bytes.take(BLOCK);
      if (block === null) throw malformed();
      const more = block.toString("latin1");
      text5 += more;
      lines2 += more.split("\n").length - 1;
    }
  };
  await feed(1);
  const count4 = decimal(text5.slice(0, text5.indexOf("\n")));
  if (count4 > LARGEST / 4) throw malformed();
  await feed(1 + 2 * count4);
  const numbers = text5.split("\n", 1 + 2 * count4).slice(1).map(decimal);
  return checked(numbers, sizeOf(records, packed), taken);
}
async function sparseMapOld(header, bytes) {
  if (header.toString("latin1", 257, 265) !== "ustar  \0") throw malformed();
  const size = numberField(header, 483, 12);
  const numbers = [];
  let block = header;
  let start = 386;
  let count4 = 4;
  for (let read3 = BLOCK; ; read3 += BLOCK) {
    for (let index = 0; index < count4; index += 1) {
      const at = start + index * 24;
      if (block[at] === 0) break;
      numbers.push(numberField(block, at, 12), numberField(block, at + 12, 12));
    }
    if (block[start + count4 * 24] === 0) return checked(numbers, size, 0);
    const next = read3 > LARGEST ? null : await bytes.take(BLOCK);
    if (next === null) throw malformed();
    block = next;
    start = 0;
    count4 = 21;
  }
}
async function* withHoles(map, packed) {
  const stored = packed[Symbol.asyncIterator]();
  let rest = Buffer.alloc(0);
  let at = 0;
  for (const { offset, length } of map.pieces) {
    yield* zeros(offset - at);
    for (let left = length; left > 0; ) {
      if (rest.length === 0) {
        const next = await stored.next();
        if (next.done === true) throw damaged("a tar archive holds a sparse file with less content than it says");
        rest = next.value;
      }
      const piece = rest.subarray(0, left);
      rest = rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
    at = offset + length;
  }
  yield* zeros(map.size - at);
}
var ZEROS = Buffer.alloc(64 * 1024);
function* zeros(count4) {
  for (let left = count4; left > 0; left -= ZEROS.length) {
    yield ZEROS.subarray(0, Math.min(left, ZEROS.length));
  }
}
function checked(numbers, size, taken) {
  const pieces = [];
  let end = 0;
  for (let index = 0; index < numbers.length; index += 2) {
    const [offset = 0, length = 0] = numbers.slice(index, index + 2);
    if (offset < end || offset + length > size) throw malformed();
    end = offset + length;
    pieces.push({ offset, length });
  }
  return { size, pieces, taken };
}
function sizeOf(records, packed) {
  const size = paxText(records, "GNU.sparse.size") ?? paxText(records, "GNU.sparse.realsize");
  return size === void 0 ? packed : decimal(size);
}
function decimal(text5) {
  const number2 = /^[0-9]{1,16}$/.test(text5) ? Number(text5) : Number.NaN;
  if (!Number.isSafeInteger(number2)) throw malformed();
  return number2;
}
function malformed() {
  return damaged("a tar archive holds a sparse file with a malformed map");
}

// src/image/tar/read-tar.ts
var BLOCK2 = 512;
var SPECIAL = 1024 * 1024;
var OLD_SPARSE = "S";
var KINDS = {
  [OLD_SPARSE]: "file",
  "\0": "file",
  "0": "file",
  "7": "file",
  "1": "hardlink",
  "2": "symlink",
  "3": "device",
  "4": "device",
  "5": "directory",
  "6": "fifo"
};
async function* readTar(source) {
  const bytes = new ByteReader(source);
  let pending = NOTHING;
  try {
    for (let block = await nextHeader(bytes); block !== null; block = await nextHeader(bytes)) {
      const header = decodeHeader(block);
      const special = SPECIALS[header.flag];
      if (special !== void 0) {
        pending = special(pending, await readSpecial(bytes, header));
        continue;
      }
      yield* readEntry(bytes, header, block, pending);
      pending = NOTHING;
    }
    if (pending !== NOTHING) {
      throw damaged("a tar archive ends after an extended header");
    }
    await bytes.drain();
  } finally {
    await bytes.close();
  }
}
var NOTHING = { records: NO_RECORDS, name: null, link: null };
var SPECIALS = {
  x: (pending, content) => ({ ...pending, records: decodePax(content) }),
  // As in Go, a global header is an entry of its own: what stood before it is forgotten.
  g: (_pending, content) => {
    decodePax(content);
    return NOTHING;
  },
  L: (pending, content) => ({ ...pending, name: cString(content) }),
  K: (pending, content) => ({ ...pending, link: cString(content) })
};
async function nextHeader(bytes) {
  const block = bytes.at(BLOCK2) ?? await bytes.take(BLOCK2);
  if (block === null || !isZero(block)) {
    return block;
  }
  const second = await bytes.take(BLOCK2);
  if (second !== null && !isZero(second)) {
    throw damaged("a tar archive goes on after a single zero block");
  }
  return null;
}
async function readSpecial(bytes, header) {
  if (header.size > SPECIAL) {
    throw damaged("a tar archive holds an extended header of more than 1 MiB");
  }
  const content = header.size === 0 ? Buffer.alloc(0) : await bytes.take(header.size);
  if (content === null) {
    throw damaged("a tar archive ends in an extended header");
  }
  const kept = Buffer.from(content);
  await bytes.skip(padding(header.size));
  return kept;
}
async function* readEntry(bytes, header, block, pending) {
  const entry = describe(header, pending);
  const stored = entry.kind === "file" ? entry.size : 0;
  const sparse = await sparseMapOf(entry, header, block, bytes);
  let left = stored - (sparse?.taken ?? 0);
  async function* content() {
    while (left > 0) {
      const piece = await bytes.upTo(left);
      if (piece === null) {
        throw damaged("a tar archive ends in the middle of a file");
      }
      left -= piece.length;
      yield piece;
    }
  }
  const kind = header.flag === "\0" && entry.name.endsWith("/") ? "directory" : entry.kind;
  if (sparse === null) {
    yield { ...entry, kind, content: { [Symbol.asyncIterator]: content } };
  } else {
    const renamed = header.flag === OLD_SPARSE ? void 0 : paxText(entry.records, "GNU.sparse.name");
    const name = renamed ?? entry.name;
    yield { ...entry, name, size: sparse.size, kind, content: withHoles(sparse, { [Symbol.asyncIterator]: content }) };
  }
  await bytes.skip(left);
  await bytes.skip(padding(stored));
}
async function sparseMapOf({ kind, size, records }, { flag }, block, bytes) {
  if (flag === OLD_SPARSE) {
    return sparseMapOld(block, bytes);
  }
  const version = sparseVersion(records);
  if (version === null) {
    return null;
  }
  if (kind !== "file") {
    throw damaged("a tar archive holds a sparse entry that is no file");
  }
  return version === "0" ? sparseMap0(records, size) : sparseMap1(records, size, bytes);
}
function describe(header, { records, name, link }) {
  const kind = KINDS[header.flag];
  if (kind === void 0) {
    throw damaged(`a tar archive holds an entry of the unknown type ${JSON.stringify(header.flag)}`);
  }
  return {
    name: name ?? paxText(records, "path") ?? header.name,
    kind,
    mode: header.mode,
    uid: paxNumber(records, "uid") ?? header.uid,
    gid: paxNumber(records, "gid") ?? header.gid,
    size: paxNumber(records, "size") ?? header.size,
    link: link ?? paxText(records, "linkpath") ?? header.link,
    records
  };
}
function cString(content) {
  const end = content.indexOf(0);
  return content.toString("utf8", 0, end === -1 ? content.length : end);
}
function isZero(block) {
  return block[0] === 0 && block.equals(ZERO);
}
var ZERO = Buffer.alloc(BLOCK2);
function padding(size) {
  return (BLOCK2 - size % BLOCK2) % BLOCK2;
}

// src/evidence/image-stage-archive.ts
var MOST_MEMBERS = 2e4;
async function stageArchive(archive, store, files) {
  const members = /* @__PURE__ */ new Map();
  const budget = new Budget();
  for await (const entry of readTar(decompressed(archive))) {
    budget.spendEntry(entry.name.length + entry.link.length);
    if (entry.kind === "directory") {
      continue;
    }
    const path = layerPath(entry.name, budget.limits.name).join("/");
    if (members.size >= MOST_MEMBERS) {
      throw tooLarge(`it holds more than ${MOST_MEMBERS} files`);
    }
    if (members.has(path)) {
      throw damaged(`it holds ${shown(path)} twice`);
    }
    if (entry.kind === "symlink" || entry.kind === "hardlink") {
      members.set(path, { kind: "link", target: linkTarget(path, entry.kind, entry.link) });
    } else if (entry.kind === "file") {
      budget.spendBytes(entry.size);
      members.set(path, { kind: "file", ...await store.add(entry.content) });
    } else {
      throw damaged(`it holds ${shown(path)}, which is no file`);
    }
  }
  const manifest = members.get("manifest.json");
  if (manifest?.kind !== "file") {
    throw damaged("it holds no manifest.json");
  }
  const images = archivedImages(await document(manifest, store, files), members);
  const staged = [];
  for (const image of images) {
    staged.push(await describe2(image, store, files));
  }
  return staged;
}
async function document({ digest, size }, store, files) {
  if (size > IMAGE_LIMITS.document) {
    throw tooLarge(`one of its documents has more than ${IMAGE_LIMITS.document} bytes`);
  }
  return files.readBytes(blobPath(store.folder, digest), IMAGE_LIMITS.document);
}
var TYPE = "application/vnd.oci.image";
async function describe2(image, store, files) {
  const { platform } = decodeConfig(await document(image.config, store, files));
  const layers = [];
  for (const layer of image.layers) {
    layers.push({ mediaType: `${TYPE}.layer.v1.tar${await suffix(layer, store, files)}`, ...layer });
  }
  const mediaType = `${TYPE}.manifest.v1+json`;
  const config = { mediaType: `${TYPE}.config.v1+json`, ...image.config };
  const manifest = await store.addText(JSON.stringify({ schemaVersion: 2, mediaType, config, layers }));
  return {
    descriptor: { mediaType, ...manifest, annotations: {}, platform: null },
    platform,
    names: image.names,
    imageId: image.config.digest
  };
}
async function suffix({ digest }, store, files) {
  const { start, close } = await peek(files.open(blobPath(store.folder, digest)), MAGIC_BYTES);
  await close();
  const compression = compressionOf(start);
  return compression === "gzip" || compression === "zstd" ? `+${compression}` : "";
}

// src/evidence/image-docker-archive.ts
async function stageDockerArchive(file, files) {
  await requireFile(file, files);
  const store = await BlobStore.create((await files.stat(file))?.size ?? 0, files);
  return { store, images: await stageArchive(files.open(file), store, files) };
}
function chooseStaged(images, tag, platform, { machine }) {
  const named = tag === null ? images : images.filter(({ names }) => hasName(names, tag));
  const [only, another] = named;
  if (only === void 0) {
    const names = images.flatMap((image) => image.names).slice(0, 10);
    throw new UsageError(
      "image-not-found",
      `it has no image with the tag ${shown(tag ?? "")}${names.length === 0 ? "" : `, only ${names.map(shown).join(", ")}`}.`,
      "Name a tag it has, or leave the tag out."
    );
  }
  if (another === void 0) return only;
  const { descriptor } = chooseManifest(named, platform, machinePlatform(machine.arch));
  return named.find((image) => image.descriptor.digest === descriptor.digest) ?? only;
}

// src/evidence/image-engine.ts
var ENGINES = ["docker", "podman"];
var ASK_MS = 6e4;
var SAVE_MS = 30 * 6e4;
var CLIENT_ENVIRONMENT = [
  "PATH HOME USER LOGNAME TMPDIR SSH_AUTH_SOCK SSL_CERT_FILE SSL_CERT_DIR",
  "DOCKER_HOST DOCKER_CONTEXT DOCKER_CONFIG DOCKER_TLS DOCKER_TLS_VERIFY DOCKER_CERT_PATH",
  "DOCKER_API_VERSION CONTAINER_HOST CONTAINER_CONNECTION CONTAINER_SSHKEY CONTAINERS_CONF",
  "CONTAINERS_STORAGE_CONF STORAGE_DRIVER STORAGE_OPTS DBUS_SESSION_BUS_ADDRESS",
  "XDG_RUNTIME_DIR XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME",
  "SystemRoot SystemDrive USERPROFILE APPDATA LOCALAPPDATA ProgramData TEMP TMP PATHEXT"
].flatMap((line) => line.split(" "));
var InspectSchema = array(
  object({
    Id: string().regex(/^(sha256:)?[0-9a-f]{64}$/),
    RepoTags: array(string()).nullish(),
    Size: number().nullish()
  })
).min(1);
async function findInEngines(reference, host) {
  return Promise.all(ENGINES.map((engine) => ask(engine, reference, host)));
}
async function findImage(reference, host) {
  const answers = await findInEngines(reference, host);
  const found = answers.filter((answer) => answer.kind === "found");
  const [first, second] = found;
  if (first === void 0) {
    throw notFound(answers);
  }
  if (second !== void 0 && second.id !== first.id) {
    throw new UsageError(
      "image-ambiguous",
      `it is a different image in each engine: ${found.map(({ engine, id }) => `sha256:${id} in ${engine}`).join(", ")}.`,
      `Remove the one that is not meant, or name the id, or write it to a file (${first.engine} save) and name that.`
    );
  }
  return first;
}
function notFound(answers) {
  const tried = answers.flatMap((answer) => answer.kind === "found" ? [] : `${answer.engine}: ${answer.reason}`).join("; ");
  const message = `no local engine has this image (${tried}).`;
  const advice2 = "Build it first. With docker buildx (docker/build-push-action) set `load: true`, or name what the build wrote (docker-archive:FILE, oci:FOLDER). An image of a registry is not fetched: pull it first.";
  const answered = answers.some(({ kind }) => kind === "absent") && !answers.some(({ kind }) => kind === "failed");
  return answered ? new UsageError("image-not-found", message, advice2) : new VerifyError("engine-unavailable", message, advice2);
}
async function exportImages({ engine, program }, ids, read3, host) {
  const format = engine === "podman" ? ["--format", "docker-archive"] : [];
  const args = ["save", ...format, ...ids.map((id) => `sha256:${id}`)];
  const outcomes = [];
  const result = await host.exec.run(program, args, {
    env: host.env.pick(CLIENT_ENVIRONMENT),
    timeoutMs: SAVE_MS,
    stdoutTo: async (output) => {
      const chunks = output[Symbol.asyncIterator]();
      const shielded = { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) };
      await read3(shielded).then(
        (value) => outcomes.push({ value }),
        (error) => outcomes.push({ error })
      );
      while ((await chunks.next()).done !== true) {
      }
    }
  });
  if (result.exitCode !== 0) {
    throw new VerifyError(
      "engine-save-failed",
      `${engine} could not write the image out: ${reasonOf(result, SAVE_MS)}.`,
      "Look at the engine, and at the free space of the folder for temporary files.",
      `${program} ${args.join(" ")} ended with ${result.exitCode ?? result.signal}
${result.stderr}`
    );
  }
  const [outcome] = outcomes;
  if (outcome === void 0 || "error" in outcome) {
    throw outcome?.error;
  }
  return outcome.value;
}
async function ask(engine, reference, host) {
  const program = await host.exec.which(engine);
  if (program === null) {
    return { kind: "not-installed", engine, reason: "not installed" };
  }
  const result = await host.exec.run(program, ["image", "inspect", reference], { env: host.env.pick(CLIENT_ENVIRONMENT), timeoutMs: ASK_MS }).catch(errorMessage);
  if (typeof result === "string") {
    return { kind: "failed", engine, reason: `cannot be started (${result})` };
  }
  if (result.exitCode !== 0) {
    const isAbsent = /no such (image|object)|image not known/i.test(result.stderr);
    return isAbsent ? { kind: "absent", engine, reason: "no such image" } : { kind: "failed", engine, reason: reasonOf(result, ASK_MS) };
  }
  return decodeAnswer(engine, program, result.stdout);
}
function decodeAnswer(engine, program, stdout) {
  const first = inspected(stdout);
  if (first === null) {
    return { kind: "failed", engine, reason: "its answer is not understood" };
  }
  return {
    kind: "found",
    engine,
    program,
    id: first.Id.replace("sha256:", ""),
    names: first.RepoTags ?? [],
    size: first.Size ?? 0
  };
}
function inspected(stdout) {
  try {
    return InspectSchema.parse(JSON.parse(stdout))[0] ?? null;
  } catch {
    return null;
  }
}
function reasonOf({ stderr, timedOut, exitCode, signal }, limitMs) {
  if (timedOut) {
    return `no answer within ${limitMs / 1e3} s`;
  }
  const line = stderr.split("\n").map((text5) => text5.replace(new RegExp("\\p{Cc}+", "gu"), " ").trim()).findLast((text5) => text5 !== "");
  return line === void 0 ? `ended with ${exitCode ?? signal}` : line.slice(0, 300).replace(/\.+$/, "");
}

// src/evidence/image-engine-exports.ts
var EngineExports = class {
  #references;
  #host;
  #isKnown;
  #staged = /* @__PURE__ */ new Map();
  #store = null;
  #hasCompanions = false;
  /**
   * @param references names of all engine images of the run, as far as they are known
   * @param isKnown whether an image need not leave its engine, by its id
   */
  constructor(references, host, isKnown2 = async () => false) {
    this.#isKnown = isKnown2;
    this.#references = references;
    this.#host = host;
  }
  /** The image with its layout; more than one when the engine keeps it for several platforms. */
  async stage(found) {
    const companions = await this.#companionsOf(found);
    const store = await this.#storeFor([found, ...companions]);
    const known2 = this.#staged.get(found.id);
    if (known2 !== void 0) return { store, images: [known2] };
    const ids = [...new Set([found, ...companions].map(({ id }) => id))];
    const images = await this.#export(found, ids, store);
    const own = images.find(({ imageId }) => imageId === `sha256:${found.id}`);
    if (own !== void 0) return { store, images: [own] };
    return { store, images: ids.length === 1 ? images : await this.#export(found, [found.id], store) };
  }
  async #export(found, ids, store) {
    const { files } = this.#host;
    const images = await exportImages(found, ids, (archive) => stageArchive(archive, store, files), this.#host);
    for (const image of images) this.#staged.set(image.imageId.replace("sha256:", ""), image);
    return images;
  }
  /** The other images of the run in the same engine, once. One that is not there is reported when it is its turn. */
  async #companionsOf({ engine, id }) {
    if (this.#hasCompanions || engine !== "docker") return [];
    this.#hasCompanions = true;
    const found = await Promise.all(this.#references.map((name) => findImage(name, this.#host).catch(() => null)));
    const companions = [];
    for (const image of found) {
      if (image?.engine === engine && image.id !== id && !await this.#isKnown(image.id)) companions.push(image);
    }
    return companions;
  }
  async #storeFor(images) {
    this.#store ??= await BlobStore.create(Math.max(...images.map(({ size }) => size)), this.#host.files);
    return this.#store;
  }
};

// src/image/layer.ts
async function readLayer(stored, capture, budget, known2 = null) {
  const { start, all, close } = await peek(stored, MAGIC_BYTES);
  const isPlain = compressionOf(start) === "none";
  const outer = new Meter(known2 === null);
  const inner = new Meter(!isPlain);
  const entries = [];
  try {
    const plain2 = inner.through(decompressed(outer.through(all)), (count4) => budget.spendBytes(count4));
    for await (const entry of readTar(plain2)) {
      entries.push(await toLayerEntry(entry, capture, budget));
    }
  } finally {
    await close();
  }
  const digest = known2 ?? outer.digest();
  return { diffId: isPlain ? digest : inner.digest(), digest, size: outer.bytes, entries };
}
async function toLayerEntry(entry, capture, budget) {
  budget.spendEntry(entry.name.length + entry.link.length);
  const path = layerPath(entry.name, budget.limits.name).join("/");
  return {
    path,
    kind: entry.kind,
    mode: entry.mode & 4095,
    uid: entry.uid,
    gid: entry.gid,
    size: entry.kind === "file" ? entry.size : 0,
    link: linkOf(entry, budget.limits.name),
    capability: entry.records.get("SCHILY.xattr.security.capability") ?? null,
    content: entry.kind === "file" ? await keep(entry, capture(path, entry.size), budget) : null
  };
}
async function keep({ content, size }, wanted, budget) {
  const count4 = Math.min(wanted, size);
  return wanted > 0 && budget.keep(count4) ? readStart(content, count4) : null;
}
function linkOf(entry, limit) {
  if (entry.kind === "hardlink") {
    return layerPath(entry.link, limit).join("/");
  }
  if (entry.kind !== "symlink") {
    return "";
  }
  if (Buffer.byteLength(entry.link) > limit) {
    throw damaged(`a layer holds a link target of more than ${limit} bytes`);
  }
  return entry.link;
}
async function readStart(content, count4) {
  const start = Buffer.alloc(count4);
  let at = 0;
  for await (const piece of content) {
    at += piece.copy(start, at);
    if (at >= count4) {
      break;
    }
  }
  return start;
}

// src/evidence/image-layer-cache.ts
var MOST_ENTRIES = 1e6;
var MOST_CONTENT = 64 * 1024 * 1024;
var LayerCache = class {
  #known = /* @__PURE__ */ new Map();
  #entries = 0;
  #content = 0;
  /** Reads a layer, unless it was read before and holds the content that is asked for. */
  async read({ key, verified, open: open2 }, capture, budget) {
    const known2 = this.#known.get(key);
    if (known2?.listing.entries.every((entry) => !lacks(entry, capture)) === true) {
      budget.spendAgain(known2.cost);
      return known2.listing;
    }
    const before = budget.spent;
    const kept = new Set(known2?.listing.entries.flatMap(({ path, content }) => content === null ? [] : path) ?? []);
    const both = (path, size) => {
      const wanted = capture(path, size);
      return kept.has(path) ? Math.max(wanted, Math.min(size, HEAD)) : wanted;
    };
    const listing = await readLayer(open2(), both, budget, verified);
    const after = budget.spent;
    this.#keep(key, {
      listing,
      cost: {
        bytes: after.bytes - before.bytes,
        entries: after.entries - before.entries,
        names: after.names - before.names
      }
    });
    return listing;
  }
  /** Forgets all: nobody will ask again. */
  clear() {
    this.#known.clear();
    this.#entries = 0;
    this.#content = 0;
  }
  #keep(key, known2) {
    const old = this.#known.get(key);
    if (old !== void 0) {
      this.#known.delete(key);
      this.#entries -= old.listing.entries.length;
      this.#content -= contentOf(old.listing);
    }
    const content = contentOf(known2.listing);
    const entries = known2.listing.entries.length;
    if (this.#entries + entries > MOST_ENTRIES || this.#content + content > MOST_CONTENT) {
      return;
    }
    this.#entries += entries;
    this.#content += content;
    this.#known.set(key, known2);
  }
};
var HEAD = 64 * 1024;
function lacks({ kind, path, size, content }, capture) {
  const wanted = kind === "file" ? Math.min(capture(path, size), size) : 0;
  return wanted > 0 && (content?.length ?? 0) < wanted;
}
function contentOf({ entries }) {
  return entries.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
}

// src/evidence/image-memory.ts
import { randomUUID } from "node:crypto";
import { join as join3 } from "node:path";

// src/image/stored-listing.ts
import { createHash as createHash2 } from "node:crypto";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
var KINDS2 = ["file", "directory", "symlink", "hardlink", "device", "fifo"];
var VERSION = 1;
var SUM = 64;
var LARGEST2 = 1024 ** 3;
function encodeListing({ diffId, digest, size, entries }, mayStore) {
  const rows = entries.map(({ path, kind, mode, uid, gid, size: bytes, link, capability, content }) => [
    ...[path, KINDS2.indexOf(kind), mode, uid, gid, bytes, link],
    capability?.toString("base64") ?? null,
    content !== null && mayStore(path, content) ? content.toString("base64") : null
  ]);
  const body = zstdCompressSync(JSON.stringify({ version: VERSION, diffId, digest, size, rows }));
  return Buffer.concat([Buffer.from(sumOf(body)), body]);
}
function decodeListing(bytes, wanted) {
  const stored = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const body = stored.subarray(SUM);
  if (stored.toString("latin1", 0, SUM) !== sumOf(body)) return null;
  try {
    const text5 = zstdDecompressSync(body, { maxOutputLength: LARGEST2 }).toString("utf8");
    return toListing(JSON.parse(text5), wanted);
  } catch {
    return null;
  }
}
function toListing(value, wanted) {
  if (!isRecord(value) || value["version"] !== VERSION || value["diffId"] !== wanted) return null;
  const { digest, size, rows } = value;
  if (typeof digest !== "string" || !isCount(size) || !Array.isArray(rows)) return null;
  if (rows.length > IMAGE_LIMITS.entries) return null;
  const entries = [];
  for (const row of rows) {
    const entry = Array.isArray(row) ? toEntry(row) : null;
    if (entry === null) return null;
    entries.push(entry);
  }
  return { diffId: wanted, digest, size, entries };
}
function toEntry([path, kind, mode, uid, gid, size, link, capability, content]) {
  const known2 = isCount(kind) ? KINDS2[kind] : void 0;
  if (typeof path !== "string" || typeof link !== "string" || known2 === void 0) return null;
  if (!isCount(mode) || !isCount(uid) || !isCount(gid) || !isCount(size)) return null;
  return { path, kind: known2, mode, uid, gid, size, link, capability: toBytes(capability), content: toBytes(content) };
}
function toBytes(value) {
  return typeof value === "string" ? Buffer.from(value, "base64") : null;
}
function isRecord(value) {
  return typeof value === "object" && value !== null;
}
function isCount(value) {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
function sumOf(bytes) {
  return createHash2("sha256").update(bytes).digest("hex");
}

// src/evidence/image-memory.ts
var LARGEST3 = 512 * 1024 * 1024;
var ImageMemory = class {
  #files;
  #log;
  #folder;
  #mayStore;
  constructor({ folder, mayStore }, { files, log }) {
    this.#files = files;
    this.#log = log;
    this.#folder = folder;
    this.#mayStore = mayStore;
  }
  /** @param id 64 hex digits; null when not all of the image is known */
  async recall(id) {
    const config = await this.#read(this.#configPath(id), IMAGE_LIMITS.document);
    if (config === null || digestOf(config) !== `sha256:${id}`) return null;
    const layers = [];
    for (const diffId of decodeConfig(config).diffIds) {
      const bytes = await this.#read(this.#layerPath(diffId), LARGEST3);
      const listing = bytes === null ? null : decodeListing(bytes, diffId);
      if (listing === null) return null;
      layers.push(listing);
    }
    return { config, layers };
  }
  /** Whether an image was remembered; for certain only `recall` can tell. */
  async has(id) {
    return (await this.#files.stat(this.#configPath(id)))?.kind === "file";
  }
  /** Failing to write costs the next run time, no more. */
  async remember({ config, layers }, id) {
    if (digestOf(config) !== `sha256:${id}`) return;
    try {
      for (const listing of layers) {
        if (listing.digest !== listing.diffId) return;
        if (await this.#knows(listing)) continue;
        await this.#write(this.#layerPath(listing.diffId), encodeListing(listing, this.#mayStore));
      }
      await this.#write(this.#configPath(id), config);
    } catch (error) {
      this.#log.debug(`What was learnt of sha256:${id} is not kept: ${errorMessage(error)}`);
    }
  }
  /** Whether the listing is there, with all the content that may be. */
  async #knows({ diffId, entries }) {
    const bytes = await this.#read(this.#layerPath(diffId), LARGEST3);
    const known2 = bytes === null ? null : decodeListing(bytes, diffId);
    if (known2 === null) return false;
    const kept = (entry) => entry.content !== null && this.#mayStore(entry.path, entry.content) ? entry.content.length : 0;
    return entries.every((entry, index) => kept(entry) <= (known2.entries[index]?.content?.length ?? 0));
  }
  #configPath(id) {
    return join3(this.#folder, "configs", id);
  }
  #layerPath(diffId) {
    return join3(this.#folder, "layers", diffId.replace("sha256:", ""));
  }
  async #read(path, limit) {
    try {
      return (await this.#files.stat(path))?.kind === "file" ? await this.#files.readBytes(path, limit) : null;
    } catch {
      return null;
    }
  }
  /** Whole or not at all, and for this user alone. */
  async #write(path, bytes) {
    await this.#files.makeFolder(join3(path, ".."));
    const draft = `${path}.${randomUUID()}`;
    await this.#files.save(
      draft,
      (async function* () {
        yield bytes;
      })(),
      384
    );
    await this.#files.rename(draft, path);
  }
};

// src/evidence/image-oci-archive.ts
import { join as join4 } from "node:path";
var WANTED = /^(oci-layout|index\.json|blobs\/sha256\/([0-9a-f]{64}))$/;
async function unpackOciArchive(file, host) {
  await requireFile(file, host.files);
  const folder = await host.files.makeTempFolder();
  await host.files.makeFolder(join4(folder, "blobs", "sha256"));
  const budget = new Budget();
  const seen = /* @__PURE__ */ new Set();
  for await (const entry of readTar(decompressed(host.files.open(file)))) {
    budget.spendEntry(entry.name.length);
    const path = layerPath(entry.name, IMAGE_LIMITS.name).join("/");
    const match = WANTED.exec(path);
    if (match === null) {
      continue;
    }
    if (entry.kind !== "file") {
      throw damaged(`its ${path} is no regular file`);
    }
    if (seen.has(path)) {
      throw damaged(`it holds ${path} twice`);
    }
    seen.add(path);
    budget.spendBytes(entry.size);
    await unpack(entry, join4(folder, path), match[2], host);
  }
  if (!seen.has("index.json")) {
    throw damaged("it holds no index.json");
  }
  return folder;
}
async function unpack(entry, target, hex, host) {
  if (hex === void 0 && entry.size > IMAGE_LIMITS.document) {
    throw tooLarge(`its ${entry.name} has ${entry.size} bytes`);
  }
  const meter = new Meter();
  await host.files.save(target, meter.through(entry.content));
  const digest = meter.digest();
  if (hex !== void 0 && digest !== `sha256:${hex}`) {
    throw damaged(`the blob sha256:${hex} is not what its name says`);
  }
}

// src/evidence/image-oci-layout.ts
import { join as join6 } from "node:path";

// src/image/manifest.ts
var INDEX_TYPES = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json"
];
var MANIFEST_TYPES = [
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json"
];
var CONFIG_TYPES = [
  "application/vnd.oci.image.config.v1+json",
  "application/vnd.docker.container.image.v1+json"
];
var LAYER_TYPE = /^application\/vnd\.(oci\.image\.layer(\.nondistributable)?\.v1\.tar(\+gzip|\+zstd)?|docker\.image\.rootfs(\.foreign)?\.diff\.tar(\.gzip|\.zstd)?)$/;
var text3 = string().nullish();
var PlatformSchema = exact({ os: string(), architecture: string(), variant: text3 });
var DescriptorSchema = exact({
  mediaType: string(),
  digest: string().regex(/^sha256:[0-9a-f]{64}$/, "it is not a SHA-256 digest"),
  size: int().min(0),
  annotations: record(string(), string()).nullish(),
  platform: PlatformSchema.nullish()
}).transform(({ annotations, platform, ...rest }) => {
  const known2 = platform === null || platform === void 0 ? null : { ...platform, variant: platform.variant ?? "" };
  return { ...rest, annotations: annotations ?? {}, platform: known2 === null ? null : normalizePlatform(known2) };
});
var IndexSchema = exact({
  schemaVersion: literal(2),
  mediaType: text3,
  manifests: array(DescriptorSchema).max(IMAGE_LIMITS.manifests),
  config: _undefined({ error: "it is an index and a manifest at once" }).optional(),
  layers: _undefined({ error: "it is an index and a manifest at once" }).optional()
});
var ManifestSchema2 = exact({
  schemaVersion: literal(2),
  mediaType: text3,
  config: DescriptorSchema,
  layers: array(DescriptorSchema).max(IMAGE_LIMITS.layers),
  manifests: _undefined({ error: "it is an index and a manifest at once" }).optional()
});
function isIndex({ mediaType }) {
  return INDEX_TYPES.includes(mediaType);
}
function isManifest({ mediaType }) {
  return MANIFEST_TYPES.includes(mediaType);
}
function decodeIndex(bytes, what) {
  const index = decodeJson(bytes, IndexSchema, what);
  sameType(index.mediaType, INDEX_TYPES, what);
  return index.manifests;
}
function decodeManifest(bytes, mediaType) {
  const what = "its manifest";
  const manifest = decodeJson(bytes, ManifestSchema2, what);
  sameType(manifest.mediaType, [mediaType], what);
  if (!CONFIG_TYPES.includes(manifest.config.mediaType)) {
    throw damaged(`it is no container image: its config is of the type ${shown(manifest.config.mediaType)}`);
  }
  const strange = manifest.layers.find((layer) => !LAYER_TYPE.test(layer.mediaType));
  if (strange !== void 0) {
    throw damaged(`a layer is of the type ${shown(strange.mediaType)}, which cannot be read`);
  }
  return { mediaType, config: manifest.config, layers: manifest.layers };
}
function sameType(stated, allowed, what) {
  if (stated !== null && stated !== void 0 && stated !== "" && !allowed.includes(stated)) {
    throw damaged(`${what} calls itself ${shown(stated)}`);
  }
}

// src/evidence/image-oci-index.ts
import { join as join5 } from "node:path";
async function candidatesOf(folder, tag, files) {
  const what = "its index.json";
  const index = join5(folder, "index.json");
  if ((await files.stat(index))?.kind !== "file") {
    throw damaged("it holds no index.json");
  }
  const top = decodeIndex(await files.readBytes(index, IMAGE_LIMITS.document), what);
  const named = tag === null ? top : top.filter((descriptor) => hasTag(descriptor, tag));
  if (tag !== null && named.length === 0) {
    const names = [...new Set(top.flatMap(namesOf))].slice(0, 10).map(shown).join(", ");
    throw new UsageError(
      "image-not-found",
      `it has no image with the tag ${shown(tag)}${names === "" ? "" : `, only ${names}`}.`,
      "Name a tag it has, or leave the tag out."
    );
  }
  const search = new Search(folder, files);
  await search.visit(named, [], 0);
  return search.found;
}
var Search = class {
  found = [];
  #folder;
  #files;
  #seen = 0;
  constructor(folder, files) {
    this.#folder = folder;
    this.#files = files;
  }
  async visit(descriptors, names, depth) {
    for (const descriptor of descriptors) {
      this.#seen += 1;
      if (this.#seen > IMAGE_LIMITS.manifests || depth > IMAGE_LIMITS.indexDepth) {
        throw tooLarge("its index holds too many images");
      }
      const all = [...names, ...namesOf(descriptor)];
      if (isAttestation(descriptor)) {
        continue;
      }
      if (isIndex(descriptor)) {
        const bytes = await readDocument(this.#folder, descriptor, this.#files);
        await this.visit(decodeIndex(bytes, "an index in it"), all, depth + 1);
      } else if (isManifest(descriptor)) {
        this.found.push({ descriptor, names: all, platform: await this.#platformOf(descriptor) });
      } else {
        throw damaged(`its index names something of the type ${shown(descriptor.mediaType)}, which is no image`);
      }
    }
  }
  /** What the descriptor says, checked once the image is chosen; else what the config says. */
  async #platformOf(descriptor) {
    if (descriptor.platform !== null) {
      return descriptor.platform;
    }
    const manifest = decodeManifest(await readDocument(this.#folder, descriptor, this.#files), descriptor.mediaType);
    return decodeConfig(await readDocument(this.#folder, manifest.config, this.#files)).platform;
  }
};

// src/evidence/image-oci-layout.ts
var LayoutSchema = exact({ imageLayoutVersion: literal("1.0.0") });
async function prepareOciLayout({ folder, tag, platform }, layers, host) {
  await checkLayout(folder, host.files);
  const candidates = await candidatesOf(folder, tag, host.files);
  const chosen = chooseManifest(candidates, platform, machinePlatform(host.machine.arch));
  return prepareChosen(
    { folder, chosen, isVerified: () => false, digest: chosen.descriptor.digest },
    layers,
    host.files
  );
}
async function prepareChosen({ folder, chosen, isVerified, digest: manifestDigest }, layers, files) {
  const { manifest, config, runConfig: runConfig2 } = await readImage(folder, chosen, files);
  const read3 = async (layer, place, capture, budget) => {
    const { digest, size } = layer;
    const path = await requireBlob(folder, layer, files);
    const open2 = () => files.open(path);
    const listing = await layers.read(
      { key: path, verified: isVerified(digest) ? digest : null, open: open2 },
      capture,
      budget
    );
    if (listing.digest !== digest || listing.size !== size) {
      throw damaged(`${place} is not what its digest ${digest} says`);
    }
    return listing;
  };
  return {
    trivyInput: await stage(folder, chosen.descriptor, files),
    complete: null,
    config,
    load: async (captureFor2, budget) => {
      const capture = captureFor2(runConfig2);
      const listings = [];
      for (const [index, layer] of manifest.layers.entries()) {
        listings.push(await read3(layer, `layer ${index + 1} of ${manifest.layers.length}`, capture, budget));
      }
      const names = chosen.names.filter((name) => /[:/]/.test(name));
      return { config, digest: manifestDigest, layers: listings, names };
    }
  };
}
async function checkLayout(folder, files) {
  const found = await files.stat(folder);
  const mark = join6(folder, "oci-layout");
  if (found?.kind !== "directory" || (await files.stat(mark))?.kind !== "file") {
    throw new UsageError(
      "image-not-found",
      found?.kind === "directory" ? "it is no OCI layout: it holds no file oci-layout." : "there is no such folder.",
      "Name the folder that the build wrote, or docker-archive:FILE for what `docker save` wrote."
    );
  }
  decodeJson(await files.readBytes(mark, IMAGE_LIMITS.document), LayoutSchema, "its oci-layout");
}
async function readImage(folder, { descriptor, platform }, files) {
  const manifest = decodeManifest(await readDocument(folder, descriptor, files), descriptor.mediaType);
  const config = await readDocument(folder, manifest.config, files);
  const { platform: found, config: runConfig2 } = decodeConfig(config);
  if (!matchesPlatform(platform, found)) {
    throw damaged(`its index says ${formatPlatform2(platform)} where its config says ${formatPlatform2(found)}`);
  }
  return { manifest, config, runConfig: runConfig2 };
}
async function stage(folder, descriptor, files) {
  const staged = await files.makeTempFolder();
  const { mediaType, digest, size } = descriptor;
  await files.writeText(join6(staged, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
  await files.writeText(
    join6(staged, "index.json"),
    JSON.stringify({ schemaVersion: 2, manifests: [{ mediaType, digest, size }] })
  );
  await files.symlink(join6(folder, "blobs"), join6(staged, "blobs"));
  return staged;
}

// src/evidence/image-reference.ts
function parseImageReference2(text5) {
  const prefixed = /^(docker-archive|oci-archive|oci|registry):(.*)$/s.exec(text5);
  if (prefixed !== null) {
    return withPrefix(prefixed[1] ?? "", prefixed[2] ?? "", text5);
  }
  const isName = isImageName(text5);
  if (text5 === "" || text5.includes("\0")) {
    throw invalid(text5);
  }
  if (/^(\.{0,2}[\\/]|[A-Za-z]:[\\/])/.test(text5)) {
    return { kind: "path", path: text5, reference: null };
  }
  if (isName && /[:@]/.test(text5)) {
    return { kind: "engine", reference: text5 };
  }
  return { kind: "path", path: text5, reference: isName ? text5 : null };
}
function withPrefix(prefix2, rest, text5) {
  if (rest === "" || rest.includes("\0")) {
    throw invalid(text5);
  }
  switch (prefix2) {
    case "docker-archive":
      return { kind: "docker-archive", file: rest, tag: null };
    case "oci-archive":
      return { kind: "oci-archive", file: rest, tag: null };
    case "registry":
      return { kind: "registry", reference: rest };
    default:
      return { kind: "oci", ...splitTag(rest) };
  }
}
function splitTag(rest) {
  const match = /^(.{2,}|[^A-Za-z]):([^:\\/]+)$/s.exec(rest);
  return match === null ? { folder: rest, tag: null } : { folder: match[1] ?? "", tag: match[2] ?? "" };
}
var SEGMENT = "[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*";
var REGISTRY = "(?:[A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?";
var NAME = new RegExp(
  `^(?:(?:${REGISTRY}/)?${SEGMENT}(?:/${SEGMENT})*(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(?:@sha256:[0-9a-f]{64})?|sha256:[0-9a-f]{1,64})$`
);
function isImageName(text5) {
  return text5.length <= 512 && NAME.test(text5);
}
function invalid(text5) {
  return new UsageError(
    "image-invalid",
    `${JSON.stringify(text5)} names no image.`,
    "Give a tag or id of the local engine, docker-archive:FILE[:TAG], oci-archive:FILE[:TAG], oci:FOLDER[:TAG], or a path."
  );
}
function repositoryOf(name) {
  if (!isImageName(name) || /^(sha256:[0-9a-f]+|[0-9a-f]{64})$/.test(name)) {
    return null;
  }
  const segments = name.replace(/@.*$/, "").replace(/:[^/:]*$/, "").split("/");
  const [first = "", ...rest] = segments;
  const hasRegistry = rest.length > 0 && (/[.:[\]]/.test(first) || first === "localhost" || first !== first.toLowerCase());
  const path = hasRegistry ? rest : segments;
  return (path.length > 1 && path[0] === "library" ? path.slice(1) : path).join("/");
}
function sharedRepository(names) {
  const repositories = new Set(names.map(repositoryOf));
  const [only = null] = repositories;
  return repositories.size === 1 ? only : null;
}

// src/evidence/image-remembered.ts
import { join as join7 } from "node:path";
var TYPE2 = "application/vnd.oci.image";
async function rememberedImage({ config, layers }, names, takeOut, files) {
  const runConfig2 = decodeConfig(config).config;
  let taken = null;
  const whole = async () => {
    taken ??= await takeOut();
    return taken;
  };
  const input = await layoutWithoutLayers(config, layers, files);
  return {
    get trivyInput() {
      return taken?.trivyInput ?? input;
    },
    get complete() {
      return taken === null ? async () => (await whole()).trivyInput : null;
    },
    config,
    load: async (captureFor2, budget) => {
      const capture = captureFor2(runConfig2);
      if (taken !== null || layers.some(({ entries }) => entries.some((entry) => lacks(entry, capture)))) {
        return (await whole()).load(captureFor2, budget);
      }
      for (const listing of layers) spend(listing, budget);
      return { config, digest: null, layers, names };
    }
  };
}
function spend({ entries }, budget) {
  const names = entries.reduce((sum, { path, link }) => sum + path.length + link.length, 0);
  budget.spendAgain({ bytes: 0, entries: entries.length, names });
}
async function layoutWithoutLayers(config, layers, files) {
  const store = await BlobStore.create(0, files);
  const mediaType = `${TYPE2}.manifest.v1+json`;
  const manifest = await store.addText(
    JSON.stringify({
      schemaVersion: 2,
      mediaType,
      config: { mediaType: `${TYPE2}.config.v1+json`, ...await store.addText(new TextDecoder().decode(config)) },
      layers: layers.map(({ digest, size }) => ({ mediaType: `${TYPE2}.layer.v1.tar`, digest, size }))
    })
  );
  await files.writeText(join7(store.folder, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
  const index = { schemaVersion: 2, manifests: [{ mediaType, ...manifest }] };
  await files.writeText(join7(store.folder, "index.json"), JSON.stringify(index));
  return store.folder;
}

// src/evidence/image-run.ts
var ImageRun = class {
  #host;
  #memory;
  #engines;
  #layers = new LayerCache();
  #left;
  #archives = /* @__PURE__ */ new Map();
  #unpacked = /* @__PURE__ */ new Map();
  /**
   * @param references of all images that will be asked for, as the user writes them
   * @param memory what to keep of engine images for the next run; null: nothing. With it, what the scanner gets may lack
   *   the layers (see `OpenedImage.complete`)
   */
  constructor(references, host, memory = null) {
    this.#host = host;
    this.#left = references.length;
    this.#memory = memory === null ? null : new ImageMemory(memory, host);
    const known2 = this.#memory;
    const isKnown2 = async (id) => known2 !== null && await known2.has(id);
    this.#engines = new EngineExports(references.flatMap(engineName), host, isKnown2);
  }
  /** To be called when an image has been read: after the last one nothing is kept in memory any more. */
  finished() {
    this.#left -= 1;
    if (this.#left <= 0) {
      this.#layers.clear();
    }
  }
  /**
   * Finds and chooses an image.
   * @throws UsageError, VerifyError
   */
  async prepare(source, platform) {
    const host = this.#host;
    switch (source.kind) {
      case "engine": {
        const found = await findImage(source.reference, host);
        const isId = found.id.startsWith(source.reference.replace("sha256:", ""));
        const prepared = await this.#fromEngine(found, platform);
        return { prepared, repository: isId ? sharedRepository(found.names) : repositoryOf(source.reference) };
      }
      case "docker-archive": {
        const archive = await once(this.#archives, source.file, () => stageDockerArchive(source.file, host.files));
        return { prepared: await this.#prepareStaged(archive, source.tag, platform), repository: null };
      }
      case "oci-archive": {
        const folder = await once(this.#unpacked, source.file, () => unpackOciArchive(source.file, host));
        const layout = { folder, tag: source.tag, platform };
        return { prepared: await prepareOciLayout(layout, this.#layers, host), repository: null };
      }
      case "oci":
        return { prepared: await prepareOciLayout({ ...source, platform }, this.#layers, host), repository: null };
      case "registry":
        throw new UsageError(
          "registry-not-supported",
          "images are not read from registries yet.",
          `Pull it first (docker pull ${source.reference}) and name it without the prefix.`
        );
    }
  }
  async #fromEngine(found, platform) {
    const memory = this.#memory;
    const takeOut = async () => {
      const prepared = await this.#prepareStaged(await this.#engines.stage(found), null, platform);
      return memory === null ? prepared : remembering(prepared, memory, found.id);
    };
    const known2 = memory === null ? null : await memory.recall(found.id);
    return known2 === null ? takeOut() : rememberedImage(known2, found.names, takeOut, this.#host.files);
  }
  #prepareStaged({ store, images }, tag, platform) {
    const chosen = chooseStaged(images, tag, platform, this.#host);
    const isVerified = (digest) => store.has(digest);
    return prepareChosen({ folder: store.folder, chosen, isVerified, digest: null }, this.#layers, this.#host.files);
  }
};
function remembering(prepared, memory, id) {
  const load = async (captureFor2, budget) => {
    const stored = await prepared.load(captureFor2, budget);
    await memory.remember(stored, id);
    return stored;
  };
  return { ...prepared, load };
}
function engineName(reference) {
  try {
    const parsed2 = parseImageReference2(reference);
    return parsed2.kind === "engine" ? [parsed2.reference] : [];
  } catch {
    return [];
  }
}
function once(known2, key, work) {
  const promise = known2.get(key) ?? work();
  known2.set(key, promise);
  return promise;
}

// src/image/list-files.ts
function listFiles(tree, diffIds, wants) {
  const merged = [...tree.list()].map((node) => toFile(node, diffIds));
  const hidden = tree.hidden.map((node) => toFile(node, diffIds));
  const heads = new Heads(tree, wants);
  for (const { file, node } of merged) {
    heads.offer(file.path, file.path, node);
  }
  for (const { file, node } of hidden) {
    heads.offer(file.path, `${file.path}@${file.layer}`, node);
  }
  return {
    files: { merged: sorted(merged), hidden: sorted(hidden), heads: Object.fromEntries(heads.taken) },
    missing: heads.missing,
    skipped: heads.skipped
  };
}
var Heads = class {
  taken = /* @__PURE__ */ new Map();
  missing = [];
  skipped = 0;
  #tree;
  #wants;
  #bytes = 0;
  constructor(tree, wants) {
    this.#tree = tree;
    this.#wants = wants;
  }
  offer(path, key, node) {
    if (node.children !== null || !this.#wants(path)) {
      return;
    }
    if (node.entry.kind === "file") {
      this.#take(key, node);
      return;
    }
    const target = node.entry.kind === "symlink" && key === path ? this.#tree.resolve(path) : null;
    if (target?.entry.kind === "file") {
      this.#take(`/${target.path}`, target);
    }
  }
  #take(key, { entry }) {
    if (this.taken.has(key)) {
      return;
    }
    const length = Math.min(entry.size, IMAGE_LIMITS.head);
    if (this.#bytes + length > IMAGE_LIMITS.heads) {
      this.skipped += 1;
      return;
    }
    this.#bytes += length;
    if (entry.content === null || entry.content.length < length) {
      this.missing.push(entry.path);
      return;
    }
    this.taken.set(key, entry.content.toString("latin1", 0, length));
  }
};
var TYPES = {
  file: "file",
  directory: "directory",
  symlink: "symlink",
  // A node never is one: it has taken over what it links to.
  hardlink: "file",
  device: "other",
  fifo: "other"
};
function toFile(node, diffIds) {
  const { path, entry, layer } = node;
  const { mode, uid, gid, size } = entry;
  const file = {
    path: `/${path}`,
    type: TYPES[entry.kind],
    mode,
    uid,
    gid,
    size,
    link: entry.kind === "symlink" ? entry.link : null,
    hasCapabilities: entry.capability !== null,
    layer: diffIds[layer] ?? ""
  };
  return { file, node };
}
function sorted(pairs) {
  return pairs.map(({ file }) => file).sort((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
}

// src/image/tree-node.ts
function impliedFolder(path, layer) {
  const entry = {
    path,
    kind: "directory",
    mode: 493,
    uid: 0,
    gid: 0,
    size: 0,
    link: "",
    capability: null,
    content: null
  };
  return { path, entry, layer, children: /* @__PURE__ */ new Map() };
}
function walk(root, segments, followLast, spend2) {
  spend2(segments.length);
  const trail = [root];
  const left = [...segments].reverse();
  let links = 0;
  for (let segment = left.pop(); segment !== void 0; segment = left.pop()) {
    if (segment === "" || segment === ".") {
      continue;
    }
    if (trail.at(-1)?.children === null) {
      return null;
    }
    if (segment === "..") {
      trail.splice(Math.max(trail.length - 1, 1));
      continue;
    }
    const next = trail.at(-1)?.children?.get(segment);
    if (next === void 0) {
      return null;
    }
    if (next.entry.kind !== "symlink" || !followLast && left.length === 0) {
      trail.push(next);
      continue;
    }
    links += 1;
    if (links > IMAGE_LIMITS.links) {
      return null;
    }
    if (next.entry.link.startsWith("/")) {
      trail.splice(1);
    }
    const target = next.entry.link.split("/");
    spend2(target.length);
    left.push(...target.reverse());
  }
  return trail.at(-1) ?? null;
}
function* subtree(top) {
  const open2 = [top];
  for (let node = open2.pop(); node !== void 0; node = open2.pop()) {
    yield node;
    for (const child of node.children?.values() ?? []) {
      open2.push(child);
    }
  }
}

// src/image/merged-tree.ts
var WHITEOUT = ".wh.";
var OPAQUE = ".wh..wh..opq";
var AUFS = ".wh..wh.";
var LIMITS = {
  implied: IMAGE_LIMITS.entries,
  paths: IMAGE_LIMITS.names,
  steps: IMAGE_LIMITS.steps
};
var MergedTree = class {
  #limits;
  #hidden = [];
  #root = impliedFolder("", 0);
  #layers = 0;
  #implied = 0;
  #paths = 0;
  #steps = 0;
  /** Folders that hold nothing of lower layers any more, so that each is looked through once a layer. */
  #cleared = /* @__PURE__ */ new Set();
  constructor(limits = {}) {
    this.#limits = { ...LIMITS, ...limits };
  }
  apply(listing) {
    const layer = this.#layers;
    this.#layers += 1;
    this.#cleared = /* @__PURE__ */ new Set();
    for (const entry of listing.entries) {
      this.#add(entry, layer);
    }
  }
  /**
   * What an absolute path leads to, all symbolic links followed inside the root; null when it leads nowhere, in circles
   * or through something that is no folder.
   */
  resolve(path) {
    return this.#walk(path, true);
  }
  /** The thing of that very name: a link in the last place is given as a link. */
  lookup(path) {
    return this.#walk(path, false);
  }
  /** Everything in the tree, the root first, folders before what they hold. */
  list() {
    return subtree(this.#root);
  }
  /** What was deleted or replaced, in the order in which it happened; not folders that are folders still. */
  get hidden() {
    return this.#hidden;
  }
  #walk(path, followLast) {
    return walk(this.#root, path.split("/"), followLast, (steps) => {
      this.#steps += steps;
      if (this.#steps > this.#limits.steps) {
        throw tooLarge(`the links of its layers take more than ${this.#limits.steps} steps to follow`);
      }
    });
  }
  #add(entry, layer) {
    if (entry.path === "") {
      this.#root = { path: "", entry, layer, children: this.#root.children };
      return;
    }
    const cut2 = entry.path.lastIndexOf("/");
    const name = entry.path.slice(cut2 + 1);
    if (entry.path.startsWith(AUFS) || name.startsWith(AUFS) && name !== OPAQUE) {
      return;
    }
    const parent = this.#parent(entry.path.slice(0, Math.max(cut2, 0)), layer);
    if (name === OPAQUE) {
      this.#clear(parent.children ?? /* @__PURE__ */ new Map(), layer);
    } else if (name.startsWith(WHITEOUT)) {
      const target = whitedOut(name, entry.path);
      this.#hide(parent.children?.get(target));
      parent.children?.delete(target);
    } else {
      const old = parent.children?.get(name);
      const node = this.#node(entry, this.#pathOf(parent, name, entry.path), layer, old);
      if (node.children === null || old?.children === null) {
        this.#hide(old);
      }
      parent.children?.set(name, node);
    }
  }
  #hide(node) {
    for (const gone of node === void 0 ? [] : subtree(node)) {
      this.#hidden.push(gone);
    }
  }
  /** Removes what lower layers left in a folder, and keeps what this layer has already put there. */
  #clear(children, layer) {
    if (this.#cleared.has(children)) {
      return;
    }
    this.#cleared.add(children);
    for (const [name, node] of children) {
      if (node.children !== null) {
        this.#clear(node.children, layer);
      }
      if (node.layer !== layer && (node.children === null || node.children.size === 0)) {
        this.#hidden.push(node);
        children.delete(name);
      }
    }
  }
  #node(entry, path, layer, old) {
    if (entry.kind === "hardlink") {
      const target = this.#walk(entry.link, false);
      if (target === null || target.children !== null) {
        throw damaged(`a layer links ${shown(entry.path)} to ${shown(entry.link)}, which is no file of the image`);
      }
      return { path, entry: target.entry, layer, children: null };
    }
    if (entry.kind === "directory") {
      return { path, entry, layer, children: old?.children ?? /* @__PURE__ */ new Map() };
    }
    return { path, entry, layer, children: null };
  }
  /** The folder an entry goes into; missing folders are made, as engines do. */
  #parent(path, layer) {
    let at = this.#root;
    let walked = "";
    for (const segment of path === "" ? [] : path.split("/")) {
      walked = walked === "" ? segment : `${walked}/${segment}`;
      at = this.#enter(at, segment, walked, layer);
    }
    return at;
  }
  #enter(at, segment, walked, layer) {
    const child = at.children?.get(segment);
    if (child === void 0) {
      this.#implied += 1;
      if (this.#implied > this.#limits.implied) {
        throw tooLarge(`its layers imply more than ${this.#limits.implied} folders`);
      }
      const made = impliedFolder(this.#pathOf(at, segment, walked), layer);
      at.children?.set(segment, made);
      return made;
    }
    const found = child.entry.kind === "symlink" ? this.#walk(walked, true) : child;
    if (found?.children == null) {
      throw damaged(`a layer puts a file below ${shown(walked)}, which is no folder`);
    }
    return found;
  }
  /** Below links the real path is not the one that the layer writes, and can be far longer. */
  #pathOf(parent, name, written) {
    const length = parent.path.length + 1 + name.length;
    this.#paths += length;
    if (length > IMAGE_LIMITS.name) {
      throw damaged(`a layer puts a file at a path of more than ${IMAGE_LIMITS.name} bytes`);
    }
    if (this.#paths > this.#limits.paths) {
      throw tooLarge(`the paths of its files take more than ${this.#limits.paths} bytes`);
    }
    const path = parent.path === "" ? name : `${parent.path}/${name}`;
    return path === written ? written : path;
  }
};
function whitedOut(name, path) {
  const target = name.slice(WHITEOUT.length);
  if (target === "" || target === "." || target === "..") {
    throw damaged(`a layer holds a whiteout that names no file: ${shown(path)}`);
  }
  return target;
}

// src/image/assemble.ts
function assemble(stored, options, isLast) {
  const decoded = decodeConfig(stored.config);
  checkPlatform(decoded.platform, options.platform);
  checkLayers(decoded, stored.layers);
  const tree = new MergedTree();
  for (const layer of stored.layers) {
    tree.apply(layer);
  }
  const { texts: texts3, needs } = textsOf(tree, options.texts);
  const wants = (path) => options.heads(path, decoded.config);
  const listed2 = options.files ? listFiles(tree, decoded.diffIds, wants) : null;
  const missing2 = listed2?.missing ?? [];
  if (needs.length > 0 && isLast) {
    throw damaged("its text files take more room than any real ones");
  }
  if (needs.length + missing2.length > 0 && !isLast) {
    return { kind: "needs", paths: [...needs, ...missing2] };
  }
  return {
    kind: "complete",
    evidence: toEvidence(stored, decoded, options.reference, texts3, listed2?.files ?? null),
    skipped: (listed2?.skipped ?? 0) + missing2.length
  };
}
function textsOf(tree, paths) {
  const texts3 = {};
  const needs = [];
  for (const path of paths) {
    const text5 = textOf(tree, path);
    if (typeof text5 === "object" && text5 !== null) {
      needs.push(text5.needs);
    } else {
      texts3[path] = text5;
    }
  }
  return { texts: texts3, needs };
}
function textOf(tree, path) {
  const node = tree.resolve(path);
  if (node === null || node.entry.kind !== "file") {
    return null;
  }
  const { entry } = node;
  if (entry.size > IMAGE_LIMITS.text) {
    throw damaged(`${path} has ${entry.size} bytes, which no real one has`);
  }
  const isWhole = entry.content !== null && entry.content.length === entry.size;
  return isWhole ? entry.content.toString("utf8") : { needs: entry.path };
}
function checkPlatform(found, asked) {
  if (asked !== null && !matchesPlatform(asked, found)) {
    throw new VerifyError(
      "platform-mismatch",
      `it is built for ${formatPlatform2(found)}, not for ${formatPlatform2(asked)}.`,
      "Build the image for the platform that is asked for, or ask for the one it has."
    );
  }
}
function checkLayers({ diffIds }, layers) {
  if (diffIds.length !== layers.length) {
    throw damaged(`its config names ${diffIds.length} layers, but it has ${layers.length}`);
  }
  for (const [index, { diffId }] of layers.entries()) {
    if (diffId !== diffIds[index]) {
      const place = `layer ${index + 1} of ${layers.length}`;
      throw damaged(`${place} is not what its config says: expected ${diffIds[index]}, found ${diffId}`);
    }
  }
}
function toEvidence(stored, decoded, reference, texts3, files) {
  return {
    reference,
    imageId: digestOf(stored.config),
    digest: stored.digest,
    platform: formatPlatform2(decoded.platform),
    config: decoded.config,
    history: decoded.history,
    layers: stored.layers.map(({ diffId, size }) => ({ diffId, size })),
    texts: texts3,
    files
  };
}

// src/image/capture.ts
import { posix as posix2 } from "node:path";
function captureFor({ texts: texts3, files, heads }, needed) {
  const names = new Set(texts3.map((path) => posix2.basename(path)));
  const lacking = new Set(needed);
  return (config) => (path, size) => {
    const isText = names.has(path.slice(path.lastIndexOf("/") + 1)) || lacking.has(path);
    if (isText && size <= IMAGE_LIMITS.text) {
      return IMAGE_LIMITS.text;
    }
    const isWanted = lacking.has(path) || files && config !== null && heads(`/${path}`, config);
    return isWanted ? IMAGE_LIMITS.head : 0;
  };
}

// src/evidence/image-locate.ts
import { join as join8, resolve } from "node:path";
async function locateImage(text5, workingDirectory, host) {
  const parsed2 = parseImageReference2(text5);
  switch (parsed2.kind) {
    case "engine":
    case "registry":
      return parsed2;
    case "oci":
      return { ...parsed2, folder: resolve(workingDirectory, parsed2.folder) };
    case "docker-archive":
    case "oci-archive":
      return { kind: parsed2.kind, ...await splitFile(parsed2.file, workingDirectory, host) };
    case "path":
      return fromPath(parsed2, resolve(workingDirectory, parsed2.path), host);
  }
}
async function splitFile(text5, workingDirectory, { files }) {
  const whole = { file: resolve(workingDirectory, text5), tag: null };
  if (await files.stat(whole.file) !== null) {
    return whole;
  }
  for (let colon = text5.indexOf(":", 2); colon !== -1; colon = text5.indexOf(":", colon + 1)) {
    const file = resolve(workingDirectory, text5.slice(0, colon));
    if ((await files.stat(file))?.kind === "file") {
      return { file, tag: text5.slice(colon + 1) };
    }
  }
  return whole;
}
async function fromPath({ path, reference }, absolute, host) {
  const source = await sourceAt(absolute, host);
  if (source === null) {
    if (reference !== null) {
      return { kind: "engine", reference };
    }
    throw await host.files.stat(absolute) === null ? new UsageError(
      "image-not-found",
      "there is nothing at this path.",
      "Name the file or folder that the build wrote."
    ) : new UsageError(
      "image-invalid",
      "it is neither a docker-archive nor an OCI archive nor an OCI layout.",
      "Write the image with `docker save`, or with `docker buildx build --output type=oci,dest=FILE`."
    );
  }
  if (reference !== null && (await findInEngines(reference, host)).some((answer) => answer.kind === "found")) {
    throw new UsageError(
      "image-ambiguous",
      "it is both a path and the name of an image in the local engine.",
      `Write ./${path} for the path, or ${reference}:latest (with its tag) for the image.`
    );
  }
  return source;
}
async function sourceAt(path, host) {
  const found = await host.files.stat(path);
  if (found?.kind === "directory") {
    const index = await host.files.stat(join8(path, "index.json"));
    return index?.kind === "file" ? { kind: "oci", folder: path, tag: null } : null;
  }
  return found?.kind === "file" ? archiveAt(path, host) : null;
}
async function archiveAt(file, host) {
  let hasIndex = false;
  try {
    for await (const entry of readTar(decompressed(host.files.open(file)))) {
      if (entry.name === "manifest.json") {
        return { kind: "docker-archive", file, tag: null };
      }
      hasIndex ||= /^(\.\/)?index\.json$/.test(entry.name);
    }
  } catch (error) {
    if (error instanceof VerifyError) {
      return hasIndex ? { kind: "oci-archive", file, tag: null } : null;
    }
    throw error;
  }
  return hasIndex ? { kind: "oci-archive", file, tag: null } : null;
}

// src/evidence/open-image.ts
async function openImage(reference, options, host, run2 = new ImageRun([reference], host)) {
  try {
    const platform = options.platform === null ? null : parsePlatform2(options.platform);
    const source = await locateImage(reference, options.workingDirectory, host);
    const { prepared, repository } = await run2.prepare(source, platform);
    const { evidence, names } = await read(prepared, { ...options, reference, platform }, host.log);
    const { trivyInput, complete } = prepared;
    return { evidence, trivyInput, complete, repository: repository ?? sharedRepository(names) };
  } catch (error) {
    throw about(reference, error);
  } finally {
    run2.finished();
  }
}
async function read(prepared, options, log) {
  let needed = [];
  for (let isLast = false; ; isLast = true) {
    const stored = await prepared.load(captureFor(options, needed), new Budget());
    const assembled = assemble(stored, options, isLast);
    if (assembled.kind === "complete") {
      if (assembled.skipped > 0) {
        const limit = `${IMAGE_LIMITS.heads / 1024 ** 2} MiB`;
        log.warning(
          `${options.reference}: ${assembled.skipped} files were not looked into: more than ${limit} in all.`
        );
      }
      return { evidence: assembled.evidence, names: stored.names };
    }
    needed = assembled.paths;
  }
}
function about(reference, error) {
  const named = (message) => `${reference}: ${message}`;
  if (error instanceof UsageError) {
    return new UsageError(error.code, named(error.message), error.advice);
  }
  if (error instanceof VerifyError) {
    return new VerifyError(error.code, named(error.message), error.advice, error.detail);
  }
  const code = errorCode(error);
  if (code === "EFBIG") {
    return about(reference, tooLarge(`one of its documents has more than ${IMAGE_LIMITS.document} bytes`));
  }
  if (/^E[A-Z0-9]+$/.test(code)) {
    return new VerifyError(
      "image-unreadable",
      named(`it could not be read (${errorMessage(error)}).`),
      code === "ENOSPC" ? "Free some space in the folder for temporary files." : "Look whether this user may read it, and whether something else changes it meanwhile."
    );
  }
  return error;
}

// src/evidence/read-dockerfile.ts
import { relative, resolve as resolve2, sep } from "node:path";

// src/dockerfile/flags.ts
var WIDE = /[^\0-\x7f]/;
function splitFlags(text5, escapeToken) {
  if (!text5.startsWith("--")) return { words: [], rest: text5 };
  if (WIDE.test(text5)) {
    const { words: words3, rest } = scan(toByteChars(text5), escapeToken);
    return { words: words3, rest: fromByteChars(rest) };
  }
  return scan(text5, escapeToken);
}
function toByteChars(text5) {
  return Array.from(new TextEncoder().encode(text5), (byte) => String.fromCharCode(byte)).join("");
}
function fromByteChars(text5) {
  return new TextDecoder().decode(Uint8Array.from(text5, (char) => char.charCodeAt(0)));
}
function scan(text5, escapeToken) {
  const words3 = [];
  let at = 0;
  for (; ; ) {
    while (at < text5.length && isSpace(text5.charAt(at))) at++;
    if (!text5.startsWith("--", at)) return { words: words3, rest: text5.slice(at) };
    const word = readWord(text5, at, escapeToken);
    at = word.end;
    if (word.text === "--") return { words: words3, rest: text5.slice(at) };
    words3.push(word.text);
  }
}
function readWord(text5, start, escapeToken) {
  const out = [];
  let quote = "";
  let at = start;
  for (; at < text5.length; at++) {
    const char = text5.charAt(at);
    if (quote === "" && isSpace(char)) break;
    if (quote === "" ? char === '"' || char === "'" : char === quote) {
      quote = quote === "" ? char : "";
    } else if (char === escapeToken) {
      at += 1;
      out.push(text5.charAt(at));
    } else out.push(char);
  }
  return { text: out.join(""), end: Math.min(at, text5.length) };
}
function parseFlag(word) {
  const equals = word.indexOf("=");
  const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
  return { name, value: equals < 0 ? null : word.slice(equals + 1) };
}
function readFlags(words3, known2) {
  const values = /* @__PURE__ */ new Map();
  for (const word of words3) {
    if (word === "--") break;
    const { name, value } = parseFlag(word);
    const kind = Object.hasOwn(known2, name) ? known2[name] : void 0;
    if (kind === void 0) throw new Rejection(`unknown flag: --${name}`);
    const given = values.get(name);
    if (given !== void 0 && kind !== "texts") throw new Rejection(`duplicate flag specified: --${name}`);
    const text5 = kind === "switch" ? readSwitch(name, value) : readText(name, value);
    if (given === void 0) values.set(name, [text5]);
    else given.push(text5);
  }
  return values;
}
function readSwitch(name, value) {
  const word = (value ?? "true").toLowerCase();
  if (word === "") throw new Rejection(`missing a value on flag: --${name}`);
  if (word !== "true" && word !== "false") {
    throw new Rejection(`expecting boolean value for flag --${name}, not: ${value}`);
  }
  return word;
}
function readText(name, value) {
  if (value === null) throw new Rejection(`missing a value on flag: --${name}`);
  return value;
}

// src/dockerfile/json-form.ts
function parseJsonForm(text5) {
  const start = trimStart(text5);
  if (!start.startsWith("[")) return null;
  let list;
  try {
    list = JSON.parse(start);
  } catch {
    return null;
  }
  if (!Array.isArray(list)) return null;
  if (list.some((item) => typeof item === "number" && !Number.isFinite(item))) return null;
  return list.map((item) => {
    if (typeof item !== "string") throw new Rejection("a JSON array must be comprised of strings only");
    return item.toWellFormed();
  });
}

// src/dockerfile/words.ts
function splitWords(text5, escapeToken) {
  const words3 = [];
  let at = 0;
  while (at < text5.length) {
    while (at < text5.length && isSpace(text5.charAt(at))) at++;
    if (at >= text5.length) break;
    const word = readWord2(text5, at, escapeToken);
    if (word.text !== "") words3.push(word.text);
    at = word.end;
  }
  return words3;
}
function readWord2(text5, start, escapeToken) {
  let quote = "";
  let dropped = "";
  let at = start;
  for (; at < text5.length; at++) {
    const char = text5.charAt(at);
    if (quote === "") {
      if (isSpace(char)) break;
      if (char === '"' || char === "'") quote = char;
      else if (char !== escapeToken) continue;
    } else if (char === quote) {
      quote = "";
      continue;
    }
    if (char !== escapeToken || quote === "'") continue;
    if (at + 1 === text5.length) dropped = char;
    else at += 1;
  }
  const end = Math.min(at, text5.length);
  return { text: text5.slice(start, dropped === "" ? end : end - 1), end };
}
function parseNameValues(text5, escapeToken, keyword) {
  const words3 = splitWords(text5, escapeToken);
  if (words3[0] === void 0) return [];
  if (!words3[0].includes("=")) {
    const pair = cutBlank(text5);
    if (pair === null) throw new Rejection(`${keyword} must have two arguments`);
    return [{ name: pair[0], value: pair[1] }];
  }
  return words3.map((word) => {
    const equals = word.indexOf("=");
    if (equals < 0)
      throw new Rejection(`${keyword} has a word without =: each must be name=value, with quotes around blanks`);
    return { name: word.slice(0, equals), value: word.slice(equals + 1) };
  });
}

// src/dockerfile/node.ts
function parseNode(line, escapeToken, nested = false) {
  const trimmed = trim(line);
  const cut2 = cutBlank(trimmed);
  const keyword = cut2 === null ? trimmed : cut2[0];
  const { words: flags, rest } = cut2 === null ? { words: [], rest: "" } : splitFlags(cut2[1], escapeToken);
  const text5 = trim(rest);
  const kind = keyword.toLowerCase();
  const parts = parseParts(kind, text5, escapeToken, nested);
  return { keyword, kind, original: line, text: text5, flags, json: false, pairs: [], trigger: null, ...parts };
}
function parseParts(kind, text5, escapeToken, nested) {
  switch (kind) {
    case "run":
    case "cmd":
    case "entrypoint":
    case "shell":
      return parseCommandLine(text5);
    case "add":
    case "copy":
    case "volume": {
      const list = parseJsonForm(text5);
      return list === null ? { args: splitArguments(text5) } : { args: list, json: true };
    }
    case "env":
    case "label": {
      const pairs = parseNameValues(text5, escapeToken, kind.toUpperCase());
      return { args: [], pairs };
    }
    case "arg":
      return { args: splitWords(text5, escapeToken) };
    case "expose":
    case "from":
      return { args: splitArguments(text5) };
    case "healthcheck":
      return parseHealthcheck(text5);
    case "onbuild":
      return parseTrigger(text5, escapeToken, nested);
    default:
      return { args: text5 === "" ? [] : [text5] };
  }
}
function splitArguments(text5) {
  return text5 === "" ? [] : splitBlanks(text5);
}
function parseCommandLine(text5) {
  if (text5 === "") return { args: [] };
  const list = parseJsonForm(text5);
  return list === null ? { args: [text5] } : { args: list, json: true };
}
function parseHealthcheck(text5) {
  let end = 0;
  while (end < text5.length && !isAsciiSpace(text5.charAt(end))) end++;
  let next = end;
  while (next < text5.length && isAsciiSpace(text5.charAt(next))) next++;
  if (end === 0) return { args: [] };
  const { args, json = false } = parseCommandLine(text5.slice(next));
  return { args: [text5.slice(0, end), ...args], json };
}
function isAsciiSpace(char) {
  return char < "\x80" && isSpace(char);
}
function parseTrigger(text5, escapeToken, nested) {
  if (text5 === "") return { args: [] };
  if (nested) throw new Rejection("chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
  return { args: [text5], trigger: parseNode(text5, escapeToken, true) };
}

// src/dockerfile/parser-directives.ts
var DIRECTIVE = /^([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=[\t\n\f\r ]*([^\n]+)$/;
var KEYS = ["syntax", "escape", "check"];
var DirectiveParser = class {
  #prefix;
  #seen = /* @__PURE__ */ new Set();
  #done = false;
  constructor(prefix2 = "#") {
    this.#prefix = prefix2;
  }
  get done() {
    return this.#done;
  }
  /** `line` is without its line end. Throws Rejection for a key that is given twice. */
  parse(line) {
    if (this.#done) return null;
    const match = line.startsWith(this.#prefix) ? DIRECTIVE.exec(trimStart(line.slice(this.#prefix.length))) : null;
    const word = match?.[1]?.toLowerCase();
    const key = KEYS.find((known2) => known2 === word);
    if (match === null || key === void 0) {
      this.#done = true;
      return null;
    }
    if (this.#seen.has(key)) throw new Rejection(`the parser directive ${key} is given twice`);
    this.#seen.add(key);
    return { key, value: trimEnd(match[2] ?? "") };
  }
};
function trimEnd(value) {
  let end = value.length;
  while (end > 1 && "	\n\f\r ".includes(value.charAt(end - 1))) end--;
  return value.slice(0, end);
}
function escapeCharacter(value) {
  if (value === "\\" || value === "`") return value;
  throw new Rejection(`invalid escape token '${value}', it must be \\ or \``);
}
function validateCheck(value) {
  const options = value.trim();
  if (options === "") return;
  const [first = "", second, ...rest] = options.split(";");
  for (const part of [first, ...second === void 0 ? [] : [second], ...rest.length > 0 ? [rest.join(";")] : []]) {
    const equals = part.indexOf("=");
    const key = equals < 0 ? "" : part.slice(0, equals).trim();
    if (!["skip", "experimental", "error"].includes(key)) throw new Rejection(`invalid check option "${part}"`);
    if (key === "error") parseBool(part.slice(equals + 1).trim(), "check option error");
  }
}

// src/dockerfile/source-text.ts
var MAX_LINE_BYTES = 65536;
function decodeSource(source) {
  const text5 = typeof source === "string" ? source : decode(source);
  if (text5.length === 0) throw new DockerfileError("the file is empty", 1);
  const zero = text5.indexOf("\0");
  if (zero >= 0) {
    throw new DockerfileError("the file is binary, not a Dockerfile (it has a zero byte)", lineOf(text5, zero));
  }
  return text5.startsWith("\uFEFF") ? text5.slice(1) : text5;
}
function lineOf(text5, offset) {
  let line = 1;
  for (let at = text5.indexOf("\n"); at >= 0 && at < offset; at = text5.indexOf("\n", at + 1)) line++;
  return line;
}
function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeDamaged(bytes);
  }
}
function decodeDamaged(bytes) {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const parts = [];
  for (let at = 0; at < bytes.length; ) {
    const size = sequenceLength(bytes[at] ?? 0);
    try {
      parts.push(strict.decode(bytes.subarray(at, at + size)));
      at += size;
    } catch {
      parts.push("\uFFFD");
      at += 1;
    }
  }
  return parts.join("");
}
function sequenceLength(lead) {
  if (lead < 192) return 1;
  if (lead < 224) return 2;
  return lead < 240 ? 3 : 4;
}
var LineReader = class {
  #text;
  #offset = 0;
  /** Lines read so far: the number of the last one. */
  line = 0;
  constructor(text5) {
    this.#text = text5;
  }
  /** Null at the end. Throws DockerfileError for a line that is too long. */
  next() {
    if (this.#offset >= this.#text.length) return null;
    const end = this.#text.indexOf("\n", this.#offset);
    const line = this.#text.slice(this.#offset, end < 0 ? void 0 : end + 1);
    this.#offset += line.length;
    this.line += 1;
    if (isTooLong(line, end >= 0)) {
      throw new DockerfileError(`a line is longer than the ${MAX_LINE_BYTES - 1} bytes that BuildKit reads`, this.line);
    }
    return line;
  }
};
function isTooLong(line, ended) {
  if (line.length * 3 < MAX_LINE_BYTES) return false;
  if (line.length > MAX_LINE_BYTES) return true;
  const size = new TextEncoder().encode(line).length;
  return ended ? size > MAX_LINE_BYTES : size >= MAX_LINE_BYTES;
}

// src/dockerfile/logical-lines.ts
var HEREDOC_KINDS = ["run", "copy", "add"];
function parseNodes(text5) {
  const reader = new LineReader(text5);
  const directives = new DirectiveParser();
  const nodes = [];
  let escapeToken = "\\";
  for (let line = reader.next(); line !== null; line = reader.next()) {
    const startLine = reader.line;
    const bare = trimStart(trimLineEnd(line));
    if (!directives.done) escapeToken = atLine(startLine, () => readDirective(directives, bare)) ?? escapeToken;
    if (bare === "" || bare.startsWith("#")) continue;
    const logical = joinContinued(bare, reader, escapeToken);
    const node = atLine(startLine, () => parseNode(logical, escapeToken));
    const heredocs = readHeredocs(node, startLine, reader);
    nodes.push({ node, heredocs, startLine, endLine: reader.line });
  }
  if (nodes.length === 0) throw new DockerfileError("the file has no instructions", Math.max(reader.line, 1));
  return { nodes, escapeToken };
}
function readDirective(directives, line) {
  const directive = directives.parse(line);
  if (directive?.key === "check") validateCheck(directive.value);
  return directive?.key === "escape" ? escapeCharacter(directive.value) : null;
}
function joinContinued(first, reader, escapeToken) {
  const parts = [];
  for (let line = first; line !== null; line = nextContinuation(reader)) {
    const head = withoutContinuation(line, escapeToken);
    parts.push(head ?? line);
    if (head === null) break;
  }
  return parts.join("");
}
function nextContinuation(reader) {
  for (let line = reader.next(); line !== null; line = reader.next()) {
    const content = trimLineEnd(line);
    const start = trimStart(content);
    if (start !== "" && !start.startsWith("#")) return content;
  }
  return null;
}
function withoutContinuation(line, escapeToken) {
  let end = line.length;
  while (end > 0 && (line[end - 1] === " " || line[end - 1] === "	")) end--;
  if (line[end - 1] !== escapeToken || line[end - 2] === escapeToken) return null;
  return line.slice(0, end - 1);
}
function readHeredocs(node, startLine, reader) {
  const carrier = node.kind === "onbuild" ? node.trigger : node;
  if (carrier === null || !HEREDOC_KINDS.includes(carrier.kind) || carrier.json) return [];
  if (!node.original.includes("<<")) return [];
  return atLine(
    startLine,
    () => findHeredocs(node.original).map((start) => ({ ...start, content: readBody(start, reader) }))
  );
}
function readBody(start, reader) {
  const lines2 = [];
  for (let line = reader.next(); line !== null; line = reader.next()) {
    const content = trimLineEnd(line);
    if ((start.chomp ? content.replace(/^\t+/, "") : content) === start.name) return lines2.join("");
    lines2.push(line);
  }
  throw new Rejection(`the heredoc <<${start.name} is not terminated`);
}
function heredocText(heredoc) {
  return heredoc.chomp ? chompTabs(heredoc.content) : heredoc.content;
}
function triggerText(node, heredocs) {
  const line = trim(node.original).replace(/^ONBUILD[\t\n\f\r ]*/iu, "");
  return [line, ...heredocs.map((heredoc) => `${heredoc.content}${heredoc.name}`)].join("\n");
}

// src/dockerfile/parse-copy.ts
var COMMON = { chown: "text", chmod: "text", link: "switch", exclude: "texts" };
var FLAGS = {
  add: { ...COMMON, "keep-git-dir": "switch", checksum: "text", unpack: "switch" },
  copy: { ...COMMON, from: "text", parents: "switch" }
};
function parseCopy(node, heredocs) {
  const keyword = node.kind === "add" ? "add" : "copy";
  const destination = node.args.at(-1);
  if (destination === void 0 || node.args.length < 2) {
    throw new Rejection(`${keyword.toUpperCase()} requires at least two arguments, a source and a destination`);
  }
  const flags = readFlags(node.flags, FLAGS[keyword]);
  if (asHeredoc(destination) !== null) {
    throw new Rejection(`${keyword.toUpperCase()} cannot accept a heredoc as a destination`);
  }
  const sources = [];
  const contents = [];
  const bodies = new Map(heredocs.map((heredoc) => [heredoc.name, heredoc]));
  for (const argument of node.args.slice(0, -1)) {
    const start = asHeredoc(argument);
    if (start === null) sources.push(argument);
    else if (start.expand) contents.push(heredocText({ content: "", ...bodies.get(start.name), ...start }));
  }
  const flag = (name) => flags.get(name)?.[0] ?? "";
  return {
    kind: "copy",
    add: keyword === "add",
    from: flag("from"),
    chown: flag("chown"),
    chmod: flag("chmod"),
    checksum: flag("checksum"),
    link: flag("link") === "true",
    sources,
    destination,
    contents
  };
}

// src/dockerfile/parse-healthcheck.ts
var FLAGS2 = {
  interval: "text",
  timeout: "text",
  "start-period": "text",
  "start-interval": "text",
  retries: "text"
};
var NO_TIMES = { interval: 0, timeout: 0, startPeriod: 0, startInterval: 0, retries: 0 };
function parseHealthcheck2(node) {
  const [first, ...args] = node.args;
  if (first === void 0) throw new Rejection("HEALTHCHECK requires at least one argument");
  const type = first.toUpperCase();
  if (type === "NONE") {
    if (args.length > 0) throw new Rejection("HEALTHCHECK NONE takes no arguments");
    return { kind: "healthcheck", health: { test: ["NONE"], ...NO_TIMES } };
  }
  const flags = readFlags(node.flags, FLAGS2);
  if (type !== "CMD") throw new Rejection(`unknown type "${first}" in HEALTHCHECK (try CMD)`);
  if (args.length === 0) throw new Rejection("missing command after HEALTHCHECK CMD");
  const time = (name) => parseTime(name, flags.get(name)?.[0] ?? "");
  const health = {
    test: node.json ? ["CMD", ...args] : ["CMD-SHELL", args.join(" ")],
    interval: time("interval"),
    timeout: time("timeout"),
    startPeriod: time("start-period"),
    startInterval: time("start-interval"),
    retries: parseRetries(flags.get("retries")?.[0] ?? "")
  };
  return { kind: "healthcheck", health };
}
function parseTime(name, text5) {
  const time = text5 === "" ? 0 : parseDuration(text5);
  if (time !== 0 && time < 1e6) throw new Rejection(`interval "${name}" cannot be less than 1ms`);
  return time;
}
function parseRetries(text5) {
  if (text5 === "") return 0;
  const retries = parseInteger(text5);
  if (retries === null || retries >= 2 ** 31) throw new Rejection(`--retries: "${text5}" is not a number`);
  if (retries < 0) throw new Rejection(`--retries cannot be negative (${text5})`);
  return retries;
}

// src/dockerfile/csv.ts
function splitCsv(line) {
  const text5 = line.replace(/\r?\n$/, "");
  if (text5 === "") throw new Rejection("an option list is empty");
  const fields = [];
  for (let at = 0; at <= text5.length; ) {
    const field = text5[at] === '"' ? readQuoted(text5, at) : readPlain(text5, at);
    fields.push(field.text);
    if (field.end >= text5.length) break;
    at = field.end + 1;
  }
  return fields;
}
function readPlain(text5, start) {
  const comma = text5.indexOf(",", start);
  const end = comma < 0 ? text5.length : comma;
  const field = text5.slice(start, end);
  if (field.includes('"')) throw new Rejection(`a quote stands in the middle of the field ${field}`);
  return { text: field, end };
}
function readQuoted(text5, start) {
  const parts = [];
  for (let at = start + 1; ; ) {
    const quote = text5.indexOf('"', at);
    if (quote < 0) throw new Rejection("a quoted field is not closed");
    parts.push(text5.slice(at, quote));
    const next = text5[quote + 1];
    if (next === void 0 || next === ",") return { text: parts.join(""), end: quote + 1 };
    if (next !== '"') throw new Rejection("a quoted field goes on after its quote");
    parts.push('"');
    at = quote + 2;
  }
}

// src/dockerfile/run-mount.ts
var TYPES2 = ["bind", "cache", "tmpfs", "secret", "ssh"];
var SHARING = ["shared", "private", "locked"];
var OWNER_TYPES = ["secret", "ssh", "cache"];
function mountFrom(option) {
  let from = "";
  for (const field of splitCsv(option)) {
    const [key, value] = cut(field, "=");
    if (key.toLowerCase() !== "from" || value === null) continue;
    const dollar = value.indexOf("$");
    if (dollar >= 0 && dollar !== value.length - 1) {
      throw new Rejection("'from' doesn't support variable expansion, define an alias stage instead");
    }
    from = value;
  }
  return from;
}
function validateMount(option, expand3, workingDir) {
  const mount = /* @__PURE__ */ new Map([["type", "bind"]]);
  for (const field of splitCsv(option)) readField(field, expand3, mount);
  const type = mount.get("type") ?? "bind";
  if (!OWNER_TYPES.includes(type)) {
    for (const key of ["mode", "uid", "gid"]) {
      if (mount.has(key)) throw new Rejection(`${key} not allowed for "${type}" type mounts`);
    }
  }
  const sharing = mount.get("sharing") ?? "";
  if (type === "secret") validateSecret(mount);
  if (sharing !== "" && type !== "cache") throw new Rejection(`invalid cache sharing set for ${type} mount`);
  if (type === "ssh" && (mount.get("source") ?? "") !== "") throw new Rejection("ssh does not support source");
  if (type === "secret" || type === "ssh") return;
  const target = mount.get("target") ?? "";
  const place = target.startsWith("/") ? target : joinPath("/", workingDir, target);
  if (place === "/") throw new Rejection(`invalid mount target "${place}"`);
}
function readField(field, expand3, mount) {
  const [keyText, raw] = cut(field, "=");
  const key = KEYS2.get(keyText.toLowerCase());
  if (raw === null) {
    if (key === "required") requireSecretOrSsh(mount);
    else if (key !== "readonly" && key !== "readwrite") {
      throw new Rejection(`invalid field '${field}' must be a key=value pair`);
    }
    return;
  }
  const value = expand3(raw);
  if (key === void 0) throw new Rejection(`unexpected key '${keyText}' in '${field}'`);
  if (key === "required") requireSecretOrSsh(mount);
  validateValue(key, value, mount.get("type") ?? "");
  mount.set(key, key === "type" || key === "sharing" ? value.toLowerCase() : value);
}
function validateValue(key, value, type) {
  const invalid2 = new Rejection(`invalid value for ${key}: ${value}`);
  if (key === "type" && !TYPES2.includes(value.toLowerCase())) throw new Rejection(`unsupported mount type "${value}"`);
  if (key === "sharing" && !SHARING.includes(value.toLowerCase())) throw invalid2;
  if (key === "readonly" || key === "readwrite" || key === "required") parseBool(value, key);
  if (key === "size") {
    if (type !== "tmpfs") throw new Rejection(`unexpected key 'size' for mount type '${type}'`);
    if (!isMemorySize(value)) throw invalid2;
  }
  if (key === "mode" && parseUnsigned(value, 8) === null) throw invalid2;
  if ((key === "uid" || key === "gid") && parseUnsigned(value, 10) === null) throw invalid2;
}
function requireSecretOrSsh(mount) {
  const type = mount.get("type") ?? "";
  if (type !== "secret" && type !== "ssh") throw new Rejection(`unexpected key 'required' for mount type '${type}'`);
}
function validateSecret(mount) {
  const [from, sharing, source, target, id] = ["from", "sharing", "source", "target", "id"].map(
    (key) => mount.get(key) ?? ""
  );
  if (from !== "") throw new Rejection("secret mount should not have a from");
  if (sharing !== "") throw new Rejection("secret mount should not define sharing");
  if (source === "" && target === "" && id === "")
    throw new Rejection("invalid secret mount. one of source, target required");
  if (source !== "" && id !== "") throw new Rejection("both source and id can't be set");
}
var KEYS2 = new Map(
  Object.entries({
    type: "type",
    from: "from",
    source: "source",
    src: "source",
    target: "target",
    dst: "target",
    destination: "target",
    readonly: "readonly",
    ro: "readonly",
    readwrite: "readwrite",
    rw: "readwrite",
    required: "required",
    size: "size",
    id: "id",
    sharing: "sharing",
    mode: "mode",
    uid: "uid",
    gid: "gid",
    env: "env"
  })
);

// src/dockerfile/parse-run.ts
var NETWORKS = ["default", "none", "host"];
var SECURITY = ["insecure", "sandbox"];
function parseRun(node) {
  const flags = readFlags(node.flags, { mount: "texts", network: "text", security: "text", device: "texts" });
  for (const device of flags.get("device") ?? []) validateDevice(device);
  const mounts = flags.get("mount") ?? [];
  const froms = mounts.map(mountFrom);
  const network = flags.get("network")?.[0];
  if (network !== void 0 && !NETWORKS.includes(network)) throw new Rejection(`invalid network mode "${network}"`);
  const security = flags.get("security")?.[0];
  if (security !== void 0 && !SECURITY.includes(security))
    throw new Rejection(`security "${security}" is not valid`);
  return { kind: "run", mounts, froms };
}
function validateDevice(option) {
  let name = "";
  for (const field of splitCsv(option)) {
    const equals = field.indexOf("=");
    const key = (equals < 0 ? field : field.slice(0, equals)).toLowerCase();
    if (key === "required") {
      if (equals >= 0) parseBool(field.slice(equals + 1), key);
    } else if (key === "name" && equals >= 0) {
      if (name !== "") throw new Rejection(`device name already set to ${name}`);
      name = field.slice(equals + 1);
    } else if (name === "") name = field;
    else throw new Rejection(`unexpected key '${key}' in '${field}'`);
  }
}

// src/dockerfile/parse-command.ts
var STAGE_NAME = /^[a-z][a-z0-9-_.]*$/;
function parseCommand(node, heredocs) {
  switch (node.kind) {
    case "from":
      return parseFrom(node);
    case "run":
      return parseRun(node);
    case "copy":
    case "add":
      return parseCopy(node, heredocs);
    case "healthcheck":
      return parseHealthcheck2(node);
    case "env":
    case "label":
      return parsePairs(node, node.kind);
    case "arg":
      return parseArg(node);
    case "cmd":
    case "entrypoint":
      readFlags(node.flags, {});
      return { kind: node.kind, words: node.args, json: node.json };
    case "shell":
      return parseShell(node);
    case "user":
    case "workdir":
      readFlags(node.flags, {});
      return { kind: node.kind, value: onlyArgument(node) };
    case "stopsignal":
      return { kind: node.kind, value: onlyArgument(node) };
    case "maintainer":
      onlyArgument(node);
      readFlags(node.flags, {});
      return { kind: "maintainer" };
    case "expose":
      readFlags(node.flags, {});
      return { kind: "expose", ports: atLeastOne(node, node.args).toSorted() };
    case "volume":
      return parseVolume(node);
    case "onbuild":
      return parseOnbuild(node, heredocs);
    default:
      throw new Rejection(`unknown instruction: ${node.keyword}`);
  }
}
function atLeastOne(node, args) {
  if (args.length === 0) throw new Rejection(`${node.kind.toUpperCase()} requires at least one argument`);
  return args;
}
function onlyArgument(node) {
  const [value, ...more] = node.args;
  if (value === void 0 || more.length > 0) {
    throw new Rejection(`${node.kind.toUpperCase()} requires exactly one argument`);
  }
  return value;
}
function parseFrom(node) {
  const [base, as, written, ...more] = node.args;
  const named = written !== void 0 && more.length === 0 && as !== void 0 && /^as$/iu.test(as);
  if (base === void 0 || as !== void 0 && !named) {
    throw new Rejection("FROM requires either one or three arguments");
  }
  const name = written?.toLowerCase() ?? null;
  if (name !== null && !STAGE_NAME.test(name)) {
    throw new Rejection(
      `invalid name for build stage: "${written}", name can't start with a number or contain symbols`
    );
  }
  const flags = readFlags(node.flags, { platform: "text" });
  return { kind: "from", base, name, platform: flags.get("platform")?.[0] ?? "" };
}
function parsePairs(node, kind) {
  readFlags(node.flags, {});
  const pairs = atLeastOne(node, node.pairs);
  if (pairs.some((pair) => pair.name === "")) throw new Rejection(`${kind.toUpperCase()} names can not be blank`);
  return { kind, pairs };
}
function parseArg(node) {
  const args = atLeastOne(node, node.args).map((word) => {
    const equals = word.indexOf("=");
    if (equals === 0) throw new Rejection("ARG names can not be blank");
    return equals < 0 ? { name: word, value: null } : { name: word.slice(0, equals), value: word.slice(equals + 1) };
  });
  return { kind: "arg", args };
}
function parseShell(node) {
  readFlags(node.flags, {});
  atLeastOne(node, node.args);
  if (!node.json) throw new Rejection("SHELL requires the arguments to be in JSON form");
  return { kind: "shell", words: node.args };
}
function parseVolume(node) {
  const paths = atLeastOne(node, node.args).map(trim);
  readFlags(node.flags, {});
  if (paths.includes("")) throw new Rejection("VOLUME specified can not be an empty string");
  return { kind: "volume", paths };
}
function parseOnbuild(node, heredocs) {
  if (node.trigger === null) throw new Rejection("ONBUILD requires at least one argument");
  readFlags(node.flags, {});
  const keyword = trim(node.trigger.keyword).toUpperCase();
  if (keyword === "ONBUILD") throw new Rejection("chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
  if (keyword === "MAINTAINER" || keyword === "FROM") {
    throw new Rejection(`${keyword} isn't allowed as an ONBUILD trigger`);
  }
  return { kind: "onbuild", trigger: triggerText(node, heredocs) };
}

// src/dockerfile/syntax-image.ts
function detectSyntax(source, file) {
  const directives = new DirectiveParser();
  let line = 0;
  for (let at = 0; at < source.length && !directives.done; ) {
    const end = source.indexOf("\n", at);
    const text5 = trimLineEnd(source.slice(at, end < 0 ? void 0 : end));
    at = end < 0 ? source.length : end + 1;
    line += 1;
    if (line === 1 && text5.startsWith("#!")) continue;
    const directive = tryParse2(directives, text5);
    if (directive?.key !== "syntax") continue;
    const [reference = ""] = directive.value.split(" ");
    return { reference, location: { file, startLine: line, endLine: line } };
  }
  return null;
}
function tryParse2(directives, text5) {
  try {
    return directives.parse(text5);
  } catch {
    return null;
  }
}

// src/dockerfile/read.ts
function readDockerfile(text5, file) {
  const source = decodeSource(text5);
  const { nodes, escapeToken } = parseNodes(source);
  const globalArgs = [];
  const stages = [];
  for (const placed2 of nodes) {
    const location = { file, startLine: placed2.startLine, endLine: placed2.endLine };
    const command = atLine(placed2.startLine, () => parseCommand(placed2.node, placed2.heredocs));
    if (command.kind === "from") {
      stages.push({ from: command, location, steps: [] });
      continue;
    }
    const step = { command, instruction: describe3(placed2, location) };
    const stage2 = stages.at(-1);
    if (stage2 !== void 0) stage2.steps.push(step);
    else if (command.kind === "arg") globalArgs.push(step);
    else {
      const reason = `${placed2.node.keyword} stands before the first FROM, where only ARG may`;
      throw new DockerfileError(reason, placed2.startLine);
    }
  }
  if (stages.length === 0) throw new DockerfileError("there is no stage to build: FROM is missing", 1);
  return { file, syntax: detectSyntax(source, file), escapeToken, globalArgs, stages };
}
function readTrigger(text5, location) {
  const [placed2, ...more] = parseNodes(text5).nodes;
  if (placed2 === void 0 || more.length > 0) {
    throw new DockerfileError("an ONBUILD trigger must be a single instruction", location.startLine);
  }
  const command = atLine(location.startLine, () => parseCommand(placed2.node, placed2.heredocs));
  if (command.kind === "from") throw new DockerfileError("FROM cannot be an ONBUILD trigger", location.startLine);
  return { command, instruction: describe3(placed2, location) };
}
function describe3({ node, heredocs }, location) {
  return {
    keyword: node.keyword.toUpperCase(),
    text: node.text,
    flags: node.flags.map((word) => {
      const { name, value } = parseFlag(word);
      return { name, value: value ?? "" };
    }),
    json: jsonWords(node),
    heredocs: heredocs.map((body) => ({ name: body.name, expand: body.expand, content: heredocText(body) })),
    location
  };
}
function jsonWords(node) {
  if (!node.json) return null;
  return node.kind === "healthcheck" ? node.args.slice(1) : node.args;
}

// src/evidence/read-dockerfile.ts
var LARGEST4 = 64 * 1024 * 1024;
var RejectedDockerfile = class extends UsageError {
  file;
  /** Counted from 1. */
  line;
  /** Without file and line. */
  reason;
  constructor(file, { line, message }) {
    super("bad-dockerfile", `${file}:${line}: ${message}`, "Correct the Dockerfile: a build would reject it too.");
    this.file = file;
    this.line = line;
    this.reason = message;
  }
};
async function gatherDockerfile(request, bases, files) {
  const file = repositoryPath(request.path, request.workingDirectory);
  try {
    const parsed2 = await parseDockerfile(request.path, request.workingDirectory, files);
    const { target, buildArgs, platform, assumeBuilds } = request;
    return await bases.evaluate({ parsed: parsed2, target, buildArgs, platform, assumeBuilds });
  } catch (error) {
    throw error instanceof DockerfileError ? new RejectedDockerfile(file, error) : error;
  }
}
async function parseDockerfile(path, workingDirectory, files) {
  const file = repositoryPath(path, workingDirectory);
  return readDockerfile(await readFile({ path, workingDirectory }, files), file);
}
function repositoryPath(path, workingDirectory) {
  const root = resolve2(workingDirectory);
  const inside = relative(root, resolve2(root, path)).split(sep).join("/");
  if (inside === "" || inside === ".." || inside.startsWith("../") || /^[A-Za-z]:/.test(inside)) {
    throw new UsageError(
      "dockerfile-outside",
      `${path} lies outside the working directory.`,
      "Set working-directory to the root of the repository."
    );
  }
  return inside;
}
async function readFile({ path, workingDirectory }, files) {
  const full = resolve2(workingDirectory, path);
  const stat = await files.stat(full);
  if (stat === null)
    throw new UsageError(
      "no-dockerfile",
      `There is no Dockerfile at ${path}.`,
      "Check the path; it is relative to the working directory."
    );
  if (stat.kind !== "file")
    throw new UsageError("no-dockerfile", `${path} is not a file.`, "Name the Dockerfile itself.");
  try {
    return await files.readBytes(full, LARGEST4);
  } catch (error) {
    const code = errorCode(error);
    const why = code === "EFBIG" ? `it is larger than ${LARGEST4 / 1024 / 1024} MiB` : errorMessage(error);
    throw new UsageError("no-dockerfile", `${path} cannot be read: ${why}.`, "Check the file and its permissions.");
  }
}

// src/evidence/bases/base-build.ts
function exactly2(args) {
  return [{ args, optional: false }];
}
function withUnknown(args, unknown2) {
  if (unknown2.length === 0) return exactly2(args);
  const filled2 = (value) => ({
    ...args,
    ...Object.fromEntries(unknown2.map((name) => [name, value]))
  });
  return [
    { args: filled2("1"), optional: false },
    { args: filled2("2"), optional: false },
    { args: filled2(""), optional: true }
  ];
}

// src/evidence/bases/declared-finder.ts
function declaredBases(declared) {
  const builds = new Map(
    Object.entries(declared).flatMap(([name, build]) => {
      const parsed2 = parseImageReference(name);
      return parsed2 === null ? [] : [[`${parsed2.registry}/${parsed2.repository}`, build]];
    })
  );
  return async ({ parsed: parsed2 }) => {
    const build = builds.get(`${parsed2.registry}/${parsed2.repository}`);
    if (build === void 0) return null;
    if (parsed2.digest === null) return { kind: "build", build };
    return { kind: "build", build: { ...build, says: `${build.says}, although FROM pins a digest` } };
  };
}

// src/dockerfile/base-config.ts
function baseFromImageConfig(raw) {
  const config = raw.config ?? {};
  return {
    os: raw.os ?? "",
    config: {
      user: known(config.User || null),
      exposedPorts: knownList(Object.keys(config.ExposedPorts ?? {}).toSorted()),
      healthcheck: known(healthcheck(config.Healthcheck)),
      entrypoint: known(config.Entrypoint ?? null),
      cmd: known(config.Cmd ?? null),
      env: knownList(config.Env ?? []),
      workingDir: known(config.WorkingDir || null),
      labels: knownList(Object.entries(config.Labels ?? {}).map(([key, value]) => `${key}=${value}`)),
      volumes: knownList(Object.keys(config.Volumes ?? {}).toSorted()),
      stopSignal: known(config.StopSignal || null),
      shell: known(config.Shell ?? null)
    },
    onBuild: (config.OnBuild ?? []).map(known)
  };
}
function unresolvedBase(os) {
  const nothing2 = { value: null, known: false, from: null };
  const some = { entries: [], complete: false };
  return {
    os,
    config: {
      user: nothing2,
      exposedPorts: some,
      healthcheck: nothing2,
      entrypoint: nothing2,
      cmd: nothing2,
      env: some,
      workingDir: nothing2,
      labels: some,
      volumes: some,
      stopSignal: nothing2,
      shell: nothing2
    },
    onBuild: []
  };
}
function scratchBase(os) {
  return baseFromImageConfig({ os, config: { WorkingDir: "/" } });
}
function known(value) {
  return { value, known: true, from: null };
}
function knownList(values) {
  return { entries: values.map(known), complete: true };
}
function healthcheck(raw) {
  if (raw === null || raw === void 0) return null;
  return {
    test: raw.Test ?? [],
    interval: raw.Interval ?? 0,
    timeout: raw.Timeout ?? 0,
    startPeriod: raw.StartPeriod ?? 0,
    startInterval: raw.StartInterval ?? 0,
    retries: raw.Retries ?? 0
  };
}

// src/evidence/bases/images/image-config.ts
var text4 = string().nullish();
var texts2 = array(string()).nullish();
var words2 = union([string().transform((word) => [word]), array(string())]).nullish();
var keys2 = record(string(), unknown()).nullish();
var count2 = number().nullish();
var healthcheck2 = object({
  Test: texts2,
  Interval: count2,
  Timeout: count2,
  StartPeriod: count2,
  StartInterval: count2,
  Retries: count2
});
var runConfig = object({
  User: text4,
  ExposedPorts: keys2,
  Env: texts2,
  Entrypoint: words2,
  Cmd: words2,
  Volumes: keys2,
  WorkingDir: text4,
  Labels: record(string(), string()).nullish(),
  StopSignal: text4,
  Shell: words2,
  OnBuild: texts2,
  Healthcheck: healthcheck2.nullish()
});
var schema = union([
  object({ os: string(), architecture: string(), variant: text4, config: runConfig.nullish() }),
  object({ Os: string(), Architecture: string(), Variant: text4, Config: runConfig.nullish() }).transform(({ Os, Architecture, Variant, Config }) => ({
    os: Os,
    architecture: Architecture,
    variant: Variant,
    config: Config
  }))
]);
function decodeBaseConfig(raw) {
  const decoded = schema.safeParse(raw);
  if (!decoded.success) return "its config is not understood";
  const { os, architecture, variant, config } = decoded.data;
  const present = Object.entries(config ?? {}).filter(([, value]) => value !== null && value !== void 0);
  const check = Object.entries(config?.Healthcheck ?? {}).filter(([, value]) => value !== null && value !== void 0);
  const isChecked = (config?.Healthcheck?.Test ?? []).length > 0;
  const raws = { ...Object.fromEntries(present), Healthcheck: isChecked ? Object.fromEntries(check) : null };
  const platform = [os, architecture, variant ?? ""].filter((part) => part !== "").join("/");
  return { config: baseFromImageConfig({ os, config: raws }), platform };
}
function fitsPlatform(found, wanted) {
  const [os, architecture, variant] = found.split("/");
  const [wantedOs, wantedArchitecture, wantedVariant] = wanted.split("/");
  if (os !== wantedOs || architecture !== wantedArchitecture) return false;
  return variant === void 0 || wantedVariant === void 0 || variant === wantedVariant;
}

// src/evidence/bases/images/engine-images.ts
var ASK_MS2 = 3e3;
function engineBases(host) {
  let engines = null;
  return async (wanted) => {
    engines ??= listEngines(host);
    const found = (await engines).flatMap((local) => {
      const id = idOf(wanted, local);
      return id === null ? [] : [{ ...local, id }];
    });
    const [first] = found;
    if (first === void 0) return null;
    if (found.some(({ id }) => id !== first.id)) {
      return { kind: "none", reason: "docker and podman have different images of this name" };
    }
    return inspect(first, wanted, host);
  };
}
async function listEngines(host) {
  const listed2 = await Promise.all(ENGINES.map((engine) => listImages(engine, host)));
  return listed2.flatMap((local) => local ?? []);
}
var COLUMNS = "{{.Repository}}	{{.Tag}}	{{.Digest}}	{{.ID}}";
async function listImages(engine, host) {
  const program = await host.exec.which(engine);
  const args = ["image", "ls", "--no-trunc", "--digests", "--format", COLUMNS];
  const result = program === null ? null : await ask2(program, args, host);
  if (program === null || result?.exitCode !== 0) return null;
  const ids = result.stdout.split("\n").flatMap((line) => {
    const [repository = "", tag = "", digest = "", id = ""] = line.split("	");
    const parsed2 = parseImageReference(repository);
    if (parsed2 === null || !/^(sha256:)?[0-9a-f]{64}$/.test(id)) return [];
    const names = [
      ...tag === "<none>" || tag === "" ? [] : [{ ...parsed2, tag, digest: null }],
      ...digest.startsWith("sha256:") ? [{ ...parsed2, tag: null, digest }] : []
    ];
    return names.map((name) => [formatImageReference(name), id.replace("sha256:", "")]);
  });
  return { engine, program, ids: new Map(ids) };
}
function idOf({ parsed: parsed2, reference }, { engine, ids }) {
  const exact2 = parsed2.digest === null ? parsed2 : { ...parsed2, tag: null };
  const found = ids.get(formatImageReference(exact2));
  if (found !== void 0) return found;
  const isShort = engine === "podman" && parsed2.registry === "docker.io" && !reference.startsWith("docker.io/");
  const repository = parsed2.repository.replace(/^library\//, "");
  return (isShort ? ids.get(formatImageReference({ ...exact2, registry: "localhost", repository })) : null) ?? null;
}
async function inspect({ engine, program, id }, { platform }, host) {
  const result = await ask2(program, ["image", "inspect", `sha256:${id}`], host);
  const decoded = result?.exitCode === 0 ? decodeBaseConfig(firstOf(result.stdout)) : "the engine does not show it";
  const place = `the local image ${id.slice(0, 12)} of ${engine}`;
  if (typeof decoded === "string") return { kind: "none", reason: `${place} does not help: ${decoded}` };
  if (!fitsPlatform(decoded.platform, platform)) {
    return { kind: "none", reason: `${place} is for ${decoded.platform}, not for ${platform}` };
  }
  return { kind: "image", config: decoded.config, reason: `${place}; another build may find a newer one` };
}
function firstOf(json) {
  try {
    const value = JSON.parse(json);
    return Array.isArray(value) ? value[0] : null;
  } catch {
    return null;
  }
}
function ask2(program, args, host) {
  return host.exec.run(program, args, { env: host.env.pick(CLIENT_ENVIRONMENT), timeoutMs: ASK_MS2 }).catch(() => null);
}

// src/evidence/bases/images/given-images.ts
function givenBases(given, workingDirectory, host) {
  const sources = new Map(Object.entries(given).map(([name, source]) => [fullName(name), source]));
  return async ({ parsed: parsed2, platform }) => {
    const source = sources.get(formatImageReference(parsed2));
    if (source === void 0) return null;
    const image = await open(source, platform, workingDirectory, host);
    if (!fitsPlatform(image.platform, platform)) {
      return { kind: "none", reason: `${source} is for ${image.platform}, not for ${platform}` };
    }
    return { kind: "image", config: baseOf(image), reason: `${source}, as given for it` };
  };
}
function fullName(name) {
  const parsed2 = parseImageReference(name);
  if (parsed2 !== null) return formatImageReference(parsed2);
  throw new UsageError(
    "base-invalid",
    `base: ${JSON.stringify(name.slice(0, 100))} is not the name of an image.`,
    "Write the image as FROM names it, such as node:24=oci:DIR."
  );
}
async function open(source, platform, workingDirectory, host) {
  try {
    const wanted = { platform, workingDirectory, texts: [], files: false, heads: () => false };
    return (await openImage(source, wanted, host)).evidence;
  } catch (error) {
    throw about2(error);
  }
}
function baseOf({ config, platform }) {
  return baseFromImageConfig({ os: platform.split("/")[0] ?? "", config: rawOf(config) });
}
function rawOf(config) {
  const { healthcheck: healthcheck3 } = config;
  return {
    User: config.user,
    ExposedPorts: keyed(config.exposedPorts),
    Env: config.env,
    Entrypoint: config.entrypoint,
    Cmd: config.cmd,
    Volumes: keyed(config.volumes),
    WorkingDir: config.workingDir,
    Labels: config.labels,
    StopSignal: config.stopSignal ?? "",
    Shell: config.shell,
    OnBuild: config.onBuild ?? [],
    Healthcheck: healthcheck3 === null ? null : {
      Test: healthcheck3.test,
      Interval: healthcheck3.interval,
      Timeout: healthcheck3.timeout,
      StartPeriod: healthcheck3.startPeriod,
      StartInterval: healthcheck3.startInterval,
      Retries: healthcheck3.retries
    }
  };
}
function keyed(names) {
  return Object.fromEntries(names.map((name) => [name, {}]));
}
function about2(error) {
  if (error instanceof UsageError) return new UsageError(error.code, `The base ${error.message}`, error.advice);
  if (error instanceof VerifyError) {
    return new VerifyError(error.code, `The base ${error.message}`, error.advice, error.detail);
  }
  return error;
}

// src/evidence/bases/images/registry-images.ts
import { join as join9 } from "node:path";
var ASK_MS3 = 6e4;
var ENVIRONMENT = [
  ...CLIENT_ENVIRONMENT,
  ..."REGISTRY_AUTH_FILE HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy".split(" ")
];
var DIGEST = /^sha256:[0-9a-f]{64}$/;
function registryBases(cacheFolder, host) {
  const folder = join9(cacheFolder, "bases");
  return async (wanted) => {
    const cached = wanted.parsed.digest === null ? null : await readCache(folder, wanted.parsed.digest, wanted, host);
    if (cached !== null) return cached;
    const troubles = [];
    for (const ask3 of [askSkopeo(folder), askBuildx]) {
      const answer = await ask3(wanted, host);
      if (typeof answer === "string") troubles.push(answer);
      if (answer === null || typeof answer === "string") continue;
      await writeCache(folder, answer, wanted.platform, host);
      return toFound(answer, wanted);
    }
    const reason = troubles.length > 0 ? troubles.join("; ") : "no registry was asked: neither skopeo nor docker buildx is there";
    return { kind: "none", reason };
  };
}
function toFound({ digest, config }, { platform }) {
  const decoded = decodeBaseConfig(config);
  const place = `the registry's ${digest.slice(0, 19)}`;
  if (typeof decoded === "string") return { kind: "none", reason: `${place} does not help: ${decoded}` };
  if (!fitsPlatform(decoded.platform, platform)) {
    return { kind: "none", reason: `${place} is for ${decoded.platform}, not for ${platform}` };
  }
  return { kind: "image", config: decoded.config, reason: place };
}
function askSkopeo(folder) {
  return async (wanted, host) => {
    const program = await host.exec.which("skopeo");
    if (program === null) return null;
    const name = `docker://${nameFor(wanted)}`;
    const [os = "", architecture = "", variant] = wanted.platform.split("/");
    const platform = [
      "--override-os",
      os,
      "--override-arch",
      architecture,
      ...variant ? ["--override-variant", variant] : []
    ];
    const first = await run(program, [...platform, "inspect", "--no-tags", "--format", "{{.Digest}}", name], host);
    if (typeof first === "string") return `skopeo: ${first}`;
    const digest = first.stdout.trim();
    if (!DIGEST.test(digest)) return "skopeo: its answer is not understood";
    const kept = await readConfig(folder, digest, wanted.platform, host);
    if (kept !== null) return { digest, config: kept };
    const pinned = `docker://${wanted.parsed.registry}/${wanted.parsed.repository}@${digest}`;
    const second = await run(program, [...platform, "inspect", "--config", pinned], host);
    if (typeof second === "string") return `skopeo: ${second}`;
    const config = parsed(second.stdout);
    return config === null ? "skopeo: its answer is not understood" : { digest, config };
  };
}
var BuildxSchema = object({
  manifest: object({ digest: string().regex(DIGEST) }),
  image: record(string(), unknown())
});
var askBuildx = async (wanted, host) => {
  const program = await host.exec.which("docker");
  if (program === null) return null;
  const args = ["buildx", "imagetools", "inspect", "--format", "{{json .}}", nameFor(wanted)];
  const result = await run(program, args, host);
  if (typeof result === "string") return `docker buildx: ${result}`;
  const decoded = BuildxSchema.safeParse(parsed(result.stdout));
  if (!decoded.success) return "docker buildx: its answer is not understood";
  const { manifest, image } = decoded.data;
  const own = "architecture" in image ? image : Object.entries(image).find(([key]) => fitsPlatform(key, wanted.platform))?.[1];
  return own === void 0 ? `docker buildx: there is no image for ${wanted.platform}` : { digest: manifest.digest, config: own };
};
function nameFor({ parsed: { tag, ...rest } }) {
  return formatImageReference(rest.digest === null ? { ...rest, tag } : { ...rest, tag: null });
}
async function run(program, args, host) {
  const result = await host.exec.run(program, args, { env: host.env.pick(ENVIRONMENT), timeoutMs: ASK_MS3 }).catch(() => null);
  if (result === null) return "cannot be started";
  if (result.timedOut) return `no answer within ${ASK_MS3 / 1e3} s`;
  if (result.exitCode === 0) return result;
  const line = result.stderr.split("\n").findLast((text5) => text5.trim() !== "") ?? `ended with ${result.exitCode ?? result.signal}`;
  return line.replace(new RegExp("\\p{Cc}+", "gu"), " ").trim().slice(0, 200);
}
function fileOf(folder, digest, platform) {
  return join9(folder, `${digest.replace("sha256:", "")}-${platform.replace(/[^a-z0-9]+/gi, "-")}.json`);
}
async function readCache(folder, digest, wanted, host) {
  const config = await readConfig(folder, digest, wanted.platform, host);
  return config === null ? null : toFound({ digest, config }, wanted);
}
async function readConfig(folder, digest, platform, host) {
  if (!DIGEST.test(digest)) return null;
  const text5 = await host.files.readText(fileOf(folder, digest, platform), 4 * 1024 * 1024).catch(() => null);
  const config = text5 === null ? null : parsed(text5);
  return config !== null && typeof decodeBaseConfig(config) !== "string" ? config : null;
}
async function writeCache(folder, { digest, config }, platform, host) {
  if (typeof decodeBaseConfig(config) === "string") return;
  await host.files.writeText(fileOf(folder, digest, platform), JSON.stringify(config)).catch(() => void 0);
}
function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

// src/evidence/bases/inference/find-builds.ts
import { join as join11 } from "node:path";

// src/evidence/bases/inference/bake.ts
import { posix as posix4 } from "node:path";

// src/evidence/bases/inference/build-step.ts
var UNKNOWN = "\0";
function isKnown(text5) {
  return !text5.includes(UNKNOWN);
}
function splitArgs(given) {
  const entries = Object.entries(given);
  const isPlain = (entry) => entry[1] !== null && isKnown(entry[1]);
  return {
    args: Object.fromEntries(entries.filter(isPlain)),
    unknownArgs: entries.filter((entry) => !isPlain(entry)).map(([name]) => name)
  };
}
function withoutTemplates(text5) {
  const plain2 = text5.replace(/[$%]\{[^{}]{0,200}\}/g, UNKNOWN);
  return /[$%]\{/.test(plain2) ? UNKNOWN : plain2;
}

// src/evidence/bases/inference/hcl.ts
var DEEPEST = 20;
function readHcl(text5) {
  const reader = new Reader(text5);
  const blocks = [];
  for (let block = reader.block(0); block !== null; block = reader.block(0)) {
    if (block.type !== "") blocks.push(block);
  }
  return blocks;
}
var TOKEN = /[^\S\n]+|#[^\n]*|\/\/[^\n]*|\/\*.*?\*\/|<<-?(\w+)\n.*?\n[^\S\n]*\1(?=\n|$)|"(?:[^"\\\n]|\\[^\n])*"|[\w.-]+|\n|./sy;
var OPEN = /^(?:"|\/\*|<<-?\w)/;
var Reader = class {
  #tokens;
  #at = 0;
  constructor(text5) {
    this.#tokens = tokensOf(text5);
  }
  /** The next block; one with the type '' is an attribute outside of blocks. Null at the end or at a fault. */
  block(depth) {
    this.#skipLines();
    const type = this.#next();
    if (type === null || !/^\w/.test(type) || depth > DEEPEST) return null;
    if (this.#peek() === "=") {
      this.#at++;
      this.#expression();
      return { type: "", labels: [], attributes: {} };
    }
    const labels = [];
    for (let token = this.#next(); token !== "{"; token = this.#next()) {
      if (token === null || !/^["\w]/.test(token)) return null;
      labels.push(unquoted(token));
    }
    const attributes = this.#body(depth);
    return attributes === null ? null : { type, labels, attributes };
  }
  #body(depth) {
    const attributes = /* @__PURE__ */ Object.create(null);
    for (; ; ) {
      this.#skipLines();
      const token = this.#peek();
      if (token === null) return null;
      if (token === "}") {
        this.#at++;
        return { ...attributes };
      }
      if (this.#tokens[this.#at + 1] === "=") {
        this.#at += 2;
        attributes[unquoted(token)] = this.#expression();
      } else if (this.block(depth + 1) === null) return null;
    }
  }
  /** An expression up to the end of its line, or of its element. What is more than a literal is null. */
  #expression(closers = "", depth = 0) {
    const start = this.#at;
    const value = this.#literal(depth);
    const after = this.#peek();
    if (value !== void 0 && (after === null || after === "\n" || after === "," || closers.includes(after)))
      return value;
    this.#at = start;
    for (let open2 = 0; ; this.#at++) {
      const token = this.#peek();
      if (token === null) return null;
      if (open2 === 0 && (token === "\n" || token === "," || token === "}" || token === "]" || token === ")"))
        return null;
      if ("([{".includes(token)) open2++;
      else if (")]}".includes(token)) open2--;
    }
  }
  #literal(depth) {
    const token = this.#next();
    if (token === null || depth > DEEPEST) return void 0;
    if (token.startsWith('"')) return unquoted(token);
    if (token === "[") return this.#list(depth);
    if (token === "{") return this.#object(depth);
    return /^(-?\d[\w.]*|true|false)$/.test(token) ? token : void 0;
  }
  #list(depth) {
    const items = [];
    for (; ; ) {
      this.#skipLines();
      const token = this.#peek();
      if (token === null || token === "for") return void 0;
      if (token === "]") {
        this.#at++;
        return items;
      }
      if (token === ",") this.#at++;
      else items.push(this.#expression("]", depth + 1));
      if (items.length > 1e4 || this.#peek() === "}" || this.#peek() === ")") return void 0;
    }
  }
  #object(depth) {
    const entries = [];
    for (; ; ) {
      this.#skipLines();
      const key = this.#next();
      if (key === "}") return Object.fromEntries(entries);
      if (key === ",") continue;
      const sign = this.#next();
      if (key === null || key === "for" || !/^["\w]/.test(key) || sign !== "=" && sign !== ":") return void 0;
      entries.push([unquoted(key), this.#expression("}", depth + 1)]);
    }
  }
  #skipLines() {
    while (this.#peek() === "\n") this.#at++;
  }
  #peek() {
    return this.#tokens[this.#at] ?? null;
  }
  #next() {
    const token = this.#peek();
    this.#at++;
    return token;
  }
};
function tokensOf(text5) {
  const tokens = [];
  const pattern = new RegExp(TOKEN);
  for (let match = pattern.exec(text5); match !== null; match = pattern.exec(text5)) {
    const [token] = match;
    if (token.length === 1 && OPEN.test(text5.slice(match.index, match.index + 4))) break;
    if (!/^([^\S\n]|#|\/\/|\/\*)/.test(token)) tokens.push(token);
  }
  return tokens;
}
function unquoted(token) {
  if (!token.startsWith('"')) return token;
  return withoutTemplates(token.slice(1, -1).replace(/\\(["\\])/g, "$1"));
}

// src/evidence/bases/inference/paths.ts
import { posix as posix3 } from "node:path";
function insideRepository(...parts) {
  if (parts.some((part) => !isKnown(part) || isAddress(part))) return null;
  const path = posix3.normalize(posix3.join(...parts.map((part) => part.replaceAll("\\", "/"))));
  const absolute = parts.some((part) => /^([\\/]|[A-Za-z]:)/.test(part));
  if (absolute || path === ".." || path.startsWith("../")) return null;
  return path.replace(/\/+$/, "");
}
function isAddress(text5) {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text5) || text5.startsWith("git@") || text5.startsWith("github.com/");
}

// src/evidence/bases/inference/yaml-text.ts
var import_yaml = __toESM(require_dist(), 1);
function readYaml(text5) {
  try {
    const lines2 = new import_yaml.LineCounter();
    const document2 = (0, import_yaml.parseDocument)(text5, { lineCounter: lines2, prettyErrors: false, merge: true, logLevel: "silent" });
    if (document2.errors.length > 0) return null;
    const value = document2.toJS({ maxAliasCount: 100 });
    const lineOf2 = (path) => {
      const node = document2.getIn(path, true);
      return Math.max(1, lines2.linePos((0, import_yaml.isNode)(node) && node.range ? node.range[0] : 0).line);
    };
    return { value, lineOf: lineOf2 };
  } catch {
    return null;
  }
}
function mapOf(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
function textOf2(value) {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

// src/evidence/bases/inference/bake.ts
function bakeBuilds(text5, file, exists) {
  const targets = file.endsWith(".json") ? fromJson(text5) : fromHcl(text5);
  return [...targets.keys()].flatMap((name) => {
    const target = inherited(name, targets, /* @__PURE__ */ new Set());
    if (target === null || "matrix" in target || "dockerfile-inline" in target) return [];
    const context = plain(target["context"] ?? ".");
    const written = plain(target["dockerfile"] ?? "Dockerfile");
    const args = target["args"] === void 0 ? {} : target["args"];
    const stage2 = target["target"] === void 0 ? null : plain(target["target"]);
    if (context === null || written === null || args === null || stage2?.includes(UNKNOWN)) return [];
    const dockerfile = ["", posix4.dirname(file)].map((folder) => insideRepository(folder, context, written)).find((path) => path !== null && exists(path));
    if (!dockerfile) return [];
    const tags = listOf(target["tags"]).map((tag) => plain(tag) ?? UNKNOWN);
    const given = Object.fromEntries(Object.entries(mapOf(args)).map(([key, value]) => [key, plain(value)]));
    return [{ tags, dockerfile, target: stage2, ...splitArgs(given), place: `target ${name} in ${file}` }];
  });
}
function fromHcl(text5) {
  const blocks = readHcl(text5).filter(({ type }) => type === "target");
  return new Map(blocks.map(({ labels, attributes }) => [labels[0] ?? "", attributes]));
}
function fromJson(text5) {
  try {
    return new Map(
      Object.entries(mapOf(mapOf(JSON.parse(text5))["target"])).map(([name, target]) => [name, mapOf(target)])
    );
  } catch {
    return /* @__PURE__ */ new Map();
  }
}
function inherited(name, targets, open2) {
  const own = targets.get(name);
  if (own === void 0 || open2.has(name) || open2.size > 20) return null;
  open2.add(name);
  let merged = {};
  for (const parent of own["inherits"] === void 0 ? [] : [own["inherits"]].flat()) {
    const from = typeof parent === "string" ? inherited(parent, targets, open2) : null;
    if (from === null) return null;
    merged = { ...merged, ...from, args: { ...mapOf(merged["args"]), ...mapOf(from["args"]) } };
  }
  open2.delete(name);
  const args = own["args"] === null ? null : { ...mapOf(merged["args"]), ...mapOf(own["args"]) };
  return { ...merged, ...own, args };
}
function plain(value) {
  const text5 = textOf2(value);
  return text5 === null ? null : withoutTemplates(text5);
}

// src/evidence/bases/inference/compose.ts
import { posix as posix5 } from "node:path";
function composeBuilds(text5, file) {
  const yaml = readYaml(text5);
  if (yaml === null) return [];
  const services = Object.entries(mapOf(mapOf(yaml.value)["services"]));
  return services.flatMap(([name, service]) => {
    const { build, image } = mapOf(service);
    const long = typeof build === "string" ? { context: build } : mapOf(build);
    const dockerfile = dockerfileOf(long, posix5.dirname(file));
    const tags = [image, ...listOf(long["tags"])].flatMap((tag) => interpolated(tag) ?? []);
    if (build === void 0 || dockerfile === null || tags.length === 0) return [];
    const line = yaml.lineOf(["services", name, image === void 0 ? "build" : "image"]);
    const target = long["target"] === void 0 ? null : interpolated(long["target"]);
    if (target?.includes(UNKNOWN)) return [];
    return [{ tags, dockerfile, target, ...splitArgs(argsOf(long["args"])), place: `${file}:${line}` }];
  });
}
function dockerfileOf(build, folder) {
  if ("dockerfile_inline" in build) return null;
  const context = interpolated(build["context"] ?? ".");
  const dockerfile = interpolated(build["dockerfile"] ?? "Dockerfile");
  return context === null || dockerfile === null ? null : insideRepository(folder, context, dockerfile);
}
function argsOf(args) {
  const entries = Array.isArray(args) ? args.map((arg) => {
    const words3 = interpolated(arg) ?? "";
    const equals = words3.indexOf("=");
    return equals < 0 ? [words3, null] : [words3.slice(0, equals), words3.slice(equals + 1)];
  }) : Object.entries(mapOf(args)).map(([name, value]) => [name, interpolated(value)]);
  return Object.fromEntries(entries);
}
function interpolated(value) {
  const text5 = textOf2(value);
  if (text5 === null) return null;
  const parts = text5.split("$$").map((part) => withoutTemplates(part).replace(/\$[A-Za-z_]\w*/g, UNKNOWN));
  return parts.join("$");
}

// src/evidence/bases/inference/repository-files.ts
import { join as join10, posix as posix6 } from "node:path";

// src/evidence/git.ts
async function askGit(folder, args, { exec, env }, timeoutMs = 6e4) {
  const safe = ["-C", folder, "-c", "core.fsmonitor=false", ...args];
  const result = await exec.run("git", safe, { env: env.pick(["PATH", "HOME", "SystemRoot"]), timeoutMs }).catch(() => null);
  return result === null || result.exitCode !== 0 || result.timedOut ? null : result.stdout;
}

// src/evidence/bases/inference/repository-files.ts
var MOST_WALKED = 5e3;
var DEEPEST2 = 5;
async function repositoryFiles(root, host) {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const listing = await askGit(root, args, host, 2e4);
  const found = listing === null ? await walk2(root, host) : listing.split("\0");
  return [...new Set(found.filter((path) => path !== ""))].sort();
}
async function walk2(root, { files }) {
  const found = [];
  const folders = [["", 0]];
  let seen = 0;
  for (const [folder, depth] of folders) {
    const names = await files.list(join10(root, folder)).catch(() => []);
    for (const name of names) {
      seen++;
      if (seen > MOST_WALKED) return found;
      const path = posix6.join(folder, name);
      const kind = (await files.stat(join10(root, path)).catch(() => null))?.kind;
      if (kind === "file") found.push(path);
      const isOpen = name === ".github" || !(name.startsWith(".") || name === "node_modules");
      if (kind === "directory" && isOpen && depth < DEEPEST2) folders.push([path, depth + 1]);
    }
  }
  return found;
}

// src/evidence/bases/inference/docker-command.ts
var BEFORE = /* @__PURE__ */ new Set(["sudo", "time", "exec", "then", "do", "else", "if", "!", "{"]);
var BUILD = /^(?:docker|podman|nerdctl|buildah) (?:(?:buildx|image|builder) )?(?:build|bud|b)$/;
var WITH_VALUE = new Set(
  "--add-host --allow --annotation --attest --build-context --builder --cache-from --cache-to --call --cgroup-parent --cpu-period --cpu-quota --cpu-shares -c --cpuset-cpus --cpuset-mems --iidfile --isolation --label --memory -m --memory-swap --metadata-file --network --no-cache-filter --output -o --platform --progress --provenance --sbom --secret --security-opt --shm-size --ssh --ulimit --arch --os --variant --volume -v --format --env".split(" ")
);
var READ = /* @__PURE__ */ new Map([
  ["-t", "tag"],
  ["--tag", "tag"],
  ["-f", "file"],
  ["--file", "file"],
  ["--target", "target"],
  ["--build-arg", "arg"]
]);
function dockerBuild(command, folder, place) {
  const words3 = withoutPrefix(command);
  const length = [3, 2].find((count4) => words3.length >= count4 && BUILD.test(words3.slice(0, count4).join(" ")));
  if (length === void 0) return null;
  const { options, operands } = split(words3.slice(length));
  const [context = ".", ...more] = operands;
  const file = options.get("file")?.at(-1);
  const target = options.get("target")?.at(-1) ?? null;
  const tags = options.get("tag") ?? [];
  if (context === "-" || file === "-" || more.length > 0 || tags.length === 0) return null;
  if (!isKnown(context) || target !== null && !isKnown(target)) return null;
  const dockerfile = file === void 0 ? insideRepository(folder, context, "Dockerfile") : insideRepository(folder, file);
  if (dockerfile === null) return null;
  const args = (options.get("arg") ?? []).map((text5) => {
    const equals = text5.indexOf("=");
    return equals < 0 ? [text5, null] : [text5.slice(0, equals), text5.slice(equals + 1)];
  });
  return { tags, dockerfile, target, ...splitArgs(Object.fromEntries(args)), place };
}
function withoutPrefix(command) {
  const start = command.findIndex((word) => !BEFORE.has(word) && !/^[A-Za-z_]\w*=/.test(word));
  return start < 0 ? [] : command.slice(start);
}
function split(words3) {
  const options = /* @__PURE__ */ new Map();
  const operands = [];
  for (let at = 0; at < words3.length; at++) {
    const word = words3[at] ?? "";
    if (/^\d*[<>]/.test(word)) break;
    if (!word.startsWith("-") || word === "-") {
      operands.push(word);
      continue;
    }
    const equals = word.startsWith("--") ? word.indexOf("=") : -1;
    const name = equals < 0 ? word : word.slice(0, equals);
    const short = READ.get(word.slice(0, 2));
    if (READ.has(name)) add(options, READ.get(name) ?? "", equals < 0 ? words3[++at] ?? "" : word.slice(equals + 1));
    else if (!word.startsWith("--") && short !== void 0) add(options, short, word.slice(2));
    else if (equals < 0 && WITH_VALUE.has(name)) at++;
  }
  return { options, operands };
}
function add(options, name, value) {
  options.set(name, [...options.get(name) ?? [], value]);
}

// src/evidence/bases/inference/expressions.ts
function expand(text5, scope) {
  const plain2 = text5.replace(/\$\{\{([^{}]{0,200})\}\}/g, (_, expression) => read2(expression.trim(), scope));
  return plain2.replaceAll("${{", UNKNOWN);
}
function withEnv(scope, env) {
  const entries = Object.entries(mapOf(env)).map(([name, value]) => [
    name,
    expand(textOf2(value) ?? UNKNOWN, scope)
  ]);
  return { ...scope, env: new Map([...scope.env, ...entries]) };
}
function read2(expression, { env, matrix, repository }) {
  const [context = "", ...path] = expression.split(".");
  if (context === "env" && path.length === 1) return env.get(path[0] ?? "") ?? UNKNOWN;
  if (context === "matrix") {
    return textOf2(path.reduce((value, key) => mapOf(value)[key], matrix)) ?? UNKNOWN;
  }
  if (expression === "github.repository") return repository ?? UNKNOWN;
  if (expression === "github.repository_owner") return repository?.split("/")[0] ?? UNKNOWN;
  return UNKNOWN;
}

// src/evidence/bases/inference/matrix.ts
var MOST = 256;
function matrixJobs(strategy) {
  const { include, exclude, ...axes } = mapOf(mapOf(strategy)["matrix"]);
  const lists = Object.entries(axes).filter(([, values]) => Array.isArray(values));
  let jobs = [{}];
  for (const [name, values] of lists) {
    jobs = jobs.flatMap((job) => listOf(values).map((value) => ({ ...job, [name]: value }))).slice(0, MOST);
  }
  const dropped = listOf(exclude).map(mapOf);
  const kept = jobs.filter((job) => !dropped.some((entry) => agrees(job, entry, Object.keys(entry))));
  const names = lists.map(([name]) => name);
  const result = lists.length === 0 && listOf(include).length > 0 ? [] : kept;
  for (const entry of listOf(include).slice(0, MOST).map(mapOf)) {
    const overlap = Object.keys(entry).filter((key) => names.includes(key));
    const extended = lists.length === 0 ? [] : result.filter((job) => agrees(job, entry, overlap));
    if (extended.length === 0) result.push({ ...entry });
    for (const job of extended) Object.assign(job, entry);
  }
  return result;
}
function agrees(job, entry, keys3) {
  return keys3.every((key) => textOf2(job[key]) === textOf2(entry[key]) && textOf2(entry[key]) !== null);
}

// src/evidence/bases/inference/shell-commands.ts
var PIECE = /([^\S\n]+)|(\\\n)|(#[^\n]*)|(\n|;;?|&&?|\|\|?|[()])|'([^']*)'|"((?:[^"\\]|\\.)*)"|(\$\{[^}\n]{0,200}\}|\$[A-Za-z_]\w*|\$[^\s\w]?|`[^`]*`)|\\(.)|([^\s;&|()'"$`\\#]+|#|.)/sy;
function shellCommands(script, variables) {
  const commands = [[]];
  let word = null;
  const endWord = () => {
    if (word !== null) commands.at(-1)?.push(word);
    word = null;
  };
  const pattern = new RegExp(PIECE);
  for (let match = pattern.exec(script); match !== null; match = pattern.exec(script)) {
    const [piece, blank, joint, comment, operator, single, double, variable, escaped, plain2] = match;
    if (blank !== void 0 || joint !== void 0) endWord();
    else if (comment !== void 0) {
      if (word === null) continue;
      word += "#";
      pattern.lastIndex = match.index + 1;
    } else if (operator !== void 0) {
      endWord();
      if (operator === "(" || operator === ")") commands.push([operator]);
      commands.push([]);
    } else if (variable !== void 0) word = (word ?? "") + expansionOf(variable, variables);
    else if (double !== void 0) word = (word ?? "") + expanded(double, variables);
    else word = (word ?? "") + (single ?? escaped ?? plain2 ?? piece);
  }
  endWord();
  return commands.filter((command) => command.length > 0);
}
function expanded(text5, variables) {
  return text5.replace(
    /\\(.)|\$\([^)]{0,200}\)|\$\{[^}]{0,200}\}|\$[A-Za-z_]\w*|\$[({]|`[^`]*`/gs,
    (match, escaped) => {
      if (escaped === void 0) return expansionOf(match, variables);
      return escaped === "\n" ? "" : '"$`\\'.includes(escaped) ? escaped : match;
    }
  );
}
function expansionOf(expansion, variables) {
  const name = /^\$\{?([A-Za-z_]\w*)\}?$/.exec(expansion)?.[1];
  return (name === void 0 ? void 0 : variables.get(name)) ?? UNKNOWN;
}

// src/evidence/bases/inference/workflow.ts
var MOST_EFFORT = 4e6;
function workflowBuilds(text5, file, repository) {
  const yaml = readYaml(text5);
  if (yaml === null) return [];
  const workflow = mapOf(yaml.value);
  let effort = 0;
  return Object.entries(mapOf(workflow["jobs"])).flatMap(([name, value]) => {
    const job = mapOf(value);
    const steps = listOf(job["steps"]).map(mapOf);
    const folder = [job, workflow].map((level) => textOf2(mapOf(mapOf(level["defaults"])["run"])["working-directory"]));
    return matrixJobs(job["strategy"]).flatMap((matrix) => {
      const outer = withEnv({ env: /* @__PURE__ */ new Map(), matrix, repository }, workflow["env"]);
      const scope = withEnv(outer, job["env"]);
      return steps.flatMap((step, index) => {
        effort += 100 + (textOf2(step["run"])?.length ?? 0);
        if (effort > MOST_EFFORT) return [];
        const place = `${file}:${yaml.lineOf(["jobs", name, "steps", index, "uses" in step ? "uses" : "run"])}`;
        const inner = withEnv(scope, step["env"]);
        if (textOf2(step["uses"])?.startsWith("docker/build-push-action@")) {
          return buildPush(mapOf(step["with"]), steps, inner, place) ?? [];
        }
        const script = textOf2(step["run"]);
        const start = textOf2(step["working-directory"]) ?? folder[0] ?? folder[1] ?? ".";
        return script === null ? [] : scriptBuilds(script, expand(start, inner), inner, place);
      });
    });
  });
}
function buildPush(inputs, steps, scope, place) {
  const input = (name) => {
    const text5 = textOf2(inputs[name]);
    return text5 === null || text5.trim() === "" ? null : expand(text5, scope).trim();
  };
  const context = (input("context") ?? ".").replace(/^\{\{defaultContext\}\}:?/, "");
  const file = input("file");
  const dockerfile = file === null ? insideRepository(context, "Dockerfile") : insideRepository(file);
  const target = input("target");
  const tags = tagsOf(textOf2(inputs["tags"]) ?? "", steps, scope);
  if (dockerfile === null || tags.length === 0 || target !== null && !isKnown(target)) return null;
  const args = (input("build-args") ?? "").split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
  const pairs = args.map((line) => {
    const equals = line.indexOf("=");
    return equals < 0 ? [line, null] : [line.slice(0, equals), line.slice(equals + 1)];
  });
  if (pairs.some(([name]) => !isKnown(name))) return null;
  return { tags, dockerfile, target, ...splitArgs(Object.fromEntries(pairs)), place };
}
function tagsOf(text5, steps, scope) {
  return lines(text5).flatMap((line) => {
    const id = /^\$\{\{\s*steps\.([\w-]+)\.outputs\.tags\s*\}\}$/.exec(line)?.[1];
    const step = id === void 0 ? void 0 : steps.find((other) => other["id"] === id);
    if (!textOf2(step?.["uses"])?.startsWith("docker/metadata-action@")) return [expand(line, scope)];
    const images = lines(textOf2(mapOf(step?.["with"])["images"]) ?? "");
    return images.map((image) => `${expand(image, scope).replace(/^name=/, "")}:${UNKNOWN}`);
  });
}
function lines(text5) {
  return text5.split(/\r?\n|,/).map((line) => line.trim()).filter((line) => line !== "" && !/^(enable|type)=/.test(line));
}
function scriptBuilds(script, start, scope, place) {
  let folder = insideRepository(start);
  const outer = [];
  const found = [];
  for (const command of shellCommands(expand(script, scope), scope.env)) {
    const [first, to] = command;
    if (first === "(") outer.push(folder);
    else if (first === ")") folder = outer.pop() ?? null;
    else if (first === "cd" || first === "pushd") {
      folder = folder === null || to === void 0 ? null : insideRepository(folder, to);
    } else if (first === "popd") folder = null;
    else if (folder !== null) found.push(...[dockerBuild(command, folder, place) ?? []].flat());
  }
  return found;
}

// src/evidence/bases/inference/find-builds.ts
var LARGEST5 = 512 * 1024;
var LARGEST_TOGETHER = 4 * 1024 * 1024;
async function findBuilds(root, host) {
  const files = await repositoryFiles(root, host);
  const all = new Set(files);
  const repository = host.env.get("GITHUB_REPOSITORY") ?? null;
  const readerOf = (file) => {
    const name = file.split("/").at(-1) ?? "";
    if (/^(docker-)?compose([.-][\w.-]+)?\.ya?ml$/.test(name)) return composeBuilds;
    if (/^docker-bake([.-][\w.-]+)?\.(json|hcl)$/.test(name)) {
      return (text5, path) => bakeBuilds(text5, path, (dockerfile) => all.has(dockerfile));
    }
    const isWorkflow = /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file);
    return isWorkflow ? (text5, path) => workflowBuilds(text5, path, repository) : null;
  };
  const steps = [];
  let left = LARGEST_TOGETHER;
  for (const file of files) {
    const read3 = readerOf(file);
    if (read3 === null) continue;
    const text5 = await host.files.readText(join11(root, file), Math.min(LARGEST5, left)).catch(() => "");
    left -= text5.length;
    if (/build|target/.test(text5)) steps.push(...read3(text5, file).filter(({ dockerfile }) => all.has(dockerfile)));
  }
  return { steps, dockerfiles: files.filter(isDockerfile) };
}
function isDockerfile(path) {
  return /(^|\/)(Dockerfile(\.[^/]+)?|[^/]+\.Dockerfile|Containerfile)$/.test(path) && !path.endsWith(".dockerignore");
}

// src/evidence/bases/official-images.ts
var OFFICIAL = new Set(
  "adminer aerospike almalinux alpine alt amazoncorretto amazonlinux arangodb archlinux bash bonita buildpack-deps busybox caddy cassandra centos chronograf cirros clearlinux clefos clickhouse clojure composer convertigo couchbase couchdb crate dart debian docker drupal eclipse-mosquitto eclipse-temurin elasticsearch elixir emqx erlang fedora flink fluentd friendica gazebo gcc geonetwork ghost golang gradle groovy haproxy haskell haxe hitch httpd hylang ibmjava influxdb irssi java jetty joomla jruby julia kapacitor kibana kong krakend lightstreamer liquibase logstash mageia mariadb matomo maven mediawiki memcached mongo mongo-express monica mysql nats neo4j neurodebian nextcloud nginx node odoo open-liberty openjdk oraclelinux orientdb percona perl photon php phpmyadmin plone postfixadmin postgres pypy python r-base rabbitmq rakudo-star redis redmine registry rethinkdb rocket.chat rockylinux ros ruby rust sapmachine satosa scratch silverpeas solr sonarqube spark spiped storm swift swipl telegraf tomcat tomee traefik ubuntu unit varnish vault wordpress xwiki yourls znc zookeeper".split(" ")
);
function isOfficialImage({ registry, repository }) {
  return registry === "docker.io" && repository.startsWith("library/") && OFFICIAL.has(repository.slice("library/".length));
}

// src/evidence/bases/suggestion.ts
import { posix as posix7 } from "node:path";
function suggestion(wanted, sameRepository, { steps, dockerfiles }) {
  const name = `${wanted.registry}/${wanted.repository}`;
  const [same2] = sameRepository;
  if (same2 !== void 0) {
    const why = isOfficialImage(wanted) ? ", the name of a public image" : wanted.digest === null ? " with another tag" : " and FROM pins a digest, which may be an older build";
    return `perhaps ${same2.dockerfile}: ${same2.place} builds ${name}${why}; ${advice(same2.dockerfile)}`;
  }
  if (isOfficialImage(wanted)) return null;
  const last = name.split("/").at(-1) ?? "";
  const alike = steps.find(({ tags }) => tags.some((tag) => couldBe(tag, name) || lastSegment(tag) === last));
  if (alike !== void 0) {
    return `perhaps ${alike.dockerfile}: ${alike.place} builds an image of a name like this; ${advice(alike.dockerfile)}`;
  }
  const named = dockerfiles.find((path) => isNamed(path, last));
  return named === void 0 ? null : `perhaps ${named}, by its name; ${advice(named)}`;
}
function advice(dockerfile) {
  return `if so, name ${dockerfile} under bases in the policy file`;
}
function couldBe(tag, name) {
  if (!tag.includes(UNKNOWN)) return false;
  const [start = "", ...rest] = withoutTag(tag).split(UNKNOWN);
  const end = rest.at(-1) ?? "";
  return end.length > 3 && name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
}
function lastSegment(tag) {
  return withoutTag(tag).split("/").at(-1) ?? "";
}
function withoutTag(tag) {
  const colon = tag.lastIndexOf(":");
  return colon > tag.lastIndexOf("/") ? tag.slice(0, colon) : tag;
}
function isNamed(path, last) {
  const file = posix7.basename(path);
  const names = [
    posix7.basename(posix7.dirname(path)),
    ...file.startsWith("Dockerfile.") ? [file.slice("Dockerfile.".length)] : [],
    ...file.endsWith(".Dockerfile") ? [file.slice(0, -".Dockerfile".length)] : []
  ];
  return names.some((name) => name.length > 1 && (last === name || last.endsWith(`-${name}`)));
}

// src/evidence/bases/repository-finder.ts
var MOST_VARIANTS = 12;
function repositoryBases(load) {
  let loaded = null;
  return async ({ parsed: parsed2 }) => {
    loaded ??= load().then((builds2) => ({ builds: builds2, tagged: builds2.steps.flatMap(taggedBy) }));
    const { builds, tagged } = await loaded;
    const same2 = tagged.filter(
      ({ registry, repository }) => registry === parsed2.registry && repository === parsed2.repository
    );
    const matching = narrowed(same2, parsed2);
    const [first] = matching;
    if (first !== void 0 && parsed2.digest === null && !isOfficialImage(parsed2))
      return foundBy(matching.map(({ step }) => step));
    const words3 = suggestion(
      parsed2,
      same2.map(({ step }) => step),
      builds
    );
    return words3 === null ? null : { kind: "none", reason: words3 };
  };
}
function taggedBy(step) {
  return step.tags.flatMap((text5) => {
    const colon = text5.lastIndexOf(":");
    const hasTag2 = colon > text5.lastIndexOf("/");
    const name = hasTag2 ? text5.slice(0, colon) : text5;
    const written = hasTag2 ? text5.slice(colon + 1) : "latest";
    const parsed2 = isKnown(name) ? parseImageReference(name) : null;
    if (parsed2 === null) return [];
    const { registry, repository } = parsed2;
    return [{ step, registry, repository, tag: isKnown(written) ? written : null }];
  });
}
function narrowed(same2, { tag }) {
  const wanted = tag ?? "latest";
  const exact2 = same2.filter((one2) => one2.tag === wanted);
  return exact2.length > 0 ? exact2 : same2.filter((one2) => one2.tag === null);
}
function foundBy(steps) {
  const places = [...new Set(steps.map(({ place }) => place))];
  const says = `built from ${steps[0]?.dockerfile ?? ""} by ${listed(places)}`;
  const files = new Set(steps.map(({ dockerfile: dockerfile2, target: target2 }) => JSON.stringify([dockerfile2, target2])));
  const [first] = steps;
  if (first === void 0 || files.size > 1) {
    const ways = [...new Set(steps.map(({ dockerfile: dockerfile2, place }) => `${dockerfile2} (${place})`))];
    return { kind: "none", reason: `it is built in several ways: ${listed(ways)}; ${ADVICE}` };
  }
  const variants = distinct(steps.flatMap(({ args, unknownArgs }) => withUnknown(args, unknownArgs)));
  if (variants.length > MOST_VARIANTS) {
    return { kind: "none", reason: `it is built with ${variants.length} sets of build arguments; ${ADVICE}` };
  }
  const { dockerfile, target } = first;
  const build = { dockerfile, target, variants, says, certain: false };
  return { kind: "build", build };
}
var ADVICE = "name its Dockerfile under bases in the policy file";
function distinct(variants) {
  return [...new Map(variants.map((variant) => [JSON.stringify(variant), variant])).values()];
}
function listed(items) {
  const shown2 = items.slice(0, 5).join(", ");
  return items.length > 5 ? `${shown2} and ${items.length - 5} more` : shown2;
}

// src/dockerfile/budget.ts
var MAX_SUBSTITUTED = 2 ** 26;
var MAX_TRIGGERS = 1e5;
var Budget2 = class {
  #substituted = 0;
  #triggers = 0;
  /** Throws Overload. */
  spendCharacters(characters) {
    this.#substituted += characters;
    if (this.#substituted > MAX_SUBSTITUTED) throw new Overload("the values of variables add up to more than 64 MiB");
  }
  /** Throws Overload. */
  spendTrigger() {
    this.#triggers += 1;
    if (this.#triggers > MAX_TRIGGERS) throw new Overload(`more than ${MAX_TRIGGERS} ONBUILD instructions would run`);
  }
};

// src/dockerfile/port-set.ts
var PORTS = 65536;
var PortSet = class {
  #entries = /* @__PURE__ */ new Map();
  #next = /* @__PURE__ */ new Map();
  add(range, known2, from) {
    const next = this.#nextFree(range.protocol);
    for (let port = find(next, range.start); port <= range.end; port = find(next, port)) {
      this.addEntry({ value: `${port}/${range.protocol}`, known: known2, from });
      next[port] = port + 1;
    }
  }
  /** An entry as an image config has it. */
  addEntry(entry) {
    if (!this.#entries.has(entry.value)) this.#entries.set(entry.value, entry);
  }
  sorted() {
    return [...this.#entries.values()].sort((a, b) => a.value < b.value ? -1 : 1);
  }
  #nextFree(protocol) {
    const known2 = this.#next.get(protocol);
    if (known2 !== void 0) return known2;
    const fresh = new Uint32Array(PORTS + 1);
    for (let port = 0; port <= PORTS; port++) fresh[port] = port;
    this.#next.set(protocol, fresh);
    return fresh;
  }
};
function find(next, from) {
  let root = from;
  while (next[root] !== void 0 && next[root] !== root) root = next[root] ?? root;
  for (let at = from; at !== root; ) {
    const step = next[at] ?? root;
    next[at] = root;
    at = step;
  }
  return root;
}

// src/dockerfile/effective-config.ts
function toEffectiveConfig(state) {
  const lists = collect(state);
  return {
    user: state.user,
    exposedPorts: lists.ports,
    healthcheck: state.healthcheck,
    entrypoint: state.entrypoint,
    cmd: state.cmd,
    env: lists.env,
    workingDir: state.workingDir,
    labels: lists.labels,
    volumes: lists.volumes,
    stopSignal: state.stopSignal,
    shell: state.shell
  };
}
function collect(state) {
  const ports = new PortSet();
  const env = new EnvList();
  const labels = /* @__PURE__ */ new Map();
  const volumes = /* @__PURE__ */ new Map();
  let complete = { exposedPorts: true, env: true, labels: true, volumes: true };
  for (const { known: known2, from, ...addition } of inOrder(state)) {
    if (addition.kind === "env") env.set(addition.name, { value: `${addition.name}=${addition.value}`, known: known2, from });
    else if (addition.kind === "label") {
      labels.set(addition.name, { value: `${addition.name}=${addition.value}`, known: known2, from });
    } else if (addition.kind === "volume") addNew(volumes, { value: addition.path, known: known2, from });
    else if (addition.kind === "expose") ports.add(addition.range, known2, from);
    else {
      const { config } = addition.base;
      const placed2 = (list) => list.entries.map((entry) => ({ ...entry, from: entry.from ?? addition.line }));
      for (const entry of placed2(config.exposedPorts)) ports.addEntry(entry);
      for (const entry of placed2(config.env)) env.add(entry);
      for (const entry of placed2(config.labels)) labels.set(keyOf(entry.value), entry);
      for (const entry of placed2(config.volumes)) addNew(volumes, entry);
      complete = {
        exposedPorts: config.exposedPorts.complete,
        env: config.env.complete,
        labels: config.labels.complete,
        volumes: config.volumes.complete
      };
    }
  }
  return {
    ports: { entries: ports.sorted(), complete: complete.exposedPorts },
    env: { entries: env.entries, complete: complete.env },
    labels: { entries: [...labels.values()], complete: complete.labels },
    volumes: { entries: [...volumes.values()], complete: complete.volumes }
  };
}
function inOrder(state) {
  const additions = [];
  for (let node = state.additions; node !== null; node = node.before) additions.push(node.last);
  return additions.reverse();
}
var EnvList = class {
  entries = [];
  #places = /* @__PURE__ */ new Map();
  set(name, entry) {
    const place = this.#places.get(name);
    if (place === void 0) this.add(entry);
    else this.entries[place] = entry;
  }
  add(entry) {
    const name = keyOf(entry.value);
    if (!this.#places.has(name)) this.#places.set(name, this.entries.length);
    this.entries.push(entry);
  }
};
function keyOf(entry) {
  const equals = entry.indexOf("=");
  return equals < 0 ? entry : entry.slice(0, equals);
}
function addNew(entries, entry) {
  if (!entries.has(entry.value)) entries.set(entry.value, entry);
}

// src/dockerfile/global-args.ts
var EPOCH = "SOURCE_DATE_EPOCH";
function evaluateGlobalArgs(parsed2, options) {
  const given = new Map(Object.entries(options.given));
  const globals = predefined(options.platform, options.target || parsed2.stages.at(-1)?.from.name || "default", given);
  const scope = globalScope(globals, options.budget);
  for (const { command, instruction } of parsed2.globalArgs) {
    if (command.kind !== "arg") continue;
    for (const { name, value } of command.args) {
      const set = given.get(name);
      if (set !== void 0) globals.set(name, set);
      else if (value !== null) {
        const line = instruction.location.startLine;
        globals.set(name, atLine(line, () => expandWord(value, scope, { escapeToken: parsed2.escapeToken })).text);
      }
    }
  }
  settleEpoch(parsed2, globals, given);
  return { globals, given };
}
function globalScope(globals, budget) {
  return {
    lookup: (name) => {
      const value = globals.get(name);
      return value === void 0 ? null : { value, known: true };
    },
    complete: true,
    spend: (characters) => budget.spendCharacters(characters)
  };
}
function predefined(platform, stage2, given) {
  const defaults = {
    BUILDPLATFORM: formatPlatform(platform),
    BUILDOS: platform.os,
    BUILDOSVERSION: platform.osVersion,
    BUILDARCH: platform.architecture,
    BUILDVARIANT: platform.variant,
    TARGETPLATFORM: formatPlatformFully(platform),
    TARGETOS: platform.os,
    TARGETOSVERSION: platform.osVersion,
    TARGETARCH: platform.architecture,
    TARGETVARIANT: platform.variant,
    TARGETSTAGE: stage2
  };
  return new Map(Object.entries(defaults).map(([name, value]) => [name, given.get(name) ?? value]));
}
function settleEpoch(parsed2, globals, given) {
  const value = given.get(EPOCH) ?? globals.get(EPOCH) ?? "";
  const seconds = parseInteger(value);
  const stages = parsed2.stages.map((stage2) => stage2.from.name);
  if (value !== "" && value !== "context" && seconds === null && !stages.includes(value.toLowerCase())) {
    throw new DockerfileError(`invalid ${EPOCH}: ${value}`, 1);
  }
  for (const args of [given, globals]) {
    if (!args.has(EPOCH)) continue;
    if (seconds === null) args.delete(EPOCH);
    else args.set(EPOCH, String(seconds));
  }
}

// src/dockerfile/pulled-images.ts
function listPulledImages(nodes, syntax) {
  const pulled = [];
  if (syntax !== null) {
    const { reference, location } = syntax;
    pulled.push({ reference, written: reference, via: "syntax", stage: null, location });
  }
  for (const node of nodes) {
    if (node.stage === null) continue;
    const base = node.parent === null ? outerBase(node) : null;
    if (base !== null) pulled.push(base);
    for (const { step, sources } of node.steps) {
      for (const source of sources) {
        if (source.stage !== null || source.base === SCRATCH) continue;
        const { written, base: reference } = source;
        const via = step.command.kind === "run" ? "mount" : "copy";
        pulled.push({ reference, written, via, stage: node.position, location: step.instruction.location });
      }
    }
  }
  return pulled;
}
function outerBase(root) {
  if (root.base === SCRATCH) return null;
  return { reference: root.base, written: root.written, via: "from", stage: root.position, location: root.location };
}

// src/dockerfile/reachable.ts
function resolveReachable(graph, target, baseOf2, budget) {
  const triggers = /* @__PURE__ */ new Map();
  const size = graph.nodes.length;
  const reached = /* @__PURE__ */ new Set([target]);
  for (const node of reached) {
    if (node.stage !== null) runTriggers(graph, node, leftBehind(node, baseOf2), triggers, budget);
    if (node.parent !== null) reached.add(node.parent);
    for (const source of node.sources) reached.add(source);
  }
  graph.validateReferences(size);
  return [...reached].sort((a, b) => a.position - b.position);
}
function leftBehind(node, baseOf2) {
  if (node.parent === null) return baseOf2(node).onBuild;
  return node.parent.steps.flatMap(
    ({ step: { command, instruction } }) => command.kind === "onbuild" ? [{ value: command.trigger, known: true, from: instruction.location }] : []
  );
}
function runTriggers(graph, node, texts3, cache, budget) {
  const line = node.location.startLine;
  const steps = texts3.map(({ value, from }) => {
    atLine(line, () => budget.spendTrigger());
    const location = from ?? node.location;
    const key = `${location.file}:${location.startLine}:${value}`;
    const step = cache.get(key) ?? parse2(value, location, line);
    cache.set(key, step);
    return graph.bind(node, step, line, true);
  });
  if (steps.length > 0) node.steps = [...steps, ...node.steps];
}
function parse2(text5, location, line) {
  try {
    return readTrigger(text5, location);
  } catch (error) {
    if (error instanceof DockerfileError)
      throw new DockerfileError(`in an ONBUILD of the base: ${error.message}`, line);
    throw error;
  }
}

// src/dockerfile/ports.ts
function parseExposedPort(text5) {
  const parts = text5.split(":");
  const [port, protocolText] = cut(parts.at(-1) ?? "", "/");
  const hostPort = parts.at(-2) ?? "";
  const address = parts.slice(0, -2).join(":");
  if (port === "") throw new Rejection(`invalid port: "${text5}": no port specified`);
  const protocol = parseProtocol(protocolText ?? "", text5);
  if (address !== "" && !isAddress2(bareAddress(address))) throw new Rejection(`invalid IP address: ${address}`);
  const range = parseRange(port, "containerPort");
  if (hostPort !== "") {
    const host = parseRange(hostPort, "hostPort");
    if (host.end - host.start !== range.end - range.start && range.end !== range.start) {
      throw new Rejection(`invalid ranges specified for container and host Ports: ${port} and ${hostPort}`);
    }
  }
  return { ...range, protocol };
}
function parseProtocol(text5, whole) {
  const word = text5.toLowerCase();
  if (word === "") return "tcp";
  if (word === "tcp" || word === "udp" || word === "sctp") return word;
  throw new Rejection(`invalid port: "${whole}": invalid proto: ${text5}`);
}
function bareAddress(address) {
  return address.startsWith("[") && address.endsWith("]") ? address.slice(1, -1) : address;
}
function isAddress2(text5) {
  if (text5.includes(":")) return /^[0-9a-fA-F:.]+$/.test(text5) && URL.canParse(`http://[${text5}]/`);
  const parts = text5.split(".");
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9][0-9]{0,2})$/.test(part) && Number(part) <= 255);
}
function parseRange(text5, what) {
  const [first, last] = cut(text5, "-");
  const start = parseNumber(first);
  const end = last === null || last === first ? start : parseNumber(last);
  if (start === null || end === null || end < start) throw new Rejection(`invalid ${what}: ${text5}`);
  return { start, end };
}
function parseNumber(text5) {
  const value = parseInteger(text5);
  return value === null || value < 0 || value > 65535 ? null : value;
}

// src/dockerfile/step-context.ts
function addTo(state, addition) {
  state.additions = { last: addition, before: state.additions };
}
function expand2(text5, context, options) {
  return expandWord(text5, context.scope, { escapeToken: context.escapeToken, ...options });
}

// src/dockerfile/apply-settings.ts
function applyWorkdir(path, from, context) {
  const { state } = context;
  const { text: text5, known: known2 } = expand2(path, context);
  const value = resolveWorkdir(state.workingDir.value ?? "", text5, state.platformOs);
  const absolute = resolveWorkdir("/a", text5, state.platformOs) === resolveWorkdir("/b", text5, state.platformOs);
  state.workingDir = { value, known: known2 && (absolute || state.workingDir.known), from };
}
function applyExpose(command, from, context) {
  const additions = command.ports.flatMap((text5) => {
    const { words: words3, known: known2 } = expand2(text5, context, { split: true });
    return words3.map((word) => ({ kind: "expose", range: parseExposedPort(word), known: known2, from }));
  });
  for (const addition of additions) addTo(context.state, addition);
}
function applyVolume(command, from, context) {
  const paths = command.paths.map((path) => expand2(path, context));
  if (paths.some(({ text: text5 }) => text5 === "")) throw new Rejection("VOLUME specified can not be an empty string");
  for (const { text: text5, known: known2 } of paths) addTo(context.state, { kind: "volume", path: text5, known: known2, from });
}
function forget(command, from, state) {
  const nothing2 = { value: null, known: false, from };
  if (command.kind === "user") state.user = nothing2;
  else if (command.kind === "workdir") state.workingDir = nothing2;
  else if (command.kind === "stopsignal") state.stopSignal = nothing2;
}

// src/dockerfile/apply-command-line.ts
function applyEntrypoint(command, from, state) {
  const empty = command.json && command.words.length === 0;
  state.entrypoint = { value: empty ? null : withShell(command, state), known: true, from };
  if (state.cmdInStage) return;
  const lost = state.cmd.value !== null || !state.cmd.known;
  state.cmd = { value: null, known: true, from: lost ? from : state.cmd.from };
}
function withShell(command, state) {
  if (command.json) return command.words;
  const shell = state.shell.value ?? [];
  const fallback = state.os === "windows" ? ["cmd", "/S", "/C"] : ["/bin/sh", "-c"];
  return [...shell.length > 0 ? shell : fallback, command.words.join(" ")];
}

// src/dockerfile/apply-variables.ts
var NOT_VARIABLES = ["BUILDKIT_SBOM_SCAN_CONTEXT", "BUILDKIT_SBOM_SCAN_STAGE"];
function applyEnv(command, from, context) {
  const { state } = context;
  const pairs = command.pairs.map((pair) => ({ name: expand2(pair.name, context), value: expand2(pair.value, context) }));
  for (const { name, value } of pairs) {
    const known2 = name.known && value.known;
    addTo(state, { kind: "env", name: name.text, value: value.text, known: known2, from });
    state.variables.setEnv(name.text, { value: value.text, known: known2 });
    if (name.text === "PATH") state.hasPath = true;
    context.onAssign("env", name.text, value.known ? value.text : null);
  }
}
function applyLabel(command, from, context) {
  const additions = command.pairs.map((pair) => {
    const [name, value] = [expand2(pair.name, context), expand2(pair.value, context)];
    return { kind: "label", name: name.text, value: value.text, known: name.known && value.known, from };
  });
  for (const addition of additions) addTo(context.state, addition);
}
function applyArg(command, context) {
  const { state, args, node } = context;
  for (const { name, value } of command.args) {
    const given = args.given.get(name) ?? (value === null ? args.globals.get(name) : void 0);
    const expansion = given === void 0 && value !== null ? expand2(value, context) : null;
    const text5 = given ?? expansion?.text;
    const known2 = expansion?.known ?? true;
    context.onAssign("arg", name, value === null || !known2 ? null : text5 ?? null);
    if (text5 === void 0 || NOT_VARIABLES.includes(name)) continue;
    state.variables.setArg(name, { value: text5, known: known2 }, node.position);
  }
}

// src/dockerfile/copy-rules.ts
var CHECKSUM = /^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/;
function validateCopy(parts) {
  if (parts.chown !== "" && parts.link && parts.chown.split(/:(.*)/s, 2).some(isOwnerName)) {
    throw new Rejection(`--chown=${parts.chown}: names can't be resolved when used with --link, use numeric uid[:gid]`);
  }
  if (parts.chmod !== "") validateMode(parts.chmod);
  if (parts.checksum !== "") validateChecksumUse(parts.sources);
  for (const source of parts.sources) validateSource(source, parts);
}
function isOwnerName(part) {
  if (part === "" || part === "root") return false;
  const id = parseInteger(part);
  return id === null || Math.abs(id) >= 2 ** 31;
}
function validateChecksumUse(sources) {
  const [source = "", ...more] = sources;
  if (sources.length !== 1 || more.length > 0) throw new Rejection("checksum can't be specified for multiple sources");
  if (!isHttpSource(source) && !isGitSource(source)) throw new Rejection("checksum requires HTTP(S) or Git sources");
}
function validateSource(source, parts) {
  if (isGitSource(source)) {
    if (!parts.add) throw new Rejection("source can't be a git ref for COPY");
  } else if (isHttpSource(source)) {
    if (!parts.add) throw new Rejection("source can't be a URL for COPY");
    if (parts.checksum !== "" && !CHECKSUM.test(parts.checksum)) {
      throw new Rejection(`invalid checksum: ${parts.checksum}`);
    }
  }
}
function validateMode(mode) {
  if (/^[0-7]+$/.test(mode) ? Number.parseInt(mode, 8) > 4095 : !isSymbolicMode(mode)) {
    throw new Rejection(`invalid chmod parameter: '${mode}'. it should be octal string and between 0 and 07777`);
  }
}
function isSymbolicMode(mode) {
  return mode.split(",").every((clause) => /^[augo]*(?:[-+=][rstwXxugo]*)+$/.test(clause));
}

// src/dockerfile/check-build-step.ts
function checkRun(command, bound, context) {
  const { workingDir } = context.state;
  command.mounts.forEach((mount, index) => {
    validateMount(mount, (text5) => expand2(text5, context).text, workingDir.value ?? "/");
    if (command.froms[index] !== "") refuseLater(bound.sources[index], context.node);
  });
}
function checkCopy(command, bound, context) {
  const text5 = (word) => expand2(word, context).text;
  const parts = {
    add: command.add,
    sources: command.sources.map(text5),
    chown: text5(command.chown),
    chmod: text5(command.chmod),
    checksum: text5(command.checksum),
    link: command.link
  };
  text5(command.destination);
  for (const content of command.contents) {
    expandWord(content, context.scope, { escapeToken: "\\", plainQuotes: true });
  }
  refuseLater(bound.sources[0], context.node);
  validateCopy(parts);
}
function refuseLater(source, node) {
  if (source?.stage == null || source.position <= node.position) return;
  throw new Rejection(
    `the stage "${source.stage.from.name ?? source.position}" comes after the one that copies from it`
  );
}

// src/dockerfile/stop-signal.ts
var NAMES = new Set(
  "ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX".split(" ")
);
function validateSignal(text5) {
  const number2 = parseInteger(text5);
  const name = text5.toUpperCase().replace(/^SIG/, "");
  const realTime = /^RT(?:MIN\+([1-9]|1[0-5])|MAX-([1-9]|1[0-4]))$/.test(name);
  if (number2 === 0 || number2 === null && !NAMES.has(name) && !realTime)
    throw new Rejection(`invalid signal: ${text5}`);
}

// src/dockerfile/apply-step.ts
function applyStep(bound, context) {
  const { command, instruction } = bound.step;
  const from = instruction.location;
  const { state } = context;
  switch (command.kind) {
    case "env":
      applyEnv(command, from, context);
      break;
    case "label":
      applyLabel(command, from, context);
      break;
    case "arg":
      applyArg(command, context);
      break;
    case "run":
      checkRun(command, bound, context);
      break;
    case "copy":
      checkCopy(command, bound, context);
      break;
    case "cmd":
      state.cmd = { value: withShell(command, state), known: true, from };
      state.cmdInStage = true;
      break;
    case "entrypoint":
      applyEntrypoint(command, from, state);
      break;
    case "healthcheck":
      state.healthcheck = { value: command.health, known: true, from };
      break;
    case "shell":
      state.shell = { value: command.words, known: true, from };
      break;
    case "user": {
      const { text: text5, known: known2 } = expand2(command.value, context);
      state.user = { value: text5, known: known2, from };
      break;
    }
    case "workdir":
      applyWorkdir(command.value, from, context);
      break;
    case "stopsignal": {
      const { text: text5, known: known2 } = expand2(command.value, context);
      validateSignal(text5);
      state.stopSignal = { value: text5, known: known2, from };
      break;
    }
    case "expose":
      applyExpose(command, from, context);
      break;
    case "volume":
      applyVolume(command, from, context);
      break;
    case "onbuild":
    case "maintainer":
      break;
  }
}

// src/dockerfile/persistent-array.ts
var BITS = 5;
var WIDTH = 2 ** BITS;
var PersistentArray = class {
  #root;
  #depth;
  #owner = {};
  constructor(parent) {
    this.#root = parent === void 0 ? { owner: this.#owner, slots: [] } : parent.#root;
    this.#depth = parent === void 0 ? 1 : parent.#depth;
  }
  get(index) {
    if (index >= WIDTH ** this.#depth) return void 0;
    let node = this.#root;
    for (let level = this.#depth - 1; level > 0 && node !== void 0; level--) {
      node = node.slots[digit(index, level)];
    }
    return node?.slots[digit(index, 0)];
  }
  set(index, value) {
    for (; index >= WIDTH ** this.#depth; this.#depth++) this.#root = { owner: this.#owner, slots: [this.#root] };
    this.#root = this.#own(this.#root);
    let node = this.#root;
    for (let level = this.#depth - 1; level > 0; level--) {
      const at = digit(index, level);
      const next = this.#own(node.slots[at]);
      node.slots[at] = next;
      node = next;
    }
    node.slots[digit(index, 0)] = value;
  }
  #own(node) {
    return node?.owner === this.#owner ? node : { owner: this.#owner, slots: [...node?.slots ?? []] };
  }
};
function digit(index, level) {
  return Math.floor(index / WIDTH ** level) % WIDTH;
}

// src/dockerfile/variables.ts
var UNBOUND = { env: null, arg: null };
var NameTable = class {
  #numbers = /* @__PURE__ */ new Map();
  numberOf(name) {
    const known2 = this.#numbers.get(name);
    if (known2 !== void 0) return known2;
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }
  find(name) {
    return this.#numbers.get(name) ?? null;
  }
};
var Variables = class _Variables {
  #names;
  #bindings;
  constructor(names, bindings) {
    this.#names = names;
    this.#bindings = bindings;
  }
  static none(names) {
    return new _Variables(names, new PersistentArray());
  }
  /** Those that a child stage starts with. The parent's must not be changed any more. */
  inherit() {
    return new _Variables(this.#names, new PersistentArray(this.#bindings));
  }
  /**
   * In a later stage an inherited ENV wins over an inherited ARG, whatever their order was; so would the ENV of an
   * unresolved base (`complete: false`), which makes such an ARG uncertain.
   */
  lookup(name, stage2, complete) {
    const number2 = this.#names.find(name);
    const binding = number2 === null ? void 0 : this.#bindings.get(number2);
    if (binding === void 0) return null;
    const { env, arg } = binding;
    if (arg === null || arg.stage !== stage2 && env !== null) return env;
    return arg.stage === stage2 || complete ? arg : { value: arg.value, known: false };
  }
  setEnv(name, env) {
    this.#bindings.set(this.#names.numberOf(name), { env, arg: null });
  }
  setArg(name, arg, stage2) {
    const number2 = this.#names.numberOf(name);
    const { env } = this.#bindings.get(number2) ?? UNBOUND;
    this.#bindings.set(number2, { env, arg: { ...arg, stage: stage2 } });
  }
};

// src/dockerfile/run-stages.ts
var DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
function runStages(nodes, options) {
  const names = new NameTable();
  const states = /* @__PURE__ */ new Map();
  const assignments = [];
  for (const node of nodes) {
    if (node.stage === null) continue;
    const parent = node.parent === null ? void 0 : states.get(node.parent);
    const state = atLine(
      node.location.startLine,
      () => parent === void 0 ? startFromImage(node, names, options) : startFromStage(parent)
    );
    states.set(node, state);
    for (const bound of node.steps) {
      runStep(bound, node, state, options, (kind, name, value) => {
        const { location } = bound.step.instruction;
        if (!bound.triggered) assignments.push({ kind, name, value, stage: node.position, location });
      });
    }
  }
  return { states, assignments };
}
function startFromStage(parent) {
  return withPath({ ...parent, variables: parent.variables.inherit(), cmdInStage: false }, true);
}
function startFromImage(node, names, options) {
  const base = options.baseOf(node);
  const { config } = base;
  const platformOs = options.platformOs(node);
  const line = node.location;
  const placed2 = (setting) => setting.value === null || node.base === "scratch" ? setting : { ...setting, from: setting.from ?? line };
  const variables = Variables.none(names);
  let hasPath = false;
  for (const { value, known: known2 } of config.env.entries) {
    const equals = value.indexOf("=");
    const name = equals < 0 ? value : value.slice(0, equals);
    variables.setEnv(name, { value: equals < 0 ? "" : value.slice(equals + 1), known: known2 });
    hasPath ||= name === "PATH";
  }
  const workingDir = placed2(config.workingDir);
  const state = {
    user: placed2(config.user),
    healthcheck: placed2(config.healthcheck),
    entrypoint: placed2(config.entrypoint),
    cmd: placed2(config.cmd),
    workingDir: workingDir.value === null ? workingDir : { ...workingDir, value: resolveWorkdir(workingDir.value, workingDir.value, platformOs) },
    stopSignal: placed2(config.stopSignal),
    shell: placed2(config.shell),
    additions: { last: { kind: "base", base, line, known: true, from: null }, before: null },
    variables,
    complete: config.env.complete,
    hasPath,
    cmdInStage: false,
    os: base.os,
    platformOs
  };
  return withPath(state, config.env.complete);
}
function withPath(state, known2) {
  if (state.hasPath || state.platformOs === "windows") return state;
  addTo(state, { kind: "env", name: "PATH", value: DEFAULT_PATH, known: known2, from: null });
  state.variables.setEnv("PATH", { value: DEFAULT_PATH, known: known2 });
  state.hasPath = true;
  return state;
}
function runStep(bound, node, state, options, onAssign) {
  let certain = true;
  const scope = {
    lookup: (name) => {
      const variable = state.variables.lookup(name, node.position, state.complete);
      certain &&= variable?.known ?? state.complete;
      return variable;
    },
    complete: state.complete,
    spend: (characters) => options.budget.spendCharacters(characters)
  };
  const { escapeToken, args } = options;
  atLine(bound.line, () => {
    try {
      applyStep(bound, { node, state, scope, escapeToken, args, onAssign });
    } catch (error) {
      const excused = options.assumeBuilds && !certain && error instanceof Rejection && !(error instanceof Overload);
      if (!excused) throw error;
      forget(bound.step.command, bound.step.instruction.location, state);
    }
  });
}

// src/dockerfile/evaluate.ts
function evaluateDockerfile(parsed2, options) {
  return evaluate(parsed2, options).evidence;
}
function evaluateAsBase(parsed2, options) {
  return evaluate(parsed2, options).base;
}
function evaluate(parsed2, options) {
  const budget = new Budget2();
  const platform = atLine(1, () => parsePlatform(options.platform));
  const args = evaluateGlobalArgs(parsed2, { given: options.buildArgs, platform, target: options.target, budget });
  const assumeBuilds = options.assumeBuilds ?? false;
  const graph = new StageGraph(parsed2, { scope: globalScope(args.globals, budget), assumeBuilds });
  const target = graph.target(options.target);
  const platformOf = (node) => rootOf(node).platform ?? platform;
  const baseOf2 = memoize((node) => lookUpBase(node, platform, platformOf(node), options));
  const nodes = resolveReachable(graph, target, baseOf2, budget);
  const platformOs = (node) => (node.base === SCRATCH ? platform : platformOf(node)).os;
  const run2 = runStages(nodes, { escapeToken: parsed2.escapeToken, args, baseOf: baseOf2, platformOs, assumeBuilds, budget });
  const state = run2.states.get(target);
  if (state === void 0) throw new DockerfileError("the target stage was not built", target.location.startLine);
  const pulled = listPulledImages(nodes, parsed2.syntax);
  const config = toEffectiveConfig(state);
  const evidence = {
    file: parsed2.file,
    stages: graph.nodes.flatMap((node) => describeStage(node) ?? []),
    target: target.position,
    reachable: nodes.flatMap((node) => node.stage === null ? [] : node.position),
    pulledImages: pulled,
    base: outerBase(rootOf(target)),
    assignments: [...globalAssignments(parsed2, args), ...run2.assignments],
    config
  };
  return { evidence, base: { os: state.os, config, onBuild: leftBehind2(target) } };
}
function rootOf(node) {
  let root = node;
  while (root.parent !== null) root = root.parent;
  return root;
}
function lookUpBase(node, target, platform, options) {
  if (node.base === SCRATCH) return scratchBase(target.os);
  const known2 = node.base === null ? null : options.baseConfig(node.base, formatPlatform(platform));
  return known2 ?? unresolvedBase(platform.os);
}
function memoize(work) {
  const known2 = /* @__PURE__ */ new Map();
  return (key) => {
    const value = known2.get(key) ?? work(key);
    known2.set(key, value);
    return value;
  };
}
function describeStage(node) {
  if (node.stage === null) return null;
  return {
    index: node.position,
    name: node.stage.from.name,
    from: node.written,
    base: node.base,
    parent: node.parent?.position ?? null,
    platform: node.platform === null ? null : formatPlatform(node.platform),
    instructions: node.stage.steps.map((step) => step.instruction),
    location: node.location
  };
}
function globalAssignments(parsed2, args) {
  return parsed2.globalArgs.flatMap(({ command, instruction }) => {
    if (command.kind !== "arg") return [];
    return command.args.map(({ name, value }) => {
      const held = value === null ? null : args.globals.get(name) ?? null;
      return { kind: "arg", name, value: held, stage: null, location: instruction.location };
    });
  });
}
function leftBehind2(target) {
  return target.steps.flatMap(
    ({ step: { command, instruction } }) => command.kind === "onbuild" ? [{ value: command.trigger, known: true, from: instruction.location }] : []
  );
}

// src/evidence/bases/circle.ts
function closeCircle(way, key) {
  const start = way.findIndex((pending) => pending.key === key);
  if (start < 0) return null;
  const circle = way.slice(start);
  const steps = circle.map(({ reference, build }) => `${reference} (${build.dockerfile})`);
  const text5 = [...steps, circle[0]?.reference ?? ""].join(" \u2192 ");
  if (circle.every(({ build }) => build.certain)) {
    throw new UsageError(
      "base-circle",
      `Base images are built from each other in a circle: ${text5} (${circle[0]?.build.says ?? ""}).`,
      "Correct bases in the policy file, or the FROM that closes the circle."
    );
  }
  for (const pending of circle) pending.circle = text5;
  return text5;
}

// src/evidence/bases/merge-configs.ts
function mergeConfigs(all) {
  const [first, ...others] = all;
  if (first === void 0) return null;
  const rest = others.map(({ config: config2 }) => config2);
  if (others.some(({ onBuild }) => !same(onBuild, first.onBuild))) return null;
  const { config } = first;
  return {
    os: others.every(({ os }) => os === first.os) ? first.os : "",
    config: {
      user: one(config, rest, "user"),
      exposedPorts: many(config, rest, "exposedPorts"),
      healthcheck: one(config, rest, "healthcheck"),
      entrypoint: one(config, rest, "entrypoint"),
      cmd: one(config, rest, "cmd"),
      env: many(config, rest, "env"),
      workingDir: one(config, rest, "workingDir"),
      labels: many(config, rest, "labels"),
      volumes: many(config, rest, "volumes"),
      stopSignal: one(config, rest, "stopSignal"),
      shell: one(config, rest, "shell")
    },
    onBuild: first.onBuild
  };
}
function one(first, rest, key) {
  const setting = first[key];
  if (rest.every((other) => same(other[key].value, setting.value))) {
    return { ...setting, known: setting.known && rest.every((other) => other[key].known) };
  }
  return { value: null, known: false, from: setting.from };
}
function many(first, rest, key) {
  const others = rest.map((other) => new Map(other[key].entries.map((entry) => [entry.value, entry])));
  const shared = first[key].entries.filter(({ value }) => others.every((entries) => entries.has(value)));
  const whole = rest.every((other) => other[key].complete && other[key].entries.length === shared.length);
  return {
    entries: shared.map((entry) => ({
      ...entry,
      known: entry.known && others.every((entries) => entries.get(entry.value)?.known === true)
    })),
    complete: first[key].complete && whole && shared.length === first[key].entries.length
  };
}
function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

// src/evidence/bases/without-place.ts
function withoutPlace(config, place) {
  const one2 = (setting) => setting.from?.file === place.file && setting.from.startLine === place.startLine ? { ...setting, from: null } : setting;
  const many2 = (list) => ({ ...list, entries: list.entries.map(one2) });
  return {
    user: one2(config.user),
    exposedPorts: many2(config.exposedPorts),
    healthcheck: one2(config.healthcheck),
    entrypoint: one2(config.entrypoint),
    cmd: one2(config.cmd),
    env: many2(config.env),
    workingDir: one2(config.workingDir),
    labels: many2(config.labels),
    volumes: many2(config.volumes),
    stopSignal: one2(config.stopSignal),
    shell: one2(config.shell)
  };
}

// src/evidence/bases/resolver.ts
var CIRCLE = "base-circle";
var DEEPEST3 = 32;
var BaseResolver = class {
  #finders;
  #readBuild;
  #known = /* @__PURE__ */ new Map();
  /** @param finders in the order in which they are believed */
  constructor(finders, readBuild) {
    this.#finders = finders;
    this.#readBuild = readBuild;
  }
  /** @throws DockerfileError for what BuildKit rejects, UsageError `base-circle` when the policy leads in a circle. */
  evaluate(request) {
    return this.#evaluate(request, []);
  }
  async #evaluate(request, way, answers = /* @__PURE__ */ new Map()) {
    for (; ; ) {
      const asked = /* @__PURE__ */ new Map();
      const lookUp = (reference, platform) => {
        const key = keyOf2(reference, platform);
        const answer = answers.get(key);
        if (answer === void 0) asked.set(key, [reference, platform]);
        return answer?.config ?? null;
      };
      const attempt = attempted(() => evaluateDockerfile(request.parsed, { ...request, baseConfig: lookUp }));
      let learnt = false;
      for (const [key, [reference, platform]] of asked) {
        const answer = await this.#resolve(reference, platform, way);
        answers.set(key, answer);
        learnt ||= answer.config !== null;
      }
      if (learnt) continue;
      if ("error" in attempt) throw attempt.error;
      const bases = chainOf(attempt.value, answers);
      return { evidence: { ...attempt.value, config: placed(attempt.value.config, bases) }, bases };
    }
  }
  async #resolve(reference, platform, way) {
    const key = keyOf2(reference, platform);
    const known2 = this.#known.get(key);
    if (known2 !== void 0) return known2;
    const circle = closeCircle(way, key);
    if (circle !== null) return nothing([`it is built from itself: ${circle}`]);
    const parsed2 = parseImageReference(reference);
    if (parsed2 === null) return nothing(["it is not the name of an image"]);
    const resolution = await this.#search({ reference, parsed: parsed2, platform }, way);
    this.#known.set(key, resolution);
    return resolution;
  }
  async #search(wanted, way) {
    const reasons = [];
    for (const find2 of this.#finders) {
      const found = await find2(wanted);
      if (found === null) continue;
      if (found.kind === "image") {
        const { config, reason } = found;
        return { config, resolvedBy: "image", dockerfile: null, reason, below: [] };
      }
      const outcome = found.kind === "none" ? found.reason : await this.#build(found.build, wanted, way);
      if (typeof outcome !== "string") return outcome;
      reasons.push(outcome);
    }
    return nothing(reasons);
  }
  /** The reason as text when the build cannot be followed. */
  async #build(build, { reference, platform }, way) {
    const { dockerfile, target, says } = build;
    if (way.length > DEEPEST3) return `${says}, but the chain of bases is longer than ${DEEPEST3}`;
    const pending = { key: keyOf2(reference, platform), reference, build, circle: null };
    try {
      const parsed2 = await this.#readBuild(dockerfile);
      const configs = [];
      let bases = [];
      for (const { args, optional } of build.variants) {
        const request = { parsed: parsed2, target, buildArgs: args, platform, assumeBuilds: true };
        const one2 = await this.#asBase(request, [...way, pending]).catch((error) => {
          if (optional && error instanceof DockerfileError) return null;
          throw error;
        });
        if (one2 === null) continue;
        if (configs.length === 0) bases = one2.bases;
        configs.push(one2.config);
      }
      if (pending.circle !== null) return `${says}, but that leads in a circle: ${pending.circle}`;
      const config = mergeConfigs(configs);
      if (config === null) return `${says}, but its ONBUILD instructions depend on build arguments`;
      return { config, resolvedBy: "dockerfile", dockerfile, reason: says, below: bases };
    } catch (error) {
      return refusal(error, build);
    }
  }
  async #asBase(request, way) {
    const answers = /* @__PURE__ */ new Map();
    const { bases } = await this.#evaluate(request, way, answers);
    const baseConfig = (reference, platform) => answers.get(keyOf2(reference, platform))?.config ?? null;
    const base = evaluateAsBase(request.parsed, { ...request, baseConfig });
    return { bases, config: { ...base, config: placed(base.config, bases) } };
  }
};
function refusal(error, { dockerfile, says, certain }) {
  if (error instanceof DockerfileError)
    return `${says}, but ${dockerfile}:${error.line} would not build: ${error.message}`;
  if (error instanceof UsageError && !certain && error.code !== CIRCLE) return `${says}, but ${error.message}`;
  if (error instanceof UsageError && error.code !== CIRCLE) {
    throw new UsageError(error.code, `${error.message} (${says})`, error.advice);
  }
  throw error;
}
function nothing(reasons) {
  const reason = reasons.length > 0 ? reasons.join("; ") : "nothing in the repository is known to build it";
  return { config: null, resolvedBy: "none", dockerfile: null, reason, below: [] };
}
function chainOf({ base, stages }, answers) {
  if (base === null) return [];
  const { reference, written, location } = base;
  if (reference === null) {
    const reason = `the image of FROM ${written} is not known: a variable in it has no value`;
    return [{ reference: written, resolvedBy: "none", dockerfile: null, reason, from: location }];
  }
  const platform = base.stage === null ? null : stages[base.stage]?.platform ?? null;
  const possible = [...answers].filter(([key]) => key.endsWith(` ${reference}`));
  const answer = possible.find(([key]) => platform !== null && key === keyOf2(reference, platform)) ?? possible[0];
  const { below, config: _, ...known2 } = answer?.[1] ?? nothing([]);
  return [{ reference, ...known2, from: location }, ...below];
}
function placed(config, [nearest]) {
  return nearest?.resolvedBy === "dockerfile" ? withoutPlace(config, nearest.from) : config;
}
function keyOf2(reference, platform) {
  return `${platform} ${reference}`;
}
function attempted(work) {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof DockerfileError) return { error };
    throw error;
  }
}

// src/commands/base-resolver.ts
function createBaseResolver({ settings, policyFile }, cacheFolder, host) {
  const { workingDirectory, resolveBases, base } = settings;
  const finders = [
    givenBases(base, workingDirectory, host),
    declaredBases(policyFile === null ? {} : declaredBuilds(policyFile, workingDirectory)),
    repositoryBases(() => findBuilds(workingDirectory, host))
  ];
  if (resolveBases !== "repository") finders.push(engineBases(host));
  if (resolveBases === "registry") finders.push(registryBases(cacheFolder, host));
  const parsed2 = /* @__PURE__ */ new Map();
  return new BaseResolver(finders, (path) => {
    const reading = parsed2.get(path) ?? parseDockerfile(path, workingDirectory, host.files);
    parsed2.set(path, reading);
    return reading;
  });
}
function declaredBuilds({ file, bases }, workingDirectory) {
  const entries = Object.entries(bases).map(([name, build]) => {
    const dockerfile = repositoryPath(build.dockerfile, workingDirectory);
    const says = `built from ${dockerfile} by bases in ${file}:${build.line}`;
    return [name, { dockerfile, target: build.target, variants: exactly2(build.buildArgs), says, certain: true }];
  });
  return Object.fromEntries(entries);
}

// src/evidence/find-dockerfiles.ts
var PATTERNS = ["Dockerfile", "*.Dockerfile", "Dockerfile.*", "Containerfile"];
async function findDockerfiles(folder, host) {
  const advice2 = "Name what to judge with image or dockerfile.";
  const specs = PATTERNS.flatMap((pattern) => [`:(glob)${pattern}`, `:(glob)**/${pattern}`]);
  const listing = await askGit(folder, ["ls-files", "-z", "--", ...specs], host);
  if (listing === null) {
    throw new UsageError(
      "nothing-to-judge",
      `No image and no Dockerfile is named, and ${folder} is no git work tree to look in.`,
      advice2
    );
  }
  const found = listing.split("\0").filter((path) => path !== "" && !path.endsWith(".dockerignore"));
  if (found.length === 0) {
    throw new UsageError(
      "nothing-to-judge",
      `No image and no Dockerfile is named, and git tracks no Dockerfile in ${folder}.`,
      advice2
    );
  }
  return [...new Set(found)].sort();
}

// src/evidence/plan-subjects.ts
function pairUp({ images, dockerfiles, hasBuildOptions: hasBuildOptions2 }) {
  if (images.length > 0 && dockerfiles.length > 0 && images.length !== dockerfiles.length) {
    throw new UsageError(
      "unpaired",
      `${count3(images.length, "image")} and ${count3(dockerfiles.length, "Dockerfile")} do not pair.`,
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
function count3(number2, noun) {
  return `${number2} ${noun}${number2 === 1 ? "" : "s"}`;
}

// src/commands/plan.ts
async function planSubjects({ settings, policyFile }, host) {
  const isOpen = settings.image.length === 0 && settings.dockerfile.length === 0;
  if (isOpen && policyFile !== null && policyFile.images.length > 0) return fromPolicy(policyFile.images, settings);
  const pairs = pairUp({
    images: settings.image,
    dockerfiles: isOpen ? await findDockerfiles(settings.workingDirectory, host) : settings.dockerfile,
    hasBuildOptions: hasBuildOptions(settings)
  });
  return pairs.map((pair) => ({
    ...pair,
    name: null,
    target: settings.target,
    buildArgs: settings.buildArg,
    platform: settings.platform,
    transport: null,
    context: null,
    named: !isOpen
  }));
}
function fromPolicy(images, settings) {
  if (images.length > 1 && hasBuildOptions(settings)) {
    throw new UsageError(
      "several-subjects",
      `target and build-arg hold for one subject, but the policy file lists ${images.length} images.`,
      "Give them in the policy file, or name the one subject."
    );
  }
  return images.map((image) => ({
    ...image,
    target: settings.target ?? image.target,
    buildArgs: { ...image.buildArgs, ...settings.buildArg },
    platform: settings.platform ?? image.platform,
    named: true
  }));
}
function hasBuildOptions({ target, buildArg }) {
  return target !== null || Object.keys(buildArg).length > 0;
}

export {
  formatPlatform2 as formatPlatform,
  machinePlatform,
  ImageRun,
  askGit,
  openImage,
  RejectedDockerfile,
  gatherDockerfile,
  repositoryPath,
  createBaseResolver,
  planSubjects
};
