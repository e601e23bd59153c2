import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { exampleFolder } from '../../../examples/build.ts';
import { hardenedServer } from '../../../examples/images/hardened-server.ts';
import { buildOciLayout, type StepSpec } from '../image-builder/index.ts';

/** The base of last month: its OpenSSL has CVE-2025-15467 (high), published on 2026-01-27T16:16:00Z. */
export const OLD_BASE = `node:24-alpine3.23@sha256:${'0'.repeat(64)}`;
export const OPENSSL = 'CVE-2025-15467';
/** High, and published long ago: of `ws` before 8.17.1. */
export const WS = 'CVE-2024-37890';

export const WORKFLOW = '.github/workflows/gate.yml';
export const POLICY = '.github/image-gate.yml';

type Texts = Readonly<Record<string, string>>;

/** The files of a repository with one server, on the old base. */
export async function firstFiles(policy: string, workflow: string): Promise<Texts> {
  const folder = exampleFolder('hardened-server');
  const names = await readdir(folder);
  const entries = names.map(async (name) => [`server/${name}`, await readFile(join(folder, name), 'utf8')] as const);
  const files: Texts = Object.fromEntries(await Promise.all(entries));
  return {
    ...files,
    ...dockerfile(files, (text) => text.replaceAll(NEW_BASE, OLD_BASE)),
    [POLICY]: policy,
    [WORKFLOW]: workflow,
  };
}

const NEW_BASE = /node:24-alpine3\.23@sha256:[0-9a-f]{64}/g;

/** What a change writes: a package more in the lock file. */
export function withPackage(files: Texts, name: string, version: string): Texts {
  const lock = JSON.parse(files['server/package-lock.json'] ?? '');
  lock.packages[''].dependencies[name] = version;
  lock.packages[`node_modules/${name}`] = { version, license: 'MIT' };
  const manifest = JSON.parse(files['server/package.json'] ?? '');
  manifest.dependencies[name] = version;
  return { 'server/package-lock.json': json(lock), 'server/package.json': json(manifest) };
}

/** What a change writes: the newest base. */
export async function withNewBase(files: Texts): Promise<Texts> {
  const text = await readFile(join(exampleFolder('hardened-server'), 'Dockerfile'), 'utf8');
  const [base = ''] = NEW_BASE.exec(text) ?? [];
  return dockerfile(files, (old) => old.replaceAll(OLD_BASE, base));
}

/** What a change writes: no USER. */
export function withRoot(files: Texts): Texts {
  return dockerfile(files, (text) => text.replace(/^USER .*\n/m, ''));
}

function dockerfile(files: Texts, edit: (text: string) => string): Texts {
  return { 'server/Dockerfile': edit(files['server/Dockerfile'] ?? '') };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A workflow that builds the image and gates it; `inputs` are added to the step, `env` to the job. */
export function workflow(inputs: Readonly<Record<string, string | boolean>>, env: Texts = {}): string {
  const given = {
    image: `oci:\${{ runner.temp }}/image`,
    dockerfile: 'server/Dockerfile',
    'skip-db-update': true,
    ...inputs,
  };
  const build = { run: 'docker buildx build --output type=oci,tar=false,dest="$RUNNER_TEMP/image" server' };
  const steps = [{ uses: 'actions/checkout@v7' }, build, { uses: 'acme/image-gate@v1', with: given }];
  const permissions = { contents: 'read', actions: 'read', 'security-events': 'write' };
  const on = { push: { branches: ['main'] }, pull_request: {}, merge_group: {}, schedule: [{ cron: '0 3 * * *' }] };
  return stringify({ name: 'Gate', on, jobs: { gate: { 'runs-on': 'ubuntu-latest', permissions, env, steps } } });
}

/** The image that the build step makes of a checkout. */
export async function buildServer(checkout: string, out: string): Promise<void> {
  const spec = await hardenedServer(join(checkout, 'server'));
  const text = await readFile(join(checkout, 'server', 'Dockerfile'), 'utf8');
  const hasUser = /^USER /m.test(text);
  const steps = spec.steps
    .filter(({ createdBy }) => hasUser || !createdBy.startsWith('USER '))
    .map((step) => (text.includes(OLD_BASE) ? withOldOpenssl(step) : step));
  const { User, ...config } = spec.config ?? {};
  await buildOciLayout({ ...spec, steps, config: hasUser && User !== undefined ? { ...config, User } : config }, out);
}

function withOldOpenssl(step: StepSpec): StepSpec {
  const files = step.files?.map((file) =>
    file.path === 'lib/apk/db/installed'
      ? { ...file, content: String(file.content).replaceAll('V:3.5.5-r0', 'V:3.5.4-r0') }
      : file,
  );
  return files === undefined ? step : { ...step, files };
}
