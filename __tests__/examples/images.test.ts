import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { buildExamples, EXAMPLE_NAMES, EXAMPLES, type ExampleName, exampleFolder } from '../../examples/build.ts';
import { NODE_ALPINE_CONFIG, NODE_ALPINE_STEPS } from '../../examples/images/node-alpine.ts';
import { NODE_DEBIAN_CONFIG, NODE_DEBIAN_STEPS } from '../../examples/images/node-debian.ts';
import { dockerfile as evidenceOf } from '../support/evidence.ts';
import type { ConfigSpec, StepSpec } from '../support/image-builder/index.ts';
import { describeIf, partPath } from '../support/requires.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const BASES: Readonly<Record<ExampleName, { readonly config: ConfigSpec; readonly steps: readonly StepSpec[] }>> = {
  'hardened-server': { config: NODE_ALPINE_CONFIG, steps: NODE_ALPINE_STEPS },
  'careless-server': { config: NODE_DEBIAN_CONFIG, steps: NODE_DEBIAN_STEPS },
};

test('are the same, byte for byte, whenever they are built', async () => {
  await using one = await temporaryFolder();
  await using other = await temporaryFolder();
  expect(await buildExamples(one.path)).toEqual(await buildExamples(other.path));
});

describe.each(EXAMPLE_NAMES)('%s', (name) => {
  test('has one history entry above its base for each instruction of the Dockerfile', async () => {
    const { steps } = await EXAMPLES[name](exampleFolder(name));
    const own = steps.slice(BASES[name].steps.length).map((step) => step.createdBy.split(' ')[0]);
    const { stages, target } = evidenceOf(await dockerfile(name));
    expect(own).toEqual(stages[target]?.instructions.map(({ keyword }) => keyword));
  });

  test('has the packages that its lock file names, and the lock file those that the server asks for', async () => {
    const lock = JSON.parse(await readFile(join(exampleFolder(name), 'package-lock.json'), 'utf8'));
    const wanted = JSON.parse(await readFile(join(exampleFolder(name), 'package.json'), 'utf8'));
    expect(lock.packages[''].dependencies).toEqual(wanted.dependencies);
    const { steps } = await EXAMPLES[name](exampleFolder(name));
    const files = steps.flatMap((step) => step.files ?? []).map((file) => file.path);
    const installed = files.filter((path) => path.startsWith('app/node_modules/'));
    const locked = Object.keys(lock.packages).filter((path) => path !== '');
    expect(installed.sort()).toEqual(locked.map((path) => `app/${path}/package.json`).sort());
  });
});

const describeWithGo = await describeIf('go');

describeWithGo('what BuildKit makes of the Dockerfile', () => {
  let answers: Readonly<Record<ExampleName, ConfigSpec>>;

  beforeAll(async () => {
    answers = await askBuildKit();
  }, 300_000);

  test.each(EXAMPLE_NAMES)('%s has exactly that config', async (name) => {
    const { config } = await EXAMPLES[name](exampleFolder(name));
    expect(config).toEqual(answers[name]);
  });
});

const REFERENCE: Readonly<Record<ExampleName, string>> = {
  'hardened-server':
    'docker.io/library/node:24-alpine3.23@sha256:595398b0081eacda8e1c4c5b97b76cd1020e4d58a8ebcb4843b9bca1e79e7436',
  'careless-server': 'docker.io/library/node:latest',
};

const ANSWER = z.object({ config: z.custom<ConfigSpec>((value) => typeof value === 'object') });

async function askBuildKit(): Promise<Readonly<Record<ExampleName, ConfigSpec>>> {
  const ask = async (name: ExampleName): Promise<ConfigSpec> => {
    const request = {
      text: await dockerfile(name),
      platform: 'linux/amd64',
      bases: {
        [REFERENCE[name]]: {
          architecture: 'amd64',
          os: 'linux',
          config: BASES[name].config,
          rootfs: { type: 'layers' },
        },
      },
    };
    const running = promisify(execFile)(partPath('go'), ['run', '.'], {
      cwd: join(import.meta.dirname, '..', '..', 'scripts', 'buildkit-oracle'),
      env: { ...process.env, GOFLAGS: '-mod=readonly' },
    });
    running.child.stdin?.end(JSON.stringify(request));
    const { stdout } = await running;
    return ANSWER.parse(JSON.parse(stdout)).config;
  };
  return { 'hardened-server': await ask('hardened-server'), 'careless-server': await ask('careless-server') };
}

function dockerfile(name: ExampleName): Promise<string> {
  return readFile(join(exampleFolder(name), 'Dockerfile'), 'utf8');
}
