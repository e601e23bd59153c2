import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { buildExamples } from '../../examples/build.ts';
import { ROOT } from '../../scripts/lib/repository.ts';
import { commitAll } from '../support/git-repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

export type Inputs = Readonly<Record<string, string | boolean>>;

export interface Workspace extends AsyncDisposable {
  readonly path: string;
  readonly sha: string;
}

export const REPOSITORY = 'acme/mcp';
const GATE = 'gate.yml';

/** A repository of a user who has the shipped action in it, both examples with their images, and a workflow that gates them. */
export async function makeWorkspace(steps: readonly object[]): Promise<Workspace> {
  const folder = await temporaryFolder('workspace');
  const place = (path: string): string => join(folder.path, path);
  for (const path of ['action.yml', 'dist', 'examples/hardened-server', 'examples/careless-server']) {
    await cp(join(ROOT, path), place(path), { recursive: true });
  }
  await cp(join(ROOT, 'examples/trivy-db'), place('trivy-cache'), { recursive: true });
  await buildExamples(place('images'));
  await mkdir(place('.github/workflows'), { recursive: true });
  await writeFile(place(`.github/workflows/${GATE}`), workflow(steps));
  return { ...folder, sha: await commitAll(folder.path, REPOSITORY) };
}

function workflow(steps: readonly object[]): string {
  const checkout = { uses: 'actions/checkout@v7' };
  const permissions = { contents: 'read', 'security-events': 'write' };
  const gate = { 'runs-on': 'ubuntu-latest', permissions, steps: [checkout, ...steps] };
  return stringify({ name: 'Gate', on: ['push', 'pull_request'], jobs: { gate } });
}

/** A step that gates an example's image with the committed database. */
export function gateStep(example: 'hardened-server' | 'careless-server', inputs: Inputs): object {
  const subject = { image: `oci:images/${example}`, dockerfile: `examples/${example}/Dockerfile` };
  const database = { 'trivy-cache-dir': 'trivy-cache', 'skip-db-update': true, 'max-db-age': 'none' };
  return {
    id: example,
    // The whole job fails if a step does; the steps after it are looked at all the same.
    if: '!cancelled()',
    uses: './',
    with: { ...subject, ...database, 'sarif-category': example, ...inputs },
  };
}

/** A step after a gate that uses its outputs as a user would. */
export function useOutputs(example: string): object {
  return {
    id: `after-${example}`,
    if: '!cancelled()',
    env: { OUTPUTS: `\${{ toJSON(steps.${example}.outputs) }}`, REPORT: `\${{ steps.${example}.outputs.report }}` },
    run: 'printf "%s\\n" "$OUTPUTS" && cat "$REPORT"',
  };
}

export const WORKFLOW = GATE;
