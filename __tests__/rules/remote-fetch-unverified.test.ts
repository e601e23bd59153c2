import { describe, expect, test } from '@jest/globals';
import { remoteFetchUnverified } from '../../src/rules/remote-fetch-unverified.ts';
import { image, judge, judgeText } from '../support/evidence.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const U = 'https://example.com/i.sh';

function answer(run: string): string {
  const { answer: word, violations } = judgeText(remoteFetchUnverified, `FROM scratch\n${run}\n`);
  return violations.some(({ severity }) => severity === 'high') ? `${word} high` : word;
}

describe('run as it comes', () => {
  test.each([
    `curl -fsSL ${U} | sh`,
    `curl -fsSL ${U} | sudo -E bash -`,
    `curl -fsSL ${U} | bash -s -- --yes`,
    `curl -fsSL ${U} | env A=b sh`,
    `curl -fsSL ${U} | tee /tmp/i.sh | sh`,
    `curl -fsSL ${U} | gunzip | (cd /x && sh)`,
    `wget -qO- ${U} | python3 -`,
    `wget -O - ${U} | perl`,
    `{ echo set -e; curl ${U}; } | sh`,
    `sh -c "$(curl -fsSL ${U})"`,
    `bash -c "$(curl -fsSL ${U})" -- --yes`,
    `bash <(curl -s ${U})`,
    `. <(curl -s ${U})`,
    `bash < <(curl -s ${U})`,
    `bash <<< "$(curl -s ${U})"`,
    `eval "$(curl -s ${U})"`,
    `S=$(curl -s ${U}) && eval "$S"`,
    `python3 -c "$(curl -s ${U})"`,
    `$(curl -s ${U})`,
    `curl -s ${U} | tee >(sh) >/dev/null`,
    `sh -c 'curl -s ${U} | sh'`,
    `su app -c "curl -s ${U} | sh"`,
    `if true; then curl -s ${U} | sh || true; fi`,
    'curl -s "$INSTALLER" | sh',
    `["sh", "-c", "curl ${U} | sh"]`,
  ])('RUN %s', (run) => expect(answer(`RUN ${run}`)).toBe('fail high'));

  test('in heredocs', () => {
    expect(answer(`RUN <<EOF\nset -e\ncurl ${U} | sh\nEOF`)).toBe('fail high');
    expect(answer(`RUN bash <<EOF\ncurl ${U} | sh\nEOF`)).toBe('fail high');
  });
});

describe('only read, not run', () => {
  test.each([
    `curl -s ${U} | python3 -c "import sys; print(sys.stdin.read())"`,
    `curl -s ${U} | python3 -m json.tool`,
    `curl -s ${U} | node -e "1"`,
    `curl -s ${U} | perl -pe s/a/b/`,
    `curl -s ${U} | jq -r .tag > /version`,
    `curl -s ${U} | sh -c 'cat > /data'`,
    `curl -s ${U} | python3 tool.py`,
    `curl -fsSL ${U} | gpg --dearmor -o /usr/share/keyrings/x.gpg`,
    `curl -fsSL ${U} | apt-key add -`,
    `curl -o /model.bin https://example.com/model.bin`,
    'curl --version | sh',
    'curl http://localhost:3000/install | sh',
    'echo "curl https://example.com/x | sh"',
    'cat install.sh | sh',
    'tar xzf local.tgz && sh ./install.sh',
    'wget https://example.com/a.txt && chmod 644 a.txt',
  ])('RUN %s', (run) => expect(answer(`RUN ${run}`)).toBe('pass'));

  test('text written to a file', () => {
    expect(answer(`RUN cat <<EOF > /readme\ncurl ${U} | sh\nEOF`)).toBe('pass');
    expect(answer(`COPY <<EOF /readme\ncurl ${U} | sh\nEOF`)).toBe('pass');
  });
});

describe('files', () => {
  test.each([
    ['wget https://e.com/a.tgz && tar xzf a.tgz', 'fail'],
    ['wget -P /tmp https://e.com/a.tgz && tar -C /opt -xzf /tmp/a.tgz', 'fail'],
    ['curl -fsSLO https://e.com/a-$V.tgz && tar xzf a-${V}.tgz', 'fail'],
    ['curl -fsSLo x.tgz https://e.com/a && tar --extract --gzip --file=x.tgz', 'fail'],
    ['curl https://e.com/a | tar -xz', 'fail'],
    ['curl https://e.com/a > /usr/local/bin/a && chmod +x /usr/local/bin/a', 'fail'],
    ['curl -o t https://e.com/a && mv t /usr/local/bin/a && chmod 0755 /usr/local/bin/a', 'fail'],
    ['curl -sSL https://e.com/a.gz | gunzip > /bin/a && chmod a+x /bin/a', 'fail'],
    ['wget https://e.com/a.deb && dpkg -i *.deb', 'fail'],
    ['wget https://e.com/a.deb && apt-get install -y ./a.deb', 'fail'],
    ['curl -o get-pip.py https://e.com/get-pip.py && python get-pip.py', 'fail'],
    ['curl -o i.sh https://e.com/a && sh < i.sh', 'fail'],
    ['curl -OL https://e.com/a.zip && unzip a.zip', 'fail'],
    ['wget "$URL" && tar xf "$(basename "$URL")"', 'fail'],
    ['wget https://e.com/a.tgz && echo "00  a.tgz" | sha256sum -c - && tar xzf a.tgz', 'pass'],
    ['wget https://e.com/a.tgz && echo "00  a.tgz" | sha512sum --check --status && tar xzf a.tgz', 'pass'],
    ['wget https://e.com/a.tgz && echo "00  a.tgz" > s && shasum -a 256 -c s && tar xzf a.tgz', 'pass'],
    ['wget https://e.com/a.tgz && grep a.tgz SHA256SUMS | sha256sum -c && tar xzf a.tgz', 'pass'],
    [
      'wget https://e.com/a.tgz https://e.com/a.tgz.asc && gpg --batch --verify a.tgz.asc a.tgz && tar xzf a.tgz',
      'pass',
    ],
    ['wget https://e.com/a.tgz && cosign verify-blob --key k a.tgz && tar xzf a.tgz', 'pass'],
    ['wget https://e.com/a.tgz && [ "$(sha256sum a.tgz | cut -d\' \' -f1)" = "$SUM" ] && tar xzf a.tgz', 'pass'],
    ['wget https://e.com/a.tgz && sha256sum a.tgz && tar xzf a.tgz', 'fail'],
    ['wget https://e.com/a.tgz && echo "00  a.tgz" | md5sum -c - && tar xzf a.tgz', 'fail'],
    [
      'wget https://e.com/a.tgz https://e.com/b.tgz && echo "00  a.tgz" | sha256sum -c && tar xf a.tgz && tar xf b.tgz',
      'fail',
    ],
  ])('RUN %s: %s', (run, expected) => expect(answer(`RUN ${run}`)).toBe(expected));

  test('used in another RUN, and verified in another', () => {
    const { violations } = judgeText(
      remoteFetchUnverified,
      'FROM scratch\nRUN wget https://e.com/a.tgz\nRUN tar xf a.tgz\n',
    );
    expect(violations).toMatchObject([{ location: { startLine: 2 }, related: [{ location: { startLine: 3 } }] }]);
    expect(answer('RUN wget https://e.com/a.tgz\nRUN echo "00  a.tgz" | sha256sum -c\nRUN tar xf a.tgz')).toBe('pass');
    expect(answer('RUN curl -o /app.jar https://e.com/app.jar\nENTRYPOINT ["java", "-jar", "/app.jar"]')).toBe('fail');
  });

  test('used in a stage that is built upon it', () => {
    expect(answer('RUN wget https://e.com/a.tgz\nFROM 0\nRUN tar xf a.tgz')).toBe('pass');
    const text = 'FROM scratch AS a\nRUN wget https://e.com/a.tgz\nFROM a\nRUN tar xf a.tgz\n';
    expect(judgeText(remoteFetchUnverified, text).answer).toBe('fail');
  });
});

describe('clones', () => {
  test.each([
    ['git clone https://e.com/r.git', 'fail'],
    ['git clone --depth 1 -b v1.0 https://e.com/r.git', 'fail'],
    [`git clone https://e.com/r.git && cd r && git checkout ${COMMIT}`, 'pass'],
    [`git clone https://e.com/r.git && git -C r reset --hard ${COMMIT}`, 'pass'],
    [`git clone --revision=${COMMIT} https://e.com/r.git`, 'pass'],
    ['git clone https://e.com/r.git && cd r && git checkout 0123456', 'fail'],
    ['git clone https://e.com/r.git && cd r && git checkout "$REF"', 'unknown'],
    ['git clone /src /dst', 'pass'],
    [`C=${COMMIT}; git clone https://e.com/r.git && git -C r checkout $C`, 'pass'],
    [`git clone https://e.com/a.git && git -C a checkout ${COMMIT} && git clone https://e.com/b.git`, 'fail'],
  ])('RUN %s: %s', (run, expected) => expect(answer(`RUN ${run}`)).toBe(expected));

  test('the commit in an ARG', () => {
    expect(answer(`ARG C=${COMMIT}\nRUN git clone https://e.com/r.git && cd r && git checkout \${C}`)).toBe('pass');
    expect(answer('ARG C=main\nRUN git clone https://e.com/r.git && cd r && git checkout ${C}')).toBe('fail');
  });
});

describe('ADD', () => {
  test.each([
    ['ADD https://e.com/a.tgz /', 'fail'],
    ['ADD ["https://e.com/a b.tgz", "/"]', 'fail'],
    [`ADD --checksum=sha256:${'0'.repeat(64)} https://e.com/a.tgz /`, 'pass'],
    ['ADD rootfs.tar.gz /', 'pass'],
    ['ADD . /app', 'pass'],
    ['ADD https://github.com/acme/r.git /src', 'fail'],
    ['ADD https://github.com/acme/r.git#v1.0 /src', 'fail'],
    [`ADD https://github.com/acme/r.git#${COMMIT} /src`, 'pass'],
    [`ADD git@github.com:acme/r.git#${COMMIT}:docs /src`, 'pass'],
    ['ARG URL=https://e.com/a.tgz\nADD ${URL} /', 'fail'],
    ['ARG URL\nADD ${URL} /', 'unknown'],
  ])('%s: %s', (text, expected) => expect(answer(text)).toBe(expected));
});

test('stages that the target does not need are not judged, builders are', () => {
  const text = `FROM scratch AS a\nRUN curl ${U} | sh\nFROM scratch AS b\nRUN curl ${U} | sh\nFROM scratch\nCOPY --from=a / /\n`;
  expect(judgeText(remoteFetchUnverified, text).violations.map(({ location }) => location?.startLine)).toEqual([2]);
});

test('a history alone tells nothing: layers of the base are not the own ones', () => {
  const history = [{ createdBy: `RUN curl ${U} | sh`, comment: '', emptyLayer: false }];
  expect(judge(remoteFetchUnverified, { image: image({}, { history }) })).toMatchObject({
    answer: 'unknown',
    severity: 'low',
  });
});

test('the place stays when lines move and versions change', () => {
  const place = (text: string): string[] => judgeText(remoteFetchUnverified, text).violations.map((one) => one.place);
  const one = place('FROM scratch\nRUN wget https://e.com/a-1.2.3.tgz && tar xf a-1.2.3.tgz\n');
  expect(place('FROM scratch\n\n\nRUN wget https://e.com/a-1.2.4.tgz && tar xf a-1.2.4.tgz\n')).toEqual(one);
  expect(new Set(place(`FROM scratch\nRUN curl ${U} | sh\nRUN curl ${U} | sh\n`)).size).toBe(2);
});

test('messages name the host, never credentials or queries', () => {
  const { reason } = judgeText(
    remoteFetchUnverified,
    'FROM scratch\nRUN curl "https://user:hunter2@e.com/i?token=s3cr3t" | sh\n',
  );
  expect(reason).toContain('e.com');
  expect(reason).not.toMatch(/hunter2|s3cr3t/);
});

test('what cannot be read is not a pass', () => {
  expect(answer('RUN echo "unterminated')).toBe('unknown');
  expect(answer('SHELL ["powershell", "-Command"]\nRUN iwr https://e.com/i.ps1 | iex')).toBe('unknown');
  expect(answer(`SHELL ["powershell", "-Command"]\nRUN x\nADD https://e.com/a /`)).toBe('fail');
});

test.each([
  ['RUNs', `FROM scratch\n${'RUN curl https://e.com/x | sh\n'.repeat(20_000)}`],
  ['downloads', `FROM scratch\n${'RUN wget https://e.com/a && tar xf *\n'.repeat(20_000)}`],
  ['pipes', `FROM scratch\nRUN curl https://e.com/x | ${'sh | '.repeat(9_000)}sh\n`],
  ['readers of one pipe', `FROM scratch\nRUN { ${'curl x; '.repeat(4_000)}} | { ${'sh; '.repeat(4_000)}}\n`],
])('thousands of %s cost no time', (_name, text) => {
  const start = performance.now();
  expect(judgeText(remoteFetchUnverified, text).answer).toBe('fail');
  expect(performance.now() - start).toBeLessThan(10_000);
});
