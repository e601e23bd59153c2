import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  allCommands,
  lookUp,
  resolveRunUser,
  shellSteps
} from "./chunk-IEQ3EHIZ.js";
import {
  effective
} from "./chunk-QDWQURBN.js";
import {
  shown
} from "./chunk-TZCQQT6A.js";

// src/rules/shared/secret-names.ts
function secretFileKind(path) {
  const cut = path.lastIndexOf("/");
  const name = path.slice(cut + 1).toLowerCase();
  const folder = path.slice(path.lastIndexOf("/", cut - 1) + 1, cut).toLowerCase();
  const kind = kindOf(name, folder);
  return kind === null || isTemplate(name) ? null : kind;
}
function kindOf(name, folder) {
  if (/^\.env(\.[\w.-]{1,60})?$/.test(name)) return "variables";
  if (/^id_(rsa|dsa|ecdsa|ed25519)(_sk)?$/.test(name) || /\.(pem|key)$/.test(name)) return "private-key";
  return BY_NAME.get(name) ?? BY_FOLDER.get(`${folder}/${name}`) ?? null;
}
function isSecretByName(path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (isTemplate(name)) return false;
  return /^\.env(\.(local|production|prod|staging|development|dev)(\.local)?)?$/.test(name) || /^id_(rsa|dsa|ecdsa|ed25519)$/.test(name) || /^(\.netrc|\.git-credentials|\.pypirc|\.pgpass|kubeconfig)$/.test(name) || /(^|\/)\.(aws\/credentials|docker\/config\.json|kube\/config)$/.test(path);
}
function isTemplate(name) {
  return /[._-](example|sample|template|tmpl|dist|defaults?|test|ci)s?(\.|$)|\.pub$/i.test(name);
}
var BY_NAME = /* @__PURE__ */ new Map([
  [".npmrc", "npmrc"],
  [".yarnrc.yml", "yaml"],
  [".netrc", "netrc"],
  ["_netrc", "netrc"],
  [".pypirc", "pypirc"],
  [".pgpass", "addresses"],
  [".git-credentials", "addresses"],
  ["credentials.json", "json"],
  ["application_default_credentials.json", "json"],
  ["service-account.json", "json"],
  ["service_account.json", "json"],
  ["kubeconfig", "yaml"]
]);
var BY_FOLDER = /* @__PURE__ */ new Map([
  [".aws/credentials", "ini"],
  [".docker/config.json", "json"],
  [".kube/config", "yaml"]
]);
var PACKAGES = /\/(node_modules|site-packages|dist-packages|gems|pkg\/mod|vendor\/bundle|usr\/share\/doc|local\/go\/src|lib(64)?\/(python\d|ruby|perl|go)[^/]*)\//;
var TESTS = /\/(tests?|testing|__tests__|testdata|test[-_]data|fixtures?|examples?|demo|docs?|spec|certdata|benchmarks?)\//i;
function isPublished(path) {
  return PACKAGES.test(path) && TESTS.test(path);
}
function isShared(path) {
  return PACKAGES.test(path) || path === "/etc/ssl/private/ssl-cert-snakeoil.key";
}

// src/image/lookup-executable.ts
var FIRST_LINE = 256;
var MACHINES = {
  3: "386",
  8: "mips",
  20: "ppc",
  21: "ppc64",
  22: "s390x",
  40: "arm",
  62: "amd64",
  183: "arm64",
  243: "riscv64",
  258: "loong64"
};
function readExecutable(head) {
  if (head.startsWith("\x7FELF")) return readElf(Buffer.from(head, "latin1"));
  if (!head.startsWith("#!")) return { kind: "other" };
  const line = head.slice(2, FIRST_LINE).split("\n", 1)[0] ?? "";
  const crlf = line.endsWith("\r");
  const words = /^[ \t]*([^ \t]*)[ \t]*(.*)$/s.exec(crlf ? line.slice(0, -1) : line);
  return { kind: "script", interpreter: words?.[1] ?? "", argument: (words?.[2] ?? "").trimEnd(), crlf };
}
function readElf(file) {
  const wide = file[4] === 2;
  const big = file[5] === 2;
  const u16 = (at) => at + 2 > file.length ? 0 : big ? file.readUInt16BE(at) : file.readUInt16LE(at);
  const u32 = (at) => at + 4 > file.length ? 0 : big ? file.readUInt32BE(at) : file.readUInt32LE(at);
  const offset = (at) => {
    if (!wide) return u32(at);
    return u32(big ? at : at + 4) === 0 ? u32(big ? at + 4 : at) : Number.MAX_SAFE_INTEGER;
  };
  const machine = u16(18);
  const architecture = machine === 21 && !big ? "ppc64le" : MACHINES[machine] ?? null;
  return { kind: "elf", architecture, loader: loaderOf() };
  function loaderOf() {
    const table = offset(wide ? 32 : 28);
    const size = u16(wide ? 54 : 42);
    const count = Math.min(u16(wide ? 56 : 44), 128);
    for (let index = 0; index < count; index++) {
      const at = table + index * size;
      if (size === 0 || at + size > file.length) return null;
      if (u32(at) !== 3) continue;
      const start = offset(at + (wide ? 8 : 4));
      const length = offset(at + (wide ? 32 : 16));
      if (length === 0 || length > 4096 || start + length > file.length) return null;
      return file.toString("latin1", start, start + length).replace(/\0.*$/s, "");
    }
    return null;
  }
}
function runsOn(program, platform) {
  return program === platform || COMPATIBLE[platform] === program || MIPS.test(program) && MIPS.test(platform);
}
var COMPATIBLE = { amd64: "386", arm64: "arm", ppc64: "ppc" };
var MIPS = /^mips/;

// src/image/lookup-user.ts
var MAX_GROUPS = 65536;
function processUser({ config, texts }) {
  const passwd = texts["/etc/passwd"];
  const group = texts["/etc/group"];
  const found = resolveRunUser(config.user, passwd, group);
  if (found.kind !== "resolved") return null;
  const gids = /* @__PURE__ */ new Set([found.gid]);
  if ((config.user.split(":")[1] ?? "") === "") {
    const name = accountName(found.uid, passwd ?? "");
    for (const gid of name === null ? [] : groupsOf(name, group ?? "")) gids.add(gid);
  }
  return { uid: found.uid, gids, home: found.home };
}
function accountName(uid, passwd) {
  for (const line of passwd.split("\n")) {
    const [name = "", , id = ""] = line.split(":", 3);
    if (name !== "" && /^\d+$/.test(id) && Number(id) === uid) return name;
  }
  return null;
}
function groupsOf(name, group) {
  const gids = [];
  for (const line of group.split("\n")) {
    const [, , id = "", members = ""] = line.trim().split(":", 4);
    if (/^\d+$/.test(id) && members.split(",").includes(name) && gids.length < MAX_GROUPS) gids.push(Number(id));
  }
  return gids;
}
var BITS = { read: 4, write: 2, execute: 1 };
function may(user, access2, file) {
  if (user.uid === 0) return access2 !== "execute" || file.type === "directory" || (file.mode & 73) !== 0;
  const shift = file.uid === user.uid ? 6 : user.gids.has(file.gid) ? 3 : 0;
  return (file.mode >> shift & BITS[access2]) !== 0;
}
function barrier(user, { searched }) {
  return searched.find((folder) => !may(user, "execute", folder)) ?? null;
}

// src/image/lookup-program.ts
var DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
var MAX_FOLDERS = 64;
var MAX_DEPTH = 4;
function searchPath({ config }) {
  const set = config.env.find((entry) => entry.startsWith("PATH="))?.slice("PATH=".length) ?? "";
  const folders = (set === "" ? DEFAULT_PATH : set).split(":");
  return folders.filter((folder) => folder.startsWith("/")).slice(0, MAX_FOLDERS);
}
function workingFolder({ config }) {
  return config.workingDir === "" ? "/" : config.workingDir;
}
function findProgram(place, name, byShell = false, depth = 0) {
  const found = locate(place, name);
  if ("kind" in found) return found;
  const { file } = found;
  const label = file.path === name ? shown(name) : `${shown(name)} (${shown(file.path)})`;
  if (file.type !== "file") return wrong(`${label} is no file`);
  const blocked = access(place.user, found, label, "execute");
  if (blocked !== null) return wrong(blocked);
  const head = place.files.heads[file.path];
  if (head === void 0 && file.size > 0) return { kind: "open", message: `the content of ${label} was not read` };
  const what = readExecutable(head ?? "");
  const message = problemOf(place, found, what, { label, byShell, depth, head: head ?? "" });
  return message === null ? { kind: "runs", found, what } : wrong(message);
}
function access(user, found, label, kind) {
  if (user === null) {
    return kind === "execute" && (found.file.mode & 73) === 0 ? `${label} is not executable for anyone` : null;
  }
  const closed = barrier(user, found);
  if (closed !== null) return `${label} lies in ${shown(closed.path)}, which uid ${user.uid} may not enter`;
  if (may(user, kind, found.file)) return null;
  const mode = (found.file.mode & 4095).toString(8).padStart(4, "0");
  const verb = kind === "read" ? "readable" : "executable";
  return `${label} is not ${verb} for uid ${user.uid} (mode ${mode}, owner ${found.file.uid}:${found.file.gid})`;
}
function locate({ image, files, user }, name) {
  if (name === "") return wrong("the name of the program is empty");
  if (name.includes("/")) {
    return lookUp(files, name, workingFolder(image)) ?? wrong(`${shown(name)} is not in the image`);
  }
  const folders = searchPath(image);
  const candidates = folders.flatMap((folder) => lookUp(files, `${folder}/${name}`) ?? []);
  const usable = candidates.find(
    (found) => found.file.type === "file" && (user === null || access(user, found, "", "execute") === null)
  );
  return usable ?? candidates[0] ?? wrong(`${shown(name)} is in no folder of PATH`);
}
function problemOf(place, found, what, context) {
  const { label, byShell, head } = context;
  switch (what.kind) {
    case "elf":
      return elfProblem(place, what, label);
    case "script":
      return scriptProblem(place, found, what, context);
    case "other": {
      if (byShell && !head.includes("\0")) return null;
      if (head.startsWith("\xEF\xBB\xBF#!"))
        return `${label} starts with a byte order mark before #!, so it cannot be executed`;
      return `${label} is neither a program of this system nor a script with #!, so it cannot be executed`;
    }
  }
}
function elfProblem({ image, files }, elf, label) {
  const architecture = image.platform.split("/")[1] ?? "";
  if (elf.architecture !== null && !runsOn(elf.architecture, architecture)) {
    return `${label} is built for ${elf.architecture}, the image for ${architecture}`;
  }
  if (elf.loader === null || lookUp(files, elf.loader) !== null) return null;
  return `${label} needs the loader ${shown(elf.loader)}, which is not in the image (it was linked against another C library)`;
}
function scriptProblem(place, found, script, { label, depth }) {
  if (script.crlf)
    return `${label} has Windows line ends, so its interpreter ${shown(script.interpreter)} is not found`;
  if (script.interpreter === "") return `${label} names no interpreter after #!`;
  const closed = access(place.user, found, label, "read");
  if (closed !== null) return closed;
  if (depth >= MAX_DEPTH) return `${label} leads through too many interpreters`;
  const path = script.interpreter.includes("/") ? script.interpreter : `./${script.interpreter}`;
  const interpreter = findProgram(place, path, false, depth + 1);
  if (interpreter.kind === "wrong") return `${label} cannot be executed: its interpreter ${interpreter.message}`;
  const command = script.interpreter.endsWith("/env") ? envCommand(script.argument) : null;
  if (command === null) return null;
  const started = findProgram(place, command, false, depth + 1);
  return started.kind === "wrong" ? `${label} cannot be executed: ${started.message}` : null;
}
function envCommand(argument) {
  const split = /^(?:-S|--split-string=?)[ \t]*(.*)$/s.exec(argument)?.[1];
  const words = split === void 0 ? [argument] : split.split(/[ \t]+/);
  const name = words.find((word) => !/^[A-Za-z_]\w*=/.test(word)) ?? "";
  return name === "" || name.startsWith("-") || /[$'"\\]/.test(name) ? null : name;
}
function wrong(message) {
  return { kind: "wrong", message };
}

// src/rules/shared/command-programs.ts
var NONE = { certain: [], possible: [], open: [] };
var MAX_COMMANDS = 64;
function commandFaults(place, words) {
  return wordFaults({ place, left: MAX_COMMANDS, functions: /* @__PURE__ */ new Set() }, words, false);
}
function scriptCommandFaults(place, text) {
  const step = shellSteps(text);
  if (step === null || allCommands(step).some(([name]) => name === "." || name === "source")) return NONE;
  return stepFaults({ place, left: MAX_COMMANDS, functions: /* @__PURE__ */ new Set() }, step);
}
function wordFaults(walk, words, byShell) {
  const [name, ...rest] = words;
  if (name === void 0) return NONE;
  if (name === null) return NONE;
  walk.left -= 1;
  if (walk.left < 0) return { ...NONE, open: ["the command has too many parts to be followed"] };
  if (byShell && (BUILTINS.has(name) || walk.functions.has(name))) {
    return name === "exec" || name === "command" ? wordFaults(walk, afterOptions(rest), true) : NONE;
  }
  const state = findProgram(walk.place, name, byShell);
  if (state.kind !== "runs") return byVolume(walk.place, name, state);
  const base = name.slice(name.lastIndexOf("/") + 1);
  const script = SHELLS.has(base) ? shellText(rest) : null;
  if (script !== null) {
    const step = shellSteps(script);
    return step === null ? { ...NONE, open: ["its shell text is not understood"] } : stepFaults(walk, step);
  }
  const inner = wrapped(base, rest);
  if (inner !== null) return wordFaults(walk, inner, false);
  return INTERPRETERS.has(base) ? scriptFaults(walk.place, rest) : NONE;
}
function byVolume({ image }, name, state) {
  if (state.kind === "open") return { ...NONE, open: [state.message] };
  const mounted = image.config.volumes.find((volume) => volume !== "/" && name.startsWith(`${volume}/`));
  if (mounted === void 0) return { ...NONE, certain: [state.message] };
  return { ...NONE, open: [`${state.message}, but ${shown(mounted)} is a volume, which may bring it`] };
}
function stepFaults(walk, step) {
  switch (step.kind) {
    case "command":
      return join(wordFaults(walk, step.words, true), ...step.within.map((inner) => stepFaults(walk, inner)));
    case "all":
      return join(...step.steps.map((inner) => stepFaults(walk, inner)));
    case "function": {
      walk.functions.add(step.name);
      return maybe(stepFaults(walk, step.body));
    }
    case "branch":
      return join(
        ...step.always.map((inner) => stepFaults(walk, inner)),
        ...step.maybe.map((inner) => maybe(stepFaults(walk, inner)))
      );
    case "and": {
      const right = stepFaults(walk, step.right);
      return join(stepFaults(walk, step.left), isTest(step.left) ? maybe(right) : right);
    }
    case "or": {
      const left = stepFaults(walk, step.left);
      const right = stepFaults(walk, step.right);
      if (onlyBuiltins(step.right) || left.certain.length > 0 && right.certain.length > 0) return join(left, right);
      return { certain: [], possible: [], open: [...left.open, ...right.open] };
    }
  }
}
function join(...parts) {
  return {
    certain: parts.flatMap(({ certain }) => certain),
    possible: parts.flatMap(({ possible }) => possible),
    open: parts.flatMap(({ open }) => open)
  };
}
function maybe({ certain, possible, open }) {
  return { certain: [], possible: [...certain, ...possible], open };
}
function isTest(step) {
  const name = step.kind === "command" ? step.words[0] : void 0;
  return name !== void 0 && name !== null && TESTS2.has(name);
}
function onlyBuiltins(step) {
  if (step.kind === "all") return step.steps.every(onlyBuiltins);
  return step.kind === "command" && BUILTINS.has(step.words[0] ?? "") && step.within.length === 0;
}
function shellText(args) {
  for (let index = 0; index < args.length; index++) {
    const word = args[index];
    if (word === null || word === void 0 || !/^[-+]/.test(word)) return null;
    if (/^-[a-z]*c$/i.test(word)) return args[index + 1] ?? null;
    if (/^[-+][a-z]*o$/i.test(word)) index += 1;
  }
  return null;
}
function wrapped(base, args) {
  const takes = Object.hasOwn(WRAPPERS, base) ? WRAPPERS[base] : void 0;
  if (takes === void 0) return null;
  const rest = afterOptions(args, takes.valued);
  const program = rest.slice(takes.skip);
  const start = base === "env" ? program.findIndex((word) => word === null || !/^\w+=/.test(word)) : 0;
  return start < 0 ? [] : program.slice(start);
}
function afterOptions(args, valued = "") {
  let index = 0;
  for (; index < args.length; index++) {
    const word = args[index];
    if (word === "--") return args.slice(index + 1);
    if (typeof word !== "string" || !word.startsWith("-")) break;
    if (word.length === 2 && valued.includes(word.slice(1))) index += 1;
  }
  return args.slice(index);
}
var WRAPPERS = {
  tini: { valued: "pe", skip: 0 },
  "tini-static": { valued: "pe", skip: 0 },
  "dumb-init": { valued: "r", skip: 0 },
  catatonit: { valued: "", skip: 0 },
  env: { valued: "uCS", skip: 0 },
  timeout: { valued: "kst", skip: 1 },
  nice: { valued: "n", skip: 0 },
  exec: { valued: "a", skip: 0 },
  command: { valued: "vV", skip: 0 },
  nohup: { valued: "", skip: 0 },
  setsid: { valued: "", skip: 0 },
  gosu: { valued: "", skip: 1 },
  "su-exec": { valued: "", skip: 1 }
};
function scriptFaults(place, args) {
  const script = args[0] === "-jar" ? args[1] : args[0];
  if (typeof script !== "string" || !/^[\w@./+][\w@./+-]*\.(js|mjs|cjs|py|sh|bash|rb|php|pl|jar)$/.test(script))
    return NONE;
  const found = lookUp(place.files, script, workingFolder(place.image));
  if (found === null) return byVolume(place, absolute(place, script), missing(script));
  const closed = access(place.user, found, shown(script), "read");
  return closed === null ? NONE : { ...NONE, certain: [closed] };
}
function missing(script) {
  return { kind: "wrong", message: `the script ${shown(script)} is not in the image` };
}
function absolute({ image }, path) {
  return path.startsWith("/") ? path : `${workingFolder(image)}/${path}`;
}
var SHELLS = /* @__PURE__ */ new Set(["sh", "bash", "ash", "dash", "ksh", "zsh", "busybox"]);
var INTERPRETERS = /* @__PURE__ */ new Set([...SHELLS, "node", "python", "python3", "ruby", "php", "perl", "bun", "java"]);
var TESTS2 = /* @__PURE__ */ new Set(["[", "[[", "test", "command", "type", "which", "hash"]);
var BUILTINS = new Set(
  ". : [ [[ (( alias bg break builtin cd command continue declare echo eval exec exit export false fg getopts hash jobs kill let local printf pwd read readonly return set shift shopt source test time times trap true type typeset ulimit umask unalias unset wait".split(
    " "
  )
);

// src/rules/shared/start-command.ts
function startWords(evidence) {
  const { entrypoint, cmd } = effective(evidence);
  if (!entrypoint.known || !cmd.known) return null;
  return [...entrypoint.value ?? [], ...cmd.value ?? []];
}
function healthWords(test, shell) {
  const [kind, ...rest] = test;
  if (kind === "CMD") return rest;
  return kind === "CMD-SHELL" ? [...shell ?? ["/bin/sh", "-c"], rest[0] ?? ""] : null;
}
function commandsOf(words, depth = 0) {
  const [name, ...rest] = words;
  if (name === void 0 || depth > DEEPEST) return [];
  const base = (name ?? "").slice((name ?? "").lastIndexOf("/") + 1);
  const text = SHELLS.has(base) ? shellText(rest) : null;
  const step = text === null ? null : shellSteps(text);
  const inner = step === null ? [wrapped(base, rest) ?? []] : allCommands(step);
  return [words, ...inner.flatMap((command) => commandsOf(command, depth + 1))];
}
var DEEPEST = 6;
function namedFiles({ entrypoint, cmd, healthcheck, shell }) {
  const start = [...entrypoint ?? [], ...cmd ?? []];
  const health = healthWords(healthcheck?.test ?? [], shell) ?? [];
  const words = [...commandsOf(start), ...commandsOf(health)].flat();
  return new Set(
    words.filter((word) => word !== null && /^[\w@.+/-]{1,300}$/.test(word)).slice(0, 256)
  );
}

// src/rules/shared/wanted.ts
var WANTED_TEXTS = [
  "/etc/passwd",
  "/etc/group",
  "/etc/shadow",
  "/etc/os-release",
  "/usr/lib/os-release"
];
var INTERPRETERS2 = /* @__PURE__ */ new Set(["ash", "bash", "busybox", "coreutils", "dash", "env", "node", "nodejs", "sh"]);
function wantsHead(path, config) {
  return secretFileKind(path) !== null || isSudoers(path) || isStarted(path, config);
}
function isSudoers(path) {
  return path === "/etc/sudoers" || path.startsWith("/etc/sudoers.d/");
}
function isStarted(path, config) {
  const { named, folder, searched } = startOf(config);
  if (named.has(path)) return true;
  if (path.startsWith(folder)) {
    const relative = path.slice(folder.length);
    if (named.has(`./${relative}`) || relative.includes("/") && named.has(relative)) return true;
    if (/\.(sh|bash)$/.test(relative) && named.has(relative)) return true;
  }
  const cut = path.lastIndexOf("/");
  const parent = path.slice(0, cut);
  if (!/\/(s?bin|libexec)$/.test(parent) && !searched.has(parent)) return false;
  const name = path.slice(cut + 1);
  return named.has(name) || INTERPRETERS2.has(name) || named.has(name.replace(/\d[\d.]*$|-cli\.js$/, "")) || /^python3?[\d.]*$/.test(name);
}
var starts = /* @__PURE__ */ new WeakMap();
function startOf(config) {
  const known = starts.get(config);
  if (known !== void 0) return known;
  const { workingDir, env } = config;
  const path = env.find((entry) => entry.startsWith("PATH=")) ?? "";
  const start = {
    named: namedFiles(config),
    folder: workingDir === "" ? "/" : `${workingDir.replace(/\/+$/, "")}/`,
    searched: new Set(path.slice("PATH=".length).split(":", 64))
  };
  starts.set(config, start);
  return start;
}

export {
  secretFileKind,
  isSecretByName,
  isPublished,
  isShared,
  processUser,
  may,
  barrier,
  searchPath,
  workingFolder,
  findProgram,
  commandFaults,
  scriptCommandFaults,
  shellText,
  SHELLS,
  startWords,
  healthWords,
  commandsOf,
  WANTED_TEXTS,
  wantsHead
};
