import { lookUp } from '../image/lookup.ts';
import { searchPath } from '../image/lookup-program.ts';
import type { Evidence } from '../model/subject.ts';
import { type Fault, fail, notApplicable, pass, type Rule, type RuleOptions, unknown } from './rule.ts';
import { effective, isDataImage } from './shared/effective.ts';
import { baseName, type HealthText, healthOf } from './shared/health-text.ts';
import { runPlace } from './shared/image-place.ts';
import { plainName } from './shared/listing.ts';
import { transportOf } from './shared/transport.ts';

const FIX =
  'Probe a route that answers 200 to a plain GET, by address: `HEALTHCHECK CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1`.';

export const healthcheckTarget: Rule = {
  id: 'healthcheck-target',
  title: 'The health check asks something that can answer',
  severity: { mcp: 'medium', container: 'medium', strict: 'medium' },
  why: 'A probe that can never succeed makes orchestrators restart a healthy server: HTTP to a stdio server, a route that answers 404 or 405 by design, or a name that leads to an address where nobody listens.',
  fix: FIX,
  aliases: [],
  examples: {
    good: [
      {
        title: 'a health route by address',
        dockerfile:
          'FROM scratch\nEXPOSE 3000\nHEALTHCHECK CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1\nENTRYPOINT ["/server"]\n',
      },
      {
        title: 'one image for both transports, which the check asks for',
        dockerfile:
          'FROM scratch\nHEALTHCHECK CMD if [ "$MCP_TRANSPORT" = http ]; then curl -f http://127.0.0.1:3000/health; else exit 0; fi\nENTRYPOINT ["/server", "stdio"]\n',
      },
      {
        title: 'the server checks itself',
        dockerfile: 'FROM scratch\nHEALTHCHECK CMD ["/server", "--health"]\nENTRYPOINT ["/server"]\n',
      },
    ],
    bad: [
      {
        title: 'HTTP to a stdio server',
        dockerfile:
          'FROM scratch\nHEALTHCHECK CMD curl -f http://127.0.0.1:3000/health || exit 1\nENTRYPOINT ["/server", "stdio"]\n',
      },
      {
        title: 'a GET to the MCP endpoint',
        dockerfile:
          'FROM scratch\nEXPOSE 3000\nHEALTHCHECK CMD curl -f http://127.0.0.1:3000/mcp || exit 1\nENTRYPOINT ["/server"]\n',
      },
      {
        title: 'a GET to the root of an MCP server',
        dockerfile:
          'FROM scratch\nEXPOSE 3000\nHEALTHCHECK CMD wget --spider http://127.0.0.1:3000/ || exit 1\nENTRYPOINT ["/server"]\n',
      },
      {
        title: 'BusyBox wget takes localhost for ::1 only',
        dockerfile:
          'FROM alpine:3.22\nEXPOSE 3000\nHEALTHCHECK CMD wget -q -O /dev/null http://localhost:3000/health || exit 1\nENTRYPOINT ["/server"]\n',
      },
    ],
  },
  judge(evidence, options) {
    if (isDataImage(evidence)) return notApplicable('Nothing can be started in this image: it carries data only.');
    const state = healthOf(evidence);
    if (state.kind === 'none') return notApplicable(state.reason);
    if (state.kind === 'unknown') return unknown(state.reason);
    const faults = faultsOf(evidence, options, state.health);
    if (faults.length > 0) return fail(faults.map((fault) => ({ location: state.health.location, ...fault })));
    return pass('What the health check asks can answer, as far as this can be told without running it.');
  },
};

type Found = Omit<Fault, 'location'>;

function faultsOf(evidence: Evidence, options: RuleOptions, health: HealthText): Found[] {
  const probes = probesOf(health.text);
  return [
    ...contradiction(evidence, options, health, probes),
    ...localhost(evidence, health, probes),
    ...endpoints(options, health, probes),
    ...ports(evidence, probes),
    ...firstProcess(health),
  ];
}

interface Probe {
  readonly host: string;
  /** Null when it is a variable, or left out. */
  readonly port: number | null;
  /** Without query; null when a variable could make it another. */
  readonly path: string | null;
}

/** Addresses of the container itself in the text of a check; others are another machine's business. */
function probesOf(text: string): readonly Probe[] {
  const pattern =
    /\bhttp(s?):\/\/(localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\])(?::([^\s"'`\\/)]{1,40}))?([^\s"'`\\);|&]{0,200})/gi;
  return [...text.slice(0, 64 * 1024).matchAll(pattern)].slice(0, 20).map(([, secure, host = '', port, rest = '']) => ({
    host: host.toLowerCase(),
    port: port === undefined ? (secure === '' ? 80 : 443) : /^\d{1,5}$/.test(port) ? Number(port) : null,
    path: rest.includes('$') ? null : (rest.split(/[?#]/, 1)[0] ?? ''),
  }));
}

function contradiction(
  evidence: Evidence,
  options: RuleOptions,
  health: HealthText,
  probes: readonly Probe[],
): Found[] {
  const { transport, because } = transportOf(evidence, options.transport);
  const chooses = /\bif\b|\bcase\b|TRANSPORT/.test(health.text);
  if (transport !== 'stdio' || probes.length === 0 || chooses) return [];
  const message = `The health check probes HTTP, but the server speaks stdio (${because}): it listens on nothing.`;
  const fix =
    'Write `HEALTHCHECK NONE`, or check by the transport: `if [ "$MCP_TRANSPORT" = http ]; then …; else exit 0; fi`.';
  return [{ message, fix, place: 'transport', severity: 'high' }];
}

function localhost(evidence: Evidence, health: HealthText, probes: readonly Probe[]): Found[] {
  const named = probes.some(({ host }) => host === 'localhost');
  const asked = health.commands.some(([name]) => baseName(name) === 'wget');
  if (!named || !asked || busyboxWget(evidence) !== true) return [];
  const message =
    'BusyBox wget takes localhost for ::1 and tries no other address; a server that listens on 0.0.0.0 never answers there.';
  return [{ message, fix: 'Write 127.0.0.1 in place of localhost.', place: 'localhost' }];
}

/** Whether wget is BusyBox's; null when nothing tells. */
function busyboxWget(evidence: Evidence): boolean | null {
  const place = runPlace(evidence);
  if (place !== null) {
    const found = searchPath(place.image).flatMap((folder) => lookUp(place.files, `${folder}/wget`) ?? [])[0];
    return found === undefined ? null : baseName(found.file.path) === 'busybox';
  }
  const { dockerfile } = evidence;
  if (dockerfile === null) return null;
  const installs = dockerfile.stages.some(({ instructions }) =>
    instructions.some(({ keyword, text }) => keyword === 'RUN' && /\bapk\b[^\n]{0,2000}\bwget\b/.test(text)),
  );
  return !installs && /(^|[/:-])alpine|(^|\/)busybox/.test(dockerfile.base?.reference ?? '') ? true : null;
}

/** Routes that MCP servers answer with 404, 405 or a stream that never ends, asked in a way that minds. */
function endpoints({ profile }: RuleOptions, health: HealthText, probes: readonly Probe[]): Found[] {
  const minds = health.commands.some(
    (words) =>
      baseName(words[0]) === 'wget' ||
      (baseName(words[0]) === 'curl' &&
        words.some((word) => word === '--fail' || word === '--fail-with-body' || /^-[a-zA-Z]*f/.test(word ?? ''))),
  );
  const posts = /\s(-X\s*POST|--request[ =]POST|-d|--data(-\w+)?|--post-data|--json)\b/.test(health.text);
  if (!minds || posts) return [];
  const path = probes.find((probe) => probe.path !== null && isProtocol(probe.path, profile))?.path;
  if (path === undefined || path === null) return [];
  const root = path === '' || path === '/';
  const message = root
    ? 'The health check asks for /, which an MCP server has no page for: it answers 404.'
    : `The health check sends a plain GET to ${plainName(path)}, which MCP servers refuse or answer with an endless stream.`;
  return [
    { message, fix: 'Give the server a route such as /health that answers 200, and ask for that.', place: 'endpoint' },
  ];
}

function isProtocol(path: string, profile: RuleOptions['profile']): boolean {
  if (path === '' || path === '/') return profile !== 'container';
  return /^\/(mcp|sse|messages?|message)\/?$/.test(path);
}

/** Notes only: a health port of its own is a fair design. */
function ports(evidence: Evidence, probes: readonly Probe[]): Found[] {
  const { exposedPorts, env } = effective(evidence);
  const ports = [...new Set(probes.flatMap(({ port }) => port ?? []))];
  const exposed = new Set(exposedPorts.entries.filter(({ known }) => known).map(({ value }) => value));
  const stray = exposedPorts.complete && exposed.size > 0 ? ports.filter((port) => !exposed.has(`${port}/tcp`)) : [];
  const variable = env.entries.find(({ value, known }) => {
    const [, port] = /^(?:[A-Z]+_)*PORT=(\d{1,5})$/.exec(value) ?? [];
    return known && port !== undefined && ports.includes(Number(port));
  });
  const name = variable?.value.split('=', 1)[0];
  return [
    ...stray.slice(0, 1).map(
      (port): Found => ({
        message: `The health check asks port ${port}, which is not exposed.`,
        fix: 'Make sure that the server listens there; expose the port if clients use it.',
        place: 'port',
        severity: 'low',
      }),
    ),
    ...(name === undefined
      ? []
      : [
          {
            message: `The port is set by ${name}, but the health check has its number written in: it fails when ${name} changes.`,
            fix: `Use the variable in the shell form: \`http://127.0.0.1:\${${name}}/health\`.`,
            place: 'port-variable',
            severity: 'low',
          } satisfies Found,
        ]),
  ];
}

function firstProcess({ commands }: HealthText): Found[] {
  const parent = commands.some(
    (words) =>
      baseName(words[0]) === 'pgrep' &&
      words.some((word, at) => word === '-P0' || (word === '-P' && words[at + 1] === '0')),
  );
  if (!parent) return [];
  const message =
    'pgrep -P 0 takes the server for the first process, which it is not under `docker run --init` and MCP gateways.';
  return [{ message, fix: 'Search by name: `pgrep -x NAME`.', place: 'first-process', severity: 'low' }];
}
