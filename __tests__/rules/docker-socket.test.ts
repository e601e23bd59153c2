import { expect, test } from '@jest/globals';
import { dockerSocket } from '../../src/rules/docker-socket.ts';
import { image, judge, judgeText } from '../support/evidence.ts';
import { imageWith } from '../support/image-tree.ts';

test.each([
  ['/var/run/docker.sock'],
  ['/run/podman/podman.sock'],
  ['/run/containerd/containerd.sock'],
  ['/proc'],
  ['/sys/'],
  ['//dev'],
  ['/dev/kvm'],
  ['/'],
  ['/etc'],
  ['/var/run'],
])('VOLUME %s', (volume) => {
  expect(judge(dockerSocket, { image: image({ volumes: [volume] }) })).toMatchObject({ answer: 'fail' });
});

test.each([
  ['/data'],
  ['/etc/app'],
  ['/var/lib/app'],
  ['/devices'],
  ['/process'],
  ['/home/app/docker.sock.d'],
  ['/usr/src/app'],
])('VOLUME %s is fair', (volume) => {
  expect(judge(dockerSocket, { image: image({ volumes: [volume] }) }).answer).toBe('pass');
});

test.each([
  ['DOCKER_HOST=unix:///var/run/docker.sock', 'fail'],
  ['DOCKER_HOST=unix:///custom', 'fail'],
  ['SOCKET=/var/run/docker.sock', 'fail'],
  ['CONTAINER_HOST=unix:///run/podman/podman.sock', 'fail'],
  ['DOCKER_HOST=tcp://proxy:2375', 'pass'],
  ['DOCKER_HOST=', 'pass'],
  ['DOCKER_HOST', 'pass'],
])('ENV %s: %s', (entry, answer) => {
  expect(judge(dockerSocket, { image: image({ env: [entry] }) }).answer).toBe(answer);
});

test('a client is a note', () => {
  const built = imageWith({
    '/usr/local/bin/docker': { program: 'amd64' },
    '/app/docker': 'x',
    '/usr/lib/docker/': {},
  });
  expect(judge(dockerSocket, { image: built }).violations).toMatchObject([{ place: 'client', severity: 'low' }]);
  expect(judge(dockerSocket, { image: built }).reason).not.toContain('/app/docker');
});

test('a base that is not at hand may bring volumes', () => {
  expect(judgeText(dockerSocket, 'FROM acme/x\nVOLUME /data\nCMD ["x"]\n').answer).toBe('unknown');
  expect(judgeText(dockerSocket, 'FROM acme/x\nVOLUME /var/run/docker.sock\nCMD ["x"]\n').violations).toMatchObject([
    { place: 'volume:/var/run/docker.sock', location: { startLine: 2 } },
  ]);
  expect(judgeText(dockerSocket, 'FROM scratch\nVOLUME /proc\n').answer).toBe('not-applicable');
});
