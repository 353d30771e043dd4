"""The letters of appointment (SK), for staff who may read the papers of the group."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from cilegon_portal.publishing.access import signed_in
from community.access_log import Subject, log_access
from community.boards import Board
from community.private_files import private_response


@require_GET
@permission_required("community.view_board", raise_exception=True)
def private_file(request: HttpRequest, token: str) -> HttpResponse:
    """Send the letter of a board, and write down first who looked. Raises Http404 for what is not theirs."""
    user = signed_in(request)
    boards = Board.objects.looked_after_by(user).select_related("group", "sk_file")
    board = get_object_or_404(boards, sk_file__token=token)
    assert board.sk_file is not None  # noqa: S101 -- found by its token
    log_access(board, Subject.FILE, by=user)
    return private_response(board.sk_file, f"sk-{board.group.slug}-{board.starts_on.year}")
