// The limit: an epoll loop that sends the same bytes with one send() a message, and writes ballots to a plain file with
// one fdatasync for all that arrived in a turn. It understands nothing.
//
// Its clients say: "join"; "load" followed by frames (each after its length, four bytes), kept by the server; "all":
// every message kept goes to everyone who joined; "snap": all of them go to the sender in one send(). Anything else is
// a ballot, answered by the first message kept once it is on the disk.
#pragma once

#include <string>

namespace tablee::bench {

// Prints its port, then serves until killed.
int run_raw_peer(const std::string& ballot_file);

}  // namespace tablee::bench
