import type { Severity } from './severity.ts';

/** One advisory for one installed package. */
export interface Advisory {
  /** Such as `CVE-2026-12345`. */
  readonly id: string;
  readonly aliases: readonly string[];
  readonly title: string;
  readonly severity: Severity;
  /** Who rated it, such as `nvd` or `ghsa`; null when nobody did. */
  readonly severitySource: string | null;
  readonly package: string;
  /** Package URL with version; null when Trivy gives none. */
  readonly purl: string | null;
  readonly installed: string;
  /** Versions that fix it, as Trivy lists them; null when there is none yet. */
  readonly fixed: string | null;
  /** Trivy's status, such as `affected`, `fixed` or `will_not_fix`. */
  readonly status: string;
  readonly kind: 'os' | 'language';
  /** Path of the package's metadata, or of the program that holds it, in the image, without the leading slash; null for OS packages. */
  readonly path: string | null;
  /** Diff id of the layer that holds the package. */
  readonly layer: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly cwes: readonly string[];
}

/** A credential that the scanner found in a file or in the image config. The value itself is never kept. */
export interface SecretHit {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  /** Absolute path in the image, or null when it stands in the image config. */
  readonly path: string | null;
  readonly startLine: number;
  readonly endLine: number;
  readonly layer: string | null;
}

/** A licence that Trivy classifies as risky. */
export interface LicenseHit {
  readonly name: string;
  readonly category: string;
  readonly severity: Severity;
  readonly package: string | null;
  readonly path: string | null;
}

export interface ScanEvidence {
  readonly trivyVersion: string;
  /** Null when the image has no distribution at all (scratch, distroless static). */
  readonly os: { readonly family: string; readonly name: string; readonly endOfLife: boolean } | null;
  /** False when the scanner does not know this version of the distribution: it then finds no advisory for any OS package. */
  readonly osVersionKnown?: boolean;
  readonly platform: string;
  /** Installed packages that Trivy recognised. */
  readonly osPackages: number;
  readonly languagePackages: number;
  readonly advisories: readonly Advisory[];
  readonly secrets: readonly SecretHit[];
  readonly licenses: readonly LicenseHit[];
}
