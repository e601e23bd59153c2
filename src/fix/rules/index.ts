import type { Fixer } from '../fixer.ts';
import { fixBaseDigest } from './base-digest.ts';
import { fixDuplicateInstruction } from './duplicate-instruction.ts';
import { fixEntrypointExecForm } from './entrypoint-exec-form.ts';
import { fixRunUnquotedRedirect } from './run-unquoted-redirect.ts';
import { fixUserNonRoot } from './user-non-root.ts';
import { fixUserNumeric } from './user-numeric.ts';
import { fixWorkdirAbsolute } from './workdir-absolute.ts';

/** All automatic fixes. Where two of them touch the same place, the first one's edit is taken. */
export const FIXERS: readonly Fixer[] = [
  fixRunUnquotedRedirect,
  fixUserNonRoot,
  fixEntrypointExecForm,
  fixWorkdirAbsolute,
  fixDuplicateInstruction,
  fixUserNumeric,
  fixBaseDigest,
];
