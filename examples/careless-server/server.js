const express = require('express');
const ip = require('ip');
const _ = require('lodash');
const minimist = require('minimist');
const WebSocket = require('ws');

const options = minimist(process.argv.slice(2), { default: { port: 3000 } });

const tools = [
  {
    name: 'render',
    description: 'Fills a template with values',
    inputSchema: {
      type: 'object',
      properties: { template: { type: 'string' }, values: { type: 'object' } },
      required: ['template'],
    },
  },
];

const methods = {
  initialize: () => ({
    protocolVersion: '2025-06-18',
    capabilities: { tools: {} },
    serverInfo: { name: 'careless-server', version: '1.0.0' },
  }),
  'tools/list': () => ({ tools }),
  // Whoever writes the template runs code here (CVE-2021-23337): one more reason why this server is not to be copied.
  'tools/call': ({ arguments: args }) => ({
    content: [{ type: 'text', text: _.template(args.template)(args.values) }],
  }),
};

function answer({ id, method, params }) {
  const call = methods[method];
  return call === undefined
    ? { jsonrpc: '2.0', id, error: { code: -32601, message: `no method ${method}` } }
    : { jsonrpc: '2.0', id, result: call(params) };
}

const app = express();
app.use(express.json());
app.get('/health', (_request, response) => response.send('ok\n'));
app.post('/mcp', (request, response) => {
  if (request.body.id === undefined) {
    response.status(202).end();
  } else {
    response.json(answer(request.body));
  }
});

const server = app.listen(options.port, () => console.log(`MCP on http://${ip.address()}:${options.port}/mcp`));
new WebSocket.Server({ server }).on('connection', (socket) => {
  socket.on('message', (text) => socket.send(JSON.stringify(answer(JSON.parse(text)))));
});
