/**
 * The least that a connection can be on workerd: an object that accepts sockets for hibernation, and says back what it is told.
 * What Fairway's connections cost is compared with it.
 * @module
 */
import { DurableObject } from "cloudflare:workers";

export class Echo extends DurableObject {
  fetch() {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }

  webSocketMessage(socket, message) {
    socket.send(message);
  }
}

export default {
  fetch(request, env) {
    return env.ECHO.getByName("echo").fetch(request);
  },
};
