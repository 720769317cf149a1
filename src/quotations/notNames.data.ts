/** Words with a capital that are none of a person's name: they open a sentence, or name days, peoples and crowds. */
export const NOT_NAMES: ReadonlySet<string> = new Set(
  `The A An In On At But And If When While After Before For With As By From This That These Those He She They It We I You His Her Their Its Our
  My Mr Mrs Ms What Who Why How Where There Here Not No Yes So Yet Or Nor Of To Monday Tuesday Wednesday Thursday Friday Saturday Sunday
  January February March April May June July August September October November December Asked Speaking Republican Democratic Republicans
  Democrats American Americans Black White Also Now Then Still Even Both Some Many Most All One Two Three According During Under Over Since
  Until Because Although Though Despite Like Unlike Inside Outside Meanwhile However Afterward Afterwards Apparently Earlier Later Elsewhere
  Likewise Maybe Perhaps Separately Thus Tellingly Without Within Such Much More Less Another Other Others Due Prior Remember Read Watch
  Watched Replay Related Coverage Video Videos Photo Photos File Image Images Advertisement Continue Reading Update Updated Breaking Exclusive
  Opinion Analysis Story Testimony Every Each Any Several Few Four Five Six Seven Eight Nine Ten First Second Third Last Next Once Only Just
  About Above Across Against Along Among Amid Around Behind Below Beneath Beside Besides Between Beyond Concerning Considering Except Into
  Near Off Onto Out Past Per Plus Regarding Through Throughout Toward Towards Up Upon Via Down Again Ahead Already Always Anyway Certainly
  Clearly Finally Fortunately Further Furthermore Generally Hence Indeed Instead Interestingly Ironically Nevertheless Nonetheless Notably
  Obviously Often Originally Overall Presumably Previously Probably Quite Rather Recently Reportedly Similarly Sometimes Soon Specifically
  Suddenly Surely Surprisingly Therefore Today Tomorrow Tonight Typically Ultimately Undoubtedly Unfortunately Usually Whatever Whenever
  Wherever Whether Which Whichever Whoever Whom Whose Yesterday Them Him Us Me Myself Himself Herself Everyone Everybody Someone Somebody
  Anyone Anybody Nobody Nothing Something Everything Can Could Should Would Shall Might Must Do Does Did Has Have Had Is Are Was Were Be Been
  Being Am Let Let’s Let's It’s It's He’s He's She’s She's We’re We're We’ll We'll They’re They're I’m I'm I’ll I'll I’ve I've That’s That's
  There’s There's What’s What's You’re You're Don’t Don't Isn’t Can’t Ok Okay Well Oh Ah Please Thanks Thank Sorry Hey Hello Yeah Given Asking
  Answering Calling Citing Following Including Adding Noting Referring Responding Saying Writing Talking Using Taking Making Critics
  Supporters Opponents Officials Prosecutors Investigators Authorities Sources Aides Advisers Analysts Experts Lawyers Lawmakers Protesters
  Residents Witnesses Reporters Voters Neighbors Police People Priests Travelers Surrogates Dozens Hundreds Thousands Millions Friends
  Families Students Parents Women Men Children Workers Doctors Democrat Islamist Islamists Islamic Muslim Muslims Christians Jewish Jews
  Catholic Catholics Latino Latinos Hispanic Hispanics Western Eastern Northern Southern Fellow Onetime Longtime Old Big Great Good Bad
  Long Short High Low Early Late Young Real True False Open Full Total Free Dear Nicknamed Jailing Executioner Party Department  Play Top Money Life Oval Peace Title Manual Coalition Elections Cabinet Legion Swimming Prevention Ways Fight Having Knowing Getting Being Club Virtual Must Just Close See Also
  Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun`.split(/\s+/u),
)
