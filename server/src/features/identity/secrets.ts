/** Secrets that travel, and what is stored of them. */
import { createHash, createHmac, createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';

/** 256 bits that nobody guesses, in letters that need no escape in an address. */
export function randomToken(randomBytes: (count: number) => Uint8Array): string {
  return Buffer.from(randomBytes(32)).toString('base64url');
}

/** What the database keeps of a token. Tokens are random, so that a plain hash cannot be turned back by guessing. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** A key of its own for each purpose, out of the one secret of the installation. */
export function derivedKey(installationSecret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', installationSecret, 'cairn identity', purpose, 32));
}

/** Names something that can be guessed (an e-mail, an address) without keeping it. */
export function pseudonym(key: Buffer, value: string): Buffer {
  return createHmac('sha256', key).update(value).digest();
}

/** PKCS #8 (RFC 8410) of an Ed25519 key, up to its 32 bytes of seed. */
const ed25519Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Every process with the same secret signs and checks with the same keys; nothing has to be stored or handed round. */
export function signingKeys(installationSecret: string): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
  const seed = derivedKey(installationSecret, 'access tokens');
  const privateKey = createPrivateKey({ key: Buffer.concat([ed25519Prefix, seed]), format: 'der', type: 'pkcs8' });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}
