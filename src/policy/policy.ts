import type { Severity } from '../model/severity.ts';
import type { Profile, Settings, Transport } from '../settings/settings.ts';

/** What is demanded, and what follows from it. */
export interface Policy {
  readonly profile: Profile;
  readonly transport: Transport;
  readonly failOn: Severity;
  readonly failUnfixed: boolean;
  readonly allowedBases: readonly string[];
  /** Null: any port. */
  readonly allowedPorts: readonly string[] | null;
  /** Whether a gating rule that cannot decide on a Dockerfile alone is an error. */
  readonly strictUnknown: boolean;
}

/** Every MCP server of the profile listens on the same port; other containers choose theirs. */
const MCP_PORTS = ['3000/tcp'];

export function policyOf(settings: Settings): Policy {
  const { profile, allowPort } = settings;
  return {
    profile,
    transport: settings.transport,
    failOn: settings.failOn,
    failUnfixed: settings.failUnfixed,
    allowedBases: settings.allowBase,
    allowedPorts: allowPort.length > 0 ? allowPort : profile === 'container' ? null : MCP_PORTS,
    strictUnknown: profile === 'strict',
  };
}
