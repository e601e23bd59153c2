import { describe, expect, test } from '@jest/globals';
import { evaluateDockerfile } from '../../src/dockerfile/evaluate.ts';
import { readDockerfile } from '../../src/dockerfile/read.ts';
import { likelyContext } from '../../src/init/context.ts';

const FILES = ['package.json', 'servers/time/server.js', 'servers/time/src/a.ts', 'servers/shared/b.ts'];

function contextOf(lines: string, file = 'servers/time/Dockerfile'): string {
  const parsed = readDockerfile(new TextEncoder().encode(`FROM scratch AS build\n${lines}\n`), file);
  const options = { target: null, buildArgs: {}, platform: 'linux/amd64', baseConfig: () => null, assumeBuilds: true };
  return likelyContext(evaluateDockerfile(parsed, options), FILES);
}

describe('the folder that a Dockerfile is built in has what it copies', () => {
  test.each([
    ['nothing copied: its own folder', 'RUN true', 'servers/time'],
    ['its own files', 'COPY server.js src/ /app/', 'servers/time'],
    ['files named from the root', 'COPY servers/time/server.js /app/', '.'],
    ['files beside it', 'COPY shared/b.ts /app/', 'servers'],
    ['most of them', 'COPY package.json servers/time/server.js gone.txt /app/', '.'],
    ['everything: its own folder', 'COPY . /app', 'servers/time'],
    ['wildcards by what stands before them', 'COPY servers/shared/*.ts /app/', '.'],
    ['a JSON form', 'COPY ["./server.js", "/app/"]', 'servers/time'],
    ['what another stage has does not count', 'COPY --from=other package.json /app/', 'servers/time'],
    ['addresses and variables do not count', 'ARG F\nADD https://example.com/package.json $F /app/', 'servers/time'],
    ['what lies outside cannot be copied', 'COPY ../../package.json /app/', 'servers/time'],
  ])('%s', (_what, lines, folder) => {
    expect(contextOf(lines)).toBe(folder);
  });

  test('of a Dockerfile in the root it is the root', () => {
    expect(contextOf('COPY server.js /app/', 'Dockerfile.time')).toBe('.');
  });
});
