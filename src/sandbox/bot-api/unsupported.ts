/**
 * Parameters that the sandbox does not carry out in methods that it does; a call with one is refused
 * rather than carried out in part.
 */
export const unsupportedParameters: ReadonlySet<string> = new Set([
  'business_connection_id',
  'direct_messages_topic_id',
  'ephemeral_message_parameters',
  'message_effect_id',
  'suggested_post_parameters',
  'rich_message',
  'allow_paid_broadcast',
  'thumbnail',
  'video_start_timestamp',
  'has_spoiler',
  'icon_custom_emoji_id',
  'return_bots',
  'show_caption_above_media',
]);
