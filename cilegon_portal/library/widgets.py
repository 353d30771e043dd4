"""Choose a picture or document of the library in a form."""

import contextlib
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import ForeignKeyRawIdWidget
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest

from cilegon_portal.library.models import Document, Picture
from cilegon_portal.library.usage import readable_documents, usable_pictures
from cilegon_portal.publishing.access import signed_in

if TYPE_CHECKING:
    _AnyAdmin = admin.options.BaseModelAdmin[Any]
else:  # subscripting it is for the type checker only
    _AnyAdmin = admin.options.BaseModelAdmin


class PictureSelect(forms.NumberInput):
    """A picture by its number, with a thumbnail and buttons that open the picture dialog.

    Without script the number field remains; numbers stand in the library's addresses.
    """

    template_name = "admin/library/widgets/picture_select.html"

    def __init__(self, pictures: QuerySet[Picture], attrs: dict[str, Any] | None = None) -> None:
        """Show the chosen one of *pictures*: a number that was guessed tells nothing."""
        super().__init__(attrs)
        self.pictures = pictures

    class Media:
        js = ("js/admin/picture-dialog.js", "js/admin/picture-select.js")
        css = {"all": ("css/admin-library.css",)}

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["picture"] = _chosen(self.pictures, value)
        return context


class DocumentNumber(ForeignKeyRawIdWidget):
    """A document by its number; a number that was guessed tells no title."""

    def __init__(self, documents: QuerySet[Document], *args: Any, **kwargs: Any) -> None:
        """Name the chosen one of *documents*."""
        super().__init__(*args, **kwargs)
        self.documents = documents

    def label_and_url_for_value(self, value: Any) -> tuple[str, str]:
        if _chosen(self.documents, value) is None:
            return "", ""
        return super().label_and_url_for_value(value)


class PicksPictures(_AnyAdmin):
    """An admin or inline whose foreign keys to Picture are chosen in the picture dialog.

    Name them in ``raw_id_fields`` too: that keeps Django's own buttons off them.
    """

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.remote_field.model is Picture:
            pictures = usable_pictures(signed_in(request))
            kwargs |= {"queryset": pictures, "widget": PictureSelect(pictures)}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class PicksDocuments(_AnyAdmin):
    """An admin or inline whose foreign keys to Document are chosen among those that the reader may read."""

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.remote_field.model is Document:
            documents = readable_documents(signed_in(request))
            widget = DocumentNumber(documents, db_field.remote_field, self.admin_site)
            kwargs |= {"queryset": documents, "widget": widget}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


def _chosen(offered: QuerySet[Any], value: Any) -> Any:
    """Return the one of *offered* whose number was typed, or nothing."""
    with contextlib.suppress(ValueError):
        return offered.filter(pk=value).first() if value else None
