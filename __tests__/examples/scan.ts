import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { mustRun } from '../../scripts/lib/program.ts';
import { trivyBinary } from '../support/trivy-binary.ts';

const REPORT = z.object({
  Metadata: z.object({ OS: z.object({ Family: z.string(), Name: z.string(), EOSL: z.boolean().optional() }) }),
  Results: z.array(
    z.object({
      Target: z.string(),
      Packages: z.array(z.object({ Name: z.string(), Version: z.string() })).default([]),
      Vulnerabilities: z
        .array(
          z.object({
            VulnerabilityID: z.string(),
            PkgName: z.string(),
            FixedVersion: z.string().optional(),
            Severity: z.string(),
            Status: z.string(),
          }),
        )
        .default([]),
      Secrets: z.array(z.object({ RuleID: z.string(), Match: z.string() })).default([]),
    }),
  ),
});

export type Scan = z.infer<typeof REPORT>;

/** What the real Trivy finds in an image (`input` as its `--input` takes it) with the database in `cache`. */
export async function scan(input: string, cache: string, folder: string): Promise<Scan> {
  const output = join(folder, 'scan.json');
  await mustRun(
    await trivyBinary(),
    [
      'image',
      ...['--cache-dir', cache, '--cache-backend', 'memory', '--skip-db-update', '--skip-java-db-update'],
      ...['--disable-telemetry', '--skip-version-check', '--no-progress', '--scanners', 'vuln,secret'],
      ...['--format', 'json', '--list-all-pkgs', '--output', output, '--input', input],
    ],
    { cwd: folder },
  );
  return REPORT.parse(JSON.parse(await readFile(output, 'utf8')));
}

/** One line an advisory, sorted: `package id severity fixed version or status`. */
export function advisories(found: Scan): readonly string[] {
  return found.Results.flatMap((result) => result.Vulnerabilities)
    .map(({ PkgName, VulnerabilityID, Severity, FixedVersion, Status }) =>
      [PkgName, VulnerabilityID, Severity, FixedVersion ?? Status].join(' '),
    )
    .sort();
}
