import { stem, type Word } from '../../language/words.js'

/** What happens to what is counted, in stems of the words for it. Figures of two aspects measure two things. */
const ASPECTS = `
death: kill die di dy dead death fatal slain deadli murder slaughter massacr slai perish toll
injury: injur injuri wound hurt hospitalis hospitaliz maim
arrest: arrest detain custodi round
charge: charg indict
departure: step resign leav depart retir quit exit departur left resignation
withdrawal: withdraw withdrew pull remov pullout home draw drawdown
sending: deploi send sent dispatch surg bolster
rise: rise rose risen grow grew growth increas climb jump gain surg expand hike
fall: fall fell fallen drop declin decreas shrink shrank contract cut lose lost slip plung
vote: vote ballot voter elector deleg
sentence: sentenc prison jail sentenc incarcer
payment: pai paid payment fine reimburs settl settlement
gift: donat rais contribut fundrais
cost: cost spend spent price budget worth
poll: poll survei approv favor lead trail disapprov
sale: sell sold sale bought bui purchas
start: begin began start open launch schedul
shot: fire shot shoot gunfir
missing: miss disappear vanish
rescue: rescu save surviv evacu
match: identifi
release: releas free freed
`
const OF_STEM: ReadonlyMap<string, string> = new Map(
  ASPECTS.trim()
    .split('\n')
    .flatMap((line) => {
      const [aspect = '', stems = ''] = line.split(': ')
      return stems.split(' ').map((one) => [one, aspect] as const)
    }),
)

/** The aspect that a word tells, or null. */
export function aspectOf(word: Word | undefined): string | null {
  return word ? (aspectOfStem(stem(word.text)) ?? aspectOfStem(word.text.toLowerCase())) : null
}

export function aspectOfStem(one: string): string | null {
  return OF_STEM.get(one) ?? null
}
