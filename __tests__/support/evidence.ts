import { evaluateDockerfile } from '../../src/dockerfile/evaluate.ts';
import { readDockerfile } from '../../src/dockerfile/read.ts';
import type { DockerfileEvidence } from '../../src/model/dockerfile.ts';
import type { ImageConfig, ImageEvidence } from '../../src/model/image.ts';
import type { RepositoryEvidence } from '../../src/model/repository.ts';
import type { ScanEvidence } from '../../src/model/scan.ts';
import type { Evidence } from '../../src/model/subject.ts';
import type { Judgement, Rule, RuleOptions } from '../../src/rules/rule.ts';

/** Evidence for tests of rules and judgement: real Dockerfile text, and image configs as a build would leave them. */

export function dockerfile(text: string, target: string | null = null): DockerfileEvidence {
  return evaluateDockerfile(readDockerfile(text, 'Dockerfile'), {
    target,
    buildArgs: {},
    platform: 'linux/amd64',
    baseConfig: () => null,
    assumeBuilds: true,
  });
}

export function image(config: Partial<ImageConfig> = {}, rest: Partial<ImageEvidence> = {}): ImageEvidence {
  return {
    reference: 'app:ci',
    imageId: `sha256:${'1'.repeat(64)}`,
    digest: null,
    platform: 'linux/amd64',
    config: {
      user: '',
      exposedPorts: [],
      healthcheck: null,
      entrypoint: ['/server'],
      cmd: null,
      env: [],
      workingDir: '',
      labels: {},
      volumes: [],
      stopSignal: null,
      shell: null,
      ...config,
    },
    history: [],
    layers: [],
    texts: { '/etc/passwd': null, '/etc/group': null },
    files: null,
    ...rest,
  };
}

export function scan(rest: Partial<ScanEvidence> = {}): ScanEvidence {
  return {
    trivyVersion: '0.74.0',
    os: { family: 'alpine', name: '3.22.1', endOfLife: false },
    platform: 'linux/amd64',
    osPackages: 20,
    languagePackages: 0,
    advisories: [],
    secrets: [],
    licenses: [],
    ...rest,
  };
}

/** A repository with git that tracks nothing; its root is the working directory. */
export function repository(rest: Partial<RepositoryEvidence> = {}): RepositoryEvidence {
  return { files: [], prefix: '', context: null, ignoreFile: null, updaters: {}, unreadable: [], ...rest };
}

export function evidence(parts: Partial<Evidence>): Evidence {
  return { dockerfile: null, image: null, scan: null, repository: null, ...parts };
}

const OPTIONS: RuleOptions = { profile: 'mcp', transport: 'auto', allowedBases: [], allowedPorts: ['3000/tcp'] };

export function judge(rule: Rule, parts: Partial<Evidence>, options: Partial<RuleOptions> = {}): Judgement {
  return rule.judge(evidence(parts), { ...OPTIONS, ...options });
}

export function judgeText(rule: Rule, text: string, options: Partial<RuleOptions> = {}): Judgement {
  return judge(rule, { dockerfile: dockerfile(text) }, options);
}
