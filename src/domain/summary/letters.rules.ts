import { cleanText } from './clean-text.rules.ts';
import type {
  Invitation,
  InvitedRole,
  LetterPage,
  Letters,
  LettersRequest,
  LetterText,
} from './letter.model.ts';
import type { PaperLanguage } from '../shared/language.ts';
import { wordsOf } from './words.rules.ts';

const JOINS_ORGANISATION: readonly InvitedRole[] = ['officer', 'head', 'contributor'];

/** Invitations with their links, one page each, in one language or in Kyrgyz above Russian. */
export function invitationLetters(request: LettersRequest): Letters {
  const languages: readonly PaperLanguage[] =
    request.language === 'both' ? ['ky', 'ru'] : [request.language];
  const language = languages[0] ?? 'ky';
  return {
    language,
    title: wordsOf(language).letter.title,
    author: 'Эскерткич',
    pages: request.letters.map((letter) => letterPage(letter, languages)),
  };
}

const letterPage = (letter: Invitation, languages: readonly PaperLanguage[]): LetterPage => ({
  texts: languages.map((language) => letterText(letter, language)),
  link: letter.link,
});

function letterText(letter: Invitation, language: PaperLanguage): LetterText {
  const words = wordsOf(language).letter;
  const ofOrganisation = JOINS_ORGANISATION.includes(letter.role);
  const { campaignTitle, deadline, contactPhone } = letter;
  const campaign = campaignTitle === null ? null : cleanText(campaignTitle);
  return {
    language,
    to: words.to(cleanText(letter.org)),
    title: words.title,
    paragraphs: [
      words.greeting,
      [
        words.invitation(campaign),
        words.asRole(words.roles[letter.role]),
        ...(deadline !== null && ofOrganisation ? [words.deadline(deadline)] : []),
      ].join(' '),
      words.howTo,
    ],
    steps: [...words.steps, words.confirm[ofOrganisation ? 'organisation' : 'commission']],
    closing: [
      words.once(letter.expiresOn),
      ...(contactPhone === null ? [] : [words.phone(cleanText(contactPhone))]),
      words.thanks,
    ],
  };
}
