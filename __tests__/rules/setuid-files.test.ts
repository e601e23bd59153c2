import { expect, test } from '@jest/globals';
import { setuidFiles } from '../../src/rules/setuid-files.ts';
import { dockerfile, image, judge } from '../support/evidence.ts';
import { imageWith, type Tree } from '../support/image-tree.ts';

test.each<[string, Tree, string]>([
  [
    'Debian',
    { '/usr/bin/passwd': { mode: 0o4755 }, '/usr/sbin/unix_chkpwd': { mode: 0o2755 }, '/bin/mount': { mode: 0o4755 } },
    'pass',
  ],
  ['Debian by architecture', { '/usr/lib/x86_64-linux-gnu/utempter/utempter': { mode: 0o2755, gid: 43 } }, 'pass'],
  ['Alpine', { '/bin/bbsuid': { mode: 0o4111 } }, 'pass'],
  ['folders with the set-gid bit', { '/var/local/': { mode: 0o2775 } }, 'pass'],
  ['sticky folders', { '/tmp/': { mode: 0o1777 } }, 'pass'],
  ['links', { '/usr/bin/x': { mode: 0o4777, link: 'y' } }, 'pass'],
  ['sudo', { '/usr/bin/sudo': { mode: 0o4755 } }, 'fail'],
  ['a usual name that belongs to somebody', { '/usr/bin/su': { mode: 0o4755, uid: 1000 } }, 'fail'],
  ['a usual name elsewhere', { '/opt/su': { mode: 0o4755 } }, 'fail'],
  ['set-gid', { '/app/x': { mode: 0o2755 } }, 'fail'],
  ['a browser sandbox', { '/usr/lib/chromium/chrome-sandbox': { mode: 0o4755 } }, 'fail'],
])('%s: %s', (_title, files, answer) => {
  expect(judge(setuidFiles, { image: imageWith(files) }).answer).toBe(answer);
});

test('many files are one violation, with the first ten', () => {
  const files = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`/app/x${index}`, { mode: 0o4755 }]));
  const { violations } = judge(setuidFiles, { image: imageWith(files) });
  expect(violations).toHaveLength(1);
  expect(violations[0]?.message).toMatch(/^25 set-uid or set-gid files: .*\/app\/x17 and 15 more\.$/);
});

test('names are shown without their control characters', () => {
  const { reason } = judge(setuidFiles, { image: imageWith({ '/x\n::error::\u202e': { mode: 0o4755 } }) });
  expect(reason).toContain('/x?::error::?');
});

test('what the build adds weighs more than what a base brings, and points at its line', () => {
  const diffId = `sha256:${'a'.repeat(64)}`;
  const layers = [
    { diffId: `sha256:${'b'.repeat(64)}`, size: 1 },
    { diffId, size: 1 },
  ];
  const history = [
    { createdBy: 'ADD rootfs.tar / # buildkit', comment: '', emptyLayer: false },
    { createdBy: 'COPY helper /app/helper # buildkit', comment: 'buildkit.dockerfile.v0', emptyLayer: false },
  ];
  const text = dockerfile('FROM debian:13\nCOPY helper /app/helper\nCMD ["x"]\n');
  const built = imageWith({ '/app/helper': { mode: 0o4755 } }, {}, { layers, history });
  expect(judge(setuidFiles, { dockerfile: text, image: built }).violations).toMatchObject([
    { severity: 'high', location: { startLine: 2 } },
  ]);
  const base = built.files?.merged.map((file) => ({ ...file, layer: `sha256:${'b'.repeat(64)}` })) ?? [];
  const inherited = { ...built, files: { merged: base, hidden: [], heads: {} } };
  expect(judge(setuidFiles, { dockerfile: text, image: inherited }).violations).toMatchObject([
    { severity: null, location: { startLine: 1 } },
  ]);
});

test('is open without the files', () => {
  expect(judge(setuidFiles, { image: image() }).answer).toBe('unknown');
});
