import { receiveWebhook } from '../bot/webhook.ts';
import type { Config } from '../config.ts';
import { failureOf } from '../bot/failure.ts';
import { pathOf, type Route, sendText } from './http.ts';
import type { Service } from './service.ts';

/** /healthz: the process answers. /readyz: the bot takes updates in. /metrics. The webhook. */
export function serviceRoutes(service: () => Service | null, webhook: Config['webhook']): Route[] {
  const health: Route = async (req, res) => {
    if (req.method !== 'GET') return false;
    const path = pathOf(req);
    const running = service();
    if (path === '/healthz') return sendText(res, 200, 'ok\n');
    if (path === '/readyz') {
      const ready = running?.ready() === true && (await answers(running));
      return sendText(res, ready ? 200 : 503, ready ? 'ready\n' : 'not ready\n');
    }
    if (path === '/metrics') return sendText(res, 200, (await running?.metrics.text()) ?? '');
    return false;
  };
  if (!webhook) return [health];
  const hook: Route = async (req, res) => {
    if (pathOf(req) !== new URL(webhook.url).pathname) return false;
    const running = service();
    if (!running?.ready()) return sendText(res, 503, 'not ready\n');
    await receiveWebhook(req, res, webhook.secret, running.intake.take);
    return true;
  };
  return [health, hook];
}

async function answers(service: Service): Promise<boolean> {
  try {
    await service.database.read.$queryRaw`SELECT 1`;
    return true;
  } catch (error) {
    service.log.error(failureOf(error), 'The database does not answer');
    return false;
  }
}
