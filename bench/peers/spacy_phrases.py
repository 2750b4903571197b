"""The peer of spacy.mjs: spaCy's French tokeniser and PhraseMatcher on the phrases and texts of a JSON file.

usage: python spacy_phrases.py FILE, FILE holding {"phrases": [[...], ...], "texts": [...], "rounds": 3}
prints one JSON line per list of phrases: {"phrases", "seconds" (best round, processor time), "compile" (seconds), "hits", "version"}
"""
import json
import sys
import time

import spacy
from spacy.matcher import PhraseMatcher


def measure(phrases, texts, rounds):
    """Best of `rounds` over all texts, in seconds of this process's processor time."""
    # Blank: a tokeniser and nothing else, no model.
    nlp = spacy.blank("fr")
    started = time.process_time()
    # LOWER: whatever the case, the least that a rulebook asks for; accents and apostrophes are not seen through.
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for number, phrase in enumerate(phrases):
        matcher.add(str(number), [nlp.make_doc(phrase)])
    compiled = time.process_time() - started
    best, hits = float("inf"), 0
    for _ in range(rounds):
        started = time.process_time()
        hits = sum(len(matcher(nlp.make_doc(text))) for text in texts)
        best = min(best, time.process_time() - started)
    return {"phrases": len(phrases), "seconds": best, "compile": compiled, "hits": hits, "version": spacy.__version__}


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        work = json.load(file)
    for phrases in work["phrases"]:
        print(json.dumps(measure(phrases, work["texts"], work["rounds"])), flush=True)


if __name__ == "__main__":
    main()
