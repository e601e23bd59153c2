import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  POLICY_SCHEMA_URL
} from "./chunk-APZRWBQZ.js";
import {
  DEFAULT_POLICY,
  readPolicyText
} from "./chunk-Z6W7LLEP.js";
import {
  repositoryReader,
  withServerJson
} from "./chunk-I5QS5A2V.js";
import {
  createBaseResolver,
  findBuilds,
  gatherDockerfile,
  isKnown,
  machinePlatformText,
  workTreeFiles,
  workTreeView
} from "./chunk-7HQLDJTD.js";
import "./chunk-HPSARMEG.js";
import "./chunk-SUCAV5M4.js";
import "./chunk-JZOKEKLP.js";
import "./chunk-5PAOY7GA.js";
import {
  askGit
} from "./chunk-L2YUO7LY.js";
import "./chunk-XH7RI7F4.js";
import {
  givenBy
} from "./chunk-BMPQDGPK.js";
import "./chunk-GDAOSJ42.js";
import "./chunk-QMQSBEMZ.js";
import "./chunk-BKIBT72L.js";
import "./chunk-GOS64WHV.js";
import "./chunk-FTFZE2SS.js";
import "./chunk-TLC47LVR.js";
import {
  DEBUG_PORTS,
  transportOf
} from "./chunk-PDGSMBSM.js";
import {
  copySources
} from "./chunk-3U33QVBN.js";
import "./chunk-QDWQURBN.js";
import "./chunk-TZCQQT6A.js";
import {
  parseImageReference
} from "./chunk-Q3RRR3VC.js";
import "./chunk-P3VS4RNN.js";
import "./chunk-AZJMNLZK.js";
import "./chunk-LQLOOPP6.js";
import {
  UsageError,
  problemOf
} from "./chunk-3OE5NGK7.js";
import "./chunk-UM53JYGR.js";
import "./chunk-O5CCVBBB.js";

// src/commands/init.ts
import { resolve as resolve2 } from "node:path";

// src/init/comment.ts
function comment(text) {
  const line = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ");
  return line.length > 160 ? `${line.slice(0, 159)}\u2026` : line;
}

// src/init/policy-text.ts
function policyText(found) {
  const parts = [
    [
      `# yaml-language-server: $schema=${POLICY_SCHEMA_URL}`,
      "# What image-gate demands of the images of this repository. Written by `image-gate init`; now it is yours.",
      "",
      "# mcp: the promises of MCP servers; container: any other image; strict: without concessions.",
      "profile: mcp",
      "# The lowest severity that fails the gate, also by origin: { base: critical, app: high }.",
      "fail-on: high"
    ],
    portLines(found.servers),
    found.bases.length === 0 ? [] : baseLines(found.bases),
    found.servers.length === 0 ? [] : imageLines(found.servers),
    found.leftOut.length === 0 ? [] : leftOutLines(found.leftOut),
    LATER
  ];
  return `${parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
function portLines(servers) {
  const ports = [...new Set(servers.flatMap((server) => server.ports))];
  if (ports.every((port) => port === "3000/tcp")) return [];
  return [
    "# Ports that may be exposed; without this line only 3000/tcp. These are exposed today: is each one meant?",
    `allowed-ports: [${ports.join(", ")}]`
  ];
}
function baseLines(bases) {
  const known = /* @__PURE__ */ new Set();
  const lines = bases.flatMap((base) => {
    const { dockerfile, target, repository, reference, proved, because } = base;
    const entry = target === null ? dockerfile : `{ dockerfile: ${dockerfile}, target: ${target} }`;
    const line = `${repository}: ${entry} # ${comment(proved ? because : `check: ${because}`)}`;
    const name = fullName(repository);
    const isOpen = reference !== null && !known.has(name);
    if (isOpen) known.add(name);
    return isOpen ? [`  ${line}`] : known.has(name) && reference !== null ? [] : [`  # ${line}`];
  });
  return [
    "# Images that others here are built upon \u2192 the Dockerfile that builds them. What it sets, the others inherit.",
    ...known.size > 0 ? ["bases:", ...lines] : ["# bases:", ...lines.map((line) => line.replace(/^ {2}# /, "#   "))]
  ];
}
function fullName(repository) {
  const parsed = parseImageReference(repository);
  return parsed === null ? repository : `${parsed.registry}/${parsed.repository}`;
}
function imageLines(servers) {
  return [
    "# What is judged when nothing is named: here the Dockerfiles. The workflow names the images that it has built.",
    "images:",
    ...servers.flatMap((server) => [
      `  - name: ${server.name}`,
      `    dockerfile: ${server.dockerfile}`,
      `    context: ${server.context}`,
      ...server.target === null ? [] : [`    target: ${server.target}`],
      server.transport === null ? `    # transport: stdio # or http, both; ${comment(server.because)}` : `    transport: ${server.transport} # ${comment(server.because)}`
    ])
  ];
}
function leftOutLines(leftOut) {
  return [
    "# Not judged:",
    ...leftOut.map(({ dockerfile, reason }) => `#   ${comment(dockerfile)}: ${comment(reason)}`)
  ];
}
var LATER = [
  "# More, when it is needed:",
  "# rules: { labels-oci: off } # another severity for a rule, or off",
  '# allowed-bases: ["node:*-slim", "ghcr.io/acme/**"] # only these images take part in builds',
  "# grace: { critical: 7d, high: 30d, medium: 90d } # days from the publication of an advisory until it fails the gate",
  "# waivers: # findings that are accepted; `image-gate waive` writes them",
  "#   - id: CVE-2026-12345",
  "#     reason: the function is never called",
  "#     expires: 2026-12-31"
];

// src/init/workflow-text.ts
var CHECKOUT = "actions/checkout@v5";
var GATE = "image-hardening-gate/image-hardening-gate@v0";
function workflowText({ bases, servers, defaultBranch: defaultBranch2 }) {
  const built = bases.flatMap(({ reference, ...build }) => reference === null ? [] : [command(reference, build)]);
  return `${[
    "# Builds the images and gates them. Written by `image-gate init`; now it is yours.",
    "# Pin the actions by their full commit SHA, and let Dependabot renew them.",
    "name: image-gate",
    "",
    "on:",
    "  push:",
    `    branches: [${defaultBranch2}]`,
    "  pull_request:",
    "  merge_group:",
    "  schedule:",
    "    # New advisories show up here, and not on a pull request that has nothing to do with them.",
    `    - cron: "${minute(servers.map(({ name }) => name).join())} 5 * * *"`,
    "",
    "permissions: {}",
    "",
    "concurrency:",
    "  group: image-gate-${{ github.ref }}",
    "  cancel-in-progress: ${{ github.event_name == 'pull_request' }}",
    "",
    "jobs:",
    "  image-gate:",
    "    runs-on: ubuntu-latest",
    "    timeout-minutes: 60",
    "    permissions:",
    "      contents: read # to check out, and to read the policy of the base branch",
    "      security-events: write # for alerts in the Security tab; without it there is one notice",
    "      actions: read # to compare images with those of the default branch",
    "    steps:",
    `      - uses: ${CHECKOUT}`,
    "        with:",
    "          persist-credentials: false",
    ...built.length === 0 ? [] : ["      - name: Build the bases", "        run: |", ...built.map(indented)],
    "      - name: Build the images",
    "        run: |",
    ...servers.map((server) => indented(command(server.image, server))),
    `      - uses: ${GATE}`,
    "        with:",
    "          image: |",
    ...servers.map(({ image }) => `            ${image}`),
    "          dockerfile: |",
    ...servers.map(({ dockerfile }) => `            ${dockerfile}`)
  ].join("\n")}
`;
}
function command(image, { dockerfile, context, target }) {
  const stage = target === null ? "" : ` --target ${target}`;
  return `docker build --tag ${image} --file ${dockerfile}${stage} ${context}`;
}
function indented(line) {
  return `          ${line}`;
}
function minute(names) {
  return 3 + [...names].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % 54;
}

// src/commands/survey.ts
import { basename, resolve } from "node:path";

// src/init/context.ts
import { posix } from "node:path";
var MOST_SOURCES = 100;
function likelyContext({ file, stages, reachable }, files) {
  const wanted = stages.filter(({ index }) => reachable.includes(index)).flatMap(({ instructions }) => instructions).filter(({ keyword, flags }) => /^(COPY|ADD)$/.test(keyword) && !flags.some(({ name }) => name === "from")).flatMap(copySources).flatMap(fixedPart).slice(0, MOST_SOURCES);
  const folders = upwards(posix.dirname(file));
  const best = folders.map((folder) => ({ folder, found: wanted.filter((path) => isThere(posix.join(folder, path), files)).length })).reduce((a, b) => b.found > a.found ? b : a);
  return best.folder;
}
function fixedPart(source) {
  if (/^[a-z]+:\/\/|^git@|\$/.test(source)) return [];
  const plain = posix.normalize(source.replace(/^\/+/, "")).split("/");
  const wild = plain.findIndex((part) => /[*?[]/.test(part));
  const fixed = (wild < 0 ? plain : plain.slice(0, wild)).join("/");
  return fixed === "" || fixed === "." || fixed.startsWith("..") ? [] : [fixed.replace(/\/$/, "")];
}
function isThere(path, files) {
  return files.some((file) => file === path || file.startsWith(`${path}/`));
}
function upwards(folder) {
  return folder === "." || folder === "/" ? ["."] : [folder, ...upwards(posix.dirname(folder))];
}

// src/init/names.ts
import { posix as posix2 } from "node:path";
function isPlain(text) {
  return /^[A-Za-z0-9_][A-Za-z0-9_./-]{0,199}$/.test(text);
}
function isPlainImage(text) {
  return /^[A-Za-z0-9][A-Za-z0-9_./:-]{0,199}$/.test(text) && parseImageReference(text) !== null;
}
function nameOf(dockerfile, repository) {
  const file = posix2.basename(dockerfile);
  const own = file.startsWith("Dockerfile.") ? file.slice("Dockerfile.".length) : file.endsWith(".Dockerfile") ? file.slice(0, -".Dockerfile".length) : "";
  const folder = posix2.dirname(dockerfile) === "." ? repository : posix2.basename(posix2.dirname(dockerfile));
  return componentOf(own === "" ? folder : own) ?? "image";
}
function longNameOf(dockerfile) {
  return componentOf(dockerfile.replaceAll("/", "-").replace(/-?Dockerfile-?|-?Containerfile/g, "")) ?? "image";
}
function componentOf(text) {
  const name = text.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60);
  return name === "" ? null : name;
}
function repositoryOf(reference) {
  const named = reference.split("@")[0] ?? "";
  const colon = named.lastIndexOf(":");
  return colon > named.lastIndexOf("/") ? named.slice(0, colon) : named;
}

// src/init/find-bases.ts
function basesOf(all) {
  const found = /* @__PURE__ */ new Map();
  const visited = /* @__PURE__ */ new Set();
  const visit = (standing) => {
    if (visited.has(standing)) return;
    visited.add(standing);
    for (const base of standing.chain.bases) {
      const built = builderOf(base, all);
      if (built === void 0 || built === standing) continue;
      visit(built);
      if (!found.has(base.reference)) found.set(base.reference, toFound(base, built));
    }
  };
  for (const standing of all) visit(standing);
  return [...found.values()].filter(({ repository }) => isPlainImage(repository));
}
function builderOf({ resolvedBy, dockerfile, reason }, all) {
  if (resolvedBy === "dockerfile") return all.find((one) => one.dockerfile === dockerfile);
  if (resolvedBy !== "none") return void 0;
  return all.find((one) => reason.includes(`name ${one.dockerfile} under bases in the policy file`));
}
function toFound(base, { dockerfile, context, step }) {
  const { reference, resolvedBy, reason, from } = base;
  const proved = resolvedBy === "dockerfile";
  const parsed = parseImageReference(reference);
  const target = step?.target ?? null;
  return {
    dockerfile,
    context,
    target: target !== null && isPlain(target) ? target : null,
    repository: repositoryOf(reference),
    reference: parsed !== null && parsed.digest === null && isPlainImage(reference) ? reference : null,
    because: proved ? reason : `FROM in ${from.file}:${from.startLine} names it, and ${likely(reason, dockerfile)}`,
    proved
  };
}
function likely(reason, dockerfile) {
  return reason.includes("by its name") ? `${dockerfile} has a name like it` : reason.replace(/; if so, .*$/, "");
}

// src/commands/survey.ts
var ASIDE = /* @__PURE__ */ new Set([
  ".devcontainer",
  "node_modules",
  "vendor",
  "testdata",
  "fixtures",
  "__fixtures__",
  "tests",
  "__tests__"
]);
async function survey(settings, cacheFolder, host) {
  const { workingDirectory } = settings;
  const view = workTreeView(workingDirectory, host);
  const builds = await findBuilds(workingDirectory, host.env, view);
  const files = await view.present(workingDirectory);
  const { surveyed, leftOut } = await readAll(builds, files, settings, cacheFolder, host);
  const bases = basesOf(surveyed);
  const serving = surveyed.filter(
    ({ dockerfile, chain }) => !bases.some((base) => base.dockerfile === dockerfile) || startsItself(chain)
  );
  const folder = basename(resolve(workingDirectory));
  const around = repositoryReader(workingDirectory, host);
  const servers = [];
  for (const one of serving) {
    const taken = new Set(servers.map(({ name }) => name));
    servers.push({ ...namesOf(one, folder, taken), ...await describe(one, around, workingDirectory, host) });
  }
  return { servers, bases, leftOut, defaultBranch: await defaultBranch(workingDirectory, host) };
}
async function readAll({ dockerfiles, steps }, files, settings, cacheFolder, host) {
  const asked = { settings: { ...settings, resolveBases: "repository" }, policyFile: null };
  const resolver = createBaseResolver(asked, cacheFolder, host);
  const { workingDirectory } = settings;
  const tree = workTreeFiles(workingDirectory, host.files);
  const platform = machinePlatformText(host.machine.arch);
  const surveyed = [];
  const leftOut = [];
  for (const dockerfile of dockerfiles) {
    const reason = whyAside(dockerfile);
    if (reason !== null) {
      leftOut.push({ dockerfile, reason });
      continue;
    }
    const [step = null, ...others] = steps.filter((one) => one.dockerfile === dockerfile);
    const only = others.length === 0 ? step : null;
    const target = only?.target ?? null;
    try {
      const request = { path: dockerfile, workingDirectory, target, buildArgs: only?.args ?? {}, platform };
      const chain = await gatherDockerfile({ ...request, assumeBuilds: false }, resolver, tree);
      surveyed.push({ dockerfile, chain, step: only, context: likelyContext(chain.evidence, files) });
    } catch (error) {
      const problem = problemOf(error);
      if (problem === null) throw error;
      leftOut.push({ dockerfile, reason: problem.message });
    }
  }
  return { surveyed, leftOut };
}
function whyAside(dockerfile) {
  const aside = dockerfile.split("/").find((part) => ASIDE.has(part));
  if (aside !== void 0) return `it stands in ${aside}`;
  return isPlain(dockerfile) ? null : "its path has letters that do not belong into a script";
}
function startsItself({ evidence: { file, config } }) {
  return [config.entrypoint, config.cmd].some(({ value, from }) => value !== null && from?.file === file);
}
function namesOf({ dockerfile, step }, folder, taken) {
  const tag = step?.tags.find((text) => isKnown(text) && isPlainImage(text));
  if (tag !== void 0) {
    const repository = repositoryOf(tag);
    const name2 = repository.replace(/^(localhost|[^/]*[.:][^/]*)\//, "");
    if (!taken.has(name2)) return { name: name2, image: `${repository}:ci` };
  }
  const short = nameOf(dockerfile, folder);
  const name = taken.has(short) ? longNameOf(dockerfile) : short;
  return { name, image: `${name}:ci` };
}
async function describe({ dockerfile, chain, step, context }, around, workingDirectory, host) {
  const tree = workTreeFiles(workingDirectory, host.files);
  const repository = await withServerJson(await around(dockerfile, context), dockerfile, workingDirectory, tree);
  const known = transportOf({ dockerfile: chain.evidence, image: null, scan: null, repository }, "auto");
  const ports = chain.evidence.config.exposedPorts.entries.map(({ value }) => value);
  const target = step?.target ?? null;
  return {
    dockerfile,
    context,
    target: target !== null && isPlain(target) ? target : null,
    transport: known.transport === "unknown" ? null : known.transport,
    because: known.because,
    ports: ports.filter((port) => /^\d+\/(tcp|udp|sctp)$/.test(port) && !Object.hasOwn(DEBUG_PORTS, port))
  };
}
async function defaultBranch(folder, host) {
  const remote = await askGit(folder, ["symbolic-ref", "--short", "refs/remotes/origin/HEAD"], host);
  const here = remote ?? await askGit(folder, ["symbolic-ref", "--short", "HEAD"], host);
  const branch = (here ?? "").trim().replace(/^origin\//, "");
  return isPlain(branch) ? branch : "main";
}

// src/commands/init.ts
var WORKFLOW = ".github/workflows/image-gate.yml";
async function init({ raw, force, stdout }, cacheFolder, host) {
  const settings = givenBy(raw, (name) => host.env.get(name)).load();
  const inFolder = (file) => resolve2(settings.workingDirectory, file);
  const there = [];
  for (const file of [DEFAULT_POLICY, WORKFLOW]) if (await host.files.stat(inFolder(file)) !== null) there.push(file);
  if (there.length > 0 && !force && !stdout) {
    throw new UsageError(
      "file-exists",
      `${there.join(" and ")} ${there.length === 1 ? "is" : "are"} there already; nothing was written.`,
      "Look at what would be written with --stdout, or replace what is there with --force."
    );
  }
  const found = await survey(settings, cacheFolder, host);
  if (found.servers.length === 0) {
    const reasons = found.leftOut.map(({ dockerfile, reason }) => `${dockerfile}: ${reason}`).join("; ");
    throw new UsageError(
      "nothing-to-judge",
      reasons === "" ? "There is no Dockerfile here." : `No Dockerfile here can be judged: ${reasons}`,
      "Run it in the root of a repository with a Dockerfile, or name the root with --working-directory."
    );
  }
  const policy = policyText(found);
  await readPolicyText(policy, DEFAULT_POLICY, host);
  const texts = [
    [DEFAULT_POLICY, policy],
    [WORKFLOW, workflowText(found)]
  ];
  if (stdout) return texts.map(([file, text]) => `# --- ${file}
${text}`).join("\n");
  for (const [file, text] of texts) await host.files.writeText(inFolder(file), text);
  return next(found);
}
var MOST_LEFT_OUT = 20;
function next({ servers, leftOut }) {
  const images = servers.length === 1 ? "one image" : `${servers.length} images`;
  const out = leftOut.map(({ dockerfile, reason }) => `  ${comment(dockerfile)}: ${comment(reason)}`);
  const more = out.length > MOST_LEFT_OUT ? [`  and ${out.length - MOST_LEFT_OUT} more`] : [];
  return [
    `Wrote ${DEFAULT_POLICY} and ${WORKFLOW} for ${images}.`,
    ...out.length === 0 ? [] : ["", "Not judged:", ...out.slice(0, MOST_LEFT_OUT), ...more],
    "",
    "Next:",
    '  1. Read both. What is guessed is marked with "check".',
    "  2. image-gate check         judges the Dockerfiles now, before anything is built",
    "  3. Run the docker build commands of the workflow, then name images and Dockerfiles:",
    "     image-gate check --image NAME:ci --dockerfile PATH",
    "  4. Commit both files. From then on the workflow builds and gates every change.",
    ""
  ].join("\n");
}
export {
  init
};
