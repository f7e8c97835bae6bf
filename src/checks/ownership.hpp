// Whether a sentence says that what it links to is the authors' own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace checks {

// Fallbacks of parameters, as a pack would write them.
inline constexpr std::string_view kOtherWords =
    "based on,build on,builds on,built on,build upon,builds upon,built upon,adapted from,adapt,"
    "adapts,borrow,borrows,modified from,derived from,fork of,forked from,we use,we "
    "used,uses,using,"
    "used,use the,we adopt,official,original,provided by,released by,following,implemented in,"
    "implemented with,implementation of,relies on,rely on,on top of,library,package,toolkit,"
    "framework,compared,compare,baseline,evaluate,evaluated,evaluation,license,licence,thanks to";
inline constexpr std::string_view kLeadWords =
    "at,from,via,on,in,to,here,under,see,visit,available,online,released,public,publicly,"
    "repository,website,page,link,url,code,data";

struct Cues {
  std::vector<std::string> own;    // "our code", "we release"
  std::vector<std::string> other;  // "based on", "we use": what follows is somebody else's
  std::vector<std::string> leads;  // "available", "at", "from": what stands right before a link
};

enum class Claim { none, unsure, clear };

// `before` is the sentence up to the link. Clear: an own cue, nothing of others after it, and it
// leads straight to the link. "Our code builds on LINK" and "we use LINK in our code" are none.
Claim claim(std::string_view before, const Cues& cues);

}  // namespace checks
