import { useEffect, useRef, useState } from 'preact/hooks';
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
  const frame = useRef<HTMLDivElement>(null);
  const hasAnswered = useRef(false);

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

  // The button that was pressed is gone: the focus goes on to what follows, and both come into view.
  useEffect(() => {
    if (!hasAnswered.current) return;
    const next = frame.current!.querySelector<HTMLElement>('.next')!;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }, [choices]);
  const choose = (next: Record<string, Choice>) => {
    hasAnswered.current = true;
    setChoices(next);
  };

  return (
    <div class="diagnosis" ref={frame}>
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
        <p class="end next" role="status" tabIndex={-1}>
          <Words of={last.end} />
        </p>
      ) : (
        <fieldset class="next" tabIndex={-1}>
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
