import type { Cause } from '../lookup/entry';
import { Words } from './words';

/** A cause, with how to tell. */
export function CauseText({ name, tell }: Cause) {
  return (
    <>
      <b>
        <Words of={name} />
      </b>
      <span class="soft">
        <Words of={tell} />
      </span>
    </>
  );
}

/** Causes, each with how to tell. */
export function Causes({ of }: { of: Cause[] }) {
  return (
    <ol class="causes">
      {of.map((cause) => (
        <li>
          <CauseText {...cause} />
        </li>
      ))}
    </ol>
  );
}
