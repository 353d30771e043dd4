"""Load Cilegon's 8 kecamatan and 43 kelurahan (cilegon_portal/regions/data/README.md)."""

import csv
from pathlib import Path

from django.db import migrations

_FILE = Path(__file__).parent.parent / "data" / "cilegon_wilayah.csv"
_ALIASES = {"Gerogol": "Grogol"}


def load(apps, schema_editor):
    Region = apps.get_model("regions", "Region")
    with _FILE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] != "provinsi"]
    codes = {row["code"] for row in rows}
    for row in sorted(rows, key=lambda row: row["code"]):  # parents first
        Region.objects.update_or_create(
            code=row["code"],
            defaults={
                "name": row["name"],
                "level": row["level"],
                "parent_id": row["parent_code"] if row["parent_code"] in codes else None,
                "postal_code": row["postal"],
                "aliases": _ALIASES.get(row["name"], ""),
            },
        )


class Migration(migrations.Migration):
    dependencies = [("regions", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
