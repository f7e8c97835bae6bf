#include <re2/re2.h>

#include <string>

#include "supplement/looks.hpp"
#include "util/json.hpp"
#include "util/text.hpp"

namespace supplement {
namespace {

using re2::RE2;
using re2::StringPiece;
using util::Json;

constexpr std::size_t kMostBytes = 1'000'000;

std::string text_of(const Json& json, std::initializer_list<const char*> keys) {
  std::string text;
  for (const char* key : keys)
    if (auto found = json.find(key); found != json.end() && found->is_string())
      text += (text.empty() ? "" : " ") + found->get<std::string>();
  return text;
}

class Reader {
 public:
  Reader(const File& file, Gathering& out) : file_(file), out_(out) {}

  // Every place where the expression, which has one group, finds somebody.
  void find(const RE2& expression, std::string_view kind = "manifest") {
    StringPiece rest(file_.bytes.data(), file_.bytes.size()), who;
    while (RE2::FindAndConsume(&rest, expression, &who)) {
      std::string_view name = util::trim({who.data(), who.size()});
      if (!name.empty()) out_.tell(kind, file_.name, line_of(name), name, name);
    }
  }

  // In TOML, lists of authors in either of two forms.
  void find_in_lists() {
    static const RE2 list(R"((?ms)^\s*(?:authors|maintainers)\s*=\s*\[(.*?)\]\s*$)");
    static const RE2 one(R"(\{[^}]*\}|"[^"]*"|'[^']*')"), value(R"(=\s*["']([^"']*)["'])");
    StringPiece rest(file_.bytes.data(), file_.bytes.size()), inner;
    while (RE2::FindAndConsume(&rest, list, &inner)) {
      StringPiece match;
      for (std::size_t at = 0; one.Match(inner, at, inner.size(), RE2::UNANCHORED, &match, 1);) {
        at = static_cast<std::size_t>(match.data() - inner.data()) + match.size();
        std::string who;
        StringPiece part;
        for (StringPiece table = match; RE2::FindAndConsume(&table, value, &part);)
          who += (who.empty() ? "" : " ") + std::string(part.data(), part.size());
        if (who.empty() && match.size() > 2) who.assign(match.data() + 1, match.size() - 2);
        out_.tell("manifest", file_.name, line_of({match.data(), match.size()}), who, who);
      }
    }
  }

  void find_in_json(std::initializer_list<const char*> keys, std::string_view kind) {
    Json json = Json::parse(file_.bytes, nullptr, false);
    if (!json.is_object()) return;
    for (const char* key : keys) {
      auto found = json.find(key);
      if (found == json.end()) continue;
      if (!found->is_array()) {
        person(*found, kind);
        continue;
      }
      for (const Json& each : *found) person(each, kind);
    }
  }

 private:
  void person(const Json& json, std::string_view kind) {
    std::string who;
    if (json.is_string()) who = json.get<std::string>();
    if (json.is_object()) who = text_of(json, {"givenName", "familyName", "name", "email"});
    out_.tell(kind, file_.name, 0, who, who);
  }

  int line_of(std::string_view part) const {
    int line = 1;
    for (const char* at = file_.bytes.data(); at < part.data(); ++at) line += *at == '\n' ? 1 : 0;
    return line;
  }

  const File& file_;
  Gathering& out_;
};

void look_at_python(Reader reader) {
  static const RE2 author(
      R"((?m)^\s*(?:author|maintainer)(?:[_-]email)?\s*=\s*["']?([^"'\n#]+?)["']?\s*[,)]?\s*$)");
  reader.find(author);
}

void look_at_citation(Reader reader) {
  static const RE2 author(
      R"((?m)^[\s-]*(?:family-names|given-names|name|email|orcid)\s*:\s*["']?([^"'\n]+))");
  reader.find(author);
}

void look_at_description(Reader reader) {
  static const RE2 author(R"((?m)^(?:Author|Maintainer|Authors@R):\s*(.+)$)");
  reader.find(author);
}

// Where an environment was made; what lies in a home is found as any path is.
void look_at_environment(Reader reader) {
  static const RE2 prefix(R"((?m)^prefix:\s*(\S.*)$)");
  reader.find(prefix, "path");
}

// Notebooks that were run in a browser keep who ran them.
void look_at_notebook(Reader reader) {
  static const RE2 user(R"re("displayName"\s*:\s*"([^"]+)")re");
  reader.find(user, "manifest");
}

struct Kind {
  std::string_view name;  // all of it, or how it ends where it begins with a dot
  void (*look)(Reader);
};
constexpr Kind kKinds[] = {
    {"setup.py", look_at_python},
    {"setup.cfg", look_at_python},
    {"pyproject.toml", [](Reader it) { it.find_in_lists(); }},
    {"Cargo.toml", [](Reader it) { it.find_in_lists(); }},
    {"Project.toml", [](Reader it) { it.find_in_lists(); }},
    {"CITATION.cff", look_at_citation},
    {"DESCRIPTION", look_at_description},
    {"package.json",
     [](Reader it) {
       it.find_in_json({"author", "contributors", "maintainers"}, "manifest");
     }},
    {"codemeta.json",
     [](Reader it) {
       it.find_in_json({"author", "maintainer"}, "manifest");
     }},
    {".zenodo.json",
     [](Reader it) {
       it.find_in_json({"creators", "contributors"}, "manifest");
     }},
    {"wandb-metadata.json",
     [](Reader it) {
       it.find_in_json({"host"}, "host");
       it.find_in_json({"username", "email"}, "account");
     }},
    {".ipynb", look_at_notebook},
    {".yml", look_at_environment},
    {".yaml", look_at_environment},
};

}  // namespace

void look_at_manifest(const File& file, Gathering& out) {
  for (const Kind& kind : kKinds) {
    bool is_it =
        file.base() == kind.name || (kind.name[0] == '.' && file.base().ends_with(kind.name));
    bool is_small = file.bytes.size() <= kMostBytes || kind.name == ".ipynb";
    if (is_it && is_small) kind.look(Reader(file, out));
  }
}

}  // namespace supplement
