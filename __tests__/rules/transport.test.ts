import { describe, expect, test } from '@jest/globals';
import type { ImageConfig } from '../../src/model/image.ts';
import { transportOf } from '../../src/rules/shared/transport.ts';
import { evidence, image, repository } from '../support/evidence.ts';

describe('transport', () => {
  test.each<[Partial<ImageConfig>, string]>([
    [{ cmd: ['stdio'] }, 'stdio'],
    [{ cmd: ['--transport', 'streamable-http'] }, 'http'],
    [{ cmd: ['--transport=sse'] }, 'http'],
    [{ entrypoint: ['/server', '--stdio'], exposedPorts: ['3000/tcp'] }, 'stdio'],
    [{ env: ['MCP_TRANSPORT=HTTP'] }, 'http'],
    [{ env: ['TRANSPORT_MODE=stdio'] }, 'stdio'],
    [{ exposedPorts: ['3000/tcp'] }, 'http'],
    [{ cmd: ['stdio', 'http'] }, 'both'],
    [{ exposedPorts: ['22/tcp', '8080/tcp'] }, 'http'],
    [{ exposedPorts: ['22/tcp', '9229/tcp'] }, 'unknown'],
    [{}, 'unknown'],
    [{ cmd: ['node', '/app/http.js'], env: ['URL=http://x', 'NO=TRANSPORT'] }, 'unknown'],
    [{ cmd: ['constructor', 'toString'] }, 'unknown'],
  ])('%j: %s', (config, expected) => {
    expect(transportOf(evidence({ image: image(config) }), 'auto').transport).toBe(expected);
  });

  test('what is stated counts', () => {
    expect(transportOf(evidence({ image: image({ cmd: ['stdio'] }) }), 'http').transport).toBe('http');
  });
});

describe('server.json and labels', () => {
  const oci = (...types: readonly string[]) => types.map((type) => ({ registryType: 'oci', transport: { type } }));
  const around = (packages: unknown) =>
    repository({ serverJson: { file: 'server.json', text: JSON.stringify({ name: 'a/b', packages }) } });

  test.each([
    [oci('stdio'), 'stdio'],
    [oci('streamable-http'), 'http'],
    [oci('stdio', 'sse'), 'both'],
    [[{ registryType: 'npm', transport: { type: 'stdio' } }], 'http'],
    [oci('constructor'), 'http'],
    [undefined, 'http'],
    ['nonsense', 'http'],
  ] as const)('%j: %s', (packages, expected) => {
    const parts = { image: image({ exposedPorts: ['3000/tcp'] }), repository: around(packages) };
    expect(transportOf(evidence(parts), 'auto').transport).toBe(expected);
  });

  test.each([
    ['io.modelcontextprotocol.server.transport', 'stdio', 'stdio'],
    ['com.acme.mcp.transport', 'http', 'http'],
    ['mcp.transport.type', 'STDIO', 'stdio'],
    ['com.acme.transport', 'stdio', 'unknown'],
    ['mcp.transport', 'pigeon', 'unknown'],
  ])('label %s=%s: %s', (name, value, expected) => {
    expect(transportOf(evidence({ image: image({ labels: { [name]: value } }) }), 'auto').transport).toBe(expected);
  });
});
