import { start } from '../messaging/start';
import { i18n } from './i18n';
import { textOfFile } from './use-dropped-file';

interface Props {
  onText: (text: string) => void;
  /** Called with the name of a file that could not be read. */
  onFailure: (name: string) => void;
}

/** Opens a file and hands on its text. */
export function FileButton({ onText, onFailure }: Props) {
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
          if (file)
            start('reading a file', () =>
              textOfFile(file).then(onText, () => onFailure(file.name)),
            );
        }}
      />
    </label>
  );
}
