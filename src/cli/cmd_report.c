/* ehc report: a case on one page that can be printed and handed over. */
#include "cli.h"

enum exit_status run_report(struct request *request) {
    static struct ehc_deadline deadlines[EHC_DEADLINES_MAX];
    struct ehc_judged view = {.facts = &request->facts, .deadlines = deadlines};
    struct output output;
    if (request->word_count != 1) {
        say_fault("write it as in 'ehc report anna.ini -o anna.html'",
                  request->word_count == 0 ? "the case file is missing" : "there is more than one case file");
        return EXIT_USAGE;
    }
    enum exit_status status = load_bundle(request);
    if (status == EXIT_DONE)
        status = load_case(request, request->words[0]);
    if (status != EXIT_DONE || !output_begin(&output, request))
        return status != EXIT_DONE ? status : EXIT_FILE;
    view.law = request->law;
    view.as_at = request->as_at;
    view.count = ehc_timeline(view.law, view.facts, view.as_at, deadlines, EHC_DEADLINES_MAX);
    view_report_html(&view, output.stream);
    status = output_finish(&output);
    if (status != EXIT_DONE)
        return status;
    return tell_missing(&view) ? EXIT_CANNOT_SAY : EXIT_DONE;
}
