import { appendFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect } from '@jest/globals';
import { findPart, type Part } from '../../scripts/lib/parts.ts';

/**
 * `describe` where the machine has the part, `describe.skip` where it has not.
 * What is skipped is written to the file that SKIPPED_TESTS names, so that the end of a run can say it plainly.
 * Under CI nothing may be skipped: there a missing part is an error, which fails the whole test file.
 */
export async function describeIf(part: Part): Promise<typeof describe.skip> {
  const state = findPart(part);
  if ('path' in state) {
    return describe;
  }
  const file = basename(expect.getState().testPath ?? 'a test file');
  if ((process.env['CI'] ?? '') !== '') {
    throw new Error(`${file} needs ${part}: ${state.missing}. Under CI nothing may be skipped.`);
  }
  const list = process.env['SKIPPED_TESTS'];
  if (list !== undefined) {
    appendFileSync(list, `${file}: ${state.missing}\n`);
  }
  return describe.skip;
}

/** The path of a part's program. Only for use inside the `describe` that `describeIf` gave. */
export function partPath(part: Part): string {
  const state = findPart(part);
  if ('missing' in state) {
    throw new Error(state.missing);
  }
  return state.path;
}
