"""What every answer tells the browser it may do: nothing inline, nothing framed, nothing kept."""

from flask import Flask, Response, request

from bot.settings import Settings

CHECKOUT = "https://checkout.stripe.com"


def register(app: Flask, settings: Settings) -> None:
    policy = _policy(settings)

    @app.after_request
    def guard(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = policy
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["X-Frame-Options"] = "DENY"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        if request.endpoint != "static":
            response.headers["Cache-Control"] = "no-store"
            response.headers["X-Robots-Tag"] = "noindex"
        if settings.public_base_url.startswith("https://"):
            response.headers["Strict-Transport-Security"] = "max-age=31536000"
        return response


def _policy(settings: Settings) -> str:
    """A form's redirect counts as its action: the checkout must be named."""
    checkout = settings.stripe_api_base or CHECKOUT
    return "; ".join(
        (
            "default-src 'none'",
            "style-src 'self'",
            "script-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            f"form-action 'self' {checkout}",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )
