import { resolve } from 'node:path';
import type { Host } from '../host/ports.ts';
import { comment } from '../init/comment.ts';
import type { Found } from '../init/found.ts';
import { policyText } from '../init/policy-text.ts';
import { workflowText } from '../init/workflow-text.ts';
import { UsageError } from '../model/failure.ts';
import type { RawSettings } from '../settings/load.ts';
import { givenBy } from '../settings/precedence.ts';
import { DEFAULT_POLICY, readPolicyText } from './policy-file.ts';
import { survey } from './survey.ts';

export interface InitRequest {
  readonly raw: RawSettings;
  /** Replaces files that are there. */
  readonly force: boolean;
  /** Prints the files instead of writing them. */
  readonly stdout: boolean;
}

const WORKFLOW = '.github/workflows/image-gate.yml';

/**
 * Writes a policy and a workflow that fit the repository, and returns what to print. All or nothing: files that are there
 * are left alone, unless that is forced.
 * @throws UsageError `nothing-to-judge`, `file-exists`
 */
export async function init({ raw, force, stdout }: InitRequest, cacheFolder: string, host: Host): Promise<string> {
  const settings = givenBy(raw, (name) => host.env.get(name)).load();
  const inFolder = (file: string): string => resolve(settings.workingDirectory, file);
  const there: string[] = [];
  for (const file of [DEFAULT_POLICY, WORKFLOW]) if ((await host.files.stat(inFolder(file))) !== null) there.push(file);
  if (there.length > 0 && !force && !stdout) {
    throw new UsageError(
      'file-exists',
      `${there.join(' and ')} ${there.length === 1 ? 'is' : 'are'} there already; nothing was written.`,
      'Look at what would be written with --stdout, or replace what is there with --force.',
    );
  }
  const found = await survey(settings, cacheFolder, host);
  if (found.servers.length === 0) {
    const reasons = found.leftOut.map(({ dockerfile, reason }) => `${dockerfile}: ${reason}`).join('; ');
    throw new UsageError(
      'nothing-to-judge',
      reasons === '' ? 'There is no Dockerfile here.' : `No Dockerfile here can be judged: ${reasons}`,
      'Run it in the root of a repository with a Dockerfile, or name the root with --working-directory.',
    );
  }
  const policy = policyText(found);
  // What is not accepted must not be written, whatever a repository holds.
  await readPolicyText(policy, DEFAULT_POLICY, host);
  const texts = [
    [DEFAULT_POLICY, policy],
    [WORKFLOW, workflowText(found)],
  ] as const;
  if (stdout) return texts.map(([file, text]) => `# --- ${file}\n${text}`).join('\n');
  for (const [file, text] of texts) await host.files.writeText(inFolder(file), text);
  return next(found);
}

const MOST_LEFT_OUT = 20;

function next({ servers, leftOut }: Found): string {
  const images = servers.length === 1 ? 'one image' : `${servers.length} images`;
  const out = leftOut.map(({ dockerfile, reason }) => `  ${comment(dockerfile)}: ${comment(reason)}`);
  const more = out.length > MOST_LEFT_OUT ? [`  and ${out.length - MOST_LEFT_OUT} more`] : [];
  return [
    `Wrote ${DEFAULT_POLICY} and ${WORKFLOW} for ${images}.`,
    ...(out.length === 0 ? [] : ['', 'Not judged:', ...out.slice(0, MOST_LEFT_OUT), ...more]),
    '',
    'Next:',
    '  1. Read both. What is guessed is marked with "check".',
    '  2. image-gate check         judges the Dockerfiles now, before anything is built',
    '  3. Run the docker build commands of the workflow, then name images and Dockerfiles:',
    '     image-gate check --image NAME:ci --dockerfile PATH',
    '  4. Commit both files. From then on the workflow builds and gates every change.',
    '',
  ].join('\n');
}
