"""The family's rights after each decision: appeal, certificate, mediation adviser. And how long a plan goes on (rules 10, 11, 16)."""
from behaviour import LIMITS, SETTLES, plain_days
from parts import ACT, ALTERNATIVE, ENDED, NEVER, NEXT, NOT_LATE, PLANS, Round, finish, first, judge_done, last

# The matters of CFA s51(2): a later decision replaces an earlier one in the same matter.
MATTERS = {"assessment-refusal": "a", "no-plan-notice": "b", "final-plan-sent": "c", "amended-plan-sent": "c",
           "reassessment-plan-sent": "c", "no-amendment-notice": "c", "plan-kept": "c", "reassessment-refused": "d",
           "cease-decision": "f"}
SETTLED = {"not-needed", "unknown", "met"}  # an appeal was made, but its day is not known


class Decision:
    """A day on which a decision that can be appealed was sent, and what happened to it later."""

    def __init__(self, day, kinds):
        self.day, self.kinds = day, set(kinds)
        self.appealed = self.settled = self.overtaken = self.ended = None
        self.settler, self.doubts = None, []

    def open_on(self, day):
        return self.day <= day and all(end is None or end >= day for end in (self.settled, self.overtaken)) and self.appealed is None


def decisions(facts):
    """Each day of each decision. A day given for the notice itself replaces the day of the latest decision before it."""
    kinds = {}
    for kind in MATTERS:
        for day in facts.happened(kind):
            kinds.setdefault(day, set()).add(kind)
    sources, sent = sorted(kinds), {day: day for day in kinds}
    found, doubts = [], []
    for notice in facts.happened("decision-notice-sent"):
        source = last(sources, notice)
        if source is None:
            found.append(Decision(notice, set()))
        elif sent[source] == source:
            sent[source] = notice
        else:
            found.append(Decision(notice, kinds[source]))
            doubts.append(notice)
    by_day = {one.day: one for one in found}
    for source in sources:
        by_day.setdefault(sent[source], Decision(sent[source], set())).kinds.update(kinds[source])
    found = sorted(by_day.values(), key=lambda one: one.day)
    for one in found:
        if one.day in doubts:
            one.doubts.append("two notices of one decision")
        if not one.kinds:
            one.doubts.append("a notice with no decision")
    return found


def overtake(found):
    for at, one in enumerate(found):
        matters = {MATTERS[kind] for kind in one.kinds}
        for later in found[at + 1:]:
            same = {MATTERS[kind] for kind in later.kinds} | ({"a", "b"} if later.kinds & PLANS else set())
            if matters and not matters - same:
                one.overtaken = later.day
                break
            if matters & same:
                one.doubts.append("one of two matters of one day is overtaken")


AFTER = ("appeal-withdrawn", "appeal-decided")
ENDERS = (*(event for event in SETTLES if event != "tribunal-response"), *AFTER)


def settle(facts, found):
    """Goes through the events day by day: what answers, settles or overtakes each decision."""
    events = [(day, event) for event in ("appeal-received", "tribunal-response", *ENDERS) for day in facts.happened(event)]
    under_way = None  # the decisions of the appeal that is under way, if there is one
    stray = False  # whether the case gives no decision for the latest appeal
    for day, event in sorted(events, key=lambda pair: (pair[0], pair[1] != "appeal-received")):
        if event == "appeal-received":
            reached = [one for one in found if one.open_on(day)]
            older = [one for one in reached if one.day < day]
            if older and len(older) < len(reached):
                reached = older
                for one in found:
                    one.doubts += ["an appeal on the day of a decision"] if one.day == day or one in older else []
            for one in reached:
                one.appealed = day  # one act answers every round that is open (rule 6)
            under_way = reached or under_way or []
            stray = not reached
            continue
        kinds = SETTLES.get(event) or set(MATTERS)
        of_kind = [one for one in found if one.day < day and one.kinds & kinds]
        for one in found:
            one.doubts += ["settled on the day of the decision"] if one.day == day and one.kinds & kinds else []
        if SETTLES.get(event):
            targets = of_kind[-1:]
            if under_way and targets and targets[0] not in under_way and any(one.kinds & kinds for one in under_way):
                targets[0].doubts.append("an order while the appeal of an earlier decision is under way")
            for one in under_way or []:
                if event in ENDERS and not one.kinds & kinds:
                    one.doubts.append("an order of another kind than the appeal under way can end in")
        else:
            targets = of_kind[-1:] if under_way is None else under_way
            if facts.on(day, set(ENDERS) - {event}):
                for one in targets:
                    one.doubts.append("an order and the end of an appeal on one day")
        if stray:
            for one in targets:
                one.doubts.append("an appeal with no decision")
        for one in targets:
            if one.settled is None or event != "tribunal-response":
                one.settled = day if one.settled is None else min(one.settled, day)
                one.settler = event
        if event in ENDERS:
            for one in (under_way or []) + targets:
                one.ended = min(one.ended or NEVER, day)
            under_way = None


def close(one, round_, as_at):
    """One limit's round of an appeal. The later of the two limits governs; the other limit is ignored here."""
    days = round_.days
    if one.appealed is not None:
        round_.done, round_.how, round_.end = one.appealed, ACT, one.appealed
        if one.appealed <= days.due:
            return round_.say("met", 0)
        if one.appealed <= days.latest:
            return round_.say("disputed", 0)
        return round_.say("late", one.appealed - days.latest)
    if one.settled is not None and (one.overtaken is None or one.settled <= one.overtaken):
        round_.how, round_.end = ENDED, one.settled
        return round_.say("not-needed", also=SETTLED)
    if one.overtaken is not None:
        round_.how, round_.end = NEXT, one.overtaken
        return round_.say("not-needed", also=SETTLED if one.settled is not None else ())
    if as_at <= days.due:
        return round_.say("due", days.due - as_at)
    if as_at <= days.latest:
        return round_.say("disputed", 0)
    return round_.say("overdue", as_at - days.latest)


def not_governing(round_):
    if round_.status in ("late", "overdue"):
        round_.say("not-needed")
        round_.done = None
    round_.also |= NOT_LATE
    round_.open.append("the half of a later-of that does not govern")


def add(model):
    facts, found = model.facts, decisions(model.facts)
    overtake(found)
    settle(facts, found)
    appeals, contacts, certificates = [], [], []
    certified = {}
    for day in facts.happened("mediation-certificate"):
        about = [one for one in found if one.day <= day][-1:]
        round_ = Round(LIMITS["appeal-from-certificate"], day, {"mediation-certificate"}, plain_days("appeal-from-certificate", day))
        round_.about = about[0] if about else None
        certificates.append(round_)
        if about:
            certified.setdefault(about[0].day, []).append(round_)
    for one in found:
        round_ = Round(LIMITS["appeal"], one.day, {"decision-notice-sent"}, plain_days("appeal", one.day))
        close(one, round_, model.as_at)
        one.round = round_
        of_this = certified.get(one.day, [])
        for at, half in enumerate(of_this):
            if one.appealed == half.begin:
                half.open.append("an appeal on the day of the certificate")
            if at + 1 < len(of_this):
                half.open.append("two certificates of one decision")
                half.say("not-needed", also=NOT_LATE)
            else:
                close(one, half, model.as_at)
        if of_this and facts.on(of_this[0].begin, ["appeal-received"]):
            round_.open.append("an appeal on the day of the certificate")
        late_certificates = [half for half in of_this if one.appealed is not None and one.appealed < half.begin]
        for half in late_certificates:  # the appeal was made, so the time to make it no longer matters
            half.say("not-needed", also=NOT_LATE)
            half.done = None
        if late_certificates and round_.status == "late":
            round_.also |= NOT_LATE
        of_this = [half for half in of_this if half not in late_certificates]
        if of_this:
            governing = of_this[-1] if of_this[-1].days.due > round_.days.due else round_
            for half in [round_] + of_this:
                if half is not governing:
                    not_governing(half)
            if len(of_this) > 1:
                round_.open.append("two certificates of one decision")
        appeals.append(round_)
        contacts.append(contact(model, found, one))
    for half in certificates:
        if half.about is None:
            stray_certificate(model, half, certificates)
        else:
            half.open += half.about.doubts
    for one, round_ in zip(found, appeals):
        round_.open += one.doubts
    model.rounds.update({"appeal": appeals, "appeal-from-certificate": certificates, "mediation-contact": contacts})
    model.rounds["plan-continues"] = plans_that_go_on(model, found, certified)


def stray_certificate(model, half, certificates):
    following = [other.begin for other in certificates if other.begin > half.begin]
    finish(model.facts, half, model.facts.happened("appeal-received"), [], model.facts.happened(*LIMITS["appeal"].superseded_by),
           min(following + [NEVER]))
    half.also.add("unknown")  # the case does not give the decision, which may give more time


def contact(model, found, one):
    """Contact with the mediation adviser. Each mediation event belongs to the latest decision on or before it."""
    facts, limit = model.facts, LIMITS["mediation-contact"]
    round_ = Round(limit, one.day, {"decision-notice-sent"}, plain_days(limit.id, one.day))
    following = min([other.day for other in found if other.day > one.day] + [NEVER])
    acts = first(facts.happened(*limit.acts), one.day, following - 1)
    if first(facts.happened(*limit.acts), one.day, one.day) or first(facts.happened(*limit.acts), following, following):
        round_.open.append("the adviser was spoken to on the day of a decision")
    mediation = [event for event in limit.implied_by if event.startswith("mediation")]
    shown = first(facts.happened(*mediation), one.day, following - 1)
    ends = [(acts, ACT), (one.appealed, ALTERNATIVE), (one.settled, ENDED), (one.overtaken, NEXT)]
    ends = [(day, how) for day, how in ends if day is not None]
    round_.end, round_.how = min(ends) if ends else (None, None)
    if shown is not None and acts is not None and shown < acts:
        round_.open.append("what shows that the adviser was spoken to comes before the day given")
    if round_.how == ACT:
        round_.done = acts
        judge_done(round_)
    elif round_.how is not None or shown is not None:
        round_.say("not-needed", also=SETTLED)
    elif model.as_at <= round_.days.due:
        round_.say("due", round_.days.due - model.as_at)
    elif model.as_at <= round_.days.latest:
        round_.say("disputed", 0)
    else:
        round_.say("overdue", model.as_at - round_.days.latest)
    round_.open += one.doubts
    return round_


def plans_that_go_on(model, found, certified):
    """A plan may not end before the time to appeal is over, or before an appeal brought in time is decided (CFA s45(4))."""
    facts, limit, rounds = model.facts, LIMITS["plan-continues"], []
    days, spent = facts.happened("cease-decision"), None
    for at, day in enumerate(days):
        following = days[at + 1] if at + 1 < len(days) else NEVER
        one = [other for other in found if "cease-decision" in other.kinds and other.day >= day]
        if not one:
            continue
        one = one[0]
        ceased = first([end for end in facts.happened("plan-ceased") if end != spent], day, following)
        spent = ceased  # a plan that ended on the day of the next decision answered this decision (rule 2)
        # A certificate that came after the plan had ended does not make the end too early.
        halves = [half.days.due for half in certified.get(one.day, []) if ceased is None or half.begin <= ceased]
        due = max([one.round.days.due] + halves)
        round_ = Round(limit, day, {"cease-decision"}, plain_days("appeal", one.day)._replace(due=due, earliest=due, latest=due))
        round_.open += one.doubts
        if facts.on(day, ["plan-ceased"]):
            round_.open.append("ended on the day it began")
        if one.round.days.latest != one.round.days.due:
            round_.open.append("the time to appeal has two readings")
        kept = first(facts.happened(*[event for event in limit.superseded_by if event != "cease-decision"]), day + 1, following)
        pending = one.appealed is not None
        ended = one.ended
        if pending and certified.get(one.day):
            round_.open.append("certificates and an appeal")
        if ceased is not None and (kept is None or ceased <= kept):
            round_.done = ceased
            if pending and one.appealed > due:
                pending = False  # s45(4)(a): no appeal was brought before the time was over
                if one.appealed <= ceased or kept is not None:
                    round_.open.append("an appeal out of time, then the end of the plan")
            if (pending or one.settled is not None) and one.appealed is None:
                round_.open.append("an appeal whose day is not given")
            early = (ended is None or ceased < ended) if pending else ceased <= due  # (b) alone governs once an appeal is in
            round_.say("late" if early else "met", None if early else 0)
        elif kept is not None or following <= model.as_at:
            round_.say("not-needed")
        elif pending and ended is None:
            round_.say("unknown")
        elif model.as_at <= due:
            round_.say("due", due - model.as_at, also=NOT_LATE if one.settled is not None else ())
        else:
            round_.say("not-needed", also=NOT_LATE)
        rounds.append(round_)
    return rounds
