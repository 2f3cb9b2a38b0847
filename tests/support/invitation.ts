import type { Invitation } from '../../src/domain/summary/letter.model.ts';

/** The HR officer of the demo municipality is invited. */
export const INVITATION: Invitation = {
  org: 'Көк-Жар айыл өкмөтү',
  role: 'officer',
  link: 'https://t.me/eskertkich_demo_bot?start=Zk3v9QmT2xLr8bNc5yHwPd',
  expiresOn: '2026-01-31',
  contactPhone: '+996 312 00 00 00',
  campaignTitle: '2026-жылдын пландуу мониторинги',
  deadline: '2026-01-15',
};
