import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  object,
  string
} from "./chunk-LQLOOPP6.js";
import {
  errorMessage
} from "./chunk-UM53JYGR.js";

// src/github/api-message.ts
var LONGEST = 300;
var errorBody = object({ message: string() });
function apiMessage(body) {
  const decoded = errorBody.safeParse(body);
  return decoded.success ? oneLine(decoded.data.message) : "";
}
function oneLine(text) {
  const flat = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, " ").trim();
  return flat.length > LONGEST ? `${flat.slice(0, LONGEST - 1)}\u2026` : flat;
}

// src/github/request-with-retries.ts
var WAITS_MS = [2e3, 8e3, 2e4];
var LONGEST_WAIT_MS = 6e4;
var TEMPORARY = [408, 429, 500, 502, 503, 504];
async function requestWithRetries(api, clock, method, path, body) {
  for (const wait of WAITS_MS) {
    const answer = await attempt(api, method, path, body);
    const pause = waitBeforeRetry(answer, wait);
    if (pause === null) {
      return answer;
    }
    await clock.sleep(pause);
  }
  return attempt(api, method, path, body);
}
async function attempt(api, method, path, body) {
  try {
    return await api.request(method, path, body);
  } catch (error) {
    return { unreachable: errorMessage(error) };
  }
}
function waitBeforeRetry(answer, usual) {
  if ("unreachable" in answer) {
    return usual;
  }
  if (!TEMPORARY.includes(answer.status) && !isRateLimit(answer)) {
    return null;
  }
  const wait = Math.max(answer.retryAfterMs ?? 0, usual);
  return wait <= LONGEST_WAIT_MS ? wait : null;
}
function isRateLimit(answer) {
  return answer.status === 429 || answer.status === 403 && /rate limit/i.test(apiMessage(answer.body));
}

export {
  apiMessage,
  oneLine,
  requestWithRetries,
  attempt,
  waitBeforeRetry,
  isRateLimit
};
