/** Images as large as real ones, made the same on every machine: four on one base, 350 MB each. */
import { createCipheriv } from 'node:crypto';
import { type RawConfig, writeRawArchives } from '../__tests__/support/raw-image.ts';
import { type RawEntry, rawTar } from '../__tests__/support/raw-tar.ts';

export const IMAGES = ['bench/one:1', 'bench/two:1', 'bench/three:1', 'bench/four:1'] as const;

const MIB = 1024 ** 2;

/** Writes them as one docker-archive. */
export async function writeLargeImages(file: string): Promise<void> {
  const base = baseLayer();
  await writeRawArchives(
    file,
    IMAGES.map((tag, index) => ({ tags: [tag], layers: [base, applicationLayer(index)], config })),
  );
}

function config(right: RawConfig): RawConfig {
  const run = { User: '1001', Entrypoint: ['/usr/bin/node'], Cmd: ['/app/index.js'], Env: ['PATH=/usr/bin:/bin'] };
  return { ...right, config: run };
}

/**
 * A distribution with its package database, programs and texts. Trivy looks for secrets in few of a real image's files: it
 * passes over usr/lib, usr/share and node_modules, and over what is no text.
 */
function baseLayer(): Buffer {
  const packages = Array.from(
    { length: 150 },
    (_item, index) =>
      `Package: lib${index}\nStatus: install ok installed\nVersion: 1.${index}-1\nArchitecture: amd64\n`,
  );
  const noise = pseudoRandom(200 * MIB, 0);
  return rawTar(
    { name: 'etc/os-release', content: 'ID=debian\nVERSION_ID="12"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n' },
    { name: 'etc/debian_version', content: '12.5\n' },
    { name: 'etc/passwd', content: 'root:x:0:0:root:/root:/bin/sh\napp:x:1001:1001::/app:/bin/sh\n' },
    { name: 'var/lib/dpkg/status', content: packages.join('\n') },
    ...Array.from({ length: 50 }, (_item, index) => ({
      name: `usr/bin/program-${index}`,
      content: noise.subarray(index * 4 * MIB, (index + 1) * 4 * MIB),
      mode: 0o755,
    })),
    ...texts('usr/lib/tools', 5000, 8192),
    ...texts('usr/share/doc', 5000, 8192),
    ...texts('usr/local/lib/tools', 1500, 8192),
  );
}

/** What an application brings: 1,500 packages of npm, and its own code. */
function applicationLayer(seed: number): Buffer {
  const folder = (index: number): string => `app/node_modules/package-${seed}-${index}`;
  const manifests = Array.from({ length: 1500 }, (_item, index) => ({
    name: `${folder(index)}/package.json`,
    content: JSON.stringify({ name: `package-${seed}-${index}`, version: '1.0.0' }),
  }));
  return rawTar(
    { name: 'app/index.js', content: '' },
    ...manifests,
    ...texts(`app/node_modules/code-${seed}`, 6000, 8192),
    ...texts(`app/dist-${seed}`, 300, 8192),
  );
}

/** A third of them hold the words that make Trivy look closer. */
function texts(folder: string, count: number, size: number): readonly RawEntry[] {
  const line = (index: number): string =>
    index % 3 === 0
      ? `// ${index}: the key, the token and the secret of the api come from process.env, never from here.\n`
      : `// ${index}: const value = require('./module-${index}'); module.exports = { value };\n`;
  return Array.from({ length: count }, (_item, index) => ({
    name: `${folder}/part-${index % 300}/file-${index}.js`,
    content: Buffer.alloc(size, line(index)),
  }));
}

/** Bytes that look random and are the same everywhere. */
function pseudoRandom(count: number, seed: number): Buffer {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16, seed), Buffer.alloc(16)).update(Buffer.alloc(count));
}
