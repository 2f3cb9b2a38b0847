import administration from './administration.json' with { type: 'json' };
import errors from './errors.json' with { type: 'json' };
import general from './general.json' with { type: 'json' };
import joining from './joining.json' with { type: 'json' };
import list from './list.json' with { type: 'json' };
import reminders from './reminders.json' with { type: 'json' };
import review from './review.json' with { type: 'json' };
import staff from './staff.json' with { type: 'json' };
import submitting from './submitting.json' with { type: 'json' };
import walk from './walk.json' with { type: 'json' };

export default {
  administration,
  errors,
  general,
  joining,
  list,
  reminders,
  review,
  staff,
  submitting,
  walk,
};
