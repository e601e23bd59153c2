import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findPart, TOOLS } from './parts.ts';
import { mustRun } from './program.ts';

/** Go's checksum database vouches for the source. */
const ACT = { module: 'github.com/nektos/act', version: '0.2.89' };
const VALIDATOR = {
  name: '@microsoft/sarif-multitool-linux',
  version: '5.7.0',
  sha512: 'NxUbpq6ISCWoTQ/NfOYEwEDKq1Heka/rMoJ5R5LMydcAZQX/X7g5mWHcgxDub+0M07LC96tZ5LZHvF1Qy3gjTA==',
};

/** Builds the workflow runner where Go is and it is missing or another version; else does nothing. */
export async function provideAct(): Promise<void> {
  const [go, act] = [findPart('go'), findPart('act')];
  const present = 'path' in act && (await mustRun(act.path, ['--version'])).trim().endsWith(` ${ACT.version}`);
  if (present || 'missing' in go) {
    return;
  }
  await mkdir(TOOLS, { recursive: true });
  const settings = { GOBIN: TOOLS, GOFLAGS: '-buildvcs=false', GOWORK: 'off' };
  await mustRun(go.path, ['install', `${ACT.module}@v${ACT.version}`], { env: settings });
}

/** Fetches Microsoft's SARIF validator, exactly the pinned archive, where it can run and is missing; else does nothing. */
export async function provideSarifValidator(): Promise<void> {
  if ('path' in findPart('sarif-validator') || process.platform !== 'linux' || process.arch !== 'x64') {
    return;
  }
  await mkdir(TOOLS, { recursive: true });
  // Beside its place, so that the last step is a rename and a broken download is never found.
  const draft = await mkdtemp(join(TOOLS, 'sarif-validator-'));
  try {
    const what = `${VALIDATOR.name}@${VALIDATOR.version}`;
    await mustRun('npm', ['pack', what, '--silent', '--pack-destination', draft], { cwd: draft });
    const archive = join(draft, (await readdir(draft)).find((name) => name.endsWith('.tgz')) ?? '');
    const sum = createHash('sha512')
      .update(await readFile(archive))
      .digest('base64');
    if (sum !== VALIDATOR.sha512) {
      throw new Error(`${what} has the SHA-512 ${sum}, not ${VALIDATOR.sha512}`);
    }
    await mustRun('tar', ['-xzf', archive, '-C', draft, '--no-same-owner']);
    // The package sets this bit by an install script.
    await chmod(join(draft, 'package', 'Sarif.Multitool'), 0o755);
    const home = join(TOOLS, 'sarif-validator', 'node_modules', VALIDATOR.name);
    await mkdir(dirname(home), { recursive: true });
    await rename(join(draft, 'package'), home);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
