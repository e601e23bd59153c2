import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  HttpError
} from "./chunk-FTFZE2SS.js";
import {
  object,
  record,
  string
} from "./chunk-LQLOOPP6.js";
import {
  errorMessage
} from "./chunk-UM53JYGR.js";

// src/registry/challenge.ts
function parseChallenge(header, registryOrigin) {
  const [, scheme = "", rest = ""] = /^\s*([A-Za-z]{1,20})(?:\s+(.{0,4000}))?$/.exec(header) ?? [];
  if (scheme.toLowerCase() === "basic") {
    return { scheme: "basic" };
  }
  if (scheme.toLowerCase() !== "bearer") {
    return null;
  }
  const parameters = new Map(
    [...rest.matchAll(/([a-z]{1,20})="([^"]{0,2000})"/gi)].map(([, name = "", value = ""]) => [
      name.toLowerCase(),
      value
    ])
  );
  const realm = URL.parse(parameters.get("realm") ?? "");
  const allowed = registryOrigin.startsWith("https:") ? ["https:"] : ["http:", "https:"];
  return realm === null || !allowed.includes(realm.protocol) ? null : {
    scheme: "bearer",
    realm,
    service: parameters.get("service") ?? null,
    scope: parameters.get("scope") ?? null
  };
}

// src/registry/credentials.ts
import { join } from "node:path";
var HELPER_TIMEOUT_MS = 3e4;
var MAX_CONFIG_BYTES = 4 * 1024 * 1024;
var Auth = object({
  auth: string().optional(),
  username: string().optional(),
  password: string().optional()
});
var Config = object({
  auths: record(string(), Auth).catch({}),
  credHelpers: record(string(), string()).catch({}),
  credsStore: string().optional().catch(void 0)
});
var HelperAnswer = object({ Username: string(), Secret: string() });
async function findLogin(registry, host) {
  const file = configFile(host);
  if (file === null)
    return none("no config file of docker to look for a login in: neither DOCKER_CONFIG nor HOME is set");
  try {
    return await lookUp(registry, file, host);
  } catch (error) {
    host.log.debug(`No login for ${registry}: ${errorMessage(error)}`);
    return none(`${file} cannot be read`);
  }
}
function none(source) {
  return { credentials: null, source };
}
async function lookUp(registry, file, host) {
  if ((await host.files.stat(file))?.kind !== "file") return none(`no login: there is no ${file}`);
  const config = Config.parse(JSON.parse(await host.files.readText(file, MAX_CONFIG_BYTES)));
  const keys = registry === "docker.io" ? ["https://index.docker.io/v1/", "docker.io"] : [registry, `https://${registry}`];
  const helper = keys.map((key) => config.credHelpers[key]).find((name) => name !== void 0) ?? config.credsStore;
  const [server = registry] = keys;
  const answer = helper === void 0 ? null : await askHelper(helper, server, host).catch(() => null);
  if (answer !== null && answer.username !== IDENTITY_TOKEN) {
    return { credentials: answer, source: `the login that docker-credential-${helper} gave is not enough` };
  }
  const stored = keys.map((key) => storedLogin(config.auths[key])).find((login) => login !== null);
  if (stored !== void 0 && stored !== null) {
    return { credentials: stored, source: `the login in ${file} is not enough` };
  }
  if (answer !== null) {
    return none(
      `docker-credential-${helper} has an identity token for it, which cannot be used: log in with a password or token`
    );
  }
  return none(
    `no login for ${registry} in ${file}${helper === void 0 ? "" : `, nor from docker-credential-${helper}`}`
  );
}
var IDENTITY_TOKEN = "<token>";
function configFile({ env }) {
  const home = env.get("HOME") ?? env.get("USERPROFILE");
  const folder = env.get("DOCKER_CONFIG") ?? (home === void 0 ? void 0 : join(home, ".docker"));
  return folder === void 0 ? null : join(folder, "config.json");
}
function storedLogin(stored) {
  const { auth = "", username = "", password = "" } = stored ?? {};
  if (auth !== "") return decodeAuth(auth);
  return username === "" || password === "" ? null : { username, password };
}
function decodeAuth(auth) {
  const text = Buffer.from(auth, "base64").toString().replace(/\0+$/, "");
  const colon = text.indexOf(":");
  return colon < 1 ? null : { username: text.slice(0, colon), password: text.slice(colon + 1) };
}
async function askHelper(name, server, { exec, env }) {
  const program = /^[a-z0-9][a-z0-9-]{0,60}$/i.test(name) ? await exec.which(`docker-credential-${name}`) : null;
  if (program === null) {
    return null;
  }
  const result = await exec.run(program, ["get"], {
    env: env.pick(HELPER_ENVIRONMENT),
    timeoutMs: HELPER_TIMEOUT_MS,
    input: server
  });
  if (result.exitCode !== 0) {
    return null;
  }
  const { Username: username, Secret: password } = HelperAnswer.parse(JSON.parse(result.stdout));
  return username === "" ? null : { username, password };
}
var HELPER_ENVIRONMENT = [
  "PATH",
  "HOME",
  "USERPROFILE",
  "SystemRoot",
  "APPDATA",
  "LOCALAPPDATA",
  "DOCKER_CONFIG",
  "DBUS_SESSION_BUS_ADDRESS",
  "XDG_RUNTIME_DIR",
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_REGION",
  "AWS_PROFILE",
  "GOOGLE_APPLICATION_CREDENTIALS"
];

// src/registry/session.ts
function createSession(place, timeLeftMs, errors, host) {
  let authorization = null;
  let challenge = "";
  let login = "";
  const optionsOf = (options) => ({
    ...options,
    timeoutMs: Math.max(1, timeLeftMs()),
    headers: { ...options.headers, ...authorization === null ? {} : { authorization } }
  });
  const ask = async (url, options, what) => {
    try {
      return await host.http.get(url, optionsOf(options));
    } catch (error) {
      throw errors.unreachable(error, what);
    }
  };
  let renewal = null;
  const logIn = (used, what) => {
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
  const get = async (url, options, what) => {
    const used = authorization;
    let answer = await ask(url, options, what);
    if (answer.status === 401) {
      challenge = answer.headers["www-authenticate"] ?? "";
      if (await logIn(used, what)) answer = await ask(url, options, what);
    }
    if (answer.status !== 200) {
      throw errors.refused(answer.status, what, login);
    }
    return answer;
  };
  const attempt = async (url, file, options, what) => {
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
      if (status === 401 && await logIn(used, what)) status = await attempt(url, file, options, what);
      if (status !== null) throw errors.refused(status, what, login);
    }
  };
}
var Token = object({ token: string().optional(), access_token: string().optional() });
async function authorize(header, { registry, origin, repository }, get, host) {
  const challenge = parseChallenge(header, origin);
  if (challenge === null) {
    return { authorization: null, login: "it asks for a kind of login that is not known" };
  }
  const { credentials, source: login } = await findLogin(registry, host);
  const basic = credentials === null ? null : `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString("base64")}`;
  if (challenge.scheme === "basic") {
    return { authorization: basic, login };
  }
  const { realm, service, scope } = challenge;
  if (service !== null) realm.searchParams.set("service", service);
  realm.searchParams.set("scope", scope ?? `repository:${repository}:pull`);
  const answer = await get(realm.href, { headers: basic === null ? {} : { authorization: basic } });
  if (answer.status !== 200) {
    return { authorization: null, login: `${login}; its token server answers ${answer.status}` };
  }
  const token = Token.safeParse(parseJson(new TextDecoder().decode(answer.body))).data;
  const value = token?.token ?? token?.access_token ?? "";
  return { authorization: /^[\x21-\x7e]{1,16000}$/.test(value) ? `Bearer ${value}` : null, login };
}
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// src/registry/place.ts
function originOf(registry) {
  return registry === "docker.io" ? "https://registry-1.docker.io" : `${schemeOf(registry)}://${registry}`;
}
function schemeOf(registry) {
  const host = registry.replace(/:\d+$/, "");
  return host === "127.0.0.1" || host === "localhost" ? "http" : "https";
}

export {
  createSession,
  originOf
};
