-- The revisions of templates that an execution began with: later changes do not reach it.

alter table execution add column templates text; -- [[namespace, id, revision], …]; null for none
