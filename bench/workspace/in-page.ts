import type { Page } from 'playwright-core';

// What runs in the page itself, where time has no way to go before it is told.

interface Watched {
  usableAt?: number;
  readonly delays: number[];
  readonly longTasks: number[];
}

/** Notes when something is there, painted, and the page free to answer. */
export async function watchFor(page: Page, selector: string): Promise<void> {
  await page.addInitScript((wanted) => {
    const watched = globalThis as unknown as Watched;
    const seen = new MutationObserver(() => {
      if (!document.querySelector(wanted)) return;
      seen.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          watched.usableAt = performance.now();
        };
        port2.postMessage(null);
      });
    });
    seen.observe(document, { childList: true, subtree: true });
  }, selector);
}

export async function usableAt(page: Page): Promise<number> {
  const told = await page.waitForFunction(() => (globalThis as unknown as Watched).usableAt, undefined, { timeout: 60_000 });
  return (await told.jsonValue()) as number;
}

/** Notes, for each event of a kind, how long it takes until what it changed is painted: the next frame, or the first one in which `changed` reads otherwise. */
export const watchDelays = (page: Page, event: 'keydown' | 'click', changed?: string): Promise<void> =>
  page.evaluate(
    ([kind, selector]) => {
      const delays: number[] = [];
      Object.assign(globalThis, { delays });
      const painted = (then: () => void) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = then;
          port2.postMessage(null);
        });
      const text = () => (selector === null ? null : (document.querySelector(selector)?.textContent ?? ''));
      document.addEventListener(
        kind as 'keydown',
        ({ timeStamp }) => {
          const tell = () => painted(() => delays.push(performance.now() - timeStamp));
          if (selector === null) return tell();
          const before = text();
          const seen = new MutationObserver(() => {
            if (text() === before) return;
            seen.disconnect();
            tell();
          });
          seen.observe(document.body, { childList: true, subtree: true, characterData: true });
        },
        { capture: true },
      );
    },
    [event, changed ?? null] as const,
  );

/** The delays once there are so many of them. */
export async function delaysOf(page: Page, count: number): Promise<number[]> {
  const told = await page.waitForFunction((wanted) => {
    const { delays } = globalThis as unknown as Watched;
    return delays.length >= wanted ? delays : undefined;
  }, count);
  return (await told.jsonValue()) as number[];
}

/** Tasks of more than 50 ms, in ms, while something is done. */
export async function longTasksWhile(page: Page, what: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const longTasks: number[] = [];
    const observer = new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe({ type: 'longtask' });
    Object.assign(globalThis, { longTasks });
  });
  await what();
  // The observer tells after the task.
  await page.waitForTimeout(500);
  return page.evaluate(() => (globalThis as unknown as Watched).longTasks);
}
