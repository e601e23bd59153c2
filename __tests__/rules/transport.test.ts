import { describe, expect, test } from '@jest/globals';
import type { ImageConfig } from '../../src/model/image.ts';
import { transportOf } from '../../src/rules/transport.ts';
import { evidence, image } from '../support/evidence.ts';

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
