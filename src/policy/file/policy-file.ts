import type { Origin } from '../../model/finding.ts';
import type { Severity } from '../../model/severity.ts';
import type { Waiver } from '../../model/waiver.ts';
import type { RawSettings } from '../../settings/load.ts';
import type { Profile, Transport } from '../../settings/settings.ts';

/** How the repository builds the images of one image repository. */
export interface DeclaredBuild {
  /** Relative to the working directory. */
  readonly dockerfile: string;
  /** Null: the last stage. */
  readonly target: string | null;
  readonly buildArgs: Readonly<Record<string, string>>;
  /** Line of the policy file that says so. */
  readonly line: number;
}

/** One image that the policy lists: at least one of `image` and `dockerfile` is given. */
export interface PolicyImage {
  readonly name: string | null;
  /** As `--image` takes it. */
  readonly image: string | null;
  readonly dockerfile: string | null;
  readonly target: string | null;
  readonly buildArgs: Readonly<Record<string, string>>;
  /** Like `linux/arm64`. */
  readonly platform: string | null;
  readonly transport: Transport | null;
  /** Folder that the build gets as its context, relative to the working directory. */
  readonly context: string | null;
}

/** What a repository's policy file says; null where it says nothing. */
export interface PolicyFile {
  /** As the user knows it, for messages. */
  readonly file: string;
  readonly profile: Profile | null;
  /** By image repository as written, such as `ghcr.io/acme/mcp-base`. */
  readonly bases: Readonly<Record<string, DeclaredBuild>>;
  readonly images: readonly PolicyImage[];
  /** What it says on options that can be given as inputs too, as text: it counts where nothing else is given. */
  readonly options: RawSettings;
  readonly failOnByOrigin: Readonly<Partial<Record<Origin, Severity | 'never'>>> | null;
  readonly unratedAs: Severity | null;
  readonly ruleSeverity: Readonly<Record<string, Severity | 'off'>> | null;
  readonly graceDays: Readonly<Partial<Record<Severity, number>>> | null;
  readonly withoutBaseline: 'gate' | 'report' | null;
  readonly requiredLabels: readonly string[] | null;
  readonly waivers: readonly Waiver[];
  /** Longest term of a waiver, in days. */
  readonly waiverDays: number;
  /** Trivy's ignore files and OpenVEX documents that are read as waivers, relative to the working directory; null: the usual names. */
  readonly ignoreFiles: readonly string[] | null;
  readonly vexFiles: readonly string[] | null;
}
