// Generated from proto/*.proto by `npm run gen`. Do not edit.

import { message } from "../message/message.ts";
import type { MessageType, MethodType, ServiceType } from "../message/message.ts";
import { fairway as fairwayCode, google as googleCode } from "./ids.js";


export interface DescribeRequest {
  readonly id: bigint;
}
export const DescribeRequest: MessageType<DescribeRequest> = message<DescribeRequest>("fairway.ids.v1.DescribeRequest", fairwayCode.ids.v1.DescribeRequest, [
  { name: "id", type: "fixed64" },
], { longs: true });


export interface DescribeResponse {
  readonly datacenter: number;
  readonly worker: number;
  readonly sequence: number;
  readonly time: Timestamp | null;
}
export const DescribeResponse: MessageType<DescribeResponse> = message<DescribeResponse>("fairway.ids.v1.DescribeResponse", fairwayCode.ids.v1.DescribeResponse, [
  { name: "datacenter", type: "uint32" },
  { name: "worker", type: "uint32" },
  { name: "sequence", type: "uint32" },
  { name: "time", type: "message", of: () => Timestamp, rule: "optional" },
], { longs: true });


export interface NextIdRequest {
  /** This worker and no other. Without it the edge chooses one that answers. */
  readonly worker?: number;
}
export const NextIdRequest: MessageType<NextIdRequest> = message<NextIdRequest>("fairway.ids.v1.NextIdRequest", fairwayCode.ids.v1.NextIdRequest, [
  { name: "worker", type: "uint32", rule: "optional" },
]);


export interface NextIdResponse {
  readonly id: bigint;
}
export const NextIdResponse: MessageType<NextIdResponse> = message<NextIdResponse>("fairway.ids.v1.NextIdResponse", fairwayCode.ids.v1.NextIdResponse, [
  { name: "id", type: "fixed64" },
], { longs: true });


export interface NextIdsRequest {
  /** 1 to 100 000. */
  readonly count: number;
  /** This worker and no other. Without it the edge chooses one that answers. */
  readonly worker?: number;
  /** Answer in runs: 25 times 16 bytes in place of 800 000 bytes for 100 000 ids. */
  readonly asRuns: boolean;
}
export const NextIdsRequest: MessageType<NextIdsRequest> = message<NextIdsRequest>("fairway.ids.v1.NextIdsRequest", fairwayCode.ids.v1.NextIdsRequest, [
  { name: "count", type: "uint32" },
  { name: "worker", type: "uint32", rule: "optional" },
  { name: "asRuns", proto: "as_runs", type: "bool" },
]);


export interface NextIdsResponse {
  /** Where as_runs was not asked for. */
  readonly ids: readonly bigint[];
  /** Where it was: rising, and together as many ids as were asked for. */
  readonly runs: readonly Run[];
}
export const NextIdsResponse: MessageType<NextIdsResponse> = message<NextIdsResponse>("fairway.ids.v1.NextIdsResponse", fairwayCode.ids.v1.NextIdsResponse, [
  { name: "ids", type: "fixed64", rule: "repeated" },
  { name: "runs", type: "message", of: () => Run, rule: "repeated" },
], { longs: true });


export interface PingRequest {
}
export const PingRequest: MessageType<PingRequest> = message<PingRequest>("fairway.ids.v1.PingRequest", fairwayCode.ids.v1.PingRequest, [
]);


export interface PingResponse {
}
export const PingResponse: MessageType<PingResponse> = message<PingResponse>("fairway.ids.v1.PingResponse", fairwayCode.ids.v1.PingResponse, [
]);

/** The ids start, start + 1, … start + count − 1: all of one millisecond, so at most 4096. */

export interface Run {
  readonly start: bigint;
  readonly count: number;
}
export const Run: MessageType<Run> = message<Run>("fairway.ids.v1.Run", fairwayCode.ids.v1.Run, [
  { name: "start", type: "fixed64" },
  { name: "count", type: "uint32" },
], { longs: true });


export interface TimestampRequest {
}
export const TimestampRequest: MessageType<TimestampRequest> = message<TimestampRequest>("fairway.ids.v1.TimestampRequest", fairwayCode.ids.v1.TimestampRequest, [
]);


export interface TimestampResponse {
  /** Unix time. */
  readonly seconds: bigint;
  readonly ms: bigint;
}
export const TimestampResponse: MessageType<TimestampResponse> = message<TimestampResponse>("fairway.ids.v1.TimestampResponse", fairwayCode.ids.v1.TimestampResponse, [
  { name: "seconds", type: "int64" },
  { name: "ms", type: "int64" },
], { longs: true });


export interface Worker {
  readonly worker: number;
  /** Whether it answered just now. */
  readonly reachable: boolean;
  /** Whether this edge leaves it alone for a while, because it was slow or failed. */
  readonly resting: boolean;
  /** How far its ids are ahead of its clock: after a burst, or where the clock went back. */
  readonly aheadMs: number;
  /** Writes of its lease since it was first used. */
  readonly leases: bigint;
}
export const Worker: MessageType<Worker> = message<Worker>("fairway.ids.v1.Worker", fairwayCode.ids.v1.Worker, [
  { name: "worker", type: "uint32" },
  { name: "reachable", type: "bool" },
  { name: "resting", type: "bool" },
  { name: "aheadMs", proto: "ahead_ms", type: "uint32" },
  { name: "leases", type: "uint64" },
], { longs: true });


export interface WorkersRequest {
}
export const WorkersRequest: MessageType<WorkersRequest> = message<WorkersRequest>("fairway.ids.v1.WorkersRequest", fairwayCode.ids.v1.WorkersRequest, [
]);


export interface WorkersResponse {
  readonly datacenter: number;
  /** Unix time in ms from which the time in ids is counted. */
  readonly epochMs: bigint;
  readonly workers: readonly Worker[];
}
export const WorkersResponse: MessageType<WorkersResponse> = message<WorkersResponse>("fairway.ids.v1.WorkersResponse", fairwayCode.ids.v1.WorkersResponse, [
  { name: "datacenter", type: "uint32" },
  { name: "epochMs", proto: "epoch_ms", type: "int64" },
  { name: "workers", type: "message", of: () => Worker, rule: "repeated" },
], { longs: true });


export interface Timestamp {
  readonly seconds: bigint;
  readonly nanos: number;
}
export const Timestamp: MessageType<Timestamp> = message<Timestamp>("google.protobuf.Timestamp", googleCode.protobuf.Timestamp, [
  { name: "seconds", type: "int64" },
  { name: "nanos", type: "int32" },
], { longs: true });


export const IdService = {
  name: "fairway.ids.v1.IdService",
  methods: {
    /** One id. A call that is repeated costs one id more and hurts nobody. */
    nextId: { name: "NextId", input: NextIdRequest, output: NextIdResponse, idempotency: "idempotent" } as MethodType<NextIdRequest, NextIdResponse>,
    /** Many ids, all of one worker and rising. */
    nextIds: { name: "NextIds", input: NextIdsRequest, output: NextIdsResponse, idempotency: "idempotent" } as MethodType<NextIdsRequest, NextIdsResponse>,
    /** What an id is made of. Any 63-bit number can be read, also one that was never given out. */
    describe: { name: "Describe", input: DescribeRequest, output: DescribeResponse, idempotency: "safe" } as MethodType<DescribeRequest, DescribeResponse>,
    /** The workers that this edge hands out ids of, and how they are. */
    workers: { name: "Workers", input: WorkersRequest, output: WorkersResponse, idempotency: "safe" } as MethodType<WorkersRequest, WorkersResponse>,
    /** Whether the service answers; asks no worker. */
    ping: { name: "Ping", input: PingRequest, output: PingResponse, idempotency: "safe" } as MethodType<PingRequest, PingResponse>,
    /** The edge's clock. */
    timestamp: { name: "Timestamp", input: TimestampRequest, output: TimestampResponse, idempotency: "safe" } as MethodType<TimestampRequest, TimestampResponse>,
  },
} as const satisfies ServiceType;
