# ehc: builds the library, the program and the tests. `make help` lists the targets.
VERSION = 0.1.0
BUILD = build
# Where the programs are that are run while building: elsewhere, built before, when CC builds for another machine.
TOOLS = $(BUILD)

PREFIX = /usr/local
bindir = $(PREFIX)/bin
libdir = $(PREFIX)/lib
includedir = $(PREFIX)/include
datarootdir = $(PREFIX)/share
datadir = $(datarootdir)
mandir = $(datarootdir)/man
docdir = $(datarootdir)/doc/ehc
bashcompletiondir = $(datarootdir)/bash-completion/completions
zshcompletiondir = $(datarootdir)/zsh/site-functions
fishcompletiondir = $(datarootdir)/fish/vendor_completions.d
# The binary interface of the shared library; src/lib/libehc.map says when it goes up.
ABI = 0

CC ?= cc
CFLAGS ?= -O2 -g
WARNINGS = -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wvla -Wformat-security -Werror
OWN_CPPFLAGS = -std=c11 -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -DEHC_VERSION='"$(VERSION)"' -Iinclude -Isrc
# iniparser.h stands in a folder of its own on Debian and Fedora.
LIBRARY_HEADERS = $(addprefix -I,$(wildcard /usr/include/iniparser /opt/homebrew/include /opt/homebrew/include/iniparser))
OWN_CPPFLAGS += $(LIBRARY_HEADERS)
PREPROCESS = $(CC) $(OWN_CPPFLAGS) $(CPPFLAGS)
COMPILE = $(PREPROCESS) $(WARNINGS) $(HARDEN) $(CFLAGS) $(POSITION) -MMD -MP -c
LINK_FLAGS = $(CFLAGS) $(filter -pie -Wl%,$(HARDENED)) $(addprefix -L,$(wildcard /opt/homebrew/lib)) $(LDFLAGS)
LINK = $(CC) $(LINK_FLAGS)
# A program of one file.
BUILD_ONE = $(PREPROCESS) $(WARNINGS) $(HARDEN) $(LINK_FLAGS)

# What makes a flaw harder to use, as far as the compiler and the linker have it; `make HARDENING=no` leaves it out. What
# the user's own flags say comes after, and holds.
HARDENING = yes
HARDENING_WANTED = -fPIE -pie -fstack-protector-strong -fstack-clash-protection -fcf-protection -Wl,-z,relro -Wl,-z,now
accepted = $(shell out=$$(mktemp) && echo 'int main(void) { return 0; }' | $(CC) -Werror $(1) -o "$$out" -x c - 2>/dev/null && \
    echo '$(1)'; rm -f "$$out")
HARDENED = $(eval HARDENED := $(if $(filter yes,$(HARDENING)),$(or $(call accepted,$(HARDENING_WANTED)),$(foreach \
    flag,$(HARDENING_WANTED),$(call accepted,$(flag))))))$(HARDENED)
# Checked buffers need optimisation, and are the sanitizers' own work where there are some.
optimised = $(filter-out -O0,$(lastword $(filter -O%,$(CFLAGS))))
checked_already = $(findstring -fsanitize,$(CFLAGS))$(findstring _FORTIFY_SOURCE,$(CPPFLAGS) $(CFLAGS))
HARDEN = $(filter -f%,$(HARDENED)) $(if $(and $(HARDENED),$(optimised)),$(if $(checked_already),,-U_FORTIFY_SOURCE \
    -D_FORTIFY_SOURCE=2))

LIBRARIES = -lical -ljansson -liniparser -lcsv

objects_of = $(patsubst src/%.c,$(BUILD)/%.o,$(wildcard $(patsubst %,src/%/*.c,$(1))))
LIB_OBJECTS = $(call objects_of,util base case lib judgement law audit) $(BUILD)/law_england.o
VIEW_OBJECTS = $(call objects_of,json view screen catalogue chronology audit_view plan plan_view diary calendar letter bundle) $(BUILD)/bundle_england.o
CLI_OBJECTS = $(call objects_of,request cli)
# What reads a law, without the law that is compiled in.
READER_OBJECTS = $(call objects_of,util law) $(patsubst %,$(BUILD)/base/%.o,law date date_read date_text)

.DELETE_ON_ERROR:
.PHONY: all always version help quickstart static web check check-all tools unit transcripts headers matrix faults sanitized fuzz fuzz-targets \
    fuzz-coverage install uninstall bench lint sentences coverage dist deb clean format

# Where the linker is not GNU's or one that reads its version scripts, there is the static library alone.
SHARED_LIBRARY := $(if $(filter Darwin,$(shell uname)),,$(BUILD)/libehc.so.$(VERSION))

# What the shells need to complete a command line, under the names they look for.
COMPLETIONS = $(addprefix $(BUILD)/complete/,bash/ehc zsh/_ehc fish/ehc.fish)

all: $(BUILD)/ehc $(BUILD)/libehc.a $(SHARED_LIBRARY) $(BUILD)/libehc.pc $(COMPLETIONS)

help:
	@echo 'make             build $(BUILD)/ehc and libehc, static and shared'
	@echo 'make quickstart  install what is missing, build, and show an example'
	@echo 'make check       the tests that take at most three minutes, and what they need installed'
	@echo 'make check-all   the same and all the others'
	@echo 'make install     into DESTDIR and PREFIX; make uninstall takes it away'
	@echo 'make static      build $(STATIC)/ehc, which needs no library'
	@echo 'make web         build the page: $(WEB)/ehc.html, and $(WEB)/site for a web server'
	@echo 'make bench       what things cost, as ratios in one run'
	@echo 'make matrix      the unit tests by gcc and clang, -O0 to -O3'
	@echo 'make fuzz        fuzz all that reads, for SECONDS=60 each'
	@echo 'make faults      every command on a machine that fails, at every point: 20 minutes'
	@echo 'make lint        clang-tidy, cppcheck, mandoc and clang-format'
	@echo 'make sentences   all that ehc can print, to be read: $(BUILD)/sentences.txt; and how easily it reads'
	@echo 'make coverage    lines and branches that the tests reach'
	@echo 'make dist        a source archive in dist/'
	@echo 'make deb         Debian packages in dist/'

# OTHER_OBJECTS: what stands in for a part of a library, on a system where that part has nothing to do.
$(BUILD)/ehc: $(CLI_OBJECTS) $(VIEW_OBJECTS) $(OTHER_OBJECTS) $(BUILD)/libehc.a
	$(LINK) -o $@ $^ $(LIBRARIES)

# Both libraries are made of the same objects: code that can stand anywhere costs a program nothing that can be measured,
# as long as the compiler may take a function of the same file for the one that will be called.
$(LIB_OBJECTS): private POSITION = -fPIC -fno-semantic-interposition

$(BUILD)/libehc.a: $(LIB_OBJECTS)
	rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/libehc.so.$(VERSION): $(LIB_OBJECTS) src/lib/libehc.map
	$(filter-out -pie,$(LINK)) -shared -Wl,-soname,libehc.so.$(ABI) -Wl,--version-script,src/lib/libehc.map \
	    -Wl,-Bsymbolic-functions -o $@ $(LIB_OBJECTS) -liniparser -lcsv
	ln -sf libehc.so.$(VERSION) $(BUILD)/libehc.so.$(ABI)
	ln -sf libehc.so.$(ABI) $(BUILD)/libehc.so

# Anew each time: PREFIX may be another than the last time.
$(BUILD)/libehc.pc: src/lib/libehc.pc.in always
	@mkdir -p $(@D)
	@sed -e 's|@VERSION@|$(VERSION)|' -e 's|@PREFIX@|$(PREFIX)|' -e 's|@LIBDIR@|$(libdir)|' \
	    -e 's|@INCLUDEDIR@|$(includedir)|' $< > $@

$(BUILD)/law_to_c: $(BUILD)/tool/law_to_c.o $(BUILD)/tool/caseload_to_c.o $(BUILD)/tool/c_text.o \
    $(READER_OBJECTS)
	$(LINK) -o $@ $^ -liniparser

$(BUILD)/bundle_to_c: $(BUILD)/tool/bundle_to_c.o $(BUILD)/tool/c_text.o $(BUILD)/bundle/bundle.o \
    $(BUILD)/bundle/questions.o $(BUILD)/letter/read.o $(BUILD)/letter/folder.o $(BUILD)/libehc.a
	$(LINK) -o $@ $^ -liniparser

$(BUILD)/law_england.c: $(TOOLS)/law_to_c $(wildcard data/england/*.ini)
	@mkdir -p $(@D)
	$(TOOLS)/law_to_c data/england ehc_law_england > $@

$(BUILD)/bundle_england.c: $(TOOLS)/bundle_to_c $(wildcard data/england/*.ini) data/england/letters \
    $(wildcard data/england/letters/*.txt)
	@mkdir -p $(@D)
	$(TOOLS)/bundle_to_c data/england ehc_law_england > $@

$(BUILD)/completions: $(BUILD)/tool/completions.o $(filter-out $(BUILD)/cli/main.o,$(CLI_OBJECTS)) $(VIEW_OBJECTS) \
    $(BUILD)/libehc.a
	$(LINK) -o $@ $^ $(LIBRARIES)

$(COMPLETIONS): $(BUILD)/complete/%: $(TOOLS)/completions $(wildcard src/tool/completions.*)
	@mkdir -p $(@D)
	{ $(TOOLS)/completions $(*D) && cat src/tool/completions.$(*D); } > $@

$(BUILD)/law_england.o $(BUILD)/bundle_england.o: $(BUILD)/%.o: $(BUILD)/%.c
	$(COMPILE) -o $@ $<

# From 4.2 on iniparser reads a stream; before, a file by its name.
$(BUILD)/util/ini.o: private OWN_CPPFLAGS := $(OWN_CPPFLAGS) $(if $(shell \
    $(PREPROCESS) -include iniparser.h -E -x c /dev/null 2>/dev/null | grep iniparser_load_file),-DINIPARSER_READS_STREAMS)

$(BUILD)/%.o: src/%.c Makefile
	@mkdir -p $(@D)
	$(COMPILE) -o $@ $<

-include $(wildcard $(BUILD)/*/*.d)

# ---- one program that needs no library ----

# For any Linux on this kind of processor: the C library is musl, and the four libraries are built from their sources. What
# the program does not use of them is left out, which makes it a quarter smaller.
STATIC = $(BUILD)/static
STATIC_CFLAGS = -O2 -ffunction-sections -fdata-sections
STATIC_LIBRARIES = $(STATIC)/libraries

static: $(STATIC_LIBRARIES)/lib/libical.a
	$(MAKE) BUILD=$(STATIC) CC=musl-gcc CFLAGS='$(STATIC_CFLAGS)' LIBRARY_HEADERS='-isystem $(STATIC_LIBRARIES)/include' \
	    LDFLAGS='-static -s -Wl,--gc-sections -L$(STATIC_LIBRARIES)/lib' $(STATIC)/ehc

$(STATIC_LIBRARIES)/lib/libical.a: src/tool/static-libraries
	tests/install-tools static
	CC=musl-gcc CFLAGS='$(STATIC_CFLAGS)' src/tool/static-libraries $(BUILD)/sources $(STATIC_LIBRARIES)

# ---- the program in a browser ----

# The same program for wasm32-wasi and a page in front of it: $(WEB)/ehc.html, all in one file, and $(WEB)/site for any host.
# Its stack stands below its data, so that too deep a call ends it and overwrites nothing. What is never called is left out.
# -O0 is for the linker alone: else clang runs wasm-opt where there is one, and the bytes would hang on that.
WEB = $(BUILD)/web
WEB_CC = clang-14 --target=wasm32-wasi
WEB_CFLAGS = -Oz -ffunction-sections -fdata-sections
WEB_LIBRARIES = $(WEB)/libraries
WEB_LDFLAGS = -O0 -s -Wl,--gc-sections -Wl,-z,stack-size=4194304 -Wl,--stack-first -Wl,--max-memory=1073741824

# wasm-opt's passes of -Oz that make the program smaller as it is sent, with brotli; the others, and its way of packing zeros,
# make the file smaller and what is sent larger. They find more when they run twice.
WEB_PASSES = --duplicate-function-elimination --once-reduction --ssa-nomerge --dce --remove-unused-names --remove-unused-brs \
    --optimize-instructions --pick-load-signs --precompute-propagate --simplify-locals-notee-nostructure --vacuum \
    --reorder-locals --remove-unused-brs --simplify-locals-notee --vacuum --reorder-locals --coalesce-locals --reorder-locals \
    --vacuum --merge-blocks --remove-unused-brs --remove-unused-names --precompute-propagate --optimize-instructions \
    --optimize-added-constants-propagate --rse --vacuum --dae-optimizing --simplify-globals-optimizing \
    --remove-unused-module-elements --generate-stack-ir --optimize-stack-ir
WEB_OPTIMISE = wasm-opt --optimize-level=2 --shrink-level=2 --low-memory-unused $(WEB_PASSES) $(WEB_PASSES)

web: $(WEB_LIBRARIES)/lib/libical.a $(BUILD)/law_to_c $(BUILD)/bundle_to_c
	tests/install-tools web
	$(MAKE) BUILD=$(WEB)/program TOOLS=$(BUILD) CC='$(WEB_CC)' AR=llvm-ar-14 CFLAGS='$(WEB_CFLAGS)' POSITION= HARDENING=no \
	    LIBRARY_HEADERS='-isystem $(WEB_LIBRARIES)/include' CPPFLAGS=-D_WASI_EMULATED_SIGNAL \
	    OTHER_OBJECTS="$(WEB)/program/web/time_zones.o $(WEB)/program/web/fractions.o" LDFLAGS='$(WEB_LDFLAGS) -L$(WEB_LIBRARIES)/lib -lwasi-emulated-signal' \
	    $(WEB)/program/ehc
	$(WEB_OPTIMISE) $(WEB)/program/ehc -o $(WEB)/program/ehc.wasm
	node src/tool/web-page.mjs $(WEB)/program/ehc.wasm $(VERSION) $(WEB)

$(WEB_LIBRARIES)/lib/libical.a: src/tool/static-libraries src/web/time_zones.c
	tests/install-tools web
	CC='$(WEB_CC)' AR=llvm-ar-14 CFLAGS='$(WEB_CFLAGS)' src/tool/static-libraries $(BUILD)/sources $(WEB_LIBRARIES)
	llvm-ar-14 d $@ icaltimezone.o icaltz-util.o

# ---- tests ----

UNIT_TESTS = $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(wildcard tests/unit/*/test_*.c))
HEADER_TESTS = $(patsubst include/ehc/%.h,$(BUILD)/headers/%.o,$(filter-out %/extern.h,$(wildcard include/ehc/*.h)))
TRANSCRIPTS = $(wildcard tests/cli/*.txt) README.md $(wildcard man/*.[157])

# tests/check has the steps of both.
check:
	tests/install-tools check
	tests/check

check-all: check tools
	tests/check all

# What the tests need is installed where it is missing.
tools:
	tests/install-tools check-all

unit: $(UNIT_TESTS)
	@WRAPPER='$(WRAPPER)' tests/unit/run $(UNIT_TESTS)

transcripts: $(BUILD)/ehc
	EHC_WRAPPER='$(WRAPPER)' python3 tests/transcripts.py $(BUILD) $(TRANSCRIPTS)

# Each public header alone, in C11 without extensions.
headers: $(HEADER_TESTS)

$(BUILD)/headers/%.o: include/ehc/%.h
	@mkdir -p $(@D)
	$(CC) -std=c11 -pedantic $(WARNINGS) -Iinclude -include $< -x c -c -o $@ /dev/null

$(BUILD)/tests/%: tests/unit/%.c $(wildcard tests/unit/*.h tests/unit/*/*.h include/ehc/*.h) $(VIEW_OBJECTS) $(BUILD)/libehc.a
	@mkdir -p $(@D)
	$(BUILD_ONE) -Itests/unit -o $@ $< $(VIEW_OBJECTS) $(BUILD)/libehc.a \
	    -lcmocka $(LIBRARIES)

# The core of the library, which needs neither iniparser nor libcsv, at one go: by any compiler, and as 32-bit.
CORE = $(filter-out src/case/case_read.c,$(wildcard src/base/*.c src/lib/*.c src/judgement/*.c src/case/*.c)) $(patsubst %,src/util/%.c,fail fill shown nearest phrase)

$(BUILD)/core/%: tests/library/core.c $(CORE) $(BUILD)/law_england.c
	@mkdir -p $(@D)
	$(BUILD_ONE) -o $@ $^

# Everything, by each compiler at each level of optimisation.
matrix: tools
	tests/matrix

# In this one each allocation can be made to fail.
$(BUILD)/tests/lib/test_memory: private override LDFLAGS += \
    $(addprefix -Wl$(comma)--wrap=,malloc calloc realloc strdup fopen)
comma = ,

# Every command with each allocation, each system call and each moment to be killed at in turn; a part of it is in
# `make check-all`.
faults: tools all $(BUILD)/tests/lib/test_memory
	EHC_EVERY_ALLOCATION=yes $(BUILD)/tests/lib/test_memory
	tests/system/faults $(BUILD) all

# Each fuzz target for SECONDS, with clang's libFuzzer, under AddressSanitizer and UBSan: one build with those that
# tests/check runs under the sanitizers. tests/fuzz/run says how to replay what was found; `make fuzz-coverage` prints the
# lines that the inputs kept so far reach.
SECONDS = 60
FUZZ_TARGETS = $(patsubst tests/fuzz/%.c,$(BUILD)/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))
FUZZ_OBJECTS = $(filter-out $(BUILD)/cli/main.o,$(CLI_OBJECTS)) $(BUILD)/fuzz/main.o $(VIEW_OBJECTS)
SANITIZED = all unit transcripts

sanitized:
	$(MAKE) -s BUILD=build/sanitize CC=clang $(SANITIZED) \
	    CFLAGS='-O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all'

fuzz: tools
	$(MAKE) -s -j$(shell getconf _NPROCESSORS_ONLN) sanitized SANITIZED='all fuzz-targets'
	tests/fuzz/run build/sanitize $(SECONDS)

fuzz-coverage:
	tests/install-tools coverage
	LLVM_PROFILE_FILE=/dev/null $(MAKE) -s -j$(shell getconf _NPROCESSORS_ONLN) BUILD=build/fuzz-coverage CC=clang \
	    CFLAGS='-O1 -g -fprofile-instr-generate -fcoverage-mapping' fuzz-targets
	tests/fuzz/coverage build/sanitize build/fuzz-coverage

fuzz-targets: $(FUZZ_TARGETS)

# Loops over each letter, name or day: the fuzzer learns nothing from what they compare, and waits.
COMPARING = $(patsubst %,build/sanitize/%.o,$(addprefix util/,nearest ini fields fail phrase) base/law audit/columns calendar/term_dates)
$(COMPARING): override CFLAGS += -fno-sanitize-coverage=trace-cmp

$(BUILD)/fuzz/main.o: src/cli/main.c
	@mkdir -p $(@D)
	$(COMPILE) -Dmain=ehc_main -o $@ $<

$(BUILD)/fuzz/program.a: $(FUZZ_OBJECTS)
	rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/fuzz/fuzz_%: tests/fuzz/fuzz_%.c $(wildcard tests/fuzz/*.h) $(BUILD)/fuzz/program.a $(BUILD)/libehc.a
	@mkdir -p $(@D)
	$(BUILD_ONE) -D_GNU_SOURCE -fsanitize=fuzzer -o $@ $< $(BUILD)/fuzz/program.a \
	    $(BUILD)/libehc.a $(LIBRARIES)

# ---- cost ----

bench: tools web $(BUILD)/ehc $(BUILD)/bench/core $(BUILD)/bench/empty $(BUILD)/bench/libcsv $(BUILD)/bench/peak
	python3 tests/bench/run.py $(BUILD)
	tests/bench/audit $(BUILD)
	tests/bench/diary $(BUILD)
	[ -d tests/system/report-npm/node_modules ] || (cd tests/system/report-npm && npm ci --ignore-scripts --no-audit --no-fund --silent)
	node tests/bench/page.mjs $(BUILD)
	node tests/web/size.mjs $(BUILD)/web

$(BUILD)/bench/libcsv: tests/bench/libcsv.c
	@mkdir -p $(@D)
	$(LINK) -o $@ $< -lcsv

$(BUILD)/bench/peak: tests/bench/peak.c
	@mkdir -p $(@D)
	$(BUILD_ONE) -o $@ $<

$(BUILD)/bench/core: tests/bench/core.c $(BUILD)/libehc.a
	@mkdir -p $(@D)
	$(BUILD_ONE) -o $@ $< $(BUILD)/libehc.a -lical -liniparser -lcsv

$(BUILD)/bench/empty: tests/bench/empty.c
	@mkdir -p $(@D)
	$(LINK) -Wl,--no-as-needed -o $@ $< $(LIBRARIES)

# ---- sources ----

lint:
	tests/install-tools lint
	clang-format --dry-run -Werror $(wildcard src/*/*.[ch] include/ehc/*.h)
	cppcheck -q --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 -Iinclude \
	    -DEHC_VERSION='"$(VERSION)"' src
	$(MAKE) -s -j$(shell nproc) $(patsubst src/%.c,$(BUILD)/tidy/%,$(wildcard src/*/*.c))
	mandoc -T lint -W warning man/*.[1-9]

# One file at a time, and only what changed since it was last clean.
$(BUILD)/tidy/%: src/%.c .clang-tidy $(wildcard src/*/*.h include/ehc/*.h)
	@mkdir -p $(@D)
	clang-tidy -quiet --warnings-as-errors='*' $< -- $(OWN_CPPFLAGS) $(CPPFLAGS) 2>/dev/null
	@touch $@

# All words for people, in one file. tests/check says whether they keep to the rules.
sentences:
	tests/install-tools lint
	@mkdir -p $(BUILD)
	@tests/sentences.py > $(BUILD)/sentences.txt
	@tests/sentences.py --readability

format:
	@clang-format -i $(wildcard src/*/*.[ch] include/ehc/*.h)

# Lines and branches of the library and the views that the tests reach: unit tests, transcripts and system tests. Each
# process leaves its own counts; those of one that a transcript keeps from writing a file are lost, and it says so, which
# fails that transcript here.
COVERAGE = build/coverage
coverage:
	tests/install-tools coverage
	rm -rf $(COVERAGE)/counts
	-$(MAKE) -s -k BUILD=$(COVERAGE) CC=clang all unit transcripts > $(COVERAGE).log 2>&1 \
	    CFLAGS='-O0 -g -fprofile-instr-generate=$(CURDIR)/$(COVERAGE)/counts/%p-%m -fcoverage-mapping'
	-for test in ask audit calendar diary report term-dates; do tests/system/$$test $(COVERAGE); done >> $(COVERAGE).log 2>&1
	@find $(COVERAGE)/counts -type f > $(COVERAGE).list
	llvm-profdata-14 merge --sparse --failure-mode=all --input-files=$(COVERAGE).list -o $(COVERAGE).profdata
	llvm-cov-14 report --instr-profile=$(COVERAGE).profdata --show-region-summary=false --show-functions=false $(COVERAGE)/ehc \
	    $(patsubst %,--object %,$(patsubst tests/unit/%.c,$(COVERAGE)/tests/%,$(wildcard tests/unit/*/test_*.c))) src/util src/base src/lib src/case src/judgement src/law src/audit src/view src/screen src/catalogue src/chronology src/audit_view src/plan src/plan_view src/diary src/json src/calendar src/letter

# ---- the whole ----

quickstart:
	tests/install-tools build
	$(MAKE) -s all
	@echo
	@echo '$$ $(BUILD)/ehc 2026-01-05 --as-at 2026-01-20'
	@$(BUILD)/ehc 2026-01-05 --as-at 2026-01-20

# All that is installed, and where. install and uninstall both read it, each with its own `put MODE FOLDER FILE...` and
# `put_link TARGET FOLDER NAME`.
define INSTALLED
put 755 '$(bindir)' $(BUILD)/ehc; \
put 644 '$(libdir)' $(BUILD)/libehc.a $(SHARED_LIBRARY); \
$(if $(SHARED_LIBRARY),put_link libehc.so.$(VERSION) '$(libdir)' libehc.so.$(ABI); \
put_link libehc.so.$(ABI) '$(libdir)' libehc.so;) \
put 644 '$(libdir)/pkgconfig' $(BUILD)/libehc.pc; \
put 644 '$(includedir)/ehc' $(wildcard include/ehc/*.h); \
$(foreach section,1 3 5 7,put 644 '$(mandir)/man$(section)' $(wildcard man/*.$(section));) \
put 644 '$(bashcompletiondir)' $(BUILD)/complete/bash/ehc; \
put 644 '$(zshcompletiondir)' $(BUILD)/complete/zsh/_ehc; \
put 644 '$(fishcompletiondir)' $(BUILD)/complete/fish/ehc.fish; \
put 644 '$(docdir)' README.md CHANGELOG.md LICENSE; \
put 644 '$(docdir)/examples' $(wildcard data/examples/*); \
put 644 '$(datadir)/ehc/england' $(wildcard data/england/*.ini); \
put 644 '$(datadir)/ehc/england/letters' $(wildcard data/england/letters/*.txt)
endef

# On the machine itself the loader looks again what libraries there are; only root may tell it to.
FIND_LIBRARY = [ -n '$(DESTDIR)' ] || ldconfig 2>/dev/null || true

install: all
	@set -e; umask 022; \
	put() { mode=$$1 folder='$(DESTDIR)'$$2; shift 2; \
	    install -d "$$folder"; install -m $$mode "$$@" "$$folder"; }; \
	put_link() { ln -sf "$$1" '$(DESTDIR)'"$$2/$$3"; }; \
	$(INSTALLED)
	@$(FIND_LIBRARY)
	@echo "ehc $(VERSION) is installed: '$(DESTDIR)$(bindir)/ehc'. 'make uninstall' takes it away again."

# A folder that is empty then goes too, and so do those above it up to PREFIX. What every system has in /usr and /usr/local
# stays, empty or not.
KEPT = $(if $(filter /usr /usr/local,$(PREFIX)),'$(bindir)'|'$(libdir)'|'$(includedir)'|'$(datarootdir)'|'$(mandir)',/)
uninstall:
	@put() { folder=$$2; shift 2; for file; do rm -f '$(DESTDIR)'"$$folder/$${file##*/}"; done; leave "$$folder"; }; \
	put_link() { rm -f '$(DESTDIR)'"$$2/$$3"; leave "$$2"; }; \
	leave() { folder=$$1; \
	    while case $$folder in $(KEPT)) false;; esac && rmdir '$(DESTDIR)'"$$folder" 2>/dev/null; do \
	        case $$folder in '$(PREFIX)'/*) folder=$${folder%/*};; *) return 0;; esac; done; }; \
	$(INSTALLED)
	@$(FIND_LIBRARY)

version:
	@echo $(VERSION)

# The same bytes each time: git archives a commit with its own date.
ARCHIVE = dist/ehc-$(VERSION).tar
dist:
	@[ -e .git ] || { echo 'make dist: this is not a git checkout, and the archive is made from a commit' >&2; exit 1; }
	@mkdir -p dist
	@git -c tar.umask=0022 archive --format=tar --prefix=ehc-$(VERSION)/ -o $(ARCHIVE) HEAD
	@gzip -9nf $(ARCHIVE)
	@git diff --quiet HEAD || echo 'make dist: what is not committed is not in the archive' >&2
	@echo "ehc $(VERSION), commit $$(git rev-parse --short HEAD): $(ARCHIVE).gz"

# Debian packages of what is committed, from the same archive; data/debian has what Debian calls debian/. The changelog has
# the day of the commit, which dpkg gives every file.
DEB = $(BUILD)/deb
deb: dist
	rm -rf $(DEB)
	mkdir -p $(DEB)
	cp $(ARCHIVE).gz $(DEB)/ehc_$(VERSION).orig.tar.gz
	tar -xzf $(ARCHIVE).gz -C $(DEB)
	cp -R $(DEB)/ehc-$(VERSION)/data/debian $(DEB)/ehc-$(VERSION)/debian
	printf 'ehc (%s-1) unstable; urgency=medium\n\n  * See CHANGELOG.md.\n\n -- %s  %s\n' $(VERSION) \
	    "$$(sed -n 's/^Maintainer: //p' data/debian/control)" "$$(git log -1 --format=%cD)" \
	    > $(DEB)/ehc-$(VERSION)/debian/changelog
	cd $(DEB)/ehc-$(VERSION) && MAKEFLAGS= dpkg-buildpackage -us -uc -jauto
	cp $(DEB)/*.deb dist
	@ls dist/*.deb

clean:
	rm -rf $(BUILD) dist
