// core/question_order.h: which question comes next, so that no table's second comes before every table's first.
//
// Shape    Rounds. In each, every table that still has a question gives its best: most supports, then oldest. Within a
//          round: most supports, then oldest. A table starts as many rounds later as it has had questions called. A
//          question of several tables is given by the first of them whose turn it is, and all of them are served by it.
// Cost     questions × rounds, after one sort.
// Source   Process reference, 2.9: at least one question a table before any table's second. A question shared by two
//          tables may come in the round of one that has already given its own; its other table would else go unheard.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "base/id.h"

namespace tablee::core {

struct WaitingQuestion {
  QuestionId id;  // ids are given in order of age
  std::vector<TableId> tables;
  std::int64_t supports = 0;
};

// Requires: every question has a table. `served`: how many questions of each table have been called; absent: none.
std::vector<QuestionId> order_questions(std::vector<WaitingQuestion> waiting, std::map<TableId, std::int64_t> served);

}  // namespace tablee::core
