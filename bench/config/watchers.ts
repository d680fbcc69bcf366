/**
 * Watchers of a configuration, as their applications are: each has a connection of its own, holds what it was told last, and says when it
 * has taken a new value. Those that speak the agents' protocol do what origin/config does: they poll again, or report what they run, at a moment
 * of their own in the time that the server names (proto/config/crowd.ts).
 * @module
 */
import {
  type ConfigurationDocument,
  drawMomentMs,
  POLL_AFTER_HEADER,
  parsePollAfter,
  type ReleaseEvent,
} from "../../proto/config/config.ts";
import { listen } from "./frames.ts";
import { keepAlive } from "./keep-alive.ts";

/** Told by every watcher, once it runs a value. */
export type Applied = (value: string) => void;

export interface Watcher {
  close(): void;
}

/** Where the watched value is. */
export interface Watched {
  readonly url: string;
  readonly service: string;
  readonly idc: string;
  readonly key: string;
}

const SECTION = "application";

/** Apollo's way: a poll that is held, and a read when it says that there is something to read. */
export function apolloPoll({ url, service, idc, key }: Watched, node: string, applied: Applied): Watcher {
  const connection = keepAlive(url);
  let notificationId = -1;
  let releaseKey = "";

  const poll = () => {
    const notifications = encodeURIComponent(JSON.stringify([{ namespaceName: SECTION, notificationId }]));
    const query = `appId=${service}&cluster=${idc}&ip=${node}&notifications=${notifications}`;
    connection.get(`/notifications/v2?${query}`, (status, body) => {
      if (status === 304) return poll();
      const [news] = JSON.parse(body) as { notificationId: number }[];
      notificationId = news?.notificationId ?? notificationId;
      connection.get(`/configs/${service}/${idc}/${SECTION}?ip=${node}&releaseKey=${releaseKey}`, read);
    });
  };
  const read = (_status: number, body: string) => {
    const release = JSON.parse(body) as { configurations: Record<string, string>; releaseKey: string };
    releaseKey = release.releaseKey;
    applied(release.configurations[key] ?? "");
    poll();
  };
  poll();
  return connection;
}

/** The agent's way where there are no sockets: a poll that is held, and answered with what there is to read. */
export function agentPoll({ url, service, idc, key }: Watched, node: string, applied: Applied): Watcher {
  const connection = keepAlive(url);
  const poll = (after: number) => {
    connection.get(`/config/v1/${service}/${idc}?node=${node}&after=${after}`, (status, body, field) => {
      if (status === 304) return poll(after);
      const { version, sections } = JSON.parse(body) as ConfigurationDocument;
      applied(sections[SECTION]?.[key]?.value ?? "");
      const afterMs = parsePollAfter(field(POLL_AFTER_HEADER));
      if (afterMs === undefined) throw new Error("the server does not say when to poll again");
      setTimeout(poll, drawMomentMs(afterMs, Math.random()), version);
    });
  };
  poll(0);
  return connection;
}

/** The agent's way: a socket over which releases come, and go the words of what runs. */
export function watchSocket({ url, service, idc, key }: Watched, node: string, applied: Applied): Watcher {
  const socket = listen(url, `/config/v1/${service}/${idc}/watch?node=${node}`, (message) => {
    const { version, reportAfterMs = 0, configuration } = JSON.parse(message) as ReleaseEvent;
    const value = configuration?.sections[SECTION]?.[key]?.value;
    if (value !== undefined) applied(value);
    const report = () => socket.say(JSON.stringify({ type: "running", version }));
    setTimeout(report, drawMomentMs(reportAfterMs, Math.random()));
  });
  return socket;
}
