import { describe, expect, test } from '@jest/globals';
import { secretFile } from '../../src/rules/secret-file.ts';
import { dockerfile, image, judge, judgeText } from '../support/evidence.ts';
import { imageWith, type Tree } from '../support/image-tree.ts';

const TOKEN = `ghp_${'a1B2c3'.repeat(6)}`;
const KEY = `-----BEGIN RSA PRIVATE KEY-----\n${'MIIEpAIB'.repeat(8)}\n-----END RSA PRIVATE KEY-----\n`;
const check = (files: Tree) => judge(secretFile, { image: imageWith(files) });

describe('what leaks', () => {
  test.each<[string, Tree, string | null]>([
    ['a token in .env', { '/app/.env': `A=1\nexport GITHUB_TOKEN="${TOKEN}"\n` }, 'critical'],
    ['a password in .env.production', { '/app/.env.production': 'DB_PASSWORD=hunter2hunter2\n' }, null],
    ['an SSH key', { '/root/.ssh/id_ed25519': KEY.replace('RSA', 'OPENSSH') }, 'critical'],
    ['a TLS key', { '/etc/app/tls.key': KEY }, 'critical'],
    ['a certificate with its key', { '/app/server.pem': `-----BEGIN CERTIFICATE-----\nx\n${KEY}` }, 'critical'],
    ['a key under a passphrase', { '/app/server.pem': KEY.replace('RSA PRIVATE', 'ENCRYPTED PRIVATE') }, null],
    ['npm', { '/root/.npmrc': '//registry.example.org/:_authToken=0123456789abcdef\n' }, null],
    ['netrc', { '/root/.netrc': 'machine github.com login me password hunter2hunter2\n' }, null],
    ['pypi', { '/root/.pypirc': '[pypi]\nusername = me\npassword = hunter2hunter2\n' }, null],
    ['AWS', { '/root/.aws/credentials': `[default]\naws_secret_access_key = ${'a1B2'.repeat(10)}\n` }, null],
    ['Docker', { '/root/.docker/config.json': '{"auths":{"x":{"auth":"bWU6aHVudGVyMg=="}}}' }, null],
    ['git', { '/root/.git-credentials': 'https://me:hunter2hunter2@git.acme.org\n' }, 'critical'],
    ['Google', { '/app/credentials.json': '{"client_secret": "GOCSPX-0123456789"}' }, null],
    [
      'Kubernetes',
      { '/root/.kube/config': 'users:\n- name: x\n  user:\n    client-key-data: LS0tLS1CRUdJTg==\n' },
      null,
    ],
  ])('%s', (_title, files, severity) => {
    expect(check(files)).toMatchObject({ answer: 'fail', violations: [{ severity, place: Object.keys(files)[0] }] });
  });

  test('deleted later, replaced later', () => {
    const { answer, reason } = check({ '/app/.env': { content: `TOKEN=${TOKEN}\n`, deleted: true } });
    expect([answer, reason]).toEqual(['fail', expect.stringContaining('it is still in the image')]);
  });

  test('never says the value', () => {
    const files = {
      '/app/.env': `TOKEN=${TOKEN}\nPASSWORD=hunter2hunter2\n`,
      '/root/.netrc': 'password s3cr3tvalue\n',
    };
    const text = JSON.stringify(check(files));
    for (const value of [TOKEN, 'hunter2', 's3cr3tvalue']) expect(text).not.toContain(value);
  });

  test('one violation a file, and a bound for many', () => {
    const files = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`/k${index}/tls.key`, KEY]));
    const { violations } = check(files);
    expect(violations).toHaveLength(51);
    expect(violations.at(-1)).toMatchObject({
      place: 'more',
      severity: 'critical',
      message: '30 more files hold credentials.',
    });
  });
});

describe('what does not', () => {
  test('files that are called like what every object has', () => {
    const names = ['constructor', '__proto__', 'hasownproperty', 'valueOf', 'toString'];
    const files = Object.fromEntries(names.map((name) => [`/app/${name}`, `TOKEN=${TOKEN}\n`]));
    expect(check(files)).toMatchObject({ answer: 'pass' });
  });

  test.each<[string, Tree]>([
    [
      'templates',
      {
        '/app/.env.example': `TOKEN=${TOKEN}\n`,
        '/app/.env.sample': 'PASSWORD=x1y2z3w4\n',
        '/app/.env.template': 'A=b',
      },
    ],
    [
      'placeholders',
      { '/app/.env': 'API_KEY=your-key-here\nTOKEN=<token>\nPASSWORD=\nSECRET=${SECRET}\nDB_PASSWORD=changeme\n' },
    ],
    ['settings', { '/app/.env.local': 'NEXT_PUBLIC_URL=https://x.example.org\nPORT=3000\nTOKEN_TTL=3600\n' }],
    ['comments', { '/app/.env': `# TOKEN=${TOKEN}\n` }],
    ['a public key', { '/root/.ssh/id_rsa.pub': 'ssh-rsa AAAA', '/app/jwt.pem': '-----BEGIN PUBLIC KEY-----\nMIIB\n' }],
    ['certificates', { '/etc/ssl/certs/ca.pem': '-----BEGIN CERTIFICATE-----\nMIIB\n' }],
    [
      'a header without a key',
      { '/app/readme.pem': '-----BEGIN PRIVATE KEY-----\n<your key>\n-----END PRIVATE KEY-----\n' },
    ],
    [
      'npm settings',
      {
        '/app/.npmrc': 'registry=https://r.example.org\n//r.example.org/:_authToken=${NPM_TOKEN}\nengine-strict=true\n',
      },
    ],
    [
      'test keys of a package',
      { '/app/node_modules/a/test/key.pem': KEY, '/usr/lib/python3.14/test/certdata/keycert.pem': KEY },
    ],
    ['a folder of that name', { '/app/.env/': {} }],
    ['names that only look alike', { '/app/environment.env.js': `TOKEN=${TOKEN}`, '/app/monkey.keys': KEY }],
    ['Docker without logins', { '/root/.docker/config.json': '{"auths":{},"credsStore":"desktop"}' }],
  ])('%s', (_title, files) => {
    expect(check(files)).toMatchObject({ answer: 'pass' });
  });

  test('a key that a package brings is a warning: it is public', () => {
    const files = {
      '/usr/lib/python3.14/site-packages/moto/ca.key': KEY,
      '/etc/ssl/private/ssl-cert-snakeoil.key': KEY,
    };
    const { violations } = check(files);
    expect(violations.map(({ severity }) => severity)).toEqual(['medium', 'medium']);
  });

  test('test keys of the application itself are not excused', () => {
    expect(check({ '/app/test/key.pem': KEY }).answer).toBe('fail');
  });

  test('a file that was not read leaves it open, without stopping anyone', () => {
    const built = imageWith({ '/app/.env': `TOKEN=${TOKEN}\n` });
    const files = built.files === null ? null : { ...built.files, heads: {} };
    expect(judge(secretFile, { image: { ...built, files } })).toMatchObject({ answer: 'unknown', severity: 'medium' });
  });
});

describe('a Dockerfile alone', () => {
  test.each([
    ['COPY .env /app/', 'fail'],
    ['COPY ["config/.env.production", "/app/.env"]', 'fail'],
    ['ADD id_rsa /root/.ssh/', 'fail'],
    ['COPY .aws/credentials /root/.aws/credentials', 'fail'],
    ['COPY .env.example /app/.env', 'unknown'],
    ['COPY certs/ca.pem /etc/ssl/', 'unknown'],
    ['COPY .npmrc ./', 'unknown'],
    ['COPY --from=build /app/.env /app/.env', 'unknown'],
    ['COPY . .', 'unknown'],
  ])('%s: %s', (line, answer) => {
    expect(judgeText(secretFile, `FROM scratch AS build\nFROM scratch\n${line}\nCMD ["/x"]\n`).answer).toBe(answer);
  });

  test('a builder stage is not the image', () => {
    expect(judgeText(secretFile, 'FROM node AS b\nCOPY .env .\nFROM scratch\nCOPY --from=b /app /app\n').answer).toBe(
      'unknown',
    );
  });

  test('the image has the last word', () => {
    const text = dockerfile('FROM scratch\nCOPY .env /app/.env\n');
    expect(judge(secretFile, { dockerfile: text, image: imageWith({ '/app/.env': 'PORT=1\n' }) }).answer).toBe('pass');
    expect(judge(secretFile, { dockerfile: text, image: image() }).answer).toBe('unknown');
  });
});

test('hostile contents cost no time', () => {
  const files = Object.fromEntries(
    [
      '.env',
      '.npmrc',
      '.netrc',
      '.pypirc',
      'credentials.json',
      '.yarnrc.yml',
      '.pgpass',
      '.git-credentials',
      'x.pem',
    ].flatMap((name) =>
      ['a', '=', '"', ' ', ':', '-----BEGIN ', 'x=\t', '"auth":"'].map((piece, index) => [
        `/${index}/${name}`,
        piece.repeat(65_536 / piece.length),
      ]),
    ),
  );
  const started = performance.now();
  check(files);
  expect(performance.now() - started).toBeLessThan(5000);
});
