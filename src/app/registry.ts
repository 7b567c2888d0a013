import { ask } from '../../commands/ask.js';
import { facts } from '../../commands/facts.js';
import { gaps } from '../../commands/gaps.js';
import { gapsDone } from '../../commands/gaps-done.js';
import { help } from '../../commands/help.js';
import { passageContext } from '../../commands/passage-context.js';
import { passageOpen } from '../../commands/passage-open.js';
import { passageWrong } from '../../commands/passage-wrong.js';
import { privacy } from '../../commands/privacy.js';
import { privacyForget } from '../../commands/privacy-forget.js';
import { quote } from '../../commands/quote.js';
import { reload } from '../../commands/reload.js';
import { search } from '../../commands/search.js';
import { settingsChannel } from '../../commands/settings-channel.js';
import { settingsCooldown } from '../../commands/settings-cooldown.js';
import { settingsLanguage } from '../../commands/settings-language.js';
import { settingsReplies } from '../../commands/settings-replies.js';
import { settingsRole } from '../../commands/settings-role.js';
import { settingsShow } from '../../commands/settings-show.js';
import { sourceAdd } from '../../commands/source-add.js';
import { sourceConfirm } from '../../commands/source-confirm.js';
import { sourceDelete } from '../../commands/source-delete.js';
import { sourceDiscard } from '../../commands/source-discard.js';
import { sourceExport } from '../../commands/source-export.js';
import { sourceFollow } from '../../commands/source-follow.js';
import { sourceList } from '../../commands/source-list.js';
import { sourceRemove } from '../../commands/source-remove.js';
import { sourceShow } from '../../commands/source-show.js';
import { sourceSubscribe } from '../../commands/source-subscribe.js';
import { sourceUnfollow } from '../../commands/source-unfollow.js';
import { sources } from '../../commands/sources.js';
import { status } from '../../commands/status.js';
import { timeline } from '../../commands/timeline.js';
import { who } from '../../commands/who.js';
import type { Command } from '../bot/command.js';

/** All commands, in the order in which /help lists them. */
export const commands: readonly Command[] = [
  ask,
  who,
  quote,
  facts,
  timeline,
  search,
  sources,
  sourceAdd,
  sourceList,
  sourceShow,
  sourceExport,
  sourceRemove,
  sourceFollow,
  sourceUnfollow,
  reload,
  gaps,
  settingsShow,
  settingsRole,
  settingsChannel,
  settingsReplies,
  settingsCooldown,
  settingsLanguage,
  status,
  privacy,
  help,
  sourceConfirm,
  sourceSubscribe,
  sourceDiscard,
  sourceDelete,
  passageOpen,
  passageContext,
  passageWrong,
  gapsDone,
  privacyForget,
];
