import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace fairway. */
export namespace fairway {

    /** Namespace push. */
    namespace push {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of a RegisterDeviceRequest.
             * @deprecated Use fairway.push.v1.RegisterDeviceRequest.$Properties instead.
             */
            interface IRegisterDeviceRequest extends fairway.push.v1.RegisterDeviceRequest.$Properties {
            }

            /** Represents a RegisterDeviceRequest. */
            class RegisterDeviceRequest {

                /**
                 * Constructs a new RegisterDeviceRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.RegisterDeviceRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RegisterDeviceRequest fcm. */
                fcm?: (string|null);

                /** RegisterDeviceRequest apns. */
                apns?: (string|null);

                /** RegisterDeviceRequest token. */
                token?: ("fcm"|"apns");

                /**
                 * Creates a new RegisterDeviceRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns RegisterDeviceRequest instance
                 */
                static create(properties: fairway.push.v1.RegisterDeviceRequest.$Shape): fairway.push.v1.RegisterDeviceRequest & fairway.push.v1.RegisterDeviceRequest.$Shape;
                static create(properties?: fairway.push.v1.RegisterDeviceRequest.$Properties): fairway.push.v1.RegisterDeviceRequest;

                /**
                 * Encodes the specified RegisterDeviceRequest message. Does not implicitly {@link fairway.push.v1.RegisterDeviceRequest.verify|verify} messages.
                 * @param message RegisterDeviceRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.RegisterDeviceRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RegisterDeviceRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.RegisterDeviceRequest & fairway.push.v1.RegisterDeviceRequest.$Shape} RegisterDeviceRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.RegisterDeviceRequest & fairway.push.v1.RegisterDeviceRequest.$Shape;

                /**
                 * Creates a RegisterDeviceRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns RegisterDeviceRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.RegisterDeviceRequest;

                /**
                 * Creates a plain object from a RegisterDeviceRequest message. Also converts values to other types if specified.
                 * @param message RegisterDeviceRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.RegisterDeviceRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this RegisterDeviceRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace RegisterDeviceRequest {

                /** Properties of a RegisterDeviceRequest. */
                interface $Properties {

                    /** RegisterDeviceRequest fcm */
                    fcm?: (string|null);

                    /** RegisterDeviceRequest apns */
                    apns?: (string|null);

                    /** RegisterDeviceRequest token */
                    token?: ("fcm"|"apns");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a RegisterDeviceRequest. */
                type $Shape = {
                  fcm?: string|null;
                  apns?: string|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ token?: undefined; fcm?: null; apns?: null }|{ token?: "fcm"; fcm: string; apns?: null }|{ token?: "apns"; fcm?: null; apns: string })
                );
            }

            /**
             * Properties of a RegisterDeviceResponse.
             * @deprecated Use fairway.push.v1.RegisterDeviceResponse.$Properties instead.
             */
            interface IRegisterDeviceResponse extends fairway.push.v1.RegisterDeviceResponse.$Properties {
            }

            /** Represents a RegisterDeviceResponse. */
            class RegisterDeviceResponse {

                /**
                 * Constructs a new RegisterDeviceResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.RegisterDeviceResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new RegisterDeviceResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns RegisterDeviceResponse instance
                 */
                static create(properties: fairway.push.v1.RegisterDeviceResponse.$Shape): fairway.push.v1.RegisterDeviceResponse & fairway.push.v1.RegisterDeviceResponse.$Shape;
                static create(properties?: fairway.push.v1.RegisterDeviceResponse.$Properties): fairway.push.v1.RegisterDeviceResponse;

                /**
                 * Encodes the specified RegisterDeviceResponse message. Does not implicitly {@link fairway.push.v1.RegisterDeviceResponse.verify|verify} messages.
                 * @param message RegisterDeviceResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.RegisterDeviceResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RegisterDeviceResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.RegisterDeviceResponse & fairway.push.v1.RegisterDeviceResponse.$Shape} RegisterDeviceResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.RegisterDeviceResponse & fairway.push.v1.RegisterDeviceResponse.$Shape;

                /**
                 * Creates a RegisterDeviceResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns RegisterDeviceResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.RegisterDeviceResponse;

                /**
                 * Creates a plain object from a RegisterDeviceResponse message. Also converts values to other types if specified.
                 * @param message RegisterDeviceResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.RegisterDeviceResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this RegisterDeviceResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace RegisterDeviceResponse {

                /** Properties of a RegisterDeviceResponse. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RegisterDeviceResponse. */
                type $Shape = fairway.push.v1.RegisterDeviceResponse.$Properties;
            }

            /**
             * Properties of an UnregisterDeviceRequest.
             * @deprecated Use fairway.push.v1.UnregisterDeviceRequest.$Properties instead.
             */
            interface IUnregisterDeviceRequest extends fairway.push.v1.UnregisterDeviceRequest.$Properties {
            }

            /** Represents an UnregisterDeviceRequest. */
            class UnregisterDeviceRequest {

                /**
                 * Constructs a new UnregisterDeviceRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.UnregisterDeviceRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** UnregisterDeviceRequest fcm. */
                fcm?: (string|null);

                /** UnregisterDeviceRequest apns. */
                apns?: (string|null);

                /** UnregisterDeviceRequest token. */
                token?: ("fcm"|"apns");

                /**
                 * Creates a new UnregisterDeviceRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns UnregisterDeviceRequest instance
                 */
                static create(properties: fairway.push.v1.UnregisterDeviceRequest.$Shape): fairway.push.v1.UnregisterDeviceRequest & fairway.push.v1.UnregisterDeviceRequest.$Shape;
                static create(properties?: fairway.push.v1.UnregisterDeviceRequest.$Properties): fairway.push.v1.UnregisterDeviceRequest;

                /**
                 * Encodes the specified UnregisterDeviceRequest message. Does not implicitly {@link fairway.push.v1.UnregisterDeviceRequest.verify|verify} messages.
                 * @param message UnregisterDeviceRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.UnregisterDeviceRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an UnregisterDeviceRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.UnregisterDeviceRequest & fairway.push.v1.UnregisterDeviceRequest.$Shape} UnregisterDeviceRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.UnregisterDeviceRequest & fairway.push.v1.UnregisterDeviceRequest.$Shape;

                /**
                 * Creates an UnregisterDeviceRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns UnregisterDeviceRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.UnregisterDeviceRequest;

                /**
                 * Creates a plain object from an UnregisterDeviceRequest message. Also converts values to other types if specified.
                 * @param message UnregisterDeviceRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.UnregisterDeviceRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this UnregisterDeviceRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace UnregisterDeviceRequest {

                /** Properties of an UnregisterDeviceRequest. */
                interface $Properties {

                    /** UnregisterDeviceRequest fcm */
                    fcm?: (string|null);

                    /** UnregisterDeviceRequest apns */
                    apns?: (string|null);

                    /** UnregisterDeviceRequest token */
                    token?: ("fcm"|"apns");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of an UnregisterDeviceRequest. */
                type $Shape = {
                  fcm?: string|null;
                  apns?: string|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ token?: undefined; fcm?: null; apns?: null }|{ token?: "fcm"; fcm: string; apns?: null }|{ token?: "apns"; fcm?: null; apns: string })
                );
            }

            /**
             * Properties of an UnregisterDeviceResponse.
             * @deprecated Use fairway.push.v1.UnregisterDeviceResponse.$Properties instead.
             */
            interface IUnregisterDeviceResponse extends fairway.push.v1.UnregisterDeviceResponse.$Properties {
            }

            /** Represents an UnregisterDeviceResponse. */
            class UnregisterDeviceResponse {

                /**
                 * Constructs a new UnregisterDeviceResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.UnregisterDeviceResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new UnregisterDeviceResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns UnregisterDeviceResponse instance
                 */
                static create(properties: fairway.push.v1.UnregisterDeviceResponse.$Shape): fairway.push.v1.UnregisterDeviceResponse & fairway.push.v1.UnregisterDeviceResponse.$Shape;
                static create(properties?: fairway.push.v1.UnregisterDeviceResponse.$Properties): fairway.push.v1.UnregisterDeviceResponse;

                /**
                 * Encodes the specified UnregisterDeviceResponse message. Does not implicitly {@link fairway.push.v1.UnregisterDeviceResponse.verify|verify} messages.
                 * @param message UnregisterDeviceResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.UnregisterDeviceResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an UnregisterDeviceResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.UnregisterDeviceResponse & fairway.push.v1.UnregisterDeviceResponse.$Shape} UnregisterDeviceResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.UnregisterDeviceResponse & fairway.push.v1.UnregisterDeviceResponse.$Shape;

                /**
                 * Creates an UnregisterDeviceResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns UnregisterDeviceResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.UnregisterDeviceResponse;

                /**
                 * Creates a plain object from an UnregisterDeviceResponse message. Also converts values to other types if specified.
                 * @param message UnregisterDeviceResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.UnregisterDeviceResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this UnregisterDeviceResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace UnregisterDeviceResponse {

                /** Properties of an UnregisterDeviceResponse. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an UnregisterDeviceResponse. */
                type $Shape = fairway.push.v1.UnregisterDeviceResponse.$Properties;
            }

            /**
             * Properties of a HandOverRequest.
             * @deprecated Use fairway.push.v1.HandOverRequest.$Properties instead.
             */
            interface IHandOverRequest extends fairway.push.v1.HandOverRequest.$Properties {
            }

            /** Represents a HandOverRequest. */
            class HandOverRequest {

                /**
                 * Constructs a new HandOverRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.HandOverRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** HandOverRequest missed. */
                missed: fairway.push.v1.Missed.$Properties[];

                /**
                 * Creates a new HandOverRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns HandOverRequest instance
                 */
                static create(properties: fairway.push.v1.HandOverRequest.$Shape): fairway.push.v1.HandOverRequest & fairway.push.v1.HandOverRequest.$Shape;
                static create(properties?: fairway.push.v1.HandOverRequest.$Properties): fairway.push.v1.HandOverRequest;

                /**
                 * Encodes the specified HandOverRequest message. Does not implicitly {@link fairway.push.v1.HandOverRequest.verify|verify} messages.
                 * @param message HandOverRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.HandOverRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a HandOverRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.HandOverRequest & fairway.push.v1.HandOverRequest.$Shape} HandOverRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.HandOverRequest & fairway.push.v1.HandOverRequest.$Shape;

                /**
                 * Creates a HandOverRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns HandOverRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.HandOverRequest;

                /**
                 * Creates a plain object from a HandOverRequest message. Also converts values to other types if specified.
                 * @param message HandOverRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.HandOverRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this HandOverRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace HandOverRequest {

                /** Properties of a HandOverRequest. */
                interface $Properties {

                    /** HandOverRequest missed */
                    missed?: (fairway.push.v1.Missed.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a HandOverRequest. */
                type $Shape = fairway.push.v1.HandOverRequest.$Properties;
            }

            /**
             * Properties of a HandOverResponse.
             * @deprecated Use fairway.push.v1.HandOverResponse.$Properties instead.
             */
            interface IHandOverResponse extends fairway.push.v1.HandOverResponse.$Properties {
            }

            /** Represents a HandOverResponse. */
            class HandOverResponse {

                /**
                 * Constructs a new HandOverResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.HandOverResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new HandOverResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns HandOverResponse instance
                 */
                static create(properties: fairway.push.v1.HandOverResponse.$Shape): fairway.push.v1.HandOverResponse & fairway.push.v1.HandOverResponse.$Shape;
                static create(properties?: fairway.push.v1.HandOverResponse.$Properties): fairway.push.v1.HandOverResponse;

                /**
                 * Encodes the specified HandOverResponse message. Does not implicitly {@link fairway.push.v1.HandOverResponse.verify|verify} messages.
                 * @param message HandOverResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.HandOverResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a HandOverResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.HandOverResponse & fairway.push.v1.HandOverResponse.$Shape} HandOverResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.HandOverResponse & fairway.push.v1.HandOverResponse.$Shape;

                /**
                 * Creates a HandOverResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns HandOverResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.HandOverResponse;

                /**
                 * Creates a plain object from a HandOverResponse message. Also converts values to other types if specified.
                 * @param message HandOverResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.HandOverResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this HandOverResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace HandOverResponse {

                /** Properties of a HandOverResponse. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a HandOverResponse. */
                type $Shape = fairway.push.v1.HandOverResponse.$Properties;
            }

            /**
             * Properties of a Missed.
             * @deprecated Use fairway.push.v1.Missed.$Properties instead.
             */
            interface IMissed extends fairway.push.v1.Missed.$Properties {
            }

            /** Represents a Missed. */
            class Missed {

                /**
                 * Constructs a new Missed.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.Missed.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Missed id. */
                id: string;

                /** Missed user. */
                user: string;

                /** Missed notification. */
                notification?: (fairway.push.v1.Notification.$Properties|null);

                /** Missed expiresAt. */
                expiresAt?: (google.protobuf.Timestamp.$Properties|null);

                /**
                 * Creates a new Missed instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Missed instance
                 */
                static create(properties: fairway.push.v1.Missed.$Shape): fairway.push.v1.Missed & fairway.push.v1.Missed.$Shape;
                static create(properties?: fairway.push.v1.Missed.$Properties): fairway.push.v1.Missed;

                /**
                 * Encodes the specified Missed message. Does not implicitly {@link fairway.push.v1.Missed.verify|verify} messages.
                 * @param message Missed message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.Missed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Missed message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.Missed & fairway.push.v1.Missed.$Shape} Missed
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.Missed & fairway.push.v1.Missed.$Shape;

                /**
                 * Creates a Missed message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Missed
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.Missed;

                /**
                 * Creates a plain object from a Missed message. Also converts values to other types if specified.
                 * @param message Missed
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.Missed, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Missed to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Missed {

                /** Properties of a Missed. */
                interface $Properties {

                    /** Missed id */
                    id?: (string|null);

                    /** Missed user */
                    user?: (string|null);

                    /** Missed notification */
                    notification?: (fairway.push.v1.Notification.$Properties|null);

                    /** Missed expiresAt */
                    expiresAt?: (google.protobuf.Timestamp.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Missed. */
                type $Shape = fairway.push.v1.Missed.$Properties;
            }

            /**
             * Properties of a Targets.
             * @deprecated Use fairway.push.v1.Targets.$Properties instead.
             */
            interface ITargets extends fairway.push.v1.Targets.$Properties {
            }

            /** Represents a Targets. */
            class Targets {

                /**
                 * Constructs a new Targets.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.Targets.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Targets users. */
                users: string[];

                /** Targets keys. */
                keys: string[];

                /** Targets channels. */
                channels: string[];

                /** Targets all. */
                all: boolean;

                /**
                 * Creates a new Targets instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Targets instance
                 */
                static create(properties: fairway.push.v1.Targets.$Shape): fairway.push.v1.Targets & fairway.push.v1.Targets.$Shape;
                static create(properties?: fairway.push.v1.Targets.$Properties): fairway.push.v1.Targets;

                /**
                 * Encodes the specified Targets message. Does not implicitly {@link fairway.push.v1.Targets.verify|verify} messages.
                 * @param message Targets message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.Targets.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Targets message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.Targets & fairway.push.v1.Targets.$Shape} Targets
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.Targets & fairway.push.v1.Targets.$Shape;

                /**
                 * Creates a Targets message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Targets
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.Targets;

                /**
                 * Creates a plain object from a Targets message. Also converts values to other types if specified.
                 * @param message Targets
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.Targets, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Targets to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Targets {

                /** Properties of a Targets. */
                interface $Properties {

                    /** Targets users */
                    users?: (string[]|null);

                    /** Targets keys */
                    keys?: (string[]|null);

                    /** Targets channels */
                    channels?: (string[]|null);

                    /** Targets all */
                    all?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Targets. */
                type $Shape = fairway.push.v1.Targets.$Properties;
            }

            /**
             * Properties of a Message.
             * @deprecated Use fairway.push.v1.Message.$Properties instead.
             */
            interface IMessage extends fairway.push.v1.Message.$Properties {
            }

            /** Represents a Message. */
            class Message {

                /**
                 * Constructs a new Message.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.Message.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Message json. */
                json?: (string|null);

                /** Message binary. */
                binary?: (Uint8Array|null);

                /** Message op. */
                op: number;

                /** Message tags. */
                tags: { [k: string]: string };

                /** Message expiresAt. */
                expiresAt?: (google.protobuf.Timestamp.$Properties|null);

                /** Message idempotencyKey. */
                idempotencyKey: string;

                /** Message transient. */
                transient: boolean;

                /** Message notification. */
                notification?: (fairway.push.v1.Notification.$Properties|null);

                /** Message data. */
                data?: ("json"|"binary");

                /**
                 * Creates a new Message instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Message instance
                 */
                static create(properties: fairway.push.v1.Message.$Shape): fairway.push.v1.Message & fairway.push.v1.Message.$Shape;
                static create(properties?: fairway.push.v1.Message.$Properties): fairway.push.v1.Message;

                /**
                 * Encodes the specified Message message. Does not implicitly {@link fairway.push.v1.Message.verify|verify} messages.
                 * @param message Message message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.Message.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Message message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.Message & fairway.push.v1.Message.$Shape} Message
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.Message & fairway.push.v1.Message.$Shape;

                /**
                 * Creates a Message message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Message
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.Message;

                /**
                 * Creates a plain object from a Message message. Also converts values to other types if specified.
                 * @param message Message
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.Message, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Message to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Message {

                /** Properties of a Message. */
                interface $Properties {

                    /** Message json */
                    json?: (string|null);

                    /** Message binary */
                    binary?: (Uint8Array|null);

                    /** Message op */
                    op?: (number|null);

                    /** Message tags */
                    tags?: ({ [k: string]: string }|null);

                    /** Message expiresAt */
                    expiresAt?: (google.protobuf.Timestamp.$Properties|null);

                    /** Message idempotencyKey */
                    idempotencyKey?: (string|null);

                    /** Message transient */
                    transient?: (boolean|null);

                    /** Message notification */
                    notification?: (fairway.push.v1.Notification.$Properties|null);

                    /** Message data */
                    data?: ("json"|"binary");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a Message. */
                type $Shape = {
                  json?: string|null;
                  binary?: Uint8Array|null;
                  op?: number|null;
                  tags?: { [k: string]: string }|null;
                  expiresAt?: google.protobuf.Timestamp.$Shape|null;
                  idempotencyKey?: string|null;
                  transient?: boolean|null;
                  notification?: fairway.push.v1.Notification.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ data?: undefined; json?: null; binary?: null }|{ data?: "json"; json: string; binary?: null }|{ data?: "binary"; json?: null; binary: Uint8Array })
                );
            }

            /**
             * Properties of a Notification.
             * @deprecated Use fairway.push.v1.Notification.$Properties instead.
             */
            interface INotification extends fairway.push.v1.Notification.$Properties {
            }

            /** Represents a Notification. */
            class Notification {

                /**
                 * Constructs a new Notification.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.Notification.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Notification title. */
                title: string;

                /** Notification body. */
                body: string;

                /** Notification collapseKey. */
                collapseKey: string;

                /** Notification ttlSeconds. */
                ttlSeconds: number;

                /** Notification data. */
                data: { [k: string]: string };

                /** Notification sound. */
                sound: string;

                /** Notification badge. */
                badge?: (number|null);

                /**
                 * Creates a new Notification instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Notification instance
                 */
                static create(properties: fairway.push.v1.Notification.$Shape): fairway.push.v1.Notification & fairway.push.v1.Notification.$Shape;
                static create(properties?: fairway.push.v1.Notification.$Properties): fairway.push.v1.Notification;

                /**
                 * Encodes the specified Notification message. Does not implicitly {@link fairway.push.v1.Notification.verify|verify} messages.
                 * @param message Notification message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.Notification.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Notification message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.Notification & fairway.push.v1.Notification.$Shape} Notification
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.Notification & fairway.push.v1.Notification.$Shape;

                /**
                 * Creates a Notification message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Notification
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.Notification;

                /**
                 * Creates a plain object from a Notification message. Also converts values to other types if specified.
                 * @param message Notification
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.Notification, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Notification to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Notification {

                /** Properties of a Notification. */
                interface $Properties {

                    /** Notification title */
                    title?: (string|null);

                    /** Notification body */
                    body?: (string|null);

                    /** Notification collapseKey */
                    collapseKey?: (string|null);

                    /** Notification ttlSeconds */
                    ttlSeconds?: (number|null);

                    /** Notification data */
                    data?: ({ [k: string]: string }|null);

                    /** Notification sound */
                    sound?: (string|null);

                    /** Notification badge */
                    badge?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Notification. */
                type $Shape = fairway.push.v1.Notification.$Properties;
            }

            /**
             * Properties of a PublishRequest.
             * @deprecated Use fairway.push.v1.PublishRequest.$Properties instead.
             */
            interface IPublishRequest extends fairway.push.v1.PublishRequest.$Properties {
            }

            /** Represents a PublishRequest. */
            class PublishRequest {

                /**
                 * Constructs a new PublishRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.PublishRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PublishRequest targets. */
                targets?: (fairway.push.v1.Targets.$Properties|null);

                /** PublishRequest message. */
                message?: (fairway.push.v1.Message.$Properties|null);

                /**
                 * Creates a new PublishRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns PublishRequest instance
                 */
                static create(properties: fairway.push.v1.PublishRequest.$Shape): fairway.push.v1.PublishRequest & fairway.push.v1.PublishRequest.$Shape;
                static create(properties?: fairway.push.v1.PublishRequest.$Properties): fairway.push.v1.PublishRequest;

                /**
                 * Encodes the specified PublishRequest message. Does not implicitly {@link fairway.push.v1.PublishRequest.verify|verify} messages.
                 * @param message PublishRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.PublishRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PublishRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.PublishRequest & fairway.push.v1.PublishRequest.$Shape} PublishRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.PublishRequest & fairway.push.v1.PublishRequest.$Shape;

                /**
                 * Creates a PublishRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns PublishRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.PublishRequest;

                /**
                 * Creates a plain object from a PublishRequest message. Also converts values to other types if specified.
                 * @param message PublishRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.PublishRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this PublishRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace PublishRequest {

                /** Properties of a PublishRequest. */
                interface $Properties {

                    /** PublishRequest targets */
                    targets?: (fairway.push.v1.Targets.$Properties|null);

                    /** PublishRequest message */
                    message?: (fairway.push.v1.Message.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PublishRequest. */
                type $Shape = {
                  targets?: fairway.push.v1.Targets.$Shape|null;
                  message?: fairway.push.v1.Message.$Shape|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a PublishResponse.
             * @deprecated Use fairway.push.v1.PublishResponse.$Properties instead.
             */
            interface IPublishResponse extends fairway.push.v1.PublishResponse.$Properties {
            }

            /** Represents a PublishResponse. */
            class PublishResponse {

                /**
                 * Constructs a new PublishResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.PublishResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PublishResponse results. */
                results: fairway.push.v1.Result.$Properties[];

                /** PublishResponse shards. */
                shards: number;

                /**
                 * Creates a new PublishResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns PublishResponse instance
                 */
                static create(properties: fairway.push.v1.PublishResponse.$Shape): fairway.push.v1.PublishResponse & fairway.push.v1.PublishResponse.$Shape;
                static create(properties?: fairway.push.v1.PublishResponse.$Properties): fairway.push.v1.PublishResponse;

                /**
                 * Encodes the specified PublishResponse message. Does not implicitly {@link fairway.push.v1.PublishResponse.verify|verify} messages.
                 * @param message PublishResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.PublishResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PublishResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.PublishResponse & fairway.push.v1.PublishResponse.$Shape} PublishResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.PublishResponse & fairway.push.v1.PublishResponse.$Shape;

                /**
                 * Creates a PublishResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns PublishResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.PublishResponse;

                /**
                 * Creates a plain object from a PublishResponse message. Also converts values to other types if specified.
                 * @param message PublishResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.PublishResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this PublishResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace PublishResponse {

                /** Properties of a PublishResponse. */
                interface $Properties {

                    /** PublishResponse results */
                    results?: (fairway.push.v1.Result.$Properties[]|null);

                    /** PublishResponse shards */
                    shards?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PublishResponse. */
                type $Shape = fairway.push.v1.PublishResponse.$Properties;
            }

            /**
             * Properties of a Result.
             * @deprecated Use fairway.push.v1.Result.$Properties instead.
             */
            interface IResult extends fairway.push.v1.Result.$Properties {
            }

            /** Represents a Result. */
            class Result {

                /**
                 * Constructs a new Result.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.Result.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Result channel. */
                channel: string;

                /** Result position. */
                position?: (fairway.push.v1.Position.$Properties|null);

                /** Result shards. */
                shards: number;

                /** Result duplicate. */
                duplicate: boolean;

                /** Result refused. */
                refused: string;

                /** Result reason. */
                reason: string;

                /**
                 * Creates a new Result instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Result instance
                 */
                static create(properties: fairway.push.v1.Result.$Shape): fairway.push.v1.Result & fairway.push.v1.Result.$Shape;
                static create(properties?: fairway.push.v1.Result.$Properties): fairway.push.v1.Result;

                /**
                 * Encodes the specified Result message. Does not implicitly {@link fairway.push.v1.Result.verify|verify} messages.
                 * @param message Result message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.Result.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Result message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.Result & fairway.push.v1.Result.$Shape} Result
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.Result & fairway.push.v1.Result.$Shape;

                /**
                 * Creates a Result message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Result
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.Result;

                /**
                 * Creates a plain object from a Result message. Also converts values to other types if specified.
                 * @param message Result
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.Result, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Result to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Result {

                /** Properties of a Result. */
                interface $Properties {

                    /** Result channel */
                    channel?: (string|null);

                    /** Result position */
                    position?: (fairway.push.v1.Position.$Properties|null);

                    /** Result shards */
                    shards?: (number|null);

                    /** Result duplicate */
                    duplicate?: (boolean|null);

                    /** Result refused */
                    refused?: (string|null);

                    /** Result reason */
                    reason?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Result. */
                type $Shape = fairway.push.v1.Result.$Properties;
            }

            /**
             * Properties of a Position.
             * @deprecated Use fairway.push.v1.Position.$Properties instead.
             */
            interface IPosition extends fairway.push.v1.Position.$Properties {
            }

            /** Represents a Position. */
            class Position {

                /**
                 * Constructs a new Position.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.Position.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Position epoch. */
                epoch: string;

                /** Position offset. */
                offset: (number|Long);

                /**
                 * Creates a new Position instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Position instance
                 */
                static create(properties: fairway.push.v1.Position.$Shape): fairway.push.v1.Position & fairway.push.v1.Position.$Shape;
                static create(properties?: fairway.push.v1.Position.$Properties): fairway.push.v1.Position;

                /**
                 * Encodes the specified Position message. Does not implicitly {@link fairway.push.v1.Position.verify|verify} messages.
                 * @param message Position message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.Position.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Position message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.Position & fairway.push.v1.Position.$Shape} Position
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.Position & fairway.push.v1.Position.$Shape;

                /**
                 * Creates a Position message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Position
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.Position;

                /**
                 * Creates a plain object from a Position message. Also converts values to other types if specified.
                 * @param message Position
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.Position, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Position to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Position {

                /** Properties of a Position. */
                interface $Properties {

                    /** Position epoch */
                    epoch?: (string|null);

                    /** Position offset */
                    offset?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Position. */
                type $Shape = fairway.push.v1.Position.$Properties;
            }

            /**
             * Properties of a PublishBatchRequest.
             * @deprecated Use fairway.push.v1.PublishBatchRequest.$Properties instead.
             */
            interface IPublishBatchRequest extends fairway.push.v1.PublishBatchRequest.$Properties {
            }

            /** Represents a PublishBatchRequest. */
            class PublishBatchRequest {

                /**
                 * Constructs a new PublishBatchRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.PublishBatchRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PublishBatchRequest messages. */
                messages: fairway.push.v1.PublishRequest.$Properties[];

                /**
                 * Creates a new PublishBatchRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns PublishBatchRequest instance
                 */
                static create(properties: fairway.push.v1.PublishBatchRequest.$Shape): fairway.push.v1.PublishBatchRequest & fairway.push.v1.PublishBatchRequest.$Shape;
                static create(properties?: fairway.push.v1.PublishBatchRequest.$Properties): fairway.push.v1.PublishBatchRequest;

                /**
                 * Encodes the specified PublishBatchRequest message. Does not implicitly {@link fairway.push.v1.PublishBatchRequest.verify|verify} messages.
                 * @param message PublishBatchRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.PublishBatchRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PublishBatchRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.PublishBatchRequest & fairway.push.v1.PublishBatchRequest.$Shape} PublishBatchRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.PublishBatchRequest & fairway.push.v1.PublishBatchRequest.$Shape;

                /**
                 * Creates a PublishBatchRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns PublishBatchRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.PublishBatchRequest;

                /**
                 * Creates a plain object from a PublishBatchRequest message. Also converts values to other types if specified.
                 * @param message PublishBatchRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.PublishBatchRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this PublishBatchRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace PublishBatchRequest {

                /** Properties of a PublishBatchRequest. */
                interface $Properties {

                    /** PublishBatchRequest messages */
                    messages?: (fairway.push.v1.PublishRequest.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PublishBatchRequest. */
                type $Shape = {
                  messages?: fairway.push.v1.PublishRequest.$Shape[]|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a PublishBatchResponse.
             * @deprecated Use fairway.push.v1.PublishBatchResponse.$Properties instead.
             */
            interface IPublishBatchResponse extends fairway.push.v1.PublishBatchResponse.$Properties {
            }

            /** Represents a PublishBatchResponse. */
            class PublishBatchResponse {

                /**
                 * Constructs a new PublishBatchResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.PublishBatchResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PublishBatchResponse responses. */
                responses: fairway.push.v1.PublishResponse.$Properties[];

                /**
                 * Creates a new PublishBatchResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns PublishBatchResponse instance
                 */
                static create(properties: fairway.push.v1.PublishBatchResponse.$Shape): fairway.push.v1.PublishBatchResponse & fairway.push.v1.PublishBatchResponse.$Shape;
                static create(properties?: fairway.push.v1.PublishBatchResponse.$Properties): fairway.push.v1.PublishBatchResponse;

                /**
                 * Encodes the specified PublishBatchResponse message. Does not implicitly {@link fairway.push.v1.PublishBatchResponse.verify|verify} messages.
                 * @param message PublishBatchResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.PublishBatchResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PublishBatchResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.PublishBatchResponse & fairway.push.v1.PublishBatchResponse.$Shape} PublishBatchResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.PublishBatchResponse & fairway.push.v1.PublishBatchResponse.$Shape;

                /**
                 * Creates a PublishBatchResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns PublishBatchResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.PublishBatchResponse;

                /**
                 * Creates a plain object from a PublishBatchResponse message. Also converts values to other types if specified.
                 * @param message PublishBatchResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.PublishBatchResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this PublishBatchResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace PublishBatchResponse {

                /** Properties of a PublishBatchResponse. */
                interface $Properties {

                    /** PublishBatchResponse responses */
                    responses?: (fairway.push.v1.PublishResponse.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PublishBatchResponse. */
                type $Shape = fairway.push.v1.PublishBatchResponse.$Properties;
            }

            /**
             * Properties of a HistoryRequest.
             * @deprecated Use fairway.push.v1.HistoryRequest.$Properties instead.
             */
            interface IHistoryRequest extends fairway.push.v1.HistoryRequest.$Properties {
            }

            /** Represents a HistoryRequest. */
            class HistoryRequest {

                /**
                 * Constructs a new HistoryRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.HistoryRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** HistoryRequest channel. */
                channel: string;

                /** HistoryRequest limit. */
                limit: number;

                /** HistoryRequest since. */
                since?: (fairway.push.v1.Position.$Properties|null);

                /** HistoryRequest reverse. */
                reverse: boolean;

                /**
                 * Creates a new HistoryRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns HistoryRequest instance
                 */
                static create(properties: fairway.push.v1.HistoryRequest.$Shape): fairway.push.v1.HistoryRequest & fairway.push.v1.HistoryRequest.$Shape;
                static create(properties?: fairway.push.v1.HistoryRequest.$Properties): fairway.push.v1.HistoryRequest;

                /**
                 * Encodes the specified HistoryRequest message. Does not implicitly {@link fairway.push.v1.HistoryRequest.verify|verify} messages.
                 * @param message HistoryRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.HistoryRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a HistoryRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.HistoryRequest & fairway.push.v1.HistoryRequest.$Shape} HistoryRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.HistoryRequest & fairway.push.v1.HistoryRequest.$Shape;

                /**
                 * Creates a HistoryRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns HistoryRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.HistoryRequest;

                /**
                 * Creates a plain object from a HistoryRequest message. Also converts values to other types if specified.
                 * @param message HistoryRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.HistoryRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this HistoryRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace HistoryRequest {

                /** Properties of a HistoryRequest. */
                interface $Properties {

                    /** HistoryRequest channel */
                    channel?: (string|null);

                    /** HistoryRequest limit */
                    limit?: (number|null);

                    /** HistoryRequest since */
                    since?: (fairway.push.v1.Position.$Properties|null);

                    /** HistoryRequest reverse */
                    reverse?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a HistoryRequest. */
                type $Shape = fairway.push.v1.HistoryRequest.$Properties;
            }

            /**
             * Properties of a HistoryResponse.
             * @deprecated Use fairway.push.v1.HistoryResponse.$Properties instead.
             */
            interface IHistoryResponse extends fairway.push.v1.HistoryResponse.$Properties {
            }

            /** Represents a HistoryResponse. */
            class HistoryResponse {

                /**
                 * Constructs a new HistoryResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.HistoryResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** HistoryResponse position. */
                position?: (fairway.push.v1.Position.$Properties|null);

                /** HistoryResponse publications. */
                publications: fairway.push.v1.Publication.$Properties[];

                /**
                 * Creates a new HistoryResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns HistoryResponse instance
                 */
                static create(properties: fairway.push.v1.HistoryResponse.$Shape): fairway.push.v1.HistoryResponse & fairway.push.v1.HistoryResponse.$Shape;
                static create(properties?: fairway.push.v1.HistoryResponse.$Properties): fairway.push.v1.HistoryResponse;

                /**
                 * Encodes the specified HistoryResponse message. Does not implicitly {@link fairway.push.v1.HistoryResponse.verify|verify} messages.
                 * @param message HistoryResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.HistoryResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a HistoryResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.HistoryResponse & fairway.push.v1.HistoryResponse.$Shape} HistoryResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.HistoryResponse & fairway.push.v1.HistoryResponse.$Shape;

                /**
                 * Creates a HistoryResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns HistoryResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.HistoryResponse;

                /**
                 * Creates a plain object from a HistoryResponse message. Also converts values to other types if specified.
                 * @param message HistoryResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.HistoryResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this HistoryResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace HistoryResponse {

                /** Properties of a HistoryResponse. */
                interface $Properties {

                    /** HistoryResponse position */
                    position?: (fairway.push.v1.Position.$Properties|null);

                    /** HistoryResponse publications */
                    publications?: (fairway.push.v1.Publication.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a HistoryResponse. */
                type $Shape = {
                  position?: fairway.push.v1.Position.$Shape|null;
                  publications?: fairway.push.v1.Publication.$Shape[]|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a Publication.
             * @deprecated Use fairway.push.v1.Publication.$Properties instead.
             */
            interface IPublication extends fairway.push.v1.Publication.$Properties {
            }

            /** Represents a Publication. */
            class Publication {

                /**
                 * Constructs a new Publication.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.Publication.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Publication offset. */
                offset: (number|Long);

                /** Publication json. */
                json?: (string|null);

                /** Publication binary. */
                binary?: (Uint8Array|null);

                /** Publication op. */
                op: number;

                /** Publication tags. */
                tags: { [k: string]: string };

                /** Publication publishedAt. */
                publishedAt?: (google.protobuf.Timestamp.$Properties|null);

                /** Publication expiresAt. */
                expiresAt?: (google.protobuf.Timestamp.$Properties|null);

                /** Publication from. */
                from?: (fairway.push.v1.ClientInfo.$Properties|null);

                /** Publication data. */
                data?: ("json"|"binary");

                /**
                 * Creates a new Publication instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Publication instance
                 */
                static create(properties: fairway.push.v1.Publication.$Shape): fairway.push.v1.Publication & fairway.push.v1.Publication.$Shape;
                static create(properties?: fairway.push.v1.Publication.$Properties): fairway.push.v1.Publication;

                /**
                 * Encodes the specified Publication message. Does not implicitly {@link fairway.push.v1.Publication.verify|verify} messages.
                 * @param message Publication message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.Publication.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Publication message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.Publication & fairway.push.v1.Publication.$Shape} Publication
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.Publication & fairway.push.v1.Publication.$Shape;

                /**
                 * Creates a Publication message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Publication
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.Publication;

                /**
                 * Creates a plain object from a Publication message. Also converts values to other types if specified.
                 * @param message Publication
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.Publication, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Publication to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Publication {

                /** Properties of a Publication. */
                interface $Properties {

                    /** Publication offset */
                    offset?: (number|Long|null);

                    /** Publication json */
                    json?: (string|null);

                    /** Publication binary */
                    binary?: (Uint8Array|null);

                    /** Publication op */
                    op?: (number|null);

                    /** Publication tags */
                    tags?: ({ [k: string]: string }|null);

                    /** Publication publishedAt */
                    publishedAt?: (google.protobuf.Timestamp.$Properties|null);

                    /** Publication expiresAt */
                    expiresAt?: (google.protobuf.Timestamp.$Properties|null);

                    /** Publication from */
                    from?: (fairway.push.v1.ClientInfo.$Properties|null);

                    /** Publication data */
                    data?: ("json"|"binary");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a Publication. */
                type $Shape = {
                  offset?: number|Long|null;
                  json?: string|null;
                  binary?: Uint8Array|null;
                  op?: number|null;
                  tags?: { [k: string]: string }|null;
                  publishedAt?: google.protobuf.Timestamp.$Shape|null;
                  expiresAt?: google.protobuf.Timestamp.$Shape|null;
                  from?: fairway.push.v1.ClientInfo.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ data?: undefined; json?: null; binary?: null }|{ data?: "json"; json: string; binary?: null }|{ data?: "binary"; json?: null; binary: Uint8Array })
                );
            }

            /**
             * Properties of a ClientInfo.
             * @deprecated Use fairway.push.v1.ClientInfo.$Properties instead.
             */
            interface IClientInfo extends fairway.push.v1.ClientInfo.$Properties {
            }

            /** Represents a ClientInfo. */
            class ClientInfo {

                /**
                 * Constructs a new ClientInfo.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.ClientInfo.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ClientInfo client. */
                client: string;

                /** ClientInfo user. */
                user: string;

                /** ClientInfo connInfo. */
                connInfo: string;

                /** ClientInfo chanInfo. */
                chanInfo: string;

                /**
                 * Creates a new ClientInfo instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ClientInfo instance
                 */
                static create(properties: fairway.push.v1.ClientInfo.$Shape): fairway.push.v1.ClientInfo & fairway.push.v1.ClientInfo.$Shape;
                static create(properties?: fairway.push.v1.ClientInfo.$Properties): fairway.push.v1.ClientInfo;

                /**
                 * Encodes the specified ClientInfo message. Does not implicitly {@link fairway.push.v1.ClientInfo.verify|verify} messages.
                 * @param message ClientInfo message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.ClientInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ClientInfo message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.ClientInfo & fairway.push.v1.ClientInfo.$Shape} ClientInfo
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.ClientInfo & fairway.push.v1.ClientInfo.$Shape;

                /**
                 * Creates a ClientInfo message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ClientInfo
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.ClientInfo;

                /**
                 * Creates a plain object from a ClientInfo message. Also converts values to other types if specified.
                 * @param message ClientInfo
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.ClientInfo, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ClientInfo to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ClientInfo {

                /** Properties of a ClientInfo. */
                interface $Properties {

                    /** ClientInfo client */
                    client?: (string|null);

                    /** ClientInfo user */
                    user?: (string|null);

                    /** ClientInfo connInfo */
                    connInfo?: (string|null);

                    /** ClientInfo chanInfo */
                    chanInfo?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ClientInfo. */
                type $Shape = fairway.push.v1.ClientInfo.$Properties;
            }

            /**
             * Properties of a ClearHistoryRequest.
             * @deprecated Use fairway.push.v1.ClearHistoryRequest.$Properties instead.
             */
            interface IClearHistoryRequest extends fairway.push.v1.ClearHistoryRequest.$Properties {
            }

            /** Represents a ClearHistoryRequest. */
            class ClearHistoryRequest {

                /**
                 * Constructs a new ClearHistoryRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.ClearHistoryRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ClearHistoryRequest channel. */
                channel: string;

                /**
                 * Creates a new ClearHistoryRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ClearHistoryRequest instance
                 */
                static create(properties: fairway.push.v1.ClearHistoryRequest.$Shape): fairway.push.v1.ClearHistoryRequest & fairway.push.v1.ClearHistoryRequest.$Shape;
                static create(properties?: fairway.push.v1.ClearHistoryRequest.$Properties): fairway.push.v1.ClearHistoryRequest;

                /**
                 * Encodes the specified ClearHistoryRequest message. Does not implicitly {@link fairway.push.v1.ClearHistoryRequest.verify|verify} messages.
                 * @param message ClearHistoryRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.ClearHistoryRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ClearHistoryRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.ClearHistoryRequest & fairway.push.v1.ClearHistoryRequest.$Shape} ClearHistoryRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.ClearHistoryRequest & fairway.push.v1.ClearHistoryRequest.$Shape;

                /**
                 * Creates a ClearHistoryRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ClearHistoryRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.ClearHistoryRequest;

                /**
                 * Creates a plain object from a ClearHistoryRequest message. Also converts values to other types if specified.
                 * @param message ClearHistoryRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.ClearHistoryRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ClearHistoryRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ClearHistoryRequest {

                /** Properties of a ClearHistoryRequest. */
                interface $Properties {

                    /** ClearHistoryRequest channel */
                    channel?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ClearHistoryRequest. */
                type $Shape = fairway.push.v1.ClearHistoryRequest.$Properties;
            }

            /**
             * Properties of a ClearHistoryResponse.
             * @deprecated Use fairway.push.v1.ClearHistoryResponse.$Properties instead.
             */
            interface IClearHistoryResponse extends fairway.push.v1.ClearHistoryResponse.$Properties {
            }

            /** Represents a ClearHistoryResponse. */
            class ClearHistoryResponse {

                /**
                 * Constructs a new ClearHistoryResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.ClearHistoryResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new ClearHistoryResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ClearHistoryResponse instance
                 */
                static create(properties: fairway.push.v1.ClearHistoryResponse.$Shape): fairway.push.v1.ClearHistoryResponse & fairway.push.v1.ClearHistoryResponse.$Shape;
                static create(properties?: fairway.push.v1.ClearHistoryResponse.$Properties): fairway.push.v1.ClearHistoryResponse;

                /**
                 * Encodes the specified ClearHistoryResponse message. Does not implicitly {@link fairway.push.v1.ClearHistoryResponse.verify|verify} messages.
                 * @param message ClearHistoryResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.ClearHistoryResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ClearHistoryResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.ClearHistoryResponse & fairway.push.v1.ClearHistoryResponse.$Shape} ClearHistoryResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.ClearHistoryResponse & fairway.push.v1.ClearHistoryResponse.$Shape;

                /**
                 * Creates a ClearHistoryResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ClearHistoryResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.ClearHistoryResponse;

                /**
                 * Creates a plain object from a ClearHistoryResponse message. Also converts values to other types if specified.
                 * @param message ClearHistoryResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.ClearHistoryResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ClearHistoryResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ClearHistoryResponse {

                /** Properties of a ClearHistoryResponse. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ClearHistoryResponse. */
                type $Shape = fairway.push.v1.ClearHistoryResponse.$Properties;
            }

            /**
             * Properties of a PresenceRequest.
             * @deprecated Use fairway.push.v1.PresenceRequest.$Properties instead.
             */
            interface IPresenceRequest extends fairway.push.v1.PresenceRequest.$Properties {
            }

            /** Represents a PresenceRequest. */
            class PresenceRequest {

                /**
                 * Constructs a new PresenceRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.PresenceRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PresenceRequest channel. */
                channel: string;

                /**
                 * Creates a new PresenceRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns PresenceRequest instance
                 */
                static create(properties: fairway.push.v1.PresenceRequest.$Shape): fairway.push.v1.PresenceRequest & fairway.push.v1.PresenceRequest.$Shape;
                static create(properties?: fairway.push.v1.PresenceRequest.$Properties): fairway.push.v1.PresenceRequest;

                /**
                 * Encodes the specified PresenceRequest message. Does not implicitly {@link fairway.push.v1.PresenceRequest.verify|verify} messages.
                 * @param message PresenceRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.PresenceRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PresenceRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.PresenceRequest & fairway.push.v1.PresenceRequest.$Shape} PresenceRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.PresenceRequest & fairway.push.v1.PresenceRequest.$Shape;

                /**
                 * Creates a PresenceRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns PresenceRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.PresenceRequest;

                /**
                 * Creates a plain object from a PresenceRequest message. Also converts values to other types if specified.
                 * @param message PresenceRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.PresenceRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this PresenceRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace PresenceRequest {

                /** Properties of a PresenceRequest. */
                interface $Properties {

                    /** PresenceRequest channel */
                    channel?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PresenceRequest. */
                type $Shape = fairway.push.v1.PresenceRequest.$Properties;
            }

            /**
             * Properties of a PresenceResponse.
             * @deprecated Use fairway.push.v1.PresenceResponse.$Properties instead.
             */
            interface IPresenceResponse extends fairway.push.v1.PresenceResponse.$Properties {
            }

            /** Represents a PresenceResponse. */
            class PresenceResponse {

                /**
                 * Constructs a new PresenceResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.PresenceResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PresenceResponse clients. */
                clients: fairway.push.v1.ClientInfo.$Properties[];

                /**
                 * Creates a new PresenceResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns PresenceResponse instance
                 */
                static create(properties: fairway.push.v1.PresenceResponse.$Shape): fairway.push.v1.PresenceResponse & fairway.push.v1.PresenceResponse.$Shape;
                static create(properties?: fairway.push.v1.PresenceResponse.$Properties): fairway.push.v1.PresenceResponse;

                /**
                 * Encodes the specified PresenceResponse message. Does not implicitly {@link fairway.push.v1.PresenceResponse.verify|verify} messages.
                 * @param message PresenceResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.PresenceResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PresenceResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.PresenceResponse & fairway.push.v1.PresenceResponse.$Shape} PresenceResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.PresenceResponse & fairway.push.v1.PresenceResponse.$Shape;

                /**
                 * Creates a PresenceResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns PresenceResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.PresenceResponse;

                /**
                 * Creates a plain object from a PresenceResponse message. Also converts values to other types if specified.
                 * @param message PresenceResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.PresenceResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this PresenceResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace PresenceResponse {

                /** Properties of a PresenceResponse. */
                interface $Properties {

                    /** PresenceResponse clients */
                    clients?: (fairway.push.v1.ClientInfo.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PresenceResponse. */
                type $Shape = fairway.push.v1.PresenceResponse.$Properties;
            }

            /**
             * Properties of an OnlineRequest.
             * @deprecated Use fairway.push.v1.OnlineRequest.$Properties instead.
             */
            interface IOnlineRequest extends fairway.push.v1.OnlineRequest.$Properties {
            }

            /** Represents an OnlineRequest. */
            class OnlineRequest {

                /**
                 * Constructs a new OnlineRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.OnlineRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** OnlineRequest channels. */
                channels: string[];

                /**
                 * Creates a new OnlineRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns OnlineRequest instance
                 */
                static create(properties: fairway.push.v1.OnlineRequest.$Shape): fairway.push.v1.OnlineRequest & fairway.push.v1.OnlineRequest.$Shape;
                static create(properties?: fairway.push.v1.OnlineRequest.$Properties): fairway.push.v1.OnlineRequest;

                /**
                 * Encodes the specified OnlineRequest message. Does not implicitly {@link fairway.push.v1.OnlineRequest.verify|verify} messages.
                 * @param message OnlineRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.OnlineRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an OnlineRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.OnlineRequest & fairway.push.v1.OnlineRequest.$Shape} OnlineRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.OnlineRequest & fairway.push.v1.OnlineRequest.$Shape;

                /**
                 * Creates an OnlineRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns OnlineRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.OnlineRequest;

                /**
                 * Creates a plain object from an OnlineRequest message. Also converts values to other types if specified.
                 * @param message OnlineRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.OnlineRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this OnlineRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace OnlineRequest {

                /** Properties of an OnlineRequest. */
                interface $Properties {

                    /** OnlineRequest channels */
                    channels?: (string[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an OnlineRequest. */
                type $Shape = fairway.push.v1.OnlineRequest.$Properties;
            }

            /**
             * Properties of an OnlineResponse.
             * @deprecated Use fairway.push.v1.OnlineResponse.$Properties instead.
             */
            interface IOnlineResponse extends fairway.push.v1.OnlineResponse.$Properties {
            }

            /** Represents an OnlineResponse. */
            class OnlineResponse {

                /**
                 * Constructs a new OnlineResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.OnlineResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** OnlineResponse connections. */
                connections: { [k: string]: number };

                /**
                 * Creates a new OnlineResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns OnlineResponse instance
                 */
                static create(properties: fairway.push.v1.OnlineResponse.$Shape): fairway.push.v1.OnlineResponse & fairway.push.v1.OnlineResponse.$Shape;
                static create(properties?: fairway.push.v1.OnlineResponse.$Properties): fairway.push.v1.OnlineResponse;

                /**
                 * Encodes the specified OnlineResponse message. Does not implicitly {@link fairway.push.v1.OnlineResponse.verify|verify} messages.
                 * @param message OnlineResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.OnlineResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an OnlineResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.OnlineResponse & fairway.push.v1.OnlineResponse.$Shape} OnlineResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.OnlineResponse & fairway.push.v1.OnlineResponse.$Shape;

                /**
                 * Creates an OnlineResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns OnlineResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.OnlineResponse;

                /**
                 * Creates a plain object from an OnlineResponse message. Also converts values to other types if specified.
                 * @param message OnlineResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.OnlineResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this OnlineResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace OnlineResponse {

                /** Properties of an OnlineResponse. */
                interface $Properties {

                    /** OnlineResponse connections */
                    connections?: ({ [k: string]: number }|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an OnlineResponse. */
                type $Shape = fairway.push.v1.OnlineResponse.$Properties;
            }

            /**
             * Properties of a TopRequest.
             * @deprecated Use fairway.push.v1.TopRequest.$Properties instead.
             */
            interface ITopRequest extends fairway.push.v1.TopRequest.$Properties {
            }

            /** Represents a TopRequest. */
            class TopRequest {

                /**
                 * Constructs a new TopRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.TopRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TopRequest prefix. */
                prefix: string;

                /** TopRequest limit. */
                limit: number;

                /**
                 * Creates a new TopRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TopRequest instance
                 */
                static create(properties: fairway.push.v1.TopRequest.$Shape): fairway.push.v1.TopRequest & fairway.push.v1.TopRequest.$Shape;
                static create(properties?: fairway.push.v1.TopRequest.$Properties): fairway.push.v1.TopRequest;

                /**
                 * Encodes the specified TopRequest message. Does not implicitly {@link fairway.push.v1.TopRequest.verify|verify} messages.
                 * @param message TopRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.TopRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TopRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.TopRequest & fairway.push.v1.TopRequest.$Shape} TopRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.TopRequest & fairway.push.v1.TopRequest.$Shape;

                /**
                 * Creates a TopRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns TopRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.TopRequest;

                /**
                 * Creates a plain object from a TopRequest message. Also converts values to other types if specified.
                 * @param message TopRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.TopRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this TopRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace TopRequest {

                /** Properties of a TopRequest. */
                interface $Properties {

                    /** TopRequest prefix */
                    prefix?: (string|null);

                    /** TopRequest limit */
                    limit?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TopRequest. */
                type $Shape = fairway.push.v1.TopRequest.$Properties;
            }

            /**
             * Properties of a TopResponse.
             * @deprecated Use fairway.push.v1.TopResponse.$Properties instead.
             */
            interface ITopResponse extends fairway.push.v1.TopResponse.$Properties {
            }

            /** Represents a TopResponse. */
            class TopResponse {

                /**
                 * Constructs a new TopResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.TopResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TopResponse channels. */
                channels: fairway.push.v1.ChannelCount.$Properties[];

                /**
                 * Creates a new TopResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TopResponse instance
                 */
                static create(properties: fairway.push.v1.TopResponse.$Shape): fairway.push.v1.TopResponse & fairway.push.v1.TopResponse.$Shape;
                static create(properties?: fairway.push.v1.TopResponse.$Properties): fairway.push.v1.TopResponse;

                /**
                 * Encodes the specified TopResponse message. Does not implicitly {@link fairway.push.v1.TopResponse.verify|verify} messages.
                 * @param message TopResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.TopResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TopResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.TopResponse & fairway.push.v1.TopResponse.$Shape} TopResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.TopResponse & fairway.push.v1.TopResponse.$Shape;

                /**
                 * Creates a TopResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns TopResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.TopResponse;

                /**
                 * Creates a plain object from a TopResponse message. Also converts values to other types if specified.
                 * @param message TopResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.TopResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this TopResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace TopResponse {

                /** Properties of a TopResponse. */
                interface $Properties {

                    /** TopResponse channels */
                    channels?: (fairway.push.v1.ChannelCount.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TopResponse. */
                type $Shape = fairway.push.v1.TopResponse.$Properties;
            }

            /**
             * Properties of a ChannelCount.
             * @deprecated Use fairway.push.v1.ChannelCount.$Properties instead.
             */
            interface IChannelCount extends fairway.push.v1.ChannelCount.$Properties {
            }

            /** Represents a ChannelCount. */
            class ChannelCount {

                /**
                 * Constructs a new ChannelCount.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.ChannelCount.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ChannelCount channel. */
                channel: string;

                /** ChannelCount connections. */
                connections: number;

                /**
                 * Creates a new ChannelCount instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ChannelCount instance
                 */
                static create(properties: fairway.push.v1.ChannelCount.$Shape): fairway.push.v1.ChannelCount & fairway.push.v1.ChannelCount.$Shape;
                static create(properties?: fairway.push.v1.ChannelCount.$Properties): fairway.push.v1.ChannelCount;

                /**
                 * Encodes the specified ChannelCount message. Does not implicitly {@link fairway.push.v1.ChannelCount.verify|verify} messages.
                 * @param message ChannelCount message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.ChannelCount.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ChannelCount message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.ChannelCount & fairway.push.v1.ChannelCount.$Shape} ChannelCount
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.ChannelCount & fairway.push.v1.ChannelCount.$Shape;

                /**
                 * Creates a ChannelCount message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ChannelCount
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.ChannelCount;

                /**
                 * Creates a plain object from a ChannelCount message. Also converts values to other types if specified.
                 * @param message ChannelCount
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.ChannelCount, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ChannelCount to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ChannelCount {

                /** Properties of a ChannelCount. */
                interface $Properties {

                    /** ChannelCount channel */
                    channel?: (string|null);

                    /** ChannelCount connections */
                    connections?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ChannelCount. */
                type $Shape = fairway.push.v1.ChannelCount.$Properties;
            }

            /**
             * Properties of a TotalRequest.
             * @deprecated Use fairway.push.v1.TotalRequest.$Properties instead.
             */
            interface ITotalRequest extends fairway.push.v1.TotalRequest.$Properties {
            }

            /** Represents a TotalRequest. */
            class TotalRequest {

                /**
                 * Constructs a new TotalRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.TotalRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new TotalRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TotalRequest instance
                 */
                static create(properties: fairway.push.v1.TotalRequest.$Shape): fairway.push.v1.TotalRequest & fairway.push.v1.TotalRequest.$Shape;
                static create(properties?: fairway.push.v1.TotalRequest.$Properties): fairway.push.v1.TotalRequest;

                /**
                 * Encodes the specified TotalRequest message. Does not implicitly {@link fairway.push.v1.TotalRequest.verify|verify} messages.
                 * @param message TotalRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.TotalRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TotalRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.TotalRequest & fairway.push.v1.TotalRequest.$Shape} TotalRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.TotalRequest & fairway.push.v1.TotalRequest.$Shape;

                /**
                 * Creates a TotalRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns TotalRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.TotalRequest;

                /**
                 * Creates a plain object from a TotalRequest message. Also converts values to other types if specified.
                 * @param message TotalRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.TotalRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this TotalRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace TotalRequest {

                /** Properties of a TotalRequest. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TotalRequest. */
                type $Shape = fairway.push.v1.TotalRequest.$Properties;
            }

            /**
             * Properties of a TotalResponse.
             * @deprecated Use fairway.push.v1.TotalResponse.$Properties instead.
             */
            interface ITotalResponse extends fairway.push.v1.TotalResponse.$Properties {
            }

            /** Represents a TotalResponse. */
            class TotalResponse {

                /**
                 * Constructs a new TotalResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.TotalResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TotalResponse connections. */
                connections: number;

                /** TotalResponse addresses. */
                addresses: number;

                /**
                 * Creates a new TotalResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TotalResponse instance
                 */
                static create(properties: fairway.push.v1.TotalResponse.$Shape): fairway.push.v1.TotalResponse & fairway.push.v1.TotalResponse.$Shape;
                static create(properties?: fairway.push.v1.TotalResponse.$Properties): fairway.push.v1.TotalResponse;

                /**
                 * Encodes the specified TotalResponse message. Does not implicitly {@link fairway.push.v1.TotalResponse.verify|verify} messages.
                 * @param message TotalResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.TotalResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TotalResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.TotalResponse & fairway.push.v1.TotalResponse.$Shape} TotalResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.TotalResponse & fairway.push.v1.TotalResponse.$Shape;

                /**
                 * Creates a TotalResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns TotalResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.TotalResponse;

                /**
                 * Creates a plain object from a TotalResponse message. Also converts values to other types if specified.
                 * @param message TotalResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.TotalResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this TotalResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace TotalResponse {

                /** Properties of a TotalResponse. */
                interface $Properties {

                    /** TotalResponse connections */
                    connections?: (number|null);

                    /** TotalResponse addresses */
                    addresses?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TotalResponse. */
                type $Shape = fairway.push.v1.TotalResponse.$Properties;
            }

            /**
             * Properties of a DisconnectRequest.
             * @deprecated Use fairway.push.v1.DisconnectRequest.$Properties instead.
             */
            interface IDisconnectRequest extends fairway.push.v1.DisconnectRequest.$Properties {
            }

            /** Represents a DisconnectRequest. */
            class DisconnectRequest {

                /**
                 * Constructs a new DisconnectRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.DisconnectRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DisconnectRequest user. */
                user?: (string|null);

                /** DisconnectRequest key. */
                key?: (string|null);

                /** DisconnectRequest session. */
                session: string;

                /** DisconnectRequest final. */
                final: boolean;

                /** DisconnectRequest who. */
                who?: ("user"|"key");

                /**
                 * Creates a new DisconnectRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DisconnectRequest instance
                 */
                static create(properties: fairway.push.v1.DisconnectRequest.$Shape): fairway.push.v1.DisconnectRequest & fairway.push.v1.DisconnectRequest.$Shape;
                static create(properties?: fairway.push.v1.DisconnectRequest.$Properties): fairway.push.v1.DisconnectRequest;

                /**
                 * Encodes the specified DisconnectRequest message. Does not implicitly {@link fairway.push.v1.DisconnectRequest.verify|verify} messages.
                 * @param message DisconnectRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.DisconnectRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DisconnectRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.DisconnectRequest & fairway.push.v1.DisconnectRequest.$Shape} DisconnectRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.DisconnectRequest & fairway.push.v1.DisconnectRequest.$Shape;

                /**
                 * Creates a DisconnectRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns DisconnectRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.DisconnectRequest;

                /**
                 * Creates a plain object from a DisconnectRequest message. Also converts values to other types if specified.
                 * @param message DisconnectRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.DisconnectRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this DisconnectRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace DisconnectRequest {

                /** Properties of a DisconnectRequest. */
                interface $Properties {

                    /** DisconnectRequest user */
                    user?: (string|null);

                    /** DisconnectRequest key */
                    key?: (string|null);

                    /** DisconnectRequest session */
                    session?: (string|null);

                    /** DisconnectRequest final */
                    final?: (boolean|null);

                    /** DisconnectRequest who */
                    who?: ("user"|"key");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a DisconnectRequest. */
                type $Shape = {
                  user?: string|null;
                  key?: string|null;
                  session?: string|null;
                  final?: boolean|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ who?: undefined; user?: null; key?: null }|{ who?: "user"; user: string; key?: null }|{ who?: "key"; user?: null; key: string })
                );
            }

            /**
             * Properties of a DisconnectResponse.
             * @deprecated Use fairway.push.v1.DisconnectResponse.$Properties instead.
             */
            interface IDisconnectResponse extends fairway.push.v1.DisconnectResponse.$Properties {
            }

            /** Represents a DisconnectResponse. */
            class DisconnectResponse {

                /**
                 * Constructs a new DisconnectResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.DisconnectResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DisconnectResponse connections. */
                connections: number;

                /**
                 * Creates a new DisconnectResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DisconnectResponse instance
                 */
                static create(properties: fairway.push.v1.DisconnectResponse.$Shape): fairway.push.v1.DisconnectResponse & fairway.push.v1.DisconnectResponse.$Shape;
                static create(properties?: fairway.push.v1.DisconnectResponse.$Properties): fairway.push.v1.DisconnectResponse;

                /**
                 * Encodes the specified DisconnectResponse message. Does not implicitly {@link fairway.push.v1.DisconnectResponse.verify|verify} messages.
                 * @param message DisconnectResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.DisconnectResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DisconnectResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.DisconnectResponse & fairway.push.v1.DisconnectResponse.$Shape} DisconnectResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.DisconnectResponse & fairway.push.v1.DisconnectResponse.$Shape;

                /**
                 * Creates a DisconnectResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns DisconnectResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.DisconnectResponse;

                /**
                 * Creates a plain object from a DisconnectResponse message. Also converts values to other types if specified.
                 * @param message DisconnectResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.DisconnectResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this DisconnectResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace DisconnectResponse {

                /** Properties of a DisconnectResponse. */
                interface $Properties {

                    /** DisconnectResponse connections */
                    connections?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DisconnectResponse. */
                type $Shape = fairway.push.v1.DisconnectResponse.$Properties;
            }

            /**
             * Properties of a BanRequest.
             * @deprecated Use fairway.push.v1.BanRequest.$Properties instead.
             */
            interface IBanRequest extends fairway.push.v1.BanRequest.$Properties {
            }

            /** Represents a BanRequest. */
            class BanRequest {

                /**
                 * Constructs a new BanRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.BanRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BanRequest user. */
                user?: (string|null);

                /** BanRequest key. */
                key?: (string|null);

                /** BanRequest until. */
                until?: (google.protobuf.Timestamp.$Properties|null);

                /** BanRequest issuedBefore. */
                issuedBefore?: (google.protobuf.Timestamp.$Properties|null);

                /** BanRequest reason. */
                reason: string;

                /** BanRequest who. */
                who?: ("user"|"key");

                /**
                 * Creates a new BanRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns BanRequest instance
                 */
                static create(properties: fairway.push.v1.BanRequest.$Shape): fairway.push.v1.BanRequest & fairway.push.v1.BanRequest.$Shape;
                static create(properties?: fairway.push.v1.BanRequest.$Properties): fairway.push.v1.BanRequest;

                /**
                 * Encodes the specified BanRequest message. Does not implicitly {@link fairway.push.v1.BanRequest.verify|verify} messages.
                 * @param message BanRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.BanRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BanRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.BanRequest & fairway.push.v1.BanRequest.$Shape} BanRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.BanRequest & fairway.push.v1.BanRequest.$Shape;

                /**
                 * Creates a BanRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns BanRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.BanRequest;

                /**
                 * Creates a plain object from a BanRequest message. Also converts values to other types if specified.
                 * @param message BanRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.BanRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this BanRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace BanRequest {

                /** Properties of a BanRequest. */
                interface $Properties {

                    /** BanRequest user */
                    user?: (string|null);

                    /** BanRequest key */
                    key?: (string|null);

                    /** BanRequest until */
                    until?: (google.protobuf.Timestamp.$Properties|null);

                    /** BanRequest issuedBefore */
                    issuedBefore?: (google.protobuf.Timestamp.$Properties|null);

                    /** BanRequest reason */
                    reason?: (string|null);

                    /** BanRequest who */
                    who?: ("user"|"key");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a BanRequest. */
                type $Shape = {
                  user?: string|null;
                  key?: string|null;
                  until?: google.protobuf.Timestamp.$Shape|null;
                  issuedBefore?: google.protobuf.Timestamp.$Shape|null;
                  reason?: string|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ who?: undefined; user?: null; key?: null }|{ who?: "user"; user: string; key?: null }|{ who?: "key"; user?: null; key: string })
                );
            }

            /**
             * Properties of a BanResponse.
             * @deprecated Use fairway.push.v1.BanResponse.$Properties instead.
             */
            interface IBanResponse extends fairway.push.v1.BanResponse.$Properties {
            }

            /** Represents a BanResponse. */
            class BanResponse {

                /**
                 * Constructs a new BanResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.BanResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BanResponse connections. */
                connections: number;

                /**
                 * Creates a new BanResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns BanResponse instance
                 */
                static create(properties: fairway.push.v1.BanResponse.$Shape): fairway.push.v1.BanResponse & fairway.push.v1.BanResponse.$Shape;
                static create(properties?: fairway.push.v1.BanResponse.$Properties): fairway.push.v1.BanResponse;

                /**
                 * Encodes the specified BanResponse message. Does not implicitly {@link fairway.push.v1.BanResponse.verify|verify} messages.
                 * @param message BanResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.BanResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BanResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.BanResponse & fairway.push.v1.BanResponse.$Shape} BanResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.BanResponse & fairway.push.v1.BanResponse.$Shape;

                /**
                 * Creates a BanResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns BanResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.BanResponse;

                /**
                 * Creates a plain object from a BanResponse message. Also converts values to other types if specified.
                 * @param message BanResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.BanResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this BanResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace BanResponse {

                /** Properties of a BanResponse. */
                interface $Properties {

                    /** BanResponse connections */
                    connections?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BanResponse. */
                type $Shape = fairway.push.v1.BanResponse.$Properties;
            }

            /**
             * Properties of a LiftBanRequest.
             * @deprecated Use fairway.push.v1.LiftBanRequest.$Properties instead.
             */
            interface ILiftBanRequest extends fairway.push.v1.LiftBanRequest.$Properties {
            }

            /** Represents a LiftBanRequest. */
            class LiftBanRequest {

                /**
                 * Constructs a new LiftBanRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.LiftBanRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LiftBanRequest user. */
                user?: (string|null);

                /** LiftBanRequest key. */
                key?: (string|null);

                /** LiftBanRequest who. */
                who?: ("user"|"key");

                /**
                 * Creates a new LiftBanRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns LiftBanRequest instance
                 */
                static create(properties: fairway.push.v1.LiftBanRequest.$Shape): fairway.push.v1.LiftBanRequest & fairway.push.v1.LiftBanRequest.$Shape;
                static create(properties?: fairway.push.v1.LiftBanRequest.$Properties): fairway.push.v1.LiftBanRequest;

                /**
                 * Encodes the specified LiftBanRequest message. Does not implicitly {@link fairway.push.v1.LiftBanRequest.verify|verify} messages.
                 * @param message LiftBanRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.LiftBanRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LiftBanRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.LiftBanRequest & fairway.push.v1.LiftBanRequest.$Shape} LiftBanRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.LiftBanRequest & fairway.push.v1.LiftBanRequest.$Shape;

                /**
                 * Creates a LiftBanRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns LiftBanRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.LiftBanRequest;

                /**
                 * Creates a plain object from a LiftBanRequest message. Also converts values to other types if specified.
                 * @param message LiftBanRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.LiftBanRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this LiftBanRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace LiftBanRequest {

                /** Properties of a LiftBanRequest. */
                interface $Properties {

                    /** LiftBanRequest user */
                    user?: (string|null);

                    /** LiftBanRequest key */
                    key?: (string|null);

                    /** LiftBanRequest who */
                    who?: ("user"|"key");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a LiftBanRequest. */
                type $Shape = {
                  user?: string|null;
                  key?: string|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ who?: undefined; user?: null; key?: null }|{ who?: "user"; user: string; key?: null }|{ who?: "key"; user?: null; key: string })
                );
            }

            /**
             * Properties of a LiftBanResponse.
             * @deprecated Use fairway.push.v1.LiftBanResponse.$Properties instead.
             */
            interface ILiftBanResponse extends fairway.push.v1.LiftBanResponse.$Properties {
            }

            /** Represents a LiftBanResponse. */
            class LiftBanResponse {

                /**
                 * Constructs a new LiftBanResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.LiftBanResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LiftBanResponse lifted. */
                lifted: boolean;

                /**
                 * Creates a new LiftBanResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns LiftBanResponse instance
                 */
                static create(properties: fairway.push.v1.LiftBanResponse.$Shape): fairway.push.v1.LiftBanResponse & fairway.push.v1.LiftBanResponse.$Shape;
                static create(properties?: fairway.push.v1.LiftBanResponse.$Properties): fairway.push.v1.LiftBanResponse;

                /**
                 * Encodes the specified LiftBanResponse message. Does not implicitly {@link fairway.push.v1.LiftBanResponse.verify|verify} messages.
                 * @param message LiftBanResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.LiftBanResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LiftBanResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.LiftBanResponse & fairway.push.v1.LiftBanResponse.$Shape} LiftBanResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.LiftBanResponse & fairway.push.v1.LiftBanResponse.$Shape;

                /**
                 * Creates a LiftBanResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns LiftBanResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.LiftBanResponse;

                /**
                 * Creates a plain object from a LiftBanResponse message. Also converts values to other types if specified.
                 * @param message LiftBanResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.LiftBanResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this LiftBanResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace LiftBanResponse {

                /** Properties of a LiftBanResponse. */
                interface $Properties {

                    /** LiftBanResponse lifted */
                    lifted?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LiftBanResponse. */
                type $Shape = fairway.push.v1.LiftBanResponse.$Properties;
            }

            /**
             * Properties of a BansRequest.
             * @deprecated Use fairway.push.v1.BansRequest.$Properties instead.
             */
            interface IBansRequest extends fairway.push.v1.BansRequest.$Properties {
            }

            /** Represents a BansRequest. */
            class BansRequest {

                /**
                 * Constructs a new BansRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.BansRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BansRequest user. */
                user?: (string|null);

                /** BansRequest key. */
                key?: (string|null);

                /** BansRequest limit. */
                limit: number;

                /** BansRequest pageToken. */
                pageToken: string;

                /** BansRequest who. */
                who?: ("user"|"key");

                /**
                 * Creates a new BansRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns BansRequest instance
                 */
                static create(properties: fairway.push.v1.BansRequest.$Shape): fairway.push.v1.BansRequest & fairway.push.v1.BansRequest.$Shape;
                static create(properties?: fairway.push.v1.BansRequest.$Properties): fairway.push.v1.BansRequest;

                /**
                 * Encodes the specified BansRequest message. Does not implicitly {@link fairway.push.v1.BansRequest.verify|verify} messages.
                 * @param message BansRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.BansRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BansRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.BansRequest & fairway.push.v1.BansRequest.$Shape} BansRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.BansRequest & fairway.push.v1.BansRequest.$Shape;

                /**
                 * Creates a BansRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns BansRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.BansRequest;

                /**
                 * Creates a plain object from a BansRequest message. Also converts values to other types if specified.
                 * @param message BansRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.BansRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this BansRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace BansRequest {

                /** Properties of a BansRequest. */
                interface $Properties {

                    /** BansRequest user */
                    user?: (string|null);

                    /** BansRequest key */
                    key?: (string|null);

                    /** BansRequest limit */
                    limit?: (number|null);

                    /** BansRequest pageToken */
                    pageToken?: (string|null);

                    /** BansRequest who */
                    who?: ("user"|"key");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a BansRequest. */
                type $Shape = {
                  user?: string|null;
                  key?: string|null;
                  limit?: number|null;
                  pageToken?: string|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ who?: undefined; user?: null; key?: null }|{ who?: "user"; user: string; key?: null }|{ who?: "key"; user?: null; key: string })
                );
            }

            /**
             * Properties of a BansResponse.
             * @deprecated Use fairway.push.v1.BansResponse.$Properties instead.
             */
            interface IBansResponse extends fairway.push.v1.BansResponse.$Properties {
            }

            /** Represents a BansResponse. */
            class BansResponse {

                /**
                 * Constructs a new BansResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.BansResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BansResponse bans. */
                bans: fairway.push.v1.Ban.$Properties[];

                /** BansResponse nextPageToken. */
                nextPageToken: string;

                /**
                 * Creates a new BansResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns BansResponse instance
                 */
                static create(properties: fairway.push.v1.BansResponse.$Shape): fairway.push.v1.BansResponse & fairway.push.v1.BansResponse.$Shape;
                static create(properties?: fairway.push.v1.BansResponse.$Properties): fairway.push.v1.BansResponse;

                /**
                 * Encodes the specified BansResponse message. Does not implicitly {@link fairway.push.v1.BansResponse.verify|verify} messages.
                 * @param message BansResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.BansResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BansResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.BansResponse & fairway.push.v1.BansResponse.$Shape} BansResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.BansResponse & fairway.push.v1.BansResponse.$Shape;

                /**
                 * Creates a BansResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns BansResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.BansResponse;

                /**
                 * Creates a plain object from a BansResponse message. Also converts values to other types if specified.
                 * @param message BansResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.BansResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this BansResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace BansResponse {

                /** Properties of a BansResponse. */
                interface $Properties {

                    /** BansResponse bans */
                    bans?: (fairway.push.v1.Ban.$Properties[]|null);

                    /** BansResponse nextPageToken */
                    nextPageToken?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BansResponse. */
                type $Shape = {
                  bans?: fairway.push.v1.Ban.$Shape[]|null;
                  nextPageToken?: string|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a Ban.
             * @deprecated Use fairway.push.v1.Ban.$Properties instead.
             */
            interface IBan extends fairway.push.v1.Ban.$Properties {
            }

            /** Represents a Ban. */
            class Ban {

                /**
                 * Constructs a new Ban.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.Ban.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Ban user. */
                user?: (string|null);

                /** Ban key. */
                key?: (string|null);

                /** Ban until. */
                until?: (google.protobuf.Timestamp.$Properties|null);

                /** Ban issuedBefore. */
                issuedBefore?: (google.protobuf.Timestamp.$Properties|null);

                /** Ban reason. */
                reason: string;

                /** Ban bannedAt. */
                bannedAt?: (google.protobuf.Timestamp.$Properties|null);

                /** Ban who. */
                who?: ("user"|"key");

                /**
                 * Creates a new Ban instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Ban instance
                 */
                static create(properties: fairway.push.v1.Ban.$Shape): fairway.push.v1.Ban & fairway.push.v1.Ban.$Shape;
                static create(properties?: fairway.push.v1.Ban.$Properties): fairway.push.v1.Ban;

                /**
                 * Encodes the specified Ban message. Does not implicitly {@link fairway.push.v1.Ban.verify|verify} messages.
                 * @param message Ban message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.Ban.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Ban message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.Ban & fairway.push.v1.Ban.$Shape} Ban
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.Ban & fairway.push.v1.Ban.$Shape;

                /**
                 * Creates a Ban message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Ban
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.Ban;

                /**
                 * Creates a plain object from a Ban message. Also converts values to other types if specified.
                 * @param message Ban
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.Ban, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Ban to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Ban {

                /** Properties of a Ban. */
                interface $Properties {

                    /** Ban user */
                    user?: (string|null);

                    /** Ban key */
                    key?: (string|null);

                    /** Ban until */
                    until?: (google.protobuf.Timestamp.$Properties|null);

                    /** Ban issuedBefore */
                    issuedBefore?: (google.protobuf.Timestamp.$Properties|null);

                    /** Ban reason */
                    reason?: (string|null);

                    /** Ban bannedAt */
                    bannedAt?: (google.protobuf.Timestamp.$Properties|null);

                    /** Ban who */
                    who?: ("user"|"key");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a Ban. */
                type $Shape = {
                  user?: string|null;
                  key?: string|null;
                  until?: google.protobuf.Timestamp.$Shape|null;
                  issuedBefore?: google.protobuf.Timestamp.$Shape|null;
                  reason?: string|null;
                  bannedAt?: google.protobuf.Timestamp.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ who?: undefined; user?: null; key?: null }|{ who?: "user"; user: string; key?: null }|{ who?: "key"; user?: null; key: string })
                );
            }

            /**
             * Properties of a SubscribeRequest.
             * @deprecated Use fairway.push.v1.SubscribeRequest.$Properties instead.
             */
            interface ISubscribeRequest extends fairway.push.v1.SubscribeRequest.$Properties {
            }

            /** Represents a SubscribeRequest. */
            class SubscribeRequest {

                /**
                 * Constructs a new SubscribeRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.SubscribeRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SubscribeRequest user. */
                user: string;

                /** SubscribeRequest channel. */
                channel: string;

                /**
                 * Creates a new SubscribeRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SubscribeRequest instance
                 */
                static create(properties: fairway.push.v1.SubscribeRequest.$Shape): fairway.push.v1.SubscribeRequest & fairway.push.v1.SubscribeRequest.$Shape;
                static create(properties?: fairway.push.v1.SubscribeRequest.$Properties): fairway.push.v1.SubscribeRequest;

                /**
                 * Encodes the specified SubscribeRequest message. Does not implicitly {@link fairway.push.v1.SubscribeRequest.verify|verify} messages.
                 * @param message SubscribeRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.SubscribeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SubscribeRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.SubscribeRequest & fairway.push.v1.SubscribeRequest.$Shape} SubscribeRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.SubscribeRequest & fairway.push.v1.SubscribeRequest.$Shape;

                /**
                 * Creates a SubscribeRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns SubscribeRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.SubscribeRequest;

                /**
                 * Creates a plain object from a SubscribeRequest message. Also converts values to other types if specified.
                 * @param message SubscribeRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.SubscribeRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this SubscribeRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace SubscribeRequest {

                /** Properties of a SubscribeRequest. */
                interface $Properties {

                    /** SubscribeRequest user */
                    user?: (string|null);

                    /** SubscribeRequest channel */
                    channel?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SubscribeRequest. */
                type $Shape = fairway.push.v1.SubscribeRequest.$Properties;
            }

            /**
             * Properties of a SubscribeResponse.
             * @deprecated Use fairway.push.v1.SubscribeResponse.$Properties instead.
             */
            interface ISubscribeResponse extends fairway.push.v1.SubscribeResponse.$Properties {
            }

            /** Represents a SubscribeResponse. */
            class SubscribeResponse {

                /**
                 * Constructs a new SubscribeResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.SubscribeResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SubscribeResponse connections. */
                connections: number;

                /**
                 * Creates a new SubscribeResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SubscribeResponse instance
                 */
                static create(properties: fairway.push.v1.SubscribeResponse.$Shape): fairway.push.v1.SubscribeResponse & fairway.push.v1.SubscribeResponse.$Shape;
                static create(properties?: fairway.push.v1.SubscribeResponse.$Properties): fairway.push.v1.SubscribeResponse;

                /**
                 * Encodes the specified SubscribeResponse message. Does not implicitly {@link fairway.push.v1.SubscribeResponse.verify|verify} messages.
                 * @param message SubscribeResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.SubscribeResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SubscribeResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.SubscribeResponse & fairway.push.v1.SubscribeResponse.$Shape} SubscribeResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.SubscribeResponse & fairway.push.v1.SubscribeResponse.$Shape;

                /**
                 * Creates a SubscribeResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns SubscribeResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.SubscribeResponse;

                /**
                 * Creates a plain object from a SubscribeResponse message. Also converts values to other types if specified.
                 * @param message SubscribeResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.SubscribeResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this SubscribeResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace SubscribeResponse {

                /** Properties of a SubscribeResponse. */
                interface $Properties {

                    /** SubscribeResponse connections */
                    connections?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SubscribeResponse. */
                type $Shape = fairway.push.v1.SubscribeResponse.$Properties;
            }

            /**
             * Properties of an UnsubscribeRequest.
             * @deprecated Use fairway.push.v1.UnsubscribeRequest.$Properties instead.
             */
            interface IUnsubscribeRequest extends fairway.push.v1.UnsubscribeRequest.$Properties {
            }

            /** Represents an UnsubscribeRequest. */
            class UnsubscribeRequest {

                /**
                 * Constructs a new UnsubscribeRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.UnsubscribeRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** UnsubscribeRequest user. */
                user: string;

                /** UnsubscribeRequest channel. */
                channel: string;

                /**
                 * Creates a new UnsubscribeRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns UnsubscribeRequest instance
                 */
                static create(properties: fairway.push.v1.UnsubscribeRequest.$Shape): fairway.push.v1.UnsubscribeRequest & fairway.push.v1.UnsubscribeRequest.$Shape;
                static create(properties?: fairway.push.v1.UnsubscribeRequest.$Properties): fairway.push.v1.UnsubscribeRequest;

                /**
                 * Encodes the specified UnsubscribeRequest message. Does not implicitly {@link fairway.push.v1.UnsubscribeRequest.verify|verify} messages.
                 * @param message UnsubscribeRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.UnsubscribeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an UnsubscribeRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.UnsubscribeRequest & fairway.push.v1.UnsubscribeRequest.$Shape} UnsubscribeRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.UnsubscribeRequest & fairway.push.v1.UnsubscribeRequest.$Shape;

                /**
                 * Creates an UnsubscribeRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns UnsubscribeRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.UnsubscribeRequest;

                /**
                 * Creates a plain object from an UnsubscribeRequest message. Also converts values to other types if specified.
                 * @param message UnsubscribeRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.UnsubscribeRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this UnsubscribeRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace UnsubscribeRequest {

                /** Properties of an UnsubscribeRequest. */
                interface $Properties {

                    /** UnsubscribeRequest user */
                    user?: (string|null);

                    /** UnsubscribeRequest channel */
                    channel?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an UnsubscribeRequest. */
                type $Shape = fairway.push.v1.UnsubscribeRequest.$Properties;
            }

            /**
             * Properties of an UnsubscribeResponse.
             * @deprecated Use fairway.push.v1.UnsubscribeResponse.$Properties instead.
             */
            interface IUnsubscribeResponse extends fairway.push.v1.UnsubscribeResponse.$Properties {
            }

            /** Represents an UnsubscribeResponse. */
            class UnsubscribeResponse {

                /**
                 * Constructs a new UnsubscribeResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.UnsubscribeResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** UnsubscribeResponse connections. */
                connections: number;

                /**
                 * Creates a new UnsubscribeResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns UnsubscribeResponse instance
                 */
                static create(properties: fairway.push.v1.UnsubscribeResponse.$Shape): fairway.push.v1.UnsubscribeResponse & fairway.push.v1.UnsubscribeResponse.$Shape;
                static create(properties?: fairway.push.v1.UnsubscribeResponse.$Properties): fairway.push.v1.UnsubscribeResponse;

                /**
                 * Encodes the specified UnsubscribeResponse message. Does not implicitly {@link fairway.push.v1.UnsubscribeResponse.verify|verify} messages.
                 * @param message UnsubscribeResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.UnsubscribeResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an UnsubscribeResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.UnsubscribeResponse & fairway.push.v1.UnsubscribeResponse.$Shape} UnsubscribeResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.UnsubscribeResponse & fairway.push.v1.UnsubscribeResponse.$Shape;

                /**
                 * Creates an UnsubscribeResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns UnsubscribeResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.UnsubscribeResponse;

                /**
                 * Creates a plain object from an UnsubscribeResponse message. Also converts values to other types if specified.
                 * @param message UnsubscribeResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.UnsubscribeResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this UnsubscribeResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace UnsubscribeResponse {

                /** Properties of an UnsubscribeResponse. */
                interface $Properties {

                    /** UnsubscribeResponse connections */
                    connections?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an UnsubscribeResponse. */
                type $Shape = fairway.push.v1.UnsubscribeResponse.$Properties;
            }

            /**
             * Properties of a ShardsRequest.
             * @deprecated Use fairway.push.v1.ShardsRequest.$Properties instead.
             */
            interface IShardsRequest extends fairway.push.v1.ShardsRequest.$Properties {
            }

            /** Represents a ShardsRequest. */
            class ShardsRequest {

                /**
                 * Constructs a new ShardsRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.ShardsRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new ShardsRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ShardsRequest instance
                 */
                static create(properties: fairway.push.v1.ShardsRequest.$Shape): fairway.push.v1.ShardsRequest & fairway.push.v1.ShardsRequest.$Shape;
                static create(properties?: fairway.push.v1.ShardsRequest.$Properties): fairway.push.v1.ShardsRequest;

                /**
                 * Encodes the specified ShardsRequest message. Does not implicitly {@link fairway.push.v1.ShardsRequest.verify|verify} messages.
                 * @param message ShardsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.ShardsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ShardsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.ShardsRequest & fairway.push.v1.ShardsRequest.$Shape} ShardsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.ShardsRequest & fairway.push.v1.ShardsRequest.$Shape;

                /**
                 * Creates a ShardsRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ShardsRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.ShardsRequest;

                /**
                 * Creates a plain object from a ShardsRequest message. Also converts values to other types if specified.
                 * @param message ShardsRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.ShardsRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ShardsRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ShardsRequest {

                /** Properties of a ShardsRequest. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ShardsRequest. */
                type $Shape = fairway.push.v1.ShardsRequest.$Properties;
            }

            /**
             * Properties of an AddShardsRequest.
             * @deprecated Use fairway.push.v1.AddShardsRequest.$Properties instead.
             */
            interface IAddShardsRequest extends fairway.push.v1.AddShardsRequest.$Properties {
            }

            /** Represents an AddShardsRequest. */
            class AddShardsRequest {

                /**
                 * Constructs a new AddShardsRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.AddShardsRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AddShardsRequest shards. */
                shards: number;

                /**
                 * Creates a new AddShardsRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns AddShardsRequest instance
                 */
                static create(properties: fairway.push.v1.AddShardsRequest.$Shape): fairway.push.v1.AddShardsRequest & fairway.push.v1.AddShardsRequest.$Shape;
                static create(properties?: fairway.push.v1.AddShardsRequest.$Properties): fairway.push.v1.AddShardsRequest;

                /**
                 * Encodes the specified AddShardsRequest message. Does not implicitly {@link fairway.push.v1.AddShardsRequest.verify|verify} messages.
                 * @param message AddShardsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.AddShardsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AddShardsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.AddShardsRequest & fairway.push.v1.AddShardsRequest.$Shape} AddShardsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.AddShardsRequest & fairway.push.v1.AddShardsRequest.$Shape;

                /**
                 * Creates an AddShardsRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns AddShardsRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.AddShardsRequest;

                /**
                 * Creates a plain object from an AddShardsRequest message. Also converts values to other types if specified.
                 * @param message AddShardsRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.AddShardsRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this AddShardsRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace AddShardsRequest {

                /** Properties of an AddShardsRequest. */
                interface $Properties {

                    /** AddShardsRequest shards */
                    shards?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AddShardsRequest. */
                type $Shape = fairway.push.v1.AddShardsRequest.$Properties;
            }

            /**
             * Properties of a ShardsResponse.
             * @deprecated Use fairway.push.v1.ShardsResponse.$Properties instead.
             */
            interface IShardsResponse extends fairway.push.v1.ShardsResponse.$Properties {
            }

            /** Represents a ShardsResponse. */
            class ShardsResponse {

                /**
                 * Constructs a new ShardsResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.push.v1.ShardsResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ShardsResponse region. */
                region: string;

                /** ShardsResponse counts. */
                counts: number[];

                /**
                 * Creates a new ShardsResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ShardsResponse instance
                 */
                static create(properties: fairway.push.v1.ShardsResponse.$Shape): fairway.push.v1.ShardsResponse & fairway.push.v1.ShardsResponse.$Shape;
                static create(properties?: fairway.push.v1.ShardsResponse.$Properties): fairway.push.v1.ShardsResponse;

                /**
                 * Encodes the specified ShardsResponse message. Does not implicitly {@link fairway.push.v1.ShardsResponse.verify|verify} messages.
                 * @param message ShardsResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.push.v1.ShardsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ShardsResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.push.v1.ShardsResponse & fairway.push.v1.ShardsResponse.$Shape} ShardsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.push.v1.ShardsResponse & fairway.push.v1.ShardsResponse.$Shape;

                /**
                 * Creates a ShardsResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ShardsResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.push.v1.ShardsResponse;

                /**
                 * Creates a plain object from a ShardsResponse message. Also converts values to other types if specified.
                 * @param message ShardsResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.push.v1.ShardsResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ShardsResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace ShardsResponse {

                /** Properties of a ShardsResponse. */
                interface $Properties {

                    /** ShardsResponse region */
                    region?: (string|null);

                    /** ShardsResponse counts */
                    counts?: (number[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ShardsResponse. */
                type $Shape = fairway.push.v1.ShardsResponse.$Properties;
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
