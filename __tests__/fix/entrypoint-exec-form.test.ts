import { describe, expect, test } from '@jest/globals';
import { fixed, reasons } from './support.ts';

const rules = ['entrypoint-exec-form'];

describe('the shell form of a plain command becomes an array', () => {
  test.each<readonly [string, string]>([
    ['CMD npm start', 'CMD ["npm", "start"]'],
    ['ENTRYPOINT /usr/bin/node server.js', 'ENTRYPOINT ["/usr/bin/node", "server.js"]'],
    ['cmd   node   server.js   ', 'cmd   ["node",   "server.js"]   '],
    ['CMD node\tserver.js', 'CMD ["node",\t"server.js"]'],
    ['CMD node -e \'console.log("a")\'', 'CMD ["node", "-e", "console.log(\\"a\\")"]'],
    ['CMD java -Dx="a b" -jar app.jar', 'CMD ["java", "-Dx=a b", "-jar", "app.jar"]'],
    ['CMD "/opt/my app/run" a\'b\'c ""', 'CMD ["/opt/my app/run", "abc", ""]'],
    ["CMD ['node', 'server.js']", 'CMD ["node", "server.js"]'],
    ["ENTRYPOINT [ 'node' ]", 'ENTRYPOINT [ "node" ]'],
    ['CMD ./server --url=http://localhost:3000/mcp', 'CMD ["./server", "--url=http://localhost:3000/mcp"]'],
    ['CMD sh ./start.sh', 'CMD ["sh", "./start.sh"]'],
  ])('%s', (before, after) => {
    expect(fixed(`FROM scratch\n${before}\n`, { rules }).source).toBe(`FROM scratch\n${after}\n`);
  });

  test('over several lines, with comments, CRLF and a byte-order mark', () => {
    const before = '\uFEFFFROM scratch\r\n\r\n  CMD node \\\r\n# a comment\r\n   server.js \\\r\n\r\n --port 3000\r\n';
    expect(fixed(before, { rules }).source).toBe(
      '\uFEFFFROM scratch\r\n\r\n  CMD ["node", \\\r\n# a comment\r\n   "server.js", \\\r\n\r\n "--port", "3000"]\r\n',
    );
  });

  test('with another escape character', () => {
    expect(fixed('# escape=`\nFROM scratch\nCMD node `\n server.js', { rules }).source).toBe(
      '# escape=`\nFROM scratch\nCMD ["node", `\n "server.js"]',
    );
  });

  test('behind an ENTRYPOINT that takes words', () => {
    const before = 'FROM scratch\nENTRYPOINT ["/entry"]\nCMD node server.js\n';
    expect(fixed(before, { rules }).source).toBe('FROM scratch\nENTRYPOINT ["/entry"]\nCMD ["node", "server.js"]\n');
  });

  test('in a stage that the target builds on', () => {
    const before = 'FROM scratch AS base\nCMD node server.js\nFROM base\nUSER 1\n';
    expect(fixed(before, { rules }).source).toBe(before.replace('node server.js', '["node", "server.js"]'));
  });
});

describe('what needs the shell stays', () => {
  test.each([
    'node server.js --port $PORT',
    'node "$FILE"',
    'node `which x`',
    'node server.js > log',
    'cd /app && node server.js',
    'node a.js; node b.js',
    'node a.js | tee log',
    'node a.js &',
    'cat *.txt',
    'ls ~/x',
    'echo {a,b}',
    'PORT=3000 node server.js',
    'node server.js # comment',
    'node a\\ b',
    'node "a\\"b"',
    "node 'open",
    'ls [ab]',
    '(node a.js)',
    'if true; then node a.js; fi',
    "['node', 'a\\'b']",
    '["node", server.js]',
  ])('CMD %s', (command) => {
    expect(reasons(`FROM scratch\nCMD ${command}\n`, { rules })).toEqual([
      'It uses the shell: variables, patterns, redirections or several commands.',
    ]);
  });

  test.each(['cd /app', '. ./env', 'source env', 'true', 'exit 1', 'eval x', 'wait', 'test -f x', ': x'])(
    'the shell itself runs: %s',
    (command) => {
      expect(reasons(`FROM scratch\nCMD ${command}\n`, { rules })[0]).toMatch(/^The shell itself runs/);
    },
  );
});

describe('where the array would mean something else', () => {
  test('CMD becomes arguments of an ENTRYPOINT that ignored it', () => {
    const text = 'FROM scratch\nENTRYPOINT /server\nCMD ["--stdio"]\n';
    expect(reasons(text, { rules })[0]).toMatch(/it would get CMD as arguments/);
  });

  test('ENTRYPOINT is a shell that takes one text', () => {
    const text = 'FROM scratch\nENTRYPOINT ["/bin/sh", "-c"]\nCMD node server.js\n';
    expect(reasons(text, { rules })[0]).toMatch(/a shell that takes one text/);
  });

  test('a script that only a shell may start is a matter of --unsafe', () => {
    const text = 'FROM scratch\nCMD ./start.sh --fast\n';
    expect(reasons(text, { rules })[0]).toMatch(/--unsafe proposes an edit; make sure that .\/start.sh begins with #!/);
    expect(fixed(text, { rules, unsafe: true }).source).toBe('FROM scratch\nCMD ["./start.sh", "--fast"]\n');
  });

  test('a word over two lines', () => {
    expect(reasons('FROM scratch\nCMD node ser\\\nver.js\n', { rules })[0]).toMatch(/spread over several lines/);
  });

  test('what the base image brings', () => {
    const base = { Entrypoint: ['/bin/sh', '-c', 'node server.js'] };
    expect(reasons('FROM node:24\n', { rules, base })).toEqual(['The base image brings the command.']);
  });

  test('ONBUILD and stages that are not built are left alone', () => {
    const text = 'FROM scratch AS other\nCMD npm test\nFROM scratch\nONBUILD CMD npm start\nCMD ["/server"]\n';
    expect(fixed(text, { rules })).toEqual({ source: text, fixed: [], unfixed: [] });
  });
});
