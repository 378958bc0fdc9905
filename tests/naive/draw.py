"""Random cases: likely years of a child's case, with steps early, on the last day, late and never; and unlikely ones.

Every day comes from a seeded generator, so a seed always gives the same cases. Many days are drawn close to a border, where
one day changes the result.
"""
import read
from behaviour import LIMITS, iso, plain_days
from naive import NUMBER

FIRST, LAST = NUMBER["2021-01-01"], NUMBER["2026-12-31"]
ORDERS = {"a": ["order-assess", "unopposed-assess", "assessment-conceded"],
          "b": ["order-make-plan", "order-remit", "unopposed-make-plan"],
          "c": ["order-amend-provision", "order-name-school", "unopposed-amend", "unopposed-name-school"],
          "d": ["order-assess", "unopposed-assess"], "f": ["order-continue-amend", "unopposed-continue-amend"]}
SETTINGS = [None, None, None, "school", "early-years", "post-16"]
NOT_DRAWN = {"advice-requested", "advice-request-received", "advice-received", "school-consulted", "school-response",
             "transfer-year", "post-16-transfer-year", "last-reviewed", "decision-notice-sent", "plan-made"}
EVENTS = sorted({event for limit in LIMITS.values()
                 for event in limit.triggers + limit.acts + limit.alternatives + limit.superseded_by} - NOT_DRAWN)
AFTER = ["appeal-withdrawn", "appeal-decided"]


class Story:
    def __init__(self, dice, as_at):
        self.dice, self.as_at = dice, as_at
        self.days, self.sections = [], []

    def chance(self, share):
        return self.dice.random() < share

    def at(self, event, day, share=1.0):
        """The event happened on this day; by chance the case may not give it."""
        if self.chance(share) and FIRST <= day <= LAST:
            self.days.append((event, day))
        return day

    def about(self, limit, trigger):
        """A day near the last day of a limit: well before it, on the border, or well after it."""
        due = plain_days(limit, trigger).due
        return max(trigger, due + self.dice.choice([-30, -9, -3, -1, 0, 0, 1, 2, 7, 45, 160]))

    def some(self, low, high):
        return self.dice.randint(low, high)

    # The scenes

    def request(self, day):
        self.at(self.dice.choice(["request-received"] * 8 + ["became-responsible", "detained-request"]), day)
        if self.chance(0.15):
            self.at("request-received", day + self.some(1, 120))
        if self.chance(0.08):
            self.at("became-responsible", day + self.some(0, 120))
        decided = self.about("assessment-decision", day)
        if self.chance(0.25):
            self.at("assessment-refusal", decided)
            if self.chance(0.1):
                self.at("assessment-decision", decided + self.some(1, 90))
            return self.appeal(decided, "a") if self.chance(0.6) else decided
        self.at("assessment-decision", decided, 0.85)
        for number in range(self.some(0, 3)):
            self.advice("%d %d" % (day, number), decided + self.some(-10, 20))
        if self.chance(0.15):
            ended = self.at("no-plan-notice", self.about("no-plan-notice", day))
            return self.appeal(ended, "b") if self.chance(0.6) else ended
        draft = self.at("draft-plan-served", self.about("draft-plan-practical", day), 0.7)
        self.at("draft-response", self.about("draft-response", draft), 0.5)
        self.at("draft-response-until", draft + self.some(8, 40), 0.1)
        for number in range(self.some(0, 2)):
            self.consultation("%d %d" % (day, number), draft + self.some(0, 10))
        ended = self.at("final-plan-sent", max(draft + 1, self.about("final-plan", day)), 0.85)
        if self.chance(0.06):
            self.at("plan-made", ended - self.some(0, 9))
        return self.appeal(ended, "c") if self.chance(0.4) else ended

    def advice(self, name, day):
        keys = {"from": self.dice.choice(["health", "health", "school", "psychologist", "social-care", "early-years"])}
        keys["requested"] = iso(day)
        if self.chance(0.6):
            keys["request-received"] = iso(day + self.some(0, 6))
        if self.chance(0.7):
            keys["received"] = iso(max(day + 6, self.about("advice-from-body", day)))
        self.sections.append(("advice", "a" + name, keys))

    def consultation(self, name, day):
        keys = {"sent": iso(day)}
        if self.chance(0.6):
            keys["answered"] = iso(self.about("school-consultation", day))
        self.sections.append(("consultation", "c" + name, keys))

    def appeal(self, day, matter):
        self.at("decision-notice-sent", day + self.some(0, 3), 0.04)
        contact = self.about("mediation-contact", day)
        if self.chance(0.5):
            self.at("mediation-adviser-contacted", contact)
        kind = self.dice.choice(["mediation-declined", "mediation-requested", None, None])
        if kind:
            asked = self.at(kind, contact + self.some(0, 10))
            if kind == "mediation-requested":
                self.at("commissioners-told", self.about("mediation-tell-health", asked), 0.2)
                held = self.at("mediation-held", self.about("mediation-meeting", asked), 0.7)
                self.at("mediation-date-told", held - self.some(1, 14), 0.5)
                asked = self.at("mediation-concluded", held + self.some(0, 3), 0.6)
                if self.chance(0.2):
                    self.at("agreement-carried-out", self.about("mediation-agreement", self.at("mediation-agreement", asked)), 0.7)
            self.at("mediation-certificate", asked + self.some(0, 9), 0.8)
        if self.chance(0.2):
            return contact
        appealed = self.at("appeal-received", self.about("appeal", day), 0.85)
        served = self.at("appeal-served", appealed + self.some(1, 9), 0.6)
        self.at("tribunal-response", self.about("tribunal-response", served), 0.5)
        ended = max(appealed, served) + self.some(1, 250)
        event = self.dice.choice(ORDERS[matter] * 2 + AFTER)
        if self.chance(0.75):
            self.at(event, ended)
            if event in ("unopposed-amend", "order-amend-provision") and self.chance(0.2):
                self.at("unopposed-name-school" if event.startswith("un") else "order-name-school", ended)
            self.carry_out(event, ended, matter)
        return ended

    def carry_out(self, event, day, matter):
        limits = [limit for limit in LIMITS.values() if event in limit.triggers]
        for limit in limits:
            acts = [act for act in limit.acts if not act.startswith("reassess")] if matter != "d" else limit.acts[-1:]
            if limit.silence == "overdue" and acts:
                self.at(self.dice.choice(acts), self.about(limit.id, day), 0.7)

    def review(self, day):
        self.at("review-notice", day - self.some(10, 20), 0.6)
        self.at("review-papers", day - self.some(10, 20), 0.6)
        self.at("review-meeting", day, 0.9)
        self.at("review-report", self.about("review-report", day), 0.5)
        decided = self.about("review-decision", day)
        kind = self.dice.choice(["plan-kept", "review-decision", "amend", "amend", "cease-decision", None])
        if kind == "plan-kept":
            self.at("plan-kept", decided)
            return self.appeal(decided, "c") if self.chance(0.15) else decided
        if kind == "cease-decision":
            return self.cease(decided)
        if kind == "review-decision":
            self.at("review-decision", decided)
        if kind == "amend" or self.chance(0.2):
            notice = self.at("amendment-notice-sent", decided + self.some(0, 5) * self.chance(0.3))
            if self.chance(0.15):
                self.at("amendment-notice-sent", notice + self.some(1, 60))
            served = self.at("amendment-notice-served", notice + self.some(0, 3), 0.6)
            self.at("amendment-response", self.about("amendment-response", served), 0.4)
            if self.chance(0.15):
                self.consultation(str(notice), notice + self.some(0, 10))
            ended = self.at(self.dice.choice(["amended-plan-sent"] * 4 + ["no-amendment-notice"]), self.about("amended-plan", notice), 0.85)
            return self.appeal(ended, "c") if self.chance(0.25) else ended
        return decided

    def cease(self, day):
        self.at("cease-decision", day)
        ended = self.appeal(day, "f") if self.chance(0.5) else day
        self.at("plan-ceased", self.about("appeal", day), 0.6)
        return ended

    def reassessment(self, day):
        self.at("reassessment-requested", day, 0.9)
        if self.chance(0.15):
            self.at("reassessment-requested", day + self.some(1, 60))
        decided = self.about("reassessment-decision", day)
        if self.chance(0.35):
            self.at("reassessment-refused", decided)
            return self.appeal(decided, "d") if self.chance(0.6) else decided
        self.at("reassessment-decision", decided, 0.85)
        for number in range(self.some(0, 2)):
            self.advice("r%d %d" % (day, number), decided + self.some(-5, 20))
        return self.at("reassessment-plan-sent", self.about("reassessment-plan", decided), 0.8)

    def move(self, day):
        known = self.at("move-known", day - self.some(-20, 60), 0.85)
        self.at("moved", day, 0.85)
        sent = self.at("plan-transferred", max(known, self.dice.choice([day, day + 1, self.about("plan-transfer", known)])), 0.8)
        self.at("transfer-notice", self.about("transfer-notice", sent), 0.6)
        return sent

    def other(self, day):
        """One of the limits that depend on no others: its trigger, and the act that answers it."""
        limit = self.dice.choice([limit for limit in LIMITS.values() if not set(limit.triggers + limit.acts) & NOT_DRAWN
                                  and limit.id != "plan-continues" and plain_days(limit.id, day)])
        self.at(limit.triggers[0], day)
        return self.at(self.dice.choice(limit.acts), self.about(limit.id, day), 0.8)

    def tell(self):
        day = self.as_at - self.some(60, 1400)
        wanted = self.some(10, 40)
        while len(self.days) + len(self.sections) < wanted:
            scene = self.dice.choice([self.request, self.request, self.review, self.review, self.review, self.reassessment, self.move,
                                      self.other, self.cease])
            day = max(FIRST + 60, scene(max(day, FIRST + 60))) + self.some(-20, 200)
            if day > min(LAST - 60, self.as_at + 150):
                break

    def muddle(self):
        """Facts in no likely order: any event on any day, many of them on the borders of other events."""
        days = [self.some(max(FIRST + 60, self.as_at - 1200), min(LAST - 60, self.as_at + 100))]
        for _ in range(self.some(10, 40)):
            event = self.dice.choice(EVENTS)
            near = self.dice.choice(days)
            day = self.dice.choice([self.some(FIRST + 60, LAST - 60), near + self.some(-60, 60), near + self.dice.choice([14, 15, 42, 56, 98, 112, 140]),
                                    near + self.dice.choice([0, 1])])
            if FIRST + 60 <= day <= LAST - 60:
                self.at(event, day)
                days.append(day)

    def years(self):
        for event in ("transfer-year", "post-16-transfer-year"):
            if self.chance(0.1):
                yield event, ["%d" % (2022 + self.some(0, 4)) + self.dice.choice(["", "-09-01"]) for _ in range(self.some(1, 2))]


def case(dice, name, as_at):
    """A case as a Case of tests/histories/read.py, to be judged on as_at."""
    story = Story(dice, as_at)
    muddled = dice.random()
    if muddled < 0.85:
        story.tell()
    if muddled > 0.75:
        story.muddle()
    if dice.random() < 0.5:  # some facts are forgotten, some are a day off
        story.days = [(event, day + dice.choice([0] * 8 + [-1, 1])) for event, day in story.days if dice.random() < 0.93]
    made = read.Case(name)
    made.as_at, made.setting, made.sections = iso(as_at), dice.choice(SETTINGS), story.sections[:20]
    for event, day in sorted(story.days, key=lambda _: dice.random()):
        days = made.events.setdefault(event, [])
        if iso(day) not in days:
            days.append(iso(day))
    made.events.update(story.years())
    if dice.random() < 0.05:
        made.events["last-reviewed"] = [iso(max(FIRST, as_at - dice.randint(10, 700)))]
    if dice.random() < 0.03:
        made.sections.append(("own", "thing", {"due": iso(as_at + dice.randint(-50, 50)), "who": "family", "why": "x"}))
    return made
