import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace fairway. */
export namespace fairway {

    /** Namespace ids. */
    namespace ids {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of a NextIdRequest.
             * @deprecated Use fairway.ids.v1.NextIdRequest.$Properties instead.
             */
            interface INextIdRequest extends fairway.ids.v1.NextIdRequest.$Properties {
            }

            /** Represents a NextIdRequest. */
            class NextIdRequest {

                /**
                 * Constructs a new NextIdRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.ids.v1.NextIdRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** NextIdRequest worker. */
                worker?: (number|null);

                /**
                 * Creates a new NextIdRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns NextIdRequest instance
                 */
                static create(properties: fairway.ids.v1.NextIdRequest.$Shape): fairway.ids.v1.NextIdRequest & fairway.ids.v1.NextIdRequest.$Shape;
                static create(properties?: fairway.ids.v1.NextIdRequest.$Properties): fairway.ids.v1.NextIdRequest;

                /**
                 * Encodes the specified NextIdRequest message. Does not implicitly {@link fairway.ids.v1.NextIdRequest.verify|verify} messages.
                 * @param message NextIdRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.ids.v1.NextIdRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a NextIdRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.ids.v1.NextIdRequest & fairway.ids.v1.NextIdRequest.$Shape} NextIdRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.ids.v1.NextIdRequest & fairway.ids.v1.NextIdRequest.$Shape;

                /**
                 * Creates a NextIdRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns NextIdRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.ids.v1.NextIdRequest;

                /**
                 * Creates a plain object from a NextIdRequest message. Also converts values to other types if specified.
                 * @param message NextIdRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.ids.v1.NextIdRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this NextIdRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace NextIdRequest {

                /** Properties of a NextIdRequest. */
                interface $Properties {

                    /** NextIdRequest worker */
                    worker?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a NextIdRequest. */
                type $Shape = fairway.ids.v1.NextIdRequest.$Properties;
            }

            /**
             * Properties of a NextIdResponse.
             * @deprecated Use fairway.ids.v1.NextIdResponse.$Properties instead.
             */
            interface INextIdResponse extends fairway.ids.v1.NextIdResponse.$Properties {
            }

            /** Represents a NextIdResponse. */
            class NextIdResponse {

                /**
                 * Constructs a new NextIdResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.ids.v1.NextIdResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** NextIdResponse id. */
                id: (number|Long);

                /**
                 * Creates a new NextIdResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns NextIdResponse instance
                 */
                static create(properties: fairway.ids.v1.NextIdResponse.$Shape): fairway.ids.v1.NextIdResponse & fairway.ids.v1.NextIdResponse.$Shape;
                static create(properties?: fairway.ids.v1.NextIdResponse.$Properties): fairway.ids.v1.NextIdResponse;

                /**
                 * Encodes the specified NextIdResponse message. Does not implicitly {@link fairway.ids.v1.NextIdResponse.verify|verify} messages.
                 * @param message NextIdResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.ids.v1.NextIdResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a NextIdResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.ids.v1.NextIdResponse & fairway.ids.v1.NextIdResponse.$Shape} NextIdResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.ids.v1.NextIdResponse & fairway.ids.v1.NextIdResponse.$Shape;

                /**
                 * Creates a NextIdResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns NextIdResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.ids.v1.NextIdResponse;

                /**
                 * Creates a plain object from a NextIdResponse message. Also converts values to other types if specified.
                 * @param message NextIdResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.ids.v1.NextIdResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this NextIdResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace NextIdResponse {

                /** Properties of a NextIdResponse. */
                interface $Properties {

                    /** NextIdResponse id */
                    id?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a NextIdResponse. */
                type $Shape = fairway.ids.v1.NextIdResponse.$Properties;
            }

            /**
             * Properties of a NextIdsRequest.
             * @deprecated Use fairway.ids.v1.NextIdsRequest.$Properties instead.
             */
            interface INextIdsRequest extends fairway.ids.v1.NextIdsRequest.$Properties {
            }

            /** Represents a NextIdsRequest. */
            class NextIdsRequest {

                /**
                 * Constructs a new NextIdsRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.ids.v1.NextIdsRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** NextIdsRequest count. */
                count: number;

                /** NextIdsRequest worker. */
                worker?: (number|null);

                /** NextIdsRequest asRuns. */
                asRuns: boolean;

                /**
                 * Creates a new NextIdsRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns NextIdsRequest instance
                 */
                static create(properties: fairway.ids.v1.NextIdsRequest.$Shape): fairway.ids.v1.NextIdsRequest & fairway.ids.v1.NextIdsRequest.$Shape;
                static create(properties?: fairway.ids.v1.NextIdsRequest.$Properties): fairway.ids.v1.NextIdsRequest;

                /**
                 * Encodes the specified NextIdsRequest message. Does not implicitly {@link fairway.ids.v1.NextIdsRequest.verify|verify} messages.
                 * @param message NextIdsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.ids.v1.NextIdsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a NextIdsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.ids.v1.NextIdsRequest & fairway.ids.v1.NextIdsRequest.$Shape} NextIdsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.ids.v1.NextIdsRequest & fairway.ids.v1.NextIdsRequest.$Shape;

                /**
                 * Creates a NextIdsRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns NextIdsRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.ids.v1.NextIdsRequest;

                /**
                 * Creates a plain object from a NextIdsRequest message. Also converts values to other types if specified.
                 * @param message NextIdsRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.ids.v1.NextIdsRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this NextIdsRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace NextIdsRequest {

                /** Properties of a NextIdsRequest. */
                interface $Properties {

                    /** NextIdsRequest count */
                    count?: (number|null);

                    /** NextIdsRequest worker */
                    worker?: (number|null);

                    /** NextIdsRequest asRuns */
                    asRuns?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a NextIdsRequest. */
                type $Shape = fairway.ids.v1.NextIdsRequest.$Properties;
            }

            /**
             * Properties of a NextIdsResponse.
             * @deprecated Use fairway.ids.v1.NextIdsResponse.$Properties instead.
             */
            interface INextIdsResponse extends fairway.ids.v1.NextIdsResponse.$Properties {
            }

            /** Represents a NextIdsResponse. */
            class NextIdsResponse {

                /**
                 * Constructs a new NextIdsResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.ids.v1.NextIdsResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** NextIdsResponse ids. */
                ids: (number|Long)[];

                /** NextIdsResponse runs. */
                runs: fairway.ids.v1.Run.$Properties[];

                /**
                 * Creates a new NextIdsResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns NextIdsResponse instance
                 */
                static create(properties: fairway.ids.v1.NextIdsResponse.$Shape): fairway.ids.v1.NextIdsResponse & fairway.ids.v1.NextIdsResponse.$Shape;
                static create(properties?: fairway.ids.v1.NextIdsResponse.$Properties): fairway.ids.v1.NextIdsResponse;

                /**
                 * Encodes the specified NextIdsResponse message. Does not implicitly {@link fairway.ids.v1.NextIdsResponse.verify|verify} messages.
                 * @param message NextIdsResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.ids.v1.NextIdsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a NextIdsResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.ids.v1.NextIdsResponse & fairway.ids.v1.NextIdsResponse.$Shape} NextIdsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.ids.v1.NextIdsResponse & fairway.ids.v1.NextIdsResponse.$Shape;

                /**
                 * Creates a NextIdsResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns NextIdsResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.ids.v1.NextIdsResponse;

                /**
                 * Creates a plain object from a NextIdsResponse message. Also converts values to other types if specified.
                 * @param message NextIdsResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.ids.v1.NextIdsResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this NextIdsResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace NextIdsResponse {

                /** Properties of a NextIdsResponse. */
                interface $Properties {

                    /** NextIdsResponse ids */
                    ids?: ((number|Long)[]|null);

                    /** NextIdsResponse runs */
                    runs?: (fairway.ids.v1.Run.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a NextIdsResponse. */
                type $Shape = fairway.ids.v1.NextIdsResponse.$Properties;
            }

            /**
             * Properties of a Run.
             * @deprecated Use fairway.ids.v1.Run.$Properties instead.
             */
            interface IRun extends fairway.ids.v1.Run.$Properties {
            }

            /** Represents a Run. */
            class Run {

                /**
                 * Constructs a new Run.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.ids.v1.Run.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Run start. */
                start: (number|Long);

                /** Run count. */
                count: number;

                /**
                 * Creates a new Run instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Run instance
                 */
                static create(properties: fairway.ids.v1.Run.$Shape): fairway.ids.v1.Run & fairway.ids.v1.Run.$Shape;
                static create(properties?: fairway.ids.v1.Run.$Properties): fairway.ids.v1.Run;

                /**
                 * Encodes the specified Run message. Does not implicitly {@link fairway.ids.v1.Run.verify|verify} messages.
                 * @param message Run message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.ids.v1.Run.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Run message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.ids.v1.Run & fairway.ids.v1.Run.$Shape} Run
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.ids.v1.Run & fairway.ids.v1.Run.$Shape;

                /**
                 * Creates a Run message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Run
                 */
                static fromObject(object: { [k: string]: any }): fairway.ids.v1.Run;

                /**
                 * Creates a plain object from a Run message. Also converts values to other types if specified.
                 * @param message Run
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.ids.v1.Run, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Run to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Run {

                /** Properties of a Run. */
                interface $Properties {

                    /** Run start */
                    start?: (number|Long|null);

                    /** Run count */
                    count?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Run. */
                type $Shape = fairway.ids.v1.Run.$Properties;
            }

            /**
             * Properties of a DescribeRequest.
             * @deprecated Use fairway.ids.v1.DescribeRequest.$Properties instead.
             */
            interface IDescribeRequest extends fairway.ids.v1.DescribeRequest.$Properties {
            }

            /** Represents a DescribeRequest. */
            class DescribeRequest {

                /**
                 * Constructs a new DescribeRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.ids.v1.DescribeRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DescribeRequest id. */
                id: (number|Long);

                /**
                 * Creates a new DescribeRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DescribeRequest instance
                 */
                static create(properties: fairway.ids.v1.DescribeRequest.$Shape): fairway.ids.v1.DescribeRequest & fairway.ids.v1.DescribeRequest.$Shape;
                static create(properties?: fairway.ids.v1.DescribeRequest.$Properties): fairway.ids.v1.DescribeRequest;

                /**
                 * Encodes the specified DescribeRequest message. Does not implicitly {@link fairway.ids.v1.DescribeRequest.verify|verify} messages.
                 * @param message DescribeRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.ids.v1.DescribeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DescribeRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.ids.v1.DescribeRequest & fairway.ids.v1.DescribeRequest.$Shape} DescribeRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.ids.v1.DescribeRequest & fairway.ids.v1.DescribeRequest.$Shape;

                /**
                 * Creates a DescribeRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns DescribeRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.ids.v1.DescribeRequest;

                /**
                 * Creates a plain object from a DescribeRequest message. Also converts values to other types if specified.
                 * @param message DescribeRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.ids.v1.DescribeRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this DescribeRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace DescribeRequest {

                /** Properties of a DescribeRequest. */
                interface $Properties {

                    /** DescribeRequest id */
                    id?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DescribeRequest. */
                type $Shape = fairway.ids.v1.DescribeRequest.$Properties;
            }

            /**
             * Properties of a DescribeResponse.
             * @deprecated Use fairway.ids.v1.DescribeResponse.$Properties instead.
             */
            interface IDescribeResponse extends fairway.ids.v1.DescribeResponse.$Properties {
            }

            /** Represents a DescribeResponse. */
            class DescribeResponse {

                /**
                 * Constructs a new DescribeResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.ids.v1.DescribeResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DescribeResponse datacenter. */
                datacenter: number;

                /** DescribeResponse worker. */
                worker: number;

                /** DescribeResponse sequence. */
                sequence: number;

                /** DescribeResponse time. */
                time?: (google.protobuf.Timestamp.$Properties|null);

                /**
                 * Creates a new DescribeResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DescribeResponse instance
                 */
                static create(properties: fairway.ids.v1.DescribeResponse.$Shape): fairway.ids.v1.DescribeResponse & fairway.ids.v1.DescribeResponse.$Shape;
                static create(properties?: fairway.ids.v1.DescribeResponse.$Properties): fairway.ids.v1.DescribeResponse;

                /**
                 * Encodes the specified DescribeResponse message. Does not implicitly {@link fairway.ids.v1.DescribeResponse.verify|verify} messages.
                 * @param message DescribeResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.ids.v1.DescribeResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DescribeResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.ids.v1.DescribeResponse & fairway.ids.v1.DescribeResponse.$Shape} DescribeResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.ids.v1.DescribeResponse & fairway.ids.v1.DescribeResponse.$Shape;

                /**
                 * Creates a DescribeResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns DescribeResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.ids.v1.DescribeResponse;

                /**
                 * Creates a plain object from a DescribeResponse message. Also converts values to other types if specified.
                 * @param message DescribeResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.ids.v1.DescribeResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this DescribeResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace DescribeResponse {

                /** Properties of a DescribeResponse. */
                interface $Properties {

                    /** DescribeResponse datacenter */
                    datacenter?: (number|null);

                    /** DescribeResponse worker */
                    worker?: (number|null);

                    /** DescribeResponse sequence */
                    sequence?: (number|null);

                    /** DescribeResponse time */
                    time?: (google.protobuf.Timestamp.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DescribeResponse. */
                type $Shape = fairway.ids.v1.DescribeResponse.$Properties;
            }

            /**
             * Properties of a WorkersRequest.
             * @deprecated Use fairway.ids.v1.WorkersRequest.$Properties instead.
             */
            interface IWorkersRequest extends fairway.ids.v1.WorkersRequest.$Properties {
            }

            /** Represents a WorkersRequest. */
            class WorkersRequest {

                /**
                 * Constructs a new WorkersRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.ids.v1.WorkersRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new WorkersRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns WorkersRequest instance
                 */
                static create(properties: fairway.ids.v1.WorkersRequest.$Shape): fairway.ids.v1.WorkersRequest & fairway.ids.v1.WorkersRequest.$Shape;
                static create(properties?: fairway.ids.v1.WorkersRequest.$Properties): fairway.ids.v1.WorkersRequest;

                /**
                 * Encodes the specified WorkersRequest message. Does not implicitly {@link fairway.ids.v1.WorkersRequest.verify|verify} messages.
                 * @param message WorkersRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.ids.v1.WorkersRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a WorkersRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.ids.v1.WorkersRequest & fairway.ids.v1.WorkersRequest.$Shape} WorkersRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.ids.v1.WorkersRequest & fairway.ids.v1.WorkersRequest.$Shape;

                /**
                 * Creates a WorkersRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns WorkersRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.ids.v1.WorkersRequest;

                /**
                 * Creates a plain object from a WorkersRequest message. Also converts values to other types if specified.
                 * @param message WorkersRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.ids.v1.WorkersRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this WorkersRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace WorkersRequest {

                /** Properties of a WorkersRequest. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a WorkersRequest. */
                type $Shape = fairway.ids.v1.WorkersRequest.$Properties;
            }

            /**
             * Properties of a WorkersResponse.
             * @deprecated Use fairway.ids.v1.WorkersResponse.$Properties instead.
             */
            interface IWorkersResponse extends fairway.ids.v1.WorkersResponse.$Properties {
            }

            /** Represents a WorkersResponse. */
            class WorkersResponse {

                /**
                 * Constructs a new WorkersResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.ids.v1.WorkersResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** WorkersResponse datacenter. */
                datacenter: number;

                /** WorkersResponse epochMs. */
                epochMs: (number|Long);

                /** WorkersResponse workers. */
                workers: fairway.ids.v1.Worker.$Properties[];

                /**
                 * Creates a new WorkersResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns WorkersResponse instance
                 */
                static create(properties: fairway.ids.v1.WorkersResponse.$Shape): fairway.ids.v1.WorkersResponse & fairway.ids.v1.WorkersResponse.$Shape;
                static create(properties?: fairway.ids.v1.WorkersResponse.$Properties): fairway.ids.v1.WorkersResponse;

                /**
                 * Encodes the specified WorkersResponse message. Does not implicitly {@link fairway.ids.v1.WorkersResponse.verify|verify} messages.
                 * @param message WorkersResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.ids.v1.WorkersResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a WorkersResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.ids.v1.WorkersResponse & fairway.ids.v1.WorkersResponse.$Shape} WorkersResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.ids.v1.WorkersResponse & fairway.ids.v1.WorkersResponse.$Shape;

                /**
                 * Creates a WorkersResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns WorkersResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.ids.v1.WorkersResponse;

                /**
                 * Creates a plain object from a WorkersResponse message. Also converts values to other types if specified.
                 * @param message WorkersResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.ids.v1.WorkersResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this WorkersResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace WorkersResponse {

                /** Properties of a WorkersResponse. */
                interface $Properties {

                    /** WorkersResponse datacenter */
                    datacenter?: (number|null);

                    /** WorkersResponse epochMs */
                    epochMs?: (number|Long|null);

                    /** WorkersResponse workers */
                    workers?: (fairway.ids.v1.Worker.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a WorkersResponse. */
                type $Shape = fairway.ids.v1.WorkersResponse.$Properties;
            }

            /**
             * Properties of a Worker.
             * @deprecated Use fairway.ids.v1.Worker.$Properties instead.
             */
            interface IWorker extends fairway.ids.v1.Worker.$Properties {
            }

            /** Represents a Worker. */
            class Worker {

                /**
                 * Constructs a new Worker.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.ids.v1.Worker.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Worker worker. */
                worker: number;

                /** Worker reachable. */
                reachable: boolean;

                /** Worker resting. */
                resting: boolean;

                /** Worker aheadMs. */
                aheadMs: number;

                /** Worker leases. */
                leases: (number|Long);

                /**
                 * Creates a new Worker instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Worker instance
                 */
                static create(properties: fairway.ids.v1.Worker.$Shape): fairway.ids.v1.Worker & fairway.ids.v1.Worker.$Shape;
                static create(properties?: fairway.ids.v1.Worker.$Properties): fairway.ids.v1.Worker;

                /**
                 * Encodes the specified Worker message. Does not implicitly {@link fairway.ids.v1.Worker.verify|verify} messages.
                 * @param message Worker message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.ids.v1.Worker.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Worker message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.ids.v1.Worker & fairway.ids.v1.Worker.$Shape} Worker
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.ids.v1.Worker & fairway.ids.v1.Worker.$Shape;

                /**
                 * Creates a Worker message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Worker
                 */
                static fromObject(object: { [k: string]: any }): fairway.ids.v1.Worker;

                /**
                 * Creates a plain object from a Worker message. Also converts values to other types if specified.
                 * @param message Worker
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.ids.v1.Worker, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Worker to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Worker {

                /** Properties of a Worker. */
                interface $Properties {

                    /** Worker worker */
                    worker?: (number|null);

                    /** Worker reachable */
                    reachable?: (boolean|null);

                    /** Worker resting */
                    resting?: (boolean|null);

                    /** Worker aheadMs */
                    aheadMs?: (number|null);

                    /** Worker leases */
                    leases?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Worker. */
                type $Shape = fairway.ids.v1.Worker.$Properties;
            }

            /**
             * Properties of a PingRequest.
             * @deprecated Use fairway.ids.v1.PingRequest.$Properties instead.
             */
            interface IPingRequest extends fairway.ids.v1.PingRequest.$Properties {
            }

            /** Represents a PingRequest. */
            class PingRequest {

                /**
                 * Constructs a new PingRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.ids.v1.PingRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new PingRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns PingRequest instance
                 */
                static create(properties: fairway.ids.v1.PingRequest.$Shape): fairway.ids.v1.PingRequest & fairway.ids.v1.PingRequest.$Shape;
                static create(properties?: fairway.ids.v1.PingRequest.$Properties): fairway.ids.v1.PingRequest;

                /**
                 * Encodes the specified PingRequest message. Does not implicitly {@link fairway.ids.v1.PingRequest.verify|verify} messages.
                 * @param message PingRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.ids.v1.PingRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PingRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.ids.v1.PingRequest & fairway.ids.v1.PingRequest.$Shape} PingRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.ids.v1.PingRequest & fairway.ids.v1.PingRequest.$Shape;

                /**
                 * Creates a PingRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns PingRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.ids.v1.PingRequest;

                /**
                 * Creates a plain object from a PingRequest message. Also converts values to other types if specified.
                 * @param message PingRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.ids.v1.PingRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this PingRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace PingRequest {

                /** Properties of a PingRequest. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PingRequest. */
                type $Shape = fairway.ids.v1.PingRequest.$Properties;
            }

            /**
             * Properties of a PingResponse.
             * @deprecated Use fairway.ids.v1.PingResponse.$Properties instead.
             */
            interface IPingResponse extends fairway.ids.v1.PingResponse.$Properties {
            }

            /** Represents a PingResponse. */
            class PingResponse {

                /**
                 * Constructs a new PingResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.ids.v1.PingResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new PingResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns PingResponse instance
                 */
                static create(properties: fairway.ids.v1.PingResponse.$Shape): fairway.ids.v1.PingResponse & fairway.ids.v1.PingResponse.$Shape;
                static create(properties?: fairway.ids.v1.PingResponse.$Properties): fairway.ids.v1.PingResponse;

                /**
                 * Encodes the specified PingResponse message. Does not implicitly {@link fairway.ids.v1.PingResponse.verify|verify} messages.
                 * @param message PingResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.ids.v1.PingResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PingResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.ids.v1.PingResponse & fairway.ids.v1.PingResponse.$Shape} PingResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.ids.v1.PingResponse & fairway.ids.v1.PingResponse.$Shape;

                /**
                 * Creates a PingResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns PingResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.ids.v1.PingResponse;

                /**
                 * Creates a plain object from a PingResponse message. Also converts values to other types if specified.
                 * @param message PingResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.ids.v1.PingResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this PingResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace PingResponse {

                /** Properties of a PingResponse. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PingResponse. */
                type $Shape = fairway.ids.v1.PingResponse.$Properties;
            }

            /**
             * Properties of a TimestampRequest.
             * @deprecated Use fairway.ids.v1.TimestampRequest.$Properties instead.
             */
            interface ITimestampRequest extends fairway.ids.v1.TimestampRequest.$Properties {
            }

            /** Represents a TimestampRequest. */
            class TimestampRequest {

                /**
                 * Constructs a new TimestampRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.ids.v1.TimestampRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new TimestampRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TimestampRequest instance
                 */
                static create(properties: fairway.ids.v1.TimestampRequest.$Shape): fairway.ids.v1.TimestampRequest & fairway.ids.v1.TimestampRequest.$Shape;
                static create(properties?: fairway.ids.v1.TimestampRequest.$Properties): fairway.ids.v1.TimestampRequest;

                /**
                 * Encodes the specified TimestampRequest message. Does not implicitly {@link fairway.ids.v1.TimestampRequest.verify|verify} messages.
                 * @param message TimestampRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.ids.v1.TimestampRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TimestampRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.ids.v1.TimestampRequest & fairway.ids.v1.TimestampRequest.$Shape} TimestampRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.ids.v1.TimestampRequest & fairway.ids.v1.TimestampRequest.$Shape;

                /**
                 * Creates a TimestampRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns TimestampRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.ids.v1.TimestampRequest;

                /**
                 * Creates a plain object from a TimestampRequest message. Also converts values to other types if specified.
                 * @param message TimestampRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.ids.v1.TimestampRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this TimestampRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace TimestampRequest {

                /** Properties of a TimestampRequest. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TimestampRequest. */
                type $Shape = fairway.ids.v1.TimestampRequest.$Properties;
            }

            /**
             * Properties of a TimestampResponse.
             * @deprecated Use fairway.ids.v1.TimestampResponse.$Properties instead.
             */
            interface ITimestampResponse extends fairway.ids.v1.TimestampResponse.$Properties {
            }

            /** Represents a TimestampResponse. */
            class TimestampResponse {

                /**
                 * Constructs a new TimestampResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.ids.v1.TimestampResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TimestampResponse seconds. */
                seconds: (number|Long);

                /** TimestampResponse ms. */
                ms: (number|Long);

                /**
                 * Creates a new TimestampResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TimestampResponse instance
                 */
                static create(properties: fairway.ids.v1.TimestampResponse.$Shape): fairway.ids.v1.TimestampResponse & fairway.ids.v1.TimestampResponse.$Shape;
                static create(properties?: fairway.ids.v1.TimestampResponse.$Properties): fairway.ids.v1.TimestampResponse;

                /**
                 * Encodes the specified TimestampResponse message. Does not implicitly {@link fairway.ids.v1.TimestampResponse.verify|verify} messages.
                 * @param message TimestampResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.ids.v1.TimestampResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TimestampResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.ids.v1.TimestampResponse & fairway.ids.v1.TimestampResponse.$Shape} TimestampResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.ids.v1.TimestampResponse & fairway.ids.v1.TimestampResponse.$Shape;

                /**
                 * Creates a TimestampResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns TimestampResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.ids.v1.TimestampResponse;

                /**
                 * Creates a plain object from a TimestampResponse message. Also converts values to other types if specified.
                 * @param message TimestampResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.ids.v1.TimestampResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this TimestampResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace TimestampResponse {

                /** Properties of a TimestampResponse. */
                interface $Properties {

                    /** TimestampResponse seconds */
                    seconds?: (number|Long|null);

                    /** TimestampResponse ms */
                    ms?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TimestampResponse. */
                type $Shape = fairway.ids.v1.TimestampResponse.$Properties;
            }
        }
    }
}

/** Namespace google. */
export namespace google {

    /** Namespace protobuf. */
    namespace protobuf {

        /**
         * Properties of a Timestamp.
         * @deprecated Use google.protobuf.Timestamp.$Properties instead.
         */
        interface ITimestamp extends google.protobuf.Timestamp.$Properties {
        }

        /** Represents a Timestamp. */
        class Timestamp {

            /**
             * Constructs a new Timestamp.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Timestamp.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Timestamp seconds. */
            seconds: (number|Long);

            /** Timestamp nanos. */
            nanos: number;

            /**
             * Creates a new Timestamp instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Timestamp instance
             */
            static create(properties: google.protobuf.Timestamp.$Shape): google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape;
            static create(properties?: google.protobuf.Timestamp.$Properties): google.protobuf.Timestamp;

            /**
             * Encodes the specified Timestamp message. Does not implicitly {@link google.protobuf.Timestamp.verify|verify} messages.
             * @param message Timestamp message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Timestamp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Timestamp message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape} Timestamp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape;

            /**
             * Creates a Timestamp message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Timestamp
             */
            static fromObject(object: { [k: string]: any }): google.protobuf.Timestamp;

            /**
             * Creates a plain object from a Timestamp message. Also converts values to other types if specified.
             * @param message Timestamp
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: google.protobuf.Timestamp, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Timestamp to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Timestamp {

            /** Properties of a Timestamp. */
            interface $Properties {

                /** Timestamp seconds */
                seconds?: (number|Long|null);

                /** Timestamp nanos */
                nanos?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Timestamp. */
            type $Shape = google.protobuf.Timestamp.$Properties;
        }
    }
}
