/** The signpost: our mark in notes, card and pages. */
export function Glyph() {
  return (
    <svg class="glyph" viewBox="0 0 20 20" aria-hidden="true">
      <path
        fill="currentColor"
        d="M9 1h2v1.5h5.2L19 5.2 16.2 8H11v1.5h1.5V14H11v5H9v-5H3.8L1 11.7l2.8-2.2H9V8H4V2.5h5z"
      />
    </svg>
  );
}
