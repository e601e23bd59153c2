import { describe, expect, test } from '@jest/globals';
import { exposeDebugPort } from '../../src/rules/expose-debug-port.ts';
import { exposePolicy } from '../../src/rules/expose-policy.ts';
import { dockerfile, image, judge, judgeText } from '../support/evidence.ts';

function places(text: string): readonly string[] {
  return judgeText(exposeDebugPort, text).violations.map(({ place }) => place);
}

describe('ports', () => {
  test.each([22, 23, 2375, 2376, 9229, 5678, 5005, 6274, 6277, 5900, 8888])('%i', (port) => {
    expect(places(`FROM scratch\nEXPOSE ${port}\nCMD ["/server"]\n`)).toEqual([`port:${port}/tcp`]);
  });

  test('one that ordinary servers take as well weighs less', () => {
    const { violations } = judgeText(exposeDebugPort, 'FROM scratch\nEXPOSE 22 8888\nCMD ["/server"]\n');
    expect(violations.map(({ place, severity }) => [place, severity])).toEqual([
      ['port:22/tcp', null],
      ['port:8888/tcp', 'medium'],
    ]);
  });

  test('of the base: FROM is the line, and only another base helps', () => {
    const parts = {
      dockerfile: dockerfile('FROM acme/base:1\nCMD ["x"]\n'),
      image: image({ exposedPorts: ['22/tcp'] }),
    };
    expect(judge(exposeDebugPort, parts).violations).toMatchObject([
      { location: { startLine: 1 }, fix: expect.stringContaining('base image that does not expose 22/tcp') },
    ]);
  });

  test('what it says is more than what the policy of ports says', () => {
    const text = 'FROM scratch\nEXPOSE 9229\nCMD ["/server"]\n';
    const [policy, door] = [exposePolicy, exposeDebugPort].map((rule) => judgeText(rule, text).reason);
    expect(policy).toBe('Port 9229/tcp is exposed; allowed: 3000/tcp.');
    expect(door).toBe("Port 9229/tcp is the port of Node.js's inspector.");
  });

  test('an unresolved base or a variable of it leaves it open', () => {
    expect(judgeText(exposeDebugPort, 'FROM acme/base:1\nCMD ["x"]\n').answer).toBe('unknown');
    expect(judgeText(exposeDebugPort, 'FROM acme/base:1\nEXPOSE $PORT\nCMD ["x"]\n').answer).toBe('unknown');
  });
});

describe('the start command', () => {
  test.each([
    ['node-inspect', 'ENTRYPOINT ["node", "--inspect-brk=0.0.0.0:9229", "a.js"]'],
    ['node-inspect', 'ENTRYPOINT ["node"]\nCMD ["--inspect", "a.js"]'],
    ['node-inspect', 'CMD cd /app && exec /usr/local/bin/node --inspect=9229 a.js'],
    ['debugpy', 'CMD ["python", "-m", "debugpy", "--listen", "5678", "a.py"]'],
    ['jdwp', 'CMD ["java", "-agentlib:jdwp=transport=dt_socket,server=y,address=*:5005", "-jar", "a.jar"]'],
    ['delve', 'ENTRYPOINT ["/dlv", "exec", "/server"]'],
    ['sshd', 'CMD ["/usr/sbin/sshd", "-D"]'],
    ['flask-debug', 'CMD ["flask", "--app", "a", "run", "--debug"]'],
  ])('%s: %s', (id, command) => {
    const { violations } = judgeText(exposeDebugPort, `FROM scratch\n${command}\n`);
    expect(violations.map(({ place, severity }) => [place, severity])).toEqual([[`command:${id}`, null]]);
  });

  test.each([
    ['http-server', 'CMD ["python3", "-m", "http.server", "3000"]'],
    ['watch', 'CMD ["nodemon", "a.js"]'],
    ['watch', 'CMD ["node", "--watch", "a.js"]'],
    ['reload', 'CMD uvicorn app:app --host 0.0.0.0 --reload'],
  ])('careless, but no door: %s: %s', (id, command) => {
    const { violations } = judgeText(exposeDebugPort, `FROM scratch\n${command}\n`);
    expect(violations.map(({ place, severity }) => [place, severity])).toEqual([[`command:${id}`, 'medium']]);
  });

  test.each([
    'CMD ["node", "inspect.js"]',
    'CMD ["node", "--inspect-port=0", "a.js"]',
    'CMD ["/server", "--inspect"]',
    'CMD ["/app/debugpython"]',
    'CMD ["nginx", "-s", "reload"]',
    'CMD ["/server", "--reload"]',
    'ENTRYPOINT ["/server"]\nCMD ["--debug"]',
  ])('is no door: %s', (command) => expect(places(`FROM scratch\n${command}\n`)).toEqual([]));

  test('the line is the one that sets the option', () => {
    const text = 'FROM scratch\nENTRYPOINT ["node"]\nCMD ["--inspect", "a.js"]\n';
    expect(judgeText(exposeDebugPort, text).violations[0]?.location?.startLine).toBe(3);
    const other = 'FROM scratch\nENTRYPOINT ["node", "--inspect"]\nCMD ["a.js"]\n';
    expect(judgeText(exposeDebugPort, other).violations[0]?.location?.startLine).toBe(2);
  });

  test('in a builder it does not matter', () => {
    const text = 'FROM scratch AS dev\nEXPOSE 9229\nCMD ["nodemon"]\nFROM scratch\nCMD ["/server"]\n';
    expect(judgeText(exposeDebugPort, text).answer).toBe('pass');
  });
});

describe('variables', () => {
  test.each([
    ['NODE_OPTIONS', 'ENV NODE_OPTIONS="--max-old-space-size=512 --inspect=0.0.0.0"'],
    ['FLASK_DEBUG', 'ENV FLASK_DEBUG=1'],
    ['JAVA_TOOL_OPTIONS', 'ENV JAVA_TOOL_OPTIONS=-agentlib:jdwp=transport=dt_socket'],
  ])('%s', (name, line) => {
    expect(places(`FROM scratch\n${line}\nCMD ["/server"]\n`)).toEqual([`env:${name}`]);
  });

  test.each(['ENV NODE_OPTIONS=--max-old-space-size=512', 'ENV FLASK_DEBUG=false', 'ENV DEBUG=1', 'ENV FLASK_DEBUG='])(
    'is no door: %s',
    (line) => expect(places(`FROM scratch\n${line}\nCMD ["/server"]\n`)).toEqual([]),
  );
});
