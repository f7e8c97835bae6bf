#include "cli/options.hpp"

#include "cli/commands.hpp"
#include "cli/outcome.hpp"
#include "report/report.hpp"
#include "util/text.hpp"

namespace cli {
namespace {

constexpr std::string_view kJudging = "What to judge by";
constexpr std::string_view kWorking = "How to work through many papers";
constexpr std::string_view kReporting = "What to print";
constexpr std::string_view kGeneral = "General";

constexpr Command kCommands[] = {
    {"check", "PATH...", "judge PDFs by a venue's rules",
     "A PATH is a PDF; a folder, of which every file ending in .pdf is judged; a zip of uploads, "
     "which is read in place; a manifest ending in .csv or .ndjson with a row for each paper "
     "(paper_id, file, title, track, authors, emails, supplement); or - for a list of such paths "
     "on standard "
     "input. The word \"check\" may be left out.",
     run_check},
    {"inspect", "FILE...", "show what is measured, without rules",
     "Prints page size, columns, text block, type sizes, fonts, sections and where the main text, "
     "the references and the appendix lie; as text also the samples behind them: what marks each "
     "heading, what the lines of each page are, gaps between parts, and what was not read.",
     run_inspect},
    {"merge", "RESULTS...", "join the results of shards into those of one run",
     "RESULTS are files that check wrote with --format ndjson:FILE. Neither their order nor how "
     "often one is named matters. Papers whose records differ, and those of the manifest that have "
     "none, are named. Papers are compared with each other once all are there.",
     run_merge},
    {"report", "RESULTS...", "write any report from stored results, without the PDFs",
     "RESULTS are files that check or merge wrote with --format ndjson:FILE, or - for standard "
     "input.",
     run_report},
    {"fix", "FILE -o NEW", "write a paper anew without what it hides of its authors",
     "Removes document information, XMP, names and information of figures' files, EXIF and the "
     "like of pictures, comments and marks, attachments, thumbnails, scripts, links to files on "
     "disks, signatures, older revisions and what nothing refers to. What pages show stays, with "
     "links, outlines, fields, layers, tags and fonts. Every page of either file is drawn and "
     "compared, without comments and marks; where one differs by a pixel, a letter or a link, "
     "nothing is written. With --pack it prints what the pack finds of anonymity in the new file. "
     "Unless told otherwise it may take five minutes and 1024 MiB. A file that is encrypted or "
     "damaged is not rewritten.",
     run_fix},
    {"hotcrp", "FILE", "answer HotCRP as its format checker",
     "Prints the JSON that HotCRP reads of the command in $Opt[\"banalCommand\"]: paper size, "
     "margins, columns, sizes of type by their usual names (TeX's 9.963 pt are 10), and of which "
     "kind each page is. There is one object in any case, and the exit code is 0; a file that "
     "cannot be read is said to be one. Options may have one dash; -json and others that the "
     "format checkers of HotCRP know are let pass.",
     run_hotcrp, false, true},
    {"learn", "FILE[=STAGE]...", "write a rule pack from a venue's own sample papers",
     "Measures the samples and writes a pack with what they show: page, text block, type, gaps, "
     "line "
     "numbers, and the words that the style prints at each stage. Each number says how it was "
     "measured; what samples do not tell, such as page limits, is asked in comments. STAGE is "
     "submission, rebuttal, camera-ready or preprint; left out, it is the one that the sample's "
     "own words show, else submission. Rules that a sample itself does not keep are left out.",
     run_learn},
    {"explain", "[CHECK]", "say what a check measures and how to mend what it finds",
     "Prints the page of a check, such as length/main-pages. Without a name it lists all checks.",
     run_explain},
    {"packs list", "[WORD]", "list the rule packs that are found",
     "With a WORD, those whose id, title or family has it. The styles of any year that others "
     "extend are left out without it.",
     run_packs_list},
    {"packs show", "ID", "print the rules of a pack and their sources",
     "Everything that the pack inherits is filled in; each value is followed by the file and line "
     "that set it, each rule by what the venue says, where, and when somebody read it. The "
     "language "
     "of packs is described in deskcheck-packs(5).",
     run_packs_show},
    {"packs check", "FILE...", "find mistakes in rule packs, without a PDF", "", run_packs_check},
    {"packs schema", "", "print the language of packs as a JSON Schema, for editors",
     "rules/schema.json is what it prints. An editor that knows TOML and schemas completes and "
     "checks a pack that begins with the line #:schema and the path of that file.",
     run_packs_schema},
    {"completions", "SHELL", "print what a shell needs to complete commands and options",
     "SHELL is bash, zsh or fish. Where deskcheck is installed from a package, they are there.",
     run_completions},
    {"man", "[PAGE]", "print a manual page", "", run_man, true},
};

constexpr Option kOptions[] = {
    {"--pack", "ID|FILE", "auto", "",
     "The rule pack: the id of an installed one, or a TOML file. \"auto\" finds each paper's own "
     "by what its style prints and writes into the metadata, and by its page and type; where none "
     "fits well enough, only what holds for any venue is looked at. The report says which pack it "
     "was and why.",
     kJudging, "check,fix", false, InFile::pack},
    {"--stage", "STAGE", "", "",
     "The stage a paper is at: submission, camera-ready, preprint or rebuttal, as far as the pack "
     "knows them. The pack's first one if left out.",
     kJudging, "check,fix,packs show", false, InFile::text},
    {"--track", "NAME", "", "",
     "The track of the venue, where the pack has tracks. The pack's first one if left out.",
     kJudging, "check,fix,packs show", false, InFile::text},
    {"--reference", "FILE", "", "",
     "A PDF that is set in the venue's style: page, text block, type and gaps are judged by what "
     "is measured of it, where the pack has no rules of its own.",
     kJudging, "check", false, InFile::path},
    {"--identities", "FILE", "", "",
     "Who wrote the papers, as CSV or TOML: paper_id or file, names, emails, affiliations and "
     "handles of each. Where any of it is found in a paper, it is known to name an author. Each "
     "paper is judged in a process that sees its own authors alone; what a manifest says is used "
     "in any case.",
     kJudging, "check", false, InFile::path},
    {"--supplement", "FILE", "", "",
     "The zip or tar that belongs to the one PDF, or \"none\". Left out, it is an archive beside a "
     "paper x.pdf that is called x.zip, x-supplement.zip, x_supplementary_material.zip or the "
     "like, "
     "or the one in N/Supplementary beside N/Submission/x.pdf. Papers in a zip have none.",
     kJudging, "check"},
    {"--no-synctex", "", "", "",
     "Say nothing of the paper's source. Else, where TeX wrote x.synctex.gz beside a paper x.pdf "
     "that is named itself (pdflatex -synctex=1) in the same run, findings say the file and line "
     "of "
     "their place.",
     kJudging, "check"},
    {"--packs", "DIR", "", "", "Look for packs in this folder before all others.", kJudging,
     "check,inspect,merge,fix,hotcrp,learn,packs list,packs show,packs check", true, InFile::path},
    {"--select", "PREFIX", "", "",
     "Run only the checks whose ids begin so: a group (layout), a check (layout/margins). May be "
     "repeated, or list several with commas. What is not run is listed as not checked.",
     kJudging, "check", true, InFile::text},
    {"--ignore", "PREFIX", "", "",
     "Do not run these. Where --select and --ignore both mean a check, the longer one wins; of "
     "equals --ignore.",
     kJudging, "check", true, InFile::text},
    {"--waivers", "FILE", "", "",
     "Decisions about findings, as TOML: [[waiver]] with check, reason and, to narrow it down, "
     "paper, page, fingerprint; also by and until. A waived finding stays in all reports and "
     "counts nowhere. [[confirmed]] with the same keys: a person has looked, and the finding "
     "counts. "
     "What is over and what meets no finding is said.",
     kJudging, "check,merge,report", true, InFile::path},
    {"--baseline", "FILE", "", "",
     "Results of an earlier run, as --format ndjson:FILE wrote them: what was found in the same "
     "paper then is marked and does not count now.",
     kJudging, "check,merge,report", false, InFile::path},
    {"--settings", "FILE|none", "", "",
     "Read these settings, or none. Left out, they are in the first deskcheck.toml from the "
     "folder of "
     "the PDF upward; for a folder or a zip that is judged, from the folder in which it lies; for "
     "stored results, from the folder at hand.",
     kJudging, "check,inspect,fix,merge,report"},
    {"--show-settings", "", "", "",
     "Judge nothing; print each setting that holds, and why it does.", kJudging,
     "check,inspect,fix,merge,report"},
    {"--all", "", "", "", "Also the styles of any year, which packs extend.", kJudging,
     "packs list"},
    {"--jobs", "N", "", "",
     "How many papers to judge at a time. As many as there are processors to use if left out.",
     kWorking, "check,inspect,learn", false, InFile::number},
    {"--timeout", "SECONDS", "30", "",
     "How long one paper may take; a third of it in processor time.", kWorking,
     "check,inspect,fix,hotcrp,learn", false, InFile::number},
    {"--memory", "MIB", "512", "", "How much memory one paper may take.", kWorking,
     "check,inspect,fix,hotcrp,learn", false, InFile::number},
    {"--isolation", "KIND", "process", "process worker",
     "Whether each paper gets a process of its own, or processes go on from one to the next, which "
     "is faster and for files that you trust.",
     kWorking, "check,inspect,learn"},
    {"--in-process", "", "", "", "Judge in this process, without a sandbox; for finding faults.",
     kWorking, "check,inspect,fix,hotcrp,learn"},
    {"--require-sandbox", "", "", "",
     "Judge nothing where this system lacks a wall of the sandbox.", kWorking,
     "check,inspect,fix,hotcrp,learn", false, InFile::flag},
    {"--shard", "I/N", "", "",
     "Judge a share of the papers, the I-th of N, by their ids. Read from the environment in an "
     "array job of Slurm, Kubernetes or AWS Batch.",
     kWorking, "check"},
    {"--resume", "", "", "",
     "Take over what an earlier run with the same --format ndjson:FILE recorded, whether it ended "
     "or not, where paper, pack, version and options are the same.",
     kWorking, "check"},
    {"--null", "", "", "", "The names that - reads end in NUL, as find -print0 writes them.",
     kWorking, "check"},
    {"--manifest", "PATH", "", "",
     "The manifest, folder or zip that names the papers there should be, and their order.",
     kWorking, "merge"},
    {"--allow-mixed", "", "", "",
     "Join results of several packs, or of several versions of a pack or of this tool.", kWorking,
     "merge"},
    {"-o", "FILE", "", "",
     "The file to write, which appears complete or not at all. A pack has its name from it, and is "
     "printed if this is left out.",
     kReporting, "fix,learn"},
    {"--overwrite", "", "", "", "Replace the file of -o where there is one.", kReporting,
     "fix,learn"},
    {"--fail-on", "LEVEL", "error", "error warning never",
     "Exit with 1 when a finding of this severity or above is certain or likely.", kReporting,
     "check,merge,report", false, InFile::text},
    {"--format", "FORMAT[:FILE]", "text", "",
     "How to print results, and into which file; may be repeated. Files appear complete or not at "
     "all. Nothing is printed when every format has a file.",
     kReporting, "check,inspect,merge,report,fix", true, InFile::formats},
    {"--annotate", "DIR", "", "",
     "Write a copy of each paper that something is found in into this folder, by its id, with each "
     "finding marked on its page in words that viewers show, and what compares papers in the "
     "corner "
     "of its first; the paper's own bytes stay as they are in it. Papers that are encrypted or "
     "damaged get none, which is said. The folder must lie outside of those that are judged.",
     kReporting, "check"},
    {"--audience", "WHO", "author", "author chair blind",
     "Who reads the results. \"blind\" masks what names an author, in every format: what the "
     "checks "
     "of anonymity quote, and wherever else those stand who are known or were found.",
     kReporting, "check,merge,report", false, InFile::text},
    {"--receipt", "FILE", "", "",
     "Write down by what was judged (version, pack, options, hashes of the files that decide) and "
     "each paper's verdict with a hash of its result: the same bytes whoever runs it again.",
     kReporting, "check"},
    {"--watch", "", "", "",
     "Judge again whenever a PDF has changed and is whole, until Ctrl-C; the exit code is then the "
     "last one. Says what is fixed and what is new.",
     kReporting, "check"},
    {"--no-pictures", "", "", "",
     "Outlines in place of pictures of pages in HTML, which is smaller and shows no more of a "
     "paper "
     "than findings quote.",
     kReporting, "check,merge,report"},
    {"--quiet", "", "", "",
     "Print a line for each paper that does not pass and nothing for the others; no progress.",
     kReporting, "check,merge,report"},
    {"--explain-all", "", "", "",
     "In text, behind the results the page of each check that found something, as explain prints "
     "it, and every check that found nothing by its name.",
     kReporting, "check,merge,report"},
    {"--no-time", "", "", "", "Leave out when it was measured, as for comparing answers.",
     kReporting, "hotcrp"},
    {"--color", "WHEN", "auto", "auto always never",
     "Whether to use colour. \"auto\" means on a terminal, unless NO_COLOR is set.", kGeneral, "*",
     false, InFile::text},
    {"--help", "", "", "", "Explain a command, or list them all.", kGeneral, "*"},
    {"--version", "", "", "", "Print the version.", kGeneral, "*"},
};

constexpr ExitCode kExitCodes[] = {
    {kClean, "Everything was judged, and nothing at or above --fail-on was found."},
    {kFindings,
     "Something at or above --fail-on was found. A broken or encrypted PDF is a finding about the "
     "paper."},
    {kUsage, "The command line or a pack is wrong, or no file was there; nothing was judged."},
    {kIncomplete, "Something could not be judged or written; the results say which."},
};

// What fix tells is no result of a paper.
bool knows(const Command& command, const report::Format& format) {
  if (command.name == "fix") return format.name == "text" || format.name == "json";
  return command.name == "inspect" ? !format.needs_verdict : !format.needs_lines;
}

}  // namespace

std::span<const Command> commands() {
  return kCommands;
}

std::span<const Option> options() {
  return kOptions;
}

bool belongs_to(const Option& option, const Command& command) {
  if (option.commands == "*") return true;
  for (const std::string& name : util::split(option.commands, ','))
    if (name == command.name) return true;
  return false;
}

std::vector<const report::Format*> formats_of(const Command& command) {
  std::vector<const report::Format*> found;
  for (const report::Format& format : report::formats())
    if (knows(command, format)) found.push_back(&format);
  return found;
}

std::span<const ExitCode> exit_codes() {
  return kExitCodes;
}

}  // namespace cli
