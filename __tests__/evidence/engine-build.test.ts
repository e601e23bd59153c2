import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MemoryOptions } from '../../src/evidence/image-memory.ts';
import { ImageRun } from '../../src/evidence/image-run.ts';
import { type OpenedImage, openImage } from '../../src/evidence/open-image.ts';
import { attributeLayers } from '../../src/image/attribution.ts';
import { startEngine, type TestEngine } from '../support/engine.ts';
import { recordingRequests } from '../support/engine-requests.ts';
import { dockerfile } from '../support/evidence.ts';
import { imageHost } from '../support/image-host.ts';
import { copyPrograms } from '../support/programs.ts';
import { describeIf, partPath } from '../support/requires.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DOCKERFILE = `FROM scratch AS base
COPY rootfs /
COPY passwd /etc/passwd
ARG VERSION=1
ENV DATA=/data
RUN echo "$VERSION" > /version \\
  # which one it is
  && chmod 640 /version
WORKDIR /srv
WORKDIR app
FROM base AS build
RUN echo built > /out
FROM base AS final
COPY --from=build /out ./
COPY --chown=1001:1002 a.txt b.txt $DATA/
ADD a.txt $DATA/d.txt
RUN rm $DATA/a.txt
SHELL ["/bin/sh", "-ec"]
RUN chmod 4755 /bin/rm
WORKDIR /srv/app
ONBUILD RUN echo never
USER 1001
EXPOSE 3000 80/udp
LABEL a=b "c d"=e
HEALTHCHECK --interval=7s --retries=2 CMD ["/bin/sh", "-c", "true"]
CMD ["/bin/sh"]
`;

/** Of the instructions that make layers, in the order of the build. */
const LAYER_LINES = [2, 3, 6, 9, 10, 14, 15, 16, 17, 19];

async function blobsOf(layout: string): Promise<readonly string[]> {
  return (await readdir(join(layout, 'blobs', 'sha256'))).map((hex) => `sha256:${hex}`);
}

const describeEngine = await describeIf('engine');

describeEngine('an image built by the engine', () => {
  let engine: TestEngine;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;

  beforeAll(async () => {
    folder = await temporaryFolder('engine-build');
    const context = join(folder.path, 'context');
    await mkdir(context);
    await copyPrograms(join(context, 'rootfs'), ['sh', 'rm', 'chmod', 'stat']);
    await writeFile(join(context, 'passwd'), 'root:x:0:0::/root:/bin/sh\n');
    for (const name of ['a.txt', 'b.txt']) await writeFile(join(context, name), name);
    await writeFile(join(context, 'Dockerfile'), DOCKERFILE);
    engine = await startEngine(partPath('engine'));
    for (const builder of ['0', '1']) {
      await engine.docker(
        ['build', '--network', 'none', '--build-arg', 'VERSION=9', '--tag', `acme/app:${builder}`, context],
        {
          DOCKER_BUILDKIT: builder,
        },
      );
    }
  });

  afterAll(async () => {
    await engine?.stop();
    await folder?.[Symbol.asyncDispose]();
  });

  const HEADS = /\/(version|[abd]\.txt|out)$/;

  async function open(references: readonly string[], memory: MemoryOptions | null = null, wanted = HEADS) {
    await using machine = await imageHost({ env: { DOCKER_HOST: engine.host }, programs: { podman: null } });
    const { host, asked } = recordingRequests(machine.host);
    const run = new ImageRun(references, host, memory);
    const heads = (path: string): boolean => wanted.test(path);
    const options = { platform: null, texts: ['/etc/passwd'], files: true, heads, workingDirectory: folder.path };
    const opened: OpenedImage[] = [];
    for (const reference of references) opened.push(await openImage(reference, options, host, run));
    // Before the end of the run removes them.
    const layers = await Promise.all(opened.map(({ trivyInput }) => blobsOf(trivyInput)));
    const completed = await Promise.all(
      opened.map(async ({ complete }) => (complete === null ? null : await blobsOf(await complete()))),
    );
    const exports = asked.filter((request) => /^(save|GET)/.test(request)).map((request) => request.split('?')[0]);
    return { opened, exports, layers, completed };
  }

  describe.each([
    ['the legacy builder', 'acme/app:0', LAYER_LINES],
    // It makes a layer for WORKDIR also when the folder is there already.
    ['BuildKit', 'acme/app:1', [...LAYER_LINES, 20]],
  ])('with %s', (_builder, tag, lines) => {
    let evidence: OpenedImage['evidence'];

    beforeAll(async () => {
      const { opened } = await open([tag]);
      const [only] = opened;
      if (only === undefined) throw new Error('nothing was opened');
      evidence = only.evidence;
    });

    test('has the config that docker inspect tells', async () => {
      const [inspected] = JSON.parse(await engine.docker(['image', 'inspect', tag]));
      expect(evidence.imageId).toBe(inspected.Id);
      expect(evidence.layers.map(({ diffId }) => diffId)).toEqual(inspected.RootFS.Layers);
      expect(evidence.config).toMatchObject({
        user: inspected.Config.User,
        env: inspected.Config.Env,
        cmd: inspected.Config.Cmd,
        workingDir: inspected.Config.WorkingDir,
        labels: inspected.Config.Labels,
        exposedPorts: Object.keys(inspected.Config.ExposedPorts).sort(),
        healthcheck: {
          test: inspected.Config.Healthcheck.Test,
          interval: inspected.Config.Healthcheck.Interval,
          retries: inspected.Config.Healthcheck.Retries,
        },
      });
    });

    test('has the files that a container sees', async () => {
      const files = (evidence.files?.merged ?? []).filter(({ path }) => !/^\/(dev|proc|sys)?$|^\/etc$/.test(path));
      const format = '%n|%a|%u|%g|%s|%F';
      const said = await engine.docker([
        ...['run', '--rm', '--network', 'none', '--user', '0', '--entrypoint', '/bin/stat', tag],
        ...['-c', format, ...files.map(({ path }) => path)],
      ]);
      const seen = said.trim().split('\n');
      expect(seen).toEqual(
        files.map(({ path, mode, uid, gid, size, type }, index) => {
          const bytes = type === 'file' ? size : seen[index]?.split('|')[4];
          const kind = type === 'file' ? (size === 0 ? 'regular empty file' : 'regular file') : type;
          return [path, mode.toString(8), uid, gid, bytes, kind].join('|');
        }),
      );
      expect(files.find(({ path }) => path === '/bin/rm')?.mode).toBe(0o4755);
    });

    test('keeps what was deleted and replaced', () => {
      const hidden = evidence.files?.hidden ?? [];
      const [, , , , , , copied] = evidence.layers;
      expect(hidden.filter(({ type }) => type === 'file').map(({ path }) => path)).toEqual(['/bin/rm', '/data/a.txt']);
      expect(evidence.files?.heads).toEqual({
        '/version': '9\n',
        '/srv/app/out': 'built\n',
        '/data/b.txt': 'b.txt',
        '/data/d.txt': 'a.txt',
        [`/data/a.txt@${copied?.diffId}`]: 'a.txt',
      });
    });

    test('each layer has the line of its instruction', () => {
      const sources = attributeLayers(evidence, dockerfile(DOCKERFILE));
      expect(evidence.layers.map(({ diffId }) => sources.get(diffId)?.location.startLine)).toEqual(lines);
      expect([...sources.values()].every(({ origin }) => origin === 'build')).toBe(true);
    });

    test('of another Dockerfile no layer has one', () => {
      expect(attributeLayers(evidence, dockerfile(DOCKERFILE.replace('4755', '755'))).size).toBe(0);
    });
  });

  test('several images leave the engine together, their common layers are written once', async () => {
    const references = ['acme/app:0', 'acme/app:1', 'acme/app:0'];
    const { opened, exports } = await open(references);
    expect(opened.map(({ evidence }) => evidence.config.user)).toEqual(['1001', '1001', '1001']);
    expect(new Set(opened.map(({ evidence }) => evidence.imageId)).size).toBe(2);
    expect(exports).toEqual(['GET /images/get']);
  });

  describe('remembered from the run before', () => {
    const memory = (name: string, mayStore: MemoryOptions['mayStore'] = () => true): MemoryOptions => ({
      folder: join(folder.path, name),
      mayStore,
    });
    const facts = ({ evidence }: OpenedImage): unknown => evidence;

    test('stays in its engine, and is the same; its layers are written out when they are asked for', async () => {
      const first = await open(['acme/app:1'], memory('m1'));
      expect(first.opened[0]?.complete).toBeNull();
      const again = await open(['acme/app:1'], memory('m1'));
      expect(again.opened.map(facts)).toEqual(first.opened.map(facts));
      expect(again.opened[0]?.repository).toBe('acme/app');
      const diffIds = again.opened[0]?.evidence.layers.map(({ diffId }) => diffId) ?? [];
      expect(first.layers[0]).toEqual(expect.arrayContaining(diffIds));
      expect(again.layers[0]).toHaveLength(2);
      expect(again.completed[0]).toEqual(expect.arrayContaining(diffIds));
      // By `complete` alone.
      expect([first.exports, again.exports]).toEqual([['GET /images/get'], ['GET /images/get']]);
    });

    test('leaves its engine again when more is asked for, or when something may not be kept', async () => {
      const all = memory('m2', (path) => !path.endsWith('b.txt'));
      const few = /\/version$/;
      const counts: number[] = [];
      for (const wanted of [few, few, HEADS, /\/a\.txt$/, HEADS]) {
        const { opened, exports, completed } = await open(['acme/app:1'], all, wanted);
        const found = Object.keys(opened[0]?.evidence.files?.heads ?? {});
        expect(found.length).toBe(wanted === HEADS ? 5 : 1);
        counts.push(completed[0] === null ? exports.length : 0);
      }
      expect(counts).toEqual([1, 0, 1, 0, 1]);
    });

    test.each([
      ['damaged', (bytes: Buffer): Buffer => Buffer.concat([bytes.subarray(0, -1), Buffer.from('x')])],
      ['cut short', (bytes: Buffer): Buffer => bytes.subarray(0, 40)],
      ['gone', null],
    ])('is read anew when a part is %s', async (name, change) => {
      for (const part of ['configs', 'layers']) {
        const options = memory(`${name}-${part}`);
        const first = await open(['acme/app:0'], options);
        const [file = ''] = await readdir(join(options.folder, part));
        const path = join(options.folder, part, file);
        if (change === null) await rm(path);
        else await writeFile(path, change(await readFile(path)));
        const again = await open(['acme/app:0'], options);
        expect(again.opened.map(facts)).toEqual(first.opened.map(facts));
        expect(again.opened[0]?.complete).toBeNull();
        expect(again.exports).toEqual(['GET /images/get']);
      }
    });

    test('only those that are not known leave the engine', async () => {
      await open(['acme/app:0'], memory('m3'));
      const { opened, layers } = await open(['acme/app:1', 'acme/app:0'], memory('m3'));
      expect(opened.map(({ complete }) => complete === null)).toEqual([true, false]);
      const own = opened[1]?.evidence.layers.at(-1)?.diffId;
      expect(layers[0]).not.toContain(own);
    });
  });

  test('one that is not there keeps no other one back', async () => {
    const { opened } = await open(['acme/app:1']);
    expect(opened[0]?.repository).toBe('acme/app');
    await expect(open(['acme/app:1', 'acme/gone:1'])).rejects.toMatchObject({ code: 'image-not-found' });
  });
});
