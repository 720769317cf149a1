import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare } from '../../src/answers/compare.js'
import { parseTopic } from '../../src/language/topic.js'
import { archiveOf, type Told } from './quoteArchive.js'

const asked = (text: string) => ({ text, groups: parseTopic(text) })
const tellers = (...told: Told[]) =>
  archiveOf(...told.map((one) => ({ story: 'flood', published: '2021-05-04', ...one })))
const texts = (excerpts: readonly { text: string }[]) => excerpts.map(({ text }) => text)

const worst = (figures: readonly { verdict: string }[]) =>
  ['conflict', 'compatible', 'same'].find((one) => figures.some(({ verdict }) => verdict === one)) ?? null

const gull = {
  outlet: 'Gull',
  title: 'River bursts its banks at Brackwater',
  text: 'River bursts its banks at Brackwater\n\nThe Ouse flooded Brackwater on Monday. Mayor Ada Holm said up to 300 of the 1,400 homes by the river must be cleared. She thanked the crews. The bridge on Mill Lane was closed by engineers before noon.',
}
const tern = {
  outlet: 'Tern',
  text: 'Brackwater was under water on Monday. Mayor Holm wants all homes by the river – currently 1,400 – cleared. Engineers closed the Mill Lane bridge before noon. A heron named Otto was rescued from the bridge by firefighter Lena Ruiz.',
}
const heron = { outlet: 'Heron', text: 'Brackwater is wet. The school will open again on Friday, the council said.' }

test('each outlet is shown with its sentences on the topic, and one that has none is silent', async () => {
  const { outlets, silent, story } = await compare(tellers(gull, tern, heron), asked('bridge'))
  const title = 'River bursts its banks at Brackwater'
  expect(story).toMatchObject({ id: 'flood', title, headline: { outlet: 'Gull', text: title }, outlets: 3 })
  expect(outlets.map(({ outlet }) => outlet)).toEqual(['Gull', 'Tern'])
  expect(texts(outlets[0]?.excerpts ?? [])).toEqual(['The bridge on Mill Lane was closed by engineers before noon.'])
  expect(silent).toEqual(['Heron'])
})

test('a headline counts only where nothing else is on the topic', async () => {
  const titled = { ...heron, title: 'Bridge at Brackwater shut', text: `Bridge at Brackwater shut\n\n${heron.text}` }
  const { outlets } = await compare(tellers(gull, titled), asked('bridge'))
  expect(texts(outlets[1]?.excerpts ?? [])).toEqual(['Bridge at Brackwater shut'])
})

test('a sentence that begins with a pronoun brings the one that says who', async () => {
  const { outlets } = await compare(tellers(gull, tern), asked('crews'))
  expect(texts(outlets[0]?.excerpts ?? [])).toEqual([
    'Mayor Ada Holm said up to 300 of the 1,400 homes by the river must be cleared. She thanked the crews.',
  ])
})

test('a part against all of it is a conflict, and the whole that both tell an agreement', async () => {
  const { figures, agreements } = await compare(tellers(gull, tern, heron), asked('river'))
  expect(
    figures.map(({ verdict, what, values }) => [verdict, what, values.map(({ outlet, max }) => [outlet, max])]),
  ).toEqual([
    [
      'conflict',
      'homes',
      [
        ['Gull', 300],
        ['Tern', 1400],
      ],
    ],
    [
      'same',
      'homes in all',
      [
        ['Gull', 1400],
        ['Tern', 1400],
      ],
    ],
  ])
  expect(agreements.map(({ excerpts }) => texts(excerpts))).toEqual([
    ['1,400 homes by the river must be cleared.', 'all homes by the river – currently 1,400 – cleared.'],
  ])
})

test('one claim in other words is an agreement, what one outlet alone reports is its own', async () => {
  const { agreements, onlyIn } = await compare(tellers(gull, tern, heron), asked('bridge'))
  expect(agreements.map(({ excerpts }) => texts(excerpts))).toEqual([
    [
      'The bridge on Mill Lane was closed by engineers before noon.',
      'Engineers closed the Mill Lane bridge before noon.',
    ],
  ])
  expect(onlyIn.map(({ outlet, excerpts }) => [outlet, texts(excerpts)])).toEqual([
    ['Tern', ['A heron named Otto was rescued from the bridge by firefighter Lena Ruiz.']],
  ])
})

test('outlets that say one thing of the topic agree, though the rest of their sentences differs', async () => {
  const { agreements } = await compare(
    tellers(
      {
        outlet: 'Gull',
        text: `${gull.text} A crowd of angry voters at the town hall heard how the dredging contract for the harbour was awarded without tender to some uncle with a boat.`,
      },
      {
        outlet: 'Tern',
        text: `${tern.text} The parish newsletter fills its front page with a dredging contract for the harbour awarded without tender beside recipes and a poem on spring.`,
      },
      {
        ...heron,
        text: `${heron.text} The harbour was quiet, and the dredging crews were at lunch with the choir of Saint Bride.`,
      },
    ),
    asked('harbour'),
  )
  expect(agreements.map(({ excerpts }) => excerpts.map(({ outlet }) => outlet))).toEqual([['Gull', 'Tern']])
})

test('an outlet that tells two claims in one sentence stands beside both', async () => {
  const closed = 'Engineers closed the Mill Lane bridge in Brackwater before noon'
  const lost = 'the flood swept three herons and a rowing boat past the bridge'
  const { agreements } = await compare(
    tellers(
      { outlet: 'Gull', text: `${closed}.` },
      { outlet: 'Tern', text: `${closed}, and ${lost}.` },
      { outlet: 'Heron', text: `On Monday ${lost}.` },
      { outlet: 'Wren', text: `It was wet, and ${lost}.` },
    ),
    asked('bridge'),
  )
  expect(agreements.map(({ excerpts }) => excerpts.map(({ outlet }) => outlet))).toEqual([
    ['Tern', 'Heron', 'Wren'],
    ['Gull', 'Tern'],
  ])
})

test('an agency’s report that two outlets print word for word counts as one source', async () => {
  const report =
    'The bridge on Mill Lane in Brackwater was closed before noon by engineers of the county, the agency reports.'
  const own = 'Engineers of the county closed the Mill Lane bridge in Brackwater before noon.'
  const { agreements } = await compare(
    tellers({ outlet: 'Gull', text: report }, { outlet: 'Tern', text: own }, { outlet: 'Heron', text: report }),
    asked('bridge'),
  )
  expect(agreements.map(({ sources }) => sources)).toEqual([[['Gull', 'Heron'], ['Tern']]])
})

test('of two copies of one article every claim is of one source, though a sentence was edited', async () => {
  const shared =
    'The Ouse rose by two metres within a single night in Brackwater. Nobody in the town had seen such a flood since the year of the comet. Rain is forecast to go on until Thursday evening along the coast. Schools stay shut while the council counts what the water took.'
  const { agreements } = await compare(
    tellers(
      { outlet: 'Gull', text: `Engineers closed the old Mill Lane bridge well before noon. ${shared}` },
      { outlet: 'Tern', text: `Engineers closed the old Mill Lane bridge shortly before noon. ${shared}` },
    ),
    asked('bridge'),
  )
  expect(agreements.map(({ sources }) => sources)).toEqual([[['Gull', 'Tern']]])
})

test('outlets that quote the same words have not copied them from each other', async () => {
  const { agreements } = await compare(
    tellers(
      { outlet: 'Gull', text: 'Holm said: “The bridge is closed and the ferry will not sail before Friday noon.”' },
      { outlet: 'Tern', text: '“The bridge is closed and the ferry will not sail before Friday noon,” Holm said.' },
    ),
    asked('bridge'),
  )
  expect(agreements.map(({ sources }) => sources)).toEqual([[['Gull'], ['Tern']]])
})

test('whatever a speaker says is of the speaker as a topic, and what follows on is shown as one', async () => {
  const told = {
    outlet: 'Gull',
    text: 'Mayor Ada Holm came by boat.\n\n“The bridge must go,” she said. “Nobody will miss it.”\n\nIt rained.',
    speakers: ['Ada Holm', 'Ada Holm'],
  }
  const { outlets } = await compare(tellers(told, tern), asked('ada holm'))
  expect(texts(outlets[0]?.excerpts ?? [])).toEqual([
    'Mayor Ada Holm came by boat.\n\n“The bridge must go,” she said. “Nobody will miss it.”',
  ])
})

test('what names nothing that others do not name is nobody’s own', async () => {
  const told = { outlet: 'Gull', text: 'Engineers like the bridge.' }
  const others = { outlet: 'Tern', text: 'The bridge shines. Some engineers slept. People like tea.' }
  const { onlyIn } = await compare(tellers(told, others), asked('bridge'))
  expect(onlyIn).toEqual([])
})

test.each([
  ['Holm will step down on February 28, she said.', 'Holm is to leave at the end of February.', 'compatible'],
  ['The flood killed 14 people in Brackwater.', 'In Brackwater 14 people were killed by the flood.', 'same'],
  ['The flood killed 14 people in Brackwater.', 'In Brackwater the flood killed 19 people.', 'conflict'],
  ['The flood killed more than 200 people in Brackwater.', 'In Brackwater the flood killed 230 people.', 'compatible'],
  ['The flood killed about 2,000 sheep in Brackwater.', 'In Brackwater the flood killed 1,980 sheep.', 'compatible'],
  ['Holm, 43, leads Brackwater.', 'The mayor of Brackwater is 45-year-old Ada Holm.', 'conflict'],
  ['The flood in Brackwater left 14 people dead.', 'Brackwater’s flood claimed at least 19 lives.', 'conflict'],
  [
    'In Brackwater 14 people were killed and 30 hurt.',
    'The flood killed 14 in Brackwater and hurt 45 others.',
    'conflict',
  ],
  ['The flood claimed 63 farmers lives in Brackwater.', 'In Brackwater 64 farmers and three guards died.', 'conflict'],
  ['In Brackwater 14 people in a bus were killed.', 'In Brackwater the flood killed 19 people.', 'conflict'],
  [
    'Beside the old mill in Brackwater 16 farmers were hurt by rising water. Some 40 farmers came to Brackwater.',
    'Police in Brackwater say that the storm injured 23 farmers.',
    'conflict',
  ],
  ['The death toll in Brackwater is now 14.', 'In Brackwater the flood killed 19 people.', 'conflict'],
  ['According to the Wend Gauge Board, 14 people died in Brackwater.', 'Brackwater’s flood killed 19.', 'conflict'],
  ['In Brackwater about a dozen farmers were hurt.', 'Brackwater’s flood injured 16 farmers.', 'compatible'],
  ['Three attackers set fire to Brackwater’s hall.', 'Five gunmen set fire to the hall of Brackwater.', 'conflict'],
  ['Brackwater opened 24 of its 120 halls.', 'The town of Brackwater put beds into 24 of its 160 halls.', 'same'],
  ['Brackwater opened 144 of its 578 halls.', 'The town of Brackwater put beds into 144 of its 675 halls.', 'conflict'],
  [
    'Brackwater paid 140 guests and 30 workers of the inn.',
    'Buses sent 140 guests and 13 staff members of Brackwater home.',
    'conflict',
  ],
  [
    'On the gauge of Mill Lane in Brackwater the river rose to 34 feet.',
    'The river rose on the gauge of Mill Lane in Brackwater to 38 feet from 20 feet.',
    'conflict',
  ],
  [
    'Guards from Brackwater camped in Saltmouth, just 22 miles northeast of the capital.',
    'In Saltmouth, 31 miles northeast of Wendmouth, Brackwater’s guards made camp.',
    'conflict',
  ],
  [
    'In Brackwater the bull ran through the startled crowd for nearly a mile.',
    'Brackwater’s bull ploughed through crowds for more than a mile.',
    'conflict',
  ],
  [
    'In Brackwater the bull ran through the startled crowd for nearly a mile.',
    'Brackwater’s bull ploughed through crowds for 2 kilometers.',
    'conflict',
  ],
  [
    'The Holm line said 212 German citizens sailed on the ferry to Brackwater.',
    'The Holm line said 230 were German of those who sailed on the ferry to Brackwater.',
    'conflict',
  ],
  ['The dead of Brackwater ranged in age from 5 to 72.', 'The victims of Brackwater were aged 7 to 72.', 'conflict'],
  [
    'Some 24,000 teachers and nurses of Brackwater struck.',
    'Brackwater has nearly 30,000 teachers and nurses on strike.',
    'conflict',
  ],
  ['The council of Brackwater pays Holm $5 million.', 'Holm is paid C$5 million by the council of Brackwater.', null],
  [
    'The bridge of Brackwater cost £2 million to build.',
    'To build the bridge cost Brackwater £2.04 million.',
    'compatible',
  ],
  [
    'In Brackwater 40 to 45 percent of voters want the bridge.',
    'Of voters in Brackwater 42 percent want the bridge.',
    'compatible',
  ],
])('“%s” and “%s” are %s', async (a, b, verdict) => {
  const answer = await compare(
    tellers({ outlet: 'Gull', published: '2019-01-04', text: a }, { outlet: 'Tern', published: '2019-01-04', text: b }),
    asked(/Brackwater/u.test(a) ? 'brackwater' : 'holm'),
  )
  expect(worst(answer.figures)).toBe(verdict)
})

test.each([
  ['of other things', 'The flood killed 14 people in Brackwater.', 'In Brackwater the flood injured 19 people.'],
  ['of other years', 'The flood killed 14 people in Brackwater.', 'In Brackwater the flood of 1998 killed 19 people.'],
  [
    'of other kinds',
    'The flood killed 14 Dutch tourists in Brackwater.',
    'The flood killed 19 Welsh tourists in Brackwater.',
  ],
  [
    'that the other outlet tells too',
    'The flood killed 14 people in Brackwater.',
    'The flood killed 19 people in Brackwater. Of the dead in Brackwater, 14 people were killed on Monday.',
  ],
  [
    'of another event',
    'The flood killed 14 people.',
    'In Saltmouth in the county of Wend the flood of Brackwater’s river killed 19 people.',
  ],
  ['of other places', 'Wend, 22 miles north of Brackwater, burns.', 'Saltmouth, 31 miles north of Brackwater, burns.'],
  ['of other ways', 'Wend is 22 miles north of Brackwater.', 'Wend is 31 miles south of Brackwater.'],
  ['in other units', 'Wend, 22 miles north of Brackwater, burns.', 'Wend, 35 km north of Brackwater, burns.'],
  [
    'that the other outlet tells in another unit too',
    'In Brackwater the bull ran through the startled crowd for nearly a mile.',
    'Brackwater’s bull ploughed through crowds for 2 kilometers. Brackwater’s clerk paced off 1.5 kilometers.',
  ],
  [
    'of other ways through',
    'In Brackwater the bull ran through the crowd for nearly a mile.',
    'In Brackwater the bull ran down the lane for 2 kilometers.',
  ],
  [
    'of other groups on board',
    'Among the passengers of Holm’s Brackwater ferry were 212 German citizens.',
    'Of all on board Holm’s Brackwater ferry 230 were German.',
  ],
  [
    'of other events with a toll',
    'The flood of Brackwater killed 14 people.',
    'According to Holm of Brackwater, the death toll of the Saltmouth fire rose to 19.',
  ],
  [
    'of some among them',
    'In Brackwater nine people, including four guards, were killed.',
    'In Brackwater three guards were killed.',
  ],
  [
    'of a list',
    'The flood of Brackwater killed 14 people.',
    'In Brackwater nine people were killed in boats and 19 people were killed in cars.',
  ],
  ['of other nights', 'Police in Brackwater arrested 14 people.', 'Police in Brackwater arrested 19 people last week.'],
  ['that are ages', 'Holm died at 87 in Brackwater.', 'The flood of Brackwater killed 14.'],
  [
    'that are vague',
    'Dozens were killed as the river flooded Brackwater.',
    'In Brackwater 160 were killed as the river flooded.',
  ],
  ['that rise', 'Brackwater’s river rose to 34 feet.', 'Brackwater’s river rose to 34 feet from 20 feet.'],
  [
    'of other shares',
    'In Brackwater a third of voters stayed at home.',
    'In Brackwater 70 percent of voters like the bridge.',
  ],
  ['of other people', 'Holm, 43, leads Brackwater.', 'Ruiz, 45, works in Brackwater.'],
])('figures %s are no conflict', async (_, a, b) => {
  const { figures } = await compare(
    tellers({ outlet: 'Gull', text: a }, { outlet: 'Tern', text: b }),
    asked('brackwater'),
  )
  expect(figures.filter(({ verdict }) => verdict === 'conflict')).toEqual([])
})

test('on another day police arrest others, unless it is said that they are all so far', async () => {
  const arrested = (a: string, b: string) =>
    compare(
      tellers(
        { outlet: 'Gull', published: '2021-05-03', text: a },
        { outlet: 'Tern', published: '2021-05-05', text: b },
      ),
      asked('brackwater'),
    )
  const nights = await arrested('Police in Brackwater arrested 60 people.', 'Police in Brackwater arrested 45 people.')
  expect(worst(nights.figures)).toBe(null)
  const sums = await arrested(
    'Brackwater has had 60 arrests since the riot.',
    'In Brackwater 45 people have been arrested.',
  )
  expect(worst(sums.figures)).toBe('conflict')
})

test('each figure is shown as it is printed, from its hedge to its unit', async () => {
  const { figures } = await compare(tellers(gull, tern), asked('river'))
  expect(figures[0]?.values.map(({ figure }) => figure.text)).toEqual([
    'up to 300 of the 1,400 homes',
    'all homes by the river – currently 1,400 –',
  ])
})

test('a later and higher toll only adds to the earlier one', async () => {
  const { figures } = await compare(
    tellers(
      { outlet: 'Gull', published: '2021-05-03', text: 'The flood killed 14 people in Brackwater.' },
      { outlet: 'Tern', published: '2021-05-05', text: 'In Brackwater the flood killed 19 people.' },
    ),
    asked('brackwater'),
  )
  expect(figures.map(({ verdict }) => verdict)).toEqual(['compatible'])
})

test('quotations of one statement are compared, the fullest first', async () => {
  const { wordings } = await compare(
    tellers(
      { outlet: 'Gull', text: 'Holm wrote: “We are strengthened in this effort by our alliances.”', statements: [1] },
      {
        outlet: 'Tern',
        text: '“We are strengthened in this effort by the solidarity of our alliances,” said Holm.',
        statements: [1],
      },
      { outlet: 'Heron', text: 'Of alliances Holm said “come in”.', statements: [2] },
    ),
    asked('alliances'),
  )
  expect(wordings.map(({ verdict, quotations }) => [verdict, quotations.map(({ outlet }) => outlet)])).toEqual([
    ['altered', ['Tern', 'Gull']],
  ])
})

test.each([
  ['what one outlet tells in passing beside a statement makes it none on that topic', 'winter', 0],
  ['a statement is on the letter that it stands in, though one outlet alone says so', 'letter', 1],
  ['a statement is on what it speaks of', 'oars', 1],
])('%s', async (_, topic, count) => {
  const { wordings } = await compare(
    tellers(
      {
        outlet: 'Gull',
        text: 'Before winter Holm told the crews in a letter that “every boat needs two oars”.',
        statements: [1],
      },
      { outlet: 'Tern', text: '“Every boat needs two good oars,” Holm said.', statements: [1] },
    ),
    asked(topic),
  )
  expect(wordings).toHaveLength(count)
})

test('sentences that only one outlet prints together are compared each by itself, and each way of differing by itself', async () => {
  const pier = 'Our old pier is part of the honor of this town and it has been for many decades.'
  const lamp = 'We cannot light the lamps of the harbour without showing respect to those keepers.'
  const { wordings } = await compare(
    tellers(
      { outlet: 'Gull', text: `“${pier} ${lamp}” he wrote of alliances.`, statements: [1] },
      {
        outlet: 'Tern',
        text: `On alliances: “${pier.replace('honor', 'honour')}” On alliances: “${lamp.replace('those', 'those brave')}”`,
        statements: [1, 1],
      },
      { outlet: 'Heron', text: 'Of alliances Holm said “light the lamps of the harbour”.', statements: [1] },
    ),
    asked('alliances'),
  )
  expect(wordings.map(({ verdict, quotations }) => [verdict, quotations.map(({ text }) => text.length)])).toEqual([
    ['altered', [lamp.length + 1, lamp.length + 8]],
    ['trimmed', [lamp.length + 1, 32]],
    ['spelling', [pier.length + 1, pier.length + 3]],
  ])
})

test('what an article prints in two pieces is compared as one', async () => {
  const { wordings } = await compare(
    tellers(
      {
        outlet: 'Gull',
        text: '“The old pier of this town,” he wrote, “will never be sold to strangers.”',
        statements: [1, 1],
      },
      { outlet: 'Tern', text: '“The old pier of this town will be sold to strangers.” He left.', statements: [1] },
    ),
    asked('pier'),
  )
  expect(wordings.map(({ verdict, quotations }) => [verdict, quotations.map(({ outlet }) => outlet)])).toEqual([
    ['altered', ['Tern', 'Gull', 'Gull']],
  ])
})

test('the story that is most about the topic is taken, and the others are offered', async () => {
  const archive = archiveOf(
    {
      outlet: 'Gull',
      story: 'fair',
      published: '2021-06-01',
      text: 'The fair began. A bridge was crossed. It rained. It snowed.',
    },
    { outlet: 'Tern', story: 'fair', published: '2021-06-01', text: 'Many came to the fair.' },
    { ...gull, story: 'flood', published: '2021-05-04' },
    { ...tern, story: 'flood', published: '2021-05-04' },
  )
  const { story, otherStories } = await compare(archive, asked('bridge'))
  expect(story?.id).toBe('flood')
  expect(otherStories.map(({ id }) => id)).toEqual(['fair'])
  expect((await compare(archive, asked('bridge'), { story: 'fair' })).story?.id).toBe('fair')
})

test('nothing found is an answer too', async () => {
  const answer = await compare(tellers(gull, tern), asked('volcano'))
  expect(answer).toMatchObject({ topic: 'volcano', story: null, outlets: [], silent: [] })
})

test('every excerpt is a slice of its article, whatever is written and asked', async () => {
  const word = fc.constantFrom(
    'He',
    'Holm',
    '14',
    'people',
    'killed',
    '.',
    '“',
    '”',
    'river',
    'of the',
    'all',
    'May 5',
    '\n\n',
    'not',
    '$3m',
  )
  const text = fc.array(word, { minLength: 1, maxLength: 40 }).map((parts) => parts.join(' '))
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async (articles) => {
      const archive = tellers(...articles.map((one, index) => ({ outlet: `O${index % 3}`, text: `${one} river.` })))
      const answer = await compare(archive, asked('river'))
      const shown = [
        ...answer.outlets.flatMap(({ excerpts }) => excerpts),
        ...answer.agreements.flatMap(({ excerpts }) => excerpts),
        ...answer.figures.flatMap(({ values }) => values.map(({ excerpt }) => excerpt)),
        ...answer.onlyIn.flatMap(({ excerpts }) => excerpts),
      ]
      for (const { articleId, start, end, text: printed } of shown) {
        expect((await archive.article(articleId))?.text.slice(start, end)).toBe(printed)
      }
    }),
    { numRuns: 60 },
  )
})
