import { errorMessage } from '../model/error-code.ts';
import { UsageError } from '../model/failure.ts';
import type { Waiver } from '../model/waiver.ts';
import type { PolicyFile } from '../policy/file/policy-file.ts';

/** Trivy itself finds the first alone; the others are what its documentation calls them. */
export const USUAL_IGNORE_FILES = ['.trivyignore', '.trivyignore.yaml', '.trivyignore.yml'];

/** Characters of one file. */
const LONGEST = 4 * 1024 * 1024;

/** Of all files together: what is looked up for each finding. */
const MOST = 20_000;

/**
 * All waivers that count for a run: those of the policy file, of Trivy's ignore files (those that the policy names, else
 * those with the usual names) and of the OpenVEX documents that the policy names.
 * @param read the text of a file by its path as the policy names it; null: there is none. It may read from another commit.
 * @throws UsageError `no-waivers` for a named file that is not there, `bad-waivers` for a malformed one
 */
export async function gatherWaivers(
  policyFile: PolicyFile | null,
  read: (path: string) => Promise<string | null>,
): Promise<readonly Waiver[]> {
  const waivers: Waiver[] = [...(policyFile?.waivers ?? [])];
  const named = policyFile?.ignoreFiles ?? null;
  for (const path of new Set(named ?? USUAL_IGNORE_FILES)) {
    const text = await textOf(path, read, named !== null);
    if (text !== null) waivers.push(...(await readIgnoreFile(text, path)));
  }
  for (const path of new Set(policyFile?.vexFiles ?? [])) {
    const text = await textOf(path, read, true);
    if (text === null) continue;
    const { readOpenVex } = await import('../policy/waivers/openvex.ts');
    waivers.push(...readOpenVex(text, path));
  }
  if (waivers.length > MOST) {
    throw new UsageError(
      'bad-waivers',
      `There are ${waivers.length} waivers; at most ${MOST} are read.`,
      'Leave files out with `ignore-files` and `vex` of the policy.',
    );
  }
  return waivers;
}

/** By the ending, as Trivy chooses its reader. Most runs have no such file, and load no reader. */
async function readIgnoreFile(text: string, path: string): Promise<readonly Waiver[]> {
  if (/\.ya?ml$/.test(path)) {
    const { readTrivyIgnoreYaml } = await import('../policy/waivers/trivyignore-yaml.ts');
    return readTrivyIgnoreYaml(text, path);
  }
  const { readTrivyIgnore } = await import('../policy/waivers/trivyignore.ts');
  return readTrivyIgnore(text, path);
}

async function textOf(
  path: string,
  read: (path: string) => Promise<string | null>,
  isNamed: boolean,
): Promise<string | null> {
  const text = await read(path).catch((error: unknown) => {
    throw new UsageError('no-waivers', `${path} cannot be read: ${errorMessage(error)}.`, 'Check the file.');
  });
  if (text === null && isNamed) {
    throw new UsageError(
      'no-waivers',
      `There is no file ${path}, which the policy names.`,
      'Check `ignore-files` and `vex`; paths are relative to the working directory.',
    );
  }
  if (text !== null && text.length > LONGEST) {
    throw new UsageError('bad-waivers', `${path} is larger than ${LONGEST / 1024 / 1024} MiB.`, 'Split the file.');
  }
  return text;
}
