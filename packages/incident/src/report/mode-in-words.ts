import type { IncidentReport } from './incident-report.ts';

/** How AWS was reached, for the head of a report. */
export interface ModeInWords {
  readonly title: string;
  readonly text: string;
}

const MODES: Readonly<Record<NonNullable<IncidentReport['mode']>, ModeInWords>> = {
  drill: {
    title: 'This was a drill',
    text: 'The organisation was simulated, and no AWS account was read or changed.',
  },
  'by-hand': {
    title: 'Run by hand',
    text: 'The responder ran each AWS command and gave back what it printed; firebreak did not call AWS itself.',
  },
  aws: { title: 'Run against AWS', text: 'Calls were sent to real accounts.' },
};

/** Nothing when the journal does not say. */
export function modeInWords(mode: IncidentReport['mode']): ModeInWords | null {
  return mode === null ? null : (MODES[mode] ?? null);
}
