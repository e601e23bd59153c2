import { DigestBook } from '../evidence/digests/digest-book.ts';
import { readDockerfileBytes, repositoryPath } from '../evidence/read-dockerfile.ts';
import { workTreeFiles } from '../evidence/work-tree-files.ts';
import { unifiedDiff } from '../fix/diff/unified-diff.ts';
import type { Host } from '../host/ports.ts';
import { errorCode, errorMessage } from '../model/error-code.ts';
import { detailOf, toProblem, UsageError } from '../model/failure.ts';
import { policyOf } from '../policy/policy.ts';
import { plain } from '../report/text/plain.ts';
import { createBaseResolver } from './base-resolver.ts';
import { type FixTools, fixBuild } from './fix-build.ts';
import { type Planned, planSubjects } from './plan.ts';
import type { Asked } from './policy-file.ts';

export interface FixOptions {
  /** Write the files; otherwise only their difference is shown. */
  readonly write: boolean;
  /** Also take edits that a program may not bear. */
  readonly unsafe: boolean;
}

export interface FixOutcome {
  /** What `git apply` takes; '' when there is nothing to change. */
  readonly diff: string;
  /** 0: nothing is left to write; 1: there are changes that were not written; 2 and 3: something was not read or written. */
  readonly exitCode: 0 | 1 | 2 | 3;
}

/**
 * Fixes Dockerfiles: the named ones, else those of the policy file, else every tracked one. One that cannot be read or
 * written does not stop the others.
 * @throws UsageError when it is not clear what to fix
 */
export async function fix(asked: Asked, options: FixOptions, cacheFolder: string, host: Host): Promise<FixOutcome> {
  const { settings } = asked;
  const tools = {
    bases: createBaseResolver(asked, cacheFolder, host),
    digests: new DigestBook(settings, host),
    policy: policyOf(settings, asked.policyFile),
  };
  const builds = Map.groupBy(await planSubjects(asked, host), ({ dockerfile }) => dockerfile);
  const diffs: string[] = [];
  const kinds = new Set<'usage' | 'verify'>();
  let isOpen = false;
  for (const [path, planned] of builds) {
    if (path === null) continue;
    try {
      const diff = await fixFile(path, planned, options, settings.workingDirectory, tools, host);
      diffs.push(diff);
      isOpen ||= diff !== '' && !options.write;
    } catch (error) {
      host.log.debug(detailOf(error));
      const { kind, message, advice } = toProblem(error);
      host.log.error(`${message}\n${advice}`);
      kinds.add(kind);
    }
  }
  if ([...builds.keys()].every((path) => path === null)) {
    throw new UsageError('nothing-to-fix', 'No Dockerfile is named.', 'Name it with --dockerfile.');
  }
  if (isOpen) host.log.info('Nothing is written yet: --write writes what is shown.');
  return { diff: diffs.join(''), exitCode: kinds.has('usage') ? 2 : kinds.has('verify') ? 3 : isOpen ? 1 : 0 };
}

/** The difference of one file, with all images that are built from it. */
async function fixFile(
  path: string,
  builds: readonly Planned[],
  options: FixOptions,
  workingDirectory: string,
  tools: FixTools,
  host: Host,
): Promise<string> {
  const file = repositoryPath(path, workingDirectory);
  const before = decoded(
    await readDockerfileBytes(path, workingDirectory, workTreeFiles(workingDirectory, host.files)),
    file,
  );
  const messages = new Set<string>();
  const done = options.write ? 'fixed' : 'can be fixed';
  let source = before;
  for (const build of builds) {
    const { fixed, unfixed, ...result } = await fixBuild(source, file, build, options.unsafe, tools, host);
    source = result.source;
    for (const { rule, line, note } of fixed) {
      messages.add(`${plain(file)}:${line}: ${rule}: ${done}${note === null ? '' : `; ${plain(note)}`}.`);
    }
    for (const { rule, line, reason } of unfixed) {
      messages.add(`${plain(file)}${line === null ? '' : `:${line}`}: ${rule}: not fixed. ${plain(reason, 500)}`);
    }
  }
  if (options.write && source !== before) await write(path, workingDirectory, source, host);
  for (const message of messages) host.log.info(message);
  return unifiedDiff(file, before, source);
}

/** Byte for byte what is written back: a file in another encoding would be damaged. */
function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError('not-utf8', `${file} is not UTF-8, so it is not edited.`, 'Save it as UTF-8.');
  }
}

async function write(path: string, workingDirectory: string, text: string, { files }: Host): Promise<void> {
  try {
    await files.rewriteText(workingDirectory, path, text);
  } catch (error) {
    if (errorCode(error) !== 'ELOOP' && errorCode(error) !== 'EINVAL') throw error;
    const advice = 'Fix the file that the link leads to, by its own path.';
    throw new UsageError('not-written', `${path} is not written: ${errorMessage(error)}.`, advice);
  }
}
