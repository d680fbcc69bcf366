/** What the tests use of Apollo's client for Node, which comes without types. */
declare module "ctrip-apollo" {
  function apollo(options: apollo.Options): apollo.Application;
  namespace apollo {
    interface Namespace {
      ready(): Promise<Namespace>;
      config(): Record<string, string>;
      on(event: string, listener: (event: object) => void): this;
    }
    interface Cluster {
      namespace(name?: string, type?: "PROPERTIES" | "JSON"): Namespace;
      enableUpdateNotification(enable: boolean): this;
    }
    interface Application {
      cluster(name?: string): Cluster;
      namespace(name?: string, type?: "PROPERTIES" | "JSON"): Namespace;
    }
    interface Options {
      readonly host: string;
      readonly appId: string;
      readonly cluster?: string;
      readonly enableUpdateNotification?: boolean;
    }
  }
  export = apollo;
}
