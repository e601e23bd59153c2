import { shown } from '../image/damaged.ts';
import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';
import { effective, fromLine, isDataImage } from './shared/effective.ts';

const FIX = 'Write the number: `USER 10001` (or `USER 10001:10001`), with an ARG for it if it should be settable.';

export const userNumeric: Rule = {
  id: 'user-numeric',
  title: 'USER is a number',
  severity: { mcp: 'low', container: 'low', strict: 'medium' },
  why: 'Kubernetes cannot tell whether a name is root: with `runAsNonRoot` it refuses the container. Outside Kubernetes a name is as good.',
  fix: FIX,
  aliases: ['DL3066'],
  examples: {
    good: [
      { title: 'a number', dockerfile: 'FROM scratch\nUSER 10001\nENTRYPOINT ["/server"]\n' },
      {
        title: 'a number from a variable',
        dockerfile: 'FROM scratch\nARG APP_UID=1654\nUSER ${APP_UID}\nENTRYPOINT ["/server"]\n',
      },
      { title: 'the group may have a name', dockerfile: 'FROM scratch\nUSER 10001:app\nENTRYPOINT ["/server"]\n' },
    ],
    bad: [
      { title: 'a name', dockerfile: 'FROM scratch\nUSER app\nENTRYPOINT ["/server"]\n' },
      {
        title: 'a name that an earlier stage selects',
        dockerfile: 'FROM scratch AS base\nUSER node:node\nFROM base\nENTRYPOINT ["/server"]\n',
      },
    ],
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable('Nothing can be started in this image: it carries data only.');
    const { user } = effective(evidence);
    if (!user.known) return unknown('USER comes from something this file does not show.');
    const name = (user.value ?? '').split(':', 1)[0] ?? '';
    if (name === '') return notApplicable('No USER is set.');
    if (/^[+-]?\d+$/.test(name)) return pass(`USER ${shown(user.value ?? '')} is a number.`);
    const location = user.from ?? fromLine(evidence);
    return fail([
      { message: `USER ${shown(user.value ?? '')} is a name, which runAsNonRoot refuses.`, fix: FIX, location },
    ]);
  },
};
