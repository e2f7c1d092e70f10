import type { ChildProcess } from 'node:child_process';

/** The address that a server process says as it starts; refuses where the process ends before. What it says later, a line for each request, is not looked at: that would take more than to serve it. */
export const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const look = (chunk: Buffer) => {
      said += chunk;
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (!address) return;
      child.stdout?.off('data', look).resume();
      resolve(address.replace('localhost', '127.0.0.1'));
    };
    child.stdout?.on('data', look);
    child.on('close', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
