import type { DockerfileEvidence } from '../model/dockerfile.ts';
import type { RepositoryEvidence } from '../model/repository.ts';
import type { Fault, Rule } from './rule.ts';
import { hasLockFile } from './shared/run/lock-files.ts';
import { nodeInstall } from './shared/run/node-packages.ts';
import { otherPackages } from './shared/run/other-packages.ts';
import { pythonPackages } from './shared/run/python-packages.ts';
import { commandPlace, judgeRuns, type RunFindings, type ScriptRun, scriptRuns } from './shared/run/run-rule.ts';
import { shownName, variablesOf } from './shared/run/words.ts';

export const depsUnpinned: Rule = {
  id: 'deps-unpinned',
  title: 'Application packages are installed in fixed versions',
  severity: { mcp: 'medium', container: 'medium', strict: 'medium' },
  why: 'Without a version the build takes the newest release of the day: the same Dockerfile gives another image tomorrow, and a release that somebody else pushed is in it at once. Packages of the distribution (apt, apk) are not meant: their versions vanish from the mirrors.',
  fix: 'Install from a lock file (`npm ci`, `uv sync --locked`, `pip install --require-hashes`), or name the version.',
  aliases: ['DL3013', 'DL3016', 'DL3028', 'DL3062'],
  examples: {
    good: [
      { title: 'a lock file', dockerfile: 'FROM scratch\nCOPY package.json package-lock.json ./\nRUN npm ci\n' },
      {
        title: 'versions',
        dockerfile: 'FROM scratch\nRUN pip install "uv==0.11.7" && npm install -g typescript@5.9.3\n',
      },
      {
        title: 'lists with sums',
        dockerfile: 'FROM scratch\nRUN pip install --require-hashes -r requirements.txt && uv sync --frozen\n',
      },
      {
        title: 'the project itself',
        dockerfile: 'FROM scratch\nCOPY . .\nRUN pip install --no-deps . && go install ./cmd/...\n',
      },
      {
        title: 'packages of the distribution',
        dockerfile: 'FROM scratch\nRUN apk add --no-cache curl && apt-get install -y git\n',
      },
    ],
    bad: [
      { title: 'pip', dockerfile: 'FROM scratch\nRUN pip install --no-cache-dir requests "flask>=3"\n' },
      { title: 'npm, latest', dockerfile: 'FROM scratch\nRUN npm i -g npm@latest @scope/tool\n' },
      { title: 'npm without a lock file', dockerfile: 'FROM scratch\nCOPY package.json ./\nRUN npm install\n' },
      { title: 'go', dockerfile: 'FROM scratch\nRUN go install example.com/tool@latest\n' },
      { title: 'uv', dockerfile: 'FROM scratch\nRUN uv tool install mcp-server-time\n' },
    ],
  },
  judge: (evidence) =>
    judgeRuns(
      evidence,
      (dockerfile) => find(dockerfile, evidence.repository),
      'No package is installed in whatever version is the newest.',
    ),
};

/** Each looks through the stage before it; no person installs more often. */
const MOST_LOOKUPS = 200;

function find(dockerfile: DockerfileEvidence, repository: RepositoryEvidence | null): RunFindings {
  const budget = { lookups: MOST_LOOKUPS };
  const found = scriptRuns(dockerfile).map((run) => findInRun(run, dockerfile, repository, budget));
  return { faults: found.flatMap(({ faults }) => faults), open: found.flatMap(({ open = [] }) => open) };
}

function findInRun(
  run: ScriptRun,
  dockerfile: DockerfileEvidence,
  repository: RepositoryEvidence | null,
  budget: { lookups: number },
): RunFindings {
  const lookup = variablesOf(dockerfile, run.script);
  const { location } = run.instruction;
  const faults: Fault[] = [];
  const open: string[] = [];
  for (const command of run.script.commands) {
    const node = nodeInstall(command, lookup);
    const program = shownName(command.name ?? '');
    if (node?.kind === 'project') {
      budget.lookups -= 1;
      const locked = budget.lookups < 0 ? null : hasLockFile(node.locks, run, dockerfile, repository);
      if (locked === false)
        faults.push({
          message: `${program} installs what package.json names without a lock file.`,
          fix: node.fix,
          location,
          place: commandPlace(command.text),
        });
      if (locked === null)
        open.push(`Whether a lock file is there for ${program} on line ${location.startLine} cannot be told.`);
      continue;
    }
    const packages = node?.packages ?? pythonPackages(command, lookup) ?? otherPackages(command, lookup);
    if (packages === null) continue;
    if (packages.names.length > 0) {
      faults.push({
        message: `${program} installs ${listed(packages.names)} without a fixed version.`,
        fix: packages.fix,
        location,
        place: commandPlace(command.text),
      });
    } else if (packages.open.length > 0)
      open.push(
        `The version of ${listed(packages.open)} on line ${location.startLine} is in a variable without a value here.`,
      );
  }
  return { faults, open };
}

/** Addresses may hold credentials: they are not shown. */
function listed(names: readonly string[]): string {
  const shown = names
    .slice(0, 4)
    .map((name) => (/:\/\/|@.*:/.test(name) ? 'a package from an address' : shownName(name)));
  return names.length > 4 ? `${shown.join(', ')} and ${names.length - 4} more` : shown.join(', ');
}
