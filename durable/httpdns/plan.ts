/**
 * What is probed, and how: the addresses of one set, as edge/httpdns reads them from the configuration.
 * @module
 */

export type Check =
  | {
      readonly kind: "http";
      /** 80, or 443 with TLS, by default. */
      readonly port?: number | undefined;
      readonly tls: boolean;
      /** In the Host header, and the name that the certificate must have; the address itself by default. */
      readonly host?: string | undefined;
      readonly path: string;
      /** Without one all from 200 to 399 are good. */
      readonly status?: number | undefined;
    }
  | { readonly kind: "tcp"; readonly port: number }
  | { readonly kind: "tls"; readonly port: number; readonly host: string };

export interface Damping {
  readonly intervalMs: number;
  readonly timeoutMs: number;
  /** So many failures in a row take an address out. */
  readonly downAfter: number;
  /** So many successes in a row bring it back. */
  readonly upAfter: number;
  /** But not before it was out for so long. */
  readonly holdMs: number;
}

export interface HealthPlan {
  /** Each once. */
  readonly addresses: readonly string[];
  readonly check: Check;
  readonly damping: Damping;
}
