from django.db import migrations, models
from django.utils import timezone

from cilegon_portal.likely_days import validate_likely


class Migration(migrations.Migration):
    dependencies = [("community", "0006_likely_days")]

    operations = [
        migrations.AddField(
            model_name="board",
            name="updated_at",
            field=models.DateTimeField(
                auto_now=True, default=timezone.now, verbose_name="disimpan pada"
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="board",
            name="starts_on",
            field=models.DateField(validators=[validate_likely], verbose_name="masa bakti mulai"),
        ),
        migrations.AlterField(
            model_name="board",
            name="ends_on",
            field=models.DateField(validators=[validate_likely], verbose_name="masa bakti sampai"),
        ),
        migrations.AlterField(
            model_name="board",
            name="sk_on",
            field=models.DateField(
                blank=True, null=True, validators=[validate_likely], verbose_name="tanggal SK"
            ),
        ),
        migrations.AlterField(
            model_name="boardmember",
            name="consent_on",
            field=models.DateField(
                blank=True, null=True, validators=[validate_likely], verbose_name="setuju pada"
            ),
        ),
    ]
