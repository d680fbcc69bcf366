/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $TypeError = $util.global.TypeError, $Number = $util.global.Number, $parseInt = $util.global.parseInt, $String = $util.global.String, $BigInt = $util.global.BigInt, $Boolean = $util.global.Boolean, $Array = $util.global.Array;

const $root = $protobuf.roots["fairway_ids"] || ($protobuf.roots["fairway_ids"] = {});

export const fairway = $root.fairway = (() => {

    const fairway = {};

    fairway.ids = (function() {

        const ids = {};

        ids.v1 = (function() {

            const v1 = {};

            v1.NextIdRequest = (function() {

                const NextIdRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                NextIdRequest.prototype.worker = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(NextIdRequest.prototype, "_worker", {
                    get: $util.oneOfGetter($oneOfFields = ["worker"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                NextIdRequest.create = function(properties) {
                    return new NextIdRequest(properties);
                };

                NextIdRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.worker != null && $Object.hasOwnProperty.call(message, "worker"))
                        writer.uint32(8).uint32(message.worker);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                NextIdRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.ids.v1.NextIdRequest();
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
                                message.worker = reader.uint32();
                                message._worker = "worker";
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

                NextIdRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.ids.v1.NextIdRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.ids.v1.NextIdRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.ids.v1.NextIdRequest();
                    if (object.worker != null)
                        message.worker = object.worker >>> 0;
                    return message;
                };

                NextIdRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (message.worker != null && $Object.hasOwnProperty.call(message, "worker"))
                        object.worker = message.worker;
                    return object;
                };

                NextIdRequest.prototype.toJSON = function() {
                    return NextIdRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return NextIdRequest;
            })();

            v1.NextIdResponse = (function() {

                const NextIdResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                NextIdResponse.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                NextIdResponse.create = function(properties) {
                    return new NextIdResponse(properties);
                };

                NextIdResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && (typeof message.id === "object" ? message.id.low || message.id.high : message.id !== 0))
                        writer.uint32(9).fixed64(message.id);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                NextIdResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.ids.v1.NextIdResponse();
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
                                    message.id = value;
                                else
                                    delete message.id;
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

                NextIdResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.ids.v1.NextIdResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.ids.v1.NextIdResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.ids.v1.NextIdResponse();
                    if (object.id != null)
                        if (typeof object.id === "object" ? object.id.low || object.id.high : $Number(object.id) !== 0)
                            if ($util.Long)
                                message.id = $util.Long.fromValue(object.id, true);
                            else if (typeof object.id === "string")
                                message.id = $parseInt(object.id, 10);
                            else if (typeof object.id === "number")
                                message.id = object.id;
                            else if (typeof object.id === "object")
                                message.id = new $util.LongBits(object.id.low >>> 0, object.id.high >>> 0).toNumber(true);
                    return message;
                };

                NextIdResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.id = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.id = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.id = typeof message.id === "number" ? $BigInt(message.id) : $util.Long.fromBits(message.id.low >>> 0, message.id.high >>> 0, true).toBigInt();
                        else if (typeof message.id === "number")
                            object.id = options.longs === $String ? $String(message.id) : message.id;
                        else
                            object.id = options.longs === $String ? $util.Long.prototype.toString.call(message.id) : options.longs === $Number ? new $util.LongBits(message.id.low >>> 0, message.id.high >>> 0).toNumber(true) : message.id;
                    return object;
                };

                NextIdResponse.prototype.toJSON = function() {
                    return NextIdResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return NextIdResponse;
            })();

            v1.NextIdsRequest = (function() {

                const NextIdsRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                NextIdsRequest.prototype.count = 0;
                NextIdsRequest.prototype.worker = null;
                NextIdsRequest.prototype.asRuns = false;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(NextIdsRequest.prototype, "_worker", {
                    get: $util.oneOfGetter($oneOfFields = ["worker"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                NextIdsRequest.create = function(properties) {
                    return new NextIdsRequest(properties);
                };

                NextIdsRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                        writer.uint32(8).uint32(message.count);
                    if (message.worker != null && $Object.hasOwnProperty.call(message, "worker"))
                        writer.uint32(16).uint32(message.worker);
                    if (message.asRuns != null && $Object.hasOwnProperty.call(message, "asRuns") && message.asRuns !== false)
                        writer.uint32(24).bool(message.asRuns);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                NextIdsRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.ids.v1.NextIdsRequest();
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
                                    message.count = value;
                                else
                                    delete message.count;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                message.worker = reader.uint32();
                                message._worker = "worker";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.asRuns = value;
                                else
                                    delete message.asRuns;
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

                NextIdsRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.ids.v1.NextIdsRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.ids.v1.NextIdsRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.ids.v1.NextIdsRequest();
                    if (object.count != null)
                        if ($Number(object.count) !== 0)
                            message.count = object.count >>> 0;
                    if (object.worker != null)
                        message.worker = object.worker >>> 0;
                    if (object.asRuns != null)
                        if (object.asRuns)
                            message.asRuns = $Boolean(object.asRuns);
                    return message;
                };

                NextIdsRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.count = 0;
                        object.asRuns = false;
                    }
                    if (message.count != null && $Object.hasOwnProperty.call(message, "count"))
                        object.count = message.count;
                    if (message.worker != null && $Object.hasOwnProperty.call(message, "worker"))
                        object.worker = message.worker;
                    if (message.asRuns != null && $Object.hasOwnProperty.call(message, "asRuns"))
                        object.asRuns = message.asRuns;
                    return object;
                };

                NextIdsRequest.prototype.toJSON = function() {
                    return NextIdsRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return NextIdsRequest;
            })();

            v1.NextIdsResponse = (function() {

                const NextIdsResponse = function (properties) {
                    this.ids = [];
                    this.runs = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                NextIdsResponse.prototype.ids = $util.emptyArray;
                NextIdsResponse.prototype.runs = $util.emptyArray;

                NextIdsResponse.create = function(properties) {
                    return new NextIdsResponse(properties);
                };

                NextIdsResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.ids != null && message.ids.length)
                        writer.uint32(10).fixed64s(message.ids);
                    if (message.runs != null && message.runs.length)
                        for (let i = 0; i < message.runs.length; ++i)
                            $root.fairway.ids.v1.Run.encode(message.runs[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                NextIdsResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.ids.v1.NextIdsResponse();
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
                                if (wireType === 2) {
                                    if (!(message.ids && message.ids.length))
                                        message.ids = [];
                                    reader.fixed64s(message.ids);
                                    continue;
                                }
                                if (wireType !== 1)
                                    break;
                                if (!(message.ids && message.ids.length))
                                    message.ids = [];
                                message.ids.push(reader.fixed64());
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.runs && message.runs.length))
                                    message.runs = [];
                                message.runs.push($root.fairway.ids.v1.Run.decode(reader, reader.size(), $undefined, _depth + 1));
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

                NextIdsResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.ids.v1.NextIdsResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.ids.v1.NextIdsResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.ids.v1.NextIdsResponse();
                    if (object.ids) {
                        if (!$Array.isArray(object.ids))
                            throw $TypeError(".fairway.ids.v1.NextIdsResponse.ids: array expected");
                        message.ids = $Array(object.ids.length);
                        for (let i = 0; i < object.ids.length; ++i)
                            if ($util.Long)
                                message.ids[i] = $util.Long.fromValue(object.ids[i], true);
                            else if (typeof object.ids[i] === "string")
                                message.ids[i] = $parseInt(object.ids[i], 10);
                            else if (typeof object.ids[i] === "number")
                                message.ids[i] = object.ids[i];
                            else if (typeof object.ids[i] === "object")
                                message.ids[i] = new $util.LongBits(object.ids[i].low >>> 0, object.ids[i].high >>> 0).toNumber(true);
                    }
                    if (object.runs) {
                        if (!$Array.isArray(object.runs))
                            throw $TypeError(".fairway.ids.v1.NextIdsResponse.runs: array expected");
                        message.runs = $Array(object.runs.length);
                        for (let i = 0; i < object.runs.length; ++i) {
                            if (!$util.isObject(object.runs[i]))
                                throw $TypeError(".fairway.ids.v1.NextIdsResponse.runs: object expected");
                            message.runs[i] = $root.fairway.ids.v1.Run.fromObject(object.runs[i], _depth + 1);
                        }
                    }
                    return message;
                };

                NextIdsResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults) {
                        object.ids = [];
                        object.runs = [];
                    }
                    if (message.ids && message.ids.length) {
                        object.ids = $Array(message.ids.length);
                        for (let j = 0; j < message.ids.length; ++j)
                            if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                                object.ids[j] = typeof message.ids[j] === "number" ? $BigInt(message.ids[j]) : $util.Long.fromBits(message.ids[j].low >>> 0, message.ids[j].high >>> 0, true).toBigInt();
                            else if (typeof message.ids[j] === "number")
                                object.ids[j] = options.longs === $String ? $String(message.ids[j]) : message.ids[j];
                            else
                                object.ids[j] = options.longs === $String ? $util.Long.prototype.toString.call(message.ids[j]) : options.longs === $Number ? new $util.LongBits(message.ids[j].low >>> 0, message.ids[j].high >>> 0).toNumber(true) : message.ids[j];
                    }
                    if (message.runs && message.runs.length) {
                        object.runs = $Array(message.runs.length);
                        for (let j = 0; j < message.runs.length; ++j)
                            object.runs[j] = $root.fairway.ids.v1.Run.toObject(message.runs[j], options, _depth + 1);
                    }
                    return object;
                };

                NextIdsResponse.prototype.toJSON = function() {
                    return NextIdsResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return NextIdsResponse;
            })();

            v1.Run = (function() {

                const Run = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Run.prototype.start = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                Run.prototype.count = 0;

                Run.create = function(properties) {
                    return new Run(properties);
                };

                Run.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.start != null && $Object.hasOwnProperty.call(message, "start") && (typeof message.start === "object" ? message.start.low || message.start.high : message.start !== 0))
                        writer.uint32(9).fixed64(message.start);
                    if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                        writer.uint32(16).uint32(message.count);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Run.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.ids.v1.Run();
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
                                    message.start = value;
                                else
                                    delete message.start;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.count = value;
                                else
                                    delete message.count;
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

                Run.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.ids.v1.Run)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.ids.v1.Run: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.ids.v1.Run();
                    if (object.start != null)
                        if (typeof object.start === "object" ? object.start.low || object.start.high : $Number(object.start) !== 0)
                            if ($util.Long)
                                message.start = $util.Long.fromValue(object.start, true);
                            else if (typeof object.start === "string")
                                message.start = $parseInt(object.start, 10);
                            else if (typeof object.start === "number")
                                message.start = object.start;
                            else if (typeof object.start === "object")
                                message.start = new $util.LongBits(object.start.low >>> 0, object.start.high >>> 0).toNumber(true);
                    if (object.count != null)
                        if ($Number(object.count) !== 0)
                            message.count = object.count >>> 0;
                    return message;
                };

                Run.toObject = function (message, options, _depth) {
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
                            object.start = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.start = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                        object.count = 0;
                    }
                    if (message.start != null && $Object.hasOwnProperty.call(message, "start"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.start = typeof message.start === "number" ? $BigInt(message.start) : $util.Long.fromBits(message.start.low >>> 0, message.start.high >>> 0, true).toBigInt();
                        else if (typeof message.start === "number")
                            object.start = options.longs === $String ? $String(message.start) : message.start;
                        else
                            object.start = options.longs === $String ? $util.Long.prototype.toString.call(message.start) : options.longs === $Number ? new $util.LongBits(message.start.low >>> 0, message.start.high >>> 0).toNumber(true) : message.start;
                    if (message.count != null && $Object.hasOwnProperty.call(message, "count"))
                        object.count = message.count;
                    return object;
                };

                Run.prototype.toJSON = function() {
                    return Run.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Run;
            })();

            v1.DescribeRequest = (function() {

                const DescribeRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                DescribeRequest.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                DescribeRequest.create = function(properties) {
                    return new DescribeRequest(properties);
                };

                DescribeRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && (typeof message.id === "object" ? message.id.low || message.id.high : message.id !== 0))
                        writer.uint32(9).fixed64(message.id);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                DescribeRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.ids.v1.DescribeRequest();
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
                                    message.id = value;
                                else
                                    delete message.id;
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

                DescribeRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.ids.v1.DescribeRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.ids.v1.DescribeRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.ids.v1.DescribeRequest();
                    if (object.id != null)
                        if (typeof object.id === "object" ? object.id.low || object.id.high : $Number(object.id) !== 0)
                            if ($util.Long)
                                message.id = $util.Long.fromValue(object.id, true);
                            else if (typeof object.id === "string")
                                message.id = $parseInt(object.id, 10);
                            else if (typeof object.id === "number")
                                message.id = object.id;
                            else if (typeof object.id === "object")
                                message.id = new $util.LongBits(object.id.low >>> 0, object.id.high >>> 0).toNumber(true);
                    return message;
                };

                DescribeRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.id = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.id = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.id = typeof message.id === "number" ? $BigInt(message.id) : $util.Long.fromBits(message.id.low >>> 0, message.id.high >>> 0, true).toBigInt();
                        else if (typeof message.id === "number")
                            object.id = options.longs === $String ? $String(message.id) : message.id;
                        else
                            object.id = options.longs === $String ? $util.Long.prototype.toString.call(message.id) : options.longs === $Number ? new $util.LongBits(message.id.low >>> 0, message.id.high >>> 0).toNumber(true) : message.id;
                    return object;
                };

                DescribeRequest.prototype.toJSON = function() {
                    return DescribeRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return DescribeRequest;
            })();

            v1.DescribeResponse = (function() {

                const DescribeResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                DescribeResponse.prototype.datacenter = 0;
                DescribeResponse.prototype.worker = 0;
                DescribeResponse.prototype.sequence = 0;
                DescribeResponse.prototype.time = null;

                DescribeResponse.create = function(properties) {
                    return new DescribeResponse(properties);
                };

                DescribeResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.datacenter != null && $Object.hasOwnProperty.call(message, "datacenter") && message.datacenter !== 0)
                        writer.uint32(8).uint32(message.datacenter);
                    if (message.worker != null && $Object.hasOwnProperty.call(message, "worker") && message.worker !== 0)
                        writer.uint32(16).uint32(message.worker);
                    if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && message.sequence !== 0)
                        writer.uint32(24).uint32(message.sequence);
                    if (message.time != null && $Object.hasOwnProperty.call(message, "time"))
                        $root.google.protobuf.Timestamp.encode(message.time, writer.uint32(34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                DescribeResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.ids.v1.DescribeResponse();
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
                                    message.datacenter = value;
                                else
                                    delete message.datacenter;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.worker = value;
                                else
                                    delete message.worker;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.sequence = value;
                                else
                                    delete message.sequence;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.time = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.time);
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

                DescribeResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.ids.v1.DescribeResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.ids.v1.DescribeResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.ids.v1.DescribeResponse();
                    if (object.datacenter != null)
                        if ($Number(object.datacenter) !== 0)
                            message.datacenter = object.datacenter >>> 0;
                    if (object.worker != null)
                        if ($Number(object.worker) !== 0)
                            message.worker = object.worker >>> 0;
                    if (object.sequence != null)
                        if ($Number(object.sequence) !== 0)
                            message.sequence = object.sequence >>> 0;
                    if (object.time != null) {
                        if (!$util.isObject(object.time))
                            throw $TypeError(".fairway.ids.v1.DescribeResponse.time: object expected");
                        message.time = $root.google.protobuf.Timestamp.fromObject(object.time, _depth + 1);
                    }
                    return message;
                };

                DescribeResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.datacenter = 0;
                        object.worker = 0;
                        object.sequence = 0;
                        object.time = null;
                    }
                    if (message.datacenter != null && $Object.hasOwnProperty.call(message, "datacenter"))
                        object.datacenter = message.datacenter;
                    if (message.worker != null && $Object.hasOwnProperty.call(message, "worker"))
                        object.worker = message.worker;
                    if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence"))
                        object.sequence = message.sequence;
                    if (message.time != null && $Object.hasOwnProperty.call(message, "time"))
                        object.time = $root.google.protobuf.Timestamp.toObject(message.time, options, _depth + 1);
                    return object;
                };

                DescribeResponse.prototype.toJSON = function() {
                    return DescribeResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return DescribeResponse;
            })();

            v1.WorkersRequest = (function() {

                const WorkersRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                WorkersRequest.create = function(properties) {
                    return new WorkersRequest(properties);
                };

                WorkersRequest.encode = function (message, writer, _depth) {
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

                WorkersRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.ids.v1.WorkersRequest();
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

                WorkersRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.ids.v1.WorkersRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.ids.v1.WorkersRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    return new $root.fairway.ids.v1.WorkersRequest();
                };

                WorkersRequest.toObject = function () {
                    return {};
                };

                WorkersRequest.prototype.toJSON = function() {
                    return WorkersRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return WorkersRequest;
            })();

            v1.WorkersResponse = (function() {

                const WorkersResponse = function (properties) {
                    this.workers = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                WorkersResponse.prototype.datacenter = 0;
                WorkersResponse.prototype.epochMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
                WorkersResponse.prototype.workers = $util.emptyArray;

                WorkersResponse.create = function(properties) {
                    return new WorkersResponse(properties);
                };

                WorkersResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.datacenter != null && $Object.hasOwnProperty.call(message, "datacenter") && message.datacenter !== 0)
                        writer.uint32(8).uint32(message.datacenter);
                    if (message.epochMs != null && $Object.hasOwnProperty.call(message, "epochMs") && (typeof message.epochMs === "object" ? message.epochMs.low || message.epochMs.high : message.epochMs !== 0))
                        writer.uint32(16).int64(message.epochMs);
                    if (message.workers != null && message.workers.length)
                        for (let i = 0; i < message.workers.length; ++i)
                            $root.fairway.ids.v1.Worker.encode(message.workers[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                WorkersResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.ids.v1.WorkersResponse();
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
                                    message.datacenter = value;
                                else
                                    delete message.datacenter;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.epochMs = value;
                                else
                                    delete message.epochMs;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.workers && message.workers.length))
                                    message.workers = [];
                                message.workers.push($root.fairway.ids.v1.Worker.decode(reader, reader.size(), $undefined, _depth + 1));
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

                WorkersResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.ids.v1.WorkersResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.ids.v1.WorkersResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.ids.v1.WorkersResponse();
                    if (object.datacenter != null)
                        if ($Number(object.datacenter) !== 0)
                            message.datacenter = object.datacenter >>> 0;
                    if (object.epochMs != null)
                        if (typeof object.epochMs === "object" ? object.epochMs.low || object.epochMs.high : $Number(object.epochMs) !== 0)
                            if ($util.Long)
                                message.epochMs = $util.Long.fromValue(object.epochMs, false);
                            else if (typeof object.epochMs === "string")
                                message.epochMs = $parseInt(object.epochMs, 10);
                            else if (typeof object.epochMs === "number")
                                message.epochMs = object.epochMs;
                            else if (typeof object.epochMs === "object")
                                message.epochMs = new $util.LongBits(object.epochMs.low >>> 0, object.epochMs.high >>> 0).toNumber();
                    if (object.workers) {
                        if (!$Array.isArray(object.workers))
                            throw $TypeError(".fairway.ids.v1.WorkersResponse.workers: array expected");
                        message.workers = $Array(object.workers.length);
                        for (let i = 0; i < object.workers.length; ++i) {
                            if (!$util.isObject(object.workers[i]))
                                throw $TypeError(".fairway.ids.v1.WorkersResponse.workers: object expected");
                            message.workers[i] = $root.fairway.ids.v1.Worker.fromObject(object.workers[i], _depth + 1);
                        }
                    }
                    return message;
                };

                WorkersResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.workers = [];
                    if (options.defaults) {
                        object.datacenter = 0;
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, false);
                            object.epochMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.epochMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    }
                    if (message.datacenter != null && $Object.hasOwnProperty.call(message, "datacenter"))
                        object.datacenter = message.datacenter;
                    if (message.epochMs != null && $Object.hasOwnProperty.call(message, "epochMs"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.epochMs = typeof message.epochMs === "number" ? $BigInt(message.epochMs) : $util.Long.fromBits(message.epochMs.low >>> 0, message.epochMs.high >>> 0, false).toBigInt();
                        else if (typeof message.epochMs === "number")
                            object.epochMs = options.longs === $String ? $String(message.epochMs) : message.epochMs;
                        else
                            object.epochMs = options.longs === $String ? $util.Long.prototype.toString.call(message.epochMs) : options.longs === $Number ? new $util.LongBits(message.epochMs.low >>> 0, message.epochMs.high >>> 0).toNumber() : message.epochMs;
                    if (message.workers && message.workers.length) {
                        object.workers = $Array(message.workers.length);
                        for (let j = 0; j < message.workers.length; ++j)
                            object.workers[j] = $root.fairway.ids.v1.Worker.toObject(message.workers[j], options, _depth + 1);
                    }
                    return object;
                };

                WorkersResponse.prototype.toJSON = function() {
                    return WorkersResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return WorkersResponse;
            })();

            v1.Worker = (function() {

                const Worker = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Worker.prototype.worker = 0;
                Worker.prototype.reachable = false;
                Worker.prototype.resting = false;
                Worker.prototype.aheadMs = 0;
                Worker.prototype.leases = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                Worker.create = function(properties) {
                    return new Worker(properties);
                };

                Worker.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.worker != null && $Object.hasOwnProperty.call(message, "worker") && message.worker !== 0)
                        writer.uint32(8).uint32(message.worker);
                    if (message.reachable != null && $Object.hasOwnProperty.call(message, "reachable") && message.reachable !== false)
                        writer.uint32(16).bool(message.reachable);
                    if (message.resting != null && $Object.hasOwnProperty.call(message, "resting") && message.resting !== false)
                        writer.uint32(24).bool(message.resting);
                    if (message.aheadMs != null && $Object.hasOwnProperty.call(message, "aheadMs") && message.aheadMs !== 0)
                        writer.uint32(32).uint32(message.aheadMs);
                    if (message.leases != null && $Object.hasOwnProperty.call(message, "leases") && (typeof message.leases === "object" ? message.leases.low || message.leases.high : message.leases !== 0))
                        writer.uint32(40).uint64(message.leases);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Worker.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.ids.v1.Worker();
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
                                    message.worker = value;
                                else
                                    delete message.worker;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.reachable = value;
                                else
                                    delete message.reachable;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.resting = value;
                                else
                                    delete message.resting;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.aheadMs = value;
                                else
                                    delete message.aheadMs;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.leases = value;
                                else
                                    delete message.leases;
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

                Worker.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.ids.v1.Worker)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.ids.v1.Worker: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.ids.v1.Worker();
                    if (object.worker != null)
                        if ($Number(object.worker) !== 0)
                            message.worker = object.worker >>> 0;
                    if (object.reachable != null)
                        if (object.reachable)
                            message.reachable = $Boolean(object.reachable);
                    if (object.resting != null)
                        if (object.resting)
                            message.resting = $Boolean(object.resting);
                    if (object.aheadMs != null)
                        if ($Number(object.aheadMs) !== 0)
                            message.aheadMs = object.aheadMs >>> 0;
                    if (object.leases != null)
                        if (typeof object.leases === "object" ? object.leases.low || object.leases.high : $Number(object.leases) !== 0)
                            if ($util.Long)
                                message.leases = $util.Long.fromValue(object.leases, true);
                            else if (typeof object.leases === "string")
                                message.leases = $parseInt(object.leases, 10);
                            else if (typeof object.leases === "number")
                                message.leases = object.leases;
                            else if (typeof object.leases === "object")
                                message.leases = new $util.LongBits(object.leases.low >>> 0, object.leases.high >>> 0).toNumber(true);
                    return message;
                };

                Worker.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.worker = 0;
                        object.reachable = false;
                        object.resting = false;
                        object.aheadMs = 0;
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, true);
                            object.leases = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.leases = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    }
                    if (message.worker != null && $Object.hasOwnProperty.call(message, "worker"))
                        object.worker = message.worker;
                    if (message.reachable != null && $Object.hasOwnProperty.call(message, "reachable"))
                        object.reachable = message.reachable;
                    if (message.resting != null && $Object.hasOwnProperty.call(message, "resting"))
                        object.resting = message.resting;
                    if (message.aheadMs != null && $Object.hasOwnProperty.call(message, "aheadMs"))
                        object.aheadMs = message.aheadMs;
                    if (message.leases != null && $Object.hasOwnProperty.call(message, "leases"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.leases = typeof message.leases === "number" ? $BigInt(message.leases) : $util.Long.fromBits(message.leases.low >>> 0, message.leases.high >>> 0, true).toBigInt();
                        else if (typeof message.leases === "number")
                            object.leases = options.longs === $String ? $String(message.leases) : message.leases;
                        else
                            object.leases = options.longs === $String ? $util.Long.prototype.toString.call(message.leases) : options.longs === $Number ? new $util.LongBits(message.leases.low >>> 0, message.leases.high >>> 0).toNumber(true) : message.leases;
                    return object;
                };

                Worker.prototype.toJSON = function() {
                    return Worker.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Worker;
            })();

            v1.PingRequest = (function() {

                const PingRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                PingRequest.create = function(properties) {
                    return new PingRequest(properties);
                };

                PingRequest.encode = function (message, writer, _depth) {
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

                PingRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.ids.v1.PingRequest();
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

                PingRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.ids.v1.PingRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.ids.v1.PingRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    return new $root.fairway.ids.v1.PingRequest();
                };

                PingRequest.toObject = function () {
                    return {};
                };

                PingRequest.prototype.toJSON = function() {
                    return PingRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return PingRequest;
            })();

            v1.PingResponse = (function() {

                const PingResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                PingResponse.create = function(properties) {
                    return new PingResponse(properties);
                };

                PingResponse.encode = function (message, writer, _depth) {
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

                PingResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.ids.v1.PingResponse();
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

                PingResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.ids.v1.PingResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.ids.v1.PingResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    return new $root.fairway.ids.v1.PingResponse();
                };

                PingResponse.toObject = function () {
                    return {};
                };

                PingResponse.prototype.toJSON = function() {
                    return PingResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return PingResponse;
            })();

            v1.TimestampRequest = (function() {

                const TimestampRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                TimestampRequest.create = function(properties) {
                    return new TimestampRequest(properties);
                };

                TimestampRequest.encode = function (message, writer, _depth) {
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

                TimestampRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.ids.v1.TimestampRequest();
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

                TimestampRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.ids.v1.TimestampRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.ids.v1.TimestampRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    return new $root.fairway.ids.v1.TimestampRequest();
                };

                TimestampRequest.toObject = function () {
                    return {};
                };

                TimestampRequest.prototype.toJSON = function() {
                    return TimestampRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return TimestampRequest;
            })();

            v1.TimestampResponse = (function() {

                const TimestampResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                TimestampResponse.prototype.seconds = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
                TimestampResponse.prototype.ms = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                TimestampResponse.create = function(properties) {
                    return new TimestampResponse(properties);
                };

                TimestampResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds") && (typeof message.seconds === "object" ? message.seconds.low || message.seconds.high : message.seconds !== 0))
                        writer.uint32(8).int64(message.seconds);
                    if (message.ms != null && $Object.hasOwnProperty.call(message, "ms") && (typeof message.ms === "object" ? message.ms.low || message.ms.high : message.ms !== 0))
                        writer.uint32(16).int64(message.ms);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                TimestampResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.ids.v1.TimestampResponse();
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
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.ms = value;
                                else
                                    delete message.ms;
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

                TimestampResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.ids.v1.TimestampResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.ids.v1.TimestampResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.ids.v1.TimestampResponse();
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
                    if (object.ms != null)
                        if (typeof object.ms === "object" ? object.ms.low || object.ms.high : $Number(object.ms) !== 0)
                            if ($util.Long)
                                message.ms = $util.Long.fromValue(object.ms, false);
                            else if (typeof object.ms === "string")
                                message.ms = $parseInt(object.ms, 10);
                            else if (typeof object.ms === "number")
                                message.ms = object.ms;
                            else if (typeof object.ms === "object")
                                message.ms = new $util.LongBits(object.ms.low >>> 0, object.ms.high >>> 0).toNumber();
                    return message;
                };

                TimestampResponse.toObject = function (message, options, _depth) {
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
                        if ($util.Long) {
                            let long = new $util.Long(0, 0, false);
                            object.ms = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                        } else
                            object.ms = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    }
                    if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.seconds = typeof message.seconds === "number" ? $BigInt(message.seconds) : $util.Long.fromBits(message.seconds.low >>> 0, message.seconds.high >>> 0, false).toBigInt();
                        else if (typeof message.seconds === "number")
                            object.seconds = options.longs === $String ? $String(message.seconds) : message.seconds;
                        else
                            object.seconds = options.longs === $String ? $util.Long.prototype.toString.call(message.seconds) : options.longs === $Number ? new $util.LongBits(message.seconds.low >>> 0, message.seconds.high >>> 0).toNumber() : message.seconds;
                    if (message.ms != null && $Object.hasOwnProperty.call(message, "ms"))
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.ms = typeof message.ms === "number" ? $BigInt(message.ms) : $util.Long.fromBits(message.ms.low >>> 0, message.ms.high >>> 0, false).toBigInt();
                        else if (typeof message.ms === "number")
                            object.ms = options.longs === $String ? $String(message.ms) : message.ms;
                        else
                            object.ms = options.longs === $String ? $util.Long.prototype.toString.call(message.ms) : options.longs === $Number ? new $util.LongBits(message.ms.low >>> 0, message.ms.high >>> 0).toNumber() : message.ms;
                    return object;
                };

                TimestampResponse.prototype.toJSON = function() {
                    return TimestampResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return TimestampResponse;
            })();

            return v1;
        })();

        return ids;
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
