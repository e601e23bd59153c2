import { parseImageReference } from '../dockerfile/image-reference.ts';
import type { Evidence } from '../model/subject.ts';
import { fail, type Judgement, pass, type Rule, unknown } from './rule.ts';
import { fromLine } from './shared/effective.ts';

/**
 * Between the two camps: slim variants stay near a hundred distribution packages, full ones have several hundred. What a
 * build adds on purpose to a base that is minimal by name does not count against it.
 */
const MANY_PACKAGES = 150;

const MINIMAL_TAG = /(^|[-._])(alpine|slim|distroless|chiseled|micro|minimal|busybox|musl)(\d|[-._]|$)/i;
const MINIMAL_REPOSITORY =
  /(^|[/-])(alpine|busybox|distroless|wolfi|wolfi-base|ubi\d*-(micro|minimal)|chiseled)([-/]|$)|^(cgr\.dev\/chainguard|dhi\.io|gcr\.io\/distroless)\//i;

/** Official images whose plain tags are full distributions; of any other repository the name says nothing. */
const OFFICIAL = /^docker\.io\/library\//;

const FIX =
  'Build the final stage on a slim, Alpine or distroless variant, such as `node:24-slim`; builder stages are free.';

export const baseMinimal: Rule = {
  id: 'base-minimal',
  title: 'The final image stands on a minimal base',
  severity: { mcp: 'medium', container: 'medium', strict: 'high' },
  why: 'Every package of the base is code that can be attacked and that must be patched. A full distribution brings compilers and hundreds of libraries that a server never calls.',
  fix: FIX,
  aliases: ['CIS 4.3'],
  examples: {
    good: [
      { title: 'an Alpine variant', dockerfile: 'FROM node:24-alpine\n' },
      {
        title: 'nothing at all',
        dockerfile: 'FROM golang:1.26 AS build\nFROM scratch\nCOPY --from=build /server /server\n',
      },
      { title: 'distroless', dockerfile: 'FROM gcr.io/distroless/static-debian12:nonroot\n' },
      {
        title: 'a full image in a builder only',
        dockerfile: 'FROM node:24 AS build\nFROM node:24-slim\nCOPY --from=build /app /app\n',
      },
    ],
    bad: [
      { title: 'a full language image', dockerfile: 'FROM node:24\n' },
      { title: 'through a stage', dockerfile: 'FROM python:3.14 AS base\nFROM base\n' },
    ],
  },
  judge(evidence) {
    return measured(evidence) ?? named(evidence);
  },
};

/** The packages that are really there decide; a minimal base is not blamed for what the build added on purpose. */
function measured(evidence: Evidence): Judgement | null {
  const { image, scan } = evidence;
  if (image === null || scan === null) return null;
  if (scan.osPackages <= MANY_PACKAGES) {
    return pass(
      scan.osPackages === 0
        ? 'No distribution packages in the image.'
        : `${scan.osPackages} distribution packages in the image.`,
    );
  }
  const base = evidence.dockerfile?.base?.reference ?? null;
  if (base !== null && isMinimal(base))
    return pass(`${base} is a minimal base; the build adds up to ${scan.osPackages} packages.`);
  return fail([
    {
      message: `The image has ${scan.osPackages} distribution packages (a minimal base has at most ${MANY_PACKAGES}).`,
      fix: FIX,
      location: fromLine(evidence),
    },
  ]);
}

function named(evidence: Evidence): Judgement {
  const dockerfile = evidence.dockerfile;
  if (dockerfile === null) return unknown('Without the Dockerfile or a scan nothing tells what the base is.');
  if (dockerfile.base === null) return pass('The final stage starts from scratch.');
  const { reference, written, location } = dockerfile.base;
  if (reference === null) return unknown(`${written} has variables without a value here.`);
  if (isMinimal(reference)) return pass(`${reference} is a minimal variant by its name.`);
  if (!OFFICIAL.test(fullName(reference)))
    return unknown(`The name of ${reference} does not tell how large it is; only the built image can.`);
  return fail([{ message: `${reference} is a full image, not a minimal variant.`, fix: FIX, location }]);
}

function isMinimal(reference: string): boolean {
  return MINIMAL_REPOSITORY.test(fullName(reference)) || MINIMAL_TAG.test(parseImageReference(reference)?.tag ?? '');
}

function fullName(reference: string): string {
  const parsed = parseImageReference(reference);
  return parsed === null ? reference : `${parsed.registry}/${parsed.repository}`;
}
