"""Addresses of the community: /aspirasi/ and what stands below it."""

from django.urls import path, register_converter

from community import aspiration_views
from community.tickets import CodeConverter

register_converter(CodeConverter, "code")

app_name = "community"
urlpatterns = [
    path("aspirasi/", aspiration_views.aspiration_form, name="aspiration_form"),
    path("aspirasi/<code:code>/", aspiration_views.aspiration_detail, name="aspiration_detail"),
]
