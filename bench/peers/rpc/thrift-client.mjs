/** Apache Thrift for Node as a client, every caller on a connection of its own. @module */
import thrift from "thrift";
import { driveClient, ID, NAME } from "./call.mjs";
import { Client } from "./thrift-greeter.mjs";

await driveClient(({ hostname, port }) => {
  const options = { transport: thrift.TFramedTransport, protocol: thrift.TBinaryProtocol };
  const client = thrift.createClient({ Client }, thrift.createConnection(hostname, Number(port), options));
  const id = new thrift.Int64(ID.toString(16).padStart(16, "0"));
  return async () => {
    const reply = await client.greet({ id, name: NAME });
    return { id: reply.id.buffer.readBigUInt64BE(reply.id.offset), greeting: reply.greeting };
  };
});
