/**
 * Kysely's savepoint commands, which it builds as syntax trees so that the name is quoted as the dialect wants it.
 * @module
 */
import { type CompiledQuery, createQueryId, IdentifierNode, type QueryCompiler, RawNode } from "kysely";

export function savepointQuery(command: string, name: string, compile: QueryCompiler["compileQuery"]): CompiledQuery {
  return compile(
    RawNode.createWithChildren([RawNode.createWithSql(`${command} `), IdentifierNode.create(name)]),
    createQueryId(),
  );
}
