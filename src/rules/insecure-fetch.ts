import type { DockerfileEvidence } from '../model/dockerfile.ts';
import type { Evidence } from '../model/subject.ts';
import { type Fault, fail, type Rule } from './rule.ts';
import { effective, fromLine } from './shared/effective.ts';
import { insecureOption } from './shared/run/insecure-options.ts';
import { isInsecureVariable } from './shared/run/insecure-variables.ts';
import { commandPlace, judgeRuns, type ScriptRun, scriptRuns } from './shared/run/run-rule.ts';
import { shownName, variablesOf } from './shared/run/words.ts';

const FIX =
  'Leave the check on. For a server with a certificate of your own, add its authority: copy it to /usr/local/share/ca-certificates and run update-ca-certificates, or name it with `--cacert`, `NODE_EXTRA_CA_CERTS`, `PIP_CERT`. For a repository with a key of its own, install the key.';

export const insecureFetch: Rule = {
  id: 'insecure-fetch',
  title: 'Certificates and signatures are checked',
  severity: { mcp: 'high', container: 'high', strict: 'high' },
  why: 'Without these checks anybody between the build and the server can send another file, and the build runs it. As a variable of the image the same holds for every connection of the running server.',
  fix: FIX,
  aliases: ['CIS 4.11'],
  examples: {
    good: [
      {
        title: 'an own authority',
        dockerfile: 'FROM scratch\nRUN curl --cacert /ca.pem -fsSLO https://example.com/a.tgz\n',
      },
      { title: 'an option that only looks alike', dockerfile: 'FROM scratch\nRUN curl -o k https://example.com/k\n' },
      { title: 'text that names the option', dockerfile: 'FROM scratch\nRUN echo "never use curl -k"\n' },
      { title: 'this machine', dockerfile: 'FROM scratch\nRUN curl -k https://localhost:8443/health\n' },
    ],
    bad: [
      {
        title: 'in a cluster of letters',
        dockerfile: 'FROM scratch\nRUN curl -fsSLk https://example.com/a.tgz -o /a.tgz\n',
      },
      { title: 'wget', dockerfile: 'FROM scratch\nRUN wget --no-check-certificate https://example.com/a.tgz\n' },
      { title: 'packages without a signature', dockerfile: 'FROM scratch\nRUN apk add --allow-untrusted /tmp/x.apk\n' },
      {
        title: 'an unchecked repository',
        dockerfile: 'FROM scratch\nRUN echo "deb [trusted=yes] https://example.com ./" > /etc/apt/sources.list\n',
      },
      { title: 'npm for good', dockerfile: 'FROM scratch\nRUN npm config set strict-ssl false\n' },
      { title: 'as a variable', dockerfile: 'FROM scratch\nENV NODE_TLS_REJECT_UNAUTHORIZED=0\n' },
    ],
  },
  judge(evidence) {
    const faults = variableFaults(evidence);
    // Variables of the image are certain even where its Dockerfile is not known.
    if (evidence.dockerfile === null && faults.length > 0) return fail(faults);
    return judgeRuns(
      evidence,
      (dockerfile) => ({ faults: [...faults, ...runFaults(dockerfile), ...heredocFaults(dockerfile)] }),
      CONTENT,
    );
  },
};

const CONTENT = 'No check of certificates or signatures is switched off.';

function runFaults(dockerfile: DockerfileEvidence): Fault[] {
  return scriptRuns(dockerfile).flatMap((run) => {
    const lookup = variablesOf(dockerfile, run.script);
    return run.script.commands.flatMap((command): Fault[] => {
      const option = insecureOption(command, lookup);
      const variable = command.assignments.find(({ name, value }) => isInsecureVariable(name, value?.value ?? ''));
      const message =
        option !== null
          ? `${shownName(command.name ?? '')}: ${option}.`
          : variable !== undefined
            ? variableMessage(variable.name)
            : sourceFault(run, command.index);
      return message === null
        ? []
        : [{ message, fix: FIX, location: run.instruction.location, place: commandPlace(command.text) }];
    });
  });
}

/** A command that writes or edits a list of repositories. */
function sourceFault({ script }: ScriptRun, index: number): string | null {
  const command = script.commands[index];
  const texts = [
    ...(command?.words ?? []).map(({ shown }) => shown),
    ...(command?.redirects ?? []).map(({ body }) => body ?? ''),
  ];
  // What a nested script says is told for the command in it.
  const nested = script.commands[index + 1];
  if (nested !== undefined && command !== undefined && nested.level > command.level) return null;
  return texts.some(trustsUnsigned) ? 'A package repository is trusted without a signature ([trusted=yes]).' : null;
}

/** COPY of a heredoc into a list of repositories. */
function heredocFaults(dockerfile: DockerfileEvidence): Fault[] {
  const copies = dockerfile.reachable
    .flatMap((stage) => dockerfile.stages[stage]?.instructions ?? [])
    .filter(
      ({ keyword, heredocs }) =>
        (keyword === 'COPY' || keyword === 'ADD') && heredocs.some(({ content }) => trustsUnsigned(content)),
    );
  return copies.map(({ location, text }) => ({
    message: 'A package repository is trusted without a signature ([trusted=yes]).',
    fix: FIX,
    location,
    place: commandPlace(`COPY ${text}`),
  }));
}

/** ENV of the image, and ENV and ARG of all stages that the build runs. */
function variableFaults(evidence: Evidence): Fault[] {
  const found = new Map<string, Fault>();
  const add = (name: string, location: Fault['location']): void => {
    found.set(name, {
      message: variableMessage(name),
      fix: FIX,
      location,
      place: `env:${name}`,
    });
  };
  for (const { name, value, location } of evidence.dockerfile?.assignments ?? [])
    if (value !== null && isInsecureVariable(name, value)) add(name, location);
  for (const { value: entry, known, from } of effective(evidence).env.entries) {
    const equals = entry.indexOf('=');
    const name = entry.slice(0, Math.max(equals, 0));
    if (known && isInsecureVariable(name, entry.slice(equals + 1)) && !found.has(name))
      add(name, from ?? fromLine(evidence));
  }
  return [...found.values()];
}

function variableMessage(name: string): string {
  return `${shownName(name)} switches the check of certificates off.`;
}

/** `deb [trusted=yes] http://…` in a list of sources. */
function trustsUnsigned(text: string): boolean {
  for (let at = text.indexOf('trusted=yes'); at >= 0; at = text.indexOf('trusted=yes', at + 1)) {
    const before = text.slice(Math.max(at - 200, 0), at);
    if (before.lastIndexOf('[') > Math.max(before.lastIndexOf(']'), before.lastIndexOf('\n'))) return true;
  }
  return false;
}
