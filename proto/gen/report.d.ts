import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace fairway. */
export namespace fairway {

    /** Namespace report. */
    namespace report {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of a Report.
             * @deprecated Use fairway.report.v1.Report.$Properties instead.
             */
            interface IReport extends fairway.report.v1.Report.$Properties {
            }

            /** Represents a Report. */
            class Report {

                /**
                 * Constructs a new Report.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.report.v1.Report.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Report sdkVersion. */
                sdkVersion: string;

                /** Report appVersion. */
                appVersion: string;

                /** Report platform. */
                platform: string;

                /** Report samples. */
                samples: fairway.report.v1.Sample.$Properties[];

                /** Report dropped. */
                dropped: number;

                /**
                 * Creates a new Report instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Report instance
                 */
                static create(properties: fairway.report.v1.Report.$Shape): fairway.report.v1.Report & fairway.report.v1.Report.$Shape;
                static create(properties?: fairway.report.v1.Report.$Properties): fairway.report.v1.Report;

                /**
                 * Encodes the specified Report message. Does not implicitly {@link fairway.report.v1.Report.verify|verify} messages.
                 * @param message Report message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.report.v1.Report.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Report message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.report.v1.Report & fairway.report.v1.Report.$Shape} Report
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.report.v1.Report & fairway.report.v1.Report.$Shape;

                /**
                 * Creates a Report message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Report
                 */
                static fromObject(object: { [k: string]: any }): fairway.report.v1.Report;

                /**
                 * Creates a plain object from a Report message. Also converts values to other types if specified.
                 * @param message Report
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.report.v1.Report, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Report to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Report {

                /** Properties of a Report. */
                interface $Properties {

                    /** Report sdkVersion */
                    sdkVersion?: (string|null);

                    /** Report appVersion */
                    appVersion?: (string|null);

                    /** Report platform */
                    platform?: (string|null);

                    /** Report samples */
                    samples?: (fairway.report.v1.Sample.$Properties[]|null);

                    /** Report dropped */
                    dropped?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Report. */
                type $Shape = fairway.report.v1.Report.$Properties;
            }

            /**
             * Properties of an Accepted.
             * @deprecated Use fairway.report.v1.Accepted.$Properties instead.
             */
            interface IAccepted extends fairway.report.v1.Accepted.$Properties {
            }

            /** Represents an Accepted. */
            class Accepted {

                /**
                 * Constructs a new Accepted.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.report.v1.Accepted.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Accepted oneIn. */
                oneIn: number;

                /**
                 * Creates a new Accepted instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Accepted instance
                 */
                static create(properties: fairway.report.v1.Accepted.$Shape): fairway.report.v1.Accepted & fairway.report.v1.Accepted.$Shape;
                static create(properties?: fairway.report.v1.Accepted.$Properties): fairway.report.v1.Accepted;

                /**
                 * Encodes the specified Accepted message. Does not implicitly {@link fairway.report.v1.Accepted.verify|verify} messages.
                 * @param message Accepted message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.report.v1.Accepted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Accepted message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.report.v1.Accepted & fairway.report.v1.Accepted.$Shape} Accepted
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.report.v1.Accepted & fairway.report.v1.Accepted.$Shape;

                /**
                 * Creates an Accepted message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Accepted
                 */
                static fromObject(object: { [k: string]: any }): fairway.report.v1.Accepted;

                /**
                 * Creates a plain object from an Accepted message. Also converts values to other types if specified.
                 * @param message Accepted
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.report.v1.Accepted, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Accepted to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Accepted {

                /** Properties of an Accepted. */
                interface $Properties {

                    /** Accepted oneIn */
                    oneIn?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Accepted. */
                type $Shape = fairway.report.v1.Accepted.$Properties;
            }

            /**
             * Properties of a Sample.
             * @deprecated Use fairway.report.v1.Sample.$Properties instead.
             */
            interface ISample extends fairway.report.v1.Sample.$Properties {
            }

            /** Represents a Sample. */
            class Sample {

                /**
                 * Constructs a new Sample.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.report.v1.Sample.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Sample ageMs. */
                ageMs: number;

                /** Sample weight. */
                weight: number;

                /** Sample method. */
                method: string;

                /** Sample path. */
                path: string;

                /** Sample outcome. */
                outcome: fairway.report.v1.Outcome;

                /** Sample status. */
                status: number;

                /** Sample network. */
                network: fairway.report.v1.Network;

                /** Sample found. */
                found: fairway.report.v1.Found;

                /** Sample edge. */
                edge: string;

                /** Sample address. */
                address: string;

                /** Sample attempts. */
                attempts: number;

                /** Sample moved. */
                moved: boolean;

                /** Sample dnsMs. */
                dnsMs?: (number|null);

                /** Sample connectMs. */
                connectMs?: (number|null);

                /** Sample tlsMs. */
                tlsMs?: (number|null);

                /** Sample firstByteMs. */
                firstByteMs?: (number|null);

                /** Sample totalMs. */
                totalMs: number;

                /** Sample bytesOut. */
                bytesOut: number;

                /** Sample bytesIn. */
                bytesIn: number;

                /**
                 * Creates a new Sample instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Sample instance
                 */
                static create(properties: fairway.report.v1.Sample.$Shape): fairway.report.v1.Sample & fairway.report.v1.Sample.$Shape;
                static create(properties?: fairway.report.v1.Sample.$Properties): fairway.report.v1.Sample;

                /**
                 * Encodes the specified Sample message. Does not implicitly {@link fairway.report.v1.Sample.verify|verify} messages.
                 * @param message Sample message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.report.v1.Sample.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Sample message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.report.v1.Sample & fairway.report.v1.Sample.$Shape} Sample
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.report.v1.Sample & fairway.report.v1.Sample.$Shape;

                /**
                 * Creates a Sample message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Sample
                 */
                static fromObject(object: { [k: string]: any }): fairway.report.v1.Sample;

                /**
                 * Creates a plain object from a Sample message. Also converts values to other types if specified.
                 * @param message Sample
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.report.v1.Sample, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Sample to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Sample {

                /** Properties of a Sample. */
                interface $Properties {

                    /** Sample ageMs */
                    ageMs?: (number|null);

                    /** Sample weight */
                    weight?: (number|null);

                    /** Sample method */
                    method?: (string|null);

                    /** Sample path */
                    path?: (string|null);

                    /** Sample outcome */
                    outcome?: (fairway.report.v1.Outcome|null);

                    /** Sample status */
                    status?: (number|null);

                    /** Sample network */
                    network?: (fairway.report.v1.Network|null);

                    /** Sample found */
                    found?: (fairway.report.v1.Found|null);

                    /** Sample edge */
                    edge?: (string|null);

                    /** Sample address */
                    address?: (string|null);

                    /** Sample attempts */
                    attempts?: (number|null);

                    /** Sample moved */
                    moved?: (boolean|null);

                    /** Sample dnsMs */
                    dnsMs?: (number|null);

                    /** Sample connectMs */
                    connectMs?: (number|null);

                    /** Sample tlsMs */
                    tlsMs?: (number|null);

                    /** Sample firstByteMs */
                    firstByteMs?: (number|null);

                    /** Sample totalMs */
                    totalMs?: (number|null);

                    /** Sample bytesOut */
                    bytesOut?: (number|null);

                    /** Sample bytesIn */
                    bytesIn?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Sample. */
                type $Shape = fairway.report.v1.Sample.$Properties;
            }

            /** Outcome enum. */
            enum Outcome {

                /** OUTCOME_UNSPECIFIED value */
                OUTCOME_UNSPECIFIED = 0,

                /** ANSWERED value */
                ANSWERED = 1,

                /** CANCELED value */
                CANCELED = 2,

                /** OFFLINE value */
                OFFLINE = 3,

                /** UNREACHABLE value */
                UNREACHABLE = 4,

                /** REFUSED value */
                REFUSED = 5,

                /** LOST value */
                LOST = 6
            }

            /** Network enum. */
            enum Network {

                /** NETWORK_UNSPECIFIED value */
                NETWORK_UNSPECIFIED = 0,

                /** WIFI value */
                WIFI = 1,

                /** CELLULAR value */
                CELLULAR = 2,

                /** ETHERNET value */
                ETHERNET = 3,

                /** OTHER value */
                OTHER = 4,

                /** NONE value */
                NONE = 5
            }

            /** Found enum. */
            enum Found {

                /** FOUND_UNSPECIFIED value */
                FOUND_UNSPECIFIED = 0,

                /** MEMORY value */
                MEMORY = 1,

                /** PERSISTENT value */
                PERSISTENT = 2,

                /** HTTPDNS value */
                HTTPDNS = 3,

                /** STALE value */
                STALE = 4,

                /** SYSTEM value */
                SYSTEM = 5
            }
        }
    }
}
