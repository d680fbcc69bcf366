import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace fairway. */
export namespace fairway {

    /** Namespace config. */
    namespace config {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of a Service.
             * @deprecated Use fairway.config.v1.Service.$Properties instead.
             */
            interface IService extends fairway.config.v1.Service.$Properties {
            }

            /** Represents a Service. */
            class Service {

                /**
                 * Constructs a new Service.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.Service.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Service service. */
                service: string;

                /** Service idc. */
                idc: string;

                /**
                 * Creates a new Service instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Service instance
                 */
                static create(properties: fairway.config.v1.Service.$Shape): fairway.config.v1.Service & fairway.config.v1.Service.$Shape;
                static create(properties?: fairway.config.v1.Service.$Properties): fairway.config.v1.Service;

                /**
                 * Encodes the specified Service message. Does not implicitly {@link fairway.config.v1.Service.verify|verify} messages.
                 * @param message Service message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.Service.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Service message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.Service & fairway.config.v1.Service.$Shape} Service
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.Service & fairway.config.v1.Service.$Shape;

                /**
                 * Creates a Service message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Service
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.Service;

                /**
                 * Creates a plain object from a Service message. Also converts values to other types if specified.
                 * @param message Service
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.Service, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Service to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Service {

                /** Properties of a Service. */
                interface $Properties {

                    /** Service service */
                    service?: (string|null);

                    /** Service idc */
                    idc?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Service. */
                type $Shape = fairway.config.v1.Service.$Properties;
            }

            /** ValueType enum. */
            enum ValueType {

                /** VALUE_TYPE_UNSPECIFIED value */
                VALUE_TYPE_UNSPECIFIED = 0,

                /** VALUE_TYPE_TEXT value */
                VALUE_TYPE_TEXT = 1,

                /** VALUE_TYPE_NUMBER value */
                VALUE_TYPE_NUMBER = 2,

                /** VALUE_TYPE_BOOLEAN value */
                VALUE_TYPE_BOOLEAN = 3,

                /** VALUE_TYPE_JSON value */
                VALUE_TYPE_JSON = 4,

                /** VALUE_TYPE_DURATION value */
                VALUE_TYPE_DURATION = 5
            }

            /**
             * Properties of an Entry.
             * @deprecated Use fairway.config.v1.Entry.$Properties instead.
             */
            interface IEntry extends fairway.config.v1.Entry.$Properties {
            }

            /** Represents an Entry. */
            class Entry {

                /**
                 * Constructs a new Entry.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.Entry.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Entry section. */
                section: string;

                /** Entry key. */
                key: string;

                /** Entry type. */
                type: fairway.config.v1.ValueType;

                /** Entry value. */
                value: string;

                /** Entry secret. */
                secret: boolean;

                /** Entry comment. */
                comment: string;

                /** Entry revision. */
                revision: number;

                /**
                 * Creates a new Entry instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Entry instance
                 */
                static create(properties: fairway.config.v1.Entry.$Shape): fairway.config.v1.Entry & fairway.config.v1.Entry.$Shape;
                static create(properties?: fairway.config.v1.Entry.$Properties): fairway.config.v1.Entry;

                /**
                 * Encodes the specified Entry message. Does not implicitly {@link fairway.config.v1.Entry.verify|verify} messages.
                 * @param message Entry message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.Entry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Entry message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.Entry & fairway.config.v1.Entry.$Shape} Entry
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.Entry & fairway.config.v1.Entry.$Shape;

                /**
                 * Creates an Entry message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Entry
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.Entry;

                /**
                 * Creates a plain object from an Entry message. Also converts values to other types if specified.
                 * @param message Entry
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.Entry, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Entry to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Entry {

                /** Properties of an Entry. */
                interface $Properties {

                    /** Entry section */
                    section?: (string|null);

                    /** Entry key */
                    key?: (string|null);

                    /** Entry type */
                    type?: (fairway.config.v1.ValueType|null);

                    /** Entry value */
                    value?: (string|null);

                    /** Entry secret */
                    secret?: (boolean|null);

                    /** Entry comment */
                    comment?: (string|null);

                    /** Entry revision */
                    revision?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Entry. */
                type $Shape = fairway.config.v1.Entry.$Properties;
            }

            /**
             * Properties of a DraftEntry.
             * @deprecated Use fairway.config.v1.DraftEntry.$Properties instead.
             */
            interface IDraftEntry extends fairway.config.v1.DraftEntry.$Properties {
            }

            /** Represents a DraftEntry. */
            class DraftEntry {

                /**
                 * Constructs a new DraftEntry.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.DraftEntry.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DraftEntry entry. */
                entry?: (fairway.config.v1.Entry.$Properties|null);

                /** DraftEntry deleted. */
                deleted: boolean;

                /** DraftEntry author. */
                author: string;

                /** DraftEntry editedAt. */
                editedAt?: (google.protobuf.Timestamp.$Properties|null);

                /**
                 * Creates a new DraftEntry instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DraftEntry instance
                 */
                static create(properties: fairway.config.v1.DraftEntry.$Shape): fairway.config.v1.DraftEntry & fairway.config.v1.DraftEntry.$Shape;
                static create(properties?: fairway.config.v1.DraftEntry.$Properties): fairway.config.v1.DraftEntry;

                /**
                 * Encodes the specified DraftEntry message. Does not implicitly {@link fairway.config.v1.DraftEntry.verify|verify} messages.
                 * @param message DraftEntry message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.DraftEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DraftEntry message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.DraftEntry & fairway.config.v1.DraftEntry.$Shape} DraftEntry
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.DraftEntry & fairway.config.v1.DraftEntry.$Shape;

                /**
                 * Creates a DraftEntry message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns DraftEntry
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.DraftEntry;

                /**
                 * Creates a plain object from a DraftEntry message. Also converts values to other types if specified.
                 * @param message DraftEntry
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.DraftEntry, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this DraftEntry to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace DraftEntry {

                /** Properties of a DraftEntry. */
                interface $Properties {

                    /** DraftEntry entry */
                    entry?: (fairway.config.v1.Entry.$Properties|null);

                    /** DraftEntry deleted */
                    deleted?: (boolean|null);

                    /** DraftEntry author */
                    author?: (string|null);

                    /** DraftEntry editedAt */
                    editedAt?: (google.protobuf.Timestamp.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DraftEntry. */
                type $Shape = fairway.config.v1.DraftEntry.$Properties;
            }

            /**
             * Properties of a GrayRule.
             * @deprecated Use fairway.config.v1.GrayRule.$Properties instead.
             */
            interface IGrayRule extends fairway.config.v1.GrayRule.$Properties {
            }

            /** Represents a GrayRule. */
            class GrayRule {

                /**
                 * Constructs a new GrayRule.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.GrayRule.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GrayRule percent. */
                percent: number;

                /** GrayRule labels. */
                labels: { [k: string]: string };

                /** GrayRule nodes. */
                nodes: string[];

                /**
                 * Creates a new GrayRule instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns GrayRule instance
                 */
                static create(properties: fairway.config.v1.GrayRule.$Shape): fairway.config.v1.GrayRule & fairway.config.v1.GrayRule.$Shape;
                static create(properties?: fairway.config.v1.GrayRule.$Properties): fairway.config.v1.GrayRule;

                /**
                 * Encodes the specified GrayRule message. Does not implicitly {@link fairway.config.v1.GrayRule.verify|verify} messages.
                 * @param message GrayRule message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.GrayRule.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GrayRule message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.GrayRule & fairway.config.v1.GrayRule.$Shape} GrayRule
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.GrayRule & fairway.config.v1.GrayRule.$Shape;

                /**
                 * Creates a GrayRule message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns GrayRule
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.GrayRule;

                /**
                 * Creates a plain object from a GrayRule message. Also converts values to other types if specified.
                 * @param message GrayRule
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.GrayRule, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this GrayRule to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace GrayRule {

                /** Properties of a GrayRule. */
                interface $Properties {

                    /** GrayRule percent */
                    percent?: (number|null);

                    /** GrayRule labels */
                    labels?: ({ [k: string]: string }|null);

                    /** GrayRule nodes */
                    nodes?: (string[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GrayRule. */
                type $Shape = fairway.config.v1.GrayRule.$Properties;
            }

            /**
             * Properties of a Gray.
             * @deprecated Use fairway.config.v1.Gray.$Properties instead.
             */
            interface IGray extends fairway.config.v1.Gray.$Properties {
            }

            /** Represents a Gray. */
            class Gray {

                /**
                 * Constructs a new Gray.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.Gray.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Gray version. */
                version: number;

                /** Gray rule. */
                rule?: (fairway.config.v1.GrayRule.$Properties|null);

                /**
                 * Creates a new Gray instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Gray instance
                 */
                static create(properties: fairway.config.v1.Gray.$Shape): fairway.config.v1.Gray & fairway.config.v1.Gray.$Shape;
                static create(properties?: fairway.config.v1.Gray.$Properties): fairway.config.v1.Gray;

                /**
                 * Encodes the specified Gray message. Does not implicitly {@link fairway.config.v1.Gray.verify|verify} messages.
                 * @param message Gray message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.Gray.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Gray message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.Gray & fairway.config.v1.Gray.$Shape} Gray
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.Gray & fairway.config.v1.Gray.$Shape;

                /**
                 * Creates a Gray message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Gray
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.Gray;

                /**
                 * Creates a plain object from a Gray message. Also converts values to other types if specified.
                 * @param message Gray
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.Gray, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Gray to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Gray {

                /** Properties of a Gray. */
                interface $Properties {

                    /** Gray version */
                    version?: (number|null);

                    /** Gray rule */
                    rule?: (fairway.config.v1.GrayRule.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Gray. */
                type $Shape = fairway.config.v1.Gray.$Properties;
            }

            /**
             * Properties of a CreateServiceRequest.
             * @deprecated Use fairway.config.v1.CreateServiceRequest.$Properties instead.
             */
            interface ICreateServiceRequest extends fairway.config.v1.CreateServiceRequest.$Properties {
            }

            /** Represents a CreateServiceRequest. */
            class CreateServiceRequest {

                /**
                 * Constructs a new CreateServiceRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.CreateServiceRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CreateServiceRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /**
                 * Creates a new CreateServiceRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CreateServiceRequest instance
                 */
                static create(properties: fairway.config.v1.CreateServiceRequest.$Shape): fairway.config.v1.CreateServiceRequest & fairway.config.v1.CreateServiceRequest.$Shape;
                static create(properties?: fairway.config.v1.CreateServiceRequest.$Properties): fairway.config.v1.CreateServiceRequest;

                /**
                 * Encodes the specified CreateServiceRequest message. Does not implicitly {@link fairway.config.v1.CreateServiceRequest.verify|verify} messages.
                 * @param message CreateServiceRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.CreateServiceRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CreateServiceRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.CreateServiceRequest & fairway.config.v1.CreateServiceRequest.$Shape} CreateServiceRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.CreateServiceRequest & fairway.config.v1.CreateServiceRequest.$Shape;

                /**
                 * Creates a CreateServiceRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns CreateServiceRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.CreateServiceRequest;

                /**
                 * Creates a plain object from a CreateServiceRequest message. Also converts values to other types if specified.
                 * @param message CreateServiceRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.CreateServiceRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this CreateServiceRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace CreateServiceRequest {

                /** Properties of a CreateServiceRequest. */
                interface $Properties {

                    /** CreateServiceRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CreateServiceRequest. */
                type $Shape = fairway.config.v1.CreateServiceRequest.$Properties;
            }

            /**
             * Properties of a CreateServiceResponse.
             * @deprecated Use fairway.config.v1.CreateServiceResponse.$Properties instead.
             */
            interface ICreateServiceResponse extends fairway.config.v1.CreateServiceResponse.$Properties {
            }

            /** Represents a CreateServiceResponse. */
            class CreateServiceResponse {

                /**
                 * Constructs a new CreateServiceResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.CreateServiceResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CreateServiceResponse created. */
                created: boolean;

                /**
                 * Creates a new CreateServiceResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CreateServiceResponse instance
                 */
                static create(properties: fairway.config.v1.CreateServiceResponse.$Shape): fairway.config.v1.CreateServiceResponse & fairway.config.v1.CreateServiceResponse.$Shape;
                static create(properties?: fairway.config.v1.CreateServiceResponse.$Properties): fairway.config.v1.CreateServiceResponse;

                /**
                 * Encodes the specified CreateServiceResponse message. Does not implicitly {@link fairway.config.v1.CreateServiceResponse.verify|verify} messages.
                 * @param message CreateServiceResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.CreateServiceResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CreateServiceResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.CreateServiceResponse & fairway.config.v1.CreateServiceResponse.$Shape} CreateServiceResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.CreateServiceResponse & fairway.config.v1.CreateServiceResponse.$Shape;

                /**
                 * Creates a CreateServiceResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns CreateServiceResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.CreateServiceResponse;

                /**
                 * Creates a plain object from a CreateServiceResponse message. Also converts values to other types if specified.
                 * @param message CreateServiceResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.CreateServiceResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this CreateServiceResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace CreateServiceResponse {

                /** Properties of a CreateServiceResponse. */
                interface $Properties {

                    /** CreateServiceResponse created */
                    created?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CreateServiceResponse. */
                type $Shape = fairway.config.v1.CreateServiceResponse.$Properties;
            }

            /**
             * Properties of a GetTreeRequest.
             * @deprecated Use fairway.config.v1.GetTreeRequest.$Properties instead.
             */
            interface IGetTreeRequest extends fairway.config.v1.GetTreeRequest.$Properties {
            }

            /** Represents a GetTreeRequest. */
            class GetTreeRequest {

                /**
                 * Constructs a new GetTreeRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.GetTreeRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GetTreeRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /**
                 * Creates a new GetTreeRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns GetTreeRequest instance
                 */
                static create(properties: fairway.config.v1.GetTreeRequest.$Shape): fairway.config.v1.GetTreeRequest & fairway.config.v1.GetTreeRequest.$Shape;
                static create(properties?: fairway.config.v1.GetTreeRequest.$Properties): fairway.config.v1.GetTreeRequest;

                /**
                 * Encodes the specified GetTreeRequest message. Does not implicitly {@link fairway.config.v1.GetTreeRequest.verify|verify} messages.
                 * @param message GetTreeRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.GetTreeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GetTreeRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.GetTreeRequest & fairway.config.v1.GetTreeRequest.$Shape} GetTreeRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.GetTreeRequest & fairway.config.v1.GetTreeRequest.$Shape;

                /**
                 * Creates a GetTreeRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns GetTreeRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.GetTreeRequest;

                /**
                 * Creates a plain object from a GetTreeRequest message. Also converts values to other types if specified.
                 * @param message GetTreeRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.GetTreeRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this GetTreeRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace GetTreeRequest {

                /** Properties of a GetTreeRequest. */
                interface $Properties {

                    /** GetTreeRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GetTreeRequest. */
                type $Shape = fairway.config.v1.GetTreeRequest.$Properties;
            }

            /**
             * Properties of a Tree.
             * @deprecated Use fairway.config.v1.Tree.$Properties instead.
             */
            interface ITree extends fairway.config.v1.Tree.$Properties {
            }

            /** Represents a Tree. */
            class Tree {

                /**
                 * Constructs a new Tree.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.Tree.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Tree revision. */
                revision: number;

                /** Tree version. */
                version: number;

                /** Tree gray. */
                gray?: (fairway.config.v1.Gray.$Properties|null);

                /** Tree entries. */
                entries: fairway.config.v1.Entry.$Properties[];

                /** Tree draft. */
                draft: fairway.config.v1.DraftEntry.$Properties[];

                /** Tree open. */
                open: boolean;

                /** Tree hasSchema. */
                hasSchema: boolean;

                /**
                 * Creates a new Tree instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Tree instance
                 */
                static create(properties: fairway.config.v1.Tree.$Shape): fairway.config.v1.Tree & fairway.config.v1.Tree.$Shape;
                static create(properties?: fairway.config.v1.Tree.$Properties): fairway.config.v1.Tree;

                /**
                 * Encodes the specified Tree message. Does not implicitly {@link fairway.config.v1.Tree.verify|verify} messages.
                 * @param message Tree message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.Tree.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Tree message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.Tree & fairway.config.v1.Tree.$Shape} Tree
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.Tree & fairway.config.v1.Tree.$Shape;

                /**
                 * Creates a Tree message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Tree
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.Tree;

                /**
                 * Creates a plain object from a Tree message. Also converts values to other types if specified.
                 * @param message Tree
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.Tree, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Tree to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Tree {

                /** Properties of a Tree. */
                interface $Properties {

                    /** Tree revision */
                    revision?: (number|null);

                    /** Tree version */
                    version?: (number|null);

                    /** Tree gray */
                    gray?: (fairway.config.v1.Gray.$Properties|null);

                    /** Tree entries */
                    entries?: (fairway.config.v1.Entry.$Properties[]|null);

                    /** Tree draft */
                    draft?: (fairway.config.v1.DraftEntry.$Properties[]|null);

                    /** Tree open */
                    open?: (boolean|null);

                    /** Tree hasSchema */
                    hasSchema?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Tree. */
                type $Shape = fairway.config.v1.Tree.$Properties;
            }

            /**
             * Properties of an Edit.
             * @deprecated Use fairway.config.v1.Edit.$Properties instead.
             */
            interface IEdit extends fairway.config.v1.Edit.$Properties {
            }

            /** Represents an Edit. */
            class Edit {

                /**
                 * Constructs a new Edit.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.Edit.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Edit section. */
                section: string;

                /** Edit key. */
                key: string;

                /** Edit revision. */
                revision: number;

                /** Edit delete. */
                delete: boolean;

                /** Edit type. */
                type: fairway.config.v1.ValueType;

                /** Edit value. */
                value?: (string|null);

                /** Edit secret. */
                secret: boolean;

                /** Edit comment. */
                comment: string;

                /**
                 * Creates a new Edit instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Edit instance
                 */
                static create(properties: fairway.config.v1.Edit.$Shape): fairway.config.v1.Edit & fairway.config.v1.Edit.$Shape;
                static create(properties?: fairway.config.v1.Edit.$Properties): fairway.config.v1.Edit;

                /**
                 * Encodes the specified Edit message. Does not implicitly {@link fairway.config.v1.Edit.verify|verify} messages.
                 * @param message Edit message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.Edit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Edit message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.Edit & fairway.config.v1.Edit.$Shape} Edit
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.Edit & fairway.config.v1.Edit.$Shape;

                /**
                 * Creates an Edit message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Edit
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.Edit;

                /**
                 * Creates a plain object from an Edit message. Also converts values to other types if specified.
                 * @param message Edit
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.Edit, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Edit to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Edit {

                /** Properties of an Edit. */
                interface $Properties {

                    /** Edit section */
                    section?: (string|null);

                    /** Edit key */
                    key?: (string|null);

                    /** Edit revision */
                    revision?: (number|null);

                    /** Edit delete */
                    "delete"?: (boolean|null);

                    /** Edit type */
                    type?: (fairway.config.v1.ValueType|null);

                    /** Edit value */
                    value?: (string|null);

                    /** Edit secret */
                    secret?: (boolean|null);

                    /** Edit comment */
                    comment?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Edit. */
                type $Shape = fairway.config.v1.Edit.$Properties;
            }

            /**
             * Properties of an EditRequest.
             * @deprecated Use fairway.config.v1.EditRequest.$Properties instead.
             */
            interface IEditRequest extends fairway.config.v1.EditRequest.$Properties {
            }

            /** Represents an EditRequest. */
            class EditRequest {

                /**
                 * Constructs a new EditRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.EditRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** EditRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** EditRequest edits. */
                edits: fairway.config.v1.Edit.$Properties[];

                /**
                 * Creates a new EditRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns EditRequest instance
                 */
                static create(properties: fairway.config.v1.EditRequest.$Shape): fairway.config.v1.EditRequest & fairway.config.v1.EditRequest.$Shape;
                static create(properties?: fairway.config.v1.EditRequest.$Properties): fairway.config.v1.EditRequest;

                /**
                 * Encodes the specified EditRequest message. Does not implicitly {@link fairway.config.v1.EditRequest.verify|verify} messages.
                 * @param message EditRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.EditRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an EditRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.EditRequest & fairway.config.v1.EditRequest.$Shape} EditRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.EditRequest & fairway.config.v1.EditRequest.$Shape;

                /**
                 * Creates an EditRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns EditRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.EditRequest;

                /**
                 * Creates a plain object from an EditRequest message. Also converts values to other types if specified.
                 * @param message EditRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.EditRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this EditRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace EditRequest {

                /** Properties of an EditRequest. */
                interface $Properties {

                    /** EditRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** EditRequest edits */
                    edits?: (fairway.config.v1.Edit.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an EditRequest. */
                type $Shape = fairway.config.v1.EditRequest.$Properties;
            }

            /**
             * Properties of an EditResponse.
             * @deprecated Use fairway.config.v1.EditResponse.$Properties instead.
             */
            interface IEditResponse extends fairway.config.v1.EditResponse.$Properties {
            }

            /** Represents an EditResponse. */
            class EditResponse {

                /**
                 * Constructs a new EditResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.EditResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** EditResponse revision. */
                revision: number;

                /**
                 * Creates a new EditResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns EditResponse instance
                 */
                static create(properties: fairway.config.v1.EditResponse.$Shape): fairway.config.v1.EditResponse & fairway.config.v1.EditResponse.$Shape;
                static create(properties?: fairway.config.v1.EditResponse.$Properties): fairway.config.v1.EditResponse;

                /**
                 * Encodes the specified EditResponse message. Does not implicitly {@link fairway.config.v1.EditResponse.verify|verify} messages.
                 * @param message EditResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.EditResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an EditResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.EditResponse & fairway.config.v1.EditResponse.$Shape} EditResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.EditResponse & fairway.config.v1.EditResponse.$Shape;

                /**
                 * Creates an EditResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns EditResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.EditResponse;

                /**
                 * Creates a plain object from an EditResponse message. Also converts values to other types if specified.
                 * @param message EditResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.EditResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this EditResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace EditResponse {

                /** Properties of an EditResponse. */
                interface $Properties {

                    /** EditResponse revision */
                    revision?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an EditResponse. */
                type $Shape = fairway.config.v1.EditResponse.$Properties;
            }

            /**
             * Properties of a DiscardRequest.
             * @deprecated Use fairway.config.v1.DiscardRequest.$Properties instead.
             */
            interface IDiscardRequest extends fairway.config.v1.DiscardRequest.$Properties {
            }

            /** Represents a DiscardRequest. */
            class DiscardRequest {

                /**
                 * Constructs a new DiscardRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.DiscardRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DiscardRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** DiscardRequest revision. */
                revision: number;

                /** DiscardRequest places. */
                places: fairway.config.v1.Place.$Properties[];

                /**
                 * Creates a new DiscardRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DiscardRequest instance
                 */
                static create(properties: fairway.config.v1.DiscardRequest.$Shape): fairway.config.v1.DiscardRequest & fairway.config.v1.DiscardRequest.$Shape;
                static create(properties?: fairway.config.v1.DiscardRequest.$Properties): fairway.config.v1.DiscardRequest;

                /**
                 * Encodes the specified DiscardRequest message. Does not implicitly {@link fairway.config.v1.DiscardRequest.verify|verify} messages.
                 * @param message DiscardRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.DiscardRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DiscardRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.DiscardRequest & fairway.config.v1.DiscardRequest.$Shape} DiscardRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.DiscardRequest & fairway.config.v1.DiscardRequest.$Shape;

                /**
                 * Creates a DiscardRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns DiscardRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.DiscardRequest;

                /**
                 * Creates a plain object from a DiscardRequest message. Also converts values to other types if specified.
                 * @param message DiscardRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.DiscardRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this DiscardRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace DiscardRequest {

                /** Properties of a DiscardRequest. */
                interface $Properties {

                    /** DiscardRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** DiscardRequest revision */
                    revision?: (number|null);

                    /** DiscardRequest places */
                    places?: (fairway.config.v1.Place.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DiscardRequest. */
                type $Shape = fairway.config.v1.DiscardRequest.$Properties;
            }

            /**
             * Properties of a Place.
             * @deprecated Use fairway.config.v1.Place.$Properties instead.
             */
            interface IPlace extends fairway.config.v1.Place.$Properties {
            }

            /** Represents a Place. */
            class Place {

                /**
                 * Constructs a new Place.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.Place.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Place section. */
                section: string;

                /** Place key. */
                key: string;

                /**
                 * Creates a new Place instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Place instance
                 */
                static create(properties: fairway.config.v1.Place.$Shape): fairway.config.v1.Place & fairway.config.v1.Place.$Shape;
                static create(properties?: fairway.config.v1.Place.$Properties): fairway.config.v1.Place;

                /**
                 * Encodes the specified Place message. Does not implicitly {@link fairway.config.v1.Place.verify|verify} messages.
                 * @param message Place message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.Place.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Place message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.Place & fairway.config.v1.Place.$Shape} Place
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.Place & fairway.config.v1.Place.$Shape;

                /**
                 * Creates a Place message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Place
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.Place;

                /**
                 * Creates a plain object from a Place message. Also converts values to other types if specified.
                 * @param message Place
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.Place, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Place to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Place {

                /** Properties of a Place. */
                interface $Properties {

                    /** Place section */
                    section?: (string|null);

                    /** Place key */
                    key?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Place. */
                type $Shape = fairway.config.v1.Place.$Properties;
            }

            /**
             * Properties of a DiscardResponse.
             * @deprecated Use fairway.config.v1.DiscardResponse.$Properties instead.
             */
            interface IDiscardResponse extends fairway.config.v1.DiscardResponse.$Properties {
            }

            /** Represents a DiscardResponse. */
            class DiscardResponse {

                /**
                 * Constructs a new DiscardResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.DiscardResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DiscardResponse discarded. */
                discarded: number;

                /**
                 * Creates a new DiscardResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DiscardResponse instance
                 */
                static create(properties: fairway.config.v1.DiscardResponse.$Shape): fairway.config.v1.DiscardResponse & fairway.config.v1.DiscardResponse.$Shape;
                static create(properties?: fairway.config.v1.DiscardResponse.$Properties): fairway.config.v1.DiscardResponse;

                /**
                 * Encodes the specified DiscardResponse message. Does not implicitly {@link fairway.config.v1.DiscardResponse.verify|verify} messages.
                 * @param message DiscardResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.DiscardResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DiscardResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.DiscardResponse & fairway.config.v1.DiscardResponse.$Shape} DiscardResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.DiscardResponse & fairway.config.v1.DiscardResponse.$Shape;

                /**
                 * Creates a DiscardResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns DiscardResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.DiscardResponse;

                /**
                 * Creates a plain object from a DiscardResponse message. Also converts values to other types if specified.
                 * @param message DiscardResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.DiscardResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this DiscardResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace DiscardResponse {

                /** Properties of a DiscardResponse. */
                interface $Properties {

                    /** DiscardResponse discarded */
                    discarded?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DiscardResponse. */
                type $Shape = fairway.config.v1.DiscardResponse.$Properties;
            }

            /**
             * Properties of a DiffRequest.
             * @deprecated Use fairway.config.v1.DiffRequest.$Properties instead.
             */
            interface IDiffRequest extends fairway.config.v1.DiffRequest.$Properties {
            }

            /** Represents a DiffRequest. */
            class DiffRequest {

                /**
                 * Constructs a new DiffRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.DiffRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DiffRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** DiffRequest from. */
                from: number;

                /** DiffRequest to. */
                to: number;

                /**
                 * Creates a new DiffRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DiffRequest instance
                 */
                static create(properties: fairway.config.v1.DiffRequest.$Shape): fairway.config.v1.DiffRequest & fairway.config.v1.DiffRequest.$Shape;
                static create(properties?: fairway.config.v1.DiffRequest.$Properties): fairway.config.v1.DiffRequest;

                /**
                 * Encodes the specified DiffRequest message. Does not implicitly {@link fairway.config.v1.DiffRequest.verify|verify} messages.
                 * @param message DiffRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.DiffRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DiffRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.DiffRequest & fairway.config.v1.DiffRequest.$Shape} DiffRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.DiffRequest & fairway.config.v1.DiffRequest.$Shape;

                /**
                 * Creates a DiffRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns DiffRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.DiffRequest;

                /**
                 * Creates a plain object from a DiffRequest message. Also converts values to other types if specified.
                 * @param message DiffRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.DiffRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this DiffRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace DiffRequest {

                /** Properties of a DiffRequest. */
                interface $Properties {

                    /** DiffRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** DiffRequest from */
                    from?: (number|null);

                    /** DiffRequest to */
                    to?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DiffRequest. */
                type $Shape = fairway.config.v1.DiffRequest.$Properties;
            }

            /**
             * Properties of a Change.
             * @deprecated Use fairway.config.v1.Change.$Properties instead.
             */
            interface IChange extends fairway.config.v1.Change.$Properties {
            }

            /** Represents a Change. */
            class Change {

                /**
                 * Constructs a new Change.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.Change.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Change section. */
                section: string;

                /** Change key. */
                key: string;

                /** Change before. */
                before?: (fairway.config.v1.Entry.$Properties|null);

                /** Change after. */
                after?: (fairway.config.v1.Entry.$Properties|null);

                /**
                 * Creates a new Change instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Change instance
                 */
                static create(properties: fairway.config.v1.Change.$Shape): fairway.config.v1.Change & fairway.config.v1.Change.$Shape;
                static create(properties?: fairway.config.v1.Change.$Properties): fairway.config.v1.Change;

                /**
                 * Encodes the specified Change message. Does not implicitly {@link fairway.config.v1.Change.verify|verify} messages.
                 * @param message Change message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.Change.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Change message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.Change & fairway.config.v1.Change.$Shape} Change
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.Change & fairway.config.v1.Change.$Shape;

                /**
                 * Creates a Change message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Change
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.Change;

                /**
                 * Creates a plain object from a Change message. Also converts values to other types if specified.
                 * @param message Change
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.Change, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Change to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Change {

                /** Properties of a Change. */
                interface $Properties {

                    /** Change section */
                    section?: (string|null);

                    /** Change key */
                    key?: (string|null);

                    /** Change before */
                    before?: (fairway.config.v1.Entry.$Properties|null);

                    /** Change after */
                    after?: (fairway.config.v1.Entry.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Change. */
                type $Shape = fairway.config.v1.Change.$Properties;
            }

            /**
             * Properties of a DiffResponse.
             * @deprecated Use fairway.config.v1.DiffResponse.$Properties instead.
             */
            interface IDiffResponse extends fairway.config.v1.DiffResponse.$Properties {
            }

            /** Represents a DiffResponse. */
            class DiffResponse {

                /**
                 * Constructs a new DiffResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.DiffResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DiffResponse revision. */
                revision: number;

                /** DiffResponse changes. */
                changes: fairway.config.v1.Change.$Properties[];

                /**
                 * Creates a new DiffResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DiffResponse instance
                 */
                static create(properties: fairway.config.v1.DiffResponse.$Shape): fairway.config.v1.DiffResponse & fairway.config.v1.DiffResponse.$Shape;
                static create(properties?: fairway.config.v1.DiffResponse.$Properties): fairway.config.v1.DiffResponse;

                /**
                 * Encodes the specified DiffResponse message. Does not implicitly {@link fairway.config.v1.DiffResponse.verify|verify} messages.
                 * @param message DiffResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.DiffResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DiffResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.DiffResponse & fairway.config.v1.DiffResponse.$Shape} DiffResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.DiffResponse & fairway.config.v1.DiffResponse.$Shape;

                /**
                 * Creates a DiffResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns DiffResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.DiffResponse;

                /**
                 * Creates a plain object from a DiffResponse message. Also converts values to other types if specified.
                 * @param message DiffResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.DiffResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this DiffResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace DiffResponse {

                /** Properties of a DiffResponse. */
                interface $Properties {

                    /** DiffResponse revision */
                    revision?: (number|null);

                    /** DiffResponse changes */
                    changes?: (fairway.config.v1.Change.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DiffResponse. */
                type $Shape = fairway.config.v1.DiffResponse.$Properties;
            }

            /**
             * Properties of a PublishRequest.
             * @deprecated Use fairway.config.v1.PublishRequest.$Properties instead.
             */
            interface IPublishRequest extends fairway.config.v1.PublishRequest.$Properties {
            }

            /** Represents a PublishRequest. */
            class PublishRequest {

                /**
                 * Constructs a new PublishRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.PublishRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PublishRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** PublishRequest revision. */
                revision: number;

                /** PublishRequest message. */
                message: string;

                /**
                 * Creates a new PublishRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns PublishRequest instance
                 */
                static create(properties: fairway.config.v1.PublishRequest.$Shape): fairway.config.v1.PublishRequest & fairway.config.v1.PublishRequest.$Shape;
                static create(properties?: fairway.config.v1.PublishRequest.$Properties): fairway.config.v1.PublishRequest;

                /**
                 * Encodes the specified PublishRequest message. Does not implicitly {@link fairway.config.v1.PublishRequest.verify|verify} messages.
                 * @param message PublishRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.PublishRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PublishRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.PublishRequest & fairway.config.v1.PublishRequest.$Shape} PublishRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.PublishRequest & fairway.config.v1.PublishRequest.$Shape;

                /**
                 * Creates a PublishRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns PublishRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.PublishRequest;

                /**
                 * Creates a plain object from a PublishRequest message. Also converts values to other types if specified.
                 * @param message PublishRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.PublishRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this PublishRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace PublishRequest {

                /** Properties of a PublishRequest. */
                interface $Properties {

                    /** PublishRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** PublishRequest revision */
                    revision?: (number|null);

                    /** PublishRequest message */
                    message?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PublishRequest. */
                type $Shape = fairway.config.v1.PublishRequest.$Properties;
            }

            /**
             * Properties of a RollbackRequest.
             * @deprecated Use fairway.config.v1.RollbackRequest.$Properties instead.
             */
            interface IRollbackRequest extends fairway.config.v1.RollbackRequest.$Properties {
            }

            /** Represents a RollbackRequest. */
            class RollbackRequest {

                /**
                 * Constructs a new RollbackRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.RollbackRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RollbackRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** RollbackRequest revision. */
                revision: number;

                /** RollbackRequest version. */
                version: number;

                /** RollbackRequest message. */
                message: string;

                /**
                 * Creates a new RollbackRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns RollbackRequest instance
                 */
                static create(properties: fairway.config.v1.RollbackRequest.$Shape): fairway.config.v1.RollbackRequest & fairway.config.v1.RollbackRequest.$Shape;
                static create(properties?: fairway.config.v1.RollbackRequest.$Properties): fairway.config.v1.RollbackRequest;

                /**
                 * Encodes the specified RollbackRequest message. Does not implicitly {@link fairway.config.v1.RollbackRequest.verify|verify} messages.
                 * @param message RollbackRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.RollbackRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RollbackRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.RollbackRequest & fairway.config.v1.RollbackRequest.$Shape} RollbackRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.RollbackRequest & fairway.config.v1.RollbackRequest.$Shape;

                /**
                 * Creates a RollbackRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns RollbackRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.RollbackRequest;

                /**
                 * Creates a plain object from a RollbackRequest message. Also converts values to other types if specified.
                 * @param message RollbackRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.RollbackRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this RollbackRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace RollbackRequest {

                /** Properties of a RollbackRequest. */
                interface $Properties {

                    /** RollbackRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** RollbackRequest revision */
                    revision?: (number|null);

                    /** RollbackRequest version */
                    version?: (number|null);

                    /** RollbackRequest message */
                    message?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RollbackRequest. */
                type $Shape = fairway.config.v1.RollbackRequest.$Properties;
            }

            /**
             * Properties of a StartGrayRequest.
             * @deprecated Use fairway.config.v1.StartGrayRequest.$Properties instead.
             */
            interface IStartGrayRequest extends fairway.config.v1.StartGrayRequest.$Properties {
            }

            /** Represents a StartGrayRequest. */
            class StartGrayRequest {

                /**
                 * Constructs a new StartGrayRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.StartGrayRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** StartGrayRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** StartGrayRequest revision. */
                revision: number;

                /** StartGrayRequest rule. */
                rule?: (fairway.config.v1.GrayRule.$Properties|null);

                /** StartGrayRequest message. */
                message: string;

                /**
                 * Creates a new StartGrayRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns StartGrayRequest instance
                 */
                static create(properties: fairway.config.v1.StartGrayRequest.$Shape): fairway.config.v1.StartGrayRequest & fairway.config.v1.StartGrayRequest.$Shape;
                static create(properties?: fairway.config.v1.StartGrayRequest.$Properties): fairway.config.v1.StartGrayRequest;

                /**
                 * Encodes the specified StartGrayRequest message. Does not implicitly {@link fairway.config.v1.StartGrayRequest.verify|verify} messages.
                 * @param message StartGrayRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.StartGrayRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a StartGrayRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.StartGrayRequest & fairway.config.v1.StartGrayRequest.$Shape} StartGrayRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.StartGrayRequest & fairway.config.v1.StartGrayRequest.$Shape;

                /**
                 * Creates a StartGrayRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns StartGrayRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.StartGrayRequest;

                /**
                 * Creates a plain object from a StartGrayRequest message. Also converts values to other types if specified.
                 * @param message StartGrayRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.StartGrayRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this StartGrayRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace StartGrayRequest {

                /** Properties of a StartGrayRequest. */
                interface $Properties {

                    /** StartGrayRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** StartGrayRequest revision */
                    revision?: (number|null);

                    /** StartGrayRequest rule */
                    rule?: (fairway.config.v1.GrayRule.$Properties|null);

                    /** StartGrayRequest message */
                    message?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a StartGrayRequest. */
                type $Shape = fairway.config.v1.StartGrayRequest.$Properties;
            }

            /**
             * Properties of a MoveGrayRequest.
             * @deprecated Use fairway.config.v1.MoveGrayRequest.$Properties instead.
             */
            interface IMoveGrayRequest extends fairway.config.v1.MoveGrayRequest.$Properties {
            }

            /** Represents a MoveGrayRequest. */
            class MoveGrayRequest {

                /**
                 * Constructs a new MoveGrayRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.MoveGrayRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MoveGrayRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** MoveGrayRequest revision. */
                revision: number;

                /** MoveGrayRequest rule. */
                rule?: (fairway.config.v1.GrayRule.$Properties|null);

                /**
                 * Creates a new MoveGrayRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns MoveGrayRequest instance
                 */
                static create(properties: fairway.config.v1.MoveGrayRequest.$Shape): fairway.config.v1.MoveGrayRequest & fairway.config.v1.MoveGrayRequest.$Shape;
                static create(properties?: fairway.config.v1.MoveGrayRequest.$Properties): fairway.config.v1.MoveGrayRequest;

                /**
                 * Encodes the specified MoveGrayRequest message. Does not implicitly {@link fairway.config.v1.MoveGrayRequest.verify|verify} messages.
                 * @param message MoveGrayRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.MoveGrayRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MoveGrayRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.MoveGrayRequest & fairway.config.v1.MoveGrayRequest.$Shape} MoveGrayRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.MoveGrayRequest & fairway.config.v1.MoveGrayRequest.$Shape;

                /**
                 * Creates a MoveGrayRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns MoveGrayRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.MoveGrayRequest;

                /**
                 * Creates a plain object from a MoveGrayRequest message. Also converts values to other types if specified.
                 * @param message MoveGrayRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.MoveGrayRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this MoveGrayRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace MoveGrayRequest {

                /** Properties of a MoveGrayRequest. */
                interface $Properties {

                    /** MoveGrayRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** MoveGrayRequest revision */
                    revision?: (number|null);

                    /** MoveGrayRequest rule */
                    rule?: (fairway.config.v1.GrayRule.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MoveGrayRequest. */
                type $Shape = fairway.config.v1.MoveGrayRequest.$Properties;
            }

            /**
             * Properties of an EndGrayRequest.
             * @deprecated Use fairway.config.v1.EndGrayRequest.$Properties instead.
             */
            interface IEndGrayRequest extends fairway.config.v1.EndGrayRequest.$Properties {
            }

            /** Represents an EndGrayRequest. */
            class EndGrayRequest {

                /**
                 * Constructs a new EndGrayRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.EndGrayRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** EndGrayRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** EndGrayRequest revision. */
                revision: number;

                /** EndGrayRequest message. */
                message: string;

                /**
                 * Creates a new EndGrayRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns EndGrayRequest instance
                 */
                static create(properties: fairway.config.v1.EndGrayRequest.$Shape): fairway.config.v1.EndGrayRequest & fairway.config.v1.EndGrayRequest.$Shape;
                static create(properties?: fairway.config.v1.EndGrayRequest.$Properties): fairway.config.v1.EndGrayRequest;

                /**
                 * Encodes the specified EndGrayRequest message. Does not implicitly {@link fairway.config.v1.EndGrayRequest.verify|verify} messages.
                 * @param message EndGrayRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.EndGrayRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an EndGrayRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.EndGrayRequest & fairway.config.v1.EndGrayRequest.$Shape} EndGrayRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.EndGrayRequest & fairway.config.v1.EndGrayRequest.$Shape;

                /**
                 * Creates an EndGrayRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns EndGrayRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.EndGrayRequest;

                /**
                 * Creates a plain object from an EndGrayRequest message. Also converts values to other types if specified.
                 * @param message EndGrayRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.EndGrayRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this EndGrayRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace EndGrayRequest {

                /** Properties of an EndGrayRequest. */
                interface $Properties {

                    /** EndGrayRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** EndGrayRequest revision */
                    revision?: (number|null);

                    /** EndGrayRequest message */
                    message?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an EndGrayRequest. */
                type $Shape = fairway.config.v1.EndGrayRequest.$Properties;
            }

            /**
             * Properties of a Release.
             * @deprecated Use fairway.config.v1.Release.$Properties instead.
             */
            interface IRelease extends fairway.config.v1.Release.$Properties {
            }

            /** Represents a Release. */
            class Release {

                /**
                 * Constructs a new Release.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.Release.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Release version. */
                version: number;

                /** Release revision. */
                revision: number;

                /**
                 * Creates a new Release instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Release instance
                 */
                static create(properties: fairway.config.v1.Release.$Shape): fairway.config.v1.Release & fairway.config.v1.Release.$Shape;
                static create(properties?: fairway.config.v1.Release.$Properties): fairway.config.v1.Release;

                /**
                 * Encodes the specified Release message. Does not implicitly {@link fairway.config.v1.Release.verify|verify} messages.
                 * @param message Release message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.Release.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Release message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.Release & fairway.config.v1.Release.$Shape} Release
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.Release & fairway.config.v1.Release.$Shape;

                /**
                 * Creates a Release message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Release
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.Release;

                /**
                 * Creates a plain object from a Release message. Also converts values to other types if specified.
                 * @param message Release
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.Release, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Release to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Release {

                /** Properties of a Release. */
                interface $Properties {

                    /** Release version */
                    version?: (number|null);

                    /** Release revision */
                    revision?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Release. */
                type $Shape = fairway.config.v1.Release.$Properties;
            }

            /**
             * Properties of a Version.
             * @deprecated Use fairway.config.v1.Version.$Properties instead.
             */
            interface IVersion extends fairway.config.v1.Version.$Properties {
            }

            /** Represents a Version. */
            class Version {

                /**
                 * Constructs a new Version.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.Version.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Version number. */
                number: number;

                /** Version kind. */
                kind: string;

                /** Version author. */
                author: string;

                /** Version madeAt. */
                madeAt?: (google.protobuf.Timestamp.$Properties|null);

                /** Version message. */
                message: string;

                /** Version of. */
                of: number;

                /**
                 * Creates a new Version instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Version instance
                 */
                static create(properties: fairway.config.v1.Version.$Shape): fairway.config.v1.Version & fairway.config.v1.Version.$Shape;
                static create(properties?: fairway.config.v1.Version.$Properties): fairway.config.v1.Version;

                /**
                 * Encodes the specified Version message. Does not implicitly {@link fairway.config.v1.Version.verify|verify} messages.
                 * @param message Version message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.Version.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Version message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.Version & fairway.config.v1.Version.$Shape} Version
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.Version & fairway.config.v1.Version.$Shape;

                /**
                 * Creates a Version message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Version
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.Version;

                /**
                 * Creates a plain object from a Version message. Also converts values to other types if specified.
                 * @param message Version
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.Version, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Version to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Version {

                /** Properties of a Version. */
                interface $Properties {

                    /** Version number */
                    number?: (number|null);

                    /** Version kind */
                    kind?: (string|null);

                    /** Version author */
                    author?: (string|null);

                    /** Version madeAt */
                    madeAt?: (google.protobuf.Timestamp.$Properties|null);

                    /** Version message */
                    message?: (string|null);

                    /** Version of */
                    of?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Version. */
                type $Shape = fairway.config.v1.Version.$Properties;
            }

            /**
             * Properties of a ListVersionsRequest.
             * @deprecated Use fairway.config.v1.ListVersionsRequest.$Properties instead.
             */
            interface IListVersionsRequest extends fairway.config.v1.ListVersionsRequest.$Properties {
            }

            /** Represents a ListVersionsRequest. */
            class ListVersionsRequest {

                /**
                 * Constructs a new ListVersionsRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.ListVersionsRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListVersionsRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** ListVersionsRequest before. */
                before: number;

                /** ListVersionsRequest limit. */
                limit: number;

                /**
                 * Creates a new ListVersionsRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListVersionsRequest instance
                 */
                static create(properties: fairway.config.v1.ListVersionsRequest.$Shape): fairway.config.v1.ListVersionsRequest & fairway.config.v1.ListVersionsRequest.$Shape;
                static create(properties?: fairway.config.v1.ListVersionsRequest.$Properties): fairway.config.v1.ListVersionsRequest;

                /**
                 * Encodes the specified ListVersionsRequest message. Does not implicitly {@link fairway.config.v1.ListVersionsRequest.verify|verify} messages.
                 * @param message ListVersionsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.ListVersionsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListVersionsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.ListVersionsRequest & fairway.config.v1.ListVersionsRequest.$Shape} ListVersionsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.ListVersionsRequest & fairway.config.v1.ListVersionsRequest.$Shape;

                /**
                 * Creates a ListVersionsRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ListVersionsRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.ListVersionsRequest;

                /**
                 * Creates a plain object from a ListVersionsRequest message. Also converts values to other types if specified.
                 * @param message ListVersionsRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.ListVersionsRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ListVersionsRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ListVersionsRequest {

                /** Properties of a ListVersionsRequest. */
                interface $Properties {

                    /** ListVersionsRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** ListVersionsRequest before */
                    before?: (number|null);

                    /** ListVersionsRequest limit */
                    limit?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListVersionsRequest. */
                type $Shape = fairway.config.v1.ListVersionsRequest.$Properties;
            }

            /**
             * Properties of a ListVersionsResponse.
             * @deprecated Use fairway.config.v1.ListVersionsResponse.$Properties instead.
             */
            interface IListVersionsResponse extends fairway.config.v1.ListVersionsResponse.$Properties {
            }

            /** Represents a ListVersionsResponse. */
            class ListVersionsResponse {

                /**
                 * Constructs a new ListVersionsResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.ListVersionsResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListVersionsResponse versions. */
                versions: fairway.config.v1.Version.$Properties[];

                /**
                 * Creates a new ListVersionsResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListVersionsResponse instance
                 */
                static create(properties: fairway.config.v1.ListVersionsResponse.$Shape): fairway.config.v1.ListVersionsResponse & fairway.config.v1.ListVersionsResponse.$Shape;
                static create(properties?: fairway.config.v1.ListVersionsResponse.$Properties): fairway.config.v1.ListVersionsResponse;

                /**
                 * Encodes the specified ListVersionsResponse message. Does not implicitly {@link fairway.config.v1.ListVersionsResponse.verify|verify} messages.
                 * @param message ListVersionsResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.ListVersionsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListVersionsResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.ListVersionsResponse & fairway.config.v1.ListVersionsResponse.$Shape} ListVersionsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.ListVersionsResponse & fairway.config.v1.ListVersionsResponse.$Shape;

                /**
                 * Creates a ListVersionsResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ListVersionsResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.ListVersionsResponse;

                /**
                 * Creates a plain object from a ListVersionsResponse message. Also converts values to other types if specified.
                 * @param message ListVersionsResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.ListVersionsResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ListVersionsResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ListVersionsResponse {

                /** Properties of a ListVersionsResponse. */
                interface $Properties {

                    /** ListVersionsResponse versions */
                    versions?: (fairway.config.v1.Version.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListVersionsResponse. */
                type $Shape = fairway.config.v1.ListVersionsResponse.$Properties;
            }

            /**
             * Properties of a GetVersionRequest.
             * @deprecated Use fairway.config.v1.GetVersionRequest.$Properties instead.
             */
            interface IGetVersionRequest extends fairway.config.v1.GetVersionRequest.$Properties {
            }

            /** Represents a GetVersionRequest. */
            class GetVersionRequest {

                /**
                 * Constructs a new GetVersionRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.GetVersionRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GetVersionRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** GetVersionRequest version. */
                version: number;

                /**
                 * Creates a new GetVersionRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns GetVersionRequest instance
                 */
                static create(properties: fairway.config.v1.GetVersionRequest.$Shape): fairway.config.v1.GetVersionRequest & fairway.config.v1.GetVersionRequest.$Shape;
                static create(properties?: fairway.config.v1.GetVersionRequest.$Properties): fairway.config.v1.GetVersionRequest;

                /**
                 * Encodes the specified GetVersionRequest message. Does not implicitly {@link fairway.config.v1.GetVersionRequest.verify|verify} messages.
                 * @param message GetVersionRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.GetVersionRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GetVersionRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.GetVersionRequest & fairway.config.v1.GetVersionRequest.$Shape} GetVersionRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.GetVersionRequest & fairway.config.v1.GetVersionRequest.$Shape;

                /**
                 * Creates a GetVersionRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns GetVersionRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.GetVersionRequest;

                /**
                 * Creates a plain object from a GetVersionRequest message. Also converts values to other types if specified.
                 * @param message GetVersionRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.GetVersionRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this GetVersionRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace GetVersionRequest {

                /** Properties of a GetVersionRequest. */
                interface $Properties {

                    /** GetVersionRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** GetVersionRequest version */
                    version?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GetVersionRequest. */
                type $Shape = fairway.config.v1.GetVersionRequest.$Properties;
            }

            /**
             * Properties of a GetVersionResponse.
             * @deprecated Use fairway.config.v1.GetVersionResponse.$Properties instead.
             */
            interface IGetVersionResponse extends fairway.config.v1.GetVersionResponse.$Properties {
            }

            /** Represents a GetVersionResponse. */
            class GetVersionResponse {

                /**
                 * Constructs a new GetVersionResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.GetVersionResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GetVersionResponse version. */
                version?: (fairway.config.v1.Version.$Properties|null);

                /** GetVersionResponse entries. */
                entries: fairway.config.v1.Entry.$Properties[];

                /** GetVersionResponse changes. */
                changes: fairway.config.v1.Change.$Properties[];

                /**
                 * Creates a new GetVersionResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns GetVersionResponse instance
                 */
                static create(properties: fairway.config.v1.GetVersionResponse.$Shape): fairway.config.v1.GetVersionResponse & fairway.config.v1.GetVersionResponse.$Shape;
                static create(properties?: fairway.config.v1.GetVersionResponse.$Properties): fairway.config.v1.GetVersionResponse;

                /**
                 * Encodes the specified GetVersionResponse message. Does not implicitly {@link fairway.config.v1.GetVersionResponse.verify|verify} messages.
                 * @param message GetVersionResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.GetVersionResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GetVersionResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.GetVersionResponse & fairway.config.v1.GetVersionResponse.$Shape} GetVersionResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.GetVersionResponse & fairway.config.v1.GetVersionResponse.$Shape;

                /**
                 * Creates a GetVersionResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns GetVersionResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.GetVersionResponse;

                /**
                 * Creates a plain object from a GetVersionResponse message. Also converts values to other types if specified.
                 * @param message GetVersionResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.GetVersionResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this GetVersionResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace GetVersionResponse {

                /** Properties of a GetVersionResponse. */
                interface $Properties {

                    /** GetVersionResponse version */
                    version?: (fairway.config.v1.Version.$Properties|null);

                    /** GetVersionResponse entries */
                    entries?: (fairway.config.v1.Entry.$Properties[]|null);

                    /** GetVersionResponse changes */
                    changes?: (fairway.config.v1.Change.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GetVersionResponse. */
                type $Shape = fairway.config.v1.GetVersionResponse.$Properties;
            }

            /**
             * Properties of a GetHistoryRequest.
             * @deprecated Use fairway.config.v1.GetHistoryRequest.$Properties instead.
             */
            interface IGetHistoryRequest extends fairway.config.v1.GetHistoryRequest.$Properties {
            }

            /** Represents a GetHistoryRequest. */
            class GetHistoryRequest {

                /**
                 * Constructs a new GetHistoryRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.GetHistoryRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GetHistoryRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** GetHistoryRequest section. */
                section: string;

                /** GetHistoryRequest key. */
                key: string;

                /** GetHistoryRequest before. */
                before: number;

                /** GetHistoryRequest limit. */
                limit: number;

                /**
                 * Creates a new GetHistoryRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns GetHistoryRequest instance
                 */
                static create(properties: fairway.config.v1.GetHistoryRequest.$Shape): fairway.config.v1.GetHistoryRequest & fairway.config.v1.GetHistoryRequest.$Shape;
                static create(properties?: fairway.config.v1.GetHistoryRequest.$Properties): fairway.config.v1.GetHistoryRequest;

                /**
                 * Encodes the specified GetHistoryRequest message. Does not implicitly {@link fairway.config.v1.GetHistoryRequest.verify|verify} messages.
                 * @param message GetHistoryRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.GetHistoryRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GetHistoryRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.GetHistoryRequest & fairway.config.v1.GetHistoryRequest.$Shape} GetHistoryRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.GetHistoryRequest & fairway.config.v1.GetHistoryRequest.$Shape;

                /**
                 * Creates a GetHistoryRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns GetHistoryRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.GetHistoryRequest;

                /**
                 * Creates a plain object from a GetHistoryRequest message. Also converts values to other types if specified.
                 * @param message GetHistoryRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.GetHistoryRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this GetHistoryRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace GetHistoryRequest {

                /** Properties of a GetHistoryRequest. */
                interface $Properties {

                    /** GetHistoryRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** GetHistoryRequest section */
                    section?: (string|null);

                    /** GetHistoryRequest key */
                    key?: (string|null);

                    /** GetHistoryRequest before */
                    before?: (number|null);

                    /** GetHistoryRequest limit */
                    limit?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GetHistoryRequest. */
                type $Shape = fairway.config.v1.GetHistoryRequest.$Properties;
            }

            /**
             * Properties of a GetHistoryResponse.
             * @deprecated Use fairway.config.v1.GetHistoryResponse.$Properties instead.
             */
            interface IGetHistoryResponse extends fairway.config.v1.GetHistoryResponse.$Properties {
            }

            /** Represents a GetHistoryResponse. */
            class GetHistoryResponse {

                /**
                 * Constructs a new GetHistoryResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.GetHistoryResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GetHistoryResponse steps. */
                steps: fairway.config.v1.GetHistoryResponse.Step.$Properties[];

                /**
                 * Creates a new GetHistoryResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns GetHistoryResponse instance
                 */
                static create(properties: fairway.config.v1.GetHistoryResponse.$Shape): fairway.config.v1.GetHistoryResponse & fairway.config.v1.GetHistoryResponse.$Shape;
                static create(properties?: fairway.config.v1.GetHistoryResponse.$Properties): fairway.config.v1.GetHistoryResponse;

                /**
                 * Encodes the specified GetHistoryResponse message. Does not implicitly {@link fairway.config.v1.GetHistoryResponse.verify|verify} messages.
                 * @param message GetHistoryResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.GetHistoryResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GetHistoryResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.GetHistoryResponse & fairway.config.v1.GetHistoryResponse.$Shape} GetHistoryResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.GetHistoryResponse & fairway.config.v1.GetHistoryResponse.$Shape;

                /**
                 * Creates a GetHistoryResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns GetHistoryResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.GetHistoryResponse;

                /**
                 * Creates a plain object from a GetHistoryResponse message. Also converts values to other types if specified.
                 * @param message GetHistoryResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.GetHistoryResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this GetHistoryResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace GetHistoryResponse {

                /** Properties of a GetHistoryResponse. */
                interface $Properties {

                    /** GetHistoryResponse steps */
                    steps?: (fairway.config.v1.GetHistoryResponse.Step.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GetHistoryResponse. */
                type $Shape = fairway.config.v1.GetHistoryResponse.$Properties;

                /**
                 * Properties of a Step.
                 * @deprecated Use fairway.config.v1.GetHistoryResponse.Step.$Properties instead.
                 */
                interface IStep extends fairway.config.v1.GetHistoryResponse.Step.$Properties {
                }

                /** Represents a Step. */
                class Step {

                    /**
                     * Constructs a new Step.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: fairway.config.v1.GetHistoryResponse.Step.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Step version. */
                    version?: (fairway.config.v1.Version.$Properties|null);

                    /** Step change. */
                    change?: (fairway.config.v1.Change.$Properties|null);

                    /**
                     * Creates a new Step instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Step instance
                     */
                    static create(properties: fairway.config.v1.GetHistoryResponse.Step.$Shape): fairway.config.v1.GetHistoryResponse.Step & fairway.config.v1.GetHistoryResponse.Step.$Shape;
                    static create(properties?: fairway.config.v1.GetHistoryResponse.Step.$Properties): fairway.config.v1.GetHistoryResponse.Step;

                    /**
                     * Encodes the specified Step message. Does not implicitly {@link fairway.config.v1.GetHistoryResponse.Step.verify|verify} messages.
                     * @param message Step message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: fairway.config.v1.GetHistoryResponse.Step.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Step message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {fairway.config.v1.GetHistoryResponse.Step & fairway.config.v1.GetHistoryResponse.Step.$Shape} Step
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.GetHistoryResponse.Step & fairway.config.v1.GetHistoryResponse.Step.$Shape;

                    /**
                     * Creates a Step message from a plain object. Also converts values to their respective internal types.
                     * @param object Plain object
                     * @returns Step
                     */
                    static fromObject(object: { [k: string]: any }): fairway.config.v1.GetHistoryResponse.Step;

                    /**
                     * Creates a plain object from a Step message. Also converts values to other types if specified.
                     * @param message Step
                     * @param [options] Conversion options
                     * @returns Plain object
                     */
                    static toObject(message: fairway.config.v1.GetHistoryResponse.Step, options?: $protobuf.IConversionOptions): { [k: string]: any };

                    /**
                     * Converts this Step to JSON.
                     * @returns JSON object
                     */
                    toJSON(): { [k: string]: any };
                }

                namespace Step {

                    /** Properties of a Step. */
                    interface $Properties {

                        /** Step version */
                        version?: (fairway.config.v1.Version.$Properties|null);

                        /** Step change */
                        change?: (fairway.config.v1.Change.$Properties|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Step. */
                    type $Shape = fairway.config.v1.GetHistoryResponse.Step.$Properties;
                }
            }

            /**
             * Properties of a GetValuesRequest.
             * @deprecated Use fairway.config.v1.GetValuesRequest.$Properties instead.
             */
            interface IGetValuesRequest extends fairway.config.v1.GetValuesRequest.$Properties {
            }

            /** Represents a GetValuesRequest. */
            class GetValuesRequest {

                /**
                 * Constructs a new GetValuesRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.GetValuesRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GetValuesRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** GetValuesRequest node. */
                node: string;

                /** GetValuesRequest labels. */
                labels: { [k: string]: string };

                /**
                 * Creates a new GetValuesRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns GetValuesRequest instance
                 */
                static create(properties: fairway.config.v1.GetValuesRequest.$Shape): fairway.config.v1.GetValuesRequest & fairway.config.v1.GetValuesRequest.$Shape;
                static create(properties?: fairway.config.v1.GetValuesRequest.$Properties): fairway.config.v1.GetValuesRequest;

                /**
                 * Encodes the specified GetValuesRequest message. Does not implicitly {@link fairway.config.v1.GetValuesRequest.verify|verify} messages.
                 * @param message GetValuesRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.GetValuesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GetValuesRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.GetValuesRequest & fairway.config.v1.GetValuesRequest.$Shape} GetValuesRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.GetValuesRequest & fairway.config.v1.GetValuesRequest.$Shape;

                /**
                 * Creates a GetValuesRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns GetValuesRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.GetValuesRequest;

                /**
                 * Creates a plain object from a GetValuesRequest message. Also converts values to other types if specified.
                 * @param message GetValuesRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.GetValuesRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this GetValuesRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace GetValuesRequest {

                /** Properties of a GetValuesRequest. */
                interface $Properties {

                    /** GetValuesRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** GetValuesRequest node */
                    node?: (string|null);

                    /** GetValuesRequest labels */
                    labels?: ({ [k: string]: string }|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GetValuesRequest. */
                type $Shape = fairway.config.v1.GetValuesRequest.$Properties;
            }

            /**
             * Properties of a GetValuesResponse.
             * @deprecated Use fairway.config.v1.GetValuesResponse.$Properties instead.
             */
            interface IGetValuesResponse extends fairway.config.v1.GetValuesResponse.$Properties {
            }

            /** Represents a GetValuesResponse. */
            class GetValuesResponse {

                /**
                 * Constructs a new GetValuesResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.GetValuesResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GetValuesResponse version. */
                version: number;

                /** GetValuesResponse values. */
                values: fairway.config.v1.Value.$Properties[];

                /**
                 * Creates a new GetValuesResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns GetValuesResponse instance
                 */
                static create(properties: fairway.config.v1.GetValuesResponse.$Shape): fairway.config.v1.GetValuesResponse & fairway.config.v1.GetValuesResponse.$Shape;
                static create(properties?: fairway.config.v1.GetValuesResponse.$Properties): fairway.config.v1.GetValuesResponse;

                /**
                 * Encodes the specified GetValuesResponse message. Does not implicitly {@link fairway.config.v1.GetValuesResponse.verify|verify} messages.
                 * @param message GetValuesResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.GetValuesResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GetValuesResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.GetValuesResponse & fairway.config.v1.GetValuesResponse.$Shape} GetValuesResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.GetValuesResponse & fairway.config.v1.GetValuesResponse.$Shape;

                /**
                 * Creates a GetValuesResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns GetValuesResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.GetValuesResponse;

                /**
                 * Creates a plain object from a GetValuesResponse message. Also converts values to other types if specified.
                 * @param message GetValuesResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.GetValuesResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this GetValuesResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace GetValuesResponse {

                /** Properties of a GetValuesResponse. */
                interface $Properties {

                    /** GetValuesResponse version */
                    version?: (number|null);

                    /** GetValuesResponse values */
                    values?: (fairway.config.v1.Value.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GetValuesResponse. */
                type $Shape = fairway.config.v1.GetValuesResponse.$Properties;
            }

            /**
             * Properties of a Value.
             * @deprecated Use fairway.config.v1.Value.$Properties instead.
             */
            interface IValue extends fairway.config.v1.Value.$Properties {
            }

            /** Represents a Value. */
            class Value {

                /**
                 * Constructs a new Value.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.Value.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Value section. */
                section: string;

                /** Value key. */
                key: string;

                /** Value type. */
                type: fairway.config.v1.ValueType;

                /** Value value. */
                value: string;

                /**
                 * Creates a new Value instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Value instance
                 */
                static create(properties: fairway.config.v1.Value.$Shape): fairway.config.v1.Value & fairway.config.v1.Value.$Shape;
                static create(properties?: fairway.config.v1.Value.$Properties): fairway.config.v1.Value;

                /**
                 * Encodes the specified Value message. Does not implicitly {@link fairway.config.v1.Value.verify|verify} messages.
                 * @param message Value message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.Value.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Value message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.Value & fairway.config.v1.Value.$Shape} Value
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.Value & fairway.config.v1.Value.$Shape;

                /**
                 * Creates a Value message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Value
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.Value;

                /**
                 * Creates a plain object from a Value message. Also converts values to other types if specified.
                 * @param message Value
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.Value, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Value to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Value {

                /** Properties of a Value. */
                interface $Properties {

                    /** Value section */
                    section?: (string|null);

                    /** Value key */
                    key?: (string|null);

                    /** Value type */
                    type?: (fairway.config.v1.ValueType|null);

                    /** Value value */
                    value?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Value. */
                type $Shape = fairway.config.v1.Value.$Properties;
            }

            /**
             * Properties of a ListNodesRequest.
             * @deprecated Use fairway.config.v1.ListNodesRequest.$Properties instead.
             */
            interface IListNodesRequest extends fairway.config.v1.ListNodesRequest.$Properties {
            }

            /** Represents a ListNodesRequest. */
            class ListNodesRequest {

                /**
                 * Constructs a new ListNodesRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.ListNodesRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListNodesRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /**
                 * Creates a new ListNodesRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListNodesRequest instance
                 */
                static create(properties: fairway.config.v1.ListNodesRequest.$Shape): fairway.config.v1.ListNodesRequest & fairway.config.v1.ListNodesRequest.$Shape;
                static create(properties?: fairway.config.v1.ListNodesRequest.$Properties): fairway.config.v1.ListNodesRequest;

                /**
                 * Encodes the specified ListNodesRequest message. Does not implicitly {@link fairway.config.v1.ListNodesRequest.verify|verify} messages.
                 * @param message ListNodesRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.ListNodesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListNodesRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.ListNodesRequest & fairway.config.v1.ListNodesRequest.$Shape} ListNodesRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.ListNodesRequest & fairway.config.v1.ListNodesRequest.$Shape;

                /**
                 * Creates a ListNodesRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ListNodesRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.ListNodesRequest;

                /**
                 * Creates a plain object from a ListNodesRequest message. Also converts values to other types if specified.
                 * @param message ListNodesRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.ListNodesRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ListNodesRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ListNodesRequest {

                /** Properties of a ListNodesRequest. */
                interface $Properties {

                    /** ListNodesRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListNodesRequest. */
                type $Shape = fairway.config.v1.ListNodesRequest.$Properties;
            }

            /**
             * Properties of a Node.
             * @deprecated Use fairway.config.v1.Node.$Properties instead.
             */
            interface INode extends fairway.config.v1.Node.$Properties {
            }

            /** Represents a Node. */
            class Node {

                /**
                 * Constructs a new Node.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.Node.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Node node. */
                node: string;

                /** Node address. */
                address: string;

                /** Node labels. */
                labels: { [k: string]: string };

                /** Node running. */
                running: number;

                /** Node target. */
                target: number;

                /** Node seenAt. */
                seenAt?: (google.protobuf.Timestamp.$Properties|null);

                /** Node connected. */
                connected: boolean;

                /** Node silent. */
                silent: boolean;

                /**
                 * Creates a new Node instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Node instance
                 */
                static create(properties: fairway.config.v1.Node.$Shape): fairway.config.v1.Node & fairway.config.v1.Node.$Shape;
                static create(properties?: fairway.config.v1.Node.$Properties): fairway.config.v1.Node;

                /**
                 * Encodes the specified Node message. Does not implicitly {@link fairway.config.v1.Node.verify|verify} messages.
                 * @param message Node message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.Node.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Node message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.Node & fairway.config.v1.Node.$Shape} Node
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.Node & fairway.config.v1.Node.$Shape;

                /**
                 * Creates a Node message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Node
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.Node;

                /**
                 * Creates a plain object from a Node message. Also converts values to other types if specified.
                 * @param message Node
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.Node, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Node to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Node {

                /** Properties of a Node. */
                interface $Properties {

                    /** Node node */
                    node?: (string|null);

                    /** Node address */
                    address?: (string|null);

                    /** Node labels */
                    labels?: ({ [k: string]: string }|null);

                    /** Node running */
                    running?: (number|null);

                    /** Node target */
                    target?: (number|null);

                    /** Node seenAt */
                    seenAt?: (google.protobuf.Timestamp.$Properties|null);

                    /** Node connected */
                    connected?: (boolean|null);

                    /** Node silent */
                    silent?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Node. */
                type $Shape = fairway.config.v1.Node.$Properties;
            }

            /**
             * Properties of a ListNodesResponse.
             * @deprecated Use fairway.config.v1.ListNodesResponse.$Properties instead.
             */
            interface IListNodesResponse extends fairway.config.v1.ListNodesResponse.$Properties {
            }

            /** Represents a ListNodesResponse. */
            class ListNodesResponse {

                /**
                 * Constructs a new ListNodesResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.ListNodesResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListNodesResponse nodes. */
                nodes: fairway.config.v1.Node.$Properties[];

                /**
                 * Creates a new ListNodesResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListNodesResponse instance
                 */
                static create(properties: fairway.config.v1.ListNodesResponse.$Shape): fairway.config.v1.ListNodesResponse & fairway.config.v1.ListNodesResponse.$Shape;
                static create(properties?: fairway.config.v1.ListNodesResponse.$Properties): fairway.config.v1.ListNodesResponse;

                /**
                 * Encodes the specified ListNodesResponse message. Does not implicitly {@link fairway.config.v1.ListNodesResponse.verify|verify} messages.
                 * @param message ListNodesResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.ListNodesResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListNodesResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.ListNodesResponse & fairway.config.v1.ListNodesResponse.$Shape} ListNodesResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.ListNodesResponse & fairway.config.v1.ListNodesResponse.$Shape;

                /**
                 * Creates a ListNodesResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ListNodesResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.ListNodesResponse;

                /**
                 * Creates a plain object from a ListNodesResponse message. Also converts values to other types if specified.
                 * @param message ListNodesResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.ListNodesResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ListNodesResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ListNodesResponse {

                /** Properties of a ListNodesResponse. */
                interface $Properties {

                    /** ListNodesResponse nodes */
                    nodes?: (fairway.config.v1.Node.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListNodesResponse. */
                type $Shape = fairway.config.v1.ListNodesResponse.$Properties;
            }

            /**
             * Properties of a ReportRequest.
             * @deprecated Use fairway.config.v1.ReportRequest.$Properties instead.
             */
            interface IReportRequest extends fairway.config.v1.ReportRequest.$Properties {
            }

            /** Represents a ReportRequest. */
            class ReportRequest {

                /**
                 * Constructs a new ReportRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.ReportRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ReportRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** ReportRequest node. */
                node: string;

                /** ReportRequest address. */
                address: string;

                /** ReportRequest labels. */
                labels: { [k: string]: string };

                /** ReportRequest running. */
                running: number;

                /**
                 * Creates a new ReportRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ReportRequest instance
                 */
                static create(properties: fairway.config.v1.ReportRequest.$Shape): fairway.config.v1.ReportRequest & fairway.config.v1.ReportRequest.$Shape;
                static create(properties?: fairway.config.v1.ReportRequest.$Properties): fairway.config.v1.ReportRequest;

                /**
                 * Encodes the specified ReportRequest message. Does not implicitly {@link fairway.config.v1.ReportRequest.verify|verify} messages.
                 * @param message ReportRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.ReportRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ReportRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.ReportRequest & fairway.config.v1.ReportRequest.$Shape} ReportRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.ReportRequest & fairway.config.v1.ReportRequest.$Shape;

                /**
                 * Creates a ReportRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ReportRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.ReportRequest;

                /**
                 * Creates a plain object from a ReportRequest message. Also converts values to other types if specified.
                 * @param message ReportRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.ReportRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ReportRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ReportRequest {

                /** Properties of a ReportRequest. */
                interface $Properties {

                    /** ReportRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** ReportRequest node */
                    node?: (string|null);

                    /** ReportRequest address */
                    address?: (string|null);

                    /** ReportRequest labels */
                    labels?: ({ [k: string]: string }|null);

                    /** ReportRequest running */
                    running?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ReportRequest. */
                type $Shape = fairway.config.v1.ReportRequest.$Properties;
            }

            /**
             * Properties of a ReportResponse.
             * @deprecated Use fairway.config.v1.ReportResponse.$Properties instead.
             */
            interface IReportResponse extends fairway.config.v1.ReportResponse.$Properties {
            }

            /** Represents a ReportResponse. */
            class ReportResponse {

                /**
                 * Constructs a new ReportResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.ReportResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ReportResponse target. */
                target: number;

                /**
                 * Creates a new ReportResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ReportResponse instance
                 */
                static create(properties: fairway.config.v1.ReportResponse.$Shape): fairway.config.v1.ReportResponse & fairway.config.v1.ReportResponse.$Shape;
                static create(properties?: fairway.config.v1.ReportResponse.$Properties): fairway.config.v1.ReportResponse;

                /**
                 * Encodes the specified ReportResponse message. Does not implicitly {@link fairway.config.v1.ReportResponse.verify|verify} messages.
                 * @param message ReportResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.ReportResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ReportResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.ReportResponse & fairway.config.v1.ReportResponse.$Shape} ReportResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.ReportResponse & fairway.config.v1.ReportResponse.$Shape;

                /**
                 * Creates a ReportResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ReportResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.ReportResponse;

                /**
                 * Creates a plain object from a ReportResponse message. Also converts values to other types if specified.
                 * @param message ReportResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.ReportResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ReportResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ReportResponse {

                /** Properties of a ReportResponse. */
                interface $Properties {

                    /** ReportResponse target */
                    target?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ReportResponse. */
                type $Shape = fairway.config.v1.ReportResponse.$Properties;
            }

            /**
             * Properties of a ListAuditRequest.
             * @deprecated Use fairway.config.v1.ListAuditRequest.$Properties instead.
             */
            interface IListAuditRequest extends fairway.config.v1.ListAuditRequest.$Properties {
            }

            /** Represents a ListAuditRequest. */
            class ListAuditRequest {

                /**
                 * Constructs a new ListAuditRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.ListAuditRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListAuditRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** ListAuditRequest before. */
                before: number;

                /** ListAuditRequest limit. */
                limit: number;

                /**
                 * Creates a new ListAuditRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListAuditRequest instance
                 */
                static create(properties: fairway.config.v1.ListAuditRequest.$Shape): fairway.config.v1.ListAuditRequest & fairway.config.v1.ListAuditRequest.$Shape;
                static create(properties?: fairway.config.v1.ListAuditRequest.$Properties): fairway.config.v1.ListAuditRequest;

                /**
                 * Encodes the specified ListAuditRequest message. Does not implicitly {@link fairway.config.v1.ListAuditRequest.verify|verify} messages.
                 * @param message ListAuditRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.ListAuditRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListAuditRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.ListAuditRequest & fairway.config.v1.ListAuditRequest.$Shape} ListAuditRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.ListAuditRequest & fairway.config.v1.ListAuditRequest.$Shape;

                /**
                 * Creates a ListAuditRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ListAuditRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.ListAuditRequest;

                /**
                 * Creates a plain object from a ListAuditRequest message. Also converts values to other types if specified.
                 * @param message ListAuditRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.ListAuditRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ListAuditRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ListAuditRequest {

                /** Properties of a ListAuditRequest. */
                interface $Properties {

                    /** ListAuditRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** ListAuditRequest before */
                    before?: (number|null);

                    /** ListAuditRequest limit */
                    limit?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListAuditRequest. */
                type $Shape = fairway.config.v1.ListAuditRequest.$Properties;
            }

            /**
             * Properties of an AuditEvent.
             * @deprecated Use fairway.config.v1.AuditEvent.$Properties instead.
             */
            interface IAuditEvent extends fairway.config.v1.AuditEvent.$Properties {
            }

            /** Represents an AuditEvent. */
            class AuditEvent {

                /**
                 * Constructs a new AuditEvent.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.AuditEvent.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AuditEvent id. */
                id: number;

                /** AuditEvent at. */
                at?: (google.protobuf.Timestamp.$Properties|null);

                /** AuditEvent actor. */
                actor: string;

                /** AuditEvent action. */
                action: string;

                /** AuditEvent detail. */
                detail: string;

                /**
                 * Creates a new AuditEvent instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns AuditEvent instance
                 */
                static create(properties: fairway.config.v1.AuditEvent.$Shape): fairway.config.v1.AuditEvent & fairway.config.v1.AuditEvent.$Shape;
                static create(properties?: fairway.config.v1.AuditEvent.$Properties): fairway.config.v1.AuditEvent;

                /**
                 * Encodes the specified AuditEvent message. Does not implicitly {@link fairway.config.v1.AuditEvent.verify|verify} messages.
                 * @param message AuditEvent message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.AuditEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AuditEvent message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.AuditEvent & fairway.config.v1.AuditEvent.$Shape} AuditEvent
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.AuditEvent & fairway.config.v1.AuditEvent.$Shape;

                /**
                 * Creates an AuditEvent message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns AuditEvent
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.AuditEvent;

                /**
                 * Creates a plain object from an AuditEvent message. Also converts values to other types if specified.
                 * @param message AuditEvent
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.AuditEvent, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this AuditEvent to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace AuditEvent {

                /** Properties of an AuditEvent. */
                interface $Properties {

                    /** AuditEvent id */
                    id?: (number|null);

                    /** AuditEvent at */
                    at?: (google.protobuf.Timestamp.$Properties|null);

                    /** AuditEvent actor */
                    actor?: (string|null);

                    /** AuditEvent action */
                    action?: (string|null);

                    /** AuditEvent detail */
                    detail?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AuditEvent. */
                type $Shape = fairway.config.v1.AuditEvent.$Properties;
            }

            /**
             * Properties of a ListAuditResponse.
             * @deprecated Use fairway.config.v1.ListAuditResponse.$Properties instead.
             */
            interface IListAuditResponse extends fairway.config.v1.ListAuditResponse.$Properties {
            }

            /** Represents a ListAuditResponse. */
            class ListAuditResponse {

                /**
                 * Constructs a new ListAuditResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.ListAuditResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListAuditResponse events. */
                events: fairway.config.v1.AuditEvent.$Properties[];

                /**
                 * Creates a new ListAuditResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListAuditResponse instance
                 */
                static create(properties: fairway.config.v1.ListAuditResponse.$Shape): fairway.config.v1.ListAuditResponse & fairway.config.v1.ListAuditResponse.$Shape;
                static create(properties?: fairway.config.v1.ListAuditResponse.$Properties): fairway.config.v1.ListAuditResponse;

                /**
                 * Encodes the specified ListAuditResponse message. Does not implicitly {@link fairway.config.v1.ListAuditResponse.verify|verify} messages.
                 * @param message ListAuditResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.ListAuditResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListAuditResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.ListAuditResponse & fairway.config.v1.ListAuditResponse.$Shape} ListAuditResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.ListAuditResponse & fairway.config.v1.ListAuditResponse.$Shape;

                /**
                 * Creates a ListAuditResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ListAuditResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.ListAuditResponse;

                /**
                 * Creates a plain object from a ListAuditResponse message. Also converts values to other types if specified.
                 * @param message ListAuditResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.ListAuditResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ListAuditResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ListAuditResponse {

                /** Properties of a ListAuditResponse. */
                interface $Properties {

                    /** ListAuditResponse events */
                    events?: (fairway.config.v1.AuditEvent.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListAuditResponse. */
                type $Shape = fairway.config.v1.ListAuditResponse.$Properties;
            }

            /**
             * Properties of a GetSchemaRequest.
             * @deprecated Use fairway.config.v1.GetSchemaRequest.$Properties instead.
             */
            interface IGetSchemaRequest extends fairway.config.v1.GetSchemaRequest.$Properties {
            }

            /** Represents a GetSchemaRequest. */
            class GetSchemaRequest {

                /**
                 * Constructs a new GetSchemaRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.GetSchemaRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GetSchemaRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /**
                 * Creates a new GetSchemaRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns GetSchemaRequest instance
                 */
                static create(properties: fairway.config.v1.GetSchemaRequest.$Shape): fairway.config.v1.GetSchemaRequest & fairway.config.v1.GetSchemaRequest.$Shape;
                static create(properties?: fairway.config.v1.GetSchemaRequest.$Properties): fairway.config.v1.GetSchemaRequest;

                /**
                 * Encodes the specified GetSchemaRequest message. Does not implicitly {@link fairway.config.v1.GetSchemaRequest.verify|verify} messages.
                 * @param message GetSchemaRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.GetSchemaRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GetSchemaRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.GetSchemaRequest & fairway.config.v1.GetSchemaRequest.$Shape} GetSchemaRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.GetSchemaRequest & fairway.config.v1.GetSchemaRequest.$Shape;

                /**
                 * Creates a GetSchemaRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns GetSchemaRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.GetSchemaRequest;

                /**
                 * Creates a plain object from a GetSchemaRequest message. Also converts values to other types if specified.
                 * @param message GetSchemaRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.GetSchemaRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this GetSchemaRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace GetSchemaRequest {

                /** Properties of a GetSchemaRequest. */
                interface $Properties {

                    /** GetSchemaRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GetSchemaRequest. */
                type $Shape = fairway.config.v1.GetSchemaRequest.$Properties;
            }

            /**
             * Properties of a Schema.
             * @deprecated Use fairway.config.v1.Schema.$Properties instead.
             */
            interface ISchema extends fairway.config.v1.Schema.$Properties {
            }

            /** Represents a Schema. */
            class Schema {

                /**
                 * Constructs a new Schema.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.Schema.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Schema json. */
                json: string;

                /**
                 * Creates a new Schema instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Schema instance
                 */
                static create(properties: fairway.config.v1.Schema.$Shape): fairway.config.v1.Schema & fairway.config.v1.Schema.$Shape;
                static create(properties?: fairway.config.v1.Schema.$Properties): fairway.config.v1.Schema;

                /**
                 * Encodes the specified Schema message. Does not implicitly {@link fairway.config.v1.Schema.verify|verify} messages.
                 * @param message Schema message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.Schema.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Schema message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.Schema & fairway.config.v1.Schema.$Shape} Schema
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.Schema & fairway.config.v1.Schema.$Shape;

                /**
                 * Creates a Schema message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Schema
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.Schema;

                /**
                 * Creates a plain object from a Schema message. Also converts values to other types if specified.
                 * @param message Schema
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.Schema, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Schema to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Schema {

                /** Properties of a Schema. */
                interface $Properties {

                    /** Schema json */
                    json?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Schema. */
                type $Shape = fairway.config.v1.Schema.$Properties;
            }

            /**
             * Properties of a SetSchemaRequest.
             * @deprecated Use fairway.config.v1.SetSchemaRequest.$Properties instead.
             */
            interface ISetSchemaRequest extends fairway.config.v1.SetSchemaRequest.$Properties {
            }

            /** Represents a SetSchemaRequest. */
            class SetSchemaRequest {

                /**
                 * Constructs a new SetSchemaRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.SetSchemaRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SetSchemaRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** SetSchemaRequest json. */
                json: string;

                /**
                 * Creates a new SetSchemaRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SetSchemaRequest instance
                 */
                static create(properties: fairway.config.v1.SetSchemaRequest.$Shape): fairway.config.v1.SetSchemaRequest & fairway.config.v1.SetSchemaRequest.$Shape;
                static create(properties?: fairway.config.v1.SetSchemaRequest.$Properties): fairway.config.v1.SetSchemaRequest;

                /**
                 * Encodes the specified SetSchemaRequest message. Does not implicitly {@link fairway.config.v1.SetSchemaRequest.verify|verify} messages.
                 * @param message SetSchemaRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.SetSchemaRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SetSchemaRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.SetSchemaRequest & fairway.config.v1.SetSchemaRequest.$Shape} SetSchemaRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.SetSchemaRequest & fairway.config.v1.SetSchemaRequest.$Shape;

                /**
                 * Creates a SetSchemaRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns SetSchemaRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.SetSchemaRequest;

                /**
                 * Creates a plain object from a SetSchemaRequest message. Also converts values to other types if specified.
                 * @param message SetSchemaRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.SetSchemaRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this SetSchemaRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace SetSchemaRequest {

                /** Properties of a SetSchemaRequest. */
                interface $Properties {

                    /** SetSchemaRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** SetSchemaRequest json */
                    json?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SetSchemaRequest. */
                type $Shape = fairway.config.v1.SetSchemaRequest.$Properties;
            }

            /**
             * Properties of a SetSchemaResponse.
             * @deprecated Use fairway.config.v1.SetSchemaResponse.$Properties instead.
             */
            interface ISetSchemaResponse extends fairway.config.v1.SetSchemaResponse.$Properties {
            }

            /** Represents a SetSchemaResponse. */
            class SetSchemaResponse {

                /**
                 * Constructs a new SetSchemaResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.SetSchemaResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SetSchemaResponse revision. */
                revision: number;

                /**
                 * Creates a new SetSchemaResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SetSchemaResponse instance
                 */
                static create(properties: fairway.config.v1.SetSchemaResponse.$Shape): fairway.config.v1.SetSchemaResponse & fairway.config.v1.SetSchemaResponse.$Shape;
                static create(properties?: fairway.config.v1.SetSchemaResponse.$Properties): fairway.config.v1.SetSchemaResponse;

                /**
                 * Encodes the specified SetSchemaResponse message. Does not implicitly {@link fairway.config.v1.SetSchemaResponse.verify|verify} messages.
                 * @param message SetSchemaResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.SetSchemaResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SetSchemaResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.SetSchemaResponse & fairway.config.v1.SetSchemaResponse.$Shape} SetSchemaResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.SetSchemaResponse & fairway.config.v1.SetSchemaResponse.$Shape;

                /**
                 * Creates a SetSchemaResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns SetSchemaResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.SetSchemaResponse;

                /**
                 * Creates a plain object from a SetSchemaResponse message. Also converts values to other types if specified.
                 * @param message SetSchemaResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.SetSchemaResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this SetSchemaResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace SetSchemaResponse {

                /** Properties of a SetSchemaResponse. */
                interface $Properties {

                    /** SetSchemaResponse revision */
                    revision?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SetSchemaResponse. */
                type $Shape = fairway.config.v1.SetSchemaResponse.$Properties;
            }

            /** Format enum. */
            enum Format {

                /** FORMAT_UNSPECIFIED value */
                FORMAT_UNSPECIFIED = 0,

                /** FORMAT_JSON value */
                FORMAT_JSON = 1,

                /** FORMAT_YAML value */
                FORMAT_YAML = 2
            }

            /**
             * Properties of an ExportRequest.
             * @deprecated Use fairway.config.v1.ExportRequest.$Properties instead.
             */
            interface IExportRequest extends fairway.config.v1.ExportRequest.$Properties {
            }

            /** Represents an ExportRequest. */
            class ExportRequest {

                /**
                 * Constructs a new ExportRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.ExportRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ExportRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** ExportRequest format. */
                format: fairway.config.v1.Format;

                /** ExportRequest version. */
                version: number;

                /** ExportRequest reveal. */
                reveal: boolean;

                /**
                 * Creates a new ExportRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ExportRequest instance
                 */
                static create(properties: fairway.config.v1.ExportRequest.$Shape): fairway.config.v1.ExportRequest & fairway.config.v1.ExportRequest.$Shape;
                static create(properties?: fairway.config.v1.ExportRequest.$Properties): fairway.config.v1.ExportRequest;

                /**
                 * Encodes the specified ExportRequest message. Does not implicitly {@link fairway.config.v1.ExportRequest.verify|verify} messages.
                 * @param message ExportRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.ExportRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an ExportRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.ExportRequest & fairway.config.v1.ExportRequest.$Shape} ExportRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.ExportRequest & fairway.config.v1.ExportRequest.$Shape;

                /**
                 * Creates an ExportRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ExportRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.ExportRequest;

                /**
                 * Creates a plain object from an ExportRequest message. Also converts values to other types if specified.
                 * @param message ExportRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.ExportRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ExportRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ExportRequest {

                /** Properties of an ExportRequest. */
                interface $Properties {

                    /** ExportRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** ExportRequest format */
                    format?: (fairway.config.v1.Format|null);

                    /** ExportRequest version */
                    version?: (number|null);

                    /** ExportRequest reveal */
                    reveal?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an ExportRequest. */
                type $Shape = fairway.config.v1.ExportRequest.$Properties;
            }

            /**
             * Properties of an ExportResponse.
             * @deprecated Use fairway.config.v1.ExportResponse.$Properties instead.
             */
            interface IExportResponse extends fairway.config.v1.ExportResponse.$Properties {
            }

            /** Represents an ExportResponse. */
            class ExportResponse {

                /**
                 * Constructs a new ExportResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.ExportResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ExportResponse document. */
                document: string;

                /**
                 * Creates a new ExportResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ExportResponse instance
                 */
                static create(properties: fairway.config.v1.ExportResponse.$Shape): fairway.config.v1.ExportResponse & fairway.config.v1.ExportResponse.$Shape;
                static create(properties?: fairway.config.v1.ExportResponse.$Properties): fairway.config.v1.ExportResponse;

                /**
                 * Encodes the specified ExportResponse message. Does not implicitly {@link fairway.config.v1.ExportResponse.verify|verify} messages.
                 * @param message ExportResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.ExportResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an ExportResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.ExportResponse & fairway.config.v1.ExportResponse.$Shape} ExportResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.ExportResponse & fairway.config.v1.ExportResponse.$Shape;

                /**
                 * Creates an ExportResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ExportResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.ExportResponse;

                /**
                 * Creates a plain object from an ExportResponse message. Also converts values to other types if specified.
                 * @param message ExportResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.ExportResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ExportResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ExportResponse {

                /** Properties of an ExportResponse. */
                interface $Properties {

                    /** ExportResponse document */
                    document?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an ExportResponse. */
                type $Shape = fairway.config.v1.ExportResponse.$Properties;
            }

            /**
             * Properties of an ImportRequest.
             * @deprecated Use fairway.config.v1.ImportRequest.$Properties instead.
             */
            interface IImportRequest extends fairway.config.v1.ImportRequest.$Properties {
            }

            /** Represents an ImportRequest. */
            class ImportRequest {

                /**
                 * Constructs a new ImportRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.ImportRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ImportRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** ImportRequest format. */
                format: fairway.config.v1.Format;

                /** ImportRequest document. */
                document: string;

                /** ImportRequest replace. */
                replace: boolean;

                /** ImportRequest revision. */
                revision: number;

                /**
                 * Creates a new ImportRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ImportRequest instance
                 */
                static create(properties: fairway.config.v1.ImportRequest.$Shape): fairway.config.v1.ImportRequest & fairway.config.v1.ImportRequest.$Shape;
                static create(properties?: fairway.config.v1.ImportRequest.$Properties): fairway.config.v1.ImportRequest;

                /**
                 * Encodes the specified ImportRequest message. Does not implicitly {@link fairway.config.v1.ImportRequest.verify|verify} messages.
                 * @param message ImportRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.ImportRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an ImportRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.ImportRequest & fairway.config.v1.ImportRequest.$Shape} ImportRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.ImportRequest & fairway.config.v1.ImportRequest.$Shape;

                /**
                 * Creates an ImportRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ImportRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.ImportRequest;

                /**
                 * Creates a plain object from an ImportRequest message. Also converts values to other types if specified.
                 * @param message ImportRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.ImportRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ImportRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ImportRequest {

                /** Properties of an ImportRequest. */
                interface $Properties {

                    /** ImportRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** ImportRequest format */
                    format?: (fairway.config.v1.Format|null);

                    /** ImportRequest document */
                    document?: (string|null);

                    /** ImportRequest replace */
                    replace?: (boolean|null);

                    /** ImportRequest revision */
                    revision?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an ImportRequest. */
                type $Shape = fairway.config.v1.ImportRequest.$Properties;
            }

            /**
             * Properties of an ImportResponse.
             * @deprecated Use fairway.config.v1.ImportResponse.$Properties instead.
             */
            interface IImportResponse extends fairway.config.v1.ImportResponse.$Properties {
            }

            /** Represents an ImportResponse. */
            class ImportResponse {

                /**
                 * Constructs a new ImportResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.ImportResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ImportResponse revision. */
                revision: number;

                /** ImportResponse edits. */
                edits: number;

                /**
                 * Creates a new ImportResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ImportResponse instance
                 */
                static create(properties: fairway.config.v1.ImportResponse.$Shape): fairway.config.v1.ImportResponse & fairway.config.v1.ImportResponse.$Shape;
                static create(properties?: fairway.config.v1.ImportResponse.$Properties): fairway.config.v1.ImportResponse;

                /**
                 * Encodes the specified ImportResponse message. Does not implicitly {@link fairway.config.v1.ImportResponse.verify|verify} messages.
                 * @param message ImportResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.ImportResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an ImportResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.ImportResponse & fairway.config.v1.ImportResponse.$Shape} ImportResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.ImportResponse & fairway.config.v1.ImportResponse.$Shape;

                /**
                 * Creates an ImportResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ImportResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.ImportResponse;

                /**
                 * Creates a plain object from an ImportResponse message. Also converts values to other types if specified.
                 * @param message ImportResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.ImportResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ImportResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ImportResponse {

                /** Properties of an ImportResponse. */
                interface $Properties {

                    /** ImportResponse revision */
                    revision?: (number|null);

                    /** ImportResponse edits */
                    edits?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an ImportResponse. */
                type $Shape = fairway.config.v1.ImportResponse.$Properties;
            }

            /**
             * Properties of a Token.
             * @deprecated Use fairway.config.v1.Token.$Properties instead.
             */
            interface IToken extends fairway.config.v1.Token.$Properties {
            }

            /** Represents a Token. */
            class Token {

                /**
                 * Constructs a new Token.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.Token.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Token id. */
                id: string;

                /** Token name. */
                name: string;

                /** Token rights. */
                rights: string[];

                /** Token createdAt. */
                createdAt?: (google.protobuf.Timestamp.$Properties|null);

                /** Token author. */
                author: string;

                /**
                 * Creates a new Token instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Token instance
                 */
                static create(properties: fairway.config.v1.Token.$Shape): fairway.config.v1.Token & fairway.config.v1.Token.$Shape;
                static create(properties?: fairway.config.v1.Token.$Properties): fairway.config.v1.Token;

                /**
                 * Encodes the specified Token message. Does not implicitly {@link fairway.config.v1.Token.verify|verify} messages.
                 * @param message Token message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.Token.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Token message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.Token & fairway.config.v1.Token.$Shape} Token
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.Token & fairway.config.v1.Token.$Shape;

                /**
                 * Creates a Token message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Token
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.Token;

                /**
                 * Creates a plain object from a Token message. Also converts values to other types if specified.
                 * @param message Token
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.Token, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Token to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Token {

                /** Properties of a Token. */
                interface $Properties {

                    /** Token id */
                    id?: (string|null);

                    /** Token name */
                    name?: (string|null);

                    /** Token rights */
                    rights?: (string[]|null);

                    /** Token createdAt */
                    createdAt?: (google.protobuf.Timestamp.$Properties|null);

                    /** Token author */
                    author?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Token. */
                type $Shape = fairway.config.v1.Token.$Properties;
            }

            /**
             * Properties of a ListTokensRequest.
             * @deprecated Use fairway.config.v1.ListTokensRequest.$Properties instead.
             */
            interface IListTokensRequest extends fairway.config.v1.ListTokensRequest.$Properties {
            }

            /** Represents a ListTokensRequest. */
            class ListTokensRequest {

                /**
                 * Constructs a new ListTokensRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.ListTokensRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListTokensRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /**
                 * Creates a new ListTokensRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListTokensRequest instance
                 */
                static create(properties: fairway.config.v1.ListTokensRequest.$Shape): fairway.config.v1.ListTokensRequest & fairway.config.v1.ListTokensRequest.$Shape;
                static create(properties?: fairway.config.v1.ListTokensRequest.$Properties): fairway.config.v1.ListTokensRequest;

                /**
                 * Encodes the specified ListTokensRequest message. Does not implicitly {@link fairway.config.v1.ListTokensRequest.verify|verify} messages.
                 * @param message ListTokensRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.ListTokensRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListTokensRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.ListTokensRequest & fairway.config.v1.ListTokensRequest.$Shape} ListTokensRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.ListTokensRequest & fairway.config.v1.ListTokensRequest.$Shape;

                /**
                 * Creates a ListTokensRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ListTokensRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.ListTokensRequest;

                /**
                 * Creates a plain object from a ListTokensRequest message. Also converts values to other types if specified.
                 * @param message ListTokensRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.ListTokensRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ListTokensRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ListTokensRequest {

                /** Properties of a ListTokensRequest. */
                interface $Properties {

                    /** ListTokensRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListTokensRequest. */
                type $Shape = fairway.config.v1.ListTokensRequest.$Properties;
            }

            /**
             * Properties of a ListTokensResponse.
             * @deprecated Use fairway.config.v1.ListTokensResponse.$Properties instead.
             */
            interface IListTokensResponse extends fairway.config.v1.ListTokensResponse.$Properties {
            }

            /** Represents a ListTokensResponse. */
            class ListTokensResponse {

                /**
                 * Constructs a new ListTokensResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.ListTokensResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListTokensResponse tokens. */
                tokens: fairway.config.v1.Token.$Properties[];

                /**
                 * Creates a new ListTokensResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListTokensResponse instance
                 */
                static create(properties: fairway.config.v1.ListTokensResponse.$Shape): fairway.config.v1.ListTokensResponse & fairway.config.v1.ListTokensResponse.$Shape;
                static create(properties?: fairway.config.v1.ListTokensResponse.$Properties): fairway.config.v1.ListTokensResponse;

                /**
                 * Encodes the specified ListTokensResponse message. Does not implicitly {@link fairway.config.v1.ListTokensResponse.verify|verify} messages.
                 * @param message ListTokensResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.ListTokensResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListTokensResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.ListTokensResponse & fairway.config.v1.ListTokensResponse.$Shape} ListTokensResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.ListTokensResponse & fairway.config.v1.ListTokensResponse.$Shape;

                /**
                 * Creates a ListTokensResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ListTokensResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.ListTokensResponse;

                /**
                 * Creates a plain object from a ListTokensResponse message. Also converts values to other types if specified.
                 * @param message ListTokensResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.ListTokensResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ListTokensResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ListTokensResponse {

                /** Properties of a ListTokensResponse. */
                interface $Properties {

                    /** ListTokensResponse tokens */
                    tokens?: (fairway.config.v1.Token.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListTokensResponse. */
                type $Shape = fairway.config.v1.ListTokensResponse.$Properties;
            }

            /**
             * Properties of a CreateTokenRequest.
             * @deprecated Use fairway.config.v1.CreateTokenRequest.$Properties instead.
             */
            interface ICreateTokenRequest extends fairway.config.v1.CreateTokenRequest.$Properties {
            }

            /** Represents a CreateTokenRequest. */
            class CreateTokenRequest {

                /**
                 * Constructs a new CreateTokenRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.CreateTokenRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CreateTokenRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** CreateTokenRequest name. */
                name: string;

                /** CreateTokenRequest rights. */
                rights: string[];

                /**
                 * Creates a new CreateTokenRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CreateTokenRequest instance
                 */
                static create(properties: fairway.config.v1.CreateTokenRequest.$Shape): fairway.config.v1.CreateTokenRequest & fairway.config.v1.CreateTokenRequest.$Shape;
                static create(properties?: fairway.config.v1.CreateTokenRequest.$Properties): fairway.config.v1.CreateTokenRequest;

                /**
                 * Encodes the specified CreateTokenRequest message. Does not implicitly {@link fairway.config.v1.CreateTokenRequest.verify|verify} messages.
                 * @param message CreateTokenRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.CreateTokenRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CreateTokenRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.CreateTokenRequest & fairway.config.v1.CreateTokenRequest.$Shape} CreateTokenRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.CreateTokenRequest & fairway.config.v1.CreateTokenRequest.$Shape;

                /**
                 * Creates a CreateTokenRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns CreateTokenRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.CreateTokenRequest;

                /**
                 * Creates a plain object from a CreateTokenRequest message. Also converts values to other types if specified.
                 * @param message CreateTokenRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.CreateTokenRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this CreateTokenRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace CreateTokenRequest {

                /** Properties of a CreateTokenRequest. */
                interface $Properties {

                    /** CreateTokenRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** CreateTokenRequest name */
                    name?: (string|null);

                    /** CreateTokenRequest rights */
                    rights?: (string[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CreateTokenRequest. */
                type $Shape = fairway.config.v1.CreateTokenRequest.$Properties;
            }

            /**
             * Properties of a CreateTokenResponse.
             * @deprecated Use fairway.config.v1.CreateTokenResponse.$Properties instead.
             */
            interface ICreateTokenResponse extends fairway.config.v1.CreateTokenResponse.$Properties {
            }

            /** Represents a CreateTokenResponse. */
            class CreateTokenResponse {

                /**
                 * Constructs a new CreateTokenResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.CreateTokenResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CreateTokenResponse id. */
                id: string;

                /** CreateTokenResponse token. */
                token: string;

                /**
                 * Creates a new CreateTokenResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CreateTokenResponse instance
                 */
                static create(properties: fairway.config.v1.CreateTokenResponse.$Shape): fairway.config.v1.CreateTokenResponse & fairway.config.v1.CreateTokenResponse.$Shape;
                static create(properties?: fairway.config.v1.CreateTokenResponse.$Properties): fairway.config.v1.CreateTokenResponse;

                /**
                 * Encodes the specified CreateTokenResponse message. Does not implicitly {@link fairway.config.v1.CreateTokenResponse.verify|verify} messages.
                 * @param message CreateTokenResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.CreateTokenResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CreateTokenResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.CreateTokenResponse & fairway.config.v1.CreateTokenResponse.$Shape} CreateTokenResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.CreateTokenResponse & fairway.config.v1.CreateTokenResponse.$Shape;

                /**
                 * Creates a CreateTokenResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns CreateTokenResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.CreateTokenResponse;

                /**
                 * Creates a plain object from a CreateTokenResponse message. Also converts values to other types if specified.
                 * @param message CreateTokenResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.CreateTokenResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this CreateTokenResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace CreateTokenResponse {

                /** Properties of a CreateTokenResponse. */
                interface $Properties {

                    /** CreateTokenResponse id */
                    id?: (string|null);

                    /** CreateTokenResponse token */
                    token?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CreateTokenResponse. */
                type $Shape = fairway.config.v1.CreateTokenResponse.$Properties;
            }

            /**
             * Properties of a DropTokenRequest.
             * @deprecated Use fairway.config.v1.DropTokenRequest.$Properties instead.
             */
            interface IDropTokenRequest extends fairway.config.v1.DropTokenRequest.$Properties {
            }

            /** Represents a DropTokenRequest. */
            class DropTokenRequest {

                /**
                 * Constructs a new DropTokenRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.DropTokenRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DropTokenRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** DropTokenRequest id. */
                id: string;

                /**
                 * Creates a new DropTokenRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DropTokenRequest instance
                 */
                static create(properties: fairway.config.v1.DropTokenRequest.$Shape): fairway.config.v1.DropTokenRequest & fairway.config.v1.DropTokenRequest.$Shape;
                static create(properties?: fairway.config.v1.DropTokenRequest.$Properties): fairway.config.v1.DropTokenRequest;

                /**
                 * Encodes the specified DropTokenRequest message. Does not implicitly {@link fairway.config.v1.DropTokenRequest.verify|verify} messages.
                 * @param message DropTokenRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.DropTokenRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DropTokenRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.DropTokenRequest & fairway.config.v1.DropTokenRequest.$Shape} DropTokenRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.DropTokenRequest & fairway.config.v1.DropTokenRequest.$Shape;

                /**
                 * Creates a DropTokenRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns DropTokenRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.DropTokenRequest;

                /**
                 * Creates a plain object from a DropTokenRequest message. Also converts values to other types if specified.
                 * @param message DropTokenRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.DropTokenRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this DropTokenRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace DropTokenRequest {

                /** Properties of a DropTokenRequest. */
                interface $Properties {

                    /** DropTokenRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** DropTokenRequest id */
                    id?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DropTokenRequest. */
                type $Shape = fairway.config.v1.DropTokenRequest.$Properties;
            }

            /**
             * Properties of a DropTokenResponse.
             * @deprecated Use fairway.config.v1.DropTokenResponse.$Properties instead.
             */
            interface IDropTokenResponse extends fairway.config.v1.DropTokenResponse.$Properties {
            }

            /** Represents a DropTokenResponse. */
            class DropTokenResponse {

                /**
                 * Constructs a new DropTokenResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.DropTokenResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new DropTokenResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DropTokenResponse instance
                 */
                static create(properties: fairway.config.v1.DropTokenResponse.$Shape): fairway.config.v1.DropTokenResponse & fairway.config.v1.DropTokenResponse.$Shape;
                static create(properties?: fairway.config.v1.DropTokenResponse.$Properties): fairway.config.v1.DropTokenResponse;

                /**
                 * Encodes the specified DropTokenResponse message. Does not implicitly {@link fairway.config.v1.DropTokenResponse.verify|verify} messages.
                 * @param message DropTokenResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.DropTokenResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DropTokenResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.DropTokenResponse & fairway.config.v1.DropTokenResponse.$Shape} DropTokenResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.DropTokenResponse & fairway.config.v1.DropTokenResponse.$Shape;

                /**
                 * Creates a DropTokenResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns DropTokenResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.DropTokenResponse;

                /**
                 * Creates a plain object from a DropTokenResponse message. Also converts values to other types if specified.
                 * @param message DropTokenResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.DropTokenResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this DropTokenResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace DropTokenResponse {

                /** Properties of a DropTokenResponse. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DropTokenResponse. */
                type $Shape = fairway.config.v1.DropTokenResponse.$Properties;
            }

            /**
             * Properties of an AccessKey.
             * @deprecated Use fairway.config.v1.AccessKey.$Properties instead.
             */
            interface IAccessKey extends fairway.config.v1.AccessKey.$Properties {
            }

            /** Represents an AccessKey. */
            class AccessKey {

                /**
                 * Constructs a new AccessKey.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.AccessKey.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AccessKey id. */
                id: string;

                /** AccessKey name. */
                name: string;

                /** AccessKey createdAt. */
                createdAt?: (google.protobuf.Timestamp.$Properties|null);

                /** AccessKey author. */
                author: string;

                /**
                 * Creates a new AccessKey instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns AccessKey instance
                 */
                static create(properties: fairway.config.v1.AccessKey.$Shape): fairway.config.v1.AccessKey & fairway.config.v1.AccessKey.$Shape;
                static create(properties?: fairway.config.v1.AccessKey.$Properties): fairway.config.v1.AccessKey;

                /**
                 * Encodes the specified AccessKey message. Does not implicitly {@link fairway.config.v1.AccessKey.verify|verify} messages.
                 * @param message AccessKey message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.AccessKey.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AccessKey message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.AccessKey & fairway.config.v1.AccessKey.$Shape} AccessKey
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.AccessKey & fairway.config.v1.AccessKey.$Shape;

                /**
                 * Creates an AccessKey message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns AccessKey
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.AccessKey;

                /**
                 * Creates a plain object from an AccessKey message. Also converts values to other types if specified.
                 * @param message AccessKey
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.AccessKey, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this AccessKey to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace AccessKey {

                /** Properties of an AccessKey. */
                interface $Properties {

                    /** AccessKey id */
                    id?: (string|null);

                    /** AccessKey name */
                    name?: (string|null);

                    /** AccessKey createdAt */
                    createdAt?: (google.protobuf.Timestamp.$Properties|null);

                    /** AccessKey author */
                    author?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AccessKey. */
                type $Shape = fairway.config.v1.AccessKey.$Properties;
            }

            /**
             * Properties of a ListAccessKeysRequest.
             * @deprecated Use fairway.config.v1.ListAccessKeysRequest.$Properties instead.
             */
            interface IListAccessKeysRequest extends fairway.config.v1.ListAccessKeysRequest.$Properties {
            }

            /** Represents a ListAccessKeysRequest. */
            class ListAccessKeysRequest {

                /**
                 * Constructs a new ListAccessKeysRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.ListAccessKeysRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListAccessKeysRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /**
                 * Creates a new ListAccessKeysRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListAccessKeysRequest instance
                 */
                static create(properties: fairway.config.v1.ListAccessKeysRequest.$Shape): fairway.config.v1.ListAccessKeysRequest & fairway.config.v1.ListAccessKeysRequest.$Shape;
                static create(properties?: fairway.config.v1.ListAccessKeysRequest.$Properties): fairway.config.v1.ListAccessKeysRequest;

                /**
                 * Encodes the specified ListAccessKeysRequest message. Does not implicitly {@link fairway.config.v1.ListAccessKeysRequest.verify|verify} messages.
                 * @param message ListAccessKeysRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.ListAccessKeysRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListAccessKeysRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.ListAccessKeysRequest & fairway.config.v1.ListAccessKeysRequest.$Shape} ListAccessKeysRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.ListAccessKeysRequest & fairway.config.v1.ListAccessKeysRequest.$Shape;

                /**
                 * Creates a ListAccessKeysRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ListAccessKeysRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.ListAccessKeysRequest;

                /**
                 * Creates a plain object from a ListAccessKeysRequest message. Also converts values to other types if specified.
                 * @param message ListAccessKeysRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.ListAccessKeysRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ListAccessKeysRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ListAccessKeysRequest {

                /** Properties of a ListAccessKeysRequest. */
                interface $Properties {

                    /** ListAccessKeysRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListAccessKeysRequest. */
                type $Shape = fairway.config.v1.ListAccessKeysRequest.$Properties;
            }

            /**
             * Properties of a ListAccessKeysResponse.
             * @deprecated Use fairway.config.v1.ListAccessKeysResponse.$Properties instead.
             */
            interface IListAccessKeysResponse extends fairway.config.v1.ListAccessKeysResponse.$Properties {
            }

            /** Represents a ListAccessKeysResponse. */
            class ListAccessKeysResponse {

                /**
                 * Constructs a new ListAccessKeysResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.ListAccessKeysResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListAccessKeysResponse keys. */
                keys: fairway.config.v1.AccessKey.$Properties[];

                /**
                 * Creates a new ListAccessKeysResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListAccessKeysResponse instance
                 */
                static create(properties: fairway.config.v1.ListAccessKeysResponse.$Shape): fairway.config.v1.ListAccessKeysResponse & fairway.config.v1.ListAccessKeysResponse.$Shape;
                static create(properties?: fairway.config.v1.ListAccessKeysResponse.$Properties): fairway.config.v1.ListAccessKeysResponse;

                /**
                 * Encodes the specified ListAccessKeysResponse message. Does not implicitly {@link fairway.config.v1.ListAccessKeysResponse.verify|verify} messages.
                 * @param message ListAccessKeysResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.ListAccessKeysResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListAccessKeysResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.ListAccessKeysResponse & fairway.config.v1.ListAccessKeysResponse.$Shape} ListAccessKeysResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.ListAccessKeysResponse & fairway.config.v1.ListAccessKeysResponse.$Shape;

                /**
                 * Creates a ListAccessKeysResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ListAccessKeysResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.ListAccessKeysResponse;

                /**
                 * Creates a plain object from a ListAccessKeysResponse message. Also converts values to other types if specified.
                 * @param message ListAccessKeysResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.ListAccessKeysResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ListAccessKeysResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ListAccessKeysResponse {

                /** Properties of a ListAccessKeysResponse. */
                interface $Properties {

                    /** ListAccessKeysResponse keys */
                    keys?: (fairway.config.v1.AccessKey.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListAccessKeysResponse. */
                type $Shape = fairway.config.v1.ListAccessKeysResponse.$Properties;
            }

            /**
             * Properties of a CreateAccessKeyRequest.
             * @deprecated Use fairway.config.v1.CreateAccessKeyRequest.$Properties instead.
             */
            interface ICreateAccessKeyRequest extends fairway.config.v1.CreateAccessKeyRequest.$Properties {
            }

            /** Represents a CreateAccessKeyRequest. */
            class CreateAccessKeyRequest {

                /**
                 * Constructs a new CreateAccessKeyRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.CreateAccessKeyRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CreateAccessKeyRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** CreateAccessKeyRequest name. */
                name: string;

                /**
                 * Creates a new CreateAccessKeyRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CreateAccessKeyRequest instance
                 */
                static create(properties: fairway.config.v1.CreateAccessKeyRequest.$Shape): fairway.config.v1.CreateAccessKeyRequest & fairway.config.v1.CreateAccessKeyRequest.$Shape;
                static create(properties?: fairway.config.v1.CreateAccessKeyRequest.$Properties): fairway.config.v1.CreateAccessKeyRequest;

                /**
                 * Encodes the specified CreateAccessKeyRequest message. Does not implicitly {@link fairway.config.v1.CreateAccessKeyRequest.verify|verify} messages.
                 * @param message CreateAccessKeyRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.CreateAccessKeyRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CreateAccessKeyRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.CreateAccessKeyRequest & fairway.config.v1.CreateAccessKeyRequest.$Shape} CreateAccessKeyRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.CreateAccessKeyRequest & fairway.config.v1.CreateAccessKeyRequest.$Shape;

                /**
                 * Creates a CreateAccessKeyRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns CreateAccessKeyRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.CreateAccessKeyRequest;

                /**
                 * Creates a plain object from a CreateAccessKeyRequest message. Also converts values to other types if specified.
                 * @param message CreateAccessKeyRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.CreateAccessKeyRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this CreateAccessKeyRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace CreateAccessKeyRequest {

                /** Properties of a CreateAccessKeyRequest. */
                interface $Properties {

                    /** CreateAccessKeyRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** CreateAccessKeyRequest name */
                    name?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CreateAccessKeyRequest. */
                type $Shape = fairway.config.v1.CreateAccessKeyRequest.$Properties;
            }

            /**
             * Properties of a CreateAccessKeyResponse.
             * @deprecated Use fairway.config.v1.CreateAccessKeyResponse.$Properties instead.
             */
            interface ICreateAccessKeyResponse extends fairway.config.v1.CreateAccessKeyResponse.$Properties {
            }

            /** Represents a CreateAccessKeyResponse. */
            class CreateAccessKeyResponse {

                /**
                 * Constructs a new CreateAccessKeyResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.CreateAccessKeyResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CreateAccessKeyResponse id. */
                id: string;

                /** CreateAccessKeyResponse secret. */
                secret: string;

                /**
                 * Creates a new CreateAccessKeyResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CreateAccessKeyResponse instance
                 */
                static create(properties: fairway.config.v1.CreateAccessKeyResponse.$Shape): fairway.config.v1.CreateAccessKeyResponse & fairway.config.v1.CreateAccessKeyResponse.$Shape;
                static create(properties?: fairway.config.v1.CreateAccessKeyResponse.$Properties): fairway.config.v1.CreateAccessKeyResponse;

                /**
                 * Encodes the specified CreateAccessKeyResponse message. Does not implicitly {@link fairway.config.v1.CreateAccessKeyResponse.verify|verify} messages.
                 * @param message CreateAccessKeyResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.CreateAccessKeyResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CreateAccessKeyResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.CreateAccessKeyResponse & fairway.config.v1.CreateAccessKeyResponse.$Shape} CreateAccessKeyResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.CreateAccessKeyResponse & fairway.config.v1.CreateAccessKeyResponse.$Shape;

                /**
                 * Creates a CreateAccessKeyResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns CreateAccessKeyResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.CreateAccessKeyResponse;

                /**
                 * Creates a plain object from a CreateAccessKeyResponse message. Also converts values to other types if specified.
                 * @param message CreateAccessKeyResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.CreateAccessKeyResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this CreateAccessKeyResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace CreateAccessKeyResponse {

                /** Properties of a CreateAccessKeyResponse. */
                interface $Properties {

                    /** CreateAccessKeyResponse id */
                    id?: (string|null);

                    /** CreateAccessKeyResponse secret */
                    secret?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CreateAccessKeyResponse. */
                type $Shape = fairway.config.v1.CreateAccessKeyResponse.$Properties;
            }

            /**
             * Properties of a DropAccessKeyRequest.
             * @deprecated Use fairway.config.v1.DropAccessKeyRequest.$Properties instead.
             */
            interface IDropAccessKeyRequest extends fairway.config.v1.DropAccessKeyRequest.$Properties {
            }

            /** Represents a DropAccessKeyRequest. */
            class DropAccessKeyRequest {

                /**
                 * Constructs a new DropAccessKeyRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.DropAccessKeyRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DropAccessKeyRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** DropAccessKeyRequest id. */
                id: string;

                /**
                 * Creates a new DropAccessKeyRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DropAccessKeyRequest instance
                 */
                static create(properties: fairway.config.v1.DropAccessKeyRequest.$Shape): fairway.config.v1.DropAccessKeyRequest & fairway.config.v1.DropAccessKeyRequest.$Shape;
                static create(properties?: fairway.config.v1.DropAccessKeyRequest.$Properties): fairway.config.v1.DropAccessKeyRequest;

                /**
                 * Encodes the specified DropAccessKeyRequest message. Does not implicitly {@link fairway.config.v1.DropAccessKeyRequest.verify|verify} messages.
                 * @param message DropAccessKeyRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.DropAccessKeyRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DropAccessKeyRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.DropAccessKeyRequest & fairway.config.v1.DropAccessKeyRequest.$Shape} DropAccessKeyRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.DropAccessKeyRequest & fairway.config.v1.DropAccessKeyRequest.$Shape;

                /**
                 * Creates a DropAccessKeyRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns DropAccessKeyRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.DropAccessKeyRequest;

                /**
                 * Creates a plain object from a DropAccessKeyRequest message. Also converts values to other types if specified.
                 * @param message DropAccessKeyRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.DropAccessKeyRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this DropAccessKeyRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace DropAccessKeyRequest {

                /** Properties of a DropAccessKeyRequest. */
                interface $Properties {

                    /** DropAccessKeyRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** DropAccessKeyRequest id */
                    id?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DropAccessKeyRequest. */
                type $Shape = fairway.config.v1.DropAccessKeyRequest.$Properties;
            }

            /**
             * Properties of a DropAccessKeyResponse.
             * @deprecated Use fairway.config.v1.DropAccessKeyResponse.$Properties instead.
             */
            interface IDropAccessKeyResponse extends fairway.config.v1.DropAccessKeyResponse.$Properties {
            }

            /** Represents a DropAccessKeyResponse. */
            class DropAccessKeyResponse {

                /**
                 * Constructs a new DropAccessKeyResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.DropAccessKeyResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new DropAccessKeyResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DropAccessKeyResponse instance
                 */
                static create(properties: fairway.config.v1.DropAccessKeyResponse.$Shape): fairway.config.v1.DropAccessKeyResponse & fairway.config.v1.DropAccessKeyResponse.$Shape;
                static create(properties?: fairway.config.v1.DropAccessKeyResponse.$Properties): fairway.config.v1.DropAccessKeyResponse;

                /**
                 * Encodes the specified DropAccessKeyResponse message. Does not implicitly {@link fairway.config.v1.DropAccessKeyResponse.verify|verify} messages.
                 * @param message DropAccessKeyResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.DropAccessKeyResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DropAccessKeyResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.DropAccessKeyResponse & fairway.config.v1.DropAccessKeyResponse.$Shape} DropAccessKeyResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.DropAccessKeyResponse & fairway.config.v1.DropAccessKeyResponse.$Shape;

                /**
                 * Creates a DropAccessKeyResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns DropAccessKeyResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.DropAccessKeyResponse;

                /**
                 * Creates a plain object from a DropAccessKeyResponse message. Also converts values to other types if specified.
                 * @param message DropAccessKeyResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.DropAccessKeyResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this DropAccessKeyResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace DropAccessKeyResponse {

                /** Properties of a DropAccessKeyResponse. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DropAccessKeyResponse. */
                type $Shape = fairway.config.v1.DropAccessKeyResponse.$Properties;
            }

            /**
             * Properties of a SetOpenRequest.
             * @deprecated Use fairway.config.v1.SetOpenRequest.$Properties instead.
             */
            interface ISetOpenRequest extends fairway.config.v1.SetOpenRequest.$Properties {
            }

            /** Represents a SetOpenRequest. */
            class SetOpenRequest {

                /**
                 * Constructs a new SetOpenRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.SetOpenRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SetOpenRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /** SetOpenRequest open. */
                open: boolean;

                /**
                 * Creates a new SetOpenRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SetOpenRequest instance
                 */
                static create(properties: fairway.config.v1.SetOpenRequest.$Shape): fairway.config.v1.SetOpenRequest & fairway.config.v1.SetOpenRequest.$Shape;
                static create(properties?: fairway.config.v1.SetOpenRequest.$Properties): fairway.config.v1.SetOpenRequest;

                /**
                 * Encodes the specified SetOpenRequest message. Does not implicitly {@link fairway.config.v1.SetOpenRequest.verify|verify} messages.
                 * @param message SetOpenRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.SetOpenRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SetOpenRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.SetOpenRequest & fairway.config.v1.SetOpenRequest.$Shape} SetOpenRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.SetOpenRequest & fairway.config.v1.SetOpenRequest.$Shape;

                /**
                 * Creates a SetOpenRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns SetOpenRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.SetOpenRequest;

                /**
                 * Creates a plain object from a SetOpenRequest message. Also converts values to other types if specified.
                 * @param message SetOpenRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.SetOpenRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this SetOpenRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace SetOpenRequest {

                /** Properties of a SetOpenRequest. */
                interface $Properties {

                    /** SetOpenRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** SetOpenRequest open */
                    open?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SetOpenRequest. */
                type $Shape = fairway.config.v1.SetOpenRequest.$Properties;
            }

            /**
             * Properties of a SetOpenResponse.
             * @deprecated Use fairway.config.v1.SetOpenResponse.$Properties instead.
             */
            interface ISetOpenResponse extends fairway.config.v1.SetOpenResponse.$Properties {
            }

            /** Represents a SetOpenResponse. */
            class SetOpenResponse {

                /**
                 * Constructs a new SetOpenResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.SetOpenResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new SetOpenResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SetOpenResponse instance
                 */
                static create(properties: fairway.config.v1.SetOpenResponse.$Shape): fairway.config.v1.SetOpenResponse & fairway.config.v1.SetOpenResponse.$Shape;
                static create(properties?: fairway.config.v1.SetOpenResponse.$Properties): fairway.config.v1.SetOpenResponse;

                /**
                 * Encodes the specified SetOpenResponse message. Does not implicitly {@link fairway.config.v1.SetOpenResponse.verify|verify} messages.
                 * @param message SetOpenResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.SetOpenResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SetOpenResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.SetOpenResponse & fairway.config.v1.SetOpenResponse.$Shape} SetOpenResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.SetOpenResponse & fairway.config.v1.SetOpenResponse.$Shape;

                /**
                 * Creates a SetOpenResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns SetOpenResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.SetOpenResponse;

                /**
                 * Creates a plain object from a SetOpenResponse message. Also converts values to other types if specified.
                 * @param message SetOpenResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.SetOpenResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this SetOpenResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace SetOpenResponse {

                /** Properties of a SetOpenResponse. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SetOpenResponse. */
                type $Shape = fairway.config.v1.SetOpenResponse.$Properties;
            }

            /**
             * Properties of a ResealRequest.
             * @deprecated Use fairway.config.v1.ResealRequest.$Properties instead.
             */
            interface IResealRequest extends fairway.config.v1.ResealRequest.$Properties {
            }

            /** Represents a ResealRequest. */
            class ResealRequest {

                /**
                 * Constructs a new ResealRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.ResealRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ResealRequest service. */
                service?: (fairway.config.v1.Service.$Properties|null);

                /**
                 * Creates a new ResealRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ResealRequest instance
                 */
                static create(properties: fairway.config.v1.ResealRequest.$Shape): fairway.config.v1.ResealRequest & fairway.config.v1.ResealRequest.$Shape;
                static create(properties?: fairway.config.v1.ResealRequest.$Properties): fairway.config.v1.ResealRequest;

                /**
                 * Encodes the specified ResealRequest message. Does not implicitly {@link fairway.config.v1.ResealRequest.verify|verify} messages.
                 * @param message ResealRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.ResealRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ResealRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.ResealRequest & fairway.config.v1.ResealRequest.$Shape} ResealRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.ResealRequest & fairway.config.v1.ResealRequest.$Shape;

                /**
                 * Creates a ResealRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ResealRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.ResealRequest;

                /**
                 * Creates a plain object from a ResealRequest message. Also converts values to other types if specified.
                 * @param message ResealRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.ResealRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ResealRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ResealRequest {

                /** Properties of a ResealRequest. */
                interface $Properties {

                    /** ResealRequest service */
                    service?: (fairway.config.v1.Service.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ResealRequest. */
                type $Shape = fairway.config.v1.ResealRequest.$Properties;
            }

            /**
             * Properties of a ResealResponse.
             * @deprecated Use fairway.config.v1.ResealResponse.$Properties instead.
             */
            interface IResealResponse extends fairway.config.v1.ResealResponse.$Properties {
            }

            /** Represents a ResealResponse. */
            class ResealResponse {

                /**
                 * Constructs a new ResealResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.ResealResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ResealResponse resealed. */
                resealed: number;

                /** ResealResponse remaining. */
                remaining: boolean;

                /**
                 * Creates a new ResealResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ResealResponse instance
                 */
                static create(properties: fairway.config.v1.ResealResponse.$Shape): fairway.config.v1.ResealResponse & fairway.config.v1.ResealResponse.$Shape;
                static create(properties?: fairway.config.v1.ResealResponse.$Properties): fairway.config.v1.ResealResponse;

                /**
                 * Encodes the specified ResealResponse message. Does not implicitly {@link fairway.config.v1.ResealResponse.verify|verify} messages.
                 * @param message ResealResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.ResealResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ResealResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.ResealResponse & fairway.config.v1.ResealResponse.$Shape} ResealResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.ResealResponse & fairway.config.v1.ResealResponse.$Shape;

                /**
                 * Creates a ResealResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ResealResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.ResealResponse;

                /**
                 * Creates a plain object from a ResealResponse message. Also converts values to other types if specified.
                 * @param message ResealResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.ResealResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ResealResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ResealResponse {

                /** Properties of a ResealResponse. */
                interface $Properties {

                    /** ResealResponse resealed */
                    resealed?: (number|null);

                    /** ResealResponse remaining */
                    remaining?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ResealResponse. */
                type $Shape = fairway.config.v1.ResealResponse.$Properties;
            }

            /**
             * Properties of a Stale.
             * @deprecated Use fairway.config.v1.Stale.$Properties instead.
             */
            interface IStale extends fairway.config.v1.Stale.$Properties {
            }

            /** Represents a Stale. */
            class Stale {

                /**
                 * Constructs a new Stale.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.config.v1.Stale.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Stale revision. */
                revision: number;

                /**
                 * Creates a new Stale instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Stale instance
                 */
                static create(properties: fairway.config.v1.Stale.$Shape): fairway.config.v1.Stale & fairway.config.v1.Stale.$Shape;
                static create(properties?: fairway.config.v1.Stale.$Properties): fairway.config.v1.Stale;

                /**
                 * Encodes the specified Stale message. Does not implicitly {@link fairway.config.v1.Stale.verify|verify} messages.
                 * @param message Stale message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.config.v1.Stale.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Stale message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.config.v1.Stale & fairway.config.v1.Stale.$Shape} Stale
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.config.v1.Stale & fairway.config.v1.Stale.$Shape;

                /**
                 * Creates a Stale message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Stale
                 */
                static fromObject(object: { [k: string]: any }): fairway.config.v1.Stale;

                /**
                 * Creates a plain object from a Stale message. Also converts values to other types if specified.
                 * @param message Stale
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.config.v1.Stale, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Stale to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Stale {

                /** Properties of a Stale. */
                interface $Properties {

                    /** Stale revision */
                    revision?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Stale. */
                type $Shape = fairway.config.v1.Stale.$Properties;
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
