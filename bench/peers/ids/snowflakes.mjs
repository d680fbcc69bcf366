/** Generators of npm, by name: each gives the next id as a bigint. */
import { Snowflake as Sapphire } from "@sapphire/snowflake";
import { Snowflake as WithWasm } from "nodejs-snowflake";

const EPOCH_MS = 1_288_834_974_657;

export const generators = {
  sapphire_snowflake() {
    const one = new Sapphire(EPOCH_MS);
    return () => one.generate();
  },
  nodejs_snowflake() {
    const one = new WithWasm({ custom_epoch: EPOCH_MS, instance_id: 1 });
    return () => one.getUniqueID();
  },
};
