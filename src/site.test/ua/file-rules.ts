import { PDFArray, PDFBool, PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import { statements, unmarkedContent } from '../../print/finish/artefacts.ts';
import { name, type Rule, when, words } from './rule.ts';
import { contentsOf, type Element, markedContent, parentOf } from './tree.ts';

/** Title shown and repeated as XMP, language, tags declared, no script, no encryption. */
export const catalogue: Rule = ({ catalog, context }) => {
  const title = context.lookupMaybe(context.trailerInfo.Info, PDFDict);
  const metadata = catalog.lookup(name('Metadata'));
  const packet = metadata instanceof PDFRawStream ? Buffer.from(metadata.contents).toString('utf8') : '';
  return [
    ...when(words(catalog, 'Lang') !== 'fr-FR', 'the language is not fr-FR'),
    ...when(catalog.lookupMaybe(name('MarkInfo'), PDFDict)?.get(name('Marked')) !== PDFBool.True, 'not marked'),
    ...when(
      catalog.lookupMaybe(name('ViewerPreferences'), PDFDict)?.get(name('DisplayDocTitle')) !== PDFBool.True,
      'the title is not shown',
    ),
    ...when(!title || !packet.includes(`>${words(title, 'Title').replaceAll('&', '&amp;')}<`), 'no title in the XMP'),
    ...when(catalog.has(name('OpenAction')) || catalog.has(name('AA')), 'something happens at opening'),
    ...when(context.trailerInfo.Encrypt !== undefined, 'encrypted'),
  ];
};

/** All that is painted is tagged or an artefact; tags and artefacts are never in one another. */
export const painted: Rule = (document) =>
  contentsOf(document).flatMap((content, page) => [
    ...when(unmarkedContent(statements(content)).length > 0, `page ${page + 1}: content without tag`),
    ...when(markedContent(content).isNested, `page ${page + 1}: marked content inside another`),
  ]);

/** Each marked content has one place in the tree, and the parent tree leads back to it. */
export const complete: Rule = (document, elements) => {
  const holders = new Map<string, Element[]>();
  for (const element of elements)
    for (const { page, id } of element.content)
      holders.set(`${page} ${id}`, [...(holders.get(`${page} ${id}`) ?? []), element]);
  return contentsOf(document).flatMap((content, page) => {
    const key = document.getPage(page).node.get(name('StructParents'));
    const parents = key ? parentOf(document, Number(key.toString())) : null;
    return markedContent(content).ids.flatMap((id) => {
      const [holder, ...others] = holders.get(`${page} ${id}`) ?? [];
      const back = parents instanceof PDFArray ? parents.get(id)?.toString() : undefined;
      if (!holder || others.length > 0)
        return [`page ${page + 1}: content ${id} is in the tree ${others.length + (holder ? 1 : 0)} times`];
      return when(back !== holder.reference, `page ${page + 1}: content ${id} leads back to another element`);
    });
  });
};

/** Each link of a page is in the tree, leads back to it, and has words; pages are walked in the order of the tree. */
export const links: Rule = (document, elements) => {
  const holders = new Map(
    elements.flatMap((element) => element.annotations.map((annotation) => [annotation, element] as const)),
  );
  return document.getPages().flatMap((page, index) => [
    ...when(page.node.get(name('Tabs')) !== name('S'), `page ${index + 1}: no tab order`),
    ...(page.node.Annots()?.asArray() ?? []).flatMap((reference) => {
      const annotation = document.context.lookup(reference, PDFDict);
      const holder = holders.get(reference.toString());
      const back = parentOf(document, Number(annotation.get(name('StructParent'))?.toString()));
      return [
        ...when(holder?.role !== 'Link', `page ${index + 1}: a link outside of the tree`),
        ...when(
          holder !== undefined && back !== holder.reference,
          `page ${index + 1}: a link that leads back to another element`,
        ),
        ...when(words(annotation, 'Contents') === '', `page ${index + 1}: a link without words`),
      ];
    }),
  ]);
};

/** Fonts are embedded, and their letters known. */
export const fonts: Rule = ({ context }) =>
  context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict)) return [];
    const type = object.get(name('Type'))?.toString();
    const isEmbedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => object.has(name(key)));
    return [
      ...when(type === '/FontDescriptor' && !isEmbedded, 'a font that is not embedded'),
      ...when(
        type === '/Font' && object.get(name('Subtype')) === name('Type0') && !object.has(name('ToUnicode')),
        'a font whose letters are unknown',
      ),
    ];
  });
