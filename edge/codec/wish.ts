/**
 * What a client wants of a reply, read from its request once each way: the format and the codings.
 * @module
 */
import {
  type AcceptedCodings,
  acceptedCodings,
  DICTIONARY_CODING,
  type Dictionary,
  MESSAGE_OFFERS,
  preferredMedia,
} from "../../proto/codec/codec.ts";
import type { AnyMessage } from "../../proto/message/message.ts";
import type { Call } from "../route/call.ts";
import { fingerprint } from "./fingerprint.ts";

export interface Wish {
  /** The message to answer with, and the value of `Content-Type` for it; absent where the client is better served with JSON. */
  readonly protobuf?: { readonly message: AnyMessage; readonly contentType: string };
  readonly accepted: AcceptedCodings;
  /** The media part of a variant's tag: see etag.ts. */
  readonly media: string;
  /** The coding parts of the tags that the client can read. */
  readonly codings: readonly string[];
}

export function wishOf({ request, route }: Call, dictionaries: readonly Dictionary[]): Wish {
  const { headers } = request;
  const accepted = acceptedCodings(headers.get("accept-encoding"), headers.get("available-dictionary"), dictionaries);
  const codings = [
    ...(accepted.gzip ? ["gzip"] : []),
    ...(accepted.dictionary === undefined ? [] : [codingTag(accepted.dictionary)]),
  ];
  const message = route?.messages.response;
  const choice = message === undefined ? undefined : preferredMedia(headers.get("accept"), MESSAGE_OFFERS);
  if (message === undefined || choice?.kind !== "protobuf") return { accepted, media: "", codings };
  return {
    protobuf: { message, contentType: choice.contentType },
    accepted,
    media: `pb-${fingerprint(message)}`,
    codings,
  };
}

/** A reply that was packed with another dictionary has other bytes, hence another tag. */
export function codingTag(dictionary: Dictionary): string {
  return `${DICTIONARY_CODING}-${dictionary.id}`;
}
