#include "packs/language.hpp"

namespace packs {
namespace {

constexpr Key kPack[] = {
    {"id", KeyType::name,
     "What --pack calls it. It is the file's name without .toml, of small letters, digits, - and "
     "dots.",
     "\"workshop-2027\""},
    {"title", KeyType::text, "What people call the venue. It is not inherited.",
     "\"Workshop on Examples 2027\""},
    {"version", KeyType::text,
     "Results carry it, beside the hash of all files. It is not inherited.", "\"1.0.0\""},
    {"extends", KeyType::packs,
     "The pack whose rules and words this one takes over, or a list of them, the later over the "
     "earlier.",
     "\"blind\""},
    {"url", KeyType::url, "The page on which the venue says what it asks.",
     "\"https://example.org/call\""},
    {"read_on", KeyType::date, "The day on which somebody read that page.", "2026-11-21"},
    {"stages", KeyType::stage_list,
     "The stages that papers are judged at, the one without --stage first. Left out, it is what is "
     "inherited, or submission alone.",
     "[\"submission\", \"camera-ready\"]"},
    {"tracks", KeyType::names, "The tracks of the venue, the one without --track first.",
     "[\"long\", \"short\"]"},
    {"sections", KeyType::sections, "Kinds of section, each with the headings that begin one.",
     "[sections.references]"},
    {"marks", KeyType::marks, "For a stage, texts that only papers compiled for it show.",
     "submission = [\"Do not distribute\"]"},
    {"rule", KeyType::rules, "What is asked of papers.", "[rule.page-limit]"},
    {"gap", KeyType::gaps, "What the venue asks and no rule can judge.", "[[gap]]"},
    {"identify", KeyType::identity,
     "By what else papers of this pack are known where nobody names a pack.", "[identify]"},
};

constexpr Key kSection[] = {
    {"words", KeyType::texts,
     "Headings that begin such a section. They are compared without their number, in any case.",
     "[\"References\", \"Bibliography\"]"},
    {"counted", KeyType::flag,
     "Whether its pages go against the limit on main pages. Left out, they do.", "false"},
};

// What a rule, a stage and a track may all say.
constexpr Key kSeverity = {
    "severity", KeyType::severity,
    "What a finding does to a paper: an error rejects it, a warning is for the author, a note is "
    "for whoever asks. Every rule has one.",
    "\"error\""};
constexpr Key kPerson = {"person", KeyType::flag,
                         "Whether a person decides: a warning then asks for a review. Left out, "
                         "nobody has to.",
                         "true"};
constexpr Key kWith = {"with", KeyType::limits,
                       "The limits, by the names that the check gives them; see "
                       "deskcheck-checks(7). In a list, \"<RULE.LIMIT>\" stands for all that the "
                       "list of another rule holds.",
                       "{ max = 4 }"};
constexpr Key kCite = {"cite", KeyType::cite, "What the venue says, and where.",
                       "{ text = \"At most 4 pages.\" }"};
constexpr Key kFix = {"fix", KeyType::text,
                      "How to mend it, where the check's own advice does not fit the venue.",
                      "\"Move proofs into the supplement.\""};
constexpr Key kOff = {"off", KeyType::flag, "Whether the rule is left out.", "true"};
constexpr Key kByStage = {"stage", KeyType::by_stage,
                          "For a stage, what is otherwise than in the rest of the rule.",
                          "[rule.page-limit.stage.camera-ready]"};

constexpr Key kRule[] = {
    {"check", KeyType::check, "The property that is looked at. An inherited rule has one already.",
     "\"length/main-pages\""},
    kSeverity,
    kPerson,
    kWith,
    kCite,
    {"stages", KeyType::stage_list, "Where it holds. Left out, at every stage.",
     "[\"submission\"]"},
    {"tracks", KeyType::names, "Likewise for tracks.", "[\"short\"]"},
    kFix,
    kOff,
    kByStage,
    {"track", KeyType::by_track,
     "For a track, what is otherwise; it may have a stage of its own in turn.",
     "[rule.page-limit.track.short]"},
};

constexpr Key kStage[] = {kSeverity, kPerson, kWith, kCite, kFix, kOff};
constexpr Key kTrack[] = {kSeverity, kPerson, kWith, kCite, kFix, kOff, kByStage};

constexpr Key kCiteKeys[] = {
    {"text", KeyType::text, "The sentence itself, as the venue wrote it.", "\"At most 4 pages.\""},
    {"url", KeyType::url, "Where it stands. Left out, on the page of the pack.",
     "\"https://example.org/faq\""},
    {"read_on", KeyType::date,
     "The day on which somebody read it there. Left out, that of the pack.", "2026-11-21"},
};

constexpr Key kGap[] = {
    {"check", KeyType::text, "The check that would judge it; there need not be one yet.",
     "\"layout/text-block\""},
    {"why", KeyType::text, "Why it is not judged. Every report says so.",
     "\"the style is not public\""},
    {"stages", KeyType::stage_list, "Where it is a gap. Left out, at every stage.",
     "[\"camera-ready\"]"},
    {"tracks", KeyType::names, "Likewise for tracks.", "[\"short\"]"},
};

constexpr Key kIdentity[] = {
    {"texts", KeyType::texts,
     "What the style prints in any of its editions and at any stage, and no other style prints. "
     "{year} stands for the year.",
     "[\"Proceedings of the {year} Workshop\"]"},
    {"common", KeyType::texts,
     "What the styles of several venues print, so that it tells none of them.",
     "[\"Anonymous submission\"]"},
    {"info", KeyType::info,
     "What the style, or the sample that papers begin from, writes into an entry of the PDF's Info "
     "dictionary, as a part of it.",
     "{ Subject = [\"Proceedings of the Workshop {year}\"] }"},
    {"title", KeyType::title,
     "How the style sets the title: at the \"left\" edge of the text or \"centred\".",
     "\"centred\""},
    {"layout", KeyType::layouts,
     "The layouts that papers of the venue have, where the rules do not say how the style sets a "
     "page, or older styles set it otherwise: limits by the checks layout/page-size, "
     "layout/columns, layout/text-block, layout/line-spacing, font/body-size and font/body-family. "
     "What one does not say is as in the rules. Packs that extend this one have "
     "them too, but for those with limits of their own on the page or the type.",
     "[[identify.layout]]"},
    {"by_text", KeyType::flag,
     "Whether its layout is that of the style it was made from, so that only texts tell it.",
     "true"},
    {"venue", KeyType::text,
     "The venue it is of, where its id does not say so: packs of one venue are its editions.",
     "\"workshop\""},
};

constexpr Table kTables[] = {
    {"", "The top of the file says what the pack is.", kPack},
    {"[sections.NAME]",
     "A kind of section. Checks name it as a class: references, appendix, acknowledgments. A "
     "section whose heading is in no list is body.",
     kSection},
    {"[rule.NAME]",
     "A demand of the venue. The name is the author's own, says what is asked, and stays the same "
     "from year to year, because waivers and children refer to it.",
     kRule},
    {"[rule.NAME.stage.STAGE]", "What is otherwise at a stage. Only what differs is said.", kStage},
    {"[rule.NAME.track.TRACK]",
     "What is otherwise in a track. The track comes over the rule, the stage over the track, and "
     "[rule.NAME.track.TRACK.stage.STAGE] over all.",
     kTrack},
    {"cite = { ... }", "The authority for a rule. Every rule that rejects papers has one.",
     kCiteKeys},
    {"[[gap]]", "What is not judged, once for each. Gaps of parents hold for the pack as well.",
     kGap},
    {"[identify]",
     "Papers of a pack are known by the texts of its marks and of its rules on style, and by its "
     "rules on the page and its type. This adds to them, for check without --pack.",
     kIdentity},
};

constexpr std::string_view kExample = R"(id = "workshop-2027"
title = "Workshop on Examples 2027"
version = "1.0.0"
extends = "blind"
url = "https://example.org/call"
read_on = 2026-11-21
stages = ["submission", "camera-ready"]
tracks = ["long", "short"]

[sections.acknowledgments]
words = ["Acknowledgments", "Thanks"]
counted = false

[rule.page-limit]
check = "length/main-pages"
severity = "error"
with = { max = 8 }
cite = { text = "Long papers have at most 8 pages, short ones 4." }
[rule.page-limit.stage.camera-ready]
with = { max = 9 }
cite = { text = "Final papers may have a page more." }
[rule.page-limit.track.short]
with = { max = 4 }
[rule.page-limit.track.short.stage.camera-ready]
with = { max = 5 }

[rule.paper-size]
check = "layout/page-size"
severity = "error"
with = { sizes = ["letter"] }
cite = { text = "US Letter.", url = "https://example.org/faq" }

# The style is that of another year: a person looks at what differs.
[rule.body-size]
check = "font/body-size"
severity = "warning"
person = true
with = { sizes = ["10tpt"] }

# Inherited: this venue lets authors thank whom they like.
[rule.no-acknowledgments]
off = true

[[gap]]
check = "layout/text-block"
why = "the style of this year is not public yet"
stages = ["camera-ready"]
)";

}  // namespace

std::span<const Key> pack_keys() {
  return kPack;
}

std::span<const Key> section_keys() {
  return kSection;
}

std::span<const Key> rule_keys() {
  return kRule;
}

std::span<const Key> stage_keys() {
  return kStage;
}

std::span<const Key> track_keys() {
  return kTrack;
}

std::span<const Key> cite_keys() {
  return kCiteKeys;
}

std::span<const Key> gap_keys() {
  return kGap;
}

std::span<const Key> identity_keys() {
  return kIdentity;
}

std::span<const Table> tables() {
  return kTables;
}

std::string_view example() {
  return kExample;
}

}  // namespace packs
