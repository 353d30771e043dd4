from django.db import migrations, models

# What the engines look into is made anew, over marks too. The rows go: ``bangun_indeks`` writes them.
SQLITE = [
    "DROP TRIGGER search_document_added",
    "DROP TRIGGER search_document_removed",
    "DROP TRIGGER search_document_changed",
    "DROP TABLE search_fts",
    "DELETE FROM search_document",
]
SQLITE_AFTER = [
    """CREATE VIRTUAL TABLE search_fts USING fts5(
    title_stems, summary_stems, body_stems, marks,
    content='search_document', content_rowid='id', tokenize="unicode61 tokenchars '_'"
)""",
    """CREATE TRIGGER search_document_added AFTER INSERT ON search_document BEGIN
    INSERT INTO search_fts (rowid, title_stems, summary_stems, body_stems, marks)
    VALUES (new.id, new.title_stems, new.summary_stems, new.body_stems, new.marks);
END""",
    """CREATE TRIGGER search_document_removed AFTER DELETE ON search_document BEGIN
    INSERT INTO search_fts (search_fts, rowid, title_stems, summary_stems, body_stems, marks)
    VALUES ('delete', old.id, old.title_stems, old.summary_stems, old.body_stems, old.marks);
END""",
    """CREATE TRIGGER search_document_changed
AFTER UPDATE OF id, title_stems, summary_stems, body_stems, marks ON search_document BEGIN
    INSERT INTO search_fts (search_fts, rowid, title_stems, summary_stems, body_stems, marks)
    VALUES ('delete', old.id, old.title_stems, old.summary_stems, old.body_stems, old.marks);
    INSERT INTO search_fts (rowid, title_stems, summary_stems, body_stems, marks)
    VALUES (new.id, new.title_stems, new.summary_stems, new.body_stems, new.marks);
END""",
    # What is asked of each document that is looked at: read from here, not from among wide texts.
    """CREATE INDEX search_document_narrow
    ON search_document (id, public_from, public_until, length)""",
]
POSTGRESQL = [
    "ALTER TABLE search_document DROP COLUMN vector",
    "ALTER TABLE search_document DROP COLUMN title_vector",
    "TRUNCATE search_document",
]
# Wide columns out of the way: of most documents that are looked at no text is read.
POSTGRESQL_AFTER = [
    "ALTER TABLE search_document SET (toast_tuple_target = 128)",
    """ALTER TABLE search_document ADD COLUMN vector tsvector GENERATED ALWAYS AS (
    to_tsvector('simple', title_stems || ' ' || summary_stems || ' ' || body_stems)
    || array_to_tsvector(string_to_array(marks, ' '))
) STORED""",
    """ALTER TABLE search_document ADD COLUMN title_vector tsvector GENERATED ALWAYS AS (
    to_tsvector('simple', title_stems)
) STORED""",
    """CREATE INDEX search_document_vector ON search_document
    USING gin (vector) WITH (gin_pending_list_limit = 1024)""",
    """CREATE INDEX search_document_title_vector ON search_document
    USING gin (title_vector) WITH (gin_pending_list_limit = 256)""",
]


def empty(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    for statement in POSTGRESQL if is_postgresql else SQLITE:
        schema_editor.execute(statement)


def make_engine(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    for statement in POSTGRESQL_AFTER if is_postgresql else SQLITE_AFTER:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [
        migrations.RunPython(empty, elidable=False),
        migrations.RemoveIndex(model_name="document", name="search_document_length"),
        migrations.RemoveField(model_name="document", name="year"),
        migrations.RemoveField(model_name="document", name="topic"),
        migrations.RemoveField(model_name="document", name="region"),
        migrations.AddField(
            model_name="document",
            name="marks",
            field=models.TextField(default=""),
            preserve_default=False,
        ),
        migrations.RunPython(make_engine, elidable=False),
    ]
