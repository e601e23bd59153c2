import type { Env } from './ports.ts';

/** The environment of this process. */
export function createNodeEnv(variables: NodeJS.ProcessEnv = process.env): Env {
  return {
    get: (name) => variables[name],
    pick: (names) =>
      Object.fromEntries(
        names.flatMap((name) => {
          const value = variables[name];
          return value === undefined ? [] : [[name, value]];
        }),
      ),
    names: (prefix) =>
      Object.keys(variables)
        .filter((name) => name.startsWith(prefix) && variables[name] !== undefined)
        .sort(),
  };
}
