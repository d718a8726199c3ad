// The screens of the page: one a file, drawn through web/ui from the app's
// state. `draw` is the whole frame: bar, rail and the screen one is on.
#ifndef LEADPACT_WEB_SCREENS_SCREENS_H_
#define LEADPACT_WEB_SCREENS_SCREENS_H_

#include "web/app/app.h"

namespace leadpact::screens {

// Between ui::begin_frame and ui::end_frame.
void draw(app::App& app);

}  // namespace leadpact::screens

#endif  // LEADPACT_WEB_SCREENS_SCREENS_H_
