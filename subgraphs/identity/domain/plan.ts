/** What an organization has booked of us, from least to most. What is in a plan is data: `plan_features`. */
export const plans = ['FREE', 'TEAM', 'ENTERPRISE'] as const;

export type Plan = (typeof plans)[number];
