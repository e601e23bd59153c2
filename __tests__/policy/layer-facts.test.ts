import { describe, expect, test } from '@jest/globals';
import { layerFacts } from '../../src/policy/layer-facts.ts';
import { dockerfile, evidence, image } from '../support/evidence.ts';

const layers = [1, 2, 3, 4].map((index) => ({ diffId: `sha256:${index}`, size: index * 1000 }));
const entry = (createdBy: string, emptyLayer = false) => ({ createdBy, comment: '', emptyLayer });
const TOKEN = 'ghp_NotARealTokenItIsOnlyForTheTest00000';

const history = [
  entry('/bin/sh -c #(nop) ADD file:0123 in / '),
  entry('ENV API_TOKEN=x', true),
  entry('WORKDIR /app'),
  entry(`RUN |1 TOKEN=${TOKEN} /bin/sh -c npm ci --token=${TOKEN} # buildkit`),
  entry('COPY secret.txt /app/ # buildkit'),
];
const text = `FROM node:24-slim\nWORKDIR /app\nRUN npm ci --token=${TOKEN}\nCOPY secret.txt /app/\n`;

describe('the layers of an image for its picture', () => {
  test('each with its size, its instruction and its line; the lowest come with FROM', () => {
    const facts = layerFacts(evidence({ dockerfile: dockerfile(text), image: image({}, { layers, history }) }));
    expect(
      facts.map(({ size, origin, instruction, location }) => [size, origin, instruction, location?.startLine]),
    ).toEqual([
      [1000, 'base', 'FROM node:24-slim', 1],
      [2000, 'build', 'WORKDIR', 2],
      [3000, 'build', 'RUN npm', 3],
      [4000, 'build', 'COPY', 4],
    ]);
  });

  test('without a Dockerfile the history says what kind of instruction it was', () => {
    const facts = layerFacts(evidence({ image: image({}, { layers, history }) }));
    expect(facts.map(({ origin, instruction, location }) => [origin, instruction, location])).toEqual([
      [null, 'ADD', null],
      [null, 'WORKDIR', null],
      [null, 'RUN', null],
      [null, 'COPY', null],
    ]);
  });

  test.each([
    ['squashed', [entry('squashed')], ['', '', '', '']],
    ['of another builder', layers.map(() => entry('bazel build ...')), ['', '', '', '']],
    ['of the legacy builder', layers.map(() => entry(`/bin/sh -c echo ${TOKEN}`)), ['RUN', 'RUN', 'RUN', 'RUN']],
  ])('a history that is %s', (_, told, instructions) => {
    const facts = layerFacts(evidence({ image: image({}, { layers, history: told }) }));
    expect(facts.map(({ instruction }) => instruction)).toEqual(instructions);
  });

  test.each([[TOKEN], ['secret.txt'], ['API_TOKEN']])(
    '%s of a build argument, a command or a copy is not shown',
    (secret) => {
      const shown = [dockerfile(text), null].map((file) =>
        layerFacts(evidence({ dockerfile: file, image: image({}, { layers, history }) })),
      );
      expect(JSON.stringify(shown)).not.toContain(secret);
    },
  );

  test.each([
    [`RUN ${TOKEN}`, 'RUN'],
    ['RUN TOKEN=x npm ci', 'RUN'],
    ['RUN ["npm", "ci"]', 'RUN'],
    ['RUN apt-get update', 'RUN apt-get'],
  ])('%s is shown as %s', (line, shown) => {
    const built = [entry('ADD rootfs'), entry(`RUN /bin/sh -c ${line.slice(4)} # buildkit`)];
    const two = image({}, { layers: layers.slice(0, 2), history: built });
    const facts = layerFacts(evidence({ dockerfile: dockerfile(`FROM node:24-slim\n${line}\n`), image: two }));
    expect(facts[1]?.instruction).toBe(shown);
  });

  test('no image, no layers', () => {
    expect(layerFacts(evidence({ dockerfile: dockerfile(text) }))).toEqual([]);
  });
});
