import { CALLED } from './names.data.js'

/**
 * Names and what else they are called, an entry a line; a name is searched for by these and no more, so no capital stands for its
 * country. One with a capital is one only with it. Kept apart from `CALLED`, as some are people's names, too.
 */
const LINES = `
andorra andorran andorrans
angola angolan angolans
armenia armenian armenians
azerbaijan azerbaijani azerbaijanis azeri azeris
bahamas bahamian bahamians
bahrain bahraini bahrainis
barbados barbadian barbadians
belize belizean belizeans
benin beninese
bhutan bhutanese
bolivia bolivian bolivians
botswana botswanan motswana batswana
brunei bruneian
burkina_faso burkinabe
burundi burundian burundians
cameroon cameroonian cameroonians
cape_verde cabo_verde cape_verdean
central_african_republic
chad chadian chadians
costa_rica costa_rican costa_ricans
cyprus cypriot cypriots
democratic_republic_of_congo democratic_republic_of_the_congo drc congo congolese
djibouti djiboutian
dominican_republic dominican dominicans
east_timor timor-leste timorese
ecuador ecuadorian ecuadorians
el_salvador salvadoran salvadorans
equatorial_guinea
eritrea eritrean eritreans
estonia estonian estonians
eswatini swaziland swazi swazis
fiji fijian fijians
gabon gabonese
gambia gambian gambians
georgia georgian georgians
greenland greenlandic greenlander greenlanders
guinea guinean guineans
guyana guyanese
hong_kong hongkonger hongkongers hong_kongers
ivory_coast cote_d'ivoire ivorian ivorians
korea korean koreans
kosovo kosovan kosovans kosovar kosovars
kyrgyzstan kyrgyz
laos laotian laotians lao
latvia latvian latvians
lesotho basotho
liberia liberian liberians
liechtenstein liechtensteiner
lithuania lithuanian lithuanians
luxembourg luxembourger luxembourgish
macau macao macanese
macedonia north_macedonia macedonian macedonians
madagascar malagasy
malawi malawian malawians
maldives maldivian maldivians
mali malian malians
malta maltese
mauritania mauritanian mauritanians
mauritius mauritian mauritians
moldova moldovan moldovans
monaco monegasque
mongolia mongolian mongolians
montenegro montenegrin montenegrins
mozambique mozambican mozambicans
namibia namibian namibians
niger nigerien nigeriens
northern_ireland northern_irish
oman omani omanis
panama panamanian panamanians
papua_new_guinea papua_new_guinean
paraguay paraguayan paraguayans
philippines philippine filipino filipinos filipina filipinas
poland Polish Pole Poles
rwanda rwandan rwandans
samoa samoan samoans
senegal senegalese
sierra_leone sierra_leonean
singapore singaporean singaporeans
slovakia slovak slovaks slovakian slovakians
slovenia slovenian slovenians slovene slovenes
south_sudan south_sudanese
sri_lanka sri_lankan sri_lankans
suriname surinamese
tajikistan tajik tajiks
tanzania tanzanian tanzanians
tibet tibetan tibetans
togo togolese
tonga tongan tongans
trinidad trinidadian trinidadians trinidad_and_tobago
Turkey turkish turk turks turkiye
turkmenistan turkmen
united_arab_emirates uae emirati emiratis emirates
uruguay uruguayan uruguayans
uzbekistan uzbek uzbeks
vanuatu
vatican holy_see
zambia zambian zambians
catalonia catalan catalans
chechnya chechen chechens
crimea crimean crimeans
gaza gazan gazans
kashmir kashmiri kashmiris
latin_america latin_american latin_americans
middle_east mideast middle_eastern
hawaii hawaiian hawaiians
texas texan texans
california californian californians
florida floridian floridians
new_york new_yorker new_yorkers nyc
islam islamic muslim muslims
jew jews jewish
catholic catholics catholicism
islamic_state ISIS isil daesh IS
african_union
al_qaeda al_qaida alqaeda
arab_league
amnesty_international
american_civil_liberties_union aclu
bureau_of_alcohol_tobacco_firearms_and_explosives atf
british_broadcasting_corporation bbc
central_intelligence_agency cia
centers_for_disease_control cdc
congressional_budget_office cbo
customs_and_border_protection cbp
democrat democrats Democratic
department_of_homeland_security homeland_security dhs
department_of_justice justice_department doj
department_of_defense defense_department pentagon dod
department_of_health_and_human_services hhs
state_department department_of_state
drug_enforcement_administration dea
environmental_protection_agency epa
european_central_bank ecb
federal_aviation_administration faa
federal_bureau_of_investigation fbi
federal_communications_commission fcc
federal_election_commission fec
federal_emergency_management_agency fema
federal_reserve Fed
food_and_drug_administration fda
immigration_and_customs_enforcement ICE
internal_revenue_service irs
international_atomic_energy_agency iaea
international_criminal_court icc
international_monetary_fund imf
irish_republican_army IRA
national_aeronautics_and_space_administration nasa
national_health_service nhs
national_rifle_association nra
national_security_agency nsa
national_security_council nsc
organization_of_the_petroleum_exporting_countries opec
palestine_liberation_organization plo
republican_national_committee rnc
democratic_national_committee dnc
securities_and_exchange_commission SEC
transportation_security_administration tsa
union_of_soviet_socialist_republics soviet_union soviet soviets ussr
united_nations UN u.n
unicef united_nations_children's_fund
unesco
wall_street_journal wsj
world_health_organization WHO
world_trade_organization wto
affordable_care_act obamacare ACA
deferred_action_for_childhood_arrivals daca
north_american_free_trade_agreement nafta
trans-pacific_partnership tpp
covid covid-19 coronavirus
lgbt lgbtq
president_of_the_united_states potus
alexandria_ocasio-cortez ocasio-cortez aoc
ruth_bader_ginsburg ginsburg rbg
john_f_kennedy jfk
lyndon_b_johnson lbj
martin_luther_king_jr martin_luther_king mlk
mohammed_bin_salman mbs
franklin_d_roosevelt fdr
e-mail email
air_strike airstrike
care_home carehome
cyber_attack cyberattack
cyber_security cybersecurity
cease_fire ceasefire
fire_fighter firefighter
fund_raiser fundraiser
fund_raising fundraising
gun_man gunman
health_care healthcare
law_maker lawmaker
life_boat lifeboat
nation_wide nationwide
policy_maker policymaker
rail_road railroad railway
super_power superpower
tear_gas teargas
web_site website
whistle_blower whistleblower
white_supremacy white_supremacist
wild_fire wildfire
world_wide worldwide
`

/** Longer names that say something else than the shorter one in them: "New Mexico" is not Mexico. */
export const OTHER_NAMES: readonly string[] = [
  'new mexico',
  'new england',
  'new england patriots',
  'new south wales',
  'new britain',
  'african american',
  'native american',
  'american indian',
  'mexican american',
  'papua new guinea',
  'equatorial guinea',
  'guinea bissau',
  'south sudan',
  'south sudanese',
  'northern ireland',
  'latin america',
  'latin american',
  'south america',
  'south american',
  'central america',
  'central american',
  'west virginia',
  'south africa',
  'south african',
  'south africans',
  'central african',
  'islamic state',
  'democratic republic',
  'american university',
  'korean american',
  'white house',
  'kansas city',
]

/** Each name in lower case with everything it is called, as `CALLED`, with the names that only a topic needs. */
export const ALSO_CALLED: ReadonlyMap<string, readonly string[]> = new Map([
  ...CALLED,
  ...LINES.trim()
    .split('\n')
    .map((line) => line.split(' ').map((name) => name.replaceAll('_', ' ')))
    .flatMap((names) => names.map((name) => [name.toLowerCase(), names] as const)),
])
