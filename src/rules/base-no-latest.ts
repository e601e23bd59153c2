import { parseImageReference } from '../dockerfile/image-reference.ts';
import { fail, pass, type Rule, unknown } from './rule.ts';

export const baseNoLatest: Rule = {
  id: 'base-no-latest',
  title: 'No image is pulled as latest',
  severity: { mcp: 'medium', container: 'medium', strict: 'high' },
  why: 'What `latest` means changes without a commit: the same Dockerfile builds another image tomorrow, and no pull request shows it.',
  fix: 'Name a version, best with its digest: `FROM node:24.11-slim@sha256:…`.',
  aliases: ['DL3006', 'DL3007', 'DS-0001', 'DKL-DI-0006'],
  examples: {
    good: [
      { title: 'a tag', dockerfile: 'FROM node:24-slim\n' },
      {
        title: 'a stage, and scratch',
        dockerfile: 'FROM node:24 AS build\nFROM build AS test\nFROM scratch\nCOPY --from=build /app /app\n',
      },
      { title: 'a variable with a default', dockerfile: 'ARG TAG=24-slim\nFROM node:${TAG}\n' },
      {
        title: 'latest, but fixed by a digest',
        dockerfile: 'FROM node:latest@sha256:0000000000000000000000000000000000000000000000000000000000000000\n',
      },
      { title: 'a registry with a port', dockerfile: 'FROM localhost:5000/base:1\n' },
    ],
    bad: [
      { title: 'latest', dockerfile: 'FROM node:latest\n' },
      { title: 'no tag', dockerfile: 'FROM node\n' },
      { title: 'no tag behind a registry with a port', dockerfile: 'FROM localhost:5000/base\n' },
      { title: 'in COPY --from', dockerfile: 'FROM scratch\nCOPY --from=ghcr.io/astral-sh/uv /uv /bin/uv\n' },
    ],
  },
  judge(evidence) {
    if (evidence.dockerfile === null) return unknown('Without the Dockerfile nothing tells which images were pulled.');
    // The frontend image is fetched by a tag that its authors keep compatible on purpose (docker/dockerfile:1).
    const pulled = evidence.dockerfile.pulledImages.filter(({ via }) => via !== 'syntax');
    const faults = pulled.flatMap((image) => {
      const reference = image.reference === null ? null : parseImageReference(image.reference);
      if (reference === null || reference.digest !== null) return [];
      if (reference.tag !== null && reference.tag !== 'latest') return [];
      const how = reference.tag === null ? 'has no tag, which means latest' : 'is pulled as latest';
      return [
        {
          message: `${image.reference ?? image.written} ${how}.`,
          fix: 'Name a version, best with its digest.',
          location: image.location,
          place: `image:${reference.registry}/${reference.repository}`,
        },
      ];
    });
    if (faults.length > 0) return fail(faults);
    const open = pulled.find(({ reference }) => reference === null);
    if (open !== undefined) return unknown(`${open.written} has variables without a value here.`);
    return pass(pulled.length === 0 ? 'No image is pulled.' : 'Every pulled image has a version.');
  },
};
