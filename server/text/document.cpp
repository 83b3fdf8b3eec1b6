#include "text/document.h"

#include <algorithm>
#include <map>

#include "text/edit.h"
#include "text/encode.h"
#include "text/limits.h"
#include "text/order.h"
#include "text/parked.h"
#include "text/transaction.h"

namespace tablee::text {

struct Workshop {
  Store store;
  Transaction transaction{store};
  Parked parked;
  Update update;  // memory used again from one update to the next
  Order order;

  Result<Nothing> admit();
  void integrate(const Stretch& stretch);
  void park(const Stretch& stretch, WireId need);
  void erase(const WireRange& range);
  void wake_all();
  void try_parked(std::uint64_t client, std::vector<std::uint64_t>& advanced);
  void retry_ranges();
  void give_back_memory();
};

namespace {

constexpr std::size_t kept_structs_max = 256;

// The clocks each client will have reached once the ready structs are in.
std::map<std::uint64_t, std::uint32_t> states_after(const Update& update, const Order& order, const Store& store) {
  std::map<std::uint64_t, std::uint32_t> states;
  for (const Stretch& stretch : order.ready) {
    const std::uint64_t client = update.runs[stretch.run].client;
    std::uint32_t& state = states.try_emplace(client, store.state_of(client)).first->second;
    if (stretch.end > stretch.first) {
      const WireStruct& last = update.structs[stretch.end - 1];
      state = std::max(state, last.clock + last.length);
    }
  }
  return states;
}

Refusal too_many(std::string detail) {
  return refuse(Code::too_many, "update", std::move(detail));
}

}  // namespace

// Whether the document can take this update: decided before anything changes.
Result<Nothing> Workshop::admit() {
  std::size_t new_clients = 0;
  for (const WireRun& run : update.runs) {
    new_clients += store.find_client(run.client) == 0 ? 1U : 0U;
  }
  if (store.clients_end() + new_clients > limits::clients_max) {
    return too_many("the document has too many clients");
  }
  if (store.roots() + update.structs.size() > limits::roots_max) {
    std::vector<std::string_view> names;
    for (const WireStruct& one : update.structs) {
      if (one.parent_by == ParentBy::root && store.find_root(one.root) == 0) {
        names.push_back(one.root);
      }
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    if (store.roots() + names.size() > limits::roots_max) {
      return too_many("the document has too many root types");
    }
  }
  std::uint64_t cost = parked.bytes();
  for (const Stretch& stretch : order.waiting) {
    for (std::size_t at = stretch.first; at < stretch.end; ++at) {
      cost += Parked::cost(update.structs[at]);
    }
  }
  if (!order.waiting.empty() && cost > limits::parked_bytes_max) {
    return too_many("too much would wait for what has not come");
  }
  const auto comes_early = [&](const WireRange& range) {
    return range.clock + range.length > store.state_of(range.client);
  };
  if (std::none_of(update.deletions.begin(), update.deletions.end(), comes_early)) {
    return Nothing{};
  }
  const auto states = states_after(update, order, store);
  std::size_t early = 0;
  for (const WireRange& range : update.deletions) {
    const auto at = states.find(range.client);
    const std::uint32_t state = at == states.end() ? store.state_of(range.client) : at->second;
    early += range.clock + range.length > state ? 1U : 0U;
  }
  if (early > 0 && parked.ranges() + early > limits::parked_ranges_max) {
    return too_many("too many deletions are of what has not come");
  }
  return Nothing{};
}

void Workshop::integrate(const Stretch& stretch) {
  if (stretch.first == stretch.end) {
    return;
  }
  const ClientNumber client = store.client_of(update.runs[stretch.run].client);
  for (std::size_t at = stretch.first; at < stretch.end; ++at) {
    const WireStruct& one = update.structs[at];
    if (one.clock + one.length > store.client(client).state) {
      transaction.integrate(client, one);
    }
  }
}

void Workshop::park(const Stretch& stretch, WireId need) {
  const std::uint64_t client = update.runs[stretch.run].client;
  for (std::size_t at = stretch.first; at < stretch.end; ++at) {
    parked.put(client, update.structs[at]);
  }
  if (parked.first(client)->wire.clock == update.structs[stretch.first].clock) {
    parked.wait(client, need);
  }
}

// The part that is there is deleted, the rest waits.
void Workshop::erase(const WireRange& range) {
  const ClientNumber client = store.find_client(range.client);
  const std::uint32_t state = client == 0 ? 0 : store.client(client).state;
  const std::uint32_t end = range.clock + range.length;
  const std::uint32_t there = std::min(end, state);
  if (range.clock < there) {
    transaction.erase_range({client, range.clock, there - range.clock});
  }
  if (end > there) {
    const std::uint32_t from = std::max(range.clock, there);
    parked.put_range({range.client, from, end - from});
  }
}

void Workshop::wake_all() {
  std::vector<std::uint64_t> advanced;
  for (const ClientNumber client : transaction.touched()) {
    advanced.push_back(store.client(client).id);
  }
  while (!advanced.empty()) {
    const std::uint64_t client = advanced.back();
    advanced.pop_back();
    try_parked(client, advanced);
    for (const std::uint64_t waiter : parked.wake(client, store.state_of(client))) {
      try_parked(waiter, advanced);
    }
  }
}

void Workshop::try_parked(std::uint64_t id, std::vector<std::uint64_t>& advanced) {
  while (const Parked::One* one = parked.first(id)) {
    if (one->wire.clock + one->wire.length > store.state_of(id)) {
      const Need need = need_of(id, one->wire, [&](std::uint64_t client) { return store.state_of(client); });
      if (need.waits) {
        parked.wait(id, need.unit);
        return;
      }
      transaction.integrate(store.client_of(id), one->wire);
      advanced.push_back(id);
    }
    parked.drop_first(id);
  }
}

void Workshop::retry_ranges() {
  const std::vector<ClientNumber> touched = transaction.touched();
  for (const ClientNumber client : touched) {
    const std::uint64_t id = store.client(client).id;
    for (const auto& [clock, length] : parked.take_ranges(id)) {
      erase({id, clock, length});
    }
  }
}

void Workshop::give_back_memory() {
  if (update.structs.capacity() > kept_structs_max) {
    update = {};
    order = {};
  }
}

Document::Document() : workshop_(std::make_unique<Workshop>()) {}
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

Result<Nothing> Document::apply(std::string_view bytes) {
  Workshop& shop = *workshop_;
  if (auto read = decode_update(bytes, shop.update); !read) {
    return read;
  }
  order_structs(shop.update, shop.store, shop.order);
  if (auto admitted = shop.admit(); !admitted) {
    return admitted;
  }
  shop.transaction.begin();
  for (const Stretch& stretch : shop.order.ready) {
    shop.integrate(stretch);
  }
  for (std::size_t i = 0; i < shop.order.waiting.size(); ++i) {
    shop.park(shop.order.waiting[i], shop.order.needs[i]);
  }
  if (!shop.parked.empty()) {
    shop.wake_all();
  }
  for (const WireRange& range : shop.update.deletions) {
    shop.erase(range);
  }
  if (!shop.parked.empty()) {
    shop.retry_ranges();
  }
  shop.transaction.finish();
  shop.give_back_memory();
  return Nothing{};
}

bool Document::pending() const {
  return !workshop_->parked.empty();
}

Result<Nothing> Document::insert(std::string_view root, std::uint32_t at, std::string_view utf8, std::uint64_t client) {
  return insert_text(workshop_->store, workshop_->transaction, {root, at, utf8, client});
}

Result<Nothing> Document::erase(std::string_view root, std::uint32_t at, std::uint32_t length) {
  return erase_text(workshop_->store, workshop_->transaction, {root, at, length});
}

std::string Document::take_changes() {
  return workshop_->transaction.take_changes();
}

std::string Document::missing_from(const StateVector& states) const {
  return encode_missing(workshop_->store, states);
}

std::string Document::state_vector() const {
  return encode_state_vector(workshop_->store);
}

const Store& Document::store() const {
  return workshop_->store;
}

}  // namespace tablee::text
