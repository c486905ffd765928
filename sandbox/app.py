"""The sandbox as one web application."""

from __future__ import annotations

from flask import Flask

from sandbox.control import control
from sandbox.mail import mail_pages
from sandbox.pay import pay_pages
from sandbox.phone import phone_pages
from sandbox.stripe_api.api import stripe_api
from sandbox.twilio_api import twilio_api
from sandbox.world import World
from sandbox.writing import words_for

PARTS = (stripe_api, twilio_api, control, pay_pages, phone_pages, mail_pages)


def create_app(world: World) -> Flask:
    app = Flask("sandbox")
    for part in PARTS:
        app.register_blueprint(part(world))
    app.jinja_env.filters.update(words_for)
    return app
