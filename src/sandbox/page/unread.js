/** Counts of what came in and was not looked at, by chat and topic. */
export function unreadMarks() {
  /** @type {Map<number, Map<number, number>>} */
  const counts = new Map();
  return {
    /** @param {number} chatId @param {number} topic */
    add(chatId, topic) {
      const chat = counts.get(chatId) ?? new Map();
      counts.set(chatId, chat.set(topic, (chat.get(topic) ?? 0) + 1));
    },
    /** @param {number} chatId @param {number} topic */
    clear(chatId, topic) {
      return counts.get(chatId)?.delete(topic) ?? false;
    },
    clearAll: () => counts.clear(),
    /** @param {number} chatId @param {number} topic */
    inTopic: (chatId, topic) => counts.get(chatId)?.get(topic) ?? 0,
    /** @param {number} chatId */
    inChat: (chatId) => [...(counts.get(chatId)?.values() ?? [])].reduce((a, b) => a + b, 0),
  };
}
