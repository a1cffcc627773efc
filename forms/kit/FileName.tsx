/** Settings of the name of a file. */
export interface FileNameProps {
  readonly name: string;
  /** Where the file is opened; without it, it is only named. */
  readonly href: string | undefined;
}

/** The name of a stored file, which opens it where that is possible. */
export function FileName({ name, href }: FileNameProps) {
  if (href === undefined) return name;
  return (
    <a href={href} download={name}>
      {name}
    </a>
  );
}
