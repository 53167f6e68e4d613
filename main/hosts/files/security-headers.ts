/**
 * Headers of every answer that a window gets from us, whichever host serves it. `connectSources` names what a page
 * may talk to besides its own origin (the web host's WebSocket).
 */
export function securityHeaders(connectSources: readonly string[] = []): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    // The component library writes its colour variables into a style element of its own.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...connectSources].join(' '),
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // A wall keeps its display on; nothing else is asked of the machine.
    'permissions-policy':
      'camera=(), geolocation=(), microphone=(), payment=(), usb=(), screen-wake-lock=(self)',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}
