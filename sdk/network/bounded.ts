/** Maps that do not grow for ever. @module */

/** Puts it last; the first leaves where there are too many. */
export function keep<V>(map: Map<string, V>, key: string, value: V, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [first] = map.keys();
  if (map.size > most && first !== undefined) map.delete(first);
}
