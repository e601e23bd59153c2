import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildExamples, type ExampleName, exampleFolder } from '../../examples/build.ts';
import { openImage } from '../../src/evidence/open-image.ts';
import type { Check } from '../../src/model/check.ts';
import { reaches } from '../../src/model/severity.ts';
import { checkRules } from '../../src/rules/check.ts';
import { WANTED_TEXTS, wantsHead } from '../../src/rules/shared/wanted.ts';
import { dockerfile, evidence } from '../support/evidence.ts';
import { imageHost } from '../support/image-host.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Every rule on the images of the examples, read as a run reads them. */
let checks: Readonly<Record<ExampleName, readonly Check[]>>;

beforeAll(async () => {
  await using folder = await temporaryFolder('examples');
  await buildExamples(folder.path);
  checks = {
    'hardened-server': await judged('hardened-server', folder.path),
    'careless-server': await judged('careless-server', folder.path),
  };
});

async function judged(name: ExampleName, folder: string): Promise<readonly Check[]> {
  await using host = await imageHost();
  const options = { platform: null, workingDirectory: folder, texts: WANTED_TEXTS, files: true, heads: wantsHead };
  const { evidence: image } = await openImage(`oci:${name}`, options, host.host);
  const text = dockerfile(await readFile(join(exampleFolder(name), 'Dockerfile'), 'utf8'));
  const settings = {
    profile: 'mcp',
    transport: 'auto',
    allowedBases: [],
    allowedPorts: ['3000/tcp'],
    today: '2026-09-01',
  } as const;
  return checkRules(evidence({ image, dockerfile: text }), settings);
}

describe('the hardened example', () => {
  test('has nothing that gates, known or open', () => {
    const gating = checks['hardened-server'].filter(
      ({ answer, severity }) => (answer === 'fail' || answer === 'unknown') && reaches(severity, 'high'),
    );
    expect(gating.map(({ rule, reason }) => [rule, reason])).toEqual([]);
  });

  test('has notes only', () => {
    const weighty = checks['hardened-server'].filter(
      ({ answer, severity }) => answer === 'fail' && reaches(severity, 'medium'),
    );
    expect(weighty.map(({ rule, reason }) => [rule, reason])).toEqual([]);
  });

  test('answers from its files', () => {
    const passed = checks['hardened-server'].filter(({ answer }) => answer === 'pass').map(({ rule }) => rule);
    expect(passed).toEqual(
      expect.arrayContaining([
        'entrypoint-exists',
        'healthcheck-runnable',
        'secret-file',
        'app-files-writable',
        'user-home',
      ]),
    );
  });
});

test('the careless example is blamed for what it is', () => {
  const failing = checks['careless-server'].filter(({ answer }) => answer === 'fail').map(({ rule }) => rule);
  expect(failing).toEqual(expect.arrayContaining(['user-non-root', 'base-eol', 'labels-oci', 'label-mcp-server-name']));
  expect(checks['careless-server'].find(({ rule }) => rule === 'entrypoint-exists')?.answer).toBe('pass');
});
