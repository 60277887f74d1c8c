// Made by npm run codegen; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Error codes for failed bulk operations. */
export type BulkOperationErrorCode =
  /**
   * The provided operation `query` returned access denied due to missing
   * [access scopes](https://shopify.dev/api/usage/access-scopes).
   * Review the requested object permissions and execute the query as a normal non-bulk GraphQL request to see more details.
   */
  | 'ACCESS_DENIED'
  /**
   * The operation resulted in partial or incomplete data due to internal server errors during execution.
   * These errors might be intermittent, so you can try performing the same query again.
   */
  | 'INTERNAL_SERVER_ERROR'
  /**
   * The operation resulted in partial or incomplete data due to query timeouts during execution.
   * In some cases, timeouts can be avoided by modifying your `query` to select fewer fields.
   */
  | 'TIMEOUT';

/** The valid values for the status of a bulk operation. */
export type BulkOperationStatus =
  /** The bulk operation has been canceled. */
  | 'CANCELED'
  /**
   * Cancelation has been initiated on the bulk operation. There may be a short delay from when a cancelation
   * starts until the operation is actually canceled.
   */
  | 'CANCELING'
  /** The bulk operation has successfully completed. */
  | 'COMPLETED'
  /** The bulk operation has been created. */
  | 'CREATED'
  /** The bulk operation URL has expired. */
  | 'EXPIRED'
  /**
   * The bulk operation has failed. For information on why the operation failed, use
   * [BulkOperation.errorCode](https://shopify.dev/api/admin-graphql/latest/enums/bulkoperationerrorcode).
   */
  | 'FAILED'
  /** The bulk operation is running. */
  | 'RUNNING';

/** Possible error codes that can be returned by `BulkOperationUserError`. */
export type BulkOperationUserErrorCode =
  /** The input value is invalid. */
  | 'INVALID'
  /** Bulk operations limit reached. Please try again later. */
  | 'LIMIT_REACHED'
  /** A bulk operation is already in progress. */
  | 'OPERATION_IN_PROGRESS';

/** The input fields for exchange line items on a calculated return. */
export type CalculateExchangeLineItemInput = {
  /** The discount to be applied to the exchange line item. */
  appliedDiscount?: ExchangeLineItemAppliedDiscountInput | null | undefined;
  /** The quantity of the item to be added. */
  quantity: number;
  /** The ID of the product variant to be added to the order as part of an exchange. */
  variantId?: string | number | null | undefined;
};

/** The input fields to calculate return amounts associated with an order. */
export type CalculateReturnInput = {
  /** The exchange line items to add to the order. */
  exchangeLineItems?: Array<CalculateExchangeLineItemInput> | null | undefined;
  /** The ID of the order that will be returned. */
  orderId: string | number;
  /** The line items from the order to include in the return. */
  returnLineItems?: Array<CalculateReturnLineItemInput> | null | undefined;
  /** The return shipping fee associated with the return. */
  returnShippingFee?: ReturnShippingFeeInput | null | undefined;
};

/** The input fields for return line items on a calculated return. */
export type CalculateReturnLineItemInput = {
  /** The ID of the fulfillment line item to be returned. */
  fulfillmentLineItemId: string | number;
  /** The quantity of the item to be returned. */
  quantity: number;
  /** The restocking fee for the return line item. */
  restockingFee?: RestockingFeeInput | null | undefined;
};

/** The precision of the value returned by a count field. */
export type CountPrecision =
  /** The count is at least the value. A limit was imposed and reached. */
  | 'AT_LEAST'
  /** The count is exactly the value. A write may not be reflected instantaneously. */
  | 'EXACT';

/**
 * The code designating a country/region, which generally follows ISO 3166-1 alpha-2 guidelines.
 * If a territory doesn't have a country code value in the `CountryCode` enum, then it might be considered a subdivision
 * of another country. For example, the territories associated with Spain are represented by the country code `ES`,
 * and the territories associated with the United States of America are represented by the country code `US`.
 */
export type CountryCode =
  /** Ascension Island. */
  | 'AC'
  /** Andorra. */
  | 'AD'
  /** United Arab Emirates. */
  | 'AE'
  /** Afghanistan. */
  | 'AF'
  /** Antigua & Barbuda. */
  | 'AG'
  /** Anguilla. */
  | 'AI'
  /** Albania. */
  | 'AL'
  /** Armenia. */
  | 'AM'
  /** Netherlands Antilles. */
  | 'AN'
  /** Angola. */
  | 'AO'
  /** Argentina. */
  | 'AR'
  /** Austria. */
  | 'AT'
  /** Australia. */
  | 'AU'
  /** Aruba. */
  | 'AW'
  /** Åland Islands. */
  | 'AX'
  /** Azerbaijan. */
  | 'AZ'
  /** Bosnia & Herzegovina. */
  | 'BA'
  /** Barbados. */
  | 'BB'
  /** Bangladesh. */
  | 'BD'
  /** Belgium. */
  | 'BE'
  /** Burkina Faso. */
  | 'BF'
  /** Bulgaria. */
  | 'BG'
  /** Bahrain. */
  | 'BH'
  /** Burundi. */
  | 'BI'
  /** Benin. */
  | 'BJ'
  /** St. Barthélemy. */
  | 'BL'
  /** Bermuda. */
  | 'BM'
  /** Brunei. */
  | 'BN'
  /** Bolivia. */
  | 'BO'
  /** Caribbean Netherlands. */
  | 'BQ'
  /** Brazil. */
  | 'BR'
  /** Bahamas. */
  | 'BS'
  /** Bhutan. */
  | 'BT'
  /** Bouvet Island. */
  | 'BV'
  /** Botswana. */
  | 'BW'
  /** Belarus. */
  | 'BY'
  /** Belize. */
  | 'BZ'
  /** Canada. */
  | 'CA'
  /** Cocos (Keeling) Islands. */
  | 'CC'
  /** Congo - Kinshasa. */
  | 'CD'
  /** Central African Republic. */
  | 'CF'
  /** Congo - Brazzaville. */
  | 'CG'
  /** Switzerland. */
  | 'CH'
  /** Côte d’Ivoire. */
  | 'CI'
  /** Cook Islands. */
  | 'CK'
  /** Chile. */
  | 'CL'
  /** Cameroon. */
  | 'CM'
  /** China. */
  | 'CN'
  /** Colombia. */
  | 'CO'
  /** Costa Rica. */
  | 'CR'
  /** Cuba. */
  | 'CU'
  /** Cape Verde. */
  | 'CV'
  /** Curaçao. */
  | 'CW'
  /** Christmas Island. */
  | 'CX'
  /** Cyprus. */
  | 'CY'
  /** Czechia. */
  | 'CZ'
  /** Germany. */
  | 'DE'
  /** Djibouti. */
  | 'DJ'
  /** Denmark. */
  | 'DK'
  /** Dominica. */
  | 'DM'
  /** Dominican Republic. */
  | 'DO'
  /** Algeria. */
  | 'DZ'
  /** Ecuador. */
  | 'EC'
  /** Estonia. */
  | 'EE'
  /** Egypt. */
  | 'EG'
  /** Western Sahara. */
  | 'EH'
  /** Eritrea. */
  | 'ER'
  /** Spain. */
  | 'ES'
  /** Ethiopia. */
  | 'ET'
  /** Finland. */
  | 'FI'
  /** Fiji. */
  | 'FJ'
  /** Falkland Islands. */
  | 'FK'
  /** Faroe Islands. */
  | 'FO'
  /** France. */
  | 'FR'
  /** Gabon. */
  | 'GA'
  /** United Kingdom. */
  | 'GB'
  /** Grenada. */
  | 'GD'
  /** Georgia. */
  | 'GE'
  /** French Guiana. */
  | 'GF'
  /** Guernsey. */
  | 'GG'
  /** Ghana. */
  | 'GH'
  /** Gibraltar. */
  | 'GI'
  /** Greenland. */
  | 'GL'
  /** Gambia. */
  | 'GM'
  /** Guinea. */
  | 'GN'
  /** Guadeloupe. */
  | 'GP'
  /** Equatorial Guinea. */
  | 'GQ'
  /** Greece. */
  | 'GR'
  /** South Georgia & South Sandwich Islands. */
  | 'GS'
  /** Guatemala. */
  | 'GT'
  /** Guinea-Bissau. */
  | 'GW'
  /** Guyana. */
  | 'GY'
  /** Hong Kong SAR. */
  | 'HK'
  /** Heard & McDonald Islands. */
  | 'HM'
  /** Honduras. */
  | 'HN'
  /** Croatia. */
  | 'HR'
  /** Haiti. */
  | 'HT'
  /** Hungary. */
  | 'HU'
  /** Indonesia. */
  | 'ID'
  /** Ireland. */
  | 'IE'
  /** Israel. */
  | 'IL'
  /** Isle of Man. */
  | 'IM'
  /** India. */
  | 'IN'
  /** British Indian Ocean Territory. */
  | 'IO'
  /** Iraq. */
  | 'IQ'
  /** Iran. */
  | 'IR'
  /** Iceland. */
  | 'IS'
  /** Italy. */
  | 'IT'
  /** Jersey. */
  | 'JE'
  /** Jamaica. */
  | 'JM'
  /** Jordan. */
  | 'JO'
  /** Japan. */
  | 'JP'
  /** Kenya. */
  | 'KE'
  /** Kyrgyzstan. */
  | 'KG'
  /** Cambodia. */
  | 'KH'
  /** Kiribati. */
  | 'KI'
  /** Comoros. */
  | 'KM'
  /** St. Kitts & Nevis. */
  | 'KN'
  /** North Korea. */
  | 'KP'
  /** South Korea. */
  | 'KR'
  /** Kuwait. */
  | 'KW'
  /** Cayman Islands. */
  | 'KY'
  /** Kazakhstan. */
  | 'KZ'
  /** Laos. */
  | 'LA'
  /** Lebanon. */
  | 'LB'
  /** St. Lucia. */
  | 'LC'
  /** Liechtenstein. */
  | 'LI'
  /** Sri Lanka. */
  | 'LK'
  /** Liberia. */
  | 'LR'
  /** Lesotho. */
  | 'LS'
  /** Lithuania. */
  | 'LT'
  /** Luxembourg. */
  | 'LU'
  /** Latvia. */
  | 'LV'
  /** Libya. */
  | 'LY'
  /** Morocco. */
  | 'MA'
  /** Monaco. */
  | 'MC'
  /** Moldova. */
  | 'MD'
  /** Montenegro. */
  | 'ME'
  /** St. Martin. */
  | 'MF'
  /** Madagascar. */
  | 'MG'
  /** North Macedonia. */
  | 'MK'
  /** Mali. */
  | 'ML'
  /** Myanmar (Burma). */
  | 'MM'
  /** Mongolia. */
  | 'MN'
  /** Macao SAR. */
  | 'MO'
  /** Martinique. */
  | 'MQ'
  /** Mauritania. */
  | 'MR'
  /** Montserrat. */
  | 'MS'
  /** Malta. */
  | 'MT'
  /** Mauritius. */
  | 'MU'
  /** Maldives. */
  | 'MV'
  /** Malawi. */
  | 'MW'
  /** Mexico. */
  | 'MX'
  /** Malaysia. */
  | 'MY'
  /** Mozambique. */
  | 'MZ'
  /** Namibia. */
  | 'NA'
  /** New Caledonia. */
  | 'NC'
  /** Niger. */
  | 'NE'
  /** Norfolk Island. */
  | 'NF'
  /** Nigeria. */
  | 'NG'
  /** Nicaragua. */
  | 'NI'
  /** Netherlands. */
  | 'NL'
  /** Norway. */
  | 'NO'
  /** Nepal. */
  | 'NP'
  /** Nauru. */
  | 'NR'
  /** Niue. */
  | 'NU'
  /** New Zealand. */
  | 'NZ'
  /** Oman. */
  | 'OM'
  /** Panama. */
  | 'PA'
  /** Peru. */
  | 'PE'
  /** French Polynesia. */
  | 'PF'
  /** Papua New Guinea. */
  | 'PG'
  /** Philippines. */
  | 'PH'
  /** Pakistan. */
  | 'PK'
  /** Poland. */
  | 'PL'
  /** St. Pierre & Miquelon. */
  | 'PM'
  /** Pitcairn Islands. */
  | 'PN'
  /** Palestinian Territories. */
  | 'PS'
  /** Portugal. */
  | 'PT'
  /** Paraguay. */
  | 'PY'
  /** Qatar. */
  | 'QA'
  /** Réunion. */
  | 'RE'
  /** Romania. */
  | 'RO'
  /** Serbia. */
  | 'RS'
  /** Russia. */
  | 'RU'
  /** Rwanda. */
  | 'RW'
  /** Saudi Arabia. */
  | 'SA'
  /** Solomon Islands. */
  | 'SB'
  /** Seychelles. */
  | 'SC'
  /** Sudan. */
  | 'SD'
  /** Sweden. */
  | 'SE'
  /** Singapore. */
  | 'SG'
  /** St. Helena. */
  | 'SH'
  /** Slovenia. */
  | 'SI'
  /** Svalbard & Jan Mayen. */
  | 'SJ'
  /** Slovakia. */
  | 'SK'
  /** Sierra Leone. */
  | 'SL'
  /** San Marino. */
  | 'SM'
  /** Senegal. */
  | 'SN'
  /** Somalia. */
  | 'SO'
  /** Suriname. */
  | 'SR'
  /** South Sudan. */
  | 'SS'
  /** São Tomé & Príncipe. */
  | 'ST'
  /** El Salvador. */
  | 'SV'
  /** Sint Maarten. */
  | 'SX'
  /** Syria. */
  | 'SY'
  /** Eswatini. */
  | 'SZ'
  /** Tristan da Cunha. */
  | 'TA'
  /** Turks & Caicos Islands. */
  | 'TC'
  /** Chad. */
  | 'TD'
  /** French Southern Territories. */
  | 'TF'
  /** Togo. */
  | 'TG'
  /** Thailand. */
  | 'TH'
  /** Tajikistan. */
  | 'TJ'
  /** Tokelau. */
  | 'TK'
  /** Timor-Leste. */
  | 'TL'
  /** Turkmenistan. */
  | 'TM'
  /** Tunisia. */
  | 'TN'
  /** Tonga. */
  | 'TO'
  /** Türkiye. */
  | 'TR'
  /** Trinidad & Tobago. */
  | 'TT'
  /** Tuvalu. */
  | 'TV'
  /** Taiwan. */
  | 'TW'
  /** Tanzania. */
  | 'TZ'
  /** Ukraine. */
  | 'UA'
  /** Uganda. */
  | 'UG'
  /** U.S. Outlying Islands. */
  | 'UM'
  /** United States. */
  | 'US'
  /** Uruguay. */
  | 'UY'
  /** Uzbekistan. */
  | 'UZ'
  /** Vatican City. */
  | 'VA'
  /** St. Vincent & Grenadines. */
  | 'VC'
  /** Venezuela. */
  | 'VE'
  /** British Virgin Islands. */
  | 'VG'
  /** Vietnam. */
  | 'VN'
  /** Vanuatu. */
  | 'VU'
  /** Wallis & Futuna. */
  | 'WF'
  /** Samoa. */
  | 'WS'
  /** Kosovo. */
  | 'XK'
  /** Yemen. */
  | 'YE'
  /** Mayotte. */
  | 'YT'
  /** South Africa. */
  | 'ZA'
  /** Zambia. */
  | 'ZM'
  /** Zimbabwe. */
  | 'ZW'
  /** Unknown Region. */
  | 'ZZ';

/**
 * The currency codes that represent the world currencies throughout the Admin API. Currency codes include
 * [standard ISO 4217 codes](https://en.wikipedia.org/wiki/ISO_4217), legacy codes, non-standard codes,
 * digital currency codes.
 */
export type CurrencyCode =
  /** United Arab Emirates Dirham (AED). */
  | 'AED'
  /** Afghan Afghani (AFN). */
  | 'AFN'
  /** Albanian Lek (ALL). */
  | 'ALL'
  /** Armenian Dram (AMD). */
  | 'AMD'
  /** Netherlands Antillean Guilder. */
  | 'ANG'
  /** Angolan Kwanza (AOA). */
  | 'AOA'
  /** Argentine Pesos (ARS). */
  | 'ARS'
  /** Australian Dollars (AUD). */
  | 'AUD'
  /** Aruban Florin (AWG). */
  | 'AWG'
  /** Azerbaijani Manat (AZN). */
  | 'AZN'
  /** Bosnia and Herzegovina Convertible Mark (BAM). */
  | 'BAM'
  /** Barbadian Dollar (BBD). */
  | 'BBD'
  /** Bangladesh Taka (BDT). */
  | 'BDT'
  /** Bulgarian Lev (BGN). */
  | 'BGN'
  /** Bahraini Dinar (BHD). */
  | 'BHD'
  /** Burundian Franc (BIF). */
  | 'BIF'
  /** Bermudian Dollar (BMD). */
  | 'BMD'
  /** Brunei Dollar (BND). */
  | 'BND'
  /** Bolivian Boliviano (BOB). */
  | 'BOB'
  /** Brazilian Real (BRL). */
  | 'BRL'
  /** Bahamian Dollar (BSD). */
  | 'BSD'
  /** Bhutanese Ngultrum (BTN). */
  | 'BTN'
  /** Botswana Pula (BWP). */
  | 'BWP'
  /** Belarusian Ruble (BYN). */
  | 'BYN'
  /** Belarusian Ruble (BYR). */
  | 'BYR'
  /** Belize Dollar (BZD). */
  | 'BZD'
  /** Canadian Dollars (CAD). */
  | 'CAD'
  /** Congolese franc (CDF). */
  | 'CDF'
  /** Swiss Francs (CHF). */
  | 'CHF'
  /** Chilean Peso (CLP). */
  | 'CLP'
  /** Chinese Yuan Renminbi (CNY). */
  | 'CNY'
  /** Colombian Peso (COP). */
  | 'COP'
  /** Costa Rican Colones (CRC). */
  | 'CRC'
  /** Cape Verdean escudo (CVE). */
  | 'CVE'
  /** Czech Koruny (CZK). */
  | 'CZK'
  /** Djiboutian Franc (DJF). */
  | 'DJF'
  /** Danish Kroner (DKK). */
  | 'DKK'
  /** Dominican Peso (DOP). */
  | 'DOP'
  /** Algerian Dinar (DZD). */
  | 'DZD'
  /** Egyptian Pound (EGP). */
  | 'EGP'
  /** Eritrean Nakfa (ERN). */
  | 'ERN'
  /** Ethiopian Birr (ETB). */
  | 'ETB'
  /** Euro (EUR). */
  | 'EUR'
  /** Fijian Dollars (FJD). */
  | 'FJD'
  /** Falkland Islands Pounds (FKP). */
  | 'FKP'
  /** United Kingdom Pounds (GBP). */
  | 'GBP'
  /** Georgian Lari (GEL). */
  | 'GEL'
  /** Ghanaian Cedi (GHS). */
  | 'GHS'
  /** Gibraltar Pounds (GIP). */
  | 'GIP'
  /** Gambian Dalasi (GMD). */
  | 'GMD'
  /** Guinean Franc (GNF). */
  | 'GNF'
  /** Guatemalan Quetzal (GTQ). */
  | 'GTQ'
  /** Guyanese Dollar (GYD). */
  | 'GYD'
  /** Hong Kong Dollars (HKD). */
  | 'HKD'
  /** Honduran Lempira (HNL). */
  | 'HNL'
  /** Croatian Kuna (HRK). */
  | 'HRK'
  /** Haitian Gourde (HTG). */
  | 'HTG'
  /** Hungarian Forint (HUF). */
  | 'HUF'
  /** Indonesian Rupiah (IDR). */
  | 'IDR'
  /** Israeli New Shekel (NIS). */
  | 'ILS'
  /** Indian Rupees (INR). */
  | 'INR'
  /** Iraqi Dinar (IQD). */
  | 'IQD'
  /** Iranian Rial (IRR). */
  | 'IRR'
  /** Icelandic Kronur (ISK). */
  | 'ISK'
  /** Jersey Pound. */
  | 'JEP'
  /** Jamaican Dollars (JMD). */
  | 'JMD'
  /** Jordanian Dinar (JOD). */
  | 'JOD'
  /** Japanese Yen (JPY). */
  | 'JPY'
  /** Kenyan Shilling (KES). */
  | 'KES'
  /** Kyrgyzstani Som (KGS). */
  | 'KGS'
  /** Cambodian Riel. */
  | 'KHR'
  /** Kiribati Dollar (KID). */
  | 'KID'
  /** Comorian Franc (KMF). */
  | 'KMF'
  /** South Korean Won (KRW). */
  | 'KRW'
  /** Kuwaiti Dinar (KWD). */
  | 'KWD'
  /** Cayman Dollars (KYD). */
  | 'KYD'
  /** Kazakhstani Tenge (KZT). */
  | 'KZT'
  /** Laotian Kip (LAK). */
  | 'LAK'
  /** Lebanese Pounds (LBP). */
  | 'LBP'
  /** Sri Lankan Rupees (LKR). */
  | 'LKR'
  /** Liberian Dollar (LRD). */
  | 'LRD'
  /** Lesotho Loti (LSL). */
  | 'LSL'
  /** Lithuanian Litai (LTL). */
  | 'LTL'
  /** Latvian Lati (LVL). */
  | 'LVL'
  /** Libyan Dinar (LYD). */
  | 'LYD'
  /** Moroccan Dirham. */
  | 'MAD'
  /** Moldovan Leu (MDL). */
  | 'MDL'
  /** Malagasy Ariary (MGA). */
  | 'MGA'
  /** Macedonia Denar (MKD). */
  | 'MKD'
  /** Burmese Kyat (MMK). */
  | 'MMK'
  /** Mongolian Tugrik. */
  | 'MNT'
  /** Macanese Pataca (MOP). */
  | 'MOP'
  /** Mauritanian Ouguiya (MRU). */
  | 'MRU'
  /** Mauritian Rupee (MUR). */
  | 'MUR'
  /** Maldivian Rufiyaa (MVR). */
  | 'MVR'
  /** Malawian Kwacha (MWK). */
  | 'MWK'
  /** Mexican Pesos (MXN). */
  | 'MXN'
  /** Malaysian Ringgits (MYR). */
  | 'MYR'
  /** Mozambican Metical. */
  | 'MZN'
  /** Namibian Dollar. */
  | 'NAD'
  /** Nigerian Naira (NGN). */
  | 'NGN'
  /** Nicaraguan Córdoba (NIO). */
  | 'NIO'
  /** Norwegian Kroner (NOK). */
  | 'NOK'
  /** Nepalese Rupee (NPR). */
  | 'NPR'
  /** New Zealand Dollars (NZD). */
  | 'NZD'
  /** Omani Rial (OMR). */
  | 'OMR'
  /** Panamian Balboa (PAB). */
  | 'PAB'
  /** Peruvian Nuevo Sol (PEN). */
  | 'PEN'
  /** Papua New Guinean Kina (PGK). */
  | 'PGK'
  /** Philippine Peso (PHP). */
  | 'PHP'
  /** Pakistani Rupee (PKR). */
  | 'PKR'
  /** Polish Zlotych (PLN). */
  | 'PLN'
  /** Paraguayan Guarani (PYG). */
  | 'PYG'
  /** Qatari Rial (QAR). */
  | 'QAR'
  /** Romanian Lei (RON). */
  | 'RON'
  /** Serbian dinar (RSD). */
  | 'RSD'
  /** Russian Rubles (RUB). */
  | 'RUB'
  /** Rwandan Franc (RWF). */
  | 'RWF'
  /** Saudi Riyal (SAR). */
  | 'SAR'
  /** Solomon Islands Dollar (SBD). */
  | 'SBD'
  /** Seychellois Rupee (SCR). */
  | 'SCR'
  /** Sudanese Pound (SDG). */
  | 'SDG'
  /** Swedish Kronor (SEK). */
  | 'SEK'
  /** Singapore Dollars (SGD). */
  | 'SGD'
  /** Saint Helena Pounds (SHP). */
  | 'SHP'
  /** Sierra Leonean Leone (SLL). */
  | 'SLL'
  /** Somali Shilling (SOS). */
  | 'SOS'
  /** Surinamese Dollar (SRD). */
  | 'SRD'
  /** South Sudanese Pound (SSP). */
  | 'SSP'
  /** Sao Tome And Principe Dobra (STD). */
  | 'STD'
  /** Sao Tome And Principe Dobra (STN). */
  | 'STN'
  /** Syrian Pound (SYP). */
  | 'SYP'
  /** Swazi Lilangeni (SZL). */
  | 'SZL'
  /** Thai baht (THB). */
  | 'THB'
  /** Tajikistani Somoni (TJS). */
  | 'TJS'
  /** Turkmenistani Manat (TMT). */
  | 'TMT'
  /** Tunisian Dinar (TND). */
  | 'TND'
  /** Tongan Pa'anga (TOP). */
  | 'TOP'
  /** Turkish Lira (TRY). */
  | 'TRY'
  /** Trinidad and Tobago Dollars (TTD). */
  | 'TTD'
  /** Taiwan Dollars (TWD). */
  | 'TWD'
  /** Tanzanian Shilling (TZS). */
  | 'TZS'
  /** Ukrainian Hryvnia (UAH). */
  | 'UAH'
  /** Ugandan Shilling (UGX). */
  | 'UGX'
  /** United States Dollars (USD). */
  | 'USD'
  /** United States Dollars Coin (USDC). */
  | 'USDC'
  /** Uruguayan Pesos (UYU). */
  | 'UYU'
  /** Uzbekistan som (UZS). */
  | 'UZS'
  /** Venezuelan Bolivares (VED). */
  | 'VED'
  /** Venezuelan Bolivares (VEF). */
  | 'VEF'
  /** Venezuelan Bolivares Soberanos (VES). */
  | 'VES'
  /** Vietnamese đồng (VND). */
  | 'VND'
  /** Vanuatu Vatu (VUV). */
  | 'VUV'
  /** Samoan Tala (WST). */
  | 'WST'
  /** Central African CFA Franc (XAF). */
  | 'XAF'
  /** East Caribbean Dollar (XCD). */
  | 'XCD'
  /** West African CFA franc (XOF). */
  | 'XOF'
  /** CFP Franc (XPF). */
  | 'XPF'
  /** Unrecognized currency. */
  | 'XXX'
  /** Yemeni Rial (YER). */
  | 'YER'
  /** South African Rand (ZAR). */
  | 'ZAR'
  /** Zambian Kwacha (ZMW). */
  | 'ZMW';

/** The input fields for an applied discount on a calculated exchange line item. */
export type ExchangeLineItemAppliedDiscountInput = {
  /** The description of the discount. */
  description?: string | null | undefined;
  /** The value of the discount as a fixed amount or a percentage. */
  value: ExchangeLineItemAppliedDiscountValueInput;
};

/**
 * The input value for an applied discount on a calculated exchange line item.
 * Can either specify the value as a fixed amount or a percentage.
 */
export type ExchangeLineItemAppliedDiscountValueInput =
  {   /** The value of the discount as a fixed amount. */
  amount: MoneyInput; percentage?: never; }
  |  { amount?: never;   /** The value of the discount as a percentage. */
  percentage: number; };

/** The input fields for new line items to be added to the order as part of an exchange. */
export type ExchangeLineItemInput = {
  /** The discount to be applied to the exchange line item. */
  appliedDiscount?: ExchangeLineItemAppliedDiscountInput | null | undefined;
  /** The gift card codes associated with the physical gift cards. */
  giftCardCodes?: Array<string> | null | undefined;
  /** The quantity of the item to be added. */
  quantity: number;
  /** The ID of the product variant to be added to the order as part of an exchange. */
  variantId?: string | number | null | undefined;
};

/** The possible content types for a file object. */
export type FileContentType =
  /** An externally hosted video. */
  | 'EXTERNAL_VIDEO'
  /** A Shopify-hosted generic file. */
  | 'FILE'
  /** A Shopify-hosted image. */
  | 'IMAGE'
  /** A Shopify-hosted 3D model. */
  | 'MODEL_3D'
  /** A Shopify-hosted video file. It's recommended to use this type for all video files. */
  | 'VIDEO';

/** The input fields that are required to create a file object. */
export type FileCreateInput = {
  /** The alt text description of the file for screen readers and accessibility. */
  alt?: string | null | undefined;
  /** The file content type. If omitted, then Shopify will attempt to determine the content type during file processing. */
  contentType?: FileContentType | null | undefined;
  /** How to handle if filename is already in use. */
  duplicateResolutionMode?: FileCreateInputDuplicateResolutionMode | null | undefined;
  /**
   * The name of the file. If provided, then the file is created with the specified filename.
   * If not provided, then the filename from the `originalSource` is used.
   */
  filename?: string | null | undefined;
  /**
   * The source URL of the file. An external URL can be used for images, generic files, or external videos.
   * Videos and 3D models require a
   * [staged upload URL](https://shopify.dev/api/admin-graphql/latest/mutations/stageduploadscreate).
   */
  originalSource: string;
};

/** The input fields for handling if filename is already in use. */
export type FileCreateInputDuplicateResolutionMode =
  /** Append a UUID if filename is already in use. */
  | 'APPEND_UUID'
  /** Raise an error if filename is already in use. */
  | 'RAISE_ERROR'
  /** Replace the existing file if filename is already in use. */
  | 'REPLACE';

/** The possible statuses for a file object. */
export type FileStatus =
  /** File processing has failed. */
  | 'FAILED'
  /** File is being processed. */
  | 'PROCESSING'
  /** File is ready to be displayed. */
  | 'READY'
  /** File has been uploaded but hasn't been processed. */
  | 'UPLOADED';

/** Possible error codes that can be returned by `FilesUserError`. */
export type FilesErrorCode =
  /** The alt value exceeds the maximum limit of 512 characters. */
  | 'ALT_VALUE_LIMIT_EXCEEDED'
  /** The search term must not be blank. */
  | 'BLANK_SEARCH'
  /** The provided filename already exists. */
  | 'FILENAME_ALREADY_EXISTS'
  /** File does not exist. */
  | 'FILE_DOES_NOT_EXIST'
  /** File has a pending operation. */
  | 'FILE_LOCKED'
  /** The input value is invalid. */
  | 'INVALID'
  /** Duplicate resolution mode is not supported for this file type. */
  | 'INVALID_DUPLICATE_MODE_FOR_TYPE'
  /** Invalid duplicate resolution mode provided. */
  | 'INVALID_DUPLICATE_RESOLUTION_MODE'
  /** File cannot be updated in a failed state. */
  | 'INVALID_FAILED_MEDIA_STATE'
  /** The provided filename is invalid. */
  | 'INVALID_FILENAME'
  /** Invalid filename extension. */
  | 'INVALID_FILENAME_EXTENSION'
  /** Invalid image source url value provided. */
  | 'INVALID_IMAGE_SOURCE_URL'
  /** Search query isn't supported. */
  | 'INVALID_QUERY'
  /** Media cannot be modified. It is currently being modified by another operation. */
  | 'MEDIA_CANNOT_BE_MODIFIED'
  /** Cannot create file with custom filename which does not match original source extension. */
  | 'MISMATCHED_FILENAME_AND_ORIGINAL_SOURCE'
  /** At least one argument is required. */
  | 'MISSING_ARGUMENTS'
  /** Duplicate resolution mode REPLACE cannot be used without specifying filename. */
  | 'MISSING_FILENAME_FOR_DUPLICATE_MODE_REPLACE'
  /** Exceeded the limit of non-image media per shop. */
  | 'NON_IMAGE_MEDIA_PER_SHOP_LIMIT_EXCEEDED'
  /** The file is not in the READY state. */
  | 'NON_READY_STATE'
  /** Exceeded the limit of media per product. */
  | 'PRODUCT_MEDIA_LIMIT_EXCEEDED'
  /** One or more associated products are suspended. */
  | 'PRODUCT_SUSPENDED'
  /** The target resource does not exist. */
  | 'REFERENCE_TARGET_DOES_NOT_EXIST'
  /** Specify one argument: search, IDs, or deleteAll. */
  | 'TOO_MANY_ARGUMENTS'
  /** Cannot add more than 10000 references to a file. */
  | 'TOO_MANY_FILE_REFERENCE'
  /** The file type is not supported. */
  | 'UNACCEPTABLE_ASSET'
  /** The file is not supported on trial accounts. Select a plan to upload this file. */
  | 'UNACCEPTABLE_TRIAL_ASSET'
  /**
   * The file is not supported on trial accounts that have not validated their
   * email. Either select a plan or verify the shop owner email to upload this file.
   */
  | 'UNACCEPTABLE_UNVERIFIED_TRIAL_ASSET'
  /** The file type is not supported for referencing. */
  | 'UNSUPPORTED_FILE_REFERENCE'
  /** Filename update is only supported on Image and GenericFile. */
  | 'UNSUPPORTED_MEDIA_TYPE_FOR_FILENAME_UPDATE';

/** The display status of a fulfillment. */
export type FulfillmentDisplayStatus =
  /** Displayed as **Attempted delivery**. */
  | 'ATTEMPTED_DELIVERY'
  /** Displayed as **Canceled**. */
  | 'CANCELED'
  /** Displayed as **Picked up by carrier**. */
  | 'CARRIER_PICKED_UP'
  /** Displayed as **Confirmed**. */
  | 'CONFIRMED'
  /** Displayed as **Delayed**. */
  | 'DELAYED'
  /** Displayed as **Delivered**. */
  | 'DELIVERED'
  /** Displayed as **Failure**. */
  | 'FAILURE'
  /** Displayed as **Fulfilled**. */
  | 'FULFILLED'
  /** Displayed as **In transit**. */
  | 'IN_TRANSIT'
  /** Displayed as **Label printed**. */
  | 'LABEL_PRINTED'
  /** Displayed as **Label purchased**. */
  | 'LABEL_PURCHASED'
  /** Displayed as **Label voided**. */
  | 'LABEL_VOIDED'
  /** Displayed as **Marked as fulfilled**. */
  | 'MARKED_AS_FULFILLED'
  /** Displayed as **Not delivered**. */
  | 'NOT_DELIVERED'
  /** Displayed as **Out for delivery**. */
  | 'OUT_FOR_DELIVERY'
  /** Displayed as **Picked up**. */
  | 'PICKED_UP'
  /** Displayed as **Ready for pickup**. */
  | 'READY_FOR_PICKUP'
  /** Displayed as **Submitted**. */
  | 'SUBMITTED';

/** The status that describes a fulfillment or delivery event. */
export type FulfillmentEventStatus =
  /** A delivery was attempted. */
  | 'ATTEMPTED_DELIVERY'
  /** The fulfillment has been picked up by the carrier. */
  | 'CARRIER_PICKED_UP'
  /** The fulfillment is confirmed. This is the default value when no other information is available. */
  | 'CONFIRMED'
  /** The fulfillment is delayed. */
  | 'DELAYED'
  /** The fulfillment was successfully delivered. */
  | 'DELIVERED'
  /** The fulfillment request failed. */
  | 'FAILURE'
  /** The fulfillment is in transit. */
  | 'IN_TRANSIT'
  /** A purchased shipping label has been printed. */
  | 'LABEL_PRINTED'
  /** A shipping label has been purchased. */
  | 'LABEL_PURCHASED'
  /** The fulfillment is out for delivery. */
  | 'OUT_FOR_DELIVERY'
  /** The fulfillment is ready to be picked up. */
  | 'READY_FOR_PICKUP';

/** The status of a fulfillment. */
export type FulfillmentStatus =
  /** The fulfillment was canceled. */
  | 'CANCELLED'
  /** There was an error with the fulfillment request. */
  | 'ERROR'
  /** The fulfillment request failed. */
  | 'FAILURE'
  /** The third-party fulfillment service has acknowledged the fulfillment and is processing it. */
  | 'OPEN'
  /**
   * Shopify has created the fulfillment and is waiting for the third-party
   * fulfillment service to transition it to `open` or `success`.
   */
  | 'PENDING'
  /** The fulfillment was completed successfully. */
  | 'SUCCESS';

/** The input fields for a metafield value to set. */
export type MetafieldsSetInput = {
  /**
   * The `compareDigest` value obtained from a previous query. Provide this with
   * updates to ensure the metafield is modified safely.
   */
  compareDigest?: string | null | undefined;
  /**
   * The unique identifier for a metafield within its namespace.
   *
   * Must be 2-64 characters long and can contain alphanumeric, hyphen, and underscore characters.
   */
  key: string;
  /**
   * The container for a group of metafields that the metafield is or will be associated with. Used in tandem
   * with `key` to lookup a metafield on a resource, preventing conflicts with other metafields with the
   * same `key`. If omitted the app-reserved namespace will be used.
   *
   * Must be 3-255 characters long and can contain alphanumeric, hyphen, and underscore characters.
   */
  namespace?: string | null | undefined;
  /** The unique ID of the resource that the metafield is attached to. */
  ownerId: string | number;
  /**
   * The type of data that's stored in the metafield.
   * The type must be one of the [supported types](https://shopify.dev/apps/metafields/types).
   *
   * Required when there's no corresponding definition for the given `namespace`, `key`, and
   * owner resource type (derived from `ownerId`).
   */
  type?: string | null | undefined;
  /** The data stored in the metafield. Always stored as a string, regardless of the metafield's type. */
  value: string;
};

/** Possible error codes that can be returned by `MetafieldsSetUserError`. */
export type MetafieldsSetUserErrorCode =
  /** ApiPermission metafields can only be created or updated by the app owner. */
  | 'APP_NOT_AUTHORIZED'
  /** The input value is blank. */
  | 'BLANK'
  /** The metafield violates a capability restriction. */
  | 'CAPABILITY_VIOLATION'
  /** The input value isn't included in the list. */
  | 'INCLUSION'
  /** An internal error occurred. */
  | 'INTERNAL_ERROR'
  /** The input value is invalid. */
  | 'INVALID'
  /** The compareDigest is invalid. */
  | 'INVALID_COMPARE_DIGEST'
  /** The type is invalid. */
  | 'INVALID_TYPE'
  /** The value is invalid for the metafield type or for the definition options. */
  | 'INVALID_VALUE'
  /** The input value should be less than or equal to the maximum value allowed. */
  | 'LESS_THAN_OR_EQUAL_TO'
  /** The input value needs to be blank. */
  | 'PRESENT'
  /** The metafield has been modified since it was loaded. */
  | 'STALE_OBJECT'
  /** The input value is already taken. */
  | 'TAKEN'
  /** The input value is too long. */
  | 'TOO_LONG'
  /** The input value is too short. */
  | 'TOO_SHORT';

/** The input fields for a monetary value with currency. */
export type MoneyInput = {
  /** Decimal money amount. */
  amount: string;
  /** Currency of the money. */
  currencyCode: CurrencyCode;
};

/** Discrepancy reasons for order adjustments. */
export type OrderAdjustmentInputDiscrepancyReason =
  /** The discrepancy reason is customer. */
  | 'CUSTOMER'
  /** The discrepancy reason is damage. */
  | 'DAMAGE'
  /** The discrepancy reason is not one of the predefined reasons. */
  | 'OTHER'
  /** The discrepancy reason is restocking. */
  | 'RESTOCK';

/** Possible error codes that can be returned by `OrderCancelUserError`. */
export type OrderCancelUserErrorCode =
  /** Unexpected internal error happened. */
  | 'INTERNAL_ERROR'
  /** The input value is invalid. */
  | 'INVALID'
  /** The record with the ID used as the input value couldn't be found. */
  | 'NOT_FOUND'
  /** An order refund was requested but the user does not have the refund_orders permission. */
  | 'NO_REFUND_PERMISSION'
  /** An order refund was requested but the user does not have the refund_to_store_credit permission. */
  | 'NO_REFUND_TO_STORE_CREDIT_PERMISSION'
  /** A store credit order refund was requested but the order is a B2B order. */
  | 'STORE_CREDIT_REFUND_B2B_NOT_SUPPORTED'
  /** A store credit order refund was requested but the expiration date is in the past. */
  | 'STORE_CREDIT_REFUND_EXPIRATION_IN_PAST'
  /** A store credit order refund was requested but the order has no customer. */
  | 'STORE_CREDIT_REFUND_MISSING_CUSTOMER';

/** Represents the order's current financial status. */
export type OrderDisplayFinancialStatus =
  /**
   * Displayed as **Authorized**. The payment provider has validated the customer's
   * payment information. This status appears only for manual payment capture and
   * indicates payments should be captured before the authorization period expires.
   */
  | 'AUTHORIZED'
  /**
   * Displayed as **Expired**. Payment wasn't captured before the payment
   * provider's deadline on an authorized order. Some payment providers use this
   * status to indicate failed payment processing.
   */
  | 'EXPIRED'
  /** Displayed as **Paid**. Payment was automatically or manually captured, or the order was marked as paid. */
  | 'PAID'
  /**
   * Displayed as **Partially paid**. A payment was manually captured for the order
   * with an amount less than the full order value.
   */
  | 'PARTIALLY_PAID'
  /** Displayed as **Partially refunded**. The amount refunded to a customer is less than the full amount paid for an order. */
  | 'PARTIALLY_REFUNDED'
  /**
   * Displayed as **Pending**. Orders have this status when the payment provider
   * needs time to complete the payment, or when manual payment methods are being used.
   */
  | 'PENDING'
  /** Displayed as **Refunded**. The full amount paid for an order was refunded to the customer. */
  | 'REFUNDED'
  /**
   * Displayed as **Voided**. An authorized but uncaptured payment was voided,
   * releasing the hold on the funds. This is the payment's financial status and is
   * distinct from the order's status: an order can remain open even when its
   * payment is voided.
   */
  | 'VOIDED';

/** Represents the order's aggregated fulfillment status for display purposes. */
export type OrderDisplayFulfillmentStatus =
  /** Displayed as **Fulfilled**. All the items in the order have been fulfilled. */
  | 'FULFILLED'
  /**
   * Displayed as **Not required** on the orders list and **Fulfillment not
   * required** in the order details header. The order has no items to be fulfilled.
   */
  | 'FULFILLMENT_NOT_REQUIRED'
  /**
   * Displayed as **In progress**. All of the items in the order have had a request
   * for fulfillment sent to the fulfillment service or all of the items have been
   * marked as in progress.
   */
  | 'IN_PROGRESS'
  /** Displayed as **On hold**. All of the unfulfilled items in this order are on hold. */
  | 'ON_HOLD'
  /** Displayed as **Open**. None of the items in the order have been fulfilled. Replaced by "UNFULFILLED" status. */
  | 'OPEN'
  /** Displayed as **Partially fulfilled**. Some of the items in the order have been fulfilled. */
  | 'PARTIALLY_FULFILLED'
  /**
   * Displayed as **Pending fulfillment**. A request for fulfillment of some items
   * awaits a response from the fulfillment service. Replaced by the "IN_PROGRESS" status.
   */
  | 'PENDING_FULFILLMENT'
  /**
   * Displayed as **Request declined**. Some of the items in the order have been
   * rejected for fulfillment by the fulfillment service.
   */
  | 'REQUEST_DECLINED'
  /** Displayed as **Restocked**. All the items in the order have been restocked. Replaced by the "UNFULFILLED" status. */
  | 'RESTOCKED'
  /** Displayed as **Scheduled**. All of the unfulfilled items in this order are scheduled for fulfillment at later time. */
  | 'SCHEDULED'
  /** Displayed as **Unfulfilled**. None of the items in the order have been fulfilled. */
  | 'UNFULFILLED';

/**
 * The order's aggregated return status that's used for display purposes.
 * An order might have multiple returns, so this field communicates the prioritized return status.
 * The `OrderReturnStatus` enum is a supported filter parameter in the [`orders` query](https://shopify.dev/api/admin-graphql/latest/queries/orders#:~:text=reference_location_id-,return_status,-risk_level).
 */
export type OrderReturnStatus =
  /** All return shipments from a return in this order were inspected. */
  | 'INSPECTION_COMPLETE'
  /** Some items in the order are being returned. */
  | 'IN_PROGRESS'
  /** No items in the order were returned. */
  | 'NO_RETURN'
  /** Some items in the order were returned. */
  | 'RETURNED'
  /** Some returns in the order were not completed successfully. */
  | 'RETURN_FAILED'
  /** A return was requested for some items in the order. */
  | 'RETURN_REQUESTED';

/** The input fields for the information needed to create an order transaction. */
export type OrderTransactionInput = {
  /** The amount of money for this transaction. */
  amount: string;
  /** The payment gateway to use for this transaction. */
  gateway: string;
  /** The kind of transaction. */
  kind: OrderTransactionKind;
  /** The ID of the order associated with the transaction. */
  orderId: string | number;
  /** The ID of the optional parent transaction, for example the authorization of a capture. */
  parentId?: string | number | null | undefined;
};

/** The different kinds of order transactions. */
export type OrderTransactionKind =
  /**
   * An amount reserved against the cardholder's funding source.
   * Money does not change hands until the authorization is captured.
   */
  | 'AUTHORIZATION'
  /** A transfer of the money that was reserved by an authorization. */
  | 'CAPTURE'
  /** The money returned to the customer when they've paid too much during a cash transaction. */
  | 'CHANGE'
  /** An authorization for a payment taken with an EMV credit card reader. */
  | 'EMV_AUTHORIZATION'
  /**
   * A partial or full return of captured funds to the cardholder.
   * A refund can happen only after a capture is processed.
   */
  | 'REFUND'
  /** An authorization and capture performed together in a single step. */
  | 'SALE'
  /** A suggested refund transaction that can be used to create a refund. */
  | 'SUGGESTED_REFUND'
  /** A cancelation of an authorization transaction. */
  | 'VOID';

/** The input fields required to reimburse duties on a refund. */
export type RefundDutyInput = {
  /** The ID of the duty in the refund. */
  dutyId: string | number;
  /** The type of refund for this duty. */
  refundType?: RefundDutyRefundType | null | undefined;
};

/** The type of refund to perform for a particular refund duty. */
export type RefundDutyRefundType =
  /** The duty is fully refunded. */
  | 'FULL'
  /** The duty is proportionally refunded based on the quantity of the refunded line item. */
  | 'PROPORTIONAL';

/** The input fields to create a refund. */
export type RefundInput = {
  /** Whether to allow the total refunded amount to surpass the amount paid for the order. */
  allowOverRefunding?: boolean | null | undefined;
  /**
   * The currency that is used to refund the order. This must be the presentment
   * currency, which is the currency used by the customer. This is a required field
   * for orders where the currency and presentment currency differ.
   */
  currency?: CurrencyCode | null | undefined;
  /** An optional reason for a discrepancy between calculated and actual refund amounts. */
  discrepancyReason?: OrderAdjustmentInputDiscrepancyReason | null | undefined;
  /** An optional note that's attached to the refund. */
  note?: string | null | undefined;
  /** Whether to send a refund notification to the customer. */
  notify?: boolean | null | undefined;
  /** The ID of the order that's being refunded. */
  orderId: string | number;
  /** The date and time when the refund is being processed. If not provided, it will be set to the current time. */
  processedAt?: string | null | undefined;
  /** A list of duties to refund. */
  refundDuties?: Array<RefundDutyInput> | null | undefined;
  /** A list of line items to refund. */
  refundLineItems?: Array<RefundLineItemInput> | null | undefined;
  /** A list of instructions to process the financial outcome of the refund. */
  refundMethods?: Array<RefundMethodInput> | null | undefined;
  /** The input fields that are required to reimburse shipping costs. */
  shipping?: ShippingRefundInput | null | undefined;
  /** A list of transactions involved in the refund. */
  transactions?: Array<OrderTransactionInput> | null | undefined;
};

/** The input fields required to reimburse line items on a refund. */
export type RefundLineItemInput = {
  /** The ID of the line item in the refund. */
  lineItemId: string | number;
  /** The intended location for restocking. If the `restockType` is set to `NO_RESTOCK`, then this value is empty. */
  locationId?: string | number | null | undefined;
  /** The quantity of the associated line item to be refunded. */
  quantity: number;
  /** The type of restock for this line item. */
  restockType?: RefundLineItemRestockType | null | undefined;
};

/** The type of restock performed for a particular refund line item. */
export type RefundLineItemRestockType =
  /** The refund line item was canceled. Use this when restocking unfulfilled line items. */
  | 'CANCEL'
  /**
   * Deprecated. The refund line item was restocked, without specifically
   * beingidentified as a return or cancelation. This value is not accepted when
   * creating new refunds.
   */
  | 'LEGACY_RESTOCK'
  /** Refund line item was not restocked. */
  | 'NO_RESTOCK'
  /** The refund line item was returned. Use this when restocking line items that were fulfilled. */
  | 'RETURN';

/** The different methods that a refund amount can be allocated to. */
export type RefundMethodAllocation =
  /** The refund is to original payment methods. */
  | 'ORIGINAL_PAYMENT_METHODS'
  /** The refund is to store credit. */
  | 'STORE_CREDIT';

/** The input fields for processing the financial outcome of a refund. */
export type RefundMethodInput =
  {   /** The details of the refund to store credit. */
  storeCreditRefund: StoreCreditRefundInput; };

/** The input fields for the shipping cost to refund. */
export type RefundShippingInput = {
  /** Whether to refund the full shipping amount. */
  fullRefund?: boolean | null | undefined;
  /**
   * The input fields required to refund shipping cost, in the presentment currency of the order.
   * This overrides the `fullRefund` argument.
   * This field defaults to 0.00 when not provided and when the `fullRefund` argument is false.
   */
  shippingRefundAmount?: MoneyInput | null | undefined;
};

/** The input fields for a restocking fee. */
export type RestockingFeeInput = {
  /** The value of the fee as a percentage. */
  percentage: number;
};

/** The input fields for approving a customer's return request. */
export type ReturnApproveRequestInput = {
  /** The ID of the return that's being approved. */
  id: string | number;
  /**
   * Notify the customer when a return request is approved.
   * The customer will only receive a notification if `Order.email` is present.
   */
  notifyCustomer?: boolean | null | undefined;
  /**
   * When `true` the return will be created in an unprocessed state; returns must
   * subsequently be processed via Return Processing APIs in order to take further
   * action on them. Creating returns in an unprocessed state will soon be the
   * default behavior. After July 1st, 2025, this field is only available to
   * merchants who have created exchanges or returns with fees using API up that
   * date. It will be ignored otherwise.
   * @deprecated This field is temporary to support the transition to Returns Processing APIs.
   */
  unprocessed?: boolean | null | undefined;
};

/** The reason why the merchant declined a customer's return request. */
export type ReturnDeclineReason =
  /** The return contains final sale items. */
  | 'FINAL_SALE'
  /** The return is declined for another reason. */
  | 'OTHER'
  /** The return period has ended. */
  | 'RETURN_PERIOD_ENDED';

/** The input fields for declining a customer's return request. */
export type ReturnDeclineRequestInput = {
  /**
   * The notification message that's sent to a customer about their declined return request.
   * Maximum length: 500 characters.
   */
  declineNote?: string | null | undefined;
  /** The reason why the merchant declined the customer's return request. */
  declineReason: ReturnDeclineReason;
  /** The ID of the return that's being declined. */
  id: string | number;
  /**
   * Notify the customer when a return request is declined.
   * The customer will only receive a notification if `Order.email` is present.
   */
  notifyCustomer?: boolean | null | undefined;
};

/** Possible error codes that can be returned by `ReturnUserError`. */
export type ReturnErrorCode =
  /** The requested resource already exists. */
  | 'ALREADY_EXISTS'
  /** The input value is blank. */
  | 'BLANK'
  /** A requested resource could not be created. */
  | 'CREATION_FAILED'
  /** The input value should be equal to the value allowed. */
  | 'EQUAL_TO'
  /** A required feature is not enabled. */
  | 'FEATURE_NOT_ENABLED'
  /** The input value should be greater than the minimum allowed value. */
  | 'GREATER_THAN'
  /** The input value should be greater than or equal to the minimum value allowed. */
  | 'GREATER_THAN_OR_EQUAL_TO'
  /** The input value isn't included in the list. */
  | 'INCLUSION'
  /**
   * The requested configuration cannot be applied to this standard return policy
   * which is managed for you in compliance with relevant regulations.
   */
  | 'INCOMPATIBLE_WITH_STANDARD_POLICY'
  /** Unexpected internal error happened. */
  | 'INTERNAL_ERROR'
  /** The input value is invalid. */
  | 'INVALID'
  /** A resource was not in the correct state for the operation to succeed. */
  | 'INVALID_STATE'
  /** The input value should be less than the maximum value allowed. */
  | 'LESS_THAN'
  /** The input value should be less than or equal to the maximum value allowed. */
  | 'LESS_THAN_OR_EQUAL_TO'
  /** The user does not have permission to perform the operation. */
  | 'MISSING_PERMISSION'
  /** A requested notification could not be sent. */
  | 'NOTIFICATION_FAILED'
  /** The input value is not a number. */
  | 'NOT_A_NUMBER'
  /** A requested item is not editable. */
  | 'NOT_EDITABLE'
  /** A requested item could not be found. */
  | 'NOT_FOUND'
  /** The input value needs to be blank. */
  | 'PRESENT'
  /** The input value is already taken. */
  | 'TAKEN'
  /** The input value is too big. */
  | 'TOO_BIG'
  /** The input value is too long. */
  | 'TOO_LONG'
  /** Too many arguments provided. */
  | 'TOO_MANY_ARGUMENTS'
  /** The input value is too short. */
  | 'TOO_SHORT'
  /** The input value is the wrong length. */
  | 'WRONG_LENGTH';

/** The input fields for a return. */
export type ReturnInput = {
  /** The new line items to be added to the order. */
  exchangeLineItems?: Array<ExchangeLineItemInput> | null | undefined;
  /**
   * When `true` the customer will receive a notification if there's an `Order.email` present.
   * @deprecated This field is no longer supported and any value provided to it is currently ignored.
   */
  notifyCustomer?: boolean | null | undefined;
  /** The ID of the order to be returned. */
  orderId: string | number;
  /** The UTC date and time when the return was first solicited by the customer. */
  requestedAt?: string | null | undefined;
  /** The return line items list to be handled. */
  returnLineItems: Array<ReturnLineItemInput>;
  /** The return shipping fee to capture. */
  returnShippingFee?: ReturnShippingFeeInput | null | undefined;
  /**
   * When `true` the return will be created in an unprocessed state; returns must
   * subsequently be processed via Return Processing APIs in order to take further
   * action on them. Creating returns in an unprocessed state will soon be the
   * default behavior. After July 1st, 2025, this field is only available to
   * merchants who have created exchanges or returns with fees using API up that
   * date. It will be ignored otherwise.
   * @deprecated This field is temporary to support the transition to Returns Processing APIs.
   */
  unprocessed?: boolean | null | undefined;
};

/** The input fields for a return line item. */
export type ReturnLineItemInput = {
  /**
   * The ID of the fulfillment line item to be returned.
   * Specifically, this field expects a `FulfillmentLineItem.id`.
   */
  fulfillmentLineItemId: string | number;
  /** The quantity of the item to be returned. */
  quantity: number;
  /** The restocking fee to capture. */
  restockingFee?: RestockingFeeInput | null | undefined;
  /**
   * The reason for the item to be returned.
   * @deprecated Use `returnReasonDefinitionId` instead. This field will be removed in the future.
   */
  returnReason?: ReturnReason | null | undefined;
  /**
   * The ID of a [`ReturnReasonDefinition`](https://shopify.dev/docs/api/admin-graphql/latest/objects/ReturnReasonDefinition). Accepts any ID from the full library of reasons available via [`returnReasonDefinitions`](https://shopify.dev/docs/api/admin-graphql/latest/queries/returnReasonDefinitions),
   * not limited to the suggested reasons for the line item.
   */
  returnReasonDefinitionId?: string | number | null | undefined;
  /**
   * A note about the reason that the item is being returned.
   * Maximum length: 255 characters.
   */
  returnReasonNote?: string | null | undefined;
};

/** The input fields for an exchange line item. */
export type ReturnProcessExchangeLineItemInput = {
  /** The ID of the exchange line item. */
  id: string | number;
  /** The quantity of the exchange line item. */
  quantity: number;
};

/** The input fields for the financial transfer for the return. */
export type ReturnProcessFinancialTransferInput =
  {   /** Issue a refund for the return. */
  issueRefund: ReturnProcessRefundInput; };

/** The input fields for processing a return. */
export type ReturnProcessInput = {
  /** The exchange line items list to be handled. */
  exchangeLineItems?: Array<ReturnProcessExchangeLineItemInput> | null | undefined;
  /** The financial transfer for the return. */
  financialTransfer?: ReturnProcessFinancialTransferInput | null | undefined;
  /** The note for the return. */
  note?: string | null | undefined;
  /** Whether to notify the customer about the return. */
  notifyCustomer?: boolean | null | undefined;
  /** The refund duties list to be handled. */
  refundDuties?: Array<RefundDutyInput> | null | undefined;
  /** The shipping cost to refund. */
  refundShipping?: RefundShippingInput | null | undefined;
  /** The ID of the return to be processed. */
  returnId: string | number;
  /** The return line items list to be handled. */
  returnLineItems?: Array<ReturnProcessReturnLineItemInput> | null | undefined;
  /** ID of the tip line item. */
  tipLineId?: string | number | null | undefined;
};

/** The input fields for the refund for the return. */
export type ReturnProcessRefundInput = {
  /** Whether to allow the total refunded amount to surpass the amount paid for the order. */
  allowOverRefunding?: boolean | null | undefined;
  /** The order transactions for the refund. */
  orderTransactions: Array<ReturnRefundOrderTransactionInput>;
  /** A list of instructions to process the financial outcome of the refund. */
  refundMethods?: Array<RefundMethodInput> | null | undefined;
};

/** The input fields for a return line item. */
export type ReturnProcessReturnLineItemInput = {
  /** The dispositions for the return line item. */
  dispositions?: Array<ReverseFulfillmentOrderDisposeInput> | null | undefined;
  /** The ID of the return line item. */
  id: string | number;
  /** The quantity of the return line item. */
  quantity: number;
};

/** The reason for returning the return line item. */
export type ReturnReason =
  /** The item is returned because the buyer did not like the color. Displays as **Color**. */
  | 'COLOR'
  /** The item is returned because it is damaged or defective. Displays as **Damaged or defective**. */
  | 'DEFECTIVE'
  /** The item is returned because it was not as described. Displays as **Item not as described**. */
  | 'NOT_AS_DESCRIBED'
  /** The item is returned for another reason. For this value, a return reason note is also provided. Displays as **Other**. */
  | 'OTHER'
  /** The item is returned because the size was too large. Displays as **Size was too large**. */
  | 'SIZE_TOO_LARGE'
  /** The item is returned because the size was too small. Displays as **Size was too small**. */
  | 'SIZE_TOO_SMALL'
  /** The item is returned because the buyer did not like the style. Displays as **Style**. */
  | 'STYLE'
  /** The item is returned because of an unknown reason. Displays as **Unknown**. */
  | 'UNKNOWN'
  /** The item is returned because the customer changed their mind. Displays as **Customer changed their mind**. */
  | 'UNWANTED'
  /** The item is returned because the customer received the wrong one. Displays as **Received the wrong item**. */
  | 'WRONG_ITEM';

/** The input fields to create order transactions when refunding a return. */
export type ReturnRefundOrderTransactionInput = {
  /** The ID of the parent order transaction. The transaction must be of kind `CAPTURE` or a `SALE`. */
  parentId: string | number;
  /** The amount of money for the transaction in the presentment currency of the order. */
  transactionAmount: MoneyInput;
};

/** The input fields for requesting a return. */
export type ReturnRequestInput = {
  /** The ID of the order that's being returned. */
  orderId: string | number;
  /** The line items that are being handled in the return. */
  returnLineItems: Array<ReturnRequestLineItemInput>;
  /** The return shipping fee to capture. */
  returnShippingFee?: ReturnShippingFeeInput | null | undefined;
};

/** The input fields for a return line item. */
export type ReturnRequestLineItemInput = {
  /**
   * A note from the customer that describes the item to be returned.
   * For example, the note can communicate issues with the item to the merchant.
   * Maximum length: 300 characters.
   */
  customerNote?: string | null | undefined;
  /**
   * The ID of the fulfillment line item to be returned.
   * Specifically, this field expects a `FulfillmentLineItem.id`.
   */
  fulfillmentLineItemId: string | number;
  /** The quantity of the item that's being returned. */
  quantity: number;
  /** The restocking fee to capture. */
  restockingFee?: RestockingFeeInput | null | undefined;
  /**
   * The reason why the line item is being returned.
   * @deprecated Use `returnReasonDefinitionId` instead. This field will be removed in the future.
   */
  returnReason?: ReturnReason | null | undefined;
  /**
   * The ID of a [`ReturnReasonDefinition`](https://shopify.dev/docs/api/admin-graphql/latest/objects/ReturnReasonDefinition). Accepts any ID from the full library of reasons available via [`returnReasonDefinitions`](https://shopify.dev/docs/api/admin-graphql/latest/queries/returnReasonDefinitions),
   * not limited to the suggested reasons for the line item.
   */
  returnReasonDefinitionId?: string | number | null | undefined;
};

/** The input fields for a return shipping fee. */
export type ReturnShippingFeeInput = {
  /** The value of the fee as a fixed amount in the presentment currency of the order. */
  amount: MoneyInput;
};

/** The status of a return. */
export type ReturnStatus =
  /** The return has been canceled. */
  | 'CANCELED'
  /** The return has been completed. */
  | 'CLOSED'
  /** The return was declined. */
  | 'DECLINED'
  /** The return is in progress. */
  | 'OPEN'
  /** The return was requested. */
  | 'REQUESTED';

/** The input fields to dispose a reverse fulfillment order line item. */
export type ReverseFulfillmentOrderDisposeInput = {
  /** The final arrangement for the reverse fulfillment order line item. */
  dispositionType: ReverseFulfillmentOrderDispositionType;
  /**
   * The ID of the location where the reverse fulfillment order line item is to be disposed.
   *         This is required when the disposition type is RESTOCKED.
   */
  locationId?: string | number | null | undefined;
  /** The quantity of the reverse fulfillment order line item to dispose. */
  quantity: number;
  /** The ID of the reverse fulfillment order line item. */
  reverseFulfillmentOrderLineItemId: string | number;
};

/** The final arrangement of an item from a reverse fulfillment order. */
export type ReverseFulfillmentOrderDispositionType =
  /** An item that was expected but absent. */
  | 'MISSING'
  /** An item that wasn't restocked. */
  | 'NOT_RESTOCKED'
  /** An item that requires further processing before being restocked or discarded. */
  | 'PROCESSING_REQUIRED'
  /** An item that was restocked. */
  | 'RESTOCKED';

/** The input fields that are required to reimburse shipping costs. */
export type ShippingRefundInput = {
  /** The monetary value of the shipping fees to be reimbursed. */
  amount?: string | null | undefined;
  /** Whether a full refund is provided. */
  fullRefund?: boolean | null | undefined;
};

/** Available shop policy types. */
export type ShopPolicyType =
  /** The contact information. */
  | 'CONTACT_INFORMATION'
  /** The legal notice. */
  | 'LEGAL_NOTICE'
  /** The privacy policy. */
  | 'PRIVACY_POLICY'
  /** The refund policy. */
  | 'REFUND_POLICY'
  /** The shipping policy. */
  | 'SHIPPING_POLICY'
  /** The cancellation policy. */
  | 'SUBSCRIPTION_POLICY'
  /** The terms of sale. */
  | 'TERMS_OF_SALE'
  /** The terms of service. */
  | 'TERMS_OF_SERVICE';

/**
 * The possible HTTP methods that can be used when sending a request to upload a file using information from a
 * [StagedMediaUploadTarget](https://shopify.dev/api/admin-graphql/latest/objects/StagedMediaUploadTarget).
 */
export type StagedUploadHttpMethodType =
  /** The POST HTTP method. */
  | 'POST'
  /** The PUT HTTP method. */
  | 'PUT';

/** The input fields for generating staged upload targets. */
export type StagedUploadInput = {
  /**
   * The size of the file to upload, in bytes. This is required when the request's resource property is set to
   * [VIDEO](https://shopify.dev/api/admin-graphql/latest/enums/StagedUploadTargetGenerateUploadResource#value-video)
   * or [MODEL_3D](https://shopify.dev/api/admin-graphql/latest/enums/StagedUploadTargetGenerateUploadResource#value-model3d).
   */
  fileSize?: string | null | undefined;
  /** The file's name and extension. */
  filename: string;
  /**
   * The HTTP method to be used when sending a request to upload the file using the returned staged
   * upload target.
   */
  httpMethod?: StagedUploadHttpMethodType | null | undefined;
  /** The file's MIME type. */
  mimeType: string;
  /** The file's intended Shopify resource type. */
  resource: StagedUploadTargetGenerateUploadResource;
};

/** The resource type to receive. */
export type StagedUploadTargetGenerateUploadResource =
  /**
   * Represents bulk mutation variables.
   *
   * For example, bulk mutation variables can be used for bulk operations using the
   * [bulkOperationRunMutation mutation](https://shopify.dev/api/admin-graphql/latest/mutations/bulkOperationRunMutation).
   */
  | 'BULK_MUTATION_VARIABLES'
  /**
   * An image associated with a collection.
   *
   * For example, after uploading an image, you can use the
   * [collectionUpdate mutation](https://shopify.dev/api/admin-graphql/latest/mutations/collectionUpdate)
   * to add the image to a collection.
   */
  | 'COLLECTION_IMAGE'
  /**
   * Represents a file associated with a dispute.
   *
   * For example, after uploading the file, you can add the file to a dispute using the
   * [disputeEvidenceUpdate mutation](https://shopify.dev/api/admin-graphql/latest/mutations/disputeEvidenceUpdate).
   */
  | 'DISPUTE_FILE_UPLOAD'
  /**
   * Represents any file other than HTML.
   *
   * For example, after uploading the file, you can add the file to the
   * [Files page](https://shopify.com/admin/settings/files) in Shopify admin using the
   * [fileCreate mutation](https://shopify.dev/api/admin-graphql/latest/mutations/fileCreate).
   */
  | 'FILE'
  /**
   * An image.
   *
   * For example, after uploading an image, you can add the image to a product using the
   * [productCreateMedia mutation](https://shopify.dev/api/admin-graphql/latest/mutations/productCreateMedia)
   * or to the [Files page](https://shopify.com/admin/settings/files) in Shopify admin using the
   * [fileCreate mutation](https://shopify.dev/api/admin-graphql/latest/mutations/fileCreate).
   */
  | 'IMAGE'
  /**
   * A Shopify hosted 3d model.
   *
   * For example, after uploading the 3d model, you can add the 3d model to a product using the
   * [productCreateMedia mutation](https://shopify.dev/api/admin-graphql/latest/mutations/productCreateMedia).
   */
  | 'MODEL_3D'
  /**
   * An image that's associated with a product.
   *
   * For example, after uploading the image, you can add the image to a product using the
   * [productCreateMedia mutation](https://shopify.dev/api/admin-graphql/latest/mutations/productCreateMedia).
   */
  | 'PRODUCT_IMAGE'
  /**
   * Represents a label associated with a return.
   *
   * For example, once uploaded, this resource can be used to [create a
   * ReverseDelivery](https://shopify.dev/api/admin-graphql/unstable/mutations/reverseDeliveryCreateWithShipping).
   */
  | 'RETURN_LABEL'
  /**
   * An image.
   *
   * For example, after uploading the image, you can add the image to the
   * [Files page](https://shopify.com/admin/settings/files) in Shopify admin using the
   * [fileCreate mutation](https://shopify.dev/api/admin-graphql/latest/mutations/fileCreate).
   */
  | 'SHOP_IMAGE'
  /**
   * Represents a redirect CSV file.
   *
   * Example usage: This resource can be used for creating a
   * [UrlRedirectImport](https://shopify.dev/api/admin-graphql/2022-04/objects/UrlRedirectImport)
   * object for use in the
   * [urlRedirectImportCreate mutation](https://shopify.dev/api/admin-graphql/latest/mutations/urlRedirectImportCreate).
   */
  | 'URL_REDIRECT_IMPORT'
  /**
   * A Shopify-hosted video.
   *
   * For example, after uploading the video, you can add the video to a product using the
   * [productCreateMedia mutation](https://shopify.dev/api/admin-graphql/latest/mutations/productCreateMedia)
   * or to the [Files page](https://shopify.com/admin/settings/files) in Shopify admin using the
   * [fileCreate mutation](https://shopify.dev/api/admin-graphql/latest/mutations/fileCreate).
   */
  | 'VIDEO';

/** The input fields to process a refund to store credit. */
export type StoreCreditRefundInput = {
  /** The amount to be issued as store credit. */
  amount: MoneyInput;
  /** An optional expiration date for the store credit being issued. */
  expiresAt?: string | null | undefined;
};

/** The input fields for an exchange line item. */
export type SuggestedOutcomeExchangeLineItemInput = {
  /** The ID of the exchange line item. */
  id: string | number;
  /** The quantity of the exchange line item. */
  quantity: number;
};

/** The input fields for a return line item. */
export type SuggestedOutcomeReturnLineItemInput = {
  /** The ID of the return line item. */
  id: string | number;
  /** The quantity of the return line item. */
  quantity: number;
};

export type OrderLeftQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderLeftQuery = { order: { id: string, cancelledAt: string | null, netPaymentSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, fulfillments: Array<{ status: FulfillmentStatus }>, lineItems: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ currentQuantity: number }> } } | null };

export type OrderCancelMutationVariables = Exact<{
  id: string | number;
  note?: string | null | undefined;
}>;


export type OrderCancelMutation = { orderCancel: { job: { id: string } | null, orderCancelUserErrors: Array<{ field: Array<string> | null, message: string, code: OrderCancelUserErrorCode | null }> } | null };

export type OrderEditBeginMutationVariables = Exact<{
  id: string | number;
}>;


export type OrderEditBeginMutation = { orderEditBegin: { calculatedOrder: { id: string } | null, userErrors: Array<{ field: Array<string> | null, message: string }> } | null };

export type OrderEditAddChargeMutationVariables = Exact<{
  id: string | number;
  title: string;
  price: MoneyInput;
}>;


export type OrderEditAddChargeMutation = { orderEditAddCustomItem: { calculatedLineItem: { id: string } | null, userErrors: Array<{ field: Array<string> | null, message: string }> } | null };

export type OrderEditCommitMutationVariables = Exact<{
  id: string | number;
  staffNote?: string | null | undefined;
}>;


export type OrderEditCommitMutation = { orderEditCommit: { order: { id: string } | null, userErrors: Array<{ field: Array<string> | null, message: string }> } | null };

export type OrderInvoiceSendMutationVariables = Exact<{
  id: string | number;
}>;


export type OrderInvoiceSendMutation = { orderInvoiceSend: { order: { id: string } | null, userErrors: Array<{ field: Array<string> | null, message: string }> } | null };

export type ChargesOfOrderQueryVariables = Exact<{
  id: string | number;
}>;


export type ChargesOfOrderQuery = { order: { id: string, lineItems: { nodes: Array<{ id: string, title: string, currentQuantity: number, product: { id: string } | null }> } } | null };

export type VariantsOfLineQueryVariables = Exact<{
  lineId: string | number;
}>;


export type VariantsOfLineQuery = { node:
    | { id: string, variant: { id: string } | null, product: { id: string, title: string, vendor: string, productType: string, tags: Array<string>, metafields: { nodes: Array<{ namespace: string, key: string, value: string }> }, variants: { nodes: Array<{ id: string, displayName: string, title: string, sku: string | null, price: string, availableForSale: boolean, inventoryQuantity: number | null }> } } | null }
    | Record<PropertyKey, never>
   | null };

export type VariantsFoundQueryVariables = Exact<{
  query: string;
}>;


export type VariantsFoundQuery = { products: { nodes: Array<{ id: string, title: string, vendor: string, productType: string, tags: Array<string>, metafields: { nodes: Array<{ namespace: string, key: string, value: string }> }, variants: { nodes: Array<{ id: string, displayName: string, title: string, sku: string | null, price: string, availableForSale: boolean, inventoryQuantity: number | null }> } }> } };

export type ExchangePriceQueryVariables = Exact<{
  input: CalculateReturnInput;
  orderId: string | number;
  lineIds: Array<string | number> | string | number;
}>;


export type ExchangePriceQuery = { order: { id: string, taxesIncluded: boolean } | null, nodes: Array<
    | { __typename: 'AbandonedCheckout' }
    | { __typename: 'AbandonedCheckoutLineItem' }
    | { __typename: 'Abandonment' }
    | { __typename: 'AddAllProductsOperation' }
    | { __typename: 'AdditionalFee' }
    | { __typename: 'AnalyticsAnnotation' }
    | { __typename: 'AnalyticsTarget' }
    | { __typename: 'App' }
    | { __typename: 'AppCatalog' }
    | { __typename: 'AppCredit' }
    | { __typename: 'AppInstallation' }
    | { __typename: 'AppPurchaseOneTime' }
    | { __typename: 'AppRevenueAttributionRecord' }
    | { __typename: 'AppSubscription' }
    | { __typename: 'AppUsageRecord' }
    | { __typename: 'Article' }
    | { __typename: 'BasicEvent' }
    | { __typename: 'Blog' }
    | { __typename: 'BulkOperation' }
    | { __typename: 'BusinessEntity' }
    | { __typename: 'CalculatedOrder' }
    | { __typename: 'CartTransform' }
    | { __typename: 'CashDrawer' }
    | { __typename: 'CashManagementCustomReasonCode' }
    | { __typename: 'CashManagementDefaultReasonCode' }
    | { __typename: 'CashManagementSystemReasonCode' }
    | { __typename: 'CashTrackingAdjustment' }
    | { __typename: 'CashTrackingSession' }
    | { __typename: 'CatalogCsvOperation' }
    | { __typename: 'Channel' }
    | { __typename: 'ChannelDefinition' }
    | { __typename: 'ChannelInformation' }
    | { __typename: 'CheckoutAndAccountsConfiguration' }
    | { __typename: 'CheckoutAndAccountsConfigurationOverride' }
    | { __typename: 'CheckoutProfile' }
    | { __typename: 'Collection' }
    | { __typename: 'CollectionConditionsSource' }
    | { __typename: 'CollectionSubCollectionsSource' }
    | { __typename: 'Comment' }
    | { __typename: 'CommentEvent' }
    | { __typename: 'Company' }
    | { __typename: 'CompanyAddress' }
    | { __typename: 'CompanyContact' }
    | { __typename: 'CompanyContactRole' }
    | { __typename: 'CompanyContactRoleAssignment' }
    | { __typename: 'CompanyLocation' }
    | { __typename: 'CompanyLocationCatalog' }
    | { __typename: 'CompanyLocationStaffMemberAssignment' }
    | { __typename: 'ConsentPolicy' }
    | { __typename: 'CurrencyExchangeAdjustment' }
    | { __typename: 'Customer' }
    | { __typename: 'CustomerAccountAppExtensionPage' }
    | { __typename: 'CustomerAccountNativePage' }
    | { __typename: 'CustomerPaymentMethod' }
    | { __typename: 'CustomerSegmentMembersQuery' }
    | { __typename: 'CustomerVisit' }
    | { __typename: 'DeliveryCarrierService' }
    | { __typename: 'DeliveryCondition' }
    | { __typename: 'DeliveryCountry' }
    | { __typename: 'DeliveryCustomization' }
    | { __typename: 'DeliveryLocationGroup' }
    | { __typename: 'DeliveryMethod' }
    | { __typename: 'DeliveryMethodDefinition' }
    | { __typename: 'DeliveryParticipant' }
    | { __typename: 'DeliveryProfile' }
    | { __typename: 'DeliveryProfileItem' }
    | { __typename: 'DeliveryPromiseParticipant' }
    | { __typename: 'DeliveryPromiseProvider' }
    | { __typename: 'DeliveryProvince' }
    | { __typename: 'DeliveryRateDefinition' }
    | { __typename: 'DeliveryZone' }
    | { __typename: 'DiscountAutomaticBxgy' }
    | { __typename: 'DiscountAutomaticNode' }
    | { __typename: 'DiscountCodeNode' }
    | { __typename: 'DiscountNode' }
    | { __typename: 'DiscountRedeemCodeBulkCreation' }
    | { __typename: 'Domain' }
    | { __typename: 'DraftOrder' }
    | { __typename: 'DraftOrderLineItem' }
    | { __typename: 'DraftOrderTag' }
    | { __typename: 'Duty' }
    | { __typename: 'ExchangeLineItem' }
    | { __typename: 'ExternalVideo' }
    | { __typename: 'Fulfillment' }
    | { __typename: 'FulfillmentConstraintRule' }
    | { __typename: 'FulfillmentEvent' }
    | { __typename: 'FulfillmentHold' }
    | { __typename: 'FulfillmentLineItem' }
    | { __typename: 'FulfillmentOrder' }
    | { __typename: 'FulfillmentOrderDestination' }
    | { __typename: 'FulfillmentOrderLineItem' }
    | { __typename: 'FulfillmentOrderMerchantRequest' }
    | { __typename: 'GenericFile' }
    | { __typename: 'GiftCard' }
    | { __typename: 'GiftCardCashOutTransaction' }
    | { __typename: 'GiftCardCreditTransaction' }
    | { __typename: 'GiftCardDebitTransaction' }
    | { __typename: 'IdentityProviderSubject' }
    | { __typename: 'InventoryAdjustmentGroup' }
    | { __typename: 'InventoryItem' }
    | { __typename: 'InventoryItemMeasurement' }
    | { __typename: 'InventoryLevel' }
    | { __typename: 'InventoryQuantity' }
    | { __typename: 'InventoryShipment' }
    | { __typename: 'InventoryShipmentLineItem' }
    | { __typename: 'InventoryTransfer' }
    | { __typename: 'InventoryTransferLineItem' }
    | { __typename: 'LineItem', id: string, variant: { id: string } | null }
    | { __typename: 'LineItemGroup' }
    | { __typename: 'Location' }
    | { __typename: 'MailingAddress' }
    | { __typename: 'Market' }
    | { __typename: 'MarketCatalog' }
    | { __typename: 'MarketRegionCountry' }
    | { __typename: 'MarketRegionSubdivision' }
    | { __typename: 'MarketWebPresence' }
    | { __typename: 'MarketingActivity' }
    | { __typename: 'MarketingEvent' }
    | { __typename: 'MediaImage' }
    | { __typename: 'Menu' }
    | { __typename: 'Metafield' }
    | { __typename: 'MetafieldDefinition' }
    | { __typename: 'Metaobject' }
    | { __typename: 'MetaobjectDefinition' }
    | { __typename: 'Model3d' }
    | { __typename: 'OnlineStoreTheme' }
    | { __typename: 'Order' }
    | { __typename: 'OrderAdjustment' }
    | { __typename: 'OrderAttributionDefinition' }
    | { __typename: 'OrderCancelJobResult' }
    | { __typename: 'OrderCreateMandatePaymentJobResult' }
    | { __typename: 'OrderDisputeSummary' }
    | { __typename: 'OrderEditSession' }
    | { __typename: 'OrderTransaction' }
    | { __typename: 'Page' }
    | { __typename: 'PaymentCustomization' }
    | { __typename: 'PaymentMandate' }
    | { __typename: 'PaymentSchedule' }
    | { __typename: 'PaymentTerms' }
    | { __typename: 'PaymentTermsTemplate' }
    | { __typename: 'PointOfSaleDevice' }
    | { __typename: 'PointOfSaleDevicePaymentSession' }
    | { __typename: 'PriceList' }
    | { __typename: 'Product' }
    | { __typename: 'ProductBundleOperation' }
    | { __typename: 'ProductDeleteOperation' }
    | { __typename: 'ProductDuplicateOperation' }
    | { __typename: 'ProductFeed' }
    | { __typename: 'ProductOption' }
    | { __typename: 'ProductOptionValue' }
    | { __typename: 'ProductSetOperation' }
    | { __typename: 'ProductTaxonomyNode' }
    | { __typename: 'ProductVariant' }
    | { __typename: 'ProductVariantComponent' }
    | { __typename: 'Publication' }
    | { __typename: 'PublicationResourceOperation' }
    | { __typename: 'QuantityPriceBreak' }
    | { __typename: 'Refund' }
    | { __typename: 'RefundShippingLine' }
    | { __typename: 'Return' }
    | { __typename: 'ReturnLineItem' }
    | { __typename: 'ReturnReasonDefinition' }
    | { __typename: 'ReturnableFulfillment' }
    | { __typename: 'ReverseDelivery' }
    | { __typename: 'ReverseDeliveryLineItem' }
    | { __typename: 'ReverseFulfillmentOrder' }
    | { __typename: 'ReverseFulfillmentOrderDisposition' }
    | { __typename: 'ReverseFulfillmentOrderLineItem' }
    | { __typename: 'SaleAdditionalFee' }
    | { __typename: 'SavedSearch' }
    | { __typename: 'ScriptTag' }
    | { __typename: 'Segment' }
    | { __typename: 'SellingPlan' }
    | { __typename: 'SellingPlanGroup' }
    | { __typename: 'ServerPixel' }
    | { __typename: 'ShippingLabel' }
    | { __typename: 'ShippingLabelPurchaseResult' }
    | { __typename: 'Shop' }
    | { __typename: 'ShopAddress' }
    | { __typename: 'ShopPolicy' }
    | { __typename: 'ShopifyPaymentsAccount' }
    | { __typename: 'ShopifyPaymentsBalanceTransaction' }
    | { __typename: 'ShopifyPaymentsBankAccount' }
    | { __typename: 'ShopifyPaymentsDispute' }
    | { __typename: 'ShopifyPaymentsDisputeEvidence' }
    | { __typename: 'ShopifyPaymentsDisputeFileUpload' }
    | { __typename: 'ShopifyPaymentsDisputeFulfillment' }
    | { __typename: 'ShopifyPaymentsPayout' }
    | { __typename: 'StaffMember' }
    | { __typename: 'StandardMetafieldDefinitionTemplate' }
    | { __typename: 'StoreCreditAccount' }
    | { __typename: 'StoreCreditAccountCreditTransaction' }
    | { __typename: 'StoreCreditAccountDebitRevertTransaction' }
    | { __typename: 'StoreCreditAccountDebitTransaction' }
    | { __typename: 'StorefrontAccessToken' }
    | { __typename: 'SubscriptionBillingAttempt' }
    | { __typename: 'SubscriptionContract' }
    | { __typename: 'SubscriptionDraft' }
    | { __typename: 'TaxonomyAttribute' }
    | { __typename: 'TaxonomyCategory' }
    | { __typename: 'TaxonomyChoiceListAttribute' }
    | { __typename: 'TaxonomyMeasurementAttribute' }
    | { __typename: 'TaxonomyValue' }
    | { __typename: 'TenderTransaction' }
    | { __typename: 'TransactionFee' }
    | { __typename: 'UnverifiedReturnLineItem' }
    | { __typename: 'UrlRedirect' }
    | { __typename: 'UrlRedirectImport' }
    | { __typename: 'Validation' }
    | { __typename: 'Video' }
    | { __typename: 'WebPixel' }
    | { __typename: 'WebhookSubscription' }
   | null>, returnCalculate: { exchangeLineItems: Array<{ quantity: number, variant: { id: string } | null, subtotalSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, totalTaxSet: { presentmentMoney: { amount: string } } }> } | null };

export type StageUploadsMutationVariables = Exact<{
  input: Array<StagedUploadInput> | StagedUploadInput;
}>;


export type StageUploadsMutation = { stagedUploadsCreate: { stagedTargets: Array<{ url: string | null, resourceUrl: string | null, parameters: Array<{ name: string, value: string }> }> | null, userErrors: Array<{ field: Array<string> | null, message: string }> } | null };

export type CreateFilesMutationVariables = Exact<{
  files: Array<FileCreateInput> | FileCreateInput;
}>;


export type CreateFilesMutation = { fileCreate: { files: Array<
      | { __typename: 'ExternalVideo', id: string, fileStatus: FileStatus }
      | { __typename: 'GenericFile', id: string, fileStatus: FileStatus }
      | { __typename: 'MediaImage', id: string, fileStatus: FileStatus }
      | { __typename: 'Model3d', id: string, fileStatus: FileStatus }
      | { __typename: 'Video', id: string, fileStatus: FileStatus }
    > | null, userErrors: Array<{ field: Array<string> | null, message: string, code: FilesErrorCode | null }> } | null };

export type FilesByIdQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type FilesByIdQuery = { nodes: Array<
    | { __typename: 'AbandonedCheckout', id: string }
    | { __typename: 'AbandonedCheckoutLineItem', id: string }
    | { __typename: 'Abandonment', id: string }
    | { __typename: 'AddAllProductsOperation', id: string }
    | { __typename: 'AdditionalFee', id: string }
    | { __typename: 'AnalyticsAnnotation', id: string }
    | { __typename: 'AnalyticsTarget', id: string }
    | { __typename: 'App', id: string }
    | { __typename: 'AppCatalog', id: string }
    | { __typename: 'AppCredit', id: string }
    | { __typename: 'AppInstallation', id: string }
    | { __typename: 'AppPurchaseOneTime', id: string }
    | { __typename: 'AppRevenueAttributionRecord', id: string }
    | { __typename: 'AppSubscription', id: string }
    | { __typename: 'AppUsageRecord', id: string }
    | { __typename: 'Article', id: string }
    | { __typename: 'BasicEvent', id: string }
    | { __typename: 'Blog', id: string }
    | { __typename: 'BulkOperation', id: string }
    | { __typename: 'BusinessEntity', id: string }
    | { __typename: 'CalculatedOrder', id: string }
    | { __typename: 'CartTransform', id: string }
    | { __typename: 'CashDrawer', id: string }
    | { __typename: 'CashManagementCustomReasonCode', id: string }
    | { __typename: 'CashManagementDefaultReasonCode', id: string }
    | { __typename: 'CashManagementSystemReasonCode', id: string }
    | { __typename: 'CashTrackingAdjustment', id: string }
    | { __typename: 'CashTrackingSession', id: string }
    | { __typename: 'CatalogCsvOperation', id: string }
    | { __typename: 'Channel', id: string }
    | { __typename: 'ChannelDefinition', id: string }
    | { __typename: 'ChannelInformation', id: string }
    | { __typename: 'CheckoutAndAccountsConfiguration', id: string }
    | { __typename: 'CheckoutAndAccountsConfigurationOverride', id: string }
    | { __typename: 'CheckoutProfile', id: string }
    | { __typename: 'Collection', id: string }
    | { __typename: 'CollectionConditionsSource', id: string }
    | { __typename: 'CollectionSubCollectionsSource', id: string }
    | { __typename: 'Comment', id: string }
    | { __typename: 'CommentEvent', id: string }
    | { __typename: 'Company', id: string }
    | { __typename: 'CompanyAddress', id: string }
    | { __typename: 'CompanyContact', id: string }
    | { __typename: 'CompanyContactRole', id: string }
    | { __typename: 'CompanyContactRoleAssignment', id: string }
    | { __typename: 'CompanyLocation', id: string }
    | { __typename: 'CompanyLocationCatalog', id: string }
    | { __typename: 'CompanyLocationStaffMemberAssignment', id: string }
    | { __typename: 'ConsentPolicy', id: string }
    | { __typename: 'CurrencyExchangeAdjustment', id: string }
    | { __typename: 'Customer', id: string }
    | { __typename: 'CustomerAccountAppExtensionPage', id: string }
    | { __typename: 'CustomerAccountNativePage', id: string }
    | { __typename: 'CustomerPaymentMethod', id: string }
    | { __typename: 'CustomerSegmentMembersQuery', id: string }
    | { __typename: 'CustomerVisit', id: string }
    | { __typename: 'DeliveryCarrierService', id: string }
    | { __typename: 'DeliveryCondition', id: string }
    | { __typename: 'DeliveryCountry', id: string }
    | { __typename: 'DeliveryCustomization', id: string }
    | { __typename: 'DeliveryLocationGroup', id: string }
    | { __typename: 'DeliveryMethod', id: string }
    | { __typename: 'DeliveryMethodDefinition', id: string }
    | { __typename: 'DeliveryParticipant', id: string }
    | { __typename: 'DeliveryProfile', id: string }
    | { __typename: 'DeliveryProfileItem', id: string }
    | { __typename: 'DeliveryPromiseParticipant', id: string }
    | { __typename: 'DeliveryPromiseProvider', id: string }
    | { __typename: 'DeliveryProvince', id: string }
    | { __typename: 'DeliveryRateDefinition', id: string }
    | { __typename: 'DeliveryZone', id: string }
    | { __typename: 'DiscountAutomaticBxgy', id: string }
    | { __typename: 'DiscountAutomaticNode', id: string }
    | { __typename: 'DiscountCodeNode', id: string }
    | { __typename: 'DiscountNode', id: string }
    | { __typename: 'DiscountRedeemCodeBulkCreation', id: string }
    | { __typename: 'Domain', id: string }
    | { __typename: 'DraftOrder', id: string }
    | { __typename: 'DraftOrderLineItem', id: string }
    | { __typename: 'DraftOrderTag', id: string }
    | { __typename: 'Duty', id: string }
    | { __typename: 'ExchangeLineItem', id: string }
    | { __typename: 'ExternalVideo', id: string }
    | { __typename: 'Fulfillment', id: string }
    | { __typename: 'FulfillmentConstraintRule', id: string }
    | { __typename: 'FulfillmentEvent', id: string }
    | { __typename: 'FulfillmentHold', id: string }
    | { __typename: 'FulfillmentLineItem', id: string }
    | { __typename: 'FulfillmentOrder', id: string }
    | { __typename: 'FulfillmentOrderDestination', id: string }
    | { __typename: 'FulfillmentOrderLineItem', id: string }
    | { __typename: 'FulfillmentOrderMerchantRequest', id: string }
    | { __typename: 'GenericFile', fileStatus: FileStatus, url: string | null, id: string }
    | { __typename: 'GiftCard', id: string }
    | { __typename: 'GiftCardCashOutTransaction', id: string }
    | { __typename: 'GiftCardCreditTransaction', id: string }
    | { __typename: 'GiftCardDebitTransaction', id: string }
    | { __typename: 'IdentityProviderSubject', id: string }
    | { __typename: 'InventoryAdjustmentGroup', id: string }
    | { __typename: 'InventoryItem', id: string }
    | { __typename: 'InventoryItemMeasurement', id: string }
    | { __typename: 'InventoryLevel', id: string }
    | { __typename: 'InventoryQuantity', id: string }
    | { __typename: 'InventoryShipment', id: string }
    | { __typename: 'InventoryShipmentLineItem', id: string }
    | { __typename: 'InventoryTransfer', id: string }
    | { __typename: 'InventoryTransferLineItem', id: string }
    | { __typename: 'LineItem', id: string }
    | { __typename: 'LineItemGroup', id: string }
    | { __typename: 'Location', id: string }
    | { __typename: 'MailingAddress', id: string }
    | { __typename: 'Market', id: string }
    | { __typename: 'MarketCatalog', id: string }
    | { __typename: 'MarketRegionCountry', id: string }
    | { __typename: 'MarketRegionSubdivision', id: string }
    | { __typename: 'MarketWebPresence', id: string }
    | { __typename: 'MarketingActivity', id: string }
    | { __typename: 'MarketingEvent', id: string }
    | { __typename: 'MediaImage', fileStatus: FileStatus, id: string, image: { url: string } | null }
    | { __typename: 'Menu', id: string }
    | { __typename: 'Metafield', id: string }
    | { __typename: 'MetafieldDefinition', id: string }
    | { __typename: 'Metaobject', id: string }
    | { __typename: 'MetaobjectDefinition', id: string }
    | { __typename: 'Model3d', id: string }
    | { __typename: 'OnlineStoreTheme', id: string }
    | { __typename: 'Order', id: string }
    | { __typename: 'OrderAdjustment', id: string }
    | { __typename: 'OrderAttributionDefinition', id: string }
    | { __typename: 'OrderCancelJobResult', id: string }
    | { __typename: 'OrderCreateMandatePaymentJobResult', id: string }
    | { __typename: 'OrderDisputeSummary', id: string }
    | { __typename: 'OrderEditSession', id: string }
    | { __typename: 'OrderTransaction', id: string }
    | { __typename: 'Page', id: string }
    | { __typename: 'PaymentCustomization', id: string }
    | { __typename: 'PaymentMandate', id: string }
    | { __typename: 'PaymentSchedule', id: string }
    | { __typename: 'PaymentTerms', id: string }
    | { __typename: 'PaymentTermsTemplate', id: string }
    | { __typename: 'PointOfSaleDevice', id: string }
    | { __typename: 'PointOfSaleDevicePaymentSession', id: string }
    | { __typename: 'PriceList', id: string }
    | { __typename: 'Product', id: string }
    | { __typename: 'ProductBundleOperation', id: string }
    | { __typename: 'ProductDeleteOperation', id: string }
    | { __typename: 'ProductDuplicateOperation', id: string }
    | { __typename: 'ProductFeed', id: string }
    | { __typename: 'ProductOption', id: string }
    | { __typename: 'ProductOptionValue', id: string }
    | { __typename: 'ProductSetOperation', id: string }
    | { __typename: 'ProductTaxonomyNode', id: string }
    | { __typename: 'ProductVariant', id: string }
    | { __typename: 'ProductVariantComponent', id: string }
    | { __typename: 'Publication', id: string }
    | { __typename: 'PublicationResourceOperation', id: string }
    | { __typename: 'QuantityPriceBreak', id: string }
    | { __typename: 'Refund', id: string }
    | { __typename: 'RefundShippingLine', id: string }
    | { __typename: 'Return', id: string }
    | { __typename: 'ReturnLineItem', id: string }
    | { __typename: 'ReturnReasonDefinition', id: string }
    | { __typename: 'ReturnableFulfillment', id: string }
    | { __typename: 'ReverseDelivery', id: string }
    | { __typename: 'ReverseDeliveryLineItem', id: string }
    | { __typename: 'ReverseFulfillmentOrder', id: string }
    | { __typename: 'ReverseFulfillmentOrderDisposition', id: string }
    | { __typename: 'ReverseFulfillmentOrderLineItem', id: string }
    | { __typename: 'SaleAdditionalFee', id: string }
    | { __typename: 'SavedSearch', id: string }
    | { __typename: 'ScriptTag', id: string }
    | { __typename: 'Segment', id: string }
    | { __typename: 'SellingPlan', id: string }
    | { __typename: 'SellingPlanGroup', id: string }
    | { __typename: 'ServerPixel', id: string }
    | { __typename: 'ShippingLabel', id: string }
    | { __typename: 'ShippingLabelPurchaseResult', id: string }
    | { __typename: 'Shop', id: string }
    | { __typename: 'ShopAddress', id: string }
    | { __typename: 'ShopPolicy', id: string }
    | { __typename: 'ShopifyPaymentsAccount', id: string }
    | { __typename: 'ShopifyPaymentsBalanceTransaction', id: string }
    | { __typename: 'ShopifyPaymentsBankAccount', id: string }
    | { __typename: 'ShopifyPaymentsDispute', id: string }
    | { __typename: 'ShopifyPaymentsDisputeEvidence', id: string }
    | { __typename: 'ShopifyPaymentsDisputeFileUpload', id: string }
    | { __typename: 'ShopifyPaymentsDisputeFulfillment', id: string }
    | { __typename: 'ShopifyPaymentsPayout', id: string }
    | { __typename: 'StaffMember', id: string }
    | { __typename: 'StandardMetafieldDefinitionTemplate', id: string }
    | { __typename: 'StoreCreditAccount', id: string }
    | { __typename: 'StoreCreditAccountCreditTransaction', id: string }
    | { __typename: 'StoreCreditAccountDebitRevertTransaction', id: string }
    | { __typename: 'StoreCreditAccountDebitTransaction', id: string }
    | { __typename: 'StorefrontAccessToken', id: string }
    | { __typename: 'SubscriptionBillingAttempt', id: string }
    | { __typename: 'SubscriptionContract', id: string }
    | { __typename: 'SubscriptionDraft', id: string }
    | { __typename: 'TaxonomyAttribute', id: string }
    | { __typename: 'TaxonomyCategory', id: string }
    | { __typename: 'TaxonomyChoiceListAttribute', id: string }
    | { __typename: 'TaxonomyMeasurementAttribute', id: string }
    | { __typename: 'TaxonomyValue', id: string }
    | { __typename: 'TenderTransaction', id: string }
    | { __typename: 'TransactionFee', id: string }
    | { __typename: 'UnverifiedReturnLineItem', id: string }
    | { __typename: 'UrlRedirect', id: string }
    | { __typename: 'UrlRedirectImport', id: string }
    | { __typename: 'Validation', id: string }
    | { __typename: 'Video', fileStatus: FileStatus, id: string, originalSource: { url: string } | null }
    | { __typename: 'WebPixel', id: string }
    | { __typename: 'WebhookSubscription', id: string }
   | null> };

export type DeleteFilesMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type DeleteFilesMutation = { fileDelete: { deletedFileIds: Array<string> | null, userErrors: Array<{ field: Array<string> | null, message: string, code: FilesErrorCode | null }> } | null };

export type OrdersFoundQueryVariables = Exact<{
  query?: string | null | undefined;
  first?: number | null | undefined;
  last?: number | null | undefined;
  after?: string | null | undefined;
  before?: string | null | undefined;
}>;


export type OrdersFoundQuery = { orders: { nodes: Array<{ id: string, legacyResourceId: string, name: string, processedAt: string, displayFulfillmentStatus: OrderDisplayFulfillmentStatus, displayFinancialStatus: OrderDisplayFinancialStatus | null, returnStatus: OrderReturnStatus, email: string | null, customer: { displayName: string } | null, totalPriceSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ProductsToMapQueryVariables = Exact<{
  query?: string | null | undefined;
}>;


export type ProductsToMapQuery = { products: { nodes: Array<{ id: string, title: string, vendor: string, productType: string, tags: Array<string>, metafields: { nodes: Array<{ namespace: string, key: string, value: string }> }, variants: { nodes: Array<{ sku: string | null, price: string }> } }> } };

export type FlowTriggerMutationVariables = Exact<{
  handle: string;
  payload: unknown;
}>;


export type FlowTriggerMutation = { flowTriggerReceive: { userErrors: Array<{ field: Array<string> | null, message: string }> } | null };

export type LineTitlesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type LineTitlesQuery = { nodes: Array<
    | { __typename: 'AbandonedCheckout', id: string }
    | { __typename: 'AbandonedCheckoutLineItem', id: string }
    | { __typename: 'Abandonment', id: string }
    | { __typename: 'AddAllProductsOperation', id: string }
    | { __typename: 'AdditionalFee', id: string }
    | { __typename: 'AnalyticsAnnotation', id: string }
    | { __typename: 'AnalyticsTarget', id: string }
    | { __typename: 'App', id: string }
    | { __typename: 'AppCatalog', id: string }
    | { __typename: 'AppCredit', id: string }
    | { __typename: 'AppInstallation', id: string }
    | { __typename: 'AppPurchaseOneTime', id: string }
    | { __typename: 'AppRevenueAttributionRecord', id: string }
    | { __typename: 'AppSubscription', id: string }
    | { __typename: 'AppUsageRecord', id: string }
    | { __typename: 'Article', id: string }
    | { __typename: 'BasicEvent', id: string }
    | { __typename: 'Blog', id: string }
    | { __typename: 'BulkOperation', id: string }
    | { __typename: 'BusinessEntity', id: string }
    | { __typename: 'CalculatedOrder', id: string }
    | { __typename: 'CartTransform', id: string }
    | { __typename: 'CashDrawer', id: string }
    | { __typename: 'CashManagementCustomReasonCode', id: string }
    | { __typename: 'CashManagementDefaultReasonCode', id: string }
    | { __typename: 'CashManagementSystemReasonCode', id: string }
    | { __typename: 'CashTrackingAdjustment', id: string }
    | { __typename: 'CashTrackingSession', id: string }
    | { __typename: 'CatalogCsvOperation', id: string }
    | { __typename: 'Channel', id: string }
    | { __typename: 'ChannelDefinition', id: string }
    | { __typename: 'ChannelInformation', id: string }
    | { __typename: 'CheckoutAndAccountsConfiguration', id: string }
    | { __typename: 'CheckoutAndAccountsConfigurationOverride', id: string }
    | { __typename: 'CheckoutProfile', id: string }
    | { __typename: 'Collection', id: string }
    | { __typename: 'CollectionConditionsSource', id: string }
    | { __typename: 'CollectionSubCollectionsSource', id: string }
    | { __typename: 'Comment', id: string }
    | { __typename: 'CommentEvent', id: string }
    | { __typename: 'Company', id: string }
    | { __typename: 'CompanyAddress', id: string }
    | { __typename: 'CompanyContact', id: string }
    | { __typename: 'CompanyContactRole', id: string }
    | { __typename: 'CompanyContactRoleAssignment', id: string }
    | { __typename: 'CompanyLocation', id: string }
    | { __typename: 'CompanyLocationCatalog', id: string }
    | { __typename: 'CompanyLocationStaffMemberAssignment', id: string }
    | { __typename: 'ConsentPolicy', id: string }
    | { __typename: 'CurrencyExchangeAdjustment', id: string }
    | { __typename: 'Customer', id: string }
    | { __typename: 'CustomerAccountAppExtensionPage', id: string }
    | { __typename: 'CustomerAccountNativePage', id: string }
    | { __typename: 'CustomerPaymentMethod', id: string }
    | { __typename: 'CustomerSegmentMembersQuery', id: string }
    | { __typename: 'CustomerVisit', id: string }
    | { __typename: 'DeliveryCarrierService', id: string }
    | { __typename: 'DeliveryCondition', id: string }
    | { __typename: 'DeliveryCountry', id: string }
    | { __typename: 'DeliveryCustomization', id: string }
    | { __typename: 'DeliveryLocationGroup', id: string }
    | { __typename: 'DeliveryMethod', id: string }
    | { __typename: 'DeliveryMethodDefinition', id: string }
    | { __typename: 'DeliveryParticipant', id: string }
    | { __typename: 'DeliveryProfile', id: string }
    | { __typename: 'DeliveryProfileItem', id: string }
    | { __typename: 'DeliveryPromiseParticipant', id: string }
    | { __typename: 'DeliveryPromiseProvider', id: string }
    | { __typename: 'DeliveryProvince', id: string }
    | { __typename: 'DeliveryRateDefinition', id: string }
    | { __typename: 'DeliveryZone', id: string }
    | { __typename: 'DiscountAutomaticBxgy', id: string }
    | { __typename: 'DiscountAutomaticNode', id: string }
    | { __typename: 'DiscountCodeNode', id: string }
    | { __typename: 'DiscountNode', id: string }
    | { __typename: 'DiscountRedeemCodeBulkCreation', id: string }
    | { __typename: 'Domain', id: string }
    | { __typename: 'DraftOrder', id: string }
    | { __typename: 'DraftOrderLineItem', id: string }
    | { __typename: 'DraftOrderTag', id: string }
    | { __typename: 'Duty', id: string }
    | { __typename: 'ExchangeLineItem', id: string }
    | { __typename: 'ExternalVideo', id: string }
    | { __typename: 'Fulfillment', id: string }
    | { __typename: 'FulfillmentConstraintRule', id: string }
    | { __typename: 'FulfillmentEvent', id: string }
    | { __typename: 'FulfillmentHold', id: string }
    | { __typename: 'FulfillmentLineItem', id: string }
    | { __typename: 'FulfillmentOrder', id: string }
    | { __typename: 'FulfillmentOrderDestination', id: string }
    | { __typename: 'FulfillmentOrderLineItem', id: string }
    | { __typename: 'FulfillmentOrderMerchantRequest', id: string }
    | { __typename: 'GenericFile', id: string }
    | { __typename: 'GiftCard', id: string }
    | { __typename: 'GiftCardCashOutTransaction', id: string }
    | { __typename: 'GiftCardCreditTransaction', id: string }
    | { __typename: 'GiftCardDebitTransaction', id: string }
    | { __typename: 'IdentityProviderSubject', id: string }
    | { __typename: 'InventoryAdjustmentGroup', id: string }
    | { __typename: 'InventoryItem', id: string }
    | { __typename: 'InventoryItemMeasurement', id: string }
    | { __typename: 'InventoryLevel', id: string }
    | { __typename: 'InventoryQuantity', id: string }
    | { __typename: 'InventoryShipment', id: string }
    | { __typename: 'InventoryShipmentLineItem', id: string }
    | { __typename: 'InventoryTransfer', id: string }
    | { __typename: 'InventoryTransferLineItem', id: string }
    | { __typename: 'LineItem', title: string, id: string }
    | { __typename: 'LineItemGroup', id: string }
    | { __typename: 'Location', id: string }
    | { __typename: 'MailingAddress', id: string }
    | { __typename: 'Market', id: string }
    | { __typename: 'MarketCatalog', id: string }
    | { __typename: 'MarketRegionCountry', id: string }
    | { __typename: 'MarketRegionSubdivision', id: string }
    | { __typename: 'MarketWebPresence', id: string }
    | { __typename: 'MarketingActivity', id: string }
    | { __typename: 'MarketingEvent', id: string }
    | { __typename: 'MediaImage', id: string }
    | { __typename: 'Menu', id: string }
    | { __typename: 'Metafield', id: string }
    | { __typename: 'MetafieldDefinition', id: string }
    | { __typename: 'Metaobject', id: string }
    | { __typename: 'MetaobjectDefinition', id: string }
    | { __typename: 'Model3d', id: string }
    | { __typename: 'OnlineStoreTheme', id: string }
    | { __typename: 'Order', id: string }
    | { __typename: 'OrderAdjustment', id: string }
    | { __typename: 'OrderAttributionDefinition', id: string }
    | { __typename: 'OrderCancelJobResult', id: string }
    | { __typename: 'OrderCreateMandatePaymentJobResult', id: string }
    | { __typename: 'OrderDisputeSummary', id: string }
    | { __typename: 'OrderEditSession', id: string }
    | { __typename: 'OrderTransaction', id: string }
    | { __typename: 'Page', id: string }
    | { __typename: 'PaymentCustomization', id: string }
    | { __typename: 'PaymentMandate', id: string }
    | { __typename: 'PaymentSchedule', id: string }
    | { __typename: 'PaymentTerms', id: string }
    | { __typename: 'PaymentTermsTemplate', id: string }
    | { __typename: 'PointOfSaleDevice', id: string }
    | { __typename: 'PointOfSaleDevicePaymentSession', id: string }
    | { __typename: 'PriceList', id: string }
    | { __typename: 'Product', id: string }
    | { __typename: 'ProductBundleOperation', id: string }
    | { __typename: 'ProductDeleteOperation', id: string }
    | { __typename: 'ProductDuplicateOperation', id: string }
    | { __typename: 'ProductFeed', id: string }
    | { __typename: 'ProductOption', id: string }
    | { __typename: 'ProductOptionValue', id: string }
    | { __typename: 'ProductSetOperation', id: string }
    | { __typename: 'ProductTaxonomyNode', id: string }
    | { __typename: 'ProductVariant', id: string }
    | { __typename: 'ProductVariantComponent', id: string }
    | { __typename: 'Publication', id: string }
    | { __typename: 'PublicationResourceOperation', id: string }
    | { __typename: 'QuantityPriceBreak', id: string }
    | { __typename: 'Refund', id: string }
    | { __typename: 'RefundShippingLine', id: string }
    | { __typename: 'Return', id: string }
    | { __typename: 'ReturnLineItem', id: string }
    | { __typename: 'ReturnReasonDefinition', id: string }
    | { __typename: 'ReturnableFulfillment', id: string }
    | { __typename: 'ReverseDelivery', id: string }
    | { __typename: 'ReverseDeliveryLineItem', id: string }
    | { __typename: 'ReverseFulfillmentOrder', id: string }
    | { __typename: 'ReverseFulfillmentOrderDisposition', id: string }
    | { __typename: 'ReverseFulfillmentOrderLineItem', id: string }
    | { __typename: 'SaleAdditionalFee', id: string }
    | { __typename: 'SavedSearch', id: string }
    | { __typename: 'ScriptTag', id: string }
    | { __typename: 'Segment', id: string }
    | { __typename: 'SellingPlan', id: string }
    | { __typename: 'SellingPlanGroup', id: string }
    | { __typename: 'ServerPixel', id: string }
    | { __typename: 'ShippingLabel', id: string }
    | { __typename: 'ShippingLabelPurchaseResult', id: string }
    | { __typename: 'Shop', id: string }
    | { __typename: 'ShopAddress', id: string }
    | { __typename: 'ShopPolicy', id: string }
    | { __typename: 'ShopifyPaymentsAccount', id: string }
    | { __typename: 'ShopifyPaymentsBalanceTransaction', id: string }
    | { __typename: 'ShopifyPaymentsBankAccount', id: string }
    | { __typename: 'ShopifyPaymentsDispute', id: string }
    | { __typename: 'ShopifyPaymentsDisputeEvidence', id: string }
    | { __typename: 'ShopifyPaymentsDisputeFileUpload', id: string }
    | { __typename: 'ShopifyPaymentsDisputeFulfillment', id: string }
    | { __typename: 'ShopifyPaymentsPayout', id: string }
    | { __typename: 'StaffMember', id: string }
    | { __typename: 'StandardMetafieldDefinitionTemplate', id: string }
    | { __typename: 'StoreCreditAccount', id: string }
    | { __typename: 'StoreCreditAccountCreditTransaction', id: string }
    | { __typename: 'StoreCreditAccountDebitRevertTransaction', id: string }
    | { __typename: 'StoreCreditAccountDebitTransaction', id: string }
    | { __typename: 'StorefrontAccessToken', id: string }
    | { __typename: 'SubscriptionBillingAttempt', id: string }
    | { __typename: 'SubscriptionContract', id: string }
    | { __typename: 'SubscriptionDraft', id: string }
    | { __typename: 'TaxonomyAttribute', id: string }
    | { __typename: 'TaxonomyCategory', id: string }
    | { __typename: 'TaxonomyChoiceListAttribute', id: string }
    | { __typename: 'TaxonomyMeasurementAttribute', id: string }
    | { __typename: 'TaxonomyValue', id: string }
    | { __typename: 'TenderTransaction', id: string }
    | { __typename: 'TransactionFee', id: string }
    | { __typename: 'UnverifiedReturnLineItem', id: string }
    | { __typename: 'UrlRedirect', id: string }
    | { __typename: 'UrlRedirectImport', id: string }
    | { __typename: 'Validation', id: string }
    | { __typename: 'Video', id: string }
    | { __typename: 'WebPixel', id: string }
    | { __typename: 'WebhookSubscription', id: string }
   | null> };

export type SetMetafieldsMutationVariables = Exact<{
  metafields: Array<MetafieldsSetInput> | MetafieldsSetInput;
}>;


export type SetMetafieldsMutation = { metafieldsSet: { metafields: Array<{ id: string, key: string, value: string }> | null, userErrors: Array<{ field: Array<string> | null, message: string, code: MetafieldsSetUserErrorCode | null }> } | null };

export type OrderForClaimsQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderForClaimsQuery = { order: { id: string, name: string, createdAt: string, processedAt: string, cancelledAt: string | null, closed: boolean, taxesIncluded: boolean, sourceName: string | null, presentmentCurrencyCode: CurrencyCode, displayFulfillmentStatus: OrderDisplayFulfillmentStatus, returnStatus: OrderReturnStatus, app: { id: string, name: string } | null, customer: { id: string } | null, coverage: { value: string } | null, shippingAddress: { countryCodeV2: CountryCode | null, provinceCode: string | null, timeZone: string | null } | null, billingAddress: { countryCodeV2: CountryCode | null } | null, totalOutstandingSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, totalShippingPriceSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, shippingLines: { nodes: Array<{ discountedPriceSet: { presentmentMoney: { amount: string } }, taxLines: Array<{ priceSet: { presentmentMoney: { amount: string } } }> }> }, lineItems: { nodes: Array<{ id: string, title: string, variantTitle: string | null, sku: string | null, vendor: string | null, quantity: number, currentQuantity: number, unfulfilledQuantity: number, refundableQuantity: number, isGiftCard: boolean, requiresShipping: boolean, originalUnitPriceSet: { presentmentMoney: { amount: string } }, discountAllocations: Array<{ allocatedAmountSet: { presentmentMoney: { amount: string } } }>, taxLines: Array<{ priceSet: { presentmentMoney: { amount: string } } }>, image: { url: string, altText: string | null } | null, lineItemGroup: { id: string, quantity: number, title: string } | null, product: { id: string, tags: Array<string>, productType: string, vendor: string, metafields: { nodes: Array<{ namespace: string, key: string, value: string }> } } | null, variant: { id: string, sku: string | null, inventoryQuantity: number | null, compareAtPrice: string | null, price: string } | null }>, pageInfo: { hasNextPage: boolean } }, fulfillments: Array<{ id: string, createdAt: string, deliveredAt: string | null, displayStatus: FulfillmentDisplayStatus | null, status: FulfillmentStatus, events: { nodes: Array<{ status: FulfillmentEventStatus, happenedAt: string }> }, fulfillmentLineItems: { nodes: Array<{ id: string, quantity: number | null, lineItem: { id: string } }> } }>, refunds: Array<{ id: string, createdAt: string | null, totalRefundedSet: { presentmentMoney: { amount: string } }, refundLineItems: { nodes: Array<{ quantity: number, subtotalSet: { presentmentMoney: { amount: string } }, totalTaxSet: { presentmentMoney: { amount: string } }, lineItem: { id: string } }> } }>, returns: { nodes: Array<{ id: string, name: string, status: ReturnStatus, createdAt: string, returnLineItems: { nodes: Array<
            | { __typename: 'ReturnLineItem', id: string, quantity: number, refundedQuantity: number, processedQuantity: number, customerNote: string | null, returnReasonNote: string, fulfillmentLineItem: { id: string, lineItem: { id: string } } }
            | { __typename: 'UnverifiedReturnLineItem' }
          > } }> } } | null };

export type CountOrdersQueryVariables = Exact<{
  query?: string | null | undefined;
  limit?: number | null | undefined;
}>;


export type CountOrdersQuery = { ordersCount: { count: number, precision: CountPrecision } | null };

export type OrderIdsQueryVariables = Exact<{
  query?: string | null | undefined;
  after?: string | null | undefined;
  first: number;
}>;


export type OrderIdsQuery = { orders: { nodes: Array<{ id: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OrdersInBulkQueryVariables = Exact<{ [key: string]: never; }>;


export type OrdersInBulkQuery = { orders: { edges: Array<{ node: { id: string, name: string, createdAt: string, processedAt: string, cancelledAt: string | null, closed: boolean, taxesIncluded: boolean, sourceName: string | null, presentmentCurrencyCode: CurrencyCode, displayFulfillmentStatus: OrderDisplayFulfillmentStatus, returnStatus: OrderReturnStatus, app: { id: string, name: string } | null, customer: { id: string } | null, coverage: { value: string } | null, shippingAddress: { countryCodeV2: CountryCode | null, provinceCode: string | null, timeZone: string | null } | null, billingAddress: { countryCodeV2: CountryCode | null } | null, totalOutstandingSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, totalShippingPriceSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, fulfillments: Array<{ id: string, createdAt: string, deliveredAt: string | null, displayStatus: FulfillmentDisplayStatus | null, status: FulfillmentStatus }>, refunds: Array<{ id: string }>, shippingLines: { edges: Array<{ node: { id: string | null, discountedPriceSet: { presentmentMoney: { amount: string } }, taxLines: Array<{ priceSet: { presentmentMoney: { amount: string } } }> } }> }, lineItems: { edges: Array<{ node: { id: string, title: string, variantTitle: string | null, sku: string | null, vendor: string | null, quantity: number, currentQuantity: number, unfulfilledQuantity: number, refundableQuantity: number, isGiftCard: boolean, requiresShipping: boolean, originalUnitPriceSet: { presentmentMoney: { amount: string } }, discountAllocations: Array<{ allocatedAmountSet: { presentmentMoney: { amount: string } } }>, taxLines: Array<{ priceSet: { presentmentMoney: { amount: string } } }>, lineItemGroup: { id: string, quantity: number, title: string } | null, product: { id: string, tags: Array<string>, productType: string, vendor: string, metafields: { edges: Array<{ node: { id: string, namespace: string, key: string, value: string } }> } } | null, variant: { id: string, sku: string | null, inventoryQuantity: number | null, compareAtPrice: string | null, price: string } | null } }> } } }> } };

export type RunBulkQueryMutationVariables = Exact<{
  query: string;
}>;


export type RunBulkQueryMutation = { bulkOperationRunQuery: { bulkOperation: { id: string, status: BulkOperationStatus } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: BulkOperationUserErrorCode | null }> } | null };

export type BulkOperationStateQueryVariables = Exact<{
  id: string | number;
}>;


export type BulkOperationStateQuery = { bulkOperation: { id: string, status: BulkOperationStatus, errorCode: BulkOperationErrorCode | null, rootObjectCount: string, url: string | null } | null };

export type PlacesQueryVariables = Exact<{ [key: string]: never; }>;


export type PlacesQuery = { locations: { nodes: Array<{ id: string, name: string }> } };

export type GoodsBackQueryVariables = Exact<{
  id: string | number;
}>;


export type GoodsBackQuery = { return: { id: string, order: { id: string, fulfillments: Array<{ id: string, location: { id: string, name: string } | null, fulfillmentLineItems: { nodes: Array<{ id: string }> } }> }, reverseFulfillmentOrders: { nodes: Array<{ id: string, lineItems: { nodes: Array<{ id: string, dispositions: Array<{ quantity: number }>, fulfillmentLineItem: { id: string, lineItem: { id: string, variant: { id: string } | null } } | null }> } }> } } | null };

export type DisposeMutationVariables = Exact<{
  inputs: Array<ReverseFulfillmentOrderDisposeInput> | ReverseFulfillmentOrderDisposeInput;
}>;


export type DisposeMutation = { reverseFulfillmentOrderDispose: { reverseFulfillmentOrderLineItems: Array<{ id: string }> | null, userErrors: Array<{ field: Array<string> | null, message: string, code: ReturnErrorCode | null }> } | null };

export type ProductByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type ProductByIdQuery = { product: { id: string, title: string, vendor: string, productType: string, tags: Array<string>, metafields: { nodes: Array<{ namespace: string, key: string, value: string }> }, variants: { nodes: Array<{ id: string, title: string, sku: string | null, price: string }> } } | null };

export type RefundOutcomeQueryVariables = Exact<{
  id: string | number;
  lines: Array<RefundLineItemInput> | RefundLineItemInput;
  shipping?: string | null | undefined;
  how?: RefundMethodAllocation | null | undefined;
}>;


export type RefundOutcomeQuery = { order: { id: string, taxesIncluded: boolean, lineItems: { nodes: Array<{ id: string, unfulfilledQuantity: number }> }, refunds: Array<{ id: string, note: string | null, totalRefundedSet: { presentmentMoney: { amount: string } } }>, suggestedRefund: { amountSet: { presentmentMoney: { amount: string } }, discountedSubtotalSet: { presentmentMoney: { amount: string } }, totalTaxSet: { presentmentMoney: { amount: string } }, shipping: { amountSet: { presentmentMoney: { amount: string } }, taxSet: { presentmentMoney: { amount: string } } }, suggestedTransactions: Array<{ gateway: string | null, amountSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, parentTransaction: { id: string } | null }> } | null } | null };

export type RefundsOfOrderQueryVariables = Exact<{
  id: string | number;
}>;


export type RefundsOfOrderQuery = { order: { id: string, refunds: Array<{ id: string, note: string | null, totalRefundedSet: { presentmentMoney: { amount: string } } }> } | null };

export type RefundCreateMutationVariables = Exact<{
  input: RefundInput;
  key: string;
}>;


export type RefundCreateMutation = { refundCreate: { refund: { id: string, totalRefundedSet: { presentmentMoney: { amount: string } } } | null, order: { id: string, lineItems: { nodes: Array<{ currentQuantity: number }> } } | null, userErrors: Array<{ field: Array<string> | null, message: string }> } | null };

export type ReturnReasonsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReturnReasonsQuery = { returnReasonDefinitions: { nodes: Array<{ id: string, handle: string }> } };

export type ReturnRequestMutationVariables = Exact<{
  input: ReturnRequestInput;
}>;


export type ReturnRequestMutation = { returnRequest: { return: { id: string, name: string, status: ReturnStatus, returnLineItems: { nodes: Array<
          | { __typename: 'ReturnLineItem', id: string, quantity: number, fulfillmentLineItem: { id: string } }
          | { __typename: 'UnverifiedReturnLineItem' }
        > } } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: ReturnErrorCode | null }> } | null };

export type ReturnCreateMutationVariables = Exact<{
  returnInput: ReturnInput;
}>;


export type ReturnCreateMutation = { returnCreate: { return: { id: string, name: string, status: ReturnStatus, returnLineItems: { nodes: Array<
          | { __typename: 'ReturnLineItem', id: string, quantity: number, fulfillmentLineItem: { id: string } }
          | { __typename: 'UnverifiedReturnLineItem' }
        > }, exchangeLineItems: { nodes: Array<{ id: string, quantity: number, variantId: string | null }> } } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: ReturnErrorCode | null }> } | null };

export type ReturnApproveMutationVariables = Exact<{
  input: ReturnApproveRequestInput;
}>;


export type ReturnApproveMutation = { returnApproveRequest: { return: { id: string, status: ReturnStatus } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: ReturnErrorCode | null }> } | null };

export type ReturnDeclineMutationVariables = Exact<{
  input: ReturnDeclineRequestInput;
}>;


export type ReturnDeclineMutation = { returnDeclineRequest: { return: { id: string, status: ReturnStatus } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: ReturnErrorCode | null }> } | null };

export type ReturnCancelMutationVariables = Exact<{
  id: string | number;
  notifyCustomer?: boolean | null | undefined;
}>;


export type ReturnCancelMutation = { returnCancel: { return: { id: string, status: ReturnStatus } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: ReturnErrorCode | null }> } | null };

export type ReturnCloseMutationVariables = Exact<{
  id: string | number;
}>;


export type ReturnCloseMutation = { returnClose: { return: { id: string, status: ReturnStatus } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: ReturnErrorCode | null }> } | null };

export type ReturnReopenMutationVariables = Exact<{
  id: string | number;
}>;


export type ReturnReopenMutation = { returnReopen: { return: { id: string, status: ReturnStatus } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: ReturnErrorCode | null }> } | null };

export type ReturnProcessMutationVariables = Exact<{
  input: ReturnProcessInput;
}>;


export type ReturnProcessMutation = { returnProcess: { return: { id: string, status: ReturnStatus, refunds: { nodes: Array<{ id: string, totalRefundedSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }> } } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: ReturnErrorCode | null }> } | null };

export type ReturnStateQueryVariables = Exact<{
  id: string | number;
}>;


export type ReturnStateQuery = { return: { id: string, name: string, status: ReturnStatus, createdAt: string, order: { id: string }, decline: { reason: ReturnDeclineReason, note: string | null } | null, returnShippingFees: Array<{ amountSet: { presentmentMoney: { amount: string } } }>, returnLineItems: { nodes: Array<
        | { __typename: 'ReturnLineItem', id: string, quantity: number, processedQuantity: number, unprocessedQuantity: number, returnReasonNote: string, customerNote: string | null, returnReasonDefinition: { handle: string } | null, restockingFee: { percentage: number, amountSet: { presentmentMoney: { amount: string } } } | null, fulfillmentLineItem: { id: string, lineItem: { id: string } } }
        | { __typename: 'UnverifiedReturnLineItem' }
      > }, exchangeLineItems: { nodes: Array<{ id: string, quantity: number, processedQuantity: number, variantId: string | null }> }, refunds: { nodes: Array<{ id: string, totalRefundedSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }> } } | null };

export type ReturnOutcomeQueryVariables = Exact<{
  id: string | number;
  lines: Array<SuggestedOutcomeReturnLineItemInput> | SuggestedOutcomeReturnLineItemInput;
  exchanges: Array<SuggestedOutcomeExchangeLineItemInput> | SuggestedOutcomeExchangeLineItemInput;
  shipping?: RefundShippingInput | null | undefined;
  how?: RefundMethodAllocation | null | undefined;
}>;


export type ReturnOutcomeQuery = { return: { id: string, name: string, status: ReturnStatus, order: { id: string, taxesIncluded: boolean, fulfillments: Array<{ id: string, location: { id: string, name: string } | null, fulfillmentLineItems: { nodes: Array<{ id: string }> } }> }, returnShippingFees: Array<{ amountSet: { presentmentMoney: { amount: string } } }>, returnLineItems: { nodes: Array<
        | { __typename: 'ReturnLineItem', id: string, quantity: number, processedQuantity: number, unprocessedQuantity: number, restockingFee: { percentage: number, amountSet: { presentmentMoney: { amount: string } } } | null, fulfillmentLineItem: { id: string } }
        | { __typename: 'UnverifiedReturnLineItem' }
      > }, exchangeLineItems: { nodes: Array<{ id: string, quantity: number, processedQuantity: number, variantId: string | null }> }, refunds: { nodes: Array<{ id: string, totalRefundedSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }> }, reverseFulfillmentOrders: { nodes: Array<{ id: string, lineItems: { nodes: Array<{ id: string, dispositions: Array<{ quantity: number }>, fulfillmentLineItem: { id: string, lineItem: { id: string, variant: { id: string } | null } } | null }> } }> }, suggestedFinancialOutcome: { discountedSubtotal: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, totalTax: { presentmentMoney: { amount: string } }, shipping: { amountSet: { presentmentMoney: { amount: string } }, taxSet: { presentmentMoney: { amount: string } } }, financialTransfer:
        | { __typename: 'InvoiceReturnOutcome', amount: { presentmentMoney: { amount: string } } }
        | { __typename: 'RefundReturnOutcome', amount: { presentmentMoney: { amount: string } }, suggestedTransactions: Array<{ amountSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, parentTransaction: { id: string } | null }> }
       | null } | null } | null };

export type ReturnsOfOrderQueryVariables = Exact<{
  id: string | number;
}>;


export type ReturnsOfOrderQuery = { order: { id: string, returns: { nodes: Array<{ id: string, name: string, status: ReturnStatus, returnLineItems: { nodes: Array<
            | { __typename: 'ReturnLineItem', id: string, quantity: number, returnReasonNote: string, customerNote: string | null, fulfillmentLineItem: { id: string } }
            | { __typename: 'UnverifiedReturnLineItem' }
          > }, exchangeLineItems: { nodes: Array<{ id: string, quantity: number, variantId: string | null }> } }> } } | null };

export type LineAttributesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type LineAttributesQuery = { nodes: Array<
    | { __typename: 'AbandonedCheckout' }
    | { __typename: 'AbandonedCheckoutLineItem' }
    | { __typename: 'Abandonment' }
    | { __typename: 'AddAllProductsOperation' }
    | { __typename: 'AdditionalFee' }
    | { __typename: 'AnalyticsAnnotation' }
    | { __typename: 'AnalyticsTarget' }
    | { __typename: 'App' }
    | { __typename: 'AppCatalog' }
    | { __typename: 'AppCredit' }
    | { __typename: 'AppInstallation' }
    | { __typename: 'AppPurchaseOneTime' }
    | { __typename: 'AppRevenueAttributionRecord' }
    | { __typename: 'AppSubscription' }
    | { __typename: 'AppUsageRecord' }
    | { __typename: 'Article' }
    | { __typename: 'BasicEvent' }
    | { __typename: 'Blog' }
    | { __typename: 'BulkOperation' }
    | { __typename: 'BusinessEntity' }
    | { __typename: 'CalculatedOrder' }
    | { __typename: 'CartTransform' }
    | { __typename: 'CashDrawer' }
    | { __typename: 'CashManagementCustomReasonCode' }
    | { __typename: 'CashManagementDefaultReasonCode' }
    | { __typename: 'CashManagementSystemReasonCode' }
    | { __typename: 'CashTrackingAdjustment' }
    | { __typename: 'CashTrackingSession' }
    | { __typename: 'CatalogCsvOperation' }
    | { __typename: 'Channel' }
    | { __typename: 'ChannelDefinition' }
    | { __typename: 'ChannelInformation' }
    | { __typename: 'CheckoutAndAccountsConfiguration' }
    | { __typename: 'CheckoutAndAccountsConfigurationOverride' }
    | { __typename: 'CheckoutProfile' }
    | { __typename: 'Collection' }
    | { __typename: 'CollectionConditionsSource' }
    | { __typename: 'CollectionSubCollectionsSource' }
    | { __typename: 'Comment' }
    | { __typename: 'CommentEvent' }
    | { __typename: 'Company' }
    | { __typename: 'CompanyAddress' }
    | { __typename: 'CompanyContact' }
    | { __typename: 'CompanyContactRole' }
    | { __typename: 'CompanyContactRoleAssignment' }
    | { __typename: 'CompanyLocation' }
    | { __typename: 'CompanyLocationCatalog' }
    | { __typename: 'CompanyLocationStaffMemberAssignment' }
    | { __typename: 'ConsentPolicy' }
    | { __typename: 'CurrencyExchangeAdjustment' }
    | { __typename: 'Customer' }
    | { __typename: 'CustomerAccountAppExtensionPage' }
    | { __typename: 'CustomerAccountNativePage' }
    | { __typename: 'CustomerPaymentMethod' }
    | { __typename: 'CustomerSegmentMembersQuery' }
    | { __typename: 'CustomerVisit' }
    | { __typename: 'DeliveryCarrierService' }
    | { __typename: 'DeliveryCondition' }
    | { __typename: 'DeliveryCountry' }
    | { __typename: 'DeliveryCustomization' }
    | { __typename: 'DeliveryLocationGroup' }
    | { __typename: 'DeliveryMethod' }
    | { __typename: 'DeliveryMethodDefinition' }
    | { __typename: 'DeliveryParticipant' }
    | { __typename: 'DeliveryProfile' }
    | { __typename: 'DeliveryProfileItem' }
    | { __typename: 'DeliveryPromiseParticipant' }
    | { __typename: 'DeliveryPromiseProvider' }
    | { __typename: 'DeliveryProvince' }
    | { __typename: 'DeliveryRateDefinition' }
    | { __typename: 'DeliveryZone' }
    | { __typename: 'DiscountAutomaticBxgy' }
    | { __typename: 'DiscountAutomaticNode' }
    | { __typename: 'DiscountCodeNode' }
    | { __typename: 'DiscountNode' }
    | { __typename: 'DiscountRedeemCodeBulkCreation' }
    | { __typename: 'Domain' }
    | { __typename: 'DraftOrder' }
    | { __typename: 'DraftOrderLineItem' }
    | { __typename: 'DraftOrderTag' }
    | { __typename: 'Duty' }
    | { __typename: 'ExchangeLineItem' }
    | { __typename: 'ExternalVideo' }
    | { __typename: 'Fulfillment' }
    | { __typename: 'FulfillmentConstraintRule' }
    | { __typename: 'FulfillmentEvent' }
    | { __typename: 'FulfillmentHold' }
    | { __typename: 'FulfillmentLineItem' }
    | { __typename: 'FulfillmentOrder' }
    | { __typename: 'FulfillmentOrderDestination' }
    | { __typename: 'FulfillmentOrderLineItem' }
    | { __typename: 'FulfillmentOrderMerchantRequest' }
    | { __typename: 'GenericFile' }
    | { __typename: 'GiftCard' }
    | { __typename: 'GiftCardCashOutTransaction' }
    | { __typename: 'GiftCardCreditTransaction' }
    | { __typename: 'GiftCardDebitTransaction' }
    | { __typename: 'IdentityProviderSubject' }
    | { __typename: 'InventoryAdjustmentGroup' }
    | { __typename: 'InventoryItem' }
    | { __typename: 'InventoryItemMeasurement' }
    | { __typename: 'InventoryLevel' }
    | { __typename: 'InventoryQuantity' }
    | { __typename: 'InventoryShipment' }
    | { __typename: 'InventoryShipmentLineItem' }
    | { __typename: 'InventoryTransfer' }
    | { __typename: 'InventoryTransferLineItem' }
    | { __typename: 'LineItem' }
    | { __typename: 'LineItemGroup' }
    | { __typename: 'Location' }
    | { __typename: 'MailingAddress' }
    | { __typename: 'Market' }
    | { __typename: 'MarketCatalog' }
    | { __typename: 'MarketRegionCountry' }
    | { __typename: 'MarketRegionSubdivision' }
    | { __typename: 'MarketWebPresence' }
    | { __typename: 'MarketingActivity' }
    | { __typename: 'MarketingEvent' }
    | { __typename: 'MediaImage' }
    | { __typename: 'Menu' }
    | { __typename: 'Metafield' }
    | { __typename: 'MetafieldDefinition' }
    | { __typename: 'Metaobject' }
    | { __typename: 'MetaobjectDefinition' }
    | { __typename: 'Model3d' }
    | { __typename: 'OnlineStoreTheme' }
    | { __typename: 'Order', id: string, lineItems: { nodes: Array<{ id: string, customAttributes: Array<{ key: string, value: string | null }> }> } }
    | { __typename: 'OrderAdjustment' }
    | { __typename: 'OrderAttributionDefinition' }
    | { __typename: 'OrderCancelJobResult' }
    | { __typename: 'OrderCreateMandatePaymentJobResult' }
    | { __typename: 'OrderDisputeSummary' }
    | { __typename: 'OrderEditSession' }
    | { __typename: 'OrderTransaction' }
    | { __typename: 'Page' }
    | { __typename: 'PaymentCustomization' }
    | { __typename: 'PaymentMandate' }
    | { __typename: 'PaymentSchedule' }
    | { __typename: 'PaymentTerms' }
    | { __typename: 'PaymentTermsTemplate' }
    | { __typename: 'PointOfSaleDevice' }
    | { __typename: 'PointOfSaleDevicePaymentSession' }
    | { __typename: 'PriceList' }
    | { __typename: 'Product' }
    | { __typename: 'ProductBundleOperation' }
    | { __typename: 'ProductDeleteOperation' }
    | { __typename: 'ProductDuplicateOperation' }
    | { __typename: 'ProductFeed' }
    | { __typename: 'ProductOption' }
    | { __typename: 'ProductOptionValue' }
    | { __typename: 'ProductSetOperation' }
    | { __typename: 'ProductTaxonomyNode' }
    | { __typename: 'ProductVariant' }
    | { __typename: 'ProductVariantComponent' }
    | { __typename: 'Publication' }
    | { __typename: 'PublicationResourceOperation' }
    | { __typename: 'QuantityPriceBreak' }
    | { __typename: 'Refund' }
    | { __typename: 'RefundShippingLine' }
    | { __typename: 'Return' }
    | { __typename: 'ReturnLineItem' }
    | { __typename: 'ReturnReasonDefinition' }
    | { __typename: 'ReturnableFulfillment' }
    | { __typename: 'ReverseDelivery' }
    | { __typename: 'ReverseDeliveryLineItem' }
    | { __typename: 'ReverseFulfillmentOrder' }
    | { __typename: 'ReverseFulfillmentOrderDisposition' }
    | { __typename: 'ReverseFulfillmentOrderLineItem' }
    | { __typename: 'SaleAdditionalFee' }
    | { __typename: 'SavedSearch' }
    | { __typename: 'ScriptTag' }
    | { __typename: 'Segment' }
    | { __typename: 'SellingPlan' }
    | { __typename: 'SellingPlanGroup' }
    | { __typename: 'ServerPixel' }
    | { __typename: 'ShippingLabel' }
    | { __typename: 'ShippingLabelPurchaseResult' }
    | { __typename: 'Shop' }
    | { __typename: 'ShopAddress' }
    | { __typename: 'ShopPolicy' }
    | { __typename: 'ShopifyPaymentsAccount' }
    | { __typename: 'ShopifyPaymentsBalanceTransaction' }
    | { __typename: 'ShopifyPaymentsBankAccount' }
    | { __typename: 'ShopifyPaymentsDispute' }
    | { __typename: 'ShopifyPaymentsDisputeEvidence' }
    | { __typename: 'ShopifyPaymentsDisputeFileUpload' }
    | { __typename: 'ShopifyPaymentsDisputeFulfillment' }
    | { __typename: 'ShopifyPaymentsPayout' }
    | { __typename: 'StaffMember' }
    | { __typename: 'StandardMetafieldDefinitionTemplate' }
    | { __typename: 'StoreCreditAccount' }
    | { __typename: 'StoreCreditAccountCreditTransaction' }
    | { __typename: 'StoreCreditAccountDebitRevertTransaction' }
    | { __typename: 'StoreCreditAccountDebitTransaction' }
    | { __typename: 'StorefrontAccessToken' }
    | { __typename: 'SubscriptionBillingAttempt' }
    | { __typename: 'SubscriptionContract' }
    | { __typename: 'SubscriptionDraft' }
    | { __typename: 'TaxonomyAttribute' }
    | { __typename: 'TaxonomyCategory' }
    | { __typename: 'TaxonomyChoiceListAttribute' }
    | { __typename: 'TaxonomyMeasurementAttribute' }
    | { __typename: 'TaxonomyValue' }
    | { __typename: 'TenderTransaction' }
    | { __typename: 'TransactionFee' }
    | { __typename: 'UnverifiedReturnLineItem' }
    | { __typename: 'UrlRedirect' }
    | { __typename: 'UrlRedirectImport' }
    | { __typename: 'Validation' }
    | { __typename: 'Video' }
    | { __typename: 'WebPixel' }
    | { __typename: 'WebhookSubscription' }
   | null> };

export type ShopAboutQueryVariables = Exact<{ [key: string]: never; }>;


export type ShopAboutQuery = { shop: { currencyCode: CurrencyCode, ianaTimezone: string } };

export type ShopPoliciesQueryVariables = Exact<{ [key: string]: never; }>;


export type ShopPoliciesQuery = { shop: { shopPolicies: Array<{ type: ShopPolicyType, title: string, body: string, url: string, updatedAt: string }> } };


export type Operations = {
  OrderLeft: { data: OrderLeftQuery; variables: OrderLeftQueryVariables };
  OrderCancel: { data: OrderCancelMutation; variables: OrderCancelMutationVariables };
  OrderEditBegin: { data: OrderEditBeginMutation; variables: OrderEditBeginMutationVariables };
  OrderEditAddCharge: { data: OrderEditAddChargeMutation; variables: OrderEditAddChargeMutationVariables };
  OrderEditCommit: { data: OrderEditCommitMutation; variables: OrderEditCommitMutationVariables };
  OrderInvoiceSend: { data: OrderInvoiceSendMutation; variables: OrderInvoiceSendMutationVariables };
  ChargesOfOrder: { data: ChargesOfOrderQuery; variables: ChargesOfOrderQueryVariables };
  VariantsOfLine: { data: VariantsOfLineQuery; variables: VariantsOfLineQueryVariables };
  VariantsFound: { data: VariantsFoundQuery; variables: VariantsFoundQueryVariables };
  ExchangePrice: { data: ExchangePriceQuery; variables: ExchangePriceQueryVariables };
  StageUploads: { data: StageUploadsMutation; variables: StageUploadsMutationVariables };
  CreateFiles: { data: CreateFilesMutation; variables: CreateFilesMutationVariables };
  FilesById: { data: FilesByIdQuery; variables: FilesByIdQueryVariables };
  DeleteFiles: { data: DeleteFilesMutation; variables: DeleteFilesMutationVariables };
  OrdersFound: { data: OrdersFoundQuery; variables: OrdersFoundQueryVariables };
  ProductsToMap: { data: ProductsToMapQuery; variables: ProductsToMapQueryVariables };
  FlowTrigger: { data: FlowTriggerMutation; variables: FlowTriggerMutationVariables };
  LineTitles: { data: LineTitlesQuery; variables: LineTitlesQueryVariables };
  SetMetafields: { data: SetMetafieldsMutation; variables: SetMetafieldsMutationVariables };
  OrderForClaims: { data: OrderForClaimsQuery; variables: OrderForClaimsQueryVariables };
  CountOrders: { data: CountOrdersQuery; variables: CountOrdersQueryVariables };
  OrderIds: { data: OrderIdsQuery; variables: OrderIdsQueryVariables };
  OrdersInBulk: { data: OrdersInBulkQuery; variables: OrdersInBulkQueryVariables };
  RunBulkQuery: { data: RunBulkQueryMutation; variables: RunBulkQueryMutationVariables };
  BulkOperationState: { data: BulkOperationStateQuery; variables: BulkOperationStateQueryVariables };
  Places: { data: PlacesQuery; variables: PlacesQueryVariables };
  GoodsBack: { data: GoodsBackQuery; variables: GoodsBackQueryVariables };
  Dispose: { data: DisposeMutation; variables: DisposeMutationVariables };
  ProductById: { data: ProductByIdQuery; variables: ProductByIdQueryVariables };
  RefundOutcome: { data: RefundOutcomeQuery; variables: RefundOutcomeQueryVariables };
  RefundsOfOrder: { data: RefundsOfOrderQuery; variables: RefundsOfOrderQueryVariables };
  RefundCreate: { data: RefundCreateMutation; variables: RefundCreateMutationVariables };
  ReturnReasons: { data: ReturnReasonsQuery; variables: ReturnReasonsQueryVariables };
  ReturnRequest: { data: ReturnRequestMutation; variables: ReturnRequestMutationVariables };
  ReturnCreate: { data: ReturnCreateMutation; variables: ReturnCreateMutationVariables };
  ReturnApprove: { data: ReturnApproveMutation; variables: ReturnApproveMutationVariables };
  ReturnDecline: { data: ReturnDeclineMutation; variables: ReturnDeclineMutationVariables };
  ReturnCancel: { data: ReturnCancelMutation; variables: ReturnCancelMutationVariables };
  ReturnClose: { data: ReturnCloseMutation; variables: ReturnCloseMutationVariables };
  ReturnReopen: { data: ReturnReopenMutation; variables: ReturnReopenMutationVariables };
  ReturnProcess: { data: ReturnProcessMutation; variables: ReturnProcessMutationVariables };
  ReturnState: { data: ReturnStateQuery; variables: ReturnStateQueryVariables };
  ReturnOutcome: { data: ReturnOutcomeQuery; variables: ReturnOutcomeQueryVariables };
  ReturnsOfOrder: { data: ReturnsOfOrderQuery; variables: ReturnsOfOrderQueryVariables };
  LineAttributes: { data: LineAttributesQuery; variables: LineAttributesQueryVariables };
  ShopAbout: { data: ShopAboutQuery; variables: ShopAboutQueryVariables };
  ShopPolicies: { data: ShopPoliciesQuery; variables: ShopPoliciesQueryVariables };
};
