import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { DockerfileError } from '../../src/dockerfile/read.ts';
import { runsOf } from '../../src/dockerfile/shell/runs.ts';
import { ANSWERS } from '../../src/model/check.ts';
import type { DockerfileEvidence } from '../../src/model/dockerfile.ts';
import { depsUnpinned } from '../../src/rules/deps-unpinned.ts';
import { entrypointExecEnv } from '../../src/rules/entrypoint-exec-env.ts';
import { entrypointExecForm } from '../../src/rules/entrypoint-exec-form.ts';
import { insecureFetch } from '../../src/rules/insecure-fetch.ts';
import { pid1Signals } from '../../src/rules/pid1-signals.ts';
import { remoteFetchUnverified } from '../../src/rules/remote-fetch-unverified.ts';
import { runUnquotedRedirect } from '../../src/rules/run-unquoted-redirect.ts';
import { sudoPresent } from '../../src/rules/sudo-present.ts';
import { dockerfile, judge } from '../support/evidence.ts';

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
const RULES = [
  remoteFetchUnverified,
  insecureFetch,
  runUnquotedRedirect,
  depsUnpinned,
  sudoPresent,
  pid1Signals,
  entrypointExecForm,
  entrypointExecEnv,
];

/** Read by eye: what each rule says of a real file. */
const REVIEWED = [
  [
    remoteFetchUnverified,
    'docker+awesome-compose/wasmedge-mysql-nginx/backend/Dockerfile',
    'bash runs what curl downloads',
  ],
  [
    remoteFetchUnverified,
    'jessfraz+dockerfiles/consul/Dockerfile',
    'bash runs what curl downloads from deb.nodesource.com',
  ],
  [
    remoteFetchUnverified,
    'jessfraz+dockerfiles/zookeeper/3.6/Dockerfile',
    'tar unpacks what curl downloads from apache.osuosl.org',
  ],
  [remoteFetchUnverified, 'jessfraz+dockerfiles/browsh/Dockerfile', 'browsh, which wget downloads from github.com'],
  [remoteFetchUnverified, 'jessfraz+dockerfiles/wee-slack/Dockerfile', 'ADD downloads from raw.githubusercontent.com'],
  [remoteFetchUnverified, 'jessfraz+dockerfiles/coredns/Dockerfile', 'git clone from github.com'],
  // Sums and signatures.
  [remoteFetchUnverified, 'docker-library+python/3.13/slim-bookworm/Dockerfile', null],
  [remoteFetchUnverified, 'docker-library+python/3.10/alpine3.23/Dockerfile', null],
  [remoteFetchUnverified, 'jessfraz+dockerfiles/ricochet/Dockerfile', null],
  [remoteFetchUnverified, 'jessfraz+dockerfiles/tarsnap/Dockerfile', null],
  [remoteFetchUnverified, 'jessfraz+dockerfiles/tor-browser/stable/Dockerfile', null],
  // Keys are no programs.
  [remoteFetchUnverified, 'jessfraz+dockerfiles/chrome/stable/Dockerfile', null],
  [depsUnpinned, 'docker+awesome-compose/angular/angular/Dockerfile', 'npm installs @angular/cli@13'],
  [depsUnpinned, 'jessfraz+dockerfiles/travis/Dockerfile', 'gem installs travis'],
  [depsUnpinned, 'jessfraz+dockerfiles/couchpotato/Dockerfile', 'pip installs lxml, pyopenssl'],
  [depsUnpinned, 'docker-library+python/3.13/slim-bookworm/Dockerfile', null],
  [
    sudoPresent,
    'jessfraz+dockerfiles/mpd/Dockerfile',
    'RUN installs sudo. RUN allows root without a password (NOPASSWD).',
  ],
  [sudoPresent, 'jessfraz+dockerfiles/chrome/stable/Dockerfile', null],
  [entrypointExecForm, 'docker+awesome-compose/sparkjava/sparkjava/Dockerfile', 'CMD is in shell form'],
] as const;

(existsSync(CORPUS) ? describe : describe.skip)('real files of the corpus beside the project', () => {
  test('every rule answers for every file, and every shell script is read as a whole', () => {
    const unread: string[] = [];
    for (const [file, read] of corpus()) {
      for (const rule of RULES) expect(ANSWERS).toContain(judge(rule, { dockerfile: read }).answer);
      if (runsOf(read).some(({ script }) => script === null || !script.complete)) unread.push(file);
    }
    // PowerShell.
    expect(unread.every((file) => file.includes('/windowsservercore-'))).toBe(true);
  });

  test.each(REVIEWED.map(([rule, file, message]) => [rule.id, file, message, rule] as const))(
    '%s of %s: %s',
    (_id, file, message, rule) => {
      const { answer, reason } = judge(rule, { dockerfile: read(file) ?? dockerfile('FROM scratch\n') });
      if (message === null) expect(answer).toBe('pass');
      else expect([answer, reason]).toEqual(['fail', expect.stringContaining(message)]);
    },
  );
});

function corpus(): (readonly [string, DockerfileEvidence])[] {
  const lines = readFileSync(join(CORPUS, 'buildkit-expected.jsonl'), 'utf8').split('\n').filter(Boolean);
  const files = lines.map((line) => (JSON.parse(line) as { file: string }).file);
  return files.flatMap((file) => {
    const evidence = read(file);
    return evidence === null ? [] : [[file, evidence] as const];
  });
}

/** Null for a file that BuildKit rejects. */
function read(file: string): DockerfileEvidence | null {
  try {
    return dockerfile(readFileSync(join(CORPUS, file), 'utf8'));
  } catch (error) {
    if (error instanceof DockerfileError) return null;
    throw error;
  }
}
