/* The checks of values that settings cannot make themselves. */
#ifndef SSMTP_CLIENT_SETTING_HOOKS_H
#define SSMTP_CLIENT_SETTING_HOOKS_H

#include "settings/settings.h"

extern const ssmtp_settings_hooks ssmtp_setting_hooks;

#endif
