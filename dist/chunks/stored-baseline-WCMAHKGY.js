import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  evidenceOfCommit
} from "./chunk-VBFCHGOL.js";
import "./chunk-2FI6LA4T.js";
import "./chunk-JZOKEKLP.js";
import {
  MAX_EVIDENCE_BYTES
} from "./chunk-4U7WBMNY.js";
import {
  EVIDENCE_FILE,
  evidenceArtifact
} from "./chunk-HYDFWEHI.js";
import "./chunk-CQB4OCLA.js";
import "./chunk-65B23YGU.js";
import {
  apiMessage,
  isRateLimit,
  oneLine,
  requestWithRetries
} from "./chunk-NOGZCOCE.js";
import "./chunk-BKIBT72L.js";
import "./chunk-ZM5ESNZ2.js";
import "./chunk-P3VS4RNN.js";
import {
  array,
  boolean,
  int,
  object,
  string
} from "./chunk-LQLOOPP6.js";
import "./chunk-3OE5NGK7.js";
import {
  errorMessage
} from "./chunk-UM53JYGR.js";
import "./chunk-O5CCVBBB.js";

// src/github/artifacts/ancestry.ts
var shape = object({ status: string() });
function ancestry(repository, git, api, clock) {
  return async (commit, of) => {
    if (![commit, of].every((one) => /^[0-9a-f]{40,64}$/.test(one))) return null;
    if (commit === of) return true;
    const base = await git(["merge-base", commit, of]);
    if (base?.trim() === commit) return true;
    const path = `/repos/${repository}/compare/${commit}...${of}?per_page=1&page=2`;
    const answer = await requestWithRetries(api, clock, "GET", path);
    const status = "status" in answer && answer.status === 200 ? shape.safeParse(answer.body).data?.status : void 0;
    return status === void 0 ? null : status === "ahead" || status === "identical";
  };
}

// src/github/artifacts/refusal.ts
function lookUpRefusal(answer) {
  if ("unreachable" in answer) return `the GitHub API gave no usable answer: ${oneLine(answer.unreachable)}`;
  const said = apiMessage(answer.body);
  return `${reasonOf(answer)} (GitHub answered ${answer.status}${said === "" ? "" : `, \u201C${said}\u201D`})`;
}
function reasonOf(answer) {
  const { status } = answer;
  if (isRateLimit(answer)) return "the API rate limit is used up";
  if (status === 401) return "the token is not valid";
  if (status === 403 || status === 404) return "the token lacks the permission actions: read";
  if (status === 410) return "the artifact has expired";
  return status >= 500 || status === 408 ? "GitHub is not available at present" : "GitHub gave an answer of another kind";
}

// src/github/artifacts/list.ts
var PAGES = 5;
var PAGE = 100;
var MAX_ARCHIVE_BYTES = 64 * 1024 * 1024;
var id = int().positive();
var page = object({
  artifacts: array(
    object({
      id,
      name: string(),
      size_in_bytes: int().min(0),
      expired: boolean(),
      created_at: string().nullish(),
      workflow_run: object({
        id,
        repository_id: id,
        head_repository_id: id,
        head_branch: string(),
        head_sha: string()
      }).nullish().catch(null)
    })
  )
});
async function listCandidates(api, clock, wanted) {
  const found = [];
  const path = `/repos/${wanted.repository}/actions/artifacts?name=${encodeURIComponent(wanted.name)}&per_page=${PAGE}`;
  for (let number = 1; number <= PAGES; number++) {
    const answer = await requestWithRetries(api, clock, "GET", `${path}&page=${number}`);
    if ("unreachable" in answer || answer.status !== 200) return { reason: lookUpRefusal(answer) };
    const decoded = page.safeParse(answer.body);
    if (!decoded.success) return { reason: "the list of artifacts has an unknown form" };
    for (const artifact of decoded.data.artifacts) {
      const { workflow_run: run, expired, name: name2, size_in_bytes: bytes } = artifact;
      if (expired || name2 !== wanted.name || bytes > MAX_ARCHIVE_BYTES || !run) continue;
      if (run.head_branch !== wanted.branch || run.head_repository_id !== run.repository_id) continue;
      found.push({ id: artifact.id, runId: run.id, headSha: run.head_sha, createdAt: artifact.created_at ?? "" });
    }
    if (decoded.data.artifacts.length < PAGE) break;
  }
  found.sort((a, b) => a.createdAt === b.createdAt ? b.id - a.id : a.createdAt < b.createdAt ? 1 : -1);
  return { candidates: found };
}

// src/github/artifacts/zip.ts
import { constants, crc32, inflateRawSync } from "node:zlib";
function zipEntry(zip, name2, maxBytes) {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  try {
    const entry = findEntry(bytes, name2);
    return entry === null || entry.size > maxBytes ? null : unpack(bytes, entry);
  } catch {
    return null;
  }
}
var END = 101010256;
var END_LENGTH = 22;
var LONGEST_COMMENT = 65535;
var DIRECTORY = 33639248;
var DIRECTORY_LENGTH = 46;
var LOCAL = 67324752;
var LOCAL_LENGTH = 30;
var MOST_ENTRIES = 1e3;
var ENCRYPTED = 1;
var STORED = 0;
var DEFLATED = 8;
function findEntry(bytes, name2) {
  const end = findEnd(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  let found = null;
  for (let index = 0; index < Math.min(count, MOST_ENTRIES); index++) {
    if (bytes.readUInt32LE(at) !== DIRECTORY) return null;
    const length = bytes.readUInt16LE(at + 28);
    const rest = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    const own = bytes.toString("utf8", at + DIRECTORY_LENGTH, at + DIRECTORY_LENGTH + length);
    if (own === name2) {
      if (found !== null || (bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0) return null;
      found = {
        method: bytes.readUInt16LE(at + 10),
        crc: bytes.readUInt32LE(at + 16),
        packed: bytes.readUInt32LE(at + 20),
        size: bytes.readUInt32LE(at + 24),
        offset: bytes.readUInt32LE(at + 42)
      };
    }
    at += DIRECTORY_LENGTH + length + rest;
  }
  return found;
}
function findEnd(bytes) {
  const first = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= first; at--) {
    if (bytes.readUInt32LE(at) === END && at + END_LENGTH + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  return null;
}
function unpack(bytes, { method, crc, packed, size, offset }) {
  if (bytes.readUInt32LE(offset) !== LOCAL) return null;
  const start = offset + LOCAL_LENGTH + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length) return null;
  const data = bytes.subarray(start, start + packed);
  const content = method === STORED ? data : method === DEFLATED ? inflate(data, size) : null;
  return content !== null && content.length === size && crc32(content) === crc ? content : null;
}
function inflate(data, size) {
  return inflateRawSync(data, { maxOutputLength: Math.max(size, 1), finishFlush: constants.Z_FINISH });
}

// src/github/artifacts/download.ts
async function downloadEvidence(id2, { repository, apiUrl, maxBytes }, { api, http, clock }) {
  const answer = await requestWithRetries(api, clock, "GET", `/repos/${repository}/actions/artifacts/${id2}/zip`);
  if ("unreachable" in answer) return { reason: lookUpRefusal(answer), lasting: true };
  if (answer.status !== 302 || answer.location === void 0) {
    return { reason: lookUpRefusal(answer), lasting: answer.status !== 410 && answer.status !== 404 };
  }
  const zip = await fetchZip(answer.location, apiUrl, http);
  if ("reason" in zip) return { ...zip, lasting: false };
  const content = zipEntry(zip.bytes, EVIDENCE_FILE, maxBytes);
  return content === null ? { reason: "its artifact is damaged or holds something else", lasting: false } : { text: content.toString("utf8") };
}
var TIMEOUT_MS = 2 * 6e4;
async function fetchZip(url, apiUrl, http) {
  const protocol = URL.parse(url)?.protocol;
  if (protocol !== "https:" && protocol !== URL.parse(apiUrl)?.protocol)
    return { reason: "GitHub named no address of its artifact that can be trusted" };
  try {
    const { status, body } = await http.get(url, { maxBytes: MAX_ARCHIVE_BYTES, timeoutMs: TIMEOUT_MS });
    return status === 200 ? { bytes: body } : { reason: `its artifact could not be downloaded: the storage answered ${status}` };
  } catch (error) {
    return { reason: `its artifact could not be downloaded: ${oneLine(errorMessage(error))}` };
  }
}

// src/github/artifacts/run.ts
var name = object({ full_name: string() });
var shape2 = object({
  id: int(),
  event: string(),
  head_branch: string().nullable(),
  head_sha: string(),
  head_repository: name.nullish(),
  repository: name
});
async function isPushTo(branch, { runId, headSha }, repository, api, clock) {
  const path = `/repos/${repository}/actions/runs/${runId}?exclude_pull_requests=true`;
  const answer = await requestWithRetries(api, clock, "GET", path);
  if ("status" in answer && answer.status === 404) return { trusted: false };
  if ("unreachable" in answer || answer.status !== 200) return { reason: lookUpRefusal(answer) };
  const decoded = shape2.safeParse(answer.body);
  if (!decoded.success) return { reason: "the description of a workflow run has an unknown form" };
  const run = decoded.data;
  const isHere = (other) => other?.full_name.toLowerCase() === repository.toLowerCase();
  return {
    trusted: run.id === runId && run.event === "push" && run.head_branch === branch && run.head_sha === headSha && isHere(run.repository) && isHere(run.head_repository)
  };
}

// src/github/artifacts/find.ts
var MOST_CANDIDATES = 20;
var MOST_DOWNLOADS = 3;
async function findEvidence(wanted, ports, isAncestor) {
  const { repository, defaultBranch, category, baseCommit } = wanted;
  const name2 = evidenceArtifact(category);
  const listed = await listCandidates(ports.api, ports.clock, { repository, name: name2, branch: defaultBranch });
  if ("reason" in listed) return none(listed.reason);
  const candidates = baseFirst(listed.candidates, baseCommit).slice(0, MOST_CANDIDATES);
  if (candidates.length === 0) return none(`no run of ${defaultBranch} keeps an artifact ${name2}`);
  let last = null;
  let downloads = 0;
  for (const candidate of candidates) {
    const run = await isPushTo(defaultBranch, candidate, repository, ports.api, ports.clock);
    if ("reason" in run) return none(run.reason);
    if (!run.trusted || await isAncestor(candidate.headSha, baseCommit) !== true) continue;
    if (downloads === MOST_DOWNLOADS) break;
    downloads += 1;
    const opened = await open(candidate, wanted, ports);
    if ("evidence" in opened) return { kind: "found", evidence: opened.evidence, commit: candidate.headSha };
    last = `of commit ${candidate.headSha.slice(0, 7)}, ${opened.reason}`;
    if (opened.lasting) break;
  }
  return none(
    last ?? `no push to ${defaultBranch} has stored evidence of ${baseCommit.slice(0, 7)} or a commit before it`
  );
}
async function open({ id: id2, headSha }, { repository, apiUrl, maxBytes, decode }, ports) {
  const downloaded = await downloadEvidence(id2, { repository, apiUrl, maxBytes }, ports);
  if ("reason" in downloaded) return downloaded;
  const decoded = decode(downloaded.text, headSha);
  return "mistake" in decoded ? { reason: `its evidence cannot be used: ${decoded.mistake}`, lasting: false } : decoded;
}
function baseFirst(candidates, baseCommit) {
  const isBase = ({ headSha }) => headSha === baseCommit;
  return [...candidates.filter(isBase), ...candidates.filter((one) => !isBase(one))];
}
function none(reason) {
  return { kind: "none", reason };
}

// src/commands/stored-baseline.ts
async function findBaseline({ context, category, baseCommit, api, git }, { http, clock }) {
  const { repository, apiUrl, event } = context;
  if (api === null) return { kind: "none", reason: "there is no token to look for it with" };
  if (event.defaultBranch === null) return { kind: "none", reason: "the event does not name the default branch" };
  return findEvidence(
    {
      repository,
      apiUrl,
      defaultBranch: event.defaultBranch,
      category,
      baseCommit,
      maxBytes: MAX_EVIDENCE_BYTES,
      decode: (text, commit) => evidenceOfCommit(text, repository, commit)
    },
    { api, http, clock },
    ancestry(repository, git, api, clock)
  );
}
export {
  findBaseline
};
