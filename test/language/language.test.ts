import { describe, expect, test } from 'vitest'
import { languageOf } from '../../src/language/language.js'

const OTHERS: Readonly<Record<string, string>> = {
  de: 'Der Stadtrat von Wendmouth hat am Mittwoch beschlossen, die Fähre nach Skellen auch im Winter fahren zu lassen. Die Bürgermeisterin sagte, das koste zwar Geld, aber ohne die Fähre gebe es auf der Insel bald keine Schule mehr. Die Opposition stimmte dagegen.',
  fr: 'Le conseil municipal de Wendmouth a décidé mercredi que le bac vers l’île de Skellen circulerait aussi en hiver. Selon la maire, cela coûtera de l’argent, mais sans le bac il n’y aura bientôt plus d’école sur l’île. L’opposition a voté contre ce projet.',
  es: 'El Ayuntamiento de Wendmouth decidió el miércoles que el transbordador a la isla de Skellen funcione también en invierno. La alcaldesa dijo que eso cuesta dinero, pero que sin el barco pronto no habrá escuela en la isla. La oposición votó en contra.',
  it: 'Il consiglio comunale di Wendmouth ha deciso mercoledì che il traghetto per l’isola di Skellen viaggerà anche in inverno. La sindaca ha detto che costerà denaro, ma che senza il traghetto presto non ci sarà più una scuola sull’isola. L’opposizione ha votato contro.',
  pt: 'A câmara municipal de Wendmouth decidiu na quarta-feira que a balsa para a ilha de Skellen também funcionará no inverno. A prefeita disse que isso custa dinheiro, mas que sem a balsa em breve não haverá mais escola na ilha. A oposição votou contra.',
  nl: 'De gemeenteraad van Wendmouth heeft woensdag besloten dat de veerboot naar het eiland Skellen ook in de winter zal varen. De burgemeester zei dat het geld kost, maar dat er zonder de boot binnenkort geen school meer is op het eiland. De oppositie stemde tegen.',
  sv: 'Kommunfullmäktige i Wendmouth beslutade på onsdagen att färjan till ön Skellen ska gå även på vintern. Borgmästaren sade att det kostar pengar, men att det utan färjan snart inte finns någon skola kvar på ön. Oppositionen röstade emot förslaget.',
  pl: 'Rada miejska Wendmouth zdecydowała w środę, że prom na wyspę Skellen będzie kursował także zimą. Burmistrz powiedziała, że to kosztuje, ale bez promu wkrótce na wyspie nie będzie już szkoły. Opozycja głosowała przeciw temu projektowi.',
  cs: 'Městská rada ve Wendmouthu ve středu rozhodla, že přívoz na ostrov Skellen bude jezdit i v zimě. Starostka řekla, že to stojí peníze, ale bez přívozu na ostrově brzy nebude žádná škola. Opozice hlasovala proti tomuto návrhu a žádá úspory.',
  tr: 'Wendmouth belediye meclisi çarşamba günü Skellen adasına giden vapurun kışın da çalışmasına karar verdi. Belediye başkanı bunun para gerektirdiğini, ancak vapur olmadan yakında adada okul kalmayacağını söyledi. Muhalefet karşı oy kullandı.',
  ro: 'Consiliul local din Wendmouth a decis miercuri ca feribotul către insula Skellen să circule și iarna. Primărița a spus că acest lucru costă bani, dar că fără feribot în curând nu va mai exista nicio școală pe insulă. Opoziția a votat împotrivă.',
  hu: 'A wendmouthi képviselő-testület szerdán úgy döntött, hogy a Skellen szigetre tartó komp télen is közlekedni fog. A polgármester szerint ez pénzbe kerül, de komp nélkül hamarosan nem lesz iskola a szigeten. Az ellenzék a javaslat ellen szavazott.',
  ru: 'Городской совет Вендмута в среду решил, что паром на остров Скеллен будет ходить и зимой. Мэр сказала, что это стоит денег, но без парома на острове скоро не останется школы. Оппозиция проголосовала против этого решения, сославшись на бюджет города. Жители острова обрадовались: они ждали этого три года, и дети теперь смогут приезжать домой каждую пятницу.',
  uk: 'Міська рада Вендмута в середу вирішила, що пором на острів Скеллен ходитиме і взимку. Мерка сказала, що це коштує грошей, але без порома на острові незабаром не залишиться школи. Опозиція проголосувала проти цього рішення через брак грошей.',
  el: 'Το δημοτικό συμβούλιο του Γουέντμουθ αποφάσισε την Τετάρτη ότι το πλοίο για το νησί Σκέλεν θα ταξιδεύει και τον χειμώνα. Η δήμαρχος είπε ότι αυτό κοστίζει χρήματα, αλλά χωρίς το πλοίο σύντομα δεν θα υπάρχει σχολείο στο νησί. Η αντιπολίτευση καταψήφισε.',
  ar: 'قرر مجلس بلدية ويندماوث يوم الأربعاء أن تسير العبارة إلى جزيرة سكيلين في الشتاء أيضا. وقالت رئيسة البلدية إن ذلك يكلف مالا، لكن الجزيرة ستبقى قريبا بلا مدرسة إذا توقفت العبارة. وصوتت المعارضة ضد القرار وطالبت بتوفير المال لإصلاح السد في المدينة القديمة.',
  zh: '温德茅斯市议会星期三决定，前往斯凯伦岛的渡轮冬天也将继续航行。市长说，这样做需要花钱，但是如果没有渡轮，岛上很快就不会再有学校了。反对党投票反对这项决定，并要求把钱用来修理旧城的堤坝。岛上的居民对这个决定表示欢迎，他们已经等了三年。',
  ja: 'ウェンドマス市議会は水曜日、スケレン島行きのフェリーを冬も運航させることを決めた。市長は、費用はかかるが、フェリーがなければ島の学校はまもなくなくなってしまうと述べた。野党は反対票を投じ、旧市街の堤防の修理にお金を使うよう求めた。島の住民はこの決定を歓迎している。',
  ko: '웬드머스 시의회는 수요일 스켈렌 섬으로 가는 여객선을 겨울에도 운항하기로 결정했다. 시장은 비용이 들지만 여객선이 없으면 섬의 학교가 곧 사라질 것이라고 말했다. 야당은 반대표를 던지고 그 돈으로 구시가지의 제방을 고칠 것을 요구했다. 섬 주민들은 이 결정을 환영했다.',
  hi: 'वेंडमाउथ की नगर परिषद ने बुधवार को फैसला किया कि स्केलेन द्वीप जाने वाली नौका सर्दियों में भी चलेगी। महापौर ने कहा कि इसमें पैसा लगता है, लेकिन नौका के बिना द्वीप पर जल्द ही कोई स्कूल नहीं रहेगा। विपक्ष ने इस फैसले के खिलाफ मतदान किया और बाँध की मरम्मत की माँग की।',
  vi: 'Hội đồng thành phố Wendmouth hôm thứ Tư đã quyết định rằng phà đi đảo Skellen sẽ chạy cả vào mùa đông. Bà thị trưởng nói rằng việc đó tốn tiền, nhưng nếu không có phà thì chẳng bao lâu nữa trên đảo sẽ không còn trường học. Phe đối lập đã bỏ phiếu chống lại quyết định này.',
}
/** Languages without a model. */
const UNKNOWN: Readonly<Record<string, string>> = {
  da: 'Byrådet i Wendmouth besluttede onsdag, at færgen til øen Skellen også skal sejle om vinteren. Borgmesteren sagde, at det koster penge, men at der uden færgen snart ikke vil være nogen skole på øen. Oppositionen stemte imod forslaget og vil hellere reparere diget.',
  fi: 'Wendmouthin kaupunginvaltuusto päätti keskiviikkona, että lautta Skellenin saarelle kulkee myös talvella. Pormestarin mukaan se maksaa, mutta ilman lauttaa saarella ei pian ole enää koulua. Oppositio äänesti ehdotusta vastaan ja haluaisi korjata padon.',
  he: 'מועצת העיר ונדמות החליטה ביום רביעי שהמעבורת לאי סקלן תפליג גם בחורף. ראשת העיר אמרה שזה עולה כסף, אבל בלי המעבורת בקרוב לא יישאר בית ספר באי. האופוזיציה הצביעה נגד ההחלטה ודרשה להשתמש בכסף לתיקון הסכר בעיר התחתית. תושבי האי בירכו על ההחלטה ואמרו שחיכו לה שלוש שנים. הקברניט אמר שהוא מוכן להפליג כבר מחר.',
  cy: 'Penderfynodd cyngor tref Wendmouth ddydd Mercher y bydd y fferi i ynys Skellen yn hwylio yn y gaeaf hefyd. Dywedodd y maer fod hynny’n costio arian, ond heb y fferi ni fydd ysgol ar yr ynys cyn bo hir. Pleidleisiodd yr wrthblaid yn erbyn y cynnig hwn.',
}
const ENGLISH =
  'The council of Wendmouth decided on Wednesday that the ferry to Skellen Island will sail in winter, too. The mayor said that this costs money, but that without the ferry there will soon be no school on the island. The opposition voted against it, and wants to mend the wall.'

describe('the language of a text', () => {
  test.each(Object.entries(OTHERS))('is %s', (language, text) => {
    expect(languageOf(text)).toBe(language)
    expect(languageOf(text, 'en')).toBe(language)
  })

  test.each(Object.entries(UNKNOWN))(
    'without a model is what the page says, %s, and never English',
    (language, text) => {
      expect(languageOf(text, language)).toBe(language)
      expect(languageOf(text)).not.toBe('en')
      expect(languageOf(text, 'en')).not.toBe('en')
    },
  )

  test('is English, whatever the page says', () => {
    expect(languageOf(ENGLISH)).toBe('en')
    expect(languageOf(ENGLISH, 'de')).toBe('en')
  })

  test('stays unknown in a few words, and where there are none', () => {
    expect(languageOf('The ferry sails.')).toBeNull()
    expect(languageOf('')).toBeNull()
    expect(languageOf('1234 5678 '.repeat(100))).toBeNull()
    expect(languageOf('x'.repeat(100_000))).not.toBe('en')
  })
})
