/**
 * Secrets of an organisation, as they lie in the database: AES-256-GCM (NIST SP 800-38D) under a key derived from the
 * installation's secret, bound to a label, so that one sealed value cannot be put in another's place.
 */
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

export interface Sealer {
  /** `label` says whose it is and what for; the same one opens it. */
  seal(text: string, label: string): string;
  /** Null when it was sealed under another secret or label, or was changed. */
  open(sealed: string, label: string): string | null;
}

const version = 'v1';
const nonceBytes = 12;
const tagBytes = 16;

export function createSealer(installationSecret: string, purpose: string, randomBytes: (count: number) => Uint8Array): Sealer {
  const key = Buffer.from(hkdfSync('sha256', installationSecret, 'cairn sealed', purpose, 32));
  return {
    seal(text, label) {
      const nonce = Buffer.from(randomBytes(nonceBytes));
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(label));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${version}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(sealed, label) {
      const [written, encoded = ''] = sealed.split('.');
      const bytes = Buffer.from(encoded, 'base64url');
      if (written !== version || bytes.length < nonceBytes + tagBytes) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes }).setAAD(Buffer.from(label)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
      } catch {
        return null; // the tag does not fit: final() throws a plain Error that says no more
      }
    },
  };
}
