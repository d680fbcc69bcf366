/** What workerd gives to tests under the flag `unsafe_module`, as far as it is used here. */
declare module "workerd:unsafe" {
  const unsafe: {
    /** @throws where the object is not awake, or does not come to rest */
    evict(stub: DurableObjectStub, options: { readonly webSockets: "hibernate" | "close" }): Promise<void>;
  };
  export default unsafe;
}
