import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { OFFICER } from './people.ts';
import { NARROW, type Stage } from './stage.ts';
import { stages } from './with-stage.ts';

const onStage = stages();
/** One red dot. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

async function started({ chat, next }: Stage) {
  const officer = chat('Токтосунова');
  await officer.getByRole('button', { name: 'Баштоо' }).click();
  await next('message');
  return officer;
}

async function sendFile(stage: Stage, name: string, mime: string, bytes: Buffer): Promise<void> {
  const form = new FormData();
  form.set('chat_id', String(OFFICER.id));
  form.set('document', new Blob([new Uint8Array(bytes)], { type: mime }), name);
  await stage.callForm('sendDocument', form);
}

test('entities after an emoji stand where Telegram puts them', () =>
  onStage(async (stage) => {
    const officer = await started(stage);
    const text = '👩‍💼 <b>Ооба <i>жана</i></b> <u>жок</u>';
    await stage.call('sendMessage', { chat_id: OFFICER.id, text, parse_mode: 'HTML' });
    const shown = officer.getByRole('article').last().locator('.text');
    await shown.getByText('жок').waitFor();
    expect(await shown.locator('strong').textContent()).toBe('Ооба жана');
    expect(await shown.locator('strong em').textContent()).toBe('жана');
    expect(await shown.locator('u').textContent()).toBe('жок');
    expect(await shown.textContent()).toBe('👩‍💼 Ооба жана жок');
  }));

test('what somebody wrote is text, whatever it looks like', () =>
  onStage(async (stage) => {
    const { page } = stage;
    const officer = await started(stage);
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script> & "»';
    await officer.getByRole('textbox').fill(hostile);
    await officer.getByRole('textbox').press('Enter');
    expect((await stage.next('message')).text).toBe(hostile);
    await officer.getByRole('article').getByText(hostile, { exact: true }).waitFor();
    expect(await page.title()).toBe('Эскерткич');
    expect(await officer.locator('.messages :is(img, script)').count()).toBe(0);
  }));

test('a link that would run a script is not a link', () =>
  onStage(async (stage) => {
    const officer = await started(stage);
    const entities = [{ type: 'text_link', offset: 0, length: 4, url: 'https://example.org/' }];
    await stage.call('sendMessage', { chat_id: OFFICER.id, text: 'Сайт', entities });
    const link = officer.getByRole('link', { name: 'Сайт' });
    expect(await link.getAttribute('href')).toBe('https://example.org/');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    const run = await stage.page.evaluate(
      `import('/page/entities.js').then(({ rich }) => {
        const entity = { type: 'text_link', offset: 0, length: 1, url: 'javascript:alert(1)' };
        const box = document.createElement('p');
        box.append(rich('x', [entity], {}));
        return box.innerHTML;
      })`,
    );
    expect(run).toBe('<a target="_blank" rel="noopener noreferrer">x</a>');
  }));

test('an expandable quotation is folded to three lines and opens by key', () =>
  onStage(async (stage) => {
    const officer = await started(stage);
    const law = 'Жумушчу комиссия төмөнкүлөрдү изилдейт. '.repeat(20).trim();
    const text = `3.1\n<blockquote expandable>${law}</blockquote>`;
    await stage.call('sendMessage', { chat_id: OFFICER.id, text, parse_mode: 'HTML' });
    const quotation = officer.locator('blockquote > div');
    const height = async () => (await quotation.boundingBox())?.height ?? 0;
    const toggle = officer.getByRole('button', { name: 'Толук көрсөтүү' });
    await toggle.waitFor();
    const folded = await height();
    expect(folded).toBeLessThan(75);
    await toggle.press('Enter');
    expect(await height()).toBeGreaterThan(folded * 2);
    expect(await quotation.textContent()).toBe(law);
  }, NARROW));

test('a document is named with its size, and downloads with its bytes', () =>
  onStage(async (stage) => {
    const { page } = stage;
    const officer = await started(stage);
    const bytes = Buffer.alloc(348_160, 'Маалымкат ');
    await sendFile(stage, 'Маалымкат № 7.docx', 'application/msword', bytes);
    const file = officer.getByRole('group', { name: 'Файл: Маалымкат № 7.docx, 340 КБ' });
    const link = file.getByRole('link', { name: 'Жүктөп алуу: Маалымкат № 7.docx' });
    await link.waitFor();
    expect(await file.getByRole('link').count()).toBe(1);
    const [download] = await Promise.all([page.waitForEvent('download'), link.press('Enter')]);
    expect(download.suggestedFilename()).toBe('Маалымкат № 7.docx');
    expect(await readFile(await download.path())).toEqual(bytes);
  }));

test('files chosen by the button arrive at the bot, with what was written as caption', () =>
  onStage(async (stage) => {
    const { page, next } = stage;
    const officer = await started(stage);
    await officer.getByRole('textbox').fill('№ 45, 12.03.2025');
    await officer.getByRole('button', { name: 'Тиркөө' }).press('Enter');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      officer.getByRole('button', { name: 'Файл жөнөтүү' }).press('Enter'),
    ]);
    await chooser.setFiles({ name: 'программа.pdf', mimeType: 'application/pdf', buffer: PNG });
    const message = await next('message');
    expect(message.caption).toBe('№ 45, 12.03.2025');
    expect(message.document).toMatchObject({ file_name: 'программа.pdf', file_size: PNG.length });
    await officer.getByRole('link', { name: 'Ачуу: программа.pdf' }).waitFor();
    expect(await officer.getByRole('textbox').inputValue()).toBe('');
  }));

test('several photos are one album in one bubble', () =>
  onStage(async (stage) => {
    const { page, next } = stage;
    const officer = await started(stage);
    await officer.getByRole('button', { name: 'Тиркөө' }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      officer.getByRole('button', { name: 'Сүрөт жөнөтүү' }).click(),
    ]);
    const photo = (name: string) => ({ name, mimeType: 'image/png', buffer: PNG });
    await chooser.setFiles([photo('1.png'), photo('2.png')]);
    const albums = [await next('message'), await next('message')].map((m) => m.media_group_id);
    expect(albums[0]).toBeTypeOf('string');
    expect(albums[1]).toBe(albums[0]);
    await officer.getByRole('img', { name: 'Сүрөт' }).nth(1).waitFor();
    expect(
      await officer
        .getByRole('article')
        .filter({ has: page.getByRole('img') })
        .count(),
    ).toBe(1);
  }));

test('a picture dropped on the chat is sent the way that is chosen', () =>
  onStage(async (stage) => {
    const { page, next } = stage;
    const officer = await started(stage);
    await page.evaluate(`(() => {
      const bytes = Uint8Array.from(atob('${PNG.toString('base64')}'), (c) => c.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], 'барак.png', { type: 'image/png' }));
      const how = { dataTransfer, bubbles: true, cancelable: true };
      const chat = document.querySelector('[aria-label="Чат: Айгүл Токтосунова"] .scroller');
      chat.dispatchEvent(new DragEvent('dragover', how));
      chat.dispatchEvent(new DragEvent('drop', how));
    })()`);
    await page.getByRole('dialog').getByRole('button', { name: 'Файл жөнөтүү' }).click();
    expect((await next('message')).document).toMatchObject({ file_name: 'барак.png' });
    await officer.getByRole('link', { name: 'Ачуу: барак.png' }).waitFor();
  }));

test('a reply says what it answers, and one’s own text can be edited', () =>
  onStage(async (stage) => {
    const { call, next } = stage;
    const officer = await started(stage);
    await call('sendMessage', { chat_id: OFFICER.id, text: 'Качанга чейин?' });
    await officer.getByRole('button', { name: 'Жооп берүү: Качанга чейин?' }).press('Enter');
    await officer.getByText('Жооп берилүүчү билдирүү').waitFor();
    await officer.getByRole('textbox').fill('2 апта');
    await officer.getByRole('textbox').press('Enter');
    const answer = await next('message');
    expect(answer.reply_to_message).toMatchObject({ text: 'Качанга чейин?' });
    await officer.getByRole('button', { name: 'Оңдоо: 2 апта' }).press('Enter');
    await officer.getByRole('textbox').fill('1 ай');
    await officer.getByRole('textbox').press('Enter');
    expect(await next('edited_message')).toMatchObject({
      text: '1 ай',
      message_id: answer.message_id,
    });
    await officer.getByRole('article').getByText('оңдолду').waitFor();
  }));

test('typing is said until the message comes', () =>
  onStage(async (stage) => {
    const officer = await started(stage);
    await stage.call('sendChatAction', { chat_id: OFFICER.id, action: 'typing' });
    const sign = officer.getByText('Эскерткич: жазып жатат…');
    await sign.waitFor();
    await stage.call('sendMessage', { chat_id: OFFICER.id, text: 'Даяр' });
    await officer.getByText('Кадр иши боюнча жооптуу').waitFor();
    expect(await sign.count()).toBe(0);
  }));

test('a message the bot deletes goes, and the menu offers the bot’s commands', () =>
  onStage(async (stage) => {
    const { call, next } = stage;
    const officer = await started(stage);
    const { message_id } = await call('sendMessage', { chat_id: OFFICER.id, text: 'Ашыкча' });
    const gone = officer.getByRole('article').getByText('Ашыкча');
    await gone.waitFor();
    await call('deleteMessage', { chat_id: OFFICER.id, message_id });
    await gone.waitFor({ state: 'detached' });
    await call('setMyCommands', { commands: [{ command: 'assess', description: 'Баалоо' }] });
    await officer.getByRole('button', { name: 'Меню' }).click();
    await officer.getByRole('button', { name: '/assess Баалоо' }).click();
    expect((await next('message')).text).toBe('/assess');
  }));

test('who reads the end keeps seeing it; who reads above is led there by a button', () =>
  onStage(async (stage) => {
    const { page, call } = stage;
    const officer = await started(stage);
    const say = async (text: string) => {
      await call('sendMessage', { chat_id: OFFICER.id, text });
      await officer.getByRole('article').getByText(text, { exact: true }).waitFor();
    };
    const scroller = 'document.querySelector(".chat.active .scroller")';
    const untilEnd = `${scroller}.scrollHeight - ${scroller}.scrollTop - ${scroller}.clientHeight`;
    for (let i = 1; i <= 15; i++) await say(`Билдирүү ${i}`);
    expect(await page.evaluate(untilEnd)).toBe(0);
    await officer.getByRole('button', { name: 'Жооп берүү: Билдирүү 15' }).press('Enter');
    await page.waitForFunction(`${untilEnd} === 0`);
    const below = officer.getByRole('button', { name: 'Акыркы билдирүүгө' });
    await page.evaluate(`${scroller}.scrollTop = 0`);
    await say('Жаңы');
    expect(await page.evaluate(`${scroller}.scrollTop`)).toBe(0);
    await below.press('Enter');
    await below.waitFor({ state: 'hidden' });
    expect(await page.evaluate(untilEnd)).toBe(0);
  }, NARROW));
