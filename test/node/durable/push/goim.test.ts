/** goim's protocol alone: what a packet asks of the shard. */
import { expect, test } from "vitest";
import { GOIM } from "../../../../durable/push/goim.ts";
import { encodeGoimPacket, GOIM_OP } from "../../../../proto/push/push.ts";

const inRoom = { isAuthenticated: true, room: "room:live://1", accepts: [] };
const change = (room: string) =>
  GOIM.onMessage(inRoom, encodeGoimPacket({ ver: 1, op: GOIM_OP.changeRoom, seq: 3, body: Buffer.from(room) }));

test("a client that changes to the room that it is in does not leave it", () => {
  expect(change("live://2").commands).toMatchObject([{ kind: "subscribe", leave: ["room:live://1"] }]);
  const { commands, state } = change("live://1");
  expect(commands).toMatchObject([
    { kind: "count", channel: undefined, ref: { op: GOIM_OP.changeRoomReply, seq: 3, body: "live://1" } },
  ]);
  expect(state).toBeUndefined();
});
