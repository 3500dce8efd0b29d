"""Every question of docs/analysts.md runs on the published file of the shipped collection, as analysts would."""

import re

import pytest

from orchestration.resources import Workspace
from tests.analysts.page import QUESTIONS, TEXT, Question, answer
from tests.places import PROJECT

NO_ROWS = "không trả về dòng nào"


def test_every_question_of_the_page_is_found_and_numbered() -> None:
    assert [question.number for question in QUESTIONS] == list(range(1, TEXT.count("\n### ") + 1))
    assert len(QUESTIONS) == TEXT.count("```sql")
    assert len(QUESTIONS) >= 20


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: str(question.number))
def test_a_question_is_answered_with_the_columns_it_promises(question: Question, sample_night: Workspace) -> None:
    rows = answer(sample_night, question)
    if NO_ROWS in question.reading:
        assert rows == []
    else:
        assert rows, "an answer without rows needs its reason on the page"
        assert tuple(rows[0]) == question.columns


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: str(question.number))
def test_an_answer_comes_in_one_order(question: Question, sample_night: Workspace) -> None:
    assert re.search(r"\norder by\s", question.sql)
    assert answer(sample_night, question) == answer(sample_night, question)


def test_links_of_the_page_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)", TEXT)
    assert links
    assert [link for link in links if not (PROJECT / "docs" / link).exists()] == []
