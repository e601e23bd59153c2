import { describe, expect, test } from '@jest/globals';
import { fixed, reasons } from './support.ts';

const rules = ['run-unquoted-redirect'];

describe('the whole requirement is quoted', () => {
  test.each<readonly [string, string]>([
    ['RUN pip install setuptools>=78.1.1', "RUN pip install 'setuptools>=78.1.1'"],
    [
      'RUN pip install --upgrade pip setuptools>=78 wheel<1',
      "RUN pip install --upgrade pip 'setuptools>=78' 'wheel<1'",
    ],
    ['RUN pip install requests>2.31,<3 && echo x>y', "RUN pip install 'requests>2.31,<3' && echo x>y"],
    ['RUN pip install uvicorn[standard]>=0.30', "RUN pip install 'uvicorn[standard]>=0.30'"],
    ['RUN pip install a>=$VERSION', 'RUN pip install "a>=$VERSION"'],
    ['RUN (cd x; pip install a>=1)', "RUN (cd x; pip install 'a>=1')"],
    ['RUN if true; then pip install a>=1; fi', "RUN if true; then pip install 'a>=1'; fi"],
    [
      'RUN --mount=type=cache,target=/x pip install \\\n    a>=1 \\\n    # why\n    b<2',
      "RUN --mount=type=cache,target=/x pip install \\\n    'a>=1' \\\n    # why\n    'b<2'",
    ],
    ['RUN <<EOF\npip install a>=1\nEOF', "RUN <<EOF\npip install 'a>=1'\nEOF"],
    ['RUN <<-EOF\n\t\tpip install a>=1\n\tEOF', "RUN <<-EOF\n\t\tpip install 'a>=1'\n\tEOF"],
    ['RUN pip install a>=1\r', "RUN pip install 'a>=1'\r"],
  ])('%s', (before, after) => {
    const frame = (run: string): string => `FROM scratch\n${run}\nUSER 1\n`;
    expect(fixed(frame(before), { rules }).source).toBe(frame(after));
  });

  test('the same command twice', () => {
    const text = 'FROM scratch\nRUN pip install a>=1\nRUN pip install a>=1\n';
    expect(fixed(text, { rules }).source).toBe(text.replaceAll('a>=1', "'a>=1'"));
  });
});

describe('what is not that simple stays', () => {
  test.each<readonly [string, RegExp]>([
    ['RUN sh -c "pip install a>=1"', /stands inside of another one/],
    ['RUN x=$(pip install a>=1)', /stands inside of another one/],
    ['RUN pip install "a">=1', /has quotes, blanks or escapes/],
    ['RUN pip install a >=1', /has quotes, blanks or escapes/],
    ['RUN pip install a>=\\\n1', /over several lines/],
  ])('%s', (run, reason) => {
    expect(reasons(`FROM scratch\n${run}\n`, { rules })[0]).toMatch(reason);
  });

  test('a real redirection is no finding', () => {
    const text = 'FROM scratch\nRUN pip freeze >1.txt && pip install a==1 >/dev/null\n';
    expect(fixed(text, { rules })).toEqual({ source: text, fixed: [], unfixed: [] });
  });
});
