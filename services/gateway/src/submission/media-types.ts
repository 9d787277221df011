/** What a conversation can come as; null where it is nothing that is taken. */
export type ContentKind = 'text/plain' | 'text/vtt' | 'application/x-subrip' | 'application/json' | 'audio';

const TEXT_TYPES: Readonly<Record<string, ContentKind>> = {
  'text/plain': 'text/plain',
  'text/vtt': 'text/vtt',
  'application/x-subrip': 'application/x-subrip',
  'application/srt': 'application/x-subrip',
  'text/srt': 'application/x-subrip',
  'text/x-srt': 'application/x-subrip',
  'application/json': 'application/json',
};

const EXTENSIONS: Readonly<Record<string, ContentKind>> = {
  txt: 'text/plain',
  md: 'text/plain',
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
  json: 'application/json',
  ...Object.fromEntries(
    ['wav', 'mp3', 'm4a', 'aac', 'ogg', 'oga', 'opus', 'flac', 'webm', 'mp4', 'amr', 'aiff'].map((ext) => [
      ext,
      'audio',
    ]),
  ),
};

/** Containers that say video and often hold a recording of speech alone, as browsers make them. */
const CONTAINERS = new Set(['video/webm', 'video/mp4', 'video/ogg', 'application/ogg', 'video/quicktime']);

export const essence = (mediaType: string): string => mediaType.split(';', 1)[0]!.trim().toLowerCase();

/** By the type that was declared; for one that says nothing, by the file's name. */
export function contentKind(mediaType: string, fileName: string | null = null): ContentKind | null {
  const type = essence(mediaType);
  const known = TEXT_TYPES[type];
  if (known !== undefined && !(known === 'text/plain' && fileName !== null)) return known;
  if (isAudio(type)) return 'audio';
  if (type !== '' && type !== 'application/octet-stream' && type !== 'text/plain') return null;
  // Browsers call .srt, .vtt or .json files text/plain, or nothing at all.
  const extension = fileName === null ? undefined : /\.([A-Za-z0-9]{1,5})$/.exec(fileName)?.[1]?.toLowerCase();
  return (extension === undefined ? undefined : EXTENSIONS[extension]) ?? known ?? null;
}

/** Also of what magic bytes say. */
export const isAudio = (type: string): boolean => type.startsWith('audio/') || CONTAINERS.has(type);

/** A recording's type as the transcriber gets it. */
export const audioType = (type: string): string =>
  type === 'application/ogg'
    ? 'audio/ogg'
    : type === 'video/quicktime'
      ? 'audio/mp4'
      : type.replace(/^video\//, 'audio/');

/** As told to clients. */
export const ACCEPTED_TYPES = [
  'application/json',
  'multipart/form-data',
  'text/plain',
  'text/vtt',
  'application/x-subrip',
  'audio/*',
] as const;
