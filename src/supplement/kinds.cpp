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
    {".zip", Treatment::unpack},       {".tar", Treatment::unpack},
    {".tgz", Treatment::unpack},       {".gz", Treatment::unpack},
    {".whl", Treatment::unpack},       {".egg", Treatment::unpack},
    {".jar", Treatment::unpack},       {".rar", Treatment::refuse},
    {".7z", Treatment::refuse},        {".bz2", Treatment::refuse},
    {".xz", Treatment::refuse},        {".zst", Treatment::refuse},
    {".docx", Treatment::document},    {".pptx", Treatment::document},
    {".xlsx", Treatment::document},    {".odt", Treatment::document},
    {".odp", Treatment::document},     {".ods", Treatment::document},
    {".pdf", Treatment::pdf},          {".gif", Treatment::pass},
    {".webp", Treatment::pass},        {".mp4", Treatment::pass},
    {".avi", Treatment::pass},         {".mov", Treatment::pass},
    {".mkv", Treatment::pass},         {".webm", Treatment::pass},
    {".m4v", Treatment::pass},         {".mp3", Treatment::pass},
    {".wav", Treatment::pass},         {".flac", Treatment::pass},
    {".ogg", Treatment::pass},         {".npz", Treatment::pass},
    {".npy", Treatment::pass},         {".pt", Treatment::pass},
    {".pth", Treatment::pass},         {".ckpt", Treatment::pass},
    {".safetensors", Treatment::pass}, {".onnx", Treatment::pass},
    {".h5", Treatment::pass},          {".hdf5", Treatment::pass},
    {".parquet", Treatment::pass},     {".tfrecord", Treatment::pass},
    {".ply", Treatment::pass},         {".stl", Treatment::pass},
    {".ttf", Treatment::pass},         {".otf", Treatment::pass},
    {".woff", Treatment::pass},        {".woff2", Treatment::pass},
};

}  // namespace

Treatment treatment_of(std::string_view name) {
  auto dot = name.substr(name.find_last_of('/') + 1).rfind('.');
  if (dot == std::string_view::npos) return Treatment::look;
  std::string ending(name.substr(name.find_last_of('/') + 1).substr(dot));
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  auto found = std::find_if(std::begin(kKinds), std::end(kKinds),
                            [&](const Kind& kind) { return kind.ending == ending; });
  return found == std::end(kKinds) ? Treatment::look : found->treatment;
}

}  // namespace supplement
