import helmet from 'koa-helmet';
import type { Middleware } from 'koa';

/** The page that shows a form under construction as citizens will see it, in a frame of the form builder. */
export const previewPath = '/progetta/anteprima';

const isPreview = (url: string | undefined): boolean => url?.split('?')[0] === previewPath;

/**
 * The headers that tell a browser what a page may do: nothing from elsewhere, no inline script or style, no framing
 * (OWASP ASVS 5.0, V3). `formTargets` are the origins, besides our own, to which a form may lead.
 */
export function securityHeaders(baseUrl: string, formTargets: readonly string[]): Middleware {
  const policies = contentPolicies(baseUrl, formTargets);
  return (ctx, next) => {
    ctx.set('permissions-policy', refusedFeatures);
    return policies(ctx, next);
  };
}

/** What no page of ours uses; a script that got in could not use it either. */
const refusedFeatures = [
  ...['accelerometer', 'autoplay', 'bluetooth', 'browsing-topics', 'camera', 'display-capture', 'encrypted-media'],
  ...['geolocation', 'gyroscope', 'hid', 'identity-credentials-get', 'idle-detection', 'local-fonts', 'magnetometer'],
  ...['microphone', 'midi', 'payment', 'publickey-credentials-get', 'screen-wake-lock', 'serial', 'usb'],
  ...['window-management', 'xr-spatial-tracking'],
]
  .map((feature) => `${feature}=()`)
  .join(', ');

function contentPolicies(baseUrl: string, formTargets: readonly string[]): Middleware {
  const self = ["'self'"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: self,
        scriptSrc: self,
        styleSrc: self,
        imgSrc: [...self, 'data:'],
        // Bootstrap Italia carries one small font inside its style sheet.
        fontSrc: [...self, 'data:'],
        connectSrc: self,
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: [...self, ...formTargets],
        // One page is made to be framed, by a page of ours: the form that is being built, as citizens will see it.
        frameAncestors: [(request) => (isPreview(request.url) ? "'self'" : "'none'")],
      },
    },
    // Told over plain HTTP it would be ignored, and on a development machine it would lock the browser out.
    strictTransportSecurity: baseUrl.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
}
