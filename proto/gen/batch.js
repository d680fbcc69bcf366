/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $TypeError = $util.global.TypeError, $Array = $util.global.Array, $String = $util.global.String, $Number = $util.global.Number, $Boolean = $util.global.Boolean;

const $root = $protobuf.roots["fairway_batch"] || ($protobuf.roots["fairway_batch"] = {});

export const fairway = $root.fairway = (() => {

    const fairway = {};

    fairway.batch = (function() {

        const batch = {};

        batch.v1 = (function() {

            const v1 = {};

            v1.BatchRequest = (function() {

                const BatchRequest = function (properties) {
                    this.requests = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                BatchRequest.prototype.requests = $util.emptyArray;

                BatchRequest.create = function(properties) {
                    return new BatchRequest(properties);
                };

                BatchRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.requests != null && message.requests.length)
                        for (let i = 0; i < message.requests.length; ++i)
                            $root.fairway.batch.v1.BatchItem.encode(message.requests[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                BatchRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.batch.v1.BatchRequest();
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
                                if (!(message.requests && message.requests.length))
                                    message.requests = [];
                                message.requests.push($root.fairway.batch.v1.BatchItem.decode(reader, reader.size(), $undefined, _depth + 1));
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

                BatchRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.batch.v1.BatchRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.batch.v1.BatchRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.batch.v1.BatchRequest();
                    if (object.requests) {
                        if (!$Array.isArray(object.requests))
                            throw $TypeError(".fairway.batch.v1.BatchRequest.requests: array expected");
                        message.requests = $Array(object.requests.length);
                        for (let i = 0; i < object.requests.length; ++i) {
                            if (!$util.isObject(object.requests[i]))
                                throw $TypeError(".fairway.batch.v1.BatchRequest.requests: object expected");
                            message.requests[i] = $root.fairway.batch.v1.BatchItem.fromObject(object.requests[i], _depth + 1);
                        }
                    }
                    return message;
                };

                BatchRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.requests = [];
                    if (message.requests && message.requests.length) {
                        object.requests = $Array(message.requests.length);
                        for (let j = 0; j < message.requests.length; ++j)
                            object.requests[j] = $root.fairway.batch.v1.BatchItem.toObject(message.requests[j], options, _depth + 1);
                    }
                    return object;
                };

                BatchRequest.prototype.toJSON = function() {
                    return BatchRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return BatchRequest;
            })();

            v1.BatchItem = (function() {

                const BatchItem = function (properties) {
                    this.headers = [];
                    this.dependsOn = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                BatchItem.prototype.id = "";
                BatchItem.prototype.method = "";
                BatchItem.prototype.url = "";
                BatchItem.prototype.headers = $util.emptyArray;
                BatchItem.prototype.body = $util.newBuffer([]);
                BatchItem.prototype.dependsOn = $util.emptyArray;
                BatchItem.prototype.timeoutMs = 0;
                BatchItem.prototype.priority = 0;
                BatchItem.prototype.bare = false;

                BatchItem.create = function(properties) {
                    return new BatchItem(properties);
                };

                BatchItem.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                        writer.uint32(10).string(message.id);
                    if (message.method != null && $Object.hasOwnProperty.call(message, "method") && message.method !== "")
                        writer.uint32(18).string(message.method);
                    if (message.url != null && $Object.hasOwnProperty.call(message, "url") && message.url !== "")
                        writer.uint32(26).string(message.url);
                    if (message.headers != null && message.headers.length)
                        for (let i = 0; i < message.headers.length; ++i)
                            $root.fairway.batch.v1.Header.encode(message.headers[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                    if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                        writer.uint32(42).bytes(message.body);
                    if (message.dependsOn != null && message.dependsOn.length)
                        for (let i = 0; i < message.dependsOn.length; ++i)
                            writer.uint32(50).string(message.dependsOn[i]);
                    if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs") && message.timeoutMs !== 0)
                        writer.uint32(56).uint32(message.timeoutMs);
                    if (message.priority != null && $Object.hasOwnProperty.call(message, "priority") && message.priority !== 0)
                        writer.uint32(64).int32(message.priority);
                    if (message.bare != null && $Object.hasOwnProperty.call(message, "bare") && message.bare !== false)
                        writer.uint32(72).bool(message.bare);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                BatchItem.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.batch.v1.BatchItem();
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
                                    message.method = value;
                                else
                                    delete message.method;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.url = value;
                                else
                                    delete message.url;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.headers && message.headers.length))
                                    message.headers = [];
                                message.headers.push($root.fairway.batch.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.body = value;
                                else
                                    delete message.body;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.dependsOn && message.dependsOn.length))
                                    message.dependsOn = [];
                                message.dependsOn.push(reader.stringVerify());
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.timeoutMs = value;
                                else
                                    delete message.timeoutMs;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.priority = value;
                                else
                                    delete message.priority;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.bare = value;
                                else
                                    delete message.bare;
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

                BatchItem.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.batch.v1.BatchItem)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.batch.v1.BatchItem: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.batch.v1.BatchItem();
                    if (object.id != null)
                        if (typeof object.id !== "string" || object.id.length)
                            message.id = $String(object.id);
                    if (object.method != null)
                        if (typeof object.method !== "string" || object.method.length)
                            message.method = $String(object.method);
                    if (object.url != null)
                        if (typeof object.url !== "string" || object.url.length)
                            message.url = $String(object.url);
                    if (object.headers) {
                        if (!$Array.isArray(object.headers))
                            throw $TypeError(".fairway.batch.v1.BatchItem.headers: array expected");
                        message.headers = $Array(object.headers.length);
                        for (let i = 0; i < object.headers.length; ++i) {
                            if (!$util.isObject(object.headers[i]))
                                throw $TypeError(".fairway.batch.v1.BatchItem.headers: object expected");
                            message.headers[i] = $root.fairway.batch.v1.Header.fromObject(object.headers[i], _depth + 1);
                        }
                    }
                    if (object.body != null)
                        if (object.body.length)
                            if (typeof object.body === "string")
                                $util.base64.decode(object.body, message.body = $util.newBuffer($util.base64.length(object.body)), 0);
                            else if (object.body.length >= 0)
                                message.body = object.body;
                    if (object.dependsOn) {
                        if (!$Array.isArray(object.dependsOn))
                            throw $TypeError(".fairway.batch.v1.BatchItem.dependsOn: array expected");
                        message.dependsOn = $Array(object.dependsOn.length);
                        for (let i = 0; i < object.dependsOn.length; ++i)
                            message.dependsOn[i] = $String(object.dependsOn[i]);
                    }
                    if (object.timeoutMs != null)
                        if ($Number(object.timeoutMs) !== 0)
                            message.timeoutMs = object.timeoutMs >>> 0;
                    if (object.priority != null)
                        if ($Number(object.priority) !== 0)
                            message.priority = object.priority | 0;
                    if (object.bare != null)
                        if (object.bare)
                            message.bare = $Boolean(object.bare);
                    return message;
                };

                BatchItem.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults) {
                        object.headers = [];
                        object.dependsOn = [];
                    }
                    if (options.defaults) {
                        object.id = "";
                        object.method = "";
                        object.url = "";
                        if (options.bytes === $String)
                            object.body = "";
                        else {
                            object.body = [];
                            if (options.bytes !== $Array)
                                object.body = $util.newBuffer(object.body);
                        }
                        object.timeoutMs = 0;
                        object.priority = 0;
                        object.bare = false;
                    }
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                        object.id = message.id;
                    if (message.method != null && $Object.hasOwnProperty.call(message, "method"))
                        object.method = message.method;
                    if (message.url != null && $Object.hasOwnProperty.call(message, "url"))
                        object.url = message.url;
                    if (message.headers && message.headers.length) {
                        object.headers = $Array(message.headers.length);
                        for (let j = 0; j < message.headers.length; ++j)
                            object.headers[j] = $root.fairway.batch.v1.Header.toObject(message.headers[j], options, _depth + 1);
                    }
                    if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                        object.body = options.bytes === $String ? $util.base64.encode(message.body, 0, message.body.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.body) : message.body;
                    if (message.dependsOn && message.dependsOn.length) {
                        object.dependsOn = $Array(message.dependsOn.length);
                        for (let j = 0; j < message.dependsOn.length; ++j)
                            object.dependsOn[j] = message.dependsOn[j];
                    }
                    if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs"))
                        object.timeoutMs = message.timeoutMs;
                    if (message.priority != null && $Object.hasOwnProperty.call(message, "priority"))
                        object.priority = message.priority;
                    if (message.bare != null && $Object.hasOwnProperty.call(message, "bare"))
                        object.bare = message.bare;
                    return object;
                };

                BatchItem.prototype.toJSON = function() {
                    return BatchItem.toObject(this, $protobuf.util.toJSONOptions);
                };

                return BatchItem;
            })();

            v1.Header = (function() {

                const Header = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Header.prototype.name = "";
                Header.prototype.value = "";

                Header.create = function(properties) {
                    return new Header(properties);
                };

                Header.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                        writer.uint32(10).string(message.name);
                    if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== "")
                        writer.uint32(18).string(message.value);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Header.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.batch.v1.Header();
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
                                    message.name = value;
                                else
                                    delete message.name;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.value = value;
                                else
                                    delete message.value;
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

                Header.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.batch.v1.Header)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.batch.v1.Header: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.batch.v1.Header();
                    if (object.name != null)
                        if (typeof object.name !== "string" || object.name.length)
                            message.name = $String(object.name);
                    if (object.value != null)
                        if (typeof object.value !== "string" || object.value.length)
                            message.value = $String(object.value);
                    return message;
                };

                Header.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.name = "";
                        object.value = "";
                    }
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                        object.name = message.name;
                    if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                        object.value = message.value;
                    return object;
                };

                Header.prototype.toJSON = function() {
                    return Header.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Header;
            })();

            v1.BatchResponse = (function() {

                const BatchResponse = function (properties) {
                    this.responses = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                BatchResponse.prototype.responses = $util.emptyArray;

                BatchResponse.create = function(properties) {
                    return new BatchResponse(properties);
                };

                BatchResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.responses != null && message.responses.length)
                        for (let i = 0; i < message.responses.length; ++i)
                            $root.fairway.batch.v1.BatchReply.encode(message.responses[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                BatchResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.batch.v1.BatchResponse();
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
                                message.responses.push($root.fairway.batch.v1.BatchReply.decode(reader, reader.size(), $undefined, _depth + 1));
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

                BatchResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.batch.v1.BatchResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.batch.v1.BatchResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.batch.v1.BatchResponse();
                    if (object.responses) {
                        if (!$Array.isArray(object.responses))
                            throw $TypeError(".fairway.batch.v1.BatchResponse.responses: array expected");
                        message.responses = $Array(object.responses.length);
                        for (let i = 0; i < object.responses.length; ++i) {
                            if (!$util.isObject(object.responses[i]))
                                throw $TypeError(".fairway.batch.v1.BatchResponse.responses: object expected");
                            message.responses[i] = $root.fairway.batch.v1.BatchReply.fromObject(object.responses[i], _depth + 1);
                        }
                    }
                    return message;
                };

                BatchResponse.toObject = function (message, options, _depth) {
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
                            object.responses[j] = $root.fairway.batch.v1.BatchReply.toObject(message.responses[j], options, _depth + 1);
                    }
                    return object;
                };

                BatchResponse.prototype.toJSON = function() {
                    return BatchResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return BatchResponse;
            })();

            v1.BatchReply = (function() {

                const BatchReply = function (properties) {
                    this.headers = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                BatchReply.prototype.id = "";
                BatchReply.prototype.status = 0;
                BatchReply.prototype.headers = $util.emptyArray;
                BatchReply.prototype.body = $util.newBuffer([]);
                BatchReply.prototype.sensitive = false;

                BatchReply.create = function(properties) {
                    return new BatchReply(properties);
                };

                BatchReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                        writer.uint32(10).string(message.id);
                    if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== 0)
                        writer.uint32(16).uint32(message.status);
                    if (message.headers != null && message.headers.length)
                        for (let i = 0; i < message.headers.length; ++i)
                            $root.fairway.batch.v1.Header.encode(message.headers[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                        writer.uint32(34).bytes(message.body);
                    if (message.sensitive != null && $Object.hasOwnProperty.call(message, "sensitive") && message.sensitive !== false)
                        writer.uint32(40).bool(message.sensitive);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                BatchReply.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.batch.v1.BatchReply();
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
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.status = value;
                                else
                                    delete message.status;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.headers && message.headers.length))
                                    message.headers = [];
                                message.headers.push($root.fairway.batch.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.body = value;
                                else
                                    delete message.body;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.sensitive = value;
                                else
                                    delete message.sensitive;
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

                BatchReply.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.batch.v1.BatchReply)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.batch.v1.BatchReply: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.batch.v1.BatchReply();
                    if (object.id != null)
                        if (typeof object.id !== "string" || object.id.length)
                            message.id = $String(object.id);
                    if (object.status != null)
                        if ($Number(object.status) !== 0)
                            message.status = object.status >>> 0;
                    if (object.headers) {
                        if (!$Array.isArray(object.headers))
                            throw $TypeError(".fairway.batch.v1.BatchReply.headers: array expected");
                        message.headers = $Array(object.headers.length);
                        for (let i = 0; i < object.headers.length; ++i) {
                            if (!$util.isObject(object.headers[i]))
                                throw $TypeError(".fairway.batch.v1.BatchReply.headers: object expected");
                            message.headers[i] = $root.fairway.batch.v1.Header.fromObject(object.headers[i], _depth + 1);
                        }
                    }
                    if (object.body != null)
                        if (object.body.length)
                            if (typeof object.body === "string")
                                $util.base64.decode(object.body, message.body = $util.newBuffer($util.base64.length(object.body)), 0);
                            else if (object.body.length >= 0)
                                message.body = object.body;
                    if (object.sensitive != null)
                        if (object.sensitive)
                            message.sensitive = $Boolean(object.sensitive);
                    return message;
                };

                BatchReply.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.headers = [];
                    if (options.defaults) {
                        object.id = "";
                        object.status = 0;
                        if (options.bytes === $String)
                            object.body = "";
                        else {
                            object.body = [];
                            if (options.bytes !== $Array)
                                object.body = $util.newBuffer(object.body);
                        }
                        object.sensitive = false;
                    }
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                        object.id = message.id;
                    if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                        object.status = message.status;
                    if (message.headers && message.headers.length) {
                        object.headers = $Array(message.headers.length);
                        for (let j = 0; j < message.headers.length; ++j)
                            object.headers[j] = $root.fairway.batch.v1.Header.toObject(message.headers[j], options, _depth + 1);
                    }
                    if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                        object.body = options.bytes === $String ? $util.base64.encode(message.body, 0, message.body.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.body) : message.body;
                    if (message.sensitive != null && $Object.hasOwnProperty.call(message, "sensitive"))
                        object.sensitive = message.sensitive;
                    return object;
                };

                BatchReply.prototype.toJSON = function() {
                    return BatchReply.toObject(this, $protobuf.util.toJSONOptions);
                };

                return BatchReply;
            })();

            v1.BatchFrame = (function() {

                const BatchFrame = function (properties) {
                    this.plain = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                BatchFrame.prototype.plain = $util.emptyArray;
                BatchFrame.prototype.packed = $util.newBuffer([]);

                BatchFrame.create = function(properties) {
                    return new BatchFrame(properties);
                };

                BatchFrame.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.plain != null && message.plain.length)
                        for (let i = 0; i < message.plain.length; ++i)
                            $root.fairway.batch.v1.BatchReply.encode(message.plain[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.packed != null && $Object.hasOwnProperty.call(message, "packed") && message.packed.length)
                        writer.uint32(18).bytes(message.packed);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                BatchFrame.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.batch.v1.BatchFrame();
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
                                if (!(message.plain && message.plain.length))
                                    message.plain = [];
                                message.plain.push($root.fairway.batch.v1.BatchReply.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.packed = value;
                                else
                                    delete message.packed;
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

                BatchFrame.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.batch.v1.BatchFrame)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.batch.v1.BatchFrame: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.batch.v1.BatchFrame();
                    if (object.plain) {
                        if (!$Array.isArray(object.plain))
                            throw $TypeError(".fairway.batch.v1.BatchFrame.plain: array expected");
                        message.plain = $Array(object.plain.length);
                        for (let i = 0; i < object.plain.length; ++i) {
                            if (!$util.isObject(object.plain[i]))
                                throw $TypeError(".fairway.batch.v1.BatchFrame.plain: object expected");
                            message.plain[i] = $root.fairway.batch.v1.BatchReply.fromObject(object.plain[i], _depth + 1);
                        }
                    }
                    if (object.packed != null)
                        if (object.packed.length)
                            if (typeof object.packed === "string")
                                $util.base64.decode(object.packed, message.packed = $util.newBuffer($util.base64.length(object.packed)), 0);
                            else if (object.packed.length >= 0)
                                message.packed = object.packed;
                    return message;
                };

                BatchFrame.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.plain = [];
                    if (options.defaults)
                        if (options.bytes === $String)
                            object.packed = "";
                        else {
                            object.packed = [];
                            if (options.bytes !== $Array)
                                object.packed = $util.newBuffer(object.packed);
                        }
                    if (message.plain && message.plain.length) {
                        object.plain = $Array(message.plain.length);
                        for (let j = 0; j < message.plain.length; ++j)
                            object.plain[j] = $root.fairway.batch.v1.BatchReply.toObject(message.plain[j], options, _depth + 1);
                    }
                    if (message.packed != null && $Object.hasOwnProperty.call(message, "packed"))
                        object.packed = options.bytes === $String ? $util.base64.encode(message.packed, 0, message.packed.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.packed) : message.packed;
                    return object;
                };

                BatchFrame.prototype.toJSON = function() {
                    return BatchFrame.toObject(this, $protobuf.util.toJSONOptions);
                };

                return BatchFrame;
            })();

            return v1;
        })();

        return batch;
    })();

    return fairway;
})();

export {
  $root as default
};
