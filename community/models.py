"""Where Django looks for the models; each subject has its own module."""

import community.access_log
import community.activities
import community.aspirations
import community.boards
import community.contributions
import community.groups
import community.private_files
import community.registrations  # noqa: F401 -- registers its models
