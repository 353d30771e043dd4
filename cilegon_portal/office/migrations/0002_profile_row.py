"""Make the one profile row, so that no page view has to write it."""

from django.db import migrations


def make_profile(apps, schema_editor):
    apps.get_model("office", "SiteProfile").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    dependencies = [("office", "0001_initial")]
    operations = [migrations.RunPython(make_profile, migrations.RunPython.noop)]
