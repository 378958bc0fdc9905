#!/usr/bin/env python3
"""sentences.py [--check | --readability] [FOLDER]: every sentence that ehc can print, from its code, data and page.

Lists them by file and line, to be read from top to bottom. A value that is filled in stands in braces: {date}. --check says
instead what breaks a rule of plain words: a sentence of more than 25 words, a word for which there is a plainer one, a
sentence written in two places, a place in a sentence that its call does not fill. --readability counts words and sentences,
and gives the Flesch reading ease, by `style` of the package diction. FOLDER is another checkout.
"""
import glob
import os
import re
import subprocess
import sys
from html import unescape

WORDS_MOST = 25

# Words that readers stumble over, and what to write. Words of the law in quotation marks are not looked at.
PLAINER = {
    r'passed over': 'ignored',
    r'put right an? ': 'updated, or corrected',
    r'parted by': 'separated by',
    r"of one's own": 'of your own',
    r'no day can be (told|said)': 'no date can be worked out',
    r'in figures': 'in numbers',
    r'that which': 'what',
    r'cannot be (said|told)': 'is not known',
    r'fell away': 'is no longer needed',
    r'prior to|in order to|with regard to|in respect of|commence|utili[sz]e|forthwith|hereby': 'a usual word',
}

# Two of one sentence that stay two: the library stops a caseload, and the command refuses it before it reads the file.
TWICE = {'this law has no measures for a caseload', 'add measures to caseload.ini of this law: ehc-limits(5)'}

C_STRING = r'"(?:[^"\\\n]|\\.)*"'
# Values of an ini file that are no sentences: words that are looked for, names, links, dates.
NOT_SENTENCES = {'words', 'url', 'names', 'column', 'columns', 'link'}


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def line_of(text, at):
    return text.count('\n', 0, at) + 1


def blank(match):
    return re.sub(r'[^\n]', ' ', match.group())


def without_comments(text):
    """C or JavaScript without its comments, each character in its place."""
    pattern = r'("(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|`(?:[^`\\]|\\.)*`)|/\*.*?\*/|(?<![:\\])//[^\n]*'
    return re.sub(pattern, lambda m: m.group() if m.group(1) else blank(m), text, flags=re.S)


def arguments_from(text, at):
    """The arguments of a call, from inside its parentheses on to its end."""
    depth, start, found = 0, at, []
    for match in re.compile(C_STRING + r"|'(?:[^'\\]|\\.)+'|[()\[\]{},;]").finditer(text, at):
        mark = match.group()
        if mark in ('(', '[', '{'):
            depth += 1
        elif mark in (')', ']', '}') and depth > 0:
            depth -= 1
        elif mark in (',', ')', '}', ';') and depth == 0:
            found.append(text[start:match.start()].strip())
            start = match.end()
            if mark != ',':
                break
    return found


def name_of(argument):
    """What an argument is called: the last name in it that says something."""
    names = [n for n in re.findall(r'[A-Za-z_]\w*', re.sub(C_STRING, '', argument)) if n not in ('text', 'words', 'NULL')]
    return re.sub(r'^(ehc|words)_|_words$', '', names[0] if '(' in argument and names else names[-1]) if names else 'text'


def fill_printf(text, arguments):
    """"{event} is given twice" from "%s is given twice" and its arguments."""
    arguments = iter(arguments)

    def place(match):
        if match.group() == '%%':
            return '%'
        for _ in range(match.group().count('*')):
            next(arguments, '')
        return '{%s}' % name_of(next(arguments, ''))
    return re.sub(r'%[-+ 0#]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:ll|l|z|h)?[a-zA-Z%]', place, text)


def unescaped(literal):
    return re.sub(r'\\(x[0-9a-f]{2}|.)', lambda m: {'n': '\n', 't': ' ', '"': '"', '\\': '\\'}.get(m.group(1), ''), literal)


def of_c(path):
    source = re.sub(r'^[ \t]*#.*$', blank, without_comments(read(path)), flags=re.M)
    for match in re.finditer(r'%s(?:\s*(?:PRI\w+\s*)?%s)*' % (C_STRING, C_STRING), source):
        literal = ''.join(re.findall(r'"((?:[^"\\\n]|\\.)*)"', match.group()))
        yield line_of(source, match.start()), fill_printf(unescaped(literal), arguments_from(source, match.end())[1:])


def of_ini(path):
    for number, line in enumerate(read(path).split('\n'), 1):
        match = re.match(r'\s*([\w-]+)\s*=\s*"(.*)"', line)
        if match and match.group(1) not in NOT_SENTENCES:
            yield number, match.group(2)


def of_letter(path):
    for number, line in enumerate(read(path).split('\n'), 1):
        if not re.match(r'(about|but-not|when|claim|rounds):', line):
            yield number, re.sub(r'\{(if|else|end)[^}]*\}', '', re.sub(r'^(title|note): ', '', line))


def of_script(path):
    source = without_comments(read(path))
    for match in re.finditer(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`', source):
        yield line_of(source, match.start()), re.sub(r'\$\{[^}]*?(\w+)[^\w}]*\}', r'{\1}', match.group(1) or match.group(2) or '')


def of_page(path):
    source = re.sub(r'<(script|style)\b.*?</\1>|<!--.*?-->', blank, read(path), flags=re.S)
    for match in re.finditer(r'>([^<]+)<', source):
        yield line_of(source, match.start()), match.group(1)


KINDS = (
    ('messages, screens and pages of the program', 'src/*/*.c', of_c),
    ('the law, the questions and what to do', 'data/england/*.ini', of_ini),
    ('letters', 'data/england/letters/*', of_letter),
    ('the page', 'src/page/*.js', of_script),
    ('the page', 'src/web/*.js', of_script),
    ('the page', 'src/page/*.html', of_page),
)


def is_words(text):
    """Whether a text is words for people: not a style, a path, a list of names, a word alone."""
    if re.search(r'=>|[{;][a-z-]+:[^ ]|^[\w-]+\([^)]*\)$|^(https?:|\.{0,2}/)', text):
        return False
    bare = re.sub(r'\{[^}]*\}', '', text)
    return len(re.findall(r"(?<![-\w<&=#.])[A-Za-z][a-z']+(?![-\w=(])", bare)) >= 2


def plain(text):
    """A text as it is read, without tags and line breaks."""
    text = re.sub(r'<[^>]*(>|$)|^[^<]*="[^"]*">|[^"<>]*"\s*>', ' ', text) if '<' in text or '">' in text else text
    return ' '.join(unescape(text).split())


def collect(root):
    """(kind, file, line, text) of each printed text."""
    for kind, pattern, texts in KINDS:
        for path in sorted(glob.glob(os.path.join(root, pattern))):
            if '/src/tool/' in path:
                continue
            for line, text in texts(path):
                text = re.sub(r'^  +ehc .*$', '', text, flags=re.M)
                for part in (text.split('\n\n') if texts is of_c else [text]):
                    part = plain(part)
                    if is_words(part):
                        yield kind, os.path.relpath(path, root), line, part


def sentences(text):
    return [s for s in re.split(r'(?<=[.?!])["\')]?\s+(?=["\'({+]?[A-Z{\d]|--|ehc )', text) if s]


def words(sentence):
    return re.findall(r"[\w{][\w}'’&/().-]*", sentence)


def places_and_names(root):
    """Where a sentence of the code has a place that its call does not fill, or is given a value that has none."""
    call = re.compile(r'\behc_(put_)?sentence(?:_add)?\((?!char|FILE)')
    for path in sorted(glob.glob(os.path.join(root, 'src/*/*.c'))):
        source = without_comments(read(path))
        for match in call.finditer(source):
            sentence, *pairs = arguments_from(source, match.end())[1 if match.group(1) else 2:]
            places = {p for s in re.findall(C_STRING, sentence) for p in re.findall(r'\{([\w-]+)\}', s)}
            names = {a.strip('"') for a in pairs[:-1:2]}
            is_literal = sentence.startswith('"')
            if places - names or is_literal and names - places:
                where = '%s:%d' % (os.path.relpath(path, root), line_of(source, match.start()))
                yield '%s: filled: %s; in the sentence: %s' % (where, ', '.join(sorted(names)), ', '.join(sorted(places)))


def is_piece(text):
    """Whether a literal is a piece that other pieces are joined to: no translator can make anything of it."""
    return re.match(r'[,;:] ?[a-z]| [a-z(]', text) or re.search(r'[a-z] $', text)


def faults(root):
    yield from places_and_names(root)
    seen = {}
    for kind, path, line, text in collect(root):
        where = '%s:%d' % (path, line)
        for sentence in sentences(text):
            count = len(words(sentence))
            if count > WORDS_MOST:
                yield '%s: %d words: %s' % (where, count, sentence)
        unquoted = re.sub(r"(?<!\w)'[^']*'(?!\w)", '', text)
        for pattern, better in PLAINER.items():
            for found in re.finditer(r'\b(%s)\b' % pattern, unquoted, re.I):
                yield "%s: '%s': write %s: %s" % (where, found.group(), better, text)
        if path.endswith('.c') and len(words(text)) >= 6 and text not in TWICE:
            if text in seen and seen[text] != where:
                yield '%s: also in %s: %s' % (where, seen[text], text)
            seen.setdefault(text, where)


def readability(root):
    by_kind = {}
    for kind, _, _, text in collect(root):
        by_kind.setdefault(kind, []).extend(sentences(text))
    by_kind['all'] = [s for of_kind in list(by_kind.values()) for s in of_kind]
    for kind, texts in by_kind.items():
        whole = [re.sub(r'\{[^}]*\}', 'it', s).rstrip('.:;,') for s in texts if len(words(s)) >= 5]
        result = subprocess.run(['style'], input='. '.join(whole) + '.', capture_output=True, text=True, check=True).stdout
        flesch = re.search(r'Flesch Index: ([\d.-]+)', result).group(1)
        long = sum(len(words(s)) > WORDS_MOST for s in whole)
        mean = sum(len(words(s)) for s in whole) / len(whole)
        print('%s: %d sentences of 5 words and more, %.1f words on average, %d of more than %d, Flesch reading ease %s' %
              (kind, len(whole), mean, long, WORDS_MOST, flesch))
    pieces = [t for path in glob.glob(os.path.join(root, 'src/*/*.c')) for _, t in of_c(path) if is_piece(t) and '<' not in t]
    print('%d pieces that are joined to others' % len(pieces))


def main():
    options = [a for a in sys.argv[1:] if a.startswith('--')]
    folders = [a for a in sys.argv[1:] if not a.startswith('--')]
    root = folders[0] if folders else os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')
    if '--readability' in options:
        readability(root)
    elif '--check' in options:
        found = list(faults(root))
        print('\n'.join(found + ['%d sentences, %d to mend' % (sum(len(sentences(t[3])) for t in collect(root)), len(found))]))
        sys.exit(1 if found else 0)
    else:
        last = None
        for kind, path, line, text in collect(root):
            if path != last:
                print('%s== %s (%s)\n' % ('\n' if last else '', path, kind))
                last = path
            print('%5d  %s' % (line, text))


if __name__ == '__main__':
    main()
