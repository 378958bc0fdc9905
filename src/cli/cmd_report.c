/* ehc report: a case on one page that can be printed and handed over. */
#include "cli.h"

static enum exit_status write_report(const struct request *request, const struct ehc_judgement *judgement) {
    struct output output;
    if (!output_begin(&output, request))
        return EXIT_FILE;
    view_report_html(judgement, output.stream);
    enum exit_status status = output_finish(&output);
    if (status != EXIT_DONE)
        return status;
    return say_missing(judgement) ? EXIT_CANNOT_SAY : EXIT_DONE;
}

enum exit_status run_report(struct request *request) {
    if (request->word_count != 1) {
        say_fault("write it as in 'ehc report anna.ini -o anna.html'",
                  request->word_count == 0 ? "the case file is missing" : "there is more than one case file");
        return EXIT_USAGE;
    }
    enum exit_status status = load_bundle(request);
    if (status == EXIT_DONE)
        status = load_case(request, request->words[0]);
    if (status != EXIT_DONE)
        return status;
    struct ehc_judgement *judgement = judge_request(request, NULL);
    status = judgement != NULL ? write_report(request, judgement) : EXIT_FILE;
    ehc_judgement_free(judgement);
    return status;
}
