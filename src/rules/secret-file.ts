import { finalChain } from '../dockerfile/stage-chain.ts';
import type { ImageFile, ImageFiles } from '../model/image-files.ts';
import type { Evidence } from '../model/subject.ts';
import { type Fault, fail, type Judgement, pass, type Rule, unknown } from './rule.ts';
import { headOf, noFiles, placeOf } from './shared/image-place.ts';
import { counted, listed, plainName } from './shared/listing.ts';
import { secretContent } from './shared/secret-content.ts';
import { isPublished, isSecretByName, isShared, secretFileKind } from './shared/secret-names.ts';

const FIX =
  'Keep it out of the build context (.dockerignore), pass it with `RUN --mount=type=secret` or when the container starts, and revoke it: deleting it in a later layer does not remove it.';

/** Faults shown one by one; an image that leaks more has one disease. */
const MAX_FAULTS = 50;

export const secretFile: Rule = {
  id: 'secret-file',
  title: 'No credential file in any layer',
  severity: { mcp: 'high', container: 'high', strict: 'high' },
  why: 'Everyone who can pull the image can read every layer of it. A file that a later layer deletes or replaces is still there.',
  fix: FIX,
  aliases: ['CIS-DI-0010', 'CIS 4.10'],
  examples: {
    good: [
      {
        title: 'a template, and settings that are no secret',
        dockerfile: 'FROM scratch\nCOPY . /app\nENTRYPOINT ["/app/server"]\n',
        image: {
          files: {
            '/app/.env.example': `API_TOKEN=${'a1b2'.repeat(9)}\n`,
            '/app/.env': 'PORT=3000\nAPI_TOKEN=\nDB_PASSWORD=changeme\n',
            '/app/.npmrc': 'registry=https://npm.example.org/\n//npm.example.org/:_authToken=${NPM_TOKEN}\n',
          },
        },
      },
      {
        title: 'public certificates, and test keys of packages',
        dockerfile: 'FROM scratch\nCOPY . /\nENTRYPOINT ["/app/server"]\n',
        image: {
          files: {
            '/etc/ssl/certs/ca.pem': `-----BEGIN CERTIFICATE-----\n${'MIIB'.repeat(16)}\n`,
            '/app/node_modules/tls/test/fixtures/key.pem': `-----BEGIN PRIVATE KEY-----\n${'MIIB'.repeat(16)}\n`,
          },
        },
      },
    ],
    bad: [
      {
        title: 'an .env file that is copied by name',
        dockerfile: 'FROM scratch\nCOPY .env /app/.env\nENTRYPOINT ["/app/server"]\n',
      },
      {
        title: 'an .env file with values',
        dockerfile: 'FROM scratch\nCOPY . /app\nENTRYPOINT ["/app/server"]\n',
        image: { files: { '/app/.env': `PORT=3000\nAPI_TOKEN=${'a1b2'.repeat(9)}\n` } },
      },
      {
        title: 'a private key that a later layer deletes',
        dockerfile: 'FROM scratch\nCOPY . /app\nENTRYPOINT ["/app/server"]\n',
        image: {
          files: {
            '/app/id_rsa': { deleted: true, content: `-----BEGIN OPENSSH PRIVATE KEY-----\n${'b3Bl'.repeat(16)}\n` },
          },
        },
      },
      {
        title: 'the login of a registry',
        dockerfile: 'FROM scratch\nCOPY . /\nENTRYPOINT ["/app/server"]\n',
        image: { files: { '/root/.npmrc': `//npm.example.org/:_authToken=npm_${'a1B2c3'.repeat(6)}\n` } },
      },
    ],
  },
  judge(evidence) {
    const files = evidence.image?.files ?? null;
    if (files !== null) return judgeFiles(evidence, files);
    const copied = evidence.image === null ? copiedByName(evidence) : [];
    return copied.length > 0 ? fail(copied) : unknown(noFiles(evidence));
  },
};

function judgeFiles(evidence: Evidence, files: ImageFiles): Judgement {
  const faults: Fault[] = [];
  const unread: string[] = [];
  for (const [list, hidden] of [
    [files.merged, false],
    [files.hidden, true],
  ] as const) {
    for (const file of list) {
      const kind = file.type === 'file' && !isPublished(file.path) ? secretFileKind(file.path) : null;
      if (kind === null) continue;
      const head = headOf(files, file, hidden);
      if (head === null) unread.push(file.path);
      const found = head === null ? null : secretContent(kind, head);
      if (found !== null) faults.push(faultOf(evidence, file, hidden, found));
    }
  }
  if (faults.length > 0) return fail(bounded(unique(faults)));
  if (unread.length > 0) {
    return unknown(
      `${counted(unread.length, 'file')} named like a credential could not be read: ${listed(unread)}.`,
      'medium',
    );
  }
  return pass('No file in any layer holds a credential, as far as names and forms tell.');
}

function faultOf(
  evidence: Evidence,
  file: ImageFile,
  hidden: boolean,
  { what, proven }: { what: string; proven: boolean },
): Fault {
  const deleted = hidden ? ' A later layer deletes or replaces it, but it is still in the image.' : '';
  const shared = secretFileKind(file.path) === 'private-key' && isShared(file.path);
  return {
    message: `${plainName(file.path)} holds ${what}${shared ? ', which an installed package brings' : ''}.${deleted}`,
    fix: FIX,
    location: placeOf(evidence, [file]),
    place: file.path,
    severity: shared ? 'medium' : proven ? 'critical' : null,
  };
}

/** A file that several layers hold is one leak. */
function unique(faults: readonly Fault[]): readonly Fault[] {
  return [...new Map(faults.toReversed().map((fault) => [fault.place, fault])).values()].toReversed();
}

function bounded(faults: readonly Fault[]): readonly Fault[] {
  const rest = faults.slice(MAX_FAULTS);
  const [first] = rest;
  if (first === undefined) return faults;
  const worst = rest.some(({ severity }) => severity === 'critical') ? 'critical' : null;
  const message = `${counted(rest.length, 'more file')} hold credentials.`;
  return [
    ...faults.slice(0, MAX_FAULTS),
    { message, fix: FIX, location: first.location, place: 'more', severity: worst },
  ];
}

/** COPY and ADD of files whose names leave no doubt, in the stages that become the image. */
function copiedByName({ dockerfile }: Evidence): readonly Fault[] {
  if (dockerfile === null) return [];
  const copies = finalChain(dockerfile)
    .flatMap(({ instructions }) => instructions)
    .filter(
      ({ keyword, flags }) => (keyword === 'COPY' || keyword === 'ADD') && !flags.some(({ name }) => name === 'from'),
    );
  const faults = copies.flatMap(({ text, json, location }) => {
    const sources = (json ?? text.trim().split(/\s+/)).slice(0, -1);
    return sources.filter(isSecretByName).map((source) => ({
      message: `${plainName(source)} is copied into the image.`,
      fix: FIX,
      location,
      place: `copy:${source}`,
    }));
  });
  return bounded(unique(faults));
}
