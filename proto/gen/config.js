/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $TypeError = $util.global.TypeError, $String = $util.global.String, $Boolean = $util.global.Boolean, $Number = $util.global.Number, $Array = $util.global.Array, $isFinite = $util.global.isFinite, $parseInt = $util.global.parseInt, $BigInt = $util.global.BigInt;

const $root = $protobuf.roots["fairway_config"] || ($protobuf.roots["fairway_config"] = {});

export const fairway = $root.fairway = (() => {

    const fairway = {};

    fairway.config = (function() {

        const config = {};

        config.v1 = (function() {

            const v1 = {};

            v1.Service = (function() {

                const Service = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Service.prototype.service = "";
                Service.prototype.idc = "";

                Service.create = function(properties) {
                    return new Service(properties);
                };

                Service.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service") && message.service !== "")
                        writer.uint32(10).string(message.service);
                    if (message.idc != null && $Object.hasOwnProperty.call(message, "idc") && message.idc !== "")
                        writer.uint32(18).string(message.idc);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Service.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.Service();
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
                                    message.service = value;
                                else
                                    delete message.service;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.idc = value;
                                else
                                    delete message.idc;
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

                Service.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.Service)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.Service: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.Service();
                    if (object.service != null)
                        if (typeof object.service !== "string" || object.service.length)
                            message.service = $String(object.service);
                    if (object.idc != null)
                        if (typeof object.idc !== "string" || object.idc.length)
                            message.idc = $String(object.idc);
                    return message;
                };

                Service.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.service = "";
                        object.idc = "";
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = message.service;
                    if (message.idc != null && $Object.hasOwnProperty.call(message, "idc"))
                        object.idc = message.idc;
                    return object;
                };

                Service.prototype.toJSON = function() {
                    return Service.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Service;
            })();

            v1.ValueType = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "VALUE_TYPE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "VALUE_TYPE_TEXT"] = 1;
                values[valuesById[2] = "VALUE_TYPE_NUMBER"] = 2;
                values[valuesById[3] = "VALUE_TYPE_BOOLEAN"] = 3;
                values[valuesById[4] = "VALUE_TYPE_JSON"] = 4;
                values[valuesById[5] = "VALUE_TYPE_DURATION"] = 5;
                return values;
            })();

            v1.Entry = (function() {

                const Entry = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Entry.prototype.section = "";
                Entry.prototype.key = "";
                Entry.prototype.type = 0;
                Entry.prototype.value = "";
                Entry.prototype.secret = false;
                Entry.prototype.comment = "";
                Entry.prototype.revision = 0;

                Entry.create = function(properties) {
                    return new Entry(properties);
                };

                Entry.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.section != null && $Object.hasOwnProperty.call(message, "section") && message.section !== "")
                        writer.uint32(10).string(message.section);
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                        writer.uint32(18).string(message.key);
                    if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== 0)
                        writer.uint32(24).int32(message.type);
                    if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== "")
                        writer.uint32(34).string(message.value);
                    if (message.secret != null && $Object.hasOwnProperty.call(message, "secret") && message.secret !== false)
                        writer.uint32(40).bool(message.secret);
                    if (message.comment != null && $Object.hasOwnProperty.call(message, "comment") && message.comment !== "")
                        writer.uint32(50).string(message.comment);
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                        writer.uint32(56).uint32(message.revision);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Entry.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.Entry();
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
                                    message.section = value;
                                else
                                    delete message.section;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.key = value;
                                else
                                    delete message.key;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.type = value;
                                else
                                    delete message.type;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.value = value;
                                else
                                    delete message.value;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.secret = value;
                                else
                                    delete message.secret;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.comment = value;
                                else
                                    delete message.comment;
                                continue;
                            }
                        case 7: {
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

                Entry.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.Entry)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.Entry: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.Entry();
                    if (object.section != null)
                        if (typeof object.section !== "string" || object.section.length)
                            message.section = $String(object.section);
                    if (object.key != null)
                        if (typeof object.key !== "string" || object.key.length)
                            message.key = $String(object.key);
                    if (object.type !== 0 && (typeof object.type !== "string" || $root.fairway.config.v1.ValueType[object.type] !== 0))
                        switch (object.type) {
                        case "VALUE_TYPE_UNSPECIFIED":
                        case 0:
                            message.type = 0;
                            break;
                        case "VALUE_TYPE_TEXT":
                        case 1:
                            message.type = 1;
                            break;
                        case "VALUE_TYPE_NUMBER":
                        case 2:
                            message.type = 2;
                            break;
                        case "VALUE_TYPE_BOOLEAN":
                        case 3:
                            message.type = 3;
                            break;
                        case "VALUE_TYPE_JSON":
                        case 4:
                            message.type = 4;
                            break;
                        case "VALUE_TYPE_DURATION":
                        case 5:
                            message.type = 5;
                            break;
                        default:
                            if (typeof object.type === "number" && (object.type | 0) === object.type)
                                message.type = object.type;
                        }
                    if (object.value != null)
                        if (typeof object.value !== "string" || object.value.length)
                            message.value = $String(object.value);
                    if (object.secret != null)
                        if (object.secret)
                            message.secret = $Boolean(object.secret);
                    if (object.comment != null)
                        if (typeof object.comment !== "string" || object.comment.length)
                            message.comment = $String(object.comment);
                    if (object.revision != null)
                        if ($Number(object.revision) !== 0)
                            message.revision = object.revision >>> 0;
                    return message;
                };

                Entry.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.section = "";
                        object.key = "";
                        object.type = options.enums === $String ? "VALUE_TYPE_UNSPECIFIED" : 0;
                        object.value = "";
                        object.secret = false;
                        object.comment = "";
                        object.revision = 0;
                    }
                    if (message.section != null && $Object.hasOwnProperty.call(message, "section"))
                        object.section = message.section;
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                        object.key = message.key;
                    if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                        object.type = options.enums === $String ? $root.fairway.config.v1.ValueType[message.type] === $undefined ? message.type : $root.fairway.config.v1.ValueType[message.type] : message.type;
                    if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                        object.value = message.value;
                    if (message.secret != null && $Object.hasOwnProperty.call(message, "secret"))
                        object.secret = message.secret;
                    if (message.comment != null && $Object.hasOwnProperty.call(message, "comment"))
                        object.comment = message.comment;
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                        object.revision = message.revision;
                    return object;
                };

                Entry.prototype.toJSON = function() {
                    return Entry.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Entry;
            })();

            v1.DraftEntry = (function() {

                const DraftEntry = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                DraftEntry.prototype.entry = null;
                DraftEntry.prototype.deleted = false;
                DraftEntry.prototype.author = "";
                DraftEntry.prototype.editedAt = null;

                DraftEntry.create = function(properties) {
                    return new DraftEntry(properties);
                };

                DraftEntry.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.entry != null && $Object.hasOwnProperty.call(message, "entry"))
                        $root.fairway.config.v1.Entry.encode(message.entry, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.deleted != null && $Object.hasOwnProperty.call(message, "deleted") && message.deleted !== false)
                        writer.uint32(16).bool(message.deleted);
                    if (message.author != null && $Object.hasOwnProperty.call(message, "author") && message.author !== "")
                        writer.uint32(26).string(message.author);
                    if (message.editedAt != null && $Object.hasOwnProperty.call(message, "editedAt"))
                        $root.google.protobuf.Timestamp.encode(message.editedAt, writer.uint32(34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                DraftEntry.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.DraftEntry();
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
                                message.entry = $root.fairway.config.v1.Entry.decode(reader, reader.size(), $undefined, _depth + 1, message.entry);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.deleted = value;
                                else
                                    delete message.deleted;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.author = value;
                                else
                                    delete message.author;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.editedAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.editedAt);
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

                DraftEntry.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.DraftEntry)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.DraftEntry: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.DraftEntry();
                    if (object.entry != null) {
                        if (!$util.isObject(object.entry))
                            throw $TypeError(".fairway.config.v1.DraftEntry.entry: object expected");
                        message.entry = $root.fairway.config.v1.Entry.fromObject(object.entry, _depth + 1);
                    }
                    if (object.deleted != null)
                        if (object.deleted)
                            message.deleted = $Boolean(object.deleted);
                    if (object.author != null)
                        if (typeof object.author !== "string" || object.author.length)
                            message.author = $String(object.author);
                    if (object.editedAt != null) {
                        if (!$util.isObject(object.editedAt))
                            throw $TypeError(".fairway.config.v1.DraftEntry.editedAt: object expected");
                        message.editedAt = $root.google.protobuf.Timestamp.fromObject(object.editedAt, _depth + 1);
                    }
                    return message;
                };

                DraftEntry.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.entry = null;
                        object.deleted = false;
                        object.author = "";
                        object.editedAt = null;
                    }
                    if (message.entry != null && $Object.hasOwnProperty.call(message, "entry"))
                        object.entry = $root.fairway.config.v1.Entry.toObject(message.entry, options, _depth + 1);
                    if (message.deleted != null && $Object.hasOwnProperty.call(message, "deleted"))
                        object.deleted = message.deleted;
                    if (message.author != null && $Object.hasOwnProperty.call(message, "author"))
                        object.author = message.author;
                    if (message.editedAt != null && $Object.hasOwnProperty.call(message, "editedAt"))
                        object.editedAt = $root.google.protobuf.Timestamp.toObject(message.editedAt, options, _depth + 1);
                    return object;
                };

                DraftEntry.prototype.toJSON = function() {
                    return DraftEntry.toObject(this, $protobuf.util.toJSONOptions);
                };

                return DraftEntry;
            })();

            v1.GrayRule = (function() {

                const GrayRule = function (properties) {
                    this.labels = {};
                    this.nodes = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                GrayRule.prototype.percent = 0;
                GrayRule.prototype.labels = $util.emptyObject;
                GrayRule.prototype.nodes = $util.emptyArray;

                GrayRule.create = function(properties) {
                    return new GrayRule(properties);
                };

                GrayRule.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.percent != null && $Object.hasOwnProperty.call(message, "percent") && !$Object.is(message.percent, 0))
                        writer.uint32(9).double(message.percent);
                    if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
                        for (let keys = $Object.keys(message.labels), i = 0; i < keys.length; ++i)
                            writer.uint32(18).fork().uint32(10).string(keys[i]).uint32(18).string(message.labels[keys[i]]).ldelim();
                    if (message.nodes != null && message.nodes.length)
                        for (let i = 0; i < message.nodes.length; ++i)
                            writer.uint32(26).string(message.nodes[i]);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                GrayRule.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.GrayRule();
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
                                if (!$Object.is(value = reader.double(), 0))
                                    message.percent = value;
                                else
                                    delete message.percent;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (message.labels === $util.emptyObject)
                                    message.labels = {};
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
                                    $util.makeProp(message.labels, key);
                                message.labels[key] = value;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.nodes && message.nodes.length))
                                    message.nodes = [];
                                message.nodes.push(reader.stringVerify());
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

                GrayRule.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.GrayRule)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.GrayRule: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.GrayRule();
                    if (object.percent != null)
                        if (!$Object.is($Number(object.percent), 0))
                            message.percent = $Number(object.percent);
                    if (object.labels) {
                        if (!$util.isObject(object.labels))
                            throw $TypeError(".fairway.config.v1.GrayRule.labels: object expected");
                        message.labels = {};
                        for (let keys = $Object.keys(object.labels), i = 0; i < keys.length; ++i) {
                            if (keys[i] === "__proto__")
                                $util.makeProp(message.labels, keys[i]);
                            message.labels[keys[i]] = $String(object.labels[keys[i]]);
                        }
                    }
                    if (object.nodes) {
                        if (!$Array.isArray(object.nodes))
                            throw $TypeError(".fairway.config.v1.GrayRule.nodes: array expected");
                        message.nodes = $Array(object.nodes.length);
                        for (let i = 0; i < object.nodes.length; ++i)
                            message.nodes[i] = $String(object.nodes[i]);
                    }
                    return message;
                };

                GrayRule.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.nodes = [];
                    if (options.objects || options.defaults)
                        object.labels = {};
                    if (options.defaults)
                        object.percent = 0;
                    if (message.percent != null && $Object.hasOwnProperty.call(message, "percent"))
                        object.percent = options.json && !$isFinite(message.percent) ? $String(message.percent) : message.percent;
                    let keys2;
                    if (message.labels && (keys2 = $Object.keys(message.labels)).length) {
                        object.labels = {};
                        for (let j = 0; j < keys2.length; ++j) {
                            if (keys2[j] === "__proto__")
                                $util.makeProp(object.labels, keys2[j]);
                            object.labels[keys2[j]] = message.labels[keys2[j]];
                        }
                    }
                    if (message.nodes && message.nodes.length) {
                        object.nodes = $Array(message.nodes.length);
                        for (let j = 0; j < message.nodes.length; ++j)
                            object.nodes[j] = message.nodes[j];
                    }
                    return object;
                };

                GrayRule.prototype.toJSON = function() {
                    return GrayRule.toObject(this, $protobuf.util.toJSONOptions);
                };

                return GrayRule;
            })();

            v1.Gray = (function() {

                const Gray = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Gray.prototype.version = 0;
                Gray.prototype.rule = null;

                Gray.create = function(properties) {
                    return new Gray(properties);
                };

                Gray.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                        writer.uint32(8).uint32(message.version);
                    if (message.rule != null && $Object.hasOwnProperty.call(message, "rule"))
                        $root.fairway.config.v1.GrayRule.encode(message.rule, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Gray.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.Gray();
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
                                    message.version = value;
                                else
                                    delete message.version;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.rule = $root.fairway.config.v1.GrayRule.decode(reader, reader.size(), $undefined, _depth + 1, message.rule);
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

                Gray.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.Gray)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.Gray: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.Gray();
                    if (object.version != null)
                        if ($Number(object.version) !== 0)
                            message.version = object.version >>> 0;
                    if (object.rule != null) {
                        if (!$util.isObject(object.rule))
                            throw $TypeError(".fairway.config.v1.Gray.rule: object expected");
                        message.rule = $root.fairway.config.v1.GrayRule.fromObject(object.rule, _depth + 1);
                    }
                    return message;
                };

                Gray.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.version = 0;
                        object.rule = null;
                    }
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                        object.version = message.version;
                    if (message.rule != null && $Object.hasOwnProperty.call(message, "rule"))
                        object.rule = $root.fairway.config.v1.GrayRule.toObject(message.rule, options, _depth + 1);
                    return object;
                };

                Gray.prototype.toJSON = function() {
                    return Gray.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Gray;
            })();

            v1.CreateServiceRequest = (function() {

                const CreateServiceRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                CreateServiceRequest.prototype.service = null;

                CreateServiceRequest.create = function(properties) {
                    return new CreateServiceRequest(properties);
                };

                CreateServiceRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                CreateServiceRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.CreateServiceRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
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

                CreateServiceRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.CreateServiceRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.CreateServiceRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.CreateServiceRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.CreateServiceRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    return message;
                };

                CreateServiceRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.service = null;
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    return object;
                };

                CreateServiceRequest.prototype.toJSON = function() {
                    return CreateServiceRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return CreateServiceRequest;
            })();

            v1.CreateServiceResponse = (function() {

                const CreateServiceResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                CreateServiceResponse.prototype.created = false;

                CreateServiceResponse.create = function(properties) {
                    return new CreateServiceResponse(properties);
                };

                CreateServiceResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.created != null && $Object.hasOwnProperty.call(message, "created") && message.created !== false)
                        writer.uint32(8).bool(message.created);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                CreateServiceResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.CreateServiceResponse();
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
                                    message.created = value;
                                else
                                    delete message.created;
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

                CreateServiceResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.CreateServiceResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.CreateServiceResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.CreateServiceResponse();
                    if (object.created != null)
                        if (object.created)
                            message.created = $Boolean(object.created);
                    return message;
                };

                CreateServiceResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.created = false;
                    if (message.created != null && $Object.hasOwnProperty.call(message, "created"))
                        object.created = message.created;
                    return object;
                };

                CreateServiceResponse.prototype.toJSON = function() {
                    return CreateServiceResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return CreateServiceResponse;
            })();

            v1.GetTreeRequest = (function() {

                const GetTreeRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                GetTreeRequest.prototype.service = null;

                GetTreeRequest.create = function(properties) {
                    return new GetTreeRequest(properties);
                };

                GetTreeRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                GetTreeRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.GetTreeRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
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

                GetTreeRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.GetTreeRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.GetTreeRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.GetTreeRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.GetTreeRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    return message;
                };

                GetTreeRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.service = null;
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    return object;
                };

                GetTreeRequest.prototype.toJSON = function() {
                    return GetTreeRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return GetTreeRequest;
            })();

            v1.Tree = (function() {

                const Tree = function (properties) {
                    this.entries = [];
                    this.draft = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Tree.prototype.revision = 0;
                Tree.prototype.version = 0;
                Tree.prototype.gray = null;
                Tree.prototype.entries = $util.emptyArray;
                Tree.prototype.draft = $util.emptyArray;
                Tree.prototype.open = false;
                Tree.prototype.hasSchema = false;

                Tree.create = function(properties) {
                    return new Tree(properties);
                };

                Tree.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                        writer.uint32(8).uint32(message.revision);
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                        writer.uint32(16).uint32(message.version);
                    if (message.gray != null && $Object.hasOwnProperty.call(message, "gray"))
                        $root.fairway.config.v1.Gray.encode(message.gray, writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.entries != null && message.entries.length)
                        for (let i = 0; i < message.entries.length; ++i)
                            $root.fairway.config.v1.Entry.encode(message.entries[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                    if (message.draft != null && message.draft.length)
                        for (let i = 0; i < message.draft.length; ++i)
                            $root.fairway.config.v1.DraftEntry.encode(message.draft[i], writer.uint32(42).fork(), _depth + 1).ldelim();
                    if (message.open != null && $Object.hasOwnProperty.call(message, "open") && message.open !== false)
                        writer.uint32(48).bool(message.open);
                    if (message.hasSchema != null && $Object.hasOwnProperty.call(message, "hasSchema") && message.hasSchema !== false)
                        writer.uint32(56).bool(message.hasSchema);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Tree.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.Tree();
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
                                    message.revision = value;
                                else
                                    delete message.revision;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.version = value;
                                else
                                    delete message.version;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.gray = $root.fairway.config.v1.Gray.decode(reader, reader.size(), $undefined, _depth + 1, message.gray);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.entries && message.entries.length))
                                    message.entries = [];
                                message.entries.push($root.fairway.config.v1.Entry.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.draft && message.draft.length))
                                    message.draft = [];
                                message.draft.push($root.fairway.config.v1.DraftEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.open = value;
                                else
                                    delete message.open;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.hasSchema = value;
                                else
                                    delete message.hasSchema;
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

                Tree.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.Tree)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.Tree: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.Tree();
                    if (object.revision != null)
                        if ($Number(object.revision) !== 0)
                            message.revision = object.revision >>> 0;
                    if (object.version != null)
                        if ($Number(object.version) !== 0)
                            message.version = object.version >>> 0;
                    if (object.gray != null) {
                        if (!$util.isObject(object.gray))
                            throw $TypeError(".fairway.config.v1.Tree.gray: object expected");
                        message.gray = $root.fairway.config.v1.Gray.fromObject(object.gray, _depth + 1);
                    }
                    if (object.entries) {
                        if (!$Array.isArray(object.entries))
                            throw $TypeError(".fairway.config.v1.Tree.entries: array expected");
                        message.entries = $Array(object.entries.length);
                        for (let i = 0; i < object.entries.length; ++i) {
                            if (!$util.isObject(object.entries[i]))
                                throw $TypeError(".fairway.config.v1.Tree.entries: object expected");
                            message.entries[i] = $root.fairway.config.v1.Entry.fromObject(object.entries[i], _depth + 1);
                        }
                    }
                    if (object.draft) {
                        if (!$Array.isArray(object.draft))
                            throw $TypeError(".fairway.config.v1.Tree.draft: array expected");
                        message.draft = $Array(object.draft.length);
                        for (let i = 0; i < object.draft.length; ++i) {
                            if (!$util.isObject(object.draft[i]))
                                throw $TypeError(".fairway.config.v1.Tree.draft: object expected");
                            message.draft[i] = $root.fairway.config.v1.DraftEntry.fromObject(object.draft[i], _depth + 1);
                        }
                    }
                    if (object.open != null)
                        if (object.open)
                            message.open = $Boolean(object.open);
                    if (object.hasSchema != null)
                        if (object.hasSchema)
                            message.hasSchema = $Boolean(object.hasSchema);
                    return message;
                };

                Tree.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults) {
                        object.entries = [];
                        object.draft = [];
                    }
                    if (options.defaults) {
                        object.revision = 0;
                        object.version = 0;
                        object.gray = null;
                        object.open = false;
                        object.hasSchema = false;
                    }
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                        object.revision = message.revision;
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                        object.version = message.version;
                    if (message.gray != null && $Object.hasOwnProperty.call(message, "gray"))
                        object.gray = $root.fairway.config.v1.Gray.toObject(message.gray, options, _depth + 1);
                    if (message.entries && message.entries.length) {
                        object.entries = $Array(message.entries.length);
                        for (let j = 0; j < message.entries.length; ++j)
                            object.entries[j] = $root.fairway.config.v1.Entry.toObject(message.entries[j], options, _depth + 1);
                    }
                    if (message.draft && message.draft.length) {
                        object.draft = $Array(message.draft.length);
                        for (let j = 0; j < message.draft.length; ++j)
                            object.draft[j] = $root.fairway.config.v1.DraftEntry.toObject(message.draft[j], options, _depth + 1);
                    }
                    if (message.open != null && $Object.hasOwnProperty.call(message, "open"))
                        object.open = message.open;
                    if (message.hasSchema != null && $Object.hasOwnProperty.call(message, "hasSchema"))
                        object.hasSchema = message.hasSchema;
                    return object;
                };

                Tree.prototype.toJSON = function() {
                    return Tree.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Tree;
            })();

            v1.Edit = (function() {

                const Edit = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Edit.prototype.section = "";
                Edit.prototype.key = "";
                Edit.prototype.revision = 0;
                Edit.prototype["delete"] = false;
                Edit.prototype.type = 0;
                Edit.prototype.value = null;
                Edit.prototype.secret = false;
                Edit.prototype.comment = "";

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Edit.prototype, "_value", {
                    get: $util.oneOfGetter($oneOfFields = ["value"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                Edit.create = function(properties) {
                    return new Edit(properties);
                };

                Edit.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.section != null && $Object.hasOwnProperty.call(message, "section") && message.section !== "")
                        writer.uint32(10).string(message.section);
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                        writer.uint32(18).string(message.key);
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                        writer.uint32(24).uint32(message.revision);
                    if (message["delete"] != null && $Object.hasOwnProperty.call(message, "delete") && message["delete"] !== false)
                        writer.uint32(32).bool(message["delete"]);
                    if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== 0)
                        writer.uint32(40).int32(message.type);
                    if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                        writer.uint32(50).string(message.value);
                    if (message.secret != null && $Object.hasOwnProperty.call(message, "secret") && message.secret !== false)
                        writer.uint32(56).bool(message.secret);
                    if (message.comment != null && $Object.hasOwnProperty.call(message, "comment") && message.comment !== "")
                        writer.uint32(66).string(message.comment);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Edit.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.Edit();
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
                                    message.section = value;
                                else
                                    delete message.section;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.key = value;
                                else
                                    delete message.key;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.revision = value;
                                else
                                    delete message.revision;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message["delete"] = value;
                                else
                                    delete message["delete"];
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.type = value;
                                else
                                    delete message.type;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.value = reader.stringVerify();
                                message._value = "value";
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.secret = value;
                                else
                                    delete message.secret;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.comment = value;
                                else
                                    delete message.comment;
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

                Edit.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.Edit)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.Edit: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.Edit();
                    if (object.section != null)
                        if (typeof object.section !== "string" || object.section.length)
                            message.section = $String(object.section);
                    if (object.key != null)
                        if (typeof object.key !== "string" || object.key.length)
                            message.key = $String(object.key);
                    if (object.revision != null)
                        if ($Number(object.revision) !== 0)
                            message.revision = object.revision >>> 0;
                    if (object["delete"] != null)
                        if (object["delete"])
                            message["delete"] = $Boolean(object["delete"]);
                    if (object.type !== 0 && (typeof object.type !== "string" || $root.fairway.config.v1.ValueType[object.type] !== 0))
                        switch (object.type) {
                        case "VALUE_TYPE_UNSPECIFIED":
                        case 0:
                            message.type = 0;
                            break;
                        case "VALUE_TYPE_TEXT":
                        case 1:
                            message.type = 1;
                            break;
                        case "VALUE_TYPE_NUMBER":
                        case 2:
                            message.type = 2;
                            break;
                        case "VALUE_TYPE_BOOLEAN":
                        case 3:
                            message.type = 3;
                            break;
                        case "VALUE_TYPE_JSON":
                        case 4:
                            message.type = 4;
                            break;
                        case "VALUE_TYPE_DURATION":
                        case 5:
                            message.type = 5;
                            break;
                        default:
                            if (typeof object.type === "number" && (object.type | 0) === object.type)
                                message.type = object.type;
                        }
                    if (object.value != null)
                        message.value = $String(object.value);
                    if (object.secret != null)
                        if (object.secret)
                            message.secret = $Boolean(object.secret);
                    if (object.comment != null)
                        if (typeof object.comment !== "string" || object.comment.length)
                            message.comment = $String(object.comment);
                    return message;
                };

                Edit.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.section = "";
                        object.key = "";
                        object.revision = 0;
                        object["delete"] = false;
                        object.type = options.enums === $String ? "VALUE_TYPE_UNSPECIFIED" : 0;
                        object.secret = false;
                        object.comment = "";
                    }
                    if (message.section != null && $Object.hasOwnProperty.call(message, "section"))
                        object.section = message.section;
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                        object.key = message.key;
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                        object.revision = message.revision;
                    if (message["delete"] != null && $Object.hasOwnProperty.call(message, "delete"))
                        object["delete"] = message["delete"];
                    if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                        object.type = options.enums === $String ? $root.fairway.config.v1.ValueType[message.type] === $undefined ? message.type : $root.fairway.config.v1.ValueType[message.type] : message.type;
                    if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                        object.value = message.value;
                    if (message.secret != null && $Object.hasOwnProperty.call(message, "secret"))
                        object.secret = message.secret;
                    if (message.comment != null && $Object.hasOwnProperty.call(message, "comment"))
                        object.comment = message.comment;
                    return object;
                };

                Edit.prototype.toJSON = function() {
                    return Edit.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Edit;
            })();

            v1.EditRequest = (function() {

                const EditRequest = function (properties) {
                    this.edits = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                EditRequest.prototype.service = null;
                EditRequest.prototype.edits = $util.emptyArray;

                EditRequest.create = function(properties) {
                    return new EditRequest(properties);
                };

                EditRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.edits != null && message.edits.length)
                        for (let i = 0; i < message.edits.length; ++i)
                            $root.fairway.config.v1.Edit.encode(message.edits[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                EditRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.EditRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.edits && message.edits.length))
                                    message.edits = [];
                                message.edits.push($root.fairway.config.v1.Edit.decode(reader, reader.size(), $undefined, _depth + 1));
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

                EditRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.EditRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.EditRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.EditRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.EditRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.edits) {
                        if (!$Array.isArray(object.edits))
                            throw $TypeError(".fairway.config.v1.EditRequest.edits: array expected");
                        message.edits = $Array(object.edits.length);
                        for (let i = 0; i < object.edits.length; ++i) {
                            if (!$util.isObject(object.edits[i]))
                                throw $TypeError(".fairway.config.v1.EditRequest.edits: object expected");
                            message.edits[i] = $root.fairway.config.v1.Edit.fromObject(object.edits[i], _depth + 1);
                        }
                    }
                    return message;
                };

                EditRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.edits = [];
                    if (options.defaults)
                        object.service = null;
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.edits && message.edits.length) {
                        object.edits = $Array(message.edits.length);
                        for (let j = 0; j < message.edits.length; ++j)
                            object.edits[j] = $root.fairway.config.v1.Edit.toObject(message.edits[j], options, _depth + 1);
                    }
                    return object;
                };

                EditRequest.prototype.toJSON = function() {
                    return EditRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return EditRequest;
            })();

            v1.EditResponse = (function() {

                const EditResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                EditResponse.prototype.revision = 0;

                EditResponse.create = function(properties) {
                    return new EditResponse(properties);
                };

                EditResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                        writer.uint32(8).uint32(message.revision);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                EditResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.EditResponse();
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

                EditResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.EditResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.EditResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.EditResponse();
                    if (object.revision != null)
                        if ($Number(object.revision) !== 0)
                            message.revision = object.revision >>> 0;
                    return message;
                };

                EditResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.revision = 0;
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                        object.revision = message.revision;
                    return object;
                };

                EditResponse.prototype.toJSON = function() {
                    return EditResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return EditResponse;
            })();

            v1.DiscardRequest = (function() {

                const DiscardRequest = function (properties) {
                    this.places = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                DiscardRequest.prototype.service = null;
                DiscardRequest.prototype.revision = 0;
                DiscardRequest.prototype.places = $util.emptyArray;

                DiscardRequest.create = function(properties) {
                    return new DiscardRequest(properties);
                };

                DiscardRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                        writer.uint32(16).uint32(message.revision);
                    if (message.places != null && message.places.length)
                        for (let i = 0; i < message.places.length; ++i)
                            $root.fairway.config.v1.Place.encode(message.places[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                DiscardRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.DiscardRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.revision = value;
                                else
                                    delete message.revision;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.places && message.places.length))
                                    message.places = [];
                                message.places.push($root.fairway.config.v1.Place.decode(reader, reader.size(), $undefined, _depth + 1));
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

                DiscardRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.DiscardRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.DiscardRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.DiscardRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.DiscardRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.revision != null)
                        if ($Number(object.revision) !== 0)
                            message.revision = object.revision >>> 0;
                    if (object.places) {
                        if (!$Array.isArray(object.places))
                            throw $TypeError(".fairway.config.v1.DiscardRequest.places: array expected");
                        message.places = $Array(object.places.length);
                        for (let i = 0; i < object.places.length; ++i) {
                            if (!$util.isObject(object.places[i]))
                                throw $TypeError(".fairway.config.v1.DiscardRequest.places: object expected");
                            message.places[i] = $root.fairway.config.v1.Place.fromObject(object.places[i], _depth + 1);
                        }
                    }
                    return message;
                };

                DiscardRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.places = [];
                    if (options.defaults) {
                        object.service = null;
                        object.revision = 0;
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                        object.revision = message.revision;
                    if (message.places && message.places.length) {
                        object.places = $Array(message.places.length);
                        for (let j = 0; j < message.places.length; ++j)
                            object.places[j] = $root.fairway.config.v1.Place.toObject(message.places[j], options, _depth + 1);
                    }
                    return object;
                };

                DiscardRequest.prototype.toJSON = function() {
                    return DiscardRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return DiscardRequest;
            })();

            v1.Place = (function() {

                const Place = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Place.prototype.section = "";
                Place.prototype.key = "";

                Place.create = function(properties) {
                    return new Place(properties);
                };

                Place.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.section != null && $Object.hasOwnProperty.call(message, "section") && message.section !== "")
                        writer.uint32(10).string(message.section);
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                        writer.uint32(18).string(message.key);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Place.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.Place();
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
                                    message.section = value;
                                else
                                    delete message.section;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.key = value;
                                else
                                    delete message.key;
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

                Place.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.Place)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.Place: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.Place();
                    if (object.section != null)
                        if (typeof object.section !== "string" || object.section.length)
                            message.section = $String(object.section);
                    if (object.key != null)
                        if (typeof object.key !== "string" || object.key.length)
                            message.key = $String(object.key);
                    return message;
                };

                Place.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.section = "";
                        object.key = "";
                    }
                    if (message.section != null && $Object.hasOwnProperty.call(message, "section"))
                        object.section = message.section;
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                        object.key = message.key;
                    return object;
                };

                Place.prototype.toJSON = function() {
                    return Place.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Place;
            })();

            v1.DiscardResponse = (function() {

                const DiscardResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                DiscardResponse.prototype.discarded = 0;

                DiscardResponse.create = function(properties) {
                    return new DiscardResponse(properties);
                };

                DiscardResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.discarded != null && $Object.hasOwnProperty.call(message, "discarded") && message.discarded !== 0)
                        writer.uint32(8).uint32(message.discarded);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                DiscardResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.DiscardResponse();
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
                                    message.discarded = value;
                                else
                                    delete message.discarded;
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

                DiscardResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.DiscardResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.DiscardResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.DiscardResponse();
                    if (object.discarded != null)
                        if ($Number(object.discarded) !== 0)
                            message.discarded = object.discarded >>> 0;
                    return message;
                };

                DiscardResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.discarded = 0;
                    if (message.discarded != null && $Object.hasOwnProperty.call(message, "discarded"))
                        object.discarded = message.discarded;
                    return object;
                };

                DiscardResponse.prototype.toJSON = function() {
                    return DiscardResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return DiscardResponse;
            })();

            v1.DiffRequest = (function() {

                const DiffRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                DiffRequest.prototype.service = null;
                DiffRequest.prototype.from = 0;
                DiffRequest.prototype.to = 0;

                DiffRequest.create = function(properties) {
                    return new DiffRequest(properties);
                };

                DiffRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.from != null && $Object.hasOwnProperty.call(message, "from") && message.from !== 0)
                        writer.uint32(16).uint32(message.from);
                    if (message.to != null && $Object.hasOwnProperty.call(message, "to") && message.to !== 0)
                        writer.uint32(24).uint32(message.to);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                DiffRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.DiffRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.from = value;
                                else
                                    delete message.from;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.to = value;
                                else
                                    delete message.to;
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

                DiffRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.DiffRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.DiffRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.DiffRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.DiffRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.from != null)
                        if ($Number(object.from) !== 0)
                            message.from = object.from >>> 0;
                    if (object.to != null)
                        if ($Number(object.to) !== 0)
                            message.to = object.to >>> 0;
                    return message;
                };

                DiffRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.service = null;
                        object.from = 0;
                        object.to = 0;
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                        object.from = message.from;
                    if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                        object.to = message.to;
                    return object;
                };

                DiffRequest.prototype.toJSON = function() {
                    return DiffRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return DiffRequest;
            })();

            v1.Change = (function() {

                const Change = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Change.prototype.section = "";
                Change.prototype.key = "";
                Change.prototype.before = null;
                Change.prototype.after = null;

                Change.create = function(properties) {
                    return new Change(properties);
                };

                Change.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.section != null && $Object.hasOwnProperty.call(message, "section") && message.section !== "")
                        writer.uint32(10).string(message.section);
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                        writer.uint32(18).string(message.key);
                    if (message.before != null && $Object.hasOwnProperty.call(message, "before"))
                        $root.fairway.config.v1.Entry.encode(message.before, writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.after != null && $Object.hasOwnProperty.call(message, "after"))
                        $root.fairway.config.v1.Entry.encode(message.after, writer.uint32(34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Change.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.Change();
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
                                    message.section = value;
                                else
                                    delete message.section;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.key = value;
                                else
                                    delete message.key;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.before = $root.fairway.config.v1.Entry.decode(reader, reader.size(), $undefined, _depth + 1, message.before);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.after = $root.fairway.config.v1.Entry.decode(reader, reader.size(), $undefined, _depth + 1, message.after);
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

                Change.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.Change)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.Change: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.Change();
                    if (object.section != null)
                        if (typeof object.section !== "string" || object.section.length)
                            message.section = $String(object.section);
                    if (object.key != null)
                        if (typeof object.key !== "string" || object.key.length)
                            message.key = $String(object.key);
                    if (object.before != null) {
                        if (!$util.isObject(object.before))
                            throw $TypeError(".fairway.config.v1.Change.before: object expected");
                        message.before = $root.fairway.config.v1.Entry.fromObject(object.before, _depth + 1);
                    }
                    if (object.after != null) {
                        if (!$util.isObject(object.after))
                            throw $TypeError(".fairway.config.v1.Change.after: object expected");
                        message.after = $root.fairway.config.v1.Entry.fromObject(object.after, _depth + 1);
                    }
                    return message;
                };

                Change.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.section = "";
                        object.key = "";
                        object.before = null;
                        object.after = null;
                    }
                    if (message.section != null && $Object.hasOwnProperty.call(message, "section"))
                        object.section = message.section;
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                        object.key = message.key;
                    if (message.before != null && $Object.hasOwnProperty.call(message, "before"))
                        object.before = $root.fairway.config.v1.Entry.toObject(message.before, options, _depth + 1);
                    if (message.after != null && $Object.hasOwnProperty.call(message, "after"))
                        object.after = $root.fairway.config.v1.Entry.toObject(message.after, options, _depth + 1);
                    return object;
                };

                Change.prototype.toJSON = function() {
                    return Change.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Change;
            })();

            v1.DiffResponse = (function() {

                const DiffResponse = function (properties) {
                    this.changes = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                DiffResponse.prototype.revision = 0;
                DiffResponse.prototype.changes = $util.emptyArray;

                DiffResponse.create = function(properties) {
                    return new DiffResponse(properties);
                };

                DiffResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                        writer.uint32(8).uint32(message.revision);
                    if (message.changes != null && message.changes.length)
                        for (let i = 0; i < message.changes.length; ++i)
                            $root.fairway.config.v1.Change.encode(message.changes[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                DiffResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.DiffResponse();
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
                                    message.revision = value;
                                else
                                    delete message.revision;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.changes && message.changes.length))
                                    message.changes = [];
                                message.changes.push($root.fairway.config.v1.Change.decode(reader, reader.size(), $undefined, _depth + 1));
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

                DiffResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.DiffResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.DiffResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.DiffResponse();
                    if (object.revision != null)
                        if ($Number(object.revision) !== 0)
                            message.revision = object.revision >>> 0;
                    if (object.changes) {
                        if (!$Array.isArray(object.changes))
                            throw $TypeError(".fairway.config.v1.DiffResponse.changes: array expected");
                        message.changes = $Array(object.changes.length);
                        for (let i = 0; i < object.changes.length; ++i) {
                            if (!$util.isObject(object.changes[i]))
                                throw $TypeError(".fairway.config.v1.DiffResponse.changes: object expected");
                            message.changes[i] = $root.fairway.config.v1.Change.fromObject(object.changes[i], _depth + 1);
                        }
                    }
                    return message;
                };

                DiffResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.changes = [];
                    if (options.defaults)
                        object.revision = 0;
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                        object.revision = message.revision;
                    if (message.changes && message.changes.length) {
                        object.changes = $Array(message.changes.length);
                        for (let j = 0; j < message.changes.length; ++j)
                            object.changes[j] = $root.fairway.config.v1.Change.toObject(message.changes[j], options, _depth + 1);
                    }
                    return object;
                };

                DiffResponse.prototype.toJSON = function() {
                    return DiffResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return DiffResponse;
            })();

            v1.PublishRequest = (function() {

                const PublishRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                PublishRequest.prototype.service = null;
                PublishRequest.prototype.revision = 0;
                PublishRequest.prototype.message = "";

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
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                        writer.uint32(16).uint32(message.revision);
                    if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                        writer.uint32(26).string(message.message);
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
                    message = _target || new $root.fairway.config.v1.PublishRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.revision = value;
                                else
                                    delete message.revision;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.message = value;
                                else
                                    delete message.message;
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
                    if (object instanceof $root.fairway.config.v1.PublishRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.PublishRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.PublishRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.PublishRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.revision != null)
                        if ($Number(object.revision) !== 0)
                            message.revision = object.revision >>> 0;
                    if (object.message != null)
                        if (typeof object.message !== "string" || object.message.length)
                            message.message = $String(object.message);
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
                        object.service = null;
                        object.revision = 0;
                        object.message = "";
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                        object.revision = message.revision;
                    if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                        object.message = message.message;
                    return object;
                };

                PublishRequest.prototype.toJSON = function() {
                    return PublishRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return PublishRequest;
            })();

            v1.RollbackRequest = (function() {

                const RollbackRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                RollbackRequest.prototype.service = null;
                RollbackRequest.prototype.revision = 0;
                RollbackRequest.prototype.version = 0;
                RollbackRequest.prototype.message = "";

                RollbackRequest.create = function(properties) {
                    return new RollbackRequest(properties);
                };

                RollbackRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                        writer.uint32(16).uint32(message.revision);
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                        writer.uint32(24).uint32(message.version);
                    if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                        writer.uint32(34).string(message.message);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                RollbackRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.RollbackRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.revision = value;
                                else
                                    delete message.revision;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.version = value;
                                else
                                    delete message.version;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.message = value;
                                else
                                    delete message.message;
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

                RollbackRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.RollbackRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.RollbackRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.RollbackRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.RollbackRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.revision != null)
                        if ($Number(object.revision) !== 0)
                            message.revision = object.revision >>> 0;
                    if (object.version != null)
                        if ($Number(object.version) !== 0)
                            message.version = object.version >>> 0;
                    if (object.message != null)
                        if (typeof object.message !== "string" || object.message.length)
                            message.message = $String(object.message);
                    return message;
                };

                RollbackRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.service = null;
                        object.revision = 0;
                        object.version = 0;
                        object.message = "";
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                        object.revision = message.revision;
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                        object.version = message.version;
                    if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                        object.message = message.message;
                    return object;
                };

                RollbackRequest.prototype.toJSON = function() {
                    return RollbackRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return RollbackRequest;
            })();

            v1.StartGrayRequest = (function() {

                const StartGrayRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                StartGrayRequest.prototype.service = null;
                StartGrayRequest.prototype.revision = 0;
                StartGrayRequest.prototype.rule = null;
                StartGrayRequest.prototype.message = "";

                StartGrayRequest.create = function(properties) {
                    return new StartGrayRequest(properties);
                };

                StartGrayRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                        writer.uint32(16).uint32(message.revision);
                    if (message.rule != null && $Object.hasOwnProperty.call(message, "rule"))
                        $root.fairway.config.v1.GrayRule.encode(message.rule, writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                        writer.uint32(34).string(message.message);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                StartGrayRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.StartGrayRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.revision = value;
                                else
                                    delete message.revision;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.rule = $root.fairway.config.v1.GrayRule.decode(reader, reader.size(), $undefined, _depth + 1, message.rule);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.message = value;
                                else
                                    delete message.message;
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

                StartGrayRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.StartGrayRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.StartGrayRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.StartGrayRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.StartGrayRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.revision != null)
                        if ($Number(object.revision) !== 0)
                            message.revision = object.revision >>> 0;
                    if (object.rule != null) {
                        if (!$util.isObject(object.rule))
                            throw $TypeError(".fairway.config.v1.StartGrayRequest.rule: object expected");
                        message.rule = $root.fairway.config.v1.GrayRule.fromObject(object.rule, _depth + 1);
                    }
                    if (object.message != null)
                        if (typeof object.message !== "string" || object.message.length)
                            message.message = $String(object.message);
                    return message;
                };

                StartGrayRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.service = null;
                        object.revision = 0;
                        object.rule = null;
                        object.message = "";
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                        object.revision = message.revision;
                    if (message.rule != null && $Object.hasOwnProperty.call(message, "rule"))
                        object.rule = $root.fairway.config.v1.GrayRule.toObject(message.rule, options, _depth + 1);
                    if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                        object.message = message.message;
                    return object;
                };

                StartGrayRequest.prototype.toJSON = function() {
                    return StartGrayRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return StartGrayRequest;
            })();

            v1.MoveGrayRequest = (function() {

                const MoveGrayRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                MoveGrayRequest.prototype.service = null;
                MoveGrayRequest.prototype.revision = 0;
                MoveGrayRequest.prototype.rule = null;

                MoveGrayRequest.create = function(properties) {
                    return new MoveGrayRequest(properties);
                };

                MoveGrayRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                        writer.uint32(16).uint32(message.revision);
                    if (message.rule != null && $Object.hasOwnProperty.call(message, "rule"))
                        $root.fairway.config.v1.GrayRule.encode(message.rule, writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                MoveGrayRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.MoveGrayRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.revision = value;
                                else
                                    delete message.revision;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.rule = $root.fairway.config.v1.GrayRule.decode(reader, reader.size(), $undefined, _depth + 1, message.rule);
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

                MoveGrayRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.MoveGrayRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.MoveGrayRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.MoveGrayRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.MoveGrayRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.revision != null)
                        if ($Number(object.revision) !== 0)
                            message.revision = object.revision >>> 0;
                    if (object.rule != null) {
                        if (!$util.isObject(object.rule))
                            throw $TypeError(".fairway.config.v1.MoveGrayRequest.rule: object expected");
                        message.rule = $root.fairway.config.v1.GrayRule.fromObject(object.rule, _depth + 1);
                    }
                    return message;
                };

                MoveGrayRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.service = null;
                        object.revision = 0;
                        object.rule = null;
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                        object.revision = message.revision;
                    if (message.rule != null && $Object.hasOwnProperty.call(message, "rule"))
                        object.rule = $root.fairway.config.v1.GrayRule.toObject(message.rule, options, _depth + 1);
                    return object;
                };

                MoveGrayRequest.prototype.toJSON = function() {
                    return MoveGrayRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return MoveGrayRequest;
            })();

            v1.EndGrayRequest = (function() {

                const EndGrayRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                EndGrayRequest.prototype.service = null;
                EndGrayRequest.prototype.revision = 0;
                EndGrayRequest.prototype.message = "";

                EndGrayRequest.create = function(properties) {
                    return new EndGrayRequest(properties);
                };

                EndGrayRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                        writer.uint32(16).uint32(message.revision);
                    if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                        writer.uint32(26).string(message.message);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                EndGrayRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.EndGrayRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.revision = value;
                                else
                                    delete message.revision;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.message = value;
                                else
                                    delete message.message;
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

                EndGrayRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.EndGrayRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.EndGrayRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.EndGrayRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.EndGrayRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.revision != null)
                        if ($Number(object.revision) !== 0)
                            message.revision = object.revision >>> 0;
                    if (object.message != null)
                        if (typeof object.message !== "string" || object.message.length)
                            message.message = $String(object.message);
                    return message;
                };

                EndGrayRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.service = null;
                        object.revision = 0;
                        object.message = "";
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                        object.revision = message.revision;
                    if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                        object.message = message.message;
                    return object;
                };

                EndGrayRequest.prototype.toJSON = function() {
                    return EndGrayRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return EndGrayRequest;
            })();

            v1.Release = (function() {

                const Release = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Release.prototype.version = 0;
                Release.prototype.revision = 0;

                Release.create = function(properties) {
                    return new Release(properties);
                };

                Release.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                        writer.uint32(8).uint32(message.version);
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                        writer.uint32(16).uint32(message.revision);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Release.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.Release();
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
                                    message.version = value;
                                else
                                    delete message.version;
                                continue;
                            }
                        case 2: {
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

                Release.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.Release)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.Release: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.Release();
                    if (object.version != null)
                        if ($Number(object.version) !== 0)
                            message.version = object.version >>> 0;
                    if (object.revision != null)
                        if ($Number(object.revision) !== 0)
                            message.revision = object.revision >>> 0;
                    return message;
                };

                Release.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.version = 0;
                        object.revision = 0;
                    }
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                        object.version = message.version;
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                        object.revision = message.revision;
                    return object;
                };

                Release.prototype.toJSON = function() {
                    return Release.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Release;
            })();

            v1.Version = (function() {

                const Version = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Version.prototype.number = 0;
                Version.prototype.kind = "";
                Version.prototype.author = "";
                Version.prototype.madeAt = null;
                Version.prototype.message = "";
                Version.prototype.of = 0;

                Version.create = function(properties) {
                    return new Version(properties);
                };

                Version.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.number != null && $Object.hasOwnProperty.call(message, "number") && message.number !== 0)
                        writer.uint32(8).uint32(message.number);
                    if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== "")
                        writer.uint32(18).string(message.kind);
                    if (message.author != null && $Object.hasOwnProperty.call(message, "author") && message.author !== "")
                        writer.uint32(26).string(message.author);
                    if (message.madeAt != null && $Object.hasOwnProperty.call(message, "madeAt"))
                        $root.google.protobuf.Timestamp.encode(message.madeAt, writer.uint32(34).fork(), _depth + 1).ldelim();
                    if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                        writer.uint32(42).string(message.message);
                    if (message.of != null && $Object.hasOwnProperty.call(message, "of") && message.of !== 0)
                        writer.uint32(48).uint32(message.of);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Version.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.Version();
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
                                    message.number = value;
                                else
                                    delete message.number;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.kind = value;
                                else
                                    delete message.kind;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.author = value;
                                else
                                    delete message.author;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.madeAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.madeAt);
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.message = value;
                                else
                                    delete message.message;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.of = value;
                                else
                                    delete message.of;
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

                Version.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.Version)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.Version: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.Version();
                    if (object.number != null)
                        if ($Number(object.number) !== 0)
                            message.number = object.number >>> 0;
                    if (object.kind != null)
                        if (typeof object.kind !== "string" || object.kind.length)
                            message.kind = $String(object.kind);
                    if (object.author != null)
                        if (typeof object.author !== "string" || object.author.length)
                            message.author = $String(object.author);
                    if (object.madeAt != null) {
                        if (!$util.isObject(object.madeAt))
                            throw $TypeError(".fairway.config.v1.Version.madeAt: object expected");
                        message.madeAt = $root.google.protobuf.Timestamp.fromObject(object.madeAt, _depth + 1);
                    }
                    if (object.message != null)
                        if (typeof object.message !== "string" || object.message.length)
                            message.message = $String(object.message);
                    if (object.of != null)
                        if ($Number(object.of) !== 0)
                            message.of = object.of >>> 0;
                    return message;
                };

                Version.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.number = 0;
                        object.kind = "";
                        object.author = "";
                        object.madeAt = null;
                        object.message = "";
                        object.of = 0;
                    }
                    if (message.number != null && $Object.hasOwnProperty.call(message, "number"))
                        object.number = message.number;
                    if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                        object.kind = message.kind;
                    if (message.author != null && $Object.hasOwnProperty.call(message, "author"))
                        object.author = message.author;
                    if (message.madeAt != null && $Object.hasOwnProperty.call(message, "madeAt"))
                        object.madeAt = $root.google.protobuf.Timestamp.toObject(message.madeAt, options, _depth + 1);
                    if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                        object.message = message.message;
                    if (message.of != null && $Object.hasOwnProperty.call(message, "of"))
                        object.of = message.of;
                    return object;
                };

                Version.prototype.toJSON = function() {
                    return Version.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Version;
            })();

            v1.ListVersionsRequest = (function() {

                const ListVersionsRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ListVersionsRequest.prototype.service = null;
                ListVersionsRequest.prototype.before = 0;
                ListVersionsRequest.prototype.limit = 0;

                ListVersionsRequest.create = function(properties) {
                    return new ListVersionsRequest(properties);
                };

                ListVersionsRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.before != null && $Object.hasOwnProperty.call(message, "before") && message.before !== 0)
                        writer.uint32(16).uint32(message.before);
                    if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                        writer.uint32(24).uint32(message.limit);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ListVersionsRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.ListVersionsRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.before = value;
                                else
                                    delete message.before;
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

                ListVersionsRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.ListVersionsRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.ListVersionsRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.ListVersionsRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.ListVersionsRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.before != null)
                        if ($Number(object.before) !== 0)
                            message.before = object.before >>> 0;
                    if (object.limit != null)
                        if ($Number(object.limit) !== 0)
                            message.limit = object.limit >>> 0;
                    return message;
                };

                ListVersionsRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.service = null;
                        object.before = 0;
                        object.limit = 0;
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.before != null && $Object.hasOwnProperty.call(message, "before"))
                        object.before = message.before;
                    if (message.limit != null && $Object.hasOwnProperty.call(message, "limit"))
                        object.limit = message.limit;
                    return object;
                };

                ListVersionsRequest.prototype.toJSON = function() {
                    return ListVersionsRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ListVersionsRequest;
            })();

            v1.ListVersionsResponse = (function() {

                const ListVersionsResponse = function (properties) {
                    this.versions = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ListVersionsResponse.prototype.versions = $util.emptyArray;

                ListVersionsResponse.create = function(properties) {
                    return new ListVersionsResponse(properties);
                };

                ListVersionsResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.versions != null && message.versions.length)
                        for (let i = 0; i < message.versions.length; ++i)
                            $root.fairway.config.v1.Version.encode(message.versions[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ListVersionsResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.ListVersionsResponse();
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
                                if (!(message.versions && message.versions.length))
                                    message.versions = [];
                                message.versions.push($root.fairway.config.v1.Version.decode(reader, reader.size(), $undefined, _depth + 1));
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

                ListVersionsResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.ListVersionsResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.ListVersionsResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.ListVersionsResponse();
                    if (object.versions) {
                        if (!$Array.isArray(object.versions))
                            throw $TypeError(".fairway.config.v1.ListVersionsResponse.versions: array expected");
                        message.versions = $Array(object.versions.length);
                        for (let i = 0; i < object.versions.length; ++i) {
                            if (!$util.isObject(object.versions[i]))
                                throw $TypeError(".fairway.config.v1.ListVersionsResponse.versions: object expected");
                            message.versions[i] = $root.fairway.config.v1.Version.fromObject(object.versions[i], _depth + 1);
                        }
                    }
                    return message;
                };

                ListVersionsResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.versions = [];
                    if (message.versions && message.versions.length) {
                        object.versions = $Array(message.versions.length);
                        for (let j = 0; j < message.versions.length; ++j)
                            object.versions[j] = $root.fairway.config.v1.Version.toObject(message.versions[j], options, _depth + 1);
                    }
                    return object;
                };

                ListVersionsResponse.prototype.toJSON = function() {
                    return ListVersionsResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ListVersionsResponse;
            })();

            v1.GetVersionRequest = (function() {

                const GetVersionRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                GetVersionRequest.prototype.service = null;
                GetVersionRequest.prototype.version = 0;

                GetVersionRequest.create = function(properties) {
                    return new GetVersionRequest(properties);
                };

                GetVersionRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                        writer.uint32(16).uint32(message.version);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                GetVersionRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.GetVersionRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.version = value;
                                else
                                    delete message.version;
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

                GetVersionRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.GetVersionRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.GetVersionRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.GetVersionRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.GetVersionRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.version != null)
                        if ($Number(object.version) !== 0)
                            message.version = object.version >>> 0;
                    return message;
                };

                GetVersionRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.service = null;
                        object.version = 0;
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                        object.version = message.version;
                    return object;
                };

                GetVersionRequest.prototype.toJSON = function() {
                    return GetVersionRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return GetVersionRequest;
            })();

            v1.GetVersionResponse = (function() {

                const GetVersionResponse = function (properties) {
                    this.entries = [];
                    this.changes = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                GetVersionResponse.prototype.version = null;
                GetVersionResponse.prototype.entries = $util.emptyArray;
                GetVersionResponse.prototype.changes = $util.emptyArray;

                GetVersionResponse.create = function(properties) {
                    return new GetVersionResponse(properties);
                };

                GetVersionResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                        $root.fairway.config.v1.Version.encode(message.version, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.entries != null && message.entries.length)
                        for (let i = 0; i < message.entries.length; ++i)
                            $root.fairway.config.v1.Entry.encode(message.entries[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.changes != null && message.changes.length)
                        for (let i = 0; i < message.changes.length; ++i)
                            $root.fairway.config.v1.Change.encode(message.changes[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                GetVersionResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.GetVersionResponse();
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
                                message.version = $root.fairway.config.v1.Version.decode(reader, reader.size(), $undefined, _depth + 1, message.version);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.entries && message.entries.length))
                                    message.entries = [];
                                message.entries.push($root.fairway.config.v1.Entry.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.changes && message.changes.length))
                                    message.changes = [];
                                message.changes.push($root.fairway.config.v1.Change.decode(reader, reader.size(), $undefined, _depth + 1));
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

                GetVersionResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.GetVersionResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.GetVersionResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.GetVersionResponse();
                    if (object.version != null) {
                        if (!$util.isObject(object.version))
                            throw $TypeError(".fairway.config.v1.GetVersionResponse.version: object expected");
                        message.version = $root.fairway.config.v1.Version.fromObject(object.version, _depth + 1);
                    }
                    if (object.entries) {
                        if (!$Array.isArray(object.entries))
                            throw $TypeError(".fairway.config.v1.GetVersionResponse.entries: array expected");
                        message.entries = $Array(object.entries.length);
                        for (let i = 0; i < object.entries.length; ++i) {
                            if (!$util.isObject(object.entries[i]))
                                throw $TypeError(".fairway.config.v1.GetVersionResponse.entries: object expected");
                            message.entries[i] = $root.fairway.config.v1.Entry.fromObject(object.entries[i], _depth + 1);
                        }
                    }
                    if (object.changes) {
                        if (!$Array.isArray(object.changes))
                            throw $TypeError(".fairway.config.v1.GetVersionResponse.changes: array expected");
                        message.changes = $Array(object.changes.length);
                        for (let i = 0; i < object.changes.length; ++i) {
                            if (!$util.isObject(object.changes[i]))
                                throw $TypeError(".fairway.config.v1.GetVersionResponse.changes: object expected");
                            message.changes[i] = $root.fairway.config.v1.Change.fromObject(object.changes[i], _depth + 1);
                        }
                    }
                    return message;
                };

                GetVersionResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults) {
                        object.entries = [];
                        object.changes = [];
                    }
                    if (options.defaults)
                        object.version = null;
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                        object.version = $root.fairway.config.v1.Version.toObject(message.version, options, _depth + 1);
                    if (message.entries && message.entries.length) {
                        object.entries = $Array(message.entries.length);
                        for (let j = 0; j < message.entries.length; ++j)
                            object.entries[j] = $root.fairway.config.v1.Entry.toObject(message.entries[j], options, _depth + 1);
                    }
                    if (message.changes && message.changes.length) {
                        object.changes = $Array(message.changes.length);
                        for (let j = 0; j < message.changes.length; ++j)
                            object.changes[j] = $root.fairway.config.v1.Change.toObject(message.changes[j], options, _depth + 1);
                    }
                    return object;
                };

                GetVersionResponse.prototype.toJSON = function() {
                    return GetVersionResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return GetVersionResponse;
            })();

            v1.GetHistoryRequest = (function() {

                const GetHistoryRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                GetHistoryRequest.prototype.service = null;
                GetHistoryRequest.prototype.section = "";
                GetHistoryRequest.prototype.key = "";
                GetHistoryRequest.prototype.before = 0;
                GetHistoryRequest.prototype.limit = 0;

                GetHistoryRequest.create = function(properties) {
                    return new GetHistoryRequest(properties);
                };

                GetHistoryRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.section != null && $Object.hasOwnProperty.call(message, "section") && message.section !== "")
                        writer.uint32(18).string(message.section);
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                        writer.uint32(26).string(message.key);
                    if (message.before != null && $Object.hasOwnProperty.call(message, "before") && message.before !== 0)
                        writer.uint32(32).uint32(message.before);
                    if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                        writer.uint32(40).uint32(message.limit);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                GetHistoryRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.GetHistoryRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.section = value;
                                else
                                    delete message.section;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.key = value;
                                else
                                    delete message.key;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.before = value;
                                else
                                    delete message.before;
                                continue;
                            }
                        case 5: {
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

                GetHistoryRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.GetHistoryRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.GetHistoryRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.GetHistoryRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.GetHistoryRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.section != null)
                        if (typeof object.section !== "string" || object.section.length)
                            message.section = $String(object.section);
                    if (object.key != null)
                        if (typeof object.key !== "string" || object.key.length)
                            message.key = $String(object.key);
                    if (object.before != null)
                        if ($Number(object.before) !== 0)
                            message.before = object.before >>> 0;
                    if (object.limit != null)
                        if ($Number(object.limit) !== 0)
                            message.limit = object.limit >>> 0;
                    return message;
                };

                GetHistoryRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.service = null;
                        object.section = "";
                        object.key = "";
                        object.before = 0;
                        object.limit = 0;
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.section != null && $Object.hasOwnProperty.call(message, "section"))
                        object.section = message.section;
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                        object.key = message.key;
                    if (message.before != null && $Object.hasOwnProperty.call(message, "before"))
                        object.before = message.before;
                    if (message.limit != null && $Object.hasOwnProperty.call(message, "limit"))
                        object.limit = message.limit;
                    return object;
                };

                GetHistoryRequest.prototype.toJSON = function() {
                    return GetHistoryRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return GetHistoryRequest;
            })();

            v1.GetHistoryResponse = (function() {

                const GetHistoryResponse = function (properties) {
                    this.steps = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                GetHistoryResponse.prototype.steps = $util.emptyArray;

                GetHistoryResponse.create = function(properties) {
                    return new GetHistoryResponse(properties);
                };

                GetHistoryResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.steps != null && message.steps.length)
                        for (let i = 0; i < message.steps.length; ++i)
                            $root.fairway.config.v1.GetHistoryResponse.Step.encode(message.steps[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                GetHistoryResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.GetHistoryResponse();
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
                                if (!(message.steps && message.steps.length))
                                    message.steps = [];
                                message.steps.push($root.fairway.config.v1.GetHistoryResponse.Step.decode(reader, reader.size(), $undefined, _depth + 1));
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

                GetHistoryResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.GetHistoryResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.GetHistoryResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.GetHistoryResponse();
                    if (object.steps) {
                        if (!$Array.isArray(object.steps))
                            throw $TypeError(".fairway.config.v1.GetHistoryResponse.steps: array expected");
                        message.steps = $Array(object.steps.length);
                        for (let i = 0; i < object.steps.length; ++i) {
                            if (!$util.isObject(object.steps[i]))
                                throw $TypeError(".fairway.config.v1.GetHistoryResponse.steps: object expected");
                            message.steps[i] = $root.fairway.config.v1.GetHistoryResponse.Step.fromObject(object.steps[i], _depth + 1);
                        }
                    }
                    return message;
                };

                GetHistoryResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.steps = [];
                    if (message.steps && message.steps.length) {
                        object.steps = $Array(message.steps.length);
                        for (let j = 0; j < message.steps.length; ++j)
                            object.steps[j] = $root.fairway.config.v1.GetHistoryResponse.Step.toObject(message.steps[j], options, _depth + 1);
                    }
                    return object;
                };

                GetHistoryResponse.prototype.toJSON = function() {
                    return GetHistoryResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                GetHistoryResponse.Step = (function() {

                    const Step = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    Step.prototype.version = null;
                    Step.prototype.change = null;

                    Step.create = function(properties) {
                        return new Step(properties);
                    };

                    Step.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                            $root.fairway.config.v1.Version.encode(message.version, writer.uint32(10).fork(), _depth + 1).ldelim();
                        if (message.change != null && $Object.hasOwnProperty.call(message, "change"))
                            $root.fairway.config.v1.Change.encode(message.change, writer.uint32(18).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    Step.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.fairway.config.v1.GetHistoryResponse.Step();
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
                                    message.version = $root.fairway.config.v1.Version.decode(reader, reader.size(), $undefined, _depth + 1, message.version);
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    message.change = $root.fairway.config.v1.Change.decode(reader, reader.size(), $undefined, _depth + 1, message.change);
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

                    Step.fromObject = function (object, _depth) {
                        if (object instanceof $root.fairway.config.v1.GetHistoryResponse.Step)
                            return object;
                        if (!$util.isObject(object))
                            throw $TypeError(".fairway.config.v1.GetHistoryResponse.Step: object expected");
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        let message = new $root.fairway.config.v1.GetHistoryResponse.Step();
                        if (object.version != null) {
                            if (!$util.isObject(object.version))
                                throw $TypeError(".fairway.config.v1.GetHistoryResponse.Step.version: object expected");
                            message.version = $root.fairway.config.v1.Version.fromObject(object.version, _depth + 1);
                        }
                        if (object.change != null) {
                            if (!$util.isObject(object.change))
                                throw $TypeError(".fairway.config.v1.GetHistoryResponse.Step.change: object expected");
                            message.change = $root.fairway.config.v1.Change.fromObject(object.change, _depth + 1);
                        }
                        return message;
                    };

                    Step.toObject = function (message, options, _depth) {
                        if (!options)
                            options = {};
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        let object = {};
                        if (options.defaults) {
                            object.version = null;
                            object.change = null;
                        }
                        if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                            object.version = $root.fairway.config.v1.Version.toObject(message.version, options, _depth + 1);
                        if (message.change != null && $Object.hasOwnProperty.call(message, "change"))
                            object.change = $root.fairway.config.v1.Change.toObject(message.change, options, _depth + 1);
                        return object;
                    };

                    Step.prototype.toJSON = function() {
                        return Step.toObject(this, $protobuf.util.toJSONOptions);
                    };

                    return Step;
                })();

                return GetHistoryResponse;
            })();

            v1.GetValuesRequest = (function() {

                const GetValuesRequest = function (properties) {
                    this.labels = {};
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                GetValuesRequest.prototype.service = null;
                GetValuesRequest.prototype.node = "";
                GetValuesRequest.prototype.labels = $util.emptyObject;

                GetValuesRequest.create = function(properties) {
                    return new GetValuesRequest(properties);
                };

                GetValuesRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                        writer.uint32(18).string(message.node);
                    if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
                        for (let keys = $Object.keys(message.labels), i = 0; i < keys.length; ++i)
                            writer.uint32(26).fork().uint32(10).string(keys[i]).uint32(18).string(message.labels[keys[i]]).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                GetValuesRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.GetValuesRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.node = value;
                                else
                                    delete message.node;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (message.labels === $util.emptyObject)
                                    message.labels = {};
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
                                    $util.makeProp(message.labels, key);
                                message.labels[key] = value;
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

                GetValuesRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.GetValuesRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.GetValuesRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.GetValuesRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.GetValuesRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.node != null)
                        if (typeof object.node !== "string" || object.node.length)
                            message.node = $String(object.node);
                    if (object.labels) {
                        if (!$util.isObject(object.labels))
                            throw $TypeError(".fairway.config.v1.GetValuesRequest.labels: object expected");
                        message.labels = {};
                        for (let keys = $Object.keys(object.labels), i = 0; i < keys.length; ++i) {
                            if (keys[i] === "__proto__")
                                $util.makeProp(message.labels, keys[i]);
                            message.labels[keys[i]] = $String(object.labels[keys[i]]);
                        }
                    }
                    return message;
                };

                GetValuesRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.objects || options.defaults)
                        object.labels = {};
                    if (options.defaults) {
                        object.service = null;
                        object.node = "";
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                        object.node = message.node;
                    let keys2;
                    if (message.labels && (keys2 = $Object.keys(message.labels)).length) {
                        object.labels = {};
                        for (let j = 0; j < keys2.length; ++j) {
                            if (keys2[j] === "__proto__")
                                $util.makeProp(object.labels, keys2[j]);
                            object.labels[keys2[j]] = message.labels[keys2[j]];
                        }
                    }
                    return object;
                };

                GetValuesRequest.prototype.toJSON = function() {
                    return GetValuesRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return GetValuesRequest;
            })();

            v1.GetValuesResponse = (function() {

                const GetValuesResponse = function (properties) {
                    this.values = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                GetValuesResponse.prototype.version = 0;
                GetValuesResponse.prototype.values = $util.emptyArray;

                GetValuesResponse.create = function(properties) {
                    return new GetValuesResponse(properties);
                };

                GetValuesResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                        writer.uint32(8).uint32(message.version);
                    if (message.values != null && message.values.length)
                        for (let i = 0; i < message.values.length; ++i)
                            $root.fairway.config.v1.Value.encode(message.values[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                GetValuesResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.GetValuesResponse();
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
                                    message.version = value;
                                else
                                    delete message.version;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.values && message.values.length))
                                    message.values = [];
                                message.values.push($root.fairway.config.v1.Value.decode(reader, reader.size(), $undefined, _depth + 1));
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

                GetValuesResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.GetValuesResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.GetValuesResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.GetValuesResponse();
                    if (object.version != null)
                        if ($Number(object.version) !== 0)
                            message.version = object.version >>> 0;
                    if (object.values) {
                        if (!$Array.isArray(object.values))
                            throw $TypeError(".fairway.config.v1.GetValuesResponse.values: array expected");
                        message.values = $Array(object.values.length);
                        for (let i = 0; i < object.values.length; ++i) {
                            if (!$util.isObject(object.values[i]))
                                throw $TypeError(".fairway.config.v1.GetValuesResponse.values: object expected");
                            message.values[i] = $root.fairway.config.v1.Value.fromObject(object.values[i], _depth + 1);
                        }
                    }
                    return message;
                };

                GetValuesResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.values = [];
                    if (options.defaults)
                        object.version = 0;
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                        object.version = message.version;
                    if (message.values && message.values.length) {
                        object.values = $Array(message.values.length);
                        for (let j = 0; j < message.values.length; ++j)
                            object.values[j] = $root.fairway.config.v1.Value.toObject(message.values[j], options, _depth + 1);
                    }
                    return object;
                };

                GetValuesResponse.prototype.toJSON = function() {
                    return GetValuesResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return GetValuesResponse;
            })();

            v1.Value = (function() {

                const Value = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Value.prototype.section = "";
                Value.prototype.key = "";
                Value.prototype.type = 0;
                Value.prototype.value = "";

                Value.create = function(properties) {
                    return new Value(properties);
                };

                Value.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.section != null && $Object.hasOwnProperty.call(message, "section") && message.section !== "")
                        writer.uint32(10).string(message.section);
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                        writer.uint32(18).string(message.key);
                    if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== 0)
                        writer.uint32(24).int32(message.type);
                    if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== "")
                        writer.uint32(34).string(message.value);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Value.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.Value();
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
                                    message.section = value;
                                else
                                    delete message.section;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.key = value;
                                else
                                    delete message.key;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.type = value;
                                else
                                    delete message.type;
                                continue;
                            }
                        case 4: {
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

                Value.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.Value)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.Value: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.Value();
                    if (object.section != null)
                        if (typeof object.section !== "string" || object.section.length)
                            message.section = $String(object.section);
                    if (object.key != null)
                        if (typeof object.key !== "string" || object.key.length)
                            message.key = $String(object.key);
                    if (object.type !== 0 && (typeof object.type !== "string" || $root.fairway.config.v1.ValueType[object.type] !== 0))
                        switch (object.type) {
                        case "VALUE_TYPE_UNSPECIFIED":
                        case 0:
                            message.type = 0;
                            break;
                        case "VALUE_TYPE_TEXT":
                        case 1:
                            message.type = 1;
                            break;
                        case "VALUE_TYPE_NUMBER":
                        case 2:
                            message.type = 2;
                            break;
                        case "VALUE_TYPE_BOOLEAN":
                        case 3:
                            message.type = 3;
                            break;
                        case "VALUE_TYPE_JSON":
                        case 4:
                            message.type = 4;
                            break;
                        case "VALUE_TYPE_DURATION":
                        case 5:
                            message.type = 5;
                            break;
                        default:
                            if (typeof object.type === "number" && (object.type | 0) === object.type)
                                message.type = object.type;
                        }
                    if (object.value != null)
                        if (typeof object.value !== "string" || object.value.length)
                            message.value = $String(object.value);
                    return message;
                };

                Value.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.section = "";
                        object.key = "";
                        object.type = options.enums === $String ? "VALUE_TYPE_UNSPECIFIED" : 0;
                        object.value = "";
                    }
                    if (message.section != null && $Object.hasOwnProperty.call(message, "section"))
                        object.section = message.section;
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                        object.key = message.key;
                    if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                        object.type = options.enums === $String ? $root.fairway.config.v1.ValueType[message.type] === $undefined ? message.type : $root.fairway.config.v1.ValueType[message.type] : message.type;
                    if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                        object.value = message.value;
                    return object;
                };

                Value.prototype.toJSON = function() {
                    return Value.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Value;
            })();

            v1.ListNodesRequest = (function() {

                const ListNodesRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ListNodesRequest.prototype.service = null;

                ListNodesRequest.create = function(properties) {
                    return new ListNodesRequest(properties);
                };

                ListNodesRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ListNodesRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.ListNodesRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
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

                ListNodesRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.ListNodesRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.ListNodesRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.ListNodesRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.ListNodesRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    return message;
                };

                ListNodesRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.service = null;
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    return object;
                };

                ListNodesRequest.prototype.toJSON = function() {
                    return ListNodesRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ListNodesRequest;
            })();

            v1.Node = (function() {

                const Node = function (properties) {
                    this.labels = {};
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Node.prototype.node = "";
                Node.prototype.address = "";
                Node.prototype.labels = $util.emptyObject;
                Node.prototype.running = 0;
                Node.prototype.target = 0;
                Node.prototype.seenAt = null;
                Node.prototype.connected = false;
                Node.prototype.silent = false;

                Node.create = function(properties) {
                    return new Node(properties);
                };

                Node.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                        writer.uint32(10).string(message.node);
                    if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                        writer.uint32(18).string(message.address);
                    if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
                        for (let keys = $Object.keys(message.labels), i = 0; i < keys.length; ++i)
                            writer.uint32(26).fork().uint32(10).string(keys[i]).uint32(18).string(message.labels[keys[i]]).ldelim();
                    if (message.running != null && $Object.hasOwnProperty.call(message, "running") && message.running !== 0)
                        writer.uint32(32).uint32(message.running);
                    if (message.target != null && $Object.hasOwnProperty.call(message, "target") && message.target !== 0)
                        writer.uint32(40).uint32(message.target);
                    if (message.seenAt != null && $Object.hasOwnProperty.call(message, "seenAt"))
                        $root.google.protobuf.Timestamp.encode(message.seenAt, writer.uint32(50).fork(), _depth + 1).ldelim();
                    if (message.connected != null && $Object.hasOwnProperty.call(message, "connected") && message.connected !== false)
                        writer.uint32(56).bool(message.connected);
                    if (message.silent != null && $Object.hasOwnProperty.call(message, "silent") && message.silent !== false)
                        writer.uint32(64).bool(message.silent);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Node.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.Node();
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
                                    message.node = value;
                                else
                                    delete message.node;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.address = value;
                                else
                                    delete message.address;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (message.labels === $util.emptyObject)
                                    message.labels = {};
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
                                    $util.makeProp(message.labels, key);
                                message.labels[key] = value;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.running = value;
                                else
                                    delete message.running;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.target = value;
                                else
                                    delete message.target;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.seenAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.seenAt);
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.connected = value;
                                else
                                    delete message.connected;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.silent = value;
                                else
                                    delete message.silent;
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

                Node.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.Node)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.Node: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.Node();
                    if (object.node != null)
                        if (typeof object.node !== "string" || object.node.length)
                            message.node = $String(object.node);
                    if (object.address != null)
                        if (typeof object.address !== "string" || object.address.length)
                            message.address = $String(object.address);
                    if (object.labels) {
                        if (!$util.isObject(object.labels))
                            throw $TypeError(".fairway.config.v1.Node.labels: object expected");
                        message.labels = {};
                        for (let keys = $Object.keys(object.labels), i = 0; i < keys.length; ++i) {
                            if (keys[i] === "__proto__")
                                $util.makeProp(message.labels, keys[i]);
                            message.labels[keys[i]] = $String(object.labels[keys[i]]);
                        }
                    }
                    if (object.running != null)
                        if ($Number(object.running) !== 0)
                            message.running = object.running >>> 0;
                    if (object.target != null)
                        if ($Number(object.target) !== 0)
                            message.target = object.target >>> 0;
                    if (object.seenAt != null) {
                        if (!$util.isObject(object.seenAt))
                            throw $TypeError(".fairway.config.v1.Node.seenAt: object expected");
                        message.seenAt = $root.google.protobuf.Timestamp.fromObject(object.seenAt, _depth + 1);
                    }
                    if (object.connected != null)
                        if (object.connected)
                            message.connected = $Boolean(object.connected);
                    if (object.silent != null)
                        if (object.silent)
                            message.silent = $Boolean(object.silent);
                    return message;
                };

                Node.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.objects || options.defaults)
                        object.labels = {};
                    if (options.defaults) {
                        object.node = "";
                        object.address = "";
                        object.running = 0;
                        object.target = 0;
                        object.seenAt = null;
                        object.connected = false;
                        object.silent = false;
                    }
                    if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                        object.node = message.node;
                    if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                        object.address = message.address;
                    let keys2;
                    if (message.labels && (keys2 = $Object.keys(message.labels)).length) {
                        object.labels = {};
                        for (let j = 0; j < keys2.length; ++j) {
                            if (keys2[j] === "__proto__")
                                $util.makeProp(object.labels, keys2[j]);
                            object.labels[keys2[j]] = message.labels[keys2[j]];
                        }
                    }
                    if (message.running != null && $Object.hasOwnProperty.call(message, "running"))
                        object.running = message.running;
                    if (message.target != null && $Object.hasOwnProperty.call(message, "target"))
                        object.target = message.target;
                    if (message.seenAt != null && $Object.hasOwnProperty.call(message, "seenAt"))
                        object.seenAt = $root.google.protobuf.Timestamp.toObject(message.seenAt, options, _depth + 1);
                    if (message.connected != null && $Object.hasOwnProperty.call(message, "connected"))
                        object.connected = message.connected;
                    if (message.silent != null && $Object.hasOwnProperty.call(message, "silent"))
                        object.silent = message.silent;
                    return object;
                };

                Node.prototype.toJSON = function() {
                    return Node.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Node;
            })();

            v1.ListNodesResponse = (function() {

                const ListNodesResponse = function (properties) {
                    this.nodes = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ListNodesResponse.prototype.nodes = $util.emptyArray;

                ListNodesResponse.create = function(properties) {
                    return new ListNodesResponse(properties);
                };

                ListNodesResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.nodes != null && message.nodes.length)
                        for (let i = 0; i < message.nodes.length; ++i)
                            $root.fairway.config.v1.Node.encode(message.nodes[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ListNodesResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.ListNodesResponse();
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
                                if (!(message.nodes && message.nodes.length))
                                    message.nodes = [];
                                message.nodes.push($root.fairway.config.v1.Node.decode(reader, reader.size(), $undefined, _depth + 1));
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

                ListNodesResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.ListNodesResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.ListNodesResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.ListNodesResponse();
                    if (object.nodes) {
                        if (!$Array.isArray(object.nodes))
                            throw $TypeError(".fairway.config.v1.ListNodesResponse.nodes: array expected");
                        message.nodes = $Array(object.nodes.length);
                        for (let i = 0; i < object.nodes.length; ++i) {
                            if (!$util.isObject(object.nodes[i]))
                                throw $TypeError(".fairway.config.v1.ListNodesResponse.nodes: object expected");
                            message.nodes[i] = $root.fairway.config.v1.Node.fromObject(object.nodes[i], _depth + 1);
                        }
                    }
                    return message;
                };

                ListNodesResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.nodes = [];
                    if (message.nodes && message.nodes.length) {
                        object.nodes = $Array(message.nodes.length);
                        for (let j = 0; j < message.nodes.length; ++j)
                            object.nodes[j] = $root.fairway.config.v1.Node.toObject(message.nodes[j], options, _depth + 1);
                    }
                    return object;
                };

                ListNodesResponse.prototype.toJSON = function() {
                    return ListNodesResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ListNodesResponse;
            })();

            v1.ReportRequest = (function() {

                const ReportRequest = function (properties) {
                    this.labels = {};
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ReportRequest.prototype.service = null;
                ReportRequest.prototype.node = "";
                ReportRequest.prototype.address = "";
                ReportRequest.prototype.labels = $util.emptyObject;
                ReportRequest.prototype.running = 0;

                ReportRequest.create = function(properties) {
                    return new ReportRequest(properties);
                };

                ReportRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                        writer.uint32(18).string(message.node);
                    if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                        writer.uint32(26).string(message.address);
                    if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
                        for (let keys = $Object.keys(message.labels), i = 0; i < keys.length; ++i)
                            writer.uint32(34).fork().uint32(10).string(keys[i]).uint32(18).string(message.labels[keys[i]]).ldelim();
                    if (message.running != null && $Object.hasOwnProperty.call(message, "running") && message.running !== 0)
                        writer.uint32(40).uint32(message.running);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ReportRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.ReportRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.node = value;
                                else
                                    delete message.node;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.address = value;
                                else
                                    delete message.address;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (message.labels === $util.emptyObject)
                                    message.labels = {};
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
                                    $util.makeProp(message.labels, key);
                                message.labels[key] = value;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.running = value;
                                else
                                    delete message.running;
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

                ReportRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.ReportRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.ReportRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.ReportRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.ReportRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.node != null)
                        if (typeof object.node !== "string" || object.node.length)
                            message.node = $String(object.node);
                    if (object.address != null)
                        if (typeof object.address !== "string" || object.address.length)
                            message.address = $String(object.address);
                    if (object.labels) {
                        if (!$util.isObject(object.labels))
                            throw $TypeError(".fairway.config.v1.ReportRequest.labels: object expected");
                        message.labels = {};
                        for (let keys = $Object.keys(object.labels), i = 0; i < keys.length; ++i) {
                            if (keys[i] === "__proto__")
                                $util.makeProp(message.labels, keys[i]);
                            message.labels[keys[i]] = $String(object.labels[keys[i]]);
                        }
                    }
                    if (object.running != null)
                        if ($Number(object.running) !== 0)
                            message.running = object.running >>> 0;
                    return message;
                };

                ReportRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.objects || options.defaults)
                        object.labels = {};
                    if (options.defaults) {
                        object.service = null;
                        object.node = "";
                        object.address = "";
                        object.running = 0;
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                        object.node = message.node;
                    if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                        object.address = message.address;
                    let keys2;
                    if (message.labels && (keys2 = $Object.keys(message.labels)).length) {
                        object.labels = {};
                        for (let j = 0; j < keys2.length; ++j) {
                            if (keys2[j] === "__proto__")
                                $util.makeProp(object.labels, keys2[j]);
                            object.labels[keys2[j]] = message.labels[keys2[j]];
                        }
                    }
                    if (message.running != null && $Object.hasOwnProperty.call(message, "running"))
                        object.running = message.running;
                    return object;
                };

                ReportRequest.prototype.toJSON = function() {
                    return ReportRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ReportRequest;
            })();

            v1.ReportResponse = (function() {

                const ReportResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ReportResponse.prototype.target = 0;

                ReportResponse.create = function(properties) {
                    return new ReportResponse(properties);
                };

                ReportResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.target != null && $Object.hasOwnProperty.call(message, "target") && message.target !== 0)
                        writer.uint32(8).uint32(message.target);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ReportResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.ReportResponse();
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
                                    message.target = value;
                                else
                                    delete message.target;
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

                ReportResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.ReportResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.ReportResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.ReportResponse();
                    if (object.target != null)
                        if ($Number(object.target) !== 0)
                            message.target = object.target >>> 0;
                    return message;
                };

                ReportResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.target = 0;
                    if (message.target != null && $Object.hasOwnProperty.call(message, "target"))
                        object.target = message.target;
                    return object;
                };

                ReportResponse.prototype.toJSON = function() {
                    return ReportResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ReportResponse;
            })();

            v1.ListAuditRequest = (function() {

                const ListAuditRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ListAuditRequest.prototype.service = null;
                ListAuditRequest.prototype.before = 0;
                ListAuditRequest.prototype.limit = 0;

                ListAuditRequest.create = function(properties) {
                    return new ListAuditRequest(properties);
                };

                ListAuditRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.before != null && $Object.hasOwnProperty.call(message, "before") && message.before !== 0)
                        writer.uint32(16).uint32(message.before);
                    if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                        writer.uint32(24).uint32(message.limit);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ListAuditRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.ListAuditRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.before = value;
                                else
                                    delete message.before;
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

                ListAuditRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.ListAuditRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.ListAuditRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.ListAuditRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.ListAuditRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.before != null)
                        if ($Number(object.before) !== 0)
                            message.before = object.before >>> 0;
                    if (object.limit != null)
                        if ($Number(object.limit) !== 0)
                            message.limit = object.limit >>> 0;
                    return message;
                };

                ListAuditRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.service = null;
                        object.before = 0;
                        object.limit = 0;
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.before != null && $Object.hasOwnProperty.call(message, "before"))
                        object.before = message.before;
                    if (message.limit != null && $Object.hasOwnProperty.call(message, "limit"))
                        object.limit = message.limit;
                    return object;
                };

                ListAuditRequest.prototype.toJSON = function() {
                    return ListAuditRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ListAuditRequest;
            })();

            v1.AuditEvent = (function() {

                const AuditEvent = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                AuditEvent.prototype.id = 0;
                AuditEvent.prototype.at = null;
                AuditEvent.prototype.actor = "";
                AuditEvent.prototype.action = "";
                AuditEvent.prototype.detail = "";

                AuditEvent.create = function(properties) {
                    return new AuditEvent(properties);
                };

                AuditEvent.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                        writer.uint32(8).uint32(message.id);
                    if (message.at != null && $Object.hasOwnProperty.call(message, "at"))
                        $root.google.protobuf.Timestamp.encode(message.at, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.actor != null && $Object.hasOwnProperty.call(message, "actor") && message.actor !== "")
                        writer.uint32(26).string(message.actor);
                    if (message.action != null && $Object.hasOwnProperty.call(message, "action") && message.action !== "")
                        writer.uint32(34).string(message.action);
                    if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                        writer.uint32(42).string(message.detail);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                AuditEvent.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.AuditEvent();
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
                                    message.id = value;
                                else
                                    delete message.id;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.at = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.at);
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.actor = value;
                                else
                                    delete message.actor;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.action = value;
                                else
                                    delete message.action;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.detail = value;
                                else
                                    delete message.detail;
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

                AuditEvent.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.AuditEvent)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.AuditEvent: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.AuditEvent();
                    if (object.id != null)
                        if ($Number(object.id) !== 0)
                            message.id = object.id >>> 0;
                    if (object.at != null) {
                        if (!$util.isObject(object.at))
                            throw $TypeError(".fairway.config.v1.AuditEvent.at: object expected");
                        message.at = $root.google.protobuf.Timestamp.fromObject(object.at, _depth + 1);
                    }
                    if (object.actor != null)
                        if (typeof object.actor !== "string" || object.actor.length)
                            message.actor = $String(object.actor);
                    if (object.action != null)
                        if (typeof object.action !== "string" || object.action.length)
                            message.action = $String(object.action);
                    if (object.detail != null)
                        if (typeof object.detail !== "string" || object.detail.length)
                            message.detail = $String(object.detail);
                    return message;
                };

                AuditEvent.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.id = 0;
                        object.at = null;
                        object.actor = "";
                        object.action = "";
                        object.detail = "";
                    }
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                        object.id = message.id;
                    if (message.at != null && $Object.hasOwnProperty.call(message, "at"))
                        object.at = $root.google.protobuf.Timestamp.toObject(message.at, options, _depth + 1);
                    if (message.actor != null && $Object.hasOwnProperty.call(message, "actor"))
                        object.actor = message.actor;
                    if (message.action != null && $Object.hasOwnProperty.call(message, "action"))
                        object.action = message.action;
                    if (message.detail != null && $Object.hasOwnProperty.call(message, "detail"))
                        object.detail = message.detail;
                    return object;
                };

                AuditEvent.prototype.toJSON = function() {
                    return AuditEvent.toObject(this, $protobuf.util.toJSONOptions);
                };

                return AuditEvent;
            })();

            v1.ListAuditResponse = (function() {

                const ListAuditResponse = function (properties) {
                    this.events = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ListAuditResponse.prototype.events = $util.emptyArray;

                ListAuditResponse.create = function(properties) {
                    return new ListAuditResponse(properties);
                };

                ListAuditResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.events != null && message.events.length)
                        for (let i = 0; i < message.events.length; ++i)
                            $root.fairway.config.v1.AuditEvent.encode(message.events[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ListAuditResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.ListAuditResponse();
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
                                if (!(message.events && message.events.length))
                                    message.events = [];
                                message.events.push($root.fairway.config.v1.AuditEvent.decode(reader, reader.size(), $undefined, _depth + 1));
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

                ListAuditResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.ListAuditResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.ListAuditResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.ListAuditResponse();
                    if (object.events) {
                        if (!$Array.isArray(object.events))
                            throw $TypeError(".fairway.config.v1.ListAuditResponse.events: array expected");
                        message.events = $Array(object.events.length);
                        for (let i = 0; i < object.events.length; ++i) {
                            if (!$util.isObject(object.events[i]))
                                throw $TypeError(".fairway.config.v1.ListAuditResponse.events: object expected");
                            message.events[i] = $root.fairway.config.v1.AuditEvent.fromObject(object.events[i], _depth + 1);
                        }
                    }
                    return message;
                };

                ListAuditResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.events = [];
                    if (message.events && message.events.length) {
                        object.events = $Array(message.events.length);
                        for (let j = 0; j < message.events.length; ++j)
                            object.events[j] = $root.fairway.config.v1.AuditEvent.toObject(message.events[j], options, _depth + 1);
                    }
                    return object;
                };

                ListAuditResponse.prototype.toJSON = function() {
                    return ListAuditResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ListAuditResponse;
            })();

            v1.GetSchemaRequest = (function() {

                const GetSchemaRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                GetSchemaRequest.prototype.service = null;

                GetSchemaRequest.create = function(properties) {
                    return new GetSchemaRequest(properties);
                };

                GetSchemaRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                GetSchemaRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.GetSchemaRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
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

                GetSchemaRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.GetSchemaRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.GetSchemaRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.GetSchemaRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.GetSchemaRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    return message;
                };

                GetSchemaRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.service = null;
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    return object;
                };

                GetSchemaRequest.prototype.toJSON = function() {
                    return GetSchemaRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return GetSchemaRequest;
            })();

            v1.Schema = (function() {

                const Schema = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Schema.prototype.json = "";

                Schema.create = function(properties) {
                    return new Schema(properties);
                };

                Schema.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.json != null && $Object.hasOwnProperty.call(message, "json") && message.json !== "")
                        writer.uint32(10).string(message.json);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Schema.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.Schema();
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
                                    message.json = value;
                                else
                                    delete message.json;
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

                Schema.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.Schema)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.Schema: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.Schema();
                    if (object.json != null)
                        if (typeof object.json !== "string" || object.json.length)
                            message.json = $String(object.json);
                    return message;
                };

                Schema.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.json = "";
                    if (message.json != null && $Object.hasOwnProperty.call(message, "json"))
                        object.json = message.json;
                    return object;
                };

                Schema.prototype.toJSON = function() {
                    return Schema.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Schema;
            })();

            v1.SetSchemaRequest = (function() {

                const SetSchemaRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                SetSchemaRequest.prototype.service = null;
                SetSchemaRequest.prototype.json = "";

                SetSchemaRequest.create = function(properties) {
                    return new SetSchemaRequest(properties);
                };

                SetSchemaRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.json != null && $Object.hasOwnProperty.call(message, "json") && message.json !== "")
                        writer.uint32(18).string(message.json);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                SetSchemaRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.SetSchemaRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.json = value;
                                else
                                    delete message.json;
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

                SetSchemaRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.SetSchemaRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.SetSchemaRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.SetSchemaRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.SetSchemaRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.json != null)
                        if (typeof object.json !== "string" || object.json.length)
                            message.json = $String(object.json);
                    return message;
                };

                SetSchemaRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.service = null;
                        object.json = "";
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.json != null && $Object.hasOwnProperty.call(message, "json"))
                        object.json = message.json;
                    return object;
                };

                SetSchemaRequest.prototype.toJSON = function() {
                    return SetSchemaRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return SetSchemaRequest;
            })();

            v1.SetSchemaResponse = (function() {

                const SetSchemaResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                SetSchemaResponse.prototype.revision = 0;

                SetSchemaResponse.create = function(properties) {
                    return new SetSchemaResponse(properties);
                };

                SetSchemaResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                        writer.uint32(8).uint32(message.revision);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                SetSchemaResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.SetSchemaResponse();
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

                SetSchemaResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.SetSchemaResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.SetSchemaResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.SetSchemaResponse();
                    if (object.revision != null)
                        if ($Number(object.revision) !== 0)
                            message.revision = object.revision >>> 0;
                    return message;
                };

                SetSchemaResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.revision = 0;
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                        object.revision = message.revision;
                    return object;
                };

                SetSchemaResponse.prototype.toJSON = function() {
                    return SetSchemaResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return SetSchemaResponse;
            })();

            v1.Format = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "FORMAT_UNSPECIFIED"] = 0;
                values[valuesById[1] = "FORMAT_JSON"] = 1;
                values[valuesById[2] = "FORMAT_YAML"] = 2;
                return values;
            })();

            v1.ExportRequest = (function() {

                const ExportRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ExportRequest.prototype.service = null;
                ExportRequest.prototype.format = 0;
                ExportRequest.prototype.version = 0;
                ExportRequest.prototype.reveal = false;

                ExportRequest.create = function(properties) {
                    return new ExportRequest(properties);
                };

                ExportRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                        writer.uint32(16).int32(message.format);
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                        writer.uint32(24).uint32(message.version);
                    if (message.reveal != null && $Object.hasOwnProperty.call(message, "reveal") && message.reveal !== false)
                        writer.uint32(32).bool(message.reveal);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ExportRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.ExportRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.format = value;
                                else
                                    delete message.format;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.version = value;
                                else
                                    delete message.version;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.reveal = value;
                                else
                                    delete message.reveal;
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

                ExportRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.ExportRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.ExportRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.ExportRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.ExportRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.format !== 0 && (typeof object.format !== "string" || $root.fairway.config.v1.Format[object.format] !== 0))
                        switch (object.format) {
                        case "FORMAT_UNSPECIFIED":
                        case 0:
                            message.format = 0;
                            break;
                        case "FORMAT_JSON":
                        case 1:
                            message.format = 1;
                            break;
                        case "FORMAT_YAML":
                        case 2:
                            message.format = 2;
                            break;
                        default:
                            if (typeof object.format === "number" && (object.format | 0) === object.format)
                                message.format = object.format;
                        }
                    if (object.version != null)
                        if ($Number(object.version) !== 0)
                            message.version = object.version >>> 0;
                    if (object.reveal != null)
                        if (object.reveal)
                            message.reveal = $Boolean(object.reveal);
                    return message;
                };

                ExportRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.service = null;
                        object.format = options.enums === $String ? "FORMAT_UNSPECIFIED" : 0;
                        object.version = 0;
                        object.reveal = false;
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.format != null && $Object.hasOwnProperty.call(message, "format"))
                        object.format = options.enums === $String ? $root.fairway.config.v1.Format[message.format] === $undefined ? message.format : $root.fairway.config.v1.Format[message.format] : message.format;
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                        object.version = message.version;
                    if (message.reveal != null && $Object.hasOwnProperty.call(message, "reveal"))
                        object.reveal = message.reveal;
                    return object;
                };

                ExportRequest.prototype.toJSON = function() {
                    return ExportRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ExportRequest;
            })();

            v1.ExportResponse = (function() {

                const ExportResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ExportResponse.prototype.document = "";

                ExportResponse.create = function(properties) {
                    return new ExportResponse(properties);
                };

                ExportResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.document != null && $Object.hasOwnProperty.call(message, "document") && message.document !== "")
                        writer.uint32(10).string(message.document);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ExportResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.ExportResponse();
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
                                    message.document = value;
                                else
                                    delete message.document;
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

                ExportResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.ExportResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.ExportResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.ExportResponse();
                    if (object.document != null)
                        if (typeof object.document !== "string" || object.document.length)
                            message.document = $String(object.document);
                    return message;
                };

                ExportResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.document = "";
                    if (message.document != null && $Object.hasOwnProperty.call(message, "document"))
                        object.document = message.document;
                    return object;
                };

                ExportResponse.prototype.toJSON = function() {
                    return ExportResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ExportResponse;
            })();

            v1.ImportRequest = (function() {

                const ImportRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ImportRequest.prototype.service = null;
                ImportRequest.prototype.format = 0;
                ImportRequest.prototype.document = "";
                ImportRequest.prototype.replace = false;
                ImportRequest.prototype.revision = 0;

                ImportRequest.create = function(properties) {
                    return new ImportRequest(properties);
                };

                ImportRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                        writer.uint32(16).int32(message.format);
                    if (message.document != null && $Object.hasOwnProperty.call(message, "document") && message.document !== "")
                        writer.uint32(26).string(message.document);
                    if (message.replace != null && $Object.hasOwnProperty.call(message, "replace") && message.replace !== false)
                        writer.uint32(32).bool(message.replace);
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                        writer.uint32(40).uint32(message.revision);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ImportRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.ImportRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.format = value;
                                else
                                    delete message.format;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.document = value;
                                else
                                    delete message.document;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.replace = value;
                                else
                                    delete message.replace;
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

                ImportRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.ImportRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.ImportRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.ImportRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.ImportRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.format !== 0 && (typeof object.format !== "string" || $root.fairway.config.v1.Format[object.format] !== 0))
                        switch (object.format) {
                        case "FORMAT_UNSPECIFIED":
                        case 0:
                            message.format = 0;
                            break;
                        case "FORMAT_JSON":
                        case 1:
                            message.format = 1;
                            break;
                        case "FORMAT_YAML":
                        case 2:
                            message.format = 2;
                            break;
                        default:
                            if (typeof object.format === "number" && (object.format | 0) === object.format)
                                message.format = object.format;
                        }
                    if (object.document != null)
                        if (typeof object.document !== "string" || object.document.length)
                            message.document = $String(object.document);
                    if (object.replace != null)
                        if (object.replace)
                            message.replace = $Boolean(object.replace);
                    if (object.revision != null)
                        if ($Number(object.revision) !== 0)
                            message.revision = object.revision >>> 0;
                    return message;
                };

                ImportRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.service = null;
                        object.format = options.enums === $String ? "FORMAT_UNSPECIFIED" : 0;
                        object.document = "";
                        object.replace = false;
                        object.revision = 0;
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.format != null && $Object.hasOwnProperty.call(message, "format"))
                        object.format = options.enums === $String ? $root.fairway.config.v1.Format[message.format] === $undefined ? message.format : $root.fairway.config.v1.Format[message.format] : message.format;
                    if (message.document != null && $Object.hasOwnProperty.call(message, "document"))
                        object.document = message.document;
                    if (message.replace != null && $Object.hasOwnProperty.call(message, "replace"))
                        object.replace = message.replace;
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                        object.revision = message.revision;
                    return object;
                };

                ImportRequest.prototype.toJSON = function() {
                    return ImportRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ImportRequest;
            })();

            v1.ImportResponse = (function() {

                const ImportResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ImportResponse.prototype.revision = 0;
                ImportResponse.prototype.edits = 0;

                ImportResponse.create = function(properties) {
                    return new ImportResponse(properties);
                };

                ImportResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                        writer.uint32(8).uint32(message.revision);
                    if (message.edits != null && $Object.hasOwnProperty.call(message, "edits") && message.edits !== 0)
                        writer.uint32(16).uint32(message.edits);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ImportResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.ImportResponse();
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
                                    message.revision = value;
                                else
                                    delete message.revision;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.edits = value;
                                else
                                    delete message.edits;
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

                ImportResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.ImportResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.ImportResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.ImportResponse();
                    if (object.revision != null)
                        if ($Number(object.revision) !== 0)
                            message.revision = object.revision >>> 0;
                    if (object.edits != null)
                        if ($Number(object.edits) !== 0)
                            message.edits = object.edits >>> 0;
                    return message;
                };

                ImportResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.revision = 0;
                        object.edits = 0;
                    }
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                        object.revision = message.revision;
                    if (message.edits != null && $Object.hasOwnProperty.call(message, "edits"))
                        object.edits = message.edits;
                    return object;
                };

                ImportResponse.prototype.toJSON = function() {
                    return ImportResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ImportResponse;
            })();

            v1.Token = (function() {

                const Token = function (properties) {
                    this.rights = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Token.prototype.id = "";
                Token.prototype.name = "";
                Token.prototype.rights = $util.emptyArray;
                Token.prototype.createdAt = null;
                Token.prototype.author = "";

                Token.create = function(properties) {
                    return new Token(properties);
                };

                Token.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                        writer.uint32(10).string(message.id);
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                        writer.uint32(18).string(message.name);
                    if (message.rights != null && message.rights.length)
                        for (let i = 0; i < message.rights.length; ++i)
                            writer.uint32(26).string(message.rights[i]);
                    if (message.createdAt != null && $Object.hasOwnProperty.call(message, "createdAt"))
                        $root.google.protobuf.Timestamp.encode(message.createdAt, writer.uint32(34).fork(), _depth + 1).ldelim();
                    if (message.author != null && $Object.hasOwnProperty.call(message, "author") && message.author !== "")
                        writer.uint32(42).string(message.author);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Token.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.Token();
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
                                    message.name = value;
                                else
                                    delete message.name;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.rights && message.rights.length))
                                    message.rights = [];
                                message.rights.push(reader.stringVerify());
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.createdAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.createdAt);
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.author = value;
                                else
                                    delete message.author;
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

                Token.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.Token)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.Token: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.Token();
                    if (object.id != null)
                        if (typeof object.id !== "string" || object.id.length)
                            message.id = $String(object.id);
                    if (object.name != null)
                        if (typeof object.name !== "string" || object.name.length)
                            message.name = $String(object.name);
                    if (object.rights) {
                        if (!$Array.isArray(object.rights))
                            throw $TypeError(".fairway.config.v1.Token.rights: array expected");
                        message.rights = $Array(object.rights.length);
                        for (let i = 0; i < object.rights.length; ++i)
                            message.rights[i] = $String(object.rights[i]);
                    }
                    if (object.createdAt != null) {
                        if (!$util.isObject(object.createdAt))
                            throw $TypeError(".fairway.config.v1.Token.createdAt: object expected");
                        message.createdAt = $root.google.protobuf.Timestamp.fromObject(object.createdAt, _depth + 1);
                    }
                    if (object.author != null)
                        if (typeof object.author !== "string" || object.author.length)
                            message.author = $String(object.author);
                    return message;
                };

                Token.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.rights = [];
                    if (options.defaults) {
                        object.id = "";
                        object.name = "";
                        object.createdAt = null;
                        object.author = "";
                    }
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                        object.id = message.id;
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                        object.name = message.name;
                    if (message.rights && message.rights.length) {
                        object.rights = $Array(message.rights.length);
                        for (let j = 0; j < message.rights.length; ++j)
                            object.rights[j] = message.rights[j];
                    }
                    if (message.createdAt != null && $Object.hasOwnProperty.call(message, "createdAt"))
                        object.createdAt = $root.google.protobuf.Timestamp.toObject(message.createdAt, options, _depth + 1);
                    if (message.author != null && $Object.hasOwnProperty.call(message, "author"))
                        object.author = message.author;
                    return object;
                };

                Token.prototype.toJSON = function() {
                    return Token.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Token;
            })();

            v1.ListTokensRequest = (function() {

                const ListTokensRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ListTokensRequest.prototype.service = null;

                ListTokensRequest.create = function(properties) {
                    return new ListTokensRequest(properties);
                };

                ListTokensRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ListTokensRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.ListTokensRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
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

                ListTokensRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.ListTokensRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.ListTokensRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.ListTokensRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.ListTokensRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    return message;
                };

                ListTokensRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.service = null;
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    return object;
                };

                ListTokensRequest.prototype.toJSON = function() {
                    return ListTokensRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ListTokensRequest;
            })();

            v1.ListTokensResponse = (function() {

                const ListTokensResponse = function (properties) {
                    this.tokens = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ListTokensResponse.prototype.tokens = $util.emptyArray;

                ListTokensResponse.create = function(properties) {
                    return new ListTokensResponse(properties);
                };

                ListTokensResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.tokens != null && message.tokens.length)
                        for (let i = 0; i < message.tokens.length; ++i)
                            $root.fairway.config.v1.Token.encode(message.tokens[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ListTokensResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.ListTokensResponse();
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
                                if (!(message.tokens && message.tokens.length))
                                    message.tokens = [];
                                message.tokens.push($root.fairway.config.v1.Token.decode(reader, reader.size(), $undefined, _depth + 1));
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

                ListTokensResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.ListTokensResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.ListTokensResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.ListTokensResponse();
                    if (object.tokens) {
                        if (!$Array.isArray(object.tokens))
                            throw $TypeError(".fairway.config.v1.ListTokensResponse.tokens: array expected");
                        message.tokens = $Array(object.tokens.length);
                        for (let i = 0; i < object.tokens.length; ++i) {
                            if (!$util.isObject(object.tokens[i]))
                                throw $TypeError(".fairway.config.v1.ListTokensResponse.tokens: object expected");
                            message.tokens[i] = $root.fairway.config.v1.Token.fromObject(object.tokens[i], _depth + 1);
                        }
                    }
                    return message;
                };

                ListTokensResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.tokens = [];
                    if (message.tokens && message.tokens.length) {
                        object.tokens = $Array(message.tokens.length);
                        for (let j = 0; j < message.tokens.length; ++j)
                            object.tokens[j] = $root.fairway.config.v1.Token.toObject(message.tokens[j], options, _depth + 1);
                    }
                    return object;
                };

                ListTokensResponse.prototype.toJSON = function() {
                    return ListTokensResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ListTokensResponse;
            })();

            v1.CreateTokenRequest = (function() {

                const CreateTokenRequest = function (properties) {
                    this.rights = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                CreateTokenRequest.prototype.service = null;
                CreateTokenRequest.prototype.name = "";
                CreateTokenRequest.prototype.rights = $util.emptyArray;

                CreateTokenRequest.create = function(properties) {
                    return new CreateTokenRequest(properties);
                };

                CreateTokenRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                        writer.uint32(18).string(message.name);
                    if (message.rights != null && message.rights.length)
                        for (let i = 0; i < message.rights.length; ++i)
                            writer.uint32(26).string(message.rights[i]);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                CreateTokenRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.CreateTokenRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.name = value;
                                else
                                    delete message.name;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.rights && message.rights.length))
                                    message.rights = [];
                                message.rights.push(reader.stringVerify());
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

                CreateTokenRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.CreateTokenRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.CreateTokenRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.CreateTokenRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.CreateTokenRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.name != null)
                        if (typeof object.name !== "string" || object.name.length)
                            message.name = $String(object.name);
                    if (object.rights) {
                        if (!$Array.isArray(object.rights))
                            throw $TypeError(".fairway.config.v1.CreateTokenRequest.rights: array expected");
                        message.rights = $Array(object.rights.length);
                        for (let i = 0; i < object.rights.length; ++i)
                            message.rights[i] = $String(object.rights[i]);
                    }
                    return message;
                };

                CreateTokenRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.rights = [];
                    if (options.defaults) {
                        object.service = null;
                        object.name = "";
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                        object.name = message.name;
                    if (message.rights && message.rights.length) {
                        object.rights = $Array(message.rights.length);
                        for (let j = 0; j < message.rights.length; ++j)
                            object.rights[j] = message.rights[j];
                    }
                    return object;
                };

                CreateTokenRequest.prototype.toJSON = function() {
                    return CreateTokenRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return CreateTokenRequest;
            })();

            v1.CreateTokenResponse = (function() {

                const CreateTokenResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                CreateTokenResponse.prototype.id = "";
                CreateTokenResponse.prototype.token = "";

                CreateTokenResponse.create = function(properties) {
                    return new CreateTokenResponse(properties);
                };

                CreateTokenResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                        writer.uint32(10).string(message.id);
                    if (message.token != null && $Object.hasOwnProperty.call(message, "token") && message.token !== "")
                        writer.uint32(18).string(message.token);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                CreateTokenResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.CreateTokenResponse();
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
                                    message.token = value;
                                else
                                    delete message.token;
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

                CreateTokenResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.CreateTokenResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.CreateTokenResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.CreateTokenResponse();
                    if (object.id != null)
                        if (typeof object.id !== "string" || object.id.length)
                            message.id = $String(object.id);
                    if (object.token != null)
                        if (typeof object.token !== "string" || object.token.length)
                            message.token = $String(object.token);
                    return message;
                };

                CreateTokenResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.id = "";
                        object.token = "";
                    }
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                        object.id = message.id;
                    if (message.token != null && $Object.hasOwnProperty.call(message, "token"))
                        object.token = message.token;
                    return object;
                };

                CreateTokenResponse.prototype.toJSON = function() {
                    return CreateTokenResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return CreateTokenResponse;
            })();

            v1.DropTokenRequest = (function() {

                const DropTokenRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                DropTokenRequest.prototype.service = null;
                DropTokenRequest.prototype.id = "";

                DropTokenRequest.create = function(properties) {
                    return new DropTokenRequest(properties);
                };

                DropTokenRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                        writer.uint32(18).string(message.id);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                DropTokenRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.DropTokenRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
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

                DropTokenRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.DropTokenRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.DropTokenRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.DropTokenRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.DropTokenRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.id != null)
                        if (typeof object.id !== "string" || object.id.length)
                            message.id = $String(object.id);
                    return message;
                };

                DropTokenRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.service = null;
                        object.id = "";
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                        object.id = message.id;
                    return object;
                };

                DropTokenRequest.prototype.toJSON = function() {
                    return DropTokenRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return DropTokenRequest;
            })();

            v1.DropTokenResponse = (function() {

                const DropTokenResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                DropTokenResponse.create = function(properties) {
                    return new DropTokenResponse(properties);
                };

                DropTokenResponse.encode = function (message, writer, _depth) {
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

                DropTokenResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.DropTokenResponse();
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

                DropTokenResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.DropTokenResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.DropTokenResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    return new $root.fairway.config.v1.DropTokenResponse();
                };

                DropTokenResponse.toObject = function () {
                    return {};
                };

                DropTokenResponse.prototype.toJSON = function() {
                    return DropTokenResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return DropTokenResponse;
            })();

            v1.AccessKey = (function() {

                const AccessKey = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                AccessKey.prototype.id = "";
                AccessKey.prototype.name = "";
                AccessKey.prototype.createdAt = null;
                AccessKey.prototype.author = "";

                AccessKey.create = function(properties) {
                    return new AccessKey(properties);
                };

                AccessKey.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                        writer.uint32(10).string(message.id);
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                        writer.uint32(18).string(message.name);
                    if (message.createdAt != null && $Object.hasOwnProperty.call(message, "createdAt"))
                        $root.google.protobuf.Timestamp.encode(message.createdAt, writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.author != null && $Object.hasOwnProperty.call(message, "author") && message.author !== "")
                        writer.uint32(34).string(message.author);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                AccessKey.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.AccessKey();
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
                                    message.name = value;
                                else
                                    delete message.name;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.createdAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.createdAt);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.author = value;
                                else
                                    delete message.author;
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

                AccessKey.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.AccessKey)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.AccessKey: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.AccessKey();
                    if (object.id != null)
                        if (typeof object.id !== "string" || object.id.length)
                            message.id = $String(object.id);
                    if (object.name != null)
                        if (typeof object.name !== "string" || object.name.length)
                            message.name = $String(object.name);
                    if (object.createdAt != null) {
                        if (!$util.isObject(object.createdAt))
                            throw $TypeError(".fairway.config.v1.AccessKey.createdAt: object expected");
                        message.createdAt = $root.google.protobuf.Timestamp.fromObject(object.createdAt, _depth + 1);
                    }
                    if (object.author != null)
                        if (typeof object.author !== "string" || object.author.length)
                            message.author = $String(object.author);
                    return message;
                };

                AccessKey.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.id = "";
                        object.name = "";
                        object.createdAt = null;
                        object.author = "";
                    }
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                        object.id = message.id;
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                        object.name = message.name;
                    if (message.createdAt != null && $Object.hasOwnProperty.call(message, "createdAt"))
                        object.createdAt = $root.google.protobuf.Timestamp.toObject(message.createdAt, options, _depth + 1);
                    if (message.author != null && $Object.hasOwnProperty.call(message, "author"))
                        object.author = message.author;
                    return object;
                };

                AccessKey.prototype.toJSON = function() {
                    return AccessKey.toObject(this, $protobuf.util.toJSONOptions);
                };

                return AccessKey;
            })();

            v1.ListAccessKeysRequest = (function() {

                const ListAccessKeysRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ListAccessKeysRequest.prototype.service = null;

                ListAccessKeysRequest.create = function(properties) {
                    return new ListAccessKeysRequest(properties);
                };

                ListAccessKeysRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ListAccessKeysRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.ListAccessKeysRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
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

                ListAccessKeysRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.ListAccessKeysRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.ListAccessKeysRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.ListAccessKeysRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.ListAccessKeysRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    return message;
                };

                ListAccessKeysRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.service = null;
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    return object;
                };

                ListAccessKeysRequest.prototype.toJSON = function() {
                    return ListAccessKeysRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ListAccessKeysRequest;
            })();

            v1.ListAccessKeysResponse = (function() {

                const ListAccessKeysResponse = function (properties) {
                    this.keys = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ListAccessKeysResponse.prototype.keys = $util.emptyArray;

                ListAccessKeysResponse.create = function(properties) {
                    return new ListAccessKeysResponse(properties);
                };

                ListAccessKeysResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.keys != null && message.keys.length)
                        for (let i = 0; i < message.keys.length; ++i)
                            $root.fairway.config.v1.AccessKey.encode(message.keys[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ListAccessKeysResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.ListAccessKeysResponse();
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
                                if (!(message.keys && message.keys.length))
                                    message.keys = [];
                                message.keys.push($root.fairway.config.v1.AccessKey.decode(reader, reader.size(), $undefined, _depth + 1));
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

                ListAccessKeysResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.ListAccessKeysResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.ListAccessKeysResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.ListAccessKeysResponse();
                    if (object.keys) {
                        if (!$Array.isArray(object.keys))
                            throw $TypeError(".fairway.config.v1.ListAccessKeysResponse.keys: array expected");
                        message.keys = $Array(object.keys.length);
                        for (let i = 0; i < object.keys.length; ++i) {
                            if (!$util.isObject(object.keys[i]))
                                throw $TypeError(".fairway.config.v1.ListAccessKeysResponse.keys: object expected");
                            message.keys[i] = $root.fairway.config.v1.AccessKey.fromObject(object.keys[i], _depth + 1);
                        }
                    }
                    return message;
                };

                ListAccessKeysResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.keys = [];
                    if (message.keys && message.keys.length) {
                        object.keys = $Array(message.keys.length);
                        for (let j = 0; j < message.keys.length; ++j)
                            object.keys[j] = $root.fairway.config.v1.AccessKey.toObject(message.keys[j], options, _depth + 1);
                    }
                    return object;
                };

                ListAccessKeysResponse.prototype.toJSON = function() {
                    return ListAccessKeysResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ListAccessKeysResponse;
            })();

            v1.CreateAccessKeyRequest = (function() {

                const CreateAccessKeyRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                CreateAccessKeyRequest.prototype.service = null;
                CreateAccessKeyRequest.prototype.name = "";

                CreateAccessKeyRequest.create = function(properties) {
                    return new CreateAccessKeyRequest(properties);
                };

                CreateAccessKeyRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                        writer.uint32(18).string(message.name);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                CreateAccessKeyRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.CreateAccessKeyRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.name = value;
                                else
                                    delete message.name;
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

                CreateAccessKeyRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.CreateAccessKeyRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.CreateAccessKeyRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.CreateAccessKeyRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.CreateAccessKeyRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.name != null)
                        if (typeof object.name !== "string" || object.name.length)
                            message.name = $String(object.name);
                    return message;
                };

                CreateAccessKeyRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.service = null;
                        object.name = "";
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                        object.name = message.name;
                    return object;
                };

                CreateAccessKeyRequest.prototype.toJSON = function() {
                    return CreateAccessKeyRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return CreateAccessKeyRequest;
            })();

            v1.CreateAccessKeyResponse = (function() {

                const CreateAccessKeyResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                CreateAccessKeyResponse.prototype.id = "";
                CreateAccessKeyResponse.prototype.secret = "";

                CreateAccessKeyResponse.create = function(properties) {
                    return new CreateAccessKeyResponse(properties);
                };

                CreateAccessKeyResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                        writer.uint32(10).string(message.id);
                    if (message.secret != null && $Object.hasOwnProperty.call(message, "secret") && message.secret !== "")
                        writer.uint32(18).string(message.secret);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                CreateAccessKeyResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.CreateAccessKeyResponse();
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
                                    message.secret = value;
                                else
                                    delete message.secret;
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

                CreateAccessKeyResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.CreateAccessKeyResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.CreateAccessKeyResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.CreateAccessKeyResponse();
                    if (object.id != null)
                        if (typeof object.id !== "string" || object.id.length)
                            message.id = $String(object.id);
                    if (object.secret != null)
                        if (typeof object.secret !== "string" || object.secret.length)
                            message.secret = $String(object.secret);
                    return message;
                };

                CreateAccessKeyResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.id = "";
                        object.secret = "";
                    }
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                        object.id = message.id;
                    if (message.secret != null && $Object.hasOwnProperty.call(message, "secret"))
                        object.secret = message.secret;
                    return object;
                };

                CreateAccessKeyResponse.prototype.toJSON = function() {
                    return CreateAccessKeyResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return CreateAccessKeyResponse;
            })();

            v1.DropAccessKeyRequest = (function() {

                const DropAccessKeyRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                DropAccessKeyRequest.prototype.service = null;
                DropAccessKeyRequest.prototype.id = "";

                DropAccessKeyRequest.create = function(properties) {
                    return new DropAccessKeyRequest(properties);
                };

                DropAccessKeyRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                        writer.uint32(18).string(message.id);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                DropAccessKeyRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.DropAccessKeyRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
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

                DropAccessKeyRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.DropAccessKeyRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.DropAccessKeyRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.DropAccessKeyRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.DropAccessKeyRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.id != null)
                        if (typeof object.id !== "string" || object.id.length)
                            message.id = $String(object.id);
                    return message;
                };

                DropAccessKeyRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.service = null;
                        object.id = "";
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                        object.id = message.id;
                    return object;
                };

                DropAccessKeyRequest.prototype.toJSON = function() {
                    return DropAccessKeyRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return DropAccessKeyRequest;
            })();

            v1.DropAccessKeyResponse = (function() {

                const DropAccessKeyResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                DropAccessKeyResponse.create = function(properties) {
                    return new DropAccessKeyResponse(properties);
                };

                DropAccessKeyResponse.encode = function (message, writer, _depth) {
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

                DropAccessKeyResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.DropAccessKeyResponse();
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

                DropAccessKeyResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.DropAccessKeyResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.DropAccessKeyResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    return new $root.fairway.config.v1.DropAccessKeyResponse();
                };

                DropAccessKeyResponse.toObject = function () {
                    return {};
                };

                DropAccessKeyResponse.prototype.toJSON = function() {
                    return DropAccessKeyResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return DropAccessKeyResponse;
            })();

            v1.SetOpenRequest = (function() {

                const SetOpenRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                SetOpenRequest.prototype.service = null;
                SetOpenRequest.prototype.open = false;

                SetOpenRequest.create = function(properties) {
                    return new SetOpenRequest(properties);
                };

                SetOpenRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.open != null && $Object.hasOwnProperty.call(message, "open") && message.open !== false)
                        writer.uint32(16).bool(message.open);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                SetOpenRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.SetOpenRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.open = value;
                                else
                                    delete message.open;
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

                SetOpenRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.SetOpenRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.SetOpenRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.SetOpenRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.SetOpenRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    if (object.open != null)
                        if (object.open)
                            message.open = $Boolean(object.open);
                    return message;
                };

                SetOpenRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.service = null;
                        object.open = false;
                    }
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    if (message.open != null && $Object.hasOwnProperty.call(message, "open"))
                        object.open = message.open;
                    return object;
                };

                SetOpenRequest.prototype.toJSON = function() {
                    return SetOpenRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return SetOpenRequest;
            })();

            v1.SetOpenResponse = (function() {

                const SetOpenResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                SetOpenResponse.create = function(properties) {
                    return new SetOpenResponse(properties);
                };

                SetOpenResponse.encode = function (message, writer, _depth) {
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

                SetOpenResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.SetOpenResponse();
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

                SetOpenResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.SetOpenResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.SetOpenResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    return new $root.fairway.config.v1.SetOpenResponse();
                };

                SetOpenResponse.toObject = function () {
                    return {};
                };

                SetOpenResponse.prototype.toJSON = function() {
                    return SetOpenResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return SetOpenResponse;
            })();

            v1.ResealRequest = (function() {

                const ResealRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ResealRequest.prototype.service = null;

                ResealRequest.create = function(properties) {
                    return new ResealRequest(properties);
                };

                ResealRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        $root.fairway.config.v1.Service.encode(message.service, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ResealRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.ResealRequest();
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
                                message.service = $root.fairway.config.v1.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
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

                ResealRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.ResealRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.ResealRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.ResealRequest();
                    if (object.service != null) {
                        if (!$util.isObject(object.service))
                            throw $TypeError(".fairway.config.v1.ResealRequest.service: object expected");
                        message.service = $root.fairway.config.v1.Service.fromObject(object.service, _depth + 1);
                    }
                    return message;
                };

                ResealRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.service = null;
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = $root.fairway.config.v1.Service.toObject(message.service, options, _depth + 1);
                    return object;
                };

                ResealRequest.prototype.toJSON = function() {
                    return ResealRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ResealRequest;
            })();

            v1.ResealResponse = (function() {

                const ResealResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ResealResponse.prototype.resealed = 0;
                ResealResponse.prototype.remaining = false;

                ResealResponse.create = function(properties) {
                    return new ResealResponse(properties);
                };

                ResealResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.resealed != null && $Object.hasOwnProperty.call(message, "resealed") && message.resealed !== 0)
                        writer.uint32(8).uint32(message.resealed);
                    if (message.remaining != null && $Object.hasOwnProperty.call(message, "remaining") && message.remaining !== false)
                        writer.uint32(16).bool(message.remaining);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ResealResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.ResealResponse();
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
                                    message.resealed = value;
                                else
                                    delete message.resealed;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.remaining = value;
                                else
                                    delete message.remaining;
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

                ResealResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.ResealResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.ResealResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.ResealResponse();
                    if (object.resealed != null)
                        if ($Number(object.resealed) !== 0)
                            message.resealed = object.resealed >>> 0;
                    if (object.remaining != null)
                        if (object.remaining)
                            message.remaining = $Boolean(object.remaining);
                    return message;
                };

                ResealResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.resealed = 0;
                        object.remaining = false;
                    }
                    if (message.resealed != null && $Object.hasOwnProperty.call(message, "resealed"))
                        object.resealed = message.resealed;
                    if (message.remaining != null && $Object.hasOwnProperty.call(message, "remaining"))
                        object.remaining = message.remaining;
                    return object;
                };

                ResealResponse.prototype.toJSON = function() {
                    return ResealResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ResealResponse;
            })();

            v1.Stale = (function() {

                const Stale = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Stale.prototype.revision = 0;

                Stale.create = function(properties) {
                    return new Stale(properties);
                };

                Stale.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                        writer.uint32(8).uint32(message.revision);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Stale.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.fairway.config.v1.Stale();
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

                Stale.fromObject = function (object, _depth) {
                    if (object instanceof $root.fairway.config.v1.Stale)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".fairway.config.v1.Stale: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.fairway.config.v1.Stale();
                    if (object.revision != null)
                        if ($Number(object.revision) !== 0)
                            message.revision = object.revision >>> 0;
                    return message;
                };

                Stale.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.revision = 0;
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                        object.revision = message.revision;
                    return object;
                };

                Stale.prototype.toJSON = function() {
                    return Stale.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Stale;
            })();

            return v1;
        })();

        return config;
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
