#include "core/condition.h"

#include <algorithm>
#include <string>

namespace tablee::core {
namespace {

constexpr std::size_t digits_max = 9;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || c == '_';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

template <class Enum>
std::optional<Enum> named(std::string_view word) {
  const auto names = names_of(Enum{});
  const auto found = std::find(names.begin(), names.end(), word);
  return found == names.end() ? std::nullopt : std::optional(static_cast<Enum>(found - names.begin()));
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) { advance(); }

  Result<Condition> run() {
    Condition condition;
    do {
      auto all = tests();
      if (!all) {
        return all.error();
      }
      condition.any_of.push_back(std::move(*all));
    } while (take("or"));
    if (!word_.empty()) {
      return expected("« and », « or » ou la fin");
    }
    return condition;
  }

 private:
  // The next word: letters, a number, or a sign. Empty at the end.
  void advance() {
    before_ = word_.empty() ? before_ : word_;
    while (at_ < text_.size() && text_[at_] == ' ') {
      ++at_;
    }
    const std::size_t start = at_;
    const auto run = [&](auto belongs) {
      while (at_ < text_.size() && belongs(text_[at_])) {
        ++at_;
      }
    };
    if (at_ < text_.size()) {
      if (is_letter(text_[at_])) {
        run(is_letter);
      } else if (is_digit(text_[at_])) {
        run([](char c) { return is_digit(c) || c == '.'; });
      } else if (text_[at_] == '*') {
        ++at_;
      } else {
        run([](char c) { return c == '>' || c == '='; });
        at_ += at_ == start ? 1 : 0;
      }
    }
    word_ = text_.substr(start, at_ - start);
  }

  bool take(std::string_view word) {
    if (word_ != word) {
      return false;
    }
    advance();
    return true;
  }

  Refusal expected(const std::string& what) const {
    const std::string place = before_.empty() ? "Au début" : "Après « " + std::string(before_) + " »";
    const std::string found = word_.empty() ? "la fin" : "« " + std::string(word_) + " »";
    return refuse(Code::malformed, "when", place + ", il faut " + what + ", et non " + found + ".");
  }

  Result<std::vector<Test>> tests() {
    std::vector<Test> all;
    do {
      auto one = test();
      if (!one) {
        return one.error();
      }
      all.push_back(std::move(*one));
    } while (take("and"));
    return all;
  }

  Result<Test> test() {
    Test made;
    if (const auto flag = named<Flag>(word_)) {
      advance();
      made.flag = *flag;
      return made;
    }
    if (take("outcome")) {
      made.comparison = Comparison::outcome;
      if (!take("==")) {
        return expected("« == »");
      }
      const auto issue = named<Issue>(word_);
      if (!issue) {
        return expected("adopted, rejected ou no_quorum");
      }
      advance();
      made.issue = *issue;
      return made;
    }
    auto left = value();
    if (!left) {
      return left.error();
    }
    if (word_ != ">=" && word_ != "==") {
      return expected("« >= » ou « == »");
    }
    made.comparison = word_ == ">=" ? Comparison::at_least : Comparison::equal;
    advance();
    auto right = value();
    if (!right) {
      return right.error();
    }
    made.left = std::move(*left);
    made.right = std::move(*right);
    return made;
  }

  Result<Value> value() {
    Value made;
    do {
      if (const auto quantity = named<Quantity>(word_)) {
        made.quantities.push_back(*quantity);
      } else if (const auto number = fraction(word_)) {
        if (made.factor != Fraction{1, 1}) {
          return expected("une seule valeur chiffrée");
        }
        made.factor = *number;
      } else {
        return expected("un nombre ou une variable connue");
      }
      advance();
    } while (take("*"));
    if (made.quantities.size() > 2) {
      return expected("au plus deux variables multipliées");
    }
    return made;
  }

  static std::optional<Fraction> fraction(std::string_view word) {
    Fraction made;
    std::size_t digits = 0;
    bool after_point = false;
    for (const char c : word) {
      if (c == '.' && !after_point && digits > 0) {
        after_point = true;
      } else if (is_digit(c) && digits < digits_max) {
        made.numerator = made.numerator * 10 + (c - '0');
        made.denominator *= after_point ? 10 : 1;
        ++digits;
      } else {
        return std::nullopt;
      }
    }
    return digits == 0 || word.back() == '.' ? std::nullopt : std::optional(made);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string_view word_;
  std::string_view before_;
};

Fraction value_of(Quantity quantity, const Facts& facts) {
  switch (quantity) {
    case Quantity::present:
      return {facts.present, 1};
    case Quantity::expected:
      return {facts.expected, 1};
    case Quantity::voters:
      return {facts.voters, 1};
    case Quantity::tables_ready:
      return facts.tables_ready;
    case Quantity::turn:
      return {facts.turn, 1};
    case Quantity::duration:
      return {facts.duration, 1};
    case Quantity::planned:
      return {facts.planned, 1};
    case Quantity::ceiling:
      return {facts.ceiling, 1};
  }
  return {};
}

// 128 bits: a number of nine digits times two quantities of the room, on both sides, would pass 64.
__extension__ typedef __int128 Wide;

struct WideFraction {
  Wide numerator;
  Wide denominator;
};

WideFraction value_of(const Value& value, const Facts& facts) {
  WideFraction made{value.factor.numerator, value.factor.denominator};
  for (const Quantity quantity : value.quantities) {
    const Fraction each = value_of(quantity, facts);
    made.numerator *= each.numerator;
    made.denominator *= each.denominator;
  }
  return made;
}

bool flag_of(Flag flag, const Facts& facts) {
  switch (flag) {
    case Flag::time_up:
      return facts.time_up;
    case Flag::all_ready:
      return facts.all_ready;
    case Flag::all_voted:
      return facts.all_voted;
    case Flag::facilitator:
      return facts.facilitator;
  }
  return false;
}

bool holds(const Test& test, const Facts& facts) {
  if (test.comparison == Comparison::flag) {
    return flag_of(test.flag, facts);
  }
  if (test.comparison == Comparison::outcome) {
    return facts.outcome == test.issue;
  }
  const WideFraction left = value_of(test.left, facts);
  const WideFraction right = value_of(test.right, facts);
  const Wide a = left.numerator * right.denominator;
  const Wide b = right.numerator * left.denominator;
  return test.comparison == Comparison::at_least ? a >= b : a == b;
}

}  // namespace

Result<Condition> parse_condition(std::string_view text) {
  return Parser(text).run();
}

bool holds(const Condition& condition, const Facts& facts) {
  return std::any_of(condition.any_of.begin(), condition.any_of.end(), [&](const std::vector<Test>& all) {
    return std::all_of(all.begin(), all.end(), [&](const Test& test) { return holds(test, facts); });
  });
}

bool mentions(const Condition& condition, Flag flag) {
  return std::any_of(condition.any_of.begin(), condition.any_of.end(), [&](const std::vector<Test>& all) {
    return std::any_of(all.begin(), all.end(),
                       [&](const Test& test) { return test.comparison == Comparison::flag && test.flag == flag; });
  });
}

}  // namespace tablee::core
