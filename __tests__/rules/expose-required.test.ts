import { describe, expect, test } from '@jest/globals';
import { exposeRequired } from '../../src/rules/expose-required.ts';
import { dockerfile, image, judge, judgeText } from '../support/evidence.ts';

describe('expose-required', () => {
  test('what is stated decides: a stdio server needs no port, an HTTP server does', () => {
    const text = 'FROM scratch\nENTRYPOINT ["/server"]\n';
    expect(judgeText(exposeRequired, text, { transport: 'stdio' }).answer).toBe('not-applicable');
    expect(judgeText(exposeRequired, text, { transport: 'http' }).answer).toBe('fail');
    expect(judgeText(exposeRequired, text, { transport: 'both' }).answer).toBe('fail');
    expect(judgeText(exposeRequired, text).answer).toBe('unknown');
  });

  test('the built image is the last word', () => {
    const text = dockerfile('FROM acme/base:1\nENTRYPOINT ["/server", "http"]\n');
    const config = { entrypoint: ['/server', 'http'] };
    expect(judge(exposeRequired, { dockerfile: text }).answer).toBe('unknown');
    expect(
      judge(exposeRequired, { dockerfile: text, image: image({ ...config, exposedPorts: ['3000/tcp'] }) }).answer,
    ).toBe('pass');
    const { violations } = judge(exposeRequired, { dockerfile: text, image: image(config) });
    expect(violations).toMatchObject([{ location: { startLine: 2 } }]);
  });

  test('a debugger is not the port of the server', () => {
    const { answer } = judgeText(exposeRequired, 'FROM scratch\nEXPOSE 9229\nENTRYPOINT ["/server", "--http"]\n');
    expect(answer).toBe('fail');
  });

  test('without a list any port will do', () => {
    const options = { allowedPorts: null, transport: 'http' } as const;
    expect(judgeText(exposeRequired, 'FROM scratch\nEXPOSE 8080\nCMD ["/server"]\n', options).answer).toBe('pass');
    const { violations } = judgeText(exposeRequired, 'FROM scratch\nCMD ["/server"]\n', options);
    expect(violations[0]?.message).toContain('no port is exposed');
  });

  test('a data image is not started', () => {
    expect(judgeText(exposeRequired, 'FROM scratch\nCOPY a /a\n', { transport: 'http' }).answer).toBe('not-applicable');
  });
});
