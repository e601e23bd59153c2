import type { Severity } from '../model/severity.ts';
import type { Evidence } from '../model/subject.ts';
import { fail, notApplicable, pass, type Rule, type RuleOptions, unknown } from './rule.ts';
import { effective, fromLine, isDataImage } from './shared/effective.ts';
import { transportOf } from './shared/transport.ts';

const FIX =
  'Ask the server itself, by address, with a tool the image has: `HEALTHCHECK CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1`.';
const STDIO_FIX = 'Write `HEALTHCHECK NONE`: it says that a stdio server needs none, and stops a base from adding one.';

export const healthcheckPresent: Rule = {
  id: 'healthcheck-present',
  title: 'A server that listens has a health check',
  severity: { mcp: 'high', container: 'medium', strict: 'high' },
  why: 'A process that hangs looks alive to the engine. A health check lets it be seen and replaced. A stdio server listens on nothing: it needs none, and `HEALTHCHECK NONE` says so.',
  fix: FIX,
  aliases: ['DL3057', 'CIS-DI-0006', 'DS-0026', 'CIS 4.6'],
  examples: {
    good: [
      {
        title: 'HTTP with a check',
        dockerfile: 'FROM scratch\nEXPOSE 3000\nHEALTHCHECK CMD ["/server", "--health"]\nENTRYPOINT ["/server"]\n',
      },
      {
        title: 'inherited from the stage below',
        dockerfile:
          'FROM scratch AS base\nHEALTHCHECK CMD ["/probe"]\nFROM base\nEXPOSE 3000\nENTRYPOINT ["/server"]\n',
      },
      {
        title: 'stdio that says it needs none',
        dockerfile: 'FROM scratch\nHEALTHCHECK NONE\nENTRYPOINT ["/server", "stdio"]\n',
      },
    ],
    bad: [
      { title: 'HTTP without a check', dockerfile: 'FROM scratch\nEXPOSE 3000\nENTRYPOINT ["/server"]\n' },
      {
        title: 'NONE is not a check',
        dockerfile: 'FROM scratch\nEXPOSE 3000\nHEALTHCHECK NONE\nENTRYPOINT ["/server"]\n',
      },
      {
        title: 'a check in the builder only',
        dockerfile:
          'FROM scratch AS build\nHEALTHCHECK CMD ["/probe"]\nFROM scratch\nEXPOSE 3000\nENTRYPOINT ["/server"]\n',
      },
    ],
  },
  judge(evidence, options) {
    if (isDataImage(evidence)) return notApplicable('Nothing can be started in this image: it carries data only.');
    const { healthcheck } = effective(evidence);
    const test = healthcheck.value?.test ?? [];
    const isNone = test[0] === 'NONE';
    if (test.length > 0 && !isNone && healthcheck.known) return pass('A health check is set.');
    const { transport, because } = transportOf(evidence, options.transport);
    if (isNone && transport === 'stdio') return pass(`HEALTHCHECK NONE, as fits a stdio server (${because}).`);
    if (!healthcheck.known)
      return unknown(
        'The base image may set a health check; only the built image can tell.',
        weight(transport, options),
      );
    if (transport === 'unknown') {
      return unknown(
        `No health check; whether one is needed depends on the transport, and ${because}. State \`transport\`.`,
        'medium',
      );
    }
    const location = healthcheck.from ?? fromLine(evidence);
    const missing = isNone ? 'HEALTHCHECK NONE switches the health check off' : 'No health check is set';
    const fault =
      transport === 'stdio'
        ? { message: `${missing} (${because}).`, fix: STDIO_FIX }
        : { message: `${missing}, and the server listens (${because}).${dropped(evidence)}`, fix: FIX };
    return fail([{ ...fault, location }], weight(transport, options));
  },
};

/** A listening server must have one, a server that can do both should, a stdio server need not. */
function weight(transport: 'http' | 'stdio' | 'both' | 'unknown', { profile }: RuleOptions): Severity | null {
  if (transport === 'stdio') return 'low';
  if (transport === 'both' || transport === 'unknown') return 'medium';
  return profile === 'container' ? 'medium' : null;
}

/** Builders that write pure OCI configs do not store health checks: say so instead of blaming the Dockerfile. */
function dropped({ dockerfile, image }: Evidence): string {
  const written = dockerfile?.config.healthcheck;
  if (image === null || image.config.healthcheck !== null || written?.from == null || written.value?.test[0] === 'NONE')
    return '';
  return ` The Dockerfile sets one on line ${written.from.startLine}, but the image does not have it: OCI-format builds (podman, buildah) drop it; build with \`--format docker\`.`;
}
