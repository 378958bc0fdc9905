/* A diary as one page for the wall: a table of what is late, one of this week and one of later weeks. It prints on A4. */
#include "diary.h"
#include "view/html.h"
#include "view/words.h"

static const char style[] =
    ".turns{border:2px solid #24435c;border-left-width:.6rem;padding:.5rem .75rem;margin:.8rem 0;font-size:1.0625rem}"
    ".scroll{overflow-x:auto}td.case{font-weight:600;min-width:5rem}td.day{white-space:nowrap}tr.late td.state{font-weight:600;color:#8a1c1c}"
    "tr.first td{border-top:2px solid #24435c}"
    "@media (max-width:40rem){thead{position:absolute;left:-99rem}tr,td{display:block;border:0;padding:.1rem 0}"
    "tr{border-bottom:1px solid #767676;padding:.4rem 0}td.law{font-size:.875rem}tr.first td{border-top:0}"
    "td.day,td.case,td.step,td.who{display:inline}td.day{white-space:normal}td.case::before,td.who::before{content:' \\B7  '}"
    "td.case::after{content:'\\A';white-space:pre}}"
    "@media print{.scroll{overflow:visible}thead{display:table-header-group}.turns{margin:.4rem 0;padding:.3rem .6rem}"
    "h1,h2{break-after:avoid}}";

static void put_cell(FILE *out, const char *kind, const char *text) {
    fprintf(out, "<td class=\"%s\"><bdi>", kind);
    html_text(out, text);
    fputs("</bdi></td>", out);
}

static void put_row(const struct diary *diary, const struct diary_entry *entry, bool is_first, FILE *out) {
    char text[EHC_WORDS], date[EHC_DAY_TEXT];
    fprintf(out, "<tr class=\"%s%s\">", is_first ? "first" : "more", entry->is_late ? " late" : "");
    put_cell(out, "day", ehc_day_format(entry->day, date));
    put_cell(out, "case", entry->name);
    put_cell(out, "step", entry->step);
    put_cell(out, "who", entry->who);
    diary_state_words(diary, entry, text);
    put_cell(out, "state", text);
    fputs("<td class=\"law\">", out);
    if (entry->url != NULL)
        html_link(out, entry->url, entry->law);
    else
        html_text(out, entry->law);
    fputs("</td></tr>\n", out);
}

static void put_part(const struct diary *diary, enum diary_part part, FILE *out) {
    char text[EHC_WORDS];
    ehc_day day = EHC_NO_DAY;
    size_t count = diary_part_words(diary, part, text);
    if (count == 0 && part == DIARY_LATER)
        return;
    html_element(out, "h2", text);
    fputc('\n', out);
    if (count == 0)
        return;
    fputs("<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Last day</th><th scope=\"col\">Case</th><th "
          "scope=\"col\">Step</th><th scope=\"col\">Who</th><th scope=\"col\">State</th><th "
          "scope=\"col\">Law</th></tr></thead>\n<tbody>\n",
          out);
    for (size_t i = 0; i < diary->count; i++) {
        const struct diary_entry *entry = &diary->entries[i];
        if (!diary_shows(diary, entry) || diary_part_of(diary, entry) != part)
            continue;
        put_row(diary, entry, entry->day != day, out);
        day = entry->day;
    }
    fputs("</tbody>\n</table></div>\n", out);
}

void view_diary_html(const struct diary *diary, FILE *out) {
    const char *const styles[] = {style, NULL};
    char title[EHC_WORDS], text[EHC_WORDS], date[EHC_DAY_TEXT];
    diary_title_words(diary, title);
    html_begin(out, title, styles);
    html_element(out, "h1", title);
    snprintf(text, sizeof text, "As at %s", ehc_day_format(diary->as_at, date));
    html_element(out, "p", text);
    fputs("\n<p class=\"turns\"><strong>Whose turn:</strong> ", out);
    diary_turn_words(diary, text);
    html_text(out, text);
    fputs("</p>\n", out);
    for (size_t part = 0; part < DIARY_PARTS; part++)
        put_part(diary, (enum diary_part)part, out);
    if (diary_idle_words(diary, text) > 0) {
        fprintf(out, "<p><strong>Nothing late, or due by %s:</strong> ", ehc_day_format(diary->until, date));
        html_text(out, text);
        fputs("</p>\n", out);
    }
    html_element(out, "p class=\"small\"", words_disclaimer(diary->law, text));
    fputc('\n', out);
    html_end(out);
}
