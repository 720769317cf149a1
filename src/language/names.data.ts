/** Names and what else they are called, an entry a line; a name in capitals is one only in capitals. */
const LINES = `
afghanistan afghan afghans
albania albanian albanians
algeria algerian algerians
argentina argentine argentines argentinian argentinians
australia australian australians aussie aussies
austria austrian austrians
bangladesh bangladeshi bangladeshis
belarus belarusian belarusians
belgium belgian belgians
bosnia bosnian bosnians
brazil brazilian brazilians
britain british UK u.k united_kingdom great_britain briton britons
bulgaria bulgarian bulgarians
cambodia cambodian cambodians
canada canadian canadians
chile chilean chileans
china chinese PRC
colombia colombian colombians
croatia croatian croatians
cuba cuban cubans
czech_republic czechia czech czechs
denmark danish dane danes
egypt egyptian egyptians
england english
ethiopia ethiopian ethiopians
finland finnish finn finns
france french
germany german germans
ghana ghanaian ghanaians
greece greek greeks
guatemala guatemalan guatemalans
haiti haitian haitians
honduras honduran hondurans
hungary hungarian hungarians
iceland icelandic icelander icelanders
india indian indians
indonesia indonesian indonesians
iran iranian iranians
iraq iraqi iraqis
ireland irish
israel israeli israelis
italy italian italians
jamaica jamaican jamaicans
japan japanese
jordan jordanian jordanians
kazakhstan kazakh kazakhs
kenya kenyan kenyans
kurdistan kurd kurds kurdish
kuwait kuwaiti kuwaitis
lebanon lebanese
libya libyan libyans
malaysia malaysian malaysians
mexico mexican mexicans
morocco moroccan moroccans
myanmar burma burmese
nepal nepalese nepali
netherlands dutch holland
new_zealand new_zealander new_zealanders
nicaragua nicaraguan nicaraguans
nigeria nigerian nigerians
north_korea north_korean north_koreans DPRK
norway norwegian norwegians
pakistan pakistani pakistanis
palestine palestinian palestinians
peru peruvian peruvians
philippines philippine filipino filipinos
poland polish pole poles
portugal portuguese
puerto_rico puerto_rican puerto_ricans
qatar qatari qataris
romania romanian romanians
russia russian russians
saudi_arabia saudi saudis saudi_arabian
scotland scottish scot scots
serbia serbian serbians serb serbs
somalia somali somalis
south_africa south_african south_africans
south_korea south_korean south_koreans
spain spanish spaniard spaniards
sudan sudanese
sweden swedish swede swedes
switzerland swiss
syria syrian syrians
taiwan taiwanese
thailand thai thais
tunisia tunisian tunisians
turkey turkish turk turks
ukraine ukrainian ukrainians
united_states US u.s usa u.s.a america american americans
uganda ugandan ugandans
venezuela venezuelan venezuelans
vietnam vietnamese
wales welsh
yemen yemeni yemenis
zimbabwe zimbabwean zimbabweans
africa african africans
asia asian asians
europe european europeans
european_union EU e.u
united_nations UN u.n
islamic_state isis isil daesh
nato north_atlantic_treaty_organization
republican republicans gop
democrat democrats democratic
supreme_court scotus
january jan
february feb
august aug
september sept sep
october oct
november nov
december dec
`

/** Each name in lower case with everything it is called; a space parts the words of one name. */
export const CALLED: ReadonlyMap<string, readonly string[]> = new Map(
  LINES.trim()
    .split('\n')
    .map((line) => line.split(' ').map((name) => name.replaceAll('_', ' ')))
    .flatMap((names) => names.map((name) => [name.toLowerCase(), names] as const)),
)
