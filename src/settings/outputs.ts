/** The outputs of the action, in the order of its documentation. All are text; empty when there is nothing to say. */
export const OUTPUTS = {
  verdict: '`pass`, `fail` or `error` (something could not be verified).',
  findings: 'Number of findings, whether they gate or not.',
  critical: 'Number of critical findings.',
  high: 'Number of high findings.',
  medium: 'Number of medium findings.',
  low: 'Number of low findings.',
  unknown: 'Number of findings that nobody has rated.',
  new: 'Number of findings that the change introduces; empty without a baseline.',
  fixed: 'Number of findings that the change removes; empty without a baseline.',
  waived: 'Number of findings that a waiver accepts.',
  'report-dir': 'Folder with `report.json`, `report.sarif`, `report.html` and `summary.md`.',
  report: 'Path of `report.json`.',
  sarif: 'Path of `report.sarif`.',
  summary: 'Path of `summary.md`.',
  sbom: 'Path of the bill of materials; one a line for several images.',
  'trivy-version': 'Version of the Trivy that scanned.',
  'database-updated-at': 'When the advisory database was built (RFC 3339).',
  'image-id': 'Id of the image; one a line for several.',
  'image-digest': 'Digest of the manifest, where the source has one; one a line for several.',
  'sarif-id': 'Id of the upload to code scanning.',
} as const;

export type OutputName = keyof typeof OUTPUTS;
