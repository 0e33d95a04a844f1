import type { Api, ApiAnswer, ApiCall } from '@firebreak/aws';

/** Every item of one of IAM's lists, page by page. */
export async function* listed<T>(call: ApiCall, member: string, api: Api): AsyncGenerator<T> {
  let marker: unknown;
  do {
    const input = { ...call.input, ...(marker === undefined ? {} : { Marker: marker }) };
    const answer: ApiAnswer = await api.call({ ...call, input });
    yield* answer[member] as readonly T[];
    marker = answer['IsTruncated'] === true ? answer['Marker'] : undefined;
  } while (marker !== undefined);
}
