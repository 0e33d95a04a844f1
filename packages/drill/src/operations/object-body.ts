import { Readable } from 'node:stream';
import type { GetObjectCommandOutput } from '@aws-sdk/client-s3';

type Body = NonNullable<GetObjectCommandOutput['Body']>;

/** An object's content as the SDK hands it out: a stream that also turns itself into text or bytes. */
export function objectBody(text: string): Body {
  const bytes = Buffer.from(text, 'utf8');
  const body = Object.assign(Readable.from([bytes], { objectMode: false }), {
    transformToByteArray: async () => new Uint8Array(bytes),
    transformToString: async (encoding?: string) => bytes.toString(encoding as BufferEncoding | undefined),
    transformToWebStream: () => new Blob([new Uint8Array(bytes)]).stream(),
  });
  return body as unknown as Body;
}
