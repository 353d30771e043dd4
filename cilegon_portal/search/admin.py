"""Where staff keep the words that mean the same."""

from django.contrib import admin

from cilegon_portal.search.models import Synonyms


@admin.register(Synonyms)
class SynonymsAdmin(admin.ModelAdmin):
    """Padanan kata: what one wording finds, the others find too, from the next search on."""

    list_display = ("__str__",)
    search_fields = ("words",)
