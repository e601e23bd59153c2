import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log, Result } from 'sarif';
import { runProgram } from '../../scripts/lib/program.ts';
import { partPath } from './requires.ts';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * What Microsoft's SARIF validator says about a log by its SARIF and GitHub rules; empty when the log is good.
 * Its exit code says nothing, so its output file is read. Only inside of `describeIf('sarif-validator')`.
 */
export async function validateSarif(text: string): Promise<readonly Result[]> {
  await using folder = await temporaryFolder('sarif');
  const [input, output] = [join(folder.path, 'input.sarif'), join(folder.path, 'output.sarif')];
  await writeFile(input, text);
  const rules = ['--rule-kind', 'Sarif;Gh', '--output', output, '--log', 'ForceOverwrite'];
  await runProgram(partPath('sarif-validator'), ['validate', input, ...rules], {
    cwd: folder.path,
    // The machine need not have the ICU libraries.
    env: { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
  });
  const log = JSON.parse(await readFile(output, 'utf8')) as Log;
  return log.runs.flatMap((run) => [...(run.results ?? []), ...brokenRules(run.invocations ?? [])]);
}

/** A rule that broke has found nothing, which must not look like nothing to find. */
function brokenRules(invocations: NonNullable<Log['runs'][number]['invocations']>): readonly Result[] {
  return invocations
    .flatMap(({ toolExecutionNotifications }) => toolExecutionNotifications ?? [])
    .filter(({ level }) => level === 'error')
    .map(({ message }) => ({ ruleId: 'broken rule', message }));
}

/** The same with one line a result, for a readable assertion. */
export async function sarifComplaints(text: string): Promise<readonly string[]> {
  const results = await validateSarif(text);
  return results.map(({ ruleId, message }) =>
    [ruleId, message.text ?? message.id, ...(message.arguments ?? [])].filter((part) => part !== undefined).join(' | '),
  );
}
