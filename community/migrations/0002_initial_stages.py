"""The three tahap pembinaan that the office counts with; it may rename and add."""

from django.db import migrations

_STAGES = {
    "rintisan": ("Rintisan", "Baru dibentuk dan belajar mengelola informasi."),
    "berkembang": ("Berkembang", "Rutin berkegiatan dan menyebarkan informasi."),
    "mandiri": ("Mandiri", "Berjalan sendiri dan membina KIM lain."),
}


def load(apps, schema_editor):
    Stage = apps.get_model("community", "Stage")
    for position, (slug, (name, description)) in enumerate(_STAGES.items(), start=1):
        Stage.objects.get_or_create(
            slug=slug,
            defaults={"name": name, "description": description, "position": position * 10},
        )


class Migration(migrations.Migration):
    dependencies = [("community", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
