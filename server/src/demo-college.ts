/** The demo college as starting and seeding see it; an installation without the feature has none. */
import type { App } from './app.ts';

export interface DemoSignIn {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

export interface Demo {
  /** Makes the demo college where there is no organisation yet; answers whether it was made now. */
  seed(report: (line: string) => void): Promise<boolean>;
  /** Empty without a demo college. */
  signIns(): Promise<readonly DemoSignIn[]>;
}

const none: Demo = { seed: async () => false, signIns: async () => [] };

export function demoOf({ features }: { readonly features: App['features'] & { readonly demo?: Demo } }): Demo {
  return features.demo ?? none;
}
