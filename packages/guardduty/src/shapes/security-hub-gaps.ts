import type { FindingGap } from '../finding.ts';

/** Security Hub carries over the type, the resource and the action, and little else of `service`. */
const SECURITY_HUB_EXTRACT: FindingGap = {
  what: 'Security Hub holds only an extract of the finding, and no news of archiving',
  lookup: 'Fetch the whole finding with guardduty:GetFindings, in its own account and Region.',
};

const LABEL_ONLY: FindingGap = {
  what: "Only the label of the severity is in this delivery: its number is the lowest of that label's band",
  lookup: 'Fetch the finding with guardduty:GetFindings.',
};

/** @param renamed Says that the type could not be traced back, when it could not. */
export function securityHubGaps(
  renamed: FindingGap | undefined,
  isLabelOnly: boolean,
): readonly FindingGap[] {
  if (renamed === undefined && !isLabelOnly) return EXTRACT_ONLY;
  return [
    ...(renamed === undefined ? [] : [renamed]),
    ...(isLabelOnly ? [LABEL_ONLY] : []),
    SECURITY_HUB_EXTRACT,
  ];
}

const EXTRACT_ONLY = [SECURITY_HUB_EXTRACT];
