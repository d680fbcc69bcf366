/**
 * What the Thrift compiler makes for Node of
 *
 *     struct GreetRequest { 1: i64 id, 2: string name }
 *     struct GreetReply { 1: i64 id, 2: string greeting }
 *     service Greeter { GreetReply greet(1: GreetRequest request) }
 *
 * written by hand, so that no compiler is needed: the same reads, writes, processor and client, in the language of today.
 * @module
 */
import thrift from "thrift";

const { STRUCT, I64, STRING, STOP } = thrift.Thrift.Type;
const { CALL, REPLY, EXCEPTION } = thrift.Thrift.MessageType;

/** A struct by its fields: id → [name, type, read, write]. */
function struct(structName, fields) {
  return {
    read(input) {
      const value = {};
      input.readStructBegin();
      for (;;) {
        const { ftype, fid } = input.readFieldBegin();
        if (ftype === STOP) break;
        const field = fields[fid];
        if (field !== undefined && field.type === ftype) value[field.name] = field.read(input);
        else input.skip(ftype);
        input.readFieldEnd();
      }
      input.readStructEnd();
      return value;
    },
    write(output, value) {
      output.writeStructBegin(structName);
      for (const [id, { name, type, write }] of Object.entries(fields)) {
        if (value[name] === null || value[name] === undefined) continue;
        output.writeFieldBegin(name, type, Number(id));
        write(output, value[name]);
        output.writeFieldEnd();
      }
      output.writeFieldStop();
      output.writeStructEnd();
    },
  };
}

const i64 = (name) => ({
  name,
  type: I64,
  read: (input) => input.readI64(),
  write: (output, value) => output.writeI64(value),
});
const string = (name) => ({
  name,
  type: STRING,
  read: (input) => input.readString(),
  write: (output, value) => output.writeString(value),
});
const nested = (name, { read, write }) => ({ name, type: STRUCT, read, write });

const GreetRequest = struct("GreetRequest", { 1: i64("id"), 2: string("name") });
const GreetReply = struct("GreetReply", { 1: i64("id"), 2: string("greeting") });
const Arguments = struct("Greeter_greet_args", { 1: nested("request", GreetRequest) });
const Result = struct("Greeter_greet_result", { 0: nested("success", GreetReply) });

export class Processor {
  constructor(handler) {
    this.handler = handler;
  }

  /** Reads at once, and throws to its caller when the input ends: that is how the server finds the end of what has come. */
  process(input, output) {
    const { fname, rseqid } = input.readMessageBegin();
    if (fname !== "greet") {
      input.skip(STRUCT);
      input.readMessageEnd();
      const { UNKNOWN_METHOD } = thrift.Thrift.TApplicationExceptionType;
      const fault = new thrift.Thrift.TApplicationException(UNKNOWN_METHOD, `Unknown function ${fname}`);
      send(output, fname, EXCEPTION, rseqid, (to) => fault.write(to));
      return;
    }
    const { request } = Arguments.read(input);
    input.readMessageEnd();
    this.handler.greet(request, (error, success) => {
      if (error) throw error; // The contract has no exceptions.
      send(output, fname, REPLY, rseqid, (to) => Result.write(to, { success }));
    });
  }
}

/** The shape that `thrift.createClient` works with. */
export class Client {
  constructor(output, Protocol) {
    this.output = output;
    this.pClient = Protocol;
    this._seqid = 0;
    this._reqs = {};
  }

  greet(request) {
    const sequence = ++this._seqid;
    return new Promise((resolve, reject) => {
      this._reqs[sequence] = (error, reply) => (error ? reject(error) : resolve(reply));
      send(new this.pClient(this.output), "greet", CALL, sequence, (to) => Arguments.write(to, { request }));
    });
  }

  recv_greet(input, type, sequence) {
    const settle = this._reqs[sequence];
    delete this._reqs[sequence];
    if (type === EXCEPTION) {
      const fault = new thrift.Thrift.TApplicationException();
      fault.read(input);
      input.readMessageEnd();
      settle(fault);
      return;
    }
    const { success } = Result.read(input);
    input.readMessageEnd();
    settle(null, success);
  }
}

function send(output, name, type, sequence, write) {
  output.writeMessageBegin(name, type, sequence);
  write(output);
  output.writeMessageEnd();
  output.flush();
}
