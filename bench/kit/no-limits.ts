import { createAdmission } from '../../gateway/protection/admission.ts';
import { createFrontDoor } from '../../gateway/protection/front-door.ts';
import type { Spending } from '../../gateway/protection/spending.ts';

/** Nobody is counted: everything is asked from one address here. */
const spending: Spending = {
  isCounted: () => false,
  requireOpen() {},
  async spend() {},
  async spendOnRefusal() {},
  spendOnEvent() {},
  close() {},
};

/** What operations cost is worked out, as in the product. */
export const admitAll = createAdmission({ max: Number.POSITIVE_INFINITY, spending });

export const openDoor = createFrontDoor({
  spending,
  resolve: ({ query }) => (typeof query === 'string' ? query : undefined),
});
