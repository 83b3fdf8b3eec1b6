#include "core/question_order.h"

#include <algorithm>

#include "base/check.h"

namespace tablee::core {

std::vector<QuestionId> order_questions(std::vector<WaitingQuestion> waiting, std::map<TableId, std::int64_t> served) {
  std::sort(waiting.begin(), waiting.end(), [](const WaitingQuestion& one, const WaitingQuestion& other) {
    return one.supports != other.supports ? one.supports > other.supports : one.id < other.id;
  });
  std::vector<QuestionId> order;
  for (std::int64_t round = 0; !waiting.empty(); ++round) {
    std::vector<WaitingQuestion> later;
    for (WaitingQuestion& question : waiting) {
      TABLEE_CHECK(!question.tables.empty());
      const bool has_turn = std::any_of(question.tables.begin(), question.tables.end(),
                                        [&](const TableId table) { return served[table] <= round; });
      if (!has_turn) {
        later.push_back(std::move(question));
        continue;
      }
      order.push_back(question.id);
      for (const TableId table : question.tables) {
        served[table] = std::max(served[table], round + 1);
      }
    }
    waiting = std::move(later);
  }
  return order;
}

}  // namespace tablee::core
