import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { publish } from '../../src/commands/publish.ts';
import { readGitHubContext } from '../../src/github/event.ts';
import type { ActionsStep } from '../../src/host/ports.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { loadSettings } from '../../src/settings/load.ts';
import { comparedVerdict, uncomparedVerdict } from '../support/judged-verdicts.ts';
import { testHost } from '../support/test-host.ts';

const VARIABLES: Readonly<Record<string, string>> = { GITHUB_REPOSITORY: 'acme/servers', GITHUB_SHA: '0'.repeat(40) };

const unasked = (): never => {
  throw new Error('nothing is sent');
};

/** What the step gives to the steps after it. */
async function outputsOf(verdict: Verdict) {
  await using t = await testHost();
  const outputs: Record<string, string> = {};
  const step: ActionsStep = {
    output: (name, value) => {
      outputs[name] = value;
    },
    summary: () => Promise.resolve(),
    annotate: () => undefined,
  };
  const troubles = await publish(verdict, {
    settings: { ...loadSettings({}), sarifUpload: 'never', comment: 'never', workingDirectory: t.folder },
    context: readGitHubContext({ get: (name) => VARIABLES[name], pick: () => ({}), names: () => [] }, null),
    folder: 'reports',
    beside: Promise.resolve({ sboms: [{ name: 'notes.cdx.json', text: '{}' }], evidence: null }),
    ports: {
      host: t.host,
      step,
      connect: unasked,
      artifacts: { upload: unasked },
    },
  });
  expect(troubles).toEqual([]);
  return { outputs, folder: join(t.folder, 'reports') };
}

describe('outputs', () => {
  test('what is new, fixed and waived, and where the bills of materials are', async () => {
    const { outputs, folder } = await outputsOf(comparedVerdict);
    expect(outputs).toMatchObject({
      verdict: 'fail',
      findings: '5',
      new: '2',
      fixed: '1',
      waived: '1',
      sbom: join(folder, 'notes.cdx.json'),
    });
  });

  test('without a baseline nobody knows what is new or fixed', async () => {
    expect((await outputsOf(uncomparedVerdict)).outputs).toMatchObject({ new: '', fixed: '', waived: '0' });
  });
});
