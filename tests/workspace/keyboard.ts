import type { ElementHandle, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const MOST_STOPS = 150;

interface Stop {
  /** Somewhere one comes to by Tab, not only where a page has put the focus. */
  readonly isReached: boolean;
  readonly hasFocus: boolean;
  /** Outline, shadow, and the line around it or around its frame. */
  readonly ring: string;
}

const look = (element: ElementHandle): Promise<Stop> =>
  element.evaluate(async (node) => {
    const one = node as HTMLElement;
    const framed = [one, ...(one.parentElement ? [one.parentElement] : [])];
    await Promise.all(framed.flatMap((part) => part.getAnimations()).map(({ finished }) => finished.catch(() => undefined)));
    const ring = framed.map((part) => {
      const { outline, boxShadow, borderColor } = getComputedStyle(part);
      return [outline, boxShadow, borderColor].join(', ');
    });
    return { isReached: one.isConnected && one !== document.body && one.tabIndex >= 0, hasFocus: one === document.activeElement, ring: ring.join('; ') };
  });

/** Somebody without a mouse: each stop on the way must be a place, and be seen to be it. */
export class Keyboard {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** The focus is somewhere: after an act too, nobody is thrown back to the top. */
  async isSomewhere(): Promise<void> {
    await this.page
      .waitForFunction(() => document.activeElement !== null && document.activeElement !== document.body, undefined, { timeout: 3_000 })
      .catch(() => expect.fail('the focus is lost'));
  }

  /** Tab by Tab to an element; back again where it stands before. */
  async reach(wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await wanted.waitFor();
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      const left = (await this.page.evaluateHandle(() => document.activeElement ?? document.body)) as ElementHandle;
      const before = await look(left);
      await this.page.keyboard.press(key);
      await this.isSomewhere();
      const after = await look(left);
      if (!before.isReached || !after.isReached || after.hasFocus || after.ring !== before.ring) continue;
      expect.fail(`the focus is not seen on ${await left.evaluate((element) => (element as Element).outerHTML.slice(0, 300))}`);
    }
    expect.fail(`${wanted} is not reached by ${key}`);
  }

  async press(wanted: Locator, key = 'Enter', way: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.reach(wanted, way);
    await this.page.keyboard.press(key);
    await this.isSomewhere();
  }

  async type(wanted: Locator, text: string, way: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.reach(wanted, way);
    await this.page.keyboard.type(text);
  }
}
