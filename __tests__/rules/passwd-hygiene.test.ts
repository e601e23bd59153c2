import { expect, test } from '@jest/globals';
import { passwdHygiene } from '../../src/rules/passwd-hygiene.ts';
import { image, judge, judgeText } from '../support/evidence.ts';

test.each<[string, string | null, string | null, readonly string[]]>([
  ['locked', 'root:x:0:0::/root:/bin/sh\n', 'root:*::0:::::\n', []],
  ['no accounts', null, null, []],
  ['comments, blanks, directory services', '\n# a\n+\n+::::::\n-bad\nroot:x:0:0::/:/bin/sh\n', '#\n\n', []],
  ['lines that are cut off', 'root\nroot:x\nx:\n', null, ['password']],
  ['an empty password in shadow', 'root:x:0:0::/:/bin/sh\n', 'app::19000:0:99999:7:::\n', ['password']],
  ['an empty password in passwd', 'app::1000:1000::/:/bin/sh\n', null, ['password']],
  ['toor', 'root:x:0:0::/:/bin/sh\ntoor:x:0:0::/:/bin/sh\n', null, ['uid-0']],
  ['shared numbers', 'a:x:7:7::/:/bin/sh\nb:x:7:7::/:/bin/sh\n', null, ['shared-uid']],
  ['root twice', 'root:x:0:0::/:/bin/sh\nroot:x:0:0::/:/bin/sh\n', null, []],
])('%s', (_title, passwd, shadow, places) => {
  const texts = { '/etc/passwd': passwd, '/etc/shadow': shadow };
  const { answer, violations } = judge(passwdHygiene, { image: image({}, { texts }) });
  expect(violations.map(({ place }) => place)).toEqual(places);
  expect(answer).toBe(places.length === 0 ? 'pass' : 'fail');
});

test('is open where the files were not read, and for a Dockerfile', () => {
  expect(judge(passwdHygiene, { image: image({}, { texts: { '/etc/passwd': null } }) }).answer).toBe('unknown');
  expect(judgeText(passwdHygiene, 'FROM scratch\n').answer).toBe('unknown');
});
