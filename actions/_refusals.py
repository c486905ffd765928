"""Which words tell why a wish became the nearest plan instead."""

from bot.rules.plans import RefusalReason

REFUSED = {
    RefusalReason.TOO_MANY: "plan_too_many",
    RefusalReason.EACH_TOO_SMALL: "plan_each_too_small",
    RefusalReason.DOES_NOT_ADD_UP: "plan_nearest",
    RefusalReason.FREQUENCY_NOT_OFFERED: "plan_nearest",
    RefusalReason.FIRST_IN_PAST: "plan_nearest",
    RefusalReason.FIRST_TOO_LATE: "plan_nearest",
}
