import type { ElementHandle, Locator, Page } from 'playwright-core';

export interface Keyboard {
  /** Presses Tab until the focus is on `target`. */
  tabTo(target: Locator): Promise<void>;
  /** What had the focus without showing it, or outside the window. */
  readonly unseen: readonly string[];
}

/** More stops than any page has between two things one wants. */
const mostStops = 150;

/** Somebody without a pointer, who looks at every stop whether the focus can be seen. */
export function keyboardOf(page: Page): Keyboard {
  const unseen: string[] = [];
  const step = async () => {
    await page.keyboard.press('Tab');
    unseen.push(...(await page.evaluate(lookAtFocus)));
  };
  return {
    unseen,
    async tabTo(target) {
      const wanted = (await target.elementHandle()) as ElementHandle<HTMLElement>;
      for (let stops = 0; stops < mostStops; stops += 1) {
        await step();
        if (await wanted.evaluate((element) => element === document.activeElement)) return;
      }
      throw new Error(`Tab does not lead to ${String(target)} in ${String(mostStops)} stops`);
    },
  };
}

/**
 * Runs in the page. A focus is seen when the element, or what is drawn for it, looks otherwise than without it: so each
 * stop is compared with itself when the focus has gone on.
 */
async function lookAtFocus(): Promise<string[]> {
  // A look begins to change in the frame after the focus came.
  for (let frame = 0; frame < 2; frame += 1) await new Promise((drawn) => { requestAnimationFrame(drawn); });
  const state = globalThis as unknown as { stopBefore?: { element: Element; look: string } };
  const drawnFor = (element: Element) => [element, element.nextElementSibling, element.parentElement, element.parentElement?.parentElement];
  const lookOf = (element: Element) => drawnFor(element).map((one) => {
    if (!one) return '';
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } = getComputedStyle(one);
    return [outlineStyle, outlineStyle === 'none' ? '' : `${outlineWidth} ${outlineColor}`, boxShadow, borderColor, backgroundColor].join(' ');
  }).join('\n');
  const nameOf = (element: Element) => `${location.pathname}: ${element.outerHTML.slice(0, 160)}`;
  const problems: string[] = [];
  const before = state.stopBefore;
  const element = document.activeElement;
  if (before && before.element !== element && before.element.isConnected && lookOf(before.element) === before.look) problems.push(`no focus seen on ${nameOf(before.element)}`);
  delete state.stopBefore;
  if (element && element !== document.body) {
    state.stopBefore = { element, look: lookOf(element) };
    const { top, bottom, left, right } = element.getBoundingClientRect();
    if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) problems.push(`outside the window: ${nameOf(element)}`);
  }
  return problems;
}
