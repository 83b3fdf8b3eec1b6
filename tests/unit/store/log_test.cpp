#include "store/log.h"

#include <doctest/doctest.h>

namespace log_test {

using namespace tablee;
using namespace tablee::store;

namespace {

Row example() {
  return Row{1, 1'700'000'000'000, "participant/12", "0123456789abcdef", 3, "ballot_cast", "{}", ""};
}

}  // namespace

TEST_CASE("the hash of a row is the SHA-256 of the text in docs/journal.md") {
  // printf 'tablee.row/1\n%064d\n1\n1700000000000\nparticipant/12\n0123456789abcdef\n3\nballot_cast\n{}' 0 | sha256sum
  CHECK(row_hash(first_previous_hash(), example()) ==
        "8faf7ee74bb1f624005657067e5853f50aafedc9f7bac61af832fd57eea3dbdb");
}

TEST_CASE("every part of a row and the previous hash change its hash") {
  const std::string hash = row_hash(first_previous_hash(), example());
  const auto differs = [&](auto change) {
    Row row = example();
    change(row);
    return row_hash(first_previous_hash(), row) != hash;
  };
  CHECK(differs([](Row& row) { row.seq = 2; }));
  CHECK(differs([](Row& row) { row.at += 1; }));
  CHECK(differs([](Row& row) { row.subject = "participant/13"; }));
  CHECK(differs([](Row& row) { row.sender = "0123456789abcdee"; }));
  CHECK(differs([](Row& row) { row.number = 4; }));
  CHECK(differs([](Row& row) { row.type = "ballot_casts"; }));
  CHECK(differs([](Row& row) { row.body = "{ }"; }));
  CHECK(row_hash(hash, example()) != hash);
}

TEST_CASE("the stored hash is no part of the hash") {
  Row row = example();
  row.hash = "anything";
  CHECK(row_hash(first_previous_hash(), row) == row_hash(first_previous_hash(), example()));
}

}  // namespace log_test
