import type { Budget } from '../image/budget.ts';
import type { CaptureFor } from '../image/capture.ts';
import type { StoredImage } from '../image/stored-image.ts';

/** An image that has been found and chosen, ready to be read. */
export interface PreparedImage {
  /** What `trivy image --input` takes for the same image. */
  readonly trivyInput: string;
  /** Writes out what `trivyInput` lacks and gives the whole; null when it lacks nothing. */
  readonly complete: (() => Promise<string>) | null;
  /** As it is stored. */
  readonly config: Uint8Array;
  /** Reads all of it, keeping the content of the files that `capture` names. It can be read again. */
  load(capture: CaptureFor, budget: Budget): Promise<StoredImage>;
}
