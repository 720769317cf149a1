/**
 * Parameters that say where a reader comes from and never which article is read, in small letters; from the documentation of those who add
 * them. Names that some site uses for its articles (id, p, ref, source, cid, mod) are not here.
 */
export const TRACKING = new Set(
  `
  fbclid fb_action_ids fb_action_types fb_ref fb_source igsh igshid
  gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid _ga _gl
  msclkid twclid ttclid yclid ysclid li_fat_id epik rdt_cid scclid sc_cid dicbo
  __twitter_impression ref_src ref_url twsrc xtor
  mc_cid mc_eid mkt_tok vero_conv vero_id oly_anon_id oly_enc_id ck_subscriber_id
  _hsenc _hsmi __hsfp __hssc __hstc hsctatracking
  wt_mc wt.mc_id wt_zmc s_cid cmp cmpid cmpid2 icid intcmp ito ocid smid smtyp ftag
  ns_campaign ns_fee ns_linkname ns_mchannel ns_source
  guccounter guce_referrer guce_referrer_sig soc_src soc_trk
  amp_gsa amp_js_v usqp
  `
    .trim()
    .split(/\s+/u),
)

/** How families of such parameters begin. */
export const TRACKING_FAMILIES =
  /^(?:utm_|at_(?:medium|campaign|custom\d|link_|ptr_|format|bbc_|creation)|pk_(?:campaign|kwd|keyword|source|medium|content)$|piwik_|mtm_)/u
