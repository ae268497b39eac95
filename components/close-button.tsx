/** The cross that closes a card or hides a note. */
export function CloseButton({ label, close }: { label: string; close: () => void }) {
  return (
    <button type="button" class="icon" aria-label={label} onClick={close}>
      ✕
    </button>
  );
}
