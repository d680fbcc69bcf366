/** Where a session's tokens are kept between starts of an app. @module */

/** Plain JSON, so that a store may keep it as a string. */
export interface Tokens {
  /** A snowflake in decimal. */
  readonly uid: string;
  readonly accessToken: string;
  /** Epoch milliseconds by this device's clock: the lifetime was added when the token came. */
  readonly accessExpiresAtMs: number;
  readonly refreshToken: string;
}

/**
 * A keychain, `AsyncStorage`, `localStorage`: whatever the platform has. Several clients may share one, as the tabs of a browser
 * do: it is read again before a refresh token is used.
 */
export interface TokenStore {
  get(): Promise<Tokens | undefined> | Tokens | undefined;
  set(tokens: Tokens): Promise<void> | void;
  clear(): Promise<void> | void;
}

/** Forgets everything when the app ends. */
export function memoryTokens(): TokenStore {
  let kept: Tokens | undefined;
  return {
    get: () => kept,
    set: (tokens) => {
      kept = tokens;
    },
    clear: () => {
      kept = undefined;
    },
  };
}
