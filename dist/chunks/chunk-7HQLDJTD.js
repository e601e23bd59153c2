import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  listOf,
  mapOf,
  readYaml,
  textOf
} from "./chunk-HPSARMEG.js";
import {
  namesRegistry,
  parseImageReference,
  repositoryOf,
  sharedRepository
} from "./chunk-SUCAV5M4.js";
import {
  baseFromImageConfig,
  evaluateAsBase,
  evaluateDockerfile,
  readDockerfile
} from "./chunk-5PAOY7GA.js";
import {
  askGit,
  mayBeWorkTree
} from "./chunk-L2YUO7LY.js";
import {
  createSession,
  originOf
} from "./chunk-QMQSBEMZ.js";
import {
  once,
  onceFor
} from "./chunk-GOS64WHV.js";
import {
  LocalHttpError
} from "./chunk-FTFZE2SS.js";
import {
  DockerfileError,
  IMAGE_LIMITS,
  damaged,
  shown,
  tooLarge
} from "./chunk-TZCQQT6A.js";
import {
  formatImageReference,
  parseImageReference as parseImageReference2
} from "./chunk-Q3RRR3VC.js";
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
} from "./chunk-LQLOOPP6.js";
import {
  UsageError,
  VerifyError
} from "./chunk-3OE5NGK7.js";
import {
  errorCode,
  errorMessage
} from "./chunk-UM53JYGR.js";

// src/image/platform.ts
var ARCHITECTURES = /* @__PURE__ */ new Map([
  ["x86_64", "amd64"],
  ["x86-64", "amd64"],
  ["aarch64", "arm64"],
  ["armhf", "arm"],
  ["armel", "arm"],
  ["i386", "386"],
  ["x64", "amd64"]
]);
function normalizePlatform({ os, architecture, variant }) {
  const arch = ARCHITECTURES.get(architecture) ?? architecture;
  const silent = arch === "arm64" && /^v?8$/.test(variant) || arch === "amd64" && variant === "v1";
  return { os, architecture: arch, variant: silent ? "" : variant };
}
function formatPlatform(platform) {
  const { os, architecture, variant } = normalizePlatform(platform);
  return variant === "" ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`;
}
var ALL_PLATFORMS = "all";
function parsePlatform(text5) {
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
function machinePlatformText(arch) {
  return formatPlatform(machinePlatform(arch));
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
function platformsOf(candidates) {
  return [...new Set(candidates.map(({ platform }) => formatPlatform(platform)))].sort();
}
function preferExact(fitting, wanted) {
  const exact2 = fitting.filter((item) => formatPlatform(item.platform) === formatPlatform(wanted));
  return exact2.length > 0 ? exact2 : fitting;
}
function missing(candidates, wanted, asked) {
  const has = platformsOf(candidates).join(", ");
  const message = `it has no image for ${formatPlatform(wanted)}, only for ${has}.`;
  return asked ? new VerifyError(
    "platform-missing",
    message,
    "Build the image for the platform that is asked for, or ask for another."
  ) : new UsageError("platform-needed", message, "Say with --platform which one to judge, or all.");
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
  const known = new Set(Object.keys(shape));
  const folded = new Set([...known].map(fold));
  return unknown().superRefine((value, context) => {
    for (const key of Object.keys(value ?? {})) {
      if (!known.has(key) && folded.has(fold(key))) {
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
  if (!/^[a-z0-9]+\/[a-z0-9_]+(\/[a-z0-9.]+)?$/.test(formatPlatform(platform))) {
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
function requireRoom(folder, expected, room) {
  if (room !== null && room < expected) {
    const free = Math.max(0, room + RESERVE);
    throw diskFull(folder, `it needs ${megabytes(expected)} there, and ${megabytes(free)} are free`);
  }
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
    requireRoom(folder, expected, free === null ? null : free - RESERVE);
    await files.makeFolder(join(folder, "blobs", "sha256"));
    await files.makeFolder(join(folder, "incoming"));
    return new _BlobStore(folder, free === null ? null : free - RESERVE, files);
  }
  /**
   * @param expected bytes that will be written next
   * @throws VerifyError `disk-full` when there is no room for them
   */
  requireRoom(expected) {
    requireRoom(this.folder, expected, this.#room);
  }
  /** Writes bytes as they come; the same bytes a second time take no room. */
  async add(bytes) {
    this.#count += 1;
    const draft = join(this.folder, "incoming", String(this.#count));
    const meter = new Meter();
    await this.#files.save(
      draft,
      meter.through(bytes, (count3) => this.#take(count3))
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
    return this.addBytes(Buffer.from(text5));
  }
  async addBytes(bytes) {
    return this.add(
      (async function* () {
        yield bytes;
      })()
    );
  }
  /**
   * Takes in a blob of known digest and size that somebody else writes to a file.
   * @throws VerifyError `image-damaged` when it is something else than that
   */
  async take({ digest, size }, write) {
    if (this.#known.has(digest)) return;
    this.#count += 1;
    const draft = join(this.folder, "incoming", String(this.#count));
    this.#take(size);
    try {
      await write(draft);
      const found = await this.#files.stat(draft);
      if (found?.size !== size) {
        throw damaged(`the blob ${digest} has ${found?.size ?? 0} bytes where ${size} are stated`);
      }
      if (`sha256:${await this.#files.sha256(draft)}` !== digest) {
        throw damaged(`the blob ${digest} is not what its digest says`);
      }
      await this.#files.rename(draft, join(this.folder, "blobs", ...digest.split(":")));
    } catch (error) {
      this.#take(-size);
      await this.#files.remove(draft);
      throw error;
    }
    this.#known.add(digest);
  }
  /** A bomb must not fill the disk for everything else that runs there. */
  #take(count3) {
    if (this.#room === null) {
      return;
    }
    this.#room -= count3;
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
  spendBytes(count3) {
    this.#bytes += count3;
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
  keep(count3) {
    if (this.#contents + count3 > this.limits.contents) {
      return false;
    }
    this.#contents += count3;
    return true;
  }
};

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
  at(count3) {
    if (this.#chunk.length < count3) {
      return null;
    }
    const piece = this.#chunk.subarray(0, count3);
    this.#chunk = this.#chunk.subarray(count3);
    return piece;
  }
  async take(count3) {
    const ready = this.at(count3);
    if (ready !== null) {
      return ready;
    }
    const pieces = [];
    let missing3 = count3;
    while (missing3 > 0) {
      const piece = await this.upTo(missing3);
      if (piece === null) {
        if (pieces.length === 0) {
          return null;
        }
        throw damaged(`${this.#what} ends in the middle`);
      }
      pieces.push(piece);
      missing3 -= piece.length;
    }
    return Buffer.concat(pieces);
  }
  async upTo(count3) {
    while (this.#chunk.length === 0) {
      const next = await this.#chunks.next();
      if (next.done === true) {
        return null;
      }
      this.#chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    }
    return this.at(Math.min(count3, this.#chunk.length));
  }
  async skip(count3) {
    let missing3 = count3;
    while (missing3 > 0) {
      const piece = await this.upTo(missing3);
      if (piece === null) {
        throw damaged(`${this.#what} ends in the middle of a file`);
      }
      missing3 -= piece.length;
    }
  }
  /** Reads to the end: whoever hashes the stream must see all of it. */
  async drain() {
    while (await this.upTo(Number.MAX_SAFE_INTEGER) !== null) {
    }
  }
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
async function exactly(bytes, count3) {
  const taken = count3 === 0 ? Buffer.alloc(0) : await bytes.take(count3);
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
      await new Promise((resolve6) => input.once("close", resolve6));
    }
  }
}
function asDamage(error) {
  return /^(Z_|ZSTD_|ERR_ZSTD|ERR_BUFFER_TOO_LARGE)/.test(errorCode(error)) ? damaged("its compressed data is damaged or cut short") : error;
}
async function peek(source, count3) {
  const iterator = source[Symbol.asyncIterator]();
  const pieces = [];
  let length = 0;
  while (length < count3) {
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
  const stated = numberField(block, 148, 8);
  const field = block.subarray(148, 156);
  const unsigned = sum(block) - sum(field) + field.length * BLANK;
  if (stated === unsigned) {
    return;
  }
  const negative = block.filter((byte) => byte > 127).length - field.filter((byte) => byte > 127).length;
  if (stated !== unsigned - 256 * negative) {
    throw damaged("a tar header has a wrong checksum");
  }
}
function sum(bytes) {
  let total = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    total += bytes[index] ?? 0;
  }
  return total;
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
  const count3 = decimal(paxText(records, "GNU.sparse.numblocks") ?? "");
  const text5 = paxText(records, "GNU.sparse.map") ?? "";
  const numbers = text5 === "" ? [] : text5.split(",").map(decimal);
  if (numbers.length !== 2 * count3) throw malformed();
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
  const count3 = decimal(text5.slice(0, text5.indexOf("\n")));
  if (count3 > LARGEST / 4) throw malformed();
  await feed(1 + 2 * count3);
  const numbers = text5.split("\n", 1 + 2 * count3).slice(1).map(decimal);
  return checked(numbers, sizeOf(records, packed), taken);
}
async function sparseMapOld(header, bytes) {
  if (header.toString("latin1", 257, 265) !== "ustar  \0") throw malformed();
  const size = numberField(header, 483, 12);
  const numbers = [];
  let block = header;
  let start = 386;
  let count3 = 4;
  for (let read4 = BLOCK; ; read4 += BLOCK) {
    for (let index = 0; index < count3; index += 1) {
      const at = start + index * 24;
      if (block[at] === 0) break;
      numbers.push(numberField(block, at, 12), numberField(block, at + 12, 12));
    }
    if (block[start + count3 * 24] === 0) return checked(numbers, size, 0);
    const next = read4 > LARGEST ? null : await bytes.take(BLOCK);
    if (next === null) throw malformed();
    block = next;
    start = 0;
    count3 = 21;
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
function* zeros(count3) {
  for (let left = count3; left > 0; left -= ZEROS.length) {
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
function readTar(source) {
  return readTarFrom(new ByteReader(source));
}
async function* readTarFrom(bytes) {
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
  const layout = members.get("index.json");
  const index = layout?.kind === "file" ? layout : null;
  if (manifest?.kind !== "file") {
    if (index === null) throw damaged("it holds no manifest.json");
    return { images: [], index };
  }
  const images = archivedImages(await document(manifest, store, files), members);
  const staged = [];
  for (const image of images) {
    staged.push(await describe2(image, store, files));
  }
  return { images: staged, index };
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
    imageId: image.config.digest,
    digest: null
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
  const { images } = await stageArchive(files.open(file), store, files);
  if (images.length === 0) throw damaged("it holds no manifest.json");
  return { store, images };
}
function stagedWithTag(images, tag) {
  const named = tag === null ? images : images.filter(({ names }) => hasName(names, tag));
  if (named.length === 0) {
    const names = images.flatMap((image) => image.names).slice(0, 10);
    throw new UsageError(
      "image-not-found",
      `it has no image with the tag ${shown(tag ?? "")}${names.length === 0 ? "" : `, only ${names.map(shown).join(", ")}`}.`,
      "Name a tag it has, or leave the tag out."
    );
  }
  return named;
}

// src/evidence/image-engine-socket.ts
import { join as join3 } from "node:path";
var DEFAULT_SOCKET = "/var/run/docker.sock";
var SILENCE_MS = 10 * 6e4;
var ConfigSchema2 = object({ currentContext: string().optional() });
async function dockerSocket({
  env,
  files,
  machine
}) {
  const isSet = (name) => (env.get(name) ?? "") !== "";
  if (machine.os === "win32" || isSet("DOCKER_CONTEXT")) return null;
  const host = env.get("DOCKER_HOST") ?? "";
  if (host !== "") return /^unix:\/\/(?<path>\/.+)$/.exec(host)?.groups?.["path"] ?? null;
  const folder = env.get("DOCKER_CONFIG") || join3(env.get("HOME") ?? "/", ".docker");
  try {
    const config = ConfigSchema2.parse(JSON.parse(await files.readText(join3(folder, "config.json"), LARGEST_CONFIG)));
    return ["", "default"].includes(config.currentContext ?? "") ? DEFAULT_SOCKET : null;
  } catch (error) {
    return errorCode(error) === "ENOENT" ? DEFAULT_SOCKET : null;
  }
}
var LARGEST_CONFIG = 1024 * 1024;
async function exportThroughSocket(ids, read4, host, onAsked) {
  const socket = await dockerSocket(host);
  if (socket === null) return null;
  const target = `/images/get?${ids.map((id) => `names=sha256:${id}`).join("&")}`;
  try {
    return await host.localHttp.get(socket, target, { timeoutMs: SILENCE_MS, onAsked }, async ({ status, body }) => {
      if (status !== 200) throw new LocalHttpError(`it answers with status ${status}`);
      return { value: await read4(body) };
    });
  } catch (error) {
    const mayBeCut = error instanceof VerifyError && error.code === "image-damaged";
    if (!mayBeCut && !(error instanceof LocalHttpError)) throw error;
    host.log.debug(`The socket ${socket} did not give the image, the engine's client is asked: ${error.message}`);
    return null;
  }
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
    throw notFound(reference, answers);
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
function notFound(reference, answers) {
  const tried = answers.flatMap((answer) => answer.kind === "found" ? [] : `${answer.engine}: ${answer.reason}`).join("; ");
  const message = `no local engine has this image (${tried}).`;
  const advice2 = `Build it first. With docker buildx (docker/build-push-action) set \`load: true\` (--load), or name what the build wrote (docker-archive:FILE, oci:FOLDER). ${aboutRegistries(reference)}`;
  const answered = answers.some(({ kind }) => kind === "absent") && !answers.some(({ kind }) => kind === "failed");
  return answered ? new UsageError("image-not-found", message, advice2) : new VerifyError("engine-unavailable", message, advice2);
}
function aboutRegistries(reference) {
  return namesRegistry(reference) ? `For the image that the registry has, write registry:${reference}.` : "The image of a registry is named with registry:REF.";
}
async function exportImages({ engine, program }, ids, read4, host, onAsked) {
  const direct = engine === "docker" ? await exportThroughSocket(ids, read4, host, onAsked) : null;
  if (direct !== null) return direct.value;
  const format = engine === "podman" ? ["--format", "docker-archive"] : [];
  const args = ["save", ...format, ...ids.map((id) => `sha256:${id}`)];
  const outcomes = [];
  const running = host.exec.run(program, args, {
    env: host.env.pick(CLIENT_ENVIRONMENT),
    timeoutMs: SAVE_MS,
    stdoutTo: async (output) => {
      const chunks = output[Symbol.asyncIterator]();
      const shielded = { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) };
      await read4(shielded).then(
        (value) => outcomes.push({ value }),
        (error) => outcomes.push({ error })
      );
      while ((await chunks.next()).done !== true) {
      }
    }
  });
  onAsked?.();
  const result = await running;
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

// src/image/manifest.ts
var INDEX_TYPES = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json"
];
var MANIFEST_TYPES = [
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json"
];
var TYPES = [...INDEX_TYPES, ...MANIFEST_TYPES];
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
  const known = platform === null || platform === void 0 ? null : { ...platform, variant: platform.variant ?? "" };
  return { ...rest, annotations: annotations ?? {}, platform: known === null ? null : normalizePlatform(known) };
});
var StatedSchema = object({ mediaType: string() });
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
function statedType(bytes) {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes));
    return StatedSchema.safeParse(value).data?.mediaType ?? "";
  } catch {
    return "";
  }
}
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
import { join as join4 } from "node:path";
async function candidatesOf(folder, tag, files) {
  const what = "its index.json";
  const index = join4(folder, "index.json");
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
  return imagesUnder(named, (descriptor) => readDocument(folder, descriptor, files));
}
async function imagesUnder(named, read4) {
  const search = new Search(read4);
  await search.visit(named, [], 0);
  return search.found;
}
var Search = class {
  found = [];
  #read;
  #seen = 0;
  constructor(read4) {
    this.#read = read4;
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
        await this.visit(decodeIndex(await this.#read(descriptor), "an index in it"), all, depth + 1);
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
    const manifest = decodeManifest(await this.#read(descriptor), descriptor.mediaType);
    return decodeConfig(await this.#read(manifest.config)).platform;
  }
};

// src/evidence/image-staged-index.ts
async function stagedUnder(digest, index, store, files) {
  const read4 = (descriptor) => readDocument(store.folder, descriptor, files);
  const isHere = (part) => store.has(part.digest);
  const all = decodeIndex(await document(index, store, files), "its index.json");
  const named = all.find((entry) => entry.digest === digest);
  if (named === void 0 || !isHere(named)) return [];
  const entries = isIndex(named) ? decodeIndex(await read4(named), "an index in it") : [named];
  const staged = [];
  for (const candidate of await imagesUnder(entries.filter(isHere), read4)) {
    const { descriptor } = candidate;
    const { config, layers } = decodeManifest(await read4(descriptor), descriptor.mediaType);
    if (![config, ...layers].every(isHere)) continue;
    staged.push({ ...candidate, imageId: config.digest, digest: descriptor.digest });
  }
  return staged;
}

// src/evidence/image-engine-exports.ts
var EngineExports = class {
  #references;
  #host;
  #onAsked;
  #isKnown;
  /** What the engines answered, by reference. */
  #found = /* @__PURE__ */ new Map();
  /** By id. */
  #staged = /* @__PURE__ */ new Map();
  /** Of the exports, the latest first. */
  #indexes = [];
  #store = null;
  #hasCompanions = false;
  #last = Promise.resolve();
  /**
   * @param references names of all engine images of the run, as far as they are known
   * @param isKnown whether an image need not leave its engine, by its id
   * @param onAsked told when an engine has begun to write images out
   */
  constructor(references, host, isKnown2 = async () => false, onAsked = () => void 0) {
    this.#onAsked = onAsked;
    this.#isKnown = isKnown2;
    this.#references = references;
    this.#host = host;
  }
  /**
   * The one image of this name. Once for each name, and with the first one for all of the run: asking takes longer than
   * the engines need to answer.
   * @throws UsageError `image-ambiguous`, `image-not-found`; VerifyError `engine-unavailable`
   */
  find(reference) {
    const asked = this.#ask(reference);
    for (const name of this.#references) this.#ask(name).catch(() => void 0);
    return asked;
  }
  #ask(reference) {
    return onceFor(this.#found, reference, () => findImage(reference, this.#host));
  }
  /** The image with its layout; more than one when the engine keeps it for several platforms. One after the other. */
  stage(found) {
    const staged = this.#last.then(() => this.#stage(found));
    this.#last = staged.catch(() => void 0);
    return staged;
  }
  async #stage(found) {
    const companions = await this.#companionsOf(found);
    const store = await this.#storeFor([found, ...companions]);
    const known = await this.#lookUp(found, store);
    if (known !== null) return { store, images: known };
    const ids = [...new Set([found, ...companions].map(({ id }) => id))];
    const images = await this.#export(found, ids, store);
    const own = await this.#lookUp(found, store);
    if (own !== null) return { store, images: own };
    const alone = ids.length === 1 ? images : await this.#export(found, [found.id], store);
    this.#staged.set(found.id, alone);
    return { store, images: alone };
  }
  async #export(found, ids, store) {
    const { files } = this.#host;
    const read4 = (archive) => stageArchive(archive, store, files);
    const staged = await exportImages(found, ids, read4, this.#host, this.#onAsked);
    for (const image of staged.images) this.#staged.set(image.imageId.replace("sha256:", ""), [image]);
    if (staged.index !== null) this.#indexes = [staged.index, ...this.#indexes];
    return staged.images;
  }
  /** By the digest of its config, as most engines know it; else by that of its manifest or index, as containerd does. */
  async #lookUp({ id }, store) {
    const known = this.#staged.get(id);
    if (known !== void 0) return known;
    for (const index of this.#indexes) {
      const images = await stagedUnder(`sha256:${id}`, index, store, this.#host.files);
      if (images.length === 0) continue;
      this.#staged.set(id, images);
      return images;
    }
    return null;
  }
  /** The other images of the run in the same engine, once. One that is not there is reported when it is its turn. */
  async #companionsOf({ engine, id }) {
    if (this.#hasCompanions || engine !== "docker") return [];
    this.#hasCompanions = true;
    const found = await Promise.all(this.#references.map((name) => this.#ask(name).catch(() => null)));
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

// src/image/tar/file-reader.ts
var WINDOW = 64 * 1024;
var FileReader = class {
  #file;
  #window = Buffer.allocUnsafe(WINDOW);
  /** Where the window begins in the file, and how much of it is filled. */
  #start = 0;
  #filled = 0;
  #at = 0;
  constructor(file) {
    this.#file = file;
  }
  at(count3) {
    const from = this.#at - this.#start;
    if (from < 0 || from + count3 > this.#filled) {
      return null;
    }
    this.#at += count3;
    return this.#window.subarray(from, from + count3);
  }
  async take(count3) {
    const ready = this.at(count3);
    if (ready !== null) {
      return ready;
    }
    const left = this.#file.size - this.#at;
    if (left <= 0) {
      return null;
    }
    if (left < count3) {
      throw damaged("a tar archive ends in the middle");
    }
    if (count3 > WINDOW) {
      const whole = Buffer.allocUnsafe(count3);
      await this.#read(whole, count3);
      this.#at += count3;
      return whole;
    }
    await this.#fill(count3);
    return this.at(count3);
  }
  async upTo(count3) {
    if (this.#at >= this.#file.size) {
      return null;
    }
    if (this.#at < this.#start || this.#at >= this.#start + this.#filled) {
      await this.#fill(1);
    }
    return this.at(Math.min(count3, this.#start + this.#filled - this.#at));
  }
  async skip(count3) {
    if (count3 > this.#file.size - this.#at) {
      throw damaged("a tar archive ends in the middle of a file");
    }
    this.#at += count3;
  }
  /** Back to the beginning. */
  rewind() {
    this.#at = 0;
  }
  async drain() {
    this.#at = this.#file.size;
  }
  async close() {
    await this.#file.close();
  }
  /** Moves the window to where the reader stands. */
  async #fill(atLeast) {
    this.#start = this.#at;
    this.#filled = 0;
    this.#filled = await this.#read(this.#window, atLeast);
  }
  /** Reads from where the reader stands; how many bytes it were. */
  async #read(into, atLeast) {
    let filled2 = 0;
    while (filled2 < atLeast) {
      const count3 = await this.#file.read(into.subarray(filled2), this.#at + filled2);
      if (count3 === 0) {
        throw damaged("a tar archive ends in the middle");
      }
      filled2 += count3;
    }
    return filled2;
  }
};

// src/image/layer.ts
async function readLayer(stored, capture, budget, known = null) {
  const { start, all, close } = await peek(stored, MAGIC_BYTES);
  const isPlain = compressionOf(start) === "none";
  const outer = new Meter(known === null);
  const inner = new Meter(!isPlain);
  let entries;
  try {
    const plain2 = inner.through(decompressed(outer.through(all)), (count3) => budget.spendBytes(count3));
    entries = await entriesOf(readTar(plain2), capture, budget);
  } finally {
    await close();
  }
  const digest = known ?? outer.digest();
  return { diffId: isPlain ? digest : inner.digest(), digest, size: outer.bytes, entries };
}
async function readPlainLayer(file, capture, budget, digest) {
  const bytes = new FileReader(file);
  try {
    const start = await bytes.upTo(MAGIC_BYTES);
    if (start !== null && compressionOf(start) !== "none") return null;
    bytes.rewind();
    budget.spendBytes(file.size);
    const entries = await entriesOf(readTarFrom(bytes), capture, budget);
    return { diffId: digest, digest, size: file.size, entries };
  } finally {
    await bytes.close();
  }
}
async function entriesOf(tar, capture, budget) {
  const entries = [];
  for await (const entry of tar) {
    entries.push(await toLayerEntry(entry, capture, budget));
  }
  return entries;
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
  const count3 = Math.min(wanted, size);
  return wanted > 0 && budget.keep(count3) ? readStart(content, count3) : null;
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
async function readStart(content, count3) {
  const start = Buffer.alloc(count3);
  let at = 0;
  for await (const piece of content) {
    at += piece.copy(start, at);
    if (at >= count3) {
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
  async read(layer, capture, budget) {
    const { key } = layer;
    const known = this.#known.get(key);
    if (known?.listing.entries.every((entry) => !lacks(entry, capture)) === true) {
      budget.spendAgain(known.cost);
      return known.listing;
    }
    const before = budget.spent;
    const kept = new Set(known?.listing.entries.flatMap(({ path, content }) => content === null ? [] : path) ?? []);
    const both = (path, size) => {
      const wanted = capture(path, size);
      return kept.has(path) ? Math.max(wanted, Math.min(size, HEAD)) : wanted;
    };
    const listing = await read(layer, both, budget);
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
  #keep(key, known) {
    const old = this.#known.get(key);
    if (old !== void 0) {
      this.#known.delete(key);
      this.#entries -= old.listing.entries.length;
      this.#content -= contentOf(old.listing);
    }
    const content = contentOf(known.listing);
    const entries = known.listing.entries.length;
    if (this.#entries + entries > MOST_ENTRIES || this.#content + content > MOST_CONTENT) {
      return;
    }
    this.#entries += entries;
    this.#content += content;
    this.#known.set(key, known);
  }
};
async function read({ verified, open: open2, openPlaced }, capture, budget) {
  const plain2 = verified === null ? null : await readPlainLayer(await openPlaced(), capture, budget, verified);
  return plain2 ?? readLayer(open2(), capture, budget, verified);
}
var HEAD = 64 * 1024;
function lacks({ kind, path, size, content }, capture) {
  const wanted = kind === "file" ? Math.min(capture(path, size), size) : 0;
  return wanted > 0 && (content?.length ?? 0) < wanted;
}
function contentOf({ entries }) {
  return entries.reduce((sum2, { content }) => sum2 + (content?.length ?? 0), 0);
}

// src/evidence/image-memory.ts
import { randomUUID } from "node:crypto";
import { join as join6 } from "node:path";

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
  const known = isCount(kind) ? KINDS2[kind] : void 0;
  if (typeof path !== "string" || typeof link !== "string" || known === void 0) return null;
  if (!isCount(mode) || !isCount(uid) || !isCount(gid) || !isCount(size)) return null;
  return { path, kind: known, mode, uid, gid, size, link, capability: toBytes(capability), content: toBytes(content) };
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

// src/evidence/image-memory-use.ts
import { join as join5 } from "node:path";
var KINDS3 = ["configs", "layers"];
var KEPT = { days: 14, bytes: 512 * 1024 * 1024 };
var DAY_MS = 864e5;
var MemoryUse = class {
  #folder;
  #files;
  #clock;
  #isFuller = false;
  constructor(folder, files, clock) {
    this.#folder = folder;
    this.#files = files;
    this.#clock = clock;
  }
  /** To be called when something was added. */
  wrote() {
    this.#isFuller = true;
  }
  /** Notes that a thing was used today. */
  async note(kind, name) {
    const stamp = this.#stampOf(kind, name);
    if (await this.#dayIn(stamp) !== this.#today()) await this.#files.writeText(stamp, this.#today());
  }
  /** Removes what was not used for long, then what is too much, oldest first. Once a day, and whenever something was added. */
  async tidy() {
    const tidied = join5(this.#folder, "tidied");
    if (!this.#isFuller && await this.#dayIn(tidied) === this.#today()) return;
    this.#isFuller = false;
    const things = (await Promise.all(KINDS3.map((kind) => this.#thingsOf(kind)))).flat();
    if (things.length === 0) return;
    const oldest = this.#day(-KEPT.days);
    let size = things.reduce((sum2, thing) => sum2 + thing.size, 0);
    for (const thing of things.toSorted((a, b) => a.lastUse < b.lastUse ? -1 : a.lastUse > b.lastUse ? 1 : 0)) {
      if (thing.lastUse >= oldest && size <= KEPT.bytes) break;
      await this.#files.remove(thing.path);
      await this.#files.remove(thing.stamp);
      size -= thing.size;
    }
    await this.#files.writeText(tidied, this.#today());
  }
  async #thingsOf(kind) {
    const folder = join5(this.#folder, kind);
    const things = [];
    for (const name of await this.#files.list(folder).catch(() => [])) {
      const path = join5(folder, name);
      const found = await this.#files.stat(path);
      if (found?.kind !== "file") continue;
      const stamp = this.#stampOf(kind, name);
      const lastUse = await this.#dayIn(stamp);
      if (lastUse === null) await this.#files.writeText(stamp, this.#today());
      things.push({ path, stamp, size: found.size, lastUse: lastUse ?? this.#today() });
    }
    return things;
  }
  #stampOf(kind, name) {
    return join5(this.#folder, "used", `${kind}-${name}`);
  }
  /** A day to come, of a clock that was wrong, is today. */
  async #dayIn(file) {
    const text5 = await this.#files.readText(file, 100).catch(() => "");
    if (!/^\d{4}-\d\d-\d\d$/.test(text5)) return null;
    return [text5, this.#today()].sort()[0] ?? null;
  }
  #today() {
    return this.#day(0);
  }
  #day(offset) {
    return new Date(this.#clock.now().getTime() + offset * DAY_MS).toISOString().slice(0, 10);
  }
};

// src/evidence/image-memory.ts
var LARGEST3 = 512 * 1024 * 1024;
var ImageMemory = class {
  #files;
  #log;
  #folder;
  #mayStore;
  #use;
  constructor({ folder, mayStore }, { files, log, clock }) {
    this.#files = files;
    this.#log = log;
    this.#folder = folder;
    this.#mayStore = mayStore;
    this.#use = new MemoryUse(folder, files, clock);
  }
  /** @param id 64 hex digits; null when not all of the image is known */
  async recall(id) {
    const config = await this.#read(this.#configPath(id), IMAGE_LIMITS.document);
    if (config === null || digestOf(config) !== `sha256:${id}`) return null;
    const layers = [];
    const { diffIds } = decodeConfig(config);
    for (const diffId of diffIds) {
      const bytes = await this.#read(this.#layerPath(diffId), LARGEST3);
      const listing = bytes === null ? null : decodeListing(bytes, diffId);
      if (listing === null) return null;
      layers.push(listing);
    }
    await this.#noteUse(id, diffIds);
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
      await this.#noteUse(
        id,
        layers.map(({ diffId }) => diffId)
      );
    } catch (error) {
      this.#log.debug(`What was learnt of sha256:${id} is not kept: ${errorMessage(error)}`);
    }
  }
  /** To be called at the end of a run: lets go of what was not used for long, and of what is too much. */
  async tidy() {
    try {
      await this.#use.tidy();
    } catch (error) {
      this.#log.debug(`${this.#folder} was not tidied: ${errorMessage(error)}`);
    }
  }
  async #noteUse(id, diffIds) {
    try {
      await this.#use.note("configs", id);
      for (const diffId of new Set(diffIds)) await this.#use.note("layers", diffId.replace("sha256:", ""));
    } catch (error) {
      this.#log.debug(`The use of sha256:${id} is not noted: ${errorMessage(error)}`);
    }
  }
  /** Whether the listing is there, with all the content that may be. */
  async #knows({ diffId, entries }) {
    const bytes = await this.#read(this.#layerPath(diffId), LARGEST3);
    const known = bytes === null ? null : decodeListing(bytes, diffId);
    if (known === null) return false;
    const kept = (entry) => entry.content !== null && this.#mayStore(entry.path, entry.content) ? entry.content.length : 0;
    return entries.every((entry, index) => kept(entry) <= (known.entries[index]?.content?.length ?? 0));
  }
  #configPath(id) {
    return join6(this.#folder, "configs", id);
  }
  #layerPath(diffId) {
    return join6(this.#folder, "layers", diffId.replace("sha256:", ""));
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
    this.#use.wrote();
    await this.#files.makeFolder(join6(path, ".."));
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
import { join as join7 } from "node:path";
var WANTED = /^(oci-layout|index\.json|blobs\/sha256\/([0-9a-f]{64}))$/;
async function unpackOciArchive(file, host) {
  await requireFile(file, host.files);
  const folder = await host.files.makeTempFolder();
  await host.files.makeFolder(join7(folder, "blobs", "sha256"));
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
    await unpack(entry, join7(folder, path), match[2], host);
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
import { join as join8 } from "node:path";
var LayoutSchema = exact({ imageLayoutVersion: literal("1.0.0") });
async function imagesOfLayout(folder, tag, files) {
  await checkLayout(folder, files);
  return candidatesOf(folder, tag, files);
}
async function prepareChosen({ folder, chosen, isVerified, digest: manifestDigest2 }, layers, files) {
  const { manifest, config, runConfig: runConfig2 } = await readImage(folder, chosen, files);
  const read4 = async (layer, place, capture, budget) => {
    const { digest, size } = layer;
    const path = await requireBlob(folder, layer, files);
    const opened = { open: () => files.open(path), openPlaced: () => files.openPlaced(path) };
    const verified = isVerified(digest) ? digest : null;
    const listing = await layers.read({ key: path, verified, ...opened }, capture, budget);
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
        listings.push(await read4(layer, `layer ${index + 1} of ${manifest.layers.length}`, capture, budget));
      }
      const names = chosen.names.filter((name) => /[:/]/.test(name));
      return { config, digest: manifestDigest2, layers: listings, names };
    }
  };
}
async function checkLayout(folder, files) {
  const found = await files.stat(folder);
  const mark = join8(folder, "oci-layout");
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
    throw damaged(`its index says ${formatPlatform(platform)} where its config says ${formatPlatform(found)}`);
  }
  return { manifest, config, runConfig: runConfig2 };
}
async function stage(folder, descriptor, files) {
  const staged = await files.makeTempFolder();
  const { mediaType, digest, size } = descriptor;
  await files.writeText(join8(staged, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
  await files.writeText(
    join8(staged, "index.json"),
    JSON.stringify({ schemaVersion: 2, manifests: [{ mediaType, digest, size }] })
  );
  await files.symlink(join8(folder, "blobs"), join8(staged, "blobs"));
  return staged;
}

// src/evidence/image-registry-errors.ts
var MANIFEST = "the manifest";
function registryErrors(registry) {
  return {
    refused: (status, what, login) => refused(registry, status, what, login === "" ? "" : `: ${login}`),
    unreachable: (error, what) => {
      if (errorCode(error) === "EFBIG") return damaged(`${registry} sends more for ${what} than is stated`);
      return new VerifyError(
        "registry-network",
        `${registry} did not give ${what}: ${errorMessage(error)}.`,
        "Check name resolution, proxy (HTTPS_PROXY, NO_PROXY) and certificates (NODE_EXTRA_CA_CERTS)."
      );
    }
  };
}
function refused(registry, status, what, login) {
  if (status === 401 || status === 403) {
    return new VerifyError(
      "registry-denied",
      `${registry} does not let this user have ${what} (${status})${login}.`,
      `Check the name, and log in before (docker login ${registry}; in a workflow docker/login-action).`
    );
  }
  if (status === 404 || status === 410) return missing2(registry, status, what, login);
  if (status === 429) {
    return new VerifyError(
      "registry-rate-limit",
      `${registry} refuses further downloads for now (429)${login}.`,
      `Run again later, or log in before (docker login ${registry}): most registries allow more then.`
    );
  }
  return new VerifyError(
    "registry-error",
    `${registry} did not give ${what}: it answered with an error (${status}).`,
    "Run again later."
  );
}
function missing2(registry, status, what, login) {
  return what === MANIFEST ? new UsageError(
    "image-not-found",
    `${registry} has no such image (${status})${login}.`,
    "Check the name and the tag. A registry may also answer so to a user who may not see the image: log in before."
  ) : damaged(`${registry} does not have ${what}, which the image names (${status})`);
}

// src/evidence/image-registry.ts
var PULL_MS = 30 * 6e4;
var SIDE_BY_SIDE = 4;
var ACCEPT = TYPES.join(", ");
var RegistryPulls = class {
  #host;
  #found = /* @__PURE__ */ new Map();
  #fetching = /* @__PURE__ */ new Map();
  #store = null;
  constructor(host) {
    this.#host = host;
  }
  /** Where they go. */
  store() {
    this.#store ??= BlobStore.create(0, this.#host.files);
    return this.#store;
  }
  /** Asks once for each name: all platforms of an image come from one index, also when its tag moves meanwhile. */
  find(image) {
    return onceFor(this.#found, image.text, () => this.#ask(image));
  }
  async #ask(image) {
    const store = await this.store();
    const { clock } = this.#host;
    let deadline = clock.now().getTime() + PULL_MS;
    const timeLeftMs = () => deadline - clock.now().getTime();
    const session = createSession(image, timeLeftMs, registryErrors(image.registry), this.#host);
    const parts = new Parts(image, session, store, this.#fetching, this.#host);
    const candidates = await imagesUnder([await parts.top()], (descriptor) => parts.document(descriptor));
    return {
      candidates,
      fetch: async ({ descriptor }) => {
        deadline = clock.now().getTime() + PULL_MS;
        const manifest = decodeManifest(await parts.document(descriptor), descriptor.mediaType);
        await parts.document(manifest.config);
        await parts.layers(manifest.layers);
      }
    };
  }
};
var Parts = class {
  #image;
  #base;
  #session;
  #store;
  #fetching;
  #host;
  constructor(image, session, store, fetching, host) {
    this.#image = image;
    this.#base = `${image.origin}/v2/${image.repository}`;
    this.#session = session;
    this.#store = store;
    this.#fetching = fetching;
    this.#host = host;
  }
  /** What the name leads to. */
  async top() {
    const { registry, wanted, digest } = this.#image;
    const options = { headers: { accept: ACCEPT }, maxBytes: IMAGE_LIMITS.document };
    const { body, headers } = await this.#session.get(`${this.#base}/manifests/${wanted}`, options, MANIFEST);
    const found = digestOf(body);
    const stated = digest ?? headers["docker-content-digest"] ?? found;
    if (stated.startsWith("sha256:") && stated !== found) {
      throw damaged(`${registry} answers with ${found} where the digest is ${shown(stated)}`);
    }
    const served = (headers["content-type"] ?? "").replace(/;.*$/s, "").trim();
    const mediaType = TYPES.includes(served) ? served : statedType(body);
    const descriptor = { mediaType, digest: found, size: body.byteLength, annotations: {}, platform: null };
    if (!isIndex(descriptor) && !isManifest(descriptor)) {
      throw new VerifyError(
        "image-format",
        `${registry} has it in a form that is not read: ${shown(mediaType === "" ? served : mediaType)}.`,
        "Push the image again with a current tool: docker push, buildx, skopeo."
      );
    }
    await this.#store.addBytes(body);
    return descriptor;
  }
  /** A manifest, index or config. */
  async document(descriptor) {
    const { digest, size } = descriptor;
    if (!this.#store.has(digest)) {
      if (size > IMAGE_LIMITS.document) throw tooLarge(`the document ${digest} has ${size} bytes`);
      const isConfig = !isIndex(descriptor) && !isManifest(descriptor);
      const url = `${this.#base}/${isConfig ? "blobs" : "manifests"}/${digest}`;
      const options = { headers: isConfig ? {} : { accept: descriptor.mediaType }, maxBytes: size };
      const { body } = await this.#session.get(url, options, `the document ${digest}`);
      if (body.byteLength !== size || digestOf(body) !== digest) {
        throw damaged(`${this.#image.registry} answers with something else than ${digest}`);
      }
      await this.#store.addBytes(body);
    }
    return readDocument(this.#store.folder, descriptor, this.#host.files);
  }
  /** Some side by side; of those that fail, the first is told, and no further one is begun. */
  async layers(layers) {
    const missing3 = [...new Map(layers.map((layer) => [layer.digest, layer])).values()].filter(
      ({ digest }) => !this.#store.has(digest)
    );
    const size = missing3.reduce((sum2, layer) => sum2 + layer.size, 0);
    if (size > IMAGE_LIMITS.uncompressed) throw tooLarge(`its layers have ${size} bytes`);
    this.#store.requireRoom(size);
    const waiting = missing3.values();
    const failures = [];
    const worker = async () => {
      for (const layer of waiting) {
        if (failures.length > 0) return;
        await this.#layer(layer).catch((error) => failures.push(error));
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
    if (failures.length > 0) throw failures[0];
  }
  #layer(layer) {
    const { digest, size } = layer;
    const url = `${this.#base}/blobs/${digest}`;
    const fetching = this.#fetching.get(digest) ?? this.#store.take(layer, (file) => this.#session.download(url, file, { maxBytes: size }, `the layer ${digest}`)).finally(() => this.#fetching.delete(digest));
    this.#fetching.set(digest, fetching);
    return fetching;
  }
};

// src/evidence/image-registry-reference.ts
function parseRegistryImage(reference) {
  const parsed2 = parseImageReference2(reference);
  if (parsed2 === null || parsed2.digest !== null && !parsed2.digest.startsWith("sha256:")) {
    throw new UsageError(
      "image-invalid",
      "what follows registry: is no name of an image.",
      "Write it like registry:ghcr.io/acme/time:1 or registry:ghcr.io/acme/time@sha256:\u2026."
    );
  }
  const { registry, repository, tag, digest } = parsed2;
  return {
    text: formatImageReference(parsed2),
    registry,
    origin: originOf(registry),
    repository,
    wanted: digest ?? tag ?? "latest",
    digest
  };
}

// src/evidence/image-remembered.ts
import { join as join9 } from "node:path";
var TYPE2 = "application/vnd.oci.image";
async function rememberedImage({ config, layers }, names, takeOut, files) {
  const runConfig2 = decodeConfig(config).config;
  let taken = null;
  let taking = null;
  const whole = async () => {
    taking ??= takeOut();
    taken = await taking;
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
  const names = entries.reduce((sum2, { path, link }) => sum2 + path.length + link.length, 0);
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
  await files.writeText(join9(store.folder, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
  const index = { schemaVersion: 2, manifests: [{ mediaType, ...manifest }] };
  await files.writeText(join9(store.folder, "index.json"), JSON.stringify(index));
  return store.folder;
}

// src/evidence/image-choose.ts
function chooseImage(images, platform, name, { machine, log }) {
  const chosen = chooseManifest(images, platform, machinePlatform(machine.arch));
  const platforms = platformsOf(images);
  if (platform === null && platforms.length > 1) {
    log.info(
      `${shown(name)} is there for ${platforms.join(", ")}: the image for ${formatPlatform(chosen.platform)} is judged, as this machine would run it. The option platform takes others, or all.`
    );
  }
  return chosen;
}

// src/evidence/image-shelf.ts
function shelfOf(contents, layers, host) {
  const { folder, images, name, isVerified, digestOf: digestOf2, repository = null, fetch } = contents;
  return {
    platforms: platformsOf(images),
    repository,
    take: async (platform) => {
      const [only, another] = images;
      const isClear = only !== void 0 && another === void 0 && contents.isArchive === true;
      const chosen = isClear ? only : chooseImage(images, platform, name, host);
      await fetch?.(chosen);
      return prepareChosen({ folder, chosen, isVerified, digest: digestOf2(chosen) }, layers, host.files);
    }
  };
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
  #shelves = /* @__PURE__ */ new Map();
  #registries;
  #asked = Promise.withResolvers();
  /**
   * @param references of all images that will be asked for, as the user writes them
   * @param memory what to keep of engine images for the next run; null: nothing. With it, what the scanner gets may lack
   *   the layers (see `OpenedImage.complete`)
   */
  constructor(references, host, memory = null) {
    this.#host = host;
    this.#left = references.length;
    this.#registries = new RegistryPulls(host);
    this.#memory = memory === null ? null : new ImageMemory(memory, host);
    const known = this.#memory;
    const isKnown2 = async (id) => known !== null && await known.has(id);
    const names = references.flatMap(engineName);
    this.#engines = new EngineExports(names, host, isKnown2, this.#asked.resolve);
    if (names.length === 0) this.#asked.resolve();
  }
  /**
   * To be called when an image has been read: after the last one nothing is kept in memory any more, and what is kept for
   * further runs is tidied.
   */
  async finished() {
    this.#left -= 1;
    if (this.#left <= 0) {
      this.#layers.clear();
      await this.#memory?.tidy();
    }
  }
  /**
   * Resolves when an engine has begun to write images out, or none will: what is loaded before that keeps it waiting.
   */
  get underway() {
    return this.#asked.promise;
  }
  /** To be called when more images will be asked for than were named. */
  expect(more) {
    this.#left += more;
  }
  /**
   * The platforms that an image is there for, like `linux/arm64`, sorted. What builds record beside it is none.
   * @throws UsageError, VerifyError
   */
  async platforms(source) {
    return (await this.#shelf(source)).platforms;
  }
  /**
   * Finds and chooses an image; `onFound` is told in between, while an engine writes it out. What Trivy is to be given is
   * there when this resolves; nothing has been read of it yet.
   * @throws UsageError, VerifyError
   */
  async prepare(source, platform, onFound) {
    const { take, repository } = await this.#shelf(source, onFound);
    return { prepared: await take(platform), repository };
  }
  /** Once for each source: a tag that moves meanwhile must not mix the platforms of two builds. */
  #shelf(source, onFound) {
    const found = onceFor(this.#shelves, JSON.stringify(source), () => this.#find(source, onFound));
    return found.finally(this.#asked.resolve);
  }
  async #find(source, onFound) {
    const host = this.#host;
    const { files } = host;
    switch (source.kind) {
      case "engine": {
        const found = await this.#engines.find(source.reference);
        const shelf = this.#fromEngine(found, source.reference);
        await Promise.race([this.underway, shelf]);
        onFound?.();
        return shelf;
      }
      case "docker-archive": {
        const archive = await onceFor(this.#archives, source.file, () => stageDockerArchive(source.file, files));
        return this.#staged({ ...archive, images: stagedWithTag(archive.images, source.tag) }, source.file);
      }
      case "oci-archive": {
        const folder = await onceFor(this.#unpacked, source.file, () => unpackOciArchive(source.file, host));
        return this.#layout(folder, await imagesOfLayout(folder, source.tag, files), source.file);
      }
      case "oci": {
        const { folder, tag } = source;
        return this.#layout(folder, await imagesOfLayout(folder, tag, files), folder);
      }
      case "registry":
        return this.#fromRegistry(parseRegistryImage(source.reference));
    }
  }
  async #fromEngine(found, reference) {
    const memory = this.#memory;
    const isId = found.id.startsWith(reference.replace("sha256:", ""));
    const repository = isId ? sharedRepository(found.names) : repositoryOf(reference);
    const takeOut = async (platform) => {
      const prepared = await this.#staged(await this.#engines.stage(found), reference).take(platform);
      return memory === null ? prepared : remembering(prepared, memory, found.id);
    };
    const known = memory === null ? null : await memory.recall(found.id);
    if (known !== null) {
      const { platform: own } = decodeConfig(known.config);
      const take = (platform) => rememberedImage(known, found.names, () => takeOut(platform), this.#host.files);
      return { platforms: platformsOf([{ platform: own }]), repository, take };
    }
    const { platforms } = this.#staged(await this.#engines.stage(found), reference);
    return { platforms, repository, take: takeOut };
  }
  #staged({ store, images }, name) {
    const isVerified = (digest) => store.has(digest);
    return this.#shelve({
      folder: store.folder,
      images,
      name,
      isVerified,
      digestOf: ({ digest }) => digest,
      isArchive: true
    });
  }
  #layout(folder, images, name) {
    return this.#shelve({ folder, images, name, isVerified: () => false, digestOf: manifestDigest });
  }
  async #fromRegistry(image) {
    const { candidates, fetch } = await this.#registries.find(image);
    const store = await this.#registries.store();
    return this.#shelve({
      folder: store.folder,
      images: candidates,
      name: image.text,
      isVerified: (digest) => store.has(digest),
      digestOf: manifestDigest,
      repository: repositoryOf(image.text),
      fetch
    });
  }
  #shelve(contents) {
    return shelfOf(contents, this.#layers, this.#host);
  }
};
function manifestDigest({ descriptor }) {
  return descriptor.digest;
}
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
    const parsed2 = parseImageReference(reference);
    return parsed2.kind === "engine" ? [parsed2.reference] : [];
  } catch {
    return [];
  }
}

// src/evidence/work-tree-files.ts
import { dirname, join as join10, resolve, sep } from "node:path";
function workTreeFiles(folder, files) {
  const root = once(async () => files.realPath(await rootAround(resolve(folder), files)));
  const requireInside = async (path) => {
    const real = await files.realPath(path);
    if (isWithin(await root(), real)) return;
    throw Object.assign(new Error("a link leads out of the repository"), { code: "EXDEV", path });
  };
  return {
    stat: (path) => files.stat(path),
    readBytes: async (path, limit) => {
      await requireInside(path);
      return files.readBytes(path, limit);
    },
    readText: async (path, limit) => {
      await requireInside(path);
      return files.readText(path, limit);
    }
  };
}
async function rootAround(folder, files) {
  for (let at = folder; ; at = dirname(at)) {
    if (await files.stat(join10(at, ".git")).catch(() => null) !== null) return at;
    if (dirname(at) === at) return folder;
  }
}
function isWithin(root, path) {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
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
var TYPES2 = {
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
    type: TYPES2[entry.kind],
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
    const cut = entry.path.lastIndexOf("/");
    const name = entry.path.slice(cut + 1);
    const isAufs = entry.path.startsWith(AUFS) && entry.path !== OPAQUE;
    if (isAufs || name.startsWith(AUFS) && name !== OPAQUE) {
      return;
    }
    const parent = this.#parent(entry.path.slice(0, Math.max(cut, 0)), layer);
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
  const missing3 = listed2?.missing ?? [];
  if (needs.length > 0 && isLast) {
    throw damaged("its text files take more room than any real ones");
  }
  if (needs.length + missing3.length > 0 && !isLast) {
    return { kind: "needs", paths: [...needs, ...missing3] };
  }
  return {
    kind: "complete",
    evidence: toEvidence(stored, decoded, options.reference, texts3, listed2?.files ?? null),
    skipped: (listed2?.skipped ?? 0) + missing3.length
  };
}
function textsOf(tree, paths) {
  const texts3 = {};
  const needs = [];
  for (const path of paths) {
    const text5 = textOf2(tree, path);
    if (typeof text5 === "object" && text5 !== null) {
      needs.push(text5.needs);
    } else {
      texts3[path] = text5;
    }
  }
  return { texts: texts3, needs };
}
function textOf2(tree, path) {
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
      `it is built for ${formatPlatform(found)}, not for ${formatPlatform(asked)}.`,
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
    platform: formatPlatform(decoded.platform),
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
import { join as join11, resolve as resolve2 } from "node:path";
async function locateImage(text5, workingDirectory, host) {
  const parsed2 = parseImageReference(text5);
  switch (parsed2.kind) {
    case "engine":
    case "registry":
      return parsed2;
    case "oci":
      return { ...parsed2, folder: resolve2(workingDirectory, parsed2.folder) };
    case "docker-archive":
    case "oci-archive":
      return { kind: parsed2.kind, ...await splitFile(parsed2.file, workingDirectory, host) };
    case "path":
      return fromPath(parsed2, resolve2(workingDirectory, parsed2.path), host);
  }
}
async function splitFile(text5, workingDirectory, { files }) {
  const whole = { file: resolve2(workingDirectory, text5), tag: null };
  if (await files.stat(whole.file) !== null) {
    return whole;
  }
  for (let colon = text5.indexOf(":", 2); colon !== -1; colon = text5.indexOf(":", colon + 1)) {
    const file = resolve2(workingDirectory, text5.slice(0, colon));
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
    const index = await host.files.stat(join11(path, "index.json"));
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
    const source = await locateImage(reference, options.workingDirectory, host);
    const platform = await wantedPlatform(options.platform, source, run2);
    const { prepared, repository } = await run2.prepare(source, platform, options.onFound);
    options.onPrepared?.({ trivyInput: prepared.trivyInput, complete: prepared.complete, repository });
    const { evidence, names } = await read2(prepared, { ...options, reference, platform }, host.log);
    const { trivyInput, complete } = prepared;
    return { evidence, trivyInput, complete, repository: repository ?? sharedRepository(names) };
  } catch (error) {
    throw about(reference, error);
  } finally {
    await run2.finished();
  }
}
async function platformsOfImage(reference, workingDirectory, host, run2) {
  try {
    return await run2.platforms(await locateImage(reference, workingDirectory, host));
  } catch (error) {
    throw about(reference, error);
  }
}
async function wantedPlatform(text5, source, run2) {
  if (text5 !== ALL_PLATFORMS) return text5 === null ? null : parsePlatform(text5);
  const [only, ...more] = await run2.platforms(source);
  if (only === void 0 || more.length === 0) return null;
  throw new UsageError(
    "platform-needed",
    `it is there for ${[only, ...more].join(", ")}, and one of them is needed here.`,
    "Say with --platform which one."
  );
}
async function read2(prepared, options, log) {
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
import { relative, resolve as resolve3, sep as sep2 } from "node:path";
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
function readDockerfileBytes(path, workingDirectory, files) {
  return readFile({ path, workingDirectory }, files);
}
function repositoryPath(path, workingDirectory) {
  const root = resolve3(workingDirectory);
  const inside = relative(root, resolve3(root, path)).split(sep2).join("/");
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
  const full = resolve3(workingDirectory, path);
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
    const advice2 = code === "EXDEV" ? "Put the file itself into the repository." : "Check the file and its permissions.";
    throw new UsageError("no-dockerfile", `${path} cannot be read: ${why}.`, advice2);
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
      const parsed2 = parseImageReference2(name);
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

// src/evidence/bases/images/image-config.ts
var text4 = string().nullish();
var texts2 = array(string()).nullish();
var words2 = union([string().transform((word) => [word]), array(string())]).nullish();
var keys2 = record(string(), unknown()).nullish();
var count2 = number().nullish();
var healthcheck = object({
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
  Healthcheck: healthcheck.nullish()
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
  const engines = once(() => listEngines(host));
  const find = async (wanted) => {
    const found = (await engines()).flatMap((local) => {
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
  return { find, begin: () => void engines().catch(() => void 0) };
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
    const parsed2 = parseImageReference2(repository);
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
  const parsed2 = parseImageReference2(name);
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
  const { healthcheck: healthcheck2 } = config;
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
    Healthcheck: healthcheck2 === null ? null : {
      Test: healthcheck2.test,
      Interval: healthcheck2.interval,
      Timeout: healthcheck2.timeout,
      StartPeriod: healthcheck2.startPeriod,
      StartInterval: healthcheck2.startInterval,
      Retries: healthcheck2.retries
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
import { join as join12 } from "node:path";
var ASK_MS3 = 6e4;
var ENVIRONMENT = [
  ...CLIENT_ENVIRONMENT,
  ..."REGISTRY_AUTH_FILE HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy".split(" ")
];
var DIGEST = /^sha256:[0-9a-f]{64}$/;
function registryBases(cacheFolder, host) {
  const folder = join12(cacheFolder, "bases");
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
  return join12(folder, `${digest.replace("sha256:", "")}-${platform.replace(/[^a-z0-9]+/gi, "-")}.json`);
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
import { join as join13 } from "node:path";

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
  const text5 = textOf(value);
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
  const text5 = textOf(value);
  if (text5 === null) return null;
  const parts = text5.split("$$").map((part) => withoutTemplates(part).replace(/\$[A-Za-z_]\w*/g, UNKNOWN));
  return parts.join("$");
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
  const length = [3, 2].find((count3) => words3.length >= count3 && BUILD.test(words3.slice(0, count3).join(" ")));
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
  const plain2 = text5.replace(/\$\{\{([^{}]{0,200})\}\}/g, (_, expression) => read3(expression.trim(), scope));
  return plain2.replaceAll("${{", UNKNOWN);
}
function withEnv(scope, env) {
  const entries = Object.entries(mapOf(env)).map(([name, value]) => [
    name,
    expand(textOf(value) ?? UNKNOWN, scope)
  ]);
  return { ...scope, env: new Map([...scope.env, ...entries]) };
}
function read3(expression, { env, matrix, repository }) {
  const [context = "", ...path] = expression.split(".");
  if (context === "env" && path.length === 1) return env.get(path[0] ?? "") ?? UNKNOWN;
  if (context === "matrix") {
    return textOf(path.reduce((value, key) => mapOf(value)[key], matrix)) ?? UNKNOWN;
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
  return keys3.every((key) => textOf(job[key]) === textOf(entry[key]) && textOf(entry[key]) !== null);
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
    const folder = [job, workflow].map((level) => textOf(mapOf(mapOf(level["defaults"])["run"])["working-directory"]));
    return matrixJobs(job["strategy"]).flatMap((matrix) => {
      const outer = withEnv({ env: /* @__PURE__ */ new Map(), matrix, repository }, workflow["env"]);
      const scope = withEnv(outer, job["env"]);
      return steps.flatMap((step, index) => {
        effort += 100 + (textOf(step["run"])?.length ?? 0);
        if (effort > MOST_EFFORT) return [];
        const place = `${file}:${yaml.lineOf(["jobs", name, "steps", index, "uses" in step ? "uses" : "run"])}`;
        const inner = withEnv(scope, step["env"]);
        if (textOf(step["uses"])?.startsWith("docker/build-push-action@")) {
          return buildPush(mapOf(step["with"]), steps, inner, place) ?? [];
        }
        const script = textOf(step["run"]);
        const start = textOf(step["working-directory"]) ?? folder[0] ?? folder[1] ?? ".";
        return script === null ? [] : scriptBuilds(script, expand(start, inner), inner, place);
      });
    });
  });
}
function buildPush(inputs, steps, scope, place) {
  const input = (name) => {
    const text5 = textOf(inputs[name]);
    return text5 === null || text5.trim() === "" ? null : expand(text5, scope).trim();
  };
  const context = (input("context") ?? ".").replace(/^\{\{defaultContext\}\}:?/, "");
  const file = input("file");
  const dockerfile = file === null ? insideRepository(context, "Dockerfile") : insideRepository(file);
  const target = input("target");
  const tags = tagsOf(textOf(inputs["tags"]) ?? "", steps, scope);
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
    if (!textOf(step?.["uses"])?.startsWith("docker/metadata-action@")) return [expand(line, scope)];
    const images = lines(textOf(mapOf(step?.["with"])["images"]) ?? "");
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
async function findBuilds(root, env, view) {
  const files = await view.present(root);
  const all = new Set(files);
  const repository = env.get("GITHUB_REPOSITORY") ?? null;
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
    const read4 = readerOf(file);
    if (read4 === null) continue;
    const text5 = await view.files.readText(join13(root, file), Math.min(LARGEST5, left)).catch(() => "");
    left -= text5.length;
    if (/build|target/.test(text5)) steps.push(...read4(text5, file).filter(({ dockerfile }) => all.has(dockerfile)));
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
import { posix as posix6 } from "node:path";
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
  const file = posix6.basename(path);
  const names = [
    posix6.basename(posix6.dirname(path)),
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
    const parsed2 = isKnown(name) ? parseImageReference2(name) : null;
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

// src/evidence/bases/resolution.ts
function keyOf(reference, platform) {
  return `${platform} ${reference}`;
}
function nothing(reasons) {
  const reason = reasons.length > 0 ? reasons.join("; ") : "nothing in the repository is known to build it";
  return { config: null, built: null, resolvedBy: "none", dockerfile: null, reason, below: [] };
}
var Answers = class {
  #byKey;
  #byReference = /* @__PURE__ */ new Map();
  /** @param byKey see `keyOf` */
  constructor(byKey) {
    this.#byKey = byKey;
    for (const [key, answer] of byKey) {
      const reference = key.slice(key.indexOf(" ") + 1);
      if (!this.#byReference.has(reference)) this.#byReference.set(reference, answer);
    }
  }
  /** On the platform of the stage that names it, where that says one. */
  of({ reference, stage: stage2 }, stages) {
    if (reference === null) return null;
    const platform = stage2 === null ? null : stages[stage2]?.platform ?? null;
    const exact2 = platform === null ? void 0 : this.#byKey.get(keyOf(reference, platform));
    return exact2 ?? this.#byReference.get(reference) ?? null;
  }
};
function chainOf({ base, stages }, answers) {
  if (base === null) return [];
  const { reference, written, location } = base;
  if (reference === null) {
    const reason2 = `the image of FROM ${written} is not known: a variable in it has no value`;
    return [{ reference: written, resolvedBy: "none", dockerfile: null, reason: reason2, from: location }];
  }
  const { below, resolvedBy, dockerfile, reason } = answers.of(base, stages) ?? nothing([]);
  return [{ reference, resolvedBy, dockerfile, reason, from: location }, ...below];
}
function withBuilds(evidence, answers) {
  const { base, stages, pulledImages } = evidence;
  const marked = (image) => {
    const builtBy = answers.of(image, stages)?.dockerfile ?? null;
    return builtBy === null ? image : { ...image, builtBy };
  };
  const built = base === null ? null : answers.of(base, stages)?.built ?? null;
  return {
    ...evidence,
    base: base === null ? null : marked(base),
    pulledImages: pulledImages.map(marked),
    bases: built === null ? [] : [...built.bases ?? [], built]
  };
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
var DEEPEST2 = 32;
var BaseResolver = class {
  /** Something will be asked for: what takes long begins, and whoever asks for nothing has lost little. */
  begin;
  #finders;
  #readBuild;
  #known = /* @__PURE__ */ new Map();
  /**
   * @param finders in the order in which they are believed
   * @param begin lets them begin what takes long
   */
  constructor(finders, readBuild, begin = () => void 0) {
    this.begin = begin;
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
        const key = keyOf(reference, platform);
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
      const known = new Answers(answers);
      const bases = chainOf(attempt.value, known);
      const evidence = withBuilds(attempt.value, known);
      return { evidence: { ...evidence, config: placed(evidence.config, bases) }, bases };
    }
  }
  async #resolve(reference, platform, way) {
    const key = keyOf(reference, platform);
    const known = this.#known.get(key);
    if (known !== void 0) return known;
    const circle = closeCircle(way, key);
    if (circle !== null) return nothing([`it is built from itself: ${circle}`]);
    const parsed2 = parseImageReference2(reference);
    if (parsed2 === null) return nothing(["it is not the name of an image"]);
    const resolution = await this.#search({ reference, parsed: parsed2, platform }, way);
    this.#known.set(key, resolution);
    return resolution;
  }
  async #search(wanted, way) {
    const reasons = [];
    for (const find of this.#finders) {
      const found = await find(wanted);
      if (found === null) continue;
      if (found.kind === "image") {
        const { config, reason } = found;
        return { config, built: null, resolvedBy: "image", dockerfile: null, reason, below: [] };
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
    if (way.length > DEEPEST2) return `${says}, but the chain of bases is longer than ${DEEPEST2}`;
    const pending = { key: keyOf(reference, platform), reference, build, circle: null };
    try {
      const parsed2 = await this.#readBuild(dockerfile);
      const configs = [];
      let bases = [];
      let built = null;
      for (const { args, optional } of build.variants) {
        const request = { parsed: parsed2, target, buildArgs: args, platform, assumeBuilds: true };
        const one2 = await this.#asBase(request, [...way, pending]).catch((error) => {
          if (optional && error instanceof DockerfileError) return null;
          throw error;
        });
        if (one2 === null) continue;
        if (configs.length === 0) ({ bases, evidence: built } = one2);
        configs.push(one2.config);
      }
      if (pending.circle !== null) return `${says}, but that leads in a circle: ${pending.circle}`;
      const config = mergeConfigs(configs);
      if (config === null) return `${says}, but its ONBUILD instructions depend on build arguments`;
      return { config, built, resolvedBy: "dockerfile", dockerfile, reason: says, below: bases };
    } catch (error) {
      return refusal(error, build);
    }
  }
  async #asBase(request, way) {
    const answers = /* @__PURE__ */ new Map();
    const chain = await this.#evaluate(request, way, answers);
    const baseConfig = (reference, platform) => answers.get(keyOf(reference, platform))?.config ?? null;
    const base = evaluateAsBase(request.parsed, { ...request, baseConfig });
    return { ...chain, config: { ...base, config: placed(base.config, chain.bases) } };
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
function placed(config, [nearest]) {
  return nearest?.resolvedBy === "dockerfile" ? withoutPlace(config, nearest.from) : config;
}
function attempted(work) {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof DockerfileError) return { error };
    throw error;
  }
}

// src/evidence/repository-view.ts
import { isAbsolute, relative as relative2, resolve as resolve5, sep as sep3 } from "node:path";

// src/evidence/bases/inference/repository-files.ts
import { join as join14, posix as posix7 } from "node:path";
var MOST_WALKED = 5e3;
var DEEPEST3 = 5;
async function repositoryFiles(root, host) {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const isKnown2 = await mayBeWorkTree(root, host.files);
  const listing = isKnown2 ? await askGit(root, args, host, 2e4) : null;
  const found = listing === null ? await walk2(root, host) : listing.split("\0");
  return [...new Set(found.filter((path) => path !== ""))].sort();
}
async function walk2(root, { files }) {
  const found = [];
  const folders = [["", 0]];
  let seen = 0;
  for (const [folder, depth] of folders) {
    const names = await files.list(join14(root, folder)).catch(() => []);
    for (const name of names) {
      seen++;
      if (seen > MOST_WALKED) return found;
      const path = posix7.join(folder, name);
      const kind = (await files.stat(join14(root, path)).catch(() => null))?.kind;
      if (kind === "file") found.push(path);
      const isOpen = name === ".github" || !(name.startsWith(".") || name === "node_modules");
      if (kind === "directory" && isOpen && depth < DEEPEST3) folders.push([path, depth + 1]);
    }
  }
  return found;
}

// src/evidence/git-files.ts
import { resolve as resolve4 } from "node:path";
async function gitFiles(folder, host) {
  if (!await mayBeWorkTree(folder, host.files)) return null;
  const [place, listing] = await Promise.all([
    askGit(folder, ["rev-parse", "--show-cdup", "--show-prefix"], host),
    askGit(folder, ["ls-files", "-z"], host)
  ]);
  if (place === null || listing === null) return null;
  const end = place.indexOf("\n");
  const [cdup, prefix2] = [place.slice(0, end), place.slice(end + 1)];
  const whole = listing === "" || listing.endsWith("\0");
  const files = listing.split("\0").filter((path) => path !== "");
  return {
    files: whole ? [...new Set(files)].sort() : null,
    prefix: prefix2.replace(/\n$/, "").replace(/\/$/, ""),
    root: resolve4(folder, cdup)
  };
}

// src/evidence/repository-view.ts
function workTreeView(around, host) {
  return {
    files: workTreeFiles(around, host.files),
    tracked: (folder) => gitFiles(folder, host),
    present: (folder) => repositoryFiles(folder, host)
  };
}
function commitView(commit, root) {
  const pathOf = (path) => {
    const inside = relative2(root, resolve5(path)).split(sep3).join("/");
    return inside === ".." || inside.startsWith("../") || isAbsolute(inside) ? null : inside;
  };
  const read4 = async (path, limit) => {
    const inside = pathOf(path);
    const bytes = inside === null ? null : await commit.read(inside, limit);
    if (bytes !== null) return bytes;
    throw Object.assign(new Error(`${path} is not in commit ${commit.commit.slice(0, 7)}`), { code: "ENOENT" });
  };
  const below = async (folder) => {
    const prefix2 = pathOf(folder) ?? "";
    const all = await commit.list();
    if (prefix2 === "" || all === null) return all;
    return all.flatMap((path) => path.startsWith(`${prefix2}/`) ? [path.slice(prefix2.length + 1)] : []);
  };
  return {
    files: {
      async stat(path) {
        const inside = pathOf(path);
        const kind = inside === null ? null : await commit.kindOf(inside);
        return kind === null ? null : { kind, size: 0 };
      },
      readBytes: read4,
      readText: async (path, limit) => new TextDecoder().decode(await read4(path, limit))
    },
    tracked: async (folder) => ({ files: await below(folder), prefix: pathOf(folder) ?? "", root }),
    present: async (folder) => await below(folder) ?? []
  };
}

// src/commands/base-resolver.ts
function createBaseResolver({ settings, policyFile }, cacheFolder, host, view = workTreeView(settings.workingDirectory, host)) {
  const { workingDirectory, resolveBases, base } = settings;
  const finders = [
    givenBases(base, workingDirectory, host),
    declaredBases(policyFile === null ? {} : declaredBuilds(policyFile, workingDirectory)),
    repositoryBases(() => findBuilds(workingDirectory, host.env, view))
  ];
  const engines = resolveBases === "repository" ? null : engineBases(host);
  if (engines !== null) finders.push(engines.find);
  if (resolveBases === "registry") finders.push(registryBases(cacheFolder, host));
  const parsed2 = /* @__PURE__ */ new Map();
  const read4 = (path) => {
    const reading = parsed2.get(path) ?? parseDockerfile(path, workingDirectory, view.files);
    parsed2.set(path, reading);
    return reading;
  };
  return new BaseResolver(finders, read4, engines?.begin);
}
function declaredBuilds({ file, bases }, workingDirectory) {
  const entries = Object.entries(bases).map(([name, build]) => {
    const dockerfile = repositoryPath(build.dockerfile, workingDirectory);
    const says = `built from ${dockerfile} by bases in ${file}:${build.line}`;
    return [name, { dockerfile, target: build.target, variants: exactly2(build.buildArgs), says, certain: true }];
  });
  return Object.fromEntries(entries);
}

export {
  formatPlatform,
  ALL_PLATFORMS,
  parsePlatform,
  machinePlatformText,
  isAttestation,
  hasTag,
  ENGINES,
  CLIENT_ENVIRONMENT,
  decodeIndex,
  unpackOciArchive,
  ImageRun,
  workTreeFiles,
  workTreeView,
  commitView,
  locateImage,
  openImage,
  platformsOfImage,
  isKnown,
  findBuilds,
  RejectedDockerfile,
  gatherDockerfile,
  readDockerfileBytes,
  repositoryPath,
  createBaseResolver
};
