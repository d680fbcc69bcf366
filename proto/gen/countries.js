/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $TypeError = $util.global.TypeError, $Array = $util.global.Array, $Number = $util.global.Number, $String = $util.global.String, $Boolean = $util.global.Boolean, $isFinite = $util.global.isFinite;

const $root = $protobuf.roots["fairway_countries"] || ($protobuf.roots["fairway_countries"] = {});

export const example = $root.example = (() => {

    const example = {};

    example.countries = (function() {

        const countries = {};

        countries.v1 = (function() {

            const v1 = {};

            v1.CountryPage = (function() {

                const CountryPage = function (properties) {
                    this.items = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                CountryPage.prototype.items = $util.emptyArray;
                CountryPage.prototype.total = null;
                CountryPage.prototype.page = 0;
                CountryPage.prototype.perPage = 0;
                CountryPage.prototype.next = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(CountryPage.prototype, "_total", {
                    get: $util.oneOfGetter($oneOfFields = ["total"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(CountryPage.prototype, "_next", {
                    get: $util.oneOfGetter($oneOfFields = ["next"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                CountryPage.create = function(properties) {
                    return new CountryPage(properties);
                };

                CountryPage.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.items != null && message.items.length)
                        for (let i = 0; i < message.items.length; ++i)
                            $root.example.countries.v1.Country.encode(message.items[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.total != null && $Object.hasOwnProperty.call(message, "total"))
                        writer.uint32(16).uint32(message.total);
                    if (message.page != null && $Object.hasOwnProperty.call(message, "page") && message.page !== 0)
                        writer.uint32(24).uint32(message.page);
                    if (message.perPage != null && $Object.hasOwnProperty.call(message, "perPage") && message.perPage !== 0)
                        writer.uint32(32).uint32(message.perPage);
                    if (message.next != null && $Object.hasOwnProperty.call(message, "next"))
                        writer.uint32(42).string(message.next);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                CountryPage.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.example.countries.v1.CountryPage();
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
                                if (!(message.items && message.items.length))
                                    message.items = [];
                                message.items.push($root.example.countries.v1.Country.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                message.total = reader.uint32();
                                message._total = "total";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.page = value;
                                else
                                    delete message.page;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.perPage = value;
                                else
                                    delete message.perPage;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.next = reader.stringVerify();
                                message._next = "next";
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

                CountryPage.fromObject = function (object, _depth) {
                    if (object instanceof $root.example.countries.v1.CountryPage)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".example.countries.v1.CountryPage: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.example.countries.v1.CountryPage();
                    if (object.items) {
                        if (!$Array.isArray(object.items))
                            throw $TypeError(".example.countries.v1.CountryPage.items: array expected");
                        message.items = $Array(object.items.length);
                        for (let i = 0; i < object.items.length; ++i) {
                            if (!$util.isObject(object.items[i]))
                                throw $TypeError(".example.countries.v1.CountryPage.items: object expected");
                            message.items[i] = $root.example.countries.v1.Country.fromObject(object.items[i], _depth + 1);
                        }
                    }
                    if (object.total != null)
                        message.total = object.total >>> 0;
                    if (object.page != null)
                        if ($Number(object.page) !== 0)
                            message.page = object.page >>> 0;
                    if (object.perPage != null)
                        if ($Number(object.perPage) !== 0)
                            message.perPage = object.perPage >>> 0;
                    if (object.next != null)
                        message.next = $String(object.next);
                    return message;
                };

                CountryPage.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.items = [];
                    if (options.defaults) {
                        object.page = 0;
                        object.perPage = 0;
                    }
                    if (message.items && message.items.length) {
                        object.items = $Array(message.items.length);
                        for (let j = 0; j < message.items.length; ++j)
                            object.items[j] = $root.example.countries.v1.Country.toObject(message.items[j], options, _depth + 1);
                    }
                    if (message.total != null && $Object.hasOwnProperty.call(message, "total"))
                        object.total = message.total;
                    if (message.page != null && $Object.hasOwnProperty.call(message, "page"))
                        object.page = message.page;
                    if (message.perPage != null && $Object.hasOwnProperty.call(message, "perPage"))
                        object.perPage = message.perPage;
                    if (message.next != null && $Object.hasOwnProperty.call(message, "next"))
                        object.next = message.next;
                    return object;
                };

                CountryPage.prototype.toJSON = function() {
                    return CountryPage.toObject(this, $protobuf.util.toJSONOptions);
                };

                return CountryPage;
            })();

            v1.Country = (function() {

                const Country = function (properties) {
                    this.capital = [];
                    this.latlng = [];
                    this.currencies = {};
                    this.languages = {};
                    this.translations = {};
                    this.borders = [];
                    this.tld = [];
                    this.altSpellings = [];
                    this.demonyms = {};
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Country.prototype.name = null;
                Country.prototype.cca2 = "";
                Country.prototype.cca3 = "";
                Country.prototype.flag = null;
                Country.prototype.region = "";
                Country.prototype.subregion = null;
                Country.prototype.capital = $util.emptyArray;
                Country.prototype.latlng = $util.emptyArray;
                Country.prototype.area = 0;
                Country.prototype.currencies = $util.emptyObject;
                Country.prototype.languages = $util.emptyObject;
                Country.prototype.translations = $util.emptyObject;
                Country.prototype.borders = $util.emptyArray;
                Country.prototype.landlocked = null;
                Country.prototype.independent = null;
                Country.prototype.unMember = null;
                Country.prototype.unRegionalGroup = null;
                Country.prototype.ccn3 = null;
                Country.prototype.cioc = null;
                Country.prototype.status = "";
                Country.prototype.tld = $util.emptyArray;
                Country.prototype.idd = null;
                Country.prototype.altSpellings = $util.emptyArray;
                Country.prototype.demonyms = $util.emptyObject;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Country.prototype, "_flag", {
                    get: $util.oneOfGetter($oneOfFields = ["flag"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Country.prototype, "_subregion", {
                    get: $util.oneOfGetter($oneOfFields = ["subregion"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Country.prototype, "_landlocked", {
                    get: $util.oneOfGetter($oneOfFields = ["landlocked"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Country.prototype, "_independent", {
                    get: $util.oneOfGetter($oneOfFields = ["independent"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Country.prototype, "_unMember", {
                    get: $util.oneOfGetter($oneOfFields = ["unMember"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Country.prototype, "_unRegionalGroup", {
                    get: $util.oneOfGetter($oneOfFields = ["unRegionalGroup"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Country.prototype, "_ccn3", {
                    get: $util.oneOfGetter($oneOfFields = ["ccn3"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Country.prototype, "_cioc", {
                    get: $util.oneOfGetter($oneOfFields = ["cioc"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                Country.create = function(properties) {
                    return new Country(properties);
                };

                Country.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                        $root.example.countries.v1.CountryName.encode(message.name, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.cca2 != null && $Object.hasOwnProperty.call(message, "cca2") && message.cca2 !== "")
                        writer.uint32(18).string(message.cca2);
                    if (message.cca3 != null && $Object.hasOwnProperty.call(message, "cca3") && message.cca3 !== "")
                        writer.uint32(26).string(message.cca3);
                    if (message.flag != null && $Object.hasOwnProperty.call(message, "flag"))
                        writer.uint32(34).string(message.flag);
                    if (message.region != null && $Object.hasOwnProperty.call(message, "region") && message.region !== "")
                        writer.uint32(42).string(message.region);
                    if (message.subregion != null && $Object.hasOwnProperty.call(message, "subregion"))
                        writer.uint32(50).string(message.subregion);
                    if (message.capital != null && message.capital.length)
                        for (let i = 0; i < message.capital.length; ++i)
                            writer.uint32(58).string(message.capital[i]);
                    if (message.latlng != null && message.latlng.length)
                        writer.uint32(66).doubles(message.latlng);
                    if (message.area != null && $Object.hasOwnProperty.call(message, "area") && !$Object.is(message.area, 0))
                        writer.uint32(73).double(message.area);
                    if (message.currencies != null && $Object.hasOwnProperty.call(message, "currencies"))
                        for (let keys = $Object.keys(message.currencies), i = 0; i < keys.length; ++i) {
                            writer.uint32(82).fork().uint32(10).string(keys[i]);
                            $root.example.countries.v1.Currency.encode(message.currencies[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                        }
                    if (message.languages != null && $Object.hasOwnProperty.call(message, "languages"))
                        for (let keys = $Object.keys(message.languages), i = 0; i < keys.length; ++i)
                            writer.uint32(90).fork().uint32(10).string(keys[i]).uint32(18).string(message.languages[keys[i]]).ldelim();
                    if (message.translations != null && $Object.hasOwnProperty.call(message, "translations"))
                        for (let keys = $Object.keys(message.translations), i = 0; i < keys.length; ++i) {
                            writer.uint32(98).fork().uint32(10).string(keys[i]);
                            $root.example.countries.v1.Name.encode(message.translations[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                        }
                    if (message.borders != null && message.borders.length)
                        for (let i = 0; i < message.borders.length; ++i)
                            writer.uint32(106).string(message.borders[i]);
                    if (message.landlocked != null && $Object.hasOwnProperty.call(message, "landlocked"))
                        writer.uint32(112).bool(message.landlocked);
                    if (message.independent != null && $Object.hasOwnProperty.call(message, "independent"))
                        writer.uint32(120).bool(message.independent);
                    if (message.unMember != null && $Object.hasOwnProperty.call(message, "unMember"))
                        writer.uint32(128).bool(message.unMember);
                    if (message.unRegionalGroup != null && $Object.hasOwnProperty.call(message, "unRegionalGroup"))
                        writer.uint32(138).string(message.unRegionalGroup);
                    if (message.ccn3 != null && $Object.hasOwnProperty.call(message, "ccn3"))
                        writer.uint32(146).string(message.ccn3);
                    if (message.cioc != null && $Object.hasOwnProperty.call(message, "cioc"))
                        writer.uint32(154).string(message.cioc);
                    if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== "")
                        writer.uint32(162).string(message.status);
                    if (message.tld != null && message.tld.length)
                        for (let i = 0; i < message.tld.length; ++i)
                            writer.uint32(170).string(message.tld[i]);
                    if (message.idd != null && $Object.hasOwnProperty.call(message, "idd"))
                        $root.example.countries.v1.DialingCode.encode(message.idd, writer.uint32(178).fork(), _depth + 1).ldelim();
                    if (message.altSpellings != null && message.altSpellings.length)
                        for (let i = 0; i < message.altSpellings.length; ++i)
                            writer.uint32(186).string(message.altSpellings[i]);
                    if (message.demonyms != null && $Object.hasOwnProperty.call(message, "demonyms"))
                        for (let keys = $Object.keys(message.demonyms), i = 0; i < keys.length; ++i) {
                            writer.uint32(194).fork().uint32(10).string(keys[i]);
                            $root.example.countries.v1.Demonym.encode(message.demonyms[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                        }
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Country.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.example.countries.v1.Country();
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
                                message.name = $root.example.countries.v1.CountryName.decode(reader, reader.size(), $undefined, _depth + 1, message.name);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.cca2 = value;
                                else
                                    delete message.cca2;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.cca3 = value;
                                else
                                    delete message.cca3;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.flag = reader.stringVerify();
                                message._flag = "flag";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.region = value;
                                else
                                    delete message.region;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.subregion = reader.stringVerify();
                                message._subregion = "subregion";
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.capital && message.capital.length))
                                    message.capital = [];
                                message.capital.push(reader.stringVerify());
                                continue;
                            }
                        case 8: {
                                if (wireType === 2) {
                                    if (!(message.latlng && message.latlng.length))
                                        message.latlng = [];
                                    reader.doubles(message.latlng);
                                    continue;
                                }
                                if (wireType !== 1)
                                    break;
                                if (!(message.latlng && message.latlng.length))
                                    message.latlng = [];
                                message.latlng.push(reader.double());
                                continue;
                            }
                        case 9: {
                                if (wireType !== 1)
                                    break;
                                if (!$Object.is(value = reader.double(), 0))
                                    message.area = value;
                                else
                                    delete message.area;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                if (message.currencies === $util.emptyObject)
                                    message.currencies = {};
                                let end2 = reader.size() + reader.pos;
                                if (end2 > reader.len)
                                    throw $RangeError("index out of range");
                                reader.len = end2;
                                key = "";
                                value = null;
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
                                        value = $root.example.countries.v1.Currency.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                        continue;
                                    }
                                    reader.skipType(wireType, _depth, tag2);
                                }
                                if (reader.pos !== end2)
                                    throw $RangeError("index out of range");
                                reader.len = end;
                                if (key === "__proto__")
                                    $util.makeProp(message.currencies, key);
                                message.currencies[key] = value || new $root.example.countries.v1.Currency();
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                if (message.languages === $util.emptyObject)
                                    message.languages = {};
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
                                    $util.makeProp(message.languages, key);
                                message.languages[key] = value;
                                continue;
                            }
                        case 12: {
                                if (wireType !== 2)
                                    break;
                                if (message.translations === $util.emptyObject)
                                    message.translations = {};
                                let end2 = reader.size() + reader.pos;
                                if (end2 > reader.len)
                                    throw $RangeError("index out of range");
                                reader.len = end2;
                                key = "";
                                value = null;
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
                                        value = $root.example.countries.v1.Name.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                        continue;
                                    }
                                    reader.skipType(wireType, _depth, tag2);
                                }
                                if (reader.pos !== end2)
                                    throw $RangeError("index out of range");
                                reader.len = end;
                                if (key === "__proto__")
                                    $util.makeProp(message.translations, key);
                                message.translations[key] = value || new $root.example.countries.v1.Name();
                                continue;
                            }
                        case 13: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.borders && message.borders.length))
                                    message.borders = [];
                                message.borders.push(reader.stringVerify());
                                continue;
                            }
                        case 14: {
                                if (wireType !== 0)
                                    break;
                                message.landlocked = reader.bool();
                                message._landlocked = "landlocked";
                                continue;
                            }
                        case 15: {
                                if (wireType !== 0)
                                    break;
                                message.independent = reader.bool();
                                message._independent = "independent";
                                continue;
                            }
                        case 16: {
                                if (wireType !== 0)
                                    break;
                                message.unMember = reader.bool();
                                message._unMember = "unMember";
                                continue;
                            }
                        case 17: {
                                if (wireType !== 2)
                                    break;
                                message.unRegionalGroup = reader.stringVerify();
                                message._unRegionalGroup = "unRegionalGroup";
                                continue;
                            }
                        case 18: {
                                if (wireType !== 2)
                                    break;
                                message.ccn3 = reader.stringVerify();
                                message._ccn3 = "ccn3";
                                continue;
                            }
                        case 19: {
                                if (wireType !== 2)
                                    break;
                                message.cioc = reader.stringVerify();
                                message._cioc = "cioc";
                                continue;
                            }
                        case 20: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.status = value;
                                else
                                    delete message.status;
                                continue;
                            }
                        case 21: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.tld && message.tld.length))
                                    message.tld = [];
                                message.tld.push(reader.stringVerify());
                                continue;
                            }
                        case 22: {
                                if (wireType !== 2)
                                    break;
                                message.idd = $root.example.countries.v1.DialingCode.decode(reader, reader.size(), $undefined, _depth + 1, message.idd);
                                continue;
                            }
                        case 23: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.altSpellings && message.altSpellings.length))
                                    message.altSpellings = [];
                                message.altSpellings.push(reader.stringVerify());
                                continue;
                            }
                        case 24: {
                                if (wireType !== 2)
                                    break;
                                if (message.demonyms === $util.emptyObject)
                                    message.demonyms = {};
                                let end2 = reader.size() + reader.pos;
                                if (end2 > reader.len)
                                    throw $RangeError("index out of range");
                                reader.len = end2;
                                key = "";
                                value = null;
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
                                        value = $root.example.countries.v1.Demonym.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                        continue;
                                    }
                                    reader.skipType(wireType, _depth, tag2);
                                }
                                if (reader.pos !== end2)
                                    throw $RangeError("index out of range");
                                reader.len = end;
                                if (key === "__proto__")
                                    $util.makeProp(message.demonyms, key);
                                message.demonyms[key] = value || new $root.example.countries.v1.Demonym();
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

                Country.fromObject = function (object, _depth) {
                    if (object instanceof $root.example.countries.v1.Country)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".example.countries.v1.Country: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.example.countries.v1.Country();
                    if (object.name != null) {
                        if (!$util.isObject(object.name))
                            throw $TypeError(".example.countries.v1.Country.name: object expected");
                        message.name = $root.example.countries.v1.CountryName.fromObject(object.name, _depth + 1);
                    }
                    if (object.cca2 != null)
                        if (typeof object.cca2 !== "string" || object.cca2.length)
                            message.cca2 = $String(object.cca2);
                    if (object.cca3 != null)
                        if (typeof object.cca3 !== "string" || object.cca3.length)
                            message.cca3 = $String(object.cca3);
                    if (object.flag != null)
                        message.flag = $String(object.flag);
                    if (object.region != null)
                        if (typeof object.region !== "string" || object.region.length)
                            message.region = $String(object.region);
                    if (object.subregion != null)
                        message.subregion = $String(object.subregion);
                    if (object.capital) {
                        if (!$Array.isArray(object.capital))
                            throw $TypeError(".example.countries.v1.Country.capital: array expected");
                        message.capital = $Array(object.capital.length);
                        for (let i = 0; i < object.capital.length; ++i)
                            message.capital[i] = $String(object.capital[i]);
                    }
                    if (object.latlng) {
                        if (!$Array.isArray(object.latlng))
                            throw $TypeError(".example.countries.v1.Country.latlng: array expected");
                        message.latlng = $Array(object.latlng.length);
                        for (let i = 0; i < object.latlng.length; ++i)
                            message.latlng[i] = $Number(object.latlng[i]);
                    }
                    if (object.area != null)
                        if (!$Object.is($Number(object.area), 0))
                            message.area = $Number(object.area);
                    if (object.currencies) {
                        if (!$util.isObject(object.currencies))
                            throw $TypeError(".example.countries.v1.Country.currencies: object expected");
                        message.currencies = {};
                        for (let keys = $Object.keys(object.currencies), i = 0; i < keys.length; ++i) {
                            if (keys[i] === "__proto__")
                                $util.makeProp(message.currencies, keys[i]);
                            if (!$util.isObject(object.currencies[keys[i]]))
                                throw $TypeError(".example.countries.v1.Country.currencies: object expected");
                            message.currencies[keys[i]] = $root.example.countries.v1.Currency.fromObject(object.currencies[keys[i]], _depth + 1);
                        }
                    }
                    if (object.languages) {
                        if (!$util.isObject(object.languages))
                            throw $TypeError(".example.countries.v1.Country.languages: object expected");
                        message.languages = {};
                        for (let keys = $Object.keys(object.languages), i = 0; i < keys.length; ++i) {
                            if (keys[i] === "__proto__")
                                $util.makeProp(message.languages, keys[i]);
                            message.languages[keys[i]] = $String(object.languages[keys[i]]);
                        }
                    }
                    if (object.translations) {
                        if (!$util.isObject(object.translations))
                            throw $TypeError(".example.countries.v1.Country.translations: object expected");
                        message.translations = {};
                        for (let keys = $Object.keys(object.translations), i = 0; i < keys.length; ++i) {
                            if (keys[i] === "__proto__")
                                $util.makeProp(message.translations, keys[i]);
                            if (!$util.isObject(object.translations[keys[i]]))
                                throw $TypeError(".example.countries.v1.Country.translations: object expected");
                            message.translations[keys[i]] = $root.example.countries.v1.Name.fromObject(object.translations[keys[i]], _depth + 1);
                        }
                    }
                    if (object.borders) {
                        if (!$Array.isArray(object.borders))
                            throw $TypeError(".example.countries.v1.Country.borders: array expected");
                        message.borders = $Array(object.borders.length);
                        for (let i = 0; i < object.borders.length; ++i)
                            message.borders[i] = $String(object.borders[i]);
                    }
                    if (object.landlocked != null)
                        message.landlocked = $Boolean(object.landlocked);
                    if (object.independent != null)
                        message.independent = $Boolean(object.independent);
                    if (object.unMember != null)
                        message.unMember = $Boolean(object.unMember);
                    if (object.unRegionalGroup != null)
                        message.unRegionalGroup = $String(object.unRegionalGroup);
                    if (object.ccn3 != null)
                        message.ccn3 = $String(object.ccn3);
                    if (object.cioc != null)
                        message.cioc = $String(object.cioc);
                    if (object.status != null)
                        if (typeof object.status !== "string" || object.status.length)
                            message.status = $String(object.status);
                    if (object.tld) {
                        if (!$Array.isArray(object.tld))
                            throw $TypeError(".example.countries.v1.Country.tld: array expected");
                        message.tld = $Array(object.tld.length);
                        for (let i = 0; i < object.tld.length; ++i)
                            message.tld[i] = $String(object.tld[i]);
                    }
                    if (object.idd != null) {
                        if (!$util.isObject(object.idd))
                            throw $TypeError(".example.countries.v1.Country.idd: object expected");
                        message.idd = $root.example.countries.v1.DialingCode.fromObject(object.idd, _depth + 1);
                    }
                    if (object.altSpellings) {
                        if (!$Array.isArray(object.altSpellings))
                            throw $TypeError(".example.countries.v1.Country.altSpellings: array expected");
                        message.altSpellings = $Array(object.altSpellings.length);
                        for (let i = 0; i < object.altSpellings.length; ++i)
                            message.altSpellings[i] = $String(object.altSpellings[i]);
                    }
                    if (object.demonyms) {
                        if (!$util.isObject(object.demonyms))
                            throw $TypeError(".example.countries.v1.Country.demonyms: object expected");
                        message.demonyms = {};
                        for (let keys = $Object.keys(object.demonyms), i = 0; i < keys.length; ++i) {
                            if (keys[i] === "__proto__")
                                $util.makeProp(message.demonyms, keys[i]);
                            if (!$util.isObject(object.demonyms[keys[i]]))
                                throw $TypeError(".example.countries.v1.Country.demonyms: object expected");
                            message.demonyms[keys[i]] = $root.example.countries.v1.Demonym.fromObject(object.demonyms[keys[i]], _depth + 1);
                        }
                    }
                    return message;
                };

                Country.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults) {
                        object.capital = [];
                        object.latlng = [];
                        object.borders = [];
                        object.tld = [];
                        object.altSpellings = [];
                    }
                    if (options.objects || options.defaults) {
                        object.currencies = {};
                        object.languages = {};
                        object.translations = {};
                        object.demonyms = {};
                    }
                    if (options.defaults) {
                        object.name = null;
                        object.cca2 = "";
                        object.cca3 = "";
                        object.region = "";
                        object.area = 0;
                        object.status = "";
                        object.idd = null;
                    }
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                        object.name = $root.example.countries.v1.CountryName.toObject(message.name, options, _depth + 1);
                    if (message.cca2 != null && $Object.hasOwnProperty.call(message, "cca2"))
                        object.cca2 = message.cca2;
                    if (message.cca3 != null && $Object.hasOwnProperty.call(message, "cca3"))
                        object.cca3 = message.cca3;
                    if (message.flag != null && $Object.hasOwnProperty.call(message, "flag"))
                        object.flag = message.flag;
                    if (message.region != null && $Object.hasOwnProperty.call(message, "region"))
                        object.region = message.region;
                    if (message.subregion != null && $Object.hasOwnProperty.call(message, "subregion"))
                        object.subregion = message.subregion;
                    if (message.capital && message.capital.length) {
                        object.capital = $Array(message.capital.length);
                        for (let j = 0; j < message.capital.length; ++j)
                            object.capital[j] = message.capital[j];
                    }
                    if (message.latlng && message.latlng.length) {
                        object.latlng = $Array(message.latlng.length);
                        for (let j = 0; j < message.latlng.length; ++j)
                            object.latlng[j] = options.json && !$isFinite(message.latlng[j]) ? $String(message.latlng[j]) : message.latlng[j];
                    }
                    if (message.area != null && $Object.hasOwnProperty.call(message, "area"))
                        object.area = options.json && !$isFinite(message.area) ? $String(message.area) : message.area;
                    let keys2;
                    if (message.currencies && (keys2 = $Object.keys(message.currencies)).length) {
                        object.currencies = {};
                        for (let j = 0; j < keys2.length; ++j) {
                            if (keys2[j] === "__proto__")
                                $util.makeProp(object.currencies, keys2[j]);
                            object.currencies[keys2[j]] = $root.example.countries.v1.Currency.toObject(message.currencies[keys2[j]], options, _depth + 1);
                        }
                    }
                    if (message.languages && (keys2 = $Object.keys(message.languages)).length) {
                        object.languages = {};
                        for (let j = 0; j < keys2.length; ++j) {
                            if (keys2[j] === "__proto__")
                                $util.makeProp(object.languages, keys2[j]);
                            object.languages[keys2[j]] = message.languages[keys2[j]];
                        }
                    }
                    if (message.translations && (keys2 = $Object.keys(message.translations)).length) {
                        object.translations = {};
                        for (let j = 0; j < keys2.length; ++j) {
                            if (keys2[j] === "__proto__")
                                $util.makeProp(object.translations, keys2[j]);
                            object.translations[keys2[j]] = $root.example.countries.v1.Name.toObject(message.translations[keys2[j]], options, _depth + 1);
                        }
                    }
                    if (message.borders && message.borders.length) {
                        object.borders = $Array(message.borders.length);
                        for (let j = 0; j < message.borders.length; ++j)
                            object.borders[j] = message.borders[j];
                    }
                    if (message.landlocked != null && $Object.hasOwnProperty.call(message, "landlocked"))
                        object.landlocked = message.landlocked;
                    if (message.independent != null && $Object.hasOwnProperty.call(message, "independent"))
                        object.independent = message.independent;
                    if (message.unMember != null && $Object.hasOwnProperty.call(message, "unMember"))
                        object.unMember = message.unMember;
                    if (message.unRegionalGroup != null && $Object.hasOwnProperty.call(message, "unRegionalGroup"))
                        object.unRegionalGroup = message.unRegionalGroup;
                    if (message.ccn3 != null && $Object.hasOwnProperty.call(message, "ccn3"))
                        object.ccn3 = message.ccn3;
                    if (message.cioc != null && $Object.hasOwnProperty.call(message, "cioc"))
                        object.cioc = message.cioc;
                    if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                        object.status = message.status;
                    if (message.tld && message.tld.length) {
                        object.tld = $Array(message.tld.length);
                        for (let j = 0; j < message.tld.length; ++j)
                            object.tld[j] = message.tld[j];
                    }
                    if (message.idd != null && $Object.hasOwnProperty.call(message, "idd"))
                        object.idd = $root.example.countries.v1.DialingCode.toObject(message.idd, options, _depth + 1);
                    if (message.altSpellings && message.altSpellings.length) {
                        object.altSpellings = $Array(message.altSpellings.length);
                        for (let j = 0; j < message.altSpellings.length; ++j)
                            object.altSpellings[j] = message.altSpellings[j];
                    }
                    if (message.demonyms && (keys2 = $Object.keys(message.demonyms)).length) {
                        object.demonyms = {};
                        for (let j = 0; j < keys2.length; ++j) {
                            if (keys2[j] === "__proto__")
                                $util.makeProp(object.demonyms, keys2[j]);
                            object.demonyms[keys2[j]] = $root.example.countries.v1.Demonym.toObject(message.demonyms[keys2[j]], options, _depth + 1);
                        }
                    }
                    return object;
                };

                Country.prototype.toJSON = function() {
                    return Country.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Country;
            })();

            v1.CountryName = (function() {

                const CountryName = function (properties) {
                    this.native = {};
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                CountryName.prototype.common = "";
                CountryName.prototype.official = "";
                CountryName.prototype.native = $util.emptyObject;

                CountryName.create = function(properties) {
                    return new CountryName(properties);
                };

                CountryName.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.common != null && $Object.hasOwnProperty.call(message, "common") && message.common !== "")
                        writer.uint32(10).string(message.common);
                    if (message.official != null && $Object.hasOwnProperty.call(message, "official") && message.official !== "")
                        writer.uint32(18).string(message.official);
                    if (message.native != null && $Object.hasOwnProperty.call(message, "native"))
                        for (let keys = $Object.keys(message.native), i = 0; i < keys.length; ++i) {
                            writer.uint32(26).fork().uint32(10).string(keys[i]);
                            $root.example.countries.v1.Name.encode(message.native[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                        }
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                CountryName.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.example.countries.v1.CountryName();
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
                                    message.common = value;
                                else
                                    delete message.common;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.official = value;
                                else
                                    delete message.official;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (message.native === $util.emptyObject)
                                    message.native = {};
                                let end2 = reader.size() + reader.pos;
                                if (end2 > reader.len)
                                    throw $RangeError("index out of range");
                                reader.len = end2;
                                key = "";
                                value = null;
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
                                        value = $root.example.countries.v1.Name.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                        continue;
                                    }
                                    reader.skipType(wireType, _depth, tag2);
                                }
                                if (reader.pos !== end2)
                                    throw $RangeError("index out of range");
                                reader.len = end;
                                if (key === "__proto__")
                                    $util.makeProp(message.native, key);
                                message.native[key] = value || new $root.example.countries.v1.Name();
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

                CountryName.fromObject = function (object, _depth) {
                    if (object instanceof $root.example.countries.v1.CountryName)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".example.countries.v1.CountryName: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.example.countries.v1.CountryName();
                    if (object.common != null)
                        if (typeof object.common !== "string" || object.common.length)
                            message.common = $String(object.common);
                    if (object.official != null)
                        if (typeof object.official !== "string" || object.official.length)
                            message.official = $String(object.official);
                    if (object.native) {
                        if (!$util.isObject(object.native))
                            throw $TypeError(".example.countries.v1.CountryName.native: object expected");
                        message.native = {};
                        for (let keys = $Object.keys(object.native), i = 0; i < keys.length; ++i) {
                            if (keys[i] === "__proto__")
                                $util.makeProp(message.native, keys[i]);
                            if (!$util.isObject(object.native[keys[i]]))
                                throw $TypeError(".example.countries.v1.CountryName.native: object expected");
                            message.native[keys[i]] = $root.example.countries.v1.Name.fromObject(object.native[keys[i]], _depth + 1);
                        }
                    }
                    return message;
                };

                CountryName.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.objects || options.defaults)
                        object.native = {};
                    if (options.defaults) {
                        object.common = "";
                        object.official = "";
                    }
                    if (message.common != null && $Object.hasOwnProperty.call(message, "common"))
                        object.common = message.common;
                    if (message.official != null && $Object.hasOwnProperty.call(message, "official"))
                        object.official = message.official;
                    let keys2;
                    if (message.native && (keys2 = $Object.keys(message.native)).length) {
                        object.native = {};
                        for (let j = 0; j < keys2.length; ++j) {
                            if (keys2[j] === "__proto__")
                                $util.makeProp(object.native, keys2[j]);
                            object.native[keys2[j]] = $root.example.countries.v1.Name.toObject(message.native[keys2[j]], options, _depth + 1);
                        }
                    }
                    return object;
                };

                CountryName.prototype.toJSON = function() {
                    return CountryName.toObject(this, $protobuf.util.toJSONOptions);
                };

                return CountryName;
            })();

            v1.Name = (function() {

                const Name = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Name.prototype.common = "";
                Name.prototype.official = "";

                Name.create = function(properties) {
                    return new Name(properties);
                };

                Name.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.common != null && $Object.hasOwnProperty.call(message, "common") && message.common !== "")
                        writer.uint32(10).string(message.common);
                    if (message.official != null && $Object.hasOwnProperty.call(message, "official") && message.official !== "")
                        writer.uint32(18).string(message.official);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Name.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.example.countries.v1.Name();
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
                                    message.common = value;
                                else
                                    delete message.common;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.official = value;
                                else
                                    delete message.official;
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

                Name.fromObject = function (object, _depth) {
                    if (object instanceof $root.example.countries.v1.Name)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".example.countries.v1.Name: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.example.countries.v1.Name();
                    if (object.common != null)
                        if (typeof object.common !== "string" || object.common.length)
                            message.common = $String(object.common);
                    if (object.official != null)
                        if (typeof object.official !== "string" || object.official.length)
                            message.official = $String(object.official);
                    return message;
                };

                Name.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.common = "";
                        object.official = "";
                    }
                    if (message.common != null && $Object.hasOwnProperty.call(message, "common"))
                        object.common = message.common;
                    if (message.official != null && $Object.hasOwnProperty.call(message, "official"))
                        object.official = message.official;
                    return object;
                };

                Name.prototype.toJSON = function() {
                    return Name.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Name;
            })();

            v1.Currency = (function() {

                const Currency = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Currency.prototype.name = "";
                Currency.prototype.symbol = "";

                Currency.create = function(properties) {
                    return new Currency(properties);
                };

                Currency.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                        writer.uint32(10).string(message.name);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(18).string(message.symbol);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Currency.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.example.countries.v1.Currency();
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
                                    message.symbol = value;
                                else
                                    delete message.symbol;
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

                Currency.fromObject = function (object, _depth) {
                    if (object instanceof $root.example.countries.v1.Currency)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".example.countries.v1.Currency: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.example.countries.v1.Currency();
                    if (object.name != null)
                        if (typeof object.name !== "string" || object.name.length)
                            message.name = $String(object.name);
                    if (object.symbol != null)
                        if (typeof object.symbol !== "string" || object.symbol.length)
                            message.symbol = $String(object.symbol);
                    return message;
                };

                Currency.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.name = "";
                        object.symbol = "";
                    }
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                        object.name = message.name;
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol"))
                        object.symbol = message.symbol;
                    return object;
                };

                Currency.prototype.toJSON = function() {
                    return Currency.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Currency;
            })();

            v1.DialingCode = (function() {

                const DialingCode = function (properties) {
                    this.suffixes = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                DialingCode.prototype.root = null;
                DialingCode.prototype.suffixes = $util.emptyArray;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(DialingCode.prototype, "_root", {
                    get: $util.oneOfGetter($oneOfFields = ["root"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                DialingCode.create = function(properties) {
                    return new DialingCode(properties);
                };

                DialingCode.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.root != null && $Object.hasOwnProperty.call(message, "root"))
                        writer.uint32(10).string(message.root);
                    if (message.suffixes != null && message.suffixes.length)
                        for (let i = 0; i < message.suffixes.length; ++i)
                            writer.uint32(18).string(message.suffixes[i]);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                DialingCode.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.example.countries.v1.DialingCode();
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
                                message.root = reader.stringVerify();
                                message._root = "root";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.suffixes && message.suffixes.length))
                                    message.suffixes = [];
                                message.suffixes.push(reader.stringVerify());
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

                DialingCode.fromObject = function (object, _depth) {
                    if (object instanceof $root.example.countries.v1.DialingCode)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".example.countries.v1.DialingCode: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.example.countries.v1.DialingCode();
                    if (object.root != null)
                        message.root = $String(object.root);
                    if (object.suffixes) {
                        if (!$Array.isArray(object.suffixes))
                            throw $TypeError(".example.countries.v1.DialingCode.suffixes: array expected");
                        message.suffixes = $Array(object.suffixes.length);
                        for (let i = 0; i < object.suffixes.length; ++i)
                            message.suffixes[i] = $String(object.suffixes[i]);
                    }
                    return message;
                };

                DialingCode.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.suffixes = [];
                    if (message.root != null && $Object.hasOwnProperty.call(message, "root"))
                        object.root = message.root;
                    if (message.suffixes && message.suffixes.length) {
                        object.suffixes = $Array(message.suffixes.length);
                        for (let j = 0; j < message.suffixes.length; ++j)
                            object.suffixes[j] = message.suffixes[j];
                    }
                    return object;
                };

                DialingCode.prototype.toJSON = function() {
                    return DialingCode.toObject(this, $protobuf.util.toJSONOptions);
                };

                return DialingCode;
            })();

            v1.Demonym = (function() {

                const Demonym = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Demonym.prototype.f = null;
                Demonym.prototype.m = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Demonym.prototype, "_f", {
                    get: $util.oneOfGetter($oneOfFields = ["f"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Demonym.prototype, "_m", {
                    get: $util.oneOfGetter($oneOfFields = ["m"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                Demonym.create = function(properties) {
                    return new Demonym(properties);
                };

                Demonym.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.f != null && $Object.hasOwnProperty.call(message, "f"))
                        writer.uint32(10).string(message.f);
                    if (message.m != null && $Object.hasOwnProperty.call(message, "m"))
                        writer.uint32(18).string(message.m);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Demonym.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.example.countries.v1.Demonym();
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
                                message.f = reader.stringVerify();
                                message._f = "f";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.m = reader.stringVerify();
                                message._m = "m";
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

                Demonym.fromObject = function (object, _depth) {
                    if (object instanceof $root.example.countries.v1.Demonym)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".example.countries.v1.Demonym: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.example.countries.v1.Demonym();
                    if (object.f != null)
                        message.f = $String(object.f);
                    if (object.m != null)
                        message.m = $String(object.m);
                    return message;
                };

                Demonym.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (message.f != null && $Object.hasOwnProperty.call(message, "f"))
                        object.f = message.f;
                    if (message.m != null && $Object.hasOwnProperty.call(message, "m"))
                        object.m = message.m;
                    return object;
                };

                Demonym.prototype.toJSON = function() {
                    return Demonym.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Demonym;
            })();

            v1.CountrySummary = (function() {

                const CountrySummary = function (properties) {
                    this.capital = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                CountrySummary.prototype.cca2 = "";
                CountrySummary.prototype.cca3 = "";
                CountrySummary.prototype.name = null;
                CountrySummary.prototype.flag = null;
                CountrySummary.prototype.capital = $util.emptyArray;
                CountrySummary.prototype.region = "";
                CountrySummary.prototype.subregion = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(CountrySummary.prototype, "_flag", {
                    get: $util.oneOfGetter($oneOfFields = ["flag"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(CountrySummary.prototype, "_subregion", {
                    get: $util.oneOfGetter($oneOfFields = ["subregion"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                CountrySummary.create = function(properties) {
                    return new CountrySummary(properties);
                };

                CountrySummary.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.cca2 != null && $Object.hasOwnProperty.call(message, "cca2") && message.cca2 !== "")
                        writer.uint32(10).string(message.cca2);
                    if (message.cca3 != null && $Object.hasOwnProperty.call(message, "cca3") && message.cca3 !== "")
                        writer.uint32(18).string(message.cca3);
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                        $root.example.countries.v1.Name.encode(message.name, writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.flag != null && $Object.hasOwnProperty.call(message, "flag"))
                        writer.uint32(34).string(message.flag);
                    if (message.capital != null && message.capital.length)
                        for (let i = 0; i < message.capital.length; ++i)
                            writer.uint32(42).string(message.capital[i]);
                    if (message.region != null && $Object.hasOwnProperty.call(message, "region") && message.region !== "")
                        writer.uint32(50).string(message.region);
                    if (message.subregion != null && $Object.hasOwnProperty.call(message, "subregion"))
                        writer.uint32(58).string(message.subregion);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                CountrySummary.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.example.countries.v1.CountrySummary();
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
                                    message.cca2 = value;
                                else
                                    delete message.cca2;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.cca3 = value;
                                else
                                    delete message.cca3;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.name = $root.example.countries.v1.Name.decode(reader, reader.size(), $undefined, _depth + 1, message.name);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.flag = reader.stringVerify();
                                message._flag = "flag";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.capital && message.capital.length))
                                    message.capital = [];
                                message.capital.push(reader.stringVerify());
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.region = value;
                                else
                                    delete message.region;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                message.subregion = reader.stringVerify();
                                message._subregion = "subregion";
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

                CountrySummary.fromObject = function (object, _depth) {
                    if (object instanceof $root.example.countries.v1.CountrySummary)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".example.countries.v1.CountrySummary: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.example.countries.v1.CountrySummary();
                    if (object.cca2 != null)
                        if (typeof object.cca2 !== "string" || object.cca2.length)
                            message.cca2 = $String(object.cca2);
                    if (object.cca3 != null)
                        if (typeof object.cca3 !== "string" || object.cca3.length)
                            message.cca3 = $String(object.cca3);
                    if (object.name != null) {
                        if (!$util.isObject(object.name))
                            throw $TypeError(".example.countries.v1.CountrySummary.name: object expected");
                        message.name = $root.example.countries.v1.Name.fromObject(object.name, _depth + 1);
                    }
                    if (object.flag != null)
                        message.flag = $String(object.flag);
                    if (object.capital) {
                        if (!$Array.isArray(object.capital))
                            throw $TypeError(".example.countries.v1.CountrySummary.capital: array expected");
                        message.capital = $Array(object.capital.length);
                        for (let i = 0; i < object.capital.length; ++i)
                            message.capital[i] = $String(object.capital[i]);
                    }
                    if (object.region != null)
                        if (typeof object.region !== "string" || object.region.length)
                            message.region = $String(object.region);
                    if (object.subregion != null)
                        message.subregion = $String(object.subregion);
                    return message;
                };

                CountrySummary.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.capital = [];
                    if (options.defaults) {
                        object.cca2 = "";
                        object.cca3 = "";
                        object.name = null;
                        object.region = "";
                    }
                    if (message.cca2 != null && $Object.hasOwnProperty.call(message, "cca2"))
                        object.cca2 = message.cca2;
                    if (message.cca3 != null && $Object.hasOwnProperty.call(message, "cca3"))
                        object.cca3 = message.cca3;
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                        object.name = $root.example.countries.v1.Name.toObject(message.name, options, _depth + 1);
                    if (message.flag != null && $Object.hasOwnProperty.call(message, "flag"))
                        object.flag = message.flag;
                    if (message.capital && message.capital.length) {
                        object.capital = $Array(message.capital.length);
                        for (let j = 0; j < message.capital.length; ++j)
                            object.capital[j] = message.capital[j];
                    }
                    if (message.region != null && $Object.hasOwnProperty.call(message, "region"))
                        object.region = message.region;
                    if (message.subregion != null && $Object.hasOwnProperty.call(message, "subregion"))
                        object.subregion = message.subregion;
                    return object;
                };

                CountrySummary.prototype.toJSON = function() {
                    return CountrySummary.toObject(this, $protobuf.util.toJSONOptions);
                };

                return CountrySummary;
            })();

            v1.Borders = (function() {

                const Borders = function (properties) {
                    this.items = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Borders.prototype.cca3 = "";
                Borders.prototype.total = null;
                Borders.prototype.items = $util.emptyArray;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Borders.prototype, "_total", {
                    get: $util.oneOfGetter($oneOfFields = ["total"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                Borders.create = function(properties) {
                    return new Borders(properties);
                };

                Borders.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.cca3 != null && $Object.hasOwnProperty.call(message, "cca3") && message.cca3 !== "")
                        writer.uint32(10).string(message.cca3);
                    if (message.total != null && $Object.hasOwnProperty.call(message, "total"))
                        writer.uint32(16).uint32(message.total);
                    if (message.items != null && message.items.length)
                        for (let i = 0; i < message.items.length; ++i)
                            $root.example.countries.v1.CountrySummary.encode(message.items[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Borders.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.example.countries.v1.Borders();
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
                                    message.cca3 = value;
                                else
                                    delete message.cca3;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                message.total = reader.uint32();
                                message._total = "total";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.items && message.items.length))
                                    message.items = [];
                                message.items.push($root.example.countries.v1.CountrySummary.decode(reader, reader.size(), $undefined, _depth + 1));
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

                Borders.fromObject = function (object, _depth) {
                    if (object instanceof $root.example.countries.v1.Borders)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".example.countries.v1.Borders: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.example.countries.v1.Borders();
                    if (object.cca3 != null)
                        if (typeof object.cca3 !== "string" || object.cca3.length)
                            message.cca3 = $String(object.cca3);
                    if (object.total != null)
                        message.total = object.total >>> 0;
                    if (object.items) {
                        if (!$Array.isArray(object.items))
                            throw $TypeError(".example.countries.v1.Borders.items: array expected");
                        message.items = $Array(object.items.length);
                        for (let i = 0; i < object.items.length; ++i) {
                            if (!$util.isObject(object.items[i]))
                                throw $TypeError(".example.countries.v1.Borders.items: object expected");
                            message.items[i] = $root.example.countries.v1.CountrySummary.fromObject(object.items[i], _depth + 1);
                        }
                    }
                    return message;
                };

                Borders.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.items = [];
                    if (options.defaults)
                        object.cca3 = "";
                    if (message.cca3 != null && $Object.hasOwnProperty.call(message, "cca3"))
                        object.cca3 = message.cca3;
                    if (message.total != null && $Object.hasOwnProperty.call(message, "total"))
                        object.total = message.total;
                    if (message.items && message.items.length) {
                        object.items = $Array(message.items.length);
                        for (let j = 0; j < message.items.length; ++j)
                            object.items[j] = $root.example.countries.v1.CountrySummary.toObject(message.items[j], options, _depth + 1);
                    }
                    return object;
                };

                Borders.prototype.toJSON = function() {
                    return Borders.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Borders;
            })();

            v1.SearchResult = (function() {

                const SearchResult = function (properties) {
                    this.items = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                SearchResult.prototype.q = "";
                SearchResult.prototype.total = null;
                SearchResult.prototype.items = $util.emptyArray;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(SearchResult.prototype, "_total", {
                    get: $util.oneOfGetter($oneOfFields = ["total"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                SearchResult.create = function(properties) {
                    return new SearchResult(properties);
                };

                SearchResult.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.q != null && $Object.hasOwnProperty.call(message, "q") && message.q !== "")
                        writer.uint32(10).string(message.q);
                    if (message.total != null && $Object.hasOwnProperty.call(message, "total"))
                        writer.uint32(16).uint32(message.total);
                    if (message.items != null && message.items.length)
                        for (let i = 0; i < message.items.length; ++i)
                            $root.example.countries.v1.SearchHit.encode(message.items[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                SearchResult.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.example.countries.v1.SearchResult();
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
                                    message.q = value;
                                else
                                    delete message.q;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                message.total = reader.uint32();
                                message._total = "total";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.items && message.items.length))
                                    message.items = [];
                                message.items.push($root.example.countries.v1.SearchHit.decode(reader, reader.size(), $undefined, _depth + 1));
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

                SearchResult.fromObject = function (object, _depth) {
                    if (object instanceof $root.example.countries.v1.SearchResult)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".example.countries.v1.SearchResult: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.example.countries.v1.SearchResult();
                    if (object.q != null)
                        if (typeof object.q !== "string" || object.q.length)
                            message.q = $String(object.q);
                    if (object.total != null)
                        message.total = object.total >>> 0;
                    if (object.items) {
                        if (!$Array.isArray(object.items))
                            throw $TypeError(".example.countries.v1.SearchResult.items: array expected");
                        message.items = $Array(object.items.length);
                        for (let i = 0; i < object.items.length; ++i) {
                            if (!$util.isObject(object.items[i]))
                                throw $TypeError(".example.countries.v1.SearchResult.items: object expected");
                            message.items[i] = $root.example.countries.v1.SearchHit.fromObject(object.items[i], _depth + 1);
                        }
                    }
                    return message;
                };

                SearchResult.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.items = [];
                    if (options.defaults)
                        object.q = "";
                    if (message.q != null && $Object.hasOwnProperty.call(message, "q"))
                        object.q = message.q;
                    if (message.total != null && $Object.hasOwnProperty.call(message, "total"))
                        object.total = message.total;
                    if (message.items && message.items.length) {
                        object.items = $Array(message.items.length);
                        for (let j = 0; j < message.items.length; ++j)
                            object.items[j] = $root.example.countries.v1.SearchHit.toObject(message.items[j], options, _depth + 1);
                    }
                    return object;
                };

                SearchResult.prototype.toJSON = function() {
                    return SearchResult.toObject(this, $protobuf.util.toJSONOptions);
                };

                return SearchResult;
            })();

            v1.SearchHit = (function() {

                const SearchHit = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                SearchHit.prototype.country = null;
                SearchHit.prototype.match = null;

                SearchHit.create = function(properties) {
                    return new SearchHit(properties);
                };

                SearchHit.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.country != null && $Object.hasOwnProperty.call(message, "country"))
                        $root.example.countries.v1.CountrySummary.encode(message.country, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.match != null && $Object.hasOwnProperty.call(message, "match"))
                        $root.example.countries.v1.SearchMatch.encode(message.match, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                SearchHit.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.example.countries.v1.SearchHit();
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
                                message.country = $root.example.countries.v1.CountrySummary.decode(reader, reader.size(), $undefined, _depth + 1, message.country);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.match = $root.example.countries.v1.SearchMatch.decode(reader, reader.size(), $undefined, _depth + 1, message.match);
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

                SearchHit.fromObject = function (object, _depth) {
                    if (object instanceof $root.example.countries.v1.SearchHit)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".example.countries.v1.SearchHit: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.example.countries.v1.SearchHit();
                    if (object.country != null) {
                        if (!$util.isObject(object.country))
                            throw $TypeError(".example.countries.v1.SearchHit.country: object expected");
                        message.country = $root.example.countries.v1.CountrySummary.fromObject(object.country, _depth + 1);
                    }
                    if (object.match != null) {
                        if (!$util.isObject(object.match))
                            throw $TypeError(".example.countries.v1.SearchHit.match: object expected");
                        message.match = $root.example.countries.v1.SearchMatch.fromObject(object.match, _depth + 1);
                    }
                    return message;
                };

                SearchHit.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.country = null;
                        object.match = null;
                    }
                    if (message.country != null && $Object.hasOwnProperty.call(message, "country"))
                        object.country = $root.example.countries.v1.CountrySummary.toObject(message.country, options, _depth + 1);
                    if (message.match != null && $Object.hasOwnProperty.call(message, "match"))
                        object.match = $root.example.countries.v1.SearchMatch.toObject(message.match, options, _depth + 1);
                    return object;
                };

                SearchHit.prototype.toJSON = function() {
                    return SearchHit.toObject(this, $protobuf.util.toJSONOptions);
                };

                return SearchHit;
            })();

            v1.SearchMatch = (function() {

                const SearchMatch = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                SearchMatch.prototype.language = null;
                SearchMatch.prototype.name = "";

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(SearchMatch.prototype, "_language", {
                    get: $util.oneOfGetter($oneOfFields = ["language"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                SearchMatch.create = function(properties) {
                    return new SearchMatch(properties);
                };

                SearchMatch.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.language != null && $Object.hasOwnProperty.call(message, "language"))
                        writer.uint32(10).string(message.language);
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                        writer.uint32(18).string(message.name);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                SearchMatch.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.example.countries.v1.SearchMatch();
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
                                message.language = reader.stringVerify();
                                message._language = "language";
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

                SearchMatch.fromObject = function (object, _depth) {
                    if (object instanceof $root.example.countries.v1.SearchMatch)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".example.countries.v1.SearchMatch: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.example.countries.v1.SearchMatch();
                    if (object.language != null)
                        message.language = $String(object.language);
                    if (object.name != null)
                        if (typeof object.name !== "string" || object.name.length)
                            message.name = $String(object.name);
                    return message;
                };

                SearchMatch.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.name = "";
                    if (message.language != null && $Object.hasOwnProperty.call(message, "language"))
                        object.language = message.language;
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                        object.name = message.name;
                    return object;
                };

                SearchMatch.prototype.toJSON = function() {
                    return SearchMatch.toObject(this, $protobuf.util.toJSONOptions);
                };

                return SearchMatch;
            })();

            v1.Regions = (function() {

                const Regions = function (properties) {
                    this.items = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Regions.prototype.total = null;
                Regions.prototype.items = $util.emptyArray;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Regions.prototype, "_total", {
                    get: $util.oneOfGetter($oneOfFields = ["total"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                Regions.create = function(properties) {
                    return new Regions(properties);
                };

                Regions.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.total != null && $Object.hasOwnProperty.call(message, "total"))
                        writer.uint32(8).uint32(message.total);
                    if (message.items != null && message.items.length)
                        for (let i = 0; i < message.items.length; ++i)
                            $root.example.countries.v1.Region.encode(message.items[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Regions.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.example.countries.v1.Regions();
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
                                message.total = reader.uint32();
                                message._total = "total";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.items && message.items.length))
                                    message.items = [];
                                message.items.push($root.example.countries.v1.Region.decode(reader, reader.size(), $undefined, _depth + 1));
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

                Regions.fromObject = function (object, _depth) {
                    if (object instanceof $root.example.countries.v1.Regions)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".example.countries.v1.Regions: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.example.countries.v1.Regions();
                    if (object.total != null)
                        message.total = object.total >>> 0;
                    if (object.items) {
                        if (!$Array.isArray(object.items))
                            throw $TypeError(".example.countries.v1.Regions.items: array expected");
                        message.items = $Array(object.items.length);
                        for (let i = 0; i < object.items.length; ++i) {
                            if (!$util.isObject(object.items[i]))
                                throw $TypeError(".example.countries.v1.Regions.items: object expected");
                            message.items[i] = $root.example.countries.v1.Region.fromObject(object.items[i], _depth + 1);
                        }
                    }
                    return message;
                };

                Regions.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.items = [];
                    if (message.total != null && $Object.hasOwnProperty.call(message, "total"))
                        object.total = message.total;
                    if (message.items && message.items.length) {
                        object.items = $Array(message.items.length);
                        for (let j = 0; j < message.items.length; ++j)
                            object.items[j] = $root.example.countries.v1.Region.toObject(message.items[j], options, _depth + 1);
                    }
                    return object;
                };

                Regions.prototype.toJSON = function() {
                    return Regions.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Regions;
            })();

            v1.Region = (function() {

                const Region = function (properties) {
                    this.subregions = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Region.prototype.region = "";
                Region.prototype.countries = 0;
                Region.prototype.subregions = $util.emptyArray;

                Region.create = function(properties) {
                    return new Region(properties);
                };

                Region.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.region != null && $Object.hasOwnProperty.call(message, "region") && message.region !== "")
                        writer.uint32(10).string(message.region);
                    if (message.countries != null && $Object.hasOwnProperty.call(message, "countries") && message.countries !== 0)
                        writer.uint32(16).uint32(message.countries);
                    if (message.subregions != null && message.subregions.length)
                        for (let i = 0; i < message.subregions.length; ++i)
                            $root.example.countries.v1.Subregion.encode(message.subregions[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Region.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.example.countries.v1.Region();
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
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.countries = value;
                                else
                                    delete message.countries;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.subregions && message.subregions.length))
                                    message.subregions = [];
                                message.subregions.push($root.example.countries.v1.Subregion.decode(reader, reader.size(), $undefined, _depth + 1));
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

                Region.fromObject = function (object, _depth) {
                    if (object instanceof $root.example.countries.v1.Region)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".example.countries.v1.Region: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.example.countries.v1.Region();
                    if (object.region != null)
                        if (typeof object.region !== "string" || object.region.length)
                            message.region = $String(object.region);
                    if (object.countries != null)
                        if ($Number(object.countries) !== 0)
                            message.countries = object.countries >>> 0;
                    if (object.subregions) {
                        if (!$Array.isArray(object.subregions))
                            throw $TypeError(".example.countries.v1.Region.subregions: array expected");
                        message.subregions = $Array(object.subregions.length);
                        for (let i = 0; i < object.subregions.length; ++i) {
                            if (!$util.isObject(object.subregions[i]))
                                throw $TypeError(".example.countries.v1.Region.subregions: object expected");
                            message.subregions[i] = $root.example.countries.v1.Subregion.fromObject(object.subregions[i], _depth + 1);
                        }
                    }
                    return message;
                };

                Region.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.subregions = [];
                    if (options.defaults) {
                        object.region = "";
                        object.countries = 0;
                    }
                    if (message.region != null && $Object.hasOwnProperty.call(message, "region"))
                        object.region = message.region;
                    if (message.countries != null && $Object.hasOwnProperty.call(message, "countries"))
                        object.countries = message.countries;
                    if (message.subregions && message.subregions.length) {
                        object.subregions = $Array(message.subregions.length);
                        for (let j = 0; j < message.subregions.length; ++j)
                            object.subregions[j] = $root.example.countries.v1.Subregion.toObject(message.subregions[j], options, _depth + 1);
                    }
                    return object;
                };

                Region.prototype.toJSON = function() {
                    return Region.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Region;
            })();

            v1.Subregion = (function() {

                const Subregion = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Subregion.prototype.subregion = null;
                Subregion.prototype.countries = 0;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Subregion.prototype, "_subregion", {
                    get: $util.oneOfGetter($oneOfFields = ["subregion"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                Subregion.create = function(properties) {
                    return new Subregion(properties);
                };

                Subregion.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.subregion != null && $Object.hasOwnProperty.call(message, "subregion"))
                        writer.uint32(10).string(message.subregion);
                    if (message.countries != null && $Object.hasOwnProperty.call(message, "countries") && message.countries !== 0)
                        writer.uint32(16).uint32(message.countries);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Subregion.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.example.countries.v1.Subregion();
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
                                message.subregion = reader.stringVerify();
                                message._subregion = "subregion";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.countries = value;
                                else
                                    delete message.countries;
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

                Subregion.fromObject = function (object, _depth) {
                    if (object instanceof $root.example.countries.v1.Subregion)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".example.countries.v1.Subregion: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.example.countries.v1.Subregion();
                    if (object.subregion != null)
                        message.subregion = $String(object.subregion);
                    if (object.countries != null)
                        if ($Number(object.countries) !== 0)
                            message.countries = object.countries >>> 0;
                    return message;
                };

                Subregion.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.countries = 0;
                    if (message.subregion != null && $Object.hasOwnProperty.call(message, "subregion"))
                        object.subregion = message.subregion;
                    if (message.countries != null && $Object.hasOwnProperty.call(message, "countries"))
                        object.countries = message.countries;
                    return object;
                };

                Subregion.prototype.toJSON = function() {
                    return Subregion.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Subregion;
            })();

            return v1;
        })();

        return countries;
    })();

    return example;
})();

export {
  $root as default
};
