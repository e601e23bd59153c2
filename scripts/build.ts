/** Bundles both entries into dist/: what the action and the command line run. The same sources give the same bytes. */
import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { collectLicenses } from './lib/licenses.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = `${root}/dist`;

// Bundled CommonJS packages call require and look for their folder: ES modules have neither.
const banner =
  "import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;";

/**
 * @actions/core brings an HTTP client of 0.8 MB for asking OIDC tokens, which nothing here does. Its modules do nothing
 * when they are loaded, but do not say so; told of it, the bundler leaves out what is not called.
 */
const leaveOutUnused: Plugin = {
  name: 'leave-out-unused',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^(\.|@actions\/|undici$|tunnel$)/ }, async ({ path, pluginData, ...args }) => {
      const isTheirs = !path.startsWith('.') || /node_modules\/@actions\//.test(args.importer);
      if (pluginData === leaveOutUnused || !isTheirs) return null;
      return { ...(await resolve(path, { ...args, pluginData: leaveOutUnused })), sideEffects: false };
    });
  },
};

await rm(out, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { index: 'src/action.ts', cli: 'src/cli.ts' },
  outdir: out,
  bundle: true,
  // Parts that few runs need stay out of the entries.
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node24',
  banner: { js: banner },
  legalComments: 'none',
  plugins: [leaveOutUnused],
  metafile: true,
  logLevel: 'warning',
});
await writeFile(`${out}/package.json`, '{ "type": "module" }\n');
await writeFile(`${out}/licenses.txt`, await collectLicenses(root, Object.keys(metafile.inputs)));
for (const [file, { bytes }] of Object.entries(metafile.outputs)) console.log(`${String(bytes).padStart(9)} ${file}`);
