#include "core/question_order.h"

#include <doctest/doctest.h>

namespace question_order_test {

using namespace tablee;
using namespace tablee::core;

namespace {

using Order = std::vector<QuestionId>;

WaitingQuestion waiting(std::uint32_t id, std::vector<std::uint32_t> tables, std::int64_t supports) {
  WaitingQuestion question{QuestionId{id}, {}, supports};
  for (const std::uint32_t table : tables) {
    question.tables.push_back(TableId{table});
  }
  return question;
}

Order ids(std::vector<std::uint32_t> numbers) {
  Order order;
  for (const std::uint32_t number : numbers) {
    order.push_back(QuestionId{number});
  }
  return order;
}

}  // namespace

TEST_CASE("every table is heard once before any is heard twice, however many support its second") {
  const Order order = order_questions({waiting(1, {1}, 50), waiting(2, {1}, 40), waiting(3, {1}, 30),
                                       waiting(4, {2}, 0), waiting(5, {3}, 2), waiting(6, {2}, 1)},
                                      {});
  CHECK(order == ids({1, 5, 6, 2, 4, 3}));
}

TEST_CASE("within a round: most supports, then oldest") {
  CHECK(order_questions({waiting(3, {3}, 1), waiting(1, {1}, 1), waiting(2, {2}, 7)}, {}) == ids({2, 1, 3}));
  CHECK(order_questions({waiting(2, {1}, 4), waiting(1, {1}, 4)}, {}) == ids({1, 2}));
}

TEST_CASE("a table whose question was called waits for the others") {
  const Order order = order_questions({waiting(2, {1}, 9), waiting(3, {2}, 0)}, {{TableId{1}, 1}});
  CHECK(order == ids({3, 2}));
  const Order twice = order_questions({waiting(2, {1}, 9), waiting(3, {2}, 0), waiting(4, {2}, 0)}, {{TableId{1}, 2}});
  CHECK(twice == ids({3, 4, 2}));
}

TEST_CASE("a merged question serves all its tables") {
  const Order order =
      order_questions({waiting(1, {1, 2}, 9), waiting(2, {1}, 8), waiting(3, {2}, 7), waiting(4, {3}, 0)}, {});
  CHECK(order == ids({1, 4, 2, 3}));
}

TEST_CASE("no question, no order; ten tables with one each: all in one round") {
  CHECK(order_questions({}, {}).empty());
  std::vector<WaitingQuestion> all;
  for (std::uint32_t table = 1; table <= 10; ++table) {
    all.push_back(waiting(table, {table}, table % 3));
  }
  CHECK(order_questions(all, {}) == ids({2, 5, 8, 1, 4, 7, 10, 3, 6, 9}));
}

}  // namespace question_order_test
