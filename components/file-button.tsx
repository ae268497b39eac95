import { i18n } from './i18n';

/** Lets somebody choose a file, and hands it on. */
export function FileButton({ onFile }: { onFile: (file: File) => void }) {
  return (
    <label class="button file">
      {i18n.t('findings.open')}
      <input
        type="file"
        class="hidden"
        accept=".txt,.log,.json,.csv,.xml,text/*"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file can be opened again.
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
