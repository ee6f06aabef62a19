import { type PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { escapeXml } from '../../charts/svg/text.ts';

/** What a document says of itself. Dates are days: the same document twice has the same bytes. */
export interface DocumentInformation {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** The edition's date, `2026-11-23`. */
  readonly date: string;
}

const CREATOR = 'bilan';
const PRODUCER = 'Chromium, pdf-lib';

/** Writes what a document says of itself, twice over: in its information dictionary and as XMP. */
export function setMetadata(document: PDFDocument, information: DocumentInformation): void {
  const date = new Date(`${information.date}T00:00:00Z`);
  document.setTitle(information.title, { showInWindowTitleBar: true });
  document.setAuthor(information.author);
  document.setSubject(information.subject);
  document.setKeywords([...information.keywords]);
  document.setCreator(CREATOR);
  document.setProducer(PRODUCER);
  document.setCreationDate(date);
  document.setModificationDate(date);
  document.catalog.set(PDFName.of('Lang'), PDFString.of('fr-FR'));
  const packet = document.context.stream(Buffer.from(xmp(information)), { Type: 'Metadata', Subtype: 'XML' });
  document.catalog.set(PDFName.of('Metadata'), document.context.register(packet));
}

/** The packet that catalogues read. It claims no conformance: what was verified is said in words, elsewhere. */
function xmp({ title, author, subject, keywords, date }: DocumentInformation): string {
  const inFrench = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li><rdf:li xml:lang="fr">${escapeXml(text)}</rdf:li></rdf:Alt>`;
  const moment = `${date}T00:00:00Z`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title>${inFrench(title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>${inFrench(subject)}</dc:description>
<dc:subject><rdf:Bag>${keywords.map((keyword) => `<rdf:li>${escapeXml(keyword)}</rdf:li>`).join('')}</rdf:Bag></dc:subject>
<dc:language><rdf:Bag><rdf:li>fr-FR</rdf:li></rdf:Bag></dc:language>
<dc:date><rdf:Seq><rdf:li>${moment}</rdf:li></rdf:Seq></dc:date>
<xmp:CreateDate>${moment}</xmp:CreateDate>
<xmp:ModifyDate>${moment}</xmp:ModifyDate>
<xmp:CreatorTool>${CREATOR}</xmp:CreatorTool>
<pdf:Producer>${PRODUCER}</pdf:Producer>
<pdf:Keywords>${escapeXml(keywords.join(' '))}</pdf:Keywords>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}
