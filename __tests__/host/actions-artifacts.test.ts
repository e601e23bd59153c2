import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { ROOT } from '../../scripts/lib/repository.ts';
import { zipEntry } from '../../src/github/artifacts/zip.ts';
import { startResultsService } from '../support/results-service.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PROGRAM = `
const { actionsArtifacts } = await import(process.argv[1]);
for (const name of process.argv.slice(3)) {
  console.log('OUTCOME ' + JSON.stringify(await actionsArtifacts.upload(name, process.argv[2])));
}
`;

/** What became of uploads in a process of its own, as a step of an action is one. */
async function upload(env: Readonly<Record<string, string>>, file: string, ...names: string[]): Promise<unknown[]> {
  const module = join(ROOT, 'src/host/actions-artifacts.ts');
  const args = ['--input-type=module', '--eval', PROGRAM, module, file, ...names];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { PATH: '', ...env }, timeout: 60_000 });
  return stdout.split('\n').flatMap((line) => (line.startsWith('OUTCOME ') ? [JSON.parse(line.slice(8))] : []));
}

test('a file arrives as a zip that is read again; a second one of the name, or a wrong name, is refused', async () => {
  await using folder = await temporaryFolder('artifact');
  await using service = await startResultsService();
  const file = join(folder.path, 'evidence.json');
  const text = JSON.stringify({ text: 'kept'.repeat(100_000) });
  await writeFile(file, text);
  const name = 'image-gate-evidence-a';
  expect(await upload(service.env, file, name, name, 'not:a:name')).toEqual([
    { kind: 'uploaded', id: 42, bytes: expect.any(Number) },
    { kind: 'refused', message: expect.stringMatching(/409|already exists/) },
    { kind: 'refused', message: expect.stringContaining('not:a:name') },
  ]);
  const zip = service.artifacts.get(name) ?? Buffer.alloc(0);
  expect(zip.length).toBeLessThan(50_000);
  // Two readers agree.
  expect(zipEntry(zip, 'evidence.json', 1_000_000)?.toString('utf8')).toBe(text);
  expect(Buffer.from(unzipSync(zip)['evidence.json'] ?? []).toString('utf8')).toBe(text);
  // The storage is another server than the one that the token is for.
  expect(service.withToken.filter((path) => path.startsWith('/blobs/'))).toEqual([]);
  expect(service.withToken.length).toBeGreaterThanOrEqual(2);
}, 60_000);

test('where there is nothing to keep it in, that is said', async () => {
  await using folder = await temporaryFolder('artifact');
  await using service = await startResultsService();
  const file = join(folder.path, 'evidence.json');
  await writeFile(file, '{}');
  const enterprise = { ...service.env, GITHUB_SERVER_URL: 'https://github.example.com' };
  expect(await upload({}, file, 'a')).toEqual([{ kind: 'unavailable' }]);
  expect(await upload(enterprise, file, 'a')).toEqual([{ kind: 'unavailable' }]);
  expect(service.artifacts.size).toBe(0);
}, 60_000);
