"""Rules that the results must keep: compares the program with itself on the cases that rounds.py --random draws.

a  a fact dated after the day asked about changes no round that has begun
b  rounds and acts dated after all facts before change no earlier round that was done
c  a step that was late on a day stays late: by its own limit, or by the limit of the other answer to the same duty
d  the order in which facts are written changes nothing
"""
import copy

from behaviour import LIMITS, iso
from naive import NUMBER

TERMS = ("transfer-year", "post-16-transfer-year", "draft-response-until")
# In turn: not law; the plan may end; amended-plan covers it; a plan shows that there was a draft (twice).
TOLD_ELSEWHERE = ("draft-plan-practical", "plan-continues", "amended-plan-from-meeting", "order-make-plan-draft", "unopposed-make-plan-draft")
RESULT = ("due", "earliest", "latest", "status", "days", "superseded")
TO_COME = {limit.triggers[0] for limit in LIMITS.values() if limit.counts_back} | {"moved", "move-known"}  # these are open before their day


def result(deadline):
    """The result of a round. The day of an act that is only planned is not part of the result."""
    done = deadline["act"]["date"] if deadline["status"] in ("met", "late", "disputed") else None
    return tuple(str(deadline.get(field)) for field in RESULT) + (done,)


def begun(rounds):
    """The rounds that have begun, by limit and the day from which they are counted, in order."""
    found = {}
    for (limit, name), one in sorted((item for item in rounds.items() if item[0][0] != "own"), key=lambda item: str(item[0])):
        if one["status"] != "waiting":
            day = one["due"] if limit.startswith("phase") else one["trigger"]["date"]  # a year may be written as any day in it
            found.setdefault((limit, day) if isinstance(name, int) else (limit, day, name), []).append(one)
    return found


def without_plans(case):
    """The case as it was known on the day asked about."""
    other = copy.deepcopy(case)
    other.name += "a"
    other.events = {event: days for event, days in
                    ((event, [day for day in days if event in TERMS or day <= case.as_at]) for event, days in case.events.items()) if days}
    sections = []
    for kind, name, keys in other.sections:
        begin = keys.get("sent") or keys.get("requested") or keys.get("request-received") or ""
        if kind == "own" or begin <= case.as_at:
            sections.append((kind, name, {key: value for key, value in keys.items() if key in ("from", "who", "why", "due") or value <= case.as_at}))
    other.sections = sections
    return other


def shuffled(case, dice):
    other = copy.deepcopy(case)
    other.name += "d"
    other.events = dict(sorted(((event, sorted(days, key=lambda _: dice.random())) for event, days in other.events.items()),
                               key=lambda _: dice.random()))
    dice.shuffle(other.sections)
    return other


def extended(case, dice):
    """The case with more events after all that it gives. None if there is no room before the day asked about."""
    days = [day for event, each in case.events.items() if event not in TERMS for day in each]
    days += [value for _, _, keys in case.sections for key, value in keys.items() if key not in ("from", "who", "why")]
    start = max([NUMBER[day] for day in days] + [0]) + 1
    if not days or start + 6 > NUMBER[case.as_at]:
        return None
    other = copy.deepcopy(case)
    other.name += "b"
    events = ["request-received", "review-meeting", "reassessment-requested", "plan-kept", "final-plan-sent", "appeal-received",
              "amended-plan-sent", "assessment-refusal", "mediation-certificate", "plan-ceased", "order-assess", "became-responsible"]
    for event in dice.sample(events, 4):
        other.events.setdefault(event, []).append(iso(dice.randint(start, NUMBER[case.as_at])))
    return other


def changed(before, after, which, settled_only=False, may=()):
    """The rounds of `before` that differ in `after`."""
    for key, rounds in before.items():
        limit = LIMITS[key[0]]
        for one, other in zip(rounds, after.get(key, []) + [None] * len(rounds)):
            if key[0] in may or (which == "a" and key[0] == "draft-response") or (settled_only and (one["status"] not in ("met", "late", "disputed") or not one["act"]["date"])):
                continue
            if other is None or result(one) != result(other):
                yield limit.id, "%s %s from %s: %s, then %s" % (which, key[0], key[1:], result(one), result(other) if other else "no such round")


def late_ever_after(case, as_at, earlier, later):
    """Rule c, for one case on two days. A case that gives the day on which the plan was made later corrects it (rule 11)."""
    corrected = any(day > as_at for day in case.events.get("plan-made", []))
    for key, rounds in earlier.items():
        limit = LIMITS[key[0]]
        if corrected and limit.id in ("first-review", "under-five-review"):
            continue
        if not any(one["status"] in ("late", "overdue") for one in rounds) or limit.right or limit.id in TOLD_ELSEWHERE:
            continue
        same = [limit.id] + [other.id for other in LIMITS.values() if set(other.acts) & set(limit.alternatives) and other.triggers == limit.triggers]
        after = [one for other in same for one in later.get((other, *key[1:]), [])]
        if not any(one["status"] in ("late", "overdue", "unknown") for one in after):  # unknown: a later event shows that it was done
            yield limit.id, "c %s from %s: was %s; then %s" % (key[0], key[1:], [result(one) for one in rounds], [result(one) for one in after])


def hold(check, cases, as_at, dice, tally):
    """All four rules, on a batch of cases. `check` gives the program's results for cases on a day."""
    said = check(cases, as_at)
    kept = [(case, begun(rounds)) for case, rounds in zip(cases, said) if rounds is not None]
    count = 0
    # a and d
    for letter, vary, may in (("a", without_plans, {"plan-transfer"} | {limit.id for limit in LIMITS.values() if limit.triggers[0] in TO_COME}),
                              ("d", lambda case: shuffled(case, dice), ())):
        others = check([vary(case) for case, _ in kept], as_at)
        for (case, before), after in zip(kept, others):
            if after is not None:
                count += 1
                for limit, text in changed(before, begun(after), letter, may=may):
                    tally.add((letter, limit), text + " | at %s | " % as_at + "; ".join(case.file().splitlines()))
    pairs = [(case, before, extended(case, dice)) for case, before in kept]
    pairs = [pair for pair in pairs if pair[2] is not None]
    for (case, before, more), after in zip(pairs, check([pair[2] for pair in pairs], as_at)):
        if after is not None:
            count += 1
            added = {event: days[-1:] for event, days in more.events.items() if days != case.events.get(event)}
            for limit, text in changed(before, begun(after), "b", settled_only=True):
                tally.add(("b", limit), text + " | at %s, added %s | " % (as_at, added) + "; ".join(case.file().splitlines()))
    later_day = iso(min(NUMBER[as_at] + dice.randint(1, 400), NUMBER["2027-06-30"]))
    for (case, before), after in zip(kept, check([case for case, _ in kept], later_day)):
        if after is not None:
            count += 1
            for limit, text in late_ever_after(case, as_at, before, begun(after)):
                tally.add(("c", limit), text + " | %s, then %s | " % (as_at, later_day) + "; ".join(case.file().splitlines()))
    return count
