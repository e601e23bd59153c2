import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findPart, TOOLS } from './parts.ts';
import { mustRun } from './program.ts';

const ACTIONLINT = '1.7.12';

/** The path of actionlint, built at a fixed version when it is not there. Go's checksum database vouches for the source. */
export async function actionlint(): Promise<string> {
  const folder = join(TOOLS, `actionlint-${ACTIONLINT}`);
  const program = join(folder, process.platform === 'win32' ? 'actionlint.exe' : 'actionlint');
  const go = findPart('go');
  if (!existsSync(program)) {
    if ('missing' in go) {
      throw new Error(`actionlint is not there and cannot be built: ${go.missing}`);
    }
    const module = `github.com/rhysd/actionlint/cmd/actionlint@v${ACTIONLINT}`;
    await mustRun(go.path, ['install', module], { env: { GOBIN: folder, GOFLAGS: '', GOWORK: 'off' } });
  }
  return program;
}
