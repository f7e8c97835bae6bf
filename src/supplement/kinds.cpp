#include "supplement/kinds.hpp"

#include <algorithm>
#include <string>

namespace supplement {
namespace {

struct Kind {
  std::string_view ending;
  Treatment treatment;
};
constexpr Kind kKinds[] = {
    {".zip", Treatment::unpack},    {".tar", Treatment::unpack},
    {".tgz", Treatment::unpack},    {".gz", Treatment::unpack},
    {".whl", Treatment::unpack},    {".egg", Treatment::unpack},
    {".jar", Treatment::unpack},    {".rar", Treatment::refuse},
    {".7z", Treatment::refuse},     {".txz", Treatment::refuse},
    {".tbz2", Treatment::refuse},   {".tbz", Treatment::refuse},
    {".tzst", Treatment::refuse},   {".lz4", Treatment::refuse},
    {".lzma", Treatment::refuse},   {".cab", Treatment::refuse},
    {".z", Treatment::refuse},      {".bz2", Treatment::refuse},
    {".xz", Treatment::refuse},     {".zst", Treatment::refuse},
    {".docx", Treatment::document}, {".pptx", Treatment::document},
    {".xlsx", Treatment::document}, {".odt", Treatment::document},
    {".odp", Treatment::document},  {".docm", Treatment::document},
    {".pptm", Treatment::document}, {".xlsm", Treatment::document},
    {".dotx", Treatment::document}, {".potx", Treatment::document},
    {".ods", Treatment::document},  {".pdf", Treatment::pdf},
    {".mp4", Treatment::pass},      {".avi", Treatment::pass},
    {".mov", Treatment::pass},      {".mkv", Treatment::pass},
    {".webm", Treatment::pass},     {".m4v", Treatment::pass},
    {".mp3", Treatment::pass},      {".wav", Treatment::pass},
    {".flac", Treatment::pass},     {".ogg", Treatment::pass},
    {".npz", Treatment::pass},      {".npy", Treatment::pass},
    {".pt", Treatment::pass},       {".pth", Treatment::pass},
    {".ckpt", Treatment::pass},     {".safetensors", Treatment::pass},
    {".onnx", Treatment::pass},     {".h5", Treatment::pass},
    {".hdf5", Treatment::pass},     {".parquet", Treatment::pass},
    {".tfrecord", Treatment::pass}, {".ply", Treatment::pass},
    {".stl", Treatment::pass},      {".ttf", Treatment::pass},
    {".otf", Treatment::pass},      {".woff", Treatment::pass},
    {".woff2", Treatment::pass},
};

struct Packed {
  std::string_view says;
  std::string_view mark;  // at its beginning
  std::string_view endings;
};
constexpr Packed kPacked[] = {
    {"a RAR", "Rar!\x1a\x07", ".rar "},
    {"a 7z", "7z\xbc\xaf\x27\x1c", ".7z "},
    {"an xz",
     {"\xfd"
      "7zXZ\0",
      6},
     ".xz .txz "},
    {"a bzip2", "BZh", ".bz2 .tbz2 .tbz "},
    {"a zstd", "\x28\xb5\x2f\xfd", ".zst .tzst "},
    {"an lz4", "\x04\x22\x4d\x18", ".lz4 "},
    {"an LZMA", {"\x5d\0\0", 3}, ".lzma "},
    {"a cabinet", "MSCF", ".cab "},
    {"a compress", "\x1f\x9d", ".z "},
};

// In small letters, with the dot.
std::string ending_of(std::string_view name) {
  std::string_view base = name.substr(name.find_last_of('/') + 1);
  auto dot = base.rfind('.');
  if (dot == std::string_view::npos) return "";
  std::string ending(base.substr(dot));
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return ending;
}

}  // namespace

Treatment treatment_of(std::string_view name) {
  std::string ending = ending_of(name);
  auto found = std::find_if(std::begin(kKinds), std::end(kKinds),
                            [&](const Kind& kind) { return kind.ending == ending; });
  return found == std::end(kKinds) ? Treatment::look : found->treatment;
}

std::string_view kind_of_archive(std::string_view name) {
  std::string ending = ending_of(name) + " ";
  for (const Packed& it : kPacked)
    if (it.endings.find(ending) != std::string_view::npos) return it.says;
  return "an unknown";
}

std::string_view kind_of_packed(std::string_view bytes) {
  for (const Packed& it : kPacked)
    if (bytes.starts_with(it.mark)) return it.says;
  return {};
}

}  // namespace supplement
