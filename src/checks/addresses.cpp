#include "checks/addresses.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "util/text.hpp"

namespace checks {
namespace {

using re2::RE2;
using re2::StringPiece;

// Domains of two letters are countries; of the longer ones those that people have addresses under.
// Without a list every "recall@k.This" would be an address.
constexpr std::array<std::string_view, 28> kTopDomains = {
    "com",     "edu",     "org",      "net",     "gov",   "mil",   "int",
    "info",    "biz",     "name",     "pro",     "dev",   "app",   "tech",
    "science", "email",   "xyz",      "online",  "site",  "cloud", "asia",
    "group",   "systems", "research", "academy", "world", "mail",  "university"};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

bool is_case_uniform(std::string_view text) {
  auto is = [](int (*test)(int)) {
    return [test](char c) { return test(static_cast<unsigned char>(c)) != 0; };
  };
  return std::none_of(text.begin(), text.end(), is(std::isupper)) ||
         std::none_of(text.begin(), text.end(), is(std::islower));
}

bool is_top_domain(std::string_view label) {
  if (!is_case_uniform(label)) return false;
  return label.size() == 2 ||
         std::find(kTopDomains.begin(), kTopDomains.end(), lower(label)) != kTopDomains.end();
}

// "k" and "10" before a top domain come from recall@k and the like; 163.com and 126.com are real.
bool is_second_level(std::string_view label) {
  bool has_letter = std::any_of(label.begin(), label.end(),
                                [](char c) { return std::isalpha(static_cast<unsigned char>(c)); });
  return label.size() >= (has_letter ? 2 : 3);
}

// The longest beginning that can be a domain: the next sentence may be glued to it.
std::string_view real_domain(std::string_view domain) {
  for (;;) {
    auto dot = domain.find_last_of('.');
    if (dot == std::string_view::npos) return {};
    std::string_view host = domain.substr(0, dot);
    auto before = host.find_last_of('.');
    std::string_view second = before == std::string_view::npos ? host : host.substr(before + 1);
    if (is_top_domain(domain.substr(dot + 1)) && is_second_level(second)) return domain;
    domain = host;
  }
}

std::vector<std::string> expand(std::string_view local, std::string_view domain) {
  std::vector<std::string> addresses;
  static const RE2 name(R"(([A-Za-z0-9._%+'-]+))");
  StringPiece rest(local.data(), local.size());
  for (std::string one; RE2::FindAndConsume(&rest, name, &one);)
    if (one != "." && one != "-") addresses.push_back(one + "@" + std::string(domain));
  return addresses;
}

bool is_part_of_more(std::string_view text, Span span, std::string_view local) {
  bool has_before = span.begin > 0 && (text[span.begin - 1] == '@' || text[span.begin - 1] == '/');
  bool is_remote = span.end + 1 < text.size() && text[span.end] == ':' &&
                   std::isalnum(static_cast<unsigned char>(text[span.end + 1]));
  return has_before || is_remote || local == "git";
}

std::string_view as_view(StringPiece piece) {
  return {piece.data(), piece.size()};
}

Url split_url(std::string_view address) {
  Url url;
  url.text = address;
  std::string_view rest = address;
  if (auto scheme = rest.find("//"); scheme != std::string_view::npos && scheme < 9)
    rest.remove_prefix(scheme + 2);
  auto slash = rest.find_first_of("/?#");
  std::string_view host = rest.substr(0, slash);
  if (auto user = host.find_last_of('@'); user != std::string_view::npos)
    host.remove_prefix(user + 1);
  url.host = lower(host.substr(0, host.find(':')));
  if (url.host.starts_with("www.")) url.host.erase(0, 4);
  if (slash != std::string_view::npos) url.path = rest.substr(slash);
  return url;
}

std::string_view without_end_of_sentence(std::string_view url) {
  auto end = url.find_last_not_of(".,;:!?'\"*");
  url = url.substr(0, end == std::string_view::npos ? 0 : end + 1);
  auto count = [&](char c) { return std::count(url.begin(), url.end(), c); };
  bool closes_outer =
      url.ends_with(')') ? count(')') > count('(') : url.ends_with(']') && count(']') > count('[');
  return closes_outer ? without_end_of_sentence(url.substr(0, url.size() - 1)) : url;
}

// The rest of an address after a place's host and path; none where it is not under it.
std::optional<std::string> beyond(const Url& url, std::string_view place) {
  Url held = split_url(place);
  if (held.host.ends_with('.') && held.path.empty()) {
    if (!url.host.starts_with(held.host)) return std::nullopt;
    return url.host.substr(held.host.size()) + url.path;
  }
  bool same = url.host == held.host;
  if (!same && !(url.host.ends_with(held.host) && url.host.size() > held.host.size() &&
                 url.host[url.host.size() - held.host.size() - 1] == '.'))
    return std::nullopt;
  if (held.host.empty() || !lower(url.path).starts_with(lower(held.path))) return std::nullopt;
  std::string own_host = same ? "" : url.host.substr(0, url.host.size() - held.host.size() - 1);
  return own_host + url.path.substr(held.path.size());
}

// Whether the expression of web addresses can match: a scheme, "www." or the dot of a bare host.
bool may_have_url(std::string_view text) {
  auto is_letter = [&](std::size_t at) {
    return at < text.size() && std::isalpha(static_cast<unsigned char>(text[at]));
  };
  for (auto dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.', dot + 1)) {
    bool is_host = is_letter(dot + 1) && is_letter(dot + 2);
    bool is_www = dot > 0 && (text[dot - 1] | 0x20) == 'w';
    if (is_host || is_www) return true;
  }
  return text.find("//") != std::string_view::npos;
}

// What stands in brackets before one domain holds several names, but not a page of text. Counted
// here: as a part of the expression it takes milliseconds to compile.
bool is_no_list(std::string_view local) {
  constexpr std::size_t kLongestList = 300;
  bool is_bracketed = local.find_first_of("[{(") == 0 || local.starts_with("\xe2\x9f\xa8");
  return is_bracketed && local.size() > kLongestList + 7;  // two brackets and a blank
}

// "jane (at) cs.nowhere.edu", "jane at cs dot nowhere dot edu".
bool may_be_disguised(std::string_view text) {
  for (std::string_view sign : {"(at", "[at", "{at", "<at", "( at", "[ at", "(AT", "[AT", " dot "})
    if (text.find(sign) != std::string_view::npos) return true;
  return false;
}

void find_disguised(std::string_view text, std::vector<Email>& found) {
  static const RE2 address(
      R"((?:\b([A-Za-z0-9][\w.+-]*)\s?[\(\[\{<]\s?(?i:at)\s?[\)\]\}>]\s?)"
      R"(((?:[A-Za-z0-9-]+\s?(?:\.|[\(\[\{<]\s?(?i:dot)\s?[\)\]\}>]| dot )\s?)+[A-Za-z]{2,24})\b))"
      R"(|(?:\b([a-z][\w.]*) at ((?:[a-z0-9-]+ dot )+[a-z]{2,10})\b))");
  static const RE2 kDot(R"(\s?[\(\[\{<]?\s?\b(?i:dot)\b\s?[\)\]\}>]?\s?|\s?\.\s?)");
  StringPiece all(text.data(), text.size());
  StringPiece parts[5];
  for (std::size_t at = 0; address.Match(all, at, text.size(), RE2::UNANCHORED, parts, 5);) {
    auto begin = static_cast<std::size_t>(parts[0].data() - text.data());
    at = begin + parts[0].size();
    std::string local(parts[1].empty() ? parts[3] : parts[1]);
    std::string domain(parts[1].empty() ? parts[4] : parts[2]);
    RE2::GlobalReplace(&domain, kDot, ".");
    std::string_view real = real_domain(domain);
    if (real.empty()) continue;
    found.push_back({{begin, at}, std::string(parts[0]), {local + "@" + std::string(real)}});
  }
}

}  // namespace

std::vector<Email> find_emails(std::string_view text) {
  std::vector<Email> found;
  if (may_be_disguised(text)) find_disguised(text, found);
  if (text.find('@') == std::string_view::npos) return found;
  static const RE2 address(
      R"(((?:[\{\[\(\x{27e8}][\w.,;|+\\/\s-]+[\}\]\)\x{27e9}]\s?)|[A-Za-z0-9_][\w.%+'-]*))"
      R"(@\s?((?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,24}))");
  StringPiece rest(text.data(), text.size()), local, domain;
  while (RE2::FindAndConsume(&rest, address, &local, &domain)) {
    std::string_view real = real_domain(as_view(domain));
    if (real.empty() || is_no_list(as_view(local))) continue;
    auto begin = static_cast<std::size_t>(local.data() - text.data());
    auto end = static_cast<std::size_t>(real.data() + real.size() - text.data());
    if (is_part_of_more(text, {begin, end}, as_view(local))) continue;
    Email email{{begin, end}, std::string(text.substr(begin, end - begin)), {}};
    email.addresses = expand(as_view(local), real);
    if (!email.addresses.empty()) found.push_back(std::move(email));
  }
  return found;
}

std::string close_up_addresses(std::string_view text) {
  std::string out(text);
  static const RE2 at(R"(([A-Za-z0-9}\])]) ?@ ?([A-Za-z0-9]))");
  static const RE2 dot(R"((@[A-Za-z0-9.-]*) ?\. ?([A-Za-z0-9-]+))");
  RE2::GlobalReplace(&out, at, R"(\1@\2)");
  for (int labels = 0; labels < 5; ++labels) RE2::GlobalReplace(&out, dot, R"(\1.\2)");
  return out;
}

std::vector<Url> find_urls(std::string_view text) {
  static const RE2 address(
      R"((?i:https?: ?// ?|www\.)[^\s<>"{}|\\^`\x{201c}\x{201d}]+)"
      R"(|(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,24}(?:/[^\s<>"{}|\\^`\x{201c}\x{201d}]*)?)");
  static const RE2 kTilde("[\u223c\u02dc]");
  std::vector<Url> found;
  if (!may_have_url(text)) return found;
  StringPiece all(text.data(), text.size()), match;
  for (std::size_t at = 0; address.Match(all, at, text.size(), RE2::UNANCHORED, &match, 1);) {
    std::string_view whole = without_end_of_sentence(as_view(match));
    auto begin = static_cast<std::size_t>(match.data() - text.data());
    at = begin + match.size();
    if (whole.empty() || (begin > 0 && text[begin - 1] == '@')) continue;
    std::string cleaned(whole);
    cleaned.erase(std::remove(cleaned.begin(), cleaned.end(), ' '), cleaned.end());
    RE2::GlobalReplace(&cleaned, kTilde, "~");
    Url url = split_url(cleaned);
    url.span = {begin, begin + whole.size()};
    if (url.host.find('.') != std::string::npos) found.push_back(std::move(url));
  }
  return found;
}

std::optional<Url> parse_url(std::string_view uri) {
  uri = util::trim(uri);
  std::string start = lower(uri.substr(0, 8));
  if (!start.starts_with("http://") && !start.starts_with("https://")) return std::nullopt;
  Url url = split_url(uri);
  if (url.host.find('.') == std::string::npos) return std::nullopt;
  return url;
}

bool is_under(const Url& url, const std::vector<std::string>& places) {
  return std::any_of(places.begin(), places.end(),
                     [&](const std::string& place) { return beyond(url, place).has_value(); });
}

bool names_owner(const Url& url, const std::vector<std::string>& places) {
  return std::any_of(places.begin(), places.end(), [&](const std::string& place) {
    auto rest = beyond(url, place);
    return rest && rest->find_first_not_of("/?#") != std::string::npos;
  });
}

}  // namespace checks
