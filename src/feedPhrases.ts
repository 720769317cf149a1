/** What Crier says of feeds. */

/** Why something is no feed that can be read, as one sentence. */
export const feedRefusals = {
  aPage: 'It is a web page, not a feed.',
  otherXml: 'It is XML, but no feed.',
  otherJson: 'It is JSON, but no feed.',
  brokenJson: 'It is broken JSON.',
  otherText: 'It is neither a feed nor a web page.',
  breaksOff: 'It breaks off before its first entry is complete.',
  notOpml: 'It is no list of feeds (OPML).',
}
