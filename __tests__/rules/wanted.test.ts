import { expect, test } from '@jest/globals';
import { wantsHead } from '../../src/rules/shared/wanted.ts';
import { image } from '../support/evidence.ts';

const { config } = image({
  entrypoint: ['docker-entrypoint.sh'],
  cmd: ['python', 'src/server.py'],
  workingDir: '/app',
  env: ['PATH=/opt/tools:/usr/local/bin:/usr/bin:/bin'],
  healthcheck: {
    test: ['CMD-SHELL', 'curl -f http://127.0.0.1/ || /scripts/hc.sh --fast'],
    interval: 0,
    timeout: 0,
    startPeriod: 0,
    startInterval: 0,
    retries: 0,
  },
});

test.each([
  ['/usr/local/bin/docker-entrypoint.sh'],
  ['/opt/tools/docker-entrypoint.sh'],
  ['/usr/local/bin/python'],
  ['/usr/local/bin/python3.14'],
  ['/usr/bin/curl'],
  ['/scripts/hc.sh'],
  ['/app/src/server.py'],
  ['/bin/busybox'],
  ['/bin/dash'],
  ['/usr/bin/env'],
  ['/app/.env'],
  ['/root/.ssh/id_rsa'],
  ['/root/.aws/credentials'],
])('%s', (path) => {
  expect(wantsHead(path, config)).toBe(true);
});

test.each([
  ['/usr/bin/git'],
  ['/usr/local/lib/python3.14/curl'],
  ['/app/node_modules/a/src/server.py'],
  ['/app/README.md'],
  ['/app/.env.example'],
  ['/root/.ssh/id_rsa.pub'],
  ['/usr/lib/libcurl.so.4'],
])('not %s', (path) => {
  expect(wantsHead(path, config)).toBe(false);
});
