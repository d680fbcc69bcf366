/**
 * Who may do what in a channel: plain data in, a refusal or nothing out.
 * @module
 */
import { toFault } from "../../proto/fault.ts";
import { type ChannelOptions, optionsOf, type PushSettings, userOf } from "../../proto/push/push.ts";
import type { Denied } from "./gate.ts";

/** As much of a connection as decides. */
export interface Asking {
  /** Empty for one who is not signed in. */
  readonly user: string;
}

export type Known = {
  readonly options: ChannelOptions;
  readonly isPrivate: boolean;
  readonly users: readonly string[] | undefined;
};

/** @returns what is set up for the channel, or why there is no such channel */
export function known(channel: string, settings: PushSettings): Known | Denied {
  try {
    const found = optionsOf(channel, settings);
    if (found === undefined) return { failure: "unknown-channel", message: "no such namespace is set up" };
    return { options: found.options, isPrivate: found.name.isPrivate, users: found.name.users };
  } catch (thrown) {
    return { failure: "bad-request", message: toFault(thrown).message };
  }
}

export function isDenied(value: unknown): value is Denied {
  return typeof value === "object" && value !== null && "failure" in value;
}

/**
 * @param hasToken whether a subscription token for this channel and user was checked
 * @returns undefined where it may
 */
export function denySubscribe(
  channel: string,
  { options, isPrivate, users }: Known,
  { user }: Asking,
  hasToken: boolean,
): Denied | undefined {
  if (hasToken && options.subscribe !== "owner") return undefined;
  if (userOf(channel) !== undefined && userOf(channel) === user) return undefined;
  if (users !== undefined && !(user !== "" && users.includes(user))) return no("the channel is for other users");
  if (isPrivate || options.subscribe === "token") return no("the channel needs a subscription token");
  if (options.subscribe === "owner") return no("the channel is private");
  if (options.subscribe === "user" && user === "") return no("the channel is for users who are signed in");
  return undefined;
}

export function denyPublish({ options }: Known, { user }: Asking, isSubscribed: boolean): Denied | undefined {
  switch (options.publish) {
    case "anyone":
      return undefined;
    case "subscriber":
      return isSubscribed ? undefined : no("only subscribers publish here");
    case "user":
      return user === "" ? no("only users who are signed in publish here") : undefined;
    case "nobody":
      return no("clients do not publish here");
  }
}

/** Of presence, history and counts: what a channel tells is for those who hear it. */
export function denyLook({ options }: Known, isSubscribed: boolean, what: "presence" | "history"): Denied | undefined {
  if (what === "presence" && !options.presence)
    return { failure: "not-available", message: "the channel does not tell who is there" };
  if (what === "history" && options.historySize === 0)
    return { failure: "not-available", message: "the channel keeps no history" };
  return isSubscribed ? undefined : no("only subscribers may ask");
}

function no(message: string): Denied {
  return { failure: "permission-denied", message };
}
