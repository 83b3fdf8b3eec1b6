// core/seal.h: the avis as it is sealed.
//
// Shape    Canonical text, UTF-8, LF: question, then each article in order with its number, title, fields, outcome and
//          counts, and the ids of its sources. Its SHA-256 is shown on the projector and printed in every export.
//            tablee.avis/1
//            question BYTES        the French question, BYTES bytes of UTF-8, follows on the next line, then LF
//            articles COUNT
//            article NUMBER
//            field ID BYTES        title first, then the frame; each text follows like the question
//            vote OUTCOME for N against N abstain N base N yes_needed N quorum_needed N [unsure N]
//            sources ID ID …       in order of id; the line is `sources` alone when there is none
//            merged ID from ID ID … one line for each source that groups merged: the ideas that people wrote
//          Only published counts are in it, and every count that was closed is published just before the seal: an
//          article that was never voted on has the line `vote none`. Lengths come before texts, so no text can pass for
//          a line of the format.
#pragma once

#include <string>

#include "core/state.h"

namespace tablee::core {

std::string canonical_avis(const State& state);

}  // namespace tablee::core
