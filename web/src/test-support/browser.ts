import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

/** What happy-dom leaves out of a browser. */
vi.stubGlobal('ResizeObserver', class {
  observe(): void { /* nothing is laid out */ }
  unobserve(): void { /* nothing is laid out */ }
  disconnect(): void { /* nothing is laid out */ }
});
Element.prototype.scrollIntoView = () => undefined;

afterEach(cleanup);

// A text area that grows listens for fonts, which happy-dom does not load.
if (!('fonts' in document)) Object.defineProperty(document, 'fonts', { value: new EventTarget() });
