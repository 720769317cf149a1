import type { Element } from './elements.js'

/** An address that can be fetched, absolute; null for any other. What begins as a host name does is taken for one. */
export function absolute(address: string | null | undefined, base: string): string | null {
  const written = address?.trim() ?? ''
  if (written === '') return null
  try {
    const url = new URL(/^www\.[\w-]+\./iu.test(written) ? `https://${written}` : written, base)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}

/** What addresses in an element are relative to (XML Base): the nearest `xml:base`, itself relative to those around it, or the document's. */
export function baseOf(element: Element, document: string): string {
  const bases: string[] = []
  for (let at: Element | null = element; at !== null; at = at.parent) bases.push(at.attributes.get('xml:base') ?? '')
  return bases.reduceRight((base, given) => absolute(given, base) ?? base, document)
}
