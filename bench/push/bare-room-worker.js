/**
 * The least that a room with durable messages can be on workerd: an object that stores what it is sent, and writes it to each of its sockets. What
 * Fairway takes for the same is compared with it.
 * @module
 */
import { DurableObject } from "cloudflare:workers";

export class Room extends DurableObject {
  constructor(context, env) {
    super(context, env);
    context.storage.sql.exec("CREATE TABLE IF NOT EXISTS message(id INTEGER PRIMARY KEY, data TEXT NOT NULL)");
  }

  async fetch(request) {
    if (request.method === "POST") {
      const data = await request.text();
      this.ctx.storage.sql.exec("INSERT INTO message(data) VALUES (?)", data);
      for (const socket of this.ctx.getWebSockets()) socket.send(data);
      return new Response("stored");
    }
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }
}

export default {
  fetch(request, env) {
    return env.ROOM.getByName("room").fetch(request);
  },
};
