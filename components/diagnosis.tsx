import { useRef, useState } from 'preact/hooks';
import type { KnownAnswers } from '../diagnosis/answer-questions';
import type { Question } from '../lookup/entry';
import { Facts } from './findings';
import { i18n } from './i18n';
import { Words } from './words';

/** What was chosen for a question: an answer by its place, or the wish to be asked. */
type Choice = number | 'ask';

interface Props {
  question: Question;
  /** Answers that the record of this sign-in gives. */
  known?: KnownAnswers | undefined;
}

/**
 * A decision tree, one question at a time. What the record answers is answered already; answers stay above, and can be
 * taken back.
 */
export function Diagnosis({ question, known = {} }: Props) {
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const isJustAnswered = useRef(false);

  const taken: { ask: Question; path: string; answer: number }[] = [];
  let last: Question | Exclude<Question['answers'][number]['next'], Question> = question;
  let path = '';
  while (!('end' in last)) {
    const choice: Choice | undefined = choices[path] ?? known[path]?.answer;
    const next: Question['answers'][number] | undefined =
      choice === 'ask' ? undefined : last.answers[choice ?? -1];
    if (!next) break;
    taken.push({ ask: last, path, answer: choice as number });
    last = next.next;
    path = path ? `${path}.${choice}` : String(choice);
  }

  const choose = (next: Record<string, Choice>) => {
    isJustAnswered.current = true;
    setChoices(next);
  };
  // The button that was pressed is gone: the focus goes on to what follows together with the change, before another key
  // is pressed, and both come into view.
  const goOn = (next: HTMLElement | null) => {
    if (!next || !isJustAnswered.current) return;
    isJustAnswered.current = false;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  };

  return (
    <div class="diagnosis">
      {taken.map(({ ask, path: own, answer }) => (
        <div class="past">
          <Words of={ask.ask} />
          <button type="button" class="link" onClick={() => choose({ ...choices, [own]: 'ask' })}>
            <Words of={ask.answers[answer]!.when} />
          </button>
          {choices[own] === undefined && <Facts of={known[own]!.evidence} />}
        </div>
      ))}
      {'end' in last ? (
        <p class="end next" role="status" tabIndex={-1} ref={goOn}>
          <Words of={last.end} />
        </p>
      ) : (
        <fieldset class="next" tabIndex={-1} ref={goOn}>
          <legend>
            <Words of={last.ask} />
          </legend>
          {last.answers.map(({ when }, at) => (
            <button type="button" onClick={() => choose({ ...choices, [path]: at })}>
              <Words of={when} />
            </button>
          ))}
        </fieldset>
      )}
      {Object.keys(choices).length > 0 && (
        <button type="button" class="link" onClick={() => choose({})}>
          {i18n.t('card.again')}
        </button>
      )}
    </div>
  );
}
