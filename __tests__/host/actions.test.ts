import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';

/** What a script prints that uses the log and the progress of the action, in a process of its own. */
async function printed(script: string): Promise<string> {
  const host = join(import.meta.dirname, '../../src/host');
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '-e',
    `import { actionsLog as log } from '${host}/actions-log.ts';
     import { createActionsProgress } from '${host}/actions-progress.ts';
     const clock = { now: () => new Date(0), sleep: async () => {} };
     const progress = createActionsProgress(log, clock);
     ${script}`,
  ]);
  return stdout;
}

describe('the action', () => {
  test('writes messages as workflow commands', async () => {
    const script = `log.debug('a'); log.info('b'); log.notice('c'); log.warning('d\\ne'); log.error('f');`;
    expect(await printed(script)).toBe('::debug::a\nb\n::notice::c\n::warning::d%0Ae\n::error::f\n');
  });

  test('lets no text from outside be a workflow command', async () => {
    const text = JSON.stringify('::set-env name=A::b\n  ::add-path::/x\nsee ##[error]y, a::b');
    expect(await printed(`log.info(${text});`)).toBe(
      ': :set-env name=A::b\n  : :add-path::/x\nsee ## [error]y, a::b\n',
    );
    expect(await printed(`await progress.phase(${text}, async () => {});`)).not.toMatch(/^\s*::(?!group|endgroup)/m);
  });

  test('folds phases, with a phase inside another one as a line', async () => {
    const script = `await progress.phase('Outer', () => progress.phase('Inner', async () => log.info('work')));`;
    expect(await printed(script)).toBe(
      '::group::Outer\nInner …\nwork\nInner: done in 0.0 s\nOuter: done in 0.0 s\n::endgroup::\n',
    );
  });

  test('closes the fold of a phase that failed', async () => {
    const script = `await progress.phase('Outer', async () => { throw new Error('x'); }).catch(() => {});`;
    expect(await printed(script)).toBe('::group::Outer\nOuter: failed after 0.0 s\n::endgroup::\n');
  });
});
