"""Look-alikes of the outside world for one machine: Stripe, Twilio, handsets, mail, time."""
