import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Host, type HttpAnswer, HttpError, type HttpOptions } from '../../host/ports.ts';
import { VerifyError } from '../../model/failure.ts';
import { parseChallenge } from './challenge.ts';
import { credentialsFor } from './credentials.ts';
import type { RegistryReference } from './reference.ts';
import { refusedBy, unreachable } from './registry-failure.ts';
import type { ArtifactSource } from './source.ts';

const MAX_MANIFEST_BYTES = 1024 * 1024;

const ACCEPT = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/**
 * An artifact in a registry, over the distribution protocol. Anonymous unless the user has logged in there.
 * @param timeLeftMs of all requests together
 */
export function registrySource(
  reference: RegistryReference,
  defaultTag: string,
  timeLeftMs: () => number,
  host: Host,
): ArtifactSource {
  const { origin, repository, digest, tag, text } = reference;
  const base = `${origin}/v2/${repository}`;
  const session = createSession(reference, timeLeftMs, host);
  return {
    name: text,
    manifest: async () => {
      const url = `${base}/manifests/${digest ?? tag ?? defaultTag}`;
      const what = `manifest of ${text}`;
      const { body } = await session.get(url, { headers: { accept: ACCEPT }, maxBytes: MAX_MANIFEST_BYTES }, what);
      const actual = `sha256:${createHash('sha256').update(body).digest('hex')}`;
      if (digest !== null && actual !== digest) {
        throw new VerifyError(
          'database-digest',
          `${what}: the registry answered with another one, ${actual}`,
          'Do not use this registry, or check the digest in --db-repository.',
        );
      }
      return { bytes: body, digest: actual };
    },
    blob: (blob, file) =>
      session.download(`${base}/blobs/${blob.digest}`, file, { maxBytes: blob.size }, `download of ${text}`),
  };
}

interface Session {
  /** Resolves with an answer of status 200. */
  get(url: string, options: HttpOptions, what: string): Promise<HttpAnswer>;
  download(url: string, file: string, options: HttpOptions, what: string): Promise<void>;
}

/** Logs in when the registry asks for it, and once more when what it gave has run out. */
function createSession(reference: RegistryReference, timeLeftMs: () => number, host: Host): Session {
  let authorization: string | null = null;
  const optionsOf = (options: HttpOptions): HttpOptions => ({
    ...options,
    timeoutMs: Math.max(1, timeLeftMs()),
    headers: { ...options.headers, ...(authorization === null ? {} : { authorization }) },
  });
  const ask = async (url: string, options: HttpOptions, what: string): Promise<HttpAnswer> => {
    try {
      return await host.http.get(url, optionsOf(options));
    } catch (error) {
      throw unreachable(error, what);
    }
  };
  const logIn = async (challenge: string, what: string): Promise<boolean> => {
    authorization = null;
    authorization = await authorize(challenge, reference, (url, options) => ask(url, options, what), host);
    return authorization !== null;
  };
  const get: Session['get'] = async (url, options, what) => {
    let answer = await ask(url, options, what);
    if (answer.status === 401 && (await logIn(answer.headers['www-authenticate'] ?? '', what))) {
      answer = await ask(url, options, what);
    }
    if (answer.status !== 200) {
      throw refusedBy(answer.status, what);
    }
    return answer;
  };
  return {
    get,
    download: async (url, file, options, what) => {
      try {
        await host.http.download(url, file, optionsOf(options));
      } catch (error) {
        throw error instanceof HttpError ? refusedBy(error.status, what) : unreachable(error, what);
      }
    },
  };
}

const Token = z.object({ token: z.string().optional(), access_token: z.string().optional() });

/** The value of an Authorization header; null when the registry's wish cannot be met. */
async function authorize(
  header: string,
  { registry, origin, repository }: RegistryReference,
  get: (url: string, options: HttpOptions) => Promise<HttpAnswer>,
  host: Host,
): Promise<string | null> {
  const challenge = parseChallenge(header, origin);
  if (challenge === null) {
    return null;
  }
  const login = await credentialsFor(registry, host);
  const basic =
    login === null ? null : `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
  if (challenge.scheme === 'basic') {
    return basic;
  }
  const { realm, service, scope } = challenge;
  if (service !== null) realm.searchParams.set('service', service);
  realm.searchParams.set('scope', scope ?? `repository:${repository}:pull`);
  const answer = await get(realm.href, { headers: basic === null ? {} : { authorization: basic } });
  if (answer.status !== 200) {
    return null;
  }
  const token = Token.safeParse(parseJson(new TextDecoder().decode(answer.body))).data;
  const value = token?.token ?? token?.access_token ?? '';
  return /^[\x21-\x7e]{1,16000}$/.test(value) ? `Bearer ${value}` : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
