// Generated from proto/*.proto by `npm run gen`. Do not edit.

import { message } from "../message/message.ts";
import type { EnumType, MessageType, MethodType, ServiceType } from "../message/message.ts";
import { grpc as grpcCode } from "./health.js";


export const HealthCheckResponse_ServingStatus = {
  "UNKNOWN": 0,
  "SERVING": 1,
  "NOT_SERVING": 2,
  "SERVICE_UNKNOWN": 3
} as const;
const HealthCheckResponse_ServingStatusType: EnumType = { name: "grpc.health.v1.HealthCheckResponse.ServingStatus", values: HealthCheckResponse_ServingStatus };


export interface HealthCheckRequest {
  /** "" = the whole server. */
  readonly service: string;
}
export const HealthCheckRequest: MessageType<HealthCheckRequest> = message<HealthCheckRequest>("grpc.health.v1.HealthCheckRequest", grpcCode.health.v1.HealthCheckRequest, [
  { name: "service", type: "string" },
]);


export interface HealthCheckResponse {
  readonly status: number;
}
export const HealthCheckResponse: MessageType<HealthCheckResponse> = message<HealthCheckResponse>("grpc.health.v1.HealthCheckResponse", grpcCode.health.v1.HealthCheckResponse, [
  { name: "status", type: "enum", of: () => HealthCheckResponse_ServingStatusType },
]);


export const Health = {
  name: "grpc.health.v1.Health",
  methods: {
    check: { name: "Check", input: HealthCheckRequest, output: HealthCheckResponse, idempotency: "safe" } as MethodType<HealthCheckRequest, HealthCheckResponse>,
  },
} as const satisfies ServiceType;
