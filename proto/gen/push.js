/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $TypeError = $util.global.TypeError, $String = $util.global.String, $Array = $util.global.Array, $Boolean = $util.global.Boolean, $Number = $util.global.Number, $parseInt = $util.global.parseInt, $BigInt = $util.global.BigInt;

const $root = $protobuf.roots["fairway_push"] || ($protobuf.roots["fairway_push"] = {});

export const fairway = $root.fairway = (() => {

    const fairway = {};

    fairway.push = (function() {

        const push = {};

        push.v1 = (function() {

            const v1 = {};

            v1.RegisterDeviceRequest = (function() {

                const RegisterDeviceRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                RegisterDeviceRequest.prototype.fcm = null;
                RegisterDeviceRequest.prototype.apns = null;

                let $oneOfFields;

                $Object.defineProperty(RegisterDeviceRequest.prototype, "token", {
                    get: $util.oneOfGetter($oneOfFields = ["fcm", "apns"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                RegisterDeviceRequest.create = function(properties) {
                    return new RegisterDeviceRequest(properties);
                };

                RegisterDeviceRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.fcm != null && $Object.hasOwnProperty.call(message, "fcm"))
                        writer.uint32(10).string(message.fcm);
                    if (message.apns != null && $Object.hasOwnProperty.call(message, "apns"))
                        writer.uint32(18).string(message.apns);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                RegisterDeviceRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.RegisterDeviceRequest();
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
                                message.fcm = reader.stringVerify();
                                message.token = "fcm";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.apns = reader.stringVerify();
                                message.token = "apns";
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

                RegisterDeviceRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.RegisterDeviceRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.RegisterDeviceRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.RegisterDeviceRequest();
                    if (object.fcm != null)
                        message.fcm = $String(object.fcm);
                    if (object.apns != null)
                        message.apns = $String(object.apns);
                    return message;
                };

                RegisterDeviceRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (message.fcm != null && $Object.hasOwnProperty.call(message, "fcm")) {
                        object.fcm = message.fcm;
                        if (options.oneofs)
                            object.token = "fcm";
                    }
                    if (message.apns != null && $Object.hasOwnProperty.call(message, "apns")) {
                        object.apns = message.apns;
                        if (options.oneofs)
                            object.token = "apns";
                    }
                    return object;
                };

                RegisterDeviceRequest.prototype.toJSON = function() {
                    return RegisterDeviceRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return RegisterDeviceRequest;
            })();

            v1.RegisterDeviceResponse = (function() {

                const RegisterDeviceResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                RegisterDeviceResponse.create = function(properties) {
                    return new RegisterDeviceResponse(properties);
                };

                RegisterDeviceResponse.encode = function (message, writer, _depth) {
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

                RegisterDeviceResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.RegisterDeviceResponse();
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

                RegisterDeviceResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.RegisterDeviceResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.RegisterDeviceResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    return new $root.fairway.push.v1.RegisterDeviceResponse();
                };

                RegisterDeviceResponse.toObject = function () {
                    return {};
                };

                RegisterDeviceResponse.prototype.toJSON = function() {
                    return RegisterDeviceResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return RegisterDeviceResponse;
            })();

            v1.UnregisterDeviceRequest = (function() {

                const UnregisterDeviceRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                UnregisterDeviceRequest.prototype.fcm = null;
                UnregisterDeviceRequest.prototype.apns = null;

                let $oneOfFields;

                $Object.defineProperty(UnregisterDeviceRequest.prototype, "token", {
                    get: $util.oneOfGetter($oneOfFields = ["fcm", "apns"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                UnregisterDeviceRequest.create = function(properties) {
                    return new UnregisterDeviceRequest(properties);
                };

                UnregisterDeviceRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.fcm != null && $Object.hasOwnProperty.call(message, "fcm"))
                        writer.uint32(10).string(message.fcm);
                    if (message.apns != null && $Object.hasOwnProperty.call(message, "apns"))
                        writer.uint32(18).string(message.apns);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                UnregisterDeviceRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.UnregisterDeviceRequest();
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
                                message.fcm = reader.stringVerify();
                                message.token = "fcm";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.apns = reader.stringVerify();
                                message.token = "apns";
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

                UnregisterDeviceRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.UnregisterDeviceRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.UnregisterDeviceRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.UnregisterDeviceRequest();
                    if (object.fcm != null)
                        message.fcm = $String(object.fcm);
                    if (object.apns != null)
                        message.apns = $String(object.apns);
                    return message;
                };

                UnregisterDeviceRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (message.fcm != null && $Object.hasOwnProperty.call(message, "fcm")) {
                        object.fcm = message.fcm;
                        if (options.oneofs)
                            object.token = "fcm";
                    }
                    if (message.apns != null && $Object.hasOwnProperty.call(message, "apns")) {
                        object.apns = message.apns;
                        if (options.oneofs)
                            object.token = "apns";
                    }
                    return object;
                };

                UnregisterDeviceRequest.prototype.toJSON = function() {
                    return UnregisterDeviceRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return UnregisterDeviceRequest;
            })();

            v1.UnregisterDeviceResponse = (function() {

                const UnregisterDeviceResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                UnregisterDeviceResponse.create = function(properties) {
                    return new UnregisterDeviceResponse(properties);
                };

                UnregisterDeviceResponse.encode = function (message, writer, _depth) {
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

                UnregisterDeviceResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.UnregisterDeviceResponse();
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

                UnregisterDeviceResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.UnregisterDeviceResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.UnregisterDeviceResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    return new $root.fairway.push.v1.UnregisterDeviceResponse();
                };

                UnregisterDeviceResponse.toObject = function () {
                    return {};
                };

                UnregisterDeviceResponse.prototype.toJSON = function() {
                    return UnregisterDeviceResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return UnregisterDeviceResponse;
            })();

            v1.HandOverRequest = (function() {

                const HandOverRequest = function (properties) {
                    this.missed = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                HandOverRequest.prototype.missed = $util.emptyArray;

                HandOverRequest.create = function(properties) {
                    return new HandOverRequest(properties);
                };

                HandOverRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.missed != null && message.missed.length)
                        for (let i = 0; i < message.missed.length; ++i)
                            $root.fairway.push.v1.Missed.encode(message.missed[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                HandOverRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.HandOverRequest();
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
                                if (!(message.missed && message.missed.length))
                                    message.missed = [];
                                message.missed.push($root.fairway.push.v1.Missed.decode(reader, reader.size(), $undefined, _depth + 1));
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

                HandOverRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.HandOverRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.HandOverRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.HandOverRequest();
                    if (object.missed) {
                        if (!$Array.isArray(object.missed))
                            throw $TypeError(".fairway.push.v1.HandOverRequest.missed: array expected");
                        message.missed = $Array(object.missed.length);
                        for (let i = 0; i < object.missed.length; ++i) {
                            if (!$util.isObject(object.missed[i]))
                                throw $TypeError(".fairway.push.v1.HandOverRequest.missed: object expected");
                            message.missed[i] = $root.fairway.push.v1.Missed.fromObject(object.missed[i], _depth + 1);
                        }
                    }
                    return message;
                };

                HandOverRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.missed = [];
                    if (message.missed && message.missed.length) {
                        object.missed = $Array(message.missed.length);
                        for (let j = 0; j < message.missed.length; ++j)
                            object.missed[j] = $root.fairway.push.v1.Missed.toObject(message.missed[j], options, _depth + 1);
                    }
                    return object;
                };

                HandOverRequest.prototype.toJSON = function() {
                    return HandOverRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return HandOverRequest;
            })();

            v1.HandOverResponse = (function() {

                const HandOverResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                HandOverResponse.create = function(properties) {
                    return new HandOverResponse(properties);
                };

                HandOverResponse.encode = function (message, writer, _depth) {
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

                HandOverResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.HandOverResponse();
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

                HandOverResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.HandOverResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.HandOverResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    return new $root.fairway.push.v1.HandOverResponse();
                };

                HandOverResponse.toObject = function () {
                    return {};
                };

                HandOverResponse.prototype.toJSON = function() {
                    return HandOverResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return HandOverResponse;
            })();

            v1.Missed = (function() {

                const Missed = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Missed.prototype.id = "";
                Missed.prototype.user = "";
                Missed.prototype.notification = null;
                Missed.prototype.expiresAt = null;

                Missed.create = function(properties) {
                    return new Missed(properties);
                };

                Missed.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                        writer.uint32(10).string(message.id);
                    if (message.user != null && $Object.hasOwnProperty.call(message, "user") && message.user !== "")
                        writer.uint32(18).string(message.user);
                    if (message.notification != null && $Object.hasOwnProperty.call(message, "notification"))
                        $root.fairway.push.v1.Notification.encode(message.notification, writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.expiresAt != null && $Object.hasOwnProperty.call(message, "expiresAt"))
                        $root.google.protobuf.Timestamp.encode(message.expiresAt, writer.uint32(34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Missed.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.Missed();
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
                                    message.id = value;
                                else
                                    delete message.id;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.user = value;
                                else
                                    delete message.user;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.notification = $root.fairway.push.v1.Notification.decode(reader, reader.size(), $undefined, _depth + 1, message.notification);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.expiresAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.expiresAt);
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

                Missed.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.Missed)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.Missed: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.Missed();
                    if (object.id != null)
                        if (typeof object.id !== "string" || object.id.length)
                            message.id = $String(object.id);
                    if (object.user != null)
                        if (typeof object.user !== "string" || object.user.length)
                            message.user = $String(object.user);
                    if (object.notification != null) {
                        if (!$util.isObject(object.notification))
                            throw $TypeError(".fairway.push.v1.Missed.notification: object expected");
                        message.notification = $root.fairway.push.v1.Notification.fromObject(object.notification, _depth + 1);
                    }
                    if (object.expiresAt != null) {
                        if (!$util.isObject(object.expiresAt))
                            throw $TypeError(".fairway.push.v1.Missed.expiresAt: object expected");
                        message.expiresAt = $root.google.protobuf.Timestamp.fromObject(object.expiresAt, _depth + 1);
                    }
                    return message;
                };

                Missed.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.id = "";
                        object.user = "";
                        object.notification = null;
                        object.expiresAt = null;
                    }
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                        object.id = message.id;
                    if (message.user != null && $Object.hasOwnProperty.call(message, "user"))
                        object.user = message.user;
                    if (message.notification != null && $Object.hasOwnProperty.call(message, "notification"))
                        object.notification = $root.fairway.push.v1.Notification.toObject(message.notification, options, _depth + 1);
                    if (message.expiresAt != null && $Object.hasOwnProperty.call(message, "expiresAt"))
                        object.expiresAt = $root.google.protobuf.Timestamp.toObject(message.expiresAt, options, _depth + 1);
                    return object;
                };

                Missed.prototype.toJSON = function() {
                    return Missed.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Missed;
            })();

            v1.Targets = (function() {

                const Targets = function (properties) {
                    this.users = [];
                    this.keys = [];
                    this.channels = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Targets.prototype.users = $util.emptyArray;
                Targets.prototype.keys = $util.emptyArray;
                Targets.prototype.channels = $util.emptyArray;
                Targets.prototype.all = false;

                Targets.create = function(properties) {
                    return new Targets(properties);
                };

                Targets.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.users != null && message.users.length)
                        for (let i = 0; i < message.users.length; ++i)
                            writer.uint32(10).string(message.users[i]);
                    if (message.keys != null && message.keys.length)
                        for (let i = 0; i < message.keys.length; ++i)
                            writer.uint32(18).string(message.keys[i]);
                    if (message.channels != null && message.channels.length)
                        for (let i = 0; i < message.channels.length; ++i)
                            writer.uint32(26).string(message.channels[i]);
                    if (message.all != null && $Object.hasOwnProperty.call(message, "all") && message.all !== false)
                        writer.uint32(32).bool(message.all);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Targets.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.Targets();
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
                                if (!(message.users && message.users.length))
                                    message.users = [];
                                message.users.push(reader.stringVerify());
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.keys && message.keys.length))
                                    message.keys = [];
                                message.keys.push(reader.stringVerify());
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.channels && message.channels.length))
                                    message.channels = [];
                                message.channels.push(reader.stringVerify());
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.all = value;
                                else
                                    delete message.all;
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

                Targets.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.Targets)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.Targets: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.Targets();
                    if (object.users) {
                        if (!$Array.isArray(object.users))
                            throw $TypeError(".fairway.push.v1.Targets.users: array expected");
                        message.users = $Array(object.users.length);
                        for (let i = 0; i < object.users.length; ++i)
                            message.users[i] = $String(object.users[i]);
                    }
                    if (object.keys) {
                        if (!$Array.isArray(object.keys))
                            throw $TypeError(".fairway.push.v1.Targets.keys: array expected");
                        message.keys = $Array(object.keys.length);
                        for (let i = 0; i < object.keys.length; ++i)
                            message.keys[i] = $String(object.keys[i]);
                    }
                    if (object.channels) {
                        if (!$Array.isArray(object.channels))
                            throw $TypeError(".fairway.push.v1.Targets.channels: array expected");
                        message.channels = $Array(object.channels.length);
                        for (let i = 0; i < object.channels.length; ++i)
                            message.channels[i] = $String(object.channels[i]);
                    }
                    if (object.all != null)
                        if (object.all)
                            message.all = $Boolean(object.all);
                    return message;
                };

                Targets.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults) {
                        object.users = [];
                        object.keys = [];
                        object.channels = [];
                    }
                    if (options.defaults)
                        object.all = false;
                    if (message.users && message.users.length) {
                        object.users = $Array(message.users.length);
                        for (let j = 0; j < message.users.length; ++j)
                            object.users[j] = message.users[j];
                    }
                    if (message.keys && message.keys.length) {
                        object.keys = $Array(message.keys.length);
                        for (let j = 0; j < message.keys.length; ++j)
                            object.keys[j] = message.keys[j];
                    }
                    if (message.channels && message.channels.length) {
                        object.channels = $Array(message.channels.length);
                        for (let j = 0; j < message.channels.length; ++j)
                            object.channels[j] = message.channels[j];
                    }
                    if (message.all != null && $Object.hasOwnProperty.call(message, "all"))
                        object.all = message.all;
                    return object;
                };

                Targets.prototype.toJSON = function() {
                    return Targets.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Targets;
            })();

            v1.Message = (function() {

                const Message = function (properties) {
                    this.tags = {};
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Message.prototype.json = null;
                Message.prototype.binary = null;
                Message.prototype.op = 0;
                Message.prototype.tags = $util.emptyObject;
                Message.prototype.expiresAt = null;
                Message.prototype.idempotencyKey = "";
                Message.prototype.transient = false;
                Message.prototype.notification = null;

                let $oneOfFields;

                $Object.defineProperty(Message.prototype, "data", {
                    get: $util.oneOfGetter($oneOfFields = ["json", "binary"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                Message.create = function(properties) {
                    return new Message(properties);
                };

                Message.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.json != null && $Object.hasOwnProperty.call(message, "json"))
                        writer.uint32(10).string(message.json);
                    if (message.binary != null && $Object.hasOwnProperty.call(message, "binary"))
                        writer.uint32(18).bytes(message.binary);
                    if (message.op != null && $Object.hasOwnProperty.call(message, "op") && message.op !== 0)
                        writer.uint32(24).int32(message.op);
                    if (message.tags != null && $Object.hasOwnProperty.call(message, "tags"))
                        for (let keys = $Object.keys(message.tags), i = 0; i < keys.length; ++i)
                            writer.uint32(34).fork().uint32(10).string(keys[i]).uint32(18).string(message.tags[keys[i]]).ldelim();
                    if (message.expiresAt != null && $Object.hasOwnProperty.call(message, "expiresAt"))
                        $root.google.protobuf.Timestamp.encode(message.expiresAt, writer.uint32(42).fork(), _depth + 1).ldelim();
                    if (message.idempotencyKey != null && $Object.hasOwnProperty.call(message, "idempotencyKey") && message.idempotencyKey !== "")
                        writer.uint32(50).string(message.idempotencyKey);
                    if (message.transient != null && $Object.hasOwnProperty.call(message, "transient") && message.transient !== false)
                        writer.uint32(56).bool(message.transient);
                    if (message.notification != null && $Object.hasOwnProperty.call(message, "notification"))
                        $root.fairway.push.v1.Notification.encode(message.notification, writer.uint32(66).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Message.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, key, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.fairway.push.v1.Message();
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
                                message.json = reader.stringVerify();
                                message.data = "json";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.binary = reader.bytes();
                                message.data = "binary";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.op = value;
                                else
                                    delete message.op;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (message.tags === $util.emptyObject)
                                    message.tags = {};
                                let end2 = reader.size() + reader.pos;
                                if (end2 > reader.len)
                                    throw $RangeError("index out of range");
                                reader.len = end2;
                                key = "";
                                value = "";
                                while (reader.pos < end2) {
                                    let tag2 = reader.tag();
                                    wireType = tag2 & 7;
                                    switch (tag2 >>>= 3) {
                                    case 1:
                                        if (wireType !== 2)
                                            break;
                                        key = reader.stringVerify();
                                        continue;
                                    case 2:
                                        if (wireType !== 2)
                                            break;
                                        value = reader.stringVerify();
                                        continue;
                                    }
                                    reader.skipType(wireType, _depth, tag2);
                                }
                                if (reader.pos !== end2)
                                    throw $RangeError("index out of range");
                                reader.len = end;
                                if (key === "__proto__")
                                    $util.makeProp(message.tags, key);
                                message.tags[key] = value;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.expiresAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.expiresAt);
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.idempotencyKey = value;
                                else
                                    delete message.idempotencyKey;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.transient = value;
                                else
                                    delete message.transient;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                message.notification = $root.fairway.push.v1.Notification.decode(reader, reader.size(), $undefined, _depth + 1, message.notification);
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

                Message.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.Message)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.Message: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.Message();
                    if (object.json != null)
                        message.json = $String(object.json);
                    if (object.binary != null)
                        if (typeof object.binary === "string")
                            $util.base64.decode(object.binary, message.binary = $util.newBuffer($util.base64.length(object.binary)), 0);
                        else if (object.binary.length >= 0)
                            message.binary = object.binary;
                    if (object.op != null)
                        if ($Number(object.op) !== 0)
                            message.op = object.op | 0;
                    if (object.tags) {
                        if (!$util.isObject(object.tags))
                            throw $TypeError(".fairway.push.v1.Message.tags: object expected");
                        message.tags = {};
                        for (let keys = $Object.keys(object.tags), i = 0; i < keys.length; ++i) {
                            if (keys[i] === "__proto__")
                                $util.makeProp(message.tags, keys[i]);
                            message.tags[keys[i]] = $String(object.tags[keys[i]]);
                        }
                    }
                    if (object.expiresAt != null) {
                        if (!$util.isObject(object.expiresAt))
                            throw $TypeError(".fairway.push.v1.Message.expiresAt: object expected");
                        message.expiresAt = $root.google.protobuf.Timestamp.fromObject(object.expiresAt, _depth + 1);
                    }
                    if (object.idempotencyKey != null)
                        if (typeof object.idempotencyKey !== "string" || object.idempotencyKey.length)
                            message.idempotencyKey = $String(object.idempotencyKey);
                    if (object.transient != null)
                        if (object.transient)
                            message.transient = $Boolean(object.transient);
                    if (object.notification != null) {
                        if (!$util.isObject(object.notification))
                            throw $TypeError(".fairway.push.v1.Message.notification: object expected");
                        message.notification = $root.fairway.push.v1.Notification.fromObject(object.notification, _depth + 1);
                    }
                    return message;
                };

                Message.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.objects || options.defaults)
                        object.tags = {};
                    if (options.defaults) {
                        object.op = 0;
                        object.expiresAt = null;
                        object.idempotencyKey = "";
                        object.transient = false;
                        object.notification = null;
                    }
                    if (message.json != null && $Object.hasOwnProperty.call(message, "json")) {
                        object.json = message.json;
                        if (options.oneofs)
                            object.data = "json";
                    }
                    if (message.binary != null && $Object.hasOwnProperty.call(message, "binary")) {
                        object.binary = options.bytes === $String ? $util.base64.encode(message.binary, 0, message.binary.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.binary) : message.binary;
                        if (options.oneofs)
                            object.data = "binary";
                    }
                    if (message.op != null && $Object.hasOwnProperty.call(message, "op"))
                        object.op = message.op;
                    let keys2;
                    if (message.tags && (keys2 = $Object.keys(message.tags)).length) {
                        object.tags = {};
                        for (let j = 0; j < keys2.length; ++j) {
                            if (keys2[j] === "__proto__")
                                $util.makeProp(object.tags, keys2[j]);
                            object.tags[keys2[j]] = message.tags[keys2[j]];
                        }
                    }
                    if (message.expiresAt != null && $Object.hasOwnProperty.call(message, "expiresAt"))
                        object.expiresAt = $root.google.protobuf.Timestamp.toObject(message.expiresAt, options, _depth + 1);
                    if (message.idempotencyKey != null && $Object.hasOwnProperty.call(message, "idempotencyKey"))
                        object.idempotencyKey = message.idempotencyKey;
                    if (message.transient != null && $Object.hasOwnProperty.call(message, "transient"))
                        object.transient = message.transient;
                    if (message.notification != null && $Object.hasOwnProperty.call(message, "notification"))
                        object.notification = $root.fairway.push.v1.Notification.toObject(message.notification, options, _depth + 1);
                    return object;
                };

                Message.prototype.toJSON = function() {
                    return Message.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Message;
            })();

            v1.Notification = (function() {

                const Notification = function (properties) {
                    this.data = {};
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Notification.prototype.title = "";
                Notification.prototype.body = "";
                Notification.prototype.collapseKey = "";
                Notification.prototype.ttlSeconds = 0;
                Notification.prototype.data = $util.emptyObject;
                Notification.prototype.sound = "";
                Notification.prototype.badge = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Notification.prototype, "_badge", {
                    get: $util.oneOfGetter($oneOfFields = ["badge"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                Notification.create = function(properties) {
                    return new Notification(properties);
                };

                Notification.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.title != null && $Object.hasOwnProperty.call(message, "title") && message.title !== "")
                        writer.uint32(10).string(message.title);
                    if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body !== "")
                        writer.uint32(18).string(message.body);
                    if (message.collapseKey != null && $Object.hasOwnProperty.call(message, "collapseKey") && message.collapseKey !== "")
                        writer.uint32(26).string(message.collapseKey);
                    if (message.ttlSeconds != null && $Object.hasOwnProperty.call(message, "ttlSeconds") && message.ttlSeconds !== 0)
                        writer.uint32(32).uint32(message.ttlSeconds);
                    if (message.data != null && $Object.hasOwnProperty.call(message, "data"))
                        for (let keys = $Object.keys(message.data), i = 0; i < keys.length; ++i)
                            writer.uint32(42).fork().uint32(10).string(keys[i]).uint32(18).string(message.data[keys[i]]).ldelim();
                    if (message.sound != null && $Object.hasOwnProperty.call(message, "sound") && message.sound !== "")
                        writer.uint32(50).string(message.sound);
                    if (message.badge != null && $Object.hasOwnProperty.call(message, "badge"))
                        writer.uint32(56).uint32(message.badge);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Notification.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, key, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.fairway.push.v1.Notification();
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
                                    message.title = value;
                                else
                                    delete message.title;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.body = value;
                                else
                                    delete message.body;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.collapseKey = value;
                                else
                                    delete message.collapseKey;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.ttlSeconds = value;
                                else
                                    delete message.ttlSeconds;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if (message.data === $util.emptyObject)
                                    message.data = {};
                                let end2 = reader.size() + reader.pos;
                                if (end2 > reader.len)
                                    throw $RangeError("index out of range");
                                reader.len = end2;
                                key = "";
                                value = "";
                                while (reader.pos < end2) {
                                    let tag2 = reader.tag();
                                    wireType = tag2 & 7;
                                    switch (tag2 >>>= 3) {
                                    case 1:
                                        if (wireType !== 2)
                                            break;
                                        key = reader.stringVerify();
                                        continue;
                                    case 2:
                                        if (wireType !== 2)
                                            break;
                                        value = reader.stringVerify();
                                        continue;
                                    }
                                    reader.skipType(wireType, _depth, tag2);
                                }
                                if (reader.pos !== end2)
                                    throw $RangeError("index out of range");
                                reader.len = end;
                                if (key === "__proto__")
                                    $util.makeProp(message.data, key);
                                message.data[key] = value;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.sound = value;
                                else
                                    delete message.sound;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                message.badge = reader.uint32();
                                message._badge = "badge";
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

                Notification.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.Notification)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.Notification: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.Notification();
                    if (object.title != null)
                        if (typeof object.title !== "string" || object.title.length)
                            message.title = $String(object.title);
                    if (object.body != null)
                        if (typeof object.body !== "string" || object.body.length)
                            message.body = $String(object.body);
                    if (object.collapseKey != null)
                        if (typeof object.collapseKey !== "string" || object.collapseKey.length)
                            message.collapseKey = $String(object.collapseKey);
                    if (object.ttlSeconds != null)
                        if ($Number(object.ttlSeconds) !== 0)
                            message.ttlSeconds = object.ttlSeconds >>> 0;
                    if (object.data) {
                        if (!$util.isObject(object.data))
                            throw $TypeError(".fairway.push.v1.Notification.data: object expected");
                        message.data = {};
                        for (let keys = $Object.keys(object.data), i = 0; i < keys.length; ++i) {
                            if (keys[i] === "__proto__")
                                $util.makeProp(message.data, keys[i]);
                            message.data[keys[i]] = $String(object.data[keys[i]]);
                        }
                    }
                    if (object.sound != null)
                        if (typeof object.sound !== "string" || object.sound.length)
                            message.sound = $String(object.sound);
                    if (object.badge != null)
                        message.badge = object.badge >>> 0;
                    return message;
                };

                Notification.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.objects || options.defaults)
                        object.data = {};
                    if (options.defaults) {
                        object.title = "";
                        object.body = "";
                        object.collapseKey = "";
                        object.ttlSeconds = 0;
                        object.sound = "";
                    }
                    if (message.title != null && $Object.hasOwnProperty.call(message, "title"))
                        object.title = message.title;
                    if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                        object.body = message.body;
                    if (message.collapseKey != null && $Object.hasOwnProperty.call(message, "collapseKey"))
                        object.collapseKey = message.collapseKey;
                    if (message.ttlSeconds != null && $Object.hasOwnProperty.call(message, "ttlSeconds"))
                        object.ttlSeconds = message.ttlSeconds;
                    let keys2;
                    if (message.data && (keys2 = $Object.keys(message.data)).length) {
                        object.data = {};
                        for (let j = 0; j < keys2.length; ++j) {
                            if (keys2[j] === "__proto__")
                                $util.makeProp(object.data, keys2[j]);
                            object.data[keys2[j]] = message.data[keys2[j]];
                        }
                    }
                    if (message.sound != null && $Object.hasOwnProperty.call(message, "sound"))
                        object.sound = message.sound;
                    if (message.badge != null && $Object.hasOwnProperty.call(message, "badge"))
                        object.badge = message.badge;
                    return object;
                };

                Notification.prototype.toJSON = function() {
                    return Notification.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Notification;
            })();

            v1.PublishRequest = (function() {

                const PublishRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                PublishRequest.prototype.targets = null;
                PublishRequest.prototype.message = null;

                PublishRequest.create = function(properties) {
                    return new PublishRequest(properties);
                };

                PublishRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.targets != null && $Object.hasOwnProperty.call(message, "targets"))
                        $root.fairway.push.v1.Targets.encode(message.targets, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                        $root.fairway.push.v1.Message.encode(message.message, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                PublishRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.PublishRequest();
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
                                message.targets = $root.fairway.push.v1.Targets.decode(reader, reader.size(), $undefined, _depth + 1, message.targets);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.message = $root.fairway.push.v1.Message.decode(reader, reader.size(), $undefined, _depth + 1, message.message);
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

                PublishRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.PublishRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.PublishRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.PublishRequest();
                    if (object.targets != null) {
                        if (!$util.isObject(object.targets))
                            throw $TypeError(".fairway.push.v1.PublishRequest.targets: object expected");
                        message.targets = $root.fairway.push.v1.Targets.fromObject(object.targets, _depth + 1);
                    }
                    if (object.message != null) {
                        if (!$util.isObject(object.message))
                            throw $TypeError(".fairway.push.v1.PublishRequest.message: object expected");
                        message.message = $root.fairway.push.v1.Message.fromObject(object.message, _depth + 1);
                    }
                    return message;
                };

                PublishRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.targets = null;
                        object.message = null;
                    }
                    if (message.targets != null && $Object.hasOwnProperty.call(message, "targets"))
                        object.targets = $root.fairway.push.v1.Targets.toObject(message.targets, options, _depth + 1);
                    if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                        object.message = $root.fairway.push.v1.Message.toObject(message.message, options, _depth + 1);
                    return object;
                };

                PublishRequest.prototype.toJSON = function() {
                    return PublishRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return PublishRequest;
            })();

            v1.PublishResponse = (function() {

                const PublishResponse = function (properties) {
                    this.results = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                PublishResponse.prototype.results = $util.emptyArray;
                PublishResponse.prototype.shards = 0;

                PublishResponse.create = function(properties) {
                    return new PublishResponse(properties);
                };

                PublishResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.results != null && message.results.length)
                        for (let i = 0; i < message.results.length; ++i)
                            $root.fairway.push.v1.Result.encode(message.results[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.shards != null && $Object.hasOwnProperty.call(message, "shards") && message.shards !== 0)
                        writer.uint32(16).uint32(message.shards);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                PublishResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.PublishResponse();
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
                                if (!(message.results && message.results.length))
                                    message.results = [];
                                message.results.push($root.fairway.push.v1.Result.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.shards = value;
                                else
                                    delete message.shards;
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

                PublishResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.PublishResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.PublishResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.PublishResponse();
                    if (object.results) {
                        if (!$Array.isArray(object.results))
                            throw $TypeError(".fairway.push.v1.PublishResponse.results: array expected");
                        message.results = $Array(object.results.length);
                        for (let i = 0; i < object.results.length; ++i) {
                            if (!$util.isObject(object.results[i]))
                                throw $TypeError(".fairway.push.v1.PublishResponse.results: object expected");
                            message.results[i] = $root.fairway.push.v1.Result.fromObject(object.results[i], _depth + 1);
                        }
                    }
                    if (object.shards != null)
                        if ($Number(object.shards) !== 0)
                            message.shards = object.shards >>> 0;
                    return message;
                };

                PublishResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.results = [];
                    if (options.defaults)
                        object.shards = 0;
                    if (message.results && message.results.length) {
                        object.results = $Array(message.results.length);
                        for (let j = 0; j < message.results.length; ++j)
                            object.results[j] = $root.fairway.push.v1.Result.toObject(message.results[j], options, _depth + 1);
                    }
                    if (message.shards != null && $Object.hasOwnProperty.call(message, "shards"))
                        object.shards = message.shards;
                    return object;
                };

                PublishResponse.prototype.toJSON = function() {
                    return PublishResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return PublishResponse;
            })();

            v1.Result = (function() {

                const Result = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Result.prototype.channel = "";
                Result.prototype.position = null;
                Result.prototype.shards = 0;
                Result.prototype.duplicate = false;
                Result.prototype.refused = "";
                Result.prototype.reason = "";

                Result.create = function(properties) {
                    return new Result(properties);
                };

                Result.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                        writer.uint32(10).string(message.channel);
                    if (message.position != null && $Object.hasOwnProperty.call(message, "position"))
                        $root.fairway.push.v1.Position.encode(message.position, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.shards != null && $Object.hasOwnProperty.call(message, "shards") && message.shards !== 0)
                        writer.uint32(24).uint32(message.shards);
                    if (message.duplicate != null && $Object.hasOwnProperty.call(message, "duplicate") && message.duplicate !== false)
                        writer.uint32(32).bool(message.duplicate);
                    if (message.refused != null && $Object.hasOwnProperty.call(message, "refused") && message.refused !== "")
                        writer.uint32(42).string(message.refused);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(50).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Result.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.Result();
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
                                    message.channel = value;
                                else
                                    delete message.channel;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.position = $root.fairway.push.v1.Position.decode(reader, reader.size(), $undefined, _depth + 1, message.position);
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.shards = value;
                                else
                                    delete message.shards;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.duplicate = value;
                                else
                                    delete message.duplicate;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.refused = value;
                                else
                                    delete message.refused;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
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

                Result.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.Result)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.Result: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.Result();
                    if (object.channel != null)
                        if (typeof object.channel !== "string" || object.channel.length)
                            message.channel = $String(object.channel);
                    if (object.position != null) {
                        if (!$util.isObject(object.position))
                            throw $TypeError(".fairway.push.v1.Result.position: object expected");
                        message.position = $root.fairway.push.v1.Position.fromObject(object.position, _depth + 1);
                    }
                    if (object.shards != null)
                        if ($Number(object.shards) !== 0)
                            message.shards = object.shards >>> 0;
                    if (object.duplicate != null)
                        if (object.duplicate)
                            message.duplicate = $Boolean(object.duplicate);
                    if (object.refused != null)
                        if (typeof object.refused !== "string" || object.refused.length)
                            message.refused = $String(object.refused);
                    if (object.reason != null)
                        if (typeof object.reason !== "string" || object.reason.length)
                            message.reason = $String(object.reason);
                    return message;
                };

                Result.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.channel = "";
                        object.position = null;
                        object.shards = 0;
                        object.duplicate = false;
                        object.refused = "";
                        object.reason = "";
                    }
                    if (message.channel != null && $Object.hasOwnProperty.call(message, "channel"))
                        object.channel = message.channel;
                    if (message.position != null && $Object.hasOwnProperty.call(message, "position"))
                        object.position = $root.fairway.push.v1.Position.toObject(message.position, options, _depth + 1);
                    if (message.shards != null && $Object.hasOwnProperty.call(message, "shards"))
                        object.shards = message.shards;
                    if (message.duplicate != null && $Object.hasOwnProperty.call(message, "duplicate"))
                        object.duplicate = message.duplicate;
                    if (message.refused != null && $Object.hasOwnProperty.call(message, "refused"))
                        object.refused = message.refused;
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                        object.reason = message.reason;
                    return object;
                };

                Result.prototype.toJSON = function() {
                    return Result.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Result;
            })();

            v1.Position = (function() {

                const Position = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Position.prototype.epoch = "";
                Position.prototype.offset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                Position.create = function(properties) {
                    return new Position(properties);
                };

                Position.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== "")
                        writer.uint32(10).string(message.epoch);
                    if (message.offset != null && $Object.hasOwnProperty.call(message, "offset") && (typeof message.offset === "object" ? message.offset.low || message.offset.high : message.offset !== 0))
                        writer.uint32(16).uint64(message.offset);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Position.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.Position();
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
                                    message.epoch = value;
                                else
                                    delete message.epoch;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.offset = value;
                                else
                                    delete message.offset;
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

                Position.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.Position)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.Position: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.Position();
                    if (object.epoch != null)
                        if (typeof object.epoch !== "string" || object.epoch.length)
                            message.epoch = $String(object.epoch);
                    if (object.offset != null)
                        if (typeof object.offset === "object" ? object.offset.low || object.offset.high : $Number(object.offset) !== 0)
                            if ($util.Long)
                                message.offset = $util.Long.fromValue(object.offset, true);
                            else if (typeof object.offset === "string")
                                message.offset = $parseInt(object.offset, 10);
                            else if (typeof object.offset === "number")
                                message.offset = object.offset;
                            else if (typeof object.offset === "object")
                                message.offset = new $util.LongBits(object.offset.low >>> 0, object.offset.high >>> 0).toNumber(true);
                    return message;
                };

                Position.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.epoch = "";
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.offset = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.offset = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    }
                    if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                        object.epoch = message.epoch;
                    if (message.offset != null && $Object.hasOwnProperty.call(message, "offset"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.offset = typeof message.offset === "number" ? $BigInt(message.offset) : $util.Long.fromBits(message.offset.low >>> 0, message.offset.high >>> 0, true).toBigInt();
                        else if (typeof message.offset === "number")
                            object.offset = options.longs === $String ? $String(message.offset) : message.offset;
                        else
                            object.offset = options.longs === $String ? $util.Long.prototype.toString.call(message.offset) : options.longs === $Number ? new $util.LongBits(message.offset.low >>> 0, message.offset.high >>> 0).toNumber(true) : message.offset;
                    return object;
                };

                Position.prototype.toJSON = function() {
                    return Position.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Position;
            })();

            v1.PublishBatchRequest = (function() {

                const PublishBatchRequest = function (properties) {
                    this.messages = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                PublishBatchRequest.prototype.messages = $util.emptyArray;

                PublishBatchRequest.create = function(properties) {
                    return new PublishBatchRequest(properties);
                };

                PublishBatchRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.messages != null && message.messages.length)
                        for (let i = 0; i < message.messages.length; ++i)
                            $root.fairway.push.v1.PublishRequest.encode(message.messages[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                PublishBatchRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.PublishBatchRequest();
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
                                if (!(message.messages && message.messages.length))
                                    message.messages = [];
                                message.messages.push($root.fairway.push.v1.PublishRequest.decode(reader, reader.size(), $undefined, _depth + 1));
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

                PublishBatchRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.PublishBatchRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.PublishBatchRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.PublishBatchRequest();
                    if (object.messages) {
                        if (!$Array.isArray(object.messages))
                            throw $TypeError(".fairway.push.v1.PublishBatchRequest.messages: array expected");
                        message.messages = $Array(object.messages.length);
                        for (let i = 0; i < object.messages.length; ++i) {
                            if (!$util.isObject(object.messages[i]))
                                throw $TypeError(".fairway.push.v1.PublishBatchRequest.messages: object expected");
                            message.messages[i] = $root.fairway.push.v1.PublishRequest.fromObject(object.messages[i], _depth + 1);
                        }
                    }
                    return message;
                };

                PublishBatchRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.messages = [];
                    if (message.messages && message.messages.length) {
                        object.messages = $Array(message.messages.length);
                        for (let j = 0; j < message.messages.length; ++j)
                            object.messages[j] = $root.fairway.push.v1.PublishRequest.toObject(message.messages[j], options, _depth + 1);
                    }
                    return object;
                };

                PublishBatchRequest.prototype.toJSON = function() {
                    return PublishBatchRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return PublishBatchRequest;
            })();

            v1.PublishBatchResponse = (function() {

                const PublishBatchResponse = function (properties) {
                    this.responses = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                PublishBatchResponse.prototype.responses = $util.emptyArray;

                PublishBatchResponse.create = function(properties) {
                    return new PublishBatchResponse(properties);
                };

                PublishBatchResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.responses != null && message.responses.length)
                        for (let i = 0; i < message.responses.length; ++i)
                            $root.fairway.push.v1.PublishResponse.encode(message.responses[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                PublishBatchResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.PublishBatchResponse();
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
                                if (!(message.responses && message.responses.length))
                                    message.responses = [];
                                message.responses.push($root.fairway.push.v1.PublishResponse.decode(reader, reader.size(), $undefined, _depth + 1));
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

                PublishBatchResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.PublishBatchResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.PublishBatchResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.PublishBatchResponse();
                    if (object.responses) {
                        if (!$Array.isArray(object.responses))
                            throw $TypeError(".fairway.push.v1.PublishBatchResponse.responses: array expected");
                        message.responses = $Array(object.responses.length);
                        for (let i = 0; i < object.responses.length; ++i) {
                            if (!$util.isObject(object.responses[i]))
                                throw $TypeError(".fairway.push.v1.PublishBatchResponse.responses: object expected");
                            message.responses[i] = $root.fairway.push.v1.PublishResponse.fromObject(object.responses[i], _depth + 1);
                        }
                    }
                    return message;
                };

                PublishBatchResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.responses = [];
                    if (message.responses && message.responses.length) {
                        object.responses = $Array(message.responses.length);
                        for (let j = 0; j < message.responses.length; ++j)
                            object.responses[j] = $root.fairway.push.v1.PublishResponse.toObject(message.responses[j], options, _depth + 1);
                    }
                    return object;
                };

                PublishBatchResponse.prototype.toJSON = function() {
                    return PublishBatchResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return PublishBatchResponse;
            })();

            v1.HistoryRequest = (function() {

                const HistoryRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                HistoryRequest.prototype.channel = "";
                HistoryRequest.prototype.limit = 0;
                HistoryRequest.prototype.since = null;
                HistoryRequest.prototype.reverse = false;

                HistoryRequest.create = function(properties) {
                    return new HistoryRequest(properties);
                };

                HistoryRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                        writer.uint32(10).string(message.channel);
                    if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                        writer.uint32(16).uint32(message.limit);
                    if (message.since != null && $Object.hasOwnProperty.call(message, "since"))
                        $root.fairway.push.v1.Position.encode(message.since, writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.reverse != null && $Object.hasOwnProperty.call(message, "reverse") && message.reverse !== false)
                        writer.uint32(32).bool(message.reverse);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                HistoryRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.HistoryRequest();
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
                                    message.channel = value;
                                else
                                    delete message.channel;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.limit = value;
                                else
                                    delete message.limit;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.since = $root.fairway.push.v1.Position.decode(reader, reader.size(), $undefined, _depth + 1, message.since);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.reverse = value;
                                else
                                    delete message.reverse;
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

                HistoryRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.HistoryRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.HistoryRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.HistoryRequest();
                    if (object.channel != null)
                        if (typeof object.channel !== "string" || object.channel.length)
                            message.channel = $String(object.channel);
                    if (object.limit != null)
                        if ($Number(object.limit) !== 0)
                            message.limit = object.limit >>> 0;
                    if (object.since != null) {
                        if (!$util.isObject(object.since))
                            throw $TypeError(".fairway.push.v1.HistoryRequest.since: object expected");
                        message.since = $root.fairway.push.v1.Position.fromObject(object.since, _depth + 1);
                    }
                    if (object.reverse != null)
                        if (object.reverse)
                            message.reverse = $Boolean(object.reverse);
                    return message;
                };

                HistoryRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.channel = "";
                        object.limit = 0;
                        object.since = null;
                        object.reverse = false;
                    }
                    if (message.channel != null && $Object.hasOwnProperty.call(message, "channel"))
                        object.channel = message.channel;
                    if (message.limit != null && $Object.hasOwnProperty.call(message, "limit"))
                        object.limit = message.limit;
                    if (message.since != null && $Object.hasOwnProperty.call(message, "since"))
                        object.since = $root.fairway.push.v1.Position.toObject(message.since, options, _depth + 1);
                    if (message.reverse != null && $Object.hasOwnProperty.call(message, "reverse"))
                        object.reverse = message.reverse;
                    return object;
                };

                HistoryRequest.prototype.toJSON = function() {
                    return HistoryRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return HistoryRequest;
            })();

            v1.HistoryResponse = (function() {

                const HistoryResponse = function (properties) {
                    this.publications = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                HistoryResponse.prototype.position = null;
                HistoryResponse.prototype.publications = $util.emptyArray;

                HistoryResponse.create = function(properties) {
                    return new HistoryResponse(properties);
                };

                HistoryResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.position != null && $Object.hasOwnProperty.call(message, "position"))
                        $root.fairway.push.v1.Position.encode(message.position, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.publications != null && message.publications.length)
                        for (let i = 0; i < message.publications.length; ++i)
                            $root.fairway.push.v1.Publication.encode(message.publications[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                HistoryResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.HistoryResponse();
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
                                message.position = $root.fairway.push.v1.Position.decode(reader, reader.size(), $undefined, _depth + 1, message.position);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.publications && message.publications.length))
                                    message.publications = [];
                                message.publications.push($root.fairway.push.v1.Publication.decode(reader, reader.size(), $undefined, _depth + 1));
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

                HistoryResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.HistoryResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.HistoryResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.HistoryResponse();
                    if (object.position != null) {
                        if (!$util.isObject(object.position))
                            throw $TypeError(".fairway.push.v1.HistoryResponse.position: object expected");
                        message.position = $root.fairway.push.v1.Position.fromObject(object.position, _depth + 1);
                    }
                    if (object.publications) {
                        if (!$Array.isArray(object.publications))
                            throw $TypeError(".fairway.push.v1.HistoryResponse.publications: array expected");
                        message.publications = $Array(object.publications.length);
                        for (let i = 0; i < object.publications.length; ++i) {
                            if (!$util.isObject(object.publications[i]))
                                throw $TypeError(".fairway.push.v1.HistoryResponse.publications: object expected");
                            message.publications[i] = $root.fairway.push.v1.Publication.fromObject(object.publications[i], _depth + 1);
                        }
                    }
                    return message;
                };

                HistoryResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.publications = [];
                    if (options.defaults)
                        object.position = null;
                    if (message.position != null && $Object.hasOwnProperty.call(message, "position"))
                        object.position = $root.fairway.push.v1.Position.toObject(message.position, options, _depth + 1);
                    if (message.publications && message.publications.length) {
                        object.publications = $Array(message.publications.length);
                        for (let j = 0; j < message.publications.length; ++j)
                            object.publications[j] = $root.fairway.push.v1.Publication.toObject(message.publications[j], options, _depth + 1);
                    }
                    return object;
                };

                HistoryResponse.prototype.toJSON = function() {
                    return HistoryResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return HistoryResponse;
            })();

            v1.Publication = (function() {

                const Publication = function (properties) {
                    this.tags = {};
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Publication.prototype.offset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                Publication.prototype.json = null;
                Publication.prototype.binary = null;
                Publication.prototype.op = 0;
                Publication.prototype.tags = $util.emptyObject;
                Publication.prototype.publishedAt = null;
                Publication.prototype.expiresAt = null;
                Publication.prototype.from = null;

                let $oneOfFields;

                $Object.defineProperty(Publication.prototype, "data", {
                    get: $util.oneOfGetter($oneOfFields = ["json", "binary"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                Publication.create = function(properties) {
                    return new Publication(properties);
                };

                Publication.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.offset != null && $Object.hasOwnProperty.call(message, "offset") && (typeof message.offset === "object" ? message.offset.low || message.offset.high : message.offset !== 0))
                        writer.uint32(8).uint64(message.offset);
                    if (message.json != null && $Object.hasOwnProperty.call(message, "json"))
                        writer.uint32(18).string(message.json);
                    if (message.binary != null && $Object.hasOwnProperty.call(message, "binary"))
                        writer.uint32(26).bytes(message.binary);
                    if (message.op != null && $Object.hasOwnProperty.call(message, "op") && message.op !== 0)
                        writer.uint32(32).int32(message.op);
                    if (message.tags != null && $Object.hasOwnProperty.call(message, "tags"))
                        for (let keys = $Object.keys(message.tags), i = 0; i < keys.length; ++i)
                            writer.uint32(42).fork().uint32(10).string(keys[i]).uint32(18).string(message.tags[keys[i]]).ldelim();
                    if (message.publishedAt != null && $Object.hasOwnProperty.call(message, "publishedAt"))
                        $root.google.protobuf.Timestamp.encode(message.publishedAt, writer.uint32(50).fork(), _depth + 1).ldelim();
                    if (message.expiresAt != null && $Object.hasOwnProperty.call(message, "expiresAt"))
                        $root.google.protobuf.Timestamp.encode(message.expiresAt, writer.uint32(58).fork(), _depth + 1).ldelim();
                    if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                        $root.fairway.push.v1.ClientInfo.encode(message.from, writer.uint32(66).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Publication.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, key, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.fairway.push.v1.Publication();
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
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.offset = value;
                                else
                                    delete message.offset;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.json = reader.stringVerify();
                                message.data = "json";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.binary = reader.bytes();
                                message.data = "binary";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.op = value;
                                else
                                    delete message.op;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if (message.tags === $util.emptyObject)
                                    message.tags = {};
                                let end2 = reader.size() + reader.pos;
                                if (end2 > reader.len)
                                    throw $RangeError("index out of range");
                                reader.len = end2;
                                key = "";
                                value = "";
                                while (reader.pos < end2) {
                                    let tag2 = reader.tag();
                                    wireType = tag2 & 7;
                                    switch (tag2 >>>= 3) {
                                    case 1:
                                        if (wireType !== 2)
                                            break;
                                        key = reader.stringVerify();
                                        continue;
                                    case 2:
                                        if (wireType !== 2)
                                            break;
                                        value = reader.stringVerify();
                                        continue;
                                    }
                                    reader.skipType(wireType, _depth, tag2);
                                }
                                if (reader.pos !== end2)
                                    throw $RangeError("index out of range");
                                reader.len = end;
                                if (key === "__proto__")
                                    $util.makeProp(message.tags, key);
                                message.tags[key] = value;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.publishedAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.publishedAt);
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                message.expiresAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.expiresAt);
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                message.from = $root.fairway.push.v1.ClientInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.from);
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

                Publication.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.Publication)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.Publication: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.Publication();
                    if (object.offset != null)
                        if (typeof object.offset === "object" ? object.offset.low || object.offset.high : $Number(object.offset) !== 0)
                            if ($util.Long)
                                message.offset = $util.Long.fromValue(object.offset, true);
                            else if (typeof object.offset === "string")
                                message.offset = $parseInt(object.offset, 10);
                            else if (typeof object.offset === "number")
                                message.offset = object.offset;
                            else if (typeof object.offset === "object")
                                message.offset = new $util.LongBits(object.offset.low >>> 0, object.offset.high >>> 0).toNumber(true);
                    if (object.json != null)
                        message.json = $String(object.json);
                    if (object.binary != null)
                        if (typeof object.binary === "string")
                            $util.base64.decode(object.binary, message.binary = $util.newBuffer($util.base64.length(object.binary)), 0);
                        else if (object.binary.length >= 0)
                            message.binary = object.binary;
                    if (object.op != null)
                        if ($Number(object.op) !== 0)
                            message.op = object.op | 0;
                    if (object.tags) {
                        if (!$util.isObject(object.tags))
                            throw $TypeError(".fairway.push.v1.Publication.tags: object expected");
                        message.tags = {};
                        for (let keys = $Object.keys(object.tags), i = 0; i < keys.length; ++i) {
                            if (keys[i] === "__proto__")
                                $util.makeProp(message.tags, keys[i]);
                            message.tags[keys[i]] = $String(object.tags[keys[i]]);
                        }
                    }
                    if (object.publishedAt != null) {
                        if (!$util.isObject(object.publishedAt))
                            throw $TypeError(".fairway.push.v1.Publication.publishedAt: object expected");
                        message.publishedAt = $root.google.protobuf.Timestamp.fromObject(object.publishedAt, _depth + 1);
                    }
                    if (object.expiresAt != null) {
                        if (!$util.isObject(object.expiresAt))
                            throw $TypeError(".fairway.push.v1.Publication.expiresAt: object expected");
                        message.expiresAt = $root.google.protobuf.Timestamp.fromObject(object.expiresAt, _depth + 1);
                    }
                    if (object.from != null) {
                        if (!$util.isObject(object.from))
                            throw $TypeError(".fairway.push.v1.Publication.from: object expected");
                        message.from = $root.fairway.push.v1.ClientInfo.fromObject(object.from, _depth + 1);
                    }
                    return message;
                };

                Publication.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.objects || options.defaults)
                        object.tags = {};
                    if (options.defaults) {
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.offset = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.offset = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        object.op = 0;
                        object.publishedAt = null;
                        object.expiresAt = null;
                        object.from = null;
                    }
                    if (message.offset != null && $Object.hasOwnProperty.call(message, "offset"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.offset = typeof message.offset === "number" ? $BigInt(message.offset) : $util.Long.fromBits(message.offset.low >>> 0, message.offset.high >>> 0, true).toBigInt();
                        else if (typeof message.offset === "number")
                            object.offset = options.longs === $String ? $String(message.offset) : message.offset;
                        else
                            object.offset = options.longs === $String ? $util.Long.prototype.toString.call(message.offset) : options.longs === $Number ? new $util.LongBits(message.offset.low >>> 0, message.offset.high >>> 0).toNumber(true) : message.offset;
                    if (message.json != null && $Object.hasOwnProperty.call(message, "json")) {
                        object.json = message.json;
                        if (options.oneofs)
                            object.data = "json";
                    }
                    if (message.binary != null && $Object.hasOwnProperty.call(message, "binary")) {
                        object.binary = options.bytes === $String ? $util.base64.encode(message.binary, 0, message.binary.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.binary) : message.binary;
                        if (options.oneofs)
                            object.data = "binary";
                    }
                    if (message.op != null && $Object.hasOwnProperty.call(message, "op"))
                        object.op = message.op;
                    let keys2;
                    if (message.tags && (keys2 = $Object.keys(message.tags)).length) {
                        object.tags = {};
                        for (let j = 0; j < keys2.length; ++j) {
                            if (keys2[j] === "__proto__")
                                $util.makeProp(object.tags, keys2[j]);
                            object.tags[keys2[j]] = message.tags[keys2[j]];
                        }
                    }
                    if (message.publishedAt != null && $Object.hasOwnProperty.call(message, "publishedAt"))
                        object.publishedAt = $root.google.protobuf.Timestamp.toObject(message.publishedAt, options, _depth + 1);
                    if (message.expiresAt != null && $Object.hasOwnProperty.call(message, "expiresAt"))
                        object.expiresAt = $root.google.protobuf.Timestamp.toObject(message.expiresAt, options, _depth + 1);
                    if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                        object.from = $root.fairway.push.v1.ClientInfo.toObject(message.from, options, _depth + 1);
                    return object;
                };

                Publication.prototype.toJSON = function() {
                    return Publication.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Publication;
            })();

            v1.ClientInfo = (function() {

                const ClientInfo = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ClientInfo.prototype.client = "";
                ClientInfo.prototype.user = "";
                ClientInfo.prototype.connInfo = "";
                ClientInfo.prototype.chanInfo = "";

                ClientInfo.create = function(properties) {
                    return new ClientInfo(properties);
                };

                ClientInfo.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.client != null && $Object.hasOwnProperty.call(message, "client") && message.client !== "")
                        writer.uint32(10).string(message.client);
                    if (message.user != null && $Object.hasOwnProperty.call(message, "user") && message.user !== "")
                        writer.uint32(18).string(message.user);
                    if (message.connInfo != null && $Object.hasOwnProperty.call(message, "connInfo") && message.connInfo !== "")
                        writer.uint32(26).string(message.connInfo);
                    if (message.chanInfo != null && $Object.hasOwnProperty.call(message, "chanInfo") && message.chanInfo !== "")
                        writer.uint32(34).string(message.chanInfo);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ClientInfo.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.ClientInfo();
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
                                    message.client = value;
                                else
                                    delete message.client;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.user = value;
                                else
                                    delete message.user;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.connInfo = value;
                                else
                                    delete message.connInfo;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.chanInfo = value;
                                else
                                    delete message.chanInfo;
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

                ClientInfo.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.ClientInfo)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.ClientInfo: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.ClientInfo();
                    if (object.client != null)
                        if (typeof object.client !== "string" || object.client.length)
                            message.client = $String(object.client);
                    if (object.user != null)
                        if (typeof object.user !== "string" || object.user.length)
                            message.user = $String(object.user);
                    if (object.connInfo != null)
                        if (typeof object.connInfo !== "string" || object.connInfo.length)
                            message.connInfo = $String(object.connInfo);
                    if (object.chanInfo != null)
                        if (typeof object.chanInfo !== "string" || object.chanInfo.length)
                            message.chanInfo = $String(object.chanInfo);
                    return message;
                };

                ClientInfo.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.client = "";
                        object.user = "";
                        object.connInfo = "";
                        object.chanInfo = "";
                    }
                    if (message.client != null && $Object.hasOwnProperty.call(message, "client"))
                        object.client = message.client;
                    if (message.user != null && $Object.hasOwnProperty.call(message, "user"))
                        object.user = message.user;
                    if (message.connInfo != null && $Object.hasOwnProperty.call(message, "connInfo"))
                        object.connInfo = message.connInfo;
                    if (message.chanInfo != null && $Object.hasOwnProperty.call(message, "chanInfo"))
                        object.chanInfo = message.chanInfo;
                    return object;
                };

                ClientInfo.prototype.toJSON = function() {
                    return ClientInfo.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ClientInfo;
            })();

            v1.ClearHistoryRequest = (function() {

                const ClearHistoryRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ClearHistoryRequest.prototype.channel = "";

                ClearHistoryRequest.create = function(properties) {
                    return new ClearHistoryRequest(properties);
                };

                ClearHistoryRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                        writer.uint32(10).string(message.channel);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ClearHistoryRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.ClearHistoryRequest();
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
                                    message.channel = value;
                                else
                                    delete message.channel;
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

                ClearHistoryRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.ClearHistoryRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.ClearHistoryRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.ClearHistoryRequest();
                    if (object.channel != null)
                        if (typeof object.channel !== "string" || object.channel.length)
                            message.channel = $String(object.channel);
                    return message;
                };

                ClearHistoryRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.channel = "";
                    if (message.channel != null && $Object.hasOwnProperty.call(message, "channel"))
                        object.channel = message.channel;
                    return object;
                };

                ClearHistoryRequest.prototype.toJSON = function() {
                    return ClearHistoryRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ClearHistoryRequest;
            })();

            v1.ClearHistoryResponse = (function() {

                const ClearHistoryResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ClearHistoryResponse.create = function(properties) {
                    return new ClearHistoryResponse(properties);
                };

                ClearHistoryResponse.encode = function (message, writer, _depth) {
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

                ClearHistoryResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.ClearHistoryResponse();
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

                ClearHistoryResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.ClearHistoryResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.ClearHistoryResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    return new $root.fairway.push.v1.ClearHistoryResponse();
                };

                ClearHistoryResponse.toObject = function () {
                    return {};
                };

                ClearHistoryResponse.prototype.toJSON = function() {
                    return ClearHistoryResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ClearHistoryResponse;
            })();

            v1.PresenceRequest = (function() {

                const PresenceRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                PresenceRequest.prototype.channel = "";

                PresenceRequest.create = function(properties) {
                    return new PresenceRequest(properties);
                };

                PresenceRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                        writer.uint32(10).string(message.channel);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                PresenceRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.PresenceRequest();
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
                                    message.channel = value;
                                else
                                    delete message.channel;
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

                PresenceRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.PresenceRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.PresenceRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.PresenceRequest();
                    if (object.channel != null)
                        if (typeof object.channel !== "string" || object.channel.length)
                            message.channel = $String(object.channel);
                    return message;
                };

                PresenceRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.channel = "";
                    if (message.channel != null && $Object.hasOwnProperty.call(message, "channel"))
                        object.channel = message.channel;
                    return object;
                };

                PresenceRequest.prototype.toJSON = function() {
                    return PresenceRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return PresenceRequest;
            })();

            v1.PresenceResponse = (function() {

                const PresenceResponse = function (properties) {
                    this.clients = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                PresenceResponse.prototype.clients = $util.emptyArray;

                PresenceResponse.create = function(properties) {
                    return new PresenceResponse(properties);
                };

                PresenceResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.clients != null && message.clients.length)
                        for (let i = 0; i < message.clients.length; ++i)
                            $root.fairway.push.v1.ClientInfo.encode(message.clients[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                PresenceResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.PresenceResponse();
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
                                if (!(message.clients && message.clients.length))
                                    message.clients = [];
                                message.clients.push($root.fairway.push.v1.ClientInfo.decode(reader, reader.size(), $undefined, _depth + 1));
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

                PresenceResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.PresenceResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.PresenceResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.PresenceResponse();
                    if (object.clients) {
                        if (!$Array.isArray(object.clients))
                            throw $TypeError(".fairway.push.v1.PresenceResponse.clients: array expected");
                        message.clients = $Array(object.clients.length);
                        for (let i = 0; i < object.clients.length; ++i) {
                            if (!$util.isObject(object.clients[i]))
                                throw $TypeError(".fairway.push.v1.PresenceResponse.clients: object expected");
                            message.clients[i] = $root.fairway.push.v1.ClientInfo.fromObject(object.clients[i], _depth + 1);
                        }
                    }
                    return message;
                };

                PresenceResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.clients = [];
                    if (message.clients && message.clients.length) {
                        object.clients = $Array(message.clients.length);
                        for (let j = 0; j < message.clients.length; ++j)
                            object.clients[j] = $root.fairway.push.v1.ClientInfo.toObject(message.clients[j], options, _depth + 1);
                    }
                    return object;
                };

                PresenceResponse.prototype.toJSON = function() {
                    return PresenceResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return PresenceResponse;
            })();

            v1.OnlineRequest = (function() {

                const OnlineRequest = function (properties) {
                    this.channels = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                OnlineRequest.prototype.channels = $util.emptyArray;

                OnlineRequest.create = function(properties) {
                    return new OnlineRequest(properties);
                };

                OnlineRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.channels != null && message.channels.length)
                        for (let i = 0; i < message.channels.length; ++i)
                            writer.uint32(10).string(message.channels[i]);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                OnlineRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.OnlineRequest();
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
                                if (!(message.channels && message.channels.length))
                                    message.channels = [];
                                message.channels.push(reader.stringVerify());
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

                OnlineRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.OnlineRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.OnlineRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.OnlineRequest();
                    if (object.channels) {
                        if (!$Array.isArray(object.channels))
                            throw $TypeError(".fairway.push.v1.OnlineRequest.channels: array expected");
                        message.channels = $Array(object.channels.length);
                        for (let i = 0; i < object.channels.length; ++i)
                            message.channels[i] = $String(object.channels[i]);
                    }
                    return message;
                };

                OnlineRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.channels = [];
                    if (message.channels && message.channels.length) {
                        object.channels = $Array(message.channels.length);
                        for (let j = 0; j < message.channels.length; ++j)
                            object.channels[j] = message.channels[j];
                    }
                    return object;
                };

                OnlineRequest.prototype.toJSON = function() {
                    return OnlineRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return OnlineRequest;
            })();

            v1.OnlineResponse = (function() {

                const OnlineResponse = function (properties) {
                    this.connections = {};
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                OnlineResponse.prototype.connections = $util.emptyObject;

                OnlineResponse.create = function(properties) {
                    return new OnlineResponse(properties);
                };

                OnlineResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.connections != null && $Object.hasOwnProperty.call(message, "connections"))
                        for (let keys = $Object.keys(message.connections), i = 0; i < keys.length; ++i)
                            writer.uint32(10).fork().uint32(10).string(keys[i]).uint32(16).uint32(message.connections[keys[i]]).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                OnlineResponse.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, key, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.fairway.push.v1.OnlineResponse();
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
                                if (message.connections === $util.emptyObject)
                                    message.connections = {};
                                let end2 = reader.size() + reader.pos;
                                if (end2 > reader.len)
                                    throw $RangeError("index out of range");
                                reader.len = end2;
                                key = "";
                                value = 0;
                                while (reader.pos < end2) {
                                    let tag2 = reader.tag();
                                    wireType = tag2 & 7;
                                    switch (tag2 >>>= 3) {
                                    case 1:
                                        if (wireType !== 2)
                                            break;
                                        key = reader.stringVerify();
                                        continue;
                                    case 2:
                                        if (wireType !== 0)
                                            break;
                                        value = reader.uint32();
                                        continue;
                                    }
                                    reader.skipType(wireType, _depth, tag2);
                                }
                                if (reader.pos !== end2)
                                    throw $RangeError("index out of range");
                                reader.len = end;
                                if (key === "__proto__")
                                    $util.makeProp(message.connections, key);
                                message.connections[key] = value;
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

                OnlineResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.OnlineResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.OnlineResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.OnlineResponse();
                    if (object.connections) {
                        if (!$util.isObject(object.connections))
                            throw $TypeError(".fairway.push.v1.OnlineResponse.connections: object expected");
                        message.connections = {};
                        for (let keys = $Object.keys(object.connections), i = 0; i < keys.length; ++i) {
                            if (keys[i] === "__proto__")
                                $util.makeProp(message.connections, keys[i]);
                            message.connections[keys[i]] = object.connections[keys[i]] >>> 0;
                        }
                    }
                    return message;
                };

                OnlineResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.objects || options.defaults)
                        object.connections = {};
                    let keys2;
                    if (message.connections && (keys2 = $Object.keys(message.connections)).length) {
                        object.connections = {};
                        for (let j = 0; j < keys2.length; ++j) {
                            if (keys2[j] === "__proto__")
                                $util.makeProp(object.connections, keys2[j]);
                            object.connections[keys2[j]] = message.connections[keys2[j]];
                        }
                    }
                    return object;
                };

                OnlineResponse.prototype.toJSON = function() {
                    return OnlineResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return OnlineResponse;
            })();

            v1.TopRequest = (function() {

                const TopRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                TopRequest.prototype.prefix = "";
                TopRequest.prototype.limit = 0;

                TopRequest.create = function(properties) {
                    return new TopRequest(properties);
                };

                TopRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.prefix != null && $Object.hasOwnProperty.call(message, "prefix") && message.prefix !== "")
                        writer.uint32(10).string(message.prefix);
                    if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                        writer.uint32(16).uint32(message.limit);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                TopRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.TopRequest();
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
                                    message.prefix = value;
                                else
                                    delete message.prefix;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.limit = value;
                                else
                                    delete message.limit;
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

                TopRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.TopRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.TopRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.TopRequest();
                    if (object.prefix != null)
                        if (typeof object.prefix !== "string" || object.prefix.length)
                            message.prefix = $String(object.prefix);
                    if (object.limit != null)
                        if ($Number(object.limit) !== 0)
                            message.limit = object.limit >>> 0;
                    return message;
                };

                TopRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.prefix = "";
                        object.limit = 0;
                    }
                    if (message.prefix != null && $Object.hasOwnProperty.call(message, "prefix"))
                        object.prefix = message.prefix;
                    if (message.limit != null && $Object.hasOwnProperty.call(message, "limit"))
                        object.limit = message.limit;
                    return object;
                };

                TopRequest.prototype.toJSON = function() {
                    return TopRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return TopRequest;
            })();

            v1.TopResponse = (function() {

                const TopResponse = function (properties) {
                    this.channels = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                TopResponse.prototype.channels = $util.emptyArray;

                TopResponse.create = function(properties) {
                    return new TopResponse(properties);
                };

                TopResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.channels != null && message.channels.length)
                        for (let i = 0; i < message.channels.length; ++i)
                            $root.fairway.push.v1.ChannelCount.encode(message.channels[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                TopResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.TopResponse();
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
                                if (!(message.channels && message.channels.length))
                                    message.channels = [];
                                message.channels.push($root.fairway.push.v1.ChannelCount.decode(reader, reader.size(), $undefined, _depth + 1));
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

                TopResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.TopResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.TopResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.TopResponse();
                    if (object.channels) {
                        if (!$Array.isArray(object.channels))
                            throw $TypeError(".fairway.push.v1.TopResponse.channels: array expected");
                        message.channels = $Array(object.channels.length);
                        for (let i = 0; i < object.channels.length; ++i) {
                            if (!$util.isObject(object.channels[i]))
                                throw $TypeError(".fairway.push.v1.TopResponse.channels: object expected");
                            message.channels[i] = $root.fairway.push.v1.ChannelCount.fromObject(object.channels[i], _depth + 1);
                        }
                    }
                    return message;
                };

                TopResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.channels = [];
                    if (message.channels && message.channels.length) {
                        object.channels = $Array(message.channels.length);
                        for (let j = 0; j < message.channels.length; ++j)
                            object.channels[j] = $root.fairway.push.v1.ChannelCount.toObject(message.channels[j], options, _depth + 1);
                    }
                    return object;
                };

                TopResponse.prototype.toJSON = function() {
                    return TopResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return TopResponse;
            })();

            v1.ChannelCount = (function() {

                const ChannelCount = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ChannelCount.prototype.channel = "";
                ChannelCount.prototype.connections = 0;

                ChannelCount.create = function(properties) {
                    return new ChannelCount(properties);
                };

                ChannelCount.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                        writer.uint32(10).string(message.channel);
                    if (message.connections != null && $Object.hasOwnProperty.call(message, "connections") && message.connections !== 0)
                        writer.uint32(16).uint32(message.connections);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ChannelCount.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.ChannelCount();
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
                                    message.channel = value;
                                else
                                    delete message.channel;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.connections = value;
                                else
                                    delete message.connections;
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

                ChannelCount.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.ChannelCount)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.ChannelCount: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.ChannelCount();
                    if (object.channel != null)
                        if (typeof object.channel !== "string" || object.channel.length)
                            message.channel = $String(object.channel);
                    if (object.connections != null)
                        if ($Number(object.connections) !== 0)
                            message.connections = object.connections >>> 0;
                    return message;
                };

                ChannelCount.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.channel = "";
                        object.connections = 0;
                    }
                    if (message.channel != null && $Object.hasOwnProperty.call(message, "channel"))
                        object.channel = message.channel;
                    if (message.connections != null && $Object.hasOwnProperty.call(message, "connections"))
                        object.connections = message.connections;
                    return object;
                };

                ChannelCount.prototype.toJSON = function() {
                    return ChannelCount.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ChannelCount;
            })();

            v1.TotalRequest = (function() {

                const TotalRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                TotalRequest.create = function(properties) {
                    return new TotalRequest(properties);
                };

                TotalRequest.encode = function (message, writer, _depth) {
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

                TotalRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.TotalRequest();
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

                TotalRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.TotalRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.TotalRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    return new $root.fairway.push.v1.TotalRequest();
                };

                TotalRequest.toObject = function () {
                    return {};
                };

                TotalRequest.prototype.toJSON = function() {
                    return TotalRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return TotalRequest;
            })();

            v1.TotalResponse = (function() {

                const TotalResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                TotalResponse.prototype.connections = 0;
                TotalResponse.prototype.addresses = 0;

                TotalResponse.create = function(properties) {
                    return new TotalResponse(properties);
                };

                TotalResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.connections != null && $Object.hasOwnProperty.call(message, "connections") && message.connections !== 0)
                        writer.uint32(8).uint32(message.connections);
                    if (message.addresses != null && $Object.hasOwnProperty.call(message, "addresses") && message.addresses !== 0)
                        writer.uint32(16).uint32(message.addresses);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                TotalResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.TotalResponse();
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
                                if (value = reader.uint32())
                                    message.connections = value;
                                else
                                    delete message.connections;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.addresses = value;
                                else
                                    delete message.addresses;
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

                TotalResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.TotalResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.TotalResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.TotalResponse();
                    if (object.connections != null)
                        if ($Number(object.connections) !== 0)
                            message.connections = object.connections >>> 0;
                    if (object.addresses != null)
                        if ($Number(object.addresses) !== 0)
                            message.addresses = object.addresses >>> 0;
                    return message;
                };

                TotalResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.connections = 0;
                        object.addresses = 0;
                    }
                    if (message.connections != null && $Object.hasOwnProperty.call(message, "connections"))
                        object.connections = message.connections;
                    if (message.addresses != null && $Object.hasOwnProperty.call(message, "addresses"))
                        object.addresses = message.addresses;
                    return object;
                };

                TotalResponse.prototype.toJSON = function() {
                    return TotalResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return TotalResponse;
            })();

            v1.DisconnectRequest = (function() {

                const DisconnectRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                DisconnectRequest.prototype.user = null;
                DisconnectRequest.prototype.key = null;
                DisconnectRequest.prototype.session = "";
                DisconnectRequest.prototype.final = false;

                let $oneOfFields;

                $Object.defineProperty(DisconnectRequest.prototype, "who", {
                    get: $util.oneOfGetter($oneOfFields = ["user", "key"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                DisconnectRequest.create = function(properties) {
                    return new DisconnectRequest(properties);
                };

                DisconnectRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.user != null && $Object.hasOwnProperty.call(message, "user"))
                        writer.uint32(10).string(message.user);
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                        writer.uint32(18).string(message.key);
                    if (message.session != null && $Object.hasOwnProperty.call(message, "session") && message.session !== "")
                        writer.uint32(26).string(message.session);
                    if (message.final != null && $Object.hasOwnProperty.call(message, "final") && message.final !== false)
                        writer.uint32(32).bool(message.final);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                DisconnectRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.DisconnectRequest();
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
                                message.user = reader.stringVerify();
                                message.who = "user";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.key = reader.stringVerify();
                                message.who = "key";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.session = value;
                                else
                                    delete message.session;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.final = value;
                                else
                                    delete message.final;
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

                DisconnectRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.DisconnectRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.DisconnectRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.DisconnectRequest();
                    if (object.user != null)
                        message.user = $String(object.user);
                    if (object.key != null)
                        message.key = $String(object.key);
                    if (object.session != null)
                        if (typeof object.session !== "string" || object.session.length)
                            message.session = $String(object.session);
                    if (object.final != null)
                        if (object.final)
                            message.final = $Boolean(object.final);
                    return message;
                };

                DisconnectRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.session = "";
                        object.final = false;
                    }
                    if (message.user != null && $Object.hasOwnProperty.call(message, "user")) {
                        object.user = message.user;
                        if (options.oneofs)
                            object.who = "user";
                    }
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key")) {
                        object.key = message.key;
                        if (options.oneofs)
                            object.who = "key";
                    }
                    if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                        object.session = message.session;
                    if (message.final != null && $Object.hasOwnProperty.call(message, "final"))
                        object.final = message.final;
                    return object;
                };

                DisconnectRequest.prototype.toJSON = function() {
                    return DisconnectRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return DisconnectRequest;
            })();

            v1.DisconnectResponse = (function() {

                const DisconnectResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                DisconnectResponse.prototype.connections = 0;

                DisconnectResponse.create = function(properties) {
                    return new DisconnectResponse(properties);
                };

                DisconnectResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.connections != null && $Object.hasOwnProperty.call(message, "connections") && message.connections !== 0)
                        writer.uint32(8).uint32(message.connections);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                DisconnectResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.DisconnectResponse();
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
                                if (value = reader.uint32())
                                    message.connections = value;
                                else
                                    delete message.connections;
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

                DisconnectResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.DisconnectResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.DisconnectResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.DisconnectResponse();
                    if (object.connections != null)
                        if ($Number(object.connections) !== 0)
                            message.connections = object.connections >>> 0;
                    return message;
                };

                DisconnectResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.connections = 0;
                    if (message.connections != null && $Object.hasOwnProperty.call(message, "connections"))
                        object.connections = message.connections;
                    return object;
                };

                DisconnectResponse.prototype.toJSON = function() {
                    return DisconnectResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return DisconnectResponse;
            })();

            v1.BanRequest = (function() {

                const BanRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                BanRequest.prototype.user = null;
                BanRequest.prototype.key = null;
                BanRequest.prototype.until = null;
                BanRequest.prototype.issuedBefore = null;
                BanRequest.prototype.reason = "";

                let $oneOfFields;

                $Object.defineProperty(BanRequest.prototype, "who", {
                    get: $util.oneOfGetter($oneOfFields = ["user", "key"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                BanRequest.create = function(properties) {
                    return new BanRequest(properties);
                };

                BanRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.user != null && $Object.hasOwnProperty.call(message, "user"))
                        writer.uint32(10).string(message.user);
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                        writer.uint32(18).string(message.key);
                    if (message.until != null && $Object.hasOwnProperty.call(message, "until"))
                        $root.google.protobuf.Timestamp.encode(message.until, writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.issuedBefore != null && $Object.hasOwnProperty.call(message, "issuedBefore"))
                        $root.google.protobuf.Timestamp.encode(message.issuedBefore, writer.uint32(34).fork(), _depth + 1).ldelim();
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(42).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                BanRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.BanRequest();
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
                                message.user = reader.stringVerify();
                                message.who = "user";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.key = reader.stringVerify();
                                message.who = "key";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.until = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.until);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.issuedBefore = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.issuedBefore);
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
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

                BanRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.BanRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.BanRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.BanRequest();
                    if (object.user != null)
                        message.user = $String(object.user);
                    if (object.key != null)
                        message.key = $String(object.key);
                    if (object.until != null) {
                        if (!$util.isObject(object.until))
                            throw $TypeError(".fairway.push.v1.BanRequest.until: object expected");
                        message.until = $root.google.protobuf.Timestamp.fromObject(object.until, _depth + 1);
                    }
                    if (object.issuedBefore != null) {
                        if (!$util.isObject(object.issuedBefore))
                            throw $TypeError(".fairway.push.v1.BanRequest.issuedBefore: object expected");
                        message.issuedBefore = $root.google.protobuf.Timestamp.fromObject(object.issuedBefore, _depth + 1);
                    }
                    if (object.reason != null)
                        if (typeof object.reason !== "string" || object.reason.length)
                            message.reason = $String(object.reason);
                    return message;
                };

                BanRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.until = null;
                        object.issuedBefore = null;
                        object.reason = "";
                    }
                    if (message.user != null && $Object.hasOwnProperty.call(message, "user")) {
                        object.user = message.user;
                        if (options.oneofs)
                            object.who = "user";
                    }
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key")) {
                        object.key = message.key;
                        if (options.oneofs)
                            object.who = "key";
                    }
                    if (message.until != null && $Object.hasOwnProperty.call(message, "until"))
                        object.until = $root.google.protobuf.Timestamp.toObject(message.until, options, _depth + 1);
                    if (message.issuedBefore != null && $Object.hasOwnProperty.call(message, "issuedBefore"))
                        object.issuedBefore = $root.google.protobuf.Timestamp.toObject(message.issuedBefore, options, _depth + 1);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                        object.reason = message.reason;
                    return object;
                };

                BanRequest.prototype.toJSON = function() {
                    return BanRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return BanRequest;
            })();

            v1.BanResponse = (function() {

                const BanResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                BanResponse.prototype.connections = 0;

                BanResponse.create = function(properties) {
                    return new BanResponse(properties);
                };

                BanResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.connections != null && $Object.hasOwnProperty.call(message, "connections") && message.connections !== 0)
                        writer.uint32(8).uint32(message.connections);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                BanResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.BanResponse();
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
                                if (value = reader.uint32())
                                    message.connections = value;
                                else
                                    delete message.connections;
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

                BanResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.BanResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.BanResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.BanResponse();
                    if (object.connections != null)
                        if ($Number(object.connections) !== 0)
                            message.connections = object.connections >>> 0;
                    return message;
                };

                BanResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.connections = 0;
                    if (message.connections != null && $Object.hasOwnProperty.call(message, "connections"))
                        object.connections = message.connections;
                    return object;
                };

                BanResponse.prototype.toJSON = function() {
                    return BanResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return BanResponse;
            })();

            v1.LiftBanRequest = (function() {

                const LiftBanRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                LiftBanRequest.prototype.user = null;
                LiftBanRequest.prototype.key = null;

                let $oneOfFields;

                $Object.defineProperty(LiftBanRequest.prototype, "who", {
                    get: $util.oneOfGetter($oneOfFields = ["user", "key"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                LiftBanRequest.create = function(properties) {
                    return new LiftBanRequest(properties);
                };

                LiftBanRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.user != null && $Object.hasOwnProperty.call(message, "user"))
                        writer.uint32(10).string(message.user);
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                        writer.uint32(18).string(message.key);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                LiftBanRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.LiftBanRequest();
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
                                message.user = reader.stringVerify();
                                message.who = "user";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.key = reader.stringVerify();
                                message.who = "key";
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

                LiftBanRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.LiftBanRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.LiftBanRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.LiftBanRequest();
                    if (object.user != null)
                        message.user = $String(object.user);
                    if (object.key != null)
                        message.key = $String(object.key);
                    return message;
                };

                LiftBanRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (message.user != null && $Object.hasOwnProperty.call(message, "user")) {
                        object.user = message.user;
                        if (options.oneofs)
                            object.who = "user";
                    }
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key")) {
                        object.key = message.key;
                        if (options.oneofs)
                            object.who = "key";
                    }
                    return object;
                };

                LiftBanRequest.prototype.toJSON = function() {
                    return LiftBanRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return LiftBanRequest;
            })();

            v1.LiftBanResponse = (function() {

                const LiftBanResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                LiftBanResponse.prototype.lifted = false;

                LiftBanResponse.create = function(properties) {
                    return new LiftBanResponse(properties);
                };

                LiftBanResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.lifted != null && $Object.hasOwnProperty.call(message, "lifted") && message.lifted !== false)
                        writer.uint32(8).bool(message.lifted);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                LiftBanResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.LiftBanResponse();
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
                                    message.lifted = value;
                                else
                                    delete message.lifted;
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

                LiftBanResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.LiftBanResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.LiftBanResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.LiftBanResponse();
                    if (object.lifted != null)
                        if (object.lifted)
                            message.lifted = $Boolean(object.lifted);
                    return message;
                };

                LiftBanResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.lifted = false;
                    if (message.lifted != null && $Object.hasOwnProperty.call(message, "lifted"))
                        object.lifted = message.lifted;
                    return object;
                };

                LiftBanResponse.prototype.toJSON = function() {
                    return LiftBanResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return LiftBanResponse;
            })();

            v1.BansRequest = (function() {

                const BansRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                BansRequest.prototype.user = null;
                BansRequest.prototype.key = null;
                BansRequest.prototype.limit = 0;
                BansRequest.prototype.pageToken = "";

                let $oneOfFields;

                $Object.defineProperty(BansRequest.prototype, "who", {
                    get: $util.oneOfGetter($oneOfFields = ["user", "key"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                BansRequest.create = function(properties) {
                    return new BansRequest(properties);
                };

                BansRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.user != null && $Object.hasOwnProperty.call(message, "user"))
                        writer.uint32(10).string(message.user);
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                        writer.uint32(18).string(message.key);
                    if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                        writer.uint32(24).uint32(message.limit);
                    if (message.pageToken != null && $Object.hasOwnProperty.call(message, "pageToken") && message.pageToken !== "")
                        writer.uint32(34).string(message.pageToken);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                BansRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.BansRequest();
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
                                message.user = reader.stringVerify();
                                message.who = "user";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.key = reader.stringVerify();
                                message.who = "key";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.limit = value;
                                else
                                    delete message.limit;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.pageToken = value;
                                else
                                    delete message.pageToken;
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

                BansRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.BansRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.BansRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.BansRequest();
                    if (object.user != null)
                        message.user = $String(object.user);
                    if (object.key != null)
                        message.key = $String(object.key);
                    if (object.limit != null)
                        if ($Number(object.limit) !== 0)
                            message.limit = object.limit >>> 0;
                    if (object.pageToken != null)
                        if (typeof object.pageToken !== "string" || object.pageToken.length)
                            message.pageToken = $String(object.pageToken);
                    return message;
                };

                BansRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.limit = 0;
                        object.pageToken = "";
                    }
                    if (message.user != null && $Object.hasOwnProperty.call(message, "user")) {
                        object.user = message.user;
                        if (options.oneofs)
                            object.who = "user";
                    }
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key")) {
                        object.key = message.key;
                        if (options.oneofs)
                            object.who = "key";
                    }
                    if (message.limit != null && $Object.hasOwnProperty.call(message, "limit"))
                        object.limit = message.limit;
                    if (message.pageToken != null && $Object.hasOwnProperty.call(message, "pageToken"))
                        object.pageToken = message.pageToken;
                    return object;
                };

                BansRequest.prototype.toJSON = function() {
                    return BansRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return BansRequest;
            })();

            v1.BansResponse = (function() {

                const BansResponse = function (properties) {
                    this.bans = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                BansResponse.prototype.bans = $util.emptyArray;
                BansResponse.prototype.nextPageToken = "";

                BansResponse.create = function(properties) {
                    return new BansResponse(properties);
                };

                BansResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.bans != null && message.bans.length)
                        for (let i = 0; i < message.bans.length; ++i)
                            $root.fairway.push.v1.Ban.encode(message.bans[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.nextPageToken != null && $Object.hasOwnProperty.call(message, "nextPageToken") && message.nextPageToken !== "")
                        writer.uint32(18).string(message.nextPageToken);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                BansResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.BansResponse();
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
                                if (!(message.bans && message.bans.length))
                                    message.bans = [];
                                message.bans.push($root.fairway.push.v1.Ban.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.nextPageToken = value;
                                else
                                    delete message.nextPageToken;
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

                BansResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.BansResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.BansResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.BansResponse();
                    if (object.bans) {
                        if (!$Array.isArray(object.bans))
                            throw $TypeError(".fairway.push.v1.BansResponse.bans: array expected");
                        message.bans = $Array(object.bans.length);
                        for (let i = 0; i < object.bans.length; ++i) {
                            if (!$util.isObject(object.bans[i]))
                                throw $TypeError(".fairway.push.v1.BansResponse.bans: object expected");
                            message.bans[i] = $root.fairway.push.v1.Ban.fromObject(object.bans[i], _depth + 1);
                        }
                    }
                    if (object.nextPageToken != null)
                        if (typeof object.nextPageToken !== "string" || object.nextPageToken.length)
                            message.nextPageToken = $String(object.nextPageToken);
                    return message;
                };

                BansResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.bans = [];
                    if (options.defaults)
                        object.nextPageToken = "";
                    if (message.bans && message.bans.length) {
                        object.bans = $Array(message.bans.length);
                        for (let j = 0; j < message.bans.length; ++j)
                            object.bans[j] = $root.fairway.push.v1.Ban.toObject(message.bans[j], options, _depth + 1);
                    }
                    if (message.nextPageToken != null && $Object.hasOwnProperty.call(message, "nextPageToken"))
                        object.nextPageToken = message.nextPageToken;
                    return object;
                };

                BansResponse.prototype.toJSON = function() {
                    return BansResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return BansResponse;
            })();

            v1.Ban = (function() {

                const Ban = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Ban.prototype.user = null;
                Ban.prototype.key = null;
                Ban.prototype.until = null;
                Ban.prototype.issuedBefore = null;
                Ban.prototype.reason = "";
                Ban.prototype.bannedAt = null;

                let $oneOfFields;

                $Object.defineProperty(Ban.prototype, "who", {
                    get: $util.oneOfGetter($oneOfFields = ["user", "key"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                Ban.create = function(properties) {
                    return new Ban(properties);
                };

                Ban.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.user != null && $Object.hasOwnProperty.call(message, "user"))
                        writer.uint32(10).string(message.user);
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                        writer.uint32(18).string(message.key);
                    if (message.until != null && $Object.hasOwnProperty.call(message, "until"))
                        $root.google.protobuf.Timestamp.encode(message.until, writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.issuedBefore != null && $Object.hasOwnProperty.call(message, "issuedBefore"))
                        $root.google.protobuf.Timestamp.encode(message.issuedBefore, writer.uint32(34).fork(), _depth + 1).ldelim();
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(42).string(message.reason);
                    if (message.bannedAt != null && $Object.hasOwnProperty.call(message, "bannedAt"))
                        $root.google.protobuf.Timestamp.encode(message.bannedAt, writer.uint32(50).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Ban.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.Ban();
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
                                message.user = reader.stringVerify();
                                message.who = "user";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.key = reader.stringVerify();
                                message.who = "key";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.until = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.until);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.issuedBefore = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.issuedBefore);
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.bannedAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.bannedAt);
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

                Ban.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.Ban)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.Ban: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.Ban();
                    if (object.user != null)
                        message.user = $String(object.user);
                    if (object.key != null)
                        message.key = $String(object.key);
                    if (object.until != null) {
                        if (!$util.isObject(object.until))
                            throw $TypeError(".fairway.push.v1.Ban.until: object expected");
                        message.until = $root.google.protobuf.Timestamp.fromObject(object.until, _depth + 1);
                    }
                    if (object.issuedBefore != null) {
                        if (!$util.isObject(object.issuedBefore))
                            throw $TypeError(".fairway.push.v1.Ban.issuedBefore: object expected");
                        message.issuedBefore = $root.google.protobuf.Timestamp.fromObject(object.issuedBefore, _depth + 1);
                    }
                    if (object.reason != null)
                        if (typeof object.reason !== "string" || object.reason.length)
                            message.reason = $String(object.reason);
                    if (object.bannedAt != null) {
                        if (!$util.isObject(object.bannedAt))
                            throw $TypeError(".fairway.push.v1.Ban.bannedAt: object expected");
                        message.bannedAt = $root.google.protobuf.Timestamp.fromObject(object.bannedAt, _depth + 1);
                    }
                    return message;
                };

                Ban.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.until = null;
                        object.issuedBefore = null;
                        object.reason = "";
                        object.bannedAt = null;
                    }
                    if (message.user != null && $Object.hasOwnProperty.call(message, "user")) {
                        object.user = message.user;
                        if (options.oneofs)
                            object.who = "user";
                    }
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key")) {
                        object.key = message.key;
                        if (options.oneofs)
                            object.who = "key";
                    }
                    if (message.until != null && $Object.hasOwnProperty.call(message, "until"))
                        object.until = $root.google.protobuf.Timestamp.toObject(message.until, options, _depth + 1);
                    if (message.issuedBefore != null && $Object.hasOwnProperty.call(message, "issuedBefore"))
                        object.issuedBefore = $root.google.protobuf.Timestamp.toObject(message.issuedBefore, options, _depth + 1);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                        object.reason = message.reason;
                    if (message.bannedAt != null && $Object.hasOwnProperty.call(message, "bannedAt"))
                        object.bannedAt = $root.google.protobuf.Timestamp.toObject(message.bannedAt, options, _depth + 1);
                    return object;
                };

                Ban.prototype.toJSON = function() {
                    return Ban.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Ban;
            })();

            v1.SubscribeRequest = (function() {

                const SubscribeRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                SubscribeRequest.prototype.user = "";
                SubscribeRequest.prototype.channel = "";

                SubscribeRequest.create = function(properties) {
                    return new SubscribeRequest(properties);
                };

                SubscribeRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.user != null && $Object.hasOwnProperty.call(message, "user") && message.user !== "")
                        writer.uint32(10).string(message.user);
                    if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                        writer.uint32(18).string(message.channel);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                SubscribeRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.SubscribeRequest();
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
                                    message.user = value;
                                else
                                    delete message.user;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.channel = value;
                                else
                                    delete message.channel;
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

                SubscribeRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.SubscribeRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.SubscribeRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.SubscribeRequest();
                    if (object.user != null)
                        if (typeof object.user !== "string" || object.user.length)
                            message.user = $String(object.user);
                    if (object.channel != null)
                        if (typeof object.channel !== "string" || object.channel.length)
                            message.channel = $String(object.channel);
                    return message;
                };

                SubscribeRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.user = "";
                        object.channel = "";
                    }
                    if (message.user != null && $Object.hasOwnProperty.call(message, "user"))
                        object.user = message.user;
                    if (message.channel != null && $Object.hasOwnProperty.call(message, "channel"))
                        object.channel = message.channel;
                    return object;
                };

                SubscribeRequest.prototype.toJSON = function() {
                    return SubscribeRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return SubscribeRequest;
            })();

            v1.SubscribeResponse = (function() {

                const SubscribeResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                SubscribeResponse.prototype.connections = 0;

                SubscribeResponse.create = function(properties) {
                    return new SubscribeResponse(properties);
                };

                SubscribeResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.connections != null && $Object.hasOwnProperty.call(message, "connections") && message.connections !== 0)
                        writer.uint32(8).uint32(message.connections);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                SubscribeResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.SubscribeResponse();
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
                                if (value = reader.uint32())
                                    message.connections = value;
                                else
                                    delete message.connections;
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

                SubscribeResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.SubscribeResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.SubscribeResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.SubscribeResponse();
                    if (object.connections != null)
                        if ($Number(object.connections) !== 0)
                            message.connections = object.connections >>> 0;
                    return message;
                };

                SubscribeResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.connections = 0;
                    if (message.connections != null && $Object.hasOwnProperty.call(message, "connections"))
                        object.connections = message.connections;
                    return object;
                };

                SubscribeResponse.prototype.toJSON = function() {
                    return SubscribeResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return SubscribeResponse;
            })();

            v1.UnsubscribeRequest = (function() {

                const UnsubscribeRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                UnsubscribeRequest.prototype.user = "";
                UnsubscribeRequest.prototype.channel = "";

                UnsubscribeRequest.create = function(properties) {
                    return new UnsubscribeRequest(properties);
                };

                UnsubscribeRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.user != null && $Object.hasOwnProperty.call(message, "user") && message.user !== "")
                        writer.uint32(10).string(message.user);
                    if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                        writer.uint32(18).string(message.channel);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                UnsubscribeRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.UnsubscribeRequest();
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
                                    message.user = value;
                                else
                                    delete message.user;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.channel = value;
                                else
                                    delete message.channel;
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

                UnsubscribeRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.UnsubscribeRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.UnsubscribeRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.UnsubscribeRequest();
                    if (object.user != null)
                        if (typeof object.user !== "string" || object.user.length)
                            message.user = $String(object.user);
                    if (object.channel != null)
                        if (typeof object.channel !== "string" || object.channel.length)
                            message.channel = $String(object.channel);
                    return message;
                };

                UnsubscribeRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.user = "";
                        object.channel = "";
                    }
                    if (message.user != null && $Object.hasOwnProperty.call(message, "user"))
                        object.user = message.user;
                    if (message.channel != null && $Object.hasOwnProperty.call(message, "channel"))
                        object.channel = message.channel;
                    return object;
                };

                UnsubscribeRequest.prototype.toJSON = function() {
                    return UnsubscribeRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return UnsubscribeRequest;
            })();

            v1.UnsubscribeResponse = (function() {

                const UnsubscribeResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                UnsubscribeResponse.prototype.connections = 0;

                UnsubscribeResponse.create = function(properties) {
                    return new UnsubscribeResponse(properties);
                };

                UnsubscribeResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.connections != null && $Object.hasOwnProperty.call(message, "connections") && message.connections !== 0)
                        writer.uint32(8).uint32(message.connections);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                UnsubscribeResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.UnsubscribeResponse();
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
                                if (value = reader.uint32())
                                    message.connections = value;
                                else
                                    delete message.connections;
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

                UnsubscribeResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.UnsubscribeResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.UnsubscribeResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.UnsubscribeResponse();
                    if (object.connections != null)
                        if ($Number(object.connections) !== 0)
                            message.connections = object.connections >>> 0;
                    return message;
                };

                UnsubscribeResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.connections = 0;
                    if (message.connections != null && $Object.hasOwnProperty.call(message, "connections"))
                        object.connections = message.connections;
                    return object;
                };

                UnsubscribeResponse.prototype.toJSON = function() {
                    return UnsubscribeResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return UnsubscribeResponse;
            })();

            v1.ShardsRequest = (function() {

                const ShardsRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ShardsRequest.create = function(properties) {
                    return new ShardsRequest(properties);
                };

                ShardsRequest.encode = function (message, writer, _depth) {
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

                ShardsRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.ShardsRequest();
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

                ShardsRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.ShardsRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.ShardsRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    return new $root.fairway.push.v1.ShardsRequest();
                };

                ShardsRequest.toObject = function () {
                    return {};
                };

                ShardsRequest.prototype.toJSON = function() {
                    return ShardsRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ShardsRequest;
            })();

            v1.AddShardsRequest = (function() {

                const AddShardsRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                AddShardsRequest.prototype.shards = 0;

                AddShardsRequest.create = function(properties) {
                    return new AddShardsRequest(properties);
                };

                AddShardsRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.shards != null && $Object.hasOwnProperty.call(message, "shards") && message.shards !== 0)
                        writer.uint32(8).uint32(message.shards);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                AddShardsRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.AddShardsRequest();
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
                                if (value = reader.uint32())
                                    message.shards = value;
                                else
                                    delete message.shards;
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

                AddShardsRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.AddShardsRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.AddShardsRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.AddShardsRequest();
                    if (object.shards != null)
                        if ($Number(object.shards) !== 0)
                            message.shards = object.shards >>> 0;
                    return message;
                };

                AddShardsRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.shards = 0;
                    if (message.shards != null && $Object.hasOwnProperty.call(message, "shards"))
                        object.shards = message.shards;
                    return object;
                };

                AddShardsRequest.prototype.toJSON = function() {
                    return AddShardsRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return AddShardsRequest;
            })();

            v1.ShardsResponse = (function() {

                const ShardsResponse = function (properties) {
                    this.counts = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ShardsResponse.prototype.region = "";
                ShardsResponse.prototype.counts = $util.emptyArray;

                ShardsResponse.create = function(properties) {
                    return new ShardsResponse(properties);
                };

                ShardsResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.region != null && $Object.hasOwnProperty.call(message, "region") && message.region !== "")
                        writer.uint32(10).string(message.region);
                    if (message.counts != null && message.counts.length)
                        writer.uint32(18).uint32s(message.counts);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ShardsResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.push.v1.ShardsResponse();
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
                                    message.region = value;
                                else
                                    delete message.region;
                                continue;
                            }
                        case 2: {
                                if (wireType === 2) {
                                    if (!(message.counts && message.counts.length))
                                        message.counts = [];
                                    reader.uint32s(message.counts);
                                    continue;
                                }
                                if (wireType !== 0)
                                    break;
                                if (!(message.counts && message.counts.length))
                                    message.counts = [];
                                message.counts.push(reader.uint32());
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

                ShardsResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.push.v1.ShardsResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.push.v1.ShardsResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.push.v1.ShardsResponse();
                    if (object.region != null)
                        if (typeof object.region !== "string" || object.region.length)
                            message.region = $String(object.region);
                    if (object.counts) {
                        if (!$Array.isArray(object.counts))
                            throw $TypeError(".fairway.push.v1.ShardsResponse.counts: array expected");
                        message.counts = $Array(object.counts.length);
                        for (let i = 0; i < object.counts.length; ++i)
                            message.counts[i] = object.counts[i] >>> 0;
                    }
                    return message;
                };

                ShardsResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.counts = [];
                    if (options.defaults)
                        object.region = "";
                    if (message.region != null && $Object.hasOwnProperty.call(message, "region"))
                        object.region = message.region;
                    if (message.counts && message.counts.length) {
                        object.counts = $Array(message.counts.length);
                        for (let j = 0; j < message.counts.length; ++j)
                            object.counts[j] = message.counts[j];
                    }
                    return object;
                };

                ShardsResponse.prototype.toJSON = function() {
                    return ShardsResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ShardsResponse;
            })();

            return v1;
        })();

        return push;
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
