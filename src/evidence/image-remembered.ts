import { join } from 'node:path';
import type { Files } from '../host/ports.ts';
import type { Budget } from '../image/budget.ts';
import type { CaptureFor } from '../image/capture.ts';
import { decodeConfig } from '../image/config.ts';
import type { LayerListing } from '../image/layer.ts';
import type { StoredImage } from '../image/stored-image.ts';
import { BlobStore } from './image-blob-store.ts';
import { lacks } from './image-layer-cache.ts';
import type { RememberedImage } from './image-memory.ts';
import type { PreparedImage } from './image-prepared.ts';

const TYPE = 'application/vnd.oci.image';

/**
 * An image of which everything is known from runs before. It leaves its engine only when more is asked for than that, or
 * when the scanner wants its layers: one that has scanned them before reads a layout without them.
 */
export async function rememberedImage(
  { config, layers }: RememberedImage,
  names: readonly string[],
  takeOut: () => Promise<PreparedImage>,
  files: Files,
): Promise<PreparedImage> {
  const runConfig = decodeConfig(config).config;
  let taken: PreparedImage | null = null;
  let taking: Promise<PreparedImage> | null = null;
  // The scanner may ask while the image is being read.
  const whole = async (): Promise<PreparedImage> => {
    taking ??= takeOut();
    taken = await taking;
    return taken;
  };
  const input = await layoutWithoutLayers(config, layers, files);
  return {
    get trivyInput() {
      return taken?.trivyInput ?? input;
    },
    get complete() {
      return taken === null ? async () => (await whole()).trivyInput : null;
    },
    config,
    load: async (captureFor: CaptureFor, budget: Budget): Promise<StoredImage> => {
      const capture = captureFor(runConfig);
      if (taken !== null || layers.some(({ entries }) => entries.some((entry) => lacks(entry, capture)))) {
        return (await whole()).load(captureFor, budget);
      }
      for (const listing of layers) spend(listing, budget);
      return { config, digest: null, layers, names };
    },
  };
}

function spend({ entries }: LayerListing, budget: Budget): void {
  const names = entries.reduce((sum, { path, link }) => sum + path.length + link.length, 0);
  budget.spendAgain({ bytes: 0, entries: entries.length, names });
}

/** What Trivy needs to find its own results: the config, and a manifest that names the layers. */
async function layoutWithoutLayers(config: Uint8Array, layers: readonly LayerListing[], files: Files): Promise<string> {
  const store = await BlobStore.create(0, files);
  const mediaType = `${TYPE}.manifest.v1+json`;
  const manifest = await store.addText(
    JSON.stringify({
      schemaVersion: 2,
      mediaType,
      config: { mediaType: `${TYPE}.config.v1+json`, ...(await store.addText(new TextDecoder().decode(config))) },
      layers: layers.map(({ digest, size }) => ({ mediaType: `${TYPE}.layer.v1.tar`, digest, size })),
    }),
  );
  await files.writeText(join(store.folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  const index = { schemaVersion: 2, manifests: [{ mediaType, ...manifest }] };
  await files.writeText(join(store.folder, 'index.json'), JSON.stringify(index));
  return store.folder;
}
