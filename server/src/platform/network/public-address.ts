/** Which addresses of the network may be dialled for a person or an organisation. */
import ipaddr from 'ipaddr.js';
import { lookup as resolveName } from 'node:dns';
import type { LookupFunction } from 'node:net';

/** Globally reachable unicast only; an IPv4 address inside an IPv6 one is judged as itself. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast';
}

export class AddressNotAllowed extends Error {
  override readonly name = 'AddressNotAllowed';
}

/** Every address that a name has must be allowed: which of them is dialled is not ours to choose. */
export function guardedLookup(isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, done) => {
    resolveName(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) {
        done(error ?? new Error('The name has no address'), '', 4);
        return;
      }
      if (!addresses.every(({ address }) => isAllowed(address))) {
        done(new AddressNotAllowed(), '', 4);
        return;
      }
      if (options.all === true) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}
