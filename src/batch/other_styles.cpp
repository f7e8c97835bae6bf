#include "batch/other_styles.hpp"

#include "judge/other_style.hpp"
#include "packs/fingerprints.hpp"

namespace batch {

void OtherStyles::tell(model::Result& result) {
  if (result.printed.empty()) return;
  if (!prints_) prints_ = packs::read_prints(packs::find_packs(folders_()));
  judge::tell_other_style(result, *prints_);
}

}  // namespace batch
