import * as z from 'zod';
import { type Host, type HttpAnswer, HttpError, type HttpOptions } from '../host/ports.ts';
import { parseChallenge } from './challenge.ts';
import { findLogin } from './credentials.ts';
import type { RegistryPlace } from './place.ts';

/** Requests to one repository of a registry, with the login that it asks for. */
export interface Session {
  /** Resolves with an answer of status 200. `what` is what was asked for, in words. */
  get(url: string, options: HttpOptions, what: string): Promise<HttpAnswer>;
  download(url: string, file: string, options: HttpOptions, what: string): Promise<void>;
}

/** How refusals become errors: they differ by what the registry is asked for. */
export interface RegistryErrors {
  /**
   * @param what what was asked for, in words
   * @param login which login was used or looked for, in words; '' when the registry did not ask for one
   */
  refused(status: number, what: string, login: string): Error;
  /** No whole answer came at all. */
  unreachable(error: unknown, what: string): Error;
}

/**
 * Anonymous until the registry asks for a login; logs in once more when what it gave has run out.
 * @param timeLeftMs of all requests together
 */
export function createSession(
  place: RegistryPlace,
  timeLeftMs: () => number,
  errors: RegistryErrors,
  host: Host,
): Session {
  let authorization: string | null = null;
  let challenge = '';
  let login = '';
  const optionsOf = (options: HttpOptions): HttpOptions => ({
    ...options,
    timeoutMs: Math.max(1, timeLeftMs()),
    headers: { ...options.headers, ...(authorization === null ? {} : { authorization }) },
  });
  const ask = async (url: string, options: HttpOptions, what: string): Promise<HttpAnswer> => {
    try {
      return await host.http.get(url, optionsOf(options));
    } catch (error) {
      throw errors.unreachable(error, what);
    }
  };
  // Requests side by side find out together that a token has run out: one of them renews it.
  let renewal: Promise<boolean> | null = null;
  const logIn = (used: string | null, what: string): Promise<boolean> => {
    if (renewal === null && authorization !== used) return Promise.resolve(true);
    renewal ??= (async () => {
      try {
        authorization = null;
        const answer = await authorize(challenge, place, (url, options) => ask(url, options, what), host);
        login = answer.login;
        authorization = answer.authorization;
        return authorization !== null;
      } finally {
        renewal = null;
      }
    })();
    return renewal;
  };
  const get: Session['get'] = async (url, options, what) => {
    const used = authorization;
    let answer = await ask(url, options, what);
    if (answer.status === 401) {
      challenge = answer.headers['www-authenticate'] ?? '';
      if (await logIn(used, what)) answer = await ask(url, options, what);
    }
    if (answer.status !== 200) {
      throw errors.refused(answer.status, what, login);
    }
    return answer;
  };
  /** Null: it is there; else the status of the refusal. */
  const attempt = async (url: string, file: string, options: HttpOptions, what: string): Promise<number | null> => {
    try {
      await host.http.download(url, file, optionsOf(options));
      return null;
    } catch (error) {
      if (error instanceof HttpError) return error.status;
      throw errors.unreachable(error, what);
    }
  };
  return {
    get,
    download: async (url, file, options, what) => {
      const used = authorization;
      let status = await attempt(url, file, options, what);
      // The registry has said at the first request what it wants.
      if (status === 401 && (await logIn(used, what))) status = await attempt(url, file, options, what);
      if (status !== null) throw errors.refused(status, what, login);
    },
  };
}

const Token = z.object({ token: z.string().optional(), access_token: z.string().optional() });

interface Authorized {
  /** The value of an Authorization header; null when the registry's wish cannot be met. */
  readonly authorization: string | null;
  /** Which login was used or looked for, in words. */
  readonly login: string;
}

async function authorize(
  header: string,
  { registry, origin, repository }: RegistryPlace,
  get: (url: string, options: HttpOptions) => Promise<HttpAnswer>,
  host: Host,
): Promise<Authorized> {
  const challenge = parseChallenge(header, origin);
  if (challenge === null) {
    return { authorization: null, login: 'it asks for a kind of login that is not known' };
  }
  const { credentials, source: login } = await findLogin(registry, host);
  const basic =
    credentials === null
      ? null
      : `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`;
  if (challenge.scheme === 'basic') {
    return { authorization: basic, login };
  }
  const { realm, service, scope } = challenge;
  if (service !== null) realm.searchParams.set('service', service);
  realm.searchParams.set('scope', scope ?? `repository:${repository}:pull`);
  const answer = await get(realm.href, { headers: basic === null ? {} : { authorization: basic } });
  if (answer.status !== 200) {
    return { authorization: null, login: `${login}; its token server answers ${answer.status}` };
  }
  const token = Token.safeParse(parseJson(new TextDecoder().decode(answer.body))).data;
  const value = token?.token ?? token?.access_token ?? '';
  return { authorization: /^[\x21-\x7e]{1,16000}$/.test(value) ? `Bearer ${value}` : null, login };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
