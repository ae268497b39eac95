import { useState } from 'preact/hooks';
import { i18n } from './i18n';
import type { Question, Sentence } from '../lookup/entry';
import { trusted } from './trusted';
import { Words } from './words';

type Step = { when: Sentence; next: Question | { end: Sentence } };

/** A decision tree, one question at a time. Answers that were given stay above, and can be taken back. */
export function Diagnosis({ question }: { question: Question }) {
  const [taken, setTaken] = useState<Step[]>([]);
  const asked = [question, ...taken.map(({ next }) => next)];
  const last = asked.at(-1)!;
  return (
    <div class="diagnosis">
      {taken.map((step, at) => {
        const past = asked[at] as Question;
        return (
          <div class="past">
            <Words of={past.ask} />
            <button
              type="button"
              class="link"
              onClick={trusted(() => setTaken(taken.slice(0, at)))}
            >
              <Words of={step.when} />
            </button>
          </div>
        );
      })}
      {'end' in last ? (
        <p class="end" role="status">
          <Words of={last.end} />
        </p>
      ) : (
        <fieldset>
          <legend>
            <Words of={last.ask} />
          </legend>
          {last.answers.map((answer) => (
            <button type="button" onClick={trusted(() => setTaken([...taken, answer]))}>
              <Words of={answer.when} />
            </button>
          ))}
        </fieldset>
      )}
      {taken.length > 0 && (
        <button type="button" class="link" onClick={trusted(() => setTaken([]))}>
          {i18n.t('card.again')}
        </button>
      )}
    </div>
  );
}
