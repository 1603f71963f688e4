// SPDX-License-Identifier: Apache-2.0
// Nothing to call; see CNoFoundationICU.c.
#pragma once
