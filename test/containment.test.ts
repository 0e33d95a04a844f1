import { describe } from 'vitest';
import { actionsSuite } from './containment/actions-suite.ts';
import { simulatedRoom } from './containment/simulated-room.ts';

// test/moto/containment.moto.ts runs the same over HTTP.
describe('actions in the simulated organisation', () => {
  actionsSuite({ open: simulatedRoom });
});
