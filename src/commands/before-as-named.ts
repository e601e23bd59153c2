import { resolve } from 'node:path';
import type { ApiAccess } from '../github/commit-objects.ts';
import type { Host } from '../host/ports.ts';
import { UsageError } from '../model/failure.ts';
import type { PolicyFile } from '../policy/file/policy-file.ts';
import { type BaseCommit, openRevision } from './base-commit.ts';
import type { Before } from './baseline.ts';
import { type Asked, DEFAULT_POLICY, readPolicyText } from './policy-file.ts';
import { readAtBase } from './trust/read-at-base.ts';

/**
 * What a user names to compare with; null: nothing.
 * @param access null: only the checkout is asked
 * @throws UsageError, VerifyError when the commit is not to be had
 */
export async function beforeAsNamed(asked: Asked, access: ApiAccess | null, host: Host): Promise<Before | null> {
  const { baselineCommit, baselineImage, baseline, workingDirectory } = asked.settings;
  if (baselineCommit === null && baselineImage.length === 0 && baseline === null) return null;
  const folder = resolve(workingDirectory);
  const commit = baselineCommit === null ? null : await openRevision(baselineCommit, folder, access, host);
  const policyFile = commit === null ? asked.policyFile : await policyThen(asked, commit, host);
  return { commit, asked: { ...asked, policyFile }, findStored: null };
}

/**
 * The policy file of that commit says where a subject stood that has moved since. One that was not there, or that this
 * version cannot read, says nothing: today's does then.
 */
async function policyThen({ settings, policyFile }: Asked, commit: BaseCommit, host: Host): Promise<PolicyFile | null> {
  const name = settings.policy ?? DEFAULT_POLICY;
  try {
    const text = await readAtBase(commit)(name);
    return text === null ? policyFile : await readPolicyText(text, name, host);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    host.log.debug(error.message);
    return policyFile;
  }
}
