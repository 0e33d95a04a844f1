import { Fields } from '../fields.ts';
import type { FlatPath } from '../flat-path.ts';
import { isMarkedSample } from '../parts/is-sample.ts';

/**
 * GuardDuty's `service` as Security Hub keeps it: flat text under keys such as
 * `aws/guardduty/service/action/awsApiCallAction/api`, without the prefix before 2020.
 *
 * @param paths The prefixes to try, in this order. The first under which there is something is taken.
 */
export function flatService(flat: unknown, paths: readonly FlatPath[]): Fields {
  for (const path of paths) {
    const service = new Fields(flat, path);
    const sign = service.value('count') ?? service.value('archived') ?? service.value('serviceName');
    if ((sign ?? service.fields('action').value('actionType')) !== undefined) return service;
  }
  return NOTHING;
}

/** `additionalInfo` is JSON text, or split up like the rest. */
export function saysSample(service: Fields): boolean {
  const info = service.fields('additionalInfo');
  return (
    isMarkedSample(service.value('additionalInfo')) ||
    info.flag('sample') === true ||
    isMarkedSample(info.value('value'))
  );
}

const NOTHING = new Fields(undefined);
