import type { Reply, Visit } from '../../chat/visit.ts';
import type { RegisterRefusal } from '../../domain/register/model.ts';
import {
  orderMarkedList,
  orderStaffList,
  orderTemplate,
} from '../../domain/register/paper-order.service.ts';
import type { Result } from '../../domain/shared/result.ts';
import { paperLanguage } from '../reading/paper-language.ts';
import { forKeepers, forReaders } from './keeper.ts';
import { refusal } from './refusals.ts';

const coming = (visit: Visit, ordered: Result<void, RegisterRefusal>): Reply =>
  ordered.ok ? { toast: visit.t.plain('staff:message.coming') } : refusal(visit, ordered.error);

export const onTemplate = forKeepers(async (visit, scope) =>
  coming(visit, await orderTemplate(visit.work, scope, paperLanguage(visit.language))),
);

export const onExport = forReaders(async (visit, scope) =>
  coming(visit, await orderStaffList(visit.work, scope, paperLanguage(visit.language))),
);

export const onMarked = forKeepers(async (visit, scope, [, importId = 0]) =>
  coming(visit, await orderMarkedList(visit.work, scope, importId, paperLanguage(visit.language))),
);
