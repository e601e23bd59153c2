import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { check } from '../../src/commands/check.ts';
import { loadAsked } from '../../src/commands/policy-file.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { imageHost } from '../support/image-host.ts';
import { surroundingsOf } from '../support/surroundings.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FILES = {
  'base/Dockerfile': 'FROM scratch\nEXPOSE 3000\nHEALTHCHECK CMD ["/health"]\nUSER 0\n',
  'time/Dockerfile': 'FROM ghcr.io/acme/mcp-base:1\nENTRYPOINT ["/server"]\n',
};

async function judge(texts: Readonly<Record<string, string>>, dockerfile: readonly string[] = []): Promise<Verdict> {
  await using folder = await temporaryFolder('check');
  await using images = await imageHost({ programs: { docker: null, podman: null } });
  for (const [file, text] of Object.entries(texts)) {
    await mkdir(dirname(join(folder.path, file)), { recursive: true });
    await writeFile(join(folder.path, file), text);
  }
  const raw = { workingDirectory: [folder.path], scanners: ['none'], dockerfile };
  const asked = await loadAsked(raw, images.host);
  // Awaited here: the folder goes away with this function.
  return (await check(asked, surroundingsOf(join(folder.path, 'cache')), images.host)).verdict;
}

const answer = ({ subjects }: Verdict, rule: string): string | undefined =>
  subjects[0]?.checks.find((one) => one.rule === rule)?.answer;

test('rules judge what a base of the same repository brings along, at the line of the base', async () => {
  const policy = [
    'bases: {ghcr.io/acme/mcp-base: base/Dockerfile}',
    'images: [{name: clock, dockerfile: time/Dockerfile, transport: http}]',
  ].join('\n');
  const verdict = await judge({ ...FILES, '.github/image-gate.yml': policy });
  const [subject] = verdict.subjects;
  expect([verdict.verdict, subject?.subject.name]).toEqual(['fail', 'clock']);
  expect(answer(verdict, 'healthcheck-present')).toBe('pass');
  const root = subject?.findings.find(({ id }) => id === 'user-non-root');
  expect(root).toMatchObject({ status: 'fail', location: { file: 'base/Dockerfile', startLine: 4 } });
});

test('what the repository builds itself needs no digest and no updater', async () => {
  const policy = 'bases: {ghcr.io/acme/mcp-base: base/Dockerfile}\nimages: [{dockerfile: time/Dockerfile}]';
  const texts = { ...FILES, 'base/Dockerfile': 'FROM node:24-slim\nUSER node\n' };
  const here = await judge({ ...texts, '.github/image-gate.yml': policy });
  expect([answer(here, 'base-digest'), answer(here, 'dependency-updates')]).toEqual(['pass', 'pass']);
  const base = await judge(texts, ['base/Dockerfile']);
  expect(answer(base, 'base-digest')).toBe('fail');
  const elsewhere = await judge(texts, ['time/Dockerfile']);
  expect(answer(elsewhere, 'base-digest')).toBe('fail');
});

test('alone they do not know', async () => {
  const verdict = await judge({ 'time/Dockerfile': FILES['time/Dockerfile'] }, ['time/Dockerfile']);
  expect([answer(verdict, 'user-non-root'), answer(verdict, 'healthcheck-present')]).toEqual(['unknown', 'unknown']);
});

test('a circle in the policy file is an error of the subject, exit 2', async () => {
  const verdict = await judge({
    ...FILES,
    'base/Dockerfile': 'FROM ghcr.io/acme/mcp-base:0\n',
    '.github/image-gate.yml':
      'bases: {ghcr.io/acme/mcp-base: base/Dockerfile}\nimages: [{dockerfile: time/Dockerfile}]',
  });
  expect(verdict.subjects[0]?.errors).toMatchObject([{ kind: 'usage', code: 'base-circle' }]);
});
