import type { Answer } from './answers.ts';
import type { Matched } from './contract.ts';

/** An artifact of the fake's repository, with the run that made it. Runs are pushes to main unless they say otherwise. */
export interface FakeArtifact {
  readonly id: number;
  readonly name: string;
  readonly bytes?: number;
  readonly expired?: boolean;
  readonly createdAt?: string;
  readonly headSha: string;
  readonly headBranch?: string;
  /** `owner/name`. */
  readonly headRepository?: string;
  readonly event?: string;
  /** What its run says of the commit, when that is not what the list says. */
  readonly runHeadSha?: string;
  /** Where its zip lies. */
  readonly location?: string;
}

export interface ArtifactsOptions {
  readonly all: readonly FakeArtifact[];
  /** How the head of a comparison lies to its base, by `BASE...HEAD`; a missing one is 404. */
  readonly comparisons?: Readonly<Record<string, 'ahead' | 'behind' | 'diverged' | 'identical'>>;
  /** By operation id; played in order, the last one stays. `well`: as GitHub would. */
  readonly script?: Readonly<Record<string, readonly (Answer | 'well')[]>>;
}

const REPOSITORY = 'acme/mcp';
const IDS: Readonly<Record<string, number>> = { [REPOSITORY]: 1 };

/** Artifacts, runs and comparisons, answered as GitHub answers. `sample` fills in what nobody asks for. */
export class FakeArtifacts {
  readonly #options: ArtifactsOptions;
  readonly #left: Map<string, (Answer | 'well')[]>;
  readonly #sample: (operationId: string) => Readonly<Record<string, unknown>>;

  constructor(options: ArtifactsOptions, sampleOf: (operationId: string) => Readonly<Record<string, unknown>>) {
    this.#options = options;
    this.#left = new Map(Object.entries(options.script ?? {}).map(([id, answers]) => [id, [...answers]]));
    this.#sample = sampleOf;
  }

  answer({ operationId, parameters }: Matched, query: Readonly<Record<string, string>>): Answer {
    const left = this.#left.get(operationId) ?? [];
    const scripted = (left.length > 1 ? left.shift() : left[0]) ?? 'well';
    if (scripted !== 'well') return scripted;
    switch (operationId) {
      case 'actions/list-artifacts-for-repo':
        return this.#list(query);
      case 'actions/get-workflow-run':
        return this.#run(Number(parameters['run_id']));
      case 'actions/download-artifact':
        return this.#download(Number(parameters['artifact_id']));
      default:
        return this.#compare(`${parameters['base']}...${parameters['head']}`);
    }
  }

  #list({ name, per_page: size, page }: Readonly<Record<string, string>>): Answer {
    const [perPage, number] = [Number(size ?? 30), Number(page ?? 1)];
    const named = this.#options.all.filter((one) => name === undefined || one.name === name);
    const shown = named.slice((number - 1) * perPage, number * perPage);
    return { status: 200, body: { total_count: named.length, artifacts: shown.map(listed) } };
  }

  #run(id: number): Answer {
    const artifact = this.#options.all.find((one) => runOf(one) === id);
    if (artifact === undefined) return NOT_FOUND;
    const some = this.#sample('actions/get-workflow-run');
    const repository = (name: string) => ({ ...(some['repository'] as object), full_name: name });
    const body = {
      ...some,
      id,
      event: artifact.event ?? 'push',
      head_branch: artifact.headBranch ?? 'main',
      head_sha: artifact.runHeadSha ?? artifact.headSha,
      repository: repository(REPOSITORY),
      head_repository: repository(artifact.headRepository ?? REPOSITORY),
    };
    return { status: 200, body };
  }

  #download(id: number): Answer {
    const artifact = this.#options.all.find((one) => one.id === id);
    if (artifact === undefined) return NOT_FOUND;
    if (artifact.expired === true) return { status: 410, body: { message: 'Artifact has expired' } };
    return { status: 302, body: null, headers: { location: artifact.location ?? '' } };
  }

  #compare(both: string): Answer {
    const status = this.#options.comparisons?.[both];
    if (status === undefined) return NOT_FOUND;
    return { status: 200, body: { ...this.#sample('repos/compare-commits'), status, commits: [] } };
  }
}

const NOT_FOUND: Answer = { status: 404, body: { message: 'Not Found', documentation_url: 'https://docs.github.com' } };

function runOf({ id }: FakeArtifact): number {
  return 9_000 + id;
}

function listed(one: FakeArtifact): unknown {
  const url = `https://api.github.com/repos/${REPOSITORY}/actions/artifacts/${one.id}`;
  const createdAt = one.createdAt ?? '2026-11-20T08:00:00Z';
  return {
    id: one.id,
    node_id: `A_${one.id}`,
    name: one.name,
    size_in_bytes: one.bytes ?? 1_000,
    url,
    archive_download_url: `${url}/zip`,
    expired: one.expired ?? false,
    created_at: createdAt,
    expires_at: '2027-02-20T08:00:00Z',
    updated_at: createdAt,
    workflow_run: {
      id: runOf(one),
      repository_id: IDS[REPOSITORY],
      head_repository_id: IDS[one.headRepository ?? REPOSITORY] ?? 2,
      head_branch: one.headBranch ?? 'main',
      head_sha: one.headSha,
    },
  };
}
