import type { Severity } from '../model/severity.ts';

export const PROFILES = ['mcp', 'container', 'strict'] as const;
export const TRANSPORTS = ['auto', 'http', 'stdio', 'both'] as const;
export const SCANNERS = ['vuln', 'secret', 'license'] as const;
export const MODES = ['enforce', 'report'] as const;
export const FORMATS = ['table', 'json', 'sarif', 'markdown', 'html'] as const;
export const BASE_LOOKUPS = ['repository', 'local', 'registry'] as const;
export const GATES = ['auto', 'all', 'new'] as const;
export const SBOMS = ['none', 'cyclonedx', 'spdx'] as const;
export const STORES = ['auto', 'never'] as const;
export const UPLOADS = ['auto', 'always', 'never'] as const;
export const COMMENTS = ['never', 'on-failure', 'on-change', 'always'] as const;

export type Profile = (typeof PROFILES)[number];
export type Transport = (typeof TRANSPORTS)[number];
export type Scanner = (typeof SCANNERS)[number];
export type Mode = (typeof MODES)[number];
export type Format = (typeof FORMATS)[number];
export type BaseLookup = (typeof BASE_LOOKUPS)[number];
export type Gate = (typeof GATES)[number];
export type SbomFormat = (typeof SBOMS)[number];
export type Store = (typeof STORES)[number];
export type Upload = (typeof UPLOADS)[number];
export type Comment = (typeof COMMENTS)[number];

/** All options of a check, decoded and checked. Null means "not given". */
export interface Settings {
  readonly image: readonly string[];
  readonly dockerfile: readonly string[];
  readonly target: string | null;
  readonly buildArg: Readonly<Record<string, string>>;
  /** Like `linux/amd64`, or `all`. Empty: the image's only one, else the machine's. */
  readonly platform: readonly string[];
  /** Null: `.github/image-gate.yml`, when it exists. */
  readonly policy: string | null;
  /** Where the configs of base images are, by their names in FROM. */
  readonly base: Readonly<Record<string, string>>;
  /** How far to look for base images; each includes the ones before it. */
  readonly resolveBases: BaseLookup;
  readonly profile: Profile;
  readonly transport: Transport;
  /** Empty: Trivy is not run. */
  readonly scanners: readonly Scanner[];
  readonly failOn: Severity;
  /** Whether an advisory that no version fixes yet gates too. */
  readonly failUnfixed: boolean;
  readonly mode: Mode;
  /** `auto`: `new` where there is something to compare with (pull requests, merge queues, a baseline that is named), else `all`. */
  readonly gate: Gate;
  /** What to compare with: a revision of the repository, and images or stored evidence. */
  readonly baselineCommit: string | null;
  readonly baselineImage: readonly string[];
  /** File of stored evidence (`image-gate/evidence/1`). */
  readonly baseline: string | null;
  readonly allowBase: readonly string[];
  /** Normalised: `3000/tcp`. */
  readonly allowPort: readonly string[];
  readonly reportDir: string | null;
  readonly format: Format;
  readonly sbom: SbomFormat;
  readonly sarifCategory: string;
  readonly trivyPath: string | null;
  /** Exact, a range, or `latest`. */
  readonly trivyVersion: string;
  /** Milliseconds. */
  readonly trivyMinAge: number;
  readonly allowOldTrivy: boolean;
  readonly trivyTrustedRoot: string | null;
  readonly trivyDownloadUrl: string;
  readonly trivySha256: string | null;
  readonly trivyCacheDir: string | null;
  readonly skipDbUpdate: boolean;
  /** Milliseconds; null: the age is not checked. */
  readonly maxDbAge: number | null;
  readonly dbRepository: readonly string[];
  readonly javaDbRepository: readonly string[];
  /** Whether what is learnt of images is kept for the next run. */
  readonly imageCache: boolean;
  readonly workingDirectory: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly debug: boolean;
  readonly quiet: boolean;
  /** The action only. */
  readonly token: string | null;
  readonly sarifUpload: Upload;
  /** Whether runs of the default branch keep their evidence as an artifact. */
  readonly storeBaseline: Store;
  readonly comment: Comment;
}
