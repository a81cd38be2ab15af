from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "plaudit.ledger"
    label = "ledger"
