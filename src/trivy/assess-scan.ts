import type { ScanEvidence } from '../model/scan.ts';
import type { Problem } from '../model/verdict.ts';
import type { Scanner } from '../settings/settings.ts';
import { samePlatform } from './platform.ts';

/**
 * Why a scan that went through may still have seen too little. Trivy ends with success in all these cases, and "no
 * advisories" then means nothing.
 *
 * - The image is of another platform than was asked for: Trivy ignores `--platform` for files.
 * - A distribution that Trivy does not know, or a version of one that it has never heard of: it has no advisories for it.
 * - A distribution whose package database is not there: it may have been deleted.
 * - No distribution and no package of any language. An image without a distribution (scratch, distroless static) is
 *   fine as long as Trivy recognises what is in it, such as a Go program with its build information.
 *
 * A distribution past its end of life is no reason: advisories are found, `os.endOfLife` says the rest.
 *
 * @param scanners packages matter only where advisories were looked for
 */
export function assessScan(
  scan: ScanEvidence,
  scanners: readonly Scanner[],
  expectedPlatform: string | null,
): Problem[] {
  const platform = expectedPlatform === null ? null : platformProblem(scan, expectedPlatform);
  const packages = scanners.includes('vuln') ? packageProblem(scan) : null;
  return [platform, packages].filter((problem) => problem !== null);
}

export function platformProblem(scan: ScanEvidence, expected: string): Problem | null {
  return samePlatform(scan.platform, expected)
    ? null
    : {
        kind: 'verify',
        code: 'scan-platform',
        message: `The image that was scanned is for ${scan.platform}, not for ${expected}`,
        advice: 'Build or pull the image for the platform that is to be checked, or change --platform.',
      };
}

function packageProblem(scan: ScanEvidence): Problem | null {
  const { os, osPackages, languagePackages } = scan;
  if (os === null) {
    return languagePackages > 0
      ? null
      : {
          kind: 'verify',
          code: 'scan-nothing-recognised',
          message:
            'Trivy recognised neither a distribution nor any package in the image, so it cannot know of its advisories',
          advice:
            'Keep the package metadata in the image (Go build information, node_modules, an SBOM), or leave "vuln" out of --scanners.',
        };
  }
  if (os.family === 'none' || os.family === '') {
    return {
      kind: 'verify',
      code: 'scan-unknown-os',
      message: 'Trivy does not know the distribution of the image, so it has no advisories for its packages',
      advice: 'Build on a distribution that Trivy supports, or leave "vuln" out of --scanners.',
    };
  }
  if (osPackages === 0) {
    return {
      kind: 'verify',
      code: 'scan-no-os-packages',
      message: `The image is ${os.family} ${os.name}, but Trivy found none of its packages`,
      advice: 'Keep the package database in the image (/lib/apk/db, /var/lib/dpkg, /var/lib/rpm).',
    };
  }
  if (scan.osVersionKnown === false) {
    return {
      kind: 'verify',
      code: 'scan-unknown-os-version',
      message: `Trivy does not know version ${os.name} of ${os.family}, so it has no advisories for its packages`,
      advice: 'Build on a released version of the distribution, or use a newer version of Trivy.',
    };
  }
  return null;
}
