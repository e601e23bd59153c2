import picomatch from 'picomatch';
import { type ImageReference, parseImageReference } from '../dockerfile/image-reference.ts';
import type { PulledImage } from '../model/dockerfile.ts';
import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';

const VIA = { from: 'FROM', copy: 'COPY --from', mount: 'RUN --mount', syntax: '# syntax=' } as const;

export const baseAllowed: Rule = {
  id: 'base-allowed',
  title: 'Only approved images take part in the build',
  severity: { mcp: 'high', container: 'high', strict: 'high' },
  why: 'What a build pulls, it runs or copies into the result. An image that is only used in COPY --from, in RUN --mount or as the frontend of the build counts as much as the base.',
  fix: 'Use an approved image, or add it to `allow-base`.',
  aliases: ['DL3026', 'CIS 4.2'],
  examples: {
    good: [
      { title: 'matched by a glob', dockerfile: 'FROM node:24-slim\n', options: { allowedBases: ['node:*-slim'] } },
      {
        title: 'a stage and scratch are no images',
        dockerfile: 'FROM node:24-slim AS build\nFROM scratch\nCOPY --from=build /app /app\nCOPY --from=0 /x /x\n',
        options: { allowedBases: ['docker.io/library/node'] },
      },
      {
        title: 'any repository below a folder',
        dockerfile:
          'FROM ghcr.io/acme/base/node:1@sha256:0000000000000000000000000000000000000000000000000000000000000000\n',
        options: { allowedBases: ['ghcr.io/acme/**'] },
      },
    ],
    bad: [
      { title: 'another base', dockerfile: 'FROM python:3.14\n', options: { allowedBases: ['node'] } },
      {
        title: 'through COPY --from',
        dockerfile: 'FROM node:24\nCOPY --from=evil.example/tool:1 /tool /tool\n',
        options: { allowedBases: ['node'] },
      },
      {
        title: 'through a mount',
        dockerfile: 'FROM node:24\nRUN --mount=type=bind,from=evil.example/tool:1,target=/t /t/install\n',
        options: { allowedBases: ['node'] },
      },
      {
        title: 'the frontend of the build',
        dockerfile: '# syntax=evil.example/frontend:1\nFROM node:24\n',
        options: { allowedBases: ['node'] },
      },
    ],
  },
  judge(evidence, { allowedBases }) {
    if (allowedBases.length === 0) return notApplicable('No list of approved images is set.');
    if (evidence.dockerfile === null) return unknown('Without the Dockerfile nothing tells which images were pulled.');
    const pulled = evidence.dockerfile.pulledImages;
    const approved = allowedBases.map(approves);
    const verdicts = pulled.map((image) => ({ image, verdict: judgeOne(image, approved) }));
    const refused = verdicts.filter(({ verdict }) => verdict === false).map(({ image }) => image);
    if (refused.length > 0) {
      return fail(
        refused.map((image) => ({
          message: `${VIA[image.via]} pulls ${image.reference ?? image.written}, which no approved pattern matches.`,
          fix: `Use an image that matches ${allowedBases.slice(0, 5).join(', ')}, or approve this one.`,
          location: image.location,
          place: `image:${repositoryOf(image)}`,
        })),
      );
    }
    const open = verdicts.find(({ verdict }) => verdict === null);
    if (open !== undefined)
      return unknown(`${VIA[open.image.via]} names ${open.image.written}, whose variables have no value here.`);
    return pass(pulled.length === 0 ? 'No image is pulled.' : `All ${pulled.length} pulled images are approved.`);
  },
};

/** Null when a variable in the reference has no value. */
function judgeOne(image: PulledImage, approved: readonly ((reference: ImageReference) => boolean)[]): boolean | null {
  if (image.reference === null) return null;
  const reference = parseImageReference(image.reference);
  return reference !== null && approved.some((matches) => matches(reference));
}

/**
 * A glob over the full name (`docker.io/library/` is added as engines add it). `*` stops at a slash, `**` does not.
 * Without a tag or digest in its last part the pattern allows all of them.
 */
function approves(pattern: string): (reference: ImageReference) => boolean {
  const glob = picomatch(withRegistry(pattern), { dot: true, nobrace: true, noextglob: true, nonegate: true });
  return ({ registry, repository, tag, digest }) => {
    const name = `${registry}/${repository}`;
    const tagged = `${name}:${tag ?? 'latest'}`;
    // With a digest the tag is only what the author calls it, but the repository is certain: its name counts as written.
    const names =
      digest === null
        ? [name, tagged]
        : [name, `${name}@${digest}`, ...(tag === null ? [] : [tagged, `${tagged}@${digest}`])];
    return names.some((candidate) => glob(candidate));
  };
}

/** `node` → `docker.io/library/node`, as engines read names: the first part is a registry if it has a dot, a colon or is localhost. */
function withRegistry(pattern: string): string {
  const parts = pattern.split('/');
  const first = parts[0] ?? '';
  if (parts.length === 1) return `docker.io/library/${pattern}`;
  return /[.:*]/.test(first) || first === 'localhost' ? pattern : `docker.io/${pattern}`;
}

function repositoryOf(image: PulledImage): string {
  const reference = parseImageReference(image.reference ?? '');
  return reference === null ? image.written : `${reference.registry}/${reference.repository}`;
}
