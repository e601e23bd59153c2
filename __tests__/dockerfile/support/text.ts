import type { BaseConfig } from '../../../src/dockerfile/base-config.ts';
import { type EvaluateOptions, evaluateDockerfile } from '../../../src/dockerfile/evaluate.ts';
import { DockerfileError, readDockerfile } from '../../../src/dockerfile/read.ts';
import type { DockerfileEvidence, EffectiveConfig } from '../../../src/model/dockerfile.ts';

export const NO_BASES = (): BaseConfig | null => null;

/** Evidence of a Dockerfile given as text; no base is known unless the options say so. */
export function evidenceOf(text: string, options: Partial<EvaluateOptions> = {}): DockerfileEvidence {
  return evaluateDockerfile(readDockerfile(text, 'Dockerfile'), {
    target: null,
    buildArgs: {},
    platform: 'linux/amd64',
    baseConfig: NO_BASES,
    ...options,
  });
}

export function configOf(text: string, options: Partial<EvaluateOptions> = {}): EffectiveConfig {
  return evidenceOf(text, options).config;
}

/** The line and reason with which a text is rejected; fails when it is not. */
export function rejectionOf(text: string | Uint8Array, options: Partial<EvaluateOptions> = {}): string {
  try {
    const parsed = readDockerfile(text, 'Dockerfile');
    evaluateDockerfile(parsed, {
      target: null,
      buildArgs: {},
      platform: 'linux/amd64',
      baseConfig: NO_BASES,
      ...options,
    });
  } catch (error) {
    if (error instanceof DockerfileError) return `${error.line}: ${error.message}`;
    throw error;
  }
  throw new Error('it was accepted');
}

export function lines(start: number, end = start): { file: string; startLine: number; endLine: number } {
  return { file: 'Dockerfile', startLine: start, endLine: end };
}
