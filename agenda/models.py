"""Where Django looks for the models; each subject has its own module."""

import agenda.attendance
import agenda.catalogue
import agenda.documents
import agenda.events
import agenda.occurrences
import agenda.private_links
import agenda.whatsapp  # noqa: F401 -- registers its models
