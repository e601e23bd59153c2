import type { Origin } from '../model/finding.ts';
import type { Severity } from '../model/severity.ts';
import type { Profile, Settings, Transport } from '../settings/settings.ts';
import type { PolicyFile } from './file/policy-file.ts';

/** What is demanded, and what follows from it. */
export interface Policy {
  readonly profile: Profile;
  readonly transport: Transport;
  readonly failOn: Severity;
  /** Where one origin has a threshold of its own. */
  readonly failOnByOrigin: Readonly<Partial<Record<Origin, Severity | 'never'>>>;
  readonly failUnfixed: boolean;
  /** What an advisory that nobody has rated counts as; `unknown` reaches only the threshold `unknown`. */
  readonly unratedAs: Severity;
  /** By rule id. */
  readonly ruleSeverity: Readonly<Record<string, Severity | 'off'>>;
  /** Days from an advisory's publication in which it does not gate; a severity that is not named has none. */
  readonly graceDays: Readonly<Partial<Record<Severity, number>>>;
  readonly gate: 'all' | 'new';
  /** What becomes of a finding that cannot be told to be old or new. */
  readonly withoutBaseline: 'gate' | 'report';
  readonly allowedBases: readonly string[];
  /** Null: any port. */
  readonly allowedPorts: readonly string[] | null;
  /** Labels that an image has to carry, besides what rules ask for themselves. */
  readonly requiredLabels: readonly string[];
  /** Whether a gating rule that cannot decide on a Dockerfile alone is an error. */
  readonly strictUnknown: boolean;
}

/** Every MCP server of the profile listens on the same port; other containers choose theirs. */
const MCP_PORTS = ['3000/tcp'];

/** The promise of the `mcp` profile: critical fixes within a week. */
const MCP_GRACE: Policy['graceDays'] = { critical: 7, high: 30, medium: 90 };

/**
 * @param file what it says on options is already in the settings
 * @param isCompared whether there is something before it to compare with
 */
export function policyOf(settings: Settings, file: PolicyFile | null = null, isCompared = false): Policy {
  const { profile, allowPort } = settings;
  return {
    profile,
    transport: settings.transport,
    failOn: settings.failOn,
    failOnByOrigin: file?.failOnByOrigin ?? {},
    failUnfixed: settings.failUnfixed,
    unratedAs: file?.unratedAs ?? 'unknown',
    ruleSeverity: file?.ruleSeverity ?? {},
    graceDays: file?.graceDays ?? (profile === 'mcp' ? MCP_GRACE : {}),
    gate: settings.gate === 'auto' ? (isCompared ? 'new' : 'all') : settings.gate,
    withoutBaseline: file?.withoutBaseline ?? 'gate',
    allowedBases: settings.allowBase,
    allowedPorts: allowPort.length > 0 ? allowPort : profile === 'container' ? null : MCP_PORTS,
    requiredLabels: file?.requiredLabels ?? [],
    strictUnknown: profile === 'strict',
  };
}
