import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace fairway. */
export namespace fairway {

    /** Namespace passport. */
    namespace passport {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of a SignInGuestRequest.
             * @deprecated Use fairway.passport.v1.SignInGuestRequest.$Properties instead.
             */
            interface ISignInGuestRequest extends fairway.passport.v1.SignInGuestRequest.$Properties {
            }

            /** Represents a SignInGuestRequest. */
            class SignInGuestRequest {

                /**
                 * Constructs a new SignInGuestRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.passport.v1.SignInGuestRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SignInGuestRequest deviceId. */
                deviceId: string;

                /**
                 * Creates a new SignInGuestRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SignInGuestRequest instance
                 */
                static create(properties: fairway.passport.v1.SignInGuestRequest.$Shape): fairway.passport.v1.SignInGuestRequest & fairway.passport.v1.SignInGuestRequest.$Shape;
                static create(properties?: fairway.passport.v1.SignInGuestRequest.$Properties): fairway.passport.v1.SignInGuestRequest;

                /**
                 * Encodes the specified SignInGuestRequest message. Does not implicitly {@link fairway.passport.v1.SignInGuestRequest.verify|verify} messages.
                 * @param message SignInGuestRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.passport.v1.SignInGuestRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SignInGuestRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.passport.v1.SignInGuestRequest & fairway.passport.v1.SignInGuestRequest.$Shape} SignInGuestRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.passport.v1.SignInGuestRequest & fairway.passport.v1.SignInGuestRequest.$Shape;

                /**
                 * Creates a SignInGuestRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns SignInGuestRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.passport.v1.SignInGuestRequest;

                /**
                 * Creates a plain object from a SignInGuestRequest message. Also converts values to other types if specified.
                 * @param message SignInGuestRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.passport.v1.SignInGuestRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this SignInGuestRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace SignInGuestRequest {

                /** Properties of a SignInGuestRequest. */
                interface $Properties {

                    /** SignInGuestRequest deviceId */
                    deviceId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SignInGuestRequest. */
                type $Shape = fairway.passport.v1.SignInGuestRequest.$Properties;
            }

            /**
             * Properties of a RefreshRequest.
             * @deprecated Use fairway.passport.v1.RefreshRequest.$Properties instead.
             */
            interface IRefreshRequest extends fairway.passport.v1.RefreshRequest.$Properties {
            }

            /** Represents a RefreshRequest. */
            class RefreshRequest {

                /**
                 * Constructs a new RefreshRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.passport.v1.RefreshRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RefreshRequest refreshToken. */
                refreshToken: string;

                /**
                 * Creates a new RefreshRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns RefreshRequest instance
                 */
                static create(properties: fairway.passport.v1.RefreshRequest.$Shape): fairway.passport.v1.RefreshRequest & fairway.passport.v1.RefreshRequest.$Shape;
                static create(properties?: fairway.passport.v1.RefreshRequest.$Properties): fairway.passport.v1.RefreshRequest;

                /**
                 * Encodes the specified RefreshRequest message. Does not implicitly {@link fairway.passport.v1.RefreshRequest.verify|verify} messages.
                 * @param message RefreshRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.passport.v1.RefreshRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RefreshRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.passport.v1.RefreshRequest & fairway.passport.v1.RefreshRequest.$Shape} RefreshRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.passport.v1.RefreshRequest & fairway.passport.v1.RefreshRequest.$Shape;

                /**
                 * Creates a RefreshRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns RefreshRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.passport.v1.RefreshRequest;

                /**
                 * Creates a plain object from a RefreshRequest message. Also converts values to other types if specified.
                 * @param message RefreshRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.passport.v1.RefreshRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this RefreshRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace RefreshRequest {

                /** Properties of a RefreshRequest. */
                interface $Properties {

                    /** RefreshRequest refreshToken */
                    refreshToken?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RefreshRequest. */
                type $Shape = fairway.passport.v1.RefreshRequest.$Properties;
            }

            /**
             * Properties of a Session.
             * @deprecated Use fairway.passport.v1.Session.$Properties instead.
             */
            interface ISession extends fairway.passport.v1.Session.$Properties {
            }

            /** Represents a Session. */
            class Session {

                /**
                 * Constructs a new Session.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.passport.v1.Session.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Session uid. */
                uid: (number|Long);

                /** Session accessToken. */
                accessToken: string;

                /** Session expiresInSeconds. */
                expiresInSeconds: number;

                /** Session refreshToken. */
                refreshToken: string;

                /** Session refreshExpiresAt. */
                refreshExpiresAt?: (google.protobuf.Timestamp.$Properties|null);

                /**
                 * Creates a new Session instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Session instance
                 */
                static create(properties: fairway.passport.v1.Session.$Shape): fairway.passport.v1.Session & fairway.passport.v1.Session.$Shape;
                static create(properties?: fairway.passport.v1.Session.$Properties): fairway.passport.v1.Session;

                /**
                 * Encodes the specified Session message. Does not implicitly {@link fairway.passport.v1.Session.verify|verify} messages.
                 * @param message Session message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.passport.v1.Session.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Session message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.passport.v1.Session & fairway.passport.v1.Session.$Shape} Session
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.passport.v1.Session & fairway.passport.v1.Session.$Shape;

                /**
                 * Creates a Session message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Session
                 */
                static fromObject(object: { [k: string]: any }): fairway.passport.v1.Session;

                /**
                 * Creates a plain object from a Session message. Also converts values to other types if specified.
                 * @param message Session
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.passport.v1.Session, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Session to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Session {

                /** Properties of a Session. */
                interface $Properties {

                    /** Session uid */
                    uid?: (number|Long|null);

                    /** Session accessToken */
                    accessToken?: (string|null);

                    /** Session expiresInSeconds */
                    expiresInSeconds?: (number|null);

                    /** Session refreshToken */
                    refreshToken?: (string|null);

                    /** Session refreshExpiresAt */
                    refreshExpiresAt?: (google.protobuf.Timestamp.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Session. */
                type $Shape = fairway.passport.v1.Session.$Properties;
            }

            /**
             * Properties of a GetProfileRequest.
             * @deprecated Use fairway.passport.v1.GetProfileRequest.$Properties instead.
             */
            interface IGetProfileRequest extends fairway.passport.v1.GetProfileRequest.$Properties {
            }

            /** Represents a GetProfileRequest. */
            class GetProfileRequest {

                /**
                 * Constructs a new GetProfileRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.passport.v1.GetProfileRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new GetProfileRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns GetProfileRequest instance
                 */
                static create(properties: fairway.passport.v1.GetProfileRequest.$Shape): fairway.passport.v1.GetProfileRequest & fairway.passport.v1.GetProfileRequest.$Shape;
                static create(properties?: fairway.passport.v1.GetProfileRequest.$Properties): fairway.passport.v1.GetProfileRequest;

                /**
                 * Encodes the specified GetProfileRequest message. Does not implicitly {@link fairway.passport.v1.GetProfileRequest.verify|verify} messages.
                 * @param message GetProfileRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.passport.v1.GetProfileRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GetProfileRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.passport.v1.GetProfileRequest & fairway.passport.v1.GetProfileRequest.$Shape} GetProfileRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.passport.v1.GetProfileRequest & fairway.passport.v1.GetProfileRequest.$Shape;

                /**
                 * Creates a GetProfileRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns GetProfileRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.passport.v1.GetProfileRequest;

                /**
                 * Creates a plain object from a GetProfileRequest message. Also converts values to other types if specified.
                 * @param message GetProfileRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.passport.v1.GetProfileRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this GetProfileRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace GetProfileRequest {

                /** Properties of a GetProfileRequest. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GetProfileRequest. */
                type $Shape = fairway.passport.v1.GetProfileRequest.$Properties;
            }

            /**
             * Properties of an UpdateProfileRequest.
             * @deprecated Use fairway.passport.v1.UpdateProfileRequest.$Properties instead.
             */
            interface IUpdateProfileRequest extends fairway.passport.v1.UpdateProfileRequest.$Properties {
            }

            /** Represents an UpdateProfileRequest. */
            class UpdateProfileRequest {

                /**
                 * Constructs a new UpdateProfileRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.passport.v1.UpdateProfileRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** UpdateProfileRequest nickname. */
                nickname?: (string|null);

                /** UpdateProfileRequest avatarUrl. */
                avatarUrl?: (string|null);

                /** UpdateProfileRequest locale. */
                locale?: (string|null);

                /** UpdateProfileRequest revision. */
                revision: number;

                /**
                 * Creates a new UpdateProfileRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns UpdateProfileRequest instance
                 */
                static create(properties: fairway.passport.v1.UpdateProfileRequest.$Shape): fairway.passport.v1.UpdateProfileRequest & fairway.passport.v1.UpdateProfileRequest.$Shape;
                static create(properties?: fairway.passport.v1.UpdateProfileRequest.$Properties): fairway.passport.v1.UpdateProfileRequest;

                /**
                 * Encodes the specified UpdateProfileRequest message. Does not implicitly {@link fairway.passport.v1.UpdateProfileRequest.verify|verify} messages.
                 * @param message UpdateProfileRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.passport.v1.UpdateProfileRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an UpdateProfileRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.passport.v1.UpdateProfileRequest & fairway.passport.v1.UpdateProfileRequest.$Shape} UpdateProfileRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.passport.v1.UpdateProfileRequest & fairway.passport.v1.UpdateProfileRequest.$Shape;

                /**
                 * Creates an UpdateProfileRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns UpdateProfileRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.passport.v1.UpdateProfileRequest;

                /**
                 * Creates a plain object from an UpdateProfileRequest message. Also converts values to other types if specified.
                 * @param message UpdateProfileRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.passport.v1.UpdateProfileRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this UpdateProfileRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace UpdateProfileRequest {

                /** Properties of an UpdateProfileRequest. */
                interface $Properties {

                    /** UpdateProfileRequest nickname */
                    nickname?: (string|null);

                    /** UpdateProfileRequest avatarUrl */
                    avatarUrl?: (string|null);

                    /** UpdateProfileRequest locale */
                    locale?: (string|null);

                    /** UpdateProfileRequest revision */
                    revision?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an UpdateProfileRequest. */
                type $Shape = fairway.passport.v1.UpdateProfileRequest.$Properties;
            }

            /**
             * Properties of a Profile.
             * @deprecated Use fairway.passport.v1.Profile.$Properties instead.
             */
            interface IProfile extends fairway.passport.v1.Profile.$Properties {
            }

            /** Represents a Profile. */
            class Profile {

                /**
                 * Constructs a new Profile.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.passport.v1.Profile.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Profile uid. */
                uid: (number|Long);

                /** Profile nickname. */
                nickname: string;

                /** Profile avatarUrl. */
                avatarUrl: string;

                /** Profile locale. */
                locale: string;

                /** Profile revision. */
                revision: number;

                /** Profile createdAt. */
                createdAt?: (google.protobuf.Timestamp.$Properties|null);

                /**
                 * Creates a new Profile instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Profile instance
                 */
                static create(properties: fairway.passport.v1.Profile.$Shape): fairway.passport.v1.Profile & fairway.passport.v1.Profile.$Shape;
                static create(properties?: fairway.passport.v1.Profile.$Properties): fairway.passport.v1.Profile;

                /**
                 * Encodes the specified Profile message. Does not implicitly {@link fairway.passport.v1.Profile.verify|verify} messages.
                 * @param message Profile message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.passport.v1.Profile.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Profile message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.passport.v1.Profile & fairway.passport.v1.Profile.$Shape} Profile
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.passport.v1.Profile & fairway.passport.v1.Profile.$Shape;

                /**
                 * Creates a Profile message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Profile
                 */
                static fromObject(object: { [k: string]: any }): fairway.passport.v1.Profile;

                /**
                 * Creates a plain object from a Profile message. Also converts values to other types if specified.
                 * @param message Profile
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.passport.v1.Profile, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Profile to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Profile {

                /** Properties of a Profile. */
                interface $Properties {

                    /** Profile uid */
                    uid?: (number|Long|null);

                    /** Profile nickname */
                    nickname?: (string|null);

                    /** Profile avatarUrl */
                    avatarUrl?: (string|null);

                    /** Profile locale */
                    locale?: (string|null);

                    /** Profile revision */
                    revision?: (number|null);

                    /** Profile createdAt */
                    createdAt?: (google.protobuf.Timestamp.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Profile. */
                type $Shape = fairway.passport.v1.Profile.$Properties;
            }

            /**
             * Properties of a SignOutRequest.
             * @deprecated Use fairway.passport.v1.SignOutRequest.$Properties instead.
             */
            interface ISignOutRequest extends fairway.passport.v1.SignOutRequest.$Properties {
            }

            /** Represents a SignOutRequest. */
            class SignOutRequest {

                /**
                 * Constructs a new SignOutRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.passport.v1.SignOutRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SignOutRequest allSessions. */
                allSessions: boolean;

                /**
                 * Creates a new SignOutRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SignOutRequest instance
                 */
                static create(properties: fairway.passport.v1.SignOutRequest.$Shape): fairway.passport.v1.SignOutRequest & fairway.passport.v1.SignOutRequest.$Shape;
                static create(properties?: fairway.passport.v1.SignOutRequest.$Properties): fairway.passport.v1.SignOutRequest;

                /**
                 * Encodes the specified SignOutRequest message. Does not implicitly {@link fairway.passport.v1.SignOutRequest.verify|verify} messages.
                 * @param message SignOutRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.passport.v1.SignOutRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SignOutRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.passport.v1.SignOutRequest & fairway.passport.v1.SignOutRequest.$Shape} SignOutRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.passport.v1.SignOutRequest & fairway.passport.v1.SignOutRequest.$Shape;

                /**
                 * Creates a SignOutRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns SignOutRequest
                 */
                static fromObject(object: { [k: string]: any }): fairway.passport.v1.SignOutRequest;

                /**
                 * Creates a plain object from a SignOutRequest message. Also converts values to other types if specified.
                 * @param message SignOutRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.passport.v1.SignOutRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this SignOutRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace SignOutRequest {

                /** Properties of a SignOutRequest. */
                interface $Properties {

                    /** SignOutRequest allSessions */
                    allSessions?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SignOutRequest. */
                type $Shape = fairway.passport.v1.SignOutRequest.$Properties;
            }

            /**
             * Properties of a SignOutResponse.
             * @deprecated Use fairway.passport.v1.SignOutResponse.$Properties instead.
             */
            interface ISignOutResponse extends fairway.passport.v1.SignOutResponse.$Properties {
            }

            /** Represents a SignOutResponse. */
            class SignOutResponse {

                /**
                 * Constructs a new SignOutResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fairway.passport.v1.SignOutResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new SignOutResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SignOutResponse instance
                 */
                static create(properties: fairway.passport.v1.SignOutResponse.$Shape): fairway.passport.v1.SignOutResponse & fairway.passport.v1.SignOutResponse.$Shape;
                static create(properties?: fairway.passport.v1.SignOutResponse.$Properties): fairway.passport.v1.SignOutResponse;

                /**
                 * Encodes the specified SignOutResponse message. Does not implicitly {@link fairway.passport.v1.SignOutResponse.verify|verify} messages.
                 * @param message SignOutResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fairway.passport.v1.SignOutResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SignOutResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fairway.passport.v1.SignOutResponse & fairway.passport.v1.SignOutResponse.$Shape} SignOutResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fairway.passport.v1.SignOutResponse & fairway.passport.v1.SignOutResponse.$Shape;

                /**
                 * Creates a SignOutResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns SignOutResponse
                 */
                static fromObject(object: { [k: string]: any }): fairway.passport.v1.SignOutResponse;

                /**
                 * Creates a plain object from a SignOutResponse message. Also converts values to other types if specified.
                 * @param message SignOutResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: fairway.passport.v1.SignOutResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this SignOutResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace SignOutResponse {

                /** Properties of a SignOutResponse. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SignOutResponse. */
                type $Shape = fairway.passport.v1.SignOutResponse.$Properties;
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
