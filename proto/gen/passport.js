/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $TypeError = $util.global.TypeError, $String = $util.global.String, $Number = $util.global.Number, $parseInt = $util.global.parseInt, $BigInt = $util.global.BigInt, $Boolean = $util.global.Boolean;

const $root = $protobuf.roots["fairway_passport"] || ($protobuf.roots["fairway_passport"] = {});

export const fairway = $root.fairway = (() => {

    const fairway = {};

    fairway.passport = (function() {

        const passport = {};

        passport.v1 = (function() {

            const v1 = {};

            v1.SignInGuestRequest = (function() {

                const SignInGuestRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                SignInGuestRequest.prototype.deviceId = "";

                SignInGuestRequest.create = function(properties) {
                    return new SignInGuestRequest(properties);
                };

                SignInGuestRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.deviceId != null && $Object.hasOwnProperty.call(message, "deviceId") && message.deviceId !== "")
                        writer.uint32(10).string(message.deviceId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                SignInGuestRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.fairway.passport.v1.SignInGuestRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.deviceId = value;
                                else
                                    delete message.deviceId;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                SignInGuestRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.passport.v1.SignInGuestRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.passport.v1.SignInGuestRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.passport.v1.SignInGuestRequest();
                    if (object.deviceId != null)
                        if (typeof object.deviceId !== "string" || object.deviceId.length)
                            message.deviceId = $String(object.deviceId);
                    return message;
                };

                SignInGuestRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.deviceId = "";
                    if (message.deviceId != null && $Object.hasOwnProperty.call(message, "deviceId"))
                        object.deviceId = message.deviceId;
                    return object;
                };

                SignInGuestRequest.prototype.toJSON = function() {
                    return SignInGuestRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return SignInGuestRequest;
            })();

            v1.RefreshRequest = (function() {

                const RefreshRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                RefreshRequest.prototype.refreshToken = "";

                RefreshRequest.create = function(properties) {
                    return new RefreshRequest(properties);
                };

                RefreshRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.refreshToken != null && $Object.hasOwnProperty.call(message, "refreshToken") && message.refreshToken !== "")
                        writer.uint32(10).string(message.refreshToken);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                RefreshRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.fairway.passport.v1.RefreshRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.refreshToken = value;
                                else
                                    delete message.refreshToken;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                RefreshRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.passport.v1.RefreshRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.passport.v1.RefreshRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.passport.v1.RefreshRequest();
                    if (object.refreshToken != null)
                        if (typeof object.refreshToken !== "string" || object.refreshToken.length)
                            message.refreshToken = $String(object.refreshToken);
                    return message;
                };

                RefreshRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.refreshToken = "";
                    if (message.refreshToken != null && $Object.hasOwnProperty.call(message, "refreshToken"))
                        object.refreshToken = message.refreshToken;
                    return object;
                };

                RefreshRequest.prototype.toJSON = function() {
                    return RefreshRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return RefreshRequest;
            })();

            v1.Session = (function() {

                const Session = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Session.prototype.uid = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                Session.prototype.accessToken = "";
                Session.prototype.expiresInSeconds = 0;
                Session.prototype.refreshToken = "";
                Session.prototype.refreshExpiresAt = null;

                Session.create = function(properties) {
                    return new Session(properties);
                };

                Session.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.uid != null && $Object.hasOwnProperty.call(message, "uid") && (typeof message.uid === "object" ? message.uid.low || message.uid.high : message.uid !== 0))
                        writer.uint32(9).fixed64(message.uid);
                    if (message.accessToken != null && $Object.hasOwnProperty.call(message, "accessToken") && message.accessToken !== "")
                        writer.uint32(18).string(message.accessToken);
                    if (message.expiresInSeconds != null && $Object.hasOwnProperty.call(message, "expiresInSeconds") && message.expiresInSeconds !== 0)
                        writer.uint32(24).uint32(message.expiresInSeconds);
                    if (message.refreshToken != null && $Object.hasOwnProperty.call(message, "refreshToken") && message.refreshToken !== "")
                        writer.uint32(34).string(message.refreshToken);
                    if (message.refreshExpiresAt != null && $Object.hasOwnProperty.call(message, "refreshExpiresAt"))
                        $root.google.protobuf.Timestamp.encode(message.refreshExpiresAt, writer.uint32(42).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Session.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.fairway.passport.v1.Session();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 1)
                                    break;
                                if (typeof (value = reader.fixed64()) === "object" ? value.low || value.high : value !== 0)
                                    message.uid = value;
                                else
                                    delete message.uid;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.accessToken = value;
                                else
                                    delete message.accessToken;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.expiresInSeconds = value;
                                else
                                    delete message.expiresInSeconds;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.refreshToken = value;
                                else
                                    delete message.refreshToken;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.refreshExpiresAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.refreshExpiresAt);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                Session.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.passport.v1.Session)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.passport.v1.Session: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.passport.v1.Session();
                    if (object.uid != null)
                        if (typeof object.uid === "object" ? object.uid.low || object.uid.high : $Number(object.uid) !== 0)
                            if ($util.Long)
                                message.uid = $util.Long.fromValue(object.uid, true);
                            else if (typeof object.uid === "string")
                                message.uid = $parseInt(object.uid, 10);
                            else if (typeof object.uid === "number")
                                message.uid = object.uid;
                            else if (typeof object.uid === "object")
                                message.uid = new $util.LongBits(object.uid.low >>> 0, object.uid.high >>> 0).toNumber(true);
                    if (object.accessToken != null)
                        if (typeof object.accessToken !== "string" || object.accessToken.length)
                            message.accessToken = $String(object.accessToken);
                    if (object.expiresInSeconds != null)
                        if ($Number(object.expiresInSeconds) !== 0)
                            message.expiresInSeconds = object.expiresInSeconds >>> 0;
                    if (object.refreshToken != null)
                        if (typeof object.refreshToken !== "string" || object.refreshToken.length)
                            message.refreshToken = $String(object.refreshToken);
                    if (object.refreshExpiresAt != null) {
                        if (!$util.isObject(object.refreshExpiresAt))
                            throw $TypeError(".fairway.passport.v1.Session.refreshExpiresAt: object expected");
                        message.refreshExpiresAt = $root.google.protobuf.Timestamp.fromObject(object.refreshExpiresAt, _depth + 1);
                    }
                    return message;
                };

                Session.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.uid = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.uid = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        object.accessToken = "";
                        object.expiresInSeconds = 0;
                        object.refreshToken = "";
                        object.refreshExpiresAt = null;
                    }
                    if (message.uid != null && $Object.hasOwnProperty.call(message, "uid"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.uid = typeof message.uid === "number" ? $BigInt(message.uid) : $util.Long.fromBits(message.uid.low >>> 0, message.uid.high >>> 0, true).toBigInt();
                        else if (typeof message.uid === "number")
                            object.uid = options.longs === $String ? $String(message.uid) : message.uid;
                        else
                            object.uid = options.longs === $String ? $util.Long.prototype.toString.call(message.uid) : options.longs === $Number ? new $util.LongBits(message.uid.low >>> 0, message.uid.high >>> 0).toNumber(true) : message.uid;
                    if (message.accessToken != null && $Object.hasOwnProperty.call(message, "accessToken"))
                        object.accessToken = message.accessToken;
                    if (message.expiresInSeconds != null && $Object.hasOwnProperty.call(message, "expiresInSeconds"))
                        object.expiresInSeconds = message.expiresInSeconds;
                    if (message.refreshToken != null && $Object.hasOwnProperty.call(message, "refreshToken"))
                        object.refreshToken = message.refreshToken;
                    if (message.refreshExpiresAt != null && $Object.hasOwnProperty.call(message, "refreshExpiresAt"))
                        object.refreshExpiresAt = $root.google.protobuf.Timestamp.toObject(message.refreshExpiresAt, options, _depth + 1);
                    return object;
                };

                Session.prototype.toJSON = function() {
                    return Session.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Session;
            })();

            v1.GetProfileRequest = (function() {

                const GetProfileRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                GetProfileRequest.create = function(properties) {
                    return new GetProfileRequest(properties);
                };

                GetProfileRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                GetProfileRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.fairway.passport.v1.GetProfileRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        reader.skipType(tag & 7, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                GetProfileRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.passport.v1.GetProfileRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.passport.v1.GetProfileRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    return new $root.fairway.passport.v1.GetProfileRequest();
                };

                GetProfileRequest.toObject = function () {
                    return {};
                };

                GetProfileRequest.prototype.toJSON = function() {
                    return GetProfileRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return GetProfileRequest;
            })();

            v1.UpdateProfileRequest = (function() {

                const UpdateProfileRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                UpdateProfileRequest.prototype.nickname = null;
                UpdateProfileRequest.prototype.avatarUrl = null;
                UpdateProfileRequest.prototype.locale = null;
                UpdateProfileRequest.prototype.revision = 0;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(UpdateProfileRequest.prototype, "_nickname", {
                    get: $util.oneOfGetter($oneOfFields = ["nickname"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(UpdateProfileRequest.prototype, "_avatarUrl", {
                    get: $util.oneOfGetter($oneOfFields = ["avatarUrl"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(UpdateProfileRequest.prototype, "_locale", {
                    get: $util.oneOfGetter($oneOfFields = ["locale"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                UpdateProfileRequest.create = function(properties) {
                    return new UpdateProfileRequest(properties);
                };

                UpdateProfileRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.nickname != null && $Object.hasOwnProperty.call(message, "nickname"))
                        writer.uint32(10).string(message.nickname);
                    if (message.avatarUrl != null && $Object.hasOwnProperty.call(message, "avatarUrl"))
                        writer.uint32(18).string(message.avatarUrl);
                    if (message.locale != null && $Object.hasOwnProperty.call(message, "locale"))
                        writer.uint32(26).string(message.locale);
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                        writer.uint32(32).uint32(message.revision);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                UpdateProfileRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.fairway.passport.v1.UpdateProfileRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.nickname = reader.stringVerify();
                                message._nickname = "nickname";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.avatarUrl = reader.stringVerify();
                                message._avatarUrl = "avatarUrl";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.locale = reader.stringVerify();
                                message._locale = "locale";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.revision = value;
                                else
                                    delete message.revision;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                UpdateProfileRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.passport.v1.UpdateProfileRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.passport.v1.UpdateProfileRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.passport.v1.UpdateProfileRequest();
                    if (object.nickname != null)
                        message.nickname = $String(object.nickname);
                    if (object.avatarUrl != null)
                        message.avatarUrl = $String(object.avatarUrl);
                    if (object.locale != null)
                        message.locale = $String(object.locale);
                    if (object.revision != null)
                        if ($Number(object.revision) !== 0)
                            message.revision = object.revision >>> 0;
                    return message;
                };

                UpdateProfileRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.revision = 0;
                    if (message.nickname != null && $Object.hasOwnProperty.call(message, "nickname"))
                        object.nickname = message.nickname;
                    if (message.avatarUrl != null && $Object.hasOwnProperty.call(message, "avatarUrl"))
                        object.avatarUrl = message.avatarUrl;
                    if (message.locale != null && $Object.hasOwnProperty.call(message, "locale"))
                        object.locale = message.locale;
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                        object.revision = message.revision;
                    return object;
                };

                UpdateProfileRequest.prototype.toJSON = function() {
                    return UpdateProfileRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return UpdateProfileRequest;
            })();

            v1.Profile = (function() {

                const Profile = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Profile.prototype.uid = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                Profile.prototype.nickname = "";
                Profile.prototype.avatarUrl = "";
                Profile.prototype.locale = "";
                Profile.prototype.revision = 0;
                Profile.prototype.createdAt = null;

                Profile.create = function(properties) {
                    return new Profile(properties);
                };

                Profile.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.uid != null && $Object.hasOwnProperty.call(message, "uid") && (typeof message.uid === "object" ? message.uid.low || message.uid.high : message.uid !== 0))
                        writer.uint32(9).fixed64(message.uid);
                    if (message.nickname != null && $Object.hasOwnProperty.call(message, "nickname") && message.nickname !== "")
                        writer.uint32(18).string(message.nickname);
                    if (message.avatarUrl != null && $Object.hasOwnProperty.call(message, "avatarUrl") && message.avatarUrl !== "")
                        writer.uint32(26).string(message.avatarUrl);
                    if (message.locale != null && $Object.hasOwnProperty.call(message, "locale") && message.locale !== "")
                        writer.uint32(34).string(message.locale);
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                        writer.uint32(40).uint32(message.revision);
                    if (message.createdAt != null && $Object.hasOwnProperty.call(message, "createdAt"))
                        $root.google.protobuf.Timestamp.encode(message.createdAt, writer.uint32(50).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Profile.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.fairway.passport.v1.Profile();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 1)
                                    break;
                                if (typeof (value = reader.fixed64()) === "object" ? value.low || value.high : value !== 0)
                                    message.uid = value;
                                else
                                    delete message.uid;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.nickname = value;
                                else
                                    delete message.nickname;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.avatarUrl = value;
                                else
                                    delete message.avatarUrl;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.locale = value;
                                else
                                    delete message.locale;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.revision = value;
                                else
                                    delete message.revision;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.createdAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.createdAt);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                Profile.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.passport.v1.Profile)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.passport.v1.Profile: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.passport.v1.Profile();
                    if (object.uid != null)
                        if (typeof object.uid === "object" ? object.uid.low || object.uid.high : $Number(object.uid) !== 0)
                            if ($util.Long)
                                message.uid = $util.Long.fromValue(object.uid, true);
                            else if (typeof object.uid === "string")
                                message.uid = $parseInt(object.uid, 10);
                            else if (typeof object.uid === "number")
                                message.uid = object.uid;
                            else if (typeof object.uid === "object")
                                message.uid = new $util.LongBits(object.uid.low >>> 0, object.uid.high >>> 0).toNumber(true);
                    if (object.nickname != null)
                        if (typeof object.nickname !== "string" || object.nickname.length)
                            message.nickname = $String(object.nickname);
                    if (object.avatarUrl != null)
                        if (typeof object.avatarUrl !== "string" || object.avatarUrl.length)
                            message.avatarUrl = $String(object.avatarUrl);
                    if (object.locale != null)
                        if (typeof object.locale !== "string" || object.locale.length)
                            message.locale = $String(object.locale);
                    if (object.revision != null)
                        if ($Number(object.revision) !== 0)
                            message.revision = object.revision >>> 0;
                    if (object.createdAt != null) {
                        if (!$util.isObject(object.createdAt))
                            throw $TypeError(".fairway.passport.v1.Profile.createdAt: object expected");
                        message.createdAt = $root.google.protobuf.Timestamp.fromObject(object.createdAt, _depth + 1);
                    }
                    return message;
                };

                Profile.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.uid = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.uid = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        object.nickname = "";
                        object.avatarUrl = "";
                        object.locale = "";
                        object.revision = 0;
                        object.createdAt = null;
                    }
                    if (message.uid != null && $Object.hasOwnProperty.call(message, "uid"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.uid = typeof message.uid === "number" ? $BigInt(message.uid) : $util.Long.fromBits(message.uid.low >>> 0, message.uid.high >>> 0, true).toBigInt();
                        else if (typeof message.uid === "number")
                            object.uid = options.longs === $String ? $String(message.uid) : message.uid;
                        else
                            object.uid = options.longs === $String ? $util.Long.prototype.toString.call(message.uid) : options.longs === $Number ? new $util.LongBits(message.uid.low >>> 0, message.uid.high >>> 0).toNumber(true) : message.uid;
                    if (message.nickname != null && $Object.hasOwnProperty.call(message, "nickname"))
                        object.nickname = message.nickname;
                    if (message.avatarUrl != null && $Object.hasOwnProperty.call(message, "avatarUrl"))
                        object.avatarUrl = message.avatarUrl;
                    if (message.locale != null && $Object.hasOwnProperty.call(message, "locale"))
                        object.locale = message.locale;
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                        object.revision = message.revision;
                    if (message.createdAt != null && $Object.hasOwnProperty.call(message, "createdAt"))
                        object.createdAt = $root.google.protobuf.Timestamp.toObject(message.createdAt, options, _depth + 1);
                    return object;
                };

                Profile.prototype.toJSON = function() {
                    return Profile.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Profile;
            })();

            v1.SignOutRequest = (function() {

                const SignOutRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                SignOutRequest.prototype.allSessions = false;

                SignOutRequest.create = function(properties) {
                    return new SignOutRequest(properties);
                };

                SignOutRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.allSessions != null && $Object.hasOwnProperty.call(message, "allSessions") && message.allSessions !== false)
                        writer.uint32(8).bool(message.allSessions);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                SignOutRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.fairway.passport.v1.SignOutRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.allSessions = value;
                                else
                                    delete message.allSessions;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                SignOutRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.passport.v1.SignOutRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.passport.v1.SignOutRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.passport.v1.SignOutRequest();
                    if (object.allSessions != null)
                        if (object.allSessions)
                            message.allSessions = $Boolean(object.allSessions);
                    return message;
                };

                SignOutRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.allSessions = false;
                    if (message.allSessions != null && $Object.hasOwnProperty.call(message, "allSessions"))
                        object.allSessions = message.allSessions;
                    return object;
                };

                SignOutRequest.prototype.toJSON = function() {
                    return SignOutRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return SignOutRequest;
            })();

            v1.SignOutResponse = (function() {

                const SignOutResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                SignOutResponse.create = function(properties) {
                    return new SignOutResponse(properties);
                };

                SignOutResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                SignOutResponse.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.fairway.passport.v1.SignOutResponse();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        reader.skipType(tag & 7, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                SignOutResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.passport.v1.SignOutResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.passport.v1.SignOutResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    return new $root.fairway.passport.v1.SignOutResponse();
                };

                SignOutResponse.toObject = function () {
                    return {};
                };

                SignOutResponse.prototype.toJSON = function() {
                    return SignOutResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return SignOutResponse;
            })();

            return v1;
        })();

        return passport;
    })();

    return fairway;
})();

export const google = $root.google = (() => {

    const google = {};

    google.protobuf = (function() {

        const protobuf = {};

        protobuf.Timestamp = (function() {

            const Timestamp = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Timestamp.prototype.seconds = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Timestamp.prototype.nanos = 0;

            Timestamp.create = function(properties) {
                return new Timestamp(properties);
            };

            Timestamp.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds") && (typeof message.seconds === "object" ? message.seconds.low || message.seconds.high : message.seconds !== 0))
                    writer.uint32(8).int64(message.seconds);
                if (message.nanos != null && $Object.hasOwnProperty.call(message, "nanos") && message.nanos !== 0)
                    writer.uint32(16).int32(message.nanos);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Timestamp.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.google.protobuf.Timestamp();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.seconds = value;
                            else
                                delete message.seconds;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.nanos = value;
                            else
                                delete message.nanos;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Timestamp.fromObject = function (object, _depth) {
                if (object instanceof $root.google.protobuf.Timestamp)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".google.protobuf.Timestamp: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.google.protobuf.Timestamp();
                if (object.seconds != null)
                    if (typeof object.seconds === "object" ? object.seconds.low || object.seconds.high : $Number(object.seconds) !== 0)
                        if ($util.Long)
                            message.seconds = $util.Long.fromValue(object.seconds, false);
                        else if (typeof object.seconds === "string")
                            message.seconds = $parseInt(object.seconds, 10);
                        else if (typeof object.seconds === "number")
                            message.seconds = object.seconds;
                        else if (typeof object.seconds === "object")
                            message.seconds = new $util.LongBits(object.seconds.low >>> 0, object.seconds.high >>> 0).toNumber();
                if (object.nanos != null)
                    if ($Number(object.nanos) !== 0)
                        message.nanos = object.nanos | 0;
                return message;
            };

            Timestamp.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.seconds = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.seconds = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.nanos = 0;
                }
                if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.seconds = typeof message.seconds === "number" ? $BigInt(message.seconds) : $util.Long.fromBits(message.seconds.low >>> 0, message.seconds.high >>> 0, false).toBigInt();
                    else if (typeof message.seconds === "number")
                        object.seconds = options.longs === $String ? $String(message.seconds) : message.seconds;
                    else
                        object.seconds = options.longs === $String ? $util.Long.prototype.toString.call(message.seconds) : options.longs === $Number ? new $util.LongBits(message.seconds.low >>> 0, message.seconds.high >>> 0).toNumber() : message.seconds;
                if (message.nanos != null && $Object.hasOwnProperty.call(message, "nanos"))
                    object.nanos = message.nanos;
                return object;
            };

            Timestamp.prototype.toJSON = function() {
                return Timestamp.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Timestamp;
        })();

        return protobuf;
    })();

    return google;
})();

export {
  $root as default
};
