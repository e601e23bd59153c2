import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { type Answer, answers, SARIF_ID } from './answers.ts';
import { type ArtifactsOptions, FakeArtifacts } from './artifacts.ts';
import { type Certificate, makeCertificate } from './certificate.ts';
import { Comments, type FakeComment, type GivenComment } from './comments.ts';
import { Contract, type RequestFacts } from './contract.ts';
import { answerGitObject, type GitObjectsOptions } from './git-objects.ts';
import { type Upload, unpackUpload } from './uploads.ts';

const BASE = '/api/v3';

export interface Script {
  readonly upload?: readonly (Answer | 'accepted')[];
  readonly status?: readonly Answer[];
  readonly listComments?: readonly (Answer | 'listed')[];
  /** Creating and updating; `lost`: the comment is written, and the answer is an outage. */
  readonly writeComment?: readonly (Answer | 'written' | 'lost')[];
}

export interface FakeGitHubOptions {
  /** With a certificate, as an Enterprise Server has it; without, Node needs no NODE_EXTRA_CA_CERTS. */
  readonly tls: boolean;
  readonly token: string;
  /** Played in order, the last one stays. A missing list means that all goes well. */
  readonly script?: Script;
  /** That stand on pull requests already. */
  readonly comments?: readonly GivenComment[];
  readonly artifacts?: ArtifactsOptions;
  /** The repository on this machine whose commits, trees and blobs are shown; none: all are unknown. */
  readonly objects?: GitObjectsOptions;
}

export interface FakeGitHub extends AsyncDisposable {
  /** `127.0.0.1:PORT`. */
  readonly instance: string;
  readonly apiUrl: string;
  /** For NODE_EXTRA_CA_CERTS; empty without TLS. */
  readonly caFile: string;
  readonly requests: readonly RequestFacts[];
  readonly uploads: readonly Upload[];
  readonly comments: readonly FakeComment[];
  /** Whatever GitHub would not have understood, and answers that GitHub would not have given. A test asserts that it is empty. */
  readonly violations: readonly string[];
}

/** A stand-in for GitHub's REST API on loopback that holds every request against GitHub's published description. */
export async function startFakeGitHub(options: FakeGitHubOptions): Promise<FakeGitHub> {
  const state = new State(options);
  const listener: RequestListener = (request, response) => {
    state.handle(request).then(
      (answer) => reply(response, answer),
      (error: unknown) => {
        state.violations.push(`the request could not be read: ${String(error)}`);
        reply(response, { status: 400, body: { message: 'Problems parsing JSON' } });
      },
    );
  };
  const certificate = options.tls ? await makeCertificate() : null;
  const server = certificate === null ? createServer(listener) : createTlsServer(certificate, listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const instance = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    instance,
    apiUrl: `${certificate === null ? 'http' : 'https'}://${instance}${BASE}`,
    caFile: certificate?.file ?? '',
    requests: state.requests,
    uploads: state.uploads,
    comments: state.comments.all,
    violations: state.violations,
    [Symbol.asyncDispose]: () => stop(server, certificate),
  };
}

class State {
  readonly requests: RequestFacts[] = [];
  readonly uploads: Upload[] = [];
  readonly violations: string[] = [];
  readonly comments: Comments;
  readonly #artifacts: FakeArtifacts;
  readonly #objects: GitObjectsOptions | null;
  readonly #contract = new Contract();
  readonly #token: string;
  readonly #upload: (Answer | 'accepted')[];
  readonly #status: Answer[];
  readonly #listComments: (Answer | 'listed')[];
  readonly #writeComment: (Answer | 'written' | 'lost')[];

  constructor({ token, script, comments, artifacts, objects }: FakeGitHubOptions) {
    this.#objects = objects ?? null;
    this.#artifacts = new FakeArtifacts(artifacts ?? { all: [] }, (id) => this.#contract.sampleOf(id));
    this.comments = new Comments(comments ?? []);
    this.#listComments = [...(script?.listComments ?? ['listed' as const])];
    this.#writeComment = [...(script?.writeComment ?? ['written' as const])];
    this.#token = token;
    this.#upload = [...(script?.upload ?? ['accepted' as const])];
    this.#status = [...(script?.status ?? [answers.complete])];
  }

  async handle(incoming: IncomingMessage): Promise<Answer> {
    const request = await readRequest(incoming);
    this.requests.push(request);
    const matched = this.#contract.match(request.method, request.path);
    if (matched === null) {
      return this.#violation([`no such operation: ${request.method} ${request.path}`]);
    }
    const faults = this.#contract.requestFaults(matched, request);
    if (faults.length > 0) {
      return this.#violation(faults.map((fault) => `${matched.operationId}: ${fault}`));
    }
    const answer = await this.#answer(matched.operationId, matched.parameters, request);
    this.violations.push(...this.#contract.answerFaults(matched.operationId, answer.status, answer.body));
    return answer;
  }

  #answer(
    operationId: string,
    parameters: Readonly<Record<string, string>>,
    request: RequestFacts,
  ): Answer | Promise<Answer> {
    if (request.headers['authorization'] !== `token ${this.#token}`) {
      return answers.badCredentials;
    }
    if (operationId === 'code-scanning/get-sarif') {
      return parameters['sarif_id'] === SARIF_ID ? next(this.#status, answers.complete) : { status: 404, body: null };
    }
    if (operationId === 'issues/list-comments') {
      const answer = next(this.#listComments, 'listed');
      return answer === 'listed' ? this.comments.list(Number(parameters['issue_number']), request.query) : answer;
    }
    if (operationId.startsWith('actions/') || operationId === 'repos/compare-commits') {
      return this.#artifacts.answer({ operationId, parameters }, request.query);
    }
    if (operationId.startsWith('git/')) {
      return this.#objects === null
        ? answers.notFound
        : answerGitObject({ operationId, parameters }, request.query, this.#objects, (id) =>
            this.#contract.sampleOf(id),
          );
    }
    if (operationId.startsWith('issues/')) {
      return this.#write(operationId, parameters, request);
    }
    const answer = next(this.#upload, 'accepted');
    if (answer !== 'accepted') {
      return answer;
    }
    this.uploads.push(unpackUpload(`${parameters['owner']}/${parameters['repo']}`, request.body));
    return receipt(request);
  }

  #write(operationId: string, parameters: Readonly<Record<string, string>>, request: RequestFacts): Answer {
    const answer = next(this.#writeComment, 'written');
    if (answer !== 'written' && answer !== 'lost') {
      return answer;
    }
    const { body } = request.body as { readonly body: string };
    const written =
      operationId === 'issues/create-comment'
        ? this.comments.create(Number(parameters['issue_number']), body)
        : this.comments.update(Number(parameters['comment_id']), body);
    return answer === 'lost' ? answers.unavailable : written;
  }

  #violation(faults: readonly string[]): Answer {
    this.violations.push(...faults);
    return { status: 422, body: { message: 'Invalid request.', errors: faults } };
  }
}

function receipt({ path, headers }: RequestFacts): Answer {
  return { status: 202, body: { id: SARIF_ID, url: `https://${String(headers['host'])}${BASE}${path}/${SARIF_ID}` } };
}

function next<T>(script: T[], otherwise: T): T {
  return (script.length > 1 ? script.shift() : script[0]) ?? otherwise;
}

async function readRequest(incoming: IncomingMessage): Promise<RequestFacts> {
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  const hasBody = incoming.headers['content-length'] !== undefined || 'transfer-encoding' in incoming.headers;
  return {
    method: incoming.method ?? '',
    path: url.pathname.startsWith(BASE) ? url.pathname.slice(BASE.length) : `(outside of ${BASE}) ${url.pathname}`,
    query: Object.fromEntries(url.searchParams),
    headers: incoming.headers,
    body: hasBody ? await json(incoming) : null,
  };
}

function reply(response: ServerResponse, { status, body, headers }: Answer): void {
  const text = body === null ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...(text === '' ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...headers,
  });
  response.end(text);
}

async function stop(server: ReturnType<typeof createServer>, certificate: Certificate | null): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await certificate?.remove();
}
