import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Check } from '../../src/model/check.ts';
import { displayWidth } from '../../src/report/table/display-width.ts';
import { wrap } from '../../src/report/table/wrap.ts';
import { renderTable } from '../../src/report/table.ts';
import { comparedVerdict, hostileVerdict } from '../support/judged-verdicts.ts';
import {
  brokenVerdict,
  errorVerdict,
  failVerdict,
  hostileSubject,
  manyFindings,
  type passVerdict,
  verdictOf,
} from '../support/verdicts.ts';

const render = (verdict: typeof passVerdict, width = 80): string => renderTable(verdict, { width, color: false });

describe('renderTable', () => {
  test('a block a subject, the findings worst first, the verdict last', () => {
    expect(render(failVerdict, 110)).toBe(`time  PASS
  image       ghcr.io/acme/mcp-time:ci (linux/amd64, id 336074805fc8)
  Dockerfile  servers/time/Dockerfile
  system      alpine 3.22.1, 17 OS and 96 language packages

  ✓  pass            user-non-root, base-allowed, base-no-latest, entrypoint-present, secret-in-env
  -  does not apply  healthcheck-present

notes  FAIL
  image       ghcr.io/acme/mcp-notes:ci (linux/amd64, id ab5aa97074c4)
  Dockerfile  servers/notes/Dockerfile
  system      alpine 3.18.4, end of life, 15 OS and 142 language packages

  ✓  pass            base-allowed, base-no-latest
  ✗  fail            user-non-root, secret-in-env, healthcheck-present
  ?  not known       expose-policy: EXPOSE names \${PORT}, which has no value here.

  5 findings fail the gate (2 critical, 3 high)
  CRITICAL  CVE-2025-7783        form-data 4.0.2 → 2.5.4, 3.0.4, 4.0.4
                                 servers/notes/package-lock.json:212-221 (app)
  CRITICAL  secret-in-env        ENV API_TOKEN holds what looks like a GitHub token; everyone who can pull the
                                 image can read it.
                                 fix: Revoke the token, remove the ENV and pass it when the container starts.
                                 servers/notes/Dockerfile:6 (config)
  HIGH      CVE-2023-5363        libcrypto3 3.1.3-r0 → 3.1.4-r0
                                 servers/notes/Dockerfile:1 (base)
  HIGH      CVE-2023-5363        libssl3 3.1.3-r0 → 3.1.4-r0
                                 servers/notes/Dockerfile:1 (base)
  HIGH      user-non-root        The image runs as root: no USER instruction anywhere.
                                 fix: Add \`USER 10001\` after the last RUN that needs root.
                                 servers/notes/Dockerfile:14 (config)

  2 findings do not gate (1 medium, 1 low)
  MEDIUM    healthcheck-present  There is no HEALTHCHECK, and the server speaks HTTP on port 3000.
                                 servers/notes/Dockerfile:14 (config)
  LOW       CVE-2024-58251       busybox 1.36.1-r5 → no fix yet
                                 servers/notes/Dockerfile:1 (base)

FAIL: 5 findings fail the gate in 1 subject (2 critical, 3 high): CVE-2025-7783 in form-data
(servers/notes/package-lock.json:212-221), secret-in-env (servers/notes/Dockerfile:6), CVE-2023-5363 in
libcrypto3 (servers/notes/Dockerfile:1) and 2 more.
`);
  });

  test('what several rules do not know for one reason is said once', () => {
    const [subject] = failVerdict.subjects;
    if (subject === undefined) throw new Error('no subject');
    const unknown = (rule: string, reason: string): Check => ({
      rule,
      title: rule,
      severity: 'high',
      answer: 'unknown',
      reason,
      violations: [],
    });
    const image = 'Only the built image can tell.';
    const checks = [unknown('user-home', image), unknown('base-eol', 'Nothing tells.'), unknown('secret-file', image)];
    expect(render(verdictOf([{ ...subject, checks }]))).toContain(
      '  ?  not known       user-home, secret-file: Only the built image can tell.\n' +
        '                     base-eol: Nothing tells.\n',
    );
  });

  test('why something so severe does not gate is said', () => {
    const [subject] = failVerdict.subjects.slice(1);
    const [finding] = subject?.findings ?? [];
    if (subject === undefined || finding === undefined) throw new Error('no finding');
    const old = {
      ...finding,
      status: 'baseline',
      change: 'unchanged',
      reason: 'the change does not introduce it',
    } as const;
    const of = (severity: 'high' | 'low'): string =>
      render(verdictOf([{ ...subject, findings: [{ ...old, severity }] }]));
    expect(of('high')).toContain('does not gate: the change does not introduce it\n');
    expect(of('low')).not.toContain('does not gate:');
  });

  test('with room, the line stands beside the finding', () => {
    expect(render(failVerdict, 130)).toContain(
      '  HIGH      CVE-2023-5363        libssl3 3.1.3-r0 → 3.1.4-r0                         servers/notes/Dockerfile:1 (base)\n',
    );
  });

  test('what could not be verified comes with its advice', () => {
    expect(render(errorVerdict, 120)).toContain(
      '  !  wrong input: No image ghcr.io/acme/mcp-search:ci in the local engine (asked: docker, podman). (image-not-found)\n' +
        '     next: Build it first with',
    );
    expect(render(brokenVerdict)).toMatch(/^! {2}could not verify: The advisory database is 9 days old/u);
  });

  test('many findings are counted, not listed', () => {
    const lines = render(verdictOf([manyFindings(5_000)])).split('\n');
    expect(lines.length).toBeLessThan(150);
    expect(lines).toContain('  … and 1950 more, see the reports');
    expect(lines).toContain('  … and 2990 more, see the reports');
  });

  test.each([1, 40, 60, 80, 133, 300, Number.POSITIVE_INFINITY])('fits %d columns, hostile text included', (width) => {
    for (const verdict of [errorVerdict, comparedVerdict, verdictOf([hostileSubject]), hostileVerdict]) {
      const widest = Math.max(...render(verdict, width).split('\n').map(displayWidth));
      expect(widest).toBeLessThanOrEqual(Math.min(200, Math.max(40, width)));
    }
  });

  test('what starts to fail, is waived or fixed, and what it was compared with', () => {
    const text = render(comparedVerdict, 100);
    expect(text.slice(text.indexOf('  2 findings fail the gate'))).toBe(`  2 findings fail the gate (1 critical, 1 high)
  CRITICAL  CVE-2026-1111   new: zlib 1.3.1-r0 → 1.3.2-r0       servers/notes/Dockerfile:1 (base)
  HIGH      user-non-root   new: The image runs as root: no     servers/notes/Dockerfile:14 (config)
                            USER instruction anywhere.
                            fix: Add \`USER 10001\` after the
                            last RUN that needs root.

  2 findings start to fail (1 high, 1 medium)
  MEDIUM    CVE-2026-3333   libexpat 2.6.0-r0 → 2.6.4-r0        servers/notes/Dockerfile:1 (base)
                            fails from 2026-11-30
  HIGH      CVE-2026-2222   libexpat 2.6.0-r0 → 2.6.4-r0        servers/notes/Dockerfile:1 (base)
                            fails from 2026-12-10

  1 finding is waived (1 high)
  HIGH      CVE-2024-58251  busybox 1.36.1-r5 → no fix yet      servers/notes/Dockerfile:1 (base)
                            until 2026-12-31, by team-notes:
                            The server never calls netstat.

  1 finding fixed (1 high)
  HIGH      CVE-2023-5363: libssl3 3.1.3-r0 → 3.1.4-r0

i  Compared with commit 1a2b3c4 of main: 2 new, 1 fixed and 3 unchanged. Unchanged findings do not
   fail the gate.
i  Ignored on this pull request: \`fail-on: critical\` would loosen the policy.
i  Expired waiver: The waiver of CVE-2021-2 ended on 2026-11-01. (.github/image-gate.yml:7-9)
i  Unused waiver: The waiver of CVE-2020-1 matches nothing. (.github/image-gate.yml:7-9)

FAIL: 2 findings fail the gate in 1 subject (1 critical, 1 high): CVE-2026-1111 in zlib
(servers/notes/Dockerfile:1) and user-non-root (servers/notes/Dockerfile:14).
`);
  });

  test('colours change nothing but colours', () => {
    const colored = renderTable(errorVerdict, { width: 80, color: true });
    expect(colored).not.toBe(render(errorVerdict));
    const start = '\u001b';
    expect(colored.replace(new RegExp(`${start}\\[[0-9;]*m`, 'gu'), '')).toBe(render(errorVerdict));
  });

  test('no text of an image drives the terminal or the log', () => {
    const text = render(verdictOf([hostileSubject])) + render(hostileVerdict);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]|##\[/u);
    for (const line of text.split('\n')) expect(line.trimStart().startsWith('::')).toBe(false);
  });
});

describe('wrap', () => {
  test.each([
    ['', 5, ['']],
    ['one two three', 7, ['one two', 'three']],
    ['abcdefgh', 3, ['abc', 'def', 'gh']],
    ['世界世界', 5, ['世界', '世界']],
    ['🙂🙂🙂', 4, ['🙂🙂', '🙂']],
  ])('%j in %d columns', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  test('no line is too wide, and no character is lost', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }).map((word) => word.replace(/\s/gu, '')));
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 30 }), (some, width) => {
        const text = some.join(' ');
        const lines = wrap(text, width);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});
