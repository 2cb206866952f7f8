/** The cookie of a web session. */
export interface SessionCookie {
  readonly name: string;
  set(value: string): string;
  clear(): string;
}

/** The server decides when a session ends; the browser only must not forget it earlier. Browsers keep no cookie longer than this. */
const keepSeconds = 400 * 86_400;

/**
 * Over https the `__Host-` prefix makes browsers insist on Secure, on the whole path and on no Domain, so that no other
 * subdomain can plant a cookie. SameSite=Lax lets links from mails arrive signed in; writes are guarded by origin.
 */
export function sessionCookie(publicUrl: string): SessionCookie {
  const secure = publicUrl.startsWith('https:');
  const name = secure ? '__Host-cairn_session' : 'cairn_session';
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    name,
    set: (value) => `${name}=${value}; Max-Age=${keepSeconds}; ${attributes}`,
    clear: () => `${name}=; Max-Age=0; ${attributes}`,
  };
}
