import { useId, useState } from 'preact/hooks';
import type { Code } from '../detection/code';
import { codeIn, compareAddress } from '../lookup/address';
import { i18n } from './i18n';

interface Props {
  /** What stands in the fields at first. */
  codes?: readonly (Code | undefined)[];
  go: (address: string) => void;
}

/** Asks for two codes, in any spelling, and opens them side by side. What is no code stays in its field and is named. */
export function CompareForm({ codes = [], go }: Props) {
  const id = useId();
  const [bad, setBad] = useState<number>();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const fields = [...(event.currentTarget as HTMLFormElement).querySelectorAll('input')];
    const read = fields.map(({ value }) => codeIn(value));
    const wrong = read.indexOf(undefined);
    setBad(wrong < 0 ? undefined : wrong);
    if (wrong >= 0) fields[wrong]!.focus();
    else go(compareAddress(...(read as Code[])));
  };
  return (
    <form class="compare-form screen-only" onSubmit={submit}>
      {(['compare.first', 'compare.second'] as const).map((label, at) => (
        <label key={label}>
          {i18n.t(label)}
          <input
            type="text"
            name={label}
            autocomplete="off"
            spellcheck={false}
            defaultValue={codes[at] ?? ''}
            aria-invalid={bad === at}
            aria-describedby={bad === at ? `${id}-bad` : undefined}
          />
        </label>
      ))}
      <button type="submit">{i18n.t('compare.compare')}</button>
      {bad !== undefined && (
        <p class="error" role="alert" id={`${id}-bad`}>
          {i18n.t('compare.bad')}
        </p>
      )}
    </form>
  );
}
