#include "text/document.h"

#include <algorithm>
#include <map>

#include "base/check.h"
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

  Result<Nothing> read(std::string_view bytes);
  std::size_t early_ranges() const;
  bool has_deleted(const WireRange& range) const;
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

// Of what will not have come once the ready structs are in.
std::size_t Workshop::early_ranges() const {
  const auto comes_early = [&](const WireRange& range) {
    return range.clock + range.length > store.state_of(range.client);
  };
  if (std::none_of(update.deletions.begin(), update.deletions.end(), comes_early)) {
    return 0;
  }
  const auto states = states_after(update, order, store);
  return static_cast<std::size_t>(
      std::count_if(update.deletions.begin(), update.deletions.end(), [&](const WireRange& range) {
        const auto at = states.find(range.client);
        const std::uint32_t state = at == states.end() ? store.state_of(range.client) : at->second;
        return range.clock + range.length > state;
      }));
}

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
  if (const std::size_t early = early_ranges(); early > 0 && parked.ranges() + early > limits::parked_ranges_max) {
    return too_many("too many deletions are of what has not come");
  }
  return Nothing{};
}

Result<Nothing> Workshop::read(std::string_view bytes) {
  if (auto decoded = decode_update(bytes, update); !decoded) {
    return decoded;
  }
  order_structs(update, store, order);
  return admit();
}

bool Workshop::has_deleted(const WireRange& range) const {
  const ClientNumber client = store.find_client(range.client);
  const std::uint32_t end = range.clock + range.length;
  if (client == 0 || end > store.client(client).state) {
    return false;
  }
  const std::vector<Entry>& entries = store.client(client).entries;
  for (std::size_t at = store.find(client, range.clock); at < entries.size() && entries[at].clock < end; ++at) {
    if (!store.item(entries[at].item).deleted) {
      return false;
    }
  }
  return true;
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

Document::Document(const Document& other) : Document() {
  TABLEE_CHECK(apply(other.missing_from({})));
  take_changes();
}

Document& Document::operator=(const Document& other) {
  return *this = Document(other);
}

Result<Nothing> Document::apply(std::string_view bytes) {
  Workshop& shop = *workshop_;
  if (auto read = shop.read(bytes); !read) {
    return read;
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

Result<Nothing> Document::takes_whole(std::string_view bytes) const {
  Workshop& shop = *workshop_;
  auto read = shop.read(bytes);
  if (read && (!shop.order.waiting.empty() || shop.early_ranges() > 0)) {
    read = refuse(Code::conflict, "update", "it goes on from what has not come");
  }
  shop.give_back_memory();
  return read;
}

bool Document::has_all_of(std::string_view bytes) const {
  Workshop& shop = *workshop_;
  if (!decode_update(bytes, shop.update)) {
    return false;
  }
  const bool has = std::all_of(shop.update.runs.begin(), shop.update.runs.end(),
                               [&](const WireRun& run) {
                                 if (run.count == 0) {
                                   return true;
                                 }
                                 const WireStruct& last = shop.update.structs[run.first + run.count - 1];
                                 return last.clock + last.length <= shop.store.state_of(run.client);
                               }) &&
                   std::all_of(shop.update.deletions.begin(), shop.update.deletions.end(),
                               [&](const WireRange& range) { return shop.has_deleted(range); });
  shop.give_back_memory();
  return has;
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
