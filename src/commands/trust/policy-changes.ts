import { resolve } from 'node:path';
import type { Files, Host } from '../../host/ports.ts';
import { errorCode } from '../../model/error-code.ts';
import type { Notice } from '../../model/notice.ts';
import type { ChangeContext } from '../change-context.ts';
import { type Asked, DEFAULT_POLICY } from '../policy-file.ts';
import { USUAL_IGNORE_FILES } from '../waivers.ts';
import { readAtBase } from './read-at-base.ts';

const LARGEST = 1024 * 1024;

/** One notice for each file of the policy that the change writes: none of it counts yet. */
export async function policyChanges(
  { settings, policyFile }: Asked,
  change: ChangeContext,
  { files }: Pick<Host, 'files'>,
): Promise<readonly Notice[]> {
  const policy = settings.policy ?? DEFAULT_POLICY;
  const paths = [policy, ...(policyFile?.ignoreFiles ?? USUAL_IGNORE_FILES), ...(policyFile?.vexFiles ?? [])];
  const before = readAtBase(change);
  const notices: Notice[] = [];
  for (const path of new Set(paths)) {
    const was = await before(path);
    const is = await readHead(resolve(settings.workingDirectory, path), files);
    if (was === is) continue;
    const what = was === null ? 'is new' : is === null ? 'is gone' : 'is changed';
    notices.push({
      kind: 'ignored-on-pull-request',
      message: `${path} ${what}: that takes effect once it is merged. What counts here is ${change.description}.`,
      location: is === null ? null : { file: path, startLine: 1, endLine: 1 },
    });
  }
  return notices;
}

/** Null: there is none that can be read. */
export async function readHead(path: string, files: Pick<Files, 'readText'>): Promise<string | null> {
  try {
    return await files.readText(path, LARGEST);
  } catch (error) {
    if (errorCode(error) !== '') return null;
    throw error;
  }
}
