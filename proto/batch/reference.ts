/** References. @module */
export function escapeReference(text: string): string {
  return text.replaceAll("{", "{{");
}
