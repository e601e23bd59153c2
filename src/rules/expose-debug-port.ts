import type { Sourced } from '../model/dockerfile.ts';
import type { Evidence } from '../model/subject.ts';
import { type Fault, fail, notApplicable, pass, type Rule, unknown } from './rule.ts';
import { commandDoors, DEBUG_PORTS, variableDoor } from './shared/debug-doors.ts';
import { effective, fromLine, isDataImage } from './shared/effective.ts';

/** Longer commands are not read to their end. */
const LONGEST = 16_384;

export const exposeDebugPort: Rule = {
  id: 'expose-debug-port',
  title: 'No debugger and no remote shell is offered',
  severity: { mcp: 'high', container: 'high', strict: 'high' },
  why: 'A debugger runs whatever code it is sent, without a password; a remote shell is a second way in beside the server. Neither belongs into an image that is published.',
  fix: 'Remove the port and the option; start the debugger by hand in a container of its own when it is needed.',
  aliases: ['DS-0004', 'CIS 5.7'],
  examples: {
    good: [
      { title: 'the port of the server', dockerfile: 'FROM scratch\nEXPOSE 3000\nENTRYPOINT ["/server"]\n' },
      {
        title: 'the same number for another protocol',
        dockerfile: 'FROM scratch\nEXPOSE 9229/udp\nENTRYPOINT ["/server"]\n',
      },
      {
        title: 'a port that is allowed on purpose',
        dockerfile: 'FROM scratch\nEXPOSE 5678\nENTRYPOINT ["/n8n"]\n',
        options: { allowedPorts: ['5678/tcp'] },
      },
      { title: 'an option of another program', dockerfile: 'FROM scratch\nENTRYPOINT ["/server", "--inspect"]\n' },
      { title: 'debug mode switched off', dockerfile: 'FROM scratch\nENV FLASK_DEBUG=0\nENTRYPOINT ["/server"]\n' },
    ],
    bad: [
      { title: 'the inspector of Node.js', dockerfile: 'FROM scratch\nEXPOSE 3000 9229\nENTRYPOINT ["/server"]\n' },
      { title: 'SSH in a range', dockerfile: 'FROM scratch\nEXPOSE 20-23\nENTRYPOINT ["/server"]\n' },
      {
        title: 'started with a debugger',
        dockerfile: 'FROM scratch\nENTRYPOINT ["node", "--inspect=0.0.0.0", "server.js"]\n',
      },
      {
        title: 'in shell form',
        dockerfile: 'FROM scratch\nCMD exec python -m debugpy --listen 0.0.0.0:5678 -m server\n',
      },
      {
        title: 'by a variable',
        dockerfile: 'FROM scratch\nENV NODE_OPTIONS="--inspect-brk"\nCMD ["node", "server.js"]\n',
      },
      { title: 'a development server', dockerfile: 'FROM scratch\nCMD ["uvicorn", "app:app", "--reload"]\n' },
    ],
  },
  judge(evidence, { allowedPorts }) {
    if (isDataImage(evidence)) return notApplicable('Nothing can be started in this image: it carries data only.');
    const { exposedPorts, entrypoint, cmd, env } = effective(evidence);
    const faults = [...ports(evidence, allowedPorts ?? []), ...commands(evidence), ...variables(evidence)];
    if (faults.length > 0) return fail(faults);
    const open = [...exposedPorts.entries, ...env.entries, entrypoint, cmd].some(({ known }) => !known);
    if (open || !exposedPorts.complete || !env.complete) {
      return unknown(
        'The base image may expose ports, set variables or start something; only the built image can tell.',
      );
    }
    return pass('No port, command or variable opens a debugger or a remote shell.');
  },
};

/** A port that is allowed by name is what this server is for, whatever others use it for. */
function ports(evidence: Evidence, allowed: readonly string[]): Fault[] {
  return effective(evidence).exposedPorts.entries.flatMap(({ value, known, from }) => {
    const port =
      known && !allowed.includes(value) && Object.hasOwn(DEBUG_PORTS, value) ? DEBUG_PORTS[value] : undefined;
    if (port === undefined) return [];
    const message = port.reserved
      ? `Port ${value} is the port of ${port.what}.`
      : `Port ${value} is by custom the port of ${port.what}.`;
    const fix =
      from === null
        ? `Use a base image that does not expose ${value}: it cannot be taken back.`
        : `Remove ${value} from EXPOSE, or allow it with \`allow-port\` if the server itself listens there.`;
    const severity = port.reserved ? null : 'medium';
    return [{ message, fix, location: from ?? fromLine(evidence), place: `port:${value}`, severity }];
  });
}

/** ENTRYPOINT and CMD together are one command: an option in CMD belongs to the program in ENTRYPOINT. */
function commands(evidence: Evidence): Fault[] {
  const { entrypoint, cmd } = effective(evidence);
  const location = (cmd.known ? cmd.from : null) ?? entrypoint.from ?? fromLine(evidence);
  const own = new Set(commandDoors(wordsOf(entrypoint)).map(({ id }) => id));
  return commandDoors([...wordsOf(entrypoint), ...wordsOf(cmd)]).map(({ id, what, remote }) => ({
    message: `The start command opens ${what}.`,
    fix: 'Start the server itself, without options and programs for development.',
    location: own.has(id) ? (entrypoint.from ?? fromLine(evidence)) : location,
    place: `command:${id}`,
    severity: remote ? null : 'medium',
  }));
}

/** The words of a command, those of a shell text one by one. */
function wordsOf({ value }: Sourced<readonly string[] | null>): readonly string[] {
  return (value ?? []).slice(0, 200).flatMap((word) =>
    word
      .slice(0, LONGEST)
      .split(/[\s;&|()'"`]+/)
      .filter((part) => part !== ''),
  );
}

function variables(evidence: Evidence): Fault[] {
  return effective(evidence).env.entries.flatMap(({ value: entry, known, from }) => {
    const at = entry.indexOf('=');
    const door = known && at > 0 ? variableDoor(entry.slice(0, at), entry.slice(at + 1, at + 1 + LONGEST)) : null;
    if (door === null) return [];
    return [
      {
        message: `ENV ${door.id} opens ${door.what}.`,
        fix: 'Set it where it is needed, when a container is started.',
        location: from ?? fromLine(evidence),
        place: `env:${door.id}`,
      },
    ];
  });
}
