import { lazyRouteComponent } from '@tanstack/react-router';
import { ApiFailure } from '../lib/api.ts';
import { loadWords } from '../lib/i18n.ts';

/** A page whose code and words are fetched together, when it is first opened or a link to it is about to be followed. */
export function lazyPage<M extends Record<string, unknown>, N extends keyof M & string>(load: () => Promise<M>, name: N, namespaces: readonly string[]) {
  return lazyRouteComponent(async () => {
    try {
      const [module] = await Promise.all([load(), loadWords(namespaces)]);
      return module as Record<N, React.ComponentType>;
    } catch (cause) {
      if (!navigator.onLine) throw new ApiFailure(0, { code: 'network.offline' }, null);
      throw cause;
    }
  }, name);
}
