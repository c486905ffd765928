"""The web application over HTTP, on the real databases, with a small cast."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.security import generate_password_hash

from bot.models import Practice, Staff
from bot.runtime import Runtime
from bot.store import live, staff
from bot.web.app import create_app
from tests.conftest import make_practice
from tests.world import Bill, Cast, add_patient

PASSWORD = "a few plain words"
QUICK = generate_password_hash(PASSWORD, method="scrypt:1024:8:1")


@pytest.fixture
def app(runtime: Runtime) -> Flask:
    """Forms need no token here; test_forms.py turns that back on."""
    app = create_app(runtime)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    live.connection(runtime.settings.redis_url).flushdb()
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def alice(runtime: Runtime, practice: Practice) -> int:
    return add_patient(runtime, practice.id)


@pytest.fixture
def maple(runtime: Runtime) -> Practice:
    """Another practice, whose Charlie nobody at the first may see."""
    practice = make_practice(runtime.database, runtime.clock, "maple", "+15125550200")
    elsewhere = Cast(name="Charlie Vance", phone="+15125550109", bills=(Bill(number="M1"),))
    add_patient(runtime, practice.id, elsewhere)
    return practice


@pytest.fixture
def maria(runtime: Runtime, practice: Practice) -> Staff:
    return add_staff(runtime, practice.id, "maria@cedar.example", "Maria", "admin")


@pytest.fixture
def sam(runtime: Runtime, practice: Practice) -> Staff:
    return add_staff(runtime, practice.id, "sam@cedar.example", "Sam", "staff")


def add_staff(runtime: Runtime, practice_id: int, email: str, name: str, role: str) -> Staff:
    with runtime.database.transaction(practice_id) as session:
        person = staff.add(session, practice_id, email, name, role, runtime.clock.now())
        person.password_hash = QUICK
        return person
