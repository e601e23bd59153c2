import { describe, expect, test } from '@jest/globals';
import { healthcheckTarget } from '../../src/rules/healthcheck-target.ts';
import type { RuleOptions } from '../../src/rules/rule.ts';
import { judge, judgeText } from '../support/evidence.ts';
import { imageWith } from '../support/image-tree.ts';

function places(text: string, options: Partial<RuleOptions> = {}): readonly (readonly [string, string | null])[] {
  return judgeText(healthcheckTarget, text, options).violations.map(
    ({ place, severity }) => [place, severity] as const,
  );
}

const HTTP = (check: string, more = '') =>
  `FROM scratch\nEXPOSE 3000\n${more}HEALTHCHECK CMD ${check}\nENTRYPOINT ["/server"]\n`;

describe('the transport', () => {
  const probe =
    'FROM scratch\nHEALTHCHECK CMD curl -f http://127.0.0.1:3000/health || exit 1\nENTRYPOINT ["/server"]\n';
  test('HTTP to a stdio server gates', () => {
    expect(places(probe, { transport: 'stdio' })).toEqual([['transport', 'high']]);
    expect(places(probe, { transport: 'http' })).toEqual([]);
    expect(places(probe)).toEqual([]);
  });

  test('a check that asks for the transport is right', () => {
    const text = probe.replace(
      'curl -f http://127.0.0.1:3000/health || exit 1',
      '[ "$MCP_TRANSPORT" = stdio ] || curl -f http://127.0.0.1:3000/health',
    );
    expect(places(text, { transport: 'stdio' })).toEqual([]);
  });

  test('a process search fits stdio', () => {
    const text = 'FROM scratch\nHEALTHCHECK CMD pgrep -x server\nENTRYPOINT ["/server", "stdio"]\n';
    expect(places(text)).toEqual([]);
  });
});

describe('the endpoint', () => {
  test.each([
    ['curl -f http://127.0.0.1:3000/', 1],
    ['curl -fsS http://127.0.0.1:3000', 1],
    ['curl --fail http://127.0.0.1:3000/mcp', 1],
    ['wget --spider -q http://127.0.0.1:3000/mcp/', 1],
    ['wget -q -O- http://127.0.0.1:3000/sse', 1],
    ['curl -s http://127.0.0.1:3000/mcp', 0],
    ['curl -f -X POST http://127.0.0.1:3000/mcp', 0],
    ['curl -f --data {} http://127.0.0.1:3000/mcp', 0],
    ['curl -f http://127.0.0.1:3000/health', 0],
    ['curl -f http://127.0.0.1:3000/mcp/health', 0],
    ['curl -f http://127.0.0.1:3000/$PATH_PREFIX', 0],
    ['curl -f http://example.org/', 0],
  ])('%s: %i', (check, count) => {
    expect(places(HTTP(check)).filter(([place]) => place === 'endpoint')).toHaveLength(count);
  });

  test('a web server may well be asked for its root', () => {
    expect(places(HTTP('curl -f http://127.0.0.1:3000/'), { profile: 'container' })).toEqual([]);
  });
});

describe('localhost', () => {
  const config = {
    healthcheck: {
      test: ['CMD-SHELL', 'wget -q http://localhost:3000/health'],
      interval: 0,
      timeout: 0,
      startPeriod: 0,
      startInterval: 0,
      retries: 0,
    },
  };
  test('BusyBox wget tries one address, GNU wget all', () => {
    const busybox = imageWith(
      { '/bin/busybox': { program: 'amd64' }, '/usr/bin/wget': { link: '/bin/busybox' } },
      config,
    );
    const gnu = imageWith({ '/usr/bin/wget': { program: 'amd64' } }, config);
    expect(judge(healthcheckTarget, { image: busybox }).violations).toMatchObject([
      { place: 'localhost', severity: null },
    ]);
    expect(judge(healthcheckTarget, { image: gnu }).answer).toBe('pass');
  });

  test.each([
    ['FROM node:24-alpine', '', 1],
    ['FROM alpine', 'RUN apk add --no-cache wget\n', 0],
    ['FROM debian:13-slim', '', 0],
  ])('%s %j: %i', (from, run, count) => {
    const text = `${from}\n${run}EXPOSE 3000\nHEALTHCHECK CMD wget -q http://localhost:3000/health\nENTRYPOINT ["/server"]\n`;
    expect(places(text)).toHaveLength(count);
  });
});

describe('notes', () => {
  test('a port that is not exposed', () => {
    expect(places(HTTP('curl -f http://127.0.0.1:8080/health'))).toEqual([['port', 'low']]);
    expect(places(HTTP('curl -f http://127.0.0.1:$PORT/health'))).toEqual([]);
    const tls = 'FROM scratch\nEXPOSE 443\nHEALTHCHECK CMD curl -kf https://localhost/health\nENTRYPOINT ["/server"]\n';
    expect(places(tls)).toEqual([]);
    expect(places(tls.replace('https', 'http'))).toEqual([['port', 'low']]);
  });

  test('a port that a variable sets', () => {
    expect(places(HTTP('curl -f http://127.0.0.1:3000/health', 'ENV MCP_PORT=3000\n'))).toEqual([
      ['port-variable', 'low'],
    ]);
    expect(places(HTTP('curl -f http://127.0.0.1:3000/health', 'ENV EXPORT=3000\n'))).toEqual([]);
  });

  test('pgrep -P 0, also in the script that is called', () => {
    expect(places(HTTP('pgrep -P 0 -x server'))).toEqual([['first-process', 'low']]);
    const built = imageWith(
      { '/bin/sh': { program: 'amd64' }, '/hc.sh': { mode: 0o755, content: '#!/bin/sh\npgrep -P 0 -a server\n' } },
      {
        healthcheck: { test: ['CMD', '/hc.sh'], interval: 0, timeout: 0, startPeriod: 0, startInterval: 0, retries: 0 },
      },
    );
    expect(judge(healthcheckTarget, { image: built }).violations).toMatchObject([{ place: 'first-process' }]);
  });
});
