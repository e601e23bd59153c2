import type { Budget } from '../image/budget.ts';
import type { Capture } from '../image/layer.ts';
import type { StoredImage } from '../image/stored-image.ts';

/** An image that has been found and chosen, ready to be read. */
export interface PreparedImage {
  /** What `trivy image --input` takes for the same image. */
  readonly trivyInput: string;
  /** Reads all of it, keeping the content of the files that `capture` names. It can be read again. */
  load(capture: Capture, budget: Budget): Promise<StoredImage>;
}
