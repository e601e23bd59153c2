import { appFilesWritable } from './app-files-writable.ts';
import { baseAllowed } from './base-allowed.ts';
import { baseDigest } from './base-digest.ts';
import { baseEol } from './base-eol.ts';
import { baseMinimal } from './base-minimal.ts';
import { baseNoLatest } from './base-no-latest.ts';
import { buildToolsLeft } from './build-tools-left.ts';
import { chownUnknownUser } from './chown-unknown-user.ts';
import { copyContextBroad } from './copy-context-broad.ts';
import { dependencyUpdates } from './dependency-updates.ts';
import { depsUnpinned } from './deps-unpinned.ts';
import { dockerSocket } from './docker-socket.ts';
import { duplicateInstruction } from './duplicate-instruction.ts';
import { entrypointExecEnv } from './entrypoint-exec-env.ts';
import { entrypointExecForm } from './entrypoint-exec-form.ts';
import { entrypointExists } from './entrypoint-exists.ts';
import { entrypointPresent } from './entrypoint-present.ts';
import { exposeDebugPort } from './expose-debug-port.ts';
import { exposePolicy } from './expose-policy.ts';
import { exposeRequired } from './expose-required.ts';
import { finalStage } from './final-stage.ts';
import { healthcheckNoop } from './healthcheck-noop.ts';
import { healthcheckPresent } from './healthcheck-present.ts';
import { healthcheckRunnable } from './healthcheck-runnable.ts';
import { healthcheckTarget } from './healthcheck-target.ts';
import { insecureFetch } from './insecure-fetch.ts';
import { labelMcpServerName } from './label-mcp-server-name.ts';
import { labelsOci } from './labels-oci.ts';
import { packageCacheLeft } from './package-cache-left.ts';
import { packageManagerLeft } from './package-manager-left.ts';
import { passwdHygiene } from './passwd-hygiene.ts';
import { pid1Signals } from './pid1-signals.ts';
import { remoteFetchUnverified } from './remote-fetch-unverified.ts';
import type { Rule } from './rule.ts';
import { runUnquotedRedirect } from './run-unquoted-redirect.ts';
import { runtimeInstall } from './runtime-install.ts';
import { secretFile } from './secret-file.ts';
import { secretInArg } from './secret-in-arg.ts';
import { secretInEnv } from './secret-in-env.ts';
import { setuidFiles } from './setuid-files.ts';
import { sudoPresent } from './sudo-present.ts';
import { userHome } from './user-home.ts';
import { userNonRoot } from './user-non-root.ts';
import { userNumeric } from './user-numeric.ts';
import { userResolvable } from './user-resolvable.ts';
import { workdirAbsolute } from './workdir-absolute.ts';

/** Every rule, in the order in which reports show them. */
export const RULES: readonly Rule[] = [
  userNonRoot,
  userResolvable,
  userNumeric,
  userHome,
  chownUnknownUser,
  passwdHygiene,
  setuidFiles,
  sudoPresent,
  appFilesWritable,
  dockerSocket,
  entrypointPresent,
  entrypointExists,
  entrypointExecForm,
  entrypointExecEnv,
  pid1Signals,
  workdirAbsolute,
  duplicateInstruction,
  finalStage,
  runtimeInstall,
  exposePolicy,
  exposeRequired,
  exposeDebugPort,
  healthcheckPresent,
  healthcheckRunnable,
  healthcheckTarget,
  healthcheckNoop,
  secretInEnv,
  secretInArg,
  secretFile,
  copyContextBroad,
  baseAllowed,
  baseNoLatest,
  baseDigest,
  dependencyUpdates,
  baseMinimal,
  baseEol,
  remoteFetchUnverified,
  insecureFetch,
  depsUnpinned,
  runUnquotedRedirect,
  packageManagerLeft,
  buildToolsLeft,
  packageCacheLeft,
  labelsOci,
  labelMcpServerName,
];

export { WANTED_TEXTS, wantsHead } from './shared/wanted.ts';
