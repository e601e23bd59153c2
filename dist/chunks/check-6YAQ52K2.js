import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  expandPlatforms,
  planSubjects
} from "./chunk-AEVZ67QP.js";
import {
  gatherWaivers
} from "./chunk-HB33IA4X.js";
import {
  policyOf
} from "./chunk-AJAWXDQN.js";
import {
  gather,
  withScan
} from "./chunk-RY4UJEKO.js";
import {
  readLockFiles,
  repositoryReader
} from "./chunk-I5QS5A2V.js";
import {
  ImageRun,
  createBaseResolver,
  workTreeFiles
} from "./chunk-7HQLDJTD.js";
import "./chunk-HPSARMEG.js";
import "./chunk-SUCAV5M4.js";
import "./chunk-JZOKEKLP.js";
import "./chunk-5PAOY7GA.js";
import "./chunk-L2YUO7LY.js";
import "./chunk-QMQSBEMZ.js";
import "./chunk-GOS64WHV.js";
import "./chunk-FTFZE2SS.js";
import {
  secretFileKind
} from "./chunk-J4V4GNMN.js";
import "./chunk-IEQ3EHIZ.js";
import "./chunk-QDWQURBN.js";
import "./chunk-TZCQQT6A.js";
import "./chunk-Q3RRR3VC.js";
import "./chunk-AZJMNLZK.js";
import "./chunk-LQLOOPP6.js";
import {
  detailOf,
  toProblem
} from "./chunk-3OE5NGK7.js";
import "./chunk-UM53JYGR.js";
import {
  __callDispose,
  __using
} from "./chunk-O5CCVBBB.js";

// src/commands/check.ts
import { join, resolve } from "node:path";

// src/rules/shared/may-keep.ts
function mayKeep(path, content) {
  if (secretFileKind(`/${path}`) !== null) return false;
  return !/^etc\/g?shadow-?$/.test(path) || !Buffer.from(content).includes("$");
}

// src/commands/scan-queue.ts
var ScanQueue = class {
  #prepare;
  #log;
  #scanner = null;
  #last = Promise.resolve();
  constructor(prepare, { log }) {
    this.#prepare = prepare;
    this.#log = log;
  }
  /** Begins to make the scanner ready: an image has been found. */
  start() {
    this.scanner().catch(() => void 0);
  }
  /** Never rejects for want of a scanner: its problems say so. */
  scanner() {
    this.#scanner ??= this.#prepare();
    return this.#scanner;
  }
  /**
   * Null when images are not to be scanned, and for one that turns out not to be readable: its scan is ended, as what the
   * limits of reading refuse is nothing to leave a scanner alone with.
   */
  add(input) {
    const before = this.#last;
    const unreadable = new AbortController();
    input.platform.catch(() => unreadable.abort());
    const scan = (async () => {
      const { scan: run } = await this.scanner();
      await before;
      return run === null || unreadable.signal.aborted ? null : this.#scan(input, run, unreadable.signal);
    })();
    this.#last = scan.catch(() => void 0);
    return scan;
  }
  /** Resolves when nothing is being made ready or scanned any more: what that uses may be taken away then. */
  async [Symbol.asyncDispose]() {
    const scanner = await this.#scanner?.catch(() => void 0);
    await this.#last;
    await scanner?.idle?.();
  }
  async #scan({ trivyInput, complete, name, platform }, run, signal) {
    let scan = await run(trivyInput, platform, name, signal);
    if (!await isKnown(platform)) return null;
    if (scan.evidence === null && complete !== null) {
      try {
        scan = await run(await complete(), platform, name, signal);
      } catch (error) {
        this.#log.debug(detailOf(error));
        return { evidence: null, problems: [toProblem(error)] };
      }
    }
    const { detail = "" } = scan;
    if (detail !== "") this.#log.info(detail);
    return scan;
  }
};
async function isKnown(platform) {
  return platform.then(
    () => true,
    () => false
  );
}

// src/commands/check.ts
async function check(asked, surroundings, host) {
  var _stack = [];
  try {
    const startedAt = host.clock.now().toISOString();
    const { settings, policyFile } = asked;
    const { cacheFolder, before, sbomKinds } = surroundings;
    const policy = policyOf(settings, policyFile, before !== null);
    const named = await planSubjects(asked, host);
    const waivers = await gatherWaivers(policyFile, surroundings.readWaivers);
    const memory = settings.imageCache ? { folder: join(cacheFolder, "images"), mayStore: mayKeep } : null;
    const images = new ImageRun(
      named.flatMap(({ image }) => image ?? []),
      host,
      memory
    );
    const scans = __using(_stack, new ScanQueue(
      async () => (await import("./scanner-RXMO7TWN.js")).prepareScanner(settings, true, cacheFolder, host, sbomKinds),
      host
    ), true);
    const shared = {
      files: workTreeFiles(settings.workingDirectory, host.files),
      bases: createBaseResolver(asked, cacheFolder, host),
      images,
      repository: repositoryReader(settings.workingDirectory, host),
      scans
    };
    const planned = await expandPlatforms(named, settings.workingDirectory, images, host);
    const underway = images.underway.then(async () => {
      if (planned.some(({ dockerfile }) => dockerfile !== null)) shared.bases.begin();
      await host.clock.sleep(0);
    });
    const [gathered, { decide, judgeAll, RULE_ALIASES }] = await Promise.all([
      gatherAll(planned, (one) => gather(one, settings, shared, host)),
      underway.then(() => import("./judge-DPD7WIIN.js")),
      underway.then(() => surroundings.preload())
    ]);
    const known = [];
    for (const one of gathered) known.push(await withScan(one, host));
    const hasImages = known.some(({ evidence }) => evidence.image !== null);
    const scanner = hasImages ? await scans.scanner() : null;
    const tracked = known[0]?.evidence.repository?.files ?? null;
    const lockFiles = hasImages ? await readLockFiles(tracked, settings.workingDirectory, shared.files) : /* @__PURE__ */ new Map();
    const dated = { ...policy, today: startedAt.slice(0, 10) };
    const judged = judgeAll(known, { named: surroundings.workflow, lockFiles }, dated);
    const cases = surroundings.wantsEdits ? await editsFor(judged, settings.workingDirectory, shared.files) : judged;
    const sboms = scanner?.sboms ?? null;
    const tools = { shared, policy: dated, sboms, cacheFolder };
    const { baseline, notices } = await compare(before, { planned, known, cases }, tools, host);
    const run = { startedAt, scanner: scanner?.facts ?? null, problems: scanner?.problems ?? [] };
    const verdict = decide(cases, run, policy, {
      waivers,
      baseline,
      now: startedAt,
      notices: [...surroundings.notices, ...notices],
      ruleAliases: RULE_ALIASES
    });
    return { verdict, cases, packagesFiles: known.map(({ packagesFile }) => packagesFile), sboms };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
var SIDE_BY_SIDE = 512;
async function gatherAll(planned, gatherOne) {
  const width = planned.some(({ image }) => image !== null) ? 1 : SIDE_BY_SIDE;
  const gathered = [];
  for (let start = 0; start < planned.length; start += width) {
    gathered.push(...await Promise.all(planned.slice(start, start + width).map(gatherOne)));
  }
  return gathered;
}
async function editsFor(cases, workingDirectory, files) {
  const { withEdits } = await import("./with-edits-PUX6KK7H.js");
  const edited = [];
  for (const one of cases) {
    const { dockerfile } = one.evidence;
    const text = dockerfile === null ? null : await textOf(resolve(workingDirectory, dockerfile.file), files);
    const faults = dockerfile === null || text === null ? null : withEdits(one.faults, one.checks, dockerfile, text);
    edited.push(faults === null ? one : { ...one, faults });
  }
  return edited;
}
async function textOf(path, files) {
  const bytes = await files.readBytes(path, LARGEST_EDITED).catch(() => null);
  return bytes === null ? null : new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
var LARGEST_EDITED = 1024 * 1024;
async function compare(before, { planned, known, cases }, tools, host) {
  if (before === null) return { baseline: null, notices: [] };
  const { gatherBaseline } = await import("./baseline-ABIUZ2KD.js");
  const all = planned.flatMap((one, index) => {
    const [gathered, judged] = [known[index], cases[index]];
    return gathered === void 0 || judged === void 0 ? [] : [{ planned: one, known: gathered, judged }];
  });
  return gatherBaseline(all, before, tools, host);
}
export {
  check
};
