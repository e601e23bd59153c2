import type { Host } from '../../src/host/ports.ts';

/** A host that records what engines are asked for: `image inspect acme/time:ci`, `save sha256:…`, `GET /images/get?…`. */
export function recordingRequests(host: Host): { readonly host: Host; readonly asked: readonly string[] } {
  const asked: string[] = [];
  return {
    asked,
    host: {
      ...host,
      exec: {
        ...host.exec,
        run: (program, args, options) => {
          asked.push(args.join(' '));
          return host.exec.run(program, args, options);
        },
      },
      localHttp: {
        get: (socket, target, options, read) => {
          asked.push(`GET ${target}`);
          return host.localHttp.get(socket, target, options, read);
        },
      },
    },
  };
}
