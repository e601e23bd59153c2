import type { Severity } from '../model/severity.ts';
import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';
import { commandFaults, scriptCommandFaults } from './shared/command-programs.ts';
import { isDataImage } from './shared/effective.ts';
import { healthOf } from './shared/health-text.ts';
import { noFiles, runPlace } from './shared/image-place.ts';
import { joined } from './shared/listing.ts';

const FIX =
  'Use what the image has: the server itself (`CMD ["/server", "--health"]`), its runtime (`CMD ["node", "healthcheck.js"]`), BusyBox wget on Alpine; or install the tool.';

export const healthcheckRunnable: Rule = {
  id: 'healthcheck-runnable',
  title: 'The health check can be executed',
  severity: { mcp: 'high', container: 'high', strict: 'high' },
  why: 'The check runs inside the container, with the programs and the user of the image. When curl, or the shell itself, is not there, the container is reported unhealthy for ever and orchestrators restart it.',
  fix: FIX,
  aliases: [],
  examples: {
    good: [
      {
        title: 'the server itself',
        dockerfile:
          'FROM scratch\nCOPY server /server\nHEALTHCHECK CMD ["/server", "--health"]\nENTRYPOINT ["/server"]\n',
        image: { files: { '/server': { program: 'amd64' } } },
      },
      {
        title: 'a shell and BusyBox wget',
        dockerfile:
          'FROM scratch\nCOPY rootfs /\nHEALTHCHECK CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1\nENTRYPOINT ["/server"]\n',
        image: {
          files: {
            '/bin/busybox': { program: 'amd64' },
            '/bin/sh': { link: '/bin/busybox' },
            '/usr/bin/wget': { link: '/bin/busybox' },
          },
        },
      },
      {
        title: 'one of two tools is enough',
        dockerfile:
          'FROM scratch\nCOPY rootfs /\nHEALTHCHECK CMD curl -f http://127.0.0.1:3000/health || wget -q http://127.0.0.1:3000/health\nENTRYPOINT ["/server"]\n',
        image: { files: { '/bin/sh': { program: 'amd64' }, '/usr/bin/wget': { program: 'amd64' } } },
      },
    ],
    bad: [
      {
        title: 'curl is not in the image',
        dockerfile:
          'FROM scratch\nCOPY rootfs /\nHEALTHCHECK CMD curl -f http://127.0.0.1:3000/health || exit 1\nENTRYPOINT ["/server"]\n',
        image: { files: { '/bin/sh': { program: 'amd64' }, '/server': { program: 'amd64' } } },
      },
      {
        title: 'no shell for the shell form',
        dockerfile: 'FROM scratch\nCOPY server /server\nHEALTHCHECK CMD /server --health\nENTRYPOINT ["/server"]\n',
        image: { files: { '/server': { program: 'amd64' } } },
      },
      {
        title: 'a script that the user may not execute',
        dockerfile:
          'FROM scratch\nCOPY rootfs /\nUSER 1001\nHEALTHCHECK CMD ["/healthcheck.sh"]\nENTRYPOINT ["/server"]\n',
        image: { files: { '/bin/sh': { program: 'amd64' }, '/healthcheck.sh': '#!/bin/sh\nexit 1\n' } },
      },
    ],
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable('Nothing can be started in this image: it carries data only.');
    const state = healthOf(evidence);
    if (state.kind === 'none') return notApplicable(state.reason);
    if (state.kind === 'unknown') return unknown(state.reason);
    const place = runPlace(evidence);
    if (place === null) return unknown(noFiles(evidence));
    const { words, script, location } = state.health;
    const { certain, possible, open } = commandFaults(place, words);
    const inside = script === null ? [] : scriptCommandFaults(place, script).certain;
    if (certain.length > 0) {
      return fail([{ message: `The health check cannot run: ${joined(certain)}.`, fix: FIX, location }]);
    }
    if (possible.length > 0) {
      const message = `A branch of the health check cannot run: ${joined(possible)}.`;
      return fail([{ message, fix: FIX, location, severity: 'medium' }]);
    }
    if (inside.length > 0) {
      const message = `The script of the health check cannot run: ${joined(inside)}.`;
      return fail([{ message, fix: FIX, location, severity: 'medium' }]);
    }
    // What could not be seen is no reason to stop a build: the programs that were seen are there.
    if (open.length > 0) return unknown(`Not all of it could be followed: ${joined(open)}.`, OPEN);
    return pass('What the health check starts is there and executable.');
  },
};

const OPEN: Severity = 'low';
