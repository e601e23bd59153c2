import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluateDockerfile } from '../../src/dockerfile/evaluate.ts';
import { DockerfileError, readDockerfile } from '../../src/dockerfile/read.ts';
import type { DockerfileEvidence, EffectiveConfig } from '../../src/model/dockerfile.ts';
import { ask } from './support/compare.ts';
import { generate } from './support/generate.ts';
import { evidenceOf, NO_BASES } from './support/text.ts';

const GENERATED = generate(7, 1500);

/** Null for a text that is rejected; any other error is a fault of ours and fails the test. */
function tryEvaluate(text: string | Uint8Array, assumeBuilds = false): DockerfileEvidence | null {
  try {
    const options = { target: null, buildArgs: {}, platform: 'linux/amd64', baseConfig: NO_BASES, assumeBuilds };
    return evaluateDockerfile(readDockerfile(text, 'Dockerfile'), options);
  } catch (error) {
    if (error instanceof DockerfileError && error.line >= 1 && !error.message.includes('\n')) return null;
    throw error;
  }
}

function everything(config: EffectiveConfig): readonly { readonly known: boolean }[] {
  const { exposedPorts, env, labels, volumes, ...settings } = config;
  return [...Object.values(settings), ...[exposedPorts, env, labels, volumes].flatMap((list) => list.entries)];
}

describe('whatever the text', () => {
  test('bytes are read or rejected with a line', () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 20 }),
      fc
        .constantFrom('FROM a\n', 'RUN <<E\n', 'ENV ', '${', '"', '\\\n', '# escape=`\n', '\r\n')
        .map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        tryEvaluate(Buffer.concat([Buffer.from('FROM a\n'), ...pieces]));
      }),
      { numRuns: 2000, seed: 11 },
    );
  });

  test('unresolved bases give the values of empty ones', () => {
    for (const { bases: _, ...question } of GENERATED) expect(ask(question, true)).toEqual(ask(question));
  });

  test('a file that is known to build gives no other values, and more files', () => {
    let more = 0;
    for (const { text } of GENERATED) {
      const [strict, lenient] = [tryEvaluate(text), tryEvaluate(text, true)];
      if (strict !== null) expect(lenient?.config).toEqual(strict.config);
      else if (lenient !== null) more++;
    }
    expect(more).toBeGreaterThan(0);
  });

  test('on scratch nothing is unknown', () => {
    let accepted = 0;
    for (const { text } of GENERATED) {
      const evidence = tryEvaluate(text.replace(/^FROM \S+/gim, 'FROM scratch').replace(/--from=\S+/g, ''));
      // Spellings of FROM that the replacement above does not catch.
      if (evidence === null || evidence.base !== null) continue;
      accepted++;
      expect(everything(evidence.config).every(({ known }) => known)).toBe(true);
    }
    expect(accepted).toBeGreaterThan(20);
  });

  test('every location lies in the file', () => {
    for (const { text } of GENERATED) {
      const evidence = tryEvaluate(text, true);
      if (evidence === null) continue;
      const last = text.split('\n').length;
      const places = [
        ...evidence.stages.flatMap((stage) => stage.instructions),
        ...evidence.stages,
        ...evidence.pulledImages,
      ];
      for (const { location } of places) {
        expect(location.startLine).toBeGreaterThanOrEqual(1);
        expect(location.endLine).toBeGreaterThanOrEqual(location.startLine);
        expect(location.endLine).toBeLessThanOrEqual(last);
      }
    }
  });
});

test('the evidence is plain data: it survives JSON', () => {
  const evidence = evidenceOf(
    '# syntax=x\nARG A=1\nFROM a AS b\nENV X=$A\nFROM b\nHEALTHCHECK CMD x\nCOPY <<E /x\ny\nE',
  );
  expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence);
});
