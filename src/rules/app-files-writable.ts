import { below, type Found, lookUp } from '../image/lookup.ts';
import { findProgram, type RunPlace, workingFolder } from '../image/lookup-program.ts';
import { may, type ProcessUser } from '../image/lookup-user.ts';
import type { ImageFile } from '../model/image-files.ts';
import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';
import { isDataImage } from './shared/effective.ts';
import { noFiles, placeOf, runPlace } from './shared/image-place.ts';
import { counted, listed } from './shared/listing.ts';
import { commandsOf, startWords } from './shared/start-command.ts';

const FIX =
  'Leave code to root: COPY without `--chown`, WORKDIR before USER, no `chmod -R 777`; give the user only the folders for its data.';

export const appFilesWritable: Rule = {
  id: 'app-files-writable',
  title: 'The server cannot change its own code',
  severity: { mcp: 'medium', container: 'medium', strict: 'medium' },
  why: 'A tool call that goes wrong, or is made to, can then rewrite the program: what it plants runs again with every request and after every restart.',
  fix: FIX,
  aliases: [],
  examples: {
    good: [
      {
        title: 'code of root, data of the user',
        dockerfile: 'FROM scratch\nWORKDIR /app\nCOPY . .\nUSER 1001\nENTRYPOINT ["/app/server"]\n',
        image: {
          files: {
            '/app/': {},
            '/app/server': { program: 'amd64' },
            '/app/data/': { uid: 1001 },
            '/app/data/notes.json': { uid: 1001, content: '{}' },
          },
        },
      },
      {
        title: 'a declared volume',
        dockerfile: 'FROM scratch\nWORKDIR /app\nVOLUME /app/plugins\nUSER 1001\nENTRYPOINT ["/app/server"]\n',
        image: { files: { '/app/server': { program: 'amd64' }, '/app/plugins/a.js': { uid: 1001 } } },
      },
    ],
    bad: [
      {
        title: 'code given to the user',
        dockerfile: 'FROM scratch\nWORKDIR /app\nCOPY --chown=1001 . .\nUSER 1001\nENTRYPOINT ["node", "server.js"]\n',
        image: { files: { '/app/': {}, '/app/server.js': { uid: 1001 } } },
      },
      {
        title: 'a start script that everyone may write',
        dockerfile: 'FROM scratch\nCOPY start.sh /\nUSER 1001\nENTRYPOINT ["/start.sh"]\n',
        image: { files: { '/start.sh': { mode: 0o777, content: '#!/bin/sh\n' }, '/bin/sh': { program: 'amd64' } } },
      },
      {
        title: 'a folder of the user, in which it can replace the files of others',
        dockerfile: 'FROM scratch\nUSER 1001\nWORKDIR /app\nCOPY server.js .\nENTRYPOINT ["node", "server.js"]\n',
        image: { files: { '/app/': { uid: 1001 }, '/app/server.js': '' } },
      },
    ],
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable('Nothing can be started in this image: it carries data only.');
    const place = runPlace(evidence);
    if (place === null) return unknown(noFiles(evidence));
    if (place.user === null) return unknown('Who the user is cannot be told, so neither what it may write.');
    if (place.user.uid === 0) return notApplicable('Root may write everything: `user-non-root` is about that.');
    const found = writableCode(place, place.user, startWords(evidence) ?? []);
    if (found.length === 0) return pass(`Uid ${place.user.uid} cannot write to the code that it runs.`);
    const paths = found.map(({ path }) => path);
    const message = `Uid ${place.user.uid} can change code that it runs (${counted(found.length, 'place')}): ${listed(paths)}.`;
    return fail([{ message, fix: FIX, location: placeOf(evidence, found) }]);
  },
};

/** Folders of the system, where a WORKDIR says nothing about an application. */
const SYSTEM = new Set([
  '/',
  '/tmp',
  '/var/tmp',
  '/usr',
  '/bin',
  '/etc',
  '/var',
  '/home',
  '/root',
  '/opt',
  '/srv',
  '/mnt',
  '/data',
]);
/** Folders that hold what a server writes, whatever its names end in. */
const DATA = /\/(data|cache|\.cache|\.npm|\.local|logs?|tmp|temp|uploads?|db|run|state|storage|workspace)\//;
const CODE = /\.(js|mjs|cjs|ts|py|pyc|rb|php|pl|lua|sh|bash|jar|class|war|so|node|wasm|dll)$|\/package\.json$/;

function writableCode(place: RunPlace, user: ProcessUser, words: readonly string[]): readonly ImageFile[] {
  const { image, files } = place;
  const volumes = image.config.volumes.map((volume) => volume.replace(/(.)\/+$/, '$1'));
  const isData = (path: string): boolean => DATA.test(path) || volumes.some((volume) => path.startsWith(`${volume}/`));
  const started = startedFiles(place, words);
  const folder = lookUp(files, workingFolder(image))?.file.path ?? '/';
  const app = SYSTEM.has(folder)
    ? []
    : below(files, folder).filter(
        ({ path, type, mode }) => type === 'file' && (CODE.test(path) || (mode & 0o111) !== 0),
      );
  const code = [...started, ...app].filter(({ path }) => !isData(path));
  const parents = code.flatMap(({ path }) => lookUp(files, path.slice(0, path.lastIndexOf('/')) || '/') ?? []);
  const folders = parents.map(({ file }) => file).filter((file) => !isData(`${file.path}/`) && replaces(user, file));
  const found = [...folders, ...code.filter((file) => may(user, 'write', file))];
  return [...new Map(found.map((file) => [file.path, file])).values()];
}

/** In a sticky folder only the owner of a file can replace it. */
function replaces(user: ProcessUser, folder: ImageFile): boolean {
  return may(user, 'write', folder) && may(user, 'execute', folder) && (folder.mode & 0o1000) === 0;
}

/** The program that is started and the scripts that its arguments name. */
function startedFiles(place: RunPlace, words: readonly string[]): readonly ImageFile[] {
  const found = commandsOf(words).flatMap(([name, ...rest]): Found[] => {
    const program = name === null || name === undefined ? null : findProgram(place, name, true);
    const scripts = rest.slice(0, 8).flatMap((word) => {
      const isPath = word !== null && /^[\w@./+-]{1,300}$/.test(word) && CODE.test(`/${word}`);
      return (isPath ? lookUp(place.files, word, workingFolder(place.image)) : null) ?? [];
    });
    return program?.kind === 'runs' ? [program.found, ...scripts] : scripts;
  });
  return found.map(({ file }) => file).filter(({ type }) => type === 'file');
}
