"""Pictures in every rich text of an article count, the evidence of a clarification too."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("news", "0001_initial")]

    operations = [
        migrations.RenameField("article", "body_pictures", "text_pictures"),
    ]
