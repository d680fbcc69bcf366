/**
 * What a token of a service lets its bearer do.
 *
 * | right | what it is for |
 * |---|---|
 * | `read` | what is released, secrets in clear: an application's own |
 * | `edit` | the console's views, secrets masked, and the draft |
 * | `publish` | the views, and everything that makes a version visible |
 * | `admin` | all of these, and tokens, keys, schema and openness |
 * @module
 */

export const RIGHTS = ["read", "edit", "publish", "admin"] as const;
export type Right = (typeof RIGHTS)[number];

/** Agents say something every 30 s, Apollo's clients ask every 60 s: twice that, and some patience. */
export const SILENT_AFTER_MS = 150_000;
