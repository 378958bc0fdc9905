"""Rounds that wait: a planned day opens them, or a last day to come is used for a day not yet given (rules 7 and 13)."""
from behaviour import LIMITS, plain_days
from parts import Round

OPEN = ("due", "disputed", "overdue")
NO_RIGHT_BEFORE = ("appeal", "mediation-contact", "plan-continues")  # CFA s51(3)(a): only after a decision


def add(model):
    facts = model.facts
    stands_in = {}  # event -> the last days of open limits whose act it is
    for limit in LIMITS.values():
        for event in limit.projects:
            rounds = model.rounds[limit.id]
            if rounds and rounds[-1].status in OPEN and rounds[-1].days and event != "amendment-notice-sent":
                stands_in.setdefault(event, set()).add(rounds[-1].days.due)
    stands_in["plan-made"] = stands_in.get("final-plan-sent", set())
    for limit in LIMITS.values():
        event = limit.triggers[0]
        if limit.id in NO_RIGHT_BEFORE or limit.counts_back or event in ("advice-requested", "advice-request-received",
                                                                         "school-consulted", "move-known"):
            continue
        if limit.id == "under-five-review" and facts.setting != "early-years":
            continue
        sources = {"plan-made": ["plan-made", "final-plan-sent"],
                   "last-reviewed": ["last-reviewed", "review-decision", "plan-kept", "cease-decision"]}.get(event, limit.triggers)
        planned = facts.planned(*sources)
        rounds = model.rounds[limit.id]
        if limit.once and rounds and rounds[-1].until > model.as_at:
            continue
        if not limit.once and set(limit.triggers) - limit.always and is_open(model, limit):
            planned = facts.planned(*limit.always)  # another request opens nothing
            if not planned:
                continue
        days = planned[:1] if not limit.always else planned
        if not days:
            happened = facts.happened(*sources)
            later = sorted(day for day in stands_in.get(event, ()) if not happened or day > happened[-1])
            days = later[:1]
            doubtful = len(later) > 1
        else:
            doubtful = event in stands_in or len(planned) > 1
        for day in days:
            one = Round(limit, day, {event}, plain_days(limit.id, day))
            one.projected = True
            one.say("waiting")
            if doubtful:
                one.open.append("which day stands in")
            rounds.append(one)


def is_open(model, limit):
    """Whether the request, or the notice of amendments, that opened the latest round is still open. Then another opens nothing."""
    groups = {"request-received": model.requests, "reassessment-requested": model.reassessments,
              "detained-request": model.detained}.get(limit.triggers[0])
    if groups is not None:
        return bool(groups) and groups[-1]["closed"] is None
    rounds = model.rounds[limit.id]
    return bool(rounds) and rounds[-1].how is None
