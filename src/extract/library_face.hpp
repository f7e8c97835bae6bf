// A font as the PDF library reads it.
#pragma once

#include <GfxFont.h>

#include <memory>
#include <string>
#include <unordered_map>

#include "extract/faces.hpp"

namespace extract {

class LibraryFace final : public Face {
 public:
  LibraryFace(std::unique_ptr<GfxFont> font, const Dict& dictionary);

  Code next(const char* bytes, std::size_t left) override;
  Object procedure(unsigned char code) override;
  Object resources() override { return resources_.copy(); }
  model::Font describe() override { return describe_font(*font_); }

 private:
  struct Kept {
    Code code;
    std::u32string text;
  };
  Kept ask(const char* bytes, std::size_t left) const;

  std::unique_ptr<GfxFont> font_;
  Object resources_;
  std::unordered_map<unsigned, Kept> kept_;  // by the two bytes that a code takes at most
  Kept last_;
};

}  // namespace extract
