/** What every answer tells the browser not to do. */

/** Also for data, which a browser can be made to show or embed. */
const everywhere = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** These speak of documents; on data they would only cost time. */
const documents = {
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'accelerometer=(), browsing-topics=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), payment=(), usb=()',
} as const;

/** Two years, the least that browsers' own lists ask for. */
const strictTransport = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } as const;

type Headers = Readonly<Record<string, string>>;

export interface SecurityHeaders {
  /** For data: nothing in it may load or run anything. */
  readonly api: Headers;
  /** For pages and their files; `nonce` lets the page's own style and script elements in. */
  page(nonce?: string): Headers;
}

/** HSTS is sent only by an installation that people reach over https. */
export function securityHeaders(publicUrl: string): SecurityHeaders {
  const secure = publicUrl.startsWith('https://');
  const shared = { ...everywhere, ...(secure ? strictTransport : {}) };
  const api = { ...shared, 'content-security-policy': "default-src 'none'; frame-ancestors 'none'", 'cache-control': 'no-store' };
  const files = { ...shared, ...documents, 'content-security-policy': pagePolicy(undefined, secure) };
  return { api, page: (nonce) => (nonce === undefined ? files : { ...files, 'content-security-policy': pagePolicy(nonce, secure) }) };
}

function pagePolicy(nonce: string | undefined, secure: boolean): string {
  const own = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src ${own}`,
    // Mantine writes its breakpoints into a style element that carries the nonce.
    `style-src ${own}`,
    // React and Mantine set style attributes for sizes and positions; they cannot load or run anything by themselves.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
