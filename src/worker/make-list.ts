import type { ListPaperJob } from '../domain/summary/list-job.model.ts';
import type { Paper } from '../domain/summary/paper-job.model.ts';

/** Makes one workbook of the staff register. */
export async function listPaper(job: ListPaperJob): Promise<Paper> {
  throw new Error(job.kind);
}
