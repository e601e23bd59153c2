import { expect, test } from '@jest/globals';
import type { Log } from 'sarif';
import { describeIf } from '../support/requires.ts';
import { sarifComplaints } from '../support/sarif-validator.ts';

const GOOD: Log = {
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: {
          name: 'Gate',
          version: '1.0.0',
          informationUri: 'https://example.com/gate',
          rules: [
            {
              id: 'user-non-root',
              name: 'UserNonRoot',
              shortDescription: { text: 'The image runs as root.' },
              fullDescription: { text: 'The image runs as root.' },
              help: { text: 'Add USER.', markdown: 'Add `USER`.' },
              helpUri: 'https://example.com/gate/user-non-root',
              messageStrings: { default: { text: "The user is '{0}'." } },
            },
          ],
        },
      },
      automationDetails: { id: 'gate/time/' },
      results: [
        {
          ruleId: 'user-non-root',
          ruleIndex: 0,
          level: 'error',
          message: { text: "The user is 'root'.", id: 'default', arguments: ['root'] },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'Dockerfile', uriBaseId: '%SRCROOT%' },
                region: { startLine: 3, endLine: 3 },
              },
            },
          ],
          partialFingerprints: { primaryLocationLineHash: 'abc:1' },
        },
      ],
      columnKind: 'utf16CodeUnits',
      versionControlProvenance: [
        { repositoryUri: 'https://github.com/acme/mcp', mappedTo: { uriBaseId: '%SRCROOT%' } },
      ],
      originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
    },
  ],
};

(await describeIf('sarif-validator'))('the SARIF validator', () => {
  test('finds what GitHub would not take', async () => {
    const bad = structuredClone(GOOD);
    delete bad.runs[0]?.results?.[0]?.locations;
    expect((await sarifComplaints(JSON.stringify(bad))).join('\n')).toMatch(/^GH\d+/m);
  });

  test('finds what is no SARIF', async () => {
    expect(await sarifComplaints('{"version":"2.1.0","runs":[{}]}')).not.toEqual([]);
  });

  test('has nothing to say about a good log', async () => {
    expect(await sarifComplaints(JSON.stringify(GOOD))).toEqual([]);
  });
});
