import type { Question } from './oracle.ts';

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const NAMES = ['A', 'B', 'USER_ID', 'PATH', 'x', 'TARGETARCH', 'TARGETSTAGE', 'HTTP_PROXY', 'é', '9', '?', '', 'P'];
const TEXTS = [
  '',
  'app',
  '1000:1000',
  '0',
  'root',
  '8080',
  '80 443/udp',
  'a=b',
  'a b',
  '  x',
  "it's",
  '"q"',
  "'s'",
  '\\"',
  '\\$A',
  'ümläut',
  '/srv',
  'rel/../dir',
  '.',
  'a*b?c',
  'a.tar.gz',
  '#no',
  '${A',
  '$',
  '$$',
  '\\',
  '`',
  '\t',
  'x\u00a0y',
  '<<E',
];
const OPERATORS = [':-', '-', ':+', '+', ':?', '?', '#', '##', '%', '%%', '/', '//', ':', '^', ':#'];
const PATTERNS = ['*', 'a', 'a*', '*.', '?', '\\*', '\\}', '\\/', '"a"', '.*', 'b', '[ab]', '\\x', "'*'"];
const KEYWORDS = [
  'FROM',
  'FROM',
  'RUN',
  'RUN',
  'CMD',
  'ENTRYPOINT',
  'ENV',
  'ENV',
  'ARG',
  'ARG',
  'USER',
  'WORKDIR',
  'EXPOSE',
  'EXPOSE',
  'VOLUME',
  'LABEL',
  'HEALTHCHECK',
  'STOPSIGNAL',
  'SHELL',
  'COPY',
  'COPY',
  'ADD',
  'ONBUILD',
  'MAINTAINER',
  'BOGUS',
];
const STAGES = ['a', 'B', 'base', 'scratch', 'builder', 'x.y-z_1', '0', 'É', 'context'];
const IMAGES = [
  'alpine',
  'scratch',
  'node:24',
  'ghcr.io/a/b:1',
  'localhost:5000/x',
  'a',
  'b',
  'Base',
  'base',
  'UPPER',
  'x@sha256:1',
  `r/i@sha256:${'a'.repeat(64)}`,
  'a_b.c/d',
  'my--img',
  'x..y',
  '$A',
  '${A:-alpine}',
  'img-$TARGETARCH',
  '${USER_ID}',
  'onb',
];
const ENDS = ['\n', '\n', '\n', '\r\n', ' \\\n  ', ' \\\n# note\n\n', ' `\n', '\\\n'];

/** Configs of the bases that some questions know. */
export const BASES = {
  'docker.io/library/onb:latest': {
    os: 'linux',
    config: {
      User: 'node',
      Env: ['A=from-base', 'B=2', 'B=3', 'BARE'],
      WorkingDir: 'work',
      Cmd: ['base'],
      Entrypoint: ['/e'],
      ExposedPorts: { '1/tcp': {} },
      Labels: { l: '1' },
      Volumes: { '/v': {} },
      Shell: ['/bin/ash', '-c'],
      StopSignal: 'INT',
      Healthcheck: { Test: ['CMD', 'x'], Interval: 5e9 },
      OnBuild: ['ENV ONB=$A', 'COPY --from=node:24 /a /b', 'USER ${B}'],
    },
  },
  'docker.io/library/node:24': { os: 'linux', config: { Env: ['PATH=/node', 'A=a'], Cmd: ['node'], WorkingDir: '/n' } },
};

/** Hostile Dockerfiles: nearly right, in every corner of the grammar. The same list for the same seed. */
export function generate(seed: number, count: number): readonly Question[] {
  return Array.from({ length: count }, (_, index) => new Generator(random(seed * 1_000_003 + index)).question());
}

class Generator {
  readonly #random: () => number;

  constructor(next: () => number) {
    this.#random = next;
  }

  question(): Question {
    const head = this.#some(0.2, () =>
      this.#pick([
        '# escape=`\n',
        '# syntax=docker/dockerfile:1\n',
        '\uFEFF',
        '#!x\n',
        '# escape=\\\n# escape=`\n',
        '# Escape = `\n',
        '\n# escape=`\n',
        '# check=skip=all\n',
        '# check=error=maybe\n',
      ]),
    );
    const globals = this.#some(0.4, () => this.#list(2, () => `ARG ${this.#assignment()}\n`));
    const body = this.#list(7, () => this.#instruction());
    const text = `${head}${globals}FROM ${this.#pick(['alpine', 'alpine', 'scratch', 'node:24', 'onb', '$A'])}${this.#some(0.4, () => ` ${this.#pick(['AS', 'as'])} ${this.#pick(STAGES)}`)}\n${body}`;
    return {
      text: this.#random() < 0.03 ? this.#damage(text) : text,
      target: this.#some(0.08, () => this.#pick(STAGES.filter((name) => name !== '0'))),
      buildArgs: this.#random() < 0.2 ? { [this.#pick(['A', 'B', 'TARGETARCH', 'P'])]: this.#pick(TEXTS) } : {},
      platform: this.#pick(['linux/amd64', 'linux/amd64', 'linux/arm64', 'linux/arm/v7']),
      bases: BASES,
    };
  }

  #instruction(): string {
    const keyword = this.#pick(KEYWORDS);
    const written = this.#random() < 0.1 ? keyword.toLowerCase() : keyword;
    const body = this.#arguments(keyword);
    const indent = this.#some(0.05, () => this.#pick([' ', '\t', '\u00a0']));
    return `${indent}${written}${this.#pick([' ', ' ', ' ', '  ', '\t', '\\\n '])}${body}${this.#pick(ENDS)}${this.#heredocBodies(body)}`;
  }

  #arguments(keyword: string): string {
    switch (keyword) {
      case 'FROM':
        return `${this.#some(0.15, () => `--platform=${this.#pick(['linux/arm64', '$TARGETPLATFORM', '$BUILDPLATFORM', '${X}', 'bogus', 'linux', 'arm', 'windows/amd64', 'a/b/c/d'])} `)}${this.#pick(IMAGES)}${this.#some(0.5, () => ` ${this.#pick(['AS', 'as', 'aS', 'IS'])} ${this.#pick(STAGES)}`)}`;
      case 'RUN':
        return `${this.#some(0.4, () => this.#mount())}${this.#some(0.1, () => `--network=${this.#pick(['none', 'host', 'x', ''])} `)}${this.#commandLine()}`;
      case 'CMD':
      case 'ENTRYPOINT':
        return this.#commandLine();
      case 'SHELL':
        return this.#pick(['["/bin/bash","-c"]', '[]', '/bin/sh -c', '["x"]', '["a",1]']);
      case 'ENV':
      case 'LABEL':
        return this.#random() < 0.2
          ? `${this.#pick(NAMES)} ${this.#word()} ${this.#word()}`
          : this.#list(3, () => `${this.#assignment()} `);
      case 'ARG':
        return this.#list(2, () => `${this.#random() < 0.4 ? this.#pick(NAMES) : this.#assignment()} `);
      case 'EXPOSE':
        return this.#list(
          3,
          () =>
            `${this.#pick(['80', '8080/udp', '53/TCP', '3000-3003', '1-1', '5-2', '127.0.0.1:80:90', '[::1]:1:2', '80:81-82', '1-2:3-4', '1-3:3-4', '70000', '$A', '80${x:-80}', '${USER_ID:-1 2}', '/tcp', '7/icmp', '+5', '-1', '"81"', '1_0'])} `,
        );
      case 'HEALTHCHECK':
        return this.#healthcheck();
      case 'STOPSIGNAL':
        return this.#pick([
          'SIGTERM',
          'term',
          '9',
          '0',
          '-1',
          'SIGRTMIN+3',
          'RTMAX-14',
          'RTMAX-15',
          'BOGUS',
          '$A',
          '"INT"',
          '--x 9',
          'SIGSIGINT',
        ]);
      case 'COPY':
      case 'ADD':
        return this.#copy();
      case 'ONBUILD':
        return this.#random() < 0.05 ? `ONBUILD RUN x` : this.#trigger();
      case 'VOLUME':
        return this.#pick(['/data', '["/a","/b"]', '[]', '[" "]', '$A', '${x}', '/a /b $B', "['/x']", '["$A"]', '""']);
      case 'USER':
      case 'WORKDIR':
      case 'MAINTAINER':
        return this.#list(2, () => this.#word());
      default:
        return this.#word();
    }
  }

  #trigger(): string {
    const keyword = this.#pick(KEYWORDS.filter((word) => word !== 'ONBUILD'));
    return `${keyword} ${this.#arguments(keyword)}`;
  }

  #healthcheck(): string {
    const flags = this.#some(0.6, () =>
      this.#list(
        2,
        () =>
          `--${this.#pick(['interval', 'timeout', 'start-period', 'start-interval', 'retries', 'bogus'])}${this.#pick(['=5s', '=1m30s', '=3', '=0', '=1.5h', '=500us', '=-1s', '=', '', '="2s"', '=1e3s', '=.5s', '=99999999h', '=2147483648'])} `,
      ),
    );
    return `${flags}${this.#pick(['NONE', 'none', 'CMD', 'cmd', 'CMD', 'CMD', 'NONE x', 'BOGUS', ''])} ${this.#commandLine()}`;
  }

  #mount(): string {
    return `--mount=${this.#pick(['type=bind,', 'type=cache,', 'type=secret,', 'type=ssh,', 'type=tmpfs,', 'type=bogus,', 'type=$A,', ''])}${this.#pick(['target=/x', 'target=/', 'dst=rel', 'id=s', 'from=a,target=/m', 'from=node:24,target=/m', 'from=Base,dst=/m', 'from=$A,target=/m', 'source=/s', 'ro', 'required', 'required=true,target=/x', 'size=1m,target=/t', 'size=x', 'mode=0755,target=/c', 'uid=x,target=/c', 'sharing=locked,target=/c', 'bogus=1', 'target="/x"', '"target=/q"', '', 'env=E,id=s', 'from=0,target=/z', 'readonly=maybe'])} `;
  }

  #copy(): string {
    const flags = this.#some(
      0.6,
      () =>
        `${this.#pick(['--from=a', '--from=B', '--from=0', '--from=1', '--from=9', '--from=-1', '--from=node:24', '--from=$A', '--from=UP:1', '--from=base', '--chown=1:1', '--chown=$A', '--chmod=755', '--chmod=99', '--chmod=u+x', '--chmod=u=rwX,go-w', '--chmod=z', '--link', '--link=false', '--link=maybe', '--link --chown=app', '--parents', '--checksum=sha256:1', '--exclude=x', '--bogus', '--from="a"', '-- --x'])} `,
    );
    return `${flags}${this.#pick(['x /y', 'x', '["a","b"]', '["a"]', '["a",1]', '<<EOF /f', '<<-"EOF" /f', "<<'A' <<B /d", 'x <<EOF', 'https://e.x/a /b', 'https://e.x/r.git /b', 'https://e.x/r.git?tag=1&branch=2 /b', 'git@h:r.git /b', 'git@h:r.git?bogus=1 /b', '$A /b', '${A:?no} /b', '<<EOF'])}`;
  }

  #commandLine(): string {
    return this.#pick([
      '["a","b"]',
      '[]',
      '["a", 1]',
      "['a']",
      'echo hi',
      '',
      '[ "x" ] && y',
      '["\\u00e9\\ud800"]',
      '<<EOF',
      '<<EOF cat <<-X',
      '<<"E F"',
      'cat 3<<E',
      '[null]',
      '["$A"]',
      'echo "unclosed',
      '["a"] x',
      'exec $A',
      '[1e999]',
      '<<-\tEOF',
      'a <<${x}',
      '["a",]',
    ]);
  }

  #heredocBodies(body: string): string {
    if (!body.includes('<<') || this.#random() < 0.1) return '';
    const names = ['EOF', 'X', 'A', 'B', 'E F', 'E'].filter((name) => body.includes(name));
    const ordered = names.sort((a, b) => body.indexOf(a) - body.indexOf(b));
    return ordered
      .map(
        (name) =>
          `${this.#pick(['FROM x', '#!/bin/sh', '\tFOO $A', '${', '', 'USER y\\', '${A:-b}'])}\n${this.#pick(['', '', '\t'])}${name}${this.#pick(['\n', '\n', '\r\n'])}`,
      )
      .join('');
  }

  #assignment(): string {
    return `${this.#pick(NAMES)}=${this.#word()}`;
  }

  #word(): string {
    const kind = this.#random();
    if (kind < 0.35) return this.#pick(TEXTS);
    if (kind < 0.5) return `"${this.#pick(TEXTS)}${this.#variable(2)}"`;
    if (kind < 0.6) return `'${this.#pick(TEXTS)}'`;
    return `${this.#some(0.3, () => this.#pick(TEXTS))}${this.#variable(3)}`;
  }

  #variable(depth: number): string {
    const name = this.#pick(NAMES);
    if (this.#random() < 0.3) return `$${name}`;
    if (this.#random() < 0.3) return `\${${name}}`;
    const operand = depth > 0 && this.#random() < 0.4 ? this.#variable(depth - 1) : this.#pick([...TEXTS, ...PATTERNS]);
    const operator = this.#pick(OPERATORS);
    const slash = operator.startsWith('/') ? `/${this.#pick(['z', '', '$0', '\\$', '${B}', '"q"', '$$'])}` : '';
    return `\${${name}${operator}${operand}${slash}}`;
  }

  #damage(text: string): string {
    const at = Math.floor(this.#random() * text.length);
    return `${text.slice(0, at)}${this.#pick(['"', '\\', '{', '\n', '$', '\r', '#', '`', "'"])}${text.slice(at + 1)}`;
  }

  #some(chance: number, make: () => string): string {
    return this.#random() < chance ? make() : '';
  }

  #list(most: number, make: () => string): string {
    return Array.from({ length: 1 + Math.floor(this.#random() * most) }, make).join('');
  }

  #pick<T>(list: readonly T[]): T {
    const picked = list[Math.floor(this.#random() * list.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }
}
