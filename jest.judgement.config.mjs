import base from './jest.config.mjs';

/** The judgement itself, of which every branch is tried: what decides that an image passes may not be left to chance. */
const FILES = [
  'baseline-notices',
  'change',
  'decide',
  'fixed',
  'grace',
  'status',
  'threshold',
  'undecided',
  'waivers/image',
  'waivers/index-waivers',
  'waivers/match',
  'waivers/notices',
  'waivers/unused',
].map((name) => `src/policy/${name}.ts`);

const ALL = { branches: 100, functions: 100, lines: 100, statements: 100 };

export default {
  ...base,
  testMatch: [
    '<rootDir>/__tests__/policy/{baseline-notices,change,decide,precedence,status}.test.ts',
    '<rootDir>/__tests__/policy/waivers/{match,notices}.test.ts',
  ],
  collectCoverage: true,
  collectCoverageFrom: FILES,
  coverageDirectory: '.cache/judgement-coverage',
  coverageReporters: ['text'],
  coverageThreshold: Object.fromEntries([['global', ALL], ...FILES.map((file) => [`./${file}`, ALL])]),
};
