import type { MdastNode } from 'satteri';
import type { Remark } from './remark.ts';
import type { Position } from './source.ts';

/** What code a node is, in French; chapters hold none, but comments. */
export function codeIn(node: MdastNode): string | null {
  if (node.type === 'mdxjsEsm') return 'import ou export dans un chapitre';
  const isExpression = node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression';
  return isExpression && !isComment(node.value) ? 'expression entre accolades' : null;
}

const isComment = (expression: string): boolean => /^\s*(\/\*[\s\S]*\*\/\s*)?$/.test(expression);

/** Code in a text is an error, whatever it does. */
export const refuseCode = (place: Position, message: string): Remark => ({
  ...place,
  severity: 'error',
  message,
  expected: 'du texte et des balises du guide',
  remedy: 'retirez le code\u202F; pour un commentaire, écrivez {/* … */}',
});
