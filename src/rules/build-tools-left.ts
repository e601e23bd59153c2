import { lookUp } from '../image/lookup.ts';
import type { ImageFile } from '../model/image-files.ts';
import { fail, pass, type Rule, unknown } from './rule.ts';
import { effective } from './shared/effective.ts';
import { healthOf } from './shared/health-text.ts';
import { noFiles, placeOf } from './shared/image-place.ts';
import { counted, listed } from './shared/listing.ts';
import { commandsOf, startWords } from './shared/start-command.ts';

const FIX =
  'Build in a stage of its own and copy only the result; install no tools into the final stage that the server does not call.';

export const buildToolsLeft: Rule = {
  id: 'build-tools-left',
  title: 'No compilers and network tools in the image',
  severity: { mcp: 'low', container: 'low', strict: 'low' },
  why: 'What helps to build, download and connect helps an intruder as well, and each of them must be patched.',
  fix: FIX,
  aliases: ['CIS 4.3', 'DL3001'],
  examples: {
    good: [
      {
        title: 'a tool that the health check needs, and applets of BusyBox',
        dockerfile:
          'FROM scratch\nCOPY rootfs /\nHEALTHCHECK CMD curl -f http://127.0.0.1:3000/health || exit 1\nENTRYPOINT ["/server"]\n',
        image: {
          files: {
            '/bin/busybox': { program: 'amd64' },
            '/bin/sh': { link: '/bin/busybox' },
            '/usr/bin/nc': { link: '/bin/busybox' },
            '/usr/bin/curl': { program: 'amd64' },
          },
        },
      },
    ],
    bad: [
      {
        title: 'compilers and version control',
        dockerfile: 'FROM scratch\nCOPY rootfs /\nENTRYPOINT ["/server"]\n',
        image: {
          files: {
            '/usr/bin/gcc': { link: 'gcc-14' },
            '/usr/bin/gcc-14': { program: 'amd64' },
            '/usr/bin/git': { program: 'amd64' },
            '/usr/include/stdio.h': '',
          },
        },
      },
    ],
  },
  judge(evidence) {
    const files = evidence.image?.files ?? null;
    if (files === null) return unknown(noFiles(evidence));
    const health = healthOf(evidence);
    const used = [...commandsOf(startWords(evidence) ?? []), ...(health.kind === 'set' ? health.health.commands : [])];
    const needed = new Set(used.flat().map((word) => (word ?? '').slice((word ?? '').lastIndexOf('/') + 1)));
    // A server for a tool calls it itself, and its name says so: mcp-server-git.
    const named = [...(effective(evidence).entrypoint.value ?? []), ...(effective(evidence).cmd.value ?? [])].join(' ');
    const tools = files.merged.filter((file) => {
      const tool = toolOf(file);
      if (tool === null || needed.has(tool) || names(named, tool)) return false;
      const target = lookUp(files, file.path)?.file;
      return target?.type === 'file' && !/\/busybox[^/]*$/.test(target.path);
    });
    const headers = files.merged.filter(
      ({ path, type }) => type === 'file' && /^\/usr(\/local)?\/include\/.*\.h$/.test(path),
    );
    if (tools.length === 0 && headers.length === 0)
      return pass('No compilers, version control, network or debugging tools.');
    const parts = [
      ...(tools.length === 0 ? [] : [`${counted(tools.length, 'tool')}: ${listed(tools.map(({ path }) => path))}`]),
      ...(headers.length === 0 ? [] : [`${counted(headers.length, 'C header')} in /usr/include`]),
    ];
    return fail([
      {
        message: `The image holds ${parts.join('; ')}.`,
        fix: FIX,
        location: placeOf(evidence, [...tools, ...headers]),
      },
    ]);
  },
};

/** BusyBox brings applets of the same names, and perl is essential on Debian: they are not what a build left. */
const TOOLS = new Set(
  'gcc g++ cc c++ clang make cmake ninja meson autoconf automake ld rustc go git svn hg curl wget nc ncat netcat socat telnet ftp ssh scp sftp rsync vim vi nano gdb strace ltrace tcpdump nmap'.split(
    ' ',
  ),
);

function toolOf({ path, type }: ImageFile): string | null {
  if (type === 'directory' || !/\/s?bin\/[^/]+$/.test(path)) return null;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /^[a-z+]+$/.test(name) && TOOLS.has(name) ? name : null;
}

function names(command: string, tool: string): boolean {
  return command.split(/[-_./ ]+/).includes(tool);
}
