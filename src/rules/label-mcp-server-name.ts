import { fail, pass, type Rule, unknown } from './rule.ts';
import { effective, fromLine } from './shared/effective.ts';
import { plainName } from './shared/listing.ts';
import { serverJsonOf } from './shared/server-json.ts';

export const MCP_NAME_LABEL = 'io.modelcontextprotocol.server.name';
const FIX = `Write \`LABEL ${MCP_NAME_LABEL}="io.github.OWNER/SERVER"\` into the final stage, with the name of server.json.`;

export const labelMcpServerName: Rule = {
  id: 'label-mcp-server-name',
  title: 'The image carries the name that the MCP registry asks for',
  severity: { mcp: 'low', container: 'off', strict: 'high' },
  why: 'The MCP registry takes an image for a server only when this label equals the name in server.json: it proves that whoever publishes the entry also builds the image.',
  fix: FIX,
  aliases: [],
  examples: {
    good: [
      {
        title: 'the label',
        dockerfile: `FROM scratch\nLABEL ${MCP_NAME_LABEL}=io.github.acme/time\nENTRYPOINT ["/server"]\n`,
      },
    ],
    bad: [
      { title: 'no label', dockerfile: 'FROM scratch\nENTRYPOINT ["/server"]\n', image: { files: {} } },
      {
        title: 'an empty one',
        dockerfile: `FROM scratch\nLABEL ${MCP_NAME_LABEL}=\nENTRYPOINT ["/server"]\n`,
        image: { files: {} },
      },
      {
        title: 'no name as the registry writes them',
        dockerfile: `FROM scratch\nLABEL ${MCP_NAME_LABEL}=time\nENTRYPOINT ["/server"]\n`,
      },
    ],
  },
  judge(evidence) {
    const { labels } = effective(evidence);
    const label = labels.entries.find(({ value }) => value.startsWith(`${MCP_NAME_LABEL}=`));
    const location = label?.from ?? fromLine(evidence);
    if (label !== undefined && !label.known) return unknown('The label has a variable without a value here.');
    const name = label?.value.slice(MCP_NAME_LABEL.length + 1) ?? '';
    const state = serverJsonOf(evidence);
    if (name === '') {
      if (evidence.image === null) return unknown('The label is not in the Dockerfile; CI may set it when it builds.');
      const wanted = state.kind === 'found' ? `; server.json names ${plainName(state.server.name)}` : '';
      return fail([{ message: `The label ${MCP_NAME_LABEL} is missing or empty${wanted}.`, fix: FIX, location }]);
    }
    if (state.kind === 'unreadable') return unknown('The server.json of the repository is not of the expected form.');
    if (state.kind === 'found' && state.server.name !== name) {
      const message = `The label ${MCP_NAME_LABEL} says ${plainName(name)}, but ${plainName(state.server.file)} says ${plainName(state.server.name)}.`;
      return fail([{ message, fix: FIX, location }]);
    }
    if (!/^[A-Za-z0-9.-]{3,100}\/[A-Za-z0-9._-]{1,100}$/.test(name)) {
      return fail([
        {
          message: `The label ${MCP_NAME_LABEL} says ${plainName(name)}, which is no name of the form NAMESPACE/SERVER.`,
          fix: FIX,
          location,
        },
      ]);
    }
    return pass(
      state.kind === 'found'
        ? `The label equals the name in ${plainName(state.server.file)}.`
        : `The label names ${plainName(name)}.`,
    );
  },
};
