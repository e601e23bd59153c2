import { appendFile } from 'node:fs/promises';
import * as core from '@actions/core';
import { plainText } from './plain-text.ts';
import type { ActionsStep } from './ports.ts';

/** The step of a workflow, through the runner's commands and files. */
export const actionsStep: ActionsStep = {
  output: (name, value) => core.setOutput(name, value),
  summary: async (markdown) => {
    const file = process.env['GITHUB_STEP_SUMMARY'] ?? '';
    if (file !== '') await appendFile(file, markdown);
  },
  annotate: ({ level, message, title, file, startLine, endLine }) => {
    const say = { error: core.error, warning: core.warning, notice: core.notice }[level];
    say(plainText(message), {
      title: plainText(title),
      ...(file === null ? {} : { file }),
      ...(startLine === null ? {} : { startLine }),
      ...(endLine === null ? {} : { endLine }),
    });
  },
};
