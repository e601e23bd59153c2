import { createHash } from 'node:crypto';
import type { Check } from '../../src/model/check.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Location } from '../../src/model/location.ts';
import type { LayerFacts, SubjectVerdict, Verdict } from '../../src/model/verdict.ts';

/** Believable results of a run, for the tests of everything that shows or sends them. */

export const sha256 = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const fingerprint = (...parts: readonly string[]): string => sha256(parts.join('\n')).slice(7, 39);
const at = (file: string, startLine: number, endLine = startLine): Location => ({ file, startLine, endLine });

const TIME = 'servers/time/Dockerfile';
const NOTES = 'servers/notes/Dockerfile';

const check = (rule: string, title: string, answer: Check['answer'], reason: string): Check => ({
  rule,
  title,
  answer,
  severity: 'high',
  reason,
  violations: [],
});

const layer = (name: string, size: number, origin: LayerFacts['origin'], instruction: string, line: number) => ({
  diffId: sha256(name),
  size,
  origin,
  instruction,
  location: at(NOTES, line),
});

/** A finding of a rule, with what a test wants to be different. */
export function ruleFinding(overrides: Partial<Finding> = {}): Finding {
  return {
    id: 'user-non-root',
    kind: 'rule',
    severity: 'high',
    title: 'The image runs as a user other than root',
    message: 'The image runs as root: no USER instruction anywhere.',
    fix: 'Add `USER 10001` after the last RUN that needs root.',
    location: at(NOTES, 14),
    related: [{ location: at(NOTES, 1), message: 'The base image sets no user either.' }],
    image: null,
    origin: 'config',
    aliases: ['DL3002', 'DS-0002', 'CIS-DI-0001'],
    url: null,
    fingerprint: fingerprint('notes', 'user-non-root'),
    fixable: true,
    published: null,
    cwes: [],
    edits: [],
    change: null,
    waiver: null,
    deadline: null,
    status: 'fail',
    reason: 'high reaches the threshold high',
    ...overrides,
  };
}

/** An advisory for an OS package of the base image, with what a test wants to be different. */
export function advisoryFinding(overrides: Partial<Finding> = {}): Finding {
  return {
    id: 'CVE-2023-5363',
    kind: 'advisory',
    severity: 'high',
    title: 'openssl: Incorrect cipher key and IV length processing',
    message: 'libssl3 3.1.3-r0 has CVE-2023-5363: openssl: Incorrect cipher key and IV length processing.',
    fix: 'Upgrade libssl3 to 3.1.4-r0: rebuild on a base image that has it.',
    location: at(NOTES, 1),
    related: [],
    image: {
      layer: sha256('base layer'),
      path: null,
      package: 'libssl3',
      purl: 'pkg:apk/alpine/libssl3@3.1.3-r0?arch=x86_64&distro=3.18.4',
      installed: '3.1.3-r0',
      fixed: '3.1.4-r0',
    },
    origin: 'base',
    aliases: ['GHSA-xw78-pcr6-wrg8'],
    url: 'https://avd.aquasec.com/nvd/cve-2023-5363',
    fingerprint: fingerprint('notes', 'CVE-2023-5363', overrides.image?.purl ?? 'libssl3'),
    fixable: true,
    published: null,
    cwes: [],
    edits: [],
    change: null,
    waiver: null,
    deadline: null,
    status: 'fail',
    reason: 'high reaches the threshold high',
    ...overrides,
  };
}

const libcrypto = advisoryFinding({
  message: 'libcrypto3 3.1.3-r0 has CVE-2023-5363: openssl: Incorrect cipher key and IV length processing.',
  fix: 'Upgrade libcrypto3 to 3.1.4-r0: rebuild on a base image that has it.',
  image: {
    layer: sha256('base layer'),
    path: null,
    package: 'libcrypto3',
    purl: 'pkg:apk/alpine/libcrypto3@3.1.3-r0?arch=x86_64&distro=3.18.4',
    installed: '3.1.3-r0',
    fixed: '3.1.4-r0',
  },
});

const formData = advisoryFinding({
  id: 'CVE-2025-7783',
  severity: 'critical',
  title: 'form-data: Unsafe random function in form-data',
  message: 'form-data 4.0.2 has CVE-2025-7783: Unsafe random function in form-data.',
  fix: 'Upgrade form-data to 4.0.4 in servers/notes/package-lock.json.',
  location: at('servers/notes/package-lock.json', 212, 221),
  related: [{ location: at(NOTES, 9), message: 'Copied into the image here.' }],
  image: {
    layer: sha256('app layer'),
    path: 'app/node_modules/form-data/package.json',
    package: 'form-data',
    purl: 'pkg:npm/form-data@4.0.2',
    installed: '4.0.2',
    fixed: '2.5.4, 3.0.4, 4.0.4',
  },
  origin: 'app',
  aliases: ['GHSA-fjxv-7rqg-78g4'],
  url: 'https://avd.aquasec.com/nvd/cve-2025-7783',
  fingerprint: fingerprint('notes', 'CVE-2025-7783', 'pkg:npm/form-data', 'app/node_modules/form-data/package.json'),
  reason: 'critical reaches the threshold high',
});

const secretInEnv = ruleFinding({
  id: 'secret-in-env',
  severity: 'critical',
  title: 'No credential in ENV or ARG',
  message: 'ENV API_TOKEN holds what looks like a GitHub token; everyone who can pull the image can read it.',
  fix: 'Revoke the token, remove the ENV and pass it when the container starts.',
  location: at(NOTES, 6),
  related: [],
  aliases: ['DL3064', 'CIS-DI-0010'],
  fingerprint: fingerprint('notes', 'secret-in-env', 'env:API_TOKEN'),
  reason: 'critical reaches the threshold high',
});

const busybox = advisoryFinding({
  id: 'CVE-2024-58251',
  severity: 'low',
  title: 'busybox: netstat local denial of service',
  message: 'busybox 1.36.1-r5 has CVE-2024-58251: netstat local denial of service.',
  fix: 'No version fixes it yet.',
  image: {
    layer: sha256('base layer'),
    path: null,
    package: 'busybox',
    purl: 'pkg:apk/alpine/busybox@1.36.1-r5?arch=x86_64&distro=3.18.4',
    installed: '1.36.1-r5',
    fixed: null,
  },
  aliases: [],
  url: 'https://avd.aquasec.com/nvd/cve-2024-58251',
  fingerprint: fingerprint('notes', 'CVE-2024-58251', 'pkg:apk/alpine/busybox'),
  fixable: false,
  status: 'unfixed',
  reason: 'No version fixes it yet',
});

const healthcheck = ruleFinding({
  id: 'healthcheck-present',
  severity: 'medium',
  title: 'The image says how to tell that it is healthy',
  message: 'There is no HEALTHCHECK, and the server speaks HTTP on port 3000.',
  fix: 'Add a HEALTHCHECK that asks the server on port 3000.',
  location: at(NOTES, 14),
  related: [],
  aliases: ['DL3057', 'DS-0026', 'CIS-DI-0006'],
  fingerprint: fingerprint('notes', 'healthcheck-present'),
  status: 'below-threshold',
  reason: 'medium is below the threshold high',
});

export const passSubject: SubjectVerdict = {
  subject: { name: 'time', image: 'ghcr.io/acme/mcp-time:ci', dockerfile: TIME, platform: null },
  verdict: 'pass',
  image: {
    reference: 'ghcr.io/acme/mcp-time:ci',
    imageId: sha256('time'),
    digest: null,
    platform: 'linux/amd64',
  },
  layers: [],
  os: { family: 'alpine', name: '3.22.1', endOfLife: false },
  packages: { os: 17, language: 96 },
  checks: [
    check('user-non-root', 'The image runs as a user other than root', 'pass', 'The image runs as uid 10001.'),
    check('base-allowed', 'Only approved base images', 'pass', 'node:24-alpine is on the list.'),
    check('base-no-latest', 'No implicit or explicit latest', 'pass', 'Every FROM names a version.'),
    check('entrypoint-present', 'The image says what it runs', 'pass', 'ENTRYPOINT is ["node","dist/index.js"].'),
    check('secret-in-env', 'No credential in ENV or ARG', 'pass', 'No ENV or ARG holds a credential.'),
    check('healthcheck-present', 'A health check', 'not-applicable', 'A stdio server listens on nothing.'),
  ],
  findings: [],
  fixed: [],
  errors: [],
};

export const failSubject: SubjectVerdict = {
  subject: { name: 'notes', image: 'ghcr.io/acme/mcp-notes:ci', dockerfile: NOTES, platform: null },
  verdict: 'fail',
  image: {
    reference: 'ghcr.io/acme/mcp-notes:ci',
    imageId: sha256('notes'),
    digest: sha256('notes manifest'),
    platform: 'linux/amd64',
  },
  layers: [
    layer('base layer', 3_400_000, 'base', 'FROM node:18-alpine3.18', 1),
    layer('node layer', 41_200_000, 'base', 'FROM node:18-alpine3.18', 1),
    layer('folder layer', 120, 'build', 'WORKDIR', 4),
    layer('app layer', 18_900_000, 'build', 'COPY', 9),
    layer('build layer', 640_000, 'build', 'RUN npm', 11),
  ],
  os: { family: 'alpine', name: '3.18.4', endOfLife: true },
  packages: { os: 15, language: 142 },
  checks: [
    {
      ...check('user-non-root', 'The image runs as a user other than root', 'fail', 'No USER instruction anywhere.'),
      violations: [
        {
          message: 'The image runs as root: no USER instruction anywhere.',
          fix: 'Add `USER 10001` after the last RUN that needs root.',
          location: at(NOTES, 14),
          related: [],
          place: '',
          severity: null,
        },
      ],
    },
    check('base-allowed', 'Only approved base images', 'pass', 'node:18-alpine is on the list.'),
    check('base-no-latest', 'No implicit or explicit latest', 'pass', 'Every FROM names a version.'),
    {
      ...check('secret-in-env', 'No credential in ENV or ARG', 'fail', 'ENV API_TOKEN holds a credential.'),
      severity: 'critical',
    },
    {
      ...check('healthcheck-present', 'A health check', 'fail', 'There is no HEALTHCHECK.'),
      severity: 'medium',
    },
    check('expose-policy', 'Only allowed ports', 'unknown', 'EXPOSE names ${PORT}, which has no value here.'),
  ],
  findings: [formData, secretInEnv, libcrypto, advisoryFinding(), ruleFinding(), healthcheck, busybox],
  fixed: [],
  errors: [],
};

export const errorSubject: SubjectVerdict = {
  subject: {
    name: 'search',
    image: 'ghcr.io/acme/mcp-search:ci',
    dockerfile: 'servers/search/Dockerfile',
    platform: null,
  },
  verdict: 'error',
  image: null,
  layers: [],
  os: null,
  packages: null,
  checks: [
    check('base-no-latest', 'No implicit or explicit latest', 'pass', 'Every FROM names a version.'),
    check('user-non-root', 'The image runs as a user other than root', 'unknown', 'The base image could not be read.'),
  ],
  findings: [
    ruleFinding({
      id: 'base-allowed',
      title: 'Only approved base images',
      message: 'The base image docker.io/randomuser/node:20 is not on the list of allowed bases.',
      fix: 'Build on an allowed base image, or add this one to the list with a reason.',
      location: at('servers/search/Dockerfile', 2),
      related: [],
      origin: 'base',
      aliases: ['DL3026'],
      fingerprint: fingerprint('search', 'base-allowed'),
    }),
  ],
  fixed: [],
  errors: [
    {
      kind: 'usage',
      code: 'image-not-found',
      message: 'No image ghcr.io/acme/mcp-search:ci in the local engine (asked: docker, podman).',
      advice: 'Build it first with `load: true`, or name an archive such as docker-archive:FILE.',
    },
  ],
};

const scanner = {
  version: '0.74.0',
  source: 'https://github.com/aquasecurity/trivy/releases/download',
  sha256: createHash('sha256').update('trivy').digest('hex'),
  database: { updatedAt: '2026-11-22T18:31:07Z', source: 'mirror.gcr.io/aquasec/trivy-db:2' },
};

/** A verdict over some subjects; the overall word is the worst of theirs. */
export function verdictOf(subjects: readonly SubjectVerdict[], overrides: Partial<Verdict> = {}): Verdict {
  const words = new Set(subjects.map((subject) => subject.verdict));
  return {
    verdict: words.has('error') ? 'error' : words.has('fail') ? 'fail' : 'pass',
    startedAt: '2026-11-23T09:15:02Z',
    errors: [],
    scanner,
    failOn: 'high',
    gate: 'all',
    baseline: null,
    notices: [],
    subjects,
    ...overrides,
  };
}

export const passVerdict: Verdict = verdictOf([passSubject]);
export const failVerdict: Verdict = verdictOf([passSubject, failSubject]);
export const errorVerdict: Verdict = verdictOf([passSubject, failSubject, errorSubject]);

/** Nothing could be started at all. */
export const brokenVerdict: Verdict = verdictOf([], {
  verdict: 'error',
  scanner: null,
  errors: [
    {
      kind: 'verify',
      code: 'database-too-old',
      message: 'The advisory database is 9 days old, older than --max-db-age 48h.',
      advice: 'Let it update (remove --skip-db-update), or allow the age with --max-db-age.',
    },
  ],
});

/** A failing subject with `count` advisories, each for a package of its own; severities take turns. */
export function manyFindings(count: number): SubjectVerdict {
  const severities = ['critical', 'high', 'medium', 'low', 'unknown'] as const;
  const findings = Array.from({ length: count }, (_, index): Finding => {
    const severity = severities[index % severities.length] ?? 'unknown';
    const gating = severity === 'critical' || severity === 'high';
    const name = `package-${index}`;
    return advisoryFinding({
      id: `CVE-2026-${10_000 + Math.floor(index / 2)}`,
      severity,
      image: {
        layer: sha256('base layer'),
        path: null,
        package: name,
        purl: `pkg:deb/debian/${name}@1.${index}?arch=amd64`,
        installed: `1.${index}`,
        fixed: gating ? `1.${index + 1}` : null,
      },
      fingerprint: fingerprint('many', name),
      status: gating ? 'fail' : 'unfixed',
    });
  });
  return { ...failSubject, subject: { ...failSubject.subject, name: 'many' }, findings };
}

/** Text that tries everything: markup, mentions, links, workflow commands, terminal and text direction tricks. */
export const HOSTILE =
  '::error file=x::own\n::set-output name=verdict::pass\n##[add-mask]a <img src=x onerror=alert(1)> [click](https://evil.example) ' +
  '![i](https://evil.example/p.png) @octocat @acme/team #123 `code` **bold** | cell | </details> <!-- --> www.evil.example ' +
  '\u001b[2J\u001b]0;title\u0007 \u202egnp.exe \u200b\u0000 $x$ &lt; \\| {0} a@b.example\r# heading\n- item';

/** The failing subject with hostile text wherever an image, a Dockerfile or an advisory has a say. */
export const hostileSubject: SubjectVerdict = {
  ...failSubject,
  subject: { name: `notes ${HOSTILE}`, image: HOSTILE, dockerfile: `servers/${HOSTILE}/Dockerfile`, platform: null },
  image: { reference: HOSTILE, imageId: HOSTILE, digest: HOSTILE, platform: HOSTILE },
  layers: [{ diffId: HOSTILE, size: 1, origin: 'base', instruction: HOSTILE, location: at(HOSTILE, 1) }],
  os: { family: HOSTILE, name: HOSTILE, endOfLife: true },
  checks: (['pass', 'fail', 'unknown', 'not-applicable'] as const).map((answer) =>
    check(HOSTILE, HOSTILE, answer, HOSTILE),
  ),
  findings: (['fail', 'unfixed', 'below-threshold'] as const).map((status) =>
    advisoryFinding({
      id: HOSTILE,
      title: HOSTILE,
      message: HOSTILE,
      fix: HOSTILE,
      location: at(`servers/${HOSTILE}/Dockerfile`, 3),
      related: [{ location: at(HOSTILE, 1), message: HOSTILE }],
      image: { layer: HOSTILE, path: HOSTILE, package: HOSTILE, purl: HOSTILE, installed: HOSTILE, fixed: HOSTILE },
      aliases: [HOSTILE],
      url: 'https://avd.example/x)](https://evil.example) <img src=x> @octocat | `code` ## $x$ %zz ü {0} \\ "',
      status,
      reason: HOSTILE,
    }),
  ),
  fixed: [],
  errors: [{ kind: 'verify', code: HOSTILE, message: HOSTILE, advice: HOSTILE }],
};
