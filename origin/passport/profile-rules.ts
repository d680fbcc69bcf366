/**
 * What a profile may hold. Other people see it, so that it must not be able to break their screens.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { UpdateProfileRequest } from "../../proto/gen/passport.contract.ts";

/** What people count as characters: a flag or a family is one. */
const NICKNAME_GRAPHEMES_MAX = 32;
/** One grapheme may pile up marks without end; this is 16 bytes for each of them, enough for most emoji. */
const NICKNAME_BYTES_MAX = 512;
/** Browsers and servers commonly go further; no avatar needs to. */
const AVATAR_URL_LENGTH_MAX = 2048;
/** What RFC 5646 §4.4.1 asks everybody to have room for. */
const LOCALE_LENGTH_MAX = 35;

/**
 * Control characters, lone surrogates, line and paragraph separators, and what turns the direction of the text around it (UAX #9 §2). Other
 * invisible characters stay: emoji and some scripts need them.
 */
const UNFIT = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/u;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Columns to change. */
export interface ProfileChange {
  nickname?: string;
  avatar_url?: string;
  locale?: string;
}

/**
 * The fields that are present, in their normal form; an empty text clears a field.
 * @throws Fault invalid_argument, naming the field
 */
export function parseProfileChange({ nickname, avatarUrl, locale }: UpdateProfileRequest): ProfileChange {
  const change: ProfileChange = {};
  if (nickname !== undefined) change.nickname = parseNickname(nickname);
  if (avatarUrl !== undefined) change.avatar_url = parseAvatarUrl(avatarUrl);
  if (locale !== undefined) change.locale = parseLocale(locale);
  return change;
}

function parseNickname(value: string): string {
  // Bounded before it is looked at: normalizing and counting take time. NFC may be up to three times as long (UAX #15), so it is measured again.
  if (Buffer.byteLength(value) > NICKNAME_BYTES_MAX) throw invalid("nickname", `at most ${NICKNAME_BYTES_MAX} bytes`);
  if (UNFIT.test(value)) throw invalid("nickname", "no control characters");
  const nickname = value.normalize("NFC").trim();
  if (value !== "" && !VISIBLE.test(nickname)) throw invalid("nickname", "something that can be seen");
  if (Buffer.byteLength(nickname) > NICKNAME_BYTES_MAX || graphemes(nickname) > NICKNAME_GRAPHEMES_MAX) {
    throw invalid("nickname", `at most ${NICKNAME_GRAPHEMES_MAX} characters`);
  }
  return nickname;
}

function parseAvatarUrl(value: string): string {
  if (value === "") return "";
  const url = value.length > AVATAR_URL_LENGTH_MAX ? null : URL.parse(value);
  if (url === null || url.protocol !== "https:" || url.username !== "" || url.password !== "") {
    throw invalid("avatar_url", `an https URL of at most ${AVATAR_URL_LENGTH_MAX} characters, without a password`);
  }
  // Percent-encoding makes it longer.
  if (url.href.length > AVATAR_URL_LENGTH_MAX)
    throw invalid("avatar_url", `at most ${AVATAR_URL_LENGTH_MAX} characters`);
  return url.href;
}

function parseLocale(value: string): string {
  if (value === "") return "";
  try {
    const [locale = ""] = value.length > LOCALE_LENGTH_MAX ? [] : Intl.getCanonicalLocales(value);
    if (locale !== "" && locale.length <= LOCALE_LENGTH_MAX) return locale;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw invalid("locale", `a BCP 47 language tag of at most ${LOCALE_LENGTH_MAX} characters, such as zh-Hant-TW`);
}

const SEGMENTER = new Intl.Segmenter("en", { granularity: "grapheme" });

function graphemes(text: string): number {
  let count = 0;
  for (const _ of SEGMENTER.segment(text)) count += 1;
  return count;
}

function invalid(field: string, wanted: string): Fault {
  return new Fault("invalid_argument", `${field}: wanted is ${wanted}`);
}
