/** Where an organisation may have its models: anywhere in public over https, and where the installation itself has some. */
import ipaddr from 'ipaddr.js';
import { isPublicAddress } from '../../platform/network/public-address.ts';

/** Names that never leave the network they are said in (RFC 6761, 6762, 8375, ICANN's .internal). */
const ownNetwork = /(?:^|\.)(?:localhost|local|internal|home\.arpa|test|invalid)$/;

/**
 * The address as it is kept, without a slash at the end; null when it may not be asked. A name is looked up again when it
 * is dialled, so that one that leads inside is refused there (platform/network).
 */
export function allowedAddress(written: string, installationOrigins: ReadonlySet<string>): string | null {
  const url = URL.parse(written);
  if (url === null || url.username !== '' || url.password !== '' || /[?#]/.test(written)) return null;
  const address = `${url.origin}${url.pathname}`.replace(/\/+$/, '');
  if (installationOrigins.has(url.origin)) return address;
  return url.protocol === 'https:' && isPublicHost(url.hostname) ? address : null;
}

function isPublicHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (ipaddr.isValid(host)) return isPublicAddress(host);
  return host.includes('.') && !ownNetwork.test(host);
}
