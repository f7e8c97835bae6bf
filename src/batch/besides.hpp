// Finds the supplement of each paper that has none named: an archive beside it, called like it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "batch/source.hpp"

namespace batch {

// Archives by whose names, with what is between the paper's and the ending, a supplement is known:
// "5.zip", "5-supp.zip", "5_supplementary_material.tar.gz" of "5.pdf". And whatever archive lies in
// "5/Supplementary/" of "5/Submission/x.pdf".
class Besides {
 public:
  // Nobody takes what is named here, by path, for a supplement.
  explicit Besides(std::vector<std::string> taken) : taken_(std::move(taken)) {}

  // None where there is no such archive.
  std::optional<Supplement> find(const std::string& paper);

 private:
  const std::vector<std::string>& archives_in(const std::string& folder);
  bool is_taken(const std::string& path) const;

  std::vector<std::string> taken_;
  // Of the folder that was listed last: papers of one folder come one after another.
  std::string folder_;
  std::vector<std::string> archives_;
  bool is_listed_ = false;
};

// The same papers, with their supplements.
class WithSupplements : public Source {
 public:
  WithSupplements(std::unique_ptr<Source> source, std::vector<std::string> taken)
      : source_(std::move(source)), besides_(std::move(taken)) {}

  std::optional<Input> next() override;
  std::optional<std::size_t> count() const override { return source_->count(); }

 private:
  std::unique_ptr<Source> source_;
  Besides besides_;
};

// One paper with the supplement that somebody names for it.
class WithOneSupplement : public Source {
 public:
  WithOneSupplement(std::unique_ptr<Source> source, std::string path)
      : source_(std::move(source)), path_(std::move(path)) {}

  std::optional<Input> next() override;
  std::optional<std::size_t> count() const override { return source_->count(); }

 private:
  std::unique_ptr<Source> source_;
  std::string path_;
};

}  // namespace batch
