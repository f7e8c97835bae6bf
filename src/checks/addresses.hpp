// E-mail addresses and web addresses in text, told from what merely looks like them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/squeezed.hpp"

namespace checks {

struct Email {
  Span span;
  std::string text;                    // as printed: "{ann, bob}@uni.edu"
  std::vector<std::string> addresses;  // "ann@uni.edu", "bob@uni.edu"
};

// Not "recall@10.In", decorators, git remotes, or log-ins inside a web address.
std::vector<Email> find_emails(std::string_view text);

// Without the blanks that small capitals and kerning leave in addresses: "ANN @ UNI . EDU". Only
// for blocks of authors: in running text it would make addresses of "recall @ 10. In".
std::string close_up_addresses(std::string_view text);

struct Url {
  Span span;
  std::string text;  // as printed, without what ends a sentence
  std::string host;  // lower case, without "www."
  std::string path;  // with its first "/", query and fragment; may be empty
};

// With a scheme, with "www.", or as a bare host such as "site.org/path".
std::vector<Url> find_urls(std::string_view text);

// Of a link's target; none where it is no web address.
std::optional<Url> parse_url(std::string_view uri);

// Whether one of the places holds it. "site.org/path" is the host, any host under it, and every
// path that begins so; "git." is every host that begins so.
bool is_under(const Url& url, const std::vector<std::string>& places);

// Whether it says more than the place alone: a path of its own or a host of its own under it.
bool names_owner(const Url& url, const std::vector<std::string>& places);

}  // namespace checks
