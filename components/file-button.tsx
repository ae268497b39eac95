interface Props {
  label: string;
  /** The kinds of files that are offered, as `input` takes them. */
  accept: string;
  onFile: (file: File) => void;
}

/** Lets somebody choose a file, and hands it on. */
export function FileButton({ label, accept, onFile }: Props) {
  return (
    <label class="button file">
      {label}
      <input
        type="file"
        class="hidden"
        accept={accept}
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
