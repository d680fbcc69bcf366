/** Fairway's RPC client, every caller on a connection of its own. @module */
import { rpcChannel, rpcClient } from "../../origin/rpc/rpc.ts";
import { driveClient, ID, NAME } from "../peers/rpc/call.mjs";
import { callerHeaders } from "./caller.ts";
import { Greeter } from "./greeter.ts";

const headers = await callerHeaders();

await driveClient(({ origin }) => {
  const client = rpcClient(Greeter, rpcChannel({ baseUrls: [origin], connectionsMax: 1 }));
  return () => client.greet({ id: ID, name: NAME }, { headers });
});
