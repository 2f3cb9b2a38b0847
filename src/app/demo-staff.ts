import type { RecordFacts, ServantFacts } from '../domain/register/model.ts';
import { addDays } from '../domain/shared/local-date.ts';

interface DemoServant {
  readonly facts: Partial<ServantFacts> & { readonly name: string };
  readonly records: readonly RecordFacts[];
}

const YEAR = 365;

/**
 * The servants of the demo's first municipality. The names are invented; the dates lie around
 * `today`, so that the next working morning has something to say of each kind.
 */
export function demoStaff(today: string): readonly DemoServant[] {
  const ago = (years: number, days = 0) => addDays(today, -Math.round(years * YEAR) - days);
  const entry = (
    kind: RecordFacts['kind'],
    date: string,
    what: string | null = null,
    orderNo: string | null = null,
  ): RecordFacts => ({ kind, date, what, hours: kind === 'training' ? 72 : null, orderNo });
  const trained = (date: string) => entry('training', date, 'upskilling', '№ 14');
  const ranked = (date: string, grade: string) => entry('rank', date, `municipal.${grade}`, '№ 31');

  return [
    {
      facts: {
        name: 'Асанова Айгүл Бакытовна',
        position: 'башкы адис',
        group: 'main',
        appointedOn: ago(4.5),
        serviceStart: ago(5, 36),
      },
      records: [trained(ago(3, 41)), ranked(ago(2), 'inspector-1')],
    },
    {
      facts: {
        name: 'Токтобаев Бекжан Касымович',
        position: 'башчынын орун басары',
        group: 'main',
        appointedOn: ago(1, -8),
        serviceStart: ago(6),
        noRank: true,
      },
      records: [trained(ago(1.2))],
    },
    {
      facts: {
        name: 'Өмүрова Гүлнур Талантовна',
        position: 'жооптуу катчы',
        group: 'main',
        appointedOn: ago(8),
        serviceStart: ago(11),
      },
      records: [trained(ago(2)), ranked(ago(2.5), 'adviser-3'), entry('attestation', ago(1.5))],
    },
    {
      facts: {
        name: 'Үсөнов Эрмек Жолдошович',
        position: 'жер адиси',
        group: 'senior',
        appointedOn: ago(4),
        serviceStart: ago(4),
      },
      records: [trained(ago(3, -20)), ranked(ago(2.6), 'inspector-2')],
    },
    {
      facts: {
        name: 'Жээнбекова Нургүл Сыдыковна',
        position: 'социалдык кызматкер',
        group: 'senior',
        appointedOn: ago(2.2),
        serviceStart: ago(2.2),
      },
      records: [],
    },
    {
      facts: {
        name: 'Исаков Нурлан Маратович',
        position: 'салык жана жыйымдар боюнча адис',
        group: 'senior',
        appointedOn: ago(5),
        serviceStart: ago(5),
      },
      records: [trained(ago(1)), ranked(ago(3), 'inspector-3')],
    },
    {
      facts: {
        name: 'Мамбетова Жаңыл Эсенбековна',
        position: 'башкы эсепчи',
        group: 'main',
        appointedOn: ago(12),
        serviceStart: ago(14),
      },
      records: [trained(ago(0.4)), ranked(ago(3), 'adviser-2')],
    },
    {
      facts: {
        name: 'Кадыров Айбек Турдубекович',
        position: 'жаштар иштери боюнча адис',
        group: 'junior',
        appointedOn: ago(0.4),
        serviceStart: ago(0.4),
        noRank: true,
      },
      records: [],
    },
  ];
}
