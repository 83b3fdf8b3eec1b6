#include "text/view.h"

#include <map>
#include <vector>

#include "text/any.h"
#include "text/format.h"
#include "text/lib0.h"
#include "text/limits.h"
#include "text/store.h"
#include "text/utf16.h"

namespace tablee::text {
namespace {

enum TypeRef : std::uint8_t {
  ref_array = 0,
  ref_map = 1,
  ref_text = 2,
  ref_xml_element = 3,
  ref_xml_fragment = 4,
  ref_xml_hook = 5,
  ref_xml_text = 6
};

class Viewer {
 public:
  explicit Viewer(const Store& store) : store_(store) {}

  void root(const Type& type, RootKind kind) {
    switch (kind) {
      case RootKind::text:
        return text(type);
      case RootKind::map:
        return map(type, R"({"t":"map","map":)");
      case RootKind::array:
        return array(type);
      case RootKind::xml_fragment:
        return kids(type, R"({"t":"xmlfragment","kids":)");
    }
  }
  std::string take() { return std::move(json_); }

 private:
  void type(const Type& inner) {
    if (depth_ >= limits::view_depth_max) {
      json_.append("null");
      return;
    }
    ++depth_;
    switch (inner.number) {
      case ref_array:
        array(inner);
        break;
      case ref_map:
        map(inner, R"({"t":"map","map":)");
        break;
      case ref_text:
        text(inner);
        break;
      case ref_xml_element:
        named(R"({"t":"xmlelement","name":)", inner);
        json_.append(R"(,"attrs":)");
        attributes(inner);
        kids(inner, R"(,"kids":)");
        break;
      case ref_xml_fragment:
        kids(inner, R"({"t":"xmlfragment","kids":)");
        break;
      case ref_xml_hook:
        named(R"({"t":"xmlhook","name":)", inner);
        map(inner, R"(,"map":)");
        break;
      default:
        json_.append(R"({"t":"xmltext","attrs":)");
        attributes(inner);
        json_.append(R"(,"delta":)");
        delta(inner);
        json_.push_back('}');
    }
    --depth_;
  }

  void named(std::string_view start, const Type& inner) {
    json_.append(start);
    append_json_string(inner.name, json_);
  }

  // Elements one by one: `element` 0 is the first of the item.
  void value(const Item& item, std::uint32_t element, bool wrapped) {
    if (item.kind == Kind::type) {
      type(store_.type(store_.inner(item)));
      return;
    }
    if (item.kind == Kind::doc) {
      json_.append(R"({"t":"doc","guid":)");
      append_json_string(Reader(item.content.view()).var_bytes(), json_);
      json_.push_back('}');
      return;
    }
    json_.append(wrapped ? R"({"t":"any","v":)" : "");
    plain(item, element);
    json_.append(wrapped ? "}" : "");
  }

  void plain(const Item& item, std::uint32_t element) {
    const std::string_view content = item.content.view();
    if (item.kind == Kind::binary) {
      append_binary_as_json(content, json_);
    } else if (item.kind == Kind::embed) {
      json_.append(content);
    } else if (item.kind == Kind::string) {
      append_json_string(unit(content, element), json_);
    } else {
      Reader reader(content);
      for (std::uint32_t i = 0; i < element; ++i) {
        item.kind == Kind::any ? skip_any(reader) : static_cast<void>(reader.var_bytes());
      }
      if (item.kind == Kind::any) {
        append_any_as_json(reader, json_);
      } else {
        const std::string_view text = reader.var_bytes();
        json_.append(text == "undefined" ? R"({"$":"undef"})" : text);
      }
    }
  }

  // One unit of a text in a list; half a pair is shown as such.
  static std::string_view unit(std::string_view content, std::uint32_t at) {
    const Cut start = cut_at(content, at);
    const Cut end = cut_at(content, at + 1);
    return start.inside_pair || end.inside_pair ? half_pair : content.substr(start.byte, end.byte - start.byte);
  }

  // Calls with each visible item of the list.
  template <class Call>
  void each(const Type& of, const Call& call) {
    for (ItemNumber number = of.start; number != 0; number = store_.item(number).right) {
      if (const Item& item = store_.item(number); !item.deleted) {
        call(item);
      }
    }
  }

  void list(const Type& of) {
    json_.push_back('[');
    bool first = true;
    each(of, [&](const Item& item) {
      for (std::uint32_t element = 0; item.countable() && element < item.length; ++element) {
        json_.append(first ? "" : ",");
        first = false;
        value(item, element, true);
      }
    });
    json_.push_back(']');
  }

  void array(const Type& of) {
    json_.append(R"({"t":"array","items":)");
    list(of);
    json_.push_back('}');
  }

  void kids(const Type& of, std::string_view start) {
    json_.append(start);
    list(of);
    json_.push_back('}');
  }

  void values(const Type& of, bool wrapped) {
    std::map<std::string_view, ItemNumber> sorted;
    for (const auto& [key, number] : of.values) {
      if (!store_.item(number).deleted) {
        sorted.emplace(store_.key(key), number);
      }
    }
    json_.push_back('{');
    bool first = true;
    for (const auto& [key, number] : sorted) {
      json_.append(first ? "" : ",");
      first = false;
      append_json_string(key, json_);
      json_.push_back(':');
      value(store_.item(number), store_.item(number).length - 1, wrapped);
    }
    json_.push_back('}');
  }

  void map(const Type& of, std::string_view start) {
    json_.append(start);
    values(of, true);
    json_.push_back('}');
  }

  void attributes(const Type& of) { values(of, false); }

  void text(const Type& of) {
    json_.append(R"({"t":"text","text":)");
    std::string characters;
    each(of, [&](const Item& item) {
      if (item.kind == Kind::string) {
        characters.append(item.content.view());
      }
    });
    append_json_string(characters, json_);
    json_.append(R"(,"delta":)");
    delta(of);
    json_.push_back('}');
  }

  void delta(const Type& of) {
    json_.push_back('[');
    Formats formats;
    std::string run;
    const std::size_t start = json_.size();
    const auto separate = [&] { json_.append(json_.size() == start ? "" : ","); };
    const auto end_run = [&] {
      if (!run.empty()) {
        separate();
        json_.append(R"({"insert":)");
        append_json_string(run, json_);
        end_insert(formats);
        run.clear();
      }
    };
    each(of, [&](const Item& item) {
      if (item.kind == Kind::string) {
        run.append(item.content.view());
      } else if (item.kind == Kind::format) {
        end_run();
        change_formats(formats, item.content.view());
      } else if (item.kind == Kind::type || item.kind == Kind::embed) {
        end_run();
        separate();
        json_.append(item.kind == Kind::embed ? R"({"insert":{"embed":)" : R"({"insert":)");
        value(item, 0, false);
        json_.append(item.kind == Kind::embed ? "}" : "");
        end_insert(formats);
      }
    });
    end_run();
    json_.push_back(']');
  }

  void end_insert(const Formats& formats) {
    if (!formats.empty()) {
      json_.append(R"(,"attributes":{)");
      bool first = true;
      for (const auto& [name, json] : formats) {
        json_.append(first ? "" : ",");
        first = false;
        append_json_string(name, json_);
        json_.append(":").append(json);
      }
      json_.push_back('}');
    }
    json_.push_back('}');
  }

  const Store& store_;
  std::string json_;
  int depth_ = 0;
};

}  // namespace

std::string view_as_json(const Document& document, std::string_view root, RootKind kind) {
  const Store& store = document.store();
  const TypeNumber number = store.find_root(root);
  Viewer viewer(store);
  viewer.root(number == 0 ? Type{} : store.type(number), kind);
  return viewer.take();
}

}  // namespace tablee::text
