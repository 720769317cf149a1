/** What pages call the things that are no article, in tags, roles and the words of their classes and ids. */

/** Never part of the text. */
export const TAGS = new Set(
  'amp-ad amp-analytics amp-embed amp-iframe amp-list amp-sidebar amp-social-share amp-video amp-youtube aside audio button canvas dialog embed fieldset figcaption form iframe input label map menu nav noscript object picture script select style svg template textarea time-ago video'.split(
    ' ',
  ),
)

export const ROLES = new Set(
  'alert alertdialog banner button complementary contentinfo dialog form menu menubar navigation search tablist toolbar tooltip'.split(
    ' ',
  ),
)

/** Roles in microdata. */
export const PROPERTIES =
  /^(?:author|caption|comment|copyrightHolder|creditText|dateModified|datePublished|image|keywords|publisher)$/u

/**
 * Words of class names and ids that say what an element is for, wherever they stand: `story-related__head`, `RelatedLinks`. An element that
 * holds much of the text of the page is a frame around the article and stays, whatever it is called.
 */
export const WORDS = new Set(
  `ad ads adbox adslot adunit advert advertisement advertising advertorial affiliate banner banners bio biography bookmark breadcrumb breadcrumbs
  byline bylines caption captions carousel commentlist copyright cookie cookies consent credit credits dateline disclaimer donate donation embed embedded
  endnote follow footer gallery interstitial jump listen login masthead menu meta modal mostread
  nav navbar navigation newsletter newsletters onward outbrain overlay pager pagination paginator photocredit player podcast popular popup
  print promo promoted promotion promotions promos pullout pullquote rail readalso readmore readnext recirc recirculation recommendation recommendations recommended related
  reactions relatedlinks relatedposts sharing share shares sharebar sharedaddy sharetools sidebar signin signup skip skyscraper slideshow social socials sponsor sponsored sponsors
     taboola tagged taglist tags teaser teasers ticker timeline timestamp toc toolbar tools topics trending tweetout
  tweetthis upsell vcard viewed voting zergnet nl
  autor autorenbox bildunterschrift bildnachweis empfehlungen kommentare mehr schlagworte teilen weiterlesen werbung anzeige
  auteur publicite legende partage partager 
  leia leer relacionadas relacionados compartir publicidad`
    .trim()
    .split(/\s+/u),
)

/** Words that only stand together for what is no article. */
export const PAIRS =
  /\b(?:author (?:box|card|details|info|description|block|about)|about (?:the )?author|also (?:in|like|read)|article (?:tags|topics|tools|source|signature)|call to action|comments? (?:area|form|list|section|respond|count|link)|company news|date (?:line|published)|drop ?cap|edit post|email (?:signup|alert)|end box|entry (?:footer|meta|utility)|further reading|image (?:caption|credit)|key events|latest (?:news|stories)|letters to|lire aussi|js article read also|more (?:stories|on|from|news|like|about|info|links)|most (?:read|popular|viewed|shared|commented)|next (?:article|post|story)|new posts|page (?:header|footer)|photo (?:caption|credit)|post (?:info|footer|meta|nav|tags|terms|author|date|excerpt|navigation)|pull quote|quote (?:pull|box)|read (?:also|more|next)|reading time|related (?:articles?|content|links?|news|posts|stories)|screen reader(?: text)?|see also|sign (?:in|up)|site (?:header|footer|info)|skip (?:link|ad)|social (?:share|links|media)|story (?:byline|copyright|date|by|pic|tools|more|related|footer)|table of contents|tag (?:list|cloud)|time ?stamp|top stories|visually hidden|you may (?:also )?like|wp caption(?: text)?|read next|reader comments|tweet (?:this|out)|inline video|listen widget|filter)\b/u

/** Readers' own words, which may be longer than the article. */
export const READERS =
  /\b(?:comments?|discussion|disqus|commentlist|respond|responses|kommentare?|commentaires|comentarios|livefyre|coral|hyvor|reader comments)\b(?! (?:open|closed|on|off|enabled|disabled|allowed)\b)/u

/** Words before a sign that turn it round, as in `has-sidebar`, `no-comments`, and frames that are named after what stands beside the text. */
export const TURNED = new Set('with has no without is not hide hidden below above free non js'.split(' '))

/** Offers to subscribe; but the part of an article that only subscribers see is often named so, too. */
export const OFFERS =
  /\b(?:paywall|piano|tp modal|gateway|subscribe|subscription|subscriptions|regwall|abonnement|abo|meter)\b/u
export const OFFERING = /subscri|abonn|suscri|assina|sign (?:in|up)|log ?in|regist|anmeld|account|member|iscri/iu

/** What pages call the lines between the headline and the text, which readers read as part of it. */
export const STANDFIRST =
  /\b(?:abstract|article desc|bullets?|chapo|deck?|description|excerpt|highlights|intro|introduction|key ?points|lead|lede|leadtext|sous titre|standfirst|sub ?head(?:ing|line)?|sub ?title|summary|takeaways|teaser text|untertitel|vorspann|zwischenzeile)\b/u

/** What stands below each of readers' words. */
export const REPLY =
  /^\W*(?:reply|report(?: (?:comment|abuse))?|antworten|melden|répondre|signaler|responder|denunciar|rispondi|reageer|svara|svar)\W*$/iu
