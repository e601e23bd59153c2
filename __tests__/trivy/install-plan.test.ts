import { describe, expect, test } from '@jest/globals';
import { type InstallRequest, planInstall } from '../../src/trivy/install-plan.ts';
import { DEFAULT_DOWNLOAD_URL, DEFAULT_VERSION, pinnedAsset, RELEASE_PLATFORMS } from '../../src/trivy/releases.ts';

const LINUX = { os: 'linux', arch: 'x64' };
const SUM = 'ab'.repeat(32);

function plan(more: Partial<InstallRequest> = {}, machine = LINUX) {
  return planInstall(
    {
      trivyPath: null,
      version: DEFAULT_VERSION,
      downloadUrl: DEFAULT_DOWNLOAD_URL,
      archiveSha256: null,
      minAgeMs: 0,
      allowOld: false,
      trustedRootFile: null,
      githubToken: null,
      timeoutMs: 1000,
      ...more,
    },
    machine,
  );
}

describe('what is installed', () => {
  test('by default the pinned release of GitHub', () => {
    expect(plan()).toMatchObject({
      releaseUrl: 'https://github.com/aquasecurity/trivy/releases/download/v0.74.0',
      archiveSha256: '2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a',
      binarySha256: 'd89bcc6510a267f11b773398cbf1be5520ce39f9e8b6633178c4487f05b7d791',
      executable: 'trivy',
      trust: 'pinned',
    });
  });

  test.each([
    ['linux', 'arm64', 'trivy_0.74.0_Linux-ARM64.tar.gz', 'trivy'],
    ['darwin', 'x64', 'trivy_0.74.0_macOS-64bit.tar.gz', 'trivy'],
    ['darwin', 'arm64', 'trivy_0.74.0_macOS-ARM64.tar.gz', 'trivy'],
    ['win32', 'x64', 'trivy_0.74.0_windows-64bit.zip', 'trivy.exe'],
  ])('on %s %s', (os, arch, asset, executable) => {
    expect(plan({}, { os, arch })).toMatchObject({ asset, executable, trust: 'pinned' });
  });

  test('the default version is pinned on every platform, each with a sum of its own', () => {
    const sums = RELEASE_PLATFORMS.map((platform) => pinnedAsset(DEFAULT_VERSION, platform)?.archiveSha256);
    expect(new Set(sums).size).toBe(5);
    expect(sums.every((sum) => /^[0-9a-f]{64}$/.test(sum ?? ''))).toBe(true);
  });

  test('a given sum takes the place of the pinned one, and the executable is then not the pinned one', () => {
    expect(plan({ archiveSha256: SUM })).toMatchObject({ archiveSha256: SUM, binarySha256: null, trust: 'given' });
    expect(plan({ version: '0.76.2', archiveSha256: SUM.toUpperCase() })).toMatchObject({ archiveSha256: SUM });
    expect(plan({ archiveSha256: plan().archiveSha256 })).toEqual(plan());
  });

  test('a mirror with a path and credentials', () => {
    expect(plan({ downloadUrl: 'https://u:p@mirror.example/a/b//' }).releaseUrl).toBe(
      'https://u:p@mirror.example/a/b/v0.74.0',
    );
  });
});

describe('what is refused before anything is fetched', () => {
  test.each<[string, Partial<InstallRequest>, { os: string; arch: string }]>([
    ['trivy-version-denied', { version: '0.69.4', archiveSha256: SUM }, LINUX],
    ['trivy-version-denied', { version: '0.69.5', archiveSha256: SUM }, LINUX],
    ['trivy-version-denied', { version: '0.69.6', archiveSha256: SUM }, LINUX],
    ['trivy-version-old', { version: '0.71.2', archiveSha256: SUM }, LINUX],
    ['trivy-platform', {}, { os: 'win32', arch: 'arm64' }],
    ['trivy-platform', {}, { os: 'linux', arch: 'riscv64' }],
    ['trivy-sha256', { archiveSha256: 'abc' }, LINUX],
    ['trivy-download-url', { downloadUrl: 'file:///etc' }, LINUX],
    ['trivy-download-url', { downloadUrl: 'mirror' }, LINUX],
    ['trivy-download-url', { downloadUrl: 'https://m.example/?x=' }, LINUX],
  ])('%s: %j', (code, more, machine) => {
    expect(() => plan(more, machine)).toThrow(expect.objectContaining({ code, kind: 'usage' }));
  });

  test.each([
    '',
    'v0.74.0',
    'latest',
    '0.74',
    '0.74.0-rc1',
    '00.74.0',
    '0.74.0/../../x',
    '../0.74.0',
    '0.74.0\n',
    '1e9.0.0',
    '0.74.0 ',
  ])('a version that is none: %j', (version) => {
    expect(() => plan({ version, archiveSha256: SUM })).toThrow(expect.objectContaining({ code: 'trivy-version' }));
  });

  test('the refusal of Windows on ARM says where there are releases', () => {
    expect(() => plan({}, { os: 'win32', arch: 'arm64' })).toThrow(
      /no release for win32-arm64; there is one for linux-x64/,
    );
  });
});
