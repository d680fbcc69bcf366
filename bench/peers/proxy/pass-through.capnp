# The least that a Worker in front of an origin can do: the same path and query there, the request and the reply as they are.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .passThrough),
    (name = "internet", network = (allow = ["private", "public"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const passThrough :Workerd.Worker = (
  modules = [(
    name = "pass-through.js",
    esModule = "export default { fetch(request, { ORIGIN }) { const { pathname, search } = new URL(request.url); return fetch(ORIGIN + pathname + search, request); } };",
  )],
  bindings = [(name = "ORIGIN", fromEnvironment = "ORIGIN")],
  compatibilityDate = "2026-08-15",
);
