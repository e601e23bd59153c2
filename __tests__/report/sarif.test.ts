import { describe, expect, test } from '@jest/globals';
import type { Log, Result, Run } from 'sarif';
import { type RuleFacts, renderSarif, type SarifOptions } from '../../src/report/sarif.ts';
import type { ToolFacts } from '../../src/report/tool-facts.ts';
import { comparedVerdict, editable, newFinding } from '../support/judged-verdicts.ts';
import {
  advisoryFinding,
  brokenVerdict,
  errorVerdict,
  failSubject,
  failVerdict,
  HOSTILE,
  hostileSubject,
  manyFindings,
  passSubject,
  passVerdict,
  ruleFinding,
  verdictOf,
} from '../support/verdicts.ts';

const tool: ToolFacts = { name: 'image-gate', version: '0.1.0', informationUri: 'https://example.com/image-gate' };
const facts: RuleFacts = {
  title: 'The image runs as a user other than root',
  why: 'A process that gets out of its container as root is root on the host.',
  fix: 'Add `USER 10001` after the last RUN that needs root.',
  helpUri: 'https://example.com/image-gate/user-non-root',
  aliases: ['DL3002'],
};
const options: SarifOptions = { category: 'image-gate', ruleFacts: new Map([['user-non-root', facts]]) };

const render = (verdict: typeof passVerdict, more: Partial<SarifOptions> = {}): Log =>
  JSON.parse(renderSarif(verdict, tool, { ...options, ...more }));
const runOf = (verdict: typeof passVerdict, index = 0): Run => {
  const run = render(verdict).runs[index];
  if (run === undefined) throw new Error(`no run ${index}`);
  return run;
};
const resultsOf = (run: Run): readonly Result[] => run.results ?? [];
const failing = (findings: (typeof failSubject)['findings']) => verdictOf([{ ...failSubject, findings }]);

describe('runs', () => {
  test('one a subject, in a category of its own that no build changes', () => {
    const ids = (verdict: typeof passVerdict) => render(verdict).runs.map((run) => run.automationDetails?.id);
    expect(ids(errorVerdict)).toEqual(['image-gate/time/', 'image-gate/notes/', 'image-gate/search/']);
    const rebuilt = {
      ...passSubject,
      image: { ...passSubject.image, reference: 'x:2', imageId: 'y', digest: 'z', platform: 'linux/amd64' },
    };
    expect(ids(verdictOf([rebuilt]))).toEqual(['image-gate/time/']);
  });

  test('subjects of one name stay apart by their platform', () => {
    const on = (platform: string) => ({
      ...passSubject,
      image: { reference: 'x', imageId: 'y', digest: null, platform },
    });
    const ids = render(verdictOf([on('linux/amd64'), on('linux/arm64'), on('linux/arm64')])).runs.map(
      (run) => run.automationDetails?.id,
    );
    expect(ids).toEqual([
      'image-gate/time/linux/amd64/',
      'image-gate/time/linux/arm64/',
      'image-gate/time/linux/arm64/2/',
    ]);
  });

  test('names that are too long to show stay apart and stay the same', () => {
    const named = (name: string) => ({ ...passSubject, subject: { ...passSubject.subject, name } });
    const long = 'x'.repeat(500);
    const ids = () =>
      render(verdictOf([named(`${long}a`), named(`${long}b`), named('/slashes/')])).runs.map(
        (run) => run.automationDetails?.id,
      );
    expect(new Set(ids()).size).toBe(3);
    expect(ids()).toEqual(ids());
    for (const id of ids()) expect(id).toMatch(/^image-gate\/[^/].{0,215}[^/]\/$/u);
  });

  test('a subject that could not be verified is not successful, and says why', () => {
    const run = runOf(errorVerdict, 2);
    expect(run.invocations?.[0]).toMatchObject({
      executionSuccessful: false,
      startTimeUtc: '2026-11-23T09:15:02.000Z',
    });
    expect(run.invocations?.[0]?.toolExecutionNotifications?.[0]).toMatchObject({
      level: 'error',
      descriptor: { id: 'image-not-found' },
    });
    expect(resultsOf(run)).toHaveLength(1);
    expect(runOf(errorVerdict, 0).invocations?.[0]?.executionSuccessful).toBe(true);
  });

  test('a run without subjects still says what went wrong', () => {
    const run = runOf(brokenVerdict);
    expect(run.automationDetails?.id).toBe('image-gate/');
    expect(run.invocations?.[0]?.executionSuccessful).toBe(false);
    expect(run.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toContain('9 days old');
  });

  test('Trivy is an extension with the date of its database', () => {
    expect(runOf(passVerdict).tool.extensions).toEqual([
      {
        name: 'Trivy',
        version: '0.74.0',
        informationUri: 'https://github.com/aquasecurity/trivy',
        properties: {
          source: 'https://github.com/aquasecurity/trivy/releases/download',
          sha256: passVerdict.scanner?.sha256,
          databaseSource: 'mirror.gcr.io/aquasec/trivy-db:2',
          databaseUpdatedAt: '2026-11-22T18:31:07Z',
        },
      },
    ]);
    expect(runOf(brokenVerdict).tool.extensions).toBeUndefined();
  });

  test('the same verdict gives the same bytes, in whatever order its findings come', () => {
    const turned = verdictOf([{ ...failSubject, findings: failSubject.findings.toReversed() }]);
    expect(renderSarif(turned, tool, options)).toBe(renderSarif(verdictOf([failSubject]), tool, options));
  });
});

describe('judgement', () => {
  const compared = (): readonly Result[] => resultsOf(runOf(comparedVerdict, 1));

  test('what is waived stays, and says who accepted it; where one is, all others say that they are not', () => {
    const [waivedOne, ...others] = compared().toSorted((a, b) => (a.ruleId ?? '').localeCompare(b.ruleId ?? ''));
    expect(others.map(({ suppressions }) => suppressions)).toEqual([[], [], [], []]);
    expect([waivedOne?.ruleId, waivedOne?.suppressions]).toEqual([
      'CVE-2024-58251',
      [
        {
          kind: 'external',
          status: 'accepted',
          justification: 'The server never calls netstat.',
          location: {
            physicalLocation: {
              artifactLocation: { uri: '.github/image-gate.yml', uriBaseId: '%SRCROOT%' },
              region: { startLine: 7, endLine: 9 },
            },
          },
          properties: { owner: 'team-notes', expires: '2026-12-31', source: 'policy' },
        },
      ],
    ]);
  });

  test('without waivers nothing is said of suppressions', () => {
    expect(resultsOf(runOf(failVerdict, 1)).map(({ suppressions }) => suppressions)).not.toContainEqual(
      expect.anything(),
    );
  });

  test('new or unchanged, where all results of the run are known to be one of them', () => {
    expect(compared().map((result) => result.baselineState)).toEqual([
      'new',
      'new',
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
    const partly = failing([newFinding, advisoryFinding()]);
    expect(resultsOf(runOf(partly)).map((result) => result.baselineState)).toEqual([undefined, undefined]);
  });

  test('what the baseline had and is gone is no result: GitHub would open an alert for it', () => {
    expect(compared().map(({ ruleId }) => ruleId)).not.toContain('CVE-2023-5363');
  });

  test('weaknesses are tags as GitHub writes them, and at most ten tags are', () => {
    const tags = (cwes: readonly string[]): unknown =>
      runOf(failing([{ ...newFinding, cwes }])).tool.driver.rules?.[0]?.properties?.['tags'];
    expect(tags(['CWE-79', 'cwe-1004', 'CWE-', 'external/cwe'])).toEqual([
      'security',
      'container',
      'origin/base',
      'vulnerability',
      'external/cwe/cwe-079',
      'external/cwe/cwe-1004',
    ]);
    expect(tags(Array.from({ length: 50 }, (_, index) => `CWE-${index}`))).toHaveLength(10);
  });

  test('an edit is a fix of the result', () => {
    expect(resultsOf(runOf(failing([editable])))[0]?.fixes).toEqual([
      {
        description: { text: 'Add `USER 10001` after the last RUN that needs root.' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'servers/notes/Dockerfile', uriBaseId: '%SRCROOT%' },
            replacements: [
              {
                deletedRegion: { startLine: 14, startColumn: 1, endLine: 14, endColumn: 1 },
                insertedContent: { text: 'USER 10001\n' },
              },
            ],
          },
        ],
      },
    ]);
  });

  test.each([
    ['outside of the repository', { file: '../Dockerfile' }],
    ['that ends before it starts', { endLine: 3 }],
    ['at no column', { startColumn: 0 }],
    ['longer than a few lines', { text: 'x'.repeat(20_000) }],
  ])('a change with an edit %s is left out as a whole', (_, wrong) => {
    const edits = editable.edits.flatMap((edit) => [edit, { ...edit, ...wrong }]);
    expect(resultsOf(runOf(failing([{ ...editable, edits }])))[0]?.fixes).toBeUndefined();
  });

  test('several platforms of one image have a category each, also where one could not be read', () => {
    const on = (platform: string, image: typeof passSubject.image) => ({
      ...passSubject,
      subject: { ...passSubject.subject, platform },
      image,
    });
    const runs = render(verdictOf([on('linux/amd64', passSubject.image), on('linux/arm64', null)])).runs;
    expect(runs.map((run) => run.automationDetails?.id)).toEqual([
      'image-gate/time/linux/amd64/',
      'image-gate/time/linux/arm64/',
    ]);
  });
});

describe('results', () => {
  test('an alert stands on a line of the repository and names the place in the image', () => {
    const [first] = resultsOf(runOf(failVerdict, 1));
    expect(first).toMatchObject({
      ruleId: 'CVE-2025-7783',
      ruleIndex: 0,
      level: 'error',
      message: {
        text:
          "form-data 4.0.2 has CVE-2025-7783: Unsafe random function in form-data. Image gate: critical in 'notes'. " +
          "Fix: Upgrade form-data to 4.0.4 in servers/notes/package-lock.json. In the image: 'app/node_modules/form-data/package.json'.",
      },
      partialFingerprints: { primaryLocationLineHash: `${failSubject.findings[0]?.fingerprint}:1` },
    });
    expect(first?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'servers/notes/package-lock.json', uriBaseId: '%SRCROOT%' },
          region: { startLine: 212, endLine: 221 },
        },
        logicalLocations: [
          { fullyQualifiedName: 'notes', kind: 'image' },
          { fullyQualifiedName: failSubject.findings[0]?.image?.layer, kind: 'layer' },
          { fullyQualifiedName: 'app/node_modules/form-data/package.json', kind: 'file' },
          { fullyQualifiedName: 'pkg:npm/form-data@4.0.2', kind: 'package' },
        ],
      },
    ]);
    expect(first?.relatedLocations?.[0]).toMatchObject({ id: 1, message: { text: 'Copied into the image here.' } });
  });

  test.each([
    ['critical', 'error'],
    ['high', 'error'],
    ['medium', 'warning'],
    ['low', 'note'],
    ['unknown', 'note'],
  ] as const)('%s is the level %s', (severity, level) => {
    expect(resultsOf(runOf(failing([ruleFinding({ severity })])))[0]?.level).toBe(level);
  });

  test.each([
    ['servers/a b/Dockerfile', 'servers/a%20b/Dockerfile'],
    ['größe/50%/Dockerfile', 'gr%C3%B6%C3%9Fe/50%25/Dockerfile'],
    ['a:b/[x]#?/Dockerfile', 'a%3Ab/%5Bx%5D%23%3F/Dockerfile'],
  ])('the file %j becomes the uri %j', (file, uri) => {
    const [result] = resultsOf(runOf(failing([ruleFinding({ location: { file, startLine: 1, endLine: 1 } })])));
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(uri);
  });

  test.each(['', '/etc/passwd', '../outside', 'a/../../b', './Dockerfile', 'a//b', 'a\\b', 'a\u0000b', 'a\nb'])(
    'a finding at %j is left out and counted: GitHub would refuse the whole file',
    (file) => {
      const run = runOf(failing([ruleFinding({ location: { file, startLine: 1, endLine: 1 } }), advisoryFinding()]));
      expect(resultsOf(run).map(({ ruleId }) => ruleId)).toEqual(['CVE-2023-5363']);
      expect(run.tool.driver.rules?.map(({ id }) => id)).toEqual(['CVE-2023-5363']);
      expect(run.invocations?.[0]?.toolExecutionNotifications).toEqual([
        {
          descriptor: { id: 'results-without-location' },
          level: 'note',
          message: { text: "1 finding has no place in the repository and can be read only in 'report.json'." },
        },
      ]);
    },
  );

  test('where the files of the repository are known, no other file is named', () => {
    const repositoryFiles = new Set(['servers/notes/Dockerfile']);
    const [, run] = render(failVerdict, { repositoryFiles }).runs;
    const uris = run?.results?.flatMap((result) =>
      [...(result.locations ?? []), ...(result.relatedLocations ?? [])].map(
        (location) => location.physicalLocation?.artifactLocation?.uri,
      ),
    );
    expect(new Set(uris)).toEqual(repositoryFiles);
    expect(run?.results).toHaveLength(6);
  });

  test('at most 5,000, the worst, with a word about the others', () => {
    const run = runOf(verdictOf([manyFindings(13_000)]));
    const levels = resultsOf(run).map(({ level }) => level);
    expect(levels).toHaveLength(5_000);
    expect(new Set(levels)).toEqual(new Set(['error']));
    expect(run.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toBe(
      "8000 findings were left out: the worst 5000 are kept, all are in 'report.json'.",
    );
  });
});

describe('rules', () => {
  const two = [
    advisoryFinding({ severity: 'low', fingerprint: 'a', status: 'below-threshold' }),
    advisoryFinding({ severity: 'critical', fingerprint: 'b' }),
  ];

  test('one for all results of an advisory, as severe as the worst of them', () => {
    const run = runOf(failing(two));
    expect(run.tool.driver.rules).toHaveLength(1);
    expect(run.tool.driver.rules?.[0]).toMatchObject({
      id: 'CVE-2023-5363',
      shortDescription: { text: 'CVE-2023-5363: openssl: Incorrect cipher key and IV length processing.' },
      helpUri: 'https://avd.aquasec.com/nvd/cve-2023-5363',
      properties: {
        'security-severity': '9.5',
        precision: 'very-high',
        tags: ['security', 'container', 'origin/base', 'vulnerability'],
      },
    });
    expect(resultsOf(run).map(({ level }) => level)).toEqual(['error', 'note']);
  });

  test.each([
    ['critical', '9.5'],
    ['high', '8.0'],
    ['medium', '5.5'],
    ['low', '2.0'],
    ['unknown', '0.0'],
  ] as const)('%s is the security severity %s', (severity, number) => {
    const [rule] = runOf(failing([ruleFinding({ severity })])).tool.driver.rules ?? [];
    expect(rule?.properties?.['security-severity']).toBe(number);
  });

  test('a rule of ours explains itself: what, why, fix, other names, link', () => {
    const rule = runOf(failing([ruleFinding()])).tool.driver.rules?.[0];
    expect(rule?.name).toBe('UserNonRoot');
    expect(rule?.fullDescription?.text).toBe(facts.why);
    expect(rule?.help?.markdown).toBe(
      [
        '**The image runs as a user other than root**',
        facts.why,
        '**How to fix:** Add `USER 10001` after the last RUN that needs root.',
        'Also known as `DL3002`, `DS-0002`, `CIS-DI-0001`.',
        '[More about it](https://example.com/image-gate/user-non-root)',
      ].join('\n\n'),
    );
  });

  test.each([
    ['user-non-root', 'rule', 'UserNonRoot'],
    ['CVE-2023-5363', 'advisory', 'CVE20235363'],
    ['MIT', 'license', 'MITLicense'],
    ['--', 'secret', 'Secret'],
  ] as const)('the id %j of a %s has the name %s', (id, kind, name) => {
    expect(runOf(failing([ruleFinding({ id, kind })])).tool.driver.rules?.[0]?.name).toBe(name);
  });

  test('an advisory lists the packages that have it', () => {
    const packages = Array.from({ length: 30 }, (_, index) =>
      advisoryFinding({
        fingerprint: `f${index}`,
        image: { layer: null, path: null, package: `p${index}`, purl: null, installed: '1', fixed: '2' },
      }),
    );
    const markdown = runOf(failing(packages)).tool.driver.rules?.[0]?.help?.markdown ?? '';
    expect(markdown).toContain('- `p0` `1 → 2`\n');
    expect(markdown).toContain('- and 10 more packages');
  });

  test('every result finds its rule by index', () => {
    for (const run of render(errorVerdict).runs) {
      for (const { ruleId, ruleIndex } of resultsOf(run)) {
        expect(run.tool.driver.rules?.[ruleIndex ?? -1]?.id).toBe(ruleId);
      }
    }
  });
});

describe('hostile text', () => {
  const hostile = failing(
    hostileSubject.findings.map((finding) => ({
      ...finding,
      location: { file: 'Dockerfile', startLine: 3, endLine: 3 },
    })),
  );

  test('stays text in every message', () => {
    const text = renderSarif(
      { ...hostile, errors: [{ kind: 'verify', code: HOSTILE, message: HOSTILE, advice: HOSTILE }] },
      tool,
      options,
    );
    expect(text).not.toMatch(/##\[|\\u001b|\\u202e|\\u200b|\\n- item/u);
    const run: Run | undefined = (JSON.parse(text) as Log).runs[0];
    expect(run?.results).toHaveLength(3);
    expect(JSON.stringify(run?.results?.map(({ message }) => message))).not.toContain('](');
    expect(JSON.stringify(run?.invocations)).not.toContain('](');
    const markdown = run?.tool.driver.rules?.[0]?.help?.markdown ?? '';
    expect(markdown).toContain('octocat');
    // Code spans and the targets of links are not read as markup.
    expect(markdown.replace(/`[^`\n]*`|\]\([^)\n]*\)/gu, '')).not.toMatch(/<img|\[click\]|@octocat|<\/details>/u);
  });

  test('is bounded', () => {
    const long = 'x'.repeat(1_000_000);
    const text = renderSarif(
      failing([ruleFinding({ title: long, message: long, fix: long, id: long })]),
      tool,
      options,
    );
    expect(text.length).toBeLessThan(30_000);
  });
});
