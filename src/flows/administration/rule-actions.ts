import type { ActionName } from '../../chat/actions.ts';
import type { Action } from '../../chat/visit.ts';
import { forOperators, notYours } from './operator.ts';
import { fillingOf, rulesScreen, ruleScreen, verifyingScreen } from './rules.ts';

const actions: Partial<Record<ActionName, Action>> = {
  adminRules: async (visit, [page = 0]) => ({ screen: await rulesScreen(visit, page) }),
  adminRule: async (visit, [id = 0]) => {
    const screen = await ruleScreen(visit, id);
    return screen ? { screen } : notYours(visit);
  },
  adminRuleVerify: async (visit, [id = 0]) => {
    const screen = await verifyingScreen(visit, id);
    return screen ? { screen } : notYours(visit);
  },
  adminRuleVerifySure: (_visit, [id = 0]) =>
    Promise.resolve({ dialog: { name: 'admin.rule.verify.by', args: [id] } }),
  adminRuleFill: async (visit, [id = 0]) => {
    const rule = await fillingOf(visit, id);
    if (!rule) return notYours(visit);
    return { dialog: { name: 'admin.rule.fill.value', args: [rule.code, rule.unit] } };
  },
};

export const ruleActions: Partial<Record<ActionName, Action>> = Object.fromEntries(
  Object.entries(actions).map(([name, act]) => [name, forOperators(act)]),
);
