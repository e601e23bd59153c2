import { baseAllowed } from './base-allowed.ts';
import { baseMinimal } from './base-minimal.ts';
import { baseNoLatest } from './base-no-latest.ts';
import { entrypointPresent } from './entrypoint-present.ts';
import { exposePolicy } from './expose-policy.ts';
import { healthcheckPresent } from './healthcheck-present.ts';
import type { Rule } from './rule.ts';
import { secretInEnv } from './secret-in-env.ts';
import { userNonRoot } from './user-non-root.ts';

/** Every rule, in the order in which reports show them. */
export const RULES: readonly Rule[] = [
  userNonRoot,
  entrypointPresent,
  exposePolicy,
  healthcheckPresent,
  secretInEnv,
  baseAllowed,
  baseNoLatest,
  baseMinimal,
];
