/** The links of a weekly mail. Who ends the mails by one is not signed in: a sealed token says whose they are, and opens nothing else. */
import type { Sealer } from '../../platform/sealed.ts';
import type { Owner } from './progress.store.ts';

export interface DigestLinks {
  readonly dashboard: string;
  readonly progress: string;
  /** A page that asks once more; mail programs post to `endAddress` by themselves. */
  endPage(owner: Owner): string;
  endAddress(owner: Owner): string;
  /** Null for a token that is not one of ours. */
  ownerOf(token: string): Owner | null;
}

const label = 'weekly digest';
const uuidLength = 36;

export function createDigestLinks(publicUrl: string, sealer: Sealer): DigestLinks {
  const tokenOf = ({ organisationId, userId }: Owner) => sealer.seal(`${organisationId}${userId}`, label);
  return {
    dashboard: `${publicUrl}/dashboard`,
    progress: `${publicUrl}/progress`,
    endPage: (owner) => `${publicUrl}/weekly-mail?token=${encodeURIComponent(tokenOf(owner))}`,
    endAddress: (owner) => `${publicUrl}/api/v1/progress/digest/${encodeURIComponent(tokenOf(owner))}/end`,
    ownerOf(token) {
      const opened = sealer.open(token, label);
      return opened === null ? null : { organisationId: opened.slice(0, uuidLength), userId: opened.slice(uuidLength) };
    },
  };
}
