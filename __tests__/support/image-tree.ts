import type { DockerfileEvidence } from '../../src/model/dockerfile.ts';
import type { ImageConfig, ImageEvidence } from '../../src/model/image.ts';
import type { ImageFile } from '../../src/model/image-files.ts';
import type { Example, ExampleFile, Judgement, Rule } from '../../src/rules/rule.ts';
import { WANTED_TEXTS, wantsHead } from '../../src/rules/shared/wanted.ts';
import { dockerfile, image, judge, repository } from './evidence.ts';

/** Images with files, for tests of rules: only what rules ask for is read, as in a real run. */

export type Tree = Readonly<Record<string, string | ExampleFile>>;

const LAYER = `sha256:${'a'.repeat(64)}`;

export function imageWith(
  files: Tree,
  config: Partial<ImageConfig> = {},
  rest: Partial<ImageEvidence> = {},
): ImageEvidence {
  const bare = image(config, rest);
  const entries = Object.entries(files).map(([path, file]) => entryOf(path, file));
  const byPath = (a: { file: ImageFile }, b: { file: ImageFile }): number => (a.file.path < b.file.path ? -1 : 1);
  const merged = entries.filter(({ deleted }) => !deleted).sort(byPath);
  const hidden = entries.filter(({ deleted }) => deleted).sort(byPath);
  const wanted = entries.filter(({ file }) => file.type === 'file' && wantsHead(file.path, bare.config));
  const texts = WANTED_TEXTS.map((path): [string, string | null] => {
    const found = merged.find(({ file }) => file.path === path && file.type === 'file');
    return [path, found?.content ?? null];
  });
  return {
    ...bare,
    texts: { ...Object.fromEntries(texts), ...rest.texts },
    files: {
      merged: merged.map(({ file }) => file),
      hidden: hidden.map(({ file }) => file),
      heads: Object.fromEntries(
        wanted.map(({ file, content, deleted }) => [deleted ? `${file.path}@${file.layer}` : file.path, content]),
      ),
    },
  };
}

/** What a rule says of one of its examples. */
export function judgeExample(rule: Rule, example: Example): Judgement {
  const text = dockerfile(example.dockerfile);
  const built = example.image === undefined ? null : imageWith(example.image.files, configOf(text));
  const around = example.repository === undefined ? null : repository(example.repository);
  return judge(rule, { dockerfile: text, image: built, repository: around }, example.options);
}

/** The config that a Dockerfile on an empty base gives its image. */
export function configOf({ config }: DockerfileEvidence): ImageConfig {
  const values = ({ entries }: { entries: readonly { value: string }[] }): string[] =>
    entries.map(({ value }) => value);
  return {
    user: config.user.value ?? '',
    exposedPorts: values(config.exposedPorts),
    healthcheck: config.healthcheck.value,
    entrypoint: config.entrypoint.value,
    cmd: config.cmd.value,
    env: values(config.env),
    workingDir: config.workingDir.value ?? '',
    labels: Object.fromEntries(values(config.labels).map((entry) => split(entry))),
    volumes: values(config.volumes),
    stopSignal: config.stopSignal.value,
    shell: config.shell.value,
  };
}

function split(entry: string): [string, string] {
  const at = entry.indexOf('=');
  return [entry.slice(0, at), entry.slice(at + 1)];
}

function entryOf(path: string, spec: string | ExampleFile): { file: ImageFile; content: string; deleted: boolean } {
  const given: ExampleFile = typeof spec === 'string' ? { content: spec } : spec;
  const directory = path.endsWith('/');
  const content = given.program === undefined ? (given.content ?? '') : elf(given.program);
  const type = directory ? 'directory' : given.link === undefined ? 'file' : 'symlink';
  return {
    deleted: given.deleted === true,
    content,
    file: {
      path: directory ? path.slice(0, -1) || '/' : path,
      type,
      mode: given.mode ?? (type === 'file' && given.program === undefined ? 0o644 : 0o755),
      uid: given.uid ?? 0,
      gid: given.gid ?? 0,
      size: type === 'file' ? (given.size ?? content.length) : 0,
      link: given.link ?? null,
      hasCapabilities: false,
      layer: LAYER,
    },
  };
}

const MACHINES: Readonly<Record<string, number>> = { '386': 3, arm: 40, amd64: 62, arm64: 183, s390x: 22, ppc64le: 21 };

/** The beginning of a 64-bit program (one character a byte), dynamically linked if a loader is named. */
export function elf(architecture: string, loader: string | null = null): string {
  const file = Buffer.alloc(64 + (loader === null ? 0 : 56 + loader.length + 1));
  const big = architecture === 's390x';
  const u16 = (value: number, at: number): number =>
    big ? file.writeUInt16BE(value, at) : file.writeUInt16LE(value, at);
  const u64 = (value: number, at: number): number =>
    big ? file.writeBigUInt64BE(BigInt(value), at) : file.writeBigUInt64LE(BigInt(value), at);
  file.write('\x7fELF', 'latin1');
  file[4] = 2;
  file[5] = big ? 2 : 1;
  u16(2, 16);
  u16(MACHINES[architecture] ?? 0, 18);
  if (loader !== null) {
    u64(64, 32);
    u16(56, 54);
    u16(1, 56);
    if (big) file.writeUInt32BE(3, 64);
    else file.writeUInt32LE(3, 64);
    u64(120, 64 + 8);
    u64(loader.length + 1, 64 + 32);
    file.write(`${loader}\0`, 120, 'latin1');
  }
  return file.toString('latin1');
}
