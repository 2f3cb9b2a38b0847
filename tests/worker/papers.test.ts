import { afterAll, describe, expect, test } from 'vitest';
import type { PaperJob } from '../../src/domain/summary/paper-job.model.ts';
import { createPaperWorker } from '../../src/worker/papers.ts';
import { frozenDraft, frozenSubmission, PEOPLE, shippedEdition } from '../support/frozen.ts';
import { INVITATION } from '../support/invitation.ts';
import { readPdf } from '../support/pdf.ts';
import { docxParagraphs } from '../support/zip.ts';

type SubmissionJob = Extract<PaperJob, { kind: 'submission' }>;

const submissionJob = (more: Partial<SubmissionJob> = {}): PaperJob => ({
  kind: 'submission',
  format: 'docx',
  language: 'ky',
  frozenJson: JSON.stringify(frozenSubmission()),
  names: [...PEOPLE],
  ...more,
});

const worker = createPaperWorker();
afterAll(() => worker.close());

describe('papers of a worker', () => {
  test('each format has its name, its type and its beginning', async () => {
    const formats = ['docx', 'pdf', 'xlsx', 'json'] as const;
    const papers = await Promise.all(
      formats.map((format) => worker.make(submissionJob({ format, language: 'ru' }))),
    );
    expect(
      papers.map(({ fileName, mime, bytes }) => [
        fileName,
        mime,
        Buffer.from(bytes.subarray(0, 2)).toString('latin1'),
      ]),
    ).toEqual([
      [
        'Көк-Жар_айыл_өкмөтү_2026-0147_ru.docx',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'PK',
      ],
      ['Көк-Жар_айыл_өкмөтү_2026-0147_ru.pdf', 'application/pdf', '%P'],
      [
        'Көк-Жар_айыл_өкмөтү_2026-0147_ru.xlsx',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'PK',
      ],
      ['Көк-Жар_айыл_өкмөтү_2026-0147.json', 'application/json', '{"'],
    ]);
  });

  test('the JSON is the frozen document, byte for byte', async () => {
    const frozenJson = ` ${JSON.stringify(frozenSubmission(), null, 3)}\n`;
    const { bytes } = await worker.make(submissionJob({ format: 'json', frozenJson }));
    expect(Buffer.from(bytes).toString('utf8')).toBe(frozenJson);
  });

  test('names are those handed in; a person left out prints as erased', async () => {
    const names = [...PEOPLE].filter(([id]) => id !== 11);
    const { bytes } = await worker.make(submissionJob({ names }));
    const paragraphs = docxParagraphs(bytes);
    expect([
      paragraphs.includes('аты-жөнү өчүрүлгөн'),
      paragraphs.includes('Токтобаев Бекжан Кубанычович'),
      paragraphs.some((text) => text.includes('Өмүрова')),
    ]).toEqual([true, true, false]);
  });

  test('a draft is named so', async () => {
    const frozenJson = JSON.stringify(frozenDraft());
    const { fileName } = await worker.make(submissionJob({ format: 'pdf', frozenJson }));
    expect(fileName).toBe('Көк-Жар_айыл_өкмөтү_Долбоор_ky.pdf');
  });

  test('the empty form is made', async () => {
    const { fileName, bytes } = await worker.make({
      kind: 'empty-form',
      language: 'ky',
      edition: shippedEdition(),
      org: 'Көк-Жар айыл өкмөтү',
      campaign: { title: 'Мониторинг', periodFrom: null, periodTo: null, deadline: null },
    });
    expect([
      fileName,
      readPdf(bytes).pages[0]?.includes('Өзүн-өзү баалоонун бош баракчасы'),
    ]).toEqual(['Көк-Жар_айыл_өкмөтү_Өзүн-өзү_баалоонун_бош_баракчасы_ky.pdf', true]);
  });

  test('letters are made as DOCX and as one PDF', async () => {
    const made = await Promise.all(
      (['docx', 'pdf'] as const).map((format) =>
        worker.make({ kind: 'letters', format, language: 'both', letters: [INVITATION] }),
      ),
    );
    expect(made.map(({ fileName }) => fileName)).toEqual([
      'Чакыруу_кат_ky_ru.docx',
      'Чакыруу_кат_ky_ru.pdf',
    ]);
  });
});

describe('a worker that fails', () => {
  test('a document that cannot be read rejects its own paper only', async () => {
    const [broken, unknown, huge, good] = await Promise.allSettled([
      worker.make(submissionJob({ frozenJson: '{' })),
      worker.make(submissionJob({ frozenJson: '{"schema": 99}' })),
      worker.make(submissionJob({ frozenJson: ' '.repeat(8_000_001) })),
      worker.make(submissionJob({ format: 'json' })),
    ]);
    expect([broken?.status, unknown?.status, huge?.status, good?.status]).toEqual([
      'rejected',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
  });

  test('a thread out of memory rejects its paper; the one waiting behind it is made', async () => {
    const small = createPaperWorker({ memoryMb: 64 });
    const endless = { '1.1': { comment: 'сөз '.repeat(500_000) } };
    const [dead, waiting] = await Promise.allSettled([
      small.make(
        submissionJob({ format: 'pdf', frozenJson: JSON.stringify(frozenSubmission({}, endless)) }),
      ),
      small.make(submissionJob({ format: 'json' })),
    ]);
    await small.close();
    expect([
      dead?.status === 'rejected' && String(dead.reason).includes('memory limit'),
      waiting?.status,
    ]).toEqual([true, 'fulfilled']);
  });

  test('a paper that takes too long is given up, and that is no stopping of the service', async () => {
    const hurried = createPaperWorker({ timeLimitMs: 1 });
    const [late, waiting] = await Promise.allSettled([
      hurried.make(submissionJob({ format: 'json' })),
      hurried.make(submissionJob({ format: 'json' })),
    ]);
    await hurried.close();
    expect([late, waiting]).toMatchObject([
      { status: 'rejected', reason: { name: 'TooLong' } },
      { status: 'rejected', reason: { name: 'TooLong' } },
    ]);
  });

  test('after closing it refuses instead of waiting for ever', async () => {
    const closed = createPaperWorker();
    await closed.close();
    await expect(closed.make(submissionJob())).rejects.toThrow('closed');
  });
});
