import { expect, test } from '@jest/globals';
import { history } from '../support/image-builder/index.ts';

test.each([
  [history.run('npm ci'), 'RUN /bin/sh -c npm ci # buildkit'],
  [history.run('make', ['A=x', 'B=y']), 'RUN |2 A=x B=y /bin/sh -c make # buildkit'],
  [history.copy(['a', 'b', './'], ['--chown=1000:1000']), 'COPY --chown=1000:1000 a b ./ # buildkit'],
  [history.add(['rootfs.tar', '/']), 'ADD rootfs.tar / # buildkit'],
  [history.env('A=1', 'B=2'), 'ENV A=1 B=2'],
  [history.arg('VERSION=1'), 'ARG VERSION=1'],
  [history.label('a=b'), 'LABEL a=b'],
  [history.user('node'), 'USER node'],
  [history.workdir('/app'), 'WORKDIR /app'],
  [history.expose('3000/tcp', '9229/tcp'), 'EXPOSE [3000/tcp 9229/tcp]'],
  [history.cmd(['node', 'say "hi"']), 'CMD ["node" "say \\"hi\\""]'],
  [history.entrypoint(['docker-entrypoint.sh']), 'ENTRYPOINT ["docker-entrypoint.sh"]'],
  [
    history.healthcheck({ Test: ['CMD', 'true'], Interval: 30e9, StartPeriod: 90e9, Retries: 3 }),
    'HEALTHCHECK {Test:[CMD true] Interval:30s Timeout:0s StartPeriod:1m30s StartInterval:0s Retries:3}',
  ],
  [history.legacyNop(' CMD ["node"]'), '/bin/sh -c #(nop)  CMD ["node"]'],
  [history.legacyRun('apt-get update'), '/bin/sh -c apt-get update'],
])('%s', (text, expected) => {
  expect(text).toBe(expected);
});
