/**
 * A stream as it is stored, but for its publications: streams.ts says what the columns are.
 * @module
 */

/** What a row says. */
export interface StreamRow {
  readonly channel: string;
  readonly epoch: string;
  readonly top: number;
  readonly floor: number;
  readonly fanned: number;
  readonly movedTo: string | null;
}

export function makeStreamTable(sql: SqlStorage): void {
  sql.exec(`
    CREATE TABLE IF NOT EXISTS stream(id INTEGER PRIMARY KEY, channel TEXT NOT NULL UNIQUE, epoch TEXT NOT NULL, top INTEGER NOT NULL,
      floor INTEGER NOT NULL, fanned INTEGER NOT NULL, moved_to TEXT);
  `);
}

/** @returns its id */
export function insertStream(sql: SqlStorage, { channel, epoch, top, floor, fanned, movedTo }: StreamRow): number {
  const insert =
    "INSERT INTO stream(channel, epoch, top, floor, fanned, moved_to) VALUES (?, ?, ?, ?, ?, ?) RETURNING id";
  return sql.exec<{ id: number }>(insert, channel, epoch, top, floor, fanned, movedTo).one().id;
}

export function updateStream(sql: SqlStorage, id: number, { epoch, top, floor, fanned, movedTo }: StreamRow): void {
  const update = "UPDATE stream SET epoch = ?, top = ?, floor = ?, fanned = ?, moved_to = ? WHERE id = ?";
  sql.exec(update, epoch, top, floor, fanned, movedTo, id);
}
