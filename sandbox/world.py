"""The parts of the sandbox that everything else is handed."""

from __future__ import annotations

from dataclasses import dataclass

from sandbox.clock import ProductClock
from sandbox.settings import Settings
from sandbox.state import Store
from sandbox.webhooks import Courier


@dataclass(frozen=True)
class World:
    settings: Settings
    store: Store
    clock: ProductClock
    courier: Courier


def open_world(settings: Settings) -> World:
    store = Store(settings.state_dir)
    clock = ProductClock(settings.home / "clock.json")
    return World(settings, store, clock, Courier(store, settings))


def close_world(world: World) -> None:
    world.courier.stop()
    world.store.close()
