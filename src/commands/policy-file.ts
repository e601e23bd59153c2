import { resolve } from 'node:path';
import type { Host } from '../host/ports.ts';
import { errorCode, errorMessage } from '../model/error-code.ts';
import { UsageError } from '../model/failure.ts';
import type { PolicyFile } from '../policy/file/policy-file.ts';
import { loadSettings, type RawSettings } from '../settings/load.ts';
import type { Settings } from '../settings/settings.ts';

export const DEFAULT_POLICY = '.github/image-gate.yml';

const LARGEST = 1024 * 1024;

/** What was asked for, with what the repository's policy file adds to it. */
export interface Asked {
  readonly settings: Settings;
  /** Null: there is none. */
  readonly policyFile: PolicyFile | null;
}

/**
 * The settings and the policy file. What was given wins over the file, and the file over the defaults.
 * @throws UsageError `bad-option`, `no-policy`, `bad-policy`
 */
export async function loadAsked(raw: RawSettings, host: Pick<Host, 'files'>): Promise<Asked> {
  const given = loadSettings(raw);
  const policyFile = await findPolicyFile(given, host);
  if (policyFile === null || policyFile.profile === null) return { settings: given, policyFile };
  const isGiven = (raw.profile ?? []).some((text) => text.trim() !== '');
  return { settings: isGiven ? given : { ...given, profile: policyFile.profile }, policyFile };
}

async function findPolicyFile(settings: Settings, { files }: Pick<Host, 'files'>): Promise<PolicyFile | null> {
  const file = settings.policy ?? DEFAULT_POLICY;
  const path = resolve(settings.workingDirectory, file);
  const stat = await files.stat(path);
  if (stat === null && settings.policy === null) return null;
  if (stat?.kind !== 'file') {
    const what = stat === null ? 'There is no policy file at' : 'The policy is no file:';
    throw new UsageError('no-policy', `${what} ${file}.`, 'Check the path; it is relative to the working directory.');
  }
  // Most runs have no policy file, and wrong inputs are told before its reader is loaded.
  const { readPolicyFile } = await import('../policy/file/read.ts');
  return readPolicyFile(await readText(path, file, files), file);
}

async function readText(path: string, file: string, files: Host['files']): Promise<string> {
  try {
    return await files.readText(path, LARGEST);
  } catch (error) {
    const why = errorCode(error) === 'EFBIG' ? `it is larger than ${LARGEST / 1024 / 1024} MiB` : errorMessage(error);
    throw new UsageError('no-policy', `${file} cannot be read: ${why}.`, 'Check the file and its permissions.');
  }
}
