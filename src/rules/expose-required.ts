import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';
import { effective, fromLine, isDataImage } from './shared/effective.ts';
import { transportOf } from './shared/transport.ts';

export const exposeRequired: Rule = {
  id: 'expose-required',
  title: 'A server that listens exposes its port',
  severity: { mcp: 'medium', container: 'low', strict: 'medium' },
  why: 'EXPOSE tells people and tools which port to publish, probe and route to. A server whose port is not declared is started and then not found, or all of its ports are opened to be sure.',
  fix: 'Declare the port in the final stage: `EXPOSE 3000`. For a server that talks over standard input and output set `transport: stdio`.',
  aliases: [],
  examples: {
    good: [
      { title: 'the allowed port', dockerfile: 'FROM scratch\nEXPOSE 3000\nENTRYPOINT ["/server", "--http"]\n' },
      {
        title: 'from a stage that the target builds on',
        dockerfile: 'FROM scratch AS base\nEXPOSE 3000/tcp\nFROM base\nENTRYPOINT ["/server", "--transport=http"]\n',
      },
      {
        title: 'a stdio server needs none',
        dockerfile: 'FROM node:24-slim\nENTRYPOINT ["node", "/app/server.js", "--stdio"]\n',
      },
      {
        title: 'any port where no list is set',
        dockerfile: 'FROM scratch\nEXPOSE 8080\nENTRYPOINT ["/server"]\n',
        options: { allowedPorts: null },
      },
    ],
    bad: [
      { title: 'HTTP without a port', dockerfile: 'FROM scratch\nENTRYPOINT ["/server", "--transport=http"]\n' },
      {
        title: 'only another port than the allowed one',
        dockerfile: 'FROM scratch\nEXPOSE 8080\nENTRYPOINT ["/server"]\n',
      },
      {
        title: 'the right number for the wrong protocol',
        dockerfile: 'FROM scratch\nEXPOSE 3000/udp\nENTRYPOINT ["/server", "http"]\n',
      },
    ],
  },
  judge(evidence, { transport: stated, allowedPorts }) {
    if (isDataImage(evidence)) return notApplicable('Nothing can be started in this image: it carries data only.');
    const { entries, complete } = effective(evidence).exposedPorts;
    const good = entries.find(({ value, known }) => known && (allowedPorts === null || allowedPorts.includes(value)));
    if (good !== undefined) return pass(`Port ${good.value} is exposed.`);
    const { transport, because } = transportOf(evidence, stated);
    if (transport === 'stdio') return notApplicable(`A stdio server listens on nothing (${because}).`);
    if (transport === 'unknown') {
      return unknown(`No port is exposed; whether one is needed depends on the transport, and ${because}.`);
    }
    if (!complete || entries.some(({ known }) => !known)) {
      return unknown('The base image may expose the port; only the built image can tell.');
    }
    const wanted = allowedPorts === null || allowedPorts.length === 0 ? null : allowedPorts.slice(0, 10).join(', ');
    const message =
      wanted === null
        ? `The server listens (${because}), but no port is exposed.`
        : `The server listens (${because}), but ${wanted} is not exposed: clients that expect it do not find the server.`;
    const fix =
      wanted === null
        ? 'Add `EXPOSE` with the port.'
        : `Listen on ${wanted} and declare it with EXPOSE, or allow the port that is meant.`;
    const location = entries[0]?.from ?? evidence.dockerfile?.config.entrypoint.from ?? fromLine(evidence);
    return fail([{ message, fix, location }]);
  },
};
