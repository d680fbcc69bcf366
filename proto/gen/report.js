/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $TypeError = $util.global.TypeError, $String = $util.global.String, $Array = $util.global.Array, $Number = $util.global.Number, $Boolean = $util.global.Boolean;

const $root = $protobuf.roots["fairway_report"] || ($protobuf.roots["fairway_report"] = {});

export const fairway = $root.fairway = (() => {

    const fairway = {};

    fairway.report = (function() {

        const report = {};

        report.v1 = (function() {

            const v1 = {};

            v1.Report = (function() {

                const Report = function (properties) {
                    this.samples = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Report.prototype.sdkVersion = "";
                Report.prototype.appVersion = "";
                Report.prototype.platform = "";
                Report.prototype.samples = $util.emptyArray;
                Report.prototype.dropped = 0;

                Report.create = function(properties) {
                    return new Report(properties);
                };

                Report.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.sdkVersion != null && $Object.hasOwnProperty.call(message, "sdkVersion") && message.sdkVersion !== "")
                        writer.uint32(10).string(message.sdkVersion);
                    if (message.appVersion != null && $Object.hasOwnProperty.call(message, "appVersion") && message.appVersion !== "")
                        writer.uint32(18).string(message.appVersion);
                    if (message.platform != null && $Object.hasOwnProperty.call(message, "platform") && message.platform !== "")
                        writer.uint32(26).string(message.platform);
                    if (message.samples != null && message.samples.length)
                        for (let i = 0; i < message.samples.length; ++i)
                            $root.fairway.report.v1.Sample.encode(message.samples[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                    if (message.dropped != null && $Object.hasOwnProperty.call(message, "dropped") && message.dropped !== 0)
                        writer.uint32(40).uint32(message.dropped);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Report.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.report.v1.Report();
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
                                    message.sdkVersion = value;
                                else
                                    delete message.sdkVersion;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.appVersion = value;
                                else
                                    delete message.appVersion;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.platform = value;
                                else
                                    delete message.platform;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.samples && message.samples.length))
                                    message.samples = [];
                                message.samples.push($root.fairway.report.v1.Sample.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.dropped = value;
                                else
                                    delete message.dropped;
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

                Report.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.report.v1.Report)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.report.v1.Report: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.report.v1.Report();
                    if (object.sdkVersion != null)
                        if (typeof object.sdkVersion !== "string" || object.sdkVersion.length)
                            message.sdkVersion = $String(object.sdkVersion);
                    if (object.appVersion != null)
                        if (typeof object.appVersion !== "string" || object.appVersion.length)
                            message.appVersion = $String(object.appVersion);
                    if (object.platform != null)
                        if (typeof object.platform !== "string" || object.platform.length)
                            message.platform = $String(object.platform);
                    if (object.samples) {
                        if (!$Array.isArray(object.samples))
                            throw $TypeError(".fairway.report.v1.Report.samples: array expected");
                        message.samples = $Array(object.samples.length);
                        for (let i = 0; i < object.samples.length; ++i) {
                            if (!$util.isObject(object.samples[i]))
                                throw $TypeError(".fairway.report.v1.Report.samples: object expected");
                            message.samples[i] = $root.fairway.report.v1.Sample.fromObject(object.samples[i], _depth + 1);
                        }
                    }
                    if (object.dropped != null)
                        if ($Number(object.dropped) !== 0)
                            message.dropped = object.dropped >>> 0;
                    return message;
                };

                Report.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.samples = [];
                    if (options.defaults) {
                        object.sdkVersion = "";
                        object.appVersion = "";
                        object.platform = "";
                        object.dropped = 0;
                    }
                    if (message.sdkVersion != null && $Object.hasOwnProperty.call(message, "sdkVersion"))
                        object.sdkVersion = message.sdkVersion;
                    if (message.appVersion != null && $Object.hasOwnProperty.call(message, "appVersion"))
                        object.appVersion = message.appVersion;
                    if (message.platform != null && $Object.hasOwnProperty.call(message, "platform"))
                        object.platform = message.platform;
                    if (message.samples && message.samples.length) {
                        object.samples = $Array(message.samples.length);
                        for (let j = 0; j < message.samples.length; ++j)
                            object.samples[j] = $root.fairway.report.v1.Sample.toObject(message.samples[j], options, _depth + 1);
                    }
                    if (message.dropped != null && $Object.hasOwnProperty.call(message, "dropped"))
                        object.dropped = message.dropped;
                    return object;
                };

                Report.prototype.toJSON = function() {
                    return Report.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Report;
            })();

            v1.Accepted = (function() {

                const Accepted = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Accepted.prototype.oneIn = 0;

                Accepted.create = function(properties) {
                    return new Accepted(properties);
                };

                Accepted.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.oneIn != null && $Object.hasOwnProperty.call(message, "oneIn") && message.oneIn !== 0)
                        writer.uint32(8).uint32(message.oneIn);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Accepted.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.report.v1.Accepted();
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
                                    message.oneIn = value;
                                else
                                    delete message.oneIn;
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

                Accepted.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.report.v1.Accepted)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.report.v1.Accepted: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.report.v1.Accepted();
                    if (object.oneIn != null)
                        if ($Number(object.oneIn) !== 0)
                            message.oneIn = object.oneIn >>> 0;
                    return message;
                };

                Accepted.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.oneIn = 0;
                    if (message.oneIn != null && $Object.hasOwnProperty.call(message, "oneIn"))
                        object.oneIn = message.oneIn;
                    return object;
                };

                Accepted.prototype.toJSON = function() {
                    return Accepted.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Accepted;
            })();

            v1.Sample = (function() {

                const Sample = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Sample.prototype.ageMs = 0;
                Sample.prototype.weight = 0;
                Sample.prototype.method = "";
                Sample.prototype.path = "";
                Sample.prototype.outcome = 0;
                Sample.prototype.status = 0;
                Sample.prototype.network = 0;
                Sample.prototype.found = 0;
                Sample.prototype.edge = "";
                Sample.prototype.address = "";
                Sample.prototype.attempts = 0;
                Sample.prototype.moved = false;
                Sample.prototype.dnsMs = null;
                Sample.prototype.connectMs = null;
                Sample.prototype.tlsMs = null;
                Sample.prototype.firstByteMs = null;
                Sample.prototype.totalMs = 0;
                Sample.prototype.bytesOut = 0;
                Sample.prototype.bytesIn = 0;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Sample.prototype, "_dnsMs", {
                    get: $util.oneOfGetter($oneOfFields = ["dnsMs"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Sample.prototype, "_connectMs", {
                    get: $util.oneOfGetter($oneOfFields = ["connectMs"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Sample.prototype, "_tlsMs", {
                    get: $util.oneOfGetter($oneOfFields = ["tlsMs"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Sample.prototype, "_firstByteMs", {
                    get: $util.oneOfGetter($oneOfFields = ["firstByteMs"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                Sample.create = function(properties) {
                    return new Sample(properties);
                };

                Sample.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.ageMs != null && $Object.hasOwnProperty.call(message, "ageMs") && message.ageMs !== 0)
                        writer.uint32(8).uint32(message.ageMs);
                    if (message.weight != null && $Object.hasOwnProperty.call(message, "weight") && message.weight !== 0)
                        writer.uint32(16).uint32(message.weight);
                    if (message.method != null && $Object.hasOwnProperty.call(message, "method") && message.method !== "")
                        writer.uint32(26).string(message.method);
                    if (message.path != null && $Object.hasOwnProperty.call(message, "path") && message.path !== "")
                        writer.uint32(34).string(message.path);
                    if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                        writer.uint32(40).int32(message.outcome);
                    if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== 0)
                        writer.uint32(48).uint32(message.status);
                    if (message.network != null && $Object.hasOwnProperty.call(message, "network") && message.network !== 0)
                        writer.uint32(56).int32(message.network);
                    if (message.found != null && $Object.hasOwnProperty.call(message, "found") && message.found !== 0)
                        writer.uint32(64).int32(message.found);
                    if (message.edge != null && $Object.hasOwnProperty.call(message, "edge") && message.edge !== "")
                        writer.uint32(74).string(message.edge);
                    if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                        writer.uint32(82).string(message.address);
                    if (message.attempts != null && $Object.hasOwnProperty.call(message, "attempts") && message.attempts !== 0)
                        writer.uint32(88).uint32(message.attempts);
                    if (message.moved != null && $Object.hasOwnProperty.call(message, "moved") && message.moved !== false)
                        writer.uint32(96).bool(message.moved);
                    if (message.dnsMs != null && $Object.hasOwnProperty.call(message, "dnsMs"))
                        writer.uint32(104).uint32(message.dnsMs);
                    if (message.connectMs != null && $Object.hasOwnProperty.call(message, "connectMs"))
                        writer.uint32(112).uint32(message.connectMs);
                    if (message.tlsMs != null && $Object.hasOwnProperty.call(message, "tlsMs"))
                        writer.uint32(120).uint32(message.tlsMs);
                    if (message.firstByteMs != null && $Object.hasOwnProperty.call(message, "firstByteMs"))
                        writer.uint32(128).uint32(message.firstByteMs);
                    if (message.totalMs != null && $Object.hasOwnProperty.call(message, "totalMs") && message.totalMs !== 0)
                        writer.uint32(136).uint32(message.totalMs);
                    if (message.bytesOut != null && $Object.hasOwnProperty.call(message, "bytesOut") && message.bytesOut !== 0)
                        writer.uint32(144).uint32(message.bytesOut);
                    if (message.bytesIn != null && $Object.hasOwnProperty.call(message, "bytesIn") && message.bytesIn !== 0)
                        writer.uint32(152).uint32(message.bytesIn);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Sample.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.report.v1.Sample();
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
                                    message.ageMs = value;
                                else
                                    delete message.ageMs;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.weight = value;
                                else
                                    delete message.weight;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.method = value;
                                else
                                    delete message.method;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.path = value;
                                else
                                    delete message.path;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.outcome = value;
                                else
                                    delete message.outcome;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.status = value;
                                else
                                    delete message.status;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.network = value;
                                else
                                    delete message.network;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.found = value;
                                else
                                    delete message.found;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.edge = value;
                                else
                                    delete message.edge;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.address = value;
                                else
                                    delete message.address;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.attempts = value;
                                else
                                    delete message.attempts;
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.moved = value;
                                else
                                    delete message.moved;
                                continue;
                            }
                        case 13: {
                                if (wireType !== 0)
                                    break;
                                message.dnsMs = reader.uint32();
                                message._dnsMs = "dnsMs";
                                continue;
                            }
                        case 14: {
                                if (wireType !== 0)
                                    break;
                                message.connectMs = reader.uint32();
                                message._connectMs = "connectMs";
                                continue;
                            }
                        case 15: {
                                if (wireType !== 0)
                                    break;
                                message.tlsMs = reader.uint32();
                                message._tlsMs = "tlsMs";
                                continue;
                            }
                        case 16: {
                                if (wireType !== 0)
                                    break;
                                message.firstByteMs = reader.uint32();
                                message._firstByteMs = "firstByteMs";
                                continue;
                            }
                        case 17: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.totalMs = value;
                                else
                                    delete message.totalMs;
                                continue;
                            }
                        case 18: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.bytesOut = value;
                                else
                                    delete message.bytesOut;
                                continue;
                            }
                        case 19: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.bytesIn = value;
                                else
                                    delete message.bytesIn;
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

                Sample.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.report.v1.Sample)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.report.v1.Sample: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.report.v1.Sample();
                    if (object.ageMs != null)
                        if ($Number(object.ageMs) !== 0)
                            message.ageMs = object.ageMs >>> 0;
                    if (object.weight != null)
                        if ($Number(object.weight) !== 0)
                            message.weight = object.weight >>> 0;
                    if (object.method != null)
                        if (typeof object.method !== "string" || object.method.length)
                            message.method = $String(object.method);
                    if (object.path != null)
                        if (typeof object.path !== "string" || object.path.length)
                            message.path = $String(object.path);
                    if (object.outcome !== 0 && (typeof object.outcome !== "string" || $root.fairway.report.v1.Outcome[object.outcome] !== 0))
                        switch (object.outcome) {
                        case "OUTCOME_UNSPECIFIED":
                        case 0:
                            message.outcome = 0;
                            break;
                        case "ANSWERED":
                        case 1:
                            message.outcome = 1;
                            break;
                        case "CANCELED":
                        case 2:
                            message.outcome = 2;
                            break;
                        case "OFFLINE":
                        case 3:
                            message.outcome = 3;
                            break;
                        case "UNREACHABLE":
                        case 4:
                            message.outcome = 4;
                            break;
                        case "REFUSED":
                        case 5:
                            message.outcome = 5;
                            break;
                        case "LOST":
                        case 6:
                            message.outcome = 6;
                            break;
                        default:
                            if (typeof object.outcome === "number" && (object.outcome | 0) === object.outcome)
                                message.outcome = object.outcome;
                        }
                    if (object.status != null)
                        if ($Number(object.status) !== 0)
                            message.status = object.status >>> 0;
                    if (object.network !== 0 && (typeof object.network !== "string" || $root.fairway.report.v1.Network[object.network] !== 0))
                        switch (object.network) {
                        case "NETWORK_UNSPECIFIED":
                        case 0:
                            message.network = 0;
                            break;
                        case "WIFI":
                        case 1:
                            message.network = 1;
                            break;
                        case "CELLULAR":
                        case 2:
                            message.network = 2;
                            break;
                        case "ETHERNET":
                        case 3:
                            message.network = 3;
                            break;
                        case "OTHER":
                        case 4:
                            message.network = 4;
                            break;
                        case "NONE":
                        case 5:
                            message.network = 5;
                            break;
                        default:
                            if (typeof object.network === "number" && (object.network | 0) === object.network)
                                message.network = object.network;
                        }
                    if (object.found !== 0 && (typeof object.found !== "string" || $root.fairway.report.v1.Found[object.found] !== 0))
                        switch (object.found) {
                        case "FOUND_UNSPECIFIED":
                        case 0:
                            message.found = 0;
                            break;
                        case "MEMORY":
                        case 1:
                            message.found = 1;
                            break;
                        case "PERSISTENT":
                        case 2:
                            message.found = 2;
                            break;
                        case "HTTPDNS":
                        case 3:
                            message.found = 3;
                            break;
                        case "STALE":
                        case 4:
                            message.found = 4;
                            break;
                        case "SYSTEM":
                        case 5:
                            message.found = 5;
                            break;
                        default:
                            if (typeof object.found === "number" && (object.found | 0) === object.found)
                                message.found = object.found;
                        }
                    if (object.edge != null)
                        if (typeof object.edge !== "string" || object.edge.length)
                            message.edge = $String(object.edge);
                    if (object.address != null)
                        if (typeof object.address !== "string" || object.address.length)
                            message.address = $String(object.address);
                    if (object.attempts != null)
                        if ($Number(object.attempts) !== 0)
                            message.attempts = object.attempts >>> 0;
                    if (object.moved != null)
                        if (object.moved)
                            message.moved = $Boolean(object.moved);
                    if (object.dnsMs != null)
                        message.dnsMs = object.dnsMs >>> 0;
                    if (object.connectMs != null)
                        message.connectMs = object.connectMs >>> 0;
                    if (object.tlsMs != null)
                        message.tlsMs = object.tlsMs >>> 0;
                    if (object.firstByteMs != null)
                        message.firstByteMs = object.firstByteMs >>> 0;
                    if (object.totalMs != null)
                        if ($Number(object.totalMs) !== 0)
                            message.totalMs = object.totalMs >>> 0;
                    if (object.bytesOut != null)
                        if ($Number(object.bytesOut) !== 0)
                            message.bytesOut = object.bytesOut >>> 0;
                    if (object.bytesIn != null)
                        if ($Number(object.bytesIn) !== 0)
                            message.bytesIn = object.bytesIn >>> 0;
                    return message;
                };

                Sample.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.ageMs = 0;
                        object.weight = 0;
                        object.method = "";
                        object.path = "";
                        object.outcome = options.enums === $String ? "OUTCOME_UNSPECIFIED" : 0;
                        object.status = 0;
                        object.network = options.enums === $String ? "NETWORK_UNSPECIFIED" : 0;
                        object.found = options.enums === $String ? "FOUND_UNSPECIFIED" : 0;
                        object.edge = "";
                        object.address = "";
                        object.attempts = 0;
                        object.moved = false;
                        object.totalMs = 0;
                        object.bytesOut = 0;
                        object.bytesIn = 0;
                    }
                    if (message.ageMs != null && $Object.hasOwnProperty.call(message, "ageMs"))
                        object.ageMs = message.ageMs;
                    if (message.weight != null && $Object.hasOwnProperty.call(message, "weight"))
                        object.weight = message.weight;
                    if (message.method != null && $Object.hasOwnProperty.call(message, "method"))
                        object.method = message.method;
                    if (message.path != null && $Object.hasOwnProperty.call(message, "path"))
                        object.path = message.path;
                    if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome"))
                        object.outcome = options.enums === $String ? $root.fairway.report.v1.Outcome[message.outcome] === $undefined ? message.outcome : $root.fairway.report.v1.Outcome[message.outcome] : message.outcome;
                    if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                        object.status = message.status;
                    if (message.network != null && $Object.hasOwnProperty.call(message, "network"))
                        object.network = options.enums === $String ? $root.fairway.report.v1.Network[message.network] === $undefined ? message.network : $root.fairway.report.v1.Network[message.network] : message.network;
                    if (message.found != null && $Object.hasOwnProperty.call(message, "found"))
                        object.found = options.enums === $String ? $root.fairway.report.v1.Found[message.found] === $undefined ? message.found : $root.fairway.report.v1.Found[message.found] : message.found;
                    if (message.edge != null && $Object.hasOwnProperty.call(message, "edge"))
                        object.edge = message.edge;
                    if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                        object.address = message.address;
                    if (message.attempts != null && $Object.hasOwnProperty.call(message, "attempts"))
                        object.attempts = message.attempts;
                    if (message.moved != null && $Object.hasOwnProperty.call(message, "moved"))
                        object.moved = message.moved;
                    if (message.dnsMs != null && $Object.hasOwnProperty.call(message, "dnsMs"))
                        object.dnsMs = message.dnsMs;
                    if (message.connectMs != null && $Object.hasOwnProperty.call(message, "connectMs"))
                        object.connectMs = message.connectMs;
                    if (message.tlsMs != null && $Object.hasOwnProperty.call(message, "tlsMs"))
                        object.tlsMs = message.tlsMs;
                    if (message.firstByteMs != null && $Object.hasOwnProperty.call(message, "firstByteMs"))
                        object.firstByteMs = message.firstByteMs;
                    if (message.totalMs != null && $Object.hasOwnProperty.call(message, "totalMs"))
                        object.totalMs = message.totalMs;
                    if (message.bytesOut != null && $Object.hasOwnProperty.call(message, "bytesOut"))
                        object.bytesOut = message.bytesOut;
                    if (message.bytesIn != null && $Object.hasOwnProperty.call(message, "bytesIn"))
                        object.bytesIn = message.bytesIn;
                    return object;
                };

                Sample.prototype.toJSON = function() {
                    return Sample.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Sample;
            })();

            v1.Outcome = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "OUTCOME_UNSPECIFIED"] = 0;
                values[valuesById[1] = "ANSWERED"] = 1;
                values[valuesById[2] = "CANCELED"] = 2;
                values[valuesById[3] = "OFFLINE"] = 3;
                values[valuesById[4] = "UNREACHABLE"] = 4;
                values[valuesById[5] = "REFUSED"] = 5;
                values[valuesById[6] = "LOST"] = 6;
                return values;
            })();

            v1.Network = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "NETWORK_UNSPECIFIED"] = 0;
                values[valuesById[1] = "WIFI"] = 1;
                values[valuesById[2] = "CELLULAR"] = 2;
                values[valuesById[3] = "ETHERNET"] = 3;
                values[valuesById[4] = "OTHER"] = 4;
                values[valuesById[5] = "NONE"] = 5;
                return values;
            })();

            v1.Found = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "FOUND_UNSPECIFIED"] = 0;
                values[valuesById[1] = "MEMORY"] = 1;
                values[valuesById[2] = "PERSISTENT"] = 2;
                values[valuesById[3] = "HTTPDNS"] = 3;
                values[valuesById[4] = "STALE"] = 4;
                values[valuesById[5] = "SYSTEM"] = 5;
                return values;
            })();

            return v1;
        })();

        return report;
    })();

    return fairway;
})();

export {
  $root as default
};
