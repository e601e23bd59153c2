import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import type { Host } from '../host/ports.ts';
import { errorMessage } from '../model/error-code.ts';
import { VerifyError } from '../model/failure.ts';
import type { InstallPlan } from './install-plan.ts';

/** The executable of 0.74.0 has 168 MB. */
const MAX_EXECUTABLE_BYTES = 1024 ** 3;

/**
 * Takes exactly the executable out of a verified archive and nothing else; names in the archive become no paths.
 * @returns its path in `folder`
 * @throws VerifyError `trivy-archive`
 */
export async function extractExecutable(
  archive: string,
  folder: string,
  plan: Pick<InstallPlan, 'asset' | 'executable' | 'timeoutMs'>,
  host: Host,
): Promise<string> {
  const target = join(folder, plan.executable);
  const found = plan.asset.endsWith('.zip')
    ? await fromZip(archive, folder, plan, host)
    : await fromTar(archive, target, plan, host);
  if (!found || (await host.files.stat(target))?.kind !== 'file') {
    throw damaged(plan.asset, `it holds no file ${plan.executable}`);
  }
  return target;
}

async function fromTar(
  archive: string,
  target: string,
  plan: Pick<InstallPlan, 'asset' | 'executable'>,
  host: Host,
): Promise<boolean> {
  const entries = extract();
  const source = pipeline(host.files.open(archive), createGunzip(), entries);
  source.catch(() => undefined);
  let found = false;
  try {
    for await (const entry of entries) {
      const { name, type, size } = entry.header;
      if (name !== plan.executable || type !== 'file') {
        entry.resume();
        continue;
      }
      if (found || size > MAX_EXECUTABLE_BYTES) {
        throw damaged(plan.asset, found ? `it holds ${name} twice` : `${name} is too large`);
      }
      await host.files.save(target, bytesOf(entry), 0o755);
      found = true;
    }
    await source;
  } catch (error) {
    await host.files.remove(target);
    throw isArchiveFault(error) ? damaged(plan.asset, errorMessage(error)) : error;
  }
  return found;
}

/** An entry is a stream of bytes; its type does not say so. */
async function* bytesOf(entry: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of entry) {
    if (chunk instanceof Uint8Array) {
      yield chunk;
    }
  }
}

/** Errors of the decoder, in contrast to those of the file system, which carry a system call. */
function isArchiveFault(error: unknown): boolean {
  return !(error instanceof VerifyError) && typeof error === 'object' && error !== null && !('syscall' in error);
}

/** Windows brings bsdtar, which reads zip files; a `tar` found on the PATH may be another one that does not. */
async function fromZip(
  archive: string,
  folder: string,
  plan: Pick<InstallPlan, 'asset' | 'executable' | 'timeoutMs'>,
  host: Host,
): Promise<boolean> {
  const env = host.env.pick(['SystemRoot']);
  const tar = join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'tar.exe');
  const args = ['-xf', archive, '-C', folder, plan.executable];
  const { exitCode, stderr } = await host.exec.run(tar, args, { env, timeoutMs: plan.timeoutMs });
  if (exitCode !== 0) {
    throw damaged(plan.asset, stderr.trim().split('\n').at(-1) ?? '');
  }
  return true;
}

function damaged(asset: string, reason: string): VerifyError {
  return new VerifyError(
    'trivy-archive',
    `${asset} agrees with its SHA-256 but cannot be used: ${reason}`,
    'Check that --trivy-sha256 is the sum of a complete archive of a Trivy release for this machine.',
  );
}
