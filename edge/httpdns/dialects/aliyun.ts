/**
 * Aliyun's dialect (EMAS HTTPDNS): its first version in aliyun-v1.ts, `/v2/d` in aliyun-v2.ts. `GET` alone.
 * @module
 */
import { ALIYUN, HTTPDNS_PATHS, V2_PATH } from "../../../proto/httpdns/httpdns.ts";
import type { Face } from "../../face/face.ts";
import type { Call, Reply } from "../../route/call.ts";
import { AliyunRefusal, refusalReply } from "./aliyun-refusal.ts";
import { answerV1 } from "./aliyun-v1.ts";
import { v2Answerer } from "./aliyun-v2.ts";
import type { DialectDeps } from "./dialects.ts";

export function aliyunFace(deps: DialectDeps): Face {
  const answerV2 = v2Answerer(deps);

  async function answer(call: Call, path: string): Promise<Reply> {
    try {
      if (call.request.method !== "GET") throw new AliyunRefusal("MethodNotAllowed");
      await deps.resolver.touch((promise) => call.waitUntil(promise));
      return await (path === V2_PATH ? answerV2(call) : answerV1(call, path, deps));
    } catch (thrown) {
      return refusalReply(thrown, deps.now());
    }
  }

  return { name: ALIYUN, paths: HTTPDNS_PATHS[ALIYUN], compress: false, answer };
}
