// Generated from proto/*.proto by `npm run gen`. Do not edit.

import { message } from "../message/message.ts";
import type { EnumType, MessageType, MethodType, ServiceType } from "../message/message.ts";
import { fairway as fairwayCode, google as googleCode } from "./config.js";


export const Format = {
  "FORMAT_UNSPECIFIED": 0,
  "FORMAT_JSON": 1,
  "FORMAT_YAML": 2
} as const;
const FormatType: EnumType = { name: "fairway.config.v1.Format", values: Format };


export const ValueType = {
  "VALUE_TYPE_UNSPECIFIED": 0,
  "VALUE_TYPE_TEXT": 1,
  "VALUE_TYPE_NUMBER": 2,
  "VALUE_TYPE_BOOLEAN": 3,
  "VALUE_TYPE_JSON": 4,
  "VALUE_TYPE_DURATION": 5
} as const;
const ValueTypeType: EnumType = { name: "fairway.config.v1.ValueType", values: ValueType };


export interface AccessKey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Timestamp | null;
  readonly author: string;
}
export const AccessKey: MessageType<AccessKey> = message<AccessKey>("fairway.config.v1.AccessKey", fairwayCode.config.v1.AccessKey, [
  { name: "id", type: "string" },
  { name: "name", type: "string" },
  { name: "createdAt", proto: "created_at", type: "message", of: () => Timestamp, rule: "optional" },
  { name: "author", type: "string" },
], { longs: true });


export interface AuditEvent {
  readonly id: number;
  readonly at: Timestamp | null;
  /** Name of a token, or `operator`. */
  readonly actor: string;
  readonly action: string;
  /** JSON, whose fields depend on the action. Never the value of a secret. */
  readonly detail: string;
}
export const AuditEvent: MessageType<AuditEvent> = message<AuditEvent>("fairway.config.v1.AuditEvent", fairwayCode.config.v1.AuditEvent, [
  { name: "id", type: "uint32" },
  { name: "at", type: "message", of: () => Timestamp, rule: "optional" },
  { name: "actor", type: "string" },
  { name: "action", type: "string" },
  { name: "detail", type: "string" },
], { longs: true });


export interface Change {
  readonly section: string;
  readonly key: string;
  /** Absent where the key is new. */
  readonly before: Entry | null;
  /** Absent where it goes. */
  readonly after: Entry | null;
}
export const Change: MessageType<Change> = message<Change>("fairway.config.v1.Change", fairwayCode.config.v1.Change, [
  { name: "section", type: "string" },
  { name: "key", type: "string" },
  { name: "before", type: "message", of: () => Entry, rule: "optional" },
  { name: "after", type: "message", of: () => Entry, rule: "optional" },
]);


export interface CreateAccessKeyRequest {
  readonly service: Service | null;
  readonly name: string;
}
export const CreateAccessKeyRequest: MessageType<CreateAccessKeyRequest> = message<CreateAccessKeyRequest>("fairway.config.v1.CreateAccessKeyRequest", fairwayCode.config.v1.CreateAccessKeyRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "name", type: "string" },
]);


export interface CreateAccessKeyResponse {
  readonly id: string;
  /** Shown this once. */
  readonly secret: string;
}
export const CreateAccessKeyResponse: MessageType<CreateAccessKeyResponse> = message<CreateAccessKeyResponse>("fairway.config.v1.CreateAccessKeyResponse", fairwayCode.config.v1.CreateAccessKeyResponse, [
  { name: "id", type: "string" },
  { name: "secret", type: "string" },
], { sensitive: true });


export interface CreateServiceRequest {
  readonly service: Service | null;
}
export const CreateServiceRequest: MessageType<CreateServiceRequest> = message<CreateServiceRequest>("fairway.config.v1.CreateServiceRequest", fairwayCode.config.v1.CreateServiceRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
]);


export interface CreateServiceResponse {
  /** False where it was there. */
  readonly created: boolean;
}
export const CreateServiceResponse: MessageType<CreateServiceResponse> = message<CreateServiceResponse>("fairway.config.v1.CreateServiceResponse", fairwayCode.config.v1.CreateServiceResponse, [
  { name: "created", type: "bool" },
]);


export interface CreateTokenRequest {
  readonly service: Service | null;
  /** Stands as the author of what is done with it. */
  readonly name: string;
  readonly rights: readonly string[];
}
export const CreateTokenRequest: MessageType<CreateTokenRequest> = message<CreateTokenRequest>("fairway.config.v1.CreateTokenRequest", fairwayCode.config.v1.CreateTokenRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "name", type: "string" },
  { name: "rights", type: "string", rule: "repeated" },
]);


export interface CreateTokenResponse {
  readonly id: string;
  /** Shown this once. */
  readonly token: string;
}
export const CreateTokenResponse: MessageType<CreateTokenResponse> = message<CreateTokenResponse>("fairway.config.v1.CreateTokenResponse", fairwayCode.config.v1.CreateTokenResponse, [
  { name: "id", type: "string" },
  { name: "token", type: "string" },
], { sensitive: true });


export interface DiffRequest {
  readonly service: Service | null;
  /** 0: the main version. */
  readonly from: number;
  /** 0: the draft on top of the main version. */
  readonly to: number;
}
export const DiffRequest: MessageType<DiffRequest> = message<DiffRequest>("fairway.config.v1.DiffRequest", fairwayCode.config.v1.DiffRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "from", type: "uint32" },
  { name: "to", type: "uint32" },
]);


export interface DiffResponse {
  /** Of what was looked at. */
  readonly revision: number;
  readonly changes: readonly Change[];
}
export const DiffResponse: MessageType<DiffResponse> = message<DiffResponse>("fairway.config.v1.DiffResponse", fairwayCode.config.v1.DiffResponse, [
  { name: "revision", type: "uint32" },
  { name: "changes", type: "message", of: () => Change, rule: "repeated" },
]);


export interface DiscardRequest {
  readonly service: Service | null;
  readonly revision: number;
  /** Empty: all of the draft. */
  readonly places: readonly Place[];
}
export const DiscardRequest: MessageType<DiscardRequest> = message<DiscardRequest>("fairway.config.v1.DiscardRequest", fairwayCode.config.v1.DiscardRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "revision", type: "uint32" },
  { name: "places", type: "message", of: () => Place, rule: "repeated" },
]);


export interface DiscardResponse {
  readonly discarded: number;
}
export const DiscardResponse: MessageType<DiscardResponse> = message<DiscardResponse>("fairway.config.v1.DiscardResponse", fairwayCode.config.v1.DiscardResponse, [
  { name: "discarded", type: "uint32" },
]);


export interface DraftEntry {
  /** Without a type and value where the key goes. */
  readonly entry: Entry | null;
  readonly deleted: boolean;
  readonly author: string;
  readonly editedAt: Timestamp | null;
}
export const DraftEntry: MessageType<DraftEntry> = message<DraftEntry>("fairway.config.v1.DraftEntry", fairwayCode.config.v1.DraftEntry, [
  { name: "entry", type: "message", of: () => Entry, rule: "optional" },
  { name: "deleted", type: "bool" },
  { name: "author", type: "string" },
  { name: "editedAt", proto: "edited_at", type: "message", of: () => Timestamp, rule: "optional" },
], { longs: true });


export interface DropAccessKeyRequest {
  readonly service: Service | null;
  readonly id: string;
}
export const DropAccessKeyRequest: MessageType<DropAccessKeyRequest> = message<DropAccessKeyRequest>("fairway.config.v1.DropAccessKeyRequest", fairwayCode.config.v1.DropAccessKeyRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "id", type: "string" },
]);


export interface DropAccessKeyResponse {
}
export const DropAccessKeyResponse: MessageType<DropAccessKeyResponse> = message<DropAccessKeyResponse>("fairway.config.v1.DropAccessKeyResponse", fairwayCode.config.v1.DropAccessKeyResponse, [
]);


export interface DropTokenRequest {
  readonly service: Service | null;
  readonly id: string;
}
export const DropTokenRequest: MessageType<DropTokenRequest> = message<DropTokenRequest>("fairway.config.v1.DropTokenRequest", fairwayCode.config.v1.DropTokenRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "id", type: "string" },
]);


export interface DropTokenResponse {
}
export const DropTokenResponse: MessageType<DropTokenResponse> = message<DropTokenResponse>("fairway.config.v1.DropTokenResponse", fairwayCode.config.v1.DropTokenResponse, [
]);


export interface Edit {
  readonly section: string;
  readonly key: string;
  /** That was seen: of the draft's entry, else of the published one, else 0. */
  readonly revision: number;
  readonly delete: boolean;
  /** Default: that of the entry, or text. */
  readonly type: number;
  /** Absent where only the comment changes. */
  readonly value?: string;
  readonly secret: boolean;
  readonly comment: string;
}
export const Edit: MessageType<Edit> = message<Edit>("fairway.config.v1.Edit", fairwayCode.config.v1.Edit, [
  { name: "section", type: "string" },
  { name: "key", type: "string" },
  { name: "revision", type: "uint32" },
  { name: "delete", type: "bool" },
  { name: "type", type: "enum", of: () => ValueTypeType },
  { name: "value", type: "string", rule: "optional" },
  { name: "secret", type: "bool" },
  { name: "comment", type: "string" },
], { sensitive: true });


export interface EditRequest {
  readonly service: Service | null;
  readonly edits: readonly Edit[];
}
export const EditRequest: MessageType<EditRequest> = message<EditRequest>("fairway.config.v1.EditRequest", fairwayCode.config.v1.EditRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "edits", type: "message", of: () => Edit, rule: "repeated" },
], { sensitive: true });


export interface EditResponse {
  /** That all keys of the request have now, and the whole configuration. */
  readonly revision: number;
}
export const EditResponse: MessageType<EditResponse> = message<EditResponse>("fairway.config.v1.EditResponse", fairwayCode.config.v1.EditResponse, [
  { name: "revision", type: "uint32" },
]);


export interface EndGrayRequest {
  readonly service: Service | null;
  readonly revision: number;
  readonly message: string;
}
export const EndGrayRequest: MessageType<EndGrayRequest> = message<EndGrayRequest>("fairway.config.v1.EndGrayRequest", fairwayCode.config.v1.EndGrayRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "revision", type: "uint32" },
  { name: "message", type: "string" },
]);


export interface Entry {
  readonly section: string;
  readonly key: string;
  readonly type: number;
  /** Empty where it is masked. */
  readonly value: string;
  readonly secret: boolean;
  readonly comment: string;
  /** Of the last edit: what Edit wants to hear. */
  readonly revision: number;
}
export const Entry: MessageType<Entry> = message<Entry>("fairway.config.v1.Entry", fairwayCode.config.v1.Entry, [
  { name: "section", type: "string" },
  { name: "key", type: "string" },
  { name: "type", type: "enum", of: () => ValueTypeType },
  { name: "value", type: "string" },
  { name: "secret", type: "bool" },
  { name: "comment", type: "string" },
  { name: "revision", type: "uint32" },
]);


export interface ExportRequest {
  readonly service: Service | null;
  /** Default JSON. */
  readonly format: number;
  /** 0: the main version. */
  readonly version: number;
  /** Secrets in clear, which needs the right `admin` and is noted; else they have no value. */
  readonly reveal: boolean;
}
export const ExportRequest: MessageType<ExportRequest> = message<ExportRequest>("fairway.config.v1.ExportRequest", fairwayCode.config.v1.ExportRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "format", type: "enum", of: () => FormatType },
  { name: "version", type: "uint32" },
  { name: "reveal", type: "bool" },
]);


export interface ExportResponse {
  readonly document: string;
}
export const ExportResponse: MessageType<ExportResponse> = message<ExportResponse>("fairway.config.v1.ExportResponse", fairwayCode.config.v1.ExportResponse, [
  { name: "document", type: "string" },
], { sensitive: true });


export interface GetHistoryRequest {
  readonly service: Service | null;
  readonly section: string;
  readonly key: string;
  /** Older than this version; 0 begins with the newest. */
  readonly before: number;
  /** Up to 100; 0 is 20. */
  readonly limit: number;
}
export const GetHistoryRequest: MessageType<GetHistoryRequest> = message<GetHistoryRequest>("fairway.config.v1.GetHistoryRequest", fairwayCode.config.v1.GetHistoryRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "section", type: "string" },
  { name: "key", type: "string" },
  { name: "before", type: "uint32" },
  { name: "limit", type: "uint32" },
]);


export interface GetHistoryResponse {
  readonly steps: readonly GetHistoryResponse_Step[];
}
export const GetHistoryResponse: MessageType<GetHistoryResponse> = message<GetHistoryResponse>("fairway.config.v1.GetHistoryResponse", fairwayCode.config.v1.GetHistoryResponse, [
  { name: "steps", type: "message", of: () => GetHistoryResponse_Step, rule: "repeated" },
], { longs: true });


export interface GetHistoryResponse_Step {
  readonly version: Version | null;
  readonly change: Change | null;
}
export const GetHistoryResponse_Step: MessageType<GetHistoryResponse_Step> = message<GetHistoryResponse_Step>("fairway.config.v1.GetHistoryResponse.Step", fairwayCode.config.v1.GetHistoryResponse.Step, [
  { name: "version", type: "message", of: () => Version, rule: "optional" },
  { name: "change", type: "message", of: () => Change, rule: "optional" },
], { longs: true });


export interface GetSchemaRequest {
  readonly service: Service | null;
}
export const GetSchemaRequest: MessageType<GetSchemaRequest> = message<GetSchemaRequest>("fairway.config.v1.GetSchemaRequest", fairwayCode.config.v1.GetSchemaRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
]);


export interface GetTreeRequest {
  readonly service: Service | null;
}
export const GetTreeRequest: MessageType<GetTreeRequest> = message<GetTreeRequest>("fairway.config.v1.GetTreeRequest", fairwayCode.config.v1.GetTreeRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
]);


export interface GetValuesRequest {
  readonly service: Service | null;
  readonly node: string;
  readonly labels: Readonly<Record<string, string>>;
}
export const GetValuesRequest: MessageType<GetValuesRequest> = message<GetValuesRequest>("fairway.config.v1.GetValuesRequest", fairwayCode.config.v1.GetValuesRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "node", type: "string" },
  { name: "labels", type: "string", rule: "map", key: "string" },
]);


export interface GetValuesResponse {
  readonly version: number;
  readonly values: readonly Value[];
}
export const GetValuesResponse: MessageType<GetValuesResponse> = message<GetValuesResponse>("fairway.config.v1.GetValuesResponse", fairwayCode.config.v1.GetValuesResponse, [
  { name: "version", type: "uint32" },
  { name: "values", type: "message", of: () => Value, rule: "repeated" },
], { sensitive: true });


export interface GetVersionRequest {
  readonly service: Service | null;
  readonly version: number;
}
export const GetVersionRequest: MessageType<GetVersionRequest> = message<GetVersionRequest>("fairway.config.v1.GetVersionRequest", fairwayCode.config.v1.GetVersionRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "version", type: "uint32" },
]);


export interface GetVersionResponse {
  readonly version: Version | null;
  readonly entries: readonly Entry[];
  /** Against the main version before it. */
  readonly changes: readonly Change[];
}
export const GetVersionResponse: MessageType<GetVersionResponse> = message<GetVersionResponse>("fairway.config.v1.GetVersionResponse", fairwayCode.config.v1.GetVersionResponse, [
  { name: "version", type: "message", of: () => Version, rule: "optional" },
  { name: "entries", type: "message", of: () => Entry, rule: "repeated" },
  { name: "changes", type: "message", of: () => Change, rule: "repeated" },
], { longs: true });


export interface Gray {
  readonly version: number;
  readonly rule: GrayRule | null;
}
export const Gray: MessageType<Gray> = message<Gray>("fairway.config.v1.Gray", fairwayCode.config.v1.Gray, [
  { name: "version", type: "uint32" },
  { name: "rule", type: "message", of: () => GrayRule, rule: "optional" },
]);


export interface GrayRule {
  /** Of the nodes, by the hash of their names; 0 to 100 with two decimals. */
  readonly percent: number;
  /** A node with all of these. */
  readonly labels: Readonly<Record<string, string>>;
  /** Nodes by name. */
  readonly nodes: readonly string[];
}
export const GrayRule: MessageType<GrayRule> = message<GrayRule>("fairway.config.v1.GrayRule", fairwayCode.config.v1.GrayRule, [
  { name: "percent", type: "double" },
  { name: "labels", type: "string", rule: "map", key: "string" },
  { name: "nodes", type: "string", rule: "repeated" },
]);


export interface ImportRequest {
  readonly service: Service | null;
  /** Default JSON. It is what Export gives. */
  readonly format: number;
  readonly document: string;
  /** Keys that are not in the document go. */
  readonly replace: boolean;
  readonly revision: number;
}
export const ImportRequest: MessageType<ImportRequest> = message<ImportRequest>("fairway.config.v1.ImportRequest", fairwayCode.config.v1.ImportRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "format", type: "enum", of: () => FormatType },
  { name: "document", type: "string" },
  { name: "replace", type: "bool" },
  { name: "revision", type: "uint32" },
], { sensitive: true });


export interface ImportResponse {
  readonly revision: number;
  /** How many keys it changes. */
  readonly edits: number;
}
export const ImportResponse: MessageType<ImportResponse> = message<ImportResponse>("fairway.config.v1.ImportResponse", fairwayCode.config.v1.ImportResponse, [
  { name: "revision", type: "uint32" },
  { name: "edits", type: "uint32" },
]);


export interface ListAccessKeysRequest {
  readonly service: Service | null;
}
export const ListAccessKeysRequest: MessageType<ListAccessKeysRequest> = message<ListAccessKeysRequest>("fairway.config.v1.ListAccessKeysRequest", fairwayCode.config.v1.ListAccessKeysRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
]);


export interface ListAccessKeysResponse {
  readonly keys: readonly AccessKey[];
}
export const ListAccessKeysResponse: MessageType<ListAccessKeysResponse> = message<ListAccessKeysResponse>("fairway.config.v1.ListAccessKeysResponse", fairwayCode.config.v1.ListAccessKeysResponse, [
  { name: "keys", type: "message", of: () => AccessKey, rule: "repeated" },
], { longs: true });


export interface ListAuditRequest {
  readonly service: Service | null;
  /** Older than this one; 0 begins with the newest. */
  readonly before: number;
  /** Up to 1000; 0 is 100. */
  readonly limit: number;
}
export const ListAuditRequest: MessageType<ListAuditRequest> = message<ListAuditRequest>("fairway.config.v1.ListAuditRequest", fairwayCode.config.v1.ListAuditRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "before", type: "uint32" },
  { name: "limit", type: "uint32" },
]);


export interface ListAuditResponse {
  readonly events: readonly AuditEvent[];
}
export const ListAuditResponse: MessageType<ListAuditResponse> = message<ListAuditResponse>("fairway.config.v1.ListAuditResponse", fairwayCode.config.v1.ListAuditResponse, [
  { name: "events", type: "message", of: () => AuditEvent, rule: "repeated" },
], { longs: true });


export interface ListNodesRequest {
  readonly service: Service | null;
}
export const ListNodesRequest: MessageType<ListNodesRequest> = message<ListNodesRequest>("fairway.config.v1.ListNodesRequest", fairwayCode.config.v1.ListNodesRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
]);


export interface ListNodesResponse {
  readonly nodes: readonly Node[];
}
export const ListNodesResponse: MessageType<ListNodesResponse> = message<ListNodesResponse>("fairway.config.v1.ListNodesResponse", fairwayCode.config.v1.ListNodesResponse, [
  { name: "nodes", type: "message", of: () => Node, rule: "repeated" },
], { longs: true });


export interface ListTokensRequest {
  readonly service: Service | null;
}
export const ListTokensRequest: MessageType<ListTokensRequest> = message<ListTokensRequest>("fairway.config.v1.ListTokensRequest", fairwayCode.config.v1.ListTokensRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
]);


export interface ListTokensResponse {
  readonly tokens: readonly Token[];
}
export const ListTokensResponse: MessageType<ListTokensResponse> = message<ListTokensResponse>("fairway.config.v1.ListTokensResponse", fairwayCode.config.v1.ListTokensResponse, [
  { name: "tokens", type: "message", of: () => Token, rule: "repeated" },
], { longs: true });


export interface ListVersionsRequest {
  readonly service: Service | null;
  /** Older than this one; 0 begins with the newest. */
  readonly before: number;
  /** Up to 100; 0 is 20. */
  readonly limit: number;
}
export const ListVersionsRequest: MessageType<ListVersionsRequest> = message<ListVersionsRequest>("fairway.config.v1.ListVersionsRequest", fairwayCode.config.v1.ListVersionsRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "before", type: "uint32" },
  { name: "limit", type: "uint32" },
]);


export interface ListVersionsResponse {
  readonly versions: readonly Version[];
}
export const ListVersionsResponse: MessageType<ListVersionsResponse> = message<ListVersionsResponse>("fairway.config.v1.ListVersionsResponse", fairwayCode.config.v1.ListVersionsResponse, [
  { name: "versions", type: "message", of: () => Version, rule: "repeated" },
], { longs: true });


export interface MoveGrayRequest {
  readonly service: Service | null;
  readonly revision: number;
  readonly rule: GrayRule | null;
}
export const MoveGrayRequest: MessageType<MoveGrayRequest> = message<MoveGrayRequest>("fairway.config.v1.MoveGrayRequest", fairwayCode.config.v1.MoveGrayRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "revision", type: "uint32" },
  { name: "rule", type: "message", of: () => GrayRule, rule: "optional" },
]);


export interface Node {
  readonly node: string;
  readonly address: string;
  readonly labels: Readonly<Record<string, string>>;
  /** 0 where it never said. */
  readonly running: number;
  /** What it is to run. */
  readonly target: number;
  readonly seenAt: Timestamp | null;
  /** Its agent holds a socket. */
  readonly connected: boolean;
  /** Nothing was heard of it for 150 s. */
  readonly silent: boolean;
}
export const Node: MessageType<Node> = message<Node>("fairway.config.v1.Node", fairwayCode.config.v1.Node, [
  { name: "node", type: "string" },
  { name: "address", type: "string" },
  { name: "labels", type: "string", rule: "map", key: "string" },
  { name: "running", type: "uint32" },
  { name: "target", type: "uint32" },
  { name: "seenAt", proto: "seen_at", type: "message", of: () => Timestamp, rule: "optional" },
  { name: "connected", type: "bool" },
  { name: "silent", type: "bool" },
], { longs: true });


export interface Place {
  readonly section: string;
  readonly key: string;
}
export const Place: MessageType<Place> = message<Place>("fairway.config.v1.Place", fairwayCode.config.v1.Place, [
  { name: "section", type: "string" },
  { name: "key", type: "string" },
]);


export interface PublishRequest {
  readonly service: Service | null;
  readonly revision: number;
  readonly message: string;
}
export const PublishRequest: MessageType<PublishRequest> = message<PublishRequest>("fairway.config.v1.PublishRequest", fairwayCode.config.v1.PublishRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "revision", type: "uint32" },
  { name: "message", type: "string" },
]);


export interface Release {
  readonly version: number;
  /** Of the whole configuration, after it. */
  readonly revision: number;
}
export const Release: MessageType<Release> = message<Release>("fairway.config.v1.Release", fairwayCode.config.v1.Release, [
  { name: "version", type: "uint32" },
  { name: "revision", type: "uint32" },
]);


export interface ReportRequest {
  readonly service: Service | null;
  readonly node: string;
  readonly address: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly running: number;
}
export const ReportRequest: MessageType<ReportRequest> = message<ReportRequest>("fairway.config.v1.ReportRequest", fairwayCode.config.v1.ReportRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "node", type: "string" },
  { name: "address", type: "string" },
  { name: "labels", type: "string", rule: "map", key: "string" },
  { name: "running", type: "uint32" },
]);


export interface ReportResponse {
  /** What it is to run. */
  readonly target: number;
}
export const ReportResponse: MessageType<ReportResponse> = message<ReportResponse>("fairway.config.v1.ReportResponse", fairwayCode.config.v1.ReportResponse, [
  { name: "target", type: "uint32" },
]);


export interface ResealRequest {
  readonly service: Service | null;
}
export const ResealRequest: MessageType<ResealRequest> = message<ResealRequest>("fairway.config.v1.ResealRequest", fairwayCode.config.v1.ResealRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
]);


export interface ResealResponse {
  readonly resealed: number;
  readonly remaining: boolean;
}
export const ResealResponse: MessageType<ResealResponse> = message<ResealResponse>("fairway.config.v1.ResealResponse", fairwayCode.config.v1.ResealResponse, [
  { name: "resealed", type: "uint32" },
  { name: "remaining", type: "bool" },
]);


export interface RollbackRequest {
  readonly service: Service | null;
  readonly revision: number;
  readonly version: number;
  readonly message: string;
}
export const RollbackRequest: MessageType<RollbackRequest> = message<RollbackRequest>("fairway.config.v1.RollbackRequest", fairwayCode.config.v1.RollbackRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "revision", type: "uint32" },
  { name: "version", type: "uint32" },
  { name: "message", type: "string" },
]);


export interface Schema {
  /** JSON Schema 2020-12 of {section: {key: value}}, values as their types say; empty where there is none. */
  readonly json: string;
}
export const Schema: MessageType<Schema> = message<Schema>("fairway.config.v1.Schema", fairwayCode.config.v1.Schema, [
  { name: "json", type: "string" },
]);


export interface Service {
  readonly service: string;
  /** The datacenter, or whatever else tells one set of values from another. Empty is `default`. */
  readonly idc: string;
}
export const Service: MessageType<Service> = message<Service>("fairway.config.v1.Service", fairwayCode.config.v1.Service, [
  { name: "service", type: "string" },
  { name: "idc", type: "string" },
]);


export interface SetOpenRequest {
  readonly service: Service | null;
  readonly open: boolean;
}
export const SetOpenRequest: MessageType<SetOpenRequest> = message<SetOpenRequest>("fairway.config.v1.SetOpenRequest", fairwayCode.config.v1.SetOpenRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "open", type: "bool" },
]);


export interface SetOpenResponse {
}
export const SetOpenResponse: MessageType<SetOpenResponse> = message<SetOpenResponse>("fairway.config.v1.SetOpenResponse", fairwayCode.config.v1.SetOpenResponse, [
]);


export interface SetSchemaRequest {
  readonly service: Service | null;
  readonly json: string;
}
export const SetSchemaRequest: MessageType<SetSchemaRequest> = message<SetSchemaRequest>("fairway.config.v1.SetSchemaRequest", fairwayCode.config.v1.SetSchemaRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "json", type: "string" },
]);


export interface SetSchemaResponse {
  readonly revision: number;
}
export const SetSchemaResponse: MessageType<SetSchemaResponse> = message<SetSchemaResponse>("fairway.config.v1.SetSchemaResponse", fairwayCode.config.v1.SetSchemaResponse, [
  { name: "revision", type: "uint32" },
]);

/** Detail of `aborted`: what the current revision is. */

export interface Stale {
  readonly revision: number;
}
export const Stale: MessageType<Stale> = message<Stale>("fairway.config.v1.Stale", fairwayCode.config.v1.Stale, [
  { name: "revision", type: "uint32" },
]);


export interface StartGrayRequest {
  readonly service: Service | null;
  readonly revision: number;
  readonly rule: GrayRule | null;
  readonly message: string;
}
export const StartGrayRequest: MessageType<StartGrayRequest> = message<StartGrayRequest>("fairway.config.v1.StartGrayRequest", fairwayCode.config.v1.StartGrayRequest, [
  { name: "service", type: "message", of: () => Service, rule: "optional" },
  { name: "revision", type: "uint32" },
  { name: "rule", type: "message", of: () => GrayRule, rule: "optional" },
  { name: "message", type: "string" },
]);


export interface Token {
  readonly id: string;
  readonly name: string;
  /** read, edit, publish, admin */
  readonly rights: readonly string[];
  readonly createdAt: Timestamp | null;
  readonly author: string;
}
export const Token: MessageType<Token> = message<Token>("fairway.config.v1.Token", fairwayCode.config.v1.Token, [
  { name: "id", type: "string" },
  { name: "name", type: "string" },
  { name: "rights", type: "string", rule: "repeated" },
  { name: "createdAt", proto: "created_at", type: "message", of: () => Timestamp, rule: "optional" },
  { name: "author", type: "string" },
], { longs: true });


export interface Tree {
  /** Of everything that is seen here: what Publish and its like want to hear. */
  readonly revision: number;
  /** 0 before the first. */
  readonly version: number;
  readonly gray: Gray | null;
  readonly entries: readonly Entry[];
  readonly draft: readonly DraftEntry[];
  readonly open: boolean;
  readonly hasSchema: boolean;
}
export const Tree: MessageType<Tree> = message<Tree>("fairway.config.v1.Tree", fairwayCode.config.v1.Tree, [
  { name: "revision", type: "uint32" },
  { name: "version", type: "uint32" },
  { name: "gray", type: "message", of: () => Gray, rule: "optional" },
  { name: "entries", type: "message", of: () => Entry, rule: "repeated" },
  { name: "draft", type: "message", of: () => DraftEntry, rule: "repeated" },
  { name: "open", type: "bool" },
  { name: "hasSchema", proto: "has_schema", type: "bool" },
], { longs: true });


export interface Value {
  readonly section: string;
  readonly key: string;
  readonly type: number;
  readonly value: string;
}
export const Value: MessageType<Value> = message<Value>("fairway.config.v1.Value", fairwayCode.config.v1.Value, [
  { name: "section", type: "string" },
  { name: "key", type: "string" },
  { name: "type", type: "enum", of: () => ValueTypeType },
  { name: "value", type: "string" },
], { sensitive: true });


export interface Version {
  readonly number: number;
  /** publish, rollback, gray, move, promote, abandon */
  readonly kind: string;
  readonly author: string;
  readonly madeAt: Timestamp | null;
  readonly message: string;
  /** Whose content it is, where that is another's. */
  readonly of: number;
}
export const Version: MessageType<Version> = message<Version>("fairway.config.v1.Version", fairwayCode.config.v1.Version, [
  { name: "number", type: "uint32" },
  { name: "kind", type: "string" },
  { name: "author", type: "string" },
  { name: "madeAt", proto: "made_at", type: "message", of: () => Timestamp, rule: "optional" },
  { name: "message", type: "string" },
  { name: "of", type: "uint32" },
], { longs: true });


export interface Timestamp {
  readonly seconds: bigint;
  readonly nanos: number;
}
export const Timestamp: MessageType<Timestamp> = message<Timestamp>("google.protobuf.Timestamp", googleCode.protobuf.Timestamp, [
  { name: "seconds", type: "int64" },
  { name: "nanos", type: "int32" },
], { longs: true });


export const ConfigService = {
  name: "fairway.config.v1.ConfigService",
  methods: {
    /** Makes the configuration of a service in an idc, empty. Making it twice is no error. For operators. */
    createService: { name: "CreateService", input: CreateServiceRequest, output: CreateServiceResponse, idempotency: "idempotent" } as MethodType<CreateServiceRequest, CreateServiceResponse>,
    /** What runs, and the draft on top of it. Secrets are masked. */
    getTree: { name: "GetTree", input: GetTreeRequest, output: Tree, idempotency: "safe" } as MethodType<GetTreeRequest, Tree>,
    /** Edits of the draft: all of them, or none. `aborted` for a key whose revision is another by now; the detail says which. */
    edit: { name: "Edit", input: EditRequest, output: EditResponse, idempotency: "unsafe" } as MethodType<EditRequest, EditResponse>,
    /** Takes edits back. */
    discard: { name: "Discard", input: DiscardRequest, output: DiscardResponse, idempotency: "unsafe" } as MethodType<DiscardRequest, DiscardResponse>,
    /** What the draft, or a version, changes against another version. */
    diff: { name: "Diff", input: DiffRequest, output: DiffResponse, idempotency: "safe" } as MethodType<DiffRequest, DiffResponse>,
    /** The draft for everyone, as a new version. `invalid_argument` names the key that the schema refuses. */
    publish: { name: "Publish", input: PublishRequest, output: Release, idempotency: "unsafe" } as MethodType<PublishRequest, Release>,
    /** The content of an old version for everyone, as a new one. */
    rollback: { name: "Rollback", input: RollbackRequest, output: Release, idempotency: "unsafe" } as MethodType<RollbackRequest, Release>,
    /** The draft for some nodes, as a new version. */
    startGray: { name: "StartGray", input: StartGrayRequest, output: Release, idempotency: "unsafe" } as MethodType<StartGrayRequest, Release>,
    /** Another rule for the gray release under way. */
    moveGray: { name: "MoveGray", input: MoveGrayRequest, output: Release, idempotency: "unsafe" } as MethodType<MoveGrayRequest, Release>,
    /** The gray content for everyone. */
    promote: { name: "Promote", input: EndGrayRequest, output: Release, idempotency: "unsafe" } as MethodType<EndGrayRequest, Release>,
    /** The main content for everyone; the edits that were tried are back in the draft. */
    abandon: { name: "Abandon", input: EndGrayRequest, output: Release, idempotency: "unsafe" } as MethodType<EndGrayRequest, Release>,
    listVersions: { name: "ListVersions", input: ListVersionsRequest, output: ListVersionsResponse, idempotency: "safe" } as MethodType<ListVersionsRequest, ListVersionsResponse>,
    getVersion: { name: "GetVersion", input: GetVersionRequest, output: GetVersionResponse, idempotency: "safe" } as MethodType<GetVersionRequest, GetVersionResponse>,
    /** What became of one key, version by version. */
    getHistory: { name: "GetHistory", input: GetHistoryRequest, output: GetHistoryResponse, idempotency: "safe" } as MethodType<GetHistoryRequest, GetHistoryResponse>,
    /** What a node would read now: with the right `read`, secrets in clear. */
    getValues: { name: "GetValues", input: GetValuesRequest, output: GetValuesResponse, idempotency: "safe" } as MethodType<GetValuesRequest, GetValuesResponse>,
    /** Who runs which version, and who is silent. */
    listNodes: { name: "ListNodes", input: ListNodesRequest, output: ListNodesResponse, idempotency: "safe" } as MethodType<ListNodesRequest, ListNodesResponse>,
    /** For a node without a watch socket: that it is there, and what it runs. */
    report: { name: "Report", input: ReportRequest, output: ReportResponse, idempotency: "idempotent" } as MethodType<ReportRequest, ReportResponse>,
    listAudit: { name: "ListAudit", input: ListAuditRequest, output: ListAuditResponse, idempotency: "safe" } as MethodType<ListAuditRequest, ListAuditResponse>,
    getSchema: { name: "GetSchema", input: GetSchemaRequest, output: Schema, idempotency: "safe" } as MethodType<GetSchemaRequest, Schema>,
    /** A JSON Schema that every release must fit; empty takes it away. */
    setSchema: { name: "SetSchema", input: SetSchemaRequest, output: SetSchemaResponse, idempotency: "unsafe" } as MethodType<SetSchemaRequest, SetSchemaResponse>,
    /** A whole configuration as one document. */
    export: { name: "Export", input: ExportRequest, output: ExportResponse, idempotency: "unsafe" } as MethodType<ExportRequest, ExportResponse>,
    /** A document into the draft. */
    import: { name: "Import", input: ImportRequest, output: ImportResponse, idempotency: "unsafe" } as MethodType<ImportRequest, ImportResponse>,
    listTokens: { name: "ListTokens", input: ListTokensRequest, output: ListTokensResponse, idempotency: "safe" } as MethodType<ListTokensRequest, ListTokensResponse>,
    createToken: { name: "CreateToken", input: CreateTokenRequest, output: CreateTokenResponse, idempotency: "unsafe" } as MethodType<CreateTokenRequest, CreateTokenResponse>,
    dropToken: { name: "DropToken", input: DropTokenRequest, output: DropTokenResponse, idempotency: "unsafe" } as MethodType<DropTokenRequest, DropTokenResponse>,
    listAccessKeys: { name: "ListAccessKeys", input: ListAccessKeysRequest, output: ListAccessKeysResponse, idempotency: "safe" } as MethodType<ListAccessKeysRequest, ListAccessKeysResponse>,
    /** A secret that Apollo's clients sign with. */
    createAccessKey: { name: "CreateAccessKey", input: CreateAccessKeyRequest, output: CreateAccessKeyResponse, idempotency: "unsafe" } as MethodType<CreateAccessKeyRequest, CreateAccessKeyResponse>,
    dropAccessKey: { name: "DropAccessKey", input: DropAccessKeyRequest, output: DropAccessKeyResponse, idempotency: "unsafe" } as MethodType<DropAccessKeyRequest, DropAccessKeyResponse>,
    /** Whether everyone may read what is no secret, without a token. */
    setOpen: { name: "SetOpen", input: SetOpenRequest, output: SetOpenResponse, idempotency: "idempotent" } as MethodType<SetOpenRequest, SetOpenResponse>,
    /** Encrypts with the newest key what older ones encrypted. Repeat it until `remaining` is false; then an old key may go. */
    reseal: { name: "Reseal", input: ResealRequest, output: ResealResponse, idempotency: "idempotent" } as MethodType<ResealRequest, ResealResponse>,
  },
} as const satisfies ServiceType;
