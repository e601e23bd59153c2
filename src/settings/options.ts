import { SEVERITIES } from '../model/severity.ts';
import * as decode from './decode.ts';
import { flag, list, type Option, single } from './option.ts';
import {
  BASE_LOOKUPS,
  COMMENTS,
  FORMATS,
  GATES,
  MODES,
  PROFILES,
  SBOMS,
  SCANNERS,
  type Settings,
  STORES,
  TRANSPORTS,
  UPLOADS,
} from './settings.ts';

/**
 * The one table of options: action inputs, command-line flags, the tables of the README and the test that compares
 * action.yml all come from it. A name here is camel case; users see it with dashes.
 */
type Table = { readonly [Key in keyof Settings]: Option<Settings[Key]> };

export const OPTIONS: Table = {
  image: list(decode.plain, {
    placeholder: 'REF',
    group: 'What to judge',
    description:
      'Image to judge: a tag, digest or id in the local engine (docker, podman), `docker-archive:FILE[:TAG]`, `oci-archive:FILE[:TAG]`, `oci:DIR[:TAG]`, the path of such a file or folder, or `registry:REF`. A plain tag is never looked up in a registry.',
  }),
  dockerfile: list(decode.plain, {
    placeholder: 'PATH',
    group: 'What to judge',
    description:
      'Dockerfile to judge. As many Dockerfiles as images pair in their order. With neither named, the images of the policy file are judged, else every tracked Dockerfile.',
  }),
  target: single<string | null>(null, 'last stage', decode.plain, {
    placeholder: 'STAGE',
    group: 'What to judge',
    description:
      'Stage of the Dockerfile that is built, by name or number. Only where one image or Dockerfile is judged.',
  }),
  buildArg: {
    kind: 'list',
    where: 'both',
    placeholder: 'NAME=VALUE',
    group: 'What to judge',
    description: 'Build argument the image is built with. Only where one image or Dockerfile is judged.',
    defaultText: '',
    fallback: {},
    decode: (values) => Object.fromEntries(values.map(decode.buildArg)),
  },
  platform: {
    ...list(decode.platform, {
      placeholder: 'OS/ARCH',
      group: 'What to judge',
      description:
        'Platform to judge of an image for several: `linux/arm64`. Several are judged each on its own; `all` is every platform that the image is there for.',
    }),
    defaultText: "the image's only one, else the machine's",
  },
  policy: single<string | null>(null, '`.github/image-gate.yml`, when it exists', decode.plain, {
    placeholder: 'FILE',
    group: 'What to judge',
    description:
      'Policy file, YAML or JSON. What is given here or in the environment wins over it. Its `images` are judged when neither an image nor a Dockerfile is named.',
  }),
  base: {
    kind: 'list',
    where: 'both',
    placeholder: 'REF=SOURCE',
    group: 'How to judge',
    description:
      'Where the config of a base image is, by its name in FROM: `node:24=oci:DIR`, or any other source that an image can have.',
    defaultText: '',
    fallback: {},
    decode: (values) => Object.fromEntries(values.map(decode.baseSource)),
  },
  resolveBases: single('local', 'local', decode.oneOf(BASE_LOOKUPS), {
    placeholder: BASE_LOOKUPS.join('|'),
    group: 'How to judge',
    description:
      'How far to look for base images: in the repository, also in the local engine, also in registries (through skopeo or docker buildx).',
  }),
  profile: single('mcp', 'mcp', decode.oneOf(PROFILES), {
    placeholder: PROFILES.join('|'),
    group: 'How to judge',
    description:
      'How severe the rules are: `mcp` for MCP servers, `container` for any other image, `strict` without concessions.',
  }),
  transport: single('auto', 'auto', decode.oneOf(TRANSPORTS), {
    placeholder: TRANSPORTS.join('|'),
    group: 'How to judge',
    description: 'How clients reach the MCP server. A stdio server needs neither a port nor a health check.',
  }),
  scanners: single(['vuln', 'secret'], 'vuln,secret', decode.setOf(SCANNERS), {
    placeholder: 'LIST',
    group: 'How to judge',
    description: 'What Trivy looks for: `vuln`, `secret`, `license`, comma-separated; `none` leaves Trivy out.',
  }),
  failOn: single('high', 'high', decode.oneOf(SEVERITIES), {
    placeholder: SEVERITIES.join('|'),
    group: 'How to judge',
    description: 'Lowest severity that fails the gate. Everything below is still reported.',
  }),
  failUnfixed: flag(false, {
    placeholder: '',
    group: 'How to judge',
    description: 'Let advisories without a fixed version fail the gate too. They are always shown.',
  }),
  mode: single('enforce', 'enforce', decode.oneOf(MODES), {
    placeholder: MODES.join('|'),
    group: 'How to judge',
    description:
      '`report` shows the same verdict, but a `fail` does not fail the step. What could not be verified still does.',
  }),
  gate: single('auto', 'auto', decode.oneOf(GATES), {
    placeholder: GATES.join('|'),
    group: 'How to judge',
    description:
      'Which findings can fail the gate: `all`, or only those that the change introduces (`new`). `auto`: `new` on pull requests, in merge queues and where a baseline is named, else `all`.',
  }),
  baselineCommit: single<string | null>(null, "the pull request's base", decode.revision, {
    placeholder: 'REV',
    group: 'How to judge',
    description: 'Commit to compare Dockerfiles with, when only new findings count.',
  }),
  baselineImage: list(decode.plain, {
    placeholder: 'REF',
    group: 'How to judge',
    description: 'Image to compare with, when only new findings count; several pair with the images in their order.',
  }),
  baseline: single<string | null>(null, "the default branch's last run", decode.plain, {
    placeholder: 'FILE',
    group: 'How to judge',
    description: 'The `evidence.json` of an earlier run to compare images with, when only new findings count.',
  }),
  allowBase: list(decode.plain, {
    placeholder: 'GLOB',
    group: 'How to judge',
    description:
      'Approved image, such as `node:*-slim` or `ghcr.io/acme/**`: `*` stops at a slash, `**` does not; a pattern without tag allows every tag. Holds for FROM, `COPY --from`, `RUN --mount` and the `# syntax=` image.',
  }),
  allowPort: {
    kind: 'list',
    where: 'both',
    placeholder: 'PORT',
    group: 'How to judge',
    description: 'Port that may be exposed: `3000`, `3000/tcp`, `8000-8010/udp`.',
    defaultText: '`3000/tcp` (profiles mcp, strict)',
    fallback: [],
    decode: (values) => [...new Set(values.flatMap(decode.ports))],
  },
  reportDir: single<string | null>(
    null,
    'action: a folder of the runner; command line: none, nothing is written',
    decode.plain,
    {
      placeholder: 'DIR',
      group: 'What to write',
      description: 'Folder for `report.json`, `report.sarif`, `report.html` and `summary.md`.',
    },
  ),
  format: single('table', 'table', decode.oneOf(FORMATS), {
    where: 'cli',
    placeholder: FORMATS.join('|'),
    group: 'What to write',
    description: 'What standard output gets. All else goes to standard error.',
  }),
  sbom: single('cyclonedx', 'cyclonedx', decode.oneOf(SBOMS), {
    placeholder: SBOMS.join('|'),
    group: 'What to write',
    description: 'Bill of materials to write into `report-dir`, one for each image, from the same scan.',
  }),
  sarifCategory: single('image-gate', 'image-gate', decode.category, {
    placeholder: 'TEXT',
    group: 'What to write',
    description:
      'Start of the code scanning category; the name of the subject is appended. Never put a tag or commit here.',
  }),
  sarifUpload: single('auto', 'auto', decode.oneOf(UPLOADS), {
    where: 'action',
    placeholder: UPLOADS.join('|'),
    group: 'What to write',
    description: 'Upload SARIF to code scanning. `auto`: where it is possible, with one notice where it is not.',
  }),
  storeBaseline: single('auto', 'auto', decode.oneOf(STORES), {
    where: 'action',
    placeholder: STORES.join('|'),
    group: 'What to write',
    description:
      "Keep the evidence of images as an artifact of the default branch's runs, for pull requests to compare with. `auto`: on pushes to that branch.",
  }),
  comment: single('never', 'never', decode.oneOf(COMMENTS), {
    where: 'action',
    placeholder: COMMENTS.join('|'),
    group: 'What to write',
    description:
      'Keep one comment on a pull request up to date: `on-failure` once the gate fails, `on-change` once there is something to tell, `always` from the start. Needs `pull-requests: write`.',
  }),
  token: single<string | null>(null, "the job's token", decode.plain, {
    where: 'action',
    placeholder: 'TOKEN',
    group: 'What to write',
    description:
      "Token for GitHub's API: to read the base commit and the baseline, to upload (`security-events: write`) and to comment (`pull-requests: write`). With a range in `trivy-version` it also reads the list of Trivy's releases.",
  }),
  trivyVersion: single('0.74.0', '0.74.0', decode.versionWish, {
    placeholder: 'VERSION',
    group: 'Scanner',
    description:
      'Version of Trivy: exact, a range such as `~0.74.0`, or `latest`. Versions that are not pinned here need a valid signature.',
  }),
  trivyMinAge: single(604_800_000, '7d', decode.duration, {
    placeholder: 'AGE',
    group: 'Scanner',
    description: 'Younger releases do not count for a range or `latest`.',
  }),
  allowOldTrivy: flag(false, {
    placeholder: '',
    group: 'Scanner',
    description: 'Install a Trivy older than 0.72.0 all the same, with its known security holes.',
  }),
  trivyPath: single<string | null>(null, '', decode.plain, {
    placeholder: 'FILE',
    group: 'Scanner',
    description: 'Use this Trivy and trust it as it is; the report says so.',
  }),
  trivyDownloadUrl: single(
    'https://github.com/aquasecurity/trivy/releases/download',
    'the GitHub releases of Trivy',
    decode.httpUrl,
    {
      placeholder: 'URL',
      group: 'Scanner',
      description:
        'Mirror of the releases: `URL/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz` is fetched, and `URL/releases.json` for a range.',
    },
  ),
  trivySha256: single<string | null>(null, 'pinned for the default version', decode.sha256, {
    placeholder: 'HEX',
    group: 'Scanner',
    description: 'SHA-256 of the release archive, for a version or build that is not pinned here.',
  }),
  trivyTrustedRoot: single<string | null>(null, 'the public one, embedded', decode.plain, {
    placeholder: 'FILE',
    group: 'Scanner',
    description: "Sigstore's `trusted_root.json` that signatures of Trivy are verified against.",
  }),
  trivyCacheDir: single<string | null>(null, "image-gate's own cache", decode.plain, {
    placeholder: 'DIR',
    group: 'Scanner',
    description: "Trivy's cache: databases and scan results.",
  }),
  skipDbUpdate: flag(false, {
    placeholder: '',
    group: 'Scanner',
    description: 'Use the advisory database in the cache as it is.',
  }),
  maxDbAge: single<number | null>(172_800_000, '48h', decode.durationOrNone, {
    placeholder: 'AGE',
    group: 'Scanner',
    description: 'Oldest advisory database that may give a verdict: `48h`, `7d`, or `none` for no limit.',
  }),
  dbRepository: list(decode.plain, {
    placeholder: 'REPOSITORY',
    group: 'Scanner',
    description:
      'OCI repository of the advisory database, also with `@sha256:…`, or `oci:FOLDER` for an OCI layout; several are tried in their order.',
  }),
  javaDbRepository: list(decode.plain, {
    placeholder: 'REPOSITORY',
    group: 'Scanner',
    description: 'The same for the Java database, which is only fetched for an image that holds a Java archive.',
  }),
  workingDirectory: single('.', '.', decode.plain, {
    placeholder: 'DIR',
    group: 'Run',
    description: 'Folder that paths are relative to: the root of the repository.',
  }),
  imageCache: flag(true, {
    placeholder: '',
    group: 'Run',
    description:
      "Keep what is learnt of the engine's images for the next run: configs with their ENV, listings of layers and small texts, for this user alone, for 14 days.",
  }),
  timeout: single(900_000, '15m', decode.duration, {
    placeholder: 'DURATION',
    group: 'Run',
    description: 'Longest time for one call of another program, such as one scan.',
  }),
  debug: flag(false, { placeholder: '', group: 'Run', description: 'Tell what is done in detail, with stack traces.' }),
  quiet: flag(false, {
    where: 'cli',
    placeholder: '',
    group: 'Run',
    description: 'Leave out progress on standard error.',
  }),
};

export type OptionKey = keyof Settings;

export const OPTION_KEYS = Object.keys(OPTIONS).filter((key): key is OptionKey => Object.hasOwn(OPTIONS, key));

/** The name that users write: `failOn` → `fail-on`. */
export function optionName(key: OptionKey): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
