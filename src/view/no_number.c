/* A duty for which the law names no number of days: what the law asks instead. */
#include "no_number.h"
#include "view.h"
#include "words.h"
#include "wrap.h"
#include <string.h>

enum { LABEL = 13 };

void view_no_number_text(const struct ehc_law *law, const struct ehc_no_number *row, const struct page *page) {
    char text[2 * EHC_WORDS], date[EHC_DAY_TEXT];
    size_t at = strlen(row->id) + 2 > LABEL ? strlen(row->id) + 2 : LABEL;
    wrap_labelled(page, at, row->id, row->title);
    snprintf(text, sizeof text, "%s%s", row->who, ehc_is_duty(row->basis) ? "" : " (not a duty in law)");
    wrap_labelled(page, LABEL, "who", text);
    wrap_labelled(page, LABEL, "law", row->provision);
    /* An address is not wrapped, so that it can be copied. */
    fprintf(page->out, "%*s%s\n", LABEL, "", row->url);
    snprintf(text, sizeof text, "%s, read on %s", ehc_basis_name(row->basis), ehc_day_format_short(row->checked, date));
    wrap_labelled(page, LABEL, "", text);
    wrap_labelled(page, LABEL, "limit", "the law names no number, so ehc works out no date and calls nothing late");
    wrap_labelled(page, LABEL, "instead", row->asks);
    if (row->guidance != NULL)
        wrap_labelled(page, LABEL, "guidance", row->guidance);
    wrap_labelled(page, LABEL, "what to do", row->what_to_do);
    putc('\n', page->out);
    wrap_text(page, 0, 0, PLAIN, words_disclaimer(law, text));
}

static json_t *no_number_object(struct builder *builder, const struct ehc_law *law, const struct ehc_no_number *row) {
    json_t *object = json_object(), *about = json_object();
    builder_add(builder, object, "limit", builder_text(row->id));
    builder_add(builder, object, "route", builder_text(law->routes[row->route].id));
    builder_add(builder, object, "title", builder_text(row->title));
    builder_add(builder, object, "who", builder_text(row->who));
    builder_add(builder, object, "basis", builder_text(ehc_basis_name(row->basis)));
    builder_add(builder, object, "provision", builder_text(row->provision));
    builder_add(builder, object, "url", builder_text(row->url));
    builder_add(builder, object, "checked", builder_day_or_null(row->checked));
    builder_add(builder, object, "due", json_null());
    builder_add(builder, about, "asks", builder_text(row->asks));
    builder_add(builder, about, "guidance", builder_text_or_null(row->guidance));
    builder_add(builder, about, "what_to_do", builder_text(row->what_to_do));
    builder_add(builder, object, "no_number", about);
    return object;
}

bool view_no_number_json(const struct ehc_law *law, const struct ehc_no_number *row, FILE *out) {
    struct builder builder = {true};
    json_t *root = no_number_object(&builder, law, row);
    return builder_dump(&builder, root, out);
}

json_t *view_no_numbers_json(struct builder *builder, const struct ehc_law *law, int route) {
    json_t *list = json_array();
    for (size_t i = 0; i < law->no_number_count; i++)
        if (route == EHC_NONE || law->no_numbers[i].route == route)
            builder_append(builder, list, no_number_object(builder, law, &law->no_numbers[i]));
    return list;
}
