/** What the tests use of Apollo's client for Node, which comes without types. */
declare module "ctrip-apollo" {
  export interface ApolloNamespace {
    ready(): Promise<ApolloNamespace>;
    config(): Record<string, string>;
    on(event: string, listener: (event: object) => void): this;
  }
  export interface ApolloCluster {
    namespace(name?: string, type?: "PROPERTIES" | "JSON"): ApolloNamespace;
    enableUpdateNotification(enable: boolean): this;
  }
  export interface ApolloApplication {
    cluster(name?: string): ApolloCluster;
    namespace(name?: string, type?: "PROPERTIES" | "JSON"): ApolloNamespace;
  }
  export interface ApolloOptions {
    readonly host: string;
    readonly appId: string;
    readonly cluster?: string;
    readonly enableUpdateNotification?: boolean;
  }
  function apollo(options: ApolloOptions): ApolloApplication;
  export default apollo;
}
