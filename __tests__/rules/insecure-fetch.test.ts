import { describe, expect, test } from '@jest/globals';
import { insecureFetch } from '../../src/rules/insecure-fetch.ts';
import { dockerfile, image, judge, judgeText } from '../support/evidence.ts';

function answer(run: string): string {
  return judgeText(insecureFetch, `FROM scratch\n${run}\n`).answer;
}

describe('switched off', () => {
  test.each([
    'curl -k https://e.com/a',
    'curl -sSLk -o a https://e.com/a',
    'curl --insecure https://e.com/a',
    'bash -c "curl -k https://e.com/a"',
    'wget --no-check-certificate https://e.com/a',
    'wget --no-check-cert -qO- https://e.com/a',
    'apt-get install -y --allow-unauthenticated x',
    'apt-get -o Acquire::AllowInsecureRepositories=true update',
    'apt-get -oAcquire::https::Verify-Peer=false update',
    'apk add --no-cache --allow-untrusted x.apk',
    'dnf install -y --nogpgcheck x',
    'yum -y --setopt=*.gpgcheck=0 install x',
    'pip install --trusted-host packages.example x',
    'pip3 install --trusted-host=packages.example x',
    'python3 -m pip install --trusted-host packages.example x',
    'pip config set global.trusted-host packages.example',
    'npm config set strict-ssl false',
    'npm config set strict-ssl=false',
    'npm install --strict-ssl=false',
    'yarn config set strict-ssl false',
    'git config --global http.sslVerify false',
    'git -c http.sslVerify=false clone https://e.com/r.git',
    'git config --global http.https://e.com.sslVerify false',
    'GIT_SSL_NO_VERIFY=1 git clone https://e.com/r.git',
    'export NODE_TLS_REJECT_UNAUTHORIZED=0 && npm ci',
    'env NODE_TLS_REJECT_UNAUTHORIZED=0 npm ci',
    'echo "deb [arch=amd64 trusted=yes] https://e.com ./" >> /etc/apt/sources.list',
    "sed -i 's/deb /deb [trusted=yes] /' /etc/apt/sources.list",
  ])('RUN %s', (run) => expect(answer(`RUN ${run}`)).toBe('fail'));

  test.each([
    'ENV NODE_TLS_REJECT_UNAUTHORIZED=0',
    'ARG GIT_SSL_NO_VERIFY=true',
    'ENV npm_config_strict_ssl=false',
    'ENV PYTHONHTTPSVERIFY 0',
  ])('%s', (text) => expect(answer(text)).toBe('fail'));

  test('a list of sources in a heredoc', () => {
    expect(answer('COPY <<EOF /etc/apt/sources.list\ndeb [trusted=yes] https://e.com ./\nEOF')).toBe('fail');
    expect(answer('RUN cat > /etc/apt/sources.list <<EOF\ndeb [ trusted=yes ] https://e.com ./\nEOF')).toBe('fail');
  });
});

describe('not switched off', () => {
  test.each([
    'RUN curl -o k https://e.com/k',
    'RUN curl -ok https://e.com/k',
    'RUN curl -H "-k" https://e.com/k',
    'RUN curl -k https://127.0.0.1:8443/',
    'RUN grep -k x',
    'RUN wget -k https://e.com/',
    'RUN wget --no-clobber https://e.com/',
    'RUN git config --global http.sslVerify true',
    'RUN npm config set strict-ssl true',
    'RUN apt-get update -o Acquire::Check-Valid-Until=false',
    'RUN echo "do not use --no-check-certificate"',
    'RUN echo "trusted=yes"',
    'RUN pip install "trusted-host==1"',
    'ENV NODE_TLS_REJECT_UNAUTHORIZED=1',
    'ENV GIT_SSL_NO_VERIFY=false',
    'ENV PIP_TRUSTED_HOST=""',
    'HEALTHCHECK CMD curl -k https://localhost/health',
  ])('%s', (text) => expect(answer(text)).toBe('pass'));
});

test('a variable of the image counts without a Dockerfile, and is told once with one', () => {
  const built = image({ env: ['NODE_TLS_REJECT_UNAUTHORIZED=0'] });
  expect(judge(insecureFetch, { image: built }).answer).toBe('fail');
  const both = judge(insecureFetch, {
    image: built,
    dockerfile: dockerfile('FROM scratch\nENV NODE_TLS_REJECT_UNAUTHORIZED=0\n'),
  });
  expect(both.violations).toMatchObject([{ place: 'env:NODE_TLS_REJECT_UNAUTHORIZED', location: { startLine: 2 } }]);
});

test('an image without such a variable leaves its build open', () => {
  expect(judge(insecureFetch, { image: image() })).toMatchObject({ answer: 'unknown', severity: 'low' });
});

test('a long hostile text costs no time', () => {
  const start = performance.now();
  answer(`COPY <<EOF /x\n${`${'['.repeat(60_000)}\n`.repeat(30)}${'trusted=yes'.repeat(5_000)}\nEOF`);
  expect(performance.now() - start).toBeLessThan(3_000);
});
