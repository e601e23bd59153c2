import { runAction } from './commands/run-action.ts';
import { actionsArtifacts } from './host/actions-artifacts.ts';
import { actionsLog } from './host/actions-log.ts';
import { createActionsProgress } from './host/actions-progress.ts';
import { actionsStep } from './host/actions-step.ts';
import { createGitHubApi } from './host/github-api.ts';
import { nodeClock } from './host/node-clock.ts';
import { createNodeHost } from './host/node-host.ts';

const { host, dispose } = createNodeHost({
  toolCacheFolder: process.env['RUNNER_TOOL_CACHE'] ?? '.image-gate/tools',
  log: actionsLog,
  progress: createActionsProgress(actionsLog, nodeClock),
  tempRoot: process.env['RUNNER_TEMP'] ?? null,
});
try {
  process.exitCode = await runAction({
    host,
    step: actionsStep,
    artifacts: actionsArtifacts,
    connect: createGitHubApi,
  });
} finally {
  await dispose();
}
