import { shown } from '../image/damaged.ts';
import { resolveRunUser } from '../image/run-user.ts';
import type { DockerfileEvidence, Instruction } from '../model/dockerfile.ts';
import type { Evidence } from '../model/subject.ts';
import { fail, type Judgement, notApplicable, pass, type Rule, unknown } from './rule.ts';
import { effective, fromLine, isDataImage } from './shared/effective.ts';

const FIX =
  'Select the user by number (`USER 65532`), or bring the name into the final stage: `COPY --from=build /etc/passwd /etc/group /etc/`.';

export const userResolvable: Rule = {
  id: 'user-resolvable',
  title: 'The user and group that USER names exist in the image',
  severity: { mcp: 'high', container: 'high', strict: 'high' },
  why: 'An engine looks a name up in the /etc/passwd of the image, by exact spelling. When it is not there, no container starts: "unable to find user". Building does not notice.',
  fix: FIX,
  aliases: [],
  examples: {
    good: [
      {
        title: 'a number needs no entry',
        dockerfile: 'FROM scratch\nCOPY server /server\nUSER 65532:65532\nENTRYPOINT ["/server"]\n',
      },
      {
        title: 'a name that the image knows',
        dockerfile: 'FROM scratch\nCOPY rootfs /\nUSER app:web\nENTRYPOINT ["/server"]\n',
        image: {
          files: {
            '/etc/passwd': 'root:x:0:0::/root:/bin/sh\napp:x:1001:1002::/home/app:/bin/sh\n',
            '/etc/group': 'root:x:0:\nweb:x:1002:\n',
          },
        },
      },
    ],
    bad: [
      {
        title: 'a name on an empty base',
        dockerfile: 'FROM scratch\nCOPY server /server\nUSER app\nENTRYPOINT ["/server"]\n',
      },
      {
        title: 'another spelling than the one in the image',
        dockerfile: 'FROM scratch\nCOPY rootfs /\nUSER App\nENTRYPOINT ["/server"]\n',
        image: { files: { '/etc/passwd': 'app:x:1001:1002::/home/app:/bin/sh\n' } },
      },
      {
        title: 'a group that the image does not know',
        dockerfile: 'FROM scratch\nCOPY rootfs /\nUSER app:web\nENTRYPOINT ["/server"]\n',
        image: { files: { '/etc/passwd': 'app:x:1001:1002::/home/app:/bin/sh\n', '/etc/group': 'app:x:1002:\n' } },
      },
    ],
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable('Nothing can be started in this image: it carries data only.');
    const { user } = effective(evidence);
    if (!user.known) return unknown('USER comes from something this file does not show.');
    if (evidence.image !== null) return resolved(evidence, user.value ?? '', evidence.image.texts);
    return judgeText(evidence, user.value ?? '');
  },
};

function resolved(evidence: Evidence, user: string, texts: Readonly<Record<string, string | null>>): Judgement {
  const found = resolveRunUser(user, texts['/etc/passwd'], texts['/etc/group']);
  if (found.kind === 'unknown') return unknown(`USER ${shown(user)} is open: ${found.message}.`);
  if (found.kind === 'resolved') {
    return pass(
      user === ''
        ? 'No USER is set, so no name has to be found.'
        : `USER ${shown(user)} is uid ${found.uid}, gid ${found.gid}.`,
    );
  }
  const location = effective(evidence).user.from ?? fromLine(evidence);
  return fail([
    { message: `USER ${shown(user)} keeps every container from starting: ${found.message}.`, fix: FIX, location },
  ]);
}

/** Numbers decide themselves; a name only where nothing can have brought the files that hold names. */
function judgeText(evidence: Evidence, user: string): Judgement {
  const [name = '', group = ''] = user.split(':');
  const isName = (part: string): boolean => part !== '' && !/^[+-]?\d+$/.test(part);
  const empty = evidence.dockerfile !== null && hasNoAccounts(evidence.dockerfile);
  if (!isName(name) && !isName(group)) return resolved(evidence, user, { '/etc/passwd': null, '/etc/group': null });
  if (empty) return resolved(evidence, user, { '/etc/passwd': null, '/etc/group': null });
  return unknown(`Whether ${shown(user)} exists stands in the image's /etc/passwd and /etc/group.`);
}

/** Whether the target's stages start from nothing and only copy to places below which /etc cannot lie. */
function hasNoAccounts({ stages, target, base }: DockerfileEvidence): boolean {
  if (base !== null) return false;
  for (let at = stages[target]; at !== undefined; at = at.parent === null ? undefined : stages[at.parent]) {
    if (at.base !== 'scratch' && at.parent === null) return false;
    if (!at.instructions.every(keepsEtc)) return false;
  }
  return true;
}

function keepsEtc({ keyword, text, json }: Instruction): boolean {
  if (keyword === 'RUN' || keyword === 'ONBUILD') return false;
  if (keyword !== 'COPY' && keyword !== 'ADD') return true;
  const destination = json?.at(-1) ?? text.trim().split(/\s+/).at(-1) ?? '';
  return /^\/(?!etc(\/|$))[\w.-]+(\/[\w.-]+)*\/?$/.test(destination) && !/(^|\/)\.\.(\/|$)/.test(destination);
}
