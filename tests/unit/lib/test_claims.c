/* Reasons that a council claims: excuses that no exception covers, found by their words, and reasons left for people to
 * judge. */
#include "exceptions.h"

/* Dates do not decide a reason that is not an excuse. It may be personal; then the days count if it fits. */
static void assert_claim(const char *reason, const char *claim) {
    facts.exceptional_count = 0;
    exceptional("2026-06-10", "2026-06-20", reason);
    struct ehc_exception exception = exception_of("final-plan", EHC_EXCEPTIONAL_CIRCUMSTANCES);
    const char *found = exception.claim != NULL ? exception.claim->id : "none";
    if (claim == NULL) {
        if (exception.fit != EHC_NOT_BY_DATES || exception.claim != NULL)
            fail_msg("'%s' is %s, by %s", reason, fit_names[exception.fit], found);
        assert_int_equal(exception.answer, EHC_ANSWER_CANNOT_SAY);
        return;
    }
    if (exception.fit != EHC_REASON_NOT_LISTED || exception.claim == NULL || strcmp(found, claim) != 0)
        fail_msg("'%s' is %s, by %s; the test expects %s", reason, fit_names[exception.fit], found, claim);
    assert_int_equal(exception.answer, EHC_ANSWER_NO);
    assert_string_equal(planned("final-plan"), "none");
    assert_string_equal(planned_if("final-plan"), "none");
}

static void test_claims_of_councils_that_are_on_no_list_are_answered(void **state) {
    (void)state;
    assert_claim("agreed extension", "agreed-extension");
    assert_claim("Extension of time", "agreed-extension");
    assert_claim("Staff shortage", "staff-shortage");
    assert_claim("a shortage of educational psychologists", "staff-shortage");
    assert_claim("BACKLOG", "backlog");
    assert_claim("Easter holidays", "short-holiday");
    assert_claim("half-term", "short-holiday");
    assert_claim("a late report from the psychologist", "late-advice");
    assert_claim("panel date", "panel-date");
}

/* Wordings that are not in the list: one word or phrase of the list is enough, anywhere. */
static void test_excuses_in_words_that_are_not_in_the_list_are_found(void **state) {
    (void)state;
    static const char *const rows[][2] = {
        {"EP delays", "educational-psychologist"},
        {"staff sickness", "own-staff"},
        {"caseworker on leave", "own-staff"},
        {"capacity", "staff-shortage"},
        {"we have no capacity this term", "staff-shortage"},
        {"increased demand", "backlog"},
        {"national shortage of EPs", "staff-shortage"},
        {"awaiting panel", "panel-date"},
        {"waiting for a report", "late-advice"},
        {"CAMHS waiting list", "waiting-list"},
        {"on the OT waiting list", "waiting-list"},
        {"you agreed to an extension", "agreed-extension"},
        {"wrong form", "information"},
        {"missing information", "information"},
        {"IT problems", "computers"},
        {"IT", "computers"},
        {"complex case", "complex-case"},
        {"summer", "summer-holiday"},
        {"Caseworker is off sick", "own-staff"},
        {"The EP is on maternity leave", "own-staff"},
        {"unable to recruit an educational psychologist", "educational-psychologist"},
        {"reports have not come back yet", "late-advice"},
        {"the team is short staffed", "staff-shortage"},
        {"high volumes of referrals", "backlog"},
        {"our new computer system", "computers"},
        {"waiting for speech & language", "waiting-list"},
        {"paediatrician's report outstanding", "late-advice"},
        {"school has not replied to consultation", "school-reply"},
        {"no suitable placement found", "school-reply"},
        {"parents did not return the form", "late-comments"},
        {"parental preference", "late-comments"},
        {"half-term and INSET days", "short-holiday"},
        {"case handed over to a new officer", "own-staff"},
        {"quality assurance", "own-process"},
        {"pending management approval", "panel-date"},
        {"funding not agreed", "money"},
        {"backlogs caused by Covid", "backlog"},
        {"EP's diary is full", "educational-psychologist"},
        {"psychologist ill", "educational-psychologist"},
        {"flood of requests this year", "backlog"},
        {"Christmas", "short-holiday"},
        {"budget", "money"},
        {"admin error", "own-process"},
        {"mediation", "dispute"},
        {"summer holidays, caseworker away", "summer-holiday"},
        {"occupational therapist's report late due to sickness", "health-advice"},
        {"extensions were agreed", "agreed-extension"},
        {"physio hasn't seen the child", "health-advice"},
        {"child's needs are complex", "complex-case"},
        {"Social worker’s report", "own-staff"},
        {"the form was not signed by mother", "information"},
        {"We are still awaiting the assessment by CAMHS", "waiting-list"},
        {"Unfortunately, our service is experiencing significant pressures", "backlog"},
        {"not enough psychologists", "educational-psychologist"},
        {"short-staffing", "staff-shortage"},
        {"sickness within the SEN team", "own-staff"},
        {"annual leave of the case co-ordinator", "own-staff"},
        {"Decision-making forum rescheduled", "panel-date"},
        {"multi-agency resourcing panel in September", "staff-shortage"},
        {"pupil numbers", "backlog"},
        {"parent requested a particular school", "school-reply"},
        {"form sent to wrong address", "information"},
        {"the request was made on the wrong form", "information"},
        {"school shut", "school-closed"},
        {"summer break", "summer-holiday"},
        {"OT report not in", "late-advice"},
        {"S&LT assessment pending", "late-advice"},
        {"EYFS setting closed", "school-closed"},
        {"delay in obtaining professional advice", "late-advice"},
        {"lack of EP availability", "educational-psychologist"},
        {"unavailability of staff", "staff-shortage"},
        {"Office moved", "own-process"},
        {"system migration", "computers"},
        {"further assessment required", "late-advice"},
        {"assessment incomplete", "information"},
        {"assessments outstanding", "late-advice"},
        {"additional evidence requested", "information"},
        {"Ofsted inspection", "own-process"},
        {"local elections", "own-process"},
        {"new academic year", "summer-holiday"},
        {"parent's late submission", "late-comments"},
        {"request not logged", "own-process"},
        {"letter went to the wrong mailbox", "own-process"},
        {"no one available", "own-process"},
        {"the case is complicated", "complex-case"},
        {"agency staff left", "staff-shortage"},
        {"we could not find an EP", "educational-psychologist"},
        {"The assessment could not be completed in time", "late-advice"},
        {"SEND service under review", "own-process"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_claim(rows[i][0], rows[i][1]);
}

/* Words that occur in any reason and do not make it an excuse. */
static void test_a_word_is_known_only_whole_and_it_is_not_IT(void **state) {
    (void)state;
    assert_claim("panelling", NULL);
    assert_claim("unstaffing", NULL);
    assert_claim("reported", NULL);
    assert_claim("a depot", NULL); /* no EP, no OT */
    assert_claim("it was all too much", NULL);
    assert_claim("It was", NULL);
    assert_claim("the IT", "computers");
    assert_claim("\xff\xfe panelx", NULL);
    assert_claim("", NULL);
    assert_claim(NULL, NULL);
    assert_claim(" ,;- '\xe2\x80\x99", NULL);
}

static void test_a_reason_that_is_personal_is_left_for_people_to_judge(void **state) {
    (void)state;
    static const char *const reasons[] = {
        "the mother's surgery",
        "bereavement",
        "illness",
        "moved",
        "father died in the Easter holidays",
        "child in hospital over the summer holidays",
        "mother's surgery, so she missed the panel",
        "bereavement; the caseworker was told",
        "mother ill, extension agreed",
        "child had an accident on half-term",
        "family moved house while waiting for the report",
        "house fire, paperwork burnt",
        "flood at home, all documents lost",
        "grandmother's funeral at Christmas",
        "child's cancer treatment, EP could not see him",
        "young person detained under the Mental Health Act, waiting for CAMHS",
        "family fled domestic abuse in the summer",
        "parent in prison, no reply to letters",
        "premature birth of a sister; mother could not fill in the form",
        "stroke",
        "miscarriage during the summer holiday",
        "child taken into care, social worker changed",
        "eviction; family in temporary accommodation, report sent to the old address",
        "mother's breakdown",
        "asylum hearing",
        "family moved to a new area and school place lost",
        "her brother was killed",
        "surgery in half term",
        "his leg was broken",
        "child's anxiety meant the educational psychologist could not see her",
        "mother broke her leg",
        "overdose, admitted to hospital, panel postponed",
        "serious illness",
        "parent gave birth",
        "the child's carer was sectioned",
        "complex family circumstances",
        "Mum had a stroke just before the half term",
        "dad sectioned",
        "car crash",
        "Sibling's leukaemia",
        "child's epilepsy surgery",
        "Nan passed away, mum asked for more time",
        "family bereaved",
        "young person attempted suicide while waiting for CAMHS",
        "parents separated; form signed late",
        "mother in labour",
        "mother in rehab",
        "father's deployment overseas with the Army, form late",
        "home burgled at Christmas",
        "foster placement ended",
        "young person went missing",
        "parent had Covid and was in intensive care",
        "child seriously hurt on summer holiday",
        "grandad's illness, on hold",
        "mother has dementia",
        "mother's mental health",
        "father lost his job",
        "child refused to go to school because of anxiety, report not done",
        "family emergency abroad",
        "hospitalisation of carer",
        "father arrested; police involved; meeting postponed",
        "mother recovering from childbirth when form was due",
        "sudden death in family. Caseworker informed.",
        "domestic violence",
        "family had to flee",
        "their house was flooded, EP visit cancelled",
        "Her twin was very poorly in August, no reply",
        "mother gave birth to a baby, EP asked to wait",
        "family travelled to a dying relative; extension",
        "his dad was made redundant and they lost their home, form late",
        "child's operation at Great Ormond Street; reports were late",
        "child had sepsis; consultation with the school paused",
        "mother was caring for her terminally ill father over Christmas",
    };
    for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++)
        assert_claim(reasons[i], NULL);
}

/* Illness and death befall staff too: the answer depends on whose it was. */
static void test_an_illness_is_of_staff_unless_a_member_of_the_family_is_named(void **state) {
    (void)state;
    assert_claim("caseworker ill", "own-staff");
    assert_claim("mother ill, caseworker told", NULL);
    assert_claim("the psychologist has been unwell", "educational-psychologist");
    assert_claim("the child was unwell when the psychologist came", NULL);
    assert_claim("maternity leave of the caseworker", "own-staff");
    assert_claim("mother in maternity ward, caseworker told", NULL);
    assert_claim("sickness and extension", NULL); /* the person is not named, and the excuse is not about staff */
}

/* Systems, panels and teams move, and families do too. */
static void test_words_about_things_are_personal_only_beside_a_member_of_the_family(void **state) {
    (void)state;
    assert_claim("panel moved to October", "panel-date");
    assert_claim("the family moved before the panel", NULL);
    assert_claim("staffing emergency", "staff-shortage");
    assert_claim("an emergency of his father's; report late", NULL);
}

/* "sick leave" is leave and a "hospital report" is a report, but a hospital named beside them is a hospital. */
static void test_words_inside_the_excuse_itself_do_not_make_it_personal(void **state) {
    (void)state;
    assert_claim("sick leave", "own-staff");
    assert_claim("hospital report", "health-advice");
    assert_claim("hospital report; child in hospital", NULL);
    assert_claim("waiting for the children's services", "own-staff");
    assert_claim("date of birth was missing on the form", "information");
    assert_claim("blood pressure, too many requests", NULL);
}

static void test_of_several_excuses_the_longest_is_answered(void **state) {
    (void)state;
    assert_claim("report, panel, no educational psychologist", "staff-shortage");
    assert_claim("panel and agreed extension", "agreed-extension");
}

/* An excuse outside the period is still answered as an excuse. */
static void test_an_excuse_is_answered_whenever_it_was(void **state) {
    (void)state;
    exceptional("2025-06-10", "2025-06-20", "EP delays");
    assert_fit(exception_of("final-plan", EHC_EXCEPTIONAL_CIRCUMSTANCES), EHC_REASON_NOT_LISTED, 0);
}

static void test_each_phrase_of_a_claim_is_found_as_an_excuse(void **state) {
    (void)state;
    for (size_t i = 0; i < england->claim_count; i++) {
        const char *words = england->claims[i].words;
        while (*words != '\0') {
            char phrase[128];
            words += strspn(words, ", ");
            size_t length = strcspn(words, ",");
            snprintf(phrase, sizeof phrase, "%.*s", (int)length, words);
            words += length;
            facts.exceptional_count = 0;
            exceptional("2026-06-10", "2026-06-20", phrase);
            if (facts.exceptional[0].claim == NULL)
                fail_msg("ehc takes '%s' of [claim %s] as personal", phrase, england->claims[i].id);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_claims_of_councils_that_are_on_no_list_are_answered),
        TEST(test_excuses_in_words_that_are_not_in_the_list_are_found),
        TEST(test_a_word_is_known_only_whole_and_it_is_not_IT),
        TEST(test_a_reason_that_is_personal_is_left_for_people_to_judge),
        TEST(test_an_illness_is_of_staff_unless_a_member_of_the_family_is_named),
        TEST(test_words_about_things_are_personal_only_beside_a_member_of_the_family),
        TEST(test_words_inside_the_excuse_itself_do_not_make_it_personal),
        TEST(test_of_several_excuses_the_longest_is_answered),
        TEST(test_an_excuse_is_answered_whenever_it_was),
        TEST(test_each_phrase_of_a_claim_is_found_as_an_excuse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
