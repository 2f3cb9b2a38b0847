import type { CellProblem, ListSource } from '../register/import.model.ts';
import type { RecordFacts, Servant } from '../register/model.ts';
import type { PaperLanguage } from '../shared/language.ts';

/** A problem with its sentence in the words of the one who gets the copy. */
export interface SpokenProblem extends CellProblem {
  readonly sentence: string;
}

/** Lists of the staff register to be made as workbooks. */
export type ListPaperJob =
  /** Everybody in the register, in the shape of the template: read back, it changes nothing. */
  | {
      readonly kind: 'staff-list';
      readonly language: PaperLanguage;
      readonly orgId: number;
      readonly orgName: string;
      readonly servants: readonly Servant[];
      /** The histories of these people. */
      readonly records: readonly (RecordFacts & { readonly servant: number })[];
    }
  | { readonly kind: 'staff-template'; readonly language: PaperLanguage; readonly orgName: string }
  /** The list as it was sent, with a comment at each bad cell and all of them on the first sheet. */
  | {
      readonly kind: 'staff-marked';
      readonly language: PaperLanguage;
      readonly source: ListSource;
      readonly problems: readonly SpokenProblem[];
    };
