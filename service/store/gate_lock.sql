-- Locks a survey's gate: nothing is in flight until the transaction ends. $1: survey.
select version
from survey_gate
where survey_id = $1::integer
for update
