"""The parts of a history: the facts, a round, and how a round ends and is judged. model.py opens rounds.

If neither the law nor the design and the histories decide a question, a round has the question in `open`, and the other right
results in `also`.
"""
import bisect

from behaviour import number

NEVER = 10 ** 6
NOT_LATE = {"met", "disputed", "due", "waiting", "not-needed", "unknown"}
PLANS = {"final-plan-sent", "amended-plan-sent", "reassessment-plan-sent"}
ACT, ALTERNATIVE, ENDED, NEXT = range(4)  # what ends a round; the first of them counts if several fall on one day


class Round:
    def __init__(self, limit, begin, events, days, trigger=None):
        self.limit, self.begin, self.events = limit, begin, events  # the day it opens, and the events that open it
        self.trigger = begin if trigger is None else trigger  # the day from which its limit is counted
        self.days = days  # due, earliest, latest; None: no date can be worked out
        self.status, self.also, self.count, self.done, self.by = None, set(), None, None, None
        self.projected, self.open = False, []
        self.end, self.how = None, None

    def say(self, status, count=None, also=()):
        self.status, self.count, self.also = status, count, set(also)


class Facts:
    """The facts up to the day asked about, and those planned after it."""

    def __init__(self, case):
        self.as_at = number(case.as_at)
        self.setting = case.setting
        self.all, self.years = {}, {}
        for event, days in case.events.items():
            if event.endswith("transfer-year"):
                self.years[event] = sorted({int(day[:4]) for day in days})
            else:
                self.all[event] = sorted({number(day) for day in days})
        self.sections = [(kind, name, {key: number(value) if key not in ("from", "who", "why") else value
                                       for key, value in keys.items()}) for kind, name, keys in case.sections]

    def happened(self, *events):
        return sorted({day for event in events for day in self.all.get(event, ()) if day <= self.as_at})

    def planned(self, *events):
        return sorted({day for event in events for day in self.all.get(event, ()) if day > self.as_at})

    def on(self, day, events):
        return {event for event in events if day in self.all.get(event, ())}


def first(days, start, end=NEVER):
    """The first of these days from start to end, or None."""
    at = bisect.bisect_left(days, start)
    return days[at] if at < len(days) and days[at] <= end else None


def last(days, end):
    at = bisect.bisect_right(days, end)
    return days[at - 1] if at else None


def finish(facts, one, acts, others, ends, until, closed=NEVER, following=None):
    """Ends a round at the first of its acts, alternatives and superseding events, and judges it."""
    limit = one.limit
    act, other = first(acts, 0), first(others, 0)
    end = first(ends, one.begin)
    if end is not None and end == one.begin:
        one.open.append("ended on the day it began")
    reached = [(day, how) for day, how in ((act, ACT), (other, ALTERNATIVE), (end, ENDED), (until, NEXT)) if day is not None]
    if closed != NEVER:
        reached.append((closed, NEXT))
    one.end, one.how = min(reached)
    if one.end > facts.as_at:
        one.end, one.how = None, None
    if one.days is None:
        return one.say("unknown", also=NOT_LATE)
    due, latest = one.days.due, one.days.latest
    if one.how == ACT:
        one.done = one.end
        return judge_done(one)
    if one.how == ALTERNATIVE:
        return one.say("not-needed")
    day = facts.as_at if one.how is None else one.end
    # An event that follows a step shows that the step was done, on a day that is not given. So it is not called late.
    shown = first(facts.happened(*limit.implied_by), one.begin, day)
    if one.how is None:
        if day <= due:
            return one.say("due", due - day, also={"unknown"} if limit.silence != "overdue" or shown is not None else ())
        if day <= latest:
            return one.say("disputed", 0, also={"unknown"} if limit.silence != "overdue" else ())
        if shown is not None:
            return one.say("unknown", also={"not-needed"})
        if limit.silence == "overdue":
            return one.say("overdue", day - latest)
        return one.say("unknown", also={"not-needed"})
    # A plan of the same day counts as sent before (rule 9): it closed the request, and shows that the step was done.
    shuts = closed == day and facts.on(day, limit.closes) - {*limit.superseded_by, *limit.alternatives}
    if not shuts and (end == day or until == day):
        one.by = {(event, day) for event in facts.on(day, limit.superseded_by + ["assessment-refusal"])}
        if until == day and following:
            one.by |= {(event, day) for event in following.events}
        if until == day and not following:
            one.by |= {("plan-ceased", day)}
    else:  # closed by an event that shows that the step was done, on a day that is not given
        return one.say("unknown", also={"not-needed"})
    if shown is not None and shown <= day:
        return one.say("unknown", also={"not-needed"})
    if limit.right or day <= latest:
        return one.say("not-needed", also={"unknown"} if limit.silence != "overdue" else ())
    if limit.silence == "overdue":
        return one.say("late", day - latest)
    return one.say("unknown", also={"not-needed"})


def judge_done(one):
    if one.done <= one.days.due:
        one.say("met", 0)
    elif one.done <= one.days.latest:
        one.say("disputed", 0)
    else:
        one.say("late", one.done - one.days.latest)


def judge_again(facts, one):
    """Judges the round again: the same end, another last day."""
    if one.how == ACT:
        judge_done(one)
    elif one.how is None:
        due = one.days.due - facts.as_at
        one.say("due", due) if due >= 0 else one.say("overdue", -due)
    elif one.how in (ENDED, NEXT) and not one.limit.right:
        late = one.end - one.days.latest
        one.say("late", late) if late > 0 else one.say("not-needed")
