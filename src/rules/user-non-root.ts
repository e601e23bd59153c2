import { type RunUser, resolveRunUser } from '../image/run-user.ts';
import type { ImageEvidence } from '../model/image.ts';
import type { Evidence } from '../model/subject.ts';
import { fail, type Judgement, notApplicable, pass, type Rule, unknown } from './rule.ts';
import { effective, fromLine, isDataImage } from './shared/effective.ts';

const FIX =
  'Create a user in the final stage and select it last: `RUN adduser -D -u 10001 app` and `USER 10001`. Many bases bring one already, such as `node` (uid 1000).';

export const userNonRoot: Rule = {
  id: 'user-non-root',
  title: 'The container does not run as root',
  severity: { mcp: 'high', container: 'high', strict: 'high' },
  why: 'A process that is root in its container owns every file there, and one kernel or runtime flaw away it is root on the host. An MCP server runs what a model asks for.',
  fix: FIX,
  aliases: ['DL3002', 'CIS-DI-0001', 'DS-0002', 'CIS 4.1'],
  examples: {
    good: [
      {
        title: 'a user by number',
        dockerfile: 'FROM scratch\nCOPY server /server\nUSER 10001\nENTRYPOINT ["/server"]\n',
      },
      { title: 'root while building only', dockerfile: 'FROM scratch\nUSER root\nUSER app\nENTRYPOINT ["/server"]\n' },
      {
        title: 'a stage that the target builds on selects it',
        dockerfile: 'FROM scratch AS base\nUSER 65532:65532\nFROM base\nENTRYPOINT ["/server"]\n',
      },
    ],
    bad: [
      { title: 'no USER at all', dockerfile: 'FROM scratch\nENTRYPOINT ["/server"]\n' },
      {
        title: 'USER in the builder only',
        dockerfile: 'FROM scratch AS build\nUSER app\nFROM scratch\nENTRYPOINT ["/server"]\n',
      },
      { title: 'uid 0 in another spelling', dockerfile: 'FROM scratch\nUSER 00:1000\nENTRYPOINT ["/server"]\n' },
      { title: 'a group without a user', dockerfile: 'FROM scratch\nUSER :1000\nENTRYPOINT ["/server"]\n' },
    ],
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable('Nothing can be started in this image: it carries data only.');
    if (evidence.image !== null) return judgeImage(evidence, evidence.image);
    return judgeDockerfile(evidence);
  },
};

/** The built image is the last word: its user as the engine would resolve it. */
function judgeImage(evidence: Evidence, image: ImageEvidence): Judgement {
  const { user } = image.config;
  const found = resolveRunUser(user, image.texts['/etc/passwd'], image.texts['/etc/group']);
  if (found.kind === 'unknown') return unknown(`USER ${quote(user)} is open: ${found.message}.`);
  return judgeResolved(evidence, user, found);
}

function judgeResolved(evidence: Evidence, user: string, found: RunUser): Judgement {
  const location = effective(evidence).user.from ?? fromLine(evidence);
  if (found.kind === 'error') {
    const message = `USER ${quote(user)} cannot be resolved in the image, so no container starts: ${found.message}.`;
    return { ...fail([{ message, fix: FIX, location }]), sameAs: 'user-resolvable' };
  }
  if (found.uid !== 0) return pass(`Runs as uid ${found.uid}${user === '' ? '' : ` (USER ${quote(user)})`}.`);
  return fail([{ message: `${asRoot(user)}${unselected(evidence)}`, fix: FIX, location }]);
}

/** A name proves nothing about its uid without the passwd file, but only root's own names mean 0 by custom. */
function judgeDockerfile(evidence: Evidence): Judgement {
  const { user } = effective(evidence);
  if (!user.known) return unknown(`The user comes from something this file does not show${baseOf(evidence)}.`);
  const text = user.value ?? '';
  const name = text.split(':', 1)[0] ?? '';
  if (name === 'toor') return unknown('USER toor is another name of uid 0 on many systems; only the image can tell.');
  if (name !== '' && name !== 'root' && !/^[+-]?\d+$/.test(name))
    return pass(`USER ${quote(text)} is selected at the end.`);
  // Numbers, root and the empty name mean the same in every image, whatever its passwd file says.
  return judgeResolved(evidence, text, resolveRunUser(text.split(':', 1)[0] ?? '', 'root:x:0:0::/root:\n', null));
}

function asRoot(user: string): string {
  return user === '' ? 'No USER is set, so the container runs as root.' : `USER ${quote(user)} is root (uid 0).`;
}

function unselected(evidence: Evidence): string {
  const dockerfile = evidence.dockerfile;
  const stage = dockerfile?.stages[dockerfile.target];
  const creates = stage?.instructions.some(
    ({ keyword, text }) => keyword === 'RUN' && /\b(useradd|adduser)\b/.test(text),
  );
  return creates === true && effective(evidence).user.from === null ? ' A user is created but never selected.' : '';
}

function baseOf(evidence: Evidence): string {
  const base = evidence.dockerfile?.base;
  return base === null || base === undefined ? '' : ` (base image ${quote(base.reference ?? base.written)})`;
}

function quote(text: string): string {
  return `"${text.slice(0, 100)}"`;
}
