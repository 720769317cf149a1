/** Words that are one to a reader and have several stems, a family a line: irregular forms, verbs and their nouns, two spellings. */
export const FAMILIES: readonly (readonly string[])[] = `
begin began begun
bleed bled
break broke broken
breed bred
build built
burn burnt
buy bought
choose chose chosen choice
drive drove driven
feed fed
fight fought
flee fled
fly flew flown flight
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
grow grew grown growth
learn learnt
lose lost loss losses
overcome overcame
overthrow overthrew overthrown
overtake overtook overtaken
pay paid
prove proven proof
rebuild rebuilt
ride rode ridden
rise rose risen
seek sought
sell sold sale
send sent
shoot shot
shrink shrank shrunk
sing sang sung
sink sank sunk
speak spoke spoken speech speeches
speed sped
spend spent
steal stole stolen theft
strike struck stricken
strive strove striven
swear swore sworn
sweep swept
teach taught
throw threw thrown
undergo underwent undergone
uphold upheld
wake woke woken
win won
withdraw withdrew withdrawn
withhold withheld
withstand withstood
write wrote written
child children
foot feet
goose geese
mouse mice
tooth teeth
ox oxen
half halves
knife knives
leaf leaves
life lives
loaf loaves
shelf shelves
thief thieves
wife wives
wolf wolves
bus buses
gas gases
virus viruses
campus campuses
caucus caucuses
census censuses
bonus bonuses
crisis crises
analysis analyses analyze analyse
thesis theses
criterion criteria
phenomenon phenomena
die dies dying death
admit admission
apply application
assume assumption
attend attendance
believe belief
bury burial
certify certification
clarify clarification
classify classification
close closure
collide collision
compete competition
conclude conclusion
confess confession
consume consumption
decide decision
deny denial
destroy destruction
divide division
elect reelect re-elect
erode erosion
evade evasion
expand expansion
explain explanation
explode explosion
expose exposure
extend extension
extremism extremist
fail failure
invade invasion
intervene intervention
introduce introduction
justify justification
loyal loyalty
maintain maintenance
marry marriage
migrate migrant
nationalism nationalist
permit permission
persuade persuasion
populism populist
produce production
prescribe prescription
qualify qualification
racism racist
ratify ratification
receive reception
reduce reduction
religion religious
respond response
resume resumption
revise revision
safe safety
seize seizure
separatism separatist
sexism sexist
socialism socialist
communism communist
submit submission
subscribe subscription
succeed success
suspend suspension
terror terrorism terrorist
testify testimony
tourism tourist
vary variation
verify verification
airplane aeroplane plane
aluminium aluminum
anaemia anemia
anaesthetic anesthetic
archaeology archeology
analogue analog
catalogue catalog
dialogue dialog
diarrhoea diarrhea
encyclopaedia encyclopedia
foetus fetus
fulfil fulfill
enrol enroll
gaol jail
grey gray
haemorrhage hemorrhage
judgement judgment
leukaemia leukemia
manoeuvre maneuver
mould mold
moustache mustache
oestrogen estrogen
orthopaedic orthopedic
paediatric pediatric
paediatrician pediatrician
paedophile pedophile
plough plow
programme program
protester protestor
inquire inquiry enquire enquiry
adviser advisor
pyjamas pajamas
sceptic skeptic
sulphur sulfur
tyre tire
yoghurt yogurt
defence defense
licence license
offence offense
pretence pretense
practise practice
calibre caliber
centre center
fibre fiber
kilometre kilometer
litre liter
lustre luster
metre meter
sabre saber
spectre specter
theatre theater
armour armor
behaviour behavior
candour candor
clamour clamor
colour color
endeavour endeavor
favour favor
favourite favorite
fervour fervor
flavour flavor
glamour glamor
harbour harbor
honour honor
humour humor
labour labor
neighbour neighbor
neighbourhood neighborhood
odour odor
parlour parlor
rigour rigor
rumour rumor
saviour savior
splendour splendor
tumour tumor
valour valor
vapour vapor
vigour vigor
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '))

/**
 * Words that Porter's stemmer throws together with others that mean something else, a sense a line: "officers" are none of an
 * "office". What stands in no line keeps its stem.
 */
export const SENSES: readonly (readonly string[])[] = `
adamant
agence
aide aides
angerer
apart
author authors authored authoring
authorize authorizes authorized authorizing authorization authorise authorised authorising authorisation
borne
busy busier busiest busily
candid candidly
capitalism capitalize capitalized
careful carefully
christiane
clarke
closeness
commune communes
communicate communicates communicated communicating communication communications
communism
competent competence competency
confidant confidants
contention
constructive constructively
conventional conventionally
conversion conversions
cooper
corps
critical critically
custom customs customary
daniels
danielle
decisive decisively
defensive defensively
defer deferred deferring
department departments
desert deserts
designate designates designated designating designation
detective detectives
devine
digit digits
diversion diversions
divisive divisively divisiveness
edwards
engineer engineers engineered engineering
evening evenings
exclusive exclusively
execute executes executed executing execution executions
experiment experiments experimental experimented
extremism
familial
federation federations
fortunate fortunately
forceful forcefully
generally
generate generates generated generating generator generators
generation generations generational
generous generously generosity
globalization
graduate graduates graduated graduating graduation
greene
grave graves
handful
harding
harris
hospitality
humane humanely
ident identical identically
important importantly importance
impressive impressively
informal informally
informant informants
initially initial initials
initiative initiatives
intern interns interned internship internships
internal internally
internment
invasive
ironic ironically
icon icons iconic
inclined
julie
legalize legalized legalizing legalization
liberate liberated liberating liberation
majority majorities
manning
marie
marshall
memory memories
michele
minority minorities
moderator moderators
mobilize mobilizes mobilized mobilizing mobilization
morale
naturalize naturalized naturalization
negatively
news
nominal nominally
object objects objected objecting objection objections
objectionable
offensive offensives
office offices
opera operas
operative operatives
operator operators
opportunism opportunist
organ organs
organic
organize organizes organized organizing organizer organizers
passion passions passionate passionately
personality personalities
photographer photographers
pole poles
polite politely politeness
porte
positive positively positives
precede precedes preceded preceding
preside presides presided presiding
prohibitive
product products
production productions
productive productivity
protestant protestants protestantism
providence
publication publications
publicity publicize publicized
quite
rating ratings
reade
recession recessions
relate relates related relating relatable
relation relations
relative relatives relatively
remarkable remarkably
reserve reserves reserved
respective respectively
respectful respectfully
responsible responsibly responsibility responsibilities
responsive
roberts
savings
secretive
sergey
several
severe severely severity
sever severed severing
status
station stations
steele
stevens
suite suites
succession successions
sunny
suspense
tent tents
transit transits
universal universally
universe universes
university universities
useful usefully
vitale
wedding weddings
williams
witness witnesses witnessed witnessing
wilderness
wonderful wonderfully
adams
peters
phillips
richards
rogers
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '))
