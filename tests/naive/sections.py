"""Advice and consultations, which a case gives in sections: what each belongs to, and its result (rule 15)."""
from behaviour import LIMITS, READINGS, days_of
from parts import NEVER, Round, finish


class Sections:
    """The part of a Model that handles sections."""

    def sections(self, limit):
        """Each section of advice or consultation is its own round, answered by its own day."""
        rounds, facts = [], self.facts
        for kind, name, keys in facts.sections:
            if kind == "consultation" and limit.id == "school-consultation" and keys["sent"] <= self.as_at:
                rounds.append((keys["sent"], keys.get("answered"), [], name, False))
            elif kind == "advice" and self.advice_limit(keys) == limit.id:
                body = limit.id != "advice-from-anyone"
                start = keys.get("request-received", keys.get("requested")) if body else keys.get("requested")
                if start is not None and start <= self.as_at:
                    early = [(reading, keys["requested"]) for reading in READINGS[limit.id]
                             if "requested" in keys and not self.ended_between(limit, keys["requested"], start)]
                    rounds.append((start, keys.get("received"), early if body else [], name, self.both))
        found = []
        for start, answered, early, name, both in sorted(rounds, key=lambda row: row[0]):
            one = Round(limit, start, {limit.triggers[0]}, days_of(limit.id, start, early))
            acts = [answered] if answered is not None and answered <= self.as_at else []
            finish(facts, one, acts, [], facts.happened(*limit.superseded_by), NEVER)
            if acts and acts[0] < start:
                one.open.append("received before it was asked for")
            one.open += ["an assessment and a reassessment at once"] if both else []
            one.name = name
            found.append(one)
        return found

    def advice_limit(self, keys):
        """The limit of a request for advice: the limit of the assessment or reassessment that was under way when it was asked for."""
        self.both = False
        if keys["from"] not in ("health", "other"):
            return "advice-from-anyone"
        asked = keys.get("requested", keys.get("request-received"))
        under_way, before = [], []
        requests = [(each["begin"], each["closed"] or (later and later["begin"]))
                    for groups in (self.requests, self.detained) for each, later in zip(groups, groups[1:] + [None])]
        for limit, began in (("advice-from-body", LIMITS["final-plan"].triggers),
                             ("reassessment-advice", ("reassessment-requested", "reassessment-decision"))):
            before += [(day, limit) for day in self.facts.happened(*began) if day <= asked]
        for limit, spans in (("advice-from-body", requests), ("reassessment-advice", self.reassessing())):
            for begin, closed in spans:
                if begin <= asked:
                    before.append((begin, limit))
                    if closed is None or asked <= closed:
                        under_way.append((begin, limit))
        self.both = len({limit for _, limit in under_way}) > 1
        if self.both:
            self.doubts.update(dict.fromkeys(("advice-from-body", "reassessment-advice"), "an assessment and a reassessment at once"))
        return max(under_way or before or [(0, "advice-from-body")])[1]

    def reassessing(self):
        """The spans in which a reassessment is under way: from the request, or from the council's own decision, to its end."""
        spans = []
        ends = ("reassessment-plan-sent", "reassessment-refused", "plan-ceased")
        for day in self.facts.happened("reassessment-requested", "reassessment-decision", *ends):
            if spans and spans[-1][1] is None and self.facts.on(day, ends):
                spans[-1] = (spans[-1][0], day)
            elif self.facts.on(day, ("reassessment-requested", "reassessment-decision")) and not (spans and spans[-1][1] is None):
                spans.append((day, None))
        return spans
