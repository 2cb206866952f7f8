import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';

const saneId = /^[A-Za-z0-9._-]{8,64}$/;

/** The id that a trusted proxy gave the request, else a number under `process`, an id that no other process has. */
export function requestIds(trustedProxies: readonly string[], process: string): (request: IncomingMessage) => string {
  let count = 0;
  const newId = () => `${process}-${(count += 1).toString(36)}`;
  if (trustedProxies.length === 0) return newId;
  const trusted = new BlockList();
  for (const proxy of trustedProxies) {
    const [address = '', bits] = proxy.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  return (request) => {
    const given = request.headers['x-request-id'];
    const address = request.socket.remoteAddress?.replace(/^::ffff:(?=\d+\.)/i, '') ?? '';
    const believed = typeof given === 'string' && saneId.test(given) && address !== '' && trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
    return believed ? given : newId();
  };
}
