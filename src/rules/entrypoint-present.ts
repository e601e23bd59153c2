import { fail, pass, type Rule, unknown } from './rule.ts';
import { effective, fromLine, isDataImage } from './shared/effective.ts';

const FIX = 'Name the program in the final stage: `ENTRYPOINT ["node", "/app/server.js"]`.';

export const entrypointPresent: Rule = {
  id: 'entrypoint-present',
  title: 'The image starts a program',
  severity: { mcp: 'high', container: 'medium', strict: 'high' },
  why: 'Without ENTRYPOINT and CMD the image cannot be started as it is. Often the wrong stage was built, or an ENTRYPOINT dropped the CMD of its base.',
  fix: FIX,
  aliases: [],
  examples: {
    good: [
      { title: 'ENTRYPOINT', dockerfile: 'FROM scratch\nENTRYPOINT ["/server"]\n' },
      { title: 'CMD of an earlier stage', dockerfile: 'FROM scratch AS app\nCMD ["/server"]\nFROM app\nUSER 1000\n' },
    ],
    bad: [
      { title: 'neither', dockerfile: 'FROM scratch\nCOPY server /server\n' },
      {
        title: 'only in a stage that is not built upon',
        dockerfile: 'FROM scratch AS app\nCMD ["/server"]\nFROM scratch\nCOPY --from=app / /\n',
      },
    ],
  },
  judge(evidence) {
    const { entrypoint, cmd } = effective(evidence);
    const started = [...(entrypoint.value ?? []), ...(cmd.value ?? [])];
    if (started.length > 0) return pass(`Starts ${JSON.stringify(started[0]?.slice(0, 100))}.`);
    if (!isDataImage(evidence))
      return unknown('The base image may set ENTRYPOINT or CMD; only the built image can tell.');
    const location = entrypoint.from ?? cmd.from ?? fromLine(evidence);
    return fail([{ message: 'Neither ENTRYPOINT nor CMD is set: nothing can be started.', fix: FIX, location }]);
  },
};
