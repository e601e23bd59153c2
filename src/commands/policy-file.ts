import { resolve } from 'node:path';
import type { Host } from '../host/ports.ts';
import { errorCode, errorMessage } from '../model/error-code.ts';
import { UsageError } from '../model/failure.ts';
import type { PolicyFile } from '../policy/file/policy-file.ts';
import { refuseUnknownVariables } from '../settings/from-environment.ts';
import type { RawSettings } from '../settings/load.ts';
import { type Given, givenBy } from '../settings/precedence.ts';
import type { Settings } from '../settings/settings.ts';

export const DEFAULT_POLICY = '.github/image-gate.yml';

/** Twice what a policy may have in letters; more is not even read. */
const LARGEST = 1024 * 1024;

/** What was asked for, with what the repository's policy file adds to it. */
export interface Asked {
  readonly settings: Settings;
  /** Without what inputs, flags or the environment say otherwise. Null: there is none. */
  readonly policyFile: PolicyFile | null;
}

export interface LoadOptions {
  /**
   * Reads the policy file from somewhere else than the working directory, such as another commit. The path is as the
   * user named it; null means that there is none, which is no mistake even for a file that was named.
   */
  readonly readPolicy?: (path: string) => Promise<string | null>;
}

/**
 * The settings and the policy file, by the one order of all ways in: input or flag, `IMAGE_GATE_…` in the environment,
 * policy file, default.
 * @param raw inputs of the action, or flags
 * @throws UsageError `bad-option`, `no-policy`, `bad-policy`
 */
export async function loadAsked(
  raw: RawSettings,
  host: Pick<Host, 'files' | 'env' | 'clock'>,
  { readPolicy }: LoadOptions = {},
): Promise<Asked> {
  refuseUnknownVariables((prefix) => host.env.names(prefix));
  const given = givenBy(raw, (name) => host.env.get(name));
  // Wrong inputs are told before the reader of policies is loaded.
  const settings = given.load();
  const name = settings.policy ?? DEFAULT_POLICY;
  const text = readPolicy === undefined ? await readHere(settings, name, host.files) : await readPolicy(name);
  if (text === null) return { settings, policyFile: null };
  const policyFile = await readPolicyText(text, name, host);
  return { settings: given.load(policyFile.options), policyFile: withoutOverridden(policyFile, given) };
}

/**
 * Decodes a policy file as it counts today.
 * @throws UsageError `bad-policy`
 */
export async function readPolicyText(text: string, file: string, { clock }: Pick<Host, 'clock'>): Promise<PolicyFile> {
  const [{ readPolicyFile }, { RULES }] = await Promise.all([
    import('../policy/file/read.ts'),
    import('../rules/index.ts'),
  ]);
  const today = clock.now().toISOString().slice(0, 10);
  return readPolicyFile(text, file, { today, ruleIds: RULES.map(({ id }) => id) });
}

/** What is given as one value for everything wins over what the file says on parts of it, too. */
function withoutOverridden(policyFile: PolicyFile, { has }: Given): PolicyFile {
  return {
    ...policyFile,
    failOnByOrigin: has('failOn') ? null : policyFile.failOnByOrigin,
    images: has('transport') ? policyFile.images.map((image) => ({ ...image, transport: null })) : policyFile.images,
  };
}

/** Null: there is none, and none is named. */
async function readHere(settings: Settings, file: string, files: Host['files']): Promise<string | null> {
  const path = resolve(settings.workingDirectory, file);
  const stat = await files.stat(path);
  if (stat === null && settings.policy === null) return null;
  if (stat?.kind !== 'file') {
    const what = stat === null ? 'There is no policy file at' : 'The policy is no file:';
    throw new UsageError('no-policy', `${what} ${file}.`, 'Check the path; it is relative to the working directory.');
  }
  try {
    return await files.readText(path, LARGEST);
  } catch (error) {
    const why = errorCode(error) === 'EFBIG' ? `it is larger than ${LARGEST / 1024 / 1024} MiB` : errorMessage(error);
    throw new UsageError('no-policy', `${file} cannot be read: ${why}.`, 'Check the file and its permissions.');
  }
}
