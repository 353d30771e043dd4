from django.db import migrations

KINDS = ("berita", "agenda", "kim", "kegiatan", "halaman")


def begin(apps, schema_editor):
    """Labels are found now, and the pages of the office: ``bangun_indeks --if-empty`` writes what differs."""
    rebuild = apps.get_model("search", "Rebuild").objects
    rebuild.bulk_create([rebuild.model(kind=kind) for kind in KINDS], ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("search", "0003_everyday_words")]

    operations = [migrations.RunPython(begin, migrations.RunPython.noop, elidable=True)]
