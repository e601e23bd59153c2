import { describe, expect, test } from '@jest/globals';
import { pid1Signals } from '../../src/rules/pid1-signals.ts';
import { judge, judgeText } from '../support/evidence.ts';
import { imageWith } from '../support/image-tree.ts';

describe('process 1', () => {
  test.each([
    ['CMD ["npm", "start"]', 'fail'],
    ['ENTRYPOINT ["npm", "run", "serve"]', 'fail'],
    ['CMD ["yarn", "start"]', 'fail'],
    ['ENTRYPOINT ["npx", "x"]', 'fail'],
    ['ENTRYPOINT ["/usr/local/bin/npm", "start"]', 'fail'],
    ['CMD exec npm start', 'fail'],
    ['ENTRYPOINT ["sh", "-c", "a; b"]', 'fail'],
    ['ENTRYPOINT ["su-exec", "app", "npm", "start"]', 'fail'],
    ['ENTRYPOINT ["sh", "-c", "a && exec b"]', 'pass'],
    ['ENTRYPOINT ["sh", "-c", "node $X"]', 'pass'],
    ['ENTRYPOINT ["tini", "-g", "--", "npm", "start"]', 'pass'],
    ['ENTRYPOINT ["/usr/bin/dumb-init", "--"]\nCMD ["sh", "start.sh"]', 'pass'],
    ['ENTRYPOINT ["node", "npm.js"]', 'pass'],
    ['ENTRYPOINT ["/init"]', 'pass'],
    ['CMD npm start', 'pass'],
    ['ENTRYPOINT ["sh", "start.sh"]', 'unknown'],
    ['ENTRYPOINT ["/start.sh"]', 'unknown'],
    ['COPY a /', 'not-applicable'],
  ])('%s: %s', (text, expected) => {
    expect(judgeText(pid1Signals, `FROM scratch\n${text}\n`).answer).toBe(expected);
  });

  test('a base that is not at hand may bring an init', () => {
    expect(judgeText(pid1Signals, 'FROM acme/base:1\nCMD ["npm", "start"]\n').answer).toBe('unknown');
  });
});

test.each([
  ['#!/bin/sh\nexec node a.js\n', 'pass'],
  ['#!/bin/sh\nif x; then\n  exec a\nfi\nb\n', 'pass'],
  ['#!/bin/sh\nnode a.js\n', 'fail'],
  ['#!/bin/sh\nnode a.js # exec\n', 'fail'],
  ['#!/bin/sh\necho "exec\n', 'unknown'],
])('the script in the image tells: %j %s', (content, expected) => {
  for (const entrypoint of [['/start.sh'], ['/bin/sh', '/start.sh'], ['sh', 'start.sh']]) {
    const built = imageWith(
      { '/start.sh': { mode: 0o755, content }, '/bin/sh': { program: 'amd64' } },
      { entrypoint, workingDir: '/' },
    );
    expect([entrypoint, judge(pid1Signals, { image: built }).answer]).toEqual([entrypoint, expected]);
  }
});
