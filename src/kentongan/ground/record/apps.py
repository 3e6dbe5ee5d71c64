"""Wiring: the queue, the listeners of every room, the triggers after each migration."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class RecordConfig(AppConfig):
    """The diary."""

    name = "kentongan.ground.record"
    label = "record"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Import what registers itself, in every installed room of ours."""
        from kentongan.ground.record import registry, tasks

        registry.carry = tasks.carry
        post_migrate.connect(guard, sender=self)
        for room in apps.get_app_configs():
            if room.name.startswith("kentongan."):
                for file in ("registry", "events", "listeners", "tasks", "printables", "panels", "feeds"):
                    if find_spec(f"{room.name}.{file}"):
                        import_module(f"{room.name}.{file}")


def guard(*, using: str, **_) -> None:
    """Make the append-only triggers again: a migration that rebuilds a table on SQLite drops them."""
    from django.db import connections

    from kentongan.ground.record.queries import GUARDED

    connection = connections[using]
    present = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table in GUARDED:
            if table not in present:
                continue
            if connection.vendor == "postgresql":
                cursor.execute(
                    "CREATE OR REPLACE FUNCTION record_refuse() RETURNS trigger LANGUAGE plpgsql AS "
                    "$$ BEGIN RAISE EXCEPTION 'the diary is append-only'; END $$"
                )
                for verb, each in (("update", "ROW"), ("delete", "ROW"), ("truncate", "STATEMENT")):
                    cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb} ON {table}")
                    cursor.execute(
                        f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
                        f"FOR EACH {each} EXECUTE FUNCTION record_refuse()"
                    )
            else:
                for verb in ("update", "delete"):
                    cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}")
                    cursor.execute(
                        f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
                        "BEGIN SELECT RAISE(ABORT, 'the diary is append-only'); END"
                    )
