import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isLockFile, LockFiles } from '../../src/image/lock-files/find.ts';

const NPM_3 = `{
  "name": "app", "version": "1.0.0", "lockfileVersion": 3,
  "packages": {
    "": { "name": "app", "version": "6.2.1", "dependencies": { "tar": "^6.2.1" } },
    "node_modules/@s/tar": {
      "version": "6.2.1"
    },
    "node_modules/tar": {
      "version": "6.2.1",
      "engines": { "version": "6.2.0" }
    },
    "node_modules/a/node_modules/tar": {
      "version": "6.2.0"
    },
    "node_modules/b/node_modules/tar": {
      "version": "6.2.0"
    },
    "node_modules/alias": {
      "name": "real",
      "version": "1.0.0"
    },
    "packages/own": { "name": "own", "version": "3.0.0" }
  }
}`;

const NPM_1 = `{
  "version": "6.2.0",
  "dependencies": {
    "tar": {
      "version": "6.2.1",
      "requires": { "version": "1.0.0" },
      "dependencies": {
        "dependencies": {
          "version": "2.0.0"
        }
      }
    }
  }
}`;

const YARN_1 = `# yarn lockfile v1

"@s/tar@^1.0.0", "@s/tar@^1.1.0":
  version "1.1.5"
  resolved "https://x/@s/tar-1.1.5.tgz#abc"
  dependencies:
    tar "^6.0.0"

other@npm:tar@^6.2.0:
  version "6.2.1"
`;

const YARN_4 = `__metadata:
  version: 8

"tar@npm:^6.1.0, tar@npm:^6.2.0":
  version: 6.2.1
  resolution: "tar@npm:6.2.1"

"own@workspace:.":
  version: 0.0.0-use.local
  resolution: "own@workspace:."

"other@npm:real@^1":
  version: 1.0.0
  resolution: "real@npm:1.0.0"
`;

const PNPM_9 = `lockfileVersion: '9.0'

importers:
  .:
    dependencies:
      tar:
        version: 6.2.1

packages:

  '@s/tar@1.1.5':
    resolution: {integrity: x}

  tar@6.2.1:
    resolution: {integrity: x}

snapshots:

  tar@6.2.1: {}
`;
const PNPM_6 = 'packages:\n\n  /tar@6.2.1(peer@1.0.0):\n    dev: true\n';
const PNPM_5 = 'packages:\n  /tar/6.2.1_peer@1.0.0:\n    dev: true\n  /@s/tar/1.1.5:\n    dev: true\n';

const REQUIREMENTS = `# comment
Flask_Login [async] == 1.2.3 ; python_version > "3"  # why
jinja2==3.1.4 \\
    --hash=sha256:abc
loose>=1.0
`;
const POETRY = '[[package]]\nname = "Jinja2"\nversion = "3.1.4"\n\n[package.extras]\nversion = "9"\n';
const UV = 'version = 1\n[[package]]\nname = "jinja2"\nversion = "3.1.4"\nsource = { registry = "x" }\n';
const PIPFILE = '{\n "default": {\n  "jinja2": {\n   "hashes": [],\n   "version": "==3.1.4"\n  }\n }\n}';
const CARGO = '[[package]]\nname = "smallvec"\nversion = "1.6.0"\n';
const GO_MOD = `module x

require github.com/BurntSushi/toml v1.3.2

require (
	golang.org/x/net v0.20.0 // indirect
	// gone.org/x v1.0.0
)
exclude golang.org/x/net v0.1.0
`;
const GO_SUM = 'golang.org/x/net v0.20.0/go.mod h1:a=\ngolang.org/x/net v0.20.0 h1:b=\n';

function find(file: string, text: string, purl: string, path: string | null = null): number | null {
  const [, name = '', version = ''] = /^pkg:[a-z]+\/(.*)@(.*)$/.exec(purl) ?? [];
  const found = { name, version, purl, path };
  return new LockFiles(new Map([[file, text]])).find(found, 'Dockerfile')?.startLine ?? null;
}

test.each<readonly [string, string, number | null, string]>([
  ['package-lock.json', 'pkg:npm/tar@6.2.1', 9, NPM_3],
  ['package-lock.json', 'pkg:npm/@s/tar@6.2.1', 6, NPM_3],
  ['npm-shrinkwrap.json', 'pkg:npm/real@1.0.0', 20, NPM_3],
  ['package-lock.json', 'pkg:npm/alias@1.0.0', null, NPM_3],
  ['package-lock.json', 'pkg:npm/app@6.2.1', null, NPM_3],
  ['package-lock.json', 'pkg:npm/own@3.0.0', null, NPM_3],
  ['package-lock.json', 'pkg:npm/tar@6.3.0', null, NPM_3],
  ['package-lock.json', 'pkg:npm/engines@6.2.0', null, NPM_3],
  ['package-lock.json', 'pkg:npm/tar@6.2.1', 5, NPM_1],
  ['package-lock.json', 'pkg:npm/dependencies@2.0.0', 9, NPM_1],
  ['package-lock.json', 'pkg:npm/requires@1.0.0', null, NPM_1],
  ['yarn.lock', 'pkg:npm/@s/tar@1.1.5', 4, YARN_1],
  ['yarn.lock', 'pkg:npm/tar@6.2.1', 10, YARN_1],
  ['yarn.lock', 'pkg:npm/tar@6.2.1', 5, YARN_4],
  ['yarn.lock', 'pkg:npm/real@1.0.0', 13, YARN_4],
  ['pnpm-lock.yaml', 'pkg:npm/tar@6.2.1', 14, PNPM_9],
  ['pnpm-lock.yaml', 'pkg:npm/@s/tar@1.1.5', 11, PNPM_9],
  ['pnpm-lock.yaml', 'pkg:npm/tar@6.2.1', 3, PNPM_6],
  ['pnpm-lock.yaml', 'pkg:npm/tar@6.2.1', 2, PNPM_5],
  ['pnpm-lock.yaml', 'pkg:npm/@s/tar@1.1.5', 4, PNPM_5],
  ['requirements.txt', 'pkg:pypi/flask-login@1.2.3', 2, REQUIREMENTS],
  ['requirements-dev.txt', 'pkg:pypi/Jinja2@3.1.4', 3, REQUIREMENTS],
  ['requirements.txt', 'pkg:pypi/loose@1.0', null, REQUIREMENTS],
  ['poetry.lock', 'pkg:pypi/jinja2@3.1.4', 3, POETRY],
  ['poetry.lock', 'pkg:pypi/jinja2@9', null, POETRY],
  ['uv.lock', 'pkg:pypi/jinja2@3.1.4', 4, UV],
  ['Pipfile.lock', 'pkg:pypi/jinja2@3.1.4', 5, PIPFILE],
  ['Cargo.lock', 'pkg:cargo/smallvec@1.6.0', 3, CARGO],
  ['go.mod', 'pkg:golang/github.com/BurntSushi/toml@v1.3.2', 3, GO_MOD],
  ['go.mod', 'pkg:golang/golang.org/x/net@v0.20.0', 6, GO_MOD],
  ['go.mod', 'pkg:golang/golang.org/x/net@v0.1.0', null, GO_MOD],
  ['go.mod', 'pkg:golang/gone.org/x@v1.0.0', null, GO_MOD],
  ['go.sum', 'pkg:golang/golang.org/x/net@0.20.0', 2, GO_SUM],
  // Of another kind: the same name means another package.
  ['package-lock.json', 'pkg:pypi/tar@6.2.1', null, NPM_3],
])('%s: %s → %s', (file, purl, line, text) => {
  expect(find(file, text, purl)).toBe(line);
});

test('of a package that npm has installed twice, the one that is meant', () => {
  const tar = 'pkg:npm/tar@6.2.0';
  expect(find('package-lock.json', NPM_3, tar, 'app/node_modules/b/node_modules/tar/package.json')).toBe(16);
  expect(find('package-lock.json', NPM_3, tar, 'app/node_modules/a/node_modules/tar/package.json')).toBe(13);
});

describe('which of several lock files', () => {
  const locate = (paths: readonly string[], dockerfile: string): string | null => {
    const locks = new LockFiles(new Map(paths.map((path) => [path, path.endsWith('sum') ? GO_SUM : GO_MOD])));
    const purl = 'pkg:golang/golang.org/x/net@v0.20.0';
    const found = locks.find({ name: 'golang.org/x/net', version: 'v0.20.0', purl, path: null }, dockerfile);
    return found?.file ?? null;
  };

  test.each<readonly [readonly string[], string, string | null]>([
    [['go.sum', 'go.mod'], 'Dockerfile', 'go.mod'],
    [['go.mod', 'a/go.mod'], 'a/Dockerfile', 'a/go.mod'],
    [['go.mod'], 'a/b/Dockerfile', 'go.mod'],
    [['a/go.mod', 'go.mod'], 'Dockerfile', 'go.mod'],
    [['src/go.mod'], 'Dockerfile', 'src/go.mod'],
    // Two could be meant, or it is another server's.
    [['a/go.mod', 'b/go.mod'], 'Dockerfile', null],
    [['b/go.mod'], 'a/Dockerfile', null],
  ])('%j for %s: %s', (paths, dockerfile, expected) => {
    expect(locate(paths, dockerfile)).toBe(expected);
  });
});

test.each([
  ['package-lock.json', true],
  ['servers/a/requirements/requirements.prod.txt', true],
  ['go.mod', true],
  ['package.json', false],
  ['node_modules/x/yarn.lock', false],
  ['yarn.lock.md', false],
])('isLockFile %s: %s', (path, expected) => {
  expect(isLockFile(path)).toBe(expected);
});

test('no text makes them fall over, and time stays linear', () => {
  const files = ['package-lock.json', 'yarn.lock', 'pnpm-lock.yaml', 'requirements.txt', 'go.mod', 'uv.lock'];
  const purls = ['pkg:npm/a@1', 'pkg:pypi/a@1', 'pkg:golang/a@1'];
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}[],:"\\ \nv1a@/=('), maxLength: 400 }), (text) => {
      for (const file of files) for (const purl of purls) find(file, text, purl);
    }),
    { numRuns: 300 },
  );
  const start = performance.now();
  for (const text of [
    '{'.repeat(1e6),
    '"'.repeat(1e6),
    ' '.repeat(1e6),
    `  ${'a@'.repeat(5e5)}:`,
    '[[package]]\n'.repeat(1e5),
  ]) {
    for (const file of files) for (const purl of purls) find(file, text, purl);
  }
  expect(performance.now() - start).toBeLessThan(10_000);
});
