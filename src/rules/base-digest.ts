import { parseImageReference } from '../dockerfile/image-reference.ts';
import { fail, pass, type Rule, unknown } from './rule.ts';

const VIA = { from: 'FROM', copy: 'COPY --from', mount: 'RUN --mount', syntax: '# syntax=' } as const;
const DIGEST = `sha256:${'0'.repeat(64)}`;
const FIX =
  'Write the digest behind the tag, `FROM node:24-slim@sha256:…`, and let Dependabot or Renovate renew both; a digest that nobody renews only gets old.';

export const baseDigest: Rule = {
  id: 'base-digest',
  title: 'Every pulled image is fixed by its digest',
  severity: { mcp: 'low', container: 'low', strict: 'high' },
  why: 'A tag can be moved to another image at any time, by its owner or by who stole the account. A digest names one image for ever, so that what was reviewed is what is built.',
  fix: FIX,
  aliases: [],
  examples: {
    good: [
      { title: 'tag and digest', dockerfile: `FROM node:24-slim@${DIGEST}\n` },
      {
        title: 'a stage and scratch are not pulled',
        dockerfile: `FROM golang:1.26@${DIGEST} AS build\nFROM scratch\nCOPY --from=build /app /app\nCOPY --from=0 /x /x\n`,
      },
      { title: 'nothing is pulled', dockerfile: 'FROM scratch\nCOPY server /server\n' },
      { title: 'through a variable', dockerfile: `ARG BASE=node:24-slim@${DIGEST}\nFROM \${BASE}\n` },
    ],
    bad: [
      { title: 'a tag', dockerfile: 'FROM node:24-slim\n' },
      { title: 'in COPY --from', dockerfile: 'FROM scratch\nCOPY --from=ghcr.io/astral-sh/uv:0.9.2 /uv /bin/uv\n' },
      {
        title: 'in a mount',
        dockerfile: `FROM node:24@${DIGEST}\nRUN --mount=type=bind,from=busybox:1.37,target=/t /t/sh x\n`,
      },
      { title: 'the frontend of the build', dockerfile: '# syntax=docker/dockerfile:1\nFROM scratch\nCOPY a /a\n' },
    ],
  },
  judge({ dockerfile }) {
    if (dockerfile === null) return unknown('Without the Dockerfile nothing tells which images were pulled.');
    const faults = new Map<
      string,
      { message: string; fix: string; location: (typeof dockerfile.pulledImages)[0]['location']; place: string }
    >();
    // What this repository builds has no digest before it is built, and nobody else can move its tag in between.
    const pulled = dockerfile.pulledImages.filter(({ builtBy }) => builtBy === undefined);
    const builtHere = dockerfile.pulledImages.length - pulled.length;
    for (const { reference, via, location } of pulled) {
      const parsed = reference === null ? null : parseImageReference(reference);
      if (parsed === null || parsed.digest !== null) continue;
      const place = `image:${parsed.registry}/${parsed.repository}`;
      if (faults.has(place)) continue;
      faults.set(place, {
        message: `${VIA[via]} pulls ${reference} by its tag, not by a digest.`,
        fix: FIX,
        location,
        place,
      });
    }
    if (faults.size > 0) return fail([...faults.values()]);
    const open = pulled.find(({ reference }) => reference === null);
    if (open !== undefined) return unknown(`${open.written} has variables without a value here.`);
    if (builtHere > 0) return pass('Every pulled image is fixed by its digest, or built by this repository itself.');
    return pass(pulled.length === 0 ? 'No image is pulled.' : 'Every pulled image is fixed by its digest.');
  },
};
