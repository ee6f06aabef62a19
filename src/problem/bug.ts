/** A bug is no editor's business: one line, and the trace for who asks for it. */
export function explainBug(error: unknown, variables: NodeJS.ProcessEnv): string {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  const hint = 'Ce n’est pas une erreur de vos fichiers\u00A0: signalez-la, avec ce que donne BILAN_TRACE=1.';
  return variables.BILAN_TRACE ? (stack ?? message) : `Erreur interne\u00A0: ${message.split('\n', 1)[0]}\n${hint}`;
}
