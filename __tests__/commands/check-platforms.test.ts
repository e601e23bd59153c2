import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { check } from '../../src/commands/check.ts';
import { loadAsked } from '../../src/commands/policy-file.ts';
import { buildOciIndex } from '../support/image-builder/index.ts';
import { imageHost } from '../support/image-host.ts';
import { startImageRegistry } from '../support/image-registry.ts';
import { surroundingsOf } from '../support/surroundings.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('each platform of an image is a subject: one may fail where the other passes', async () => {
  await using folder = await temporaryFolder('check-platforms');
  await using images = await imageHost({ programs: { docker: null, podman: null } });
  const files = [
    { path: 'etc/passwd', content: 'root:x:0:0::/root:/bin/sh\napp:x:1001:1001::/app:/bin/sh\n' },
    { path: 'app', content: '\u007fELF', mode: 0o755 },
    { path: 'etc/group', content: 'app:x:1001:\n' },
  ];
  const steps = [{ createdBy: 'COPY etc /etc', files }];
  const specs = [
    { steps, platform: 'linux/amd64', config: { User: 'app', Entrypoint: ['/app'] } },
    { steps, platform: 'linux/arm64', config: { User: 'root', Entrypoint: ['/app'] } },
  ];
  await buildOciIndex(specs, join(folder.path, 'multi'), { attestations: true });
  await writeFile(join(folder.path, 'Dockerfile'), 'FROM scratch\nCOPY etc /etc\nUSER app\n');
  await using registry = await startImageRegistry({ 'acme/time:1': join(folder.path, 'multi') });
  const raw = {
    workingDirectory: [folder.path],
    scanners: ['none'],
    image: [`registry:${registry.host}/acme/time:1`],
    dockerfile: ['Dockerfile'],
    platform: ['linux/amd64', 'linux/arm64'],
  };
  const asked = await loadAsked(raw, images.host);
  const { verdict } = await check(asked, surroundingsOf(join(folder.path, 'cache')), images.host);
  const answers = verdict.subjects.map(({ subject, checks, image }) => [
    subject.name,
    subject.platform,
    image?.platform,
    checks.find(({ rule }) => rule === 'user-non-root')?.answer,
  ]);
  expect(answers).toEqual([
    ['acme/time', 'linux/amd64', 'linux/amd64', 'pass'],
    ['acme/time', 'linux/arm64', 'linux/arm64', 'fail'],
  ]);
});
