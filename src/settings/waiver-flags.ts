/** What `image-gate waive` writes into the policy file, as text. */
export interface WaiverFlags extends Partial<Record<keyof typeof WAIVER_FLAGS, string>> {
  readonly id: string;
}

/** Flags with their placeholders and their help. */
export const WAIVER_FLAGS = {
  reason: ['<text>', 'why it is accepted (required)'],
  expires: ['<date>', 'the last day on which it counts, like 2026-12-31 (required)'],
  owner: ['<who>', 'who answers for it'],
  image: ['<name>', 'only in images of this name, also with *'],
  package: ['<purl>', 'only in this package, like pkg:npm/lodash'],
  path: ['<glob>', 'only at this path of the image or the repository, also with * and **'],
  origin: ['<origin>', 'only what comes from there: base, build, app or config'],
} as const;
