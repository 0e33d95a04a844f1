import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { pythonEnvironment } from './python-environment.ts';

/** moto's server on this machine. It stands for every service of AWS that moto knows. */
export interface Moto {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts moto on a free port of the loopback address, or says why it cannot. */
export async function startMoto(say: (line: string) => void): Promise<Moto | { readonly missing: string }> {
  const environment = await pythonEnvironment(say);
  if ('missing' in environment) return environment;
  const server = spawn(environment.python, ['-m', 'moto.server', '-H', '127.0.0.1', '-p', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // Policies of AWS, such as AWSDenyAll, are there when this is set.
    env: { ...process.env, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' },
  });
  const kill = () => server.kill();
  process.once('exit', kill);
  const ended = once(server, 'exit');
  const url = new Promise<string | undefined>((resolve) => {
    // It names its port once it listens. The lines after that, one a request, are read and dropped.
    createInterface({ input: server.stderr }).on('line', (line) => {
      const found = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    ended.then(
      () => resolve(undefined),
      () => resolve(undefined),
    );
  });
  const found = await url;
  if (found === undefined) return { missing: 'its server ended before it listened' };
  return {
    url: found,
    stop: async () => {
      process.off('exit', kill);
      server.kill();
      await ended;
    },
  };
}
