import type { DockerfileEvidence } from '../model/dockerfile.ts';
import type { Fault, Rule } from './rule.ts';
import { downloadsOf } from './shared/run/downloads.ts';
import { floatingClones } from './shared/run/git-clones.ts';
import { pipedFetches } from './shared/run/pipes-to-shell.ts';
import { remoteAdds } from './shared/run/remote-adds.ts';
import { commandPlace, judgeRuns, type RunFindings, scriptRuns } from './shared/run/run-rule.ts';
import { shownName, variablesOf } from './shared/run/words.ts';

const PIPE_FIX =
  'Download to a file, check it (`echo "<sha256>  install.sh" | sha256sum -c -`), then run it; better, install a package of a fixed version or copy the program from an image pinned by digest.';
const FILE_FIX =
  'Check the sum or the signature before use: `echo "<sha256>  file" | sha256sum -c -`, or fetch it with `ADD --checksum=sha256:… <address> <file>`.';
const CLONE_FIX = 'Check out a full commit in the same RUN: `git checkout <40 hexadecimal digits>`.';

export const remoteFetchUnverified: Rule = {
  id: 'remote-fetch-unverified',
  title: 'What the build downloads is verified',
  severity: { mcp: 'medium', container: 'medium', strict: 'high' },
  why: 'A download that nothing fixes is whatever its server, or who took it over, sends on the day of the build. Piped into a shell it runs at once, and nobody can tell later what it was. Builder stages count: what they make goes into the image.',
  fix: FILE_FIX,
  aliases: ['DL3020', 'DL4006', 'CIS-DI-0009', 'DS-0005', 'CIS 4.9', 'CIS 4.11'],
  examples: {
    good: [
      {
        title: 'a download with a checksum',
        dockerfile:
          'FROM scratch\nRUN curl -fsSLO https://example.com/tool.tgz \\\n && echo "0123…  tool.tgz" | sha256sum -c - \\\n && tar -xzf tool.tgz\n',
      },
      {
        title: 'a clone of a fixed commit',
        dockerfile:
          'FROM scratch\nRUN git clone https://example.com/tool.git && cd tool && git checkout 0123456789abcdef0123456789abcdef01234567\n',
      },
      {
        title: 'ADD with a checksum, and of local files',
        dockerfile:
          'FROM scratch\nADD --checksum=sha256:0000000000000000000000000000000000000000000000000000000000000000 https://example.com/a.tgz /a.tgz\nADD rootfs.tar.gz /\n',
      },
      {
        title: 'an answer that is only read',
        dockerfile:
          'FROM scratch\nRUN curl -s https://example.com/version | python3 -c "import sys; print(sys.stdin.read())"\n',
      },
    ],
    bad: [
      { title: 'piped into a shell', dockerfile: 'FROM scratch\nRUN curl -LsSf https://example.com/install.sh | sh\n' },
      {
        title: 'as the script of a shell',
        dockerfile: 'FROM scratch\nRUN sh -c "$(wget -qO- https://example.com/install.sh)"\n',
      },
      {
        title: 'in a heredoc',
        dockerfile: 'FROM scratch\nRUN <<EOF\nset -e\nbash <(curl -s https://example.com/install.sh)\nEOF\n',
      },
      {
        title: 'unpacked without a check',
        dockerfile: 'FROM scratch\nRUN wget https://example.com/tool.tgz && tar xzf tool.tgz\n',
      },
      { title: 'ADD of an address', dockerfile: 'FROM scratch\nADD https://example.com/tool.tgz /opt/\n' },
      {
        title: 'a clone of a tag',
        dockerfile: 'FROM scratch\nRUN git clone --branch v1.2.3 https://example.com/tool.git\n',
      },
    ],
  },
  judge: (evidence) => judgeRuns(evidence, find, 'Nothing is downloaded without a check.'),
};

function find(dockerfile: DockerfileEvidence): RunFindings {
  const adds = remoteAdds(dockerfile);
  const clones = scriptRuns(dockerfile).flatMap((run) =>
    floatingClones(run, variablesOf(dockerfile, run.script)).map((clone) => ({
      ...clone,
      instruction: run.instruction,
    })),
  );
  const faults = [...pipeFaults(dockerfile), ...downloadFaults(dockerfile), ...addFaults(adds.floating)];
  const cloneFaults = clones
    .filter(({ certain }) => certain)
    .map(
      ({ command, host, instruction }): Fault => ({
        message: `git clone${from(host)} takes what a branch or tag is today: no commit is checked out.`,
        fix: CLONE_FIX,
        location: instruction.location,
        place: commandPlace(command.text),
      }),
    );
  const open = [...clones.filter(({ certain }) => !certain).map(({ instruction }) => instruction), ...adds.open].map(
    ({ keyword, location }) =>
      `What ${keyword} on line ${location.startLine} fetches is in a variable without a value here.`,
  );
  return { faults: [...faults, ...cloneFaults], open };
}

function pipeFaults(dockerfile: DockerfileEvidence): Fault[] {
  return scriptRuns(dockerfile).flatMap((run) =>
    pipedFetches(run, variablesOf(dockerfile, run.script)).map(({ fetch, consumer, how }): Fault => {
      const program = shownName(consumer.name ?? 'the shell');
      const what = how === 'runs' ? `${program} runs` : `${program} unpacks`;
      return {
        message: `${what} what ${fetch.program} downloads${from(fetch.host)}, without a check.`,
        fix: PIPE_FIX,
        location: run.instruction.location,
        place: commandPlace(`${fetch.command.text} ${consumer.text}`),
        severity: how === 'runs' ? 'high' : null,
      };
    }),
  );
}

function downloadFaults(dockerfile: DockerfileEvidence): Fault[] {
  return downloadsOf(dockerfile).flatMap(({ name, fetch, instruction, use, verified }): Fault[] => {
    if (use === null || verified) return [];
    const elsewhere = use.instruction !== instruction;
    return [
      {
        message: `${name === '' ? 'A file' : shownName(name)}, which ${fetch.program} downloads${from(fetch.host)}, is used by ${shownName(use.program)} without a check.`,
        fix: FILE_FIX,
        location: instruction.location,
        related: elsewhere ? [{ location: use.instruction.location, message: 'used here' }] : [],
        place: commandPlace(fetch.command.text),
      },
    ];
  });
}

function addFaults(adds: ReturnType<typeof remoteAdds>['floating']): Fault[] {
  return adds.map(({ instruction, kind, source, host }) => ({
    message:
      kind === 'git'
        ? `ADD takes a repository${from(host)} without a commit.`
        : `ADD downloads${from(host)} without a checksum.`,
    fix:
      kind === 'git'
        ? 'Name the commit: `ADD https://…/repository.git#<40 hexadecimal digits> /src`.'
        : 'Add `--checksum=sha256:…`.',
    location: instruction.location,
    place: commandPlace(`ADD ${source}`),
  }));
}

function from(host: string | null): string {
  return host === null ? '' : ` from ${host}`;
}
