import type { ImageConfig, ImageEvidence } from '../model/image.ts';
import type { SecretHit } from '../model/scan.ts';

/**
 * Words of which one stands in every text that a rule of the scanner matches: they are literal parts of its pattern
 * (Trivy, pkg/fanal/secret/builtin-rules.go). Where no such word stands, the rule has matched nothing.
 */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'github-pat': ['ghp_'],
  'github-oauth': ['gho_'],
  'github-app-token': ['ghu_', 'ghs_'],
  'github-refresh-token': ['ghr_'],
  'github-fine-grained-pat': ['github_pat_'],
  'gitlab-pat': ['glpat-'],
  'hugging-face-access-token': ['hf_'],
  'pypi-upload-token': ['pypi-AgEIcHlwaS5vcmc'],
};

/** A config with more text than any image has is not searched. */
const LONGEST = 4 * 1024 * 1024;

/**
 * The scanner's rules that found, in the config of the image, nothing but the value of one of its variables: with the
 * name of the variable. Only where that is certain: no other text of the config can match, and the scanner reports
 * exactly as many places as the value has, in the variable and in the history of its ENV.
 * @param hits of the scanner in the config of the image
 */
export function secretsOfVariables(
  { config, history }: Pick<ImageEvidence, 'config' | 'history'>,
  hits: readonly SecretHit[],
): ReadonlyMap<string, string> {
  const same = new Map<string, string>();
  const texts = [...textsOf(config), ...history.flatMap(({ createdBy, comment }) => [createdBy, comment])];
  if (texts.reduce((length, text) => length + text.length, 0) > LONGEST) return same;
  for (const [rule, found] of Map.groupBy(hits, (hit) => hit.rule)) {
    const words = Object.hasOwn(WORDS, rule) ? (WORDS[rule] ?? []) : [];
    const [entry, ...others] = config.env.filter((one) => countWords(words, one) > 0);
    if (entry === undefined || others.length > 0) continue;
    const at = entry.indexOf('=');
    const value = entry.slice(at + 1);
    if (countWords(words, value) !== 1 || countWords(words, entry) !== 1) continue;
    const pieces = texts.map((text) => text.split(value));
    const places = 1 + pieces.reduce((count, piece) => count + piece.length - 1, 0);
    const isElsewhere = pieces.some((piece) => countWords(words, piece.join(' ')) > 0);
    if (!isElsewhere && found.length === places) same.set(rule, entry.slice(0, at));
  }
  return same;
}

/** All but the environment. */
function textsOf(config: ImageConfig): readonly string[] {
  const { user, exposedPorts, healthcheck, entrypoint, cmd, workingDir, labels, volumes, stopSignal, shell } = config;
  return [
    user,
    ...exposedPorts,
    ...(healthcheck?.test ?? []),
    ...(entrypoint ?? []),
    ...(cmd ?? []),
    workingDir,
    ...Object.entries(labels).flat(),
    ...volumes,
    stopSignal ?? '',
    ...(shell ?? []),
    ...(config.onBuild ?? []),
  ];
}

/** Whatever the case of the letters. */
function countWords(words: readonly string[], text: string): number {
  const lower = text.toLowerCase();
  return words.reduce((count, word) => count + lower.split(word.toLowerCase()).length - 1, 0);
}
