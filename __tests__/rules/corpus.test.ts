import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../src/rules/index.ts';
import { dockerfile, judge, repository } from '../support/evidence.ts';

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');

/** Hits in real files that were looked at one by one: rule, file, and the lines and places that it names. */
const REVIEWED: readonly (readonly [string, string, readonly (readonly [number, string])[]])[] = [
  [
    'expose-debug-port',
    'jessfraz+dockerfiles/gitserver',
    [
      [28, 'port:22/tcp'],
      [35, 'command:sshd'],
    ],
  ],
  ['expose-debug-port', 'docker+awesome-compose/react-express-mysql/backend', [[16, 'port:9229/tcp']]],
  ['workdir-absolute', 'jessfraz+dockerfiles/wireshark', [[32, 'workdir:0']]],
  ['workdir-absolute', 'jessfraz+dockerfiles/cfssl', [[32, 'workdir']]],
  ['copy-context-broad', 'docker+awesome-compose/react-rust-postgres/backend', [[12, 'context:base']]],
  ['copy-context-broad', 'docker+awesome-compose/flask/app', [[10, 'context:builder']]],
];

/** Rules that find nothing wrong in the whole corpus: its files were searched by hand for what they look for. */
const CLEAN = ['duplicate-instruction', 'final-stage', 'secret-in-arg', 'chown-unknown-user'];

(existsSync(CORPUS) ? describe : describe.skip)('real Dockerfiles', () => {
  test.each(REVIEWED)('%s in %s', (id, folder, expected) => {
    const found = judgeFile(id, `${folder}/Dockerfile`);
    expect(found.map(({ location, place }) => [location?.startLine, place])).toEqual(expected);
  });

  test.each(CLEAN)('%s raises no false alarm', (id) => {
    const names = readFileSync(join(CORPUS, 'buildkit-expected.jsonl'), 'utf8').trim().split('\n');
    const files = names.flatMap((line) => {
      const { file, error }: { file: string; error?: string } = JSON.parse(line);
      return error === undefined ? [file] : [];
    });
    expect(files.length).toBeGreaterThan(200);
    expect(files.filter((file) => judgeFile(id, file).length > 0)).toEqual([]);
  });
});

function judgeFile(id: string, file: string) {
  const rule = RULES.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  const text = readFileSync(join(CORPUS, file), 'utf8');
  return judge(rule, { dockerfile: dockerfile(text), repository: repository({ context: '' }) }).violations;
}
