/** What pages say in place of an article, by what they want. A free article may speak of all of it; only short ones are looked at. */
export interface Wall {
  readonly kind: 'consent' | 'login' | 'missing' | 'paywall' | 'robot' | 'script'
  /** A page with so many letters beside the words of the wall is an article all the same. */
  readonly most: number
  /** Some word of `says`, which is slow: where it stands nowhere, `says` matches nothing. */
  readonly hint: RegExp
  /** Matches one block of text. */
  readonly says: RegExp
  /** Longer blocks are no wall, but speak of one. In letters. */
  readonly longest: number
}

export const WALLS: readonly Wall[] = [
  {
    kind: 'robot',
    most: 500,
    longest: 400,
    hint: /robot|human|captcha|challenge|checking|unusual|security|interruption|press|blocked|denied|cloudflare|ddos|attention|permission|reference|mensch|humain|moment/iu,
    says: /\b(?:verif(?:y|ying) (?:that )?you are (?:a )?(?:human|not a robot)|are you a (?:human|robot)|checking (?:if the site connection is secure|your browser)|(?:complete|solve) the (?:captcha|security check|challenge)|unusual (?:traffic|activity) from your|needs to review the security of your connection|pardon our interruption|press (?:&|and) hold|you have been blocked|access (?:to this page has been|is temporarily|is) denied|request (?:was )?blocked|ddos protection by|cloudflare ray id|not a robot|attention required!|you don.t have permission to access|reference #\d|bestätigen sie, dass sie (?:ein mensch|kein roboter)|vérifi\p{L}+ que vous (?:êtes humain|n.êtes pas un robot)|verifique que (?:es|usted es) humano|just a moment)/iu,
  },
  {
    kind: 'missing',
    most: 700,
    longest: 250,
    hint: /404|50[0234]|403|found|exist|available|removed|here|deleted|gefunden|verfügbar|introuvable|trouvée|encontrad|trovata|gevonden|hittades|funnet|fundet|findes|znaleziono|найдена|موجودة|find|error|gateway/iu,
    says: /^\W*(?:(?:error )?404\b.{0,60}|(?:sorry,? |oops[!,.]? |uh.?oh[!,.]? )?(?:the |this |that )?(?:page|article|story|content)(?: (?:that )?you(?:.re| are| were)? (?:looking for|requested|tried to reach))? (?:was |is |could |can |cannot |can.?not |does |has been |isn.t |wasn.t |couldn.t |can.t |doesn.t |no longer |not )+(?:be )?(?:found|exist|available|exists|removed|here|deleted)\b.{0,100}|(?:page|seite|article|artikel) (?:not|nicht) (?:found|gefunden|mehr verfügbar).{0,60}|die (?:angeforderte |gewünschte )?seite (?:wurde nicht gefunden|konnte nicht gefunden werden|existiert nicht).{0,100}|(?:cette )?page (?:introuvable|non trouvée|n.existe (?:pas|plus)).{0,100}|p[áa]gina no encontrada.{0,60}|pagina non trovata.{0,60}|pagina niet gevonden.{0,60}|sidan (?:hittades inte|kunde inte hittas).{0,60}|siden (?:ble ikke funnet|blev ikke fundet|findes ikke).{0,60}|nie znaleziono strony.{0,60}|страница не найдена.{0,60}|الصفحة غير موجودة.{0,60}|we (?:can.t|cannot|couldn.t|could not|can.t seem to) find (?:the|that|this|a) (?:page|article|story).{0,100}|nothing (?:was )?found(?: here)?|internal server error|(?:50[0234]|403) .{0,40}|service (?:temporarily )?unavailable.{0,60}|bad gateway)\W*$/iu,
  },
  {
    kind: 'script',
    most: 250,
    longest: 400,
    hint: /javascript|\bjs\b/iu,
    says: /(?:\b(?:please )?(?:enable|turn on|activate|switch on) (?:javascript|js)\b|javascript (?:is|must be|needs to be|to be|has been|seems to be|ist|muss|est|doit) |\b(?:requires?|needs?|without|need to enable) javascript\b|javascript (?:aktivieren|activer|einschalten|disabled|required)|activer javascript|bitte (?:aktivieren sie )?javascript|habilit[ae]r? javascript|javascript requerido)/iu,
  },
  {
    kind: 'consent',
    most: 300,
    longest: 2_500,
    hint: /cookie|partner|vendor|consent|privacy|accept|continue|reject|permission|zustimm|einwillig|privatsph|werbung|werbefrei|akzept|ablehn|nous|consentement|privée|aceptar|nosotros|consentimiento|privacidad|accett|consenso|toestemming|onze|aceitar|godkänn|godta|tillad|kakor|informasjonskapsler|zgod|الارتباط/iu,
    says: /(?:\b(?:we|us|our|and) (?:and |use |\d[\d,.]* )*(?:\w+ ){0,3}(?:cookies|partners|vendors)\b.*\b(?:device|consent|personal(?:i[sz]ed?)? (?:data|ads?|content)|cookies|experience|advertising)|\b(?:your|withdraw|manage) (?:consent|cookie|privacy) ?(?:choices|preferences|settings)?\b|\bcookies? (?:policy|settings|preferences|notice)\b|\bwe value your privacy|before you continue to|accept (?:all|cookies|and continue|& continue)|reject all|we (?:need|ask) your (?:consent|permission)|ihre (?:einwilligung|zustimmung|privatsphäre)|wir und unsere|wir (?:verwenden|nutzen|setzen) cookies|mit werbung (?:weiter)?lesen|weiter mit werbung|alle(?: cookies)? akzeptieren|cookies? (?:zu)?stimmen|einstellungen oder ablehnen|werbefrei|nous (?:et nos|utilisons|respectons|accordons)|votre (?:consentement|vie privée)|continuer sans accepter|tout accepter|accepter (?:les cookies|et)|utilizamos cookies|nosotros y nuestros|aceptar (?:todo|cookies|y continuar)|su consentimiento|su privacidad|utilizziamo (?:i )?cookie|noi e (?:i nostri|terze)|accetta (?:tutt|e continua)|il tuo consenso|wij en onze|wij gebruiken cookies|accepteren|uw toestemming|alles accepteren|utilizamos cookies|aceitar (?:todos|cookies)|vi (?:och våra|og våre|og vores) (?:partners?|samarbeidspartnere|samarbejdspartnere)|vi (?:använder|bruker|bruger) (?:cookies|kakor|informasjonskapsler)|godkänn alla|godta alle|tillad alle|używamy plików cookie|zgod[ęy]|мы используем файлы cookie|ملفات تعريف الارتباط)/iu,
  },
  {
    kind: 'login',
    most: 300,
    longest: 300,
    hint: /log|sign|register|password|account|anmeld|einlogg|passwort|registrier|connect|passe|sesión|contraseña|accedi|wachtwoord/iu,
    says: /(?:\b(?:log|sign) ?in (?:to (?:continue|read|view|access|see|your account|your|unlock)|or (?:register|create|sign up)|with (?:google|facebook|apple|your))|\byou (?:must|need to|have to) (?:be )?(?:log(?:ged)? ?in|sign(?:ed)? in|register(?:ed)?)|\b(?:forgot(?:ten)?|reset) (?:your )?password|\bregister (?:for free |now )?to (?:continue|read|view)|create (?:a|your) (?:free )?account to|please (?:log|sign) ?in\b|bitte (?:melden sie sich an|anmelden|loggen sie sich ein)|passwort vergessen|melden sie sich an,? um|jetzt (?:kostenlos )?registrieren,? um|kostenlos registrieren und weiterlesen|mot de passe oublié|connectez-vous pour|se connecter pour|inici[ae] sesión para|contraseña olvidada|¿olvid\p{L}+ (?:su|tu) contraseña|accedi per|password dimenticata|log in om|wachtwoord vergeten|logga in för|logg inn for|log ind for)/iu,
  },
  {
    kind: 'paywall',
    most: 1_500,
    longest: 400,
    hint: /subscri|member|continu|reading|article|story|unlock|limit|premium|weiter|lesen|abonn|kostenpflichtig|réservé|reste|suscri|socios|leyendo|exclusivo|assin|lendo|riservat|abbonat|leggere|verder|alleen|för att|endast|for å|kun for|for at|prenumerat|подпис|للمشتركين/iu,
    says: /(?:\bsubscribe(?: now| today| here)? (?:to (?:continue|keep|read|unlock|access|view|see|finish)|for full access|and (?:continue|keep) reading)|\b(?:to|and) (?:continue|keep) reading\b.{0,60}(?:\bsubscri|\bregister|\bsign|\blog|\bjoin|\bbuy|$)|\bcontinue reading (?:with|for|by) |\b(?:already|are you|not) a (?:subscriber|member|digital subscriber)\b|\b(?:this|the (?:full|rest of the|rest of this)) (?:article|story|content|post|report)(?: is)? (?:is )?(?:(?:only |exclusively )?(?:available |reserved )?(?:only |exclusively )?(?:for|to) (?:\w+ ){0,2}(?:subscribers|members|paying|premium|paid)|for (?:\w+ )?subscribers|behind)|\b(?:exclusive|available) (?:only )?(?:to|for) (?:our )?(?:\w+ )?subscribers\b|\b(?:subscribers|members)[- ]only\b|\bonly (?:available )?(?:for|to) subscribers\b|\bto read the (?:full|rest|whole|complete)\b|\bread the (?:full|whole) (?:article|story) (?:with|by|for)|\byou(?:.ve| have) (?:reached|used|read|hit) (?:your|all|the)\b.{0,60}(?:free|limit|articles)|\bunlock (?:this|the (?:full|rest))\b|\bthis is (?:a )?(?:premium|subscriber|member)s?(?:-only| only)? (?:content|article|story|exclusive)|\bregister to (?:continue|keep) reading|this post is for (?:paying|paid|subscribers|members)|(?:\bjetzt|\bhier|\bmit .{2,30}) (?:weiter|den ganzen artikel )\s?(?:zu )?lesen|\bweiterlesen mit\b|\b(?:nur|exklusiv) für (?:\p{L}+ )?(?:abonnent|mitglieder|plus|registrierte)|\b(?:dieser|den (?:ganzen|vollständigen)) (?:artikel|beitrag|text)\b.{0,40}\b(?:abonnent|kostenpflichtig|plus|abo\b|lesen sie mit)|\bkostenpflichtig\b|\bsie (?:sind bereits|haben bereits|haben schon) (?:ein )?(?:abonnent|abo|digital)|\bbereits abonnent|\bjetzt abonnieren und\b|\b(?:article|contenu|la suite(?: de cet article)?(?: est)?) (?:est )?réservée? aux\b|\bil vous reste \d|\bpour lire la suite|\bdéjà abonné|\babonnez-vous pour (?:lire|continuer|accéder)|\blire la suite de l.article|\b(?:contenido|artículo|noticia) (?:es )?(?:exclusiv\p{L}+|solo|reservado) para (?:\p{L}+ )?(?:suscriptor|socios|abonad)|\bpara (?:seguir|continuar) leyendo|\bya (?:soy|eres) suscriptor|\bsuscríb\p{L}+ para (?:leer|seguir|continuar)|\b(?:exclusivo|conteúdo exclusivo|restrito) para assinantes|\bassine para (?:ler|continuar)|\bcontinue lendo\b|\b(?:contenuto|articolo) (?:riservato|esclusivo)|\babbonati per (?:leggere|continuare)|\bper continuare a leggere|\b(?:alleen|exclusief) voor abonnees|\blees (?:verder|dit artikel) (?:met|als)|\bverder lezen\?|\balleen (?:voor|toegankelijk)|\b(?:för att (?:läsa|fortsätta)|endast för) (?:vidare|prenumerant|hela|artikeln)|\b(?:for å lese|kun for) (?:videre|abonnent|hele|saken)|\b(?:for at læse|kun for) (?:videre|abonnent|hele|artiklen)|\bartykuł (?:tylko )?dla prenumerator|\bдля подписчиков|\bоформите подписку|للمشتركين فقط)/iu,
  },
]

/** Marked on a page that shows an offer in place of the rest. */
export const LOCKED =
  /\b(?:paywall|paywalled|piano|tp modal|tp container|regwall|premium (?:wall|overlay|box)|subscriber only|subscription (?:wall|required|offer)|metered wall|is locked|article locked|locked|truncated|abo wall|abo box|offer box|zephr|poool|leaky|gateway)\b/u

export const ENDS_AMID = /(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*$/u
