import type { FindingKind } from '../../model/finding.ts';
import type { Severity } from '../../model/severity.ts';

type Level = 'error' | 'warning' | 'note';

export const LEVELS: Readonly<Record<Severity, Level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  unknown: 'note',
};

/** Within GitHub's bands: critical above 9.0, high 7.0–8.9, medium 4.0–6.9, low 0.1–3.9. It wants strings. */
export const SECURITY_SEVERITIES: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
  unknown: '0.0',
};

/** How seldom such a finding is wrong: rules judge facts, secret and licence detection goes by patterns. */
export const PRECISIONS: Readonly<Record<FindingKind, 'very-high' | 'high' | 'medium'>> = {
  rule: 'very-high',
  advisory: 'very-high',
  secret: 'high',
  license: 'medium',
};

export const KIND_TAGS: Readonly<Record<FindingKind, string>> = {
  rule: 'hardening',
  advisory: 'vulnerability',
  secret: 'secret',
  license: 'license',
};

export const NAME_ENDINGS: Readonly<Record<FindingKind, string>> = {
  rule: 'Rule',
  advisory: 'Advisory',
  secret: 'Secret',
  license: 'License',
};
