import type { Location } from '../model/location.ts';
import type { Evidence } from '../model/subject.ts';
import { type Fault, fail, notApplicable, pass, type Rule, unknown } from './rule.ts';
import { effective, fromLine, isDataImage } from './shared/effective.ts';
import { placeOf } from './shared/image-place.ts';
import { listed, plainName } from './shared/listing.ts';

const FIX =
  'Remove it: a server that must start containers gets a narrow API (a proxy that allows single calls), never the engine itself.';

export const dockerSocket: Rule = {
  id: 'docker-socket',
  title: 'The image does not ask for the engine or for folders of the host',
  severity: { mcp: 'high', container: 'high', strict: 'high' },
  why: 'Who can talk to the engine is root on the host. A VOLUME on its socket, on /proc, /sys, /dev or /etc invites people to mount what no container should have.',
  fix: FIX,
  aliases: ['DKL-DI-0002', 'CIS 5.32'],
  examples: {
    good: [
      { title: 'a folder for data', dockerfile: 'FROM scratch\nVOLUME /data\nENTRYPOINT ["/server"]\n' },
      {
        title: 'an engine variable that is left empty',
        dockerfile: 'FROM scratch\nENV DOCKER_HOST=\nENTRYPOINT ["/server"]\n',
      },
    ],
    bad: [
      {
        title: 'the socket as a volume',
        dockerfile: 'FROM scratch\nVOLUME /var/run/docker.sock\nENTRYPOINT ["/server"]\n',
      },
      {
        title: 'a folder of the system',
        dockerfile: 'FROM scratch\nVOLUME ["/data", "/proc"]\nENTRYPOINT ["/server"]\n',
      },
      {
        title: 'the socket in a variable',
        dockerfile: 'FROM scratch\nENV DOCKER_HOST=unix:///var/run/docker.sock\nENTRYPOINT ["/server"]\n',
      },
    ],
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable('Nothing can be started in this image: it carries data only.');
    const faults = [...volumeFaults(evidence), ...variableFaults(evidence), ...clientFault(evidence)];
    if (faults.length > 0) return fail(faults);
    const { volumes, env } = effective(evidence);
    if (!volumes.complete || !env.complete || [...volumes.entries, ...env.entries].some(({ known }) => !known)) {
      return unknown('The base image may set volumes and variables; only the built image can tell.');
    }
    return pass('No volume and no variable leads to the engine or into the system.');
  },
};

const SOCKET = /(^|\/)(docker|podman|containerd|crio)[^/]*\.sock$/;
const SYSTEM = new Set([
  '/',
  '/etc',
  '/proc',
  '/sys',
  '/dev',
  '/boot',
  '/root',
  '/usr',
  '/bin',
  '/sbin',
  '/lib',
  '/lib64',
  '/var',
  '/run',
  '/var/run',
  '/var/lib/docker',
]);

function volumeFaults(evidence: Evidence): readonly Fault[] {
  return effective(evidence)
    .volumes.entries.filter(({ known }) => known)
    .flatMap(({ value, from }) => {
      const path = value.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
      const wrong = SOCKET.test(path) || SYSTEM.has(path) || /^\/(proc|sys|dev)\//.test(path);
      return wrong
        ? [
            fault(
              `VOLUME ${plainName(path)} asks for a part of the host's system.`,
              `volume:${path}`,
              from ?? fromLine(evidence),
            ),
          ]
        : [];
    });
}

function variableFaults(evidence: Evidence): readonly Fault[] {
  return effective(evidence)
    .env.entries.filter(({ known }) => known)
    .flatMap(({ value: entry, from }) => {
      const at = entry.indexOf('=');
      const name = entry.slice(0, Math.max(at, 0));
      const value = entry.slice(at + 1).trim();
      const wrong =
        SOCKET.test(value) || (/^(DOCKER|CONTAINER|PODMAN)_HOST$/.test(name) && /^(unix|npipe|fd):/i.test(value));
      return wrong
        ? [fault(`ENV ${plainName(name)} leads to the engine's socket.`, `env:${name}`, from ?? fromLine(evidence))]
        : [];
    });
}

/** Only a note: a client without a socket can do nothing, but nobody needs it then. */
function clientFault(evidence: Evidence): readonly Fault[] {
  const clients = (evidence.image?.files?.merged ?? []).filter(
    ({ path, type }) => type !== 'directory' && /\/(s?bin)\/(docker|podman|nerdctl|ctr|crictl|buildah)$/.test(path),
  );
  if (clients.length === 0) return [];
  const message = `The image holds clients of container engines: ${listed(clients.map(({ path }) => path))}.`;
  return [
    {
      message,
      fix: 'Leave them out of the final stage.',
      location: placeOf(evidence, clients),
      place: 'client',
      severity: 'low',
    },
  ];
}

function fault(message: string, place: string, location: Location | null): Fault {
  return { message, fix: FIX, location, place };
}
