import type { Finding } from '../../src/model/finding.ts';
import type { Notice } from '../../src/model/notice.ts';
import type { SubjectVerdict, Verdict } from '../../src/model/verdict.ts';
import type { Waiver } from '../../src/model/waiver.ts';
import {
  advisoryFinding,
  failSubject,
  HOSTILE,
  hostileSubject,
  passSubject,
  ruleFinding,
  verdictOf,
} from './verdicts.ts';

/** Believable results of a run that was compared with a baseline, with waivers and periods of grace. */

export const POLICY_FILE = '.github/image-gate.yml';

export function waiverOf(overrides: Partial<Waiver> = {}): Waiver {
  return {
    ids: ['CVE-2024-58251'],
    images: [],
    packages: [],
    paths: [],
    origin: null,
    reason: 'The server never calls netstat.',
    owner: 'team-notes',
    expires: '2026-12-31',
    source: 'policy',
    location: { file: POLICY_FILE, startLine: 7, endLine: 9 },
    ...overrides,
  };
}

const packageOf = (name: string, installed: string, fixed: string | null): Finding['image'] => ({
  layer: null,
  path: null,
  package: name,
  purl: `pkg:apk/alpine/${name}@${installed}`,
  installed,
  fixed,
});

export const newFinding = advisoryFinding({
  id: 'CVE-2026-1111',
  severity: 'critical',
  title: 'zlib: heap overflow',
  message: 'zlib 1.3.1-r0 has CVE-2026-1111: zlib: heap overflow.',
  fix: 'Update zlib to 1.3.2-r0.',
  image: packageOf('zlib', '1.3.1-r0', '1.3.2-r0'),
  fingerprint: '11111111111111111111111111111111',
  cwes: ['CWE-79', 'CWE-122'],
  published: '2026-11-20T10:00:00Z',
  change: 'new',
});

export const editable = ruleFinding({
  change: 'new',
  edits: [
    {
      file: 'servers/notes/Dockerfile',
      startLine: 14,
      startColumn: 1,
      endLine: 14,
      endColumn: 1,
      text: 'USER 10001\n',
    },
  ],
});

export const inGrace = advisoryFinding({
  id: 'CVE-2026-2222',
  title: 'libexpat: stack exhaustion',
  message: 'libexpat 2.6.0-r0 has CVE-2026-2222: libexpat: stack exhaustion.',
  image: packageOf('libexpat', '2.6.0-r0', '2.6.4-r0'),
  fingerprint: '22222222222222222222222222222222',
  published: '2026-11-10T00:00:00Z',
  change: 'unchanged',
  status: 'grace',
  reason: 'in its period of grace until 2026-12-10',
  deadline: '2026-12-10T00:00:00.000Z',
});

/** Ends before the other. */
export const soonInGrace = advisoryFinding({
  ...inGrace,
  id: 'CVE-2026-3333',
  severity: 'medium',
  fingerprint: '33333333333333333333333333333333',
  deadline: '2026-11-30T00:00:00.000Z',
});

export const waived = advisoryFinding({
  id: 'CVE-2024-58251',
  title: 'busybox: netstat local denial of service',
  image: packageOf('busybox', '1.36.1-r5', null),
  fingerprint: '44444444444444444444444444444444',
  fixable: false,
  change: 'unchanged',
  status: 'waived',
  reason: 'waived: The server never calls netstat.',
  waiver: waiverOf(),
});

const {
  status: _status,
  reason: _reason,
  change: _change,
  waiver: _waiver,
  deadline: _deadline,
  ...gone
} = advisoryFinding({
  id: 'CVE-2023-5363',
  fingerprint: '55555555555555555555555555555555',
});

export const comparedSubject: SubjectVerdict = {
  ...failSubject,
  findings: [newFinding, editable, inGrace, soonInGrace, waived],
  fixed: [gone],
};

export const notices: readonly Notice[] = [
  { kind: 'waiver-unused', message: 'The waiver of CVE-2020-1 matches nothing.', location: waiverOf().location },
  { kind: 'waiver-expired', message: 'The waiver of CVE-2021-2 ended on 2026-11-01.', location: waiverOf().location },
  { kind: 'ignored-on-pull-request', message: '`fail-on: critical` would loosen the policy.', location: null },
];

export const comparedVerdict: Verdict = verdictOf([passSubject, comparedSubject], {
  gate: 'new',
  baseline: { description: 'commit 1a2b3c4 of main', commit: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d' },
  notices,
});

/** Only new findings were to gate, and nobody knows which are. */
export const uncomparedVerdict: Verdict = verdictOf([failSubject], {
  gate: 'new',
  notices: [{ kind: 'no-baseline', message: 'There is no baseline: no run of main stored evidence.', location: null }],
});

const HOSTILE_WAIVER = waiverOf({
  ids: [HOSTILE],
  reason: HOSTILE,
  owner: HOSTILE,
  expires: HOSTILE,
  location: { file: `servers/${HOSTILE}/image-gate.yml`, startLine: 3, endLine: 3 },
});

/** Hostile text wherever a policy file, a waiver, a baseline or an advisory's facts have a say. */
export const hostileVerdict: Verdict = verdictOf(
  [
    {
      ...hostileSubject,
      subject: { ...hostileSubject.subject, platform: HOSTILE },
      findings: [
        ...hostileSubject.findings.map(
          (finding): Finding => ({ ...finding, change: 'new', cwes: [HOSTILE, 'CWE-79'] }),
        ),
        ...hostileSubject.findings.slice(0, 1).flatMap((finding): Finding[] => [
          { ...finding, status: 'waived', waiver: HOSTILE_WAIVER, change: 'unchanged', published: HOSTILE },
          { ...finding, status: 'grace', deadline: HOSTILE, change: 'unchanged' },
          {
            ...finding,
            kind: 'rule',
            change: 'new',
            edits: [
              { file: `${HOSTILE}/Dockerfile`, startLine: 1, startColumn: 1, endLine: 1, endColumn: 9, text: HOSTILE },
            ],
          },
        ]),
      ],
      fixed: hostileSubject.findings,
    },
  ],
  {
    gate: 'new',
    baseline: { description: HOSTILE, commit: HOSTILE },
    notices: (
      ['waiver-expired', 'waiver-expiring', 'waiver-unused', 'ignored-on-pull-request', 'no-baseline'] as const
    ).map((kind) => ({ kind, message: HOSTILE, location: { file: HOSTILE, startLine: 1, endLine: 1 } })),
  },
);

/** The same in a folder that can be named in SARIF, so that results are made of it. */
export const placedHostileVerdict: Verdict = {
  ...hostileVerdict,
  subjects: hostileVerdict.subjects.map((subject) => ({
    ...subject,
    findings: subject.findings.map((finding) => ({
      ...finding,
      location: { file: 'servers/[a] b%20{0}#?:ü/Dockerfile', startLine: 3, endLine: 3 },
    })),
  })),
};
