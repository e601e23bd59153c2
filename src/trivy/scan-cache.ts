import { join } from 'node:path';
import type { Host } from '../host/ports.ts';

/**
 * Trivy's scan cache says which packages are in a layer that was scanned before, and Trivy believes it: whoever can put
 * a layer there without its packages has a clean scan. So it counts only as this machine's last run has left it. One
 * that was changed since, or that came with a restored cache (which a pull request can write), is removed: it costs time.
 */
export async function dropForeignScanCache(
  cacheDir: string,
  { files, log }: Pick<Host, 'files' | 'log'>,
): Promise<void> {
  const mark = await files.mark(databaseIn(cacheDir));
  if (mark === null) {
    return;
  }
  const seal = sealIn(cacheDir);
  const sealed = (await files.stat(seal))?.kind === 'file' ? await files.readText(seal, MAX_BYTES).catch(() => '') : '';
  if (sealed !== mark) {
    log.debug(`Removed the scan cache in ${cacheDir}: it is not as the last run has left it.`);
    await files.remove(join(cacheDir, FOLDER));
  }
}

/** Says that the scan cache is as this run leaves it. */
export async function sealScanCache(cacheDir: string, { files }: Pick<Host, 'files'>): Promise<void> {
  const mark = await files.mark(databaseIn(cacheDir));
  if (mark !== null) {
    await files.writeText(sealIn(cacheDir), mark);
  }
}

const FOLDER = 'fanal';
const MAX_BYTES = 4096;

function databaseIn(cacheDir: string): string {
  return join(cacheDir, FOLDER, 'fanal.db');
}

function sealIn(cacheDir: string): string {
  return join(cacheDir, FOLDER, 'image-gate.mark');
}
