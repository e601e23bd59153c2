import { describe, expect, test } from '@jest/globals';
import { sudoPresent } from '../../src/rules/sudo-present.ts';
import { dockerfile, image, judge, judgeText } from '../support/evidence.ts';
import { imageWith } from '../support/image-tree.ts';

describe('the Dockerfile', () => {
  test.each([
    ['RUN sudo make', 'RUN uses sudo.'],
    ['RUN cd /src && sudo -E make install', 'RUN uses sudo.'],
    ['RUN if true; then sudo make; fi', 'RUN uses sudo.'],
    ['RUN ["sudo", "make"]', 'RUN uses sudo.'],
    ['RUN <<EOF\nset -e\nsudo make\nEOF', 'RUN uses sudo.'],
    ['RUN apt-get install -y sudo', 'RUN installs sudo.'],
    ['RUN apk add --no-cache bash sudo=1.9', 'RUN installs sudo.'],
    ['RUN apt-get update && DEBIAN_FRONTEND=x apt-get -y install sudo', 'RUN installs sudo.'],
  ])('%j', (text, message) => {
    expect(judgeText(sudoPresent, `FROM scratch\n${text}\n`).violations.map((one) => one.message)).toEqual([message]);
  });

  test.each([
    'RUN usermod -aG sudo app',
    'RUN adduser app sudo',
    'RUN echo sudo # sudo make',
    'RUN apt-get purge -y sudo',
    'RUN apt-get install -y libsudo-dev sudoku',
    'RUN sed -i /sudo/d /etc/group',
    'COPY sudo.txt /',
  ])('%s is none', (text) => {
    expect(judgeText(sudoPresent, `FROM scratch\n${text}\n`).answer).toBe('pass');
  });

  test('without a password weighs more, and a comment is none', () => {
    const text = (line: string): string => `FROM scratch\nRUN echo "${line}" >> /etc/sudoers\n`;
    expect(judgeText(sudoPresent, text('app ALL=(ALL) NOPASSWD: ALL')).violations).toMatchObject([
      { severity: 'high' },
    ]);
    expect(judgeText(sudoPresent, text('# NOPASSWD: ALL')).answer).toBe('pass');
  });

  test('in a builder it weighs little', () => {
    const text = 'FROM scratch AS a\nRUN sudo make\nFROM scratch\nCOPY --from=a / /\n';
    expect(judgeText(sudoPresent, text).violations).toMatchObject([{ severity: 'low' }]);
  });
});

describe('the image has the last word', () => {
  const text = dockerfile('FROM scratch\nRUN apt-get install -y sudo && sudo make && apt-get purge -y sudo\n');
  test('gone is gone', () => {
    expect(judge(sudoPresent, { dockerfile: text, image: imageWith({ '/bin/sh': '' }) }).answer).toBe('pass');
  });

  test.each([
    [0o4755, 'high'],
    [0o755, null],
  ])('mode %o: %s', (mode, severity) => {
    const built = imageWith({ '/usr/bin/sudo': { mode } });
    expect(judge(sudoPresent, { dockerfile: text, image: built }).violations).toMatchObject([
      { severity, place: 'path:/usr/bin/sudo', location: { startLine: 2 } },
    ]);
  });

  test('rules for sudo', () => {
    const built = imageWith({
      '/etc/sudoers.d/app': 'app ALL=(ALL) NOPASSWD:ALL\n',
      '/etc/sudoers': '# NOPASSWD: no\n',
    });
    expect(judge(sudoPresent, { image: built }).violations).toMatchObject([
      { place: 'path:/etc/sudoers.d/app', severity: 'high' },
    ]);
  });

  test('an image whose files were not read tells nothing', () => {
    expect(judge(sudoPresent, { image: image() }).answer).toBe('unknown');
    expect(judge(sudoPresent, { image: image(), dockerfile: text }).answer).toBe('fail');
  });
});
