import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace fairway. */
export namespace fairway {

    /** Namespace batch. */
    namespace batch {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of a BatchRequest.
             * @deprecated Use fairway.batch.v1.BatchRequest.$Properties instead.
             */
            interface IBatchRequest extends fairway.batch.v1.BatchRequest.$Properties {
            }

            /** Represents a BatchRequest. */
            class BatchRequest {

                /**
                 * Constructs a new BatchRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.batch.v1.BatchRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BatchRequest requests. */
                requests: fairway.batch.v1.BatchItem.$Properties[];

                /**
                 * Creates a new BatchRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns BatchRequest instance
                 */
                static create(properties: fairway.batch.v1.BatchRequest.$Shape): fairway.batch.v1.BatchRequest & fairway.batch.v1.BatchRequest.$Shape;
                static create(properties?: fairway.batch.v1.BatchRequest.$Properties): fairway.batch.v1.BatchRequest;

                /**
                 * Encodes the specified BatchRequest message. Does not implicitly {@link fairway.batch.v1.BatchRequest.verify|verify} messages.
                 * @param message BatchRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.batch.v1.BatchRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BatchRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.batch.v1.BatchRequest & fairway.batch.v1.BatchRequest.$Shape} BatchRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.batch.v1.BatchRequest & fairway.batch.v1.BatchRequest.$Shape;

                /**
                 * Creates a BatchRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns BatchRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.batch.v1.BatchRequest;

                /**
                 * Creates a plain object from a BatchRequest message. Also converts values to other types if specified.
                 * @param message BatchRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.batch.v1.BatchRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this BatchRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace BatchRequest {

                /** Properties of a BatchRequest. */
                interface $Properties {

                    /** BatchRequest requests */
                    requests?: (fairway.batch.v1.BatchItem.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BatchRequest. */
                type $Shape = fairway.batch.v1.BatchRequest.$Properties;
            }

            /**
             * Properties of a BatchItem.
             * @deprecated Use fairway.batch.v1.BatchItem.$Properties instead.
             */
            interface IBatchItem extends fairway.batch.v1.BatchItem.$Properties {
            }

            /** Represents a BatchItem. */
            class BatchItem {

                /**
                 * Constructs a new BatchItem.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.batch.v1.BatchItem.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BatchItem id. */
                id: string;

                /** BatchItem method. */
                method: string;

                /** BatchItem url. */
                url: string;

                /** BatchItem headers. */
                headers: fairway.batch.v1.Header.$Properties[];

                /** BatchItem body. */
                body: Uint8Array;

                /** BatchItem dependsOn. */
                dependsOn: string[];

                /** BatchItem timeoutMs. */
                timeoutMs: number;

                /** BatchItem priority. */
                priority: number;

                /** BatchItem bare. */
                bare: boolean;

                /**
                 * Creates a new BatchItem instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns BatchItem instance
                 */
                static create(properties: fairway.batch.v1.BatchItem.$Shape): fairway.batch.v1.BatchItem & fairway.batch.v1.BatchItem.$Shape;
                static create(properties?: fairway.batch.v1.BatchItem.$Properties): fairway.batch.v1.BatchItem;

                /**
                 * Encodes the specified BatchItem message. Does not implicitly {@link fairway.batch.v1.BatchItem.verify|verify} messages.
                 * @param message BatchItem message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.batch.v1.BatchItem.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BatchItem message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.batch.v1.BatchItem & fairway.batch.v1.BatchItem.$Shape} BatchItem
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.batch.v1.BatchItem & fairway.batch.v1.BatchItem.$Shape;

                /**
                 * Creates a BatchItem message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns BatchItem
                 */
                static fromObject(object: { [k: string]: any }): fairway.batch.v1.BatchItem;

                /**
                 * Creates a plain object from a BatchItem message. Also converts values to other types if specified.
                 * @param message BatchItem
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.batch.v1.BatchItem, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this BatchItem to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace BatchItem {

                /** Properties of a BatchItem. */
                interface $Properties {

                    /** BatchItem id */
                    id?: (string|null);

                    /** BatchItem method */
                    method?: (string|null);

                    /** BatchItem url */
                    url?: (string|null);

                    /** BatchItem headers */
                    headers?: (fairway.batch.v1.Header.$Properties[]|null);

                    /** BatchItem body */
                    body?: (Uint8Array|null);

                    /** BatchItem dependsOn */
                    dependsOn?: (string[]|null);

                    /** BatchItem timeoutMs */
                    timeoutMs?: (number|null);

                    /** BatchItem priority */
                    priority?: (number|null);

                    /** BatchItem bare */
                    bare?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BatchItem. */
                type $Shape = fairway.batch.v1.BatchItem.$Properties;
            }

            /**
             * Properties of a Header.
             * @deprecated Use fairway.batch.v1.Header.$Properties instead.
             */
            interface IHeader extends fairway.batch.v1.Header.$Properties {
            }

            /** Represents a Header. */
            class Header {

                /**
                 * Constructs a new Header.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.batch.v1.Header.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Header name. */
                name: string;

                /** Header value. */
                value: string;

                /**
                 * Creates a new Header instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Header instance
                 */
                static create(properties: fairway.batch.v1.Header.$Shape): fairway.batch.v1.Header & fairway.batch.v1.Header.$Shape;
                static create(properties?: fairway.batch.v1.Header.$Properties): fairway.batch.v1.Header;

                /**
                 * Encodes the specified Header message. Does not implicitly {@link fairway.batch.v1.Header.verify|verify} messages.
                 * @param message Header message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.batch.v1.Header.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Header message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.batch.v1.Header & fairway.batch.v1.Header.$Shape} Header
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.batch.v1.Header & fairway.batch.v1.Header.$Shape;

                /**
                 * Creates a Header message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Header
                 */
                static fromObject(object: { [k: string]: any }): fairway.batch.v1.Header;

                /**
                 * Creates a plain object from a Header message. Also converts values to other types if specified.
                 * @param message Header
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.batch.v1.Header, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Header to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Header {

                /** Properties of a Header. */
                interface $Properties {

                    /** Header name */
                    name?: (string|null);

                    /** Header value */
                    value?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Header. */
                type $Shape = fairway.batch.v1.Header.$Properties;
            }

            /**
             * Properties of a BatchResponse.
             * @deprecated Use fairway.batch.v1.BatchResponse.$Properties instead.
             */
            interface IBatchResponse extends fairway.batch.v1.BatchResponse.$Properties {
            }

            /** Represents a BatchResponse. */
            class BatchResponse {

                /**
                 * Constructs a new BatchResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.batch.v1.BatchResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BatchResponse responses. */
                responses: fairway.batch.v1.BatchReply.$Properties[];

                /**
                 * Creates a new BatchResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns BatchResponse instance
                 */
                static create(properties: fairway.batch.v1.BatchResponse.$Shape): fairway.batch.v1.BatchResponse & fairway.batch.v1.BatchResponse.$Shape;
                static create(properties?: fairway.batch.v1.BatchResponse.$Properties): fairway.batch.v1.BatchResponse;

                /**
                 * Encodes the specified BatchResponse message. Does not implicitly {@link fairway.batch.v1.BatchResponse.verify|verify} messages.
                 * @param message BatchResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.batch.v1.BatchResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BatchResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.batch.v1.BatchResponse & fairway.batch.v1.BatchResponse.$Shape} BatchResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.batch.v1.BatchResponse & fairway.batch.v1.BatchResponse.$Shape;

                /**
                 * Creates a BatchResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns BatchResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.batch.v1.BatchResponse;

                /**
                 * Creates a plain object from a BatchResponse message. Also converts values to other types if specified.
                 * @param message BatchResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.batch.v1.BatchResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this BatchResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace BatchResponse {

                /** Properties of a BatchResponse. */
                interface $Properties {

                    /** BatchResponse responses */
                    responses?: (fairway.batch.v1.BatchReply.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BatchResponse. */
                type $Shape = fairway.batch.v1.BatchResponse.$Properties;
            }

            /**
             * Properties of a BatchReply.
             * @deprecated Use fairway.batch.v1.BatchReply.$Properties instead.
             */
            interface IBatchReply extends fairway.batch.v1.BatchReply.$Properties {
            }

            /** Represents a BatchReply. */
            class BatchReply {

                /**
                 * Constructs a new BatchReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.batch.v1.BatchReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BatchReply id. */
                id: string;

                /** BatchReply status. */
                status: number;

                /** BatchReply headers. */
                headers: fairway.batch.v1.Header.$Properties[];

                /** BatchReply body. */
                body: Uint8Array;

                /** BatchReply sensitive. */
                sensitive: boolean;

                /**
                 * Creates a new BatchReply instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns BatchReply instance
                 */
                static create(properties: fairway.batch.v1.BatchReply.$Shape): fairway.batch.v1.BatchReply & fairway.batch.v1.BatchReply.$Shape;
                static create(properties?: fairway.batch.v1.BatchReply.$Properties): fairway.batch.v1.BatchReply;

                /**
                 * Encodes the specified BatchReply message. Does not implicitly {@link fairway.batch.v1.BatchReply.verify|verify} messages.
                 * @param message BatchReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.batch.v1.BatchReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BatchReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.batch.v1.BatchReply & fairway.batch.v1.BatchReply.$Shape} BatchReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.batch.v1.BatchReply & fairway.batch.v1.BatchReply.$Shape;

                /**
                 * Creates a BatchReply message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns BatchReply
                 */
                static fromObject(object: { [k: string]: any }): fairway.batch.v1.BatchReply;

                /**
                 * Creates a plain object from a BatchReply message. Also converts values to other types if specified.
                 * @param message BatchReply
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.batch.v1.BatchReply, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this BatchReply to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace BatchReply {

                /** Properties of a BatchReply. */
                interface $Properties {

                    /** BatchReply id */
                    id?: (string|null);

                    /** BatchReply status */
                    status?: (number|null);

                    /** BatchReply headers */
                    headers?: (fairway.batch.v1.Header.$Properties[]|null);

                    /** BatchReply body */
                    body?: (Uint8Array|null);

                    /** BatchReply sensitive */
                    sensitive?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BatchReply. */
                type $Shape = fairway.batch.v1.BatchReply.$Properties;
            }

            /**
             * Properties of a BatchFrame.
             * @deprecated Use fairway.batch.v1.BatchFrame.$Properties instead.
             */
            interface IBatchFrame extends fairway.batch.v1.BatchFrame.$Properties {
            }

            /** Represents a BatchFrame. */
            class BatchFrame {

                /**
                 * Constructs a new BatchFrame.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.batch.v1.BatchFrame.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BatchFrame plain. */
                plain: fairway.batch.v1.BatchReply.$Properties[];

                /** BatchFrame packed. */
                packed: Uint8Array;

                /**
                 * Creates a new BatchFrame instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns BatchFrame instance
                 */
                static create(properties: fairway.batch.v1.BatchFrame.$Shape): fairway.batch.v1.BatchFrame & fairway.batch.v1.BatchFrame.$Shape;
                static create(properties?: fairway.batch.v1.BatchFrame.$Properties): fairway.batch.v1.BatchFrame;

                /**
                 * Encodes the specified BatchFrame message. Does not implicitly {@link fairway.batch.v1.BatchFrame.verify|verify} messages.
                 * @param message BatchFrame message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.batch.v1.BatchFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BatchFrame message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.batch.v1.BatchFrame & fairway.batch.v1.BatchFrame.$Shape} BatchFrame
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.batch.v1.BatchFrame & fairway.batch.v1.BatchFrame.$Shape;

                /**
                 * Creates a BatchFrame message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns BatchFrame
                 */
                static fromObject(object: { [k: string]: any }): fairway.batch.v1.BatchFrame;

                /**
                 * Creates a plain object from a BatchFrame message. Also converts values to other types if specified.
                 * @param message BatchFrame
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.batch.v1.BatchFrame, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this BatchFrame to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace BatchFrame {

                /** Properties of a BatchFrame. */
                interface $Properties {

                    /** BatchFrame plain */
                    plain?: (fairway.batch.v1.BatchReply.$Properties[]|null);

                    /** BatchFrame packed */
                    packed?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BatchFrame. */
                type $Shape = fairway.batch.v1.BatchFrame.$Properties;
            }
        }
    }
}
