# Semua perintah proyek. Yang dibutuhkan: make, git, dan Python 3.11 ke atas (dengan venv).
# .tool/ dan .venv/ dibangun sendiri, dan hanya bila berkas kunci (requirements*.lock) berubah.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
MAKEFLAGS += --no-builtin-rules --no-print-directory

PORT ?= 8000
PYTHON ?= python3
# Tests run side by side, on as many cores as there are, up to four.
WORKERS := -n auto --maxprocesses 4

export UV_PYTHON_DOWNLOADS := never
export PYTHONUNBUFFERED := 1

VENV := .venv/bin/python
UV := .tool/bin/uv
NU := .tool/nu/node_modules/vnu-jar/build/dist/vnu.jar

# What a tool needs to import the settings: nothing of the caller's, and no database of its own.
DEVELOPMENT := env DEBUG=1 DATABASE_URL=sqlite://:memory:
# A made-up production, for `check --deploy`.
PRODUCTION = env DEBUG=0 DATABASE_URL=sqlite://:memory: SITE_URL=https://portal.contoh.go.id \
	ALLOWED_HOSTS=portal.contoh.go.id \
	SECRET_KEY="$$($(VENV) -c 'import secrets; print(secrets.token_urlsafe(64))')"
# Only the PostgreSQL run listens to DATABASE_URL (tests/settings.py sees to the rest).
SQLITE := env -u DATABASE_URL

# `make run` is content with the production packages, unless the developers' are there already.
ENVIRONMENT := $(if $(wildcard .venv/.dev),.venv/.dev,.venv/.runtime)

.PHONY: run
run: $(ENVIRONMENT) ## Jalankan portal percobaan di http://localhost:8000/ (PORT=8080 untuk pintu lain)
	@export DEBUG=1 DJANGO_RUNSERVER_HIDE_WARNING=true SITE_URL="$${SITE_URL:-http://localhost:$(PORT)}"; \
	$(VENV) manage.py migrate --verbosity 0 && \
	$(VENV) manage.py demo --if-empty && \
	$(VENV) manage.py bangun_indeks --if-empty && \
	printf '\n  Portal   http://localhost:%s/\n  Redaksi  http://localhost:%s/admin/\n  Berhenti dengan Ctrl+C\n\n' \
		$(PORT) $(PORT) && \
	exec $(VENV) manage.py runserver $(PORT)

.PHONY: test
test: test-sqlite test-postgresql test-browser ## Jalankan seluruh uji: SQLite, PostgreSQL, dan peramban

.PHONY: test-sqlite
test-sqlite: .venv/.dev ## Hanya uji di SQLite (satu berkas: make test-sqlite ARGS=tests/news)
	$(SQLITE) $(VENV) -m pytest $(WORKERS) --ignore tests/browser $(ARGS)

.PHONY: test-postgresql
test-postgresql: .venv/.dev system-packages ## Hanya uji di PostgreSQL (DATABASE_URL bila diisi, selain itu peladen sementara)
	$(VENV) -m tests.services.postgres $(VENV) -m pytest $(WORKERS) --ignore tests/browser $(ARGS)

.PHONY: test-browser
test-browser: .venv/.dev system-packages $(NU) ## Hanya uji di peramban, termasuk pemeriksa HTML dan aksesibilitas
	$(SQLITE) $(VENV) -m pytest $(WORKERS) tests/browser $(ARGS)

.PHONY: check
check: .venv/.dev ## Periksa format, gaya, tipe, arah impor, templat, migrasi, dan pengaturan produksi
	$(VENV) -m ruff format --check .
	$(VENV) -m ruff check .
	find templates -name '*.html' -exec .venv/bin/djade --check {} +
	$(VENV) -m djlint --lint --quiet templates
	$(DEVELOPMENT) $(VENV) -m mypy .
	$(DEVELOPMENT) .venv/bin/lint-imports
	$(DEVELOPMENT) $(VENV) manage.py makemigrations --check
	$(PRODUCTION) $(VENV) manage.py check --deploy --fail-level WARNING

.PHONY: format
format: .venv/.dev ## Rapikan kode dan templat
	$(VENV) -m ruff format .
	$(VENV) -m ruff check --fix .
	find templates -name '*.html' -exec .venv/bin/djade {} +

.PHONY: audit
audit: .venv/.dev ## Laporkan celah keamanan yang dikenal dan lisensi pustaka (butuh jaringan; tidak menggagalkan)
	-$(VENV) -m pip_audit --requirement requirements.lock --disable-pip --progress-spinner off
	-$(VENV) .ci/licences.py requirements.lock

.PHONY: bench
bench: .venv/.dev ## Ukur kecepatan halaman publik pada 10.000 dan 100.000 berita (SQLite; sekitar enam menit)
	$(SQLITE) $(VENV) -m tests.bench

.PHONY: bench-postgresql
bench-postgresql: .venv/.dev system-packages ## Ukuran yang sama di PostgreSQL (DATABASE_URL bila diisi: basis data kosong)
	$(VENV) -m tests.services.postgres $(VENV) -m tests.bench

.PHONY: salinan
salinan: .venv/.dev system-packages ## Salin situs contoh SQLite → PostgreSQL → SQLite dan bandingkan semua halamannya
	$(VENV) -m tests.services.postgres $(VENV) -m tests.roundtrip

.PHONY: lock
lock: $(UV) ## Perbarui berkas kunci setelah pyproject.toml berubah (butuh jaringan)
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header pyproject.toml --output-file requirements.lock
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --constraint requirements.lock \
		pyproject.toml --group dev --output-file requirements-dev.lock

.PHONY: clean
clean: ## Buang lingkungan dan singgahan; basis data dan foto di var/ tetap
	rm -rf .venv .tool .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

.PHONY: help
help: ## Tampilkan daftar ini
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | \
		awk -F'|' '{ printf "%-22s %s\n", $$1, $$2 }'

# --- what the targets above stand on ---

.PHONY: system-packages
system-packages: .venv/.dev
	@$(VENV) -m tests.services.machine

define sync
	@test -x $(VENV) || { rm -rf .venv && $(UV) venv --quiet --python $(PYTHON) .venv; }
	$(UV) pip sync --quiet --require-hashes --python $(VENV) $<
	@rm -f .venv/.runtime .venv/.dev && touch $@
endef

.venv/.runtime: requirements.lock $(UV)
	$(sync)

.venv/.dev: requirements-dev.lock $(UV)
	$(sync)

$(UV): requirements-tool.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Butuh Python 3.11 ke atas: pasang, lalu ulangi dengan make PYTHON=python3.11 …" >&2; exit 1; }
	@$(PYTHON) -m venv --clear .tool || { \
		echo "Modul venv tidak lengkap. Di Debian atau Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	.tool/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

$(NU): tests/browser/package-lock.json | system-packages
	@mkdir -p .tool/nu && cp tests/browser/package.json tests/browser/package-lock.json .tool/nu/
	npm ci --prefix .tool/nu --ignore-scripts --no-audit --no-fund --loglevel error
	@touch $@
