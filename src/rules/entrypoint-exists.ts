import type { Evidence } from '../model/subject.ts';
import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';
import { commandFaults } from './shared/command-programs.ts';
import { effective, fromLine, isDataImage } from './shared/effective.ts';
import { noFiles, runPlace } from './shared/image-place.ts';
import { joined } from './shared/listing.ts';
import { startWords } from './shared/start-command.ts';

const FIX =
  'Copy the program to the place that ENTRYPOINT or CMD names, executable (`COPY --chmod=755`), built for this platform and C library, with an interpreter that the image has and Unix line ends.';

export const entrypointExists: Rule = {
  id: 'entrypoint-exists',
  title: 'The program that is started is there and can be executed',
  severity: { mcp: 'high', container: 'high', strict: 'high' },
  why: 'A wrong path, a missing execute bit, a program for another platform or C library, a script with Windows line ends: the build succeeds, and every container dies at its start with "no such file or directory" or "exec format error".',
  fix: FIX,
  aliases: [],
  examples: {
    good: [
      {
        title: 'a program by its path',
        dockerfile: 'FROM scratch\nCOPY server /server\nENTRYPOINT ["/server"]\n',
        image: { files: { '/server': { program: 'amd64' } } },
      },
      {
        title: 'a script and its interpreter',
        dockerfile: 'FROM scratch\nCOPY rootfs /\nUSER 1001\nENTRYPOINT ["start"]\n',
        image: {
          files: {
            '/usr/local/bin/start': { mode: 0o755, content: '#!/usr/bin/env node\n' },
            '/usr/bin/env': { program: 'amd64' },
            '/usr/local/bin/node': { program: 'amd64' },
          },
        },
      },
    ],
    bad: [
      {
        title: 'not where it is looked for',
        dockerfile: 'FROM scratch\nCOPY server /app/server\nENTRYPOINT ["server"]\n',
        image: { files: { '/app/server': { program: 'amd64' } } },
      },
      {
        title: 'for another platform',
        dockerfile: 'FROM scratch\nCOPY server /server\nENTRYPOINT ["/server"]\n',
        image: { files: { '/server': { program: 'arm64' } } },
      },
      {
        title: 'not executable',
        dockerfile: 'FROM scratch\nCOPY rootfs /\nENTRYPOINT ["/start.sh"]\n',
        image: { files: { '/bin/sh': { program: 'amd64' }, '/start.sh': '#!/bin/sh\n' } },
      },
      {
        title: 'Windows line ends',
        dockerfile: 'FROM scratch\nCOPY rootfs /\nENTRYPOINT ["/start.sh"]\n',
        image: {
          files: {
            '/bin/sh': { program: 'amd64' },
            '/start.sh': { mode: 0o755, content: '#!/bin/sh\r\nexec /server\r\n' },
          },
        },
      },
      {
        title: 'in a folder that only root may enter',
        dockerfile: 'FROM scratch\nCOPY rootfs /\nUSER 1001\nENTRYPOINT ["/root/.local/bin/server"]\n',
        image: { files: { '/root/': { mode: 0o700 }, '/root/.local/bin/server': { program: 'amd64' } } },
      },
    ],
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable('Nothing can be started in this image: it carries data only.');
    const words = startWords(evidence);
    const place = runPlace(evidence);
    if (words === null || place === null) return unknown(noFiles(evidence));
    const { certain, open } = commandFaults(place, words);
    if (certain.length > 0) {
      const message = `The container cannot start: ${joined(certain)}.`;
      return fail([{ message, fix: FIX, location: startLine(evidence) }]);
    }
    if (open.length > 0) return unknown(`Not all of it could be followed: ${joined(open)}.`, 'low');
    return pass(`${JSON.stringify(words[0]?.slice(0, 100))} is there and executable.`);
  },
};

function startLine(evidence: Evidence): ReturnType<typeof fromLine> {
  const { entrypoint, cmd } = effective(evidence);
  return entrypoint.from ?? cmd.from ?? fromLine(evidence);
}
