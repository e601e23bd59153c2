import { describe, expect, test } from '@jest/globals';
import { runUnquotedRedirect } from '../../src/rules/run-unquoted-redirect.ts';
import { dockerfile, image, judge, judgeText } from '../support/evidence.ts';
import { imageWith } from '../support/image-tree.ts';

describe('the shell redirects', () => {
  test.each([
    'pip install setuptools>=78.1.1',
    'pip install setuptools >=78.1.1',
    'python3 -m pip install --upgrade pip setuptools>=78.1.1',
    '/venv/bin/pip3 install requests[socks]>2.0',
    'pip install django<5',
    'pip install a>=1.0,<2.0 && pip check',
    'uv pip install a>=1',
    'npm install left-pad@>1.0',
    'conda install numpy>1.20',
    'apk add openssl>3.0',
    'sudo pip install a>=1.0',
    'sh -c "pip install a>=1.0"',
    '$PIP install a>=1.0',
    'pip install a>=$VERSION',
  ])('RUN %s', (run) => expect(judgeText(runUnquotedRedirect, `FROM scratch\nRUN ${run}\n`).answer).toBe('fail'));
});

describe('nothing is lost', () => {
  test.each([
    'pip install \'a>=1.0\' "b<2"',
    'pip install a\\>=1.0',
    'pip install a==1.0 b~=2.0 c!=3',
    'pip install -r requirements.txt>/dev/null',
    'pip install -r requirements.txt > /tmp/log 2>&1',
    'pip freeze>1.txt',
    'pip install x 2>/dev/null',
    'echo a>1',
    'cat a>b',
    '[ "$x" -gt 5 ] && [[ $a > 5 ]] && (( a >= 5 ))',
    'awk "{ if (\\$1 >= 5) print }" f',
    'python -c "x = 1 if 2>=1 else 0"',
  ])('RUN %s', (run) => expect(judgeText(runUnquotedRedirect, `FROM scratch\nRUN ${run}\n`).answer).toBe('pass'));

  test('a list in a heredoc is text', () => {
    const text = 'FROM scratch\nRUN cat > requirements.txt <<EOF\nrequests>=2.0\nEOF\n';
    expect(judgeText(runUnquotedRedirect, text).answer).toBe('pass');
  });
});

test('the file that is left in the image, once and only where the Dockerfile does not show it', () => {
  const built = imageWith({ '/=78.1.1': '' });
  expect(judge(runUnquotedRedirect, { image: built }).answer).toBe('fail');
  const shown = { image: built, dockerfile: dockerfile('FROM scratch\nRUN pip install a>=78.1.1\n') };
  expect(judge(runUnquotedRedirect, shown).violations).toMatchObject([{ location: { startLine: 2 } }]);
  const base = { image: built, dockerfile: dockerfile('FROM acme/base:1\nCMD ["x"]\n') };
  expect(judge(runUnquotedRedirect, base)).toMatchObject({
    answer: 'fail',
    violations: [{ place: 'file', location: { startLine: 1 } }],
  });
  expect(judge(runUnquotedRedirect, { image: imageWith({ '/app/=x': '' }) }).answer).toBe('unknown');
  expect(judge(runUnquotedRedirect, { image: image() }).answer).toBe('unknown');
});

test('one fault a command, and a long hostile word costs no time', () => {
  expect(judgeText(runUnquotedRedirect, 'FROM scratch\nRUN pip install a>=1 b>=2 c<3\n').violations).toHaveLength(1);
  const start = performance.now();
  judgeText(runUnquotedRedirect, `FROM scratch\nRUN pip install a>1${'1a-'.repeat(15_000)}!\n`);
  expect(performance.now() - start).toBeLessThan(2_000);
});
