// Generated from proto/*.proto by `npm run gen`. Do not edit.

import type { AnyMessage, ServiceType } from "../message/message.ts";
import * as batch from "./batch.contract.ts";
import * as countries from "./countries.contract.ts";
import * as health from "./health.contract.ts";
import * as ids from "./ids.contract.ts";
import * as passport from "./passport.contract.ts";

/** Every message of every contract, by full name. */
export const MESSAGES: ReadonlyMap<string, AnyMessage> = new Map<string, AnyMessage>([
  ["fairway.batch.v1.BatchFrame", batch.BatchFrame],
  ["fairway.batch.v1.BatchItem", batch.BatchItem],
  ["fairway.batch.v1.BatchReply", batch.BatchReply],
  ["fairway.batch.v1.BatchRequest", batch.BatchRequest],
  ["fairway.batch.v1.BatchResponse", batch.BatchResponse],
  ["fairway.batch.v1.Header", batch.Header],
  ["example.countries.v1.Borders", countries.Borders],
  ["example.countries.v1.Country", countries.Country],
  ["example.countries.v1.CountryName", countries.CountryName],
  ["example.countries.v1.CountryPage", countries.CountryPage],
  ["example.countries.v1.CountrySummary", countries.CountrySummary],
  ["example.countries.v1.Currency", countries.Currency],
  ["example.countries.v1.Demonym", countries.Demonym],
  ["example.countries.v1.DialingCode", countries.DialingCode],
  ["example.countries.v1.Name", countries.Name],
  ["example.countries.v1.Region", countries.Region],
  ["example.countries.v1.Regions", countries.Regions],
  ["example.countries.v1.SearchHit", countries.SearchHit],
  ["example.countries.v1.SearchMatch", countries.SearchMatch],
  ["example.countries.v1.SearchResult", countries.SearchResult],
  ["example.countries.v1.Subregion", countries.Subregion],
  ["grpc.health.v1.HealthCheckRequest", health.HealthCheckRequest],
  ["grpc.health.v1.HealthCheckResponse", health.HealthCheckResponse],
  ["fairway.ids.v1.DescribeRequest", ids.DescribeRequest],
  ["fairway.ids.v1.DescribeResponse", ids.DescribeResponse],
  ["fairway.ids.v1.NextIdRequest", ids.NextIdRequest],
  ["fairway.ids.v1.NextIdResponse", ids.NextIdResponse],
  ["fairway.ids.v1.NextIdsRequest", ids.NextIdsRequest],
  ["fairway.ids.v1.NextIdsResponse", ids.NextIdsResponse],
  ["fairway.ids.v1.PingRequest", ids.PingRequest],
  ["fairway.ids.v1.PingResponse", ids.PingResponse],
  ["fairway.ids.v1.Run", ids.Run],
  ["fairway.ids.v1.TimestampRequest", ids.TimestampRequest],
  ["fairway.ids.v1.TimestampResponse", ids.TimestampResponse],
  ["fairway.ids.v1.Worker", ids.Worker],
  ["fairway.ids.v1.WorkersRequest", ids.WorkersRequest],
  ["fairway.ids.v1.WorkersResponse", ids.WorkersResponse],
  ["fairway.passport.v1.GetProfileRequest", passport.GetProfileRequest],
  ["fairway.passport.v1.Profile", passport.Profile],
  ["fairway.passport.v1.RefreshRequest", passport.RefreshRequest],
  ["fairway.passport.v1.Session", passport.Session],
  ["fairway.passport.v1.SignInGuestRequest", passport.SignInGuestRequest],
  ["fairway.passport.v1.SignOutRequest", passport.SignOutRequest],
  ["fairway.passport.v1.SignOutResponse", passport.SignOutResponse],
  ["fairway.passport.v1.UpdateProfileRequest", passport.UpdateProfileRequest],
]);

/** Every service of every contract, by full name. */
export const SERVICES: ReadonlyMap<string, ServiceType> = new Map<string, ServiceType>([
  ["grpc.health.v1.Health", health.Health],
  ["fairway.ids.v1.IdService", ids.IdService],
  ["fairway.passport.v1.PassportService", passport.PassportService],
]);
