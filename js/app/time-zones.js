/**
 * The time zones of the regions whose emergency numbers the five-cause quiz knows, by the first part of their names. Made by
 * tools/emergency-numbers.mjs from CLDR 47 (commit b08a82b5), Unicode-3.0; changes belong there.
 */
export const zones = {
  Asia: "AE,Dubai BH,Bahrain CY,Famagusta,Nicosia HK,Hong_Kong IL,Jerusalem IN,Calcutta,Kolkata IQ,Baghdad JO,Amman JP,Tokyo KW,Kuwait LB,Beirut MY,Kuala_Lumpur,Kuching OM,Muscat PH,Manila PK,Karachi PS,Gaza,Hebron QA,Qatar SA,Riyadh SG,Singapore SY,Damascus TH,Bangkok YE,Aden",
  America: "AR,Argentina/,Buenos_Aires,Catamarca,Cordoba,Jujuy,Mendoza BO,La_Paz BR,Araguaina,Bahia,Belem,Boa_Vista,Campo_Grande,Cuiaba,Eirunepe,Fortaleza,Maceio,Manaus,Noronha,Porto_Velho,Recife,Rio_Branco,Santarem,Sao_Paulo CA,Atikokan,Blanc-Sablon,Cambridge_Bay,Coral_Harbour,Creston,Dawson,Dawson_Creek,Edmonton,Fort_Nelson,Glace_Bay,Goose_Bay,Halifax,Inuvik,Iqaluit,Moncton,Rankin_Inlet,Regina,Resolute,St_Johns,Swift_Current,Toronto,Vancouver,Whitehorse,Winnipeg CL,Punta_Arenas,Santiago CO,Bogota CR,Costa_Rica CU,Havana DO,Santo_Domingo EC,Guayaquil GT,Guatemala HN,Tegucigalpa MX,Bahia_Banderas,Cancun,Chihuahua,Ciudad_Juarez,Hermosillo,Matamoros,Mazatlan,Merida,Mexico_City,Monterrey,Ojinaga,Tijuana NI,Managua PA,Panama PE,Lima PR,Puerto_Rico PY,Asuncion SV,El_Salvador US,Adak,Anchorage,Boise,Chicago,Denver,Detroit,Indiana/,Indianapolis,Juneau,Kentucky/,Los_Angeles,Louisville,Menominee,Metlakatla,New_York,Nome,North_Dakota/,Phoenix,Sitka,Yakutat UY,Montevideo VE,Caracas",
  Europe: "AT,Vienna BE,Brussels BG,Sofia CH,Zurich CZ,Prague DE,Berlin,Busingen DK,Copenhagen EE,Tallinn ES,Madrid FI,Helsinki,Mariehamn FR,Paris GB,London GG,Guernsey GI,Gibraltar GR,Athens HR,Zagreb HU,Budapest IE,Dublin IM,Isle_of_Man IT,Rome JE,Jersey LI,Vaduz LT,Vilnius LU,Luxembourg LV,Riga MT,Malta NL,Amsterdam NO,Oslo PL,Warsaw PT,Lisbon RO,Bucharest SE,Stockholm SI,Ljubljana SK,Bratislava TR,Istanbul",
  Australia: "AU,Adelaide,Brisbane,Broken_Hill,Darwin,Eucla,Hobart,Lindeman,Lord_Howe,Melbourne,Perth,Sydney",
  Antarctica: "AU,Macquarie",
  Africa: "BI,Bujumbura CM,Douala DZ,Algiers EG,Cairo ER,Asmara,Asmera ES,Ceuta GH,Accra KE,Nairobi LR,Monrovia LY,Tripoli MA,Casablanca MW,Blantyre NG,Lagos RW,Kigali SD,Khartoum SL,Freetown SO,Mogadishu SS,Juba TD,Ndjamena TN,Tunis TZ,Dar_es_Salaam UG,Kampala ZA,Johannesburg ZM,Lusaka ZW,Harare",
  Pacific: "CL,Easter EC,Galapagos FJ,Fiji NZ,Auckland,Chatham PG,Bougainville,Port_Moresby US,Honolulu",
  Atlantic: "ES,Canary IS,Reykjavik PT,Azores,Madeira",
  Indian: "MG,Antananarivo",
};
