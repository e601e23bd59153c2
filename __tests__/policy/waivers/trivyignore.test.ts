import { describe, expect, test } from '@jest/globals';
import { readTrivyIgnore } from '../../../src/policy/waivers/trivyignore.ts';
import { readTrivyIgnoreYaml } from '../../../src/policy/waivers/trivyignore-yaml.ts';

describe('.trivyignore', () => {
  test('the reason is the comment beside an id, else the one right above', () => {
    const text = [
      '# The parser is never',
      '# built in.',
      'CVE-1',
      'CVE-2 exp:2026-03-01 # the vendor is asked',
      'CVE-3',
      '',
      'CVE-4',
      '# Another one.',
      'CVE-5 #',
      '#',
      'CVE-6',
    ].join('\n');
    const waivers = readTrivyIgnore(text, '.trivyignore');
    expect(waivers.map(({ ids, reason, expires, location }) => [ids[0], reason, expires, location.startLine])).toEqual([
      ['CVE-1', 'The parser is never built in.', null, 3],
      ['CVE-2', 'the vendor is asked', '2026-02-28', 4],
      ['CVE-3', 'The parser is never built in.', null, 5],
      ['CVE-4', 'no reason given', null, 7],
      ['CVE-5', 'Another one.', null, 9],
      ['CVE-6', 'no reason given', null, 11],
    ]);
    expect(waivers[0]).toMatchObject({
      source: 'trivyignore',
      owner: null,
      images: [],
      location: { file: '.trivyignore' },
    });
  });

  test('a reason never breaks a line or a limit', () => {
    const [found] = readTrivyIgnore(`CVE-1 # a\u2028b\u0007c ${'x'.repeat(5000)}`, 'f');
    expect(found?.reason.startsWith('a b c xx')).toBe(true);
    expect(found?.reason).toHaveLength(1000);
  });

  test.each(['soon', '2026-02-30', '', '2026-3-1', `2026-03-01${'x'.repeat(100)}`])(
    'exp:%s is told with its line',
    (exp) => {
      expect(() => readTrivyIgnore(`\nCVE-1 exp:${exp}`, 'a/.trivyignore')).toThrow(
        expect.objectContaining({
          code: 'bad-waivers',
          message: expect.stringMatching(/^a\/\.trivyignore:2: .* is no date/),
        }),
      );
    },
  );
});

describe('.trivyignore.yaml', () => {
  test('each entry with its line, statement and kind', () => {
    const text = `# Ours
vulnerabilities:
  - id: CVE-1
    statement: |
      not
      reachable
    expired_at: 2026-03-01
    paths: [ 'app/**' ]
    purls: [ pkg:npm/lodash ]
secrets:
  - id: github-pat
misconfigurations:
licenses: [{ id: 0BSD }, { id: 7 }]
`;
    const waivers = readTrivyIgnoreYaml(text, '.trivyignore.yaml');
    expect(waivers.map(({ ids, kinds, reason, location }) => [ids[0], kinds?.[0], reason, location.startLine])).toEqual(
      [
        ['CVE-1', 'advisory', 'not reachable', 3],
        ['github-pat', 'secret', 'no reason given', 11],
        ['0BSD', 'license', 'no reason given', 13],
        ['7', 'license', 'no reason given', 13],
      ],
    );
    expect(waivers[0]).toMatchObject({ expires: '2026-02-28', paths: ['app/**'], packages: ['pkg:npm/lodash'] });
  });

  test.each([
    ['- id: CVE-1', 1, 'write a map of vulnerabilities, misconfigurations, secrets, licenses'],
    ['vulnerabilities: CVE-1', 1, 'vulnerabilities: write a list'],
    ['vulnerabilities:\n- CVE-1', 2, 'vulnerabilities: write a map with id, paths, purls, expired_at, statement'],
    ['vulnerabilities:\n- paths: []', 2, 'vulnerabilities: an entry has no id'],
    ['vulnerabilities:\n- id: ""', 2, 'vulnerabilities: an entry has no id'],
    ['vulnerabilities:\n- id: A\n  expired_at: soon', 3, '"soon" is no date; write one such as 2027-01-31'],
    [
      'vulnerabilities:\n- id: A\n  expires: 2026-01-01',
      3,
      'Trivy knows no key "expires" and would pass over it; did you mean expired_at?',
    ],
    [
      'vulnerabilities:\n- id: A\n  pathes: [a]',
      3,
      'Trivy knows no key "pathes" and would pass over it; did you mean paths?',
    ],
    [
      'vulnerability: []',
      1,
      'Trivy knows no key "vulnerability" and would pass over it; did you mean vulnerabilities?',
    ],
    [
      'misconfiguration: []',
      1,
      'Trivy knows no key "misconfiguration" and would pass over it; did you mean misconfigurations?',
    ],
    ['vulnerabilities:\n- id: A\n  expired_at: [2026]', 3, '"[2026]" is no date; write one such as 2027-01-31'],
    ['vulnerabilities:\n- id: A\n  paths: a', 3, 'paths: write a list of texts'],
    ['vulnerabilities:\n- id: A\n  paths:\n  - b\n  - "[a"', 5, '"[a" is no pattern of paths'],
    ['vulnerabilities:\n- id: A\n  purls: [lodash]', 3, '"lodash" is no package URL'],
    ['vulnerabilities:\n- id: A\n  id: B', 3, 'the key "id" stands twice'],
    ['secrets: [\n', 2, 'Flow sequence in block collection must be sufficiently indented and end with a ]'],
  ])('%j', (text, line, what) => {
    expect(() => readTrivyIgnoreYaml(text, 'f.yaml')).toThrow(
      expect.objectContaining({ code: 'bad-waivers', message: `f.yaml:${line}: ${what}.` }),
    );
  });

  test.each(['[', '{a: '])('nested without end: %s', (open) => {
    expect(() => readTrivyIgnoreYaml(open.repeat(50_000), 'f.yaml')).toThrow(
      expect.objectContaining({ code: 'bad-waivers' }),
    );
  });

  test('says nothing else under another version of YAML', () => {
    const text = '%YAML 1.1\n---\nvulnerabilities:\n- id: A\n  expired_at: 2026-03-01\n';
    expect(readTrivyIgnoreYaml(text, 'f.yaml')).toMatchObject([{ ids: ['A'], expires: '2026-02-28' }]);
  });

  test('many keys do not take long', () => {
    const text = Array.from({ length: 30_000 }, (_, index) => `k${index}: 1`).join('\n');
    const started = performance.now();
    expect(readTrivyIgnoreYaml(text, 'f.yaml')).toEqual([]);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
