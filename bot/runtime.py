"""Everything a running part needs, put together once by server.py."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.action import Registry
from bot.clock import Clock
from bot.gateways.mail import Mail
from bot.gateways.payments import Payments
from bot.gateways.sms import Sms
from bot.rules.cadence import Cadence
from bot.rules.table import RuleTable
from bot.settings import Settings
from bot.store.session import Database
from bot.wording import Wording
from nlu.understanding import Ear


@dataclass(frozen=True)
class Runtime:
    settings: Settings
    clock: Clock
    database: Database
    registry: Registry
    wording: Wording
    rules: RuleTable
    cadences: Mapping[str, Cadence]
    ear: Ear
    sms: Sms
    payments: Payments
    mail: Mail
