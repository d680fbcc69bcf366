/** @fastify/http-proxy with its defaults, without a log. ORIGIN says where to. @module */
import proxy from "@fastify/http-proxy";
import fastify from "fastify";

const app = fastify();
await app.register(proxy, { upstream: process.env.ORIGIN });
console.log(`listening on ${await app.listen({ port: 0, host: "127.0.0.1" })}`);
