// text/view.h: what a document holds, as JSON.
//
// Shape    {"t":"text","text","delta"}, {"t":"map","map"}, {"t":"array","items"}, {"t":"xmlfragment","kids"}, and
//          inside them {"t":"xmlelement","name","attrs","kids"}, {"t":"xmltext","attrs","delta"},
//          {"t":"xmlhook","name","map"},
//          {"t":"doc","guid"}, {"t":"any","v"}. A delta is a list of {"insert", "attributes"}: a text, a type as above,
//          or
//          {"embed": value}. Values JSON lacks: text/any.h. Keys in the order of their bytes.
// Limits   Types deeper than limits::view_depth_max are read as null.
// Source   Yjs 13.6, YText.toDelta, typeListToArray, typeMapGetAll; the delta of the Quill editor.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/document.h"

namespace tablee::text {

// How a root is read: its kind is known to its readers only.
enum class RootKind : std::uint8_t { text, map, array, xml_fragment };

std::string view_as_json(const Document& document, std::string_view root, RootKind kind);

}  // namespace tablee::text
