# ehc: builds the library, the program and the tests. `make help` lists the targets.
VERSION = 0.1.0
PREFIX = /usr/local
BUILD = build

CC ?= cc
CFLAGS ?= -O2 -g
WARNINGS = -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wvla -Werror
CPPFLAGS += -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -DEHC_VERSION='"$(VERSION)"' -Iinclude
# iniparser.h stands in a folder of its own on Debian and Fedora.
CPPFLAGS += $(addprefix -I,$(wildcard /usr/include/iniparser /opt/homebrew/include /opt/homebrew/include/iniparser))
# libical is loaded when a calendar is written, under the name it has here; empty: linked in the ordinary way.
ICAL_SONAME ?= $(notdir $(shell readlink "$$($(CC) -print-file-name=libical.so)"))
COMPILE = $(CC) $(CPPFLAGS) $(WARNINGS) $(CFLAGS) -MMD -MP -c

# Two small libraries are linked in where their archives are there: to find and load them costs as much as a timeline.
# libcsv is not: its archive on Debian is a fifth slower than its shared library. `make SHARED=yes` links all as shared.
SHARED_LIBRARIES = -ljansson -liniparser -lcsv
archive = $(filter /%,$(shell $(CC) -print-file-name=lib$(1).a))
LIBRARIES := $(if $(SHARED),$(SHARED_LIBRARIES),$(foreach name,jansson iniparser,$(or $(call archive,$(name)),-l$(name))) -lcsv) \
    $(if $(ICAL_SONAME),-ldl,-lical)

LIB_OBJECTS = $(patsubst src/%.c,$(BUILD)/%.o,$(wildcard src/lib/*.c)) $(BUILD)/law_england.o
VIEW_OBJECTS = $(patsubst src/%.c,$(BUILD)/%.o,$(wildcard src/view/*.c)) $(BUILD)/letters_england.o
CLI_OBJECTS = $(patsubst src/%.c,$(BUILD)/%.o,$(wildcard src/cli/*.c)) $(BUILD)/questions_england.o
# What reads a law, without the law that is compiled in.
READER_OBJECTS = $(patsubst %,$(BUILD)/lib/%.o,law law_read law_figures law_values fields ini file nearest date date_read error)
TIMELINE_OBJECTS = $(READER_OBJECTS) $(patsubst %,$(BUILD)/lib/%.o,timeline exceptions case count calendar)

.DELETE_ON_ERROR:
.PHONY: all help quickstart check tools unit transcripts headers sanitized fuzz fuzz-targets fuzz-coverage install bench lint coverage dist clean format

all: $(BUILD)/ehc $(BUILD)/libehc.a

help:
	@echo 'make             build $(BUILD)/ehc and $(BUILD)/libehc.a'
	@echo 'make quickstart  install what is missing, build, and show an example'
	@echo 'make check       install what the tests need, and run them all'
	@echo 'make install     into DESTDIR and PREFIX'
	@echo 'make bench       what things cost, as ratios in one run'
	@echo 'make fuzz        fuzz all that reads, for SECONDS=60 each'
	@echo 'make lint        clang-tidy, cppcheck, mandoc and clang-format'
	@echo 'make coverage    lines and branches that the tests reach'
	@echo 'make dist        a source archive'

$(BUILD)/ehc: $(CLI_OBJECTS) $(VIEW_OBJECTS) $(BUILD)/libehc.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARIES)

$(BUILD)/libehc.a: $(LIB_OBJECTS)
	rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/law_to_c: $(BUILD)/tool/law_to_c.o $(BUILD)/tool/c_text.o $(READER_OBJECTS)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -liniparser

$(BUILD)/letters_to_c: $(BUILD)/tool/letters_to_c.o $(BUILD)/tool/c_text.o $(BUILD)/view/letter_read.o $(TIMELINE_OBJECTS)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -liniparser

$(BUILD)/law_england.c: $(BUILD)/law_to_c $(wildcard data/england/*.ini)
	$(BUILD)/law_to_c data/england ehc_law_england > $@

$(BUILD)/letters_england.c: $(BUILD)/letters_to_c $(wildcard data/england/*.ini) $(wildcard data/england/letters/*.txt)
	$(BUILD)/letters_to_c data/england letters_england $(sort $(wildcard data/england/letters/*.txt)) > $@

$(BUILD)/questions_to_c: $(BUILD)/tool/questions_to_c.o $(BUILD)/tool/c_text.o $(READER_OBJECTS)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -liniparser

$(BUILD)/questions_england.c: $(BUILD)/questions_to_c $(wildcard data/england/*.ini)
	$(BUILD)/questions_to_c data/england data/england/questions.ini > $@

$(BUILD)/law_england.o $(BUILD)/letters_england.o $(BUILD)/questions_england.o: $(BUILD)/%.o: $(BUILD)/%.c
	$(COMPILE) -o $@ $<

$(BUILD)/view/ical_load.o: CPPFLAGS += $(if $(ICAL_SONAME),-DICAL_SONAME='"$(ICAL_SONAME)"')

$(BUILD)/%.o: src/%.c Makefile
	@mkdir -p $(@D)
	$(COMPILE) -o $@ $<

-include $(wildcard $(BUILD)/*/*.d)

# ---- tests ----

UNIT_TESTS = $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(wildcard tests/unit/test_*.c))
HEADER_TESTS = $(patsubst include/ehc/%.h,$(BUILD)/headers/%.o,$(wildcard include/ehc/*.h))
TRANSCRIPTS = $(wildcard tests/cli/*.txt) README.md $(wildcard man/*.[157])

# Everything, on a machine that has gcc, make and git: see tests/check.
check: tools
	tests/check

# What the tests need is installed where it is missing.
tools:
	tests/install-tools check

unit: $(UNIT_TESTS)
	@for test in $(UNIT_TESTS); do echo "== $$test"; $(WRAPPER) $$test || exit 1; done

transcripts: $(BUILD)/ehc
	EHC_WRAPPER='$(WRAPPER)' python3 tests/transcripts.py $(BUILD) $(TRANSCRIPTS)

# Each public header alone, in C11 without extensions.
headers: $(HEADER_TESTS)

$(BUILD)/headers/%.o: include/ehc/%.h
	@mkdir -p $(@D)
	$(CC) -std=c11 -pedantic $(WARNINGS) -Iinclude -x c -c -o $@ $<

$(BUILD)/tests/%: tests/unit/%.c $(wildcard tests/unit/*.h include/ehc/*.h) $(VIEW_OBJECTS) $(BUILD)/libehc.a
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -Isrc/lib -Isrc/view $(WARNINGS) $(CFLAGS) $(LDFLAGS) -o $@ $< $(VIEW_OBJECTS) $(BUILD)/libehc.a \
	    -lcmocka $(LIBRARIES)


# Each fuzz target for SECONDS, with clang's libFuzzer, under AddressSanitizer and UBSan: one build with those that
# tests/check runs under the sanitizers. tests/fuzz/run says how to replay what was found; `make fuzz-coverage` prints the lines
# that the inputs kept so far reach.
SECONDS = 60
FUZZ_TARGETS = $(patsubst tests/fuzz/%.c,$(BUILD)/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))
FUZZ_OBJECTS = $(filter-out $(BUILD)/cli/main.o,$(CLI_OBJECTS)) $(BUILD)/fuzz/main.o $(VIEW_OBJECTS)
SANITIZED = all unit transcripts

sanitized:
	$(MAKE) -s BUILD=build/sanitize CC=clang CFLAGS='-O1 -g -fsanitize=fuzzer-no-link,address,undefined \
	    -fno-sanitize-recover=all' $(SANITIZED)

fuzz: tools
	$(MAKE) -s -j$(shell getconf _NPROCESSORS_ONLN) sanitized SANITIZED='all fuzz-targets'
	tests/fuzz/run build/sanitize $(SECONDS)

fuzz-coverage:
	tests/install-tools fuzz
	$(MAKE) -s -j$(shell getconf _NPROCESSORS_ONLN) BUILD=build/fuzz-coverage CC=clang \
	    CFLAGS='-O1 -g -fprofile-instr-generate -fcoverage-mapping' fuzz-targets
	tests/fuzz/coverage build/sanitize build/fuzz-coverage

fuzz-targets: $(FUZZ_TARGETS)

# Loops over each letter, name or day: the fuzzer learns nothing from what they compare, and waits.
$(patsubst %,build/sanitize/%.o,$(addprefix lib/,nearest ini fields law error audit_columns) view/term_dates): override CFLAGS += -fno-sanitize-coverage=trace-cmp

$(BUILD)/fuzz/main.o: src/cli/main.c
	@mkdir -p $(@D)
	$(COMPILE) -Dmain=ehc_main -o $@ $<

$(BUILD)/fuzz/program.a: $(FUZZ_OBJECTS)
	rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/fuzz/fuzz_%: tests/fuzz/fuzz_%.c $(wildcard tests/fuzz/*.h) $(BUILD)/fuzz/program.a $(BUILD)/libehc.a
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -D_GNU_SOURCE $(WARNINGS) $(CFLAGS) -fsanitize=fuzzer -o $@ $< $(BUILD)/fuzz/program.a \
	    $(BUILD)/libehc.a $(LIBRARIES) -lical

# ---- cost ----

bench: tools $(BUILD)/ehc $(BUILD)/bench/core $(BUILD)/bench/empty $(BUILD)/bench/empty-ical $(BUILD)/bench/libcsv \
    $(BUILD)/bench/peak
	python3 tests/bench/run.py $(BUILD)
	tests/bench/audit $(BUILD)

$(BUILD)/bench/libcsv: tests/bench/libcsv.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $< -lcsv

$(BUILD)/bench/peak: tests/bench/peak.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $<

$(BUILD)/bench/core: tests/bench/core.c $(BUILD)/libehc.a
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(WARNINGS) $(CFLAGS) $(LDFLAGS) -o $@ $< $(BUILD)/libehc.a -lical -liniparser -lcsv

$(BUILD)/bench/empty: tests/bench/empty.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -Wl,--no-as-needed -o $@ $< $(SHARED_LIBRARIES)

$(BUILD)/bench/empty-ical: tests/bench/empty.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -Wl,--no-as-needed -o $@ $< $(SHARED_LIBRARIES) -lical

# ---- sources ----

lint:
	tests/install-tools lint
	clang-format --dry-run -Werror $(wildcard src/*/*.[ch] include/ehc/*.h)
	cppcheck -q --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 -Iinclude \
	    -DEHC_VERSION='"$(VERSION)"' --suppress=missingIncludeSystem src
	clang-tidy -quiet --warnings-as-errors='*' $(wildcard src/*/*.c) -- $(CPPFLAGS)
	mandoc -T lint -W warning man/*.[1-9]

format:
	clang-format -i $(wildcard src/*/*.[ch] include/ehc/*.h)

# Lines and branches that the unit tests and the transcripts reach. Where a transcript bounds the size of files or closes
# standard output the profile cannot be written, and says so between the lines: what fails here passes in `make check`.
coverage: tools
	-$(MAKE) -s -k BUILD=build/coverage CFLAGS='-O0 -g --coverage' all unit transcripts >/dev/null 2>&1
	@cd build/coverage && gcov -b -n lib/*.gcda view/*.gcda 2>/dev/null | awk -f ../../tests/coverage.awk

# ---- the whole ----

quickstart:
	tests/install-tools build
	$(MAKE) -s all
	@echo
	@echo '$$ $(BUILD)/ehc 2026-01-05 --as-at 2026-01-20'
	@$(BUILD)/ehc 2026-01-05 --as-at 2026-01-20

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib $(DESTDIR)$(PREFIX)/include/ehc
	install -d $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/man5 $(DESTDIR)$(PREFIX)/share/man/man7
	install -d $(DESTDIR)$(PREFIX)/share/doc/ehc
	install -m 755 $(BUILD)/ehc $(DESTDIR)$(PREFIX)/bin
	install -m 644 $(BUILD)/libehc.a $(DESTDIR)$(PREFIX)/lib
	install -m 644 $(wildcard include/ehc/*.h) $(DESTDIR)$(PREFIX)/include/ehc
	install -m 644 $(wildcard man/*.1) $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 $(wildcard man/*.5) $(DESTDIR)$(PREFIX)/share/man/man5
	install -m 644 $(wildcard man/*.7) $(DESTDIR)$(PREFIX)/share/man/man7
	install -m 644 README.md LICENSE CHANGELOG.md $(DESTDIR)$(PREFIX)/share/doc/ehc

# The same bytes each time: git archives a commit with its own date.
dist:
	@mkdir -p dist
	git archive --format=tar --prefix=ehc-$(VERSION)/ HEAD | gzip -9n > dist/ehc-$(VERSION).tar.gz
	@ls -l dist

clean:
	rm -rf $(BUILD) dist
