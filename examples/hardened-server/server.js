import { createServer } from 'node:http';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { z } from 'zod';

const PORT = 3000;

function createMcpServer() {
  const server = new McpServer({ name: 'hardened-server', version: '1.0.0' });
  server.registerTool(
    'time',
    { description: 'The time in a time zone', inputSchema: { zone: z.string().max(64).default('UTC') } },
    ({ zone }) => ({
      content: [{ type: 'text', text: new Date().toLocaleString('en-GB', { timeZone: zone }) }],
    }),
  );
  return server;
}

/** Stateless: a server and a transport for each request, so nothing is shared between clients. */
async function answerMcp(request, response) {
  const server = createMcpServer();
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
  response.on('close', () => {
    transport.close();
    server.close();
  });
  await server.connect(transport);
  await transport.handleRequest(request, response);
}

const http = createServer((request, response) => {
  const path = new URL(request.url, 'http://localhost').pathname;
  if (path === '/health') {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('ok\n');
  } else if (path === '/mcp') {
    answerMcp(request, response).catch((error) => {
      console.error(error);
      response.destroy();
    });
  } else {
    response.writeHead(404).end();
  }
});

http.listen(PORT, () => console.error(`MCP on port ${PORT}, path /mcp`));
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    http.close();
    http.closeAllConnections();
  });
}
