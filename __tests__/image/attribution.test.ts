import { describe, expect, test } from '@jest/globals';
import { attributeLayers } from '../../src/image/attribution.ts';
import type { DockerfileEvidence } from '../../src/model/dockerfile.ts';
import type { HistoryEntry, ImageConfig } from '../../src/model/image.ts';
import { dockerfile, image } from '../support/evidence.ts';

/** `L …` is an entry with a layer, `e …` one without. */
function entries(lines: readonly string[], comment = ''): readonly HistoryEntry[] {
  return lines.map((line) => ({ createdBy: line.slice(2), comment, emptyLayer: line.startsWith('e') }));
}

/** For each layer the line it is attributed to, `base LINE`, or null. */
function lines(
  text: string | DockerfileEvidence,
  history: readonly HistoryEntry[],
  { bases = [], config = {} }: { bases?: readonly DockerfileEvidence[]; config?: Partial<ImageConfig> } = {},
): readonly (string | null)[] {
  const count = history.filter(({ emptyLayer }) => !emptyLayer).length;
  const layers = Array.from({ length: count }, (_item, index) => ({ diffId: `sha256:${index}`, size: 1 }));
  const evidence = typeof text === 'string' ? dockerfile(text) : text;
  const sources = attributeLayers(image(config, { history, layers }), evidence, bases);
  return layers.map(({ diffId }) => {
    const source = sources.get(diffId);
    if (source === undefined) return null;
    const { startLine, file } = source.location;
    const place = file === 'Dockerfile' ? String(startLine) : `${file}:${startLine}`;
    return source.origin === 'base' ? `base ${place}` : place;
  });
}

/** What BuildKit 0.34 computes for this file (dockerfile2llb, `Image.History`), with V=9. */
const EVERYTHING = `ARG V=1
FROM node:24 AS build
ARG V
ARG TOKEN=a\\ b
ENV A=1 B="two words"
WORKDIR /src
WORKDIR sub
COPY --link --chown=1:2 package.json pkg-lock.json ./
COPY ["a b", "c", "/dest dir/"]
COPY $A \${B:-x} /x/$A
RUN npm ci \\
  --omit=dev \\
  # comment
  && echo   done
RUN <<EOT
echo one
echo "two"
EOT
RUN <<-"EOT" cat > /x
	echo $A
EOT
RUN cat <<A > /a && cat <<B > /b
aa
A
bb
B
RUN <<EOT
#!/usr/bin/env python
print(1)
EOT
RUN ["npm", "run", "x y"]
COPY <<EOT pkg /etc/y/
hello
EOT
COPY <<EOT /etc/z
hello
EOT
ADD https://x.y/z /z
ONBUILD RUN echo trig
WORKDIR /
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN --mount=type=cache,target=/x --network=none echo shell
FROM build AS final
COPY --from=0 --chmod=755 --parents /src/$V /app/
WORKDIR \${V}
MAINTAINER me
LABEL a=b c="d e"
USER 1000:$V
EXPOSE 3000 80/udp
VOLUME ["/data"]
STOPSIGNAL SIGINT
HEALTHCHECK --interval=5s CMD curl x
CMD ["node","x"]
ENTRYPOINT node x
`;
const EVERYTHING_HISTORY = [
  'L /bin/sh -c #(nop) ADD file:0123 in / ',
  'e CMD ["node"]',
  'e ARG V=9',
  'e ARG TOKEN=a b',
  'e ENV A=1 B=two words',
  'L WORKDIR /src',
  'L WORKDIR /src/sub',
  'L COPY --chown=1:2 package.json pkg-lock.json ./ # buildkit',
  'L COPY a b c /dest dir/ # buildkit',
  'L COPY 1 two words /x/1 # buildkit',
  'L RUN |2 V=9 TOKEN=a b /bin/sh -c npm ci   --omit=dev   && echo   done # buildkit',
  'L RUN |2 V=9 TOKEN=a b /bin/sh -c echo one\necho "two"\n # buildkit',
  'L RUN |2 V=9 TOKEN=a b /bin/sh -c <<-"EOT" cat > /x\n\techo $A\nEOT # buildkit',
  'L RUN |2 V=9 TOKEN=a b /bin/sh -c cat <<A > /a && cat <<B > /b\naa\nA\nbb\nB # buildkit',
  'L RUN |2 V=9 TOKEN=a b /bin/sh -c /dev/pipes/EOT # buildkit',
  'L RUN |2 V=9 TOKEN=a b npm run x y # buildkit',
  'L COPY pkg <<EOT /etc/y/ # buildkit',
  'L COPY <<EOT /etc/z # buildkit',
  'L ADD https://x.y/z /z # buildkit',
  'e WORKDIR /',
  'e SHELL [/bin/bash -o pipefail -c]',
  'L RUN |2 V=9 TOKEN=a b /bin/bash -o pipefail -c echo shell # buildkit',
  'L RUN |2 V=9 TOKEN=a b /bin/bash -o pipefail -c echo trig # buildkit',
  'L COPY --parents --chmod=755 /src/9 /app/ # buildkit',
  'L WORKDIR /9',
  'e MAINTAINER me',
  'e LABEL a=b c=d e',
  'e USER 1000:9',
  'e EXPOSE [3000/tcp 80/udp]',
  'e VOLUME [/data]',
  'e STOPSIGNAL SIGINT',
  'e HEALTHCHECK {Test:[CMD-SHELL curl x] Interval:5s Timeout:0s StartPeriod:0s StartInterval:0s Retries:0}',
  'e CMD ["node" "x"]',
  'e ENTRYPOINT ["/bin/bash" "-o" "pipefail" "-c" "node x"]',
];

/** What the builders of Docker 20.10 wrote for this file. */
const BOTH = `FROM scratch AS base
COPY busybox /bin/busybox
RUN ["/bin/busybox", "--install", "-s", "/bin"]
ARG V=1
WORKDIR /srv
WORKDIR app
RUN echo 'app:x:1001:1001::/srv:/bin/sh' >> /etc/passwd \\
  # a comment
  && true
RUN true
FROM base AS build
RUN echo built > /out
FROM base
COPY --from=build /out ./
COPY a.txt b.txt data/
COPY --chown=1001 ["a.txt", "/srv/c d"]
ADD a.txt $A.txt
ARG W="two words"
RUN echo $V > v
WORKDIR /
SHELL ["/bin/sh", "-ec"]
RUN echo x > /x
WORKDIR /srv/app
USER 1001
ONBUILD RUN echo later
CMD ["/bin/sh"]
`;
const LEGACY = [
  'L /bin/sh -c #(nop) COPY file:7027 in /bin/busybox ',
  'L /bin/busybox --install -s /bin',
  'e /bin/sh -c #(nop)  ARG V=1',
  'L /bin/sh -c #(nop) WORKDIR /srv',
  'L /bin/sh -c #(nop) WORKDIR /srv/app',
  "L |1 V=1 /bin/sh -c echo 'app:x:1001:1001::/srv:/bin/sh' >> /etc/passwd   && true",
  'e |1 V=1 /bin/sh -c true',
  'L /bin/sh -c #(nop) COPY file:1bb1 in ./ ',
  'L /bin/sh -c #(nop) COPY multi:dd3f in data/ ',
  'L /bin/sh -c #(nop) COPY --chown=1001file:d8a0 in /srv/c d ',
  'L /bin/sh -c #(nop) ADD file:d8a0 in 1.txt ',
  'e /bin/sh -c #(nop)  ARG W=two words',
  'L |1 W=two words /bin/sh -c echo $V > v',
  'e /bin/sh -c #(nop) WORKDIR /',
  'e /bin/sh -ec #(nop)  SHELL [/bin/sh -ec]',
  'L |1 W=two words /bin/sh -ec echo x > /x',
  'e /bin/sh -ec #(nop) WORKDIR /srv/app',
  'e /bin/sh -ec #(nop)  USER 1001',
  'e /bin/sh -ec #(nop)  ONBUILD RUN echo later',
  'e /bin/sh -ec #(nop)  CMD ["/bin/sh"]',
];

const SIMPLE = 'FROM node:24\nWORKDIR /app\nCOPY . .\nRUN npm ci\nUSER node\n';
const SIMPLE_HISTORY = [
  'L ADD rootfs.tar.xz / # buildkit',
  'L WORKDIR /app',
  'L COPY . . # buildkit',
  'L RUN /bin/sh -c npm ci # buildkit',
  'e USER node',
];

describe('every instruction finds its layer', () => {
  test("in BuildKit's wording", () => {
    expect(lines(EVERYTHING, entries(EVERYTHING_HISTORY))).toEqual([
      'base 2',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
      '15',
      '19',
      '22',
      '27',
      '31',
      '32',
      '35',
      '38',
      '42',
      '39',
      '44',
      '45',
    ]);
  });

  test("in the legacy builder's wording, where WORKDIR and RUN may leave no layer", () => {
    expect(lines(BOTH, entries(LEGACY))).toEqual(['2', '3', '5', '6', '7', '14', '15', '16', '17', '19', '22']);
  });

  test('of builders that write entries for layers only', () => {
    const history = ['L ADD rootfs.tar / ', 'L COPY . .', 'L RUN npm ci'];
    expect(lines(SIMPLE, entries(history))).toEqual(['base 1', '3', '4']);
  });

  test('with a base that has no history, whose layers BuildKit notes at the end', () => {
    const filler = { createdBy: 'pulled from x', comment: 'buildkit.exporter.image.v0', emptyLayer: false };
    const history = [...entries(SIMPLE_HISTORY.slice(1)), filler, filler];
    expect(lines(SIMPLE, history)).toEqual(['base 1', 'base 1', '2', '3', '4']);
  });

  test('of the target that was built, also when more stages follow', () => {
    expect(
      lines(dockerfile('FROM a:1 AS x\nRUN one\nFROM x AS y\nRUN two\n', 'x'), entries(['L a', 'L RUN one'])),
    ).toEqual(['base 1', '2']);
  });

  test('of an image upon nothing but its base', () => {
    expect(lines('FROM a:1\n', entries(['L x', 'e y', 'L z']))).toEqual(['base 1', 'base 1']);
  });

  test('a shell of the base image', () => {
    const history = ['L base', 'L RUN pwsh -Command Get-Item # buildkit'];
    expect(lines('FROM a:1\nRUN Get-Item\n', entries(history), { config: { shell: ['pwsh', '-Command'] } })).toEqual([
      'base 1',
      '2',
    ]);
    expect(lines('FROM a:1\nRUN Get-Item\n', entries(history))).toEqual([null, null]);
  });

  test('files copied from another stage name that stage', () => {
    const text = 'FROM a:1 AS Build\nRUN make\nFROM b:1\nCOPY --from=build /x /x\n';
    const history = entries(['L base', 'L COPY /x /x # buildkit']);
    const layers = [
      { diffId: 'sha256:0', size: 1 },
      { diffId: 'sha256:1', size: 1 },
    ];
    const source = attributeLayers(image({}, { history, layers }), dockerfile(text)).get('sha256:1');
    expect(source).toMatchObject({ location: { startLine: 4 }, copiedFrom: { startLine: 1 } });
  });

  test('the same layer twice: the first that brought it', () => {
    const history = entries(['L base', 'L RUN /bin/sh -c a # buildkit', 'L RUN /bin/sh -c b # buildkit']);
    const same = { diffId: 'sha256:same', size: 1 };
    const layers = [{ diffId: 'sha256:0', size: 1 }, same, same];
    const sources = attributeLayers(image({}, { history, layers }), dockerfile('FROM a:1\nRUN a\nRUN b\n'));
    expect(sources.get('sha256:same')?.location.startLine).toBe(2);
  });
});

describe('bases of the same repository', () => {
  const base: DockerfileEvidence = dockerfile('FROM alpine:3\nRUN apk add node\nONBUILD COPY . /app\nCMD ["node"]\n');
  const located = JSON.parse(JSON.stringify(base).replaceAll('"Dockerfile"', '"base/Dockerfile"'));
  const own = 'FROM acme/base\nRUN npm ci\n';
  const history = entries(
    ['L ADD alpine.tar / ', 'L RUN /bin/sh -c apk add node # buildkit', 'e CMD ["node"]'].concat(
      'L COPY . /app # buildkit',
      'L RUN /bin/sh -c npm ci # buildkit',
    ),
  );

  test('their instructions, and what they leave with ONBUILD', () => {
    expect(lines(own, history, { bases: [located] })).toEqual([
      'base base/Dockerfile:1',
      'base base/Dockerfile:2',
      'base base/Dockerfile:3',
      '2',
    ]);
  });

  test('left out when the image was built upon another version of them', () => {
    const older = history.map((entry) => ({ ...entry, createdBy: entry.createdBy.replace('node', 'node=1') }));
    expect(lines(own, older, { bases: [located] })).toEqual(['base 1', 'base 1', 'base 1', '2']);
  });
});

describe('no line rather than a wrong one', () => {
  const without = (index: number): readonly string[] => SIMPLE_HISTORY.filter((_line, at) => at !== index);
  const changed = (index: number, line: string): readonly string[] => SIMPLE_HISTORY.with(index, line);

  test.each<readonly [string, readonly string[]]>([
    ['no history', []],
    ['another command', changed(3, 'L RUN /bin/sh -c npm install # buildkit')],
    ['a command that ends the same', changed(3, 'L RUN /bin/sh -c cd x && npm ci # buildkit')],
    ['a command that begins the same', changed(3, 'L RUN /bin/sh -c npm ci --omit=dev # buildkit')],
    ['a command within a command', changed(3, 'L RUN |1 A=b /bin/sh -c x /bin/sh -c npm ci # buildkit')],
    ['other files copied', changed(2, 'L COPY src . # buildkit')],
    ['another destination', changed(2, 'L COPY . ./x # buildkit')],
    ['another instruction', changed(2, 'L ADD . . # buildkit')],
    ['another folder', [...changed(1, 'L WORKDIR /other'), 'L RUN more']],
    ['an instruction more', [...SIMPLE_HISTORY, 'L RUN /bin/sh -c more # buildkit']],
    ['an instruction less', without(3)],
    ['a comment that looks like an instruction', changed(2, 'L /bin/sh -c echo #(nop) COPY file:1 in .')],
    ['less than the Dockerfile says', SIMPLE_HISTORY.slice(2)],
  ])('%s', (_what, history) => {
    expect(new Set(lines(SIMPLE, entries(history)))).toEqual(new Set(history.length === 0 ? [] : [null]));
  });

  test('layers beyond the history, and less of them', () => {
    const layers = [{ diffId: 'sha256:0', size: 1 }];
    expect(attributeLayers(image({}, { history: entries(SIMPLE_HISTORY), layers }), dockerfile(SIMPLE)).size).toBe(0);
  });

  test('something below `FROM scratch`', () => {
    expect(lines('FROM scratch\nCOPY a /a\n', entries(['L hidden', 'L COPY a /a # buildkit']))).toEqual([null, null]);
  });

  test('a squashed image: what lies below it still belongs to the base', () => {
    const squashed = SIMPLE_HISTORY.map((line, index) => (index === 0 ? line : line.replace(/^L/, 'e')));
    const merge = { createdBy: '', comment: 'merge sha256:1 to sha256:2', emptyLayer: false };
    expect(lines(SIMPLE, [...entries(squashed), merge])).toEqual(['base 1', null]);
  });

  test('one layer for several instructions', () => {
    const last = [
      'L base',
      'e WORKDIR /app',
      'e COPY . . # buildkit',
      'e RUN /bin/sh -c npm ci # buildkit',
      'L USER node',
    ];
    expect(lines(SIMPLE, entries(last))).toEqual(['base 1', null]);
    const run = [
      'L base',
      'e WORKDIR /app',
      'e COPY . . # buildkit',
      'L RUN /bin/sh -c npm ci # buildkit',
      'e USER node',
    ];
    expect(lines(SIMPLE, entries(run))).toEqual(['base 1', null]);
  });
});

test('long texts take no more than linear time', () => {
  const words = '$A'.repeat(15_000);
  const history = entries(['L base', `L COPY ${'x '.repeat(200_000)}/x # buildkit`, `L RUN ${'|1 '.repeat(300_000)}`]);
  const start = performance.now();
  expect(lines(`FROM a:1\nCOPY ${words} ${words}\nRUN x\n`, history)).toEqual([null, null, null]);
  lines(`FROM a:1\nCOPY ${words} /x\n`, history.slice(0, 2));
  expect(performance.now() - start).toBeLessThan(5000);
});
