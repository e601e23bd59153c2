import { z } from 'zod';

/** The part of report.json (image-gate/report/1) that the demo looks at. */
const REPORT = z.object({
  schema: z.literal('image-gate/report/1'),
  subjects: z.array(
    z.object({
      name: z.string(),
      dockerfile: z.string().nullable(),
      verdict: z.enum(['pass', 'fail', 'error']),
      findings: z.array(z.object({ kind: z.string() })),
    }),
  ),
});

/** What the command line ends with when the policy says no to one of the images. */
const EXIT_FAIL = 1;

export const HARDENED = 'examples/hardened-server/Dockerfile';
export const CARELESS = 'examples/careless-server/Dockerfile';

/**
 * What is wrong with the demo's verdicts, in one sentence, or null when they are the expected ones. With the public
 * database (`live`) nobody can know what stands against the hardened server by now, so only a verdict is expected.
 */
export function unexpectedVerdict(reportText: string, exitCode: number | null, live: boolean): string | null {
  const report = REPORT.safeParse(JSON.parse(reportText));
  if (!report.success) {
    return 'report.json does not have the form image-gate/report/1';
  }
  const hardened = report.data.subjects.find((subject) => subject.dockerfile === HARDENED);
  const careless = report.data.subjects.find((subject) => subject.dockerfile === CARELESS);
  if (hardened === undefined || careless === undefined) {
    return 'report.json does not name both examples';
  }
  if (live ? hardened.verdict === 'error' : hardened.verdict !== 'pass') {
    return `hardened-server should pass, and its verdict is ${hardened.verdict}`;
  }
  if (careless.verdict !== 'fail') {
    return `careless-server should fail, and its verdict is ${careless.verdict}`;
  }
  if (!careless.findings.some((finding) => finding.kind === 'advisory')) {
    return 'careless-server has no advisory, although Trivy should find several';
  }
  return exitCode === EXIT_FAIL
    ? null
    : `the gate should end with ${EXIT_FAIL}, and ended with ${exitCode ?? 'a signal'}`;
}
