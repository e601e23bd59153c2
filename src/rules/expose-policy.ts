import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';
import { effective, fromLine, isDataImage } from './shared/effective.ts';

export const exposePolicy: Rule = {
  id: 'expose-policy',
  title: 'Only allowed ports are exposed',
  severity: { mcp: 'high', container: 'high', strict: 'high' },
  why: 'Tools publish, scan and wait for every exposed port. A stray one, often a debugger or SSH, opens what nobody meant to offer, and no later stage can take it back.',
  fix: 'Remove the EXPOSE, in the base image if it stands there, or allow the port with `allow-port`.',
  aliases: ['DL3011', 'DS-0004', 'DS-0008', 'CIS 5.9'],
  examples: {
    good: [
      { title: 'the allowed port', dockerfile: 'FROM scratch\nEXPOSE 3000\nENTRYPOINT ["/server"]\n' },
      {
        title: 'in another spelling',
        dockerfile: 'FROM scratch\nARG PORT=3000\nEXPOSE ${PORT}/TCP\nENTRYPOINT ["/server"]\n',
      },
      { title: 'none, as for a stdio server', dockerfile: 'FROM scratch\nENTRYPOINT ["/server", "stdio"]\n' },
      {
        title: 'another port that is allowed',
        dockerfile: 'FROM scratch\nEXPOSE 8080\nENTRYPOINT ["/server"]\n',
        options: { allowedPorts: ['8080/tcp'] },
      },
    ],
    bad: [
      { title: 'SSH', dockerfile: 'FROM scratch\nEXPOSE 3000 22\nENTRYPOINT ["/server"]\n' },
      { title: 'a range that goes too far', dockerfile: 'FROM scratch\nEXPOSE 3000-3001\nENTRYPOINT ["/server"]\n' },
      { title: 'the other protocol', dockerfile: 'FROM scratch\nEXPOSE 3000/udp\nENTRYPOINT ["/server"]\n' },
      {
        title: 'exposed by a stage that the target builds on',
        dockerfile: 'FROM scratch AS base\nEXPOSE 9229\nFROM base\nENTRYPOINT ["/server"]\n',
      },
    ],
  },
  judge(evidence, { allowedPorts }) {
    if (allowedPorts === null) return notApplicable('No list of allowed ports is set.');
    if (isDataImage(evidence)) return notApplicable('Nothing can be started in this image: it carries data only.');
    const { entries, complete } = effective(evidence).exposedPorts;
    const allowed = new Set(allowedPorts);
    const stray = entries.filter(({ value, known }) => known && !allowed.has(value));
    if (stray.length > 0) {
      return fail(
        stray.map(({ value, from }) => ({
          message: `Port ${value} is exposed; allowed: ${allowedPorts.slice(0, 10).join(', ') || 'none'}.`,
          fix:
            from === null
              ? `The base image exposes ${value}: use one that does not, or allow the port.`
              : `Remove ${value} from EXPOSE, or allow it.`,
          location: from ?? fromLine(evidence),
          place: `port:${value}`,
        })),
      );
    }
    if (!complete || entries.some(({ known }) => !known)) {
      return unknown('The base image may expose more ports; only the built image can tell.');
    }
    return pass(
      entries.length === 0 ? 'No port is exposed.' : `Exposed: ${entries.map(({ value }) => value).join(', ')}.`,
    );
  },
};
