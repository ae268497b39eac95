/**
 * How the status of a sign-in is printed: its labels, and its words in the languages of sign-in-labels.ts. They stand
 * apart from the other labels for the script that weighs the marks of a list, which needs no more than them.
 */

/** The label in English and Spanish, as seen in downloads. */
export const STATUS_HEADINGS = ['Status', 'Estado'] as const;

/** The label in other languages, without case. */
export const OTHER_STATUS_LABELS = 'état|statut|stato|status|状態|ステータス|状态';

export type Status = 'Success' | 'Failure' | 'Interrupted';

/** The words in other languages, without case. Not seen in a portal, as the labels. */
export const OTHER_STATUS_WORDS: Record<Status, string> = {
  Failure: 'fehler|error|échec|fallo|errore|falha|erro|fout|mislukt|失敗|失败',
  Success:
    'erfolg|erfolgreich|réussite|succès|opération réussie|correcto|operazione riuscita|riuscito|êxito|sucesso|geslaagd|成功',
  Interrupted:
    'unterbrochen|interrompu|interrumpido|interrotto|interrompido|onderbroken|中断|已中断',
};

/** What is drawn without case, icons (with the sign that asks for their color) and arrows of sorting. */
const plain = (text: string): string =>
  text
    .replace(/[\p{S}\p{Co}\p{Cf}\uFE0F]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

const labels = new Set([
  ...STATUS_HEADINGS.map((heading) => heading.toLowerCase()),
  ...OTHER_STATUS_LABELS.split('|'),
]);

const statuses = new Map(
  (Object.keys(OTHER_STATUS_WORDS) as Status[]).flatMap((status) =>
    [status.toLowerCase(), ...OTHER_STATUS_WORDS[status].split('|')].map(
      (word) => [word, status] as const,
    ),
  ),
);

/** @returns Whether the head of a column, as drawn, is that of the status of sign-ins. */
export const isStatusLabel = (text: string): boolean => labels.has(plain(text));

/** @returns What a cell says of a sign-in, where the word of its status is all that it says. */
export const statusOf = (text: string): Status | undefined => statuses.get(plain(text));

/** @returns Whether a cell says that a sign-in succeeded or was interrupted. */
export const isFineStatus = (text: string): boolean =>
  /Success|Interrupted/.test(statusOf(text) ?? '');
