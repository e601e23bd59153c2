import { describe, expect, test } from '@jest/globals';
import { depsUnpinned } from '../../src/rules/deps-unpinned.ts';
import { dockerfile, judge, judgeText, repository } from '../support/evidence.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';

function answer(text: string): string {
  return judgeText(depsUnpinned, `FROM scratch\n${text}\n`).answer;
}

describe('Python', () => {
  test.each([
    ['pip install requests', 'fail'],
    ['pip install --no-cache-dir --upgrade pip', 'fail'],
    ['pip install "requests>=2" b==1.0', 'fail'],
    ['pip install "a==1.*"', 'fail'],
    ['python3 -m pip install a', 'fail'],
    ['pip3.11 install a', 'fail'],
    ['sudo -H pip install a', 'fail'],
    ['pip install git+https://e.com/r.git', 'fail'],
    ['pip install git+https://e.com/r.git@main', 'fail'],
    ['pip install "a @ git+https://e.com/r.git@v1"', 'fail'],
    ['pip install -e git+https://e.com/r.git', 'fail'],
    ['pip install https://e.com/archive/master.zip', 'fail'],
    ['uv pip install --system a', 'fail'],
    ['uv tool install mcp-server-time', 'fail'],
    ['uv tool install a@latest', 'fail'],
    ['uv sync', 'fail'],
    ['uv add a', 'fail'],
    ['pipx install a', 'fail'],
    ['pipenv install', 'fail'],
    ['pip install a==1.0', 'pass'],
    ['pip install "a[x,y]==1.0" b===2', 'pass'],
    ['pip install a[x]==1.0', 'pass'],
    ['pip install "a==$V"', 'pass'],
    ['pip install "a==1.0; python_version < \'3\'"', 'pass'],
    [`pip install git+https://e.com/r.git@${COMMIT}`, 'pass'],
    [`pip install "git+https://e.com/r.git@${COMMIT}#egg=a"`, 'pass'],
    ['pip install https://e.com/a-1.2.3-py3-none-any.whl', 'pass'],
    ['pip install -r requirements.txt', 'pass'],
    ['pip install --require-hashes -r requirements.txt', 'pass'],
    ['pip install --no-index --find-links=/wheels a', 'pass'],
    ['pip install -c constraints.txt a', 'pass'],
    ['pip install .', 'pass'],
    ['pip install -e .[dev]', 'pass'],
    ['pip install /wheels/*.whl', 'pass'],
    ['pip install --index-url https://e.com/simple a==1', 'pass'],
    ['pip list', 'pass'],
    ['uv sync --locked --no-dev', 'pass'],
    ['uv sync --frozen', 'pass'],
    ['uv tool install a==1.0', 'pass'],
    ['poetry install', 'pass'],
    ['pipenv install --deploy --system', 'pass'],
    ['pip install $PACKAGES', 'unknown'],
  ])('RUN %s: %s', (run, expected) => expect(answer(`RUN ${run}`)).toBe(expected));

  test('variables of the Dockerfile count', () => {
    expect(answer('ARG V=1.2.3\nRUN pip install a==$V')).toBe('pass');
    expect(answer('ARG P="a b"\nRUN pip install $P')).toBe('fail');
    expect(answer('ENV UV_LOCKED=1\nRUN uv sync')).toBe('pass');
  });
});

describe('Node', () => {
  test.each([
    ['npm i -g a', 'fail'],
    ['npm install --global a@latest', 'fail'],
    ['npm install -g a@^1.2.3', 'fail'],
    ['npm install -g npm@10', 'fail'],
    ['npm install -g @scope/a', 'fail'],
    ['npm install acme/tool', 'fail'],
    ['npm install git+https://e.com/r.git', 'fail'],
    ['yarn global add a', 'fail'],
    ['pnpm add -g a', 'fail'],
    ['bun add a', 'fail'],
    ['npm install -g a@1.2.3 @scope/b@2.0.0-rc.1', 'pass'],
    ['npm install -g "a@$V"', 'unknown'],
    ['npm install -g ./a.tgz', 'pass'],
    ['npm install --prefix /x -g a@1.2.3', 'pass'],
    [`npm install github:acme/tool#${COMMIT}`, 'pass'],
    ['npm ci', 'pass'],
    ['npm run build', 'pass'],
    ['yarn build', 'pass'],
    ['yarn --version', 'pass'],
    ['yarn install --frozen-lockfile', 'pass'],
    ['pnpm install --frozen-lockfile', 'pass'],
    ['git clone https://e.com/r.git && npm install', 'unknown'],
    ['npm install', 'unknown'],
  ])('RUN %s: %s', (run, expected) => expect(answer(`RUN ${run}`)).toBe(expected));

  test.each([
    ['COPY package.json package-lock.json ./\nRUN npm install', 'pass'],
    ['COPY package.json ./\nRUN npm install', 'fail'],
    ['COPY package*.json ./\nRUN npm install', 'unknown'],
    ['COPY . .\nRUN npm install', 'unknown'],
    ['RUN npm install\nCOPY package-lock.json ./', 'unknown'],
    ['COPY package.json yarn.lock ./\nRUN npm install', 'fail'],
    ['COPY package.json yarn.lock ./\nRUN yarn', 'pass'],
    ['COPY package-lock.json ./\nRUN npm install --no-package-lock', 'fail'],
    ['RUN --mount=type=bind,source=package-lock.json,target=package-lock.json npm install', 'pass'],
    ['COPY --from=deps /app ./\nRUN npm install', 'unknown'],
  ])('%j: %s', (text, expected) => expect(answer(text)).toBe(expected));

  test.each([
    [['app/package.json', 'app/package-lock.json'], 'app', 'pass'],
    [['app/package.json', 'package-lock.json'], 'app', 'fail'],
    [['package-lock.json'], '', 'pass'],
    [null, 'app', 'unknown'],
    [['app/package-lock.json'], null, 'unknown'],
  ])('a folder is copied and the repository has %j, context %j: %s', (files, context, expected) => {
    const parts = {
      dockerfile: dockerfile('FROM scratch\nCOPY . .\nRUN npm install\n'),
      repository: repository({ files, context }),
    };
    expect(judge(depsUnpinned, parts).answer).toBe(expected);
  });
});

describe('others', () => {
  test.each([
    ['go install e.com/a@latest', 'fail'],
    ['go install e.com/a@main', 'fail'],
    ['go get e.com/a', 'fail'],
    ['go get -u ./...', 'fail'],
    ['go install e.com/a@v1.2.3', 'pass'],
    ['go install -ldflags "-s -w" e.com/a@v0.0.0-20200903104109-d34e7f983986', 'pass'],
    ['go install ./cmd/...', 'pass'],
    ['go get -d ./...', 'pass'],
    ['go mod download', 'pass'],
    ['gem install a', 'fail'],
    ['gem install a -v 1.2.3', 'pass'],
    ['gem install a:1.2.3', 'pass'],
    ['gem install a -v "~> 1.2"', 'fail'],
    ['cargo install ripgrep --locked', 'fail'],
    ['cargo install ripgrep@14.1.1', 'pass'],
    ['cargo install --version 14.1.1 ripgrep', 'pass'],
    ['cargo install --path .', 'pass'],
    ['cargo install --git https://e.com/r.git', 'fail'],
    [`cargo install --git https://e.com/r.git --rev ${COMMIT}`, 'pass'],
    ['apt-get install -y curl', 'pass'],
    ['apk add curl', 'pass'],
    ['echo pip install a', 'pass'],
  ])('RUN %s: %s', (run, expected) => expect(answer(`RUN ${run}`)).toBe(expected));
});

test('messages name packages, never addresses', () => {
  const { reason } = judgeText(depsUnpinned, 'FROM scratch\nRUN pip install a git+https://user:hunter2@e.com/r.git\n');
  expect(reason).toContain('pip installs a, a package from an address');
  expect(reason).not.toContain('hunter2');
});

test('a long hostile name costs no time', () => {
  const start = performance.now();
  answer(`RUN pip install "${' '.repeat(20_000)}@" && npm i -g "${'@a/'.repeat(10_000)}"`);
  expect(performance.now() - start).toBeLessThan(2_000);
});

test('thousands of installs do not look through the file thousands of times', () => {
  const start = performance.now();
  expect(answer('COPY package.json ./\nRUN npm install\n'.repeat(20_000))).toBe('fail');
  expect(performance.now() - start).toBeLessThan(10_000);
});
