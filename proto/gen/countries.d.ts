import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace example. */
export namespace example {

    /** Namespace countries. */
    namespace countries {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of a CountryPage.
             * @deprecated Use example.countries.v1.CountryPage.$Properties instead.
             */
            interface ICountryPage extends example.countries.v1.CountryPage.$Properties {
            }

            /** Represents a CountryPage. */
            class CountryPage {

                /**
                 * Constructs a new CountryPage.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: example.countries.v1.CountryPage.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CountryPage items. */
                items: example.countries.v1.Country.$Properties[];

                /** CountryPage total. */
                total?: (number|null);

                /** CountryPage page. */
                page: number;

                /** CountryPage perPage. */
                perPage: number;

                /** CountryPage next. */
                next?: (string|null);

                /**
                 * Creates a new CountryPage instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CountryPage instance
                 */
                static create(properties: example.countries.v1.CountryPage.$Shape): example.countries.v1.CountryPage & example.countries.v1.CountryPage.$Shape;
                static create(properties?: example.countries.v1.CountryPage.$Properties): example.countries.v1.CountryPage;

                /**
                 * Encodes the specified CountryPage message. Does not implicitly {@link example.countries.v1.CountryPage.verify|verify} messages.
                 * @param message CountryPage message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: example.countries.v1.CountryPage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CountryPage message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {example.countries.v1.CountryPage & example.countries.v1.CountryPage.$Shape} CountryPage
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): example.countries.v1.CountryPage & example.countries.v1.CountryPage.$Shape;

                /**
                 * Creates a CountryPage message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns CountryPage
                 */
                static fromObject(object: { [k: string]: any }): example.countries.v1.CountryPage;

                /**
                 * Creates a plain object from a CountryPage message. Also converts values to other types if specified.
                 * @param message CountryPage
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: example.countries.v1.CountryPage, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this CountryPage to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace CountryPage {

                /** Properties of a CountryPage. */
                interface $Properties {

                    /** CountryPage items */
                    items?: (example.countries.v1.Country.$Properties[]|null);

                    /** CountryPage total */
                    total?: (number|null);

                    /** CountryPage page */
                    page?: (number|null);

                    /** CountryPage perPage */
                    perPage?: (number|null);

                    /** CountryPage next */
                    next?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CountryPage. */
                type $Shape = example.countries.v1.CountryPage.$Properties;
            }

            /**
             * Properties of a Country.
             * @deprecated Use example.countries.v1.Country.$Properties instead.
             */
            interface ICountry extends example.countries.v1.Country.$Properties {
            }

            /** Represents a Country. */
            class Country {

                /**
                 * Constructs a new Country.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: example.countries.v1.Country.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Country name. */
                name?: (example.countries.v1.CountryName.$Properties|null);

                /** Country cca2. */
                cca2: string;

                /** Country cca3. */
                cca3: string;

                /** Country flag. */
                flag?: (string|null);

                /** Country region. */
                region: string;

                /** Country subregion. */
                subregion?: (string|null);

                /** Country capital. */
                capital: string[];

                /** Country latlng. */
                latlng: number[];

                /** Country area. */
                area: number;

                /** Country currencies. */
                currencies: { [k: string]: example.countries.v1.Currency.$Properties };

                /** Country languages. */
                languages: { [k: string]: string };

                /** Country translations. */
                translations: { [k: string]: example.countries.v1.Name.$Properties };

                /** Country borders. */
                borders: string[];

                /** Country landlocked. */
                landlocked?: (boolean|null);

                /** Country independent. */
                independent?: (boolean|null);

                /** Country unMember. */
                unMember?: (boolean|null);

                /** Country unRegionalGroup. */
                unRegionalGroup?: (string|null);

                /** Country ccn3. */
                ccn3?: (string|null);

                /** Country cioc. */
                cioc?: (string|null);

                /** Country status. */
                status: string;

                /** Country tld. */
                tld: string[];

                /** Country idd. */
                idd?: (example.countries.v1.DialingCode.$Properties|null);

                /** Country altSpellings. */
                altSpellings: string[];

                /** Country demonyms. */
                demonyms: { [k: string]: example.countries.v1.Demonym.$Properties };

                /**
                 * Creates a new Country instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Country instance
                 */
                static create(properties: example.countries.v1.Country.$Shape): example.countries.v1.Country & example.countries.v1.Country.$Shape;
                static create(properties?: example.countries.v1.Country.$Properties): example.countries.v1.Country;

                /**
                 * Encodes the specified Country message. Does not implicitly {@link example.countries.v1.Country.verify|verify} messages.
                 * @param message Country message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: example.countries.v1.Country.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Country message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {example.countries.v1.Country & example.countries.v1.Country.$Shape} Country
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): example.countries.v1.Country & example.countries.v1.Country.$Shape;

                /**
                 * Creates a Country message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Country
                 */
                static fromObject(object: { [k: string]: any }): example.countries.v1.Country;

                /**
                 * Creates a plain object from a Country message. Also converts values to other types if specified.
                 * @param message Country
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: example.countries.v1.Country, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Country to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Country {

                /** Properties of a Country. */
                interface $Properties {

                    /** Country name */
                    name?: (example.countries.v1.CountryName.$Properties|null);

                    /** Country cca2 */
                    cca2?: (string|null);

                    /** Country cca3 */
                    cca3?: (string|null);

                    /** Country flag */
                    flag?: (string|null);

                    /** Country region */
                    region?: (string|null);

                    /** Country subregion */
                    subregion?: (string|null);

                    /** Country capital */
                    capital?: (string[]|null);

                    /** Country latlng */
                    latlng?: (number[]|null);

                    /** Country area */
                    area?: (number|null);

                    /** Country currencies */
                    currencies?: ({ [k: string]: example.countries.v1.Currency.$Properties }|null);

                    /** Country languages */
                    languages?: ({ [k: string]: string }|null);

                    /** Country translations */
                    translations?: ({ [k: string]: example.countries.v1.Name.$Properties }|null);

                    /** Country borders */
                    borders?: (string[]|null);

                    /** Country landlocked */
                    landlocked?: (boolean|null);

                    /** Country independent */
                    independent?: (boolean|null);

                    /** Country unMember */
                    unMember?: (boolean|null);

                    /** Country unRegionalGroup */
                    unRegionalGroup?: (string|null);

                    /** Country ccn3 */
                    ccn3?: (string|null);

                    /** Country cioc */
                    cioc?: (string|null);

                    /** Country status */
                    status?: (string|null);

                    /** Country tld */
                    tld?: (string[]|null);

                    /** Country idd */
                    idd?: (example.countries.v1.DialingCode.$Properties|null);

                    /** Country altSpellings */
                    altSpellings?: (string[]|null);

                    /** Country demonyms */
                    demonyms?: ({ [k: string]: example.countries.v1.Demonym.$Properties }|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Country. */
                type $Shape = example.countries.v1.Country.$Properties;
            }

            /**
             * Properties of a CountryName.
             * @deprecated Use example.countries.v1.CountryName.$Properties instead.
             */
            interface ICountryName extends example.countries.v1.CountryName.$Properties {
            }

            /** Represents a CountryName. */
            class CountryName {

                /**
                 * Constructs a new CountryName.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: example.countries.v1.CountryName.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CountryName common. */
                common: string;

                /** CountryName official. */
                official: string;

                /** CountryName native. */
                native: { [k: string]: example.countries.v1.Name.$Properties };

                /**
                 * Creates a new CountryName instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CountryName instance
                 */
                static create(properties: example.countries.v1.CountryName.$Shape): example.countries.v1.CountryName & example.countries.v1.CountryName.$Shape;
                static create(properties?: example.countries.v1.CountryName.$Properties): example.countries.v1.CountryName;

                /**
                 * Encodes the specified CountryName message. Does not implicitly {@link example.countries.v1.CountryName.verify|verify} messages.
                 * @param message CountryName message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: example.countries.v1.CountryName.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CountryName message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {example.countries.v1.CountryName & example.countries.v1.CountryName.$Shape} CountryName
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): example.countries.v1.CountryName & example.countries.v1.CountryName.$Shape;

                /**
                 * Creates a CountryName message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns CountryName
                 */
                static fromObject(object: { [k: string]: any }): example.countries.v1.CountryName;

                /**
                 * Creates a plain object from a CountryName message. Also converts values to other types if specified.
                 * @param message CountryName
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: example.countries.v1.CountryName, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this CountryName to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace CountryName {

                /** Properties of a CountryName. */
                interface $Properties {

                    /** CountryName common */
                    common?: (string|null);

                    /** CountryName official */
                    official?: (string|null);

                    /** CountryName native */
                    native?: ({ [k: string]: example.countries.v1.Name.$Properties }|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CountryName. */
                type $Shape = example.countries.v1.CountryName.$Properties;
            }

            /**
             * Properties of a Name.
             * @deprecated Use example.countries.v1.Name.$Properties instead.
             */
            interface IName extends example.countries.v1.Name.$Properties {
            }

            /** Represents a Name. */
            class Name {

                /**
                 * Constructs a new Name.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: example.countries.v1.Name.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Name common. */
                common: string;

                /** Name official. */
                official: string;

                /**
                 * Creates a new Name instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Name instance
                 */
                static create(properties: example.countries.v1.Name.$Shape): example.countries.v1.Name & example.countries.v1.Name.$Shape;
                static create(properties?: example.countries.v1.Name.$Properties): example.countries.v1.Name;

                /**
                 * Encodes the specified Name message. Does not implicitly {@link example.countries.v1.Name.verify|verify} messages.
                 * @param message Name message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: example.countries.v1.Name.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Name message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {example.countries.v1.Name & example.countries.v1.Name.$Shape} Name
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): example.countries.v1.Name & example.countries.v1.Name.$Shape;

                /**
                 * Creates a Name message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Name
                 */
                static fromObject(object: { [k: string]: any }): example.countries.v1.Name;

                /**
                 * Creates a plain object from a Name message. Also converts values to other types if specified.
                 * @param message Name
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: example.countries.v1.Name, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Name to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Name {

                /** Properties of a Name. */
                interface $Properties {

                    /** Name common */
                    common?: (string|null);

                    /** Name official */
                    official?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Name. */
                type $Shape = example.countries.v1.Name.$Properties;
            }

            /**
             * Properties of a Currency.
             * @deprecated Use example.countries.v1.Currency.$Properties instead.
             */
            interface ICurrency extends example.countries.v1.Currency.$Properties {
            }

            /** Represents a Currency. */
            class Currency {

                /**
                 * Constructs a new Currency.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: example.countries.v1.Currency.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Currency name. */
                name: string;

                /** Currency symbol. */
                symbol: string;

                /**
                 * Creates a new Currency instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Currency instance
                 */
                static create(properties: example.countries.v1.Currency.$Shape): example.countries.v1.Currency & example.countries.v1.Currency.$Shape;
                static create(properties?: example.countries.v1.Currency.$Properties): example.countries.v1.Currency;

                /**
                 * Encodes the specified Currency message. Does not implicitly {@link example.countries.v1.Currency.verify|verify} messages.
                 * @param message Currency message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: example.countries.v1.Currency.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Currency message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {example.countries.v1.Currency & example.countries.v1.Currency.$Shape} Currency
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): example.countries.v1.Currency & example.countries.v1.Currency.$Shape;

                /**
                 * Creates a Currency message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Currency
                 */
                static fromObject(object: { [k: string]: any }): example.countries.v1.Currency;

                /**
                 * Creates a plain object from a Currency message. Also converts values to other types if specified.
                 * @param message Currency
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: example.countries.v1.Currency, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Currency to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Currency {

                /** Properties of a Currency. */
                interface $Properties {

                    /** Currency name */
                    name?: (string|null);

                    /** Currency symbol */
                    symbol?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Currency. */
                type $Shape = example.countries.v1.Currency.$Properties;
            }

            /**
             * Properties of a DialingCode.
             * @deprecated Use example.countries.v1.DialingCode.$Properties instead.
             */
            interface IDialingCode extends example.countries.v1.DialingCode.$Properties {
            }

            /** Represents a DialingCode. */
            class DialingCode {

                /**
                 * Constructs a new DialingCode.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: example.countries.v1.DialingCode.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DialingCode root. */
                root?: (string|null);

                /** DialingCode suffixes. */
                suffixes: string[];

                /**
                 * Creates a new DialingCode instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DialingCode instance
                 */
                static create(properties: example.countries.v1.DialingCode.$Shape): example.countries.v1.DialingCode & example.countries.v1.DialingCode.$Shape;
                static create(properties?: example.countries.v1.DialingCode.$Properties): example.countries.v1.DialingCode;

                /**
                 * Encodes the specified DialingCode message. Does not implicitly {@link example.countries.v1.DialingCode.verify|verify} messages.
                 * @param message DialingCode message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: example.countries.v1.DialingCode.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DialingCode message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {example.countries.v1.DialingCode & example.countries.v1.DialingCode.$Shape} DialingCode
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): example.countries.v1.DialingCode & example.countries.v1.DialingCode.$Shape;

                /**
                 * Creates a DialingCode message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns DialingCode
                 */
                static fromObject(object: { [k: string]: any }): example.countries.v1.DialingCode;

                /**
                 * Creates a plain object from a DialingCode message. Also converts values to other types if specified.
                 * @param message DialingCode
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: example.countries.v1.DialingCode, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this DialingCode to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace DialingCode {

                /** Properties of a DialingCode. */
                interface $Properties {

                    /** DialingCode root */
                    root?: (string|null);

                    /** DialingCode suffixes */
                    suffixes?: (string[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DialingCode. */
                type $Shape = example.countries.v1.DialingCode.$Properties;
            }

            /**
             * Properties of a Demonym.
             * @deprecated Use example.countries.v1.Demonym.$Properties instead.
             */
            interface IDemonym extends example.countries.v1.Demonym.$Properties {
            }

            /** Represents a Demonym. */
            class Demonym {

                /**
                 * Constructs a new Demonym.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: example.countries.v1.Demonym.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Demonym f. */
                f?: (string|null);

                /** Demonym m. */
                m?: (string|null);

                /**
                 * Creates a new Demonym instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Demonym instance
                 */
                static create(properties: example.countries.v1.Demonym.$Shape): example.countries.v1.Demonym & example.countries.v1.Demonym.$Shape;
                static create(properties?: example.countries.v1.Demonym.$Properties): example.countries.v1.Demonym;

                /**
                 * Encodes the specified Demonym message. Does not implicitly {@link example.countries.v1.Demonym.verify|verify} messages.
                 * @param message Demonym message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: example.countries.v1.Demonym.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Demonym message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {example.countries.v1.Demonym & example.countries.v1.Demonym.$Shape} Demonym
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): example.countries.v1.Demonym & example.countries.v1.Demonym.$Shape;

                /**
                 * Creates a Demonym message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Demonym
                 */
                static fromObject(object: { [k: string]: any }): example.countries.v1.Demonym;

                /**
                 * Creates a plain object from a Demonym message. Also converts values to other types if specified.
                 * @param message Demonym
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: example.countries.v1.Demonym, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Demonym to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Demonym {

                /** Properties of a Demonym. */
                interface $Properties {

                    /** Demonym f */
                    f?: (string|null);

                    /** Demonym m */
                    m?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Demonym. */
                type $Shape = example.countries.v1.Demonym.$Properties;
            }

            /**
             * Properties of a CountrySummary.
             * @deprecated Use example.countries.v1.CountrySummary.$Properties instead.
             */
            interface ICountrySummary extends example.countries.v1.CountrySummary.$Properties {
            }

            /** Represents a CountrySummary. */
            class CountrySummary {

                /**
                 * Constructs a new CountrySummary.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: example.countries.v1.CountrySummary.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CountrySummary cca2. */
                cca2: string;

                /** CountrySummary cca3. */
                cca3: string;

                /** CountrySummary name. */
                name?: (example.countries.v1.Name.$Properties|null);

                /** CountrySummary flag. */
                flag?: (string|null);

                /** CountrySummary capital. */
                capital: string[];

                /** CountrySummary region. */
                region: string;

                /** CountrySummary subregion. */
                subregion?: (string|null);

                /**
                 * Creates a new CountrySummary instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CountrySummary instance
                 */
                static create(properties: example.countries.v1.CountrySummary.$Shape): example.countries.v1.CountrySummary & example.countries.v1.CountrySummary.$Shape;
                static create(properties?: example.countries.v1.CountrySummary.$Properties): example.countries.v1.CountrySummary;

                /**
                 * Encodes the specified CountrySummary message. Does not implicitly {@link example.countries.v1.CountrySummary.verify|verify} messages.
                 * @param message CountrySummary message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: example.countries.v1.CountrySummary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CountrySummary message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {example.countries.v1.CountrySummary & example.countries.v1.CountrySummary.$Shape} CountrySummary
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): example.countries.v1.CountrySummary & example.countries.v1.CountrySummary.$Shape;

                /**
                 * Creates a CountrySummary message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns CountrySummary
                 */
                static fromObject(object: { [k: string]: any }): example.countries.v1.CountrySummary;

                /**
                 * Creates a plain object from a CountrySummary message. Also converts values to other types if specified.
                 * @param message CountrySummary
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: example.countries.v1.CountrySummary, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this CountrySummary to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace CountrySummary {

                /** Properties of a CountrySummary. */
                interface $Properties {

                    /** CountrySummary cca2 */
                    cca2?: (string|null);

                    /** CountrySummary cca3 */
                    cca3?: (string|null);

                    /** CountrySummary name */
                    name?: (example.countries.v1.Name.$Properties|null);

                    /** CountrySummary flag */
                    flag?: (string|null);

                    /** CountrySummary capital */
                    capital?: (string[]|null);

                    /** CountrySummary region */
                    region?: (string|null);

                    /** CountrySummary subregion */
                    subregion?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CountrySummary. */
                type $Shape = example.countries.v1.CountrySummary.$Properties;
            }

            /**
             * Properties of a Borders.
             * @deprecated Use example.countries.v1.Borders.$Properties instead.
             */
            interface IBorders extends example.countries.v1.Borders.$Properties {
            }

            /** Represents a Borders. */
            class Borders {

                /**
                 * Constructs a new Borders.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: example.countries.v1.Borders.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Borders cca3. */
                cca3: string;

                /** Borders total. */
                total?: (number|null);

                /** Borders items. */
                items: example.countries.v1.CountrySummary.$Properties[];

                /**
                 * Creates a new Borders instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Borders instance
                 */
                static create(properties: example.countries.v1.Borders.$Shape): example.countries.v1.Borders & example.countries.v1.Borders.$Shape;
                static create(properties?: example.countries.v1.Borders.$Properties): example.countries.v1.Borders;

                /**
                 * Encodes the specified Borders message. Does not implicitly {@link example.countries.v1.Borders.verify|verify} messages.
                 * @param message Borders message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: example.countries.v1.Borders.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Borders message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {example.countries.v1.Borders & example.countries.v1.Borders.$Shape} Borders
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): example.countries.v1.Borders & example.countries.v1.Borders.$Shape;

                /**
                 * Creates a Borders message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Borders
                 */
                static fromObject(object: { [k: string]: any }): example.countries.v1.Borders;

                /**
                 * Creates a plain object from a Borders message. Also converts values to other types if specified.
                 * @param message Borders
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: example.countries.v1.Borders, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Borders to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Borders {

                /** Properties of a Borders. */
                interface $Properties {

                    /** Borders cca3 */
                    cca3?: (string|null);

                    /** Borders total */
                    total?: (number|null);

                    /** Borders items */
                    items?: (example.countries.v1.CountrySummary.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Borders. */
                type $Shape = example.countries.v1.Borders.$Properties;
            }

            /**
             * Properties of a SearchResult.
             * @deprecated Use example.countries.v1.SearchResult.$Properties instead.
             */
            interface ISearchResult extends example.countries.v1.SearchResult.$Properties {
            }

            /** Represents a SearchResult. */
            class SearchResult {

                /**
                 * Constructs a new SearchResult.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: example.countries.v1.SearchResult.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SearchResult q. */
                q: string;

                /** SearchResult total. */
                total?: (number|null);

                /** SearchResult items. */
                items: example.countries.v1.SearchHit.$Properties[];

                /**
                 * Creates a new SearchResult instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SearchResult instance
                 */
                static create(properties: example.countries.v1.SearchResult.$Shape): example.countries.v1.SearchResult & example.countries.v1.SearchResult.$Shape;
                static create(properties?: example.countries.v1.SearchResult.$Properties): example.countries.v1.SearchResult;

                /**
                 * Encodes the specified SearchResult message. Does not implicitly {@link example.countries.v1.SearchResult.verify|verify} messages.
                 * @param message SearchResult message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: example.countries.v1.SearchResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SearchResult message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {example.countries.v1.SearchResult & example.countries.v1.SearchResult.$Shape} SearchResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): example.countries.v1.SearchResult & example.countries.v1.SearchResult.$Shape;

                /**
                 * Creates a SearchResult message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns SearchResult
                 */
                static fromObject(object: { [k: string]: any }): example.countries.v1.SearchResult;

                /**
                 * Creates a plain object from a SearchResult message. Also converts values to other types if specified.
                 * @param message SearchResult
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: example.countries.v1.SearchResult, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this SearchResult to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace SearchResult {

                /** Properties of a SearchResult. */
                interface $Properties {

                    /** SearchResult q */
                    q?: (string|null);

                    /** SearchResult total */
                    total?: (number|null);

                    /** SearchResult items */
                    items?: (example.countries.v1.SearchHit.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SearchResult. */
                type $Shape = example.countries.v1.SearchResult.$Properties;
            }

            /**
             * Properties of a SearchHit.
             * @deprecated Use example.countries.v1.SearchHit.$Properties instead.
             */
            interface ISearchHit extends example.countries.v1.SearchHit.$Properties {
            }

            /** Represents a SearchHit. */
            class SearchHit {

                /**
                 * Constructs a new SearchHit.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: example.countries.v1.SearchHit.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SearchHit country. */
                country?: (example.countries.v1.CountrySummary.$Properties|null);

                /** SearchHit match. */
                match?: (example.countries.v1.SearchMatch.$Properties|null);

                /**
                 * Creates a new SearchHit instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SearchHit instance
                 */
                static create(properties: example.countries.v1.SearchHit.$Shape): example.countries.v1.SearchHit & example.countries.v1.SearchHit.$Shape;
                static create(properties?: example.countries.v1.SearchHit.$Properties): example.countries.v1.SearchHit;

                /**
                 * Encodes the specified SearchHit message. Does not implicitly {@link example.countries.v1.SearchHit.verify|verify} messages.
                 * @param message SearchHit message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: example.countries.v1.SearchHit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SearchHit message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {example.countries.v1.SearchHit & example.countries.v1.SearchHit.$Shape} SearchHit
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): example.countries.v1.SearchHit & example.countries.v1.SearchHit.$Shape;

                /**
                 * Creates a SearchHit message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns SearchHit
                 */
                static fromObject(object: { [k: string]: any }): example.countries.v1.SearchHit;

                /**
                 * Creates a plain object from a SearchHit message. Also converts values to other types if specified.
                 * @param message SearchHit
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: example.countries.v1.SearchHit, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this SearchHit to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace SearchHit {

                /** Properties of a SearchHit. */
                interface $Properties {

                    /** SearchHit country */
                    country?: (example.countries.v1.CountrySummary.$Properties|null);

                    /** SearchHit match */
                    match?: (example.countries.v1.SearchMatch.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SearchHit. */
                type $Shape = example.countries.v1.SearchHit.$Properties;
            }

            /**
             * Properties of a SearchMatch.
             * @deprecated Use example.countries.v1.SearchMatch.$Properties instead.
             */
            interface ISearchMatch extends example.countries.v1.SearchMatch.$Properties {
            }

            /** Represents a SearchMatch. */
            class SearchMatch {

                /**
                 * Constructs a new SearchMatch.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: example.countries.v1.SearchMatch.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SearchMatch language. */
                language?: (string|null);

                /** SearchMatch name. */
                name: string;

                /**
                 * Creates a new SearchMatch instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SearchMatch instance
                 */
                static create(properties: example.countries.v1.SearchMatch.$Shape): example.countries.v1.SearchMatch & example.countries.v1.SearchMatch.$Shape;
                static create(properties?: example.countries.v1.SearchMatch.$Properties): example.countries.v1.SearchMatch;

                /**
                 * Encodes the specified SearchMatch message. Does not implicitly {@link example.countries.v1.SearchMatch.verify|verify} messages.
                 * @param message SearchMatch message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: example.countries.v1.SearchMatch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SearchMatch message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {example.countries.v1.SearchMatch & example.countries.v1.SearchMatch.$Shape} SearchMatch
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): example.countries.v1.SearchMatch & example.countries.v1.SearchMatch.$Shape;

                /**
                 * Creates a SearchMatch message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns SearchMatch
                 */
                static fromObject(object: { [k: string]: any }): example.countries.v1.SearchMatch;

                /**
                 * Creates a plain object from a SearchMatch message. Also converts values to other types if specified.
                 * @param message SearchMatch
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: example.countries.v1.SearchMatch, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this SearchMatch to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace SearchMatch {

                /** Properties of a SearchMatch. */
                interface $Properties {

                    /** SearchMatch language */
                    language?: (string|null);

                    /** SearchMatch name */
                    name?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SearchMatch. */
                type $Shape = example.countries.v1.SearchMatch.$Properties;
            }

            /**
             * Properties of a Regions.
             * @deprecated Use example.countries.v1.Regions.$Properties instead.
             */
            interface IRegions extends example.countries.v1.Regions.$Properties {
            }

            /** Represents a Regions. */
            class Regions {

                /**
                 * Constructs a new Regions.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: example.countries.v1.Regions.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Regions total. */
                total?: (number|null);

                /** Regions items. */
                items: example.countries.v1.Region.$Properties[];

                /**
                 * Creates a new Regions instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Regions instance
                 */
                static create(properties: example.countries.v1.Regions.$Shape): example.countries.v1.Regions & example.countries.v1.Regions.$Shape;
                static create(properties?: example.countries.v1.Regions.$Properties): example.countries.v1.Regions;

                /**
                 * Encodes the specified Regions message. Does not implicitly {@link example.countries.v1.Regions.verify|verify} messages.
                 * @param message Regions message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: example.countries.v1.Regions.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Regions message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {example.countries.v1.Regions & example.countries.v1.Regions.$Shape} Regions
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): example.countries.v1.Regions & example.countries.v1.Regions.$Shape;

                /**
                 * Creates a Regions message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Regions
                 */
                static fromObject(object: { [k: string]: any }): example.countries.v1.Regions;

                /**
                 * Creates a plain object from a Regions message. Also converts values to other types if specified.
                 * @param message Regions
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: example.countries.v1.Regions, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Regions to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Regions {

                /** Properties of a Regions. */
                interface $Properties {

                    /** Regions total */
                    total?: (number|null);

                    /** Regions items */
                    items?: (example.countries.v1.Region.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Regions. */
                type $Shape = example.countries.v1.Regions.$Properties;
            }

            /**
             * Properties of a Region.
             * @deprecated Use example.countries.v1.Region.$Properties instead.
             */
            interface IRegion extends example.countries.v1.Region.$Properties {
            }

            /** Represents a Region. */
            class Region {

                /**
                 * Constructs a new Region.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: example.countries.v1.Region.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Region region. */
                region: string;

                /** Region countries. */
                countries: number;

                /** Region subregions. */
                subregions: example.countries.v1.Subregion.$Properties[];

                /**
                 * Creates a new Region instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Region instance
                 */
                static create(properties: example.countries.v1.Region.$Shape): example.countries.v1.Region & example.countries.v1.Region.$Shape;
                static create(properties?: example.countries.v1.Region.$Properties): example.countries.v1.Region;

                /**
                 * Encodes the specified Region message. Does not implicitly {@link example.countries.v1.Region.verify|verify} messages.
                 * @param message Region message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: example.countries.v1.Region.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Region message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {example.countries.v1.Region & example.countries.v1.Region.$Shape} Region
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): example.countries.v1.Region & example.countries.v1.Region.$Shape;

                /**
                 * Creates a Region message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Region
                 */
                static fromObject(object: { [k: string]: any }): example.countries.v1.Region;

                /**
                 * Creates a plain object from a Region message. Also converts values to other types if specified.
                 * @param message Region
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: example.countries.v1.Region, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Region to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Region {

                /** Properties of a Region. */
                interface $Properties {

                    /** Region region */
                    region?: (string|null);

                    /** Region countries */
                    countries?: (number|null);

                    /** Region subregions */
                    subregions?: (example.countries.v1.Subregion.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Region. */
                type $Shape = example.countries.v1.Region.$Properties;
            }

            /**
             * Properties of a Subregion.
             * @deprecated Use example.countries.v1.Subregion.$Properties instead.
             */
            interface ISubregion extends example.countries.v1.Subregion.$Properties {
            }

            /** Represents a Subregion. */
            class Subregion {

                /**
                 * Constructs a new Subregion.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: example.countries.v1.Subregion.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Subregion subregion. */
                subregion?: (string|null);

                /** Subregion countries. */
                countries: number;

                /**
                 * Creates a new Subregion instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Subregion instance
                 */
                static create(properties: example.countries.v1.Subregion.$Shape): example.countries.v1.Subregion & example.countries.v1.Subregion.$Shape;
                static create(properties?: example.countries.v1.Subregion.$Properties): example.countries.v1.Subregion;

                /**
                 * Encodes the specified Subregion message. Does not implicitly {@link example.countries.v1.Subregion.verify|verify} messages.
                 * @param message Subregion message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: example.countries.v1.Subregion.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Subregion message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {example.countries.v1.Subregion & example.countries.v1.Subregion.$Shape} Subregion
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): example.countries.v1.Subregion & example.countries.v1.Subregion.$Shape;

                /**
                 * Creates a Subregion message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Subregion
                 */
                static fromObject(object: { [k: string]: any }): example.countries.v1.Subregion;

                /**
                 * Creates a plain object from a Subregion message. Also converts values to other types if specified.
                 * @param message Subregion
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: example.countries.v1.Subregion, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Subregion to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };
            }

            namespace Subregion {

                /** Properties of a Subregion. */
                interface $Properties {

                    /** Subregion subregion */
                    subregion?: (string|null);

                    /** Subregion countries */
                    countries?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Subregion. */
                type $Shape = example.countries.v1.Subregion.$Properties;
            }
        }
    }
}
