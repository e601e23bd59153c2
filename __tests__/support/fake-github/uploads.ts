import { gunzipSync } from 'node:zlib';
import type { Log } from 'sarif';

/** An accepted SARIF upload, unpacked. */
export interface Upload {
  readonly repository: string;
  readonly ref: string;
  readonly commitSha: string;
  readonly checkoutUri: string | undefined;
  readonly startedAt: string | undefined;
  readonly toolName: string | undefined;
  readonly sarifText: string;
  readonly sarif: Log;
}

interface UploadBody {
  readonly ref: string;
  readonly commit_sha: string;
  readonly sarif: string;
  readonly checkout_uri?: string;
  readonly started_at?: string;
  readonly tool_name?: string;
}

/** `body` has passed the contract. Throws when its `sarif` is not Base64 of gzip of JSON. */
export function unpackUpload(repository: string, body: unknown): Upload {
  const upload = body as UploadBody;
  const sarifText = gunzipSync(Buffer.from(upload.sarif, 'base64')).toString('utf8');
  return {
    repository,
    ref: upload.ref,
    commitSha: upload.commit_sha,
    checkoutUri: upload.checkout_uri,
    startedAt: upload.started_at,
    toolName: upload.tool_name,
    sarifText,
    sarif: JSON.parse(sarifText) as Log,
  };
}
