import { describe, expect, test } from '@jest/globals';
import { runtimeInstall } from '../../src/rules/runtime-install.ts';
import { judge, judgeText } from '../support/evidence.ts';
import { imageWith, type Tree } from '../support/image-tree.ts';

const text = (line: string) => judgeText(runtimeInstall, `FROM scratch\n${line}\n`).answer;

test.each([
  ['CMD npx -y server'],
  ['ENTRYPOINT ["npx", "--yes", "@acme/server"]'],
  ['CMD ["npx", "server@latest"]'],
  ['CMD ["npm", "exec", "-y", "server"]'],
  ['CMD ["bunx", "-y", "server"]'],
  ['CMD npm install && node server.js'],
  ['CMD ["uvx", "--from", "git+https://x", "server"]'],
  ['CMD ["uv", "run", "server"]'],
  ['CMD ["uv", "tool", "run", "server"]'],
  ['CMD pip install -r r.txt; exec python s.py'],
  ['CMD python -m pip install x && python s.py'],
  ['CMD ["sh", "-c", "if [ ! -d node_modules ]; then npm ci; fi; node s.js"]'],
  ['CMD ["pnpm", "dlx", "server"]'],
  ['CMD ["go", "run", "."]'],
  ['CMD exec npx -y server'],
  ['ENTRYPOINT ["tini", "--"]\nCMD ["npx", "-y", "server"]'],
  ['CMD ["env", "A=b", "sh", "-c", "exec uvx server"]'],
  ['CMD ["dumb-init", "--", "sh", "-c", "npm ci && exec node s.js"]'],
])('fetches: %s', (line) => {
  expect(text(line)).toBe('fail');
});

test.each([
  ['CMD ["node", "server.js"]'],
  ['CMD ["npm", "start"]'],
  ['CMD ["npm", "run", "install-check"]'],
  ['CMD ["npx", "--no-install", "server"]'],
  ['CMD ["uv", "run", "--frozen", "server"]'],
  ['CMD ["uv", "run", "--no-sync", "server"]'],
  ['ENV UV_OFFLINE=1\nCMD ["uvx", "server"]'],
  ['CMD ["python", "-m", "server", "install"]'],
  ['CMD ["/app/.venv/bin/server"]'],
  ['CMD echo "run npm install first"'],
])('does not: %s', (line) => {
  expect(text(line)).toBe('pass');
});

test('npx of a bare name fetches only what is not installed', () => {
  expect(text('CMD ["npx", "server"]')).toBe('unknown');
  expect(judgeText(runtimeInstall, 'FROM node:24\n').answer).toBe('unknown');
});

describe('the image', () => {
  const NPX = { '/usr/local/bin/npx': { program: 'amd64' }, '/bin/sh': { program: 'amd64' } } as const;
  test.each<[string, Tree, readonly string[], string]>([
    ['installed in the folder', { '/app/node_modules/.bin/server': '' }, ['npx', '-y', 'server'], 'pass'],
    [
      'installed under its scope',
      { '/app/node_modules/@acme/server/package.json': '{}' },
      ['npx', '@acme/server'],
      'pass',
    ],
    ['installed for all', { '/usr/local/bin/server': '' }, ['npx', 'server'], 'pass'],
    ['not installed', {}, ['npx', 'server'], 'fail'],
    ['another version', { '/app/node_modules/.bin/server': '' }, ['npx', 'server@latest'], 'fail'],
    [
      'a start script that installs',
      { '/start.sh': { mode: 0o755, content: '#!/bin/bash\nset -e\npip install x\nexec "$@"\n' } },
      ['/start.sh'],
      'fail',
    ],
    ['the same given to a shell', { '/app/start.sh': 'npm ci\n' }, ['sh', 'start.sh'], 'fail'],
    [
      'a start script that does not',
      { '/start.sh': { mode: 0o755, content: '#!/bin/sh\n# npm install\nexec node s.js\n' } },
      ['/start.sh'],
      'pass',
    ],
    [
      'a script of another language',
      { '/start': { mode: 0o755, content: '#!/usr/bin/env python3\nnpm install\n' } },
      ['/start'],
      'pass',
    ],
  ])('%s: %s', (_title, files, entrypoint, answer) => {
    const built = imageWith({ ...NPX, ...files }, { entrypoint: [...entrypoint], workingDir: '/app' });
    expect(judge(runtimeInstall, { image: built }).answer).toBe(answer);
  });
});
