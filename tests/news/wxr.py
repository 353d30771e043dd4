"""A WordPress export as WordPress 6 writes it, put together for tests."""

from typing import Any

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.6" created="2026-01-27 14:56" -->
<rss version="2.0"
\txmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
\txmlns:content="http://purl.org/rss/1.0/modules/content/"
\txmlns:dc="http://purl.org/dc/elements/1.1/"
\txmlns:wp="http://wordpress.org/export/1.2/">
<channel>
\t<title>Portal lama</title>
\t<link>https://www.lama.example</link>
\t<wp:wxr_version>1.2</wp:wxr_version>
\t<wp:base_blog_url>https://www.lama.example</wp:base_blog_url>
\t<wp:author><wp:author_login><![CDATA[redaksi]]></wp:author_login>
\t<wp:author_email><![CDATA[redaksi@lama.example]]></wp:author_email>
\t<wp:author_display_name><![CDATA[Redaksi Diskominfo]]></wp:author_display_name></wp:author>
\t<wp:category><wp:category_nicename>lingkungan-hidup</wp:category_nicename>
\t<wp:cat_name><![CDATA[Lingkungan]]></wp:cat_name>
\t<wp:category_description><![CDATA[Tentang lingkungan kota.]]></wp:category_description></wp:category>
"""
TAIL = "</channel>\n</rss>\n"


def item(number: int, content: str = "", **fields: Any) -> str:
    """Return an item; ``meta`` and ``terms`` (domain, slug, name) besides the names of elements."""
    kind = fields.pop("kind", "post")
    slug = fields.pop("slug", f"butir-{number}")
    status = fields.pop("status", "publish")
    gmt = fields.pop("gmt", "2019-09-22 12:30:00")
    meta = "".join(
        f"<wp:postmeta><wp:meta_key><![CDATA[{key}]]></wp:meta_key>"
        f"<wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
        for key, value in fields.pop("meta", {}).items()
    )
    terms = "".join(
        f'<category domain="{domain}" nicename="{nicename}"><![CDATA[{name}]]></category>'
        for domain, nicename, name in fields.pop("terms", [])
    )
    comments = fields.pop("comments", 0) * (
        "<wp:comment><wp:comment_author><![CDATA[Warga]]></wp:comment_author>"
        "<wp:comment_content><![CDATA[Komentar rahasia]]></wp:comment_content></wp:comment>"
    )
    return f"""<item>
<title><![CDATA[{fields.pop("title", f"Butir {number}")}]]></title>
<link>{fields.pop("link", f"https://www.lama.example/2019/09/{slug}/")}</link>
<pubDate>Sun, 22 Sep 2019 12:30:00 +0000</pubDate>
<dc:creator><![CDATA[redaksi]]></dc:creator>
<guid isPermaLink="false">{fields.pop("guid", f"https://www.lama.example/?p={number}")}</guid>
<content:encoded><![CDATA[{content}]]></content:encoded>
<excerpt:encoded><![CDATA[{fields.pop("excerpt", "")}]]></excerpt:encoded>
<wp:post_id>{number}</wp:post_id>
<wp:post_date><![CDATA[{fields.pop("local", "2019-09-22 19:30:00")}]]></wp:post_date>
<wp:post_date_gmt><![CDATA[{gmt}]]></wp:post_date_gmt>
<wp:post_name><![CDATA[{slug}]]></wp:post_name>
<wp:status><![CDATA[{status}]]></wp:status>
<wp:post_parent>{fields.pop("parent", 0)}</wp:post_parent>
<wp:menu_order>{fields.pop("order", 0)}</wp:menu_order>
<wp:post_type><![CDATA[{kind}]]></wp:post_type>
<wp:post_password><![CDATA[{fields.pop("password", "")}]]></wp:post_password>
<wp:is_sticky>{fields.pop("sticky", 0)}</wp:is_sticky>
{terms}{meta}{comments}
</item>
"""


def attachment(number: int, path: str, **fields: Any) -> str:
    """Return the item of the file *path* in wp-content/uploads."""
    meta = {"_wp_attached_file": path} | fields.pop("meta", {})
    return item(number, kind="attachment", status="inherit", meta=meta, **fields)
