import { join } from 'node:path';
import { openCommit } from '../../src/commands/base-commit.ts';
import type { ChangeContext } from '../../src/commands/change-context.ts';
import { createNodeEnv } from '../../src/host/node-env.ts';
import type { Host } from '../../src/host/ports.ts';
import { type Content, commit, git } from './git-repository.ts';
import { testHost } from './test-host.ts';

export interface TestChange extends AsyncDisposable {
  /** With the given environment only. */
  readonly host: Host;
  readonly folder: string;
  readonly base: string;
  readonly change: ChangeContext;
}

/**
 * A repository with the files of a base commit and a change on top of them, which is checked out.
 * @param head what the change writes; null takes a file away
 */
export async function testChange(
  base: Readonly<Record<string, Content>>,
  head: Readonly<Record<string, Content>> = {},
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly workingDirectory?: string;
    readonly facts?: Partial<ChangeContext>;
  } = {},
): Promise<TestChange> {
  const test = await testHost();
  const folder = join(test.folder, 'repository');
  await git(test.folder, 'init', '--quiet', '--initial-branch', 'main', folder);
  const id = await commit(folder, base);
  await commit(folder, head);
  const { env = {}, workingDirectory = '.', facts = {} } = options;
  const known = { PATH: process.env['PATH'] ?? '', HOME: test.folder, ...env };
  const host: Host = {
    ...test.host,
    env: createNodeEnv(known),
  };
  const opened = await openCommit(id, 'the base of pull request #7', join(folder, workingDirectory), null, host);
  return {
    host,
    folder,
    base: id,
    change: { ...opened, kind: 'pull_request', trustedWorkflow: false, ...facts },
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}
