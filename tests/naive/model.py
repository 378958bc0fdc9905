"""The slow model of a case as a history: the rounds of every limit, and the result of each round.

It is written only from the law and from tests/histories (limits.tsv says how each limit behaves); it shares no code with the
program. A Case of tests/histories/read.py goes in. Rounds (parts.py) come out, by limit and number.
"""
import appeals
import projection
from behaviour import Days, LIMITS, READINGS, SETTLES, days_of, number, plain_days
from naive import CALENDAR
from parts import ACT, ALTERNATIVE, ENDED, NEVER, NEXT, NOT_LATE, Facts, Round, finish, first, judge_again, last
from sections import Sections

REVIEWS = ("review-decision", "plan-kept", "cease-decision")  # decisions on a review; a notice of amendments can be one too


class Model(Sections):
    def __init__(self, case):
        self.facts = facts = Facts(case)
        self.as_at = facts.as_at
        self.rounds = {}  # limit -> its rounds, in order of time
        self.doubts = {}  # limit -> the reason why its rounds are not decided
        self.requests = self.request_groups(LIMITS["final-plan"])
        self.reassessments = self.request_groups(LIMITS["reassessment-decision"])
        self.detained = self.request_groups(LIMITS["detained-final-plan"])
        self.find_reviews()
        for limit in LIMITS.values():
            if limit.id not in self.rounds:
                self.rounds[limit.id] = self.rounds_of(limit)
        self.readings_of_silence()
        self.transfer_reviews()
        appeals.add(self)
        self.own_dates()
        projection.add(self)

    def result(self):
        """Every round, by limit and number."""
        return {(limit, at): one for limit, rounds in self.rounds.items() for at, one in enumerate(rounds, 1)}

    # What opens

    def rounds_of(self, limit):
        begin = limit.triggers[0]
        if limit.id in ("appeal", "appeal-from-certificate", "mediation-contact", "plan-continues"):
            return []
        if begin in ("advice-request-received", "advice-requested", "school-consulted"):
            return self.sections(limit)
        if limit.id == "plan-transfer":
            return self.moves(limit)
        if limit.counts_back:
            return self.counting_back(limit)
        if limit.triggers == LIMITS["final-plan"].triggers:
            return self.in_groups(limit, self.requests)
        if begin == "reassessment-requested":
            return self.in_groups(limit, self.reassessments)
        if begin == "detained-request":
            return self.in_groups(limit, self.detained)
        if begin == "amendment-notice-sent":
            return self.run(limit, self.amendments())
        if limit.id == "first-review":
            return self.first_reviews(limit)
        days = self.reviewed if begin == "last-reviewed" else self.facts.happened(begin)
        if limit.id == "under-five-review":
            if self.facts.setting != "early-years":
                return []
            days = sorted({*days, *(made for made, _ in self.lives())})
        rounds = [Round(limit, day, set(limit.triggers), None) for day in days]
        for at, one in enumerate(rounds):
            one.days = self.days(limit, one, rounds[at + 1].begin if at + 1 < len(rounds) else NEVER)
        return self.run(limit, rounds)

    def request_groups(self, limit):
        """The groups that requests open, for all their limits: day, events that opened, day that closed or None, what closed."""
        facts, groups = self.facts, []
        days = sorted(set(facts.happened(*limit.triggers, *limit.closes, *SETTLES)))
        for day in days:
            open_before = bool(groups) and groups[-1]["closed"] is None
            closers = facts.on(day, limit.closes)
            if open_before and closers:
                groups[-1].update(closed=day, by=closers)
                closers = set()
            for order in facts.on(day, SETTLES):
                self.reopen(limit, groups, order, day)
            opens = facts.on(day, limit.triggers)
            if any(event in limit.always for event in opens) or (opens and not (groups and groups[-1]["closed"] is None)):
                groups.append({"begin": day, "events": opens, "closed": day if closers else None, "by": closers})
                if facts.on(day, limit.closes):
                    self.doubt(limit, "closed on the day it was asked for")
        return groups

    def doubt(self, limit, why):
        """Nothing decides which rounds a request opens. So no limit of such a request is decided, nor is advice."""
        same = [other.id for other in LIMITS.values() if other.triggers == limit.triggers]
        self.doubts.update(dict.fromkeys(same + ["advice-from-body", "advice-from-anyone", "reassessment-advice"], why))

    def reopen(self, limit, groups, order, day):
        """An order or a concession overturns the refusal that closed the latest request. From that day the request is open again."""
        kinds = (SETTLES[order] or set()) & {"assessment-refusal", "reassessment-refused"}
        if self.facts.on(day, kinds):
            self.doubt(limit, "settled on the day of the decision")
        closed = groups[-1]["closed"] if groups else None
        others = set(limit.closes) - kinds
        if closed is not None and first(self.facts.happened(*others), closed + 1, day - 1) is not None:
            return  # a plan, a notice of no plan, or the end of the plan closed it later, and is not overturned
        if kinds and closed is not None and closed < day and groups[-1]["by"] & kinds:
            groups[-1].update(closed=None, by=set())

    def in_groups(self, limit, groups):
        rounds = []
        for at, group in enumerate(groups):
            one = Round(limit, group["begin"], group["events"], plain_days(limit.id, group["begin"]))
            one.group = group
            if any(len(each["events"]) > 1 for each in groups):
                one.open.append("a request on the day of becoming responsible")
                self.doubts[limit.id] = one.open[-1]
            rounds.append(one)
        return self.run(limit, rounds)

    def amendments(self):
        """Rounds of a notice of amendments. A second copy in one review opens nothing; a notice of the next review opens a round."""
        facts, limit, rounds, closed = self.facts, LIMITS["amended-plan"], [], True
        for day in facts.happened("amendment-notice-sent", *limit.closes):
            closers = bool(facts.on(day, limit.closes))
            was_open = not closed
            if was_open and closers:
                closed = True
            if "amendment-notice-sent" not in facts.on(day, ["amendment-notice-sent"]):
                continue
            if closers:
                self.doubts[limit.id] = "closed on the day of the notice"
            later_meeting = rounds and first(facts.happened("review-meeting"), rounds[-1].begin + 1, day) is not None
            if closed or later_meeting:
                rounds.append(Round(limit, day, {"amendment-notice-sent"}, None))
                closed = closers and not was_open
        return rounds

    def days(self, limit, one, before):
        """Due and the readings. A reading with its own trigger takes that event's last day by the trigger, else its first in the round."""
        read_from = []
        for reading in READINGS[limit.id]:
            known = [day for day in self.facts.happened(reading.event) if not self.ended_between(limit, day, one.trigger)]
            day = last(known, one.trigger)
            if reading.event == "review-meeting":  # the meeting of this review, not of the one before
                before_it = last(self.reviewed, one.trigger - 1)
                day = None if day is None or (before_it is not None and day <= before_it) else day
            elif reading.event in ("reassessment-requested", "request-received"):  # the request that this answers
                before_it = last(self.facts.happened(limit.triggers[0]), one.trigger - 1)
                day = None if day is None or (before_it is not None and day <= before_it) else day
            elif day is None:
                day = first(known, one.trigger, min(before, plain_days(limit.id, one.trigger).due))
            if day is not None:
                read_from.append((reading, day))
        return days_of(limit.id, one.trigger, read_from)

    def ended_between(self, limit, day, trigger):
        """Whether an event that ends the duty came between. A day before it belongs to a plan or a request that is over."""
        return any(day <= end < trigger for end in self.facts.happened(*limit.superseded_by))

    # Reviews, and plans that end and begin again

    def find_reviews(self):
        """The days that are reviews: decisions on a review, and a notice of amendments that answers a meeting."""
        facts, limit = self.facts, LIMITS["review-decision"]
        meetings = [Round(limit, day, {"review-meeting"}, plain_days(limit.id, day)) for day in facts.happened("review-meeting")]
        self.rounds[limit.id] = self.run(limit, meetings)
        answered = {one.done for one in meetings if one.done}
        notices = set(facts.happened("amendment-notice-sent")) & answered
        decided = set(facts.happened(*REVIEWS)) | notices
        stated = set(facts.happened("last-reviewed"))
        self.review_acts = sorted(decided)
        if decided & set(facts.happened("review-meeting")):
            doubt = "a decision on the day of a meeting"
            self.doubts.update(dict.fromkeys(("next-review", "first-review", "under-five-review", "review-after-reassessment"), doubt))
        self.reviewed = sorted(decided | stated)
        self.stated_beside = bool(stated) and bool(decided)

    def lives(self):
        """The lives of a plan: for each, the day it was made and the day it ended."""
        facts, begin, found = self.facts, 0, []
        if set(facts.happened("plan-ceased")) & set(facts.happened("final-plan-sent", "plan-made")):
            self.doubts["first-review"] = "a plan made on the day one ended"
        for ceased in facts.happened("plan-ceased") + [NEVER]:
            sent = [day for day in facts.happened("final-plan-sent") if begin <= day <= ceased]
            stated = [day for day in facts.happened("plan-made") if begin <= day <= ceased]
            made = set(sent) - {last(sent, day) for day in stated} | set(stated)  # a given day belongs to the plan sent before it
            if made:
                found.append((min(made), ceased))
            begin = ceased + 1
        return found

    def first_reviews(self, limit):
        rounds = []
        for made, ceased in self.lives():
            one = Round(limit, made, {"plan-made"}, None)
            one.days = self.days(limit, one, ceased)
            one.until = ceased
            rounds.append(one)
        self.run(limit, rounds)
        for one in rounds:
            stated = first(self.facts.happened("last-reviewed"), one.begin + 1, one.until)
            if stated is not None and one.status in ("overdue", "late", "disputed", "due") and (one.done is None or stated <= one.done):
                one.say("unknown", also={"met", "not-needed"})
                one.done = one.by = None
        return rounds

    # Moves, and limits that count back

    def moves(self, limit):
        """A move and the day it became known are one round. The later of the two days governs (reg 15(2))."""
        facts, pairs = self.facts, []
        for day in sorted(set(facts.all.get("move-known", []) + facts.all.get("moved", []))):
            for event in sorted(facts.on(day, limit.triggers)):
                if pairs and event not in pairs[-1]:
                    pairs[-1][event] = day
                else:
                    pairs.append({event: day})
        pairs = [pair for pair in pairs if min(pair.values()) <= self.as_at]
        rounds = []
        for pair in pairs:
            known, moved = pair.get("move-known"), pair.get("moved")
            last_known = plain_days(limit.id, known).due if known is not None else None
            due = max(day for day in (last_known, moved) if day is not None)
            one = Round(limit, min(pair.values()), set(pair), Days(due, due, due), trigger=known if known is not None else moved)
            one.pair = pair
            rounds.append(one)
        return self.run(limit, rounds)

    def counting_back(self, limit):
        """The round of a trigger to come is open now. Its window ends on the trigger's day; the first act in the window answers."""
        facts, rounds, event = self.facts, [], limit.triggers[0]
        acts, ends = facts.happened(*limit.acts), facts.happened(*limit.superseded_by)
        if event in facts.years or event.endswith("transfer-year"):
            for year in facts.years.get(event, []):
                trigger = number("%d-01-01" % year)
                days = plain_days(limit.id, trigger)
                begin = days.latest - (366 if CALENDAR[days.latest - 366][1:3] == CALENDAR[days.latest][1:3] else 365)
                end = days.latest + (366 if CALENDAR[days.latest + 366][1:3] == CALENDAR[days.latest][1:3] else 365)
                one = Round(limit, begin, {event}, days, trigger=trigger)
                ended = [day for day in ends if day <= end and not self.made_again(day, days.latest)]
                finish(facts, one, [day for day in acts if begin <= day <= end], [], [day for day in ended if day >= begin], NEVER)
                if ended and ended[0] < begin:  # the plan had ended before the year in which it would be amended
                    one.say("not-needed")
                    one.done = None
                    one.by = {("plan-ceased", day) for day in ended}
                one.open = ["a new plan is planned"] if ended and self.facts.planned("final-plan-sent", "plan-made") else []
                rounds.append(one)
            for one, other in zip(rounds, rounds[1:]):
                if one.status == "overdue":
                    one.also.add("late")
                if other.trigger - one.trigger < 800:
                    one.open.append("two years of transfer side by side")
                    other.open.append("two years of transfer side by side")
            return rounds
        begin, taken = 0, None
        opens = facts.all.get(event, [])
        for at, trigger in enumerate(opens):
            one = Round(limit, begin, {event}, plain_days(limit.id, trigger), trigger=trigger)
            window = [day for day in acts if begin <= day <= trigger and day != taken]
            ended = [day for day in ends if not self.made_again(day, trigger)]
            one.open += ["a new plan is planned"] if ended and self.facts.planned("final-plan-sent", "plan-made") else []
            finish(facts, one, window, [], [day for day in ended if day >= begin], NEVER)
            if ended and ended[0] < begin:
                late = ended[0] - one.days.latest
                one.say("late", late) if late > 0 else one.say("not-needed")
                one.done, one.by = None, {("plan-ceased", ended[0])}
            taken = one.done if one.done == trigger else None
            if one.status == "overdue" and at + 1 < len(opens):
                one.also.add("late")
            begin = trigger
            rounds.append(one)
        return rounds

    def refused_after_all(self, one, others, ends):
        """A refusal after the decision to assess, or after a draft that shows it, does not answer the duty in another way. It ends
        the duty, from its day on."""
        shows = [event for event in ("assessment-decision", "draft-plan-served") if event not in one.limit.acts]
        assessed = first(self.facts.happened(*shows), one.begin)
        refused = [day for day in others if assessed is not None and day > assessed and self.facts.on(day, ["assessment-refusal"])
                   and not self.facts.on(day, set(one.limit.alternatives) - {"assessment-refusal"})]
        return [day for day in others if day not in refused], sorted(ends + refused)

    def made_again(self, ceased, until):
        """Whether a plan that had ended was made anew by then."""
        return first(self.facts.happened("final-plan-sent", "plan-made"), ceased + 1, until) is not None

    # The result of a round

    def run(self, limit, rounds):
        """For each round up to the next one: what ends it, and how it is judged."""
        facts = self.facts
        acts = self.review_acts if "review-decision" in limit.acts and limit.id != "review-decision" else facts.happened(*limit.acts)
        others, ends = facts.happened(*limit.alternatives), facts.happened(*limit.superseded_by)
        spent = None  # an act on the day a round opens answered the round before, if that was still open
        for at, one in enumerate(rounds):
            one.limit = limit
            if one.days is None:
                one.days = self.days(limit, one, rounds[at + 1].begin if at + 1 < len(rounds) else NEVER)
            until = rounds[at + 1].begin if at + 1 < len(rounds) else NEVER
            if limit.apart:
                until = NEVER
            until = min(until, getattr(one, "until", NEVER))
            group = getattr(one, "group", None)
            closed = group["closed"] if group and group["closed"] is not None else NEVER
            before = rounds[at - 1].group if group and at else None
            mine = one.begin + limit.after_trigger
            if before and before["closed"] == one.begin:  # an event that closed the request before belongs to that request
                mine_others = [day for day in others if day > mine or not facts.on(day, before["by"])]
            else:
                mine_others = others
            mine_acts = [day for day in acts if mine <= day <= min(until, closed) and spent != (ACT, day)]
            mine_others = [day for day in mine_others if mine <= day <= min(until, closed) and spent != (ALTERNATIVE, day)]
            mine_ends = [day for day in ends if day > one.begin or (day == one.begin and facts.on(day, set(limit.superseded_by) - one.events))]
            if group:
                mine_others, mine_ends = self.refused_after_all(one, mine_others, mine_ends)
            finish(facts, one, mine_acts, mine_others, mine_ends, until, closed, rounds[at + 1] if at + 1 < len(rounds) else None)
            spent = (one.how, one.end) if one.how in (ACT, ALTERNATIVE) and not limit.apart else None
            if limit.apart and one.done is not None and len(rounds) > 1:
                one.open.append("one act, two matters open")
        return rounds

    # Rules that a table row gives in words

    def readings_of_silence(self):
        """Limits whose result without an act, or whose day, depends on another fact."""
        for one in self.rounds["refusal-notice"]:
            if one.how == NEXT and one.end == one.group["closed"] and one.status == "unknown":
                one.say("not-needed")  # a plan, or a notice of no plan, follows an assessment: nothing is left to refuse
                one.done = one.by = None
        notices = self.rounds["amendment-notice"]
        for at, one in enumerate(self.rounds["amended-plan-from-meeting"]):
            if self.facts.on(one.begin, REVIEWS):
                one.open.append("a decision on the day of a meeting")
                notices[at].open.append("a decision on the day of a meeting")
            if notices[at].done in self.facts.happened("review-meeting") or "amendment-notice-sent" in self.facts.on(one.begin, ["amendment-notice-sent"]):
                one.open.append("a notice of amendments on the day of a meeting")
            if notices[at].done is not None and one.how in (None, ENDED, NEXT) and one.status == "unknown":
                late = (self.as_at if one.how is None else one.end) - one.days.latest
                one.say("overdue" if one.how is None else "late", late)
        for one in self.rounds["plan-transfer"]:
            if len(one.pair) == 1 and one.status == "met":
                one.also.add("unknown")
            elif len(one.pair) == 1 and one.status != "not-needed":
                one.say("unknown", also={"due", "disputed"} if one.status == "due" else ())
            elif len(one.pair) == 2 and one.status == "unknown":
                late = (self.as_at if one.how is None else one.end) - one.days.latest
                one.say("overdue" if one.how is None else "late", late)
        for one in self.rounds["mediation-meeting"]:
            if self.facts.on(one.begin, ("mediation-held", "mediation-concluded")):
                one.open.append("mediation held on the day it was asked for")
        for one in self.rounds["draft-response"]:
            following = [day for day in self.facts.all["draft-plan-served"] if day > one.begin]
            if self.facts.planned("draft-plan-served") and self.facts.all.get("draft-response-until"):
                one.open.append("a term, and a draft still to come")
            terms = [day for day in self.facts.all.get("draft-response-until", []) if one.begin <= day < min(following + [NEVER])]
            if terms and max(terms) > one.days.due:
                one.days = Days(max(terms), max(terms), max(terms))
                judge_again(self.facts, one)
        for one in self.rounds["unopposed-name-school"]:
            if "unopposed-amend" in self.facts.on(one.begin, ["unopposed-amend"]):  # reg 45(5)(b)
                one.days = plain_days("unopposed-amend", one.begin)
                one.open.append("both unopposed on one day")
                judge_again(self.facts, one)
        for one in self.rounds["reassessment-plan"]:
            if any(other.done == one.begin for limit in ("order-assess-notify", "unopposed-assess-notify") for other in self.rounds[limit]):
                one.open.append("a decision that carries out an order: its 14 weeks are the order's")
        for limit in ("first-review", "review-after-reassessment", "transfer-review"):
            for one in self.rounds[limit]:
                if one.done == one.begin:
                    one.open.append("a review on the day of the plan")
        for one in self.rounds["first-review"]:
            if one.begin in self.facts.happened("plan-ceased"):
                one.open.append("a plan made on the day one ended")
        for limit in ("first-review", "next-review", "under-five-review"):
            for one in self.rounds[limit]:
                if self.stated_beside:
                    one.open.append("last-reviewed is given beside decisions on reviews")
                if one.how == NEXT and one.status == "late" and one.end not in self.review_acts and one.end in self.facts.happened("last-reviewed"):
                    one.say("unknown", also={"not-needed"})  # the case does not say that there was no review before

    def transfer_reviews(self):
        """Reg 15(5): the later of three months from the transfer, and twelve months from the making of the plan or its last review."""
        for one in self.rounds["transfer-review"]:
            running = [other for limit in ("first-review", "next-review") for other in self.rounds[limit] if other.begin <= one.begin]
            ended = [day for day in self.facts.happened("plan-ceased") if day <= one.begin and not self.made_again(day, one.begin)]
            if ended:
                for other in running + [one]:
                    other.open.append("a plan that ended is transferred")
                continue
            one.open += ["last-reviewed is given beside decisions on reviews"] if self.stated_beside else []
            for other in running:
                if other.days.latest >= one.begin:
                    other.also |= NOT_LATE
            running = max(running, key=lambda other: other.begin, default=None)
            if running is None:  # the twelve months may end up to a year after the transfer: the case does not give their first day
                if one.status in ("late", "overdue"):
                    one.say("unknown")
                    one.done = one.by = None
                continue
            if running.how == ENDED and running.end < one.begin:
                continue
            if running.days.due >= one.days.due:
                if one.status in ("late", "overdue"):
                    one.say("not-needed", also=NOT_LATE)
                    one.by = None
                one.also |= NOT_LATE
            elif running.days.latest >= one.begin:  # a step that was late before the transfer stays late
                running.also |= NOT_LATE

    def own_dates(self):
        facts, rounds = self.facts, []
        for kind, name, keys in facts.sections:
            if kind == "own":
                one = Round(LIMITS["final-plan"], 0, set(), Days(keys["due"], keys["due"], keys["due"]))
                done = keys.get("done")
                finish(facts, one, [done] if done is not None and done <= self.as_at else [], [], [], NEVER)
                one.name = name
                rounds.append(one)
        self.own = {one.name: one for one in rounds}

