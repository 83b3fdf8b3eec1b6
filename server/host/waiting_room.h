// host/waiting_room.h: tablets that wait for the facilitator to say whose they are. Nothing is asked of who holds one.
//
// Shape    Each device is called by a picture and a number, the same when it comes back after a cut or a reload.
//          Several connections of one device share its number: it is placed on all of them.
// Errors   too_many past waiting_max connections, or waiting_per_address_max from one address.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "host/outbox.h"
#include "wire/frame.h"

namespace tablee::host {

inline constexpr std::size_t waiting_max = 100;
inline constexpr std::int64_t waiting_per_address_max = 10;
inline constexpr std::int64_t waiting_pictures = 12;

// The picture of a number: one of twelve, in turn.
constexpr std::int64_t waiting_picture(std::int64_t number) {
  return (number - 1) % waiting_pictures + 1;
}

class WaitingRoom {
 public:
  // Requires: not inside. Returns the number this device is called by.
  Result<std::int64_t> enter(ConnectionId id, std::string_view device, std::string_view address);
  // Requires: inside.
  void leave(ConnectionId id);
  // The device has been placed: another may be called by its number.
  void forget(std::string_view device);

  const std::vector<ConnectionId>& connections() const { return connections_; }
  std::vector<ConnectionId> of_device(std::string_view device) const;
  // By number.
  std::vector<wire::WaitingDevice> devices() const;

 private:
  struct Guest {
    std::string device;
    std::string address;
  };

  std::int64_t number_of(const std::string& device);
  bool inside(std::string_view device) const;

  std::vector<ConnectionId> connections_;
  std::vector<Guest> guests_;                                 // of connections_, in the same order
  std::map<std::string, std::int64_t, std::less<>> numbers_;  // of devices inside, and of those that may come back
};

}  // namespace tablee::host
