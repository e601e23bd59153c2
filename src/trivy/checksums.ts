import { VerifyError } from '../model/failure.ts';

/**
 * The sum of one file in a checksums file of goreleaser: lines of `<SHA-256>  <name>`.
 * @throws VerifyError `trivy-checksums` when there is none, or several that differ
 */
export function sumInChecksums(text: string, name: string, source: string): string {
  const sums = new Set(
    text.split(/\r?\n/).flatMap((line) => {
      const [sum = '', file, ...rest] = line.trim().split(/[ \t]+/);
      const isOurs = (file === name || file === `*${name}`) && rest.length === 0;
      return isOurs && /^[0-9a-f]{64}$/i.test(sum) ? [sum.toLowerCase()] : [];
    }),
  );
  const [sum] = sums;
  if (sum === undefined || sums.size > 1) {
    throw new VerifyError(
      'trivy-checksums',
      `${source} holds ${sums.size === 0 ? 'no sum' : 'different sums'} for ${name}`,
      'Check --trivy-version and --trivy-download-url: the release is not complete at this place.',
    );
  }
  return sum;
}
